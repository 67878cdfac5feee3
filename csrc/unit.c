/* unit.c: units as texts write them: 亩, 元/吨, 个百分点, 套（间）, 三个多月, 三年半. */
#include "unit.h"

#include <string.h>

enum { PIECE = 0x4E2A, MORE = 0x591A, REST = 0x4F59, HALF = 0x534A, TIMES = 0x6B21, LIST = 0x3001,
       FOLD = 0x500D };

static bool is_dimension(const ty_report *report, uint32_t dimension, const char *name) {
    ty_word word = ty_lexicon_string(report->lexicon, dimension);
    uint32_t length = (uint32_t)strlen(name);
    if (word.length != length) return false;
    for (uint32_t i = 0; i < length; i++)
        if (word.at[i] != (uint8_t)name[i]) return false;
    return true;
}

static ty_unit_class class_of(const ty_report *report, const ty_unit *unit) {
    if (is_dimension(report, unit->dimension, "ratio"))
        return ty_lexicon_string(report->lexicon, unit->name).at[0] == FOLD ? TY_TIMES : TY_SHARE;
    if (is_dimension(report, unit->dimension, "time_calendar")) return TY_YEARS;
    if (is_dimension(report, unit->dimension, "time") || is_dimension(report, unit->dimension, "time_working"))
        return TY_TIME;
    if (is_dimension(report, unit->dimension, "doublings")) return TY_DOUBLINGS;
    if (is_dimension(report, unit->dimension, "count")) return TY_COUNT;
    return TY_MEASURE;
}

/* The longest unit at a place that no longer word hides: 部门 is not counted by 部. */
static const ty_unit *longest_unit(const ty_report *report, uint32_t at, uint32_t end, uint32_t *length) {
    const ty_trie *units = &report->lexicon->units;
    uint32_t entry = ty_trie_longest(units, report->flow + at, report->flow + end, length);
    if (entry == TY_NONE) return NULL;
    uint32_t hidden = ty_word_at(report, TY_CUE(NOT_UNIT), at);
    if (hidden && hidden - at > *length) return NULL;
    return ty_lexicon_unit(report->lexicon, ty_trie_meaning(units, entry)->value);
}

static uint32_t char_at(const ty_report *report, uint32_t at, uint32_t end) {
    return at < end ? report->flow[at] : '\n';
}

/* 三个多月, 两个多小时: 多 stands inside the unit. */
static const ty_unit *split_by_more(const ty_report *report, uint32_t at, uint32_t end, uint32_t *length) {
    uint32_t joined[24], count = 1;
    if (char_at(report, at, end) != PIECE || char_at(report, at + 1, end) != MORE) return NULL;
    joined[0] = PIECE;
    for (uint32_t i = at + 2; i < end && count < 24; i++) joined[count++] = report->flow[i];
    uint32_t entry = ty_trie_longest(&report->lexicon->units, joined, joined + count, length);
    if (entry == TY_NONE || *length < 2) {
        entry = ty_trie_longest(&report->lexicon->units, joined + 1, joined + count, length);
        if (entry == TY_NONE) return NULL;
        *length += 1;
    }
    *length += 1;
    return ty_lexicon_unit(report->lexicon, ty_trie_meaning(&report->lexicon->units, entry)->value);
}

