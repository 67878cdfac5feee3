/* unit.h: the unit or classifier behind a numeral. */
#ifndef TY_UNIT_H
#define TY_UNIT_H

#include "report.h"

typedef struct ty_unit_read {
    uint32_t start, end;      /* in the flow; 个百分点 begins at 个 */
    uint32_t entry;           /* the spelling's first in the lexicon's units: it may have other uses */
    uint32_t name, dimension, base; /* strings */
    uint64_t numerator, denominator;
    uint8_t class;            /* ty_unit_class */
    bool vague;               /* 多 or 余 inside or behind it */
    bool half;                /* 半 behind or inside it, which end covers */
    bool whole;               /* no compound: 元, not 元/吨 */
} ty_unit_read;

/* Read the unit at `at`. False in `found` if there is none. */
ty_status ty_read_unit(ty_report *report, uint32_t at, uint32_t end, ty_unit_read *unit, bool *found,
                       ty_error *error);

/* The unit written before a number that begins at `end`, no further left than `from`: $5, 人民币500. */
bool ty_unit_before(const ty_report *report, uint32_t from, uint32_t end, ty_unit_read *unit);
/* Take a unit for what it is beside another of that dimension (the 块 of 三块五毛); false if it is none there. */
bool ty_unit_as_part(const ty_report *report, ty_unit_read *unit, uint32_t dimension);
/* The unit at `at` as a part of a dimension: the 分 of 三块五毛二分. */
bool ty_unit_part_at(const ty_report *report, uint32_t at, uint32_t end, uint32_t dimension, ty_unit_read *unit);

#endif
