/* export.c: columns handed over as Arrow arrays, without a copy, and views of such arrays.
 *
 * A set of columns is a struct array. OFFSET and INDEX are uint32, YEAR int32, NUMBER float64, ENUM dictionary-encoded
 * strings, SLICE and STRING large strings, PIECES a large list of structs {start, end}. The buffers of an exported
 * array are shared by all its views and freed with the last.
 */
#include "cells.h"

#include <stdatomic.h>

/* Buffers that every view of an array holds on to. */
typedef struct holder {
    ty_allocator allocator;
    atomic_uint views;
    uint32_t buffer_count;
    void *buffers[];
} holder;

/* One node of an array tree; its lists are part of the block. */
typedef struct node {
    ty_allocator allocator;
    holder *holder;
    const void *buffers[3];
    struct ArrowArray storage[]; /* of the children and the dictionary; behind it the addresses of the children */
} node;

static void drop_holder(holder *h) {
    if (!h || atomic_fetch_sub(&h->views, 1) != 1) return;
    for (uint32_t i = 0; i < h->buffer_count; i++)
        if (h->buffers[i]) h->allocator.release(h->allocator.context, h->buffers[i]);
    h->allocator.release(h->allocator.context, h);
}

static void release_array(struct ArrowArray *array) {
    node *n = array->private_data;
    for (int64_t i = 0; i < array->n_children; i++)
        if (array->children[i]->release) array->children[i]->release(array->children[i]);
    if (array->dictionary && array->dictionary->release) array->dictionary->release(array->dictionary);
    drop_holder(n->holder);
    ty_allocator allocator = n->allocator;
    allocator.release(allocator.context, n);
    array->release = NULL;
}

static bool new_array(const ty_allocator *allocator, holder *h, struct ArrowArray *array, uint32_t children,
                      bool dictionary) {
    size_t size = sizeof(node) + (children + 1) * sizeof(struct ArrowArray) + children * sizeof(struct ArrowArray *);
    node *n = allocator->resize(allocator->context, NULL, size);
    if (!n) return false;
    memset(n, 0, size);
    struct ArrowArray **addresses = (struct ArrowArray **)(n->storage + children + 1);
    n->allocator = *allocator;
    n->holder = h;
    if (h) atomic_fetch_add(&h->views, 1);
    for (uint32_t i = 0; i < children; i++) addresses[i] = &n->storage[i];
    *array = (struct ArrowArray){.n_children = children,
                                 .buffers = n->buffers,
                                 .children = addresses,
                                 .dictionary = dictionary ? &n->storage[children] : NULL,
                                 .release = release_array,
                                 .private_data = n};
    return true;
}

typedef struct schema_node {
    ty_allocator allocator;
    struct ArrowSchema storage[]; /* as of a node; then the name */
} schema_node;

static void release_schema(struct ArrowSchema *schema) {
    schema_node *n = schema->private_data;
    for (int64_t i = 0; i < schema->n_children; i++)
        if (schema->children[i]->release) schema->children[i]->release(schema->children[i]);
    if (schema->dictionary && schema->dictionary->release) schema->dictionary->release(schema->dictionary);
    ty_allocator allocator = n->allocator;
    allocator.release(allocator.context, n);
    schema->release = NULL;
}

/* A format is a constant of the program; a name may be a caller's and is copied. */
static bool new_schema(const ty_allocator *allocator, struct ArrowSchema *schema, const char *format, const char *name,
                       int64_t flags, uint32_t children, bool dictionary) {
    size_t own = sizeof(schema_node) + (children + 1) * sizeof(struct ArrowSchema) + children * sizeof(struct ArrowSchema *);
    size_t size = own + strlen(name) + 1;
    schema_node *n = allocator->resize(allocator->context, NULL, size);
    if (!n) return false;
    memset(n, 0, size);
    n->allocator = *allocator;
    struct ArrowSchema **addresses = (struct ArrowSchema **)(n->storage + children + 1);
    for (uint32_t i = 0; i < children; i++) addresses[i] = &n->storage[i];
    memcpy((char *)n + own, name, strlen(name));
    *schema = (struct ArrowSchema){.format = format,
                                   .name = (char *)n + own,
                                   .flags = flags,
                                   .n_children = children,
                                   .children = addresses,
                                   .dictionary = dictionary ? &n->storage[children] : NULL,
                                   .release = release_schema,
                                   .private_data = n};
    return true;
}

