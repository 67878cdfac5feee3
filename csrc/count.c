/* count.c: tokens to counts, by the spelling of the token and the group of its text. */
#include "arena.h"
#include "text.h"

#include <string.h>

enum { TOKEN_SLOTS = 1 << 15 };

typedef struct cell {
    ty_count count;
    uint32_t last_sentence; /* in which the word was counted last */
} cell;

/* A word of the dictionary that was met before: where its count for that group stands. Texts come group by group, so
   most tokens are counted with one look here. */
typedef struct known {
    uint32_t token, word; /* the token's word + 1, 0 is free; TY_NONE: it is not wanted */
    uint32_t group, cell;
} known;

/* A slot of the spellings' hash table: the hash saves most comparisons. */
typedef struct spelled {
    uint32_t hash, word; /* word + 1, 0 is free */
} spelled;

typedef struct total {
    uint64_t words, sentences;
} total;

struct ty_counter {
    ty_arena arena;
    const ty_words *words;
    ty_array spelling; /* ty_word: of each word */
    spelled *by_spelling; /* hash table */
    uint32_t spelling_mask;
    ty_array cells;    /* cell */
    uint32_t *by_cell, cell_mask; /* hash of (group, word) to cell + 1 */
    ty_array totals;   /* total, by group */
    known *by_token;   /* a cache: a slot forgets its word when another comes */
    bool is_closed;    /* a vocabulary was given */
    uint32_t sentence; /* number of the sentence, over all texts */
};

