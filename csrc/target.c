/* target.c: the year's targets, with a number or without, and what was achieved of the same indicators.
 *
 *   今年主要预期目标是：A增长5%，B以内，C基本同步。   the headline statement sets whatever it names
 *   城镇新增就业110万人以上                          elsewhere in the plan: an indicator that the statement leaves out
 *   去年A增长4.8%                                    the result, for each indicator that reports set as a target
 */
#include "phrase.h"
#include "report.h"

#include <stdlib.h>
#include <string.h>

/* What a sentence is to the year's targets. */
typedef enum { APART, MENTIONS, SETS } role;

typedef struct setter {
    ty_report *report;
    const ty_indicator **of; /* of each string of the lexicon: the indicator that it names */
    uint8_t *is_set;         /* of each: is it set for the year? */
    uint8_t *role;           /* of each sentence */
} setter;

enum { WIDEST_GAP = 8 };

static bool can_be_target(const ty_quantity *row) {
    return row->kind == TY_AMOUNT || row->kind == TY_PERCENT || (row->kind == TY_DURATION && row->indicator != TY_NONE);
}

/* What a statement sets without naming a year is for the report's. */
static bool is_for_year(const ty_report *report, const ty_quantity *row, bool in_statement) {
    int32_t year = report->plan_year;
    if (row->status != TY_TARGET || !year || row->to_year != row->from_year) return false;
    return row->to_year == year || (in_statement && !row->to_year);
}

static bool is_review(const ty_report *report, uint32_t sentence) {
    uint32_t section = TY_SENTENCES_OF(report)[sentence].section;
    return section != TY_NONE && TY_SECTIONS_OF(report)[section].role == TY_REVIEW;
}

/* ---- the headline statement --------------------------------------------------- */

/* 主要预期目标是, 目标建议为, 预期目标安排如下：: a word that opens the statement, and does not speak about it. */
static bool introduces(const ty_report *report, const ty_hit *word, uint32_t end) {
    uint32_t last = report->flow[word->end - 1];
    if (last == U'是' || last == U'为') return true;
    for (uint32_t at = word->end; at < end && at < word->end + WIDEST_GAP; at++) {
        uint32_t c = report->flow[at];
        if (ty_is_colon(c) || (at < word->end + WIDEST_GAP / 2 && (c == U'是' || c == U'为'))) return true;
        if (!ty_is_han(c)) return false;
    }
    return false;
}

/* Does the sentence go on with the one before: in the same paragraph, behind a colon or an item of a list? */
static bool goes_on(const ty_report *report, uint32_t s) {
    const ty_sentence *sentences = TY_SENTENCES_OF(report);
    uint32_t before = s ? report->flow[sentences[s - 1].flow.end - 1] : 0;
    if (!s) return false;
    return sentences[s - 1].paragraph == sentences[s].paragraph || ty_is_colon(before) || ty_is_semicolon(before) ||
           TY_PARAGRAPHS_OF(report)[sentences[s - 1].paragraph].role == TY_HEADING;
}

static role role_of(const ty_report *report, uint32_t s, role before) {
    uint64_t cues = report->cues_in[s];
    if (!(cues & TY_CUE(HEADLINE)) && (before != SETS || !(cues & TY_CUE(INDICATOR)))) return APART;
    const ty_sentence *sentence = &TY_SENTENCES_OF(report)[s];
    ty_slice range = sentence->flow;
    bool is_heading = TY_PARAGRAPHS_OF(report)[sentence->paragraph].role == TY_HEADING;
    if (is_review(report, s)) return APART;
    const ty_hit *word = ty_next_word(report, TY_CUE(HEADLINE), range.start, range.end), *first = word;
    for (; word; word = ty_next_word(report, TY_CUE(HEADLINE), word->start + 1, range.end))
        if (is_heading || introduces(report, word, range.end)) return SETS;
    if (ty_word_at(report, TY_CUE(EXPLAINS), range.start)) return APART;
    if (first) return MENTIONS;
    return before == SETS && goes_on(report, s) && cues & TY_CUE(INDICATOR) ? SETS : APART;
}

/* ---- rows ----------------------------------------------------------------------- */

/* 确保 and 力争 govern what comes after them: 增长5%、力争更好结果 is plain. */
static uint8_t commitment_in(const ty_report *report, uint32_t start, uint32_t end) {
    if (ty_next_word(report, TY_CUE(ENSURE), start, end)) return TY_ENSURES;
    if (ty_next_word(report, TY_CUE(STRIVE), start, end)) return TY_STRIVES;
    return TY_PLAIN;
}

