/* fault.c: every allocation fails once. Build a lexicon, parse a text, gather and export its columns, with an
 * allocator that returns NULL at call n, for n = 1, 2, 3 … until nothing fails. Each failure must be TY_NO_MEMORY,
 * and each time every block must have come back.
 *
 *     fault FILE        prints how many rows of each kind the run that succeeds has found
 */
#include "arena.h"
#include "arrow.h"
#include "taiyuan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct meter {
    unsigned long calls, fail_at;
    long live;
} meter;

static void *metered_resize(void *context, void *block, size_t size) {
    meter *m = context;
    if (++m->calls == m->fail_at) return NULL;
    void *moved = realloc(block, size);
    if (!block && moved) m->live++;
    return moved;
}

static void metered_release(void *context, void *block) {
    meter *m = context;
    if (block) m->live--;
    free(block);
}

/* Words of the lexicon are written in UTF-32 by the compiler. */
#define WORD(literal) ((ty_word){(const uint32_t *)(U"" literal), sizeof(U"" literal) / sizeof(uint32_t) - 1})

/* Stands in for PCRE2's own: a pattern that could not be translated is interpreted, so that a failure there is no
 * error and would hide which call it was. */
int pcre2_jit_compile_32(void *code, uint32_t options) {
    (void)code;
    (void)options;
    return -45; /* PCRE2_ERROR_JIT_BADOPTION */
}

static ty_word pattern_of(ty_rule rule) {
    switch (rule) {
    case TY_RULE_DOCUMENT_TITLE: return WORD("(?:# *)?.{0,24}政府工作报告$");
    case TY_RULE_OPENING: return WORD("各位代表");
    case TY_RULE_CHAPTER: return WORD("([一二三四五六七八九十]{1,3}、)");
    case TY_RULE_PART: return WORD("(\\([一二三四五六七八九十]{1,3}\\))");
    case TY_RULE_BOLD: return WORD("(\\*\\*)");
    case TY_RULE_PAGE_MARK: return WORD("\\((?:上接|下转)第([0-9]+)版\\)$");
    case TY_RULE_YEAR_OF_WORK: return WORD("([0-9]{4})年工作");
    case TY_RULE_REVIEW: return WORD("回顾");
    case TY_RULE_PLAN_PART: return WORD("安排");
    case TY_RULE_SESSION: return WORD("第[一二三四五六七八九十]+届人民代表大会第[一二三四五六七八九十]+次会议");
    case TY_RULE_DATE: return WORD("([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日");
    default: return WORD("(?!)");
    }
}

