/* columns.c: rows of many reports to Arrow columns, straight from the declaration in rows.h.
 *
 * A table is an Arrow struct array. OFFSET and INDEX are uint32, YEAR int32, NUMBER float64, ENUM dictionary-encoded
 * strings, SLICE and STRING large strings, PIECES a large list of structs {start, end}. The buffers of an exported
 * array are shared by all its views and freed with the last.
 */
#include "arrow.h"
#include "rows.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

typedef struct buffer {
    uint8_t *bytes;
    size_t size, room;
} buffer;

typedef struct column {
    const char *name;
    const char *const *names; /* of an enum */
    ty_type type;
    buffer validity, values, data; /* values: numbers or offsets; data: UTF-8, or pairs of PIECES */
    int64_t nulls;
} column;

typedef struct table {
    column *columns;
    uint32_t column_count;
    int64_t length;
} table;

struct ty_columns {
    ty_allocator allocator;
    table tables[TY_ARCHIVE_TABLE_COUNT];
    uint32_t reports;
    bool panel; /* gathers that alone */
};

/* What `reports` and `errors` hold beside the rows of reports. */
static const char *const report_columns[] = {"source", "title", "region", "adcode", "province", "prefecture",
                                             "year",   "date",  "session", "speaker", "characters"};
static const ty_type report_types[] = {TY_SLICE, TY_SLICE, TY_STRING, TY_SLICE, TY_STRING, TY_STRING,
                                       TY_YEAR,  TY_SLICE, TY_STRING, TY_STRING, TY_OFFSET};
enum { REPORT_COLUMNS = sizeof report_columns / sizeof *report_columns };
static const char *const error_columns[] = {"source", "member", "error", "message"};
static const ty_type error_types[] = {TY_SLICE, TY_SLICE, TY_SLICE, TY_SLICE};

/* The panel: fields of targets, and what their report says of itself. */
typedef enum { OF_TARGET, ITS_REGION, ITS_ADCODE, ITS_SOURCE, ITS_YEAR, ITS_SENTENCE } panel_origin;

static const struct {
    const char *name;
    panel_origin origin;
    ty_type type; /* of what no field of targets declares */
} panel_columns[] = {
    {"region", ITS_REGION, TY_STRING}, {"adcode", ITS_ADCODE, TY_SLICE},
    {"year", OF_TARGET, 0},            {"indicator", OF_TARGET, 0},
    {"label", OF_TARGET, 0},           {"status", OF_TARGET, 0},
    {"low", OF_TARGET, 0},             {"high", OF_TARGET, 0},
    {"unit", OF_TARGET, 0},            {"bound", OF_TARGET, 0},
    {"change", OF_TARGET, 0},          {"commitment", OF_TARGET, 0},
    {"constraint", OF_TARGET, 0},      {"text", OF_TARGET, 0},
    {"source", ITS_SOURCE, TY_SLICE},  {"start", OF_TARGET, 0},
    {"end", OF_TARGET, 0},             {"report_year", ITS_YEAR, TY_YEAR},
    {"sentence", ITS_SENTENCE, TY_SLICE},
};
enum { PANEL_COLUMNS = sizeof panel_columns / sizeof *panel_columns };

/* ---- buffers --------------------------------------------------------------- */

static bool reserve(const ty_allocator *allocator, buffer *b, size_t more) {
    if (b->room - b->size >= more) return true;
    size_t room = b->room ? b->room : 256;
    while (room - b->size < more) room *= 2;
    uint8_t *bytes = allocator->resize(allocator->context, b->bytes, room);
    if (!bytes) return false;
    b->bytes = bytes;
    b->room = room;
    return true;
}

static bool put(const ty_allocator *allocator, buffer *b, const void *value, size_t size) {
    if (!reserve(allocator, b, size)) return false;
    if (size) memcpy(b->bytes + b->size, value, size); /* of nothing there may be no address */
    b->size += size;
    return true;
}

static bool put_valid(const ty_allocator *allocator, column *c, int64_t row, bool valid) {
    if (row % 8 == 0) {
        uint8_t none = 0;
        if (!put(allocator, &c->validity, &none, 1)) return false;
    }
    if (valid) c->validity.bytes[row / 8] = (uint8_t)(c->validity.bytes[row / 8] | 1u << row % 8);
    c->nulls += !valid;
    return true;
}

