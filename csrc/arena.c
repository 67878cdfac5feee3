#include "arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ty_chunk {
    ty_chunk *older;
    max_align_t bytes[];
};

/* The first chunk is as large as what is expected, each other twice the one before, so that there are few. */
enum { FIRST_CHUNK = 1 << 16 };

static void *standard_resize(void *context, void *block, size_t size) {
    (void)context;
    return realloc(block, size);
}

static void standard_release(void *context, void *block) {
    (void)context;
    free(block);
}

const ty_allocator ty_standard_allocator = {NULL, standard_resize, standard_release};

void ty_arena_init(ty_arena *arena, const ty_allocator *allocator, size_t expected) {
    size_t first = expected < FIRST_CHUNK ? FIRST_CHUNK : expected > TY_LARGEST_CHUNK ? TY_LARGEST_CHUNK : expected;
    *arena = (ty_arena){.allocator = *allocator, .size = first / 2};
}

void ty_arena_free(ty_arena *arena) {
    while (arena->newest) {
        ty_chunk *chunk = arena->newest;
        arena->newest = chunk->older;
        arena->allocator.release(arena->allocator.context, chunk);
    }
}

static size_t aligned(size_t size) { return (size + sizeof(max_align_t) - 1) / sizeof(max_align_t) * sizeof(max_align_t); }

void *ty_arena_take(ty_arena *arena, size_t size) {
    size = aligned(size);
    if (!arena->newest || size > arena->size - arena->used) {
        size_t room = arena->size * 2;
        if (room > TY_LARGEST_CHUNK) room = TY_LARGEST_CHUNK;
        if (room < size) room = size;
        ty_chunk *chunk = arena->allocator.resize(arena->allocator.context, NULL, sizeof *chunk + room);
        if (!chunk) return NULL;
        chunk->older = arena->newest;
        arena->newest = chunk;
        arena->size = room;
        arena->used = 0;
    }
    void *taken = (char *)arena->newest->bytes + arena->used;
    arena->used += size;
    return taken;
}

/* What was taken last can grow where it is, if there is room behind it. */
static bool extend(ty_arena *arena, const void *last, size_t size, size_t wanted) {
    char *end = arena->newest ? (char *)arena->newest->bytes + arena->used : NULL;
    if (!last || (const char *)last + aligned(size) != end || aligned(wanted) - aligned(size) > arena->size - arena->used) return false;
    arena->used += aligned(wanted) - aligned(size);
    return true;
}

bool ty_array_grow(ty_arena *arena, ty_array *array, size_t size) {
    uint32_t room = array->room ? array->room * 2 : 64;
    if (extend(arena, array->items, array->room * size, room * size)) return array->room = room, true;
    void *items = ty_arena_take(arena, room * size);
    if (!items) return false;
    if (array->count) memcpy(items, array->items, array->count * size);
    array->items = items;
    array->room = room;
    return true;
}

ty_status ty_fail(ty_error *error, ty_status status, size_t offset, const char *format, ...) {
    va_list arguments;
    error->status = status;
    error->offset = offset;
    va_start(arguments, format);
    (void)vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    return status;
}

ty_status ty_fail_memory(ty_error *error) {
    return ty_fail(error, TY_NO_MEMORY, 0, "out of memory");
}
