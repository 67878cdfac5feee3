/* word.c: words as jieba 0.42 cuts them, to the last tie.
 *
 * A text is divided at what is neither Han, Latin, digit nor one of + # & . _ % -. In a block the path of words with
 * the greatest sum of log-frequencies wins, of equal sums the longer word. Runs of single characters that are no word
 * go through the hidden Markov model, whose ties go to the later letter of B, E, M, S. All sums are taken in
 * jieba's order, so that they round alike.
 */
#include "word.h"

#include "arena.h"
#include "text.h"

#include <math.h>
#include <string.h>

enum { FIRST_HAN = 0x4E00, LAST_HAN = 0x9FD5, HAN = LAST_HAN - FIRST_HAN + 1, FIRST_ASCII = 0x21, LAST_ASCII = 0x7E };
/* Of the double array, small, so that much of it stays in the cache. No two nodes share a base, so the code alone tells
   whose cell it is; leaves have the base 0, which no node has. */
typedef struct word_cell {
    uint32_t base_tag; /* base; above BASE_BITS the tag of the word that ends here */
    uint16_t code, frequency; /* code: leads here; frequency: index, 0 for no word */
} word_cell;

enum { LETTERS = HAN + LAST_ASCII - FIRST_ASCII + 1, TAG_WIDTH = 8, HEADER_FIELDS = 16, SECTIONS = 6, FORMAT = 4,
       BASE_BITS = 24, MOST_TAGS = 256 };
#define MAGIC UINT64_C(0x315344524F575954)
#define OWN_WORD 0x80000000u /* of a token's word: a user's */
#define LEAST (-INFINITY)

typedef enum { B, E, M, S, STATES } state;

/* The file, section by section. */
typedef struct table {
    const uint16_t *codes;
    const word_cell *cells;
    const double *logarithms;
    const uint32_t *frequencies;
    const char *tags;
    const double *start, *steps, *emissions;
    uint64_t total;
    uint32_t tag_count;
} table;

/* A user's words, over the table: few and changing, so a plain hash of (node, character). */
typedef struct own_edge {
    uint64_t key; /* node << 21 | character; 0 is free */
    uint32_t child;
} own_edge;

typedef struct own_node {
    uint64_t frequency;
    double logarithm;
    char tag[TAG_WIDTH];
    bool is_word;
} own_node;

struct ty_words {
    ty_arena arena;
    table table;
    uint64_t total;
    double log_total;
    ty_array nodes; /* own_node; node 0 is the root */
    own_edge *edges;
    uint32_t edge_count, edge_mask;
    bool takes_out; /* a user's word has the frequency 0 */
    uint8_t classes[MOST_TAGS]; /* ty_word_class of each tag of the table */
};

static ty_word_class class_of_tag(const char *tag) {
    switch (tag[0]) {
    case 'n': case 'x': case 'j': case 's': case 'e': case '\0': return TY_NAMING;
    case 'a': return tag[1] == 'd' ? TY_BINDING : TY_QUALIFYING;
    case 'l': case 'i': return TY_TELLING;
    case 'b': case 'z': return TY_QUALIFYING;
    case 'v': return tag[1] == 'n' ? TY_QUALIFYING : TY_ACTING;
    default: return TY_BINDING;
    }
}

/* ---- the table --------------------------------------------------------------- */

static size_t aligned(size_t size) { return (size + 7) / 8 * 8; }

