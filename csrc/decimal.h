/* decimal.h: exact arithmetic on what numerals say. Those that return bool return false on
   overflow of 128 bits. */
#ifndef TY_DECIMAL_H
#define TY_DECIMAL_H

#include "taiyuan.h"

ty_decimal ty_decimal_of(uint64_t value);
/* Append one digit at the low end. */
bool ty_decimal_digit(ty_decimal *value, uint32_t digit);
bool ty_decimal_add(ty_decimal *value, ty_decimal other);
bool ty_decimal_times(ty_decimal *value, uint64_t numerator, uint64_t denominator);
/* Times 10^power: never overflows. */
ty_decimal ty_decimal_shift(ty_decimal value, int32_t power);
int ty_decimal_compare(ty_decimal a, ty_decimal b);

#endif