static bool has_mark(const ty_target *target, ty_mark mark) {
    if (mark == TY_MARK_RANGE) return target->low.divisor && ty_decimal_compare(target->low, target->high) < 0;
    return mark < TY_MARK_PLAIN ? target->bound == mark : target->commitment == mark - TY_MARK_PLAIN + TY_PLAIN;
}

/* The first rule of the lexicon that speaks of the target. */
static uint8_t constraint_of(const ty_report *report, const ty_target *target) {
    const ty_constraint_rule *rules = report->lexicon->constraint.items;
    for (uint32_t i = 0; i < report->lexicon->constraint.count; i++)
        if (has_mark(target, (ty_mark)rules[i].mark)) return rules[i].constraint;
    return 0;
}

static ty_status add_row(setter *s, ty_target target, const ty_clause *clause, ty_error *error) {
    ty_report *report = s->report;
    ty_target *copy = ty_array_push(&report->arena, &report->tables[TY_TARGETS], sizeof *copy);
    if (!copy) return ty_fail_memory(error);
    uint32_t end = clause->end;
    while (end > clause->start && !ty_is_han(report->flow[end - 1]) && report->flow[end - 1] != '%' &&
           !ty_is_latin(report->flow[end - 1]) && !ty_is_digit(report->flow[end - 1]))
        end--;
    target.text = ty_flow_slice(report, clause->start, end);
    target.start = target.text.start;
    target.end = target.text.end;
    target.sentence = clause->sentence;
    if (target.indicator != TY_NONE) target.label = s->of[target.indicator]->label;
    if (target.status == TY_TARGET) {
        target.constraint = constraint_of(report, &target);
        if (target.indicator != TY_NONE) s->is_set[target.indicator] = 1;
    }
    *copy = target;
    return TY_OK;
}

static const ty_indicator *indicator_at(const ty_report *report, const ty_hit *hit) {
    return ty_lexicon_indicator(report->lexicon, hit->value);
}

static bool joins(uint32_t c) { return ty_is_among(c, U"、和与及"); }

/* 城乡居民收入|均增长9%: is the number said of each part that the name stands for? */
static bool is_of_each(const ty_report *report, const ty_quantity *row) {
    uint32_t end = row->subject_flow.end;
    if (row->indicator == TY_NONE || end > row->flow.start || row->flow.start - end > WIDEST_GAP) return false;
    uint32_t start = row->subject_flow.start;
    bool several = ty_closing(report, start, U'乡', end) < end || ty_closing(report, start, U'三', end) < end; /* 城乡, 三次产业; not 居民收入 */
    for (uint32_t at = end; several && at < row->flow.start; at++)
        if ((report->flow[at] == U'均' || report->flow[at] == U'都') && ty_is_boundary(report, at) && ty_is_boundary(report, at + 1)) return true;
    return false;
}

/* A target of the indicator, or, where the number is said of each, of the parts that its name stands for. */
static ty_status add_named(setter *s, ty_target target, const ty_indicator *named, const ty_clause *clause, ty_error *error) {
    const ty_quantity *row = &TY_QUANTITIES_OF(s->report)[target.quantity];
    bool each = named->part_count && is_of_each(s->report, row);
    target.indicator = named->id;
    ty_status status = each ? TY_OK : add_row(s, target, clause, error);
    for (uint32_t part = 0; each && !status && part < named->part_count; part++) {
        target.indicator = ty_lexicon_indicator(s->report->lexicon, named->parts[part])->id;
        status = add_row(s, target, clause, error);
    }
    return status;
}

/* 城镇居民收入和农村居民收入均增长9%: the number is the other's too. */
static ty_status add_shared(setter *s, ty_target target, const ty_clause *clause, ty_error *error) {
    const ty_report *report = s->report;
    const ty_quantity *rows = TY_QUANTITIES_OF(report), *row = &rows[target.quantity];
    const ty_hit *hits = report->hits.items;
    uint32_t next = target.quantity + 1, count = report->tables[TY_QUANTITIES].count;
    ty_slice subject = row->subject_flow, name = {subject.start, subject.start};
    if (row->list != target.quantity || (next < count && rows[next].list == row->list)) return TY_OK;
    for (uint32_t h = report->hit_at[subject.start]; h < report->hits.count && hits[h].end <= subject.end; h++) {
        const ty_hit *hit = &hits[h];
        if (hit->cue != TY_CUE_INDICATOR || (hit->start > name.start && hit->start < name.end)) continue; /* 货物和服务进出口 is one */
        name = (ty_slice){hit->start, hit->start == name.start && hit->end < name.end ? name.end : hit->end};
        bool first = hit->start == subject.start, last = hit->end == subject.end;
        if ((first && last) || (!first && !joins(report->flow[hit->start - 1])) || (!last && !joins(report->flow[hit->end]))) continue;
        const ty_indicator *other = indicator_at(report, hit);
        bool is_set = s->is_set[other->id], wanted = target.status == TY_TARGET ? !is_set : is_set || other->flags & TY_IS_HEADLINE;
        if (other->id == row->indicator || !wanted || !ty_indicator_fits(report, other, row)) continue;
        ty_status status = add_named(s, target, other, clause, error);
        if (status) return status;
    }
    return TY_OK;
}

