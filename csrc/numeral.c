#include "numeral.h"

int ty_digit_of(uint32_t c) {
    switch (c) {
    case 0x3007: case 0x96F6: return 0;
    case 0x4E00: case 0x58F9: case 0x58F1: return 1;
    case 0x4E8C: case 0x8D30: case 0x5F10: case 0x4E24: case 0x4FE9: return 2;
    case 0x4E09: case 0x53C1: case 0x53C3: return 3;
    case 0x56DB: case 0x8086: return 4;
    case 0x4E94: case 0x4F0D: return 5;
    case 0x516D: case 0x9646: return 6;
    case 0x4E03: case 0x67D2: return 7;
    case 0x516B: case 0x634C: return 8;
    case 0x4E5D: case 0x7396: return 9;
    default: return -1;
    }
}

int ty_year_digit_of(uint32_t c) { return c == '0' || c == 'O' ? 0 : ty_digit_of(c); }

bool ty_is_financial(uint32_t c) {
    switch (c) {
    case 0x4E00: case 0x4E8C: case 0x4E24: case 0x4FE9: case 0x4E09: case 0x56DB: case 0x4E94: case 0x516D:
    case 0x4E03: case 0x516B: case 0x4E5D: return false;
    default: return ty_digit_of(c) > 0 || c == 0x62FE;
    }
}

uint32_t ty_scale_of(uint32_t c) {
    switch (c) {
    case 0x5341: case 0x62FE: return 1;
    case 0x767E: case 0x4F70: return 2;
    case 0x5343: case 0x4EDF: return 3;
    case 0x4E07: return 4;
    case 0x4EBF: return 8;
    default: return 0;
    }
}

int ty_tens_of(uint32_t c) { return c == 0x5EFF ? 2 : c == 0x5345 ? 3 : c == 0x534C ? 4 : 0; }

static ty_step step_of(uint32_t c) {
    enum { TRILLION = 0x5146, MORE = 0x591A, REST = 0x4F59, SOME = 0x51E0, COUNT = 0x6570, ABOUT = 0x6765 };
    int digit = ty_digit_of(c);
    uint32_t scale = ty_scale_of(c);
    if (c - '0' < 10) return TY_FIGURES;
    if (digit >= 0) return digit ? TY_DIGIT : TY_ZERO;
    if (scale) return scale < 4 ? TY_SMALL_SCALE : TY_LARGE_SCALE;
    if (ty_tens_of(c)) return TY_TENS;
    switch (c) {
    case TRILLION: return TY_LARGE_SCALE;
    case SOME: case COUNT: return TY_SOME;
    case MORE: case REST: return TY_MORE;
    case ABOUT: return TY_ABOUT;
    default: return TY_ENDS;
    }
}

uint8_t ty_step_of(uint32_t c) { return (uint8_t)(step_of(c) | (ty_begins_numeral(c) ? TY_BEGINS : 0)); }

bool ty_begins_numeral(uint32_t c) {
    enum { SOME = 0x51E0, COUNT = 0x6570, HALF = 0x534A, NEGATIVE = 0x8D1F };
    return c - '0' < 10 || ty_digit_of(c) >= 0 || ty_scale_of(c) || ty_tens_of(c) || c == SOME || c == COUNT || c == HALF ||
           c == NEGATIVE;
}
