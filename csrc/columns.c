/* columns.c: rows of many reports to columns, straight from the declaration in rows.h. */
#include "cells.h"
#include "utf8.h"

#include <string.h>

struct ty_columns {
    ty_allocator allocator;
    ty_column_set tables[TY_ARCHIVE_TABLE_COUNT];
    ty_buffer text, byte_at; /* of the report that is being appended: its UTF-8, and where in it each character begins */
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

enum { ROWS_AT_ONCE = 64, UTF8_MOST = 4 /* bytes of a character: so many are written of each, whatever its width */ };

/* ---- cells ----------------------------------------------------------------- */

/* Write a whole text as UTF-8, with where each character begins. */
static void put_text(uint8_t *out, const uint32_t *at, uint32_t length, uint32_t *byte_at) {
    const uint8_t *begin = out;
    for (uint32_t i = 0; i < length; i++) {
        byte_at[i] = (uint32_t)(out - begin);
        out += ty_put_character(out, at[i]);
    }
    byte_at[length] = (uint32_t)(out - begin);
}

static bool set_named(const ty_allocator *allocator, ty_column *c, int64_t row, const ty_report *report, uint32_t string) {
    ty_word word = string == TY_NONE ? (ty_word){0} : ty_report_string(report, string);
    ty_set_valid(c, row, string != TY_NONE);
    if (!ty_buffer_reserve(allocator, &c->data, (size_t)word.length * UTF8_MOST)) return false;
    if (word.length) c->data.size = (size_t)(ty_put_utf8(c->data.bytes + c->data.size, word) - c->data.bytes);
    ty_offsets_of(c)[row + 1] = (int64_t)c->data.size;
    return true;
}

/* The text of the report that is being appended, in UTF-8. */
static bool set_text(const ty_columns *columns, ty_column *c, int64_t row, ty_slice place) {
    const uint32_t *byte_at = (const uint32_t *)(const void *)columns->byte_at.bytes;
    bool valid = place.end > place.start;
    const char *at = valid ? (const char *)columns->text.bytes + byte_at[place.start] : NULL;
    return ty_set_string(&columns->allocator, c, row, at, valid ? byte_at[place.end] - byte_at[place.start] : 0, valid);
}

static bool set_pieces(const ty_allocator *allocator, ty_column *c, int64_t row, const ty_slice *pieces, uint32_t count) {
    return ty_set_string(allocator, c, row, (const char *)pieces, count * sizeof *pieces, true) &&
           (ty_offsets_of(c)[row + 1] = (int64_t)(c->data.size / sizeof *pieces), true);
}

/* One field of some rows, `stride` bytes apart. */
static bool set_field(const ty_columns *columns, ty_column *c, int64_t row, const ty_report *report, const ty_field *field,
                      const char *at, size_t stride, uint32_t count) {
    const ty_allocator *allocator = &columns->allocator;
    if (!count) return true; /* of no rows there may be no address */
    if (!ty_column_reserve(allocator, c, row, count)) return false;
    at += field->offset;
    switch (field->type) {
    case TY_OFFSET:
    case TY_INDEX:
        for (uint32_t i = 0; i < count; i++, at += stride) {
            uint32_t value;
            memcpy(&value, at, sizeof value);
            ty_set_number(c, row + i, value != TY_NONE ? value : 0, value != TY_NONE);
        }
        return true;
    case TY_YEAR:
        for (uint32_t i = 0; i < count; i++, at += stride) {
            int32_t value;
            memcpy(&value, at, sizeof value);
            ty_set_year(c, row + i, value);
        }
        return true;
    case TY_ENUM:
        for (uint32_t i = 0; i < count; i++, at += stride) {
            uint8_t value = (uint8_t)*at;
            ty_set_valid(c, row + i, value != 0);
            c->values.bytes[row + i] = (uint8_t)(value ? value - 1 : 0);
        }
        return true;
    case TY_NUMBER:
        for (uint32_t i = 0; i < count; i++, at += stride) {
            ty_decimal value;
            memcpy(&value, at, sizeof value);
            ty_set_double(c, row + i, value.divisor ? ty_decimal_double(value) : 0, value.divisor != 0);
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
    if (!ty_buffer_reserve(allocator, &columns->text, (size_t)length * UTF8_MOST) ||
        !ty_buffer_reserve(allocator, &columns->byte_at, ((size_t)length + 1) * sizeof(uint32_t)))
        return false;
    put_text(columns->text.bytes, text, length, (uint32_t *)(void *)columns->byte_at.bytes);
    return true;
}

static bool append_rows(ty_columns *columns, const ty_report *report, ty_table which) {
    const ty_schema *schema = ty_table_schema(which);
    ty_column_set *t = &columns->tables[which];
    uint32_t count;
    const char *rows = ty_report_rows(report, which, &count);
    /* A few rows at a time, so that they stay in the cache while their fields go to the columns. */
    for (uint32_t done = 0, some; done < count; done += some, rows += some * schema->row_size) {
        some = count - done < ROWS_AT_ONCE ? count - done : ROWS_AT_ONCE;
        if (!ty_column_reserve(&columns->allocator, &t->columns[0], t->length + done, some)) return false;
        for (uint32_t i = 0; i < some; i++) ty_set_number(&t->columns[0], t->length + done + i, columns->reports, true);
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
    ty_column_set *t = &columns->tables[TY_PANEL];
    ty_column *c = &t->columns[k];
    uint32_t count, sentences;
    const ty_target *targets = ty_report_rows(report, TY_TARGETS, &count);
    const ty_sentence *spoken = ty_report_rows(report, TY_SENTENCES, &sentences);
    char code[7];
    if (panel_columns[k].origin == OF_TARGET)
        return set_field(columns, c, t->length, report, target_field(panel_columns[k].name), (const char *)targets, sizeof *targets, count);
    write_code(meta->adcode, code);
    bool done = ty_column_reserve(allocator, c, t->length, count);
    for (uint32_t i = 0; done && i < count; i++) {
        int64_t row = t->length + i;
        switch (panel_columns[k].origin) {
        case OF_TARGET: break;
        case ITS_REGION: done = set_named(allocator, c, row, report, meta->region); break;
        case ITS_ADCODE: done = ty_set_string(allocator, c, row, code, 6, meta->adcode != 0); break;
        case ITS_SOURCE: done = ty_set_string(allocator, c, row, source, length, source != NULL); break;
        case ITS_YEAR: ty_set_year(c, row, meta->year); break;
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
    ty_column_set *t = &columns->tables[TY_REPORTS];
    ty_column *c = t->columns;
    int64_t row = t->length;
    uint32_t length;
    char code[7];
    (void)ty_report_text(report, &length);
    write_code(meta->adcode, code);
    for (uint32_t i = 0; i < REPORT_COLUMNS; i++)
        if (!ty_column_reserve(allocator, &c[i], row, 1)) return false;
    if (!ty_set_string(allocator, &c[0], row, source, source_length, source != NULL) ||
        !set_text(columns, &c[1], row, meta->title) || !set_named(allocator, &c[2], row, report, meta->region) ||
        !ty_set_string(allocator, &c[3], row, code, 6, meta->adcode != 0) ||
        !set_named(allocator, &c[4], row, report, meta->province) ||
        !set_named(allocator, &c[5], row, report, meta->prefecture) ||
        !ty_set_string(allocator, &c[7], row, meta->date, strlen(meta->date), meta->date[0] != 0) ||
        !set_named(allocator, &c[8], row, report, meta->session) ||
        !set_named(allocator, &c[9], row, report, meta->speaker))
        return false;
    ty_set_year(&c[6], row, meta->year);
    ty_set_number(&c[10], row, length, true);
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
    ty_column_set *t = &columns->tables[TY_ERRORS];
    const char *cells[] = {source, member, class, message};
    for (uint32_t i = 0; i < 4; i++)
        if (!ty_column_reserve(allocator, &t->columns[i], t->length, 1) ||
            !ty_set_string(allocator, &t->columns[i], t->length, cells[i], cells[i] ? strlen(cells[i]) : 0, cells[i] != NULL))
            return ty_fail_memory(error);
    t->length++;
    return TY_OK;
}

/* ---- new and free ---------------------------------------------------------- */

static bool new_panel(const ty_allocator *allocator, ty_column_set *t) {
    if (!ty_column_set_new(allocator, t, PANEL_COLUMNS)) return false;
    for (uint32_t k = 0; k < PANEL_COLUMNS; k++) {
        const ty_field *field = panel_columns[k].origin == OF_TARGET ? target_field(panel_columns[k].name) : NULL;
        t->columns[k].name = panel_columns[k].name;
        t->columns[k].type = field ? field->type : panel_columns[k].type;
        t->columns[k].names = field ? field->names : NULL;
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
                ty_column_set_new_plain(allocator, &columns->tables[TY_REPORTS], report_columns, report_types, REPORT_COLUMNS) &&
                ty_column_set_new_plain(allocator, &columns->tables[TY_ERRORS], error_columns, error_types, 4);
    for (int which = 0; done && which < TY_TABLE_COUNT; which++) {
        const ty_schema *schema = ty_table_schema((ty_table)which);
        ty_column_set *t = &columns->tables[which];
        done = ty_column_set_new(allocator, t, schema->field_count + 1);
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

void ty_columns_free(ty_columns *columns) {
    if (!columns) return;
    ty_allocator allocator = columns->allocator;
    for (int which = 0; which < TY_ARCHIVE_TABLE_COUNT; which++) ty_column_set_free(&allocator, &columns->tables[which]);
    ty_buffer_free(&allocator, &columns->text);
    ty_buffer_free(&allocator, &columns->byte_at);
    allocator.release(allocator.context, columns);
}

bool ty_columns_gathers(const ty_columns *columns, int which) {
    return columns->panel ? which == TY_PANEL || which == TY_ERRORS : which != TY_PANEL;
}

size_t ty_columns_size(const ty_columns *columns) {
    size_t size = 0;
    for (int which = 0; which < TY_ARCHIVE_TABLE_COUNT; which++)
        for (uint32_t i = 0; i < columns->tables[which].column_count; i++) {
            const ty_column *c = &columns->tables[which].columns[i];
            size += c->validity.size + c->values.size + c->data.size;
        }
    return size;
}

const char *ty_columns_name(int which) {
    static const char *const own[] = {"reports", "errors", "panel"};
    return which < TY_TABLE_COUNT ? ty_table_schema((ty_table)which)->name : own[which - TY_TABLE_COUNT];
}

ty_status ty_columns_export(ty_columns *columns, int which, struct ArrowSchema *schema, struct ArrowArray *array,
                            ty_error *error) {
    return ty_column_set_export(&columns->allocator, &columns->tables[which], schema, array, error);
}
