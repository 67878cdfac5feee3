/* quantity.c: what of the numbers is a row, and of which kind.
 *
 *   rank              第二批   前10名   二期
 *   no row            1号线   2×1000MW (the 2)   3:1   8时30分   六个方面   “四个中心”   一批   百人队伍
 */
#include "amount.h"

enum {
    SLOGAN = 12,        /* characters of a quoted slogan */
    MOST_RANK = 100,    /* that is told without 名 or 位 */
    MOST_POINTS = 20,   /* more points of its own no text counts */
    DOZEN = 12          /* 一打 is 12, not "a" */
};

static ty_status add_row(ty_reading *r, ty_quantity row) {
    ty_quantity *copy = ty_array_push(&r->report->arena, &r->report->tables[TY_QUANTITIES], sizeof *copy);
    if (!copy) return ty_fail_memory(r->error);
    *copy = row;
    r->done = row.flow.end;
    ty_slice place = ty_flow_slice(r->report, row.flow.start, row.flow.end);
    copy->start = place.start;
    copy->end = place.end;
    copy->text = place;
    return TY_OK;
}

static ty_quantity blank_row(uint8_t kind, uint32_t start, uint32_t end) {
    return (ty_quantity){.kind = kind,
                         .flow = {start, end},
                         .unit = TY_NONE,
                         .dimension = TY_NONE,
                         .base_unit = TY_NONE,
                         .indicator = TY_NONE,
                         .sentence = TY_NONE,
                         .section = TY_NONE,
                         .list = TY_NONE};
}

/* ---- ordinals and names --------------------------------------------------- */

static bool is_classifier(const ty_unit_read *unit) {
    return (unit->class == TY_COUNT || unit->class == TY_YEARS || unit->class == TY_TIME || ty_is_measure(unit) ||
            unit->class == TY_HEADS) &&
           !unit->half;
}

/* 第130|中学, 第二|给水厂: what a number behind 第 is the name of. */
static bool names_institution(const ty_reading *r, uint32_t at) {
    enum { LONGEST = 5 };
    for (uint32_t length = 2; length <= LONGEST; length++)
        if (at + length <= r->report->flow_length && ty_is_used(r->report, TY_CUE_INSTITUTION, at, at + length)) return true;
    return false;
}

/* 第二批, 第6位, 第一; not 第三产业, nor 第一， at the head of a sentence. */
static ty_status read_ordinal(ty_reading *r, const ty_number *n, uint32_t start) {
    uint32_t end = n->end, next = ty_char_at(r, n->end);
    ty_unit_read unit;
    bool found;
    if (names_institution(r, n->end)) return ty_reject(r->report, TY_IS_NAME, start, end, r->error);
    if (ty_word_at(r->report, TY_CUE(ORDINAL_NAME), start)) return ty_reject(r->report, TY_RANKS_NOTHING, start, end, r->error);
    uint32_t before = ty_char_before(r, start);
    bool opens = before == '\n' || ty_is_stop(before) || ty_is_semicolon(before) || ty_is_colon(before);
    if (opens && (next == U'、' || ty_is_comma(next))) return ty_reject(r->report, TY_RANKS_NOTHING, start, end, r->error);
    ty_status status = ty_read_unit(r->report, n->end, ty_paragraph_end(r, n), &unit, &found, r->error);
    if (status) return status;
    if (n->form == TY_ARABIC && !n->digits && next == U'代') return TY_OK;
    if (found && is_classifier(&unit) && next != U'两') end = next == U'个' ? n->end + 1 : unit.end; /* 第十个年头: 第十个 */
    ty_quantity row = blank_row(TY_ORDINAL, start, end);
    row.low = n->low;
    row.high = n->high;
    return add_row(r, row);
}

/* 三期工程, 1号线一期: a phase, not a count of issues. */
static bool is_phase(const ty_reading *r, const ty_number *n) {
    uint32_t next = ty_char_at(r, n->end + 1), before = ty_char_before(r, n->start);
    if (ty_char_at(r, n->end) != U'期' || n->vague || n->form > TY_CHINESE) return false;
    if (ty_decimal_double(n->low) > 12 || ty_word_at(r->report, TY_CUE(NOT_UNIT), n->end)) return false;
    if (n->form == TY_CHINESE) return true;
    return ty_is_among(next, U"工项建、") && ty_is_han(before);
}