static ty_status add_number(setter *s, uint32_t i, ty_error *error) {
    ty_report *report = s->report;
    const ty_quantity *row = &TY_QUANTITIES_OF(report)[i];
    const ty_clause *clause = ty_clause_of(report, row);
    ty_target target = {.indicator = row->indicator,
                        .label = TY_NONE,
                        .year = row->to_year ? row->to_year : report->plan_year,
                        .status = row->status,
                        .low = row->low,
                        .high = row->high,
                        .unit = row->unit,
                        .bound = row->bound,
                        .change = row->change,
                        .quantity = i};
    if (row->status == TY_TARGET) target.commitment = commitment_in(report, clause->start, row->flow.start);
    if (row->indicator == TY_NONE) { /* nothing in the lexicon: the words of the text */
        ty_word subject = {report->flow + row->subject_flow.start, row->subject_flow.end - row->subject_flow.start};
        ty_status status = ty_add_string(report, subject, &target.label, error);
        if (status) return status;
    }
    if (row->indicator == TY_NONE) return add_row(s, target, clause, error);
    ty_status status = add_named(s, target, s->of[row->indicator], clause, error);
    return status ? status : add_shared(s, target, clause, error);
}

/* Is the number said again? */
static bool is_repeated(const setter *s, const ty_quantity *row) {
    enum { MOST_BACK = 64 }; /* a statement sets fewer */
    const ty_target *targets = s->report->tables[TY_TARGETS].items;
    if (row->indicator == TY_NONE || !s->is_set[row->indicator]) return false;
    for (uint32_t i = s->report->tables[TY_TARGETS].count, steps = MOST_BACK; i-- && steps--;)
        if (targets[i].indicator == row->indicator && !ty_decimal_compare(targets[i].low, row->low) &&
            !ty_decimal_compare(targets[i].high, row->high))
            return true;
    return false;
}

/* ---- targets without a number ------------------------------------------------------ */

/* The first name of an indicator in [start, end): the longest there, and of equals a headline one, then the one that takes changes. */
static const ty_hit *first_name(const ty_report *report, uint32_t start, uint32_t end) {
    const ty_hit *hits = report->hits.items, *best = NULL;
    for (uint32_t h = report->hit_at[start]; h < report->hits.count && hits[h].end <= end; h++) {
        if (hits[h].cue != TY_CUE_INDICATOR) continue;
        if (best && hits[h].start >= best->end) break;
        uint32_t length = hits[h].end - hits[h].start, longest = best ? best->end - best->start : 0;
        uint32_t flags = indicator_at(report, &hits[h])->flags, other = best ? indicator_at(report, best)->flags : 0;
        bool wins = (flags & TY_IS_HEADLINE) == (other & TY_IS_HEADLINE) ? flags & TY_TAKES_CHANGES : flags & TY_IS_HEADLINE;
        if (length > longest || (length == longest && hits[h].start == best->start && wins)) best = &hits[h];
    }
    return best;
}

static ty_status add_unnumbered(setter *s, const ty_clause *clause, const ty_hit *name, uint8_t bound, ty_error *error) {
    ty_report *report = s->report;
    uint32_t indicator = indicator_at(report, name)->id;
    if (s->is_set[indicator]) return TY_OK;
    ty_target target = {.indicator = indicator,
                        .year = report->plan_year,
                        .status = TY_TARGET,
                        .unit = TY_NONE,
                        .bound = bound,
                        .quantity = TY_NONE,
                        .commitment = commitment_in(report, clause->start, clause->end)};
    return add_row(s, target, clause, error);
}

