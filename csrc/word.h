/* word.h: tokens for the passes. */
#ifndef TY_WORD_H
#define TY_WORD_H

#include "taiyuan.h"

/* What a token can be in a phrase, by its tag in the dictionary. */
typedef enum ty_word_class {
    TY_NAMING,    /* nouns, names, what the dictionary does not know */
    TY_QUALIFYING, /* adjectives, distinguishing words, verbal nouns */
    TY_TELLING,   /* idioms: behind a noun they say something of it */
    TY_ACTING,    /* verbs */
    TY_BINDING,   /* everything else: prepositions, adverbs, particles, numerals, punctuation */
} ty_word_class;

bool ty_is_place_name(const ty_words *words, uint32_t word); /* 四川省 */
enum { TY_WORDS_AHEAD = 12 }; /* characters that tell where a word ends */
/* Where the first word ends if the next of these in [start, end) are cut by the dictionary. */
uint32_t ty_words_first(const ty_words *words, const uint32_t *text, uint32_t start, uint32_t end);
/* Cut the ranges of a text without the model, in order and not overlapping, each by itself. `tokens` and `classes`, a ty_word_class
   each, have room for one of every character. */
ty_status ty_words_cut_ranges(const ty_words *words, const ty_allocator *allocator, const uint32_t *text, const ty_slice *ranges,
                              uint32_t range_count, ty_token *tokens, uint8_t *classes, uint32_t *count, ty_error *error);

#endif