static ty_status read_table(const void *bytes, size_t size, table *t, ty_error *error) {
    uint64_t header[HEADER_FIELDS];
    if (size < sizeof header) return ty_fail(error, TY_BAD_LEXICON, 0, "the word table is cut off; install the package again");
    memcpy(header, bytes, sizeof header);
    if (header[0] != MAGIC || header[1] != FORMAT || header[2] != LETTERS || header[6] != HAN)
        return ty_fail(error, TY_BAD_LEXICON, 0, "no word table of this version; install the package again");
    uint64_t cells = header[3], logarithms = header[4], tags = header[5];
    if (cells > UINT32_C(1) << BASE_BITS || logarithms > UINT32_MAX || tags > MOST_TAGS)
        return ty_fail(error, TY_BAD_LEXICON, 0, "a damaged word table; install the package again");
    const size_t sizes[] = {LETTERS * sizeof(uint16_t), cells * sizeof(word_cell), logarithms * 8, logarithms * 4, tags * TAG_WIDTH,
                            (STATES + STATES * STATES + (size_t)HAN * STATES) * sizeof(double)};
    const char *at = (const char *)bytes + sizeof header;
    const void *sections[SECTIONS];
    size_t need = sizeof header;
    for (int i = 0; i < SECTIONS; i++) {
        sections[i] = at;
        at += aligned(sizes[i]);
        need += aligned(sizes[i]);
    }
    if (need != size) return ty_fail(error, TY_BAD_LEXICON, 0, "a damaged word table; install the package again");
    const double *model = sections[5];
    *t = (table){sections[0], sections[1], sections[2], sections[3], sections[4], model, model + STATES,
                 model + STATES + STATES * STATES, header[7], (uint32_t)tags};
    return TY_OK;
}

static bool is_han(uint32_t c) { return c - FIRST_HAN <= LAST_HAN - FIRST_HAN; }

static bool is_alnum(uint32_t c) { return ty_is_digit(c) || ty_is_latin(c); }

/* What jieba looks for words in: [\u4E00-\u9FD5a-zA-Z0-9+#&\._%\-] */
static bool is_letter(uint32_t c) {
    return is_han(c) || is_alnum(c) || c == '+' || c == '#' || c == '&' || c == '.' || c == '_' || c == '%' || c == '-';
}

/* Only letters come here. */
static uint32_t code_of(const table *t, uint32_t c) {
    return t->codes[is_han(c) ? c - FIRST_HAN : HAN + c - FIRST_ASCII];
}

static uint32_t base_of(const table *t, uint32_t cell) { return t->cells[cell].base_tag & ((UINT32_C(1) << BASE_BITS) - 1); }
static uint32_t tag_of(const table *t, uint32_t cell) { return t->cells[cell].base_tag >> BASE_BITS; }

/* No cell has the code 0, which is that of characters in no word; behind the last base there is room for any code. */
static uint32_t next_cell(const table *t, uint32_t cell, uint32_t code) {
    uint32_t next = base_of(t, cell) + code;
    return t->cells[next].code == code ? next : 0;
}

/* ---- a user's words ----------------------------------------------------------- */

static uint32_t edge_slot(const ty_words *words, uint64_t key) {
    return (uint32_t)(key * UINT64_C(0x9E3779B97F4A7C15) >> 32) & words->edge_mask;
}

static uint32_t own_next(const ty_words *words, uint32_t node, uint32_t c) {
    uint64_t key = (uint64_t)node << 21 | c;
    if (!words->edges) return 0;
    for (uint32_t slot = edge_slot(words, key); words->edges[slot].key; slot = (slot + 1) & words->edge_mask)
        if (words->edges[slot].key == key) return words->edges[slot].child;
    return 0;
}

static void put_edge(ty_words *words, own_edge edge) {
    uint32_t slot = edge_slot(words, edge.key);
    while (words->edges[slot].key) slot = (slot + 1) & words->edge_mask;
    words->edges[slot] = edge;
}

static bool grow_edges(ty_words *words) {
    own_edge *old = words->edges;
    uint32_t old_size = old ? words->edge_mask + 1 : 0, size = old ? old_size * 2 : 256;
    own_edge *edges = ty_arena_take(&words->arena, size * sizeof *edges);
    if (!edges) return false;
    memset(edges, 0, size * sizeof *edges);
    words->edges = edges;
    words->edge_mask = size - 1;
    for (uint32_t i = 0; i < old_size; i++)
        if (old[i].key) put_edge(words, old[i]);
    return true;
}

static own_node *own_at(const ty_words *words, uint32_t node) { return (own_node *)words->nodes.items + node; }

