/* indicator.c: the indicator of the lexicon that a number belongs to: one whose name its subject begins with, and whose
 * numbers come in its unit and are, like it, changes or levels. */
#include "numeral.h"
#include "report.h"

#include <string.h>

static bool is_points(const ty_report *report, const ty_quantity *row) {
    return row->unit != TY_NONE && ty_same_word(ty_report_string(report, row->unit), (ty_word){U"百分点", 3});
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

bool ty_indicator_fits(const ty_report *report, const ty_indicator *indicator, const ty_quantity *row) {
    bool is_change = row->change == TY_INCREASES || row->change == TY_DECREASES;
    return (indicator->flags & TY_TAKES_CHANGES) == (is_change ? TY_TAKES_CHANGES : 0) && is_measured_in(report, indicator, row);
}

enum { LONGEST_LEAD = 5, LONGEST_NAME = 48 };

/* 把, 使, 让, 由, 从, 将, 是, 但, 而 */
static bool is_particle(uint32_t c) {
    return ty_is_among(c, U"但而把使让由从将是");
}

static bool ends_own_name(const ty_report *report, uint32_t from, uint32_t end) {
    if (report->metadata.region == TY_NONE) return false;
    ty_word region = ty_report_string(report, report->metadata.region);
    for (uint32_t n = 2; n <= region.length && n <= end - from; n++)
        if (!memcmp(report->flow + end - n, region.at, n * sizeof *region.at)) return true;
    return false;
}

/* Does a word that names nothing end there: 今年, 全省, 实现, 一九五八年, the region's own name? */
static bool ends_nothing(const ty_report *report, uint32_t from, uint32_t end) {
    const uint64_t nothing = TY_CUE(LAST_YEAR) | TY_CUE(THIS_YEAR) | TY_CUE(NEXT_YEAR) | TY_CUE(TO_DO) | TY_CUE(DONE) |
                             TY_CUE(ENSURE) | TY_CUE(STRIVE) | TY_CUE(GOVERNS) | TY_CUE(YEARLY) | TY_CUE(COMPARED);
    if (end <= from || is_particle(report->flow[end - 1]) || ty_word_ending(report, nothing, end)) return true;
    for (uint32_t n = 2; n <= LONGEST_LEAD && n <= end - from; n++)
        if (ty_word_at(report, TY_CUE(LEAD) | TY_CUE(VERB), end - n) == end) return true;
    return ends_own_name(report, from, end);
}

/* 1987年, 二〇二六年; and 年 of each year: 我国年进出口总额 */
static bool ends_year(const ty_report *report, uint32_t from, uint32_t end) {
    uint32_t before = end - from > 1 ? report->flow[end - 2] : 0;
    if (end <= from || report->flow[end - 1] != U'年') return false;
    return !ty_is_han(before) || ty_digit_of(before) >= 0 || ends_nothing(report, from, end - 1);
}

/* 市|财政收入, 本省|生产总值: is it the place that reports? */
static bool is_own_place(const ty_report *report, uint32_t from, uint32_t end) {
    uint32_t c = end > from ? report->flow[end - 1] : 0, before = end > from + 1 ? report->flow[end - 2] : 0;
    bool place = ty_is_among(c, U"省市县区旗");
    bool opens = end == from + 1 || ty_is_comma(before) || ty_is_semicolon(before) || ty_is_stop(before) || ty_is_colon(before);
    return place && (before == U'本' || opens); /* not 关中5市, 市、县财政收入 */
}

/* A name with something before it is of something else: 民营经济增加值, 铁路的货物周转量, 川南经济区经济总量. */
static bool stands_alone(const ty_report *report, const ty_quantity *row, uint32_t start) {
    uint32_t sentence = TY_SENTENCES_OF(report)[row->sentence].flow.start;
    if (start < sentence) return start == row->subject_flow.start;
    if (start == sentence || (start >= row->flow.end && start == row->subject_flow.start)) return true; /* 建成719个精品示范村 */
    uint32_t before = report->flow[start - 1];
    if (!ty_is_han(before) && !ty_is_latin(before)) return true;
    uint32_t end = before == U'的' ? start - 1 : start;
    if (ends_nothing(report, sentence, end) || ends_year(report, sentence, end)) return true;
    if (is_own_place(report, sentence, end)) return true;
    bool is_member = TY_QUANTITIES_OF(report) + row->list != row;
    return is_member && ty_is_among(before, U"和与及");
}

static uint32_t better(const ty_report *report, const ty_quantity *row, const ty_hit *name, uint32_t *best_length, uint32_t best) {
    uint32_t length = name->end - name->start;
    if (length <= *best_length || !ty_indicator_fits(report, ty_lexicon_indicator(report->lexicon, name->value), row)) return best;
    if (!stands_alone(report, row, name->start)) return best;
    *best_length = length;
    return name->value;
}

/* The longest name that fits the number, in [start, end) or from before it to behind `within`, which is cut out of it. */
static uint32_t named_in(const ty_report *report, const ty_quantity *row, uint32_t start, uint32_t end, uint32_t within) {
    const ty_hit *hits = report->hits.items;
    uint32_t best = TY_NONE, best_length = 0;
    uint32_t from = TY_SENTENCES_OF(report)[row->sentence].flow.start;
    if (start < from) from = start; /* the subject stands in the sentence before */
    if (start - from > LONGEST_NAME) from = start - LONGEST_NAME;
    uint32_t nearest = within > report->lexicon->longest_cue ? within - report->lexicon->longest_cue : 0; /* from there a name may reach so far */
    if (from < nearest) from = nearest < start ? nearest : start;
    for (uint32_t h = report->hit_at[from]; h < report->hits.count && hits[h].start < end; h++) {
        if (hits[h].cue != TY_CUE_INDICATOR || hits[h].end > end || (hits[h].start < start && hits[h].end < within)) continue;
        best = better(report, row, &hits[h], &best_length, best);
    }
    return best;
}

/* Is `left` with `right` behind it, as one word, the name of an indicator that fits? */
static uint32_t named_jointly(const ty_report *report, const ty_quantity *row, ty_slice left, ty_slice right) {
    const ty_trie *trie = &report->lexicon->cues;
    uint32_t word[LONGEST_NAME], length = 0, read = 0;
    if (left.end - left.start + right.end - right.start > LONGEST_NAME) return TY_NONE;
    for (uint32_t at = left.start; at < left.end; at++) word[length++] = report->flow[at];
    for (uint32_t at = right.start; at < right.end; at++) word[length++] = report->flow[at];
    uint32_t entry = ty_trie_longest(trie, word, word + length, &read);
    for (uint32_t e = entry; read == length && e != TY_NONE; e = ty_trie_meaning(trie, e)->next) {
        const ty_entry *meaning = ty_trie_meaning(trie, e);
        bool fits = meaning->kind == TY_CUE_INDICATOR &&
                    ty_indicator_fits(report, ty_lexicon_indicator(report->lexicon, meaning->value), row);
        if (fits) return meaning->value;
    }
    return TY_NONE;
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
    bool shared = TY_QUANTITIES_OF(report)[row->list].subject_flow.start == TY_QUANTITIES_OF(report)[last].subject_flow.start;
    if (!shared || indicator->part_count != last - row->list + 1) return indicator->id;
    return ty_lexicon_indicator(report->lexicon, indicator->parts[i - row->list])->id;
}

/* 比全省高1.18万元: by how much it differs. */
static bool is_gap(const ty_report *report, const ty_quantity *row) {
    uint32_t at = row->flow.start - (row->flow.start && report->flow[row->flow.start - 1] == U'出'), c = at ? report->flow[at - 1] : 0;
    if (row->kind != TY_AMOUNT || row->change != TY_STAYS || (c != U'高' && c != U'低')) return false;
    return ty_last_word(report, TY_CUE(BASE_YEAR), ty_clause_of(report, row)->start, at) != NULL;
}

/* 生产总值300亿元，|人均|突破6万元: the word that tells of each head what stands in a clause before; empty if none does. */
static ty_slice per_head_behind(const ty_report *report, const ty_quantity *row) {
    enum { LONGEST_LEAD_OF_HEAD = 2 };
    uint32_t start = ty_clause_of(report, row)->start;
    if (row->subject_flow.end > start || row->subject_flow.start == row->subject_flow.end) return (ty_slice){0, 0};
    for (uint32_t at = start; at <= start + LONGEST_LEAD_OF_HEAD && at + 2 <= row->flow.start; at++)
        if (ty_is_used(report, TY_CUE_PER_HEAD, at, at + 2)) return (ty_slice){at, at + 2};
    return (ty_slice){0, 0};
}

static uint32_t last_of_list(const ty_report *report, uint32_t i) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t last = rows[i].list;
    while (last + 1 < report->tables[TY_QUANTITIES].count && rows[last + 1].list == rows[i].list) last++;
    return last;
}

