/* count.c: tokens to counts, by the spelling of the token and the group of its text. */
#include "arena.h"
#include "text.h"

#include <string.h>

typedef struct cell {
    ty_count count;
    uint32_t last_sentence; /* in which the word was counted last */
} cell;

typedef struct total {
    uint64_t words, sentences;
} total;

struct ty_counter {
    ty_arena arena;
    const ty_words *words;
    ty_array spelling; /* ty_word: of each word */
    uint32_t *by_spelling, spelling_mask; /* hash to word + 1 */
    ty_array cells;    /* cell */
    uint32_t *by_cell, cell_mask; /* hash of (group, word) to cell + 1 */
    ty_array totals;   /* total, by group */
    bool is_closed;    /* a vocabulary was given */
    uint32_t sentence; /* number of the sentence, over all texts */
};

ty_status ty_counter_new(const ty_allocator *allocator, const ty_words *words, ty_counter **out, ty_error *error) {
    ty_counter *counter = allocator->resize(allocator->context, NULL, sizeof *counter);
    *out = NULL;
    if (!counter) return ty_fail_memory(error);
    *counter = (ty_counter){.words = words};
    ty_arena_init(&counter->arena, allocator);
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

static bool is_same(ty_word a, ty_word b) {
    return a.length == b.length && memcmp(a.at, b.at, a.length * sizeof *a.at) == 0;
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
    uint32_t *slots = new_hash(counter, size);
    if (!slots) return false;
    for (uint32_t w = 0; w < counter->spelling.count; w++) {
        uint32_t slot = hash_word(spelling_of(counter, w)) & (size - 1);
        while (slots[slot]) slot = (slot + 1) & (size - 1);
        slots[slot] = w + 1;
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
    uint32_t slot = hash_word(word) & counter->spelling_mask;
    for (; counter->by_spelling[slot]; slot = (slot + 1) & counter->spelling_mask)
        if (is_same(spelling_of(counter, counter->by_spelling[slot] - 1), word))
            return *found = counter->by_spelling[slot] - 1, true;
    *found = TY_NONE;
    if (!adds) return true;
    uint32_t *at = ty_arena_take(&counter->arena, (word.length + 1) * sizeof *at);
    ty_word *copy = at ? ty_array_push(&counter->arena, &counter->spelling, sizeof *copy) : NULL;
    if (!copy) return false;
    memcpy(at, word.at, word.length * sizeof *at);
    *copy = (ty_word){at, word.length};
    *found = counter->spelling.count - 1;
    counter->by_spelling[slot] = counter->spelling.count;
    return true;
}

static bool count_word(ty_counter *counter, uint32_t group, uint32_t word) {
    if ((!counter->by_cell || counter->cells.count * 2 > counter->cell_mask) && !grow_cells(counter)) return false;
    uint32_t slot = hash_pair(group, word) & counter->cell_mask;
    cell *c = NULL;
    for (; counter->by_cell[slot] && !c; slot = (slot + 1) & counter->cell_mask) {
        cell *here = cell_at(counter, counter->by_cell[slot] - 1);
        if (here->count.group == group && here->count.word == word) c = here;
    }
    if (!c) {
        if (!(c = ty_array_push(&counter->arena, &counter->cells, sizeof *c))) return false;
        *c = (cell){.count = {.group = group, .word = word}, .last_sentence = TY_NONE};
        counter->by_cell[slot] = counter->cells.count;
    }
    c->count.count++;
    c->count.sentences += c->last_sentence != counter->sentence;
    c->last_sentence = counter->sentence;
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
static bool is_wordlike(uint32_t c) { return ty_is_han(c) || ty_is_latin(c) || ty_is_digit(c); }

ty_status ty_counter_add(ty_counter *counter, uint32_t group, const uint32_t *text, uint32_t length, bool model, ty_error *error) {
    ty_token *tokens;
    uint32_t count;
    const ty_allocator *allocator = &counter->arena.allocator;
    ty_status status = ty_words_cut(counter->words, allocator, text, length, model, NULL, 0, &tokens, &count, error);
    if (status) return status;
    bool done = has_total(counter, group), open = false;
    for (uint32_t i = 0; done && i < count; i++) {
        uint32_t first = text[tokens[i].start], word;
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
        done = find_word(counter, (ty_word){text + tokens[i].start, tokens[i].end - tokens[i].start}, !counter->is_closed, &word) &&
               (word == TY_NONE || count_word(counter, group, word));
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