static ty_status fill(ty_lexicon *lexicon, ty_error *error) {
    const struct { ty_word name, dimension, base; uint64_t numerator, denominator; } units[] = {
        {WORD("元"), WORD("money"), WORD("元"), 1, 1},       {WORD("个"), WORD("count"), WORD("1"), 1, 1},
        {WORD("亩"), WORD("area"), WORD("平方米"), 2000, 3}, {WORD("人"), WORD("people"), WORD("人"), 1, 1},
        {WORD("%"), WORD("share"), WORD("%"), 1, 1},           {WORD("百分点"), WORD("share"), WORD("%"), 1, 1},
        {WORD("公里"), WORD("length"), WORD("米"), 1000, 1}, {WORD("吨"), WORD("mass"), WORD("千克"), 1000, 1},
    };
    const struct { ty_cue cue; ty_word word; uint32_t value; } cues[] = {
        {TY_CUE_INCREASE, WORD("增长"), 0},      {TY_CUE_DECREASE, WORD("下降"), 0},
        {TY_CUE_APPROX_AFTER, WORD("左右"), 0},  {TY_CUE_AT_LEAST_AFTER, WORD("以上"), 0},
        {TY_CUE_AT_MOST, WORD("不超过"), 0},     {TY_CUE_HEADLINE, WORD("主要预期目标"), 0},
        {TY_CUE_PLAN, WORD("十四五"), 20212025}, {TY_CUE_LAST_YEAR, WORD("去年"), 0},
        {TY_CUE_UNNUMBERED, WORD("基本同步"), 0}, {TY_CUE_TO_DO, WORD("力争"), 0},
        {TY_CUE_NUMERAL_WORD, WORD("一带一路"), 0}, {TY_CUE_REACH, WORD("达到"), 0},
        {TY_CUE_THIS_YEAR, WORD("今年"), 0},
    };
    ty_status status = TY_OK;
    uint32_t index = 0;
    for (size_t i = 0; !status && i < sizeof units / sizeof *units; i++)
        status = ty_lexicon_add_unit(lexicon, TY_UNIT_BEHIND, units[i].name, units[i].dimension, units[i].base,
                                     units[i].numerator, units[i].denominator, error);
    for (size_t i = 0; !status && i < sizeof cues / sizeof *cues; i++)
        status = ty_lexicon_add_cue(lexicon, cues[i].cue, cues[i].word, cues[i].value, error);
    if (!status)
        status = ty_lexicon_add_indicator(lexicon, WORD("gdp_growth"), WORD("地区生产总值增长率"),
                                          TY_TAKES_CHANGES | TY_TAKES_SHARES | TY_IS_HEADLINE, &index, error);
    if (!status) status = ty_lexicon_add_cue(lexicon, TY_CUE_INDICATOR, WORD("地区生产总值"), index, error);
    if (!status)
        status = ty_lexicon_add_indicator(lexicon, WORD("urban_new_jobs"), WORD("城镇新增就业"), 0, &index, error);
    if (!status) status = ty_lexicon_add_dimension(lexicon, index, WORD("people"), error);
    if (!status) status = ty_lexicon_add_part(lexicon, index, 0, error);
    if (!status) status = ty_lexicon_add_cue(lexicon, TY_CUE_INDICATOR, WORD("城镇新增就业"), index, error);
    if (!status) status = ty_lexicon_add_region(lexicon, 140100, WORD("太原市"), error);
    if (!status) status = ty_lexicon_add_region(lexicon, 140100, WORD("太原"), error);
    for (int rule = 0; !status && rule < TY_RULE_COUNT; rule++)
        status = ty_lexicon_add_rule(lexicon, (ty_rule)rule, pattern_of((ty_rule)rule), error);
    if (!status) status = ty_lexicon_add_pattern(lexicon, WORD("first"), WORD("首[个次]|一批"), error);
    return status ? status : ty_lexicon_seal(lexicon, error);
}

static ty_status export_all(ty_columns *columns, ty_error *error) {
    ty_status status = TY_OK;
    for (int table = 0; !status && table < TY_ARCHIVE_TABLE_COUNT; table++) {
        struct ArrowSchema schema = {0}, second_schema = {0};
        struct ArrowArray array = {0}, second = {0};
        status = ty_columns_export(columns, table, &schema, &array, error);
        if (!status) status = ty_arrow_share_schema(&schema, &second_schema, error);
        if (!status) status = ty_arrow_share(&array, &second, error);
        if (second.release) second.release(&second);
        if (second_schema.release) second_schema.release(&second_schema);
        if (array.release) array.release(&array);
        if (schema.release) schema.release(&schema);
    }
    return status;
}

/* Of a report that could not be appended nothing is left: appended again it has all its rows, each once. */
static bool is_whole(ty_columns *columns, const uint32_t rows[TY_TABLE_COUNT]) {
    bool whole = true;
    ty_error error = {0};
    for (int table = 0; table < TY_TABLE_COUNT; table++) {
        struct ArrowSchema schema = {0};
        struct ArrowArray array = {0};
        if (ty_columns_export(columns, table, &schema, &array, &error)) return false;
        whole = whole && array.length == rows[table];
        for (int64_t i = 0; i < array.n_children; i++) {
            const struct ArrowArray *column = array.children[i];
            whole = whole && column->length == rows[table] && column->null_count >= 0 && column->null_count <= column->length;
        }
        array.release(&array);
        schema.release(&schema);
    }
    return whole;
}

