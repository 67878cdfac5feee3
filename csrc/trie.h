/* trie.h: words to numbers. Built once, then read by any number of threads. */
#ifndef TY_TRIE_H
#define TY_TRIE_H

#include "arena.h"

/* One meaning of a word; a word may have several. */
typedef struct ty_entry {
    uint32_t kind, value;
    uint32_t next; /* another meaning of the same word, TY_NONE at the end */
} ty_entry;

typedef struct ty_edge {
    uint64_t key; /* parent node << 21 | code point; 0 is free */
    uint32_t child;
} ty_edge;

typedef struct ty_trie {
    uint32_t *first;   /* child of the root for each code point of the basic plane: most places fail here */
    ty_array entries;  /* ty_entry */
    ty_array nodes;    /* uint32_t: first entry of the word that ends here, TY_NONE */
    ty_edge *edges;    /* open addressing, at most half full */
    uint32_t edge_count, edge_mask;
} ty_trie;

bool ty_trie_init(ty_arena *arena, ty_trie *trie);
bool ty_trie_add(ty_arena *arena, ty_trie *trie, ty_word word, uint32_t kind, uint32_t value);

/* The node after `c`, 0 if no word goes on so. Begin with ty_trie_first. */
uint32_t ty_trie_next(const ty_trie *trie, uint32_t node, uint32_t c);

static inline uint32_t ty_trie_first(const ty_trie *trie, uint32_t c) {
    return c < 0x10000 ? trie->first[c] : ty_trie_next(trie, 0, c);
}
static inline uint32_t ty_trie_entry(const ty_trie *trie, uint32_t node) {
    return ((const uint32_t *)trie->nodes.items)[node];
}
static inline const ty_entry *ty_trie_meaning(const ty_trie *trie, uint32_t entry) {
    return (const ty_entry *)trie->entries.items + entry;
}

/* The longest word that begins at `at` and ends at or before `end`: its first entry and its length; TY_NONE. */
uint32_t ty_trie_longest(const ty_trie *trie, const uint32_t *at, const uint32_t *end, uint32_t *length);

#endif