/* 二十大, 十五届四中全会, 二十届三中, 八次全会: names of meetings. */
static bool is_meeting(const ty_reading *r, const ty_number *n, const ty_number *previous) {
    uint32_t next = ty_char_at(r, n->end), after = ty_char_at(r, n->end + 1);
    bool chinese = n->form == TY_CHINESE || n->form == TY_POSITIONAL;
    if (chinese && next == U'大') return true;
    if (next == U'中' && after == U'全') return true;
    if (next == U'中' && after == U'、') return true;
    bool chained = previous && previous->use == TY_IS_USED && previous->end + 2 >= n->start;
    uint32_t before = ty_char_before(r, n->start);
    bool held = ty_is_among(before, U"开行共") && (after == U'会' || !chinese); /* 召开46次会议 */
    if (next == U'次' && !held && (after == U'全' || after == U'会' || chained)) return true;
    if (next != U'届' || !chinese) return false;
    bool body = ty_is_among(after, U"委省市县全人政党");
    bool given = !body && ty_decimal_double(n->low) < 10 && /* 举办五届博览会, 连续五届; not 召开十二届市委全会 */
                 ty_word_ending(r->report, TY_CUE(GOVERNS) | TY_CUE(RUN_SPAN), n->start) != NULL;
    if (ty_decimal_double(n->low) >= 4 && !given) return true; /* 三届 counts, 十四届 names */
    uint32_t then = ty_char_at(r, n->end + 2); /* 市三届人大, 省二届政协; not 三届人才交流会 */
    uint32_t last = ty_char_at(r, n->end + 3);
    bool of_body = (after == U'人' && (then == U'大' || (then == U'民' && last == U'代'))) ||
                   (after == U'政' && then == U'协' && last != U'委') ||
                   (after == U'党' && then == U'代');
    uint32_t times = then == U'次' ? n->end + 3 : last == U'次' ? n->end + 4 : 0, of = times ? ty_char_at(r, times) : 0;
    bool numbered = ty_begins_numeral(after) && (then == U'中' || of == U'全' || of == U'会'); /* 市委二届九次全会; not 连续两届两次获评 */
    return of_body || numbered || ty_word_at(r->report, TY_CUE(NOT_UNIT), n->end) > 0;
}

/* 8时30分, 三点十五分: the minutes of a time of day. */
static bool is_minute(const ty_reading *r, const ty_number *n, uint32_t before) {
    if (ty_char_at(r, n->end) != U'分' || (before != U'点' && before != U'时') || n->start < 2) return false;
    return ty_is_digit(r->flow[n->start - 2]) || ty_begins_numeral(r->flow[n->start - 2]);
}

/* A number that names: 1号线, 3.0版, 5A级, 2×1000, 3:1. */
static bool is_name(const ty_reading *r, const ty_number *n) {
    uint32_t next = ty_char_at(r, n->end), after = ty_char_at(r, n->end + 1), before = ty_char_before(r, n->start);
    if (is_minute(r, n, before)) return true;
    if (next == U'号' && after != U'人') return true;
    if (next == U'版' || (next == '.' && ty_is_digit(after))) return true;
    if (next == U'×' || (ty_is_among(next, U"xX*") && ty_is_digit(after))) return true;
    if (ty_is_colon(next) && ty_is_digit(after)) return true;
    if (ty_is_colon(before) && n->start > 1 && ty_is_digit(r->flow[n->start - 2]) && n->form == TY_ARABIC) return true;
    if (next == U'代' && n->form != TY_ARABIC) return true;
    return before == U'每' && n->form == TY_BARE_SCALE;
}

/* Does what stands at a place end a rank: 前10名, 前三位, 前十强? Not 前十强化. */
static bool ends_rank(const ty_reading *r, uint32_t at) {
    uint32_t c = ty_char_at(r, at);
    return c == U'名' || c == U'位' || (c == U'强' && !ty_is_han(ty_char_at(r, at + 1)));
}