static ty_status append(ty_columns *columns, const ty_report *report, const uint32_t rows[TY_TABLE_COUNT], ty_error *error) {
    ty_status status = ty_columns_append(columns, report, "a.txt", 5, error);
    ty_error other = {0};
    if (status && (ty_columns_append(columns, report, "a.txt", 5, &other) || !is_whole(columns, rows)))
        return ty_fail(error, TY_BAD_LEXICON, 0, "rows are left of a failed append");
    return status;
}

static ty_status whole_life(const ty_allocator *allocator, const ty_input *input, uint32_t rows[TY_TABLE_COUNT],
                            ty_error *error) {
    ty_lexicon *lexicon = NULL;
    ty_pool *pool = NULL;
    ty_report *report = NULL;
    ty_columns *columns = NULL;
    ty_status status = ty_lexicon_new(allocator, &lexicon, error);
    if (!status) status = fill(lexicon, error);
    if (!status) status = ty_pool_new(allocator, &pool, error);
    if (!status) status = ty_report_parse(lexicon, ty_pool_allocator(pool), input, &report, error);
    ty_report_free(report); /* its memory is kept, and serves the next */
    report = NULL;
    if (!status) status = ty_report_parse(lexicon, ty_pool_allocator(pool), input, &report, error);
    for (int table = 0; !status && table < TY_TABLE_COUNT; table++)
        (void)ty_report_rows(report, (ty_table)table, &rows[table]);
    if (!status) status = ty_columns_new(allocator, true, &columns, error);
    if (!status) status = ty_columns_append(columns, report, "a.txt", 5, error);
    if (!status) status = export_all(columns, error);
    ty_columns_free(columns);
    columns = NULL;
    if (!status) status = ty_columns_new(allocator, false, &columns, error);
    if (!status) status = append(columns, report, rows, error);
    if (!status) status = ty_columns_append(columns, report, NULL, 0, error);
    if (!status) status = ty_columns_append_error(columns, "b.zip", NULL, "NotText", "byte 0", error);
    if (!status) status = export_all(columns, error);
    ty_columns_free(columns);
    ty_report_free(report);
    ty_pool_free(pool);
    ty_lexicon_free(lexicon);
    return status;
}

static char *read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    char *bytes = malloc(1 << 20);
    *length = file && bytes ? fread(bytes, 1, 1 << 20, file) : 0;
    if (file) fclose(file);
    return bytes;
}

/* Fail call n of a whole life; whether that went as it should. */
static bool try_call(const ty_input *input, unsigned long n, uint32_t rows[TY_TABLE_COUNT], bool *succeeded) {
    meter m = {.fail_at = n};
    ty_allocator allocator = {&m, metered_resize, metered_release};
    ty_error error = {0};
    ty_status status = whole_life(&allocator, input, rows, &error), wanted = m.calls < n ? TY_OK : TY_NO_MEMORY;
    *succeeded = m.calls < n;
    if (m.live) fprintf(stderr, "call %lu failed: %ld blocks are left\n", n, m.live);
    if (status != wanted || error.status != wanted)
        fprintf(stderr, "call %lu: status %d, not %d: %s\n", n, (int)status, (int)wanted, error.message);
    return !m.live && status == wanted && error.status == wanted;
}

int main(int count, char **arguments) {
    size_t length = 0;
    char *bytes = count > 1 ? read_file(arguments[1], &length) : NULL;
    const ty_slice mark = {0, 1};
    ty_input input = {.text = bytes, .length = length, .encoding = TY_UTF8, .origin = TY_FROM_BIG5,
                      .year_hint = 2020, .adcode_hint = 140100, .marks = &mark, .mark_count = 1};
    uint32_t rows[TY_TABLE_COUNT] = {0};
    bool good = length > 0, succeeded = false;
    for (unsigned long n = 1; good && !succeeded; n++) good = try_call(&input, n, rows, &succeeded);
    for (int table = 0; good && table < TY_TABLE_COUNT; table++)
        printf("%s %u\n", ty_columns_name(table), (unsigned)rows[table]);
    free(bytes);
    return good ? 0 : 1;
}
