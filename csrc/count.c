/* count.c: tokens to counts, by the term that the token's spelling stands for and the group of its text. */
#include "arena.h"
#include "text.h"

#include <string.h>

enum { TOKEN_SLOTS = 1 << 15, TOKEN_SHIFT = 32 - 15 };

/* A word of the dictionary that was met before: most tokens find their spelling with one look here. */
typedef struct known {
    uint32_t token, word; /* the token's word + 1, 0 is free; TY_NONE: it is not wanted */
} known;

/* A term of a word, and the next one: a word may belong to several concepts. */
typedef struct meaning {
    uint32_t term, next; /* next: place in the array of meanings + 1 */
} meaning;

typedef struct spelling {
    ty_word word;
    meaning meaning;
} spelling;

/* A slot of the spellings' hash table: the hash saves most comparisons. */
typedef struct spelled {
    uint32_t hash, word; /* word + 1, 0 is free */
} spelled;

typedef struct tally {
    uint32_t term, count, sentences; /* term + 1, 0 is free */
    uint32_t last; /* the sentence in which it was counted last */
} tally;

/* Each group has a hash table of its own: the counts of one report stay in the nearest cache while it is read. */
typedef struct group {
    uint64_t words, sentences;
    tally *tallies;
    uint32_t size, used; /* size: a power of two */
} group;

struct ty_counter {
    ty_arena arena;
    const ty_words *words;
    ty_array spellings; /* spelling */
    ty_array meanings;  /* meaning: all but the first of a spelling */
    spelled *by_spelling; /* hash table */
    uint32_t spelling_mask;
    ty_array groups;    /* group */
    known *by_token;    /* a cache: a slot forgets its word when another comes */
    bool is_closed;     /* terms were given */
    uint32_t sentence;  /* number of the sentence, over all texts, from 1 */
};

ty_status ty_counter_new(const ty_allocator *allocator, const ty_words *words, ty_counter **out, ty_error *error) {
    ty_counter *counter = allocator->resize(allocator->context, NULL, sizeof *counter);
    *out = NULL;
    if (!counter) return ty_fail_memory(error);
    *counter = (ty_counter){.words = words, .sentence = 1};
    ty_arena_init(&counter->arena, allocator, 0);
    counter->by_token = ty_arena_take(&counter->arena, TOKEN_SLOTS * sizeof *counter->by_token);
    if (!counter->by_token) {
        ty_counter_free(counter);
        return ty_fail_memory(error);
    }
    memset(counter->by_token, 0, TOKEN_SLOTS * sizeof *counter->by_token);
    *out = counter;
    return TY_OK;
}

void ty_counter_free(ty_counter *counter) {
    if (!counter) return;
    ty_allocator allocator = counter->arena.allocator;
    ty_arena_free(&counter->arena);
    allocator.release(allocator.context, counter);
}

/* FNV-1a over code points, with a last mix. */
static uint32_t hash_word(ty_word word) {
    uint64_t hash = UINT64_C(0xCBF29CE484222325);
    for (uint32_t i = 0; i < word.length; i++) hash = (hash ^ word.at[i]) * UINT64_C(0x100000001B3);
    return (uint32_t)(hash ^ hash >> 32);
}

static uint32_t hash_term(uint32_t term) { return (uint32_t)(term * UINT64_C(0x9E3779B97F4A7C15) >> 32); }

static spelling *spelling_at(const ty_counter *counter, uint32_t word) { return (spelling *)counter->spellings.items + word; }
static group *group_at(const ty_counter *counter, uint32_t i) { return (group *)counter->groups.items + i; }

static bool grow_spellings(ty_counter *counter) {
    uint32_t size = counter->by_spelling ? (counter->spelling_mask + 1) * 2 : 1024;
    spelled *slots = ty_arena_take(&counter->arena, size * sizeof *slots);
    if (!slots) return false;
    memset(slots, 0, size * sizeof *slots);
    for (uint32_t i = 0; counter->by_spelling && i <= counter->spelling_mask; i++) {
        const spelled *old = &counter->by_spelling[i];
        uint32_t slot = old->hash & (size - 1);
        if (!old->word) continue;
        while (slots[slot].word) slot = (slot + 1) & (size - 1);
        slots[slot] = *old;
    }
    counter->by_spelling = slots;
    counter->spelling_mask = size - 1;
    return true;
}

/* The number of a spelling; a new one if `adds`; TY_NONE if it is not wanted. False if memory is out. */
static bool find_word(ty_counter *counter, ty_word word, bool adds, uint32_t *found) {
    if ((!counter->by_spelling || counter->spellings.count * 2 > counter->spelling_mask) && !grow_spellings(counter)) return false;
    uint32_t hash = hash_word(word), slot = hash & counter->spelling_mask;
    for (; counter->by_spelling[slot].word; slot = (slot + 1) & counter->spelling_mask) {
        const spelled *here = &counter->by_spelling[slot];
        if (here->hash == hash && ty_same_word(spelling_at(counter, here->word - 1)->word, word)) return *found = here->word - 1, true;
    }
    *found = TY_NONE;
    if (!adds) return true;
    uint32_t *at = ty_arena_take(&counter->arena, (word.length + 1) * sizeof *at);
    spelling *fresh = at ? ty_array_push(&counter->arena, &counter->spellings, sizeof *fresh) : NULL;
    if (!fresh) return false;
    memcpy(at, word.at, word.length * sizeof *at);
    *found = counter->spellings.count - 1;
    *fresh = (spelling){{at, word.length}, {*found, 0}};
    counter->by_spelling[slot] = (spelled){hash, counter->spellings.count};
    return true;
}

