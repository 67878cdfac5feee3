/* trie.h: words to numbers: a trie over code points, filled word by word, then packed into a double array.
 *
 * Aoe's double array (1989): node s goes on with c to t = base[s] + code[c] if owner[t] == s. Code points are
 * numbered densely first. All tries of a lexicon share one numbering, which so stays in the cache. A packed trie is read-only.
 */
#ifndef TY_TRIE_H
#define TY_TRIE_H

#include "text.h"

/* One meaning of a word; a word may have several. */
typedef struct ty_entry {
    uint32_t kind, value;
    uint32_t next; /* another meaning of the same word, TY_NONE at the end */
} ty_entry;

typedef struct ty_cell {
    uint32_t base, owner; /* owner 0: free, else the parent's cell + 1 */
    uint32_t entry;       /* first entry of the word that ends here, TY_NONE */
} ty_cell;

typedef struct ty_trie {
    ty_array entries;  /* ty_entry */
    const uint16_t *code; /* of each code point of the basic plane, 0 if no word has it */
    ty_cell *cells;    /* the root is cell 0 */
    uint32_t *first;   /* cell behind the root for each code: most places of a text fail here */
    uint32_t cell_count;
    ty_array words;    /* of the builder; empty once packed */
} ty_trie;

/* The word is copied; it must lie in the basic plane. */
bool ty_trie_add(ty_arena *arena, ty_trie *trie, ty_word word, uint32_t kind, uint32_t value);
/* Pack what was added to the tries; words of equal spelling share a cell, the last added first. */
bool ty_tries_pack(ty_arena *arena, ty_trie *const *tries, uint32_t count);

/* The cell behind the root, or behind a cell; 0 if no word goes on so. */
static inline uint32_t ty_trie_first(const ty_trie *trie, uint32_t c) {
    return c < TY_PLANE ? trie->first[trie->code[c]] : 0;
}

static inline uint32_t ty_trie_next(const ty_trie *trie, uint32_t cell, uint32_t c) {
    uint32_t code = c < TY_PLANE ? trie->code[c] : 0, next = trie->cells[cell].base + code;
    return code && next < trie->cell_count && trie->cells[next].owner == cell + 1 ? next : 0;
}
static inline uint32_t ty_trie_entry(const ty_trie *trie, uint32_t cell) { return trie->cells[cell].entry; }
static inline const ty_entry *ty_trie_meaning(const ty_trie *trie, uint32_t entry) {
    return (const ty_entry *)trie->entries.items + entry;
}

/* The longest word that begins at `at` and ends at or before `end`: its first entry and its length; TY_NONE. */
uint32_t ty_trie_longest(const ty_trie *trie, const uint32_t *at, const uint32_t *end, uint32_t *length);

#endif