static bool own_step(ty_words *words, uint32_t *node, uint32_t c) {
    uint32_t child = own_next(words, *node, c);
    if (!child) {
        if ((!words->edges || words->edge_count * 2 > words->edge_mask) && !grow_edges(words)) return false;
        child = words->nodes.count;
        own_node *fresh = ty_array_push(&words->arena, &words->nodes, sizeof *fresh);
        if (!fresh) return false;
        *fresh = (own_node){0};
        put_edge(words, (own_edge){(uint64_t)*node << 21 | c, child});
        words->edge_count++;
    }
    *node = child;
    return true;
}

ty_status ty_words_open(const ty_allocator *allocator, const void *bytes, size_t size, ty_words **out, ty_error *error) {
    ty_words *words = allocator->resize(allocator->context, NULL, sizeof *words);
    *out = NULL;
    if (!words) return ty_fail_memory(error);
    *words = (ty_words){0};
    ty_arena_init(&words->arena, allocator, 0);
    ty_status status = read_table(bytes, size, &words->table, error);
    own_node *root = status ? NULL : ty_array_push(&words->arena, &words->nodes, sizeof *root);
    if (!status && !root) status = ty_fail_memory(error);
    if (status) {
        ty_words_free(words);
        return status;
    }
    *root = (own_node){0};
    for (uint32_t i = 0; i < words->table.tag_count; i++)
        words->classes[i] = (uint8_t)class_of_tag(words->table.tags + (size_t)i * TAG_WIDTH);
    words->total = words->table.total;
    words->log_total = log((double)words->total);
    *out = words;
    return TY_OK;
}

void ty_words_free(ty_words *words) {
    if (!words) return;
    ty_allocator allocator = words->arena.allocator;
    ty_arena_free(&words->arena);
    allocator.release(allocator.context, words);
}

ty_status ty_words_add(ty_words *words, ty_word word, uint64_t frequency, ty_word tag, ty_error *error) {
    uint32_t node = 0;
    for (uint32_t i = 0; i < word.length; i++)
        if (!own_step(words, &node, word.at[i])) return ty_fail_memory(error);
    own_node *own = own_at(words, node);
    own->is_word = true;
    own->frequency = frequency;
    own->logarithm = frequency ? log((double)frequency) : 0;
    memset(own->tag, 0, sizeof own->tag);
    for (uint32_t i = 0; i < tag.length && i < sizeof own->tag; i++) own->tag[i] = tag.at[i] < 0x80 ? (char)tag.at[i] : '?';
    words->takes_out = words->takes_out || !frequency;
    words->total += frequency;
    words->log_total = log((double)words->total);
    return TY_OK;
}

uint64_t ty_words_total(const ty_words *words) { return words->total; }

/* Where both tries stand behind some characters; 0 is nowhere. */
typedef struct walk {
    uint32_t cell, node;
    bool in_table, in_own;
} walk;

static void walk_on(const ty_words *words, walk *w, uint32_t c) {
    if (w->in_table) w->in_table = (w->cell = next_cell(&words->table, w->cell, code_of(&words->table, c))) != 0;
    if (w->in_own) w->in_own = (w->node = own_next(words, w->node, c)) != 0;
}

/* The word that ends where the walk stands: its number and logarithm. False if none does. */
static bool word_here(const ty_words *words, const walk *w, double *logarithm, uint32_t *word) {
    if (w->in_own && own_at(words, w->node)->is_word) {
        const own_node *own = own_at(words, w->node);
        *logarithm = own->logarithm;
        *word = OWN_WORD | w->node;
        return own->frequency != 0;
    }
    uint32_t frequency = w->in_table ? words->table.cells[w->cell].frequency : 0;
    *logarithm = words->table.logarithms[frequency];
    *word = w->cell;
    return frequency != 0;
}

bool ty_words_frequency(const ty_words *words, ty_word word, uint64_t *frequency) {
    walk w = {.in_table = true, .in_own = words->nodes.count > 1};
    *frequency = 0;
    for (uint32_t i = 0; i < word.length; i++) {
        if (!is_letter(word.at[i])) w.in_table = false;
        walk_on(words, &w, word.at[i]);
    }
    if (w.in_own && own_at(words, w.node)->is_word) *frequency = own_at(words, w.node)->frequency;
    else if (w.in_table) *frequency = words->table.frequencies[words->table.cells[w.cell].frequency];
    return w.in_table || w.in_own;
}

