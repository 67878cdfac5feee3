/* sheet.c: a caller's own rows, cell by cell, as an Arrow table. */
#include "cells.h"

struct ty_sheet {
    ty_allocator allocator;
    ty_column_set table;
    uint32_t next; /* column of the next cell */
};

ty_status ty_sheet_new(const ty_allocator *allocator, const char *const *names, const ty_type *types, uint32_t count,
                       ty_sheet **out, ty_error *error) {
    ty_sheet *sheet = allocator->resize(allocator->context, NULL, sizeof *sheet);
    *out = NULL;
    if (!sheet) return ty_fail_memory(error);
    *sheet = (ty_sheet){.allocator = *allocator};
    if (!ty_column_set_new_plain(allocator, &sheet->table, names, types, count)) {
        ty_sheet_free(sheet);
        return ty_fail_memory(error);
    }
    *out = sheet;
    return TY_OK;
}

void ty_sheet_free(ty_sheet *sheet) {
    if (!sheet) return;
    ty_allocator allocator = sheet->allocator;
    ty_column_set_free(&allocator, &sheet->table);
    allocator.release(allocator.context, sheet);
}

static void next_cell(ty_sheet *sheet) {
    sheet->next = (sheet->next + 1) % sheet->table.column_count;
    sheet->table.length += sheet->next == 0;
}

ty_status ty_sheet_put_string(ty_sheet *sheet, const char *utf8, size_t length, ty_error *error) {
    ty_column *c = &sheet->table.columns[sheet->next];
    int64_t row = sheet->table.length;
    if (!ty_column_reserve(&sheet->allocator, c, row, 1) || !ty_set_string(&sheet->allocator, c, row, utf8, length, utf8 != NULL))
        return ty_fail_memory(error);
    next_cell(sheet);
    return TY_OK;
}

ty_status ty_sheet_put_number(ty_sheet *sheet, double value, bool valid, ty_error *error) {
    ty_column *c = &sheet->table.columns[sheet->next];
    int64_t row = sheet->table.length;
    bool counts = c->type == TY_OFFSET && value >= 0 && value <= UINT32_MAX;
    bool is_whole = c->type == TY_YEAR && value >= INT32_MIN && value <= INT32_MAX;
    if (!ty_column_reserve(&sheet->allocator, c, row, 1)) return ty_fail_memory(error);
    if (c->type == TY_OFFSET) ty_set_number(c, row, counts ? (uint32_t)value : 0, valid && counts);
    else if (c->type == TY_YEAR) ty_set_number(c, row, is_whole ? (uint32_t)(int32_t)value : 0, valid && is_whole);
    else ty_set_double(c, row, value, valid);
    next_cell(sheet);
    return TY_OK;
}

ty_status ty_sheet_export(ty_sheet *sheet, struct ArrowSchema *schema, struct ArrowArray *array, ty_error *error) {
    return ty_column_set_export(&sheet->allocator, &sheet->table, schema, array, error);
}
