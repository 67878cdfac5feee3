/* goal.c: goals that are told of: one that was set before, and those that a line sets for what stands below it. */
#include "goal.h"

#include "comparison.h"
#include "frame.h"
#include "phrase.h"

/* 原定新建50所: does the number tell what was planned? Not 按原计划建成50所, 比原计划增加5%, 不到原计划的一半, 原计划投资5亿元的工程完成6亿元. */
static bool was_planned(const ty_timeline *t, const ty_quantity *row, const ty_hit *plan) {
    const ty_report *report = t->report;
    uint32_t last = plan->start ? report->flow[plan->start - 1] : 0;
    bool of = report->flow[row->flow.start - 1] == U'的';
    bool compared = ty_word_ending(report, TY_CUE(BASE_YEAR) | TY_CUE(AT_LEAST) | TY_CUE(AT_MOST), plan->start) != NULL;
    if (ty_is_among(last, U"按照在") || ty_comes_before(report, plan->end + 2, U"提前")) return false;
    if (compared && !(of && row->kind == TY_AMOUNT && row->change == TY_STAYS)) return false; /* but 比原来设想的600亿元多 */
    if (of && row->kind == TY_PERCENT) return false;
    return row == t->rows || row[-1].flow.start < plan->end || !ty_has_value(&row[-1]) || row[-1].kind == TY_DURATION || row->list < row - t->rows;
}

/* 的目标, 的预期目标. */
static bool goal_behind(const ty_report *report, uint32_t tail) {
    tail = ty_behind_bound(report, tail); /* 13%左右的预期目标 */
    tail -= report->flow[tail - 1] == U'的';
    if (ty_flow_char(report, tail) != U'的') return false;
    for (uint32_t end = tail + 3; end <= tail + 5 && end <= report->flow_length; end += 2)
        if (ty_ends_in_goal(report, end)) return true;
    return false;
}

ty_slice ty_goal_met(const ty_timeline *t, const ty_quantity *row) {
    if (t->role != TY_REVIEW || !goal_behind(t->report, row->flow.end)) return (ty_slice){0, 0};
    uint32_t start = ty_clause_of(t->report, row)->start;
    const ty_hit *century = ty_last_word(t->report, TY_CUE(CENTURY_END), start, row->flow.start);
    const ty_hit *done = century ? ty_last_word(t->report, TY_CUE(DONE), start, century->start) : NULL;
    return done && t->report->flow[done->end - 1] == U'了' ? (ty_slice){done->start, done->end} : (ty_slice){0, 0};
}

/* 突破千亿元的目标如期实现: does its clause go on to say that the goal was reached? */
static bool is_met_behind(const ty_report *report, const ty_quantity *row) {
    uint32_t end = ty_clause_of(report, row)->end;
    for (uint32_t at = row->flow.end + 2; at <= end; at++)
        if (ty_comes_before(report, at, U"完成") || ty_comes_before(report, at, U"实现"))
            return !ty_next_word(report, TY_CUE(NOT_MET), row->flow.end, end);
    return false;
}

/* 税收任务800万元，|完成850万元: does the next clause tell how much of the task was done? Not 完成棚改任务5000套，建成公租房. */
static bool is_task(const ty_timeline *t, const ty_quantity *row) {
    const ty_report *report = t->report;
    const ty_quantity *next = row + 1;
    uint32_t start = ty_clause_of(report, row)->start;
    if (!ty_comes_before(report, row->flow.start, U"任务") || row->change != TY_STAYS || next >= t->rows + t->count) return false;
    if (next->sentence != row->sentence || next->clause != row->clause + 1 || next->unit != row->unit) return false;
    if (ty_last_word(report, TY_CUE(DONE) | TY_CUE(GOVERNS) | TY_CUE(REACH), start, row->flow.start)) return false;
    uint32_t opens = ty_clause_of(report, next)->start;
    opens += ty_comes_before(report, opens + 2, U"实际") ? 2 : 0; /* 实际 */
    return ty_word_at(report, TY_CUE(REACH) | TY_CUE(GOVERNS), opens) == next->flow.start;
}