void ty_words_tag(const ty_words *words, uint32_t word, char tag[TY_TAG_SIZE]) {
    memset(tag, 0, TY_TAG_SIZE);
    if (word == TY_NONE) return;
    memcpy(tag, word & OWN_WORD ? own_at(words, word & ~OWN_WORD)->tag
                                : words->table.tags + (size_t)tag_of(&words->table, word) * TAG_WIDTH, TAG_WIDTH);
}

static ty_word_class class_of_word(const ty_words *words, uint32_t word) {
    if (word == TY_NONE) return TY_NAMING;
    if (word & OWN_WORD) return class_of_tag(own_at(words, word & ~OWN_WORD)->tag);
    return (ty_word_class)words->classes[tag_of(&words->table, word)];
}

/* ---- cutting ------------------------------------------------------------------- */

typedef struct cutter {
    const ty_words *words;
    const ty_allocator *allocator;
    const uint32_t *text;
    bool model;
    ty_token *tokens;
    uint8_t *classes; /* of each token; NULL if nobody asks */
    uint32_t count, room;
    double *score;  /* of the best path from each place of a block to its end */
    uint32_t *next; /* where its first word ends */
    uint32_t *word; /* its number */
    uint8_t *back;  /* of the model: four predecessors for each place */
    uint16_t *code; /* of each character */
    uint32_t *one, *two; /* cells of each character, and of it with the next */
    uint32_t block_room;
} cutter;

static bool take(const ty_allocator *allocator, void **block, size_t size) {
    void *grown = allocator->resize(allocator->context, *block, size);
    if (grown) *block = grown;
    return grown != NULL;
}

static bool reserve_block(cutter *c, uint32_t length) {
    if (length < c->block_room) return true;
    uint32_t room = c->block_room ? c->block_room : 512;
    while (room <= length) room *= 2;
    if (!take(c->allocator, (void **)&c->score, room * sizeof *c->score) ||
        !take(c->allocator, (void **)&c->next, room * sizeof *c->next) ||
        !take(c->allocator, (void **)&c->word, room * sizeof *c->word) ||
        !take(c->allocator, (void **)&c->code, room * sizeof *c->code) ||
        !take(c->allocator, (void **)&c->one, room * sizeof *c->one) ||
        !take(c->allocator, (void **)&c->two, room * sizeof *c->two) ||
        !take(c->allocator, (void **)&c->back, (size_t)room * STATES))
        return false;
    c->block_room = room;
    return true;
}

static bool reserve_token(cutter *c) {
    uint32_t room = c->room ? c->room * 2 : 1024;
    if (!take(c->allocator, (void **)&c->tokens, room * sizeof *c->tokens)) return false;
    c->room = room;
    return true;
}

static bool emit(cutter *c, uint32_t start, uint32_t end, uint32_t word) {
    if (c->count == c->room && !reserve_token(c)) return false;
    if (c->classes) c->classes[c->count] = (uint8_t)class_of_word(c->words, word);
    c->tokens[c->count++] = (ty_token){start, end, word};
    return true;
}

/* The cells of each character and of it with the next, 0 where no word begins so. They lie anywhere in a table larger than the
   cache: without a branch between them, many are under way at once. The path asks for those of three soon, so they are fetched. */
static void find_starts(const table *t, const uint16_t *code, uint32_t length, uint32_t *one, uint32_t *two) {
    uint32_t root = base_of(t, 0);
    for (uint32_t i = 0; i < length; i++) {
        uint32_t first = root + code[i];
        uint32_t begins = 0u - (uint32_t)(t->cells[first].code == code[i]);
        uint32_t second = base_of(t, first) + code[i + 1];
        uint32_t goes_on = begins & (0u - (uint32_t)(t->cells[second].code == code[i + 1]));
        one[i] = first & begins;
        two[i] = second & goes_on;
        if (i + 2 < length) __builtin_prefetch(&t->cells[base_of(t, two[i]) + code[i + 2]]);
    }
}

