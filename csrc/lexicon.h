/* lexicon.h: what the passes look words and rules up in. */
#ifndef TY_LEXICON_H
#define TY_LEXICON_H

#define PCRE2_CODE_UNIT_WIDTH 32
#include <pcre2.h>

#include "arena.h"
#include "trait.h"
#include "trie.h"

/* How the kind of a row, and what may stand beside a unit, follow from its dimension. */
typedef enum {
    TY_MEASURE, TY_TEMPERATURE, /* 公里, 摄氏度 */
    TY_HEADS, TY_COUNT,         /* 人, 户; 个, 座 */
    TY_TIME, TY_YEARS,          /* 小时; 年, 月 */
    TY_SHARE, TY_TIMES, TY_DOUBLINGS
} ty_unit_class;

typedef struct ty_unit {
    uint32_t name, dimension, base; /* strings */
    uint64_t numerator, denominator;
    uint8_t class;                  /* ty_unit_class */
} ty_unit;

enum { MOST_DIMENSIONS = 4, MOST_PARTS = 4 };

typedef struct ty_indicator {
    uint32_t id, label; /* strings */
    uint32_t dimensions[MOST_DIMENSIONS]; /* strings: what its amounts are measured in; none: in anything */
    uint32_t dimension_count;
    uint32_t parts[MOST_PARTS]; /* indicators that its name stands for, one for each number of a list */
    uint32_t part_count;
    uint32_t flags; /* TY_TAKES_CHANGES and its like */
} ty_indicator;

typedef struct ty_constraint_rule {
    uint8_t mark;       /* ty_mark */
    uint8_t constraint; /* ty_constraint */
} ty_constraint_rule;

typedef struct ty_region {
    uint32_t code, name;
} ty_region;

typedef struct ty_pattern {
    pcre2_code *code;
    uint32_t name; /* string */
} ty_pattern;

struct ty_lexicon {
    ty_arena arena;
    const ty_words *dictionary;    /* borrowed; NULL: without a dictionary */
    pcre2_general_context *memory; /* PCRE2 allocates through the lexicon's allocator */
    ty_trie units;                 /* entry.kind: a ty_unit_use; entry.value: index into unit */
    ty_trie words;                 /* that hold numerals: entry.kind is TY_CUE_NUMERAL_WORD or TY_CUE_PLAN */
    uint32_t word_lead;            /* the most characters that one of `words` has before its first numeral */
    uint8_t *leads;                /* of each code point: the same of those that begin with it */
    uint8_t *steps;                /* of each code point: ty_step_of */
    uint8_t *traits;               /* of each code point: TY_IS_STOP and its like */
    uint16_t *folds;               /* of each code point: ty_fold */
    uint64_t *cue_pairs;           /* of `cues`: a bit for each hash of a word's first two characters */
    uint64_t *word_starts;         /* of `words`: a bit for each hash of a word's first three, or of a word of two */
    uint64_t *begun;               /* of each hash of two characters: the cues of the words of both that begin with them */
    uint64_t *alone;               /* of each hash of a character: the cues of the words that it is by itself */
    ty_trie places;                /* words of TY_PLACE_CUES: entry.kind is a ty_cue */
    ty_trie cues;                  /* the others */
    ty_trie uses;                  /* how reports use words of the dictionary: TY_CUE_VERBAL_NOUN and those up to TY_CUE_HEAD */
    uint32_t *used;                /* of each hash of two characters: a bit for each use that a word has which begins with them */
    uint8_t *characters;           /* of each code point: a bit for each list of single characters, from TY_CUE_HEAD on */
    uint32_t longest_cue;          /* characters of the longest of `places` and `cues` */
    ty_trie regions;               /* entry.value: index into region */
    ty_array unit, indicator, region, string; /* ty_unit, ty_indicator, ty_region, ty_word */
    ty_array pattern;              /* ty_pattern: a user's */
    ty_array constraint;           /* ty_constraint_rule, the first that speaks of a target decides */
    ty_trie strings;               /* entry.value: one string of that spelling */
    ty_array sources[TY_RULE_ANYWHERE]; /* code points: the patterns of a line's beginning, joined to one */
    ty_array rules[TY_RULE_COUNT]; /* pcre2_code *, in the order in which they came */
    pcre2_code *marked;            /* the rules of what begins a heading or an item, as one; NULL if a user's do not go into one */
};

