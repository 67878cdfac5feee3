/* metadata.c: who reports, where and when, from the head of the text, its chapters and its words. */
#include "report.h"

#include <stdio.h>
#include <string.h>

enum { HEAD_PARAGRAPHS = 40, CHINA = 100000, ON = 0x4E0A, TOWARD = 0x5411 };

static uint32_t number_of(const ty_report *report, ty_slice group) {
    uint32_t value = 0;
    for (uint32_t i = group.start; i < group.end && value < 10000; i++)
        if (ty_is_digit(report->flow[i])) value = value * 10 + (report->flow[i] - '0');
    return value;
}

static void take_date(ty_report *report, const ty_slice groups[4]) {
    ty_metadata *meta = &report->metadata;
    uint32_t year = number_of(report, groups[1]), month = number_of(report, groups[2]), day = number_of(report, groups[3]);
    if (meta->date[0] || year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1 || day > 31) return;
    (void)snprintf(meta->date, sizeof meta->date, "%04u-%02u-%02u", year % 10000, month % 100, day % 100);
    if (!meta->year) meta->year = (int32_t)year;
}

/* The longest name of a region anywhere in [start, end), the first of equals. */
static const ty_region *find_region(const ty_report *report, uint32_t start, uint32_t end) {
    const ty_trie *regions = &report->lexicon->regions;
    const ty_region *best = NULL;
    uint32_t best_length = 0;
    for (uint32_t at = start; at < end; at++) {
        uint32_t length = 0, entry;
        if (!ty_trie_first(regions, report->flow[at])) continue;
        entry = ty_trie_longest(regions, report->flow + at, report->flow + end, &length);
        if (entry == TY_NONE || length <= best_length) continue;
        /* Two regions of one name tell nothing. */
        if (ty_trie_meaning(regions, entry)->next != TY_NONE) continue;
        best = ty_lexicon_region(report->lexicon, ty_trie_meaning(regions, entry)->value);
        best_length = length;
    }
    return best;
}

/* The full name comes first among the names of a region. */
static const ty_region *region_of_code(const ty_report *report, uint32_t code) {
    for (uint32_t i = 0; i < report->lexicon->region.count; i++)
        if (ty_lexicon_region(report->lexicon, i)->code == code) return ty_lexicon_region(report->lexicon, i);
    return NULL;
}

static void take_region(ty_report *report, const ty_region *region) {
    if (!region || report->metadata.adcode) return;
    report->metadata.adcode = region->code;
    report->metadata.region = region_of_code(report, region->code)->name;
}

/* Title, date, session and region of the lines above the opening, and of the opening words. */
static void read_head(ty_report *report) {
    const ty_paragraph *paragraphs = TY_PARAGRAPHS_OF(report);
    const ty_form *forms = report->forms.items;
    uint32_t count = report->tables[TY_PARAGRAPHS].count;
    ty_slice groups[4];
    for (uint32_t p = 0; p < count && p < HEAD_PARAGRAPHS; p++) {
        ty_slice range = paragraphs[p].flow;
        bool is_head = forms[p].is_front || paragraphs[p].role == TY_HEADING;
        if (!is_head && p > 0 && !forms[p - 1].is_front) break;
        if (paragraphs[p].role == TY_HEADING &&
            ty_match_rule(&report->matcher, TY_RULE_DOCUMENT_TITLE, range, true, groups)) {
            if (report->metadata.title.start == report->metadata.title.end)
                report->metadata.title = ty_flow_slice(report, range.start, range.end);
            if (!report->metadata.year &&
                ty_match_rule(&report->matcher, TY_RULE_YEAR_OF_TITLE, range, false, groups))
                report->metadata.year = (int32_t)number_of(report, groups[1]);
            take_region(report, find_region(report, range.start, range.end));
        }
        if (!is_head) continue;
        if (ty_match_rule(&report->matcher, TY_RULE_SESSION, range, false, groups)) {
            report->metadata.session = ty_flow_slice(report, groups[0].start, groups[0].end);
            take_region(report, find_region(report, range.start, range.end));
            if (ty_match_rule(&report->matcher, TY_RULE_DATE, range, false, groups)) take_date(report, groups);
        }
    }
}

/* 2023年工作安排 is the plan of the report's year; 2022年工作回顾 looks back on the year before it. */
static void read_chapters(ty_report *report) {
    ty_slice groups[4];
    ty_matcher *matcher = &report->matcher;
    for (uint32_t p = 0; p < report->tables[TY_PARAGRAPHS].count && !report->metadata.year; p++) {
        const ty_paragraph *paragraph = &TY_PARAGRAPHS_OF(report)[p];
        if (paragraph->role != TY_HEADING || paragraph->section == TY_NONE) continue;
        const ty_section *section = &TY_SECTIONS_OF(report)[paragraph->section];
        if (section->level != 1 || !ty_match_rule(matcher, TY_RULE_YEAR_OF_WORK, paragraph->flow, false, groups)) continue;
        int32_t year = (int32_t)number_of(report, groups[1]);
        if (section->role == TY_REVIEW) year++;
        report->metadata.year = year;
    }
}

