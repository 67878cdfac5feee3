/* frame.h: the years that a length of time frames. */
#ifndef TY_FRAME_H
#define TY_FRAME_H

#include "period.h"

/* What a length of years frames. */
typedef struct ty_frame {
    ty_period period; /* {0, 0}: some time, not told which (十多年来) */
    bool past;        /* 过去, 来, 连续: it looks back */
    bool counted;     /* the text itself says which years: 1953年和1954年两年 */
} ty_frame;

/* The years that a row of length counts: 过去五年 back from the report, 今后五年 on, 五年 those of the plan. False if it
   counts none. `first` is the first row of its sentence. */
bool ty_frame_of(const ty_timeline *t, uint32_t first, uint32_t i, ty_frame *frame);
/* Does 经过 stand before a length (经过三年)? Not 这 (这三年). */
bool ty_goes_through(const ty_report *report, uint32_t start);

#endif