/* 前10名, 前三位, 后三位: the words are one. */
static bool is_rank(const ty_reading *r, const ty_number *n) {
    uint32_t next = ty_char_at(r, n->end);
    uint32_t before = n->start > 1 ? r->flow[n->start - 2] : 0;
    if (ty_is_among(before, U"目提以")) return false; /* 目前三、四季度, 提前三 */
    bool ends = (next == U'、' && !ty_begins_numeral(ty_char_at(r, n->end + 1))) || next == '\n' || (n->end < r->report->flow_length && r->report->traits[n->end] & TY_IS_BREAK);
    uint32_t behind = ty_char_at(r, n->end + 1); /* 全省后三位; not 改革后10名干部 */
    bool placed = ty_is_among(before, U"国省市区县界州名次");
    bool bare = ends && (n->form == TY_CHINESE || placed) && ty_is_han(before) && before != U'年' &&
                ty_decimal_double(n->high) <= MOST_RANK; /* 稳居全国前三, 全国城市前20 */
    bool last = ty_char_before(r, n->start) == U'后' && ends_rank(r, n->end) && placed && (!ty_is_han(behind) || behind == U'上' ||
                behind == U'的');
    bool first = ty_char_before(r, n->start) == U'前' && (ends_rank(r, n->end) || bare);
    return (first || last) && n->form <= TY_POSITIONAL;
}

/* ---- rows ------------------------------------------------------------------ */

/* Does nothing follow that a number could count? */
static bool closes(const ty_reading *r, uint32_t at) {
    uint32_t next = ty_char_at(r, at);
    return next == '\n' || next == ' ' || ty_is_stop(next) || ty_is_comma(next) || ty_is_semicolon(next);
}

/* 由2.31缩小到2.18: what changes to a number without a unit has none either. */
static bool is_changed(const ty_reading *r, const ty_number *n, const ty_amount *a) {
    bool code = r->flow[n->start] == '0' && ty_is_digit(ty_char_at(r, n->start + 1)); /* 030001 */
    uint32_t reached = n->form == TY_ARABIC && !code ? ty_word_at(r->report, TY_CUE(REACH_LEVEL), a->end) : 0;
    const ty_number *next = reached ? ty_number_at(r, (uint32_t)(n - r->numbers) + 1, reached) : NULL;
    return next && next->form == TY_ARABIC && !next->scaled && closes(r, next->end);
}

/* A number by itself is a value: as in the cell of a table, or said to be one (总数为105，). */
static bool is_alone(const ty_reading *r, const ty_amount *a) {
    uint32_t before = ty_char_before(r, a->start);
    bool opens = before == '\n' || before == ' ' || ty_is_colon(before) || ty_is_comma(before) || before == '=';
    const uint64_t says = TY_CUE(REACH) | TY_CUE(LINK) | TY_CUE(APPROX) | TY_CUE(AT_LEAST) | TY_CUE(AT_MOST) | TY_CUE(INCREASE) |
                          TY_CUE(DECREASE) | TY_CUE(INCREASE_NOUN) | TY_CUE(DECREASE_NOUN);
    bool is_one = a->end == a->start + 1 && r->flow[a->start] == U'一'; /* 三图合一 */
    bool of_index = ty_comes_before(r->report, a->start, U"指数") || ty_comes_before(r->report, a->start, U"系数");
    bool said = !is_one && (of_index || ty_word_ending(r->report, says, a->start));
    return closes(r, ty_behind_bound(r->report, a->end)) && (opens || said);
}

/* 7个工作|部门, 12个提升|改造项目: does the point only begin the name of a thing? */
static bool makes_thing(const ty_reading *r, const ty_number *n, uint32_t start, uint32_t point) {
    enum { FURTHER = 2 };
    const ty_report *report = r->report;
    bool work = ty_comes_before(report, point, U"工作");
    bool better = n->form == TY_ARABIC && (ty_comes_before(report, point, U"提升") ||
                  ty_comes_before(report, point, U"转型"));
    if ((!work && !better) || point != start + 2) return false;
    if (work && ty_is_character(report, TY_CUE_HEAD, ty_char_at(r, point)) &&
        !ty_is_han(ty_char_at(r, point + 1))) return true; /* 工作组 */
    for (uint32_t at = point; at <= point + (better ? FURTHER : 0) && at + 2 <= report->flow_length; at++)
        if (ty_is_used(report, TY_CUE_PROJECT, at, at + 2) || ty_is_used(report, TY_CUE_OWNER, at, at + 2)) return true;
    return false;
}