ty_status ty_counter_new(const ty_allocator *allocator, const ty_words *words, ty_counter **out, ty_error *error) {
    ty_counter *counter = allocator->resize(allocator->context, NULL, sizeof *counter);
    *out = NULL;
    if (!counter) return ty_fail_memory(error);
    *counter = (ty_counter){.words = words};
    ty_arena_init(&counter->arena, allocator);
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

static uint32_t hash_pair(uint32_t group, uint32_t word) {
    return (uint32_t)(((uint64_t)group << 32 | word) * UINT64_C(0x9E3779B97F4A7C15) >> 32);
}

static ty_word spelling_of(const ty_counter *counter, uint32_t word) { return ((const ty_word *)counter->spelling.items)[word]; }
static cell *cell_at(const ty_counter *counter, uint32_t i) { return (cell *)counter->cells.items + i; }

static uint32_t *new_hash(ty_counter *counter, uint32_t size) {
    uint32_t *slots = ty_arena_take(&counter->arena, size * sizeof *slots);
    if (slots) memset(slots, 0, size * sizeof *slots);
    return slots;
}

static bool grow_spellings(ty_counter *counter) {
    uint32_t size = counter->by_spelling ? (counter->spelling_mask + 1) * 2 : 1024;
    spelled *slots = ty_arena_take(&counter->arena, size * sizeof *slots);
    if (!slots) return false;
    memset(slots, 0, size * sizeof *slots);
    for (uint32_t w = 0; w < counter->spelling.count; w++) {
        uint32_t hash = hash_word(spelling_of(counter, w)), slot = hash & (size - 1);
        while (slots[slot].word) slot = (slot + 1) & (size - 1);
        slots[slot] = (spelled){hash, w + 1};
    }
    counter->by_spelling = slots;
    counter->spelling_mask = size - 1;
    return true;
}

static bool grow_cells(ty_counter *counter) {
    uint32_t size = counter->by_cell ? (counter->cell_mask + 1) * 2 : 1024;
    uint32_t *slots = new_hash(counter, size);
    if (!slots) return false;
    for (uint32_t i = 0; i < counter->cells.count; i++) {
        const ty_count *c = &cell_at(counter, i)->count;
        uint32_t slot = hash_pair(c->group, c->word) & (size - 1);
        while (slots[slot]) slot = (slot + 1) & (size - 1);
        slots[slot] = i + 1;
    }
    counter->by_cell = slots;
    counter->cell_mask = size - 1;
    return true;
}

/* The number of a spelling; a new one if `adds`; TY_NONE if it is not wanted. False if memory is out. */
static bool find_word(ty_counter *counter, ty_word word, bool adds, uint32_t *found) {
    if ((!counter->by_spelling || counter->spelling.count * 2 > counter->spelling_mask) && !grow_spellings(counter)) return false;
    uint32_t hash = hash_word(word), slot = hash & counter->spelling_mask;
    for (; counter->by_spelling[slot].word; slot = (slot + 1) & counter->spelling_mask) {
        const spelled *here = &counter->by_spelling[slot];
        if (here->hash == hash && ty_same_word(spelling_of(counter, here->word - 1), word)) return *found = here->word - 1, true;
    }
    *found = TY_NONE;
    if (!adds) return true;
    uint32_t *at = ty_arena_take(&counter->arena, (word.length + 1) * sizeof *at);
    ty_word *copy = at ? ty_array_push(&counter->arena, &counter->spelling, sizeof *copy) : NULL;
    if (!copy) return false;
    memcpy(at, word.at, word.length * sizeof *at);
    *copy = (ty_word){at, word.length};
    *found = counter->spelling.count - 1;
    counter->by_spelling[slot] = (spelled){hash, counter->spelling.count};
    return true;
}

static void count_in(ty_counter *counter, cell *c) {
    c->count.count++;
    c->count.sentences += c->last_sentence != counter->sentence;
    c->last_sentence = counter->sentence;
}

static bool find_cell(ty_counter *counter, uint32_t group, uint32_t word, uint32_t *found) {
    if ((!counter->by_cell || counter->cells.count * 2 > counter->cell_mask) && !grow_cells(counter)) return false;
    uint32_t slot = hash_pair(group, word) & counter->cell_mask;
    for (; counter->by_cell[slot]; slot = (slot + 1) & counter->cell_mask) {
        const ty_count *other = &cell_at(counter, counter->by_cell[slot] - 1)->count;
        if (other->group == group && other->word == word) return *found = counter->by_cell[slot] - 1, true;
    }
    cell *fresh = ty_array_push(&counter->arena, &counter->cells, sizeof *fresh);
    if (!fresh) return false;
    *fresh = (cell){.count = {.group = group, .word = word}, .last_sentence = TY_NONE};
    counter->by_cell[slot] = counter->cells.count;
    *found = counter->cells.count - 1;
    return true;
}

static bool count_token(ty_counter *counter, uint32_t group, const uint32_t *text, ty_token token) {
    known *slot = &counter->by_token[token.word * 0x9E3779B1u >> 17];
    uint32_t word, place = TY_NONE;
    bool is_known = token.word != TY_NONE && slot->token == token.word + 1;
    if (is_known && slot->word == TY_NONE) return true;
    if (is_known && slot->group == group) {
        count_in(counter, cell_at(counter, slot->cell));
        return true;
    }
    if (is_known) word = slot->word;
    else if (!find_word(counter, (ty_word){text + token.start, token.end - token.start}, !counter->is_closed, &word)) return false;
    if (word != TY_NONE && !find_cell(counter, group, word, &place)) return false;
    if (place != TY_NONE) count_in(counter, cell_at(counter, place));
    if (token.word != TY_NONE) *slot = (known){token.word + 1, word, group, place};
    return true;
}

ty_status ty_counter_want(ty_counter *counter, ty_word word, ty_error *error) {
    uint32_t found;
    counter->is_closed = true;
    return find_word(counter, word, true, &found) ? TY_OK : ty_fail_memory(error);
}

static bool has_total(ty_counter *counter, uint32_t group) {
    while (counter->totals.count <= group) {
        total *t = ty_array_push(&counter->arena, &counter->totals, sizeof *t);
        if (!t) return false;
        *t = (total){0};
    }
    return true;
}

/* A token counts as a word if it has a letter or a digit; at 。！？ and at a line's end a sentence ends. */
static bool is_wordlike(uint32_t c) { return c - 0x4E00 < 0x5200 || ty_is_han(c) || ty_is_latin(c) || ty_is_digit(c); }

ty_status ty_counter_add(ty_counter *counter, uint32_t group, const uint32_t *text, uint32_t length, bool model, ty_error *error) {
    ty_token *tokens;
    uint32_t count;
    const ty_allocator *allocator = &counter->arena.allocator;
    ty_status status = ty_words_cut(counter->words, allocator, text, length, model, NULL, 0, &tokens, &count, error);
    if (status) return status;
    bool done = has_total(counter, group), open = false;
    for (uint32_t i = 0; done && i < count; i++) {
        uint32_t first = text[tokens[i].start];
        total *t = (total *)counter->totals.items + group;
        if (!is_wordlike(first) && !is_wordlike(text[tokens[i].end - 1])) {
            if ((ty_is_stop(first) || first == '\n') && open) {
                open = false;
                counter->sentence++;
                t->sentences++;
            }
            continue;
        }
        open = true;
        t->words++;
        done = count_token(counter, group, text, tokens[i]);
    }
    if (done && open) {
        counter->sentence++;
        ((total *)counter->totals.items + group)->sentences++;
    }
    if (tokens) allocator->release(allocator->context, tokens);
    return done ? TY_OK : ty_fail_memory(error);
}

bool ty_counter_count(const ty_counter *counter, uint32_t index, ty_count *count) {
    if (index >= counter->cells.count) return false;
    *count = cell_at(counter, index)->count;
    return true;
}

void ty_counter_totals(const ty_counter *counter, uint32_t group, uint64_t *words, uint64_t *sentences) {
    bool known = group < counter->totals.count;
    *words = known ? ((const total *)counter->totals.items + group)->words : 0;
    *sentences = known ? ((const total *)counter->totals.items + group)->sentences : 0;
}

ty_word ty_counter_word(const ty_counter *counter, uint32_t word, bool *exists) {
    *exists = word < counter->spelling.count;
    return *exists ? spelling_of(counter, word) : (ty_word){0};
}