ty_status ty_counter_want(ty_counter *counter, uint32_t term, ty_word word, ty_error *error) {
    uint32_t found, before = counter->spellings.count;
    counter->is_closed = true;
    if (!find_word(counter, word, true, &found)) return ty_fail_memory(error);
    if (counter->spellings.count > before) {
        spelling_at(counter, found)->meaning.term = term;
        return TY_OK;
    }
    meaning *other = ty_array_push(&counter->arena, &counter->meanings, sizeof *other);
    if (!other) return ty_fail_memory(error);
    *other = spelling_at(counter, found)->meaning;
    spelling_at(counter, found)->meaning = (meaning){term, counter->meanings.count};
    return TY_OK;
}

static bool grow_tallies(ty_counter *counter, group *g) {
    uint32_t size = g->size ? g->size * 4 : 64;
    tally *tallies = ty_arena_take(&counter->arena, size * sizeof *tallies);
    if (!tallies) return false;
    memset(tallies, 0, size * sizeof *tallies);
    for (uint32_t i = 0; i < g->size; i++) {
        if (!g->tallies[i].term) continue;
        uint32_t slot = hash_term(g->tallies[i].term) & (size - 1);
        while (tallies[slot].term) slot = (slot + 1) & (size - 1);
        tallies[slot] = g->tallies[i];
    }
    g->tallies = tallies;
    g->size = size;
    return true;
}

static bool count_term(ty_counter *counter, group *g, uint32_t term) {
    if (g->used * 2 >= g->size && !grow_tallies(counter, g)) return false;
    uint32_t key = term + 1, slot = hash_term(key) & (g->size - 1);
    while (g->tallies[slot].term && g->tallies[slot].term != key) slot = (slot + 1) & (g->size - 1);
    tally *t = &g->tallies[slot];
    g->used += !t->term;
    t->term = key;
    t->count++;
    t->sentences += t->last != counter->sentence;
    t->last = counter->sentence;
    return true;
}

static bool count_token(ty_counter *counter, group *g, const uint32_t *text, ty_token token) {
    known *slot = &counter->by_token[token.word * 0x9E3779B1u >> TOKEN_SHIFT];
    uint32_t word;
    if (token.word != TY_NONE && slot->token == token.word + 1) word = slot->word;
    else if (!find_word(counter, (ty_word){text + token.start, token.end - token.start}, !counter->is_closed, &word)) return false;
    else if (token.word != TY_NONE) *slot = (known){token.word + 1, word};
    if (word == TY_NONE) return true;
    if (!counter->is_closed) return count_term(counter, g, word);
    meaning m = spelling_at(counter, word)->meaning;
    while (count_term(counter, g, m.term)) {
        if (!m.next) return true;
        m = ((const meaning *)counter->meanings.items)[m.next - 1];
    }
    return false;
}

static bool has_group(ty_counter *counter, uint32_t number) {
    while (counter->groups.count <= number) {
        group *g = ty_array_push(&counter->arena, &counter->groups, sizeof *g);
        if (!g) return false;
        *g = (group){0};
    }
    return true;
}

/* A token counts as a word if it has a letter or a digit; at 。！？ and at a line's end a sentence ends. */
static bool is_wordlike(uint32_t c) { return ty_is_han(c) || ty_is_latin(c) || ty_is_digit(c); }

ty_status ty_counter_add(ty_counter *counter, uint32_t number, const uint32_t *text, uint32_t length, bool model, ty_error *error) {
    ty_token *tokens;
    uint32_t count;
    const ty_allocator *allocator = &counter->arena.allocator;
    ty_status status = ty_words_cut(counter->words, allocator, text, length, model, NULL, 0, &tokens, &count, error);
    if (status) return status;
    bool done = has_group(counter, number), open = false;
    group *g = done ? group_at(counter, number) : NULL;
    for (uint32_t i = 0; done && i < count; i++) {
        uint32_t first = text[tokens[i].start];
        if (is_wordlike(first) || is_wordlike(text[tokens[i].end - 1])) {
            open = true;
            g->words++;
            done = count_token(counter, g, text, tokens[i]);
        } else if (open && (ty_is_stop(first) || first == '\n')) {
            open = false;
            counter->sentence++;
            g->sentences++;
        }
    }
    if (done && open) {
        counter->sentence++;
        g->sentences++;
    }
    if (tokens) allocator->release(allocator->context, tokens);
    return done ? TY_OK : ty_fail_memory(error);
}

bool ty_counter_next(const ty_counter *counter, ty_count_place *place, ty_count *count) {
    for (; place->group < counter->groups.count; place->group++, place->slot = 0) {
        const group *g = group_at(counter, place->group);
        while (place->slot < g->size) {
            const tally *t = &g->tallies[place->slot++];
            if (!t->term) continue;
            *count = (ty_count){place->group, t->term - 1, t->count, t->sentences};
            return true;
        }
    }
    return false;
}

void ty_counter_totals(const ty_counter *counter, uint32_t number, uint64_t *words, uint64_t *sentences) {
    bool exists = number < counter->groups.count;
    *words = exists ? group_at(counter, number)->words : 0;
    *sentences = exists ? group_at(counter, number)->sentences : 0;
}

ty_word ty_counter_word(const ty_counter *counter, uint32_t word, bool *exists) {
    *exists = word < counter->spellings.count;
    return *exists ? spelling_at(counter, word)->word : (ty_word){0};
}