/* 六个方面, “四个中心”: the text counts its own points, or sets a slogan in quotes. */
static bool is_own_point(const ty_reading *r, const ty_number *n, const ty_amount *a) {
    enum { SLOGAN_WORD = 3 };
    if (a->unit.class != TY_COUNT || a->low.negative || ty_decimal_compare(a->high, ty_decimal_of(MOST_POINTS)) > 0) return false;
    uint32_t point = ty_word_at(r->report, TY_CUE(OWN_POINT), a->end);
    uint32_t behind = point;
    while (point && ty_is_digit(ty_char_at(r, behind))) behind++;
    bool of_noun = n->form == TY_ARABIC && ty_is_han(ty_char_at(r, behind)) && point == a->end + SLOGAN_WORD; /* 5个现代化产业园 */
    bool listed = ty_char_before(r, a->start) == U'等' && n->form == TY_ARABIC; /* 工业等17个领域 are counted; not 稳投资等六个方面 */
    if (point && (listed || ty_char_at(r, point) == U'级' || makes_thing(r, n, a->end, point))) return false; /* 6个世界级, 7个工作部门 */
    if (point && !of_noun && (behind == point || ty_char_at(r, behind) != U'强')) return true; /* not 4家世界500强企业 */
    if (ty_char_before(r, a->start) != U'“' || n->form != TY_CHINESE) return false;
    for (uint32_t at = a->end; at < a->end + SLOGAN; at++) {
        uint32_t c = ty_char_at(r, at);
        if (c == U'”') return at > a->end;
        if (ty_is_comma(c) || ty_is_stop(c) || c == '\n') return false;
    }
    return false;
}

/* 十分重要: very. */
static bool is_very(const ty_reading *r, const ty_number *n, const ty_amount *a) {
    bool very = n->end == n->start + 1 && r->flow[n->start] == U'十' && r->flow[n->end] == U'分' && a->end == n->end + 1;
    return very && ty_is_han(ty_char_at(r, a->end)) && ty_behind_bound(r->report, a->end) == a->end;
}

/* 百亿级, 突破百亿, 近千万家庭: is a magnitude without a digit a number? Not in 近万达广场. */
static bool is_magnitude(const ty_reading *r, const ty_number *n, const ty_amount *a) {
    enum { MILLION = 1000000 };
    uint32_t next = ty_char_at(r, a->end);
    if (next == U'级') return true;
    bool passes = ty_char_before(r, n->start) == U'过' && n->start > 1 && ty_is_han(r->flow[n->start - 2]); /* 生产总值过万亿， */
    if (!ty_is_han(next)) return passes || ty_word_ending(r->report, TY_CUE(AT_LEAST), n->start) != NULL;
    return ty_decimal_compare(a->low, ty_decimal_of(MILLION)) >= 0 &&
           ty_word_ending(r->report, TY_CUE(APPROX) | TY_CUE(AT_LEAST) | TY_CUE(AT_LEAST_BARE), n->start);
}