ty_slice ty_past_goal(const ty_timeline *t, const ty_quantity *row) {
    const ty_report *report = t->report;
    const ty_hit *link = ty_word_ending(report, TY_CUE(LINK) | TY_CUE(REACH), row->flow.start);
    if (link && link->end == link->start + 1 && ty_ends_in_goal(report, link->start)) return (ty_slice){link->start - 2, link->end};
    if (is_task(t, row)) return (ty_slice){row->flow.start - 2, row->flow.start}; /* 任务174万元，完成198万元 */
    uint32_t start = ty_clause_of(report, row)->start, tail = row->flow.end;
    bool behind = goal_behind(report, tail);
    const ty_quantity *next = row + 1 < t->rows + t->count && row[1].clause == row->clause ? row + 1 : NULL; /* by how much */
    bool before = ty_ends_in_goal(report, row->flow.start) && next && next->change != TY_STAYS && ty_flow_char(report, tail) != U'、';
    if (!behind && !before && !ty_holds(report, row->sentence, TY_CUE(NOT_MET))) return (ty_slice){0, 0}; /* most */
    const ty_hit *base = ty_last_word(report, TY_CUE(BASE_YEAR) | TY_CUE(AT_LEAST) | TY_CUE(AT_MOST), start, row->flow.start);
    bool compared = base && next && (behind || before);
    if (compared) return (ty_slice){base->start, base->end};
    if (!base && !next && ty_is_goal_compared(report, row)) base = ty_word_ending(report, TY_CUE(APPROX), row->flow.start); /* 接近11%的预定目标 */
    bool bare = base && !next && behind && row->kind != TY_DURATION && /* 低于年初11%的预期目标; not 比1980年翻两番的任务 */
                ty_word_at(report, TY_CUE(AT_LEAST) | TY_CUE(AT_MOST) | TY_CUE(APPROX), base->start);
    if (bare && !is_met_behind(t->report, row)) return (ty_slice){base->start, base->end};
    const ty_hit *missed = ty_last_word(report, TY_CUE(NOT_MET), start, row->flow.start);
    bool goal = behind || ty_ends_in_goal(report, tail + 2); /* 35%的目标没有实现 */
    const ty_hit *gap = !row->counts && goal ? ty_next_word(report, TY_CUE(NOT_MET), tail + 2, ty_clause_of(report, row)->end) : NULL;
    if (!missed && gap) return (ty_slice){gap->start, gap->end}; /* 与年初确定的增长6.5%目标有较大差距 */
    if (missed && report->flow[missed->start] == U'原' && !was_planned(t, row, missed)) missed = NULL;
    return missed ? (ty_slice){missed->start, missed->end} : (ty_slice){0, 0};
}

bool ty_sets_targets(const ty_timeline *t, const ty_sentence *sentence, uint32_t first, uint32_t last) {
    enum { ENOUGH = 3 };
    const ty_report *report = t->report;
    uint32_t grows = 0, rough = 0, begin = 0, end = sentence->flow.start;
    for (uint32_t i = first; i < last; i++) {
        const ty_quantity *row = &t->rows[i];
        if (row->kind != TY_PERCENT || row->change != TY_INCREASES) continue;
        if (!grows++) begin = row->flow.end;
        rough += row->bound != TY_EXACT && row->why[TY_WHY_BOUND].start >= row->flow.end; /* 左右, 以上 */
        end = row->flow.end;
    }
    const ty_hit *strive = grows >= ENOUGH && rough ? ty_next_word(report, TY_CUE(STRIVE), begin, sentence->flow.end) : NULL;
    if (!strive || ty_is_word_char(report->flow[strive->start - 1])) return false;
    for (uint32_t at = sentence->flow.start + 2; at < end; at++)
        if (ty_comes_before(report, at, U"预计")) return false; /* 预计全年增长5%左右 */
    return ty_closing(report, sentence->flow.start, U'了', sentence->flow.end) == sentence->flow.end &&
           !ty_compares_with_last(report, sentence->flow.start, sentence->flow.end);
}

bool ty_announces(const ty_report *report, const ty_sentence *sentence) {
    uint32_t end = sentence->flow.end;
    if (ty_flow_char(report, end) != '\n' || end < 2 || !ty_is_word_char(report->flow[end - 1])) return false;
    return ty_is_used(report, TY_CUE_ANNOUNCED, end - 2, end);
}

ty_period ty_years_of_goals(const ty_timeline *t, const ty_sentence *sentence, uint32_t first, uint32_t last) {
    uint32_t end = sentence->flow.end - 1;
    if (!ty_ends_with_colon(t->report, sentence) || !t->year) return (ty_period){0, 0};
    if (t->report->flow[end - (end > 0)] == U'为' || t->report->flow[end - (end > 0)] == U'是') end--;
    for (uint32_t i = first; i < last && ty_ends_in_goal(t->report, end); i++) {
        ty_frame frame = {.period = ty_period_of_date(&t->rows[i])};
        if (t->rows[i].kind != TY_DATE && !ty_frame_of(t, first, i, &frame)) continue;
        if (ty_is_span(frame.period) && frame.period.from + 1 >= t->year && frame.period.to > t->year) return frame.period;
    }
    bool goes_on = ty_is_span(t->passage) && t->passage.from + 1 >= t->year && t->passage.to > t->year; /* below “十二五”时期的主要目标 */
    return goes_on && ty_ends_in_goal(t->report, end) ? t->passage : (ty_period){0, 0};
}
