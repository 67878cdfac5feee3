/* amount.h: a number with its unit, and what else of the text belongs to it: its parts, its range, the unit of its list. */
#ifndef TY_AMOUNT_H
#define TY_AMOUNT_H

#include "numeral.h"
#include "report.h"
#include "unit.h"

typedef struct ty_amount {
    uint32_t start, end;
    ty_decimal low, high;
    ty_unit_read unit;
    bool has_unit, percent, fraction, vague, bare;
} ty_amount;

/* The numbers of a report as they are read, first to last. */
typedef struct ty_reading {
    ty_report *report;
    ty_number *numbers;
    uint32_t count;
    const uint32_t *flow;
    uint32_t done; /* end of the last row: a unit may take what looks like the next number (20两周) */
    ty_error *error;
} ty_reading;

static inline uint32_t ty_char_at(const ty_reading *r, uint32_t at) { return ty_flow_char(r->report, at); }
static inline uint32_t ty_char_before(const ty_reading *r, uint32_t at) { return at ? r->flow[at - 1] : '\n'; }

static inline uint32_t ty_paragraph_end(const ty_reading *r, const ty_number *n) {
    return TY_PARAGRAPHS_OF(r->report)[n->paragraph].flow.end;
}

/* The number that begins at a place, of those from i on; NULL. */
static inline ty_number *ty_number_at(const ty_reading *r, uint32_t i, uint32_t at) {
    for (; i < r->count && r->numbers[i].start <= at; i++)
        if (r->numbers[i].start == at) return &r->numbers[i];
    return NULL;
}

static inline bool ty_is_measure(const ty_unit_read *unit) { return unit->class == TY_MEASURE || unit->class == TY_TEMPERATURE; }

/* Number i with all that belongs to it; the numbers that went into it are used. */
ty_status ty_read_amount(ty_reading *r, uint32_t i, ty_amount *amount);

#endif
