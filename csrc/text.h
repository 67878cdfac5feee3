/* text.h: code points of the input, and the same folded for reading. */
#ifndef TY_TEXT_H
#define TY_TEXT_H

#include "arena.h"

#include <string.h>
#include <wchar.h>

enum { TY_PLANE = 0x10000 }; /* code points of the basic plane: what tables of characters have a place for */

typedef struct ty_text {
    const uint32_t *raw;    /* as given */
    const uint32_t *folded; /* full-width ASCII, odd spaces, dashes, traditional characters folded, one for one */
    uint32_t length;
    bool has_bars; /* known once lines are split: most texts hold no table */
} ty_text;

/* `folds`: ty_fold of each code point of the basic plane; what is not in it folds to itself. */
ty_status ty_text_read(ty_arena *arena, const ty_input *input, const uint16_t *folds, ty_text *text, ty_error *error);

/* The folded form of one code point: 0-9 for ０-９, a space for any blank but a newline, 万 for 萬. */
uint32_t ty_fold(uint32_t c);

/* variant.c: the simplified form of a traditional character, or the character itself. */
uint32_t ty_simplified(uint32_t c);

/* Loops over all characters take so many at once; compilers make them one step each. */
enum { TY_STRETCH = 8 };

static inline bool ty_same_word(ty_word a, ty_word b) {
    return a.length == b.length && (!a.length || memcmp(a.at, b.at, a.length * sizeof *a.at) == 0);
}

static inline bool ty_is_digit(uint32_t c) { return c - '0' < 10; }
static inline bool ty_is_latin(uint32_t c) { return (c | 32) - 'a' < 26; }
/* Han, the two blocks that reports use; 〇 and 々 stand below them. */
static inline bool ty_is_han(uint32_t c) {
    return c - 0x4E00 < 0x5200 || c - 0x3400 < 0x19C0 || c == U'〇' || c == U'々' || c - 0x20000 < 0x20000;
}
/* Where a character stands first in [at, end) of code points, or `end`. */
_Static_assert(sizeof(wchar_t) == sizeof(uint32_t), "wmemchr looks through code points");
static inline uint32_t ty_find(const uint32_t *text, uint32_t at, uint32_t end, uint32_t c) {
    const wchar_t *found = at < end ? wmemchr((const wchar_t *)text + at, (wchar_t)c, end - at) : NULL;
    return found ? (uint32_t)(found - (const wchar_t *)text) : end;
}

/* The characters of a string: with their number known, compilers make comparisons of the loops over them. */
#define TY_LENGTH(string) ((uint32_t)(sizeof(string) / sizeof *(string) - 1))
/* Is it one of the characters of a string, as in U"省市县"? */
#define ty_is_among(c, set) ty_is_one_of(c, set, TY_LENGTH(set))
static inline bool ty_is_one_of(uint32_t c, const uint32_t *set, uint32_t length) {
    for (uint32_t i = 0; i < length; i++)
        if (set[i] == c) return true;
    return false;
}
/* None of these marks: most characters, and so asked first. */
static inline bool ty_is_no_mark(uint32_t c) { return c - 0x3400 < 0xC000; }
static inline bool ty_is_stop(uint32_t c) { return !ty_is_no_mark(c) && ty_is_among(c, U"。！？!?"); }
/* What may follow a stop and still belongs before it. */
static inline bool ty_is_closer(uint32_t c) { return !ty_is_no_mark(c) && ty_is_among(c, U")》”’】〉」』]"); }
static inline bool ty_is_opener(uint32_t c) { return !ty_is_no_mark(c) && ty_is_among(c, U"(《“‘【〈「『["); }
static inline bool ty_is_comma(uint32_t c) { return c == ',' || c == U'，'; }
static inline bool ty_is_semicolon(uint32_t c) { return c == ';' || c == U'；'; }
static inline bool ty_is_colon(uint32_t c) { return c == ':' || c == U'：'; }

#endif
