/* columns.c: rows of many reports to Arrow columns, straight from the declaration in rows.h.
 *
 * A table is an Arrow struct array. OFFSET and INDEX are uint32, YEAR int32, NUMBER float64, ENUM dictionary-encoded
 * strings, SLICE and STRING large strings, PIECES a large list of structs {start, end}. The buffers of an exported
 * array are shared by all its views and freed with the last.
 */
#include "arrow.h"
#include "rows.h"
#include "utf8.h"

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
} column;

typedef struct table {
    column *columns;
    uint32_t column_count;
    int64_t length;
} table;

struct ty_columns {
    ty_allocator allocator;
    table tables[TY_ARCHIVE_TABLE_COUNT];
    buffer text, byte_at; /* of the report that is being appended: its UTF-8, and where in it each character begins */
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

enum { ROWS_AT_ONCE = 64 };

enum { UTF8_MOST = 4 }; /* bytes of a character: so many are written of each, whatever its width */

static size_t width_of(ty_type type) {
    switch (type) {
    case TY_OFFSET: case TY_INDEX: case TY_YEAR: return 4;
    case TY_ENUM: return 1;
    case TY_NUMBER: case TY_SLICE: case TY_STRING: case TY_PIECES: return 8;
    }
    return 0;
}

static bool has_offsets(ty_type type) { return type == TY_SLICE || type == TY_STRING || type == TY_PIECES; }

/* The allocator aligns for any type. */
static int64_t *offsets_of(const column *c) { return (int64_t *)(void *)c->values.bytes; }

/* Write a whole text as UTF-8, with where each character begins. */
static void put_text(uint8_t *out, const uint32_t *at, uint32_t length, uint32_t *byte_at) {
    const uint8_t *begin = out;
    for (uint32_t i = 0; i < length; i++) {
        byte_at[i] = (uint32_t)(out - begin);
        out += ty_put_character(out, at[i]);
    }
    byte_at[length] = (uint32_t)(out - begin);
}

/* Room for so many rows behind the first `row`, which are taken as given: what a failed append left is written over. */
static bool reserve_rows(const ty_allocator *allocator, column *c, int64_t row, uint32_t count) {
    size_t first = (size_t)row, end = first + count, width = width_of(c->type);
    bool has_data = has_offsets(c->type);
    if (!count) return true;
    c->validity.size = (first + 7) / 8;
    c->values.size = (first + (has_data && first)) * width;
    if (!reserve(allocator, &c->validity, (end + 7) / 8 - c->validity.size) ||
        !reserve(allocator, &c->values, (end + has_data) * width - c->values.size))
        return false;
    if (first % 8) c->validity.bytes[first / 8] &= (uint8_t)((1u << first % 8) - 1);
    memset(c->validity.bytes + c->validity.size, 0, (end + 7) / 8 - c->validity.size);
    c->validity.size = (end + 7) / 8;
    c->values.size = (end + has_data) * width;
    if (!has_data) return true;
    int64_t *offsets = offsets_of(c);
    if (!first) offsets[0] = 0;
    c->data.size = (size_t)offsets[first] * (c->type == TY_PIECES ? sizeof(ty_slice) : 1);
    return true;
}

/* ---- cells, in rows that there is room for, all of them null ------------------ */

static void set_valid(column *c, int64_t row, bool valid) {
    c->validity.bytes[(uint64_t)row / 8] |= (uint8_t)((unsigned)valid << (uint64_t)row % 8);
}

static void set_number(column *c, int64_t row, uint32_t value, bool valid) {
    set_valid(c, row, valid);
    memcpy(c->values.bytes + row * 4, &value, sizeof value);
}

static void set_year(column *c, int64_t row, int32_t value) {
    set_valid(c, row, value != 0);
    memcpy(c->values.bytes + row * 4, &value, sizeof value);
}

static void set_double(column *c, int64_t row, double value, bool valid) {
    set_valid(c, row, valid);
    memcpy(c->values.bytes + row * 8, &value, sizeof value);
}

static bool set_string(const ty_allocator *allocator, column *c, int64_t row, const char *at, size_t length, bool valid) {
    set_valid(c, row, valid);
    if (!valid) length = 0;
    if (!reserve(allocator, &c->data, length)) return false;
    if (length) memcpy(c->data.bytes + c->data.size, at, length); /* of nothing there may be no address */
    c->data.size += length;
    offsets_of(c)[row + 1] = (int64_t)c->data.size;
    return true;
}

static bool set_named(const ty_allocator *allocator, column *c, int64_t row, const ty_report *report, uint32_t string) {
    ty_word word = string == TY_NONE ? (ty_word){0} : ty_report_string(report, string);
    set_valid(c, row, string != TY_NONE);
    if (!reserve(allocator, &c->data, (size_t)word.length * UTF8_MOST)) return false;
    if (word.length) c->data.size = (size_t)(ty_put_utf8(c->data.bytes + c->data.size, word) - c->data.bytes);
    offsets_of(c)[row + 1] = (int64_t)c->data.size;
    return true;
}

/* The text of the report that is being appended, in UTF-8. */
static bool set_text(const ty_columns *columns, column *c, int64_t row, ty_slice place) {
    const uint32_t *byte_at = (const uint32_t *)(const void *)columns->byte_at.bytes;
    bool valid = place.end > place.start;
    const char *at = valid ? (const char *)columns->text.bytes + byte_at[place.start] : NULL;
    return set_string(&columns->allocator, c, row, at, valid ? byte_at[place.end] - byte_at[place.start] : 0, valid);
}

static bool set_pieces(const ty_allocator *allocator, column *c, int64_t row, const ty_slice *pieces, uint32_t count) {
    return set_string(allocator, c, row, (const char *)pieces, count * sizeof *pieces, true) &&
           (offsets_of(c)[row + 1] = (int64_t)(c->data.size / sizeof *pieces), true);
}

/* One field of some rows, `stride` bytes apart. */
static bool set_field(const ty_columns *columns, column *c, int64_t row, const ty_report *report, const ty_field *field,
                      const char *at, size_t stride, uint32_t count) {
    const ty_allocator *allocator = &columns->allocator;
    if (!count) return true; /* of no rows there may be no address */
    if (!reserve_rows(allocator, c, row, count)) return false;
    at += field->offset;
    switch (field->type) {
    case TY_OFFSET:
    case TY_INDEX:
        for (uint32_t i = 0; i < count; i++, at += stride) {
            uint32_t value;
            memcpy(&value, at, sizeof value);
            set_number(c, row + i, value != TY_NONE ? value : 0, value != TY_NONE);
        }
        return true;
    case TY_YEAR:
        for (uint32_t i = 0; i < count; i++, at += stride) {
            int32_t value;
            memcpy(&value, at, sizeof value);
            set_year(c, row + i, value);
        }
        return true;
    case TY_ENUM:
        for (uint32_t i = 0; i < count; i++, at += stride) {
            uint8_t value = (uint8_t)*at;
            set_valid(c, row + i, value != 0);
            c->values.bytes[row + i] = (uint8_t)(value ? value - 1 : 0);
        }
        return true;
    case TY_NUMBER:
        for (uint32_t i = 0; i < count; i++, at += stride) {
            ty_decimal value;
            memcpy(&value, at, sizeof value);
            set_double(c, row + i, value.divisor ? ty_decimal_double(value) : 0, value.divisor != 0);
        }
        return true;
    case TY_SLICE:
        for (uint32_t i = 0; i < count; i++, at += stride) {
            ty_slice value;
            memcpy(&value, at, sizeof value);
            if (!set_text(columns, c, row + i, value)) return false;
        }
        return true;
    case TY_STRING:
        for (uint32_t i = 0; i < count; i++, at += stride) {
            uint32_t value;
            memcpy(&value, at, sizeof value);
            if (!set_named(allocator, c, row + i, report, value)) return false;
        }
        return true;
    case TY_PIECES:
        for (uint32_t i = 0; i < count; i++, at += stride) {
            ty_slice value;
            memcpy(&value, at, sizeof value);
            if (!set_pieces(allocator, c, row + i, ty_report_pieces(report) + value.start, value.end - value.start)) return false;
        }
        return true;
    }
    return false;
}

/* ---- rows ------------------------------------------------------------------ */

static bool encode_text(ty_columns *columns, const ty_report *report) {
    const ty_allocator *allocator = &columns->allocator;
    uint32_t length;
    const uint32_t *text = ty_report_text(report, &length);
    columns->text.size = columns->byte_at.size = 0;
    if (!reserve(allocator, &columns->text, (size_t)length * UTF8_MOST) ||
        !reserve(allocator, &columns->byte_at, ((size_t)length + 1) * sizeof(uint32_t)))
        return false;
    put_text(columns->text.bytes, text, length, (uint32_t *)(void *)columns->byte_at.bytes);
    return true;
}

static bool append_rows(ty_columns *columns, const ty_report *report, ty_table which) {
    const ty_schema *schema = ty_table_schema(which);
    table *t = &columns->tables[which];
    uint32_t count;
    const char *rows = ty_report_rows(report, which, &count);
    /* A few rows at a time, so that they stay in the cache while their fields go to the columns. */
    for (uint32_t done = 0, some; done < count; done += some, rows += some * schema->row_size) {
        some = count - done < ROWS_AT_ONCE ? count - done : ROWS_AT_ONCE;
        if (!reserve_rows(&columns->allocator, &t->columns[0], t->length + done, some)) return false;
        for (uint32_t i = 0; i < some; i++) set_number(&t->columns[0], t->length + done + i, columns->reports, true);
        for (uint32_t f = 0; f < schema->field_count; f++)
            if (!set_field(columns, &t->columns[f + 1], t->length + done, report, &schema->fields[f], rows, schema->row_size, some))
                return false;
    }
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
    uint32_t count, sentences;
    const ty_target *targets = ty_report_rows(report, TY_TARGETS, &count);
    const ty_sentence *spoken = ty_report_rows(report, TY_SENTENCES, &sentences);
    char code[7];
    if (panel_columns[k].origin == OF_TARGET)
        return set_field(columns, c, t->length, report, target_field(panel_columns[k].name), (const char *)targets, sizeof *targets, count);
    write_code(meta->adcode, code);
    bool done = reserve_rows(allocator, c, t->length, count);
    for (uint32_t i = 0; done && i < count; i++) {
        int64_t row = t->length + i;
        switch (panel_columns[k].origin) {
        case OF_TARGET: break;
        case ITS_REGION: done = set_named(allocator, c, row, report, meta->region); break;
        case ITS_ADCODE: done = set_string(allocator, c, row, code, 6, meta->adcode != 0); break;
        case ITS_SOURCE: done = set_string(allocator, c, row, source, length, source != NULL); break;
        case ITS_YEAR: set_year(c, row, meta->year); break;
        case ITS_SENTENCE: done = set_text(columns, c, row, spoken[targets[i].sentence].text); break;
        }
    }
    return done;
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
    (void)ty_report_text(report, &length);
    write_code(meta->adcode, code);
    for (uint32_t i = 0; i < REPORT_COLUMNS; i++)
        if (!reserve_rows(allocator, &c[i], row, 1)) return false;
    if (!set_string(allocator, &c[0], row, source, source_length, source != NULL) ||
        !set_text(columns, &c[1], row, meta->title) || !set_named(allocator, &c[2], row, report, meta->region) ||
        !set_string(allocator, &c[3], row, code, 6, meta->adcode != 0) ||
        !set_named(allocator, &c[4], row, report, meta->province) ||
        !set_named(allocator, &c[5], row, report, meta->prefecture) ||
        !set_string(allocator, &c[7], row, meta->date, strlen(meta->date), meta->date[0] != 0) ||
        !set_named(allocator, &c[8], row, report, meta->session) ||
        !set_named(allocator, &c[9], row, report, meta->speaker))
        return false;
    set_year(&c[6], row, meta->year);
    set_number(&c[10], row, length, true);
    return true;
}

ty_status ty_columns_append(ty_columns *columns, const ty_report *report, const char *source, size_t length,
                            ty_error *error) {
    if (!encode_text(columns, report)) return ty_fail_memory(error);
    if (columns->panel) return append_panel(columns, report, source, length) ? TY_OK : ty_fail_memory(error);
    for (int which = 0; which < TY_TABLE_COUNT; which++)
        if (!append_rows(columns, report, (ty_table)which)) return ty_fail_memory(error);
    if (!append_report_row(columns, report, source, length)) return ty_fail_memory(error);
    /* All tables have its rows, so that none keeps some of a report that did not fit. */
    for (int which = 0; which < TY_TABLE_COUNT; which++) {
        uint32_t count;
        (void)ty_report_rows(report, (ty_table)which, &count);
        columns->tables[which].length += count;
    }
    columns->tables[TY_REPORTS].length++;
    columns->reports++;
    return TY_OK;
}

ty_status ty_columns_append_error(ty_columns *columns, const char *source, const char *member, const char *class,
                                  const char *message, ty_error *error) {
    const ty_allocator *allocator = &columns->allocator;
    table *t = &columns->tables[TY_ERRORS];
    const char *cells[] = {source, member, class, message};
    for (uint32_t i = 0; i < 4; i++)
        if (!reserve_rows(allocator, &t->columns[i], t->length, 1) ||
            !set_string(allocator, &t->columns[i], t->length, cells[i], cells[i] ? strlen(cells[i]) : 0, cells[i] != NULL))
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
    bool done = new_panel(allocator, &columns->tables[TY_PANEL]) &&
                new_plain_table(allocator, &columns->tables[TY_REPORTS], report_columns, report_types, REPORT_COLUMNS) &&
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
}

static void free_table(const ty_allocator *allocator, table *t) {
    for (uint32_t i = 0; t->columns && i < t->column_count; i++) free_column(allocator, &t->columns[i]);
    if (t->columns) allocator->release(allocator->context, t->columns);
}

void ty_columns_free(ty_columns *columns) {
    if (!columns) return;
    ty_allocator allocator = columns->allocator;
    for (int which = 0; which < TY_ARCHIVE_TABLE_COUNT; which++) free_table(&allocator, &columns->tables[which]);
    free_buffer(&allocator, &columns->text);
    free_buffer(&allocator, &columns->byte_at);
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

static int64_t null_count(const column *c, int64_t length) {
    int64_t valid = 0;
    for (int64_t byte = 0; byte < length / 8; byte++) valid += __builtin_popcount(c->validity.bytes[byte]);
    if (length % 8) valid += __builtin_popcount(c->validity.bytes[length / 8] & ((1u << length % 8) - 1));
    return length - valid;
}

static bool export_column(const ty_allocator *allocator, holder *h, column *c, int64_t length, struct ArrowArray *out) {
    bool pieces = c->type == TY_PIECES, string = c->type == TY_SLICE || c->type == TY_STRING;
    if (!new_array(allocator, h, out, pieces, c->type == TY_ENUM)) return false;
    out->length = length;
    out->null_count = null_count(c, length);
    out->n_buffers = string ? 3 : 2;
    if (length == 0 && has_offsets(c->type)) { /* which has an offset all the same */
        if (!reserve(allocator, &c->values, sizeof(int64_t))) return false;
        offsets_of(c)[0] = 0;
    }
    out->buffers[0] = hand_over(h, &c->validity);
    out->buffers[1] = hand_over(h, &c->values);
    if (string) out->buffers[2] = hand_over(h, &c->data);
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
    int64_t row = sheet->table.length;
    if (!reserve_rows(&sheet->allocator, c, row, 1) || !set_string(&sheet->allocator, c, row, utf8, length, utf8 != NULL))
        return ty_fail_memory(error);
    next_cell(sheet);
    return TY_OK;
}

ty_status ty_sheet_put_number(ty_sheet *sheet, double value, bool valid, ty_error *error) {
    column *c = &sheet->table.columns[sheet->next];
    int64_t row = sheet->table.length;
    bool counts = c->type == TY_OFFSET && value >= 0 && value <= UINT32_MAX;
    bool is_whole = c->type == TY_YEAR && value >= INT32_MIN && value <= INT32_MAX;
    if (!reserve_rows(&sheet->allocator, c, row, 1)) return ty_fail_memory(error);
    if (c->type == TY_OFFSET) set_number(c, row, counts ? (uint32_t)value : 0, valid && counts);
    else if (c->type == TY_YEAR) set_number(c, row, is_whole ? (uint32_t)(int32_t)value : 0, valid && is_whole);
    else set_double(c, row, value, valid);
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
