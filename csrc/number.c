/* number.c: where numerals stand in the text.
 *
 * A numeral inside a word of the lexicon (一带一路), a code (PM2.5, T1000), a list mark or a sum (1+30) is none.
 */
#include "numeral.h"
#include "report.h"
#include "unit.h"

enum { LONGEST_MARK = 3, SHORT_NAME = 3 /* 十四五 */, LONGEST_UNIT = 16 };

/* Digits that belong to a code or a sum: PM2.5, T1000, 1+30, GB18030-2005. */
static bool is_code(const ty_report *report, const ty_number *n, uint32_t begin, uint32_t end) {
    const uint32_t *flow = report->flow;
    uint32_t before = n->start > begin ? flow[n->start - 1] : 0, after = n->end < end ? flow[n->end] : 0;
    ty_unit_read unit;
    if (n->form != TY_ARABIC) return false;
    if (ty_is_latin(before) && ty_unit_before(report, begin, n->start, &unit)) return false; /* RMB500 */
    if (ty_is_among(before, U"+=><")) return true;
    if (ty_is_among(after, U"+=><")) return true;
    if (ty_is_among(before, U".@#_")) return true;
    if (ty_is_latin(before) || ((before == '-' || before == U'—') && n->start > begin + 1 && ty_is_latin(flow[n->start - 2])))
        return after != '%';
    return false;
}

/* -5, +5, .5: what stands before the figures and is no dash, sum or stop. A sign that is a dash too is seen from behind. */
static void read_before(const uint32_t *flow, uint32_t from, ty_number *n) {
    if (n->start == from || n->form != TY_ARABIC) return;
    uint32_t sign = flow[n->start - 1], before = n->start > 1 ? flow[n->start - 2] : '\n';
    uint32_t next = flow[n->end]; /* the newline behind the paragraph at the latest */
    bool apart = !ty_is_digit(before) && !ty_is_latin(before) && before != sign && !ty_is_among(before, U"%‰).");
    bool year = next == U'年' && n->digits == 4; /* —2018年2月2日 */
    bool measured = sign == '-' && ty_is_among(next, U"%‰℃°"); /* 增长-2.5% */
    if (!apart || year || (ty_is_han(before) && !measured)) return;
    if (sign == '.' && n->digits && n->low.coefficient) {
        n->low.exponent -= n->digits;
        n->high = n->low;
        n->digits = 0;
        n->start--;
        read_before(flow, from, n);
    } else if (sign == '-' || sign == U'—') {
        n->start--;
        ty_negate(n);
    } else if (sign == '+') {
        n->start--;
    }
}

/* （3）, 3. at the head of a paragraph, 3）: marks of a list. */
static bool is_list_mark(const ty_report *report, const ty_number *n, const ty_paragraph *paragraph) {
    const uint32_t *flow = report->flow;
    uint32_t after = n->end < paragraph->flow.end ? flow[n->end] : '\n';
    uint32_t before = n->start > paragraph->flow.start ? flow[n->start - 1] : '\n';
    if (ty_is_among(before, U"([〔［【"))
        return ty_is_among(after, U")]〕］】");
    if (n->start != paragraph->flow.start || (n->digits == 0 && n->form == TY_ARABIC)) return false;
    if (n->digits > LONGEST_MARK) return false; /* 2020、2021年 */
    return ty_is_among(after, U".、)");
}

static uint32_t skip_numeral(const uint8_t *steps, const uint32_t *flow, uint32_t at, uint32_t end) {
    if (ty_is_digit(flow[at])) {
        while (at < end && (ty_is_digit(flow[at]) || flow[at] == '.' || flow[at] == ',')) at++;
        return at;
    }
    while (at < end && flow[at] < TY_PLANE && (steps[flow[at]] & TY_BEGINS || steps[flow[at]] == TY_MORE)) at++;
    return at;
}

static ty_status add_number(ty_report *report, uint32_t p, ty_number n, ty_error *error) {
    ty_number *copy = ty_array_push(&report->arena, &report->numbers, sizeof *copy);
    if (!copy) return ty_fail_memory(error);
    n.paragraph = p;
    *copy = n;
    return TY_OK;
}

/* 十四五岁, 十四五个 */
static bool is_counted(const ty_report *report, uint32_t at, uint32_t end) {
    ty_unit_read unit;
    if (!ty_unit_part_at(report, at, end, TY_NONE, &unit)) return false;
    return unit.class == TY_MEASURE || unit.class == TY_HEADS || report->flow[at] == U'个';
}