/* The best path through [start, start + length), from its end back. */
static void find_path(cutter *c, uint32_t start, uint32_t length) {
    const ty_words *words = c->words;
    const table *t = &words->table;
    const uint32_t *text = c->text + start;
    double log_total = words->log_total;
    bool own = words->nodes.count > 1;
    uint16_t *code = c->code;
    uint32_t *one = c->one, *two = c->two;
    c->score[length] = 0;
    for (uint32_t i = 0; i < length; i++) code[i] = (uint16_t)code_of(t, text[i]);
    code[length] = 0; /* no word goes on here */
    if (!own) find_starts(t, code, length, one, two);
    for (uint32_t i = length; i--;) {
        double best = LEAST;
        uint32_t best_next = i + 1, best_word = TY_NONE;
        if (!own) { /* the common case, without the second trie */
            uint32_t at = i;
            for (uint32_t cell = one[i]; cell; cell = at == i + 1 ? two[i] : next_cell(t, cell, code[at])) {
                uint32_t frequency = t->cells[cell].frequency;
                at++;
                if (!frequency) continue;
                double score = t->logarithms[frequency] - log_total + c->score[at];
                if (score >= best) best = score, best_next = at, best_word = cell;
            }
        } else {
            walk w = {.in_table = true, .in_own = true};
            for (uint32_t at = i; at < length;) {
                double logarithm;
                uint32_t word;
                walk_on(words, &w, text[at++]);
                if (!w.in_table && !w.in_own) break;
                if (!word_here(words, &w, &logarithm, &word)) continue;
                double score = logarithm - log_total + c->score[at];
                if (score >= best) best = score, best_next = at, best_word = word;
            }
        }
        if (best_word == TY_NONE) best = 0.0 - log_total + c->score[i + 1]; /* as if seen once */
        c->score[i] = best;
        c->next[i] = best_next;
        c->word[i] = best_word;
    }
}

uint32_t ty_words_first(const ty_words *words, const uint32_t *text, uint32_t start, uint32_t end) {
    double score[TY_WORDS_AHEAD + 1];
    uint32_t next[TY_WORDS_AHEAD + 1], word[TY_WORDS_AHEAD + 1], length = end - start < TY_WORDS_AHEAD ? end - start : TY_WORDS_AHEAD;
    uint16_t code[TY_WORDS_AHEAD + 1];
    uint32_t one[TY_WORDS_AHEAD + 1], two[TY_WORDS_AHEAD + 1];
    cutter c = {.words = words, .text = text, .score = score, .next = next, .word = word, .code = code, .one = one, .two = two};
    for (uint32_t i = 0; i < length; i++)
        if (!is_letter(text[start + i])) length = i; /* 〇, 㐀: no dictionary has them */
    if (!length) return start;
    find_path(&c, start, length);
    return start + next[0];
}

static double emission(const table *t, uint32_t c, state s) { return t->emissions[(size_t)(c - FIRST_HAN) * STATES + s]; }

/* The states of a run of Han, the last by the greater of E and S; back[i][s] is the state before s. */
static state decode(cutter *c, uint32_t start, uint32_t length) {
    /* The two states that may stand before each, the greater letter second: it wins a tie. */
    static const state before[STATES][2] = {[B] = {E, S}, [M] = {B, M}, [E] = {B, M}, [S] = {E, S}};
    const table *t = &c->words->table;
    double scores[STATES], fresh[STATES];
    for (state s = B; s < STATES; s++) scores[s] = t->start[s] + emission(t, c->text[start], s);
    for (uint32_t i = 1; i < length; i++) {
        for (state s = B; s < STATES; s++) {
            double shown = emission(t, c->text[start + i], s);
            double a = scores[before[s][0]] + t->steps[before[s][0] * STATES + s] + shown;
            double b = scores[before[s][1]] + t->steps[before[s][1] * STATES + s] + shown;
            fresh[s] = b >= a ? b : a;
            c->back[(size_t)i * STATES + s] = (uint8_t)(b >= a ? before[s][1] : before[s][0]);
        }
        memcpy(scores, fresh, sizeof scores);
    }
    return scores[S] >= scores[E] ? S : E;
}

