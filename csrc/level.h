/* level.h: levels, and what adds up over years; the words of a clause that tell which. Places are in the flow. */
#ifndef TY_LEVEL_H
#define TY_LEVEL_H

#include "period.h"

/* A level holds at the end of a span; a flow, a mean and a growth over all of it, and all of a sentence that counts the years
   itself (五年内…有30项). `time` is what the sentence tells of it, `first` the first row of the sentence; `is_goal`: it was a goal of
   the past. */
bool ty_is_level_at_end(const ty_timeline *t, uint32_t first, uint32_t i, const ty_time *time, bool is_goal);
/* Does the word before the number say that a level is reached: 提高到? */
bool ty_is_reached(const ty_report *report, const ty_quantity *row);
/* Does the clause say 年均, 每年 or 累计 before the number? */
bool ty_has_yearly_word(const ty_report *report, const ty_quantity *row);
/* Is it a mean of years: 年均实际增长10.3%? */
bool ty_is_mean_of_years(const ty_report *report, const ty_quantity *row);
/* Where 了 stands before the number (接待了三十多个), or 0. */
uint32_t ty_aspect_before(const ty_report *report, const ty_quantity *row);

#endif