/* Without a head: a report on the nation says 全国人民代表大会 and 国务院; a city's says its own name most often. */
static ty_status read_body(ty_report *report, ty_error *error) {
    uint32_t count = report->lexicon->region.count, best = 0;
    const ty_trie *regions = &report->lexicon->regions;
    ty_slice groups[4];
    if (report->metadata.adcode || !report->flow_length) return TY_OK;
    for (uint32_t p = 0; p < report->tables[TY_PARAGRAPHS].count && p < 4; p++) {
        ty_slice range = TY_PARAGRAPHS_OF(report)[p].flow;
        if (ty_match_rule(&report->matcher, TY_RULE_NATIONAL, range, false, groups)) {
            take_region(report, region_of_code(report, CHINA));
            return TY_OK;
        }
    }
    uint32_t *seen = ty_arena_take(&report->arena, (count + 1) * sizeof *seen);
    if (!seen) return ty_fail_memory(error);
    memset(seen, 0, (count + 1) * sizeof *seen);
    for (uint32_t at = 0; at < report->flow_length; at++) {
        uint32_t length = 0, entry;
        if (!ty_trie_first(regions, report->flow[at])) continue;
        entry = ty_trie_longest(regions, report->flow + at, report->flow + report->flow_length, &length);
        if (entry == TY_NONE || ty_trie_meaning(regions, entry)->next != TY_NONE) continue;
        uint32_t region = ty_trie_meaning(regions, entry)->value;
        /* A province stands in every text of its cities: the seat of a lower level tells more. */
        uint32_t code = ty_lexicon_region(report->lexicon, region)->code;
        if (region && ty_lexicon_region(report->lexicon, region - 1)->code == code) region--; /* 太原 is 太原市 */
        if (code == CHINA) continue;
        seen[region] += code % 10000 == 0 ? 1 : code % 100 == 0 ? 2 : 1;
        if (seen[region] > seen[best]) best = region;
        at += length - 1;
    }
    if (seen[best] >= 4) take_region(report, ty_lexicon_region(report->lexicon, best));
    return TY_OK;
}

/* A report given in December speaks of 明年 more than of 去年. */
static bool looks_ahead(const ty_report *report) {
    const ty_hit *hits = report->hits.items;
    uint32_t next = 0, last = 0;
    for (uint32_t i = 0; i < report->hits.count; i++) {
        next += hits[i].cue == TY_CUE_NEXT_YEAR;
        last += hits[i].cue == TY_CUE_LAST_YEAR;
    }
    return next > 0 && next >= last;
}

/* The last resort: a report speaks most of the year before its own. */
static void read_years(ty_report *report) {
    enum { FIRST = 1900, COUNT = 200 };
    uint32_t seen[COUNT] = {0}, best = 0, best_count = 2;
    const ty_number *numbers = report->numbers.items;
    if (report->metadata.year) return;
    for (uint32_t i = 0; i < report->numbers.count; i++) {
        double year = ty_decimal_double(numbers[i].low);
        if (numbers[i].use != TY_IS_DATE || numbers[i].form == TY_PLAN_NAME) continue;
        if (year > FIRST && year < FIRST + COUNT && !ty_decimal_compare(numbers[i].low, numbers[i].high))
            seen[(uint32_t)year - FIRST]++;
    }
    for (uint32_t i = 0; i < COUNT; i++)
        if (seen[i] >= best_count) best = i, best_count = seen[i];
    if (best) report->metadata.year = FIRST + (int32_t)best + !looks_ahead(report);
    if (best) report->plan_year = FIRST + (int32_t)best + 1;
}

/* A session of the National People's Congress that the opening words name is of a known year. */
static void read_session_year(ty_report *report) {
    ty_slice groups[4];
    for (uint32_t p = 0; p < report->tables[TY_PARAGRAPHS].count && p < 8 && !report->metadata.year; p++) {
        const ty_paragraph *paragraph = &TY_PARAGRAPHS_OF(report)[p];
        const ty_hit *hit = ty_next_word(report, TY_CUE(SESSION_YEAR), paragraph->flow.start, paragraph->flow.end);
        /* 向…会议提出 and 在…会议上: this session, not one since which time has passed. */
        bool is_this = hit && (report->flow[hit->end] == ON || (hit->start && report->flow[hit->start - 1] == TOWARD));
        if (is_this && ty_match_rule(&report->matcher, TY_RULE_NATIONAL, paragraph->flow, false, groups))
            report->metadata.year = (int32_t)hit->value;
    }
}

ty_status ty_pass_metadata(ty_report *report, ty_error *error) {
    report->metadata.region = TY_NONE;
    report->metadata.year = report->given_year;
    take_region(report, region_of_code(report, report->given_adcode));
    report->matcher.text = report->flow;
    read_head(report);
    read_chapters(report);
    read_session_year(report);
    read_years(report);
    if (!report->plan_year) report->plan_year = report->metadata.year;
    return read_body(report, error);
}
