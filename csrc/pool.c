/* pool.c: an allocator that keeps the large blocks that are given back, for whoever asks next. */
#include "arena.h"

#include <stdatomic.h>
#include <string.h>

/* A slot is empty or holds one block; so many bytes are kept at most. Blocks that are smaller than a report's, or larger, go
   straight to the allocator behind. */
enum { SLOTS = 16, LEAST_KEPT = 1 << 16, MOST_KEPT = 1 << 25 };

typedef struct block {
    size_t size; /* of the bytes */
    max_align_t bytes[];
} block;

struct ty_pool {
    ty_allocator behind, own;
    _Atomic(block *) slots[SLOTS];
    atomic_size_t kept;
};

static block *block_of(void *bytes) { return (block *)((char *)bytes - offsetof(block, bytes)); }

/* False if all slots are taken. */
static bool keep(ty_pool *pool, block *b) {
    for (int i = 0; i < SLOTS; i++) {
        block *none = NULL;
        if (!atomic_load_explicit(&pool->slots[i], memory_order_relaxed) && atomic_compare_exchange_strong(&pool->slots[i], &none, b))
            return true;
    }
    return false;
}

static bool is_kept_size(size_t size) { return size >= LEAST_KEPT && size < TY_LARGEST_CHUNK; }

static void give_back(ty_pool *pool, block *b) {
    size_t size = b->size;
    if (is_kept_size(size)) {
        if (atomic_fetch_add(&pool->kept, size) + size <= MOST_KEPT && keep(pool, b)) return;
        atomic_fetch_sub(&pool->kept, size);
    }
    pool->behind.release(pool->behind.context, b);
}

/* A kept block that is large enough, or NULL. Those that are too small make room for what is asked for now. */
static block *kept_block(ty_pool *pool, size_t size) {
    for (int i = 0; i < SLOTS; i++) {
        if (!atomic_load_explicit(&pool->slots[i], memory_order_relaxed)) continue;
        block *b = atomic_exchange(&pool->slots[i], NULL);
        if (!b) continue;
        atomic_fetch_sub(&pool->kept, b->size);
        if (b->size >= size) return b;
        pool->behind.release(pool->behind.context, b);
    }
    return NULL;
}

static void *pool_resize(void *context, void *bytes, size_t size) {
    ty_pool *pool = context;
    block *b = !bytes && is_kept_size(size) ? kept_block(pool, size) : NULL;
    if (b) return b->bytes;
    b = pool->behind.resize(pool->behind.context, bytes ? block_of(bytes) : NULL, sizeof *b + size);
    if (!b) return NULL;
    b->size = size;
    return b->bytes;
}

static void pool_release(void *context, void *bytes) {
    if (bytes) give_back(context, block_of(bytes));
}

ty_status ty_pool_new(const ty_allocator *allocator, ty_pool **out, ty_error *error) {
    ty_pool *pool = allocator->resize(allocator->context, NULL, sizeof *pool);
    *out = pool;
    if (!pool) return ty_fail_memory(error);
    memset(pool, 0, sizeof *pool);
    pool->behind = *allocator;
    pool->own = (ty_allocator){pool, pool_resize, pool_release};
    return TY_OK;
}

const ty_allocator *ty_pool_allocator(const ty_pool *pool) { return &pool->own; }

void ty_pool_free(ty_pool *pool) {
    if (!pool) return;
    ty_allocator behind = pool->behind;
    for (int i = 0; i < SLOTS; i++) {
        block *b = atomic_load(&pool->slots[i]);
        if (b) behind.release(behind.context, b);
    }
    behind.release(behind.context, pool);
}
