#include "decimal.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define U128_MAX (~(ty_u128)0)

ty_decimal ty_decimal_of(uint64_t value) {
    return (ty_decimal){.coefficient = value, .divisor = 1};
}

bool ty_decimal_digit(ty_decimal *value, uint32_t digit) {
    if (value->coefficient > (U128_MAX - digit) / 10) return false;
    value->coefficient = value->coefficient * 10 + digit;
    return true;
}

static bool multiply(ty_u128 *value, ty_u128 factor) {
    if (factor && *value > U128_MAX / factor) return false;
    *value *= factor;
    return true;
}

/* Bring `value` to the lower of the two exponents. */
static bool lower_to(ty_decimal *value, int32_t exponent) {
    for (; value->exponent > exponent; value->exponent--)
        if (!multiply(&value->coefficient, 10)) return false;
    return true;
}

static uint64_t common_divisor(ty_u128 a, uint64_t b) {
    while (b) {
        uint64_t rest = (uint64_t)(a % b);
        a = b;
        b = rest;
    }
    return (uint64_t)a;
}

bool ty_decimal_add(ty_decimal *value, ty_decimal other) {
    if (!other.coefficient) return true;
    if (!value->coefficient) return *value = other, true;
    int32_t exponent = value->exponent < other.exponent ? value->exponent : other.exponent;
    if (!lower_to(value, exponent) || !lower_to(&other, exponent) || value->negative != other.negative) return false;
    if (value->divisor != other.divisor) { /* 2 + 1/3 */
        uint64_t below = value->divisor;
        if (!multiply(&value->coefficient, other.divisor) || !multiply(&other.coefficient, below)) return false;
        if (__builtin_mul_overflow(below, other.divisor, &value->divisor)) return false;
    }
    if (value->coefficient > U128_MAX - other.coefficient) return false;
    value->coefficient += other.coefficient;
    if (value->divisor > 1) {
        uint64_t common = common_divisor(value->coefficient, value->divisor);
        value->coefficient /= common;
        value->divisor /= common;
    }
    return true;
}

bool ty_decimal_times(ty_decimal *value, uint64_t numerator, uint64_t denominator) {
    uint64_t common = common_divisor(value->coefficient, denominator);
    value->coefficient /= common;
    denominator /= common;
    if (!multiply(&value->coefficient, numerator)) return false;
    if (denominator && value->divisor > UINT64_MAX / denominator) return false;
    value->divisor *= denominator;
    common = common_divisor(value->coefficient, value->divisor);
    value->coefficient /= common;
    value->divisor /= common;
    return true;
}

ty_decimal ty_decimal_shift(ty_decimal value, int32_t power) {
    value.exponent += power;
    return value;
}

bool ty_decimal_whole(ty_decimal value, ty_u128 *whole) {
    if (!value.divisor) return false;
    if (value.coefficient == 0) return *whole = 0, true;
    while (value.exponent > 0 && value.divisor > 1 && multiply(&value.coefficient, 10)) {
        value.exponent--;
        uint64_t common = common_divisor(value.coefficient, value.divisor);
        value.coefficient /= common;
        value.divisor /= common;
    }
    if (value.divisor != 1) return false;
    for (; value.exponent > 0; value.exponent--)
        if (!multiply(&value.coefficient, 10)) return false;
    for (; value.exponent < 0; value.exponent++) {
        if (value.coefficient % 10) return false;
        value.coefficient /= 10;
    }
    *whole = value.coefficient;
    return true;
}

/* strtod rounds correctly whatever the size; it is given a whole number with an exponent, so that no locale's decimal
   point matters. Of a quotient that goes on behind the places below, a last 1 says so: no half between two doubles
   comes as near to it. */
static double parse_double(ty_u128 coefficient, uint64_t divisor, int32_t exponent) {
    enum { WHOLE = 40, PLACES = 80 };
    char digits[WHOLE + PLACES + 2], *first = digits + WHOLE, *last = first, text[sizeof digits + 16];
    ty_u128 whole = coefficient / divisor, rest = coefficient % divisor;
    do {
        *--first = (char)('0' + (int)(whole % 10));
        whole /= 10;
    } while (whole);
    for (int place = 0; rest && place < PLACES; place++, rest = rest * 10 % divisor, exponent--)
        *last++ = (char)('0' + (int)(rest * 10 / divisor));
    if (rest) {
        *last++ = '1';
        exponent--;
    }
    *last = 0;
    (void)snprintf(text, sizeof text, "%se%d", first, exponent);
    return strtod(text, NULL);
}

double ty_decimal_double(ty_decimal value) {
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    const ty_u128 exact = (ty_u128)1 << 53;
    double result;
    if (!value.divisor) return NAN;
    /* A quotient or product of two exact doubles is rounded once, hence correctly (Clinger 1990). */
    while (value.divisor > 1 && value.exponent < 0 && value.divisor < exact / 10) {
        value.divisor *= 10;
        value.exponent++;
    }
    while (value.divisor > 1 && value.exponent > 0 && multiply(&value.coefficient, 10)) value.exponent--;
    if (value.coefficient <= exact && value.divisor == 1 && value.exponent >= -22 && value.exponent <= 22)
        result = value.exponent < 0 ? (double)value.coefficient / powers[-value.exponent]
                                    : (double)value.coefficient * powers[value.exponent];
    else if (value.coefficient <= exact && value.divisor <= exact && value.exponent == 0)
        result = (double)value.coefficient / (double)value.divisor;
    else
        result = parse_double(value.coefficient, value.divisor, value.exponent);
    return value.negative ? -result : result;
}

int ty_decimal_compare(ty_decimal a, ty_decimal b) {
    int32_t exponent = a.exponent < b.exponent ? a.exponent : b.exponent;
    bool alike = a.divisor == 1 && b.divisor == 1 && a.negative == b.negative;
    if (alike && lower_to(&a, exponent) && lower_to(&b, exponent)) {
        int more = (a.coefficient > b.coefficient) - (a.coefficient < b.coefficient);
        return a.negative ? -more : more;
    }
    double x = ty_decimal_double(a), y = ty_decimal_double(b);
    return (x > y) - (x < y);
}
