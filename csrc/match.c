/* match.c: a user's own patterns, tried on every sentence. */
#include "report.h"
#include "utf8.h"

#include <stdlib.h>

static ty_status add_match(ty_report *report, uint32_t name, uint32_t sentence, ty_slice found, ty_error *error) {
    ty_match *match = ty_array_push(&report->arena, &report->tables[TY_MATCHES], sizeof *match);
    if (!match) return ty_fail_memory(error);
    ty_slice place = ty_flow_slice(report, found.start, found.end);
    *match = (ty_match){place.start, place.end, place, name, sentence};
    return TY_OK;
}

static int by_place(const void *a, const void *b) {
    const ty_match *x = a, *y = b;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    if (x->end != y->end) return x->end < y->end ? -1 : 1;
    return (x->pattern > y->pattern) - (x->pattern < y->pattern);
}

static ty_status fail_limit(const ty_report *report, uint32_t pattern, uint32_t at, ty_error *error) {
    enum { LONGEST_NAME = 24 };
    uint8_t name[LONGEST_NAME * 4 + 4];
    ty_word word = ty_lexicon_string(report->lexicon, pattern);
    if (word.length > LONGEST_NAME) word.length = LONGEST_NAME;
    *ty_put_utf8(name, word) = 0;
    return ty_fail(error, TY_MATCH_LIMIT, at, "pattern '%s' took too long at character %u: simplify it", (const char *)name, at);
}

ty_status ty_pass_match(ty_report *report, ty_error *error) {
    const ty_pattern *patterns = report->lexicon->pattern.items;
    report->matcher.text = report->flow;
    if (!report->lexicon->pattern.count) return TY_OK;
    for (uint32_t s = 0; s < report->tables[TY_SENTENCES].count; s++) {
        ty_slice range = TY_SENTENCES_OF(report)[s].flow;
        for (uint32_t p = 0; p < report->lexicon->pattern.count; p++) {
            uint32_t from = range.start;
            ty_slice groups[4];
            uint32_t refused = report->matcher.refused;
            while (from < range.end && ty_match_code(&report->matcher, patterns[p].code, range, from, groups)) {
                bool empty = groups[0].start == groups[0].end;
                ty_status status = empty ? TY_OK : add_match(report, patterns[p].name, s, groups[0], error);
                if (status) return status;
                from = groups[0].end + empty;
            }
            if (report->matcher.refused > refused) return fail_limit(report, patterns[p].name, report->flow_at[from], error);
        }
    }
    if (report->tables[TY_MATCHES].count)
        qsort(report->tables[TY_MATCHES].items, report->tables[TY_MATCHES].count, sizeof(ty_match), by_place);
    return TY_OK;
}
