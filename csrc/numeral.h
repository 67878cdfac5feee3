/* numeral.h: what single characters mean in a numeral, and the number that it spells. */
#ifndef TY_NUMERAL_H
#define TY_NUMERAL_H

#include "decimal.h"
#include "taiyuan.h"

/* 0 to 9, plain or financial (壹), in folded text; -1 if it is no digit. */
int ty_digit_of(uint32_t c);
/* The same in a year, whose zeros may be typed as 0 or O (二00三年); -1 if it is none. */
int ty_year_digit_of(uint32_t c);
/* 壹 to 玖 and 拾, which spell money; by themselves they begin words too (陆地, 拾起, 队伍). */
bool ty_is_financial(uint32_t c);
/* The power of ten of a scale word: 1 of 十, 8 of 亿; 0 if it is none. */
uint32_t ty_scale_of(uint32_t c);
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

typedef enum {
    TY_ARABIC,     /* 6.5, 508万 */
    TY_CHINESE,    /* 二十四万九千 */
    TY_POSITIONAL, /* 一九五五 */
    TY_PER_HUNDRED, /* 百分之七点五 */
    TY_PER_THOUSAND, /* 千分之六 */
    TY_FRACTION,   /* 三分之一, 1/3, 一半 */
    TY_BARE_SCALE, /* 百亿: no digit of its own */
    TY_PLAN_NAME   /* 十四五: the years of the plan */
} ty_numeral_form;

typedef enum { TY_UNREAD, TY_IS_DATE, TY_IS_USED } ty_number_use;

typedef struct ty_number {
    uint32_t start, end; /* in the flow */
    ty_decimal low, high;
    uint32_t paragraph;
    uint8_t form;   /* ty_numeral_form */
    uint8_t vague;  /* 余 多 几 数: at least */
    uint8_t scaled; /* has 万 or 亿 */
    uint8_t digits; /* of an Arabic or positional numeral without scale */
    uint8_t power;  /* of ten, of the scale words of an Arabic numeral */
    uint8_t use;    /* ty_number_use: what the date pass made of it */
} ty_number;

/* Read the numeral that begins at flow[at], as far as `end` at most. False if none can be read there. */
bool ty_read_numeral(const ty_lexicon *lexicon, const uint32_t *flow, uint32_t at, uint32_t end, ty_number *n);
/* 负五: turn a number and its ends about. */
void ty_negate(ty_number *n);

#endif
