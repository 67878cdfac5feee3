/* quantity.c: numbers with their units, ranges and lists; what of them is a row.
 *
 *   tenths            三成五   二至三成   八折   八五折
 *   half              三年半   三个半月   一个半小时   三个半
 *   going on          三块五毛   1元5角   2小时30分   三年零两个月   六英尺二英寸   一米八   38度5
 *   unit before       $5   US$1.2亿   ¥300   人民币500   华氏100度   东经120度
 *   range             3—5家   3——5家   6%至6.5%   10万—20万元   三或四天   $5—10
 *   neighbours        二、三百亿度
 *   shared unit       20.9、36.2、54.8个百分点   1409万、1305万人次
 *   rank              第二批   前10名   二期
 *   no row            1号线   2×1000MW (the 2)   3:1   8时30分   六个方面   “四个中心”   一批   百人队伍
 */
#include "numeral.h"
#include "report.h"
#include "unit.h"

enum { ORDINAL = 0x7B2C, FRONT = 0x524D, PHASE = 0x671F, TENTHS = 0x6210, BIG = 0x5927, SESSION = 0x5C4A,
       MIDDLE = 0x4E2D, FULL = 0x5168, TIMES = 0x6B21, NUMBER = 0x53F7, EDITION = 0x7248, EACH = 0x6BCF,
       RANK = 0x7EA7, PLACE = 0x4F4D, NAME = 0x540D, DASH = 0x2014, TO = 0x81F3, UNTIL = 0x5230, LIST = 0x3001,
       AND = 0x548C, FROM = 0x4ECE, BY = 0x7531, PERSON = 0x4EBA, PRODUCT = 0xD7, GENERATION = 0x4EE3, ONE = 0x4E00, WORK = 0x5DE5,
       ITEM = 0x9879, BUILD = 0x5EFA, MEETING = 0x4F1A, PIECE = 0x4E2A, OFF = 0x6298, HALF = 0x534A,
       ZERO = 0x96F6, MORE = 0x591A, REST = 0x4F59, OR = 0x6216, O_CLOCK = 0x70B9, HOUR = 0x65F6, MINUTE = 0x5206, POSSESSIVE = 0x7684,
       SIDE = 0x65B9, ROAD = 0x8DEF, TWO = 0x4E24, /* 第九两条 */ OPEN_QUOTE = 0x201C, CLOSE_QUOTE = 0x201D,
       BELOW = 0x4E0B, ABOVE = 0x4E0A, WITH = 0x4EE5, YEAR = 0x5E74 };
enum {
    LONGEST_LIST = 32, /* members look for the unit behind the last: a list without end would cost its square */
    MOST_LINKED = 3,    /* units smaller and smaller in one amount */
    SLOGAN = 12,       /* characters of a quoted slogan */
    MOST_RANK = 100,   /* that is told without 名 or 位 */
    MOST_POINTS = 20,  /* more points of its own no text counts */
    SECONDS_OF_DAY = 86400,
    DOZEN = 12,        /* 一打 is 12, not "a" */
    NEAR = 12          /* characters from 气温 to its number */
};

typedef struct reading {
    ty_report *report;
    ty_number *numbers;
    uint32_t count;
    const uint32_t *flow;
    uint32_t done; /* end of the last row: a unit may take what looks like the next number (20两周) */
    ty_error *error;
} reading;

static uint32_t char_at(const reading *r, uint32_t at) { return ty_flow_char(r->report, at); }
static uint32_t char_before(const reading *r, uint32_t at) { return at ? r->flow[at - 1] : '\n'; }

static uint32_t paragraph_end(const reading *r, const ty_number *n) {
    return TY_PARAGRAPHS_OF(r->report)[n->paragraph].flow.end;
}

static ty_number *number_at(const reading *r, uint32_t i, uint32_t at) {
    for (; i < r->count && r->numbers[i].start <= at; i++)
        if (r->numbers[i].start == at) return &r->numbers[i];
    return NULL;
}

