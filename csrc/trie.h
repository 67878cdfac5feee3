/* trie.h: words to numbers: a trie over code points, filled word by word, then packed into a double array.
 *
 * Aoe's double array (1989): node s goes on with c to t = base[s] + code[c] if code[c] leads to t: no two nodes share a
 * base. Code points are numbered densely first. All tries of a lexicon share one numbering, which so stays in the cache.
 * A packed trie is read-only.
 */
#ifndef TY_TRIE_H
#define TY_TRIE_H

#include "text.h"

/* One meaning of a word; a word may have several. */
typedef struct ty_entry {
    uint32_t kind, value;
    uint32_t next; /* another meaning of the same word, TY_NONE at the end */
} ty_entry;

/* A cell, small, so that much of a trie stays in the cache: its base, above that 1 + the first entry of the word that ends
   here or 0, above that the code that leads here. Leaves have the base 0, which no node has. */
typedef uint64_t ty_cell;
enum { TY_BASE_BITS = 24, TY_ENTRY_BITS = 24 };

typedef struct ty_trie {
    const ty_entry *entries; /* those of a word side by side */
    const uint16_t *code; /* of each code point of the basic plane, 0 if no word has it */
    ty_cell *cells;    /* the root is cell 0; behind the last base there is room for any code */
    ty_array words;    /* of the builder; empty once packed */
} ty_trie;

/* The word is copied; it must lie in the basic plane. */
bool ty_trie_add(ty_arena *arena, ty_trie *trie, ty_word word, uint32_t kind, uint32_t value);
/* Pack what was added to the tries; words of equal spelling share a cell, the last added first. */
bool ty_tries_pack(ty_arena *arena, ty_trie *const *tries, uint32_t count);

static inline uint32_t ty_trie_code(const ty_trie *trie, uint32_t c) { return c < TY_PLANE ? trie->code[c] : 0; }
static inline uint32_t ty_cell_base(ty_cell cell) { return cell & ((UINT32_C(1) << TY_BASE_BITS) - 1); }
static inline uint32_t ty_cell_code(ty_cell cell) { return (uint32_t)(cell >> (TY_BASE_BITS + TY_ENTRY_BITS)); }

/* The cell behind a cell, or behind the root; 0 if no word goes on so. No cell has the code 0. */
static inline uint32_t ty_trie_next(const ty_trie *trie, uint32_t cell, uint32_t c) {
    uint32_t code = ty_trie_code(trie, c), next = ty_cell_base(trie->cells[cell]) + code;
    return ty_cell_code(trie->cells[next]) == code ? next : 0;
}
static inline uint32_t ty_trie_first(const ty_trie *trie, uint32_t c) { return ty_trie_next(trie, 0, c); }

static inline uint32_t ty_trie_entry(const ty_trie *trie, uint32_t cell) {
    return (uint32_t)(trie->cells[cell] >> TY_BASE_BITS & ((UINT32_C(1) << TY_ENTRY_BITS) - 1)) - 1;
}
static inline const ty_entry *ty_trie_meaning(const ty_trie *trie, uint32_t entry) { return trie->entries + entry; }

/* The longest word that begins at `at` and ends at or before `end`: its first entry and its length; TY_NONE. */
uint32_t ty_trie_longest(const ty_trie *trie, const uint32_t *at, const uint32_t *end, uint32_t *length);

#endif