static uint32_t indicator_of(const ty_report *report, uint32_t i) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report), *row = &rows[i];
    const ty_clause *clause = ty_clause_of(report, row);
    ty_slice subject = row->subject_flow;
    uint32_t number = row->flow.start, start = subject.start, end = subject.end, last = last_of_list(report, i);
    bool alone = row->list == last;
    ty_slice change = row->why[TY_WHY_CHANGE]; /* 超过计划4.1% is no growth */
    if (row->kind == TY_PERCENT && change.end > change.start && report->flow[change.start] == U'超') return TY_NONE;
    if (is_gap(report, row)) return TY_NONE;
    ty_slice per = per_head_behind(report, row);
    if (per.end) {
        uint32_t joint = named_jointly(report, row, per, subject);
        if (joint != TY_NONE) return ty_lexicon_indicator(report->lexicon, joint)->id;
    }
    uint32_t found = named_by_list(report, i, last);
    if (found != TY_NONE) return ty_lexicon_indicator(report->lexicon, found)->id;
    if (start == end) { /* whatever stands between the last number and this one */
        bool follows = i && rows[i - 1].clause == row->clause && ty_has_value(&rows[i - 1]);
        start = follows ? rows[i - 1].flow.end : clause->start;
        end = number;
    } else if (start >= clause->start && end <= number && i == last) {
        end = number; /* 经济增长5%: the name takes in the verb */
    }
    uint32_t within = alone && subject.start < subject.end ? subject.end : end + 1; /* of a list each has its own */
    found = named_in(report, row, start, end, within);
    return found == TY_NONE ? TY_NONE : part_of_indicator(report, i, last, found);
}

ty_status ty_pass_indicator(ty_report *report, ty_error *error) {
    ty_quantity *rows = TY_QUANTITIES_OF(report);
    (void)error;
    for (uint32_t i = 0; i < report->tables[TY_QUANTITIES].count; i++)
        if (ty_has_value(&rows[i])) rows[i].indicator = indicator_of(report, i);
    return TY_OK;
}
