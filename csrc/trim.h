/* trim.h: what of the words before a number names something. Places are in the flow. */
#ifndef TY_TRIM_H
#define TY_TRIM_H

#include "report.h"

enum { TY_LONGEST_SUBJECT = 30 };

/* Does the phrase have a word that can name something? */
bool ty_names_something(const ty_report *report, ty_slice phrase);
/* Does a 、 or 和 stand in [start, end)? */
bool ty_has_list(const ty_report *report, uint32_t start, uint32_t end);
/* Does a comparison begin there: 比去年预算高? */
bool ty_compares_at(const ty_report *report, uint32_t at);

/* The end of [start, end) without the words that lead to the number; `predicate` is set if one of them tells something of the subject
   (达到, 增长), and left alone otherwise. */
uint32_t ty_strip_right(const ty_report *report, uint32_t start, uint32_t end, bool *predicate);
/* The end without the times before it; row i is the number's, `first` the first of its sentence. */
uint32_t ty_strip_times(const ty_report *report, uint32_t first, uint32_t i, uint32_t start, uint32_t end);
/* The start without words that name nothing, and without the dates and lengths that open a clause. */
uint32_t ty_strip_left(const ty_report *report, uint32_t start, uint32_t end);
uint32_t ty_after_dates(const ty_report *report, uint32_t first, uint32_t i, uint32_t start);
/* The start behind a list that 等 ends, behind all that only leads to the noun, and behind a long attribute. */
uint32_t ty_after_list(const ty_report *report, uint32_t start, uint32_t end);
uint32_t ty_shorten(const ty_report *report, uint32_t start, uint32_t end);
uint32_t ty_behind_attribute(const ty_report *report, uint32_t start, uint32_t end);

#endif
