/* unit.h: the unit or classifier behind a numeral. */
#ifndef TY_UNIT_H
#define TY_UNIT_H

#include "report.h"

/* How the kind of a row follows from its dimension. */
typedef enum { TY_MEASURE, TY_COUNT, TY_TIME, TY_YEARS, TY_SHARE, TY_TIMES, TY_DOUBLINGS } ty_unit_class;

typedef struct ty_unit_read {
    uint32_t start, end;      /* in the flow; 个百分点 begins at 个 */
    uint32_t name, dimension, base; /* strings */
    uint64_t numerator, denominator;
    uint8_t class;            /* ty_unit_class */
    bool vague;               /* 多 or 余 inside or behind it */
    bool half;                /* 半 behind it, which end covers */
} ty_unit_read;

/* Read the unit at `at`. False in `found` if there is none. */
ty_status ty_read_unit(ty_report *report, uint32_t at, uint32_t end, ty_unit_read *unit, bool *found,
                       ty_error *error);

#endif