/* Is what was read worth a row? One with a classifier is an article; a bare small numeral is part of a word. */
static bool is_row(const ty_reading *r, const ty_number *n, const ty_amount *a) {
    bool arabic = n->form == TY_ARABIC, is_one = !arabic && n->end == n->start + 1 && r->flow[n->start] == U'一';
    uint32_t next = ty_char_at(r, a->end);
    if (a->percent || a->fraction) return true;
    if (!a->has_unit) {
        if (n->form == TY_BARE_SCALE) return is_magnitude(r, n, a);
        if (is_alone(r, a) || is_changed(r, n, a)) return true;
        if (arabic && n->digits == 0 && !n->scaled && !n->vague)
            return ty_word_ending(r->report, TY_CUE(REACH), n->start) != NULL && !ty_is_latin(next);
        return n->scaled && !ty_is_latin(next);
    }
    /* 一个 is an article, and so are 每一元 and “一码通办”; 一公里, 一个半小时 and 提高一个百分点 measure. */
    bool article = (a->unit.class == TY_COUNT && a->unit.numerator < DOZEN) || a->unit.class == TY_HEADS ||
                   (a->unit.class == TY_SHARE && !ty_word_ending(r->report, TY_CUE(INCREASE) | TY_CUE(DECREASE), n->start)) ||
                   (ty_is_measure(&a->unit) && (ty_char_before(r, n->start) == U'每' || ty_char_before(r, n->start) == U'“'));
    if (is_one && article && !a->unit.half) return false;
    if (is_one && ty_comes_before(r->report, n->start, U"最后")) return false; /* 最后一年, “最后一公里” */
    bool above = ty_char_before(r, n->start) == U'上' && (n->start < 2 || r->flow[n->start - 2] != U'以');
    if (is_one && r->flow[a->unit.start] == U'年' && above) return false; /* 上一年; not 以上一年 */
    if (is_own_point(r, n, a) || is_very(r, n, a)) return false;
    /* 陆家嘴, 拾起来, 零起点 count nothing; 伍元 does. */
    bool lone = n->end == n->start + 1 && (ty_is_financial(r->flow[n->start]) || r->flow[n->start] == U'零');
    bool short_one = n->form == TY_CHINESE && n->end == n->start + 1 && a->unit.end == a->unit.start + 1;
    if (short_one && r->flow[a->unit.start] == U'方') return false; /* 三方 */
    if (short_one && r->flow[a->unit.start] == U'路' && ty_is_han(ty_char_before(r, n->start))) return false; /* 经七路, 开通十路: a road or a line */
    if (lone && a->end == a->unit.end && !ty_is_measure(&a->unit)) return false;
    if (r->flow[a->unit.start] == U'级' && (!arabic || n->digits)) return false; /* 三级 */
    return true;
}

static void set_base(const ty_unit_read *unit, ty_quantity *row) {
    if (!unit->denominator) return;
    row->base_low = row->low;
    row->base_high = row->high;
    if (!ty_decimal_times(&row->base_low, unit->numerator, unit->denominator) ||
        !ty_decimal_times(&row->base_high, unit->numerator, unit->denominator))
        row->base_low = row->base_high = (ty_decimal){0};
}

static uint8_t kind_of(const ty_amount *a) {
    if (a->percent || a->fraction) return TY_PERCENT;
    if (!a->has_unit) return TY_AMOUNT;
    return a->unit.class == TY_SHARE                                 ? TY_PERCENT
           : a->unit.class == TY_YEARS || a->unit.class == TY_TIME ? TY_DURATION
                                                                     : TY_AMOUNT;
}

/* The unit of what has none written: % and ‰ of 百分之 and 千分之, 1 of a fraction. */
static ty_status spell_unit(ty_reading *r, const ty_number *n, const ty_amount *a, ty_quantity *row) {
    static const uint32_t percent[] = {'%'}, permille[] = {U'‰'}, one[] = {'1'};
    ty_unit_read unit;
    uint32_t length = 0;
    const uint32_t *sign = a->fraction ? one : n->form == TY_PER_THOUSAND ? permille : percent;
    if (a->has_unit) {
        unit = a->unit;
    } else if (a->percent || a->fraction) {
        uint32_t entry = ty_trie_longest(&r->report->lexicon->units, percent, percent + 1, &length);
        if (entry == TY_NONE) return TY_OK;
        uint32_t index = ty_trie_meaning(&r->report->lexicon->units, entry)->value;
        const ty_unit *share = ty_lexicon_unit(r->report->lexicon, index);
        ty_status status = ty_add_string(r->report, (ty_word){sign, 1}, &unit.name, r->error);
        if (status) return status;
        unit.dimension = share->dimension;
        unit.base = share->base;
        unit.class = TY_SHARE;
        unit.numerator = 1;
        unit.denominator = a->fraction ? 1 : sign == permille ? 1000 : 100;
    } else {
        return TY_OK;
    }
    row->unit = unit.name;
    row->dimension = unit.dimension;
    row->base_unit = unit.base;
    row->counts = unit.class == TY_COUNT;
    row->in_years = unit.class == TY_YEARS && unit.numerator == unit.denominator;
    set_base(&unit, row);
    return TY_OK;
}

