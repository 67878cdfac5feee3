/* target.c: the year's headline targets, with a number or without, and what was achieved of the same indicators. */
#include "report.h"

#include <stdlib.h>

static bool can_be_target(const ty_quantity *row) { return row->kind == TY_AMOUNT || row->kind == TY_PERCENT; }

static uint8_t commitment_in(const ty_report *report, const ty_clause *clause) {
    if (ty_next_word(report, TY_CUE(ENSURE), clause->start, clause->end)) return TY_ENSURES;
    if (ty_next_word(report, TY_CUE(STRIVE), clause->start, clause->end)) return TY_STRIVES;
    return TY_PLAIN;
}

/* 以上, 不低于 and 确保 are hard; 左右, a range and 力争 soft: after Li, Liu, Weng and Zhou, Target Setting in
   Tournaments, Economic Journal 129 (2019). A plain number is neither. */
static uint8_t constraint_of(const ty_target *target) {
    if (target->bound == TY_APPROX || ty_decimal_compare(target->low, target->high) < 0) return TY_SOFT;
    if (target->commitment == TY_STRIVES) return TY_SOFT;
    if (target->bound == TY_AT_LEAST || target->bound == TY_AT_MOST || target->commitment == TY_ENSURES) return TY_HARD;
    return 0;
}

static uint32_t label_of(const ty_report *report, uint32_t indicator) {
    for (uint32_t i = 0; i < report->lexicon->indicator.count; i++)
        if (ty_lexicon_indicator(report->lexicon, i)->id == indicator) return ty_lexicon_indicator(report->lexicon, i)->label;
    return TY_NONE;
}

static bool is_set_anywhere(const ty_report *report, uint32_t indicator) {
    for (uint32_t i = 0; i < report->lexicon->indicator.count; i++)
        if (ty_lexicon_indicator(report->lexicon, i)->id == indicator)
            return ty_lexicon_indicator(report->lexicon, i)->flags & TY_SET_ANYWHERE;
    return false;
}

static ty_status add_target(ty_report *report, ty_target target, const ty_clause *clause, ty_error *error) {
    ty_target *copy = ty_array_push(&report->arena, &report->tables[TY_TARGETS], sizeof *copy);
    if (!copy) return ty_fail_memory(error);
    uint32_t end = clause->end;
    while (end > clause->start && !ty_is_han(report->flow[end - 1]) && report->flow[end - 1] != '%' &&
           !ty_is_latin(report->flow[end - 1]) && !ty_is_digit(report->flow[end - 1]))
        end--;
    ty_slice place = ty_flow_slice(report, clause->start, end);
    target.start = place.start;
    target.end = place.end;
    target.text = place;
    target.label = label_of(report, target.indicator);
    target.sentence = clause->sentence;
    *copy = target;
    return TY_OK;
}

static ty_status add_number(ty_report *report, uint32_t i, ty_error *error) {
    const ty_quantity *row = &TY_QUANTITIES_OF(report)[i];
    const ty_clause *clause = (const ty_clause *)report->clauses.items + row->clause;
    ty_target target = {.indicator = row->indicator,
                        .year = row->to_year,
                        .status = row->status,
                        .low = row->low,
                        .high = row->high,
                        .unit = row->unit,
                        .bound = row->bound,
                        .change = row->change,
                        .quantity = i};
    if (row->status == TY_TARGET) {
        target.commitment = commitment_in(report, clause);
        target.constraint = constraint_of(&target);
    }
    return add_target(report, target, clause, error);
}

/* 居民收入增长与经济增长同步: an indicator and a word that stands for a number. */
static ty_status add_unnumbered(ty_report *report, const ty_clause *clause, ty_error *error) {
    const ty_hit *hits = report->hits.items, *best = NULL;
    const ty_hit *stands = ty_last_word(report, TY_CUE(UNNUMBERED), clause->start, clause->end);
    if (!stands) return TY_OK;
    for (uint32_t h = report->hit_at[clause->start]; h < report->hits.count && hits[h].end <= clause->end; h++) {
        if (hits[h].cue != TY_CUE_INDICATOR || hits[h].end > stands->end) continue;
        if (best && hits[h].start >= best->end) break; /* the first name; what it is compared with comes later */
        bool growth = ty_lexicon_indicator(report->lexicon, hits[h].value)->flags & TY_TAKES_CHANGES;
        if (!best || hits[h].end - hits[h].start > best->end - best->start ||
            (hits[h].start == best->start && hits[h].end == best->end && growth))
            best = &hits[h];
    }
    if (!best) return TY_OK;
    ty_target target = {.indicator = ty_lexicon_indicator(report->lexicon, best->value)->id,
                        .year = report->plan_year,
                        .status = TY_TARGET,
                        .unit = TY_NONE,
                        .bound = TY_QUALITATIVE,
                        .quantity = TY_NONE,
                        .commitment = commitment_in(report, clause)};
    return add_target(report, target, clause, error);
}

