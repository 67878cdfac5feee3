/* indicator.c: the indicator of the lexicon that a number belongs to: one whose name its subject begins with, and whose
 * numbers come in its unit and are, like it, changes or levels. */
#include "report.h"

static bool is_points(const ty_report *report, const ty_quantity *row) {
    static const uint32_t points[] = {0x767E, 0x5206, 0x70B9};
    return row->unit != TY_NONE && ty_same_word(ty_report_string(report, row->unit), (ty_word){points, 3});
}

static bool is_measured_in(const ty_report *report, const ty_indicator *indicator, const ty_quantity *row) {
    if (row->kind == TY_PERCENT)
        return indicator->flags & (is_points(report, row) ? TY_TAKES_POINTS : TY_TAKES_SHARES);
    if (!indicator->dimension_count) return !(indicator->flags & TY_TAKES_SHARES);
    if (row->dimension == TY_NONE) return true; /* 40.8万青年 has no unit */
    for (uint32_t i = 0; i < indicator->dimension_count; i++)
        if (ty_same_word(ty_lexicon_string(report->lexicon, indicator->dimensions[i]), ty_report_string(report, row->dimension)))
            return true;
    return false;
}

static bool fits(const ty_report *report, const ty_indicator *indicator, const ty_quantity *row) {
    bool is_change = row->change == TY_INCREASES || row->change == TY_DECREASES;
    return (indicator->flags & TY_TAKES_CHANGES) == (is_change ? TY_TAKES_CHANGES : 0) && is_measured_in(report, indicator, row);
}

static uint32_t better(const ty_report *report, const ty_quantity *row, uint32_t index, uint32_t length, uint32_t *best_length,
                       uint32_t best) {
    const ty_indicator *indicator = ty_lexicon_indicator(report->lexicon, index);
    if (length <= *best_length || !fits(report, indicator, row)) return best;
    *best_length = length;
    return index;
}

/* A name inside a subject is of something else (民营经济增加值, 川南经济区经济总量): it must begin the subject, or stand
   behind a word that names nothing (今年, 全省, 实现). */
static bool begins_there(const ty_report *report, uint32_t start, ty_slice subject) {
    const uint64_t nothing = TY_CUE(LAST_YEAR) | TY_CUE(THIS_YEAR) | TY_CUE(TO_DO) | TY_CUE(DONE) | TY_CUE(ENSURE) |
                             TY_CUE(STRIVE) | TY_CUE(GOVERNS) | TY_CUE(YEARLY) | TY_CUE(COMPARED);
    return subject.start == subject.end || start == subject.start || ty_word_ending(report, nothing, start);
}

/* The longest name that fits the number in [start, end). */
static uint32_t named_in(const ty_report *report, const ty_quantity *row, uint32_t start, uint32_t end) {
    const ty_hit *hits = report->hits.items;
    uint32_t best = TY_NONE, best_length = 0;
    for (uint32_t h = report->hit_at[start]; h < report->hits.count && hits[h].start < end; h++)
        if (hits[h].cue == TY_CUE_INDICATOR && hits[h].end <= end && begins_there(report, hits[h].start, row->subject_flow))
            best = better(report, row, hits[h].value, hits[h].end - hits[h].start, &best_length, best);
    return best;
}

enum { LONGEST_NAME = 48 };

/* Is `left` with `right` behind it, as one word, the name of an indicator that fits? */
static uint32_t named_jointly(const ty_report *report, const ty_quantity *row, ty_slice left, ty_slice right) {
    const ty_trie *trie = &report->lexicon->cues;
    uint32_t word[LONGEST_NAME], length = 0, read = 0, best = TY_NONE, best_length = 0;
    if (left.end - left.start + right.end - right.start > LONGEST_NAME) return TY_NONE;
    for (uint32_t at = left.start; at < left.end; at++) word[length++] = report->flow[at];
    for (uint32_t at = right.start; at < right.end; at++) word[length++] = report->flow[at];
    uint32_t entry = ty_trie_longest(trie, word, word + length, &read);
    for (uint32_t e = entry; read == length && e != TY_NONE; e = ty_trie_meaning(trie, e)->next)
        if (ty_trie_meaning(trie, e)->kind == TY_CUE_INDICATOR)
            best = better(report, row, ty_trie_meaning(trie, e)->value, length, &best_length, best);
    return best;
}

/* 城镇和农村居民人均可支配收入分别增长…: the first lacks the end of the last; 事故起数、死亡人数分别下降…: the last lacks the
   beginning of the first. */
static uint32_t named_by_list(const ty_report *report, uint32_t i, uint32_t last) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report), *row = &rows[i];
    ty_slice part = row->subject_flow, tail = rows[last].subject_flow, head = rows[row->list].subject_flow;
    uint32_t found = TY_NONE;
    if (last == row->list || part.start == part.end) return TY_NONE;
    for (uint32_t at = tail.start + 1; part.start != tail.start && at < tail.end && found == TY_NONE; at++)
        found = named_jointly(report, row, part, (ty_slice){at, tail.end});
    for (uint32_t at = head.end; part.start != head.start && at-- > head.start + 1 && found == TY_NONE;)
        found = named_jointly(report, row, (ty_slice){head.start, at}, part);
    return found;
}

/* 三次产业增加值分别增长…: the one of the three that the number's place in the list tells. */
static uint32_t part_of_indicator(const ty_report *report, uint32_t i, uint32_t last, uint32_t index) {
    const ty_quantity *row = &TY_QUANTITIES_OF(report)[i];
    const ty_indicator *indicator = ty_lexicon_indicator(report->lexicon, index);
    if (indicator->part_count != last - row->list + 1) return indicator->id;
    return ty_lexicon_indicator(report->lexicon, indicator->parts[i - row->list])->id;
}

static uint32_t last_of_list(const ty_report *report, uint32_t i) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t last = rows[i].list;
    while (last + 1 < report->tables[TY_QUANTITIES].count && rows[last + 1].list == rows[i].list) last++;
    return last;
}

static uint32_t indicator_of(const ty_report *report, uint32_t i) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report), *row = &rows[i];
    const ty_clause *clause = (const ty_clause *)report->clauses.items + row->clause;
    ty_slice subject = row->subject_flow;
    uint32_t number = row->flow.start, start = subject.start, end = subject.end, last = last_of_list(report, i);
    uint32_t found = named_by_list(report, i, last);
    if (found != TY_NONE) return ty_lexicon_indicator(report->lexicon, found)->id;
    if (start == end) { /* whatever stands between the last number and this one */
        bool follows = i && rows[i - 1].clause == row->clause && ty_has_value(&rows[i - 1]);
        start = follows ? rows[i - 1].flow.end : clause->start;
        end = number;
    } else if (start >= clause->start && end <= number) {
        end = number; /* 经济增长5%: the name takes in the verb */
    }
    found = named_in(report, row, start, end);
    return found == TY_NONE ? TY_NONE : part_of_indicator(report, i, last, found);
}

ty_status ty_pass_indicator(ty_report *report, ty_error *error) {
    ty_quantity *rows = TY_QUANTITIES_OF(report);
    (void)error;
    for (uint32_t i = 0; i < report->tables[TY_QUANTITIES].count; i++)
        if (ty_has_value(&rows[i])) rows[i].indicator = indicator_of(report, i);
    return TY_OK;
}