/* Is this a word that a user took out? The model must not bring it back. */
static bool is_taken_out(const ty_words *words, const uint32_t *text, uint32_t length) {
    uint32_t node = 0;
    if (!words->takes_out) return false;
    for (uint32_t i = 0; i < length; i++)
        if (!(node = own_next(words, node, text[i]))) return false;
    return own_at(words, node)->is_word && !own_at(words, node)->frequency;
}

/* The model may make what the dictionary has: mostly single characters. */
static uint32_t look_up(const ty_words *words, const uint32_t *text, uint32_t length) {
    walk w = {.in_table = true, .in_own = words->nodes.count > 1};
    double logarithm;
    uint32_t word;
    for (uint32_t i = 0; i < length && (w.in_table || w.in_own); i++) walk_on(words, &w, text[i]);
    return word_here(words, &w, &logarithm, &word) ? word : TY_NONE;
}

static bool emit_model_word(cutter *c, uint32_t start, uint32_t end) {
    if (!is_taken_out(c->words, c->text + start, end - start))
        return emit(c, start, end, look_up(c->words, c->text + start, end - start));
    for (; start < end; start++)
        if (!emit(c, start, start + 1, look_up(c->words, c->text + start, 1))) return false;
    return true;
}

static bool cut_han(cutter *c, uint32_t start, uint32_t end) {
    uint32_t length = end - start, begin = start, done = start;
    state last = decode(c, start, length);
    /* The states, from the last back, into the room of the first column. */
    for (uint32_t i = length; i--;) {
        state here = last;
        if (i) last = c->back[(size_t)i * STATES + here];
        c->back[(size_t)i * STATES] = (uint8_t)here;
    }
    for (uint32_t i = 0; i < length; i++) {
        state s = c->back[(size_t)i * STATES];
        if (s == B) begin = start + i;
        if (s != E && s != S) continue;
        if (!emit_model_word(c, s == S ? start + i : begin, start + i + 1)) return false;
        done = start + i + 1;
    }
    return done == end || emit_model_word(c, done, end);
}

/* [a-zA-Z0-9]+(\.\d+)?%? and what stands between. */
static bool cut_other(cutter *c, uint32_t start, uint32_t end) {
    const uint32_t *text = c->text;
    for (uint32_t at = start; at < end; start = at) {
        while (at < end && !is_alnum(text[at])) at++;
        if (at > start && !emit(c, start, at, TY_NONE)) return false;
        start = at;
        while (at < end && is_alnum(text[at])) at++;
        if (at == start) continue;
        if (at + 1 < end && text[at] == '.' && ty_is_digit(text[at + 1]))
            for (at++; at < end && ty_is_digit(text[at]);) at++;
        if (at < end && text[at] == '%') at++;
        if (!emit(c, start, at, TY_NONE)) return false;
    }
    return true;
}

static bool cut_by_model(cutter *c, uint32_t start, uint32_t end) {
    for (uint32_t at = start; at < end; start = at) {
        bool han = is_han(c->text[start]);
        while (at < end && is_han(c->text[at]) == han) at++;
        if (!(han ? cut_han(c, start, at) : cut_other(c, start, at))) return false;
    }
    return true;
}

/* Single characters in a row: a word that the path took apart stays so, the rest is for the model. */
static bool cut_run(cutter *c, uint32_t start, uint32_t end, const uint32_t *word) {
    uint64_t frequency = 0;
    if (end - start == 1) return emit(c, start, end, word[0]);
    (void)ty_words_frequency(c->words, (ty_word){c->text + start, end - start}, &frequency);
    if (!frequency) return cut_by_model(c, start, end);
    for (uint32_t i = start; i < end; i++)
        if (!emit(c, i, i + 1, word[i - start])) return false;
    return true;
}

