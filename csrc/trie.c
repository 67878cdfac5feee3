#include "trie.h"

#include <stdlib.h>
#include <string.h>

/* A word of the builder with its meaning; `order` counts those added before it. */
typedef struct word {
    const uint32_t *at;
    uint32_t length, order, kind, value;
} word;

#define FREE_CELL ((ty_cell)UINT16_MAX << (TY_BASE_BITS + TY_ENTRY_BITS)) /* no code leads there */

bool ty_trie_add(ty_arena *arena, ty_trie *trie, ty_word text, uint32_t kind, uint32_t value) {
    uint32_t *at = ty_arena_take(arena, (text.length + 1) * sizeof *at);
    word *w = at ? ty_array_push(arena, &trie->words, sizeof *w) : NULL;
    if (!w) return false;
    memcpy(at, text.at, text.length * sizeof *at);
    *w = (word){at, text.length, trie->words.count - 1, kind, value};
    return true;
}

static int by_spelling(const void *a, const void *b) {
    const word *x = a, *y = b;
    for (uint32_t i = 0; i < x->length && i < y->length; i++)
        if (x->at[i] != y->at[i]) return x->at[i] < y->at[i] ? -1 : 1;
    if (x->length != y->length) return x->length < y->length ? -1 : 1;
    return x->order < y->order ? 1 : -1; /* the last added first */
}

/* A node still to be placed: the words [low, high) share `depth` code points. */
typedef struct node {
    uint32_t low, high, depth, cell;
} node;

typedef struct packer {
    ty_arena *arena;
    ty_trie *trie;
    const word *words;
    ty_entry *entries;
    uint32_t entry_count, last_base;
    ty_array nodes; /* node, a queue */
    uint16_t *codes; /* room for the children of one node */
    uint64_t *taken, *based; /* a bit for each cell, for each base; behind the last none */
    uint32_t room, search; /* cells there are; where the search for a free one begins */
} packer;

static bool grow(packer *p, uint32_t need) {
    ty_trie *trie = p->trie;
    uint32_t room = p->room ? p->room : 1 << 12;
    while (room < need) room *= 2;
    if (room > UINT32_C(1) << TY_BASE_BITS) return false;
    ty_cell *cells = ty_arena_take(p->arena, room * sizeof *cells);
    uint64_t *taken = ty_arena_take(p->arena, room / 8), *based = ty_arena_take(p->arena, room / 8);
    if (!cells || !taken || !based) return false;
    if (p->room) memcpy(cells, trie->cells, p->room * sizeof *cells);
    if (p->room) memcpy(taken, p->taken, p->room / 8);
    if (p->room) memcpy(based, p->based, p->room / 8);
    for (uint32_t i = p->room; i < room; i++) cells[i] = FREE_CELL;
    memset(taken + p->room / 64, 0, (room - p->room) / 8);
    memset(based + p->room / 64, 0, (room - p->room) / 8);
    trie->cells = cells;
    p->taken = taken;
    p->based = based;
    p->room = room;
    return true;
}

static bool has_bit(const uint64_t *bits, uint32_t at) { return bits[at / 64] >> at % 64 & 1; }
static void set_bit(uint64_t *bits, uint32_t at) { bits[at / 64] |= UINT64_C(1) << at % 64; }

/* The first free cell at or behind a place, or the room there is. */
static uint32_t next_free(const packer *p, uint32_t at) {
    if (at >= p->room) return p->room;
    uint64_t free = ~p->taken[at / 64] >> at % 64 << at % 64;
    for (at /= 64; !free; free = ~p->taken[at])
        if (++at >= p->room / 64) return p->room;
    return at * 64 + (uint32_t)__builtin_ctzll(free);
}

/* A base of no other node at which the cells of all codes are free: first fit from the first free cell. */
static bool find_base(packer *p, const uint16_t *codes, uint32_t count, uint32_t *base) {
    p->search = next_free(p, p->search);
    uint32_t tried = 0, least = codes[0], most = codes[0];
    for (uint32_t i = 1; i < count; i++) {
        if (codes[i] < least) least = codes[i];
        if (codes[i] > most) most = codes[i];
    }
    for (uint32_t at = p->search > least ? p->search : least + 1;; at++) {
        at = next_free(p, at);
        if (at + most - least >= p->room && !grow(p, at + most - least + 1)) return false;
        uint32_t b = at - least, i = has_bit(p->based, b) ? count + 1 : 0;
        while (i < count && !has_bit(p->taken, b + codes[i])) i++;
        if (i == count) {
            /* A front that has been tried often is nearly full: leave it behind, so that packing stays linear. */
            if (tried > 64) p->search = at;
            return *base = b, true;
        }
        tried++;
    }
}

/* The meanings of the word that ends at a node, if one does; behind it the words that go on. */
static uint32_t place_entries(packer *p, node n) {
    uint32_t low = n.low;
    for (; low < n.high && p->words[low].length == n.depth; low++) {
        uint32_t entry = p->entry_count++;
        if (low == n.low) p->trie->cells[n.cell] |= (ty_cell)(entry + 1) << TY_BASE_BITS;
        else p->entries[entry - 1].next = entry;
        p->entries[entry] = (ty_entry){p->words[low].kind, p->words[low].value, TY_NONE};
    }
    return low;
}