/* A short name such as 十五 is a plan in quotes or before 时期, 计划 alone; a longer one (十四五) but where it counts. */
static bool is_sure(const ty_report *report, uint32_t at, uint32_t length, uint32_t entry) {
    const uint32_t *behind = report->flow + at + length; /* the newline behind the paragraph ends the look */
    if (ty_digit_of(behind[0]) >= 0 || (behind[0] == U'点' && ty_digit_of(behind[1]) >= 0)) { /* 九一八 is no day in 九一八二八 */
        uint32_t digits = 0;
        while (digits < length && ty_digit_of(report->flow[at + digits]) >= 0) digits++;
        if (digits == length) return false;
    }
    bool ranks = at && report->flow[at - 1] == U'前' && length == 2 && report->flow[at + 1] == U'强' && !ty_is_han(behind[0]); /* 前|十强 */
    if (ty_trie_meaning(&report->lexicon->words, entry)->kind != TY_CUE_PLAN) return !ranks;
    uint32_t stop = at + length;
    uint32_t end = stop + LONGEST_UNIT < report->flow_length ? stop + LONGEST_UNIT : report->flow_length;
    if (length > 2) return length > SHORT_NAME || !is_counted(report, stop, end);
    bool quoted = at && report->flow[at - 1] == U'“', closed = behind[0] == U'”';
    if (quoted && closed) return true;
    bool typed = (quoted || (at && report->flow[at - 1] == U'‘')) && (closed || behind[0] == U'’');
    uint32_t then = stop + typed; /* “六五’期间; not ‘三五’工作法 */
    return ty_comes_at(report, then, U"时期") || ty_comes_at(report, then, U"期间") || ty_comes_at(report, then, U"规划") ||
           ty_comes_at(report, then, U"计划") || ty_comes_at(report, then, U"期末");
}

/* A word that holds a numeral and is none, or the name of a plan. */
static ty_status read_word(ty_report *report, uint32_t p, uint32_t at, uint32_t length, uint32_t entry, ty_error *error) {
    const ty_entry *meaning = ty_trie_meaning(&report->lexicon->words, entry);
    if (meaning->kind != TY_CUE_PLAN) return ty_reject(report, TY_IN_WORD, at, at + length, error);
    ty_number n = {.start = at, .end = at + length, .form = TY_PLAN_NAME};
    n.low = ty_decimal_of(meaning->value / 10000);
    n.high = ty_decimal_of(meaning->value % 10000);
    return add_number(report, p, n, error);
}

/* The word that holds the numeral at `at`: it begins there or a few characters before. Its first entry; TY_NONE. */
static uint32_t word_around(const ty_report *report, uint32_t from, uint32_t at, uint32_t end, ty_slice *word) {
    const ty_trie *words = &report->lexicon->words;
    const uint32_t *flow = report->flow;
    uint32_t lead = report->lexicon->word_lead;
    for (uint32_t start = at - from > lead ? at - lead : from; start <= at; start++) {
        if (flow[start] >= TY_PLANE || report->lexicon->leads[flow[start]] < at - start) continue;
        if (!ty_has_start(report->lexicon->word_starts, flow + start)) continue; /* nearly all that is none */
        uint32_t length = 0, entry = ty_trie_longest(words, flow + start, flow + end, &length);
        if (entry == TY_NONE || start + length <= at || !is_sure(report, start, length, entry)) continue;
        *word = (ty_slice){start, start + length};
        return entry;
    }
    return TY_NONE;
}

static ty_status scan(ty_report *report, uint32_t p, ty_error *error) {
    const uint8_t *steps = report->lexicon->steps;
    const ty_paragraph *paragraph = &TY_PARAGRAPHS_OF(report)[p];
    const uint32_t *flow = report->flow;
    ty_status status = TY_OK;
    uint32_t from = paragraph->flow_text; /* behind the last number or word */
    for (uint32_t at = from, end = paragraph->flow.end; at < end && !status;) {
        ty_number n;
        ty_slice word;
        if ((at = ty_next_trait(report->traits, TY_BEGINS_NUMERAL, at, end)) == end) break;
        uint32_t entry = word_around(report, from, at, end, &word);
        bool arabic = ty_is_digit(flow[at]);
        if (entry != TY_NONE) {
            status = read_word(report, p, word.start, word.end - word.start, entry, error);
            at = word.end;
        } else if (ty_read_numeral(report->lexicon, flow, at, end, &n)) {
            at = n.end;
            read_before(flow, from, &n);
            if (is_code(report, &n, paragraph->flow.start, end)) status = ty_reject(report, TY_IS_CODE, n.start, n.end, error);
            else if (is_list_mark(report, &n, paragraph)) status = ty_reject(report, TY_IS_LIST_MARK, n.start, n.end, error);
            else status = add_number(report, p, n, error);
        } else {
            uint32_t start = at;
            at = arabic || ty_digit_of(flow[at]) >= 0 ? skip_numeral(steps, flow, at, end) : at + 1;
            if (flow[start] != U'负') status = ty_reject(report, TY_UNREADABLE, start, at, error); /* 负责 */
        }
        from = at;
    }
    return status;
}

ty_status ty_pass_number(ty_report *report, ty_error *error) {
    for (uint32_t p = 0; p < report->tables[TY_PARAGRAPHS].count; p++) {
        uint8_t role = TY_PARAGRAPHS_OF(report)[p].role;
        ty_status status = role == TY_MARK || role == TY_CHROME ? TY_OK : scan(report, p, error);
        if (status) return status;
    }
    return TY_OK;
}
