/* numeral.h: what single characters mean in a numeral. */
#ifndef TY_NUMERAL_H
#define TY_NUMERAL_H

#include <stdbool.h>
#include <stdint.h>

/* 0 to 9, plain, financial (壹) or traditional (兩); -1 if it is no digit. */
int ty_digit_of(uint32_t c);
/* The same in a year, whose zeros may be typed as 0 or O (二00三年); -1 if it is none. */
int ty_year_digit_of(uint32_t c);
/* 壹 to 玖 and 拾, which spell money; by themselves they begin words too (陆地, 拾起, 队伍). */
bool ty_is_financial(uint32_t c);
/* The power of ten of a scale word: 1 of 十, 8 of 亿; 0 if it is none. */
uint32_t ty_scale_of(uint32_t c);
/* 廿, 卅 and 卌, a digit and its ten in one: 2, 3, 4; otherwise 0. */
int ty_tens_of(uint32_t c);
/* Can a numeral begin here? Digits of either kind, scale words, 几, 数, 半, 负. */
bool ty_begins_numeral(uint32_t c);

/* What a character does in a numeral. */
typedef enum {
    TY_ENDS,
    TY_FIGURES,     /* 0 to 9: as many as stand together */
    TY_DIGIT,       /* 三, 贰 */
    TY_ZERO,        /* 零 */
    TY_TENS,        /* 廿 */
    TY_SMALL_SCALE, /* 十, 百, 千 */
    TY_LARGE_SCALE, /* 万, 亿, 兆 */
    TY_SOME,        /* 几, 数 */
    TY_MORE,        /* 多, 余 */
    TY_ABOUT,       /* 来 */
    TY_BEGINS = 128 /* a flag: a numeral can begin with it */
} ty_step;
/* The step, with the flag: the lexicon keeps it of every character. */
uint8_t ty_step_of(uint32_t c);

#endif