static ty_status read_quantity(ty_reading *r, uint32_t i) {
    ty_number *n = &r->numbers[i];
    ty_amount a;
    ty_status status = ty_read_amount(r, i, &a);
    if (status) return status;
    if (!is_row(r, n, &a)) {
        /* Digits without a unit that are no code: the reader may know what they count. */
        bool plain = n->form == TY_ARABIC && !a.has_unit && !ty_is_latin(ty_char_at(r, n->end));
        ty_reason reason = a.has_unit ? TY_IS_ARTICLE : a.bare ? TY_IS_MAGNITUDE : TY_HAS_NO_UNIT;
        if ((status = ty_reject(r->report, reason, a.start, a.end, r->error))) return status;
        return plain ? ty_add_note(r->report, TY_UNPLACED, ty_flow_slice(r->report, n->start, n->end), r->error) : TY_OK;
    }
    ty_quantity row = blank_row(kind_of(&a), a.start, a.end);
    row.low = a.low;
    row.high = a.high;
    row.vague = a.vague;
    row.bare = a.bare;
    if ((status = spell_unit(r, n, &a, &row))) return status;
    return add_row(r, row);
}

/* 第二、三届, 第一、三、五名: does it go on with the ordinal before? Not 居全省第一、三项…. */
static bool goes_on_ranking(const ty_reading *r, const ty_number *n) {
    enum { MOST_RANKED = 8 };
    uint32_t count = r->report->tables[TY_QUANTITIES].count;
    const ty_quantity *last = count ? TY_QUANTITIES_OF(r->report) + count - 1 : NULL, *head = last;
    if (!last || last->kind != TY_ORDINAL || last->flow.end + 1 != n->start || r->flow[n->start - 1] != U'、') return false;
    if (n->form > TY_POSITIONAL || n->scaled || r->flow[n->start] == U'两' || n->vague) return false;
    for (uint32_t steps = MOST_RANKED; steps-- && head > TY_QUANTITIES_OF(r->report) && head[-1].kind == TY_ORDINAL &&
         head[-1].flow.end + 1 == head->flow.start;) head--;
    uint32_t next = ty_char_at(r, n->end);
    bool ranked = !ty_is_han(next) || ty_is_among(next, U"届次批期名位");
    if (!ranked) return false; /* 居第一、3项指标 */
    uint32_t c = ty_char_before(r, head->flow.start);
    bool ranks = ty_is_among(c, U"居列国省市区界位名");
    return r->flow[head->flow.start] == U'第' && !ranks;
}

static ty_status read_number(ty_reading *r, uint32_t i) {
    ty_number *n = &r->numbers[i];
    if (n->use == TY_IS_USED || n->start < r->done) return TY_OK;
    if (n->use == TY_IS_DATE) {
        ty_quantity row = blank_row(TY_DATE, n->start, n->end);
        row.low = n->low;
        row.high = n->high;
        return add_row(r, row);
    }
    if (ty_char_before(r, n->start) == U'第') return read_ordinal(r, n, n->start - 1);
    if (goes_on_ranking(r, n)) return read_ordinal(r, n, n->start);
    if (is_phase(r, n)) {
        ty_quantity row = blank_row(TY_ORDINAL, n->start, n->end + 1);
        row.low = n->low;
        row.high = n->high;
        return add_row(r, row);
    }
    if (is_rank(r, n)) {
        ty_quantity row = blank_row(TY_ORDINAL, n->start - 1, n->end + ends_rank(r, n->end));
        row.low = n->low;
        row.high = n->high;
        return add_row(r, row);
    }
    bool meeting = is_meeting(r, n, i ? n - 1 : NULL);
    if (meeting || is_name(r, n)) {
        n->use = TY_IS_USED;
        if (ty_char_at(r, n->end) == U'届') n->end++;
        return ty_reject(r->report, meeting ? TY_IS_MEETING : TY_IS_NAME, n->start, n->end, r->error);
    }
    return read_quantity(r, i);
}

