#include "trie.h"

#include <string.h>

enum { PLANE = 0x10000, FIRST_EDGES = 1 << 12 };

static uint64_t edge_key(uint32_t node, uint32_t c) { return (uint64_t)node << 21 | c; }

/* Fibonacci hashing: the high bits of the product are well mixed. */
static uint32_t edge_slot(const ty_trie *trie, uint64_t key) {
    return (uint32_t)(key * UINT64_C(0x9E3779B97F4A7C15) >> 32) & trie->edge_mask;
}

static bool new_edges(ty_arena *arena, ty_trie *trie, uint32_t size) {
    ty_edge *edges = ty_arena_take(arena, size * sizeof *edges);
    if (!edges) return false;
    memset(edges, 0, size * sizeof *edges);
    trie->edges = edges;
    trie->edge_mask = size - 1;
    return true;
}

static void put_edge(ty_trie *trie, ty_edge edge) {
    uint32_t slot = edge_slot(trie, edge.key);
    while (trie->edges[slot].key) slot = (slot + 1) & trie->edge_mask;
    trie->edges[slot] = edge;
}

static bool new_node(ty_arena *arena, ty_trie *trie, uint32_t *node) {
    *node = trie->nodes.count;
    uint32_t *entry = ty_array_push(arena, &trie->nodes, sizeof *entry);
    if (entry) *entry = TY_NONE;
    return entry != NULL;
}

bool ty_trie_init(ty_arena *arena, ty_trie *trie) {
    uint32_t root;
    *trie = (ty_trie){.first = ty_arena_take(arena, PLANE * sizeof(uint32_t))};
    if (!trie->first) return false;
    memset(trie->first, 0, PLANE * sizeof(uint32_t));
    return new_edges(arena, trie, FIRST_EDGES) && new_node(arena, trie, &root);
}

uint32_t ty_trie_next(const ty_trie *trie, uint32_t node, uint32_t c) {
    uint64_t key = edge_key(node, c);
    for (uint32_t slot = edge_slot(trie, key);; slot = (slot + 1) & trie->edge_mask) {
        if (trie->edges[slot].key == key) return trie->edges[slot].child;
        if (!trie->edges[slot].key) return 0;
    }
}

static bool grow_edges(ty_arena *arena, ty_trie *trie) {
    ty_edge *old = trie->edges;
    uint32_t size = trie->edge_mask + 1;
    if (!new_edges(arena, trie, size * 2)) return false;
    for (uint32_t i = 0; i < size; i++)
        if (old[i].key) put_edge(trie, old[i]);
    return true;
}

static bool step(ty_arena *arena, ty_trie *trie, uint32_t *node, uint32_t c) {
    uint32_t child = *node ? ty_trie_next(trie, *node, c) : ty_trie_first(trie, c);
    if (!child) {
        if (!new_node(arena, trie, &child)) return false;
        if (*node == 0 && c < PLANE) {
            trie->first[c] = child;
        } else {
            if (trie->edge_count * 2 > trie->edge_mask && !grow_edges(arena, trie)) return false;
            put_edge(trie, (ty_edge){edge_key(*node, c), child});
            trie->edge_count++;
        }
    }
    *node = child;
    return true;
}

bool ty_trie_add(ty_arena *arena, ty_trie *trie, ty_word word, uint32_t kind, uint32_t value) {
    uint32_t node = 0;
    for (uint32_t i = 0; i < word.length; i++)
        if (!step(arena, trie, &node, word.at[i])) return false;
    uint32_t index = trie->entries.count, *head = (uint32_t *)trie->nodes.items + node;
    ty_entry *entry = ty_array_push(arena, &trie->entries, sizeof *entry);
    if (!entry) return false;
    *entry = (ty_entry){kind, value, *head};
    *head = index;
    return true;
}

uint32_t ty_trie_longest(const ty_trie *trie, const uint32_t *at, const uint32_t *end, uint32_t *length) {
    uint32_t best = TY_NONE, node = at < end ? ty_trie_first(trie, *at) : 0;
    for (const uint32_t *next = at + 1; node; next++) {
        if (ty_trie_entry(trie, node) != TY_NONE) {
            best = ty_trie_entry(trie, node);
            *length = (uint32_t)(next - at);
        }
        node = next < end ? ty_trie_next(trie, node, *next) : 0;
    }
    return best;
}
