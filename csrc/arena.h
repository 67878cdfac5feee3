/* arena.h: memory that is freed all at once, and growing arrays in it. */
#ifndef TY_ARENA_H
#define TY_ARENA_H

#include "taiyuan.h"

typedef struct ty_chunk ty_chunk;

enum { TY_LARGEST_CHUNK = 1 << 23 }; /* what a chunk is asked for; one array may need more */

typedef struct ty_arena {
    ty_allocator allocator;
    ty_chunk *newest;
    size_t used, size; /* of the newest chunk; without one, half the size of the first */
} ty_arena;

void ty_arena_init(ty_arena *arena, const ty_allocator *allocator, size_t expected); /* bytes in all, or 0 */
void ty_arena_free(ty_arena *arena);
/* Aligned for any type, not cleared; NULL when memory is out. */
void *ty_arena_take(ty_arena *arena, size_t size);

/* A growing array of `size`-byte items; `items` moves when it grows. */
typedef struct ty_array {
    void *items;
    uint32_t count, room;
} ty_array;

bool ty_array_grow(ty_arena *arena, ty_array *array, size_t size);

/* Room for one more at the end, counted and not cleared; NULL when memory is out. */
static inline void *ty_array_push(ty_arena *arena, ty_array *array, size_t size) {
    if (array->count == array->room && !ty_array_grow(arena, array, size)) return NULL;
    return (char *)array->items + (size_t)array->count++ * size;
}

ty_status ty_fail(ty_error *error, ty_status status, size_t offset, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
ty_status ty_fail_memory(ty_error *error);

#endif