/* 元/吨: a unit per unit, when the lexicon does not name it whole. */
static ty_status read_compound(ty_report *report, uint32_t end, ty_unit_read *unit, ty_error *error) {
    uint32_t length;
    if (char_at(report, unit->end, end) != '/') return TY_OK;
    const ty_unit *below = longest_unit(report, unit->end + 1, end, &length);
    if (!below) return TY_OK;
    uint32_t stop = unit->end + 1 + length, room = 0;
    ty_word parts[2][2] = {{ty_lexicon_string(report->lexicon, unit->dimension),
                            ty_lexicon_string(report->lexicon, below->dimension)},
                           {ty_lexicon_string(report->lexicon, unit->base), ty_lexicon_string(report->lexicon, below->base)}};
    uint32_t *strings[] = {&unit->dimension, &unit->base}, joined[160];
    ty_status status;
    for (int i = 0; i < 2; i++) {
        room = parts[i][0].length;
        memcpy(joined, parts[i][0].at, room * sizeof *joined);
        joined[room++] = '/';
        memcpy(joined + room, parts[i][1].at, parts[i][1].length * sizeof *joined);
        if ((status = ty_add_string(report, (ty_word){joined, room + parts[i][1].length}, strings[i], error)))
            return status;
    }
    if (__builtin_mul_overflow(unit->numerator, below->denominator, &unit->numerator) ||
        __builtin_mul_overflow(unit->denominator, below->numerator, &unit->denominator))
        unit->numerator = unit->denominator = 0; /* no base value */
    unit->end = stop;
    unit->class = TY_MEASURE;
    return ty_add_string(report, (ty_word){report->flow + unit->start, stop - unit->start}, &unit->name, error);
}

/* 套（间）, 辆（艘、架、列）次: other classifiers in brackets, and 次 that they share. */
static ty_status read_brackets(ty_report *report, uint32_t end, ty_unit_read *unit, ty_error *error) {
    uint32_t at = unit->end, length;
    if (char_at(report, at, end) != '(' || unit->class != TY_COUNT) return TY_OK;
    do {
        if (!longest_unit(report, at + 1, end, &length)) return TY_OK;
        at += 1 + length;
    } while (char_at(report, at, end) == LIST);
    if (char_at(report, at, end) != ')') return TY_OK;
    unit->end = at + 1;
    if (char_at(report, unit->end, end) == TIMES) unit->end++;
    ty_slice place = ty_flow_slice(report, unit->start, unit->end); /* as written: wide brackets */
    return ty_add_string(report, (ty_word){report->text.raw + place.start, place.end - place.start}, &unit->name, error);
}

/* 半 that begins a word (半导体) is no half. */
static bool begins_word(const ty_report *report, uint32_t at, uint32_t end) {
    uint32_t length;
    return ty_trie_longest(&report->lexicon->words, report->flow + at, report->flow + end, &length) != TY_NONE;
}

static void read_tail(const ty_report *report, uint32_t end, ty_unit_read *unit) {
    uint32_t next = char_at(report, unit->end, end);
    if (next == HALF && (unit->class == TY_YEARS || unit->class == TY_TIME || unit->class == TY_TIMES ||
                         unit->class == TY_MEASURE) &&
        !begins_word(report, unit->end, end)) {
        unit->half = true;
        unit->end++;
    } else if (next == MORE || next == REST) {
        unit->vague = true;
    }
}

ty_status ty_read_unit(ty_report *report, uint32_t at, uint32_t end, ty_unit_read *unit, bool *found,
                       ty_error *error) {
    uint32_t length = 0;
    *found = false;
    if (at >= end) return TY_OK;
    const ty_unit *split = split_by_more(report, at, end, &length);
    const ty_unit *read = split ? split : longest_unit(report, at, end, &length);
    if (!read) return TY_OK;
    *unit = (ty_unit_read){.start = at,
                           .end = at + length,
                           .name = read->name,
                           .dimension = read->dimension,
                           .base = read->base,
                           .numerator = read->numerator,
                           .denominator = read->denominator,
                           .class = (uint8_t)class_of(report, read),
                           .vague = split != NULL};
    *found = true;
    /* 个百分点 is written with its classifier and named without it. */
    if (unit->class == TY_SHARE && report->flow[at] == PIECE) {
        const ty_unit *bare = longest_unit(report, at + 1, end, &length);
        if (bare) unit->name = bare->name;
    }
    ty_status status = read_compound(report, end, unit, error);
    if (!status) status = read_brackets(report, end, unit, error);
    if (!status) read_tail(report, end, unit);
    return status;
}
