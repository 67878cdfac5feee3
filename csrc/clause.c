/* clause.c: sentences to clauses, at ，；：。！？; each quantity knows its own. */
#include "report.h"

/* Passes look from a number back to the beginning of its clause: one without end would cost its square. */
enum { LONGEST_CLAUSE = 240 };

static bool ends_clause(const ty_report *report, uint32_t at) {
    uint32_t c = report->flow[at];
    if (c - 0x4E00 < 0x5200) return false; /* most are Han */
    if (c == ',' || c == ':') /* 1,100 and 3:1 are no ends */
        return !(at && ty_is_digit(report->flow[at - 1]) && ty_is_digit(report->flow[at + 1]));
    return ty_is_comma(c) || ty_is_semicolon(c) || ty_is_colon(c) || ty_is_stop(c);
}

static ty_status add_clause(ty_report *report, uint32_t sentence, uint32_t start, uint32_t end, ty_error *error) {
    ty_clause *clause = ty_array_push(&report->arena, &report->clauses, sizeof *clause);
    if (!clause) return ty_fail_memory(error);
    *clause = (ty_clause){start, end, sentence};
    return TY_OK;
}

static void place_quantities(ty_report *report) {
    ty_quantity *rows = TY_QUANTITIES_OF(report);
    const ty_clause *clauses = report->clauses.items;
    uint32_t c = 0;
    for (uint32_t i = 0; i < report->tables[TY_QUANTITIES].count; i++) {
        while (c + 1 < report->clauses.count && clauses[c].end <= rows[i].flow.start) c++;
        rows[i].clause = c;
    }
}

ty_status ty_pass_clause(ty_report *report, ty_error *error) {
    for (uint32_t s = 0; s < report->tables[TY_SENTENCES].count; s++) {
        ty_slice range = TY_SENTENCES_OF(report)[s].flow;
        uint32_t start = range.start;
        ty_status status;
        for (uint32_t at = start; at < range.end; at++) {
            if (!ends_clause(report, at) && at - start < LONGEST_CLAUSE) continue;
            if ((status = add_clause(report, s, start, at + 1, error))) return status;
            start = at + 1;
        }
        if (start < range.end && (status = add_clause(report, s, start, range.end, error))) return status;
    }
    place_quantities(report);
    return TY_OK;
}