/* Words that matter only where a number ends or a clause begins: they are looked up there, never searched for. */
#define TY_PLACE_CUES                                                                                                  \
    (UINT64_C(1) << TY_CUE_NOT_UNIT | UINT64_C(1) << TY_CUE_OWN_POINT | UINT64_C(1) << TY_CUE_ORDINAL_NAME | UINT64_C(1) << TY_CUE_APPROX_AFTER |         \
     UINT64_C(1) << TY_CUE_AT_LEAST_AFTER | UINT64_C(1) << TY_CUE_AT_MOST_AFTER | UINT64_C(1) << TY_CUE_WITHIN |         \
     UINT64_C(1) << TY_CUE_DESCRIBED | UINT64_C(1) << TY_CUE_NAMED_LENGTH | UINT64_C(1) << TY_CUE_LEAD |                 \
     UINT64_C(1) << TY_CUE_PLACE | UINT64_C(1) << TY_CUE_PAST_SPAN_AFTER |       \
     UINT64_C(1) << TY_CUE_EXPLAINS |               \
     UINT64_C(1) << TY_CUE_VERB)

/* Do these two characters, by their hash, begin one of the words? Rarely true of two that do not. */
enum { TY_PAIR_BITS = 16, TY_BEGUN_BITS = 13, TY_ALONE_BITS = 10 };
static inline uint32_t ty_pair_hash(uint32_t first, uint32_t second, int bits) {
    return (first * 0x9E3779B1u + second * 0x85EBCA6Bu) >> (32 - bits);
}
static inline bool ty_has_pair(const uint64_t *pairs, uint32_t first, uint32_t second) {
    uint32_t hash = ty_pair_hash(first, second, TY_PAIR_BITS);
    return pairs[hash / 64] >> hash % 64 & 1;
}
static inline uint32_t ty_start_hash(uint32_t first, uint32_t second, uint32_t third) {
    return ty_pair_hash(first, second + third * 0xC2B2AE35u, TY_PAIR_BITS);
}
/* May one of `words` begin with these three, or be the first two? */
static inline bool ty_has_start(const uint64_t *starts, const uint32_t *at) {
    uint32_t two = ty_start_hash(at[0], at[1], 0), three = ty_start_hash(at[0], at[1], at[2]);
    return (starts[two / 64] >> two % 64 | starts[three / 64] >> three % 64) & 1;
}
static inline uint64_t *ty_begun(const ty_lexicon *lexicon, uint32_t first, uint32_t second) {
    return &lexicon->begun[ty_pair_hash(first, second, TY_BEGUN_BITS)];
}
static inline uint32_t *ty_used(const ty_lexicon *lexicon, uint32_t first, uint32_t second) {
    return &lexicon->used[ty_pair_hash(first, second, TY_BEGUN_BITS)];
}
static inline uint64_t *ty_alone(const ty_lexicon *lexicon, uint32_t c) { return &lexicon->alone[c % (1u << TY_ALONE_BITS)]; }
/* The cues of the words that may begin with these two characters. */
static inline uint64_t ty_cues_begun(const ty_lexicon *lexicon, uint32_t first, uint32_t second) {
    return *ty_begun(lexicon, first, second) | *ty_alone(lexicon, first);
}

static inline const ty_unit *ty_lexicon_unit(const ty_lexicon *lexicon, uint32_t index) {
    return (const ty_unit *)lexicon->unit.items + index;
}
static inline const ty_indicator *ty_lexicon_indicator(const ty_lexicon *lexicon, uint32_t index) {
    return (const ty_indicator *)lexicon->indicator.items + index;
}
static inline const ty_region *ty_lexicon_region(const ty_lexicon *lexicon, uint32_t index) {
    return (const ty_region *)lexicon->region.items + index;
}

/* Runs rules over one text; holds PCRE2's match data, one per report. */
typedef struct ty_matcher {
    const ty_lexicon *lexicon;
    const uint32_t *text;
    pcre2_match_data *data;
    pcre2_match_context *context;
    uint32_t refused; /* matches that met PCRE2's limit */
    bool out_of_memory;
} ty_matcher;

/* The memory comes from the lexicon's allocator. */
bool ty_matcher_init(ty_matcher *matcher, const ty_lexicon *lexicon, const uint32_t *text);
void ty_matcher_free(ty_matcher *matcher);

/* Try the patterns of a rule in [start, end). True if one matches; `groups` then holds the whole match and the first
   three groups, empty where they took no part. */
bool ty_match_rule(ty_matcher *matcher, ty_rule rule, ty_slice range, ty_slice groups[4]);
/* Does one of the rules of what begins a heading or an item match? */
bool ty_match_mark(ty_matcher *matcher, ty_slice range);
/* The same for one pattern, looking from `from` on; what stands before it in the range is context. */
bool ty_match_code(ty_matcher *matcher, const pcre2_code *code, ty_slice range, uint32_t from, ty_slice groups[4]);

#endif