static bool put_utf8(const ty_allocator *allocator, buffer *b, const uint32_t *at, uint32_t length) {
    if (!reserve(allocator, b, (size_t)length * 4)) return false;
    uint8_t *out = b->bytes + b->size;
    for (uint32_t i = 0; i < length; i++) {
        uint32_t c = at[i];
        if (c < 0x80) {
            *out++ = (uint8_t)c;
        } else if (c < 0x800) {
            *out++ = (uint8_t)(0xC0 | c >> 6);
            *out++ = (uint8_t)(0x80 | (c & 0x3F));
        } else if (c < 0x10000) {
            *out++ = (uint8_t)(0xE0 | c >> 12);
            *out++ = (uint8_t)(0x80 | (c >> 6 & 0x3F));
            *out++ = (uint8_t)(0x80 | (c & 0x3F));
        } else {
            *out++ = (uint8_t)(0xF0 | c >> 18);
            *out++ = (uint8_t)(0x80 | (c >> 12 & 0x3F));
            *out++ = (uint8_t)(0x80 | (c >> 6 & 0x3F));
            *out++ = (uint8_t)(0x80 | (c & 0x3F));
        }
    }
    b->size = (size_t)(out - b->bytes);
    return true;
}

/* Offsets have one more entry than there are rows: the first is written with the first row. */
static bool put_offset(const ty_allocator *allocator, column *c, int64_t row, int64_t offset) {
    int64_t zero = 0;
    return (row > 0 || put(allocator, &c->values, &zero, sizeof zero)) &&
           put(allocator, &c->values, &offset, sizeof offset);
}

/* ---- rows ------------------------------------------------------------------ */

static bool put_string(const ty_allocator *allocator, column *c, int64_t row, const char *at, size_t length, bool valid) {
    return put_valid(allocator, c, row, valid) && put(allocator, &c->data, at, valid ? length : 0) &&
           put_offset(allocator, c, row, (int64_t)c->data.size);
}

static bool put_words(const ty_allocator *allocator, column *c, int64_t row, ty_word word, bool valid) {
    return put_valid(allocator, c, row, valid) && put_utf8(allocator, &c->data, word.at, valid ? word.length : 0) &&
           put_offset(allocator, c, row, (int64_t)c->data.size);
}

static bool put_named(const ty_allocator *allocator, column *c, int64_t row, const ty_report *report, uint32_t string) {
    ty_word word = string == TY_NONE ? (ty_word){0} : ty_report_string(report, string);
    return put_words(allocator, c, row, word, string != TY_NONE);
}

static bool put_field(const ty_allocator *allocator, column *c, int64_t row, const ty_report *report,
                      const ty_field *field, const char *at) {
    uint32_t length;
    switch (field->type) {
    case TY_OFFSET: {
        uint32_t value;
        memcpy(&value, at, sizeof value);
        return put_valid(allocator, c, row, true) && put(allocator, &c->values, &value, sizeof value);
    }
    case TY_INDEX: {
        uint32_t value;
        memcpy(&value, at, sizeof value);
        bool valid = value != TY_NONE;
        if (!valid) value = 0;
        return put_valid(allocator, c, row, valid) && put(allocator, &c->values, &value, sizeof value);
    }
    case TY_YEAR: {
        int32_t value;
        memcpy(&value, at, sizeof value);
        return put_valid(allocator, c, row, value != 0) && put(allocator, &c->values, &value, sizeof value);
    }
    case TY_ENUM: {
        uint8_t value = (uint8_t)*at, code = (uint8_t)(value ? value - 1 : 0);
        return put_valid(allocator, c, row, value != 0) && put(allocator, &c->values, &code, sizeof code);
    }
    case TY_NUMBER: {
        ty_decimal value;
        memcpy(&value, at, sizeof value);
        double number = value.divisor ? ty_decimal_double(value) : 0;
        return put_valid(allocator, c, row, value.divisor != 0) && put(allocator, &c->values, &number, sizeof number);
    }
    case TY_SLICE: {
        ty_slice value;
        memcpy(&value, at, sizeof value);
        const uint32_t *text = ty_report_text(report, &length);
        return put_words(allocator, c, row, (ty_word){text + value.start, value.end - value.start}, value.end > value.start);
    }
    case TY_STRING: {
        uint32_t value;
        memcpy(&value, at, sizeof value);
        return put_named(allocator, c, row, report, value);
    }
    case TY_PIECES: {
        ty_slice value;
        memcpy(&value, at, sizeof value);
        const ty_slice *pieces = ty_report_pieces(report);
        return put_valid(allocator, c, row, true) &&
               put(allocator, &c->data, pieces + value.start, (value.end - value.start) * sizeof *pieces) &&
               put_offset(allocator, c, row, (int64_t)(c->data.size / sizeof *pieces));
    }
    }
    return false;
}