static bool place_children(packer *p, uint32_t index) {
    node n = ((const node *)p->nodes.items)[index];
    uint16_t *codes = p->codes;
    uint32_t count = 0, first = p->nodes.count, base;
    n.low = place_entries(p, n);
    for (uint32_t low = n.low; low < n.high;) {
        uint32_t c = p->words[low].at[n.depth], high = low;
        while (high < n.high && p->words[high].at[n.depth] == c) high++;
        node *child = ty_array_push(p->arena, &p->nodes, sizeof *child);
        if (!child) return false;
        *child = (node){low, high, n.depth + 1, 0};
        codes[count++] = p->trie->code[c];
        low = high;
    }
    if (!count) return true;
    if (!find_base(p, codes, count, &base)) return false;
    p->trie->cells[n.cell] |= base;
    set_bit(p->based, base);
    if (base > p->last_base) p->last_base = base;
    for (uint32_t i = 0; i < count; i++) {
        p->trie->cells[base + codes[i]] = (ty_cell)codes[i] << (TY_BASE_BITS + TY_ENTRY_BITS);
        set_bit(p->taken, base + codes[i]);
        ((node *)p->nodes.items)[first + i].cell = base + codes[i];
    }
    return true;
}

static int by_count(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? 1 : x > y ? -1 : 0;
}

/* Number the code points that words have, the most frequent first, so that what a text asks for lies together; `order` has room
   for all of the plane. How many there are. */
static uint16_t number_codes(uint16_t *code, uint64_t *order, ty_trie *const *tries, uint32_t count) {
    uint32_t used = 0;
    memset(code, 0, TY_PLANE * sizeof *code);
    memset(order, 0, TY_PLANE * sizeof *order);
    for (uint32_t t = 0; t < count; t++) {
        const word *words = tries[t]->words.items;
        for (uint32_t i = 0; i < tries[t]->words.count; i++)
            for (uint32_t k = 0; k < words[i].length; k++) order[words[i].at[k]] += TY_PLANE;
    }
    for (uint32_t c = 0; c < TY_PLANE; c++)
        if (order[c]) order[used++] = order[c] | c;
    qsort(order, used, sizeof *order, by_count);
    for (uint32_t i = 0; i < used; i++) code[order[i] % TY_PLANE] = (uint16_t)(i + 1);
    return (uint16_t)used;
}

static bool pack(ty_arena *arena, ty_trie *trie, uint16_t *codes, uint32_t last_code) {
    uint32_t count = trie->words.count;
    packer p = {.arena = arena, .trie = trie, .words = trie->words.items, .codes = codes, .search = 1};
    p.entries = ty_arena_take(arena, (count + 1) * sizeof *p.entries);
    node *root = ty_array_push(arena, &p.nodes, sizeof *root);
    if (!p.entries || !root || count >> TY_ENTRY_BITS || !grow(&p, 1)) return false;
    if (count) qsort(trie->words.items, count, sizeof(word), by_spelling);
    *root = (node){0, count, 0, 0};
    set_bit(p.taken, 0);
    for (uint32_t i = 0; i < p.nodes.count; i++)
        if (!place_children(&p, i)) return false;
    if (p.last_base + last_code >= p.room && !grow(&p, p.last_base + last_code + 1)) return false;
    trie->entries = p.entries;
    trie->words = (ty_array){0};
    return true;
}

bool ty_tries_pack(ty_arena *arena, ty_trie *const *tries, uint32_t count) {
    uint16_t *code = ty_arena_take(arena, TY_PLANE * sizeof *code);
    const ty_allocator *allocator = &arena->allocator;
    uint64_t *order = allocator->resize(allocator->context, NULL, TY_PLANE * sizeof *order);
    uint16_t last = code && order ? number_codes(code, order, tries, count) : UINT16_MAX;
    if (order) allocator->release(allocator->context, order);
    uint16_t *codes = ty_arena_take(arena, (last + 1u) * sizeof *codes);
    bool done = codes && last < UINT16_MAX; /* FREE_CELL has that code */
    for (uint32_t t = 0; done && t < count; t++) {
        tries[t]->code = code;
        done = pack(arena, tries[t], codes, last);
    }
    return done;
}

uint32_t ty_trie_longest(const ty_trie *trie, const uint32_t *at, const uint32_t *end, uint32_t *length) {
    uint32_t best = TY_NONE, cell = at < end ? ty_trie_first(trie, *at) : 0;
    for (const uint32_t *next = at + 1; cell; next++) {
        if (ty_trie_entry(trie, cell) != TY_NONE) {
            best = ty_trie_entry(trie, cell);
            *length = (uint32_t)(next - at);
        }
        cell = next < end ? ty_trie_next(trie, cell, *next) : 0;
    }
    return best;
}
