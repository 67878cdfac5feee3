/* utf8.h: characters as UTF-8. */
#ifndef TY_UTF8_H
#define TY_UTF8_H

#include "taiyuan.h"

#include <string.h>

/* The lowest byte first. */
static inline void ty_put_four(uint8_t *out, uint32_t bytes) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    bytes = __builtin_bswap32(bytes);
#endif
    memcpy(out, &bytes, sizeof bytes);
}

/* Write a character as UTF-8, and up to three bytes behind it; its width. */
static inline uint32_t ty_put_character(uint8_t *out, uint32_t c) {
    if (c - 0x800 < 0xF800) return ty_put_four(out, 0x8080E0 | c >> 12 | (c << 2 & 0x3F00) | (c << 16 & 0x3F0000)), 3;
    if (c < 0x80) return ty_put_four(out, c), 1;
    if (c < 0x800) return ty_put_four(out, 0x80C0 | c >> 6 | (c << 8 & 0x3F00)), 2;
    return ty_put_four(out, 0x808080F0 | c >> 18 | (c >> 4 & 0x3F00) | (c << 10 & 0x3F0000) | (c << 24 & 0x3F000000)), 4;
}

/* Write characters as UTF-8; the end of what was written. */
static inline uint8_t *ty_put_utf8(uint8_t *out, ty_word word) {
    for (uint32_t i = 0; i < word.length; i++) out += ty_put_character(out, word.at[i]);
    return out;
}

#endif