static bool append_rows(ty_columns *columns, const ty_report *report, ty_table which) {
    const ty_schema *schema = ty_table_schema(which);
    const ty_allocator *allocator = &columns->allocator;
    table *t = &columns->tables[which];
    uint32_t count;
    const char *rows = ty_report_rows(report, which, &count);
    /* Column by column: each buffer grows in one run. */
    for (uint32_t f = 0; f <= schema->field_count; f++) {
        column *c = &t->columns[f];
        for (uint32_t i = 0; i < count; i++) {
            int64_t row = t->length + i;
            bool done = f == 0 ? put_valid(allocator, c, row, true) &&
                                     put(allocator, &c->values, &columns->reports, sizeof columns->reports)
                               : put_field(allocator, c, row, report, &schema->fields[f - 1],
                                           rows + (size_t)i * schema->row_size + schema->fields[f - 1].offset);
            if (!done) return false;
        }
    }
    t->length += count;
    return true;
}

static void write_code(uint32_t adcode, char code[7]) {
    for (uint32_t rest = adcode, i = 6; i--; rest /= 10) code[i] = (char)('0' + rest % 10);
    code[6] = 0;
}

static const ty_field *target_field(const char *name) {
    const ty_schema *schema = ty_table_schema(TY_TARGETS);
    for (uint32_t f = 0; f < schema->field_count; f++)
        if (!strcmp(schema->fields[f].name, name)) return &schema->fields[f];
    return NULL;
}

static bool append_panel_column(ty_columns *columns, const ty_report *report, const char *source, size_t length, uint32_t k) {
    const ty_allocator *allocator = &columns->allocator;
    const ty_metadata *meta = ty_report_metadata(report);
    table *t = &columns->tables[TY_PANEL];
    column *c = &t->columns[k];
    const ty_field *field = target_field(panel_columns[k].name);
    uint32_t count, sentences;
    const ty_target *targets = ty_report_rows(report, TY_TARGETS, &count);
    const ty_sentence *spoken = ty_report_rows(report, TY_SENTENCES, &sentences);
    const uint32_t *text = ty_report_text(report, &sentences);
    char code[7];
    write_code(meta->adcode, code);
    for (uint32_t i = 0; i < count; i++) {
        int64_t row = t->length + i;
        bool done = false;
        switch (panel_columns[k].origin) {
        case OF_TARGET: done = put_field(allocator, c, row, report, field, (const char *)&targets[i] + field->offset); break;
        case ITS_REGION: done = put_named(allocator, c, row, report, meta->region); break;
        case ITS_ADCODE: done = put_string(allocator, c, row, code, 6, meta->adcode != 0); break;
        case ITS_SOURCE: done = put_string(allocator, c, row, source ? source : "", length, source != NULL); break;
        case ITS_YEAR:
            done = put_valid(allocator, c, row, meta->year != 0) && put(allocator, &c->values, &meta->year, sizeof meta->year);
            break;
        case ITS_SENTENCE: {
            ty_slice place = spoken[targets[i].sentence].text;
            done = put_words(allocator, c, row, (ty_word){text + place.start, place.end - place.start}, true);
            break;
        }
        }
        if (!done) return false;
    }
    return true;
}

static bool append_panel(ty_columns *columns, const ty_report *report, const char *source, size_t length) {
    uint32_t count;
    (void)ty_report_rows(report, TY_TARGETS, &count);
    for (uint32_t k = 0; k < PANEL_COLUMNS; k++)
        if (!append_panel_column(columns, report, source, length, k)) return false;
    columns->tables[TY_PANEL].length += count;
    return true;
}

