/* trait.h: what single characters can be, begin or end, one byte for each place of the flow.
 *
 * Passes that look for few places scan these bytes, eight at a time, instead of asking every character.
 */
#ifndef TY_TRAIT_H
#define TY_TRAIT_H

#include <stdint.h>
#include <string.h>

enum {
    TY_IS_STOP = 1,         /* a sentence may end: ty_is_stop */
    TY_IS_BREAK = 2,        /* a clause may: a stop, a comma, a semicolon, a colon */
    TY_BEGINS_NUMERAL = 4,
    TY_IS_CUE = 8,          /* by itself a word of the lexicon that is searched for */
    TY_SPEAKS_OF_TARGET = 16, /* of 目标 and 指标, or of 增速 */
    TY_IS_SMALL_LATIN = 32,
    TY_MAY_REPEAT = 64      /* here, or at one of the places behind it in a stretch, may begin what is said twice */
};

/* The flow is looked through in stretches of so many places. */
enum { TY_TRAIT_STRETCH = 16 };

/* The traits of a character that follow from what it is, not from the words of a lexicon. */
uint8_t ty_traits_of(uint32_t c);

/* Behind the last place of the flow stand so many bytes without a trait, so that eight can be looked at anywhere. */
enum { TY_TRAIT_MARGIN = 8 };

/* The first place of [at, end) with one of the traits; `end` if none has. */
static inline uint32_t ty_next_trait(const uint8_t *traits, uint8_t wanted, uint32_t at, uint32_t end) {
    uint64_t eight, mask = UINT64_C(0x0101010101010101) * wanted;
    for (; at < end; at += (uint32_t)sizeof eight) {
        memcpy(&eight, traits + at, sizeof eight);
        if (!(eight &= mask)) continue;
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
        eight = __builtin_bswap64(eight);
#endif
        at += (uint32_t)__builtin_ctzll(eight) / 8;
        return at < end ? at : end;
    }
    return end;
}

#endif