static ty_status add_row(reading *r, ty_quantity row) {
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

static bool is_measure(const ty_unit_read *unit) { return unit->class == TY_MEASURE || unit->class == TY_TEMPERATURE; }

static bool is_classifier(const ty_unit_read *unit) {
    return (unit->class == TY_COUNT || unit->class == TY_YEARS || unit->class == TY_TIME || is_measure(unit) ||
            unit->class == TY_HEADS) &&
           !unit->half;
}

/* 第二批, 第6位, 第一; not 第三产业, nor 第一， at the head of a sentence. */
static ty_status read_ordinal(reading *r, const ty_number *n) {
    uint32_t start = n->start - 1, end = n->end, next = char_at(r, n->end);
    ty_unit_read unit;
    bool found;
    if (ty_word_at(r->report, TY_CUE(ORDINAL_NAME), start)) return ty_reject(r->report, TY_RANKS_NOTHING, start, end, r->error);
    uint32_t before = char_before(r, start);
    bool opens = before == '\n' || ty_is_stop(before) || ty_is_semicolon(before) || ty_is_colon(before);
    if (opens && (next == LIST || ty_is_comma(next))) return ty_reject(r->report, TY_RANKS_NOTHING, start, end, r->error);
    ty_status status = ty_read_unit(r->report, n->end, paragraph_end(r, n), &unit, &found, r->error);
    if (status) return status;
    if (n->form == TY_ARABIC && !n->digits && next == GENERATION) return TY_OK;
    if (found && is_classifier(&unit) && next != TWO) end = next == PIECE ? n->end + 1 : unit.end; /* 第十个年头: 第十个 */
    ty_quantity row = blank_row(TY_ORDINAL, start, end);
    row.low = n->low;
    row.high = n->high;
    return add_row(r, row);
}

/* 三期工程, 1号线一期: a phase, not a count of issues. */
static bool is_phase(const reading *r, const ty_number *n) {
    uint32_t next = char_at(r, n->end + 1), before = char_before(r, n->start);
    if (char_at(r, n->end) != PHASE || n->vague || n->form > TY_CHINESE) return false;
    if (ty_decimal_double(n->low) > 12 || ty_word_at(r->report, TY_CUE(NOT_UNIT), n->end)) return false;
    if (n->form == TY_CHINESE) return true;
    return (next == WORK || next == ITEM || next == BUILD || next == LIST) && ty_is_han(before);
}

/* 二十大, 十五届四中全会, 二十届三中, 八次全会: names of meetings. */
static bool is_meeting(const reading *r, const ty_number *n, const ty_number *previous) {
    enum { OPEN = 0x5F00, HOLD = 0x884C, IN_ALL = 0x5171, PEOPLE = 0x4EBA, CITIZENS = 0x6C11, POLITICS = 0x653F, ACCORD = 0x534F, PARTY = 0x515A, DELEGATE = 0x4EE3, MEMBER = 0x59D4 };
    uint32_t next = char_at(r, n->end), after = char_at(r, n->end + 1);
    bool chinese = n->form == TY_CHINESE || n->form == TY_POSITIONAL;
    if (chinese && next == BIG) return true;
    if (next == MIDDLE && after == FULL) return true;
    if (next == MIDDLE && after == LIST) return true;
    bool chained = previous && previous->use == TY_IS_USED && previous->end + 2 >= n->start;
    uint32_t before = char_before(r, n->start);
    bool held = (before == OPEN || before == HOLD || before == IN_ALL) && (after == MEETING || !chinese); /* 召开46次会议 */
    if (next == TIMES && !held && (after == FULL || after == MEETING || chained)) return true;
    if (next != SESSION || !chinese) return false;
    if (ty_decimal_double(n->low) >= 4) return true; /* 三届 counts, 十四届 names */
    uint32_t then = char_at(r, n->end + 2); /* 市三届人大, 省二届政协; not 三届人才交流会 */
    uint32_t last = char_at(r, n->end + 3);
    bool of_body = (after == PEOPLE && (then == BIG || (then == CITIZENS && last == DELEGATE))) ||
                   (after == POLITICS && then == ACCORD && last != MEMBER) ||
                   (after == PARTY && then == DELEGATE);
    uint32_t times = then == TIMES ? n->end + 3 : last == TIMES ? n->end + 4 : 0, of = times ? char_at(r, times) : 0;
    bool numbered = ty_begins_numeral(after) && (then == MIDDLE || of == FULL || of == MEETING); /* 市委二届九次全会; not 连续两届两次获评 */
    return of_body || numbered || ty_word_at(r->report, TY_CUE(NOT_UNIT), n->end) > 0;
}

/* 8时30分, 三点十五分: the minutes of a time of day. */
static bool is_minute(const reading *r, const ty_number *n, uint32_t before) {
    if (char_at(r, n->end) != MINUTE || (before != O_CLOCK && before != HOUR) || n->start < 2) return false;
    return ty_is_digit(r->flow[n->start - 2]) || ty_begins_numeral(r->flow[n->start - 2]);
}

/* A number that names: 1号线, 3.0版, 5A级, 2×1000, 3:1. */
static bool is_name(const reading *r, const ty_number *n) {
    uint32_t next = char_at(r, n->end), after = char_at(r, n->end + 1), before = char_before(r, n->start);
    if (is_minute(r, n, before)) return true;
    if (next == NUMBER && after != PERSON) return true;
    if (next == EDITION || (next == '.' && ty_is_digit(after))) return true;
    if (next == PRODUCT || ((next == 'x' || next == 'X' || next == '*') && ty_is_digit(after))) return true;
    if (ty_is_colon(next) && ty_is_digit(after)) return true;
    if (ty_is_colon(before) && n->start > 1 && ty_is_digit(r->flow[n->start - 2]) && n->form == TY_ARABIC) return true;
    if (next == GENERATION && n->form != TY_ARABIC) return true;
    return before == EACH && n->form == TY_BARE_SCALE;
}

/* Does what stands at a place end a rank: 前10名, 前三位, 前十强? Not 前十强化. */
static bool ends_rank(const reading *r, uint32_t at) {
    enum { STRONG = 0x5F3A };
    uint32_t c = char_at(r, at);
    return c == NAME || c == PLACE || (c == STRONG && !ty_is_han(char_at(r, at + 1)));
}

/* 前10名, 前三位: the words are one. */
static bool is_rank(const reading *r, const ty_number *n) {
    uint32_t next = char_at(r, n->end);
    enum { EYE = 0x76EE, LEAD = 0x63D0 };
    uint32_t before = n->start > 1 ? r->flow[n->start - 2] : 0;
    if (before == EYE || before == LEAD || before == WITH) return false; /* 目前三、四季度, 提前三 */
    bool ends = (next == LIST && !ty_begins_numeral(char_at(r, n->end + 1))) || next == '\n' || (n->end < r->report->flow_length && r->report->traits[n->end] & TY_IS_BREAK);
    bool bare = ends && n->form == TY_CHINESE && n->start > 1 && ty_is_han(r->flow[n->start - 2]) && r->flow[n->start - 2] != YEAR &&
                ty_decimal_double(n->high) <= MOST_RANK; /* 稳居全国前三 */
    return char_before(r, n->start) == FRONT && (ends_rank(r, n->end) || bare) && n->form <= TY_POSITIONAL;
}

/* ---- amounts -------------------------------------------------------------- */

typedef struct amount {
    uint32_t start, end;
    ty_decimal low, high;
    ty_unit_read unit;
    bool has_unit, percent, fraction, vague, bare;
} amount;

/* 三成, 八折, 八五折, 85折; not 成立 nor 折合. */
static bool is_tenths(const reading *r, const ty_number *n) {
    uint32_t next = char_at(r, n->end);
    if ((next != TENTHS && next != OFF) || n->form > TY_POSITIONAL || n->scaled || ty_word_at(r->report, TY_CUE(NOT_UNIT), n->end))
        return false;
    return ty_decimal_double(n->high) <= (next == OFF ? 99 : 10);
}

/* 三成五 is 35 %, 八五折 85 %. */
static void take_tenths(const reading *r, uint32_t i, amount *a) {
    const ty_number *n = &r->numbers[i];
    bool off = char_at(r, n->end) == OFF;
    a->end = n->end + 1;
    a->percent = true;
    if (off && ty_decimal_double(n->low) > 10) return;
    a->low.exponent++;
    a->high.exponent++;
    a->vague = a->vague || char_at(r, a->end) == MORE; /* 两成多 */
    ty_number *rest = number_at(r, i + 1, a->end);
    if (off || !rest || rest->vague || rest->end != rest->start + 1) return;
    if (rest->form != TY_CHINESE || ty_decimal_double(rest->low) >= 10) return;
    ty_decimal part = rest->low;
    if (r->flow[rest->start] == HALF) part.exponent++; /* 两成半 */
    (void)ty_decimal_add(&a->low, part);
    a->high = a->low;
    a->end = rest->end;
    rest->use = TY_IS_USED;
}

/* 度 is of temperature behind 华氏 and 摄氏, below zero, and where the words just before speak of it. */
static void resolve_unit(const reading *r, const ty_number *n, amount *a) {
    uint32_t paragraph = TY_PARAGRAPHS_OF(r->report)[n->paragraph].flow.start, from = n->start > NEAR ? n->start - NEAR : 0;
    ty_unit_read before;
    if (a->unit.entry == TY_NONE || ty_trie_meaning(&r->report->lexicon->units, a->unit.entry)->next == TY_NONE) return;
    if (ty_unit_before(r->report, paragraph, n->start, &before)) {
        if (ty_unit_as_part(r->report, &a->unit, before.dimension)) a->start = before.start;
        return;
    }
    if (!n->low.negative && !ty_last_word(r->report, TY_CUE(OF_TEMPERATURE), from > paragraph ? from : paragraph, n->start)) return;
    for (uint32_t e = a->unit.entry; e != TY_NONE; e = ty_trie_meaning(&r->report->lexicon->units, e)->next) {
        const ty_unit *use = ty_lexicon_unit(r->report->lexicon, ty_trie_meaning(&r->report->lexicon->units, e)->value);
        if (use->class == TY_TEMPERATURE) (void)ty_unit_as_part(r->report, &a->unit, use->dimension);
    }
}

static ty_status take_unit(reading *r, const ty_number *n, amount *a) {
    ty_status status = ty_read_unit(r->report, n->end, paragraph_end(r, n), &a->unit, &a->has_unit, r->error);
    if (status || !a->has_unit) return status;
    if (a->bare && r->flow[a->unit.start] == RANK) { /* 万亿级产业: an order of magnitude, counted in nothing */
        a->has_unit = false;
        return TY_OK;
    }
    a->end = a->unit.end;
    a->vague = a->vague || a->unit.vague;
    resolve_unit(r, n, a);
    if (a->unit.half) {
        ty_decimal half = {.coefficient = 5, .divisor = 1, .exponent = -1};
        (void)ty_decimal_add(&a->low, half);
        (void)ty_decimal_add(&a->high, half);
    }
    return TY_OK;
}

/* $5, 人民币500: the unit stands before, and none behind. */
static void take_unit_before(const reading *r, const ty_number *n, amount *a) {
    ty_unit_read unit;
    if (a->has_unit || !ty_unit_before(r->report, TY_PARAGRAPHS_OF(r->report)[n->paragraph].flow.start, n->start, &unit)) return;
    a->unit = unit;
    a->start = unit.start;
    a->has_unit = true;
}

/* 三分之一公里, 1/2杯: a part of a measure; the people of 三分之一人口 are the whole that is divided. */
static ty_status take_fraction(reading *r, const ty_number *n, amount *a) {
    a->fraction = true;
    ty_status status = ty_read_unit(r->report, n->end, paragraph_end(r, n), &a->unit, &a->has_unit, r->error);
    bool counted = a->has_unit && a->unit.class == TY_COUNT &&
                   (ty_is_digit(r->flow[n->end - 1]) || ty_decimal_compare(n->low, ty_decimal_of(1)) > 0);
    a->has_unit = a->has_unit && !a->unit.half && (is_measure(&a->unit) || a->unit.class == TY_TIME || a->unit.class == TY_YEARS ||
                                                        a->unit.class == TY_TIMES || counted);
    a->fraction = !a->has_unit;
    if (a->has_unit) a->end = a->unit.end;
    return status;
}

static ty_status read_amount(reading *r, uint32_t i, amount *a) {
    const ty_number *n = &r->numbers[i];
    *a = (amount){.start = n->start, .end = n->end, .low = n->low, .high = n->high, .vague = n->vague,
                  .bare = n->form == TY_BARE_SCALE};
    switch (n->form) {
    case TY_PER_HUNDRED: case TY_PER_THOUSAND: a->percent = true; return TY_OK;
    case TY_FRACTION: return take_fraction(r, n, a);
    default: break;
    }
    if (is_tenths(r, n)) {
        take_tenths(r, i, a);
        return TY_OK;
    }
    ty_status status = take_unit(r, n, a);
    if (!status) take_unit_before(r, n, a);
    return status;
}

/* One figure, not a range nor about so much: it may go on in a smaller unit. */
static bool is_single(const ty_number *n) {
    return n && n->use == TY_UNREAD && n->form <= TY_POSITIONAL && !n->vague && !ty_decimal_compare(n->low, n->high);
}

/* The number behind a unit, and behind the 零 between (三年零两个月). */
static ty_number *number_behind(const reading *r, uint32_t i, uint32_t at) {
    ty_number *next = number_at(r, i + 1, at);
    bool zero = next && r->flow[at] == ZERO && next->end == at + 1;
    return zero ? number_at(r, i + 1, at + 1) : next;
}

/* So many of one unit in another, exactly. False on overflow. */
static bool convert(ty_decimal *value, const ty_unit_read *from, const ty_unit_read *to) {
    return ty_decimal_times(value, from->numerator, from->denominator) && ty_decimal_times(value, to->denominator, to->numerator);
}

/* Is the unit smaller than the last, and do so many of it make less than one? */
static bool is_part(ty_decimal value, const ty_unit_read *small, const ty_unit_read *last) {
    const ty_decimal one = ty_decimal_of(1);
    ty_decimal unit = one;
    if (!convert(&unit, small, last) || !convert(&value, small, last)) return false;
    return ty_decimal_compare(unit, one) < 0 && ty_decimal_compare(value, one) < 0;
}

/* 一周五天: so much in each, no sum; 两周三天 and 一周零五天 are sums. */
static bool is_rate(const reading *r, const amount *a, const ty_number *next, const ty_unit_read *small) {
    bool joined = next->start > a->end || r->flow[a->end] == ZERO || ty_decimal_compare(a->low, ty_decimal_of(1));
    return !joined && small->class == TY_TIME && small->numerator >= SECONDS_OF_DAY;
}

/* 三块五毛, 2小时30分: what the next number counts is a part of this unit. */
static bool join_part(reading *r, uint32_t i, amount *a, ty_unit_read *last) {
    ty_number *next = number_behind(r, i, a->end);
    ty_unit_read small, large = a->unit;
    ty_decimal part, sum = a->low;
    if (!is_single(next)) return false;
    uint32_t end = paragraph_end(r, next);
    if (!ty_unit_part_at(r->report, next->end, end, large.dimension, &small)) {
        if (!ty_unit_part_at(r->report, next->end, end, TY_NONE, &small)) return false;
        if (!ty_unit_as_part(r->report, &large, small.dimension)) return false; /* 块 is money only beside 毛 */
        last->numerator = large.numerator;
        last->denominator = large.denominator;
    }
    part = next->low;
    if (is_rate(r, a, next, &small) || !is_part(part, &small, last)) return false;
    if (!convert(&part, &small, &large) || !ty_decimal_add(&sum, part)) return false;
    a->low = a->high = sum;
    uint32_t start = a->unit.start;
    a->unit = large;
    a->unit.start = start;
    a->unit.end = a->end = small.end;
    next->use = TY_IS_USED;
    *last = small;
    a->vague = a->vague || char_at(r, a->end) == MORE || char_at(r, a->end) == REST;
    return true;
}

/* Can the unit have decimal places behind it? 米, 度, and 块 as money; not 个 nor 人. */
static bool takes_places(const reading *r, ty_unit_read *unit) {
    const ty_lexicon *lexicon = r->report->lexicon;
    for (uint32_t e = unit->entry; unit->class == TY_COUNT && e != TY_NONE; e = ty_trie_meaning(&lexicon->units, e)->next)
        (void)ty_unit_as_part(r->report, unit, ty_lexicon_unit(lexicon, ty_trie_meaning(&lexicon->units, e)->value)->dimension);
    return is_measure(unit) && unit->end == unit->start + 1;
}

/* 一米八, 三块五, 38度5, 1米75, 九块九毛九: decimal places behind the last unit, and nothing that they count. In
   三块五一斤 the 一 begins what costs so much. */
static void join_places(const reading *r, uint32_t i, amount *a, const ty_unit_read *last) {
    ty_number *next = number_at(r, i + 1, a->end);
    ty_unit_read large = a->unit, small = *last, ignored;
    if (!is_single(next) || next->scaled || !takes_places(r, &small)) return;
    if (large.class == TY_COUNT && !takes_places(r, &large)) return;
    uint32_t places = next->end - next->start, after = char_at(r, next->end);
    bool figures = ty_is_digit(r->flow[next->start]);
    bool counts = ty_unit_part_at(r->report, next->end, paragraph_end(r, next), TY_NONE, &ignored);
    bool price = counts && next->form == TY_POSITIONAL && places == 2 && r->flow[next->end - 1] == ONE;
    if (places > 2 || (places == 2 && next->form == TY_CHINESE) || (counts && !price) || after == '%' || after == '.') return;
    if (!price && ((ty_is_han(after) && after != POSSESSIVE) || ty_is_latin(after))) return;
    if (r->flow[next->start] == HALF || figures != ty_is_digit(r->flow[a->unit.start - 1])) return;
    ty_decimal part = next->low;
    if (price) part = ty_decimal_of((uint64_t)ty_digit_of(r->flow[next->start]));
    part.exponent -= price ? 1 : (int32_t)places;
    ty_decimal sum = a->low;
    if (!convert(&part, &small, &large) || !ty_decimal_add(&sum, part)) return;
    a->low = a->high = sum;
    a->unit = large;
    a->unit.end = a->end = price ? next->start + 1 : next->end;
    if (price) {
        next->start++;
        next->low = next->high = ty_decimal_of(1);
        next->form = TY_CHINESE;
        next->digits = 0;
    } else {
        next->use = TY_IS_USED;
    }
}

/* What goes on behind the unit belongs to the same amount. */
static void join_rest(reading *r, uint32_t i, amount *a) {
    if (!a->has_unit || a->vague || a->fraction || a->unit.half || !a->unit.whole || !is_single(&r->numbers[i])) return;
    if (a->unit.end != a->end || a->unit.start < r->numbers[i].end || a->low.negative) return;
    ty_unit_read last = a->unit;
    for (uint32_t joined = 0; joined < MOST_LINKED && join_part(r, i, a, &last);) joined++;
    ty_u128 whole;
    if (ty_decimal_whole(r->numbers[i].low, &whole)) join_places(r, i, a, &last);
}

/* Behind a sign of a range that stands at `at`, doubled or not, with or without blanks; 0 if there is none. */
static uint32_t behind_range_sign(const reading *r, uint32_t at) {
    uint32_t c = char_at(r, at);
    if (c == ' ') c = char_at(r, ++at);
    if (c == TO || c == UNTIL || c == OR) return at + 1;
    if (c != DASH && c != '-' && c != '~') return 0;
    at += char_at(r, at + 1) == c ? 2 : 1;
    return char_at(r, at) == ' ' ? at + 1 : at;
}

static bool same_unit(const amount *a, const amount *b) {
    if (a->percent || b->percent) return a->percent == b->percent;
    return a->has_unit && b->has_unit && a->unit.name == b->unit.name;
}

static int32_t zeros_of(ty_decimal value) {
    ty_u128 whole;
    int32_t zeros = 0;
    if (!ty_decimal_whole(value, &whole)) return 0;
    for (; whole && whole % 10 == 0; whole /= 10) zeros++;
    return zeros;
}

/* 3—5万: the scale of the second serves both, unless the first is as large without it. */
static void share_scale(const ty_number *first, const ty_number *second, amount *a) {
    if (first->scaled || !second->scaled || first->form != second->form) return;
    int32_t powers[] = {second->power, 0};
    if (first->form == TY_CHINESE && first->end == first->start + 1) { /* 五到六百万: by 百万; 五到二十万: by 万 */
        powers[0] = zeros_of(second->low);
        powers[1] = powers[0] >= 8 ? 8 : powers[0] >= 4 ? 4 : 0;
    }
    for (int i = 0; i < 2; i++) {
        ty_decimal scaled = ty_decimal_shift(a->low, powers[i]);
        if (!powers[i] || ty_decimal_compare(scaled, second->low) >= 0) continue;
        a->low = a->high = scaled;
        return;
    }
}

/* The second number of a range, behind the sign and behind the unit that may stand before it (¥5—¥10). */
static ty_number *second_of_range(const reading *r, uint32_t i, uint32_t at) {
    ty_number *second = number_at(r, i + 1, at);
    for (uint32_t k = 1; !second && k <= 4; k++) {
        ty_unit_read unit;
        ty_number *behind = number_at(r, i + 1, at + k);
        if (behind && ty_unit_before(r->report, at, behind->start, &unit) && unit.start == at) second = behind;
    }
    return second && second->use == TY_UNREAD ? second : NULL;
}

/* 五百亿级, 100万—500万级: a magnitude, and 级 is no unit. */
static void cut_rank(const reading *r, const ty_number *n, amount *a) {
    if (!a->has_unit || !n->scaled || a->unit.end != a->unit.start + 1 || r->flow[a->unit.start] != RANK) return;
    a->has_unit = false;
    a->bare = true;
    a->end = a->unit.start;
}

/* 6%—6.5%, 3—5家, 百分之二到三, 10万—20万元. The second number goes into `a`. */
static ty_status join_range(reading *r, uint32_t i, amount *a) {
    ty_number *first = &r->numbers[i];
    uint32_t at = behind_range_sign(r, a->end), before = char_before(r, a->start);
    if (!at || (before == FROM && !a->percent) || before == BY) return TY_OK;
    uint32_t sign = char_at(r, a->end);
    ty_number *second = second_of_range(r, i, at);
    amount b;
    if (!second) return TY_OK;
    ty_status status = read_amount(r, (uint32_t)(second - r->numbers), &b);
    if (status) return status;
    cut_rank(r, second, &b);
    bool leads = a->has_unit && a->unit.start < first->start; /* $5—10 */
    bool below = !a->has_unit && r->flow[first->start] == ZERO && r->flow[first->start + 1] == BELOW; /* 零下3至5度: both are */
    if (sign == OR && (a->has_unit || a->percent || first->form != second->form || (!b.has_unit && !b.percent))) return TY_OK;
    if (first->form == TY_PER_HUNDRED || first->form == TY_PER_THOUSAND) {
        if (second->form == TY_CHINESE && !b.has_unit) b.percent = true; /* 百分之二到三 */
        if (second->form == TY_CHINESE && b.has_unit) return TY_OK;
    } else if (!a->has_unit && !a->percent) {
        if (!b.has_unit && !b.percent) {
            if (sign == TO || sign == UNTIL) return TY_OK;
        }
        share_scale(first, second, a);
        if (is_tenths(r, second) && ty_decimal_compare(second->high, ty_decimal_of(10)) <= 0) { /* 二至三成 */
            a->low.exponent++;
            a->high.exponent++;
        }
        a->unit = b.unit;
        a->has_unit = b.has_unit;
        a->percent = b.percent;
    } else if (leads && !b.has_unit && !b.percent) {
        share_scale(first, second, a);
        b.has_unit = true;
        b.unit = a->unit;
    }
    if ((a->has_unit || a->percent || b.has_unit || b.percent) && !same_unit(a, &b)) return TY_OK;
    if (below && !b.low.negative) b.low.negative = b.high.negative = true;
    if (below && ty_decimal_compare(b.high, a->low) < 0) a->low = b.low;
    else if (ty_decimal_compare(a->low, b.high) >= 0) return TY_OK;
    else a->high = b.high;
    a->end = b.end;
    a->vague = a->vague || b.vague;
    a->bare = false;
    second->use = TY_IS_USED;
    return TY_OK;
}

static bool is_power_of_ten(ty_u128 value) {
    while (value && value % 10 == 0) value /= 10;
    return value == 1;
}

/* 一、二年, 五、六倍: lengths and multiples may be guessed; 一、二季度 are two, 三、四年级 no length. */
static bool is_guess(const reading *r, const ty_number *first, const ty_number *second) {
    enum { DAY = 0x5929, FOLD = 0x500D, WEEK = 0x5468, MIDDLE = 0x4E2D, HIGH = 0x9AD8, HEAD = 0x5934 };
    uint32_t unit = char_at(r, second->end), behind = char_at(r, second->end + 1), before = char_before(r, first->start);
    bool counts_off = before == LIST || before == ORDINAL || before == PHASE || before == CLOSE_QUOTE || before == HEAD;
    if (counts_off || before == WEEK || before == MIDDLE || before == HIGH) return false; /* 周一、二, 初中一、二年 */
    return unit == FOLD || (unit == DAY && !ty_is_han(behind)) || (unit == YEAR && behind != RANK);
}

/* 二、三百亿度, 三、五年: neighbours of one digit before a shared scale, and a few. */
static ty_status join_neighbours(reading *r, uint32_t i, amount *a) {
    ty_number *first = &r->numbers[i];
    if (char_at(r, first->end) != LIST || first->form != TY_CHINESE || first->end - first->start != 1) return TY_OK;
    ty_number *second = number_at(r, i + 1, first->end + 1);
    ty_u128 low, high;
    if (!second || second->use != TY_UNREAD || second->form != TY_CHINESE) return TY_OK;
    if (!ty_decimal_whole(first->low, &low) || !ty_decimal_whole(second->low, &high)) return TY_OK;
    bool is_some = low == 3 && high % 5 == 0 && is_power_of_ten(high / 5); /* 三、五年, 三、五百人; not one of a longer list */
    ty_u128 scale = is_some ? high / 5 : low ? high / (low + 1) : 0;
    if (is_some ? char_before(r, first->start) == LIST || char_at(r, second->end) == LIST
                : (scale < 10 && !is_guess(r, first, second)) || !is_power_of_ten(scale) || scale * (low + 1) != high)
        return TY_OK;
    ty_status status = read_amount(r, (uint32_t)(second - r->numbers), a);
    if (status) return status;
    second->use = TY_IS_USED;
    a->start = first->start;
    a->low = ty_decimal_of((uint64_t)(low * scale));
    return TY_OK;
}

/* 达到12488和10163亿元: the magnitude of the second serves both, where a word makes the first a value. */
static bool shares_magnitude(const reading *r, const ty_number *first, const ty_number *second) {
    const uint64_t says = TY_CUE(REACH) | TY_CUE(REACH_LEVEL) | TY_CUE(LINK) | TY_CUE(INCREASE) | TY_CUE(DECREASE);
    if (first->form != TY_ARABIC || first->scaled || !second->scaled || !ty_word_ending(r->report, says, first->start)) return false;
    double a = ty_decimal_double(first->low), b = ty_decimal_double(ty_decimal_shift(second->low, -(int32_t)second->power));
    return a > b / 100 && a < b * 10; /* 120、1305万人次; not 30和1.5万元 */
}

/* 1409万、1305万人次; 20.9、36.2、54.8个百分点; 3.4个、1个百分点: the unit comes with the last. */
static ty_status share_unit(reading *r, uint32_t i, amount *a) {
    const ty_number *first = &r->numbers[i];
    uint32_t at = a->end;
    if (a->percent || a->fraction) return TY_OK;
    for (uint32_t members = 1; members < LONGEST_LIST; members++) {
        uint32_t sign = char_at(r, at);
        ty_number *next = sign == LIST || sign == AND ? number_at(r, i + members, at + 1) : NULL;
        ty_unit_read unit;
        bool found;
        if (!next || next->form != first->form || next->use != TY_UNREAD) return TY_OK;
        ty_status status = ty_read_unit(r->report, next->end, paragraph_end(r, next), &unit, &found, r->error);
        if (status) return status;
        at = next->end;
        if (!found && !a->has_unit && next->scaled == first->scaled) continue; /* one more without a unit */
        bool scales = found && !a->has_unit && members == 1 && shares_magnitude(r, first, next);
        if (scales) a->low = ty_decimal_shift(a->low, next->power), a->high = ty_decimal_shift(a->high, next->power);
        bool points = a->has_unit && found && unit.class == TY_SHARE && a->unit.class == TY_COUNT && unit.end - unit.start > 2;
        if (!found || (!points && !scales && (a->has_unit || next->scaled != first->scaled))) return TY_OK;
        uint32_t end = a->unit.end;
        a->unit = unit;
        a->unit.end = end;
        a->has_unit = true;
        return TY_OK;
    }
    return TY_OK;
}

/* Does nothing follow that a number could count? */
static bool closes(const reading *r, uint32_t at) {
    uint32_t next = char_at(r, at);
    return next == '\n' || next == ' ' || ty_is_stop(next) || ty_is_comma(next) || ty_is_semicolon(next);
}

/* 由2.31缩小到2.18: what changes to a number without a unit has none either. */
static bool is_changed(const reading *r, const ty_number *n, const amount *a) {
    bool code = r->flow[n->start] == '0' && ty_is_digit(char_at(r, n->start + 1)); /* 030001 */
    uint32_t reached = n->form == TY_ARABIC && !code ? ty_word_at(r->report, TY_CUE(REACH_LEVEL), a->end) : 0;
    const ty_number *next = reached ? number_at(r, (uint32_t)(n - r->numbers) + 1, reached) : NULL;
    return next && next->form == TY_ARABIC && !next->scaled && closes(r, next->end);
}

/* A number by itself is a value: as in the cell of a table, or said to be one (总数为105，). */
static bool is_alone(const reading *r, const amount *a) {
    uint32_t before = char_before(r, a->start);
    bool opens = before == '\n' || before == ' ' || ty_is_colon(before) || ty_is_comma(before) || before == '=';
    const uint64_t says = TY_CUE(REACH) | TY_CUE(LINK) | TY_CUE(APPROX) | TY_CUE(AT_LEAST) | TY_CUE(AT_MOST) | TY_CUE(INCREASE) |
                          TY_CUE(DECREASE) | TY_CUE(INCREASE_NOUN) | TY_CUE(DECREASE_NOUN);
    bool is_one = a->end == a->start + 1 && r->flow[a->start] == ONE; /* 三图合一 */
    return closes(r, a->end) && (opens || (!is_one && ty_word_ending(r->report, says, a->start)));
}

/* 六个方面, “四个中心”: the text counts its own points, or sets a slogan in quotes. */
static bool is_own_point(const reading *r, const ty_number *n, const amount *a) {
    enum { STRONG = 0x5F3A, LIKE = 0x7B49, SLOGAN_WORD = 3 };
    if (a->unit.class != TY_COUNT || a->low.negative || ty_decimal_compare(a->high, ty_decimal_of(MOST_POINTS)) > 0) return false;
    uint32_t point = ty_word_at(r->report, TY_CUE(OWN_POINT), a->end);
    uint32_t behind = point;
    while (point && ty_is_digit(char_at(r, behind))) behind++;
    bool of_noun = n->form == TY_ARABIC && ty_is_han(char_at(r, behind)) && point == a->end + SLOGAN_WORD; /* 5个现代化产业园 */
    bool listed = char_before(r, a->start) == LIKE && n->form == TY_ARABIC; /* 工业等17个领域 are counted; not 稳投资等六个方面 */
    if (point && (listed || char_at(r, point) == RANK)) return false; /* 6个世界级 */
    if (point && !of_noun && (behind == point || char_at(r, behind) != STRONG)) return true; /* not 4家世界500强企业 */
    if (char_before(r, a->start) != OPEN_QUOTE || n->form != TY_CHINESE) return false;
    for (uint32_t at = a->end; at < a->end + SLOGAN; at++) {
        uint32_t c = char_at(r, at);
        if (c == CLOSE_QUOTE) return at > a->end;
        if (ty_is_comma(c) || ty_is_stop(c) || c == '\n') return false;
    }
    return false;
}

/* 十分重要: very. */
static bool is_very(const reading *r, const ty_number *n, const amount *a) {
    enum { TEN = 0x5341, PART = 0x5206 };
    bool very = n->end == n->start + 1 && r->flow[n->start] == TEN && r->flow[n->end] == PART && a->end == n->end + 1;
    return very && ty_is_han(char_at(r, a->end)) && ty_behind_bound(r->report, a->end) == a->end;
}

/* 百亿级, 突破百亿, 近千万家庭: is a magnitude without a digit a number? Not in 近万达广场. */
static bool is_magnitude(const reading *r, const ty_number *n, const amount *a) {
    enum { MILLION = 1000000 };
    uint32_t next = char_at(r, a->end);
    if (next == RANK) return true;
    if (!ty_is_han(next)) return ty_word_ending(r->report, TY_CUE(AT_LEAST), n->start) != NULL;
    return ty_decimal_compare(a->low, ty_decimal_of(MILLION)) >= 0 &&
           ty_word_ending(r->report, TY_CUE(APPROX) | TY_CUE(AT_LEAST) | TY_CUE(AT_LEAST_BARE), n->start);
}

/* Is what was read worth a row? One with a classifier is an article; a bare small numeral is part of a word. */
static bool is_row(const reading *r, const ty_number *n, const amount *a) {
    bool arabic = n->form == TY_ARABIC, is_one = !arabic && n->end == n->start + 1 && r->flow[n->start] == ONE;
    uint32_t next = char_at(r, a->end);
    if (a->percent || a->fraction) return true;
    if (!a->has_unit) {
        if (n->form == TY_BARE_SCALE) return is_magnitude(r, n, a);
        if (is_alone(r, a) || is_changed(r, n, a)) return true;
        if (arabic && n->digits == 0 && !n->scaled && !n->vague)
            return ty_word_ending(r->report, TY_CUE(REACH), n->start) != NULL && !ty_is_latin(next);
        return n->scaled && !ty_is_latin(next);
    }
    /* 一个 is an article, and so are 每一元 and “一码通办”; 一公里 and 一个半小时 measure. */
    bool article = (a->unit.class == TY_COUNT && a->unit.numerator < DOZEN) || a->unit.class == TY_HEADS ||
                   a->unit.class == TY_SHARE ||
                   (is_measure(&a->unit) && (char_before(r, n->start) == EACH || char_before(r, n->start) == OPEN_QUOTE));
    if (is_one && article && !a->unit.half) return false;
    bool above = char_before(r, n->start) == ABOVE && (n->start < 2 || r->flow[n->start - 2] != WITH);
    if (is_one && r->flow[a->unit.start] == YEAR && above) return false; /* 上一年; not 以上一年 */
    if (is_own_point(r, n, a) || is_very(r, n, a)) return false;
    /* 陆家嘴, 拾起来, 零起点 count nothing; 伍元 does. */
    bool lone = n->end == n->start + 1 && (ty_is_financial(r->flow[n->start]) || r->flow[n->start] == ZERO);
    bool short_one = n->form == TY_CHINESE && n->end == n->start + 1 && a->unit.end == a->unit.start + 1;
    if (short_one && r->flow[a->unit.start] == SIDE) return false; /* 三方 */
    if (short_one && r->flow[a->unit.start] == ROAD && ty_is_han(char_before(r, n->start))) return false; /* 经七路, 开通十路: a road or a line */
    if (lone && a->end == a->unit.end && !is_measure(&a->unit)) return false;
    if (r->flow[a->unit.start] == RANK && (!arabic || n->digits)) return false; /* 三级 */
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

static uint8_t kind_of(const amount *a) {
    if (a->percent || a->fraction) return TY_PERCENT;
    if (!a->has_unit) return TY_AMOUNT;
    return a->unit.class == TY_SHARE                                 ? TY_PERCENT
           : a->unit.class == TY_YEARS || a->unit.class == TY_TIME ? TY_DURATION
                                                                     : TY_AMOUNT;
}

/* The unit of what has none written: % and ‰ of 百分之 and 千分之, 1 of a fraction. */
static ty_status spell_unit(reading *r, const ty_number *n, const amount *a, ty_quantity *row) {
    static const uint32_t percent[] = {'%'}, permille[] = {0x2030}, one[] = {'1'};
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

static ty_status read_quantity(reading *r, uint32_t i) {
    ty_number *n = &r->numbers[i];
    amount a;
    ty_status status = read_amount(r, i, &a);
    if (!status) cut_rank(r, n, &a);
    if (!status) join_rest(r, i, &a);
    if (!status) status = join_neighbours(r, i, &a);
    if (!status) status = join_range(r, i, &a);
    if (!status) status = share_unit(r, i, &a);
    if (status) return status;
    if (!is_row(r, n, &a)) {
        /* Digits without a unit that are no code: the reader may know what they count. */
        bool plain = n->form == TY_ARABIC && !a.has_unit && !ty_is_latin(char_at(r, n->end));
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

static ty_status read_number(reading *r, uint32_t i) {
    ty_number *n = &r->numbers[i];
    if (n->use == TY_IS_USED || n->start < r->done) return TY_OK;
    if (n->use == TY_IS_DATE) {
        ty_quantity row = blank_row(TY_DATE, n->start, n->end);
        row.low = n->low;
        row.high = n->high;
        return add_row(r, row);
    }
    if (char_before(r, n->start) == ORDINAL) return read_ordinal(r, n);
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
        if (char_at(r, n->end) == SESSION) n->end++;
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

ty_status ty_pass_quantity(ty_report *report, ty_error *error) {
    reading r = {report, report->numbers.items, report->numbers.count, report->flow, 0, error};
    for (uint32_t i = 0; i < r.count; i++) {
        ty_status status = read_number(&r, i);
        if (status) return status;
    }
    place_rows(report);
    return TY_OK;
}