/* Rows point at their sentence and section; both are in order. */
static void place_rows(ty_report *report) {
    ty_quantity *rows = TY_QUANTITIES_OF(report);
    const ty_sentence *sentences = TY_SENTENCES_OF(report);
    uint32_t s = 0, sentence_count = report->tables[TY_SENTENCES].count;
    for (uint32_t i = 0; i < report->tables[TY_QUANTITIES].count; i++) {
        while (s + 1 < sentence_count && sentences[s].flow.end <= rows[i].flow.start) s++;
        rows[i].sentence = s;
        rows[i].section = sentences[s].section;
    }
}

static void take_unit(ty_quantity *row, const ty_quantity *from) {
    row->kind = from->kind;
    row->unit = from->unit;
    row->dimension = from->dimension;
    row->base_unit = from->base_unit;
    row->counts = from->counts;
    row->in_years = from->in_years;
    row->base_low = from->base_unit == TY_NONE ? (ty_decimal){0} : row->low;
    row->base_high = from->base_unit == TY_NONE ? (ty_decimal){0} : row->high;
}

/* 个 alone, and no noun behind it. */
static bool is_bare_count(const ty_report *report, const ty_quantity *row) {
    return row->kind == TY_AMOUNT && row->counts && report->flow[row->flow.end - 1] == U'个' && !ty_is_han(ty_flow_char(report, row->flow.end));
}

/* 由37个工作日压缩至5个, 2个、5个、44个工作日: a 个 that counts the days named beside it. */
static void share_days(ty_report *report) {
    enum { MOST_LISTED = 4 };
    ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t count = report->tables[TY_QUANTITIES].count;
    for (uint32_t i = 0; i < count; i++) {
        bool days = rows[i].kind == TY_DURATION && ty_comes_before(report, rows[i].flow.end, U"作日");
        if (!days) continue;
        for (uint32_t k = i, steps = MOST_LISTED; k && steps-- && is_bare_count(report, &rows[k - 1]); k--) {
            if (rows[k - 1].flow.end + 1 != rows[k].flow.start || report->flow[rows[k - 1].flow.end] != U'、') break;
            uint32_t start = rows[k - 1].flow.start, before = start ? report->flow[start - 1] : U'、';
            bool lists = before == U'、' || !ty_is_han(before) || ty_word_ending(report, TY_CUE(REACH) | TY_CUE(FROM) | TY_CUE(LINK), start);
            if (!lists) break; /* not 压减审批事项30个、5个工作日办结 */
            take_unit(&rows[k - 1], &rows[i]);
        }
        ty_quantity *next = i + 1 < count ? &rows[i + 1] : NULL;
        const ty_hit *reach = next && is_bare_count(report, next) ? ty_word_ending(report, TY_CUE(REACH), next->flow.start) : NULL;
        if (!reach) continue;
        const uint64_t moves = TY_CUE(DECREASE) | TY_CUE(INCREASE) | TY_CUE(REACH) | TY_CUE(REACH_LEVEL) | TY_CUE(DECREASE_OBJECT) | TY_CUE(INCREASE_OBJECT);
        uint32_t verb = rows[i].flow.end + ty_is_comma(report->flow[rows[i].flow.end]);
        if (ty_is_used(report, TY_CUE_ADVERB, verb, verb + 2) || ty_word_at(report, TY_CUE(YEARLY), verb) == verb + 2) verb += 2; /* 37个工作日，大幅|压缩至5个 */
        if (verb == reach->start || ty_word_at(report, moves, verb) >= reach->start) take_unit(next, &rows[i]);
    }
}

ty_status ty_pass_quantity(ty_report *report, ty_error *error) {
    ty_reading r = {report, report->numbers.items, report->numbers.count, report->flow, 0, error};
    for (uint32_t i = 0; i < r.count; i++) {
        ty_status status = read_number(&r, i);
        if (status) return status;
    }
    share_days(report);
    place_rows(report);
    return TY_OK;
}