/* 居民收入增长与经济增长同步: an indicator and words that stand for a number. 完成国家下达的A、B任务: several behind them. */
static ty_status read_unnumbered(setter *s, const ty_clause *clause, const ty_hit *stands, bool everything, ty_error *error) {
    const ty_report *report = s->report;
    const ty_hit *name = first_name(report, clause->start, stands->end), *first = name;
    while (name && !everything && !(indicator_at(report, name)->flags & TY_SET_ANYWHERE)) /* 社会融资规模、|货币供应量同经济增长相匹配 */
        name = first_name(report, name->end, stands->end);
    if (first) return name ? add_unnumbered(s, clause, name, TY_QUALITATIVE, error) : TY_OK;
    for (uint32_t at = stands->end; everything && (name = first_name(report, at, clause->end)); at = name->end) {
        ty_status status = add_unnumbered(s, clause, name, TY_QUALITATIVE, error);
        if (status) return status;
    }
    return TY_OK;
}

/* A clause that gave no number for the year; `numbers` are those that it gives all the same. In the statement an indicator
   that it names is set, whether its value could be read or not. */
static ty_status read_clause(setter *s, const ty_clause *clause, uint32_t numbers, bool in_statement, ty_error *error) {
    const ty_hit *stands = ty_last_word(s->report, TY_CUE(UNNUMBERED), clause->start, clause->end);
    if (stands && !numbers) return read_unnumbered(s, clause, stands, in_statement, error);
    const ty_hit *name = in_statement ? first_name(s->report, clause->start, clause->end) : NULL;
    uint32_t end = clause->end;
    while (end > clause->start && !ty_is_word_char(s->report->flow[end - 1])) end--;
    bool grows = name && !numbers && ty_word_ending(s->report, TY_CUE(INCREASE) | TY_CUE(DECREASE), end); /* 居民收入较快增长 */
    return name ? add_unnumbered(s, clause, name, grows ? TY_QUALITATIVE : 0, error) : TY_OK;
}

/* ---- the pass ------------------------------------------------------------------------- */

static bool is_headline(const setter *s, const ty_quantity *row) {
    return row->indicator != TY_NONE && s->of[row->indicator]->flags & TY_IS_HEADLINE;
}

/* 预期目标作了适当调整。今年城镇新增就业900万人以上，…: does the sentence behind one that mentions the targets set enough of them? */
static bool lists_targets(const setter *s, uint32_t sentence, uint32_t first, uint32_t last) {
    enum { ENOUGH = 3 };
    const ty_sentence *sentences = TY_SENTENCES_OF(s->report);
    const ty_quantity *rows = TY_QUANTITIES_OF(s->report);
    uint32_t set = 0;
    if (!sentence || sentences[sentence - 1].paragraph != sentences[sentence].paragraph) return false;
    for (uint32_t i = first; i < last; i++) set += is_headline(s, &rows[i]) && is_for_year(s->report, &rows[i], false);
    return set >= ENOUGH;
}

static bool prepare(setter *s) {
    ty_report *report = s->report;
    const ty_lexicon *lexicon = report->lexicon;
    uint32_t strings = ty_lexicon_string_count(lexicon) + 1, sentences = report->tables[TY_SENTENCES].count;
    s->of = ty_arena_take(&report->arena, strings * sizeof *s->of);
    s->is_set = ty_arena_take(&report->arena, strings);
    s->role = ty_arena_take(&report->arena, sentences + 1);
    if (!s->of || !s->is_set || !s->role) return false;
    memset(s->is_set, 0, strings);
    for (uint32_t i = 0; i < lexicon->indicator.count; i++)
        s->of[ty_lexicon_indicator(lexicon, i)->id] = ty_lexicon_indicator(lexicon, i);
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t last = 0;
    role before = APART;
    for (uint32_t i = 0; i < sentences; i++) {
        uint32_t first = last;
        while (last < report->tables[TY_QUANTITIES].count && rows[last].sentence == i) last++;
        role now = role_of(report, i, before);
        if (now == APART && before == MENTIONS && lists_targets(s, i, first, last)) now = SETS;
        s->role[i] = (uint8_t)(before = now);
    }
    return true;
}

/* The numbers of the statement; those that it mentions again, or that stand elsewhere in the plan, if it left them out. */
static ty_status set_numbers(setter *s, bool in_statement, ty_error *error) {
    const ty_quantity *rows = TY_QUANTITIES_OF(s->report);
    for (uint32_t i = 0; i < s->report->tables[TY_QUANTITIES].count; i++) {
        const ty_quantity *row = &rows[i];
        bool sets = s->role[row->sentence] == SETS;
        if (sets != in_statement || !can_be_target(row) || !is_for_year(s->report, row, sets)) continue;
        bool names = row->indicator != TY_NONE || row->subject_flow.start < row->subject_flow.end;
        if (in_statement ? !names || is_repeated(s, row) : !is_headline(s, row) || s->is_set[row->indicator]) continue;
        ty_status status = add_number(s, i, error);
        if (status) return status;
    }
    return TY_OK;
}

