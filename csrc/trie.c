#include "trie.h"

#include <stdlib.h>
#include <string.h>

/* A word of the builder, with the number of its entry. */
typedef struct word {
    const uint32_t *at;
    uint32_t length, entry;
} word;

bool ty_trie_add(ty_arena *arena, ty_trie *trie, ty_word text, uint32_t kind, uint32_t value) {
    uint32_t *at = ty_arena_take(arena, (text.length + 1) * sizeof *at);
    ty_entry *entry = at ? ty_array_push(arena, &trie->entries, sizeof *entry) : NULL;
    word *w = entry ? ty_array_push(arena, &trie->words, sizeof *w) : NULL;
    if (!w) return false;
    memcpy(at, text.at, text.length * sizeof *at);
    *entry = (ty_entry){kind, value, TY_NONE};
    *w = (word){at, text.length, trie->entries.count - 1};
    return true;
}

static int by_spelling(const void *a, const void *b) {
    const word *x = a, *y = b;
    for (uint32_t i = 0; i < x->length && i < y->length; i++)
        if (x->at[i] != y->at[i]) return x->at[i] < y->at[i] ? -1 : 1;
    if (x->length != y->length) return x->length < y->length ? -1 : 1;
    return x->entry < y->entry ? 1 : -1; /* the last added first */
}

/* A node still to be placed: the words [low, high) share `depth` code points. */
typedef struct node {
    uint32_t low, high, depth, cell;
} node;

typedef struct packer {
    ty_arena *arena;
    ty_trie *trie;
    const word *words;
    ty_array nodes; /* node, a queue */
    uint16_t *codes; /* room for the children of one node */
    uint32_t room, search; /* cells there are; where the search for a free one begins */
} packer;

static bool grow(packer *p, uint32_t need) {
    ty_trie *trie = p->trie;
    uint32_t room = p->room ? p->room : 1 << 12;
    while (room < need) room *= 2;
    ty_cell *cells = ty_arena_take(p->arena, room * sizeof *cells);
    if (!cells) return false;
    if (p->room) memcpy(cells, trie->cells, p->room * sizeof *cells);
    for (uint32_t i = p->room; i < room; i++) cells[i] = (ty_cell){.entry = TY_NONE};
    trie->cells = cells;
    p->room = room;
    return true;
}

/* A base at which the cells of all codes are free: first fit from the first free cell. */
static bool find_base(packer *p, const uint16_t *codes, uint32_t count, uint32_t *base) {
    uint32_t tried = 0, scanned = 0, span = codes[count - 1] - codes[0] + 1u;
    for (uint32_t at = p->search > codes[0] ? p->search : codes[0] + 1u;; at++) {
        uint32_t b = at - codes[0], i = 0;
        if (at + span > p->room && !grow(p, at + span)) return false;
        scanned++;
        if (p->trie->cells[at].owner) continue;
        while (i < count && !p->trie->cells[b + codes[i]].owner) i++;
        if (i == count) {
            /* A front that has been tried often is nearly full: leave it behind, so that packing stays linear. */
            if (tried > 64 || scanned > 1024) p->search = at;
            return *base = b, true;
        }
        tried++;
    }
}

static bool place_children(packer *p, uint32_t index) {
    node n = ((const node *)p->nodes.items)[index];
    uint16_t *codes = p->codes;
    uint32_t count = 0, first = p->nodes.count, last = TY_NONE, base;
    while (n.low < n.high && p->words[n.low].length == n.depth) { /* words that end here */
        uint32_t entry = p->words[n.low++].entry;
        if (last == TY_NONE) p->trie->cells[n.cell].entry = entry;
        else ((ty_entry *)p->trie->entries.items + last)->next = entry;
        last = entry;
    }
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
    /* Codes rise with the code points, so the first is the least. */
    if (!find_base(p, codes, count, &base)) return false;
    p->trie->cells[n.cell].base = base;
    for (uint32_t i = 0; i < count; i++) {
        p->trie->cells[base + codes[i]].owner = n.cell + 1;
        ((node *)p->nodes.items)[first + i].cell = base + codes[i];
        if (base + codes[i] >= p->trie->cell_count) p->trie->cell_count = base + codes[i] + 1;
    }
    return true;
}

static void number_codes(ty_trie *trie, const word *words, uint32_t count) {
    uint16_t next = 0;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = 0; k < words[i].length; k++) trie->code[words[i].at[k]] = 1;
    for (uint32_t c = 0; c < TY_PLANE; c++)
        if (trie->code[c]) trie->code[c] = ++next;
}

bool ty_trie_pack(ty_arena *arena, ty_trie *trie) {
    packer p = {.arena = arena, .trie = trie, .words = trie->words.items, .search = 1};
    trie->code = ty_arena_take(arena, TY_PLANE * sizeof *trie->code);
    trie->first = ty_arena_take(arena, TY_PLANE * sizeof *trie->first);
    node *root = ty_array_push(arena, &p.nodes, sizeof *root);
    p.codes = ty_arena_take(arena, TY_PLANE * sizeof *p.codes);
    if (!trie->code || !trie->first || !p.codes || !root || !grow(&p, 1)) return false;
    memset(trie->code, 0, TY_PLANE * sizeof *trie->code);
    memset(trie->first, 0, TY_PLANE * sizeof *trie->first);
    number_codes(trie, p.words, trie->words.count);
    if (trie->words.count) qsort(trie->words.items, trie->words.count, sizeof(word), by_spelling);
    *root = (node){0, trie->words.count, 0, 0};
    trie->cells[0].owner = TY_NONE;
    trie->cell_count = 1;
    for (uint32_t i = 0; i < p.nodes.count; i++)
        if (!place_children(&p, i)) return false;
    for (uint32_t c = 0; c < TY_PLANE; c++)
        if (trie->code[c]) trie->first[c] = ty_trie_next(trie, 0, c);
    trie->words = (ty_array){0};
    return true;
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
