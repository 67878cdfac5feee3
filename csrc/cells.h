/* cells.h: columns of cells in memory, which grow row by row until they are handed over as an Arrow array. */
#ifndef TY_CELLS_H
#define TY_CELLS_H

#include "arrow.h"
#include "rows.h"

#include <string.h>

typedef struct ty_buffer {
    uint8_t *bytes;
    size_t size, room;
} ty_buffer;

typedef struct ty_column {
    const char *name;
    const char *const *names; /* of an enum */
    ty_type type;
    ty_buffer validity, values, data; /* values: numbers or offsets; data: UTF-8, or pairs of PIECES */
} ty_column;

typedef struct ty_column_set {
    ty_column *columns;
    uint32_t column_count;
    int64_t length;
} ty_column_set;

/* Room for so many bytes more. False if no memory can be had, which leaves what there is as it is. */
bool ty_buffer_grow(const ty_allocator *allocator, ty_buffer *b, size_t more);
static inline bool ty_buffer_reserve(const ty_allocator *allocator, ty_buffer *b, size_t more) {
    return b->room - b->size >= more || ty_buffer_grow(allocator, b, more);
}
void ty_buffer_free(const ty_allocator *allocator, ty_buffer *b);

/* A set owns its columns and their buffers; `names` must outlive it. A set that is all zero may be freed. */
bool ty_column_set_new(const ty_allocator *allocator, ty_column_set *t, uint32_t count);
bool ty_column_set_new_plain(const ty_allocator *allocator, ty_column_set *t, const char *const *names, const ty_type *types,
                             uint32_t count);
void ty_column_set_free(const ty_allocator *allocator, ty_column_set *t);

/* Hand all rows over as a struct array, whose last view frees their buffers; the set is empty then. */
ty_status ty_column_set_export(const ty_allocator *allocator, ty_column_set *t, struct ArrowSchema *schema,
                               struct ArrowArray *array, ty_error *error);

/* Room for so many rows behind the first `row`, which are taken as given: what a failed append left is written over. */
bool ty_column_reserve(const ty_allocator *allocator, ty_column *c, int64_t row, uint32_t count);

static inline bool ty_has_offsets(ty_type type) { return type == TY_SLICE || type == TY_STRING || type == TY_PIECES; }

/* The allocator aligns for any type. */
static inline int64_t *ty_offsets_of(const ty_column *c) { return (int64_t *)(void *)c->values.bytes; }

/* Cells, in rows that there is room for, all of them null. False if no memory can be had. */

static inline void ty_set_valid(ty_column *c, int64_t row, bool valid) {
    c->validity.bytes[(uint64_t)row / 8] |= (uint8_t)((unsigned)valid << (uint64_t)row % 8);
}

static inline void ty_set_number(ty_column *c, int64_t row, uint32_t value, bool valid) {
    ty_set_valid(c, row, valid);
    memcpy(c->values.bytes + row * 4, &value, sizeof value);
}

static inline void ty_set_year(ty_column *c, int64_t row, int32_t value) {
    ty_set_valid(c, row, value != 0);
    memcpy(c->values.bytes + row * 4, &value, sizeof value);
}

static inline void ty_set_double(ty_column *c, int64_t row, double value, bool valid) {
    ty_set_valid(c, row, valid);
    memcpy(c->values.bytes + row * 8, &value, sizeof value);
}

static inline bool ty_set_string(const ty_allocator *allocator, ty_column *c, int64_t row, const char *at, size_t length,
                                 bool valid) {
    ty_set_valid(c, row, valid);
    if (!valid) length = 0;
    if (!ty_buffer_reserve(allocator, &c->data, length)) return false;
    if (length) memcpy(c->data.bytes + c->data.size, at, length); /* of nothing there may be no address */
    c->data.size += length;
    ty_offsets_of(c)[row + 1] = (int64_t)c->data.size;
    return true;
}

#endif