static bool append_report_row(ty_columns *columns, const ty_report *report, const char *source, size_t source_length) {
    const ty_allocator *allocator = &columns->allocator;
    const ty_metadata *meta = ty_report_metadata(report);
    table *t = &columns->tables[TY_REPORTS];
    column *c = t->columns;
    int64_t row = t->length;
    uint32_t length;
    char code[7];
    const uint32_t *text = ty_report_text(report, &length);
    ty_word title = {text + meta->title.start, meta->title.end - meta->title.start};
    write_code(meta->adcode, code);
    if (!put_string(allocator, &c[0], row, source ? source : "", source_length, source != NULL) ||
        !put_words(allocator, &c[1], row, title, title.length > 0) ||
        !put_named(allocator, &c[2], row, report, meta->region) ||
        !put_string(allocator, &c[3], row, code, 6, meta->adcode != 0) ||
        !put_named(allocator, &c[4], row, report, meta->province) ||
        !put_named(allocator, &c[5], row, report, meta->prefecture) || !put_valid(allocator, &c[6], row, meta->year != 0) ||
        !put(allocator, &c[6].values, &meta->year, sizeof meta->year) ||
        !put_string(allocator, &c[7], row, meta->date, strlen(meta->date), meta->date[0] != 0) ||
        !put_named(allocator, &c[8], row, report, meta->session) ||
        !put_named(allocator, &c[9], row, report, meta->speaker) || !put_valid(allocator, &c[10], row, true) ||
        !put(allocator, &c[10].values, &length, sizeof length))
        return false;
    t->length++;
    return true;
}

ty_status ty_columns_append(ty_columns *columns, const ty_report *report, const char *source, size_t length,
                            ty_error *error) {
    if (columns->panel) return append_panel(columns, report, source, length) ? TY_OK : ty_fail_memory(error);
    for (int which = 0; which < TY_TABLE_COUNT; which++)
        if (!append_rows(columns, report, (ty_table)which)) return ty_fail_memory(error);
    if (!append_report_row(columns, report, source, length)) return ty_fail_memory(error);
    columns->reports++;
    return TY_OK;
}

ty_status ty_columns_append_error(ty_columns *columns, const char *source, const char *member, const char *class,
                                  const char *message, ty_error *error) {
    table *t = &columns->tables[TY_ERRORS];
    const char *cells[] = {source, member, class, message};
    for (uint32_t i = 0; i < 4; i++)
        if (!put_string(&columns->allocator, &t->columns[i], t->length, cells[i] ? cells[i] : "",
                        cells[i] ? strlen(cells[i]) : 0, cells[i] != NULL))
            return ty_fail_memory(error);
    t->length++;
    return TY_OK;
}

/* ---- new and free ---------------------------------------------------------- */

static bool new_table(const ty_allocator *allocator, table *t, uint32_t count) {
    t->columns = allocator->resize(allocator->context, NULL, count * sizeof *t->columns);
    if (!t->columns) return false;
    memset(t->columns, 0, count * sizeof *t->columns);
    t->column_count = count;
    return true;
}

static bool new_panel(const ty_allocator *allocator, table *t) {
    if (!new_table(allocator, t, PANEL_COLUMNS)) return false;
    for (uint32_t k = 0; k < PANEL_COLUMNS; k++) {
        const ty_field *field = panel_columns[k].origin == OF_TARGET ? target_field(panel_columns[k].name) : NULL;
        t->columns[k].name = panel_columns[k].name;
        t->columns[k].type = field ? field->type : panel_columns[k].type;
        t->columns[k].names = field ? field->names : NULL;
    }
    return true;
}

static bool new_plain_table(const ty_allocator *allocator, table *t, const char *const *names, const ty_type *types,
                            uint32_t count) {
    if (!new_table(allocator, t, count)) return false;
    for (uint32_t i = 0; i < count; i++) {
        t->columns[i].name = names[i];
        t->columns[i].type = types[i];
    }
    return true;
}