static const char *format_of(ty_type type) {
    switch (type) {
    case TY_OFFSET: case TY_INDEX: return "I";
    case TY_YEAR: return "i";
    case TY_ENUM: return "c";
    case TY_NUMBER: return "g";
    case TY_SLICE: case TY_STRING: return "U";
    case TY_PIECES: return "+L";
    }
    return "n";
}

static bool export_column_schema(const ty_allocator *allocator, const ty_column *c, struct ArrowSchema *out) {
    bool pieces = c->type == TY_PIECES, enumerated = c->type == TY_ENUM;
    if (!new_schema(allocator, out, format_of(c->type), c->name, ARROW_FLAG_NULLABLE, pieces, enumerated)) return false;
    if (enumerated) return new_schema(allocator, out->dictionary, "u", "", 0, 0, false);
    if (!pieces) return true;
    struct ArrowSchema *item = out->children[0];
    return new_schema(allocator, item, "+s", "item", 0, 2, false) &&
           new_schema(allocator, item->children[0], "I", "start", 0, 0, false) &&
           new_schema(allocator, item->children[1], "I", "end", 0, 0, false);
}

static bool export_schema(const ty_allocator *allocator, const ty_column_set *t, struct ArrowSchema *out) {
    if (!new_schema(allocator, out, "+s", "", 0, t->column_count, false)) return false;
    for (uint32_t i = 0; i < t->column_count; i++)
        if (!export_column_schema(allocator, &t->columns[i], out->children[i])) return false;
    return true;
}

static holder *new_holder(const ty_allocator *allocator, uint32_t buffers) {
    size_t size = sizeof(holder) + buffers * sizeof(void *);
    holder *h = allocator->resize(allocator->context, NULL, size);
    if (!h) return NULL;
    memset(h, 0, size);
    h->allocator = *allocator;
    atomic_init(&h->views, 1);
    return h;
}

static const void *hand_over(holder *h, ty_buffer *b) {
    void *bytes = b->bytes;
    h->buffers[h->buffer_count++] = bytes;
    *b = (ty_buffer){0};
    return bytes;
}

/* The values of an enum, as a small array of strings in one block that the holder owns. */
static bool export_names(const ty_allocator *allocator, holder *h, const char *const *names, struct ArrowArray *out) {
    uint32_t count = 0;
    size_t size = 0;
    for (; names[count + 1]; count++) size += strlen(names[count + 1]);
    int32_t *offsets = allocator->resize(allocator->context, NULL, (count + 1) * sizeof *offsets + size + 1);
    if (!offsets) return false;
    char *bytes = (char *)(offsets + count + 1);
    offsets[0] = 0;
    for (uint32_t i = 0; i < count; i++) {
        size_t length = strlen(names[i + 1]);
        memcpy(bytes + offsets[i], names[i + 1], length);
        offsets[i + 1] = offsets[i] + (int32_t)length;
    }
    h->buffers[h->buffer_count++] = offsets;
    if (!new_array(allocator, h, out, 0, false)) return false;
    out->length = count;
    out->n_buffers = 3;
    out->buffers[1] = offsets;
    out->buffers[2] = bytes;
    return true;
}

/* Starts and ends apart: Arrow keeps a struct's members in columns. */
static bool export_pieces(const ty_allocator *allocator, holder *h, ty_column *c, struct ArrowArray *out) {
    size_t count = c->data.size / sizeof(ty_slice);
    if (!new_array(allocator, h, out, 2, false)) return false;
    uint32_t *parts = allocator->resize(allocator->context, NULL, (count * 2 + 1) * sizeof *parts);
    if (!parts) return false;
    h->buffers[h->buffer_count++] = parts;
    for (size_t i = 0; i < count; i++) {
        ty_slice piece;
        memcpy(&piece, c->data.bytes + i * sizeof piece, sizeof piece);
        parts[i] = piece.start;
        parts[count + i] = piece.end;
    }
    ty_buffer_free(allocator, &c->data);
    out->length = (int64_t)count;
    out->n_buffers = 1;
    for (uint32_t k = 0; k < 2; k++) {
        if (!new_array(allocator, h, out->children[k], 0, false)) return false;
        out->children[k]->length = (int64_t)count;
        out->children[k]->n_buffers = 2;
        out->children[k]->buffers[1] = parts + k * count;
    }
    return true;
}

