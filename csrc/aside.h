/* aside.h: numbers whose status is other wherever they stand. */
#ifndef TY_ASIDE_H
#define TY_ASIDE_H

#include "period.h"

/* Does row i describe or select (年产50万吨的项目), count who we are, or tell of others? `first` is the first row of its sentence. */
bool ty_stands_alone(const ty_timeline *t, uint32_t first, uint32_t i);

#endif
