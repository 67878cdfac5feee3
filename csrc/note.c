/* note.c: what in the text looks like a slip of whoever copied it: foreign words in a sentence, a word said twice. */
#include "report.h"

#include <stdlib.h>

enum { LONGEST_REPEAT = 4 };

static bool is_lower(uint32_t c) { return c - 'a' < 26; } /* TY_IS_SMALL_LATIN */

/* Three or more small Latin letters between Han: “全系列 products 年产量”. */
static ty_status note_foreign(ty_report *report, uint32_t start, uint32_t end, ty_error *error) {
    const uint32_t *flow = report->flow;
    for (uint32_t at = start; (at = ty_next_trait(report->traits, TY_IS_SMALL_LATIN, at, end)) < end; at++) {
        uint32_t stop = at;
        while (stop < end && (is_lower(flow[stop]) || (flow[stop] == ' ' && stop + 1 < end && is_lower(flow[stop + 1])))) stop++;
        bool inside = at > start && stop < end && ty_is_han(flow[at - 1]) && ty_is_han(flow[stop]);
        /* A unit of measure behind a number is no foreign word, nor are one or two letters. */
        if (inside && stop - at >= 3) {
            ty_status status = ty_add_note(report, TY_FOREIGN, ty_flow_slice(report, at, stop), error);
            if (status) return status;
        }
        at = stop;
    }
    return TY_OK;
}

static bool is_same(const uint32_t *a, const uint32_t *b, uint32_t length) {
    for (uint32_t i = 0; i < length; i++)
        if (a[i] != b[i] || !ty_is_han(a[i])) return false;
    return true;
}

/* 坚定不移不移, 新业态、新业态: the length of what is said twice at `at`, 0 if nothing is. */
static uint32_t repeat_at(const uint32_t *flow, uint32_t at, uint32_t end, uint32_t *length) {
    for (uint32_t n = LONGEST_REPEAT; n >= 2; n--) {
        if (at + 2 * n <= end && is_same(flow + at, flow + at + n, n) && flow[at] != flow[at + 1])
            return *length = 2 * n, n;
        if (n > 2 && at + 2 * n + 1 <= end && flow[at + n] == U'、' && is_same(flow + at, flow + at + n + 1, n))
            return *length = 2 * n + 1, n;
    }
    return 0;
}

/* Only in stretches that may hold one; `at` is behind what was said twice. */
static ty_status note_repeats(ty_report *report, uint32_t start, uint32_t end, ty_error *error) {
    uint32_t at = start, stretch = start - start % TY_TRAIT_STRETCH;
    while ((stretch = ty_next_trait(report->traits, TY_MAY_REPEAT, stretch, end)) < end) {
        if (at < stretch) at = stretch;
        stretch += TY_TRAIT_STRETCH;
        for (uint32_t length = 0; at < end && at < stretch; at += length) {
            bool repeats = repeat_at(report->flow, at, end, &length);
            ty_status status = repeats ? ty_add_note(report, TY_REPEATED, ty_flow_slice(report, at, at + length), error) : TY_OK;
            if (status) return status;
            if (!repeats) length = 1;
        }
    }
    return TY_OK;
}

static int by_place(const void *a, const void *b) {
    const ty_note *x = a, *y = b;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    return (x->kind > y->kind) - (x->kind < y->kind);
}

ty_status ty_pass_note(ty_report *report, ty_error *error) {
    for (uint32_t p = 0; p < report->tables[TY_PARAGRAPHS].count; p++) {
        const ty_paragraph *paragraph = &TY_PARAGRAPHS_OF(report)[p];
        ty_status status;
        if (paragraph->role != TY_BODY && paragraph->role != TY_HEADING) continue;
        if ((status = note_foreign(report, paragraph->flow.start, paragraph->flow.end, error)) ||
            (status = note_repeats(report, paragraph->flow.start, paragraph->flow.end, error)))
            return status;
    }
    if (report->tables[TY_NOTES].count)
        qsort(report->tables[TY_NOTES].items, report->tables[TY_NOTES].count, sizeof(ty_note), by_place);
    return TY_OK;
}
