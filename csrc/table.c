/* table.c: what the head of a table says of the numbers below it.
 *
 *   指标 | 2023年完成 | 2024年目标
 *   生产总值增速 | 5.6% | 6%左右       growth of 5.6% was reached in 2023, 6% is promised for 2024
 */
#include "period.h"
#include "phrase.h"

enum { LONGEST_HEAD = 400 }; /* characters: each number below looks through it */

/* The head of a table, and the rows of quantities in it. */
typedef struct head {
    ty_slice flow;
    uint32_t first, last;
} head;

static uint32_t bars_between(const ty_report *report, uint32_t start, uint32_t end) {
    uint32_t bars = 0;
    while (start < end) bars += report->flow[start++] == '|';
    return bars;
}

/* The cell behind so many bars; empty if the row is shorter. */
static ty_slice cell_of(const ty_report *report, ty_slice row, uint32_t column) {
    uint32_t start = row.start, end = row.start;
    for (; column && start < row.end; start++) column -= report->flow[start] == '|';
    if (column) return (ty_slice){row.end, row.end};
    for (end = start; end < row.end && report->flow[end] != '|';) end++;
    return (ty_slice){start, end};
}

/* Is one of the words in the cell? The head may be in no sentence that was searched for words. */
static bool says(const ty_report *report, uint64_t cues, ty_slice cell) {
    for (uint32_t at = cell.start; at < cell.end; at++)
        if (ty_word_at(report, cues, at)) return true;
    return false;
}

/* Judge a number by the cell at the head of its column: by a year, and by words of promise or result. */
static void judge(ty_report *report, const head *h, uint32_t column, ty_quantity *row) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    ty_slice cell = cell_of(report, h->flow, column);
    ty_period period = {0, 0};
    for (uint32_t i = h->first; i < h->last; i++)
        if (ty_names_years(&rows[i]) && rows[i].flow.start >= cell.start && rows[i].flow.end <= cell.end)
            period = ty_period_of_date(&rows[i]);
    bool promises = says(report, TY_CUE(TO_DO) | TY_CUE(HEADLINE), cell), tells = !promises && says(report, TY_CUE(DONE), cell);
    int32_t year = report->plan_year;
    bool known = promises || tells;
    if ((!period.from || !known) && !year) return; /* nothing tells what is past */
    if (!period.from && !known) return;
    if (!period.from) period.from = period.to = year - tells;
    row->status = promises || (!tells && period.to >= year) ? TY_TARGET : TY_ACHIEVED;
    row->from_year = period.from;
    row->to_year = period.to;
    row->why[TY_WHY_STATUS] = row->why[TY_WHY_YEARS] = cell;
}

/* 生产总值增速 | 5.6%: a share in a row whose name ends in a word for growth is one. */
static void grow(const ty_report *report, ty_slice name, ty_quantity *row) {
    if (row->kind != TY_PERCENT || row->change != TY_STAYS) return;
    if (ty_word_ending(report, TY_CUE(INCREASE_NOUN), name.end)) row->change = TY_INCREASES;
    else if (ty_word_ending(report, TY_CUE(DECREASE_NOUN), name.end)) row->change = TY_DECREASES;
}

/* Judge the numbers of a row below the head; the rows of quantities are in order, and so are their columns. */
static void judge_row(ty_report *report, const head *h, ty_slice flow, uint32_t first, uint32_t last) {
    ty_quantity *rows = TY_QUANTITIES_OF(report);
    ty_slice name = cell_of(report, flow, report->flow[flow.start] == '|');
    uint32_t at = flow.start, column = 0;
    for (uint32_t i = first; i < last; i++) {
        column += bars_between(report, at, rows[i].flow.start);
        at = rows[i].flow.start;
        if (!ty_has_value(&rows[i]) || rows[i].status == TY_OTHER_STATUS) continue;
        grow(report, name, &rows[i]);
        judge(report, h, column, &rows[i]);
    }
}

ty_status ty_pass_table(ty_report *report, ty_error *error) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t count = report->tables[TY_QUANTITIES].count, first = 0;
    head h = {.first = 0};
    (void)error;
    if (!report->text.has_bars) return TY_OK; /* most reports */
    for (uint32_t p = 0; p < report->tables[TY_PARAGRAPHS].count; p++) {
        ty_slice flow = TY_PARAGRAPHS_OF(report)[p].flow;
        uint32_t last = first;
        while (last < count && rows[last].flow.start < flow.end) last++;
        bool in_table = TY_PARAGRAPHS_OF(report)[p].role == TY_BODY && ty_closing(report, flow.start, '|', flow.end) < flow.end;
        if (!in_table) h.flow = (ty_slice){0, 0};
        else if (h.flow.start == h.flow.end) h = (head){flow, first, last};
        else if (h.flow.end - h.flow.start <= LONGEST_HEAD) judge_row(report, &h, flow, first, last);
        first = last;
    }
    return TY_OK;
}
