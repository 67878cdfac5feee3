/* cells.c: columns of cells in memory: room, new and free. */
#include "cells.h"

bool ty_buffer_grow(const ty_allocator *allocator, ty_buffer *b, size_t more) {
    size_t room = b->room ? b->room : 256;
    while (room - b->size < more) room *= 2;
    uint8_t *bytes = allocator->resize(allocator->context, b->bytes, room);
    if (!bytes) return false;
    b->bytes = bytes;
    b->room = room;
    return true;
}

static size_t width_of(ty_type type) {
    switch (type) {
    case TY_OFFSET: case TY_INDEX: case TY_YEAR: return 4;
    case TY_ENUM: return 1;
    case TY_NUMBER: case TY_SLICE: case TY_STRING: case TY_PIECES: return 8;
    }
    return 0;
}

bool ty_column_reserve(const ty_allocator *allocator, ty_column *c, int64_t row, uint32_t count) {
    size_t first = (size_t)row, end = first + count, width = width_of(c->type);
    bool has_data = ty_has_offsets(c->type);
    if (!count) return true;
    c->validity.size = (first + 7) / 8;
    c->values.size = (first + (has_data && first)) * width;
    if (!ty_buffer_reserve(allocator, &c->validity, (end + 7) / 8 - c->validity.size) ||
        !ty_buffer_reserve(allocator, &c->values, (end + has_data) * width - c->values.size))
        return false;
    if (first % 8) c->validity.bytes[first / 8] &= (uint8_t)((1u << first % 8) - 1);
    memset(c->validity.bytes + c->validity.size, 0, (end + 7) / 8 - c->validity.size);
    c->validity.size = (end + 7) / 8;
    c->values.size = (end + has_data) * width;
    if (!has_data) return true;
    int64_t *offsets = ty_offsets_of(c);
    if (!first) offsets[0] = 0;
    c->data.size = (size_t)offsets[first] * (c->type == TY_PIECES ? sizeof(ty_slice) : 1);
    return true;
}

bool ty_column_set_new(const ty_allocator *allocator, ty_column_set *t, uint32_t count) {
    t->columns = allocator->resize(allocator->context, NULL, count * sizeof *t->columns);
    if (!t->columns) return false;
    memset(t->columns, 0, count * sizeof *t->columns);
    t->column_count = count;
    return true;
}

bool ty_column_set_new_plain(const ty_allocator *allocator, ty_column_set *t, const char *const *names, const ty_type *types,
                             uint32_t count) {
    if (!ty_column_set_new(allocator, t, count)) return false;
    for (uint32_t i = 0; i < count; i++) {
        t->columns[i].name = names[i];
        t->columns[i].type = types[i];
    }
    return true;
}

void ty_buffer_free(const ty_allocator *allocator, ty_buffer *b) {
    if (b->bytes) allocator->release(allocator->context, b->bytes);
    *b = (ty_buffer){0};
}

static void free_column(const ty_allocator *allocator, ty_column *c) {
    ty_buffer_free(allocator, &c->validity);
    ty_buffer_free(allocator, &c->values);
    ty_buffer_free(allocator, &c->data);
}

void ty_column_set_free(const ty_allocator *allocator, ty_column_set *t) {
    for (uint32_t i = 0; t->columns && i < t->column_count; i++) free_column(allocator, &t->columns[i]);
    if (t->columns) allocator->release(allocator->context, t->columns);
}
