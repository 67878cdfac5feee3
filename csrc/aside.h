/* aside.h: numbers that were neither achieved nor promised. */
#ifndef TY_ASIDE_H
#define TY_ASIDE_H

#include "period.h"

/* Does row i describe or select (年产50万吨的项目), count who we are, tell of others, or only point at what the text names? `first` is
   the first row of its sentence; the rows before i are judged already. */
bool ty_is_aside(const ty_timeline *t, uint32_t first, uint32_t i);

#endif