ty_status ty_columns_new(const ty_allocator *allocator, bool panel, ty_columns **out, ty_error *error) {
    ty_columns *columns = allocator->resize(allocator->context, NULL, sizeof *columns);
    *out = NULL;
    if (!columns) return ty_fail_memory(error);
    memset(columns, 0, sizeof *columns);
    columns->allocator = *allocator;
    columns->panel = panel;
    bool done = new_panel(allocator, &columns->tables[TY_PANEL]) && new_plain_table(allocator, &columns->tables[TY_REPORTS], report_columns, report_types, REPORT_COLUMNS) &&
                new_plain_table(allocator, &columns->tables[TY_ERRORS], error_columns, error_types, 4);
    for (int which = 0; done && which < TY_TABLE_COUNT; which++) {
        const ty_schema *schema = ty_table_schema((ty_table)which);
        table *t = &columns->tables[which];
        done = new_table(allocator, t, schema->field_count + 1);
        for (uint32_t f = 0; done && f <= schema->field_count; f++) {
            t->columns[f].name = f ? schema->fields[f - 1].name : "report";
            t->columns[f].type = f ? schema->fields[f - 1].type : TY_OFFSET;
            t->columns[f].names = f ? schema->fields[f - 1].names : NULL;
        }
    }
    if (!done) {
        ty_columns_free(columns);
        return ty_fail_memory(error);
    }
    *out = columns;
    return TY_OK;
}

static void free_buffer(const ty_allocator *allocator, buffer *b) {
    if (b->bytes) allocator->release(allocator->context, b->bytes);
    *b = (buffer){0};
}

static void free_column(const ty_allocator *allocator, column *c) {
    free_buffer(allocator, &c->validity);
    free_buffer(allocator, &c->values);
    free_buffer(allocator, &c->data);
    c->nulls = 0;
}

static void free_table(const ty_allocator *allocator, table *t) {
    for (uint32_t i = 0; t->columns && i < t->column_count; i++) free_column(allocator, &t->columns[i]);
    if (t->columns) allocator->release(allocator->context, t->columns);
}

void ty_columns_free(ty_columns *columns) {
    if (!columns) return;
    ty_allocator allocator = columns->allocator;
    for (int which = 0; which < TY_ARCHIVE_TABLE_COUNT; which++) free_table(&allocator, &columns->tables[which]);
    allocator.release(allocator.context, columns);
}

bool ty_columns_gathers(const ty_columns *columns, int which) {
    return columns->panel ? which == TY_PANEL || which == TY_ERRORS : which != TY_PANEL;
}

size_t ty_columns_size(const ty_columns *columns) {
    size_t size = 0;
    for (int which = 0; which < TY_ARCHIVE_TABLE_COUNT; which++)
        for (uint32_t i = 0; i < columns->tables[which].column_count; i++) {
            const column *c = &columns->tables[which].columns[i];
            size += c->validity.size + c->values.size + c->data.size;
        }
    return size;
}

const char *ty_columns_name(int which) {
    static const char *const own[] = {"reports", "errors", "panel"};
    return which < TY_TABLE_COUNT ? ty_table_schema((ty_table)which)->name : own[which - TY_TABLE_COUNT];
}

/* ---- export ---------------------------------------------------------------- */

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

static bool export_column_schema(const ty_allocator *allocator, const column *c, struct ArrowSchema *out) {
    bool pieces = c->type == TY_PIECES, enumerated = c->type == TY_ENUM;
    if (!new_schema(allocator, out, format_of(c->type), c->name, ARROW_FLAG_NULLABLE, pieces, enumerated)) return false;
    if (enumerated) return new_schema(allocator, out->dictionary, "u", "", 0, 0, false);
    if (!pieces) return true;
    struct ArrowSchema *item = out->children[0];
    return new_schema(allocator, item, "+s", "item", 0, 2, false) &&
           new_schema(allocator, item->children[0], "I", "start", 0, 0, false) &&
           new_schema(allocator, item->children[1], "I", "end", 0, 0, false);
}