static int64_t null_count(const ty_column *c, int64_t length) {
    int64_t valid = 0;
    for (int64_t byte = 0; byte < length / 8; byte++) valid += __builtin_popcount(c->validity.bytes[byte]);
    if (length % 8) valid += __builtin_popcount(c->validity.bytes[length / 8] & ((1u << length % 8) - 1));
    return length - valid;
}

static bool export_column(const ty_allocator *allocator, holder *h, ty_column *c, int64_t length, struct ArrowArray *out) {
    bool pieces = c->type == TY_PIECES, string = c->type == TY_SLICE || c->type == TY_STRING;
    if (!new_array(allocator, h, out, pieces, c->type == TY_ENUM)) return false;
    out->length = length;
    out->null_count = null_count(c, length);
    out->n_buffers = string ? 3 : 2;
    if (length == 0 && ty_has_offsets(c->type)) { /* which has an offset all the same */
        if (!ty_buffer_reserve(allocator, &c->values, sizeof(int64_t))) return false;
        ty_offsets_of(c)[0] = 0;
    }
    out->buffers[0] = hand_over(h, &c->validity);
    out->buffers[1] = hand_over(h, &c->values);
    if (string) out->buffers[2] = hand_over(h, &c->data);
    if (c->type == TY_ENUM) return export_names(allocator, h, c->names, out->dictionary);
    return !pieces || export_pieces(allocator, h, c, out->children[0]);
}

ty_status ty_column_set_export(const ty_allocator *allocator, ty_column_set *t, struct ArrowSchema *schema,
                               struct ArrowArray *array, ty_error *error) {
    holder *h = new_holder(allocator, t->column_count * 5 + 1);
    schema->release = NULL;
    array->release = NULL;
    bool done = h && export_schema(allocator, t, schema) && new_array(allocator, h, array, t->column_count, false);
    if (done) {
        array->length = t->length;
        array->n_buffers = 1;
    }
    for (uint32_t i = 0; done && i < t->column_count; i++)
        done = export_column(allocator, h, &t->columns[i], t->length, array->children[i]);
    drop_holder(h);
    t->length = 0;
    if (done) return TY_OK;
    if (schema->release) schema->release(schema);
    if (array->release) array->release(array);
    return ty_fail_memory(error);
}

static bool share(const struct ArrowArray *array, struct ArrowArray *out) {
    const node *n = array->private_data;
    if (!new_array(&n->allocator, n->holder, out, (uint32_t)array->n_children, array->dictionary != NULL)) return false;
    out->length = array->length;
    out->null_count = array->null_count;
    out->offset = array->offset;
    out->n_buffers = array->n_buffers;
    memcpy(out->buffers, array->buffers, (size_t)array->n_buffers * sizeof *array->buffers);
    for (int64_t i = 0; i < array->n_children; i++)
        if (!share(array->children[i], out->children[i])) return false;
    return !array->dictionary || share(array->dictionary, out->dictionary);
}

ty_status ty_arrow_share(const struct ArrowArray *array, struct ArrowArray *out, ty_error *error) {
    out->release = NULL;
    if (share(array, out)) return TY_OK;
    if (out->release) out->release(out);
    return ty_fail_memory(error);
}

static bool share_schema(const struct ArrowSchema *schema, struct ArrowSchema *out) {
    const schema_node *n = schema->private_data;
    if (!new_schema(&n->allocator, out, schema->format, schema->name, schema->flags, (uint32_t)schema->n_children,
                    schema->dictionary != NULL))
        return false;
    for (int64_t i = 0; i < schema->n_children; i++)
        if (!share_schema(schema->children[i], out->children[i])) return false;
    return !schema->dictionary || share_schema(schema->dictionary, out->dictionary);
}

ty_status ty_arrow_share_schema(const struct ArrowSchema *schema, struct ArrowSchema *out, ty_error *error) {
    out->release = NULL;
    if (share_schema(schema, out)) return TY_OK;
    if (out->release) out->release(out);
    return ty_fail_memory(error);
}