static bool cut_block(cutter *c, uint32_t start, uint32_t end) {
    uint32_t length = end - start, run = 0;
    if (!reserve_block(c, length + 1)) return false;
    find_path(c, start, length);
    for (uint32_t i = 0; i < length;) {
        uint32_t next = c->next[i];
        bool single = next - i == 1;
        /* Without the model only Latin letters and digits are gathered: seldom, so that no branch asks for single ones alone. */
        bool gathers = single & (c->model | ty_is_digit(c->text[start + i]) | ty_is_latin(c->text[start + i]));
        if (!gathers) {
            if (run && !(c->model ? cut_run(c, start + i - run, start + i, c->word + i - run)
                                  : emit(c, start + i - run, start + i, run == 1 ? c->word[i - 1] : TY_NONE)))
                return false;
            run = 0;
            if (!emit(c, start + i, start + next, c->word[i])) return false;
        } else {
            run++;
        }
        i = next;
    }
    if (!run) return true;
    return c->model ? cut_run(c, end - run, end, c->word + length - run)
                    : emit(c, end - run, end, run == 1 ? c->word[length - 1] : TY_NONE);
}

static bool cut_piece(cutter *c, uint32_t start, uint32_t end) {
    while (start < end) {
        uint32_t at = start;
        while (at < end && is_letter(c->text[at])) at++;
        if (at > start && !cut_block(c, start, at)) return false;
        for (; at < end && !is_letter(c->text[at]); at++) { /* each by itself, but for a line's end in two */
            uint32_t width = c->text[at] == '\r' && at + 1 < end && c->text[at + 1] == '\n' ? 2 : 1;
            if (!emit(c, at, at + width, TY_NONE)) return false;
            at += width - 1;
        }
        start = at;
    }
    return true;
}

/* Give back all but the tokens. */
static ty_status finish(cutter *c, bool done, ty_error *error) {
    void *scratch[] = {c->score, c->next, c->word, c->back, c->code, c->one, c->two};
    for (size_t i = 0; i < sizeof scratch / sizeof *scratch; i++)
        if (scratch[i]) c->allocator->release(c->allocator->context, scratch[i]);
    return done ? TY_OK : ty_fail_memory(error);
}

ty_status ty_words_cut(const ty_words *words, const ty_allocator *allocator, const uint32_t *text, uint32_t length,
                       bool model, const ty_slice *whole, uint32_t whole_count, ty_token **tokens, uint32_t *count,
                       ty_error *error) {
    cutter c = {.words = words, .allocator = allocator, .text = text, .model = model};
    uint32_t at = 0;
    bool done = true;
    *tokens = NULL;
    *count = 0;
    if (length > TY_TEXT_LIMIT) return ty_fail(error, TY_TOO_LARGE, 0, "%u characters; at most %u", length, (unsigned)TY_TEXT_LIMIT);
    for (uint32_t i = 0; done && i < whole_count; i++) {
        done = cut_piece(&c, at, whole[i].start) && emit(&c, whole[i].start, whole[i].end, TY_NONE);
        at = whole[i].end;
    }
    done = done && cut_piece(&c, at, length);
    if (!done && c.tokens) allocator->release(allocator->context, c.tokens);
    *tokens = done ? c.tokens : NULL;
    *count = done ? c.count : 0;
    return finish(&c, done, error);
}

ty_status ty_words_cut_ranges(const ty_words *words, const ty_allocator *allocator, const uint32_t *text, const ty_slice *ranges,
                              uint32_t range_count, ty_token *tokens, uint8_t *classes, uint32_t *count, ty_error *error) {
    cutter c = {.words = words, .allocator = allocator, .text = text, .tokens = tokens, .classes = classes, .room = UINT32_MAX};
    bool done = true;
    for (uint32_t i = 0; done && i < range_count; i++) done = cut_piece(&c, ranges[i].start, ranges[i].end);
    *count = c.count;
    return finish(&c, done, error);
}

bool ty_is_place_name(const ty_words *words, uint32_t word) {
    char tag[TY_TAG_SIZE];
    if (word == TY_NONE) return false;
    ty_words_tag(words, word, tag);
    return tag[0] == 'n' && tag[1] == 's';
}