static bool ends_with_colon(const ty_report *report, const ty_sentence *sentence) {
    return ty_is_colon(report->flow[sentence->flow.end - 1]);
}

/* Is this sentence a statement of the year's targets, or does it go on with one: in the same paragraph, or behind a
   colon in the next? */
static bool is_headline(const ty_report *report, uint32_t s, bool before) {
    const ty_sentence *sentences = TY_SENTENCES_OF(report);
    ty_slice range = sentences[s].flow;
    if (sentences[s].section != TY_NONE && TY_SECTIONS_OF(report)[sentences[s].section].role == TY_REVIEW) return false;
    if (ty_next_word(report, TY_CUE(HEADLINE), range.start, range.end)) return true;
    if (!before || !s || ty_word_at(report, TY_CUE(EXPLAINS), range.start)) return false;
    bool goes_on = sentences[s - 1].paragraph == sentences[s].paragraph || ends_with_colon(report, &sentences[s - 1]);
    return goes_on && ty_next_word(report, TY_CUE(INDICATOR), range.start, range.end);
}

static bool is_for_year(const ty_report *report, const ty_quantity *row) {
    int32_t year = report->plan_year;
    return row->status == TY_TARGET && year && row->to_year == row->from_year &&
           row->to_year == year;
}

static int by_place(const void *a, const void *b) {
    const ty_target *x = a, *y = b;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    return (x->quantity > y->quantity) - (x->quantity < y->quantity);
}

ty_status ty_pass_target(ty_report *report, ty_error *error) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    const ty_clause *clauses = report->clauses.items;
    uint32_t count = report->tables[TY_QUANTITIES].count, row = 0, clause = 0;
    uint8_t *wanted = ty_arena_take(&report->arena, ty_lexicon_string_count(report->lexicon) + 1);
    bool headline = false;
    ty_status status;
    if (!wanted) return ty_fail_memory(error);
    for (uint32_t i = 0; i < ty_lexicon_string_count(report->lexicon); i++) wanted[i] = 0;
    for (uint32_t s = 0; s < report->tables[TY_SENTENCES].count; s++) {
        uint32_t first = row, numbered = 0;
        headline = is_headline(report, s, headline);
        while (row < count && rows[row].sentence == s) row++;
        for (uint32_t i = first; i < row; i++) {
            if (!can_be_target(&rows[i]) || rows[i].indicator == TY_NONE || !is_for_year(report, &rows[i])) continue;
            numbered++;
            if (headline || is_set_anywhere(report, rows[i].indicator)) {
                wanted[rows[i].indicator] = 1;
                if ((status = add_number(report, i, error))) return status;
            }
        }
        bool sets = headline && (numbered || first == row);
        for (uint32_t i = first; clause < report->clauses.count && clauses[clause].sentence == s; clause++) {
            bool has_number = false;
            for (; i < row && rows[i].clause <= clause; i++) has_number = has_number || can_be_target(&rows[i]);
            if (sets && !has_number && (status = add_unnumbered(report, &clauses[clause], error))) return status;
        }
    }
    for (uint32_t i = 0; i < count; i++)
        if (rows[i].status == TY_ACHIEVED && rows[i].indicator != TY_NONE && wanted[rows[i].indicator] &&
            can_be_target(&rows[i]) && (status = add_number(report, i, error)))
            return status;
    if (report->tables[TY_TARGETS].count)
        qsort(report->tables[TY_TARGETS].items, report->tables[TY_TARGETS].count, sizeof(ty_target), by_place);
    return TY_OK;
}
