/* clause.c: sentences to clauses, at ，；：。！？; each quantity knows its own. Only those sentences that hold a quantity or
   may set a target. */
#include "report.h"

/* Passes look from a number back to the beginning of its clause: one without end would cost its square. */
enum { LONGEST_CLAUSE = 240 };

/* 1,100 and 3:1 are no ends. */
static bool is_inside_number(const ty_report *report, uint32_t at) {
    uint32_t c = report->flow[at];
    return (c == ',' || c == ':') && at && ty_is_digit(report->flow[at - 1]) && ty_is_digit(report->flow[at + 1]);
}

/* The last character of the clause that begins at `start`. */
static uint32_t last_of_clause(const ty_report *report, uint32_t start, uint32_t end) {
    uint32_t limit = end - start > LONGEST_CLAUSE ? start + LONGEST_CLAUSE : end - 1;
    uint32_t at = ty_next_trait(report->traits, TY_IS_BREAK, start, limit);
    while (at < limit && is_inside_number(report, at)) at = ty_next_trait(report->traits, TY_IS_BREAK, at + 1, limit);
    return at;
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
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t count = report->tables[TY_QUANTITIES].count, row = 0;
    for (uint32_t s = 0; s < report->tables[TY_SENTENCES].count; s++) {
        ty_slice range = TY_SENTENCES_OF(report)[s].flow;
        while (row < count && rows[row].sentence < s) row++;
        bool holds = row < count && rows[row].sentence == s;
        if (!holds && !ty_holds(report, s, TY_CUE(HEADLINE) | TY_CUE(INDICATOR) | TY_CUE(UNNUMBERED))) continue;
        for (uint32_t start = range.start, end; start < range.end; start = end) {
            end = last_of_clause(report, start, range.end) + 1;
            ty_status status = add_clause(report, s, start, end, error);
            if (status) return status;
        }
    }
    place_quantities(report);
    return TY_OK;
}
