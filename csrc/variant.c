/* variant.c: traditional characters to simplified ones, one for one, for the passes that read. */
#include "text.h"
#include "variants.h"

enum { FIRST_HAN = 0x4E00, HAN = sizeof places, AT_ONCE = 8 };

uint32_t ty_simplified(uint32_t c) {
    uint32_t at = c - FIRST_HAN;
    return at < HAN && places[at] ? forms[page_starts[at / 256] + places[at] - 1] : c;
}

void ty_simplify(uint32_t *text, uint32_t length) {
    uint32_t i = 0;
    /* Most texts have none: several are looked up without a branch, what is not Han as the first of the table. */
    for (; length - i >= AT_ONCE; i += AT_ONCE) {
        uint8_t any = 0;
        for (uint32_t k = i; k < i + AT_ONCE; k++) {
            uint32_t at = text[k] - FIRST_HAN;
            any |= places[at & (0 - (uint32_t)(at < HAN))];
        }
        for (uint32_t k = i; any && k < i + AT_ONCE; k++) text[k] = ty_simplified(text[k]);
    }
    for (; i < length; i++) text[i] = ty_simplified(text[i]);
}