static bool export_schema(const ty_allocator *allocator, const table *t, struct ArrowSchema *out) {
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

static const void *hand_over(holder *h, buffer *b) {
    void *bytes = b->bytes;
    h->buffers[h->buffer_count++] = bytes;
    *b = (buffer){0};
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
static bool export_pieces(const ty_allocator *allocator, holder *h, column *c, struct ArrowArray *out) {
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
    free_buffer(allocator, &c->data);
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

static bool export_column(const ty_allocator *allocator, holder *h, column *c, int64_t length, struct ArrowArray *out) {
    bool pieces = c->type == TY_PIECES, string = c->type == TY_SLICE || c->type == TY_STRING;
    int64_t zero = 0;
    if (!new_array(allocator, h, out, pieces, c->type == TY_ENUM)) return false;
    out->length = length;
    out->null_count = c->nulls;
    out->n_buffers = string ? 3 : 2;
    if (length == 0 && (string || pieces) && !put(allocator, &c->values, &zero, sizeof zero)) return false;
    out->buffers[0] = hand_over(h, &c->validity);
    out->buffers[1] = hand_over(h, &c->values);
    if (string) out->buffers[2] = hand_over(h, &c->data);
    c->nulls = 0;
    if (c->type == TY_ENUM) return export_names(allocator, h, c->names, out->dictionary);
    return !pieces || export_pieces(allocator, h, c, out->children[0]);
}

static ty_status export_table(const ty_allocator *allocator, table *t, struct ArrowSchema *schema, struct ArrowArray *array,
                              ty_error *error) {
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

ty_status ty_columns_export(ty_columns *columns, int which, struct ArrowSchema *schema, struct ArrowArray *array,
                            ty_error *error) {
    return export_table(&columns->allocator, &columns->tables[which], schema, array, error);
}

struct ty_sheet {
    ty_allocator allocator;
    table table;
    uint32_t next; /* column of the next cell */
};

ty_status ty_sheet_new(const ty_allocator *allocator, const char *const *names, const ty_type *types, uint32_t count,
                       ty_sheet **out, ty_error *error) {
    ty_sheet *sheet = allocator->resize(allocator->context, NULL, sizeof *sheet);
    *out = NULL;
    if (!sheet) return ty_fail_memory(error);
    *sheet = (ty_sheet){.allocator = *allocator};
    if (!new_plain_table(allocator, &sheet->table, names, types, count)) {
        ty_sheet_free(sheet);
        return ty_fail_memory(error);
    }
    *out = sheet;
    return TY_OK;
}

void ty_sheet_free(ty_sheet *sheet) {
    if (!sheet) return;
    ty_allocator allocator = sheet->allocator;
    free_table(&allocator, &sheet->table);
    allocator.release(allocator.context, sheet);
}

static void next_cell(ty_sheet *sheet) {
    sheet->next = (sheet->next + 1) % sheet->table.column_count;
    sheet->table.length += sheet->next == 0;
}

ty_status ty_sheet_put_string(ty_sheet *sheet, const char *utf8, size_t length, ty_error *error) {
    column *c = &sheet->table.columns[sheet->next];
    if (!put_string(&sheet->allocator, c, sheet->table.length, utf8 ? utf8 : "", length, utf8 != NULL)) return ty_fail_memory(error);
    next_cell(sheet);
    return TY_OK;
}

ty_status ty_sheet_put_number(ty_sheet *sheet, double value, bool valid, ty_error *error) {
    column *c = &sheet->table.columns[sheet->next];
    const ty_allocator *allocator = &sheet->allocator;
    bool counts = c->type == TY_OFFSET && value >= 0 && value <= UINT32_MAX;
    bool is_whole = c->type == TY_YEAR && value >= INT32_MIN && value <= INT32_MAX;
    uint32_t natural = counts ? (uint32_t)value : 0;
    int32_t whole = is_whole ? (int32_t)value : 0;
    if (c->type == TY_OFFSET || c->type == TY_YEAR) valid = valid && (counts || is_whole);
    bool done = put_valid(allocator, c, sheet->table.length, valid) &&
                (c->type == TY_OFFSET ? put(allocator, &c->values, &natural, sizeof natural)
                 : c->type == TY_YEAR ? put(allocator, &c->values, &whole, sizeof whole)
                                      : put(allocator, &c->values, &value, sizeof value));
    if (!done) return ty_fail_memory(error);
    next_cell(sheet);
    return TY_OK;
}

ty_status ty_sheet_export(ty_sheet *sheet, struct ArrowSchema *schema, struct ArrowArray *array, ty_error *error) {
    return export_table(&sheet->allocator, &sheet->table, schema, array, error);
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