/* Is the statement of this sentence one for the year? Its numbers say; one without numbers says 今年, or goes on with the
   last. */
static bool is_of_year(const setter *s, uint32_t sentence, uint32_t first, uint32_t last, bool before) {
    ty_slice range = TY_SENTENCES_OF(s->report)[sentence].flow;
    const ty_quantity *rows = TY_QUANTITIES_OF(s->report);
    uint32_t numbers = 0;
    for (uint32_t i = first; i < last; i++) {
        if (can_be_target(&rows[i]) && is_for_year(s->report, &rows[i], true)) return true;
        numbers += ty_has_value(&rows[i]);
    }
    return !numbers && (before || ty_next_word(s->report, TY_CUE(THIS_YEAR), range.start, range.end));
}

static ty_status set_unnumbered(setter *s, ty_error *error) {
    const ty_quantity *rows = TY_QUANTITIES_OF(s->report);
    const ty_clause *clauses = s->report->clauses.items;
    uint32_t count = s->report->tables[TY_QUANTITIES].count, row = 0, end = 0;
    bool of_year = false;
    for (uint32_t i = 0; s->report->plan_year && i < s->report->tables[TY_SENTENCES].count; i++) {
        bool sets = s->role[i] == SETS, unnumbered = ty_holds(s->report, i, TY_CUE(UNNUMBERED));
        of_year = of_year && sets;
        if (!sets && !unnumbered) continue; /* most */
        while (row < count && rows[row].sentence < i) row++;
        while (end < s->report->clauses.count && clauses[end].sentence < i) end++;
        uint32_t first = row, c = end;
        while (row < count && rows[row].sentence == i) row++;
        while (end < s->report->clauses.count && clauses[end].sentence == i) end++;
        of_year = sets && is_of_year(s, i, first, row, of_year);
        if ((!of_year && !unnumbered) || is_review(s->report, i)) continue;
        for (; c < end; c++) {
            uint32_t numbers = 0, of_this_year = 0;
            for (; first < row && rows[first].clause <= c; first++) {
                numbers += can_be_target(&rows[first]);
                of_this_year += can_be_target(&rows[first]) && is_for_year(s->report, &rows[first], s->role[i] == SETS);
            }
            ty_status status = of_this_year ? TY_OK : read_clause(s, &clauses[c], numbers, of_year, error);
            if (status) return status;
        }
    }
    return TY_OK;
}

/* 年均增长6%, 每年新增3万人: of no single year. */
static bool is_yearly(const ty_report *report, const ty_quantity *row) {
    const ty_clause *clause = ty_clause_of(report, row);
    const ty_hit *hits = report->hits.items;
    for (uint32_t h = report->hit_at[clause->start]; h < report->hits.count && hits[h].start < row->flow.start; h++)
        for (uint32_t at = hits[h].start; hits[h].cue == TY_CUE_YEARLY && at < hits[h].end; at++)
            if (report->flow[at] == U'年') return true;
    return false;
}

static ty_status add_results(setter *s, ty_error *error) {
    const ty_quantity *rows = TY_QUANTITIES_OF(s->report);
    for (uint32_t i = 0; i < s->report->tables[TY_QUANTITIES].count; i++) {
        const ty_quantity *row = &rows[i];
        bool wanted = row->indicator != TY_NONE && (is_headline(s, row) || s->is_set[row->indicator]);
        bool of_one_year = row->to_year && row->to_year == row->from_year;
        if (!wanted || !of_one_year || row->status != TY_ACHIEVED || !can_be_target(row) || is_yearly(s->report, row)) continue;
        ty_status status = add_number(s, i, error);
        if (status) return status;
    }
    return TY_OK;
}

static int by_place(const void *a, const void *b) {
    const ty_target *x = a, *y = b;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    if (x->quantity != y->quantity) return x->quantity < y->quantity ? -1 : 1;
    return (x->indicator > y->indicator) - (x->indicator < y->indicator);
}

ty_status ty_pass_target(ty_report *report, ty_error *error) {
    setter s = {.report = report};
    ty_status status;
    if (!prepare(&s)) return ty_fail_memory(error);
    if ((status = set_numbers(&s, true, error)) || (status = set_numbers(&s, false, error)) ||
        (status = set_unnumbered(&s, error)) || (status = add_results(&s, error)))
        return status;
    if (report->tables[TY_TARGETS].count)
        qsort(report->tables[TY_TARGETS].items, report->tables[TY_TARGETS].count, sizeof(ty_target), by_place);
    return TY_OK;
}
