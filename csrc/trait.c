/* trait.c: the traits of each place of the flow. */
#include "trait.h"

#include "numeral.h"
#include "report.h"

uint8_t ty_traits_of(uint32_t c) {
    bool stop = ty_is_stop(c), clause = stop || ty_is_comma(c) || ty_is_semicolon(c) || ty_is_colon(c);
    return (uint8_t)((stop ? TY_IS_STOP : 0) | (clause ? TY_IS_BREAK : 0) | (ty_begins_numeral(c) ? TY_BEGINS_NUMERAL : 0) |
                     (c == U'标' || c == U'速' ? TY_SPEAKS_OF_TARGET : 0) | (c - 'a' < 26 ? TY_IS_SMALL_LATIN : 0));
}

/* May one of the places of this stretch begin what is said twice: two characters that come again two places on, or three that
   come again three to five places on? Compilers ask it of many places at once; the answer is no for nearly all text. */
static bool may_repeat(const uint32_t *c) {
    uint32_t found = 0;
    for (uint32_t i = 0; i < TY_TRAIT_STRETCH; i++) {
        uint32_t two = (c[i] ^ c[i + 2]) | (c[i + 1] ^ c[i + 3]);
        uint32_t three = (c[i] ^ c[i + 3]) | (c[i + 1] ^ c[i + 4]) | (c[i + 2] ^ c[i + 5]);
        uint32_t four = (c[i] ^ c[i + 4]) | (c[i + 1] ^ c[i + 5]) | (c[i + 2] ^ c[i + 6]);
        uint32_t five = (c[i] ^ c[i + 5]) | (c[i + 1] ^ c[i + 6]) | (c[i + 2] ^ c[i + 7]);
        found |= (uint32_t)(two == 0) | (uint32_t)(three == 0) | (uint32_t)(four == 0) | (uint32_t)(five == 0);
    }
    return found;
}

/* The traits of a stretch; characters beyond the basic plane have none. */
static void look_up(const uint8_t *known, const uint32_t *c, uint8_t *traits) {
    uint32_t all = 0;
    for (uint32_t i = 0; i < TY_TRAIT_STRETCH; i++) {
        traits[i] = known[c[i] % TY_PLANE];
        all |= c[i];
    }
    if (all < TY_PLANE) return;
    for (uint32_t i = 0; i < TY_TRAIT_STRETCH; i++)
        if (c[i] >= TY_PLANE) traits[i] = 0;
}

ty_status ty_pass_trait(ty_report *report, ty_error *error) {
    enum { LOOKS_AHEAD = 7 };
    const uint8_t *known = report->lexicon->traits;
    uint32_t *flow = report->flow, length = report->flow_length, at = 0;
    uint8_t *traits = report->traits = ty_arena_take(&report->arena, (size_t)length + TY_TRAIT_MARGIN);
    if (!traits) return ty_fail_memory(error);
    flow[length] = '\n'; /* passes look one character on */
    memset(traits + length, 0, TY_TRAIT_MARGIN);
    for (; length - at >= TY_TRAIT_STRETCH + LOOKS_AHEAD; at += TY_TRAIT_STRETCH) {
        look_up(known, flow + at, traits + at);
        if (may_repeat(flow + at)) traits[at] |= TY_MAY_REPEAT;
    }
    for (; at < length; at++) traits[at] = (uint8_t)((flow[at] < TY_PLANE ? known[flow[at]] : 0) | TY_MAY_REPEAT);
    return TY_OK;
}
