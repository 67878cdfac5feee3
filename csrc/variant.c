/* variant.c: traditional characters to simplified ones, one for one, for the passes that read. */
#include "text.h"
#include "variants.h"

enum { FIRST_HAN = 0x4E00, HAN = sizeof places };

uint32_t ty_simplified(uint32_t c) {
    uint32_t at = c - FIRST_HAN;
    return at < HAN && places[at] ? forms[page_starts[at / 256] + places[at] - 1] : c;
}
