/* period.c: the time that a number or a sentence is of, from the dates, words and lengths around it.
 *
 *   2025年, “十四五”           the years of the date
 *   去年, 年内                 counted from the report's year
 *   过去五年                   what the length frames: frame.c
 *   比2020年                  is compared with, and no time of the number
 */
#include "period.h"

#include "frame.h"
#include "numeral.h"
#include "phrase.h"

enum { LOOK_BACK_CHARACTERS = 600, LONGEST_NAME = 12 };

#define RELATIVE (TY_CUE(CENTURY_END) | TY_CUE(LAST_YEAR) | TY_CUE(THIS_YEAR) | TY_CUE(NEXT_YEAR) | TY_CUE(YEAR_BEFORE_LAST))

uint32_t ty_look_from(uint32_t start, uint32_t at) {
    return at - start > LOOK_BACK_CHARACTERS ? at - LOOK_BACK_CHARACTERS : start;
}

static uint32_t look_from_row(uint32_t first, uint32_t i) { return i - first > TY_LOOK_BACK ? i - TY_LOOK_BACK : first; }

int32_t ty_whole_year(ty_decimal value) {
    double number = ty_decimal_double(value);
    return number > 0 && number < 10000 ? (int32_t)number : 0;
}

ty_period ty_period_of_date(const ty_quantity *row) { return (ty_period){ty_whole_year(row->low), ty_whole_year(row->high)}; }

uint32_t ty_behind_edge(const ty_report *report, uint32_t at) {
    uint32_t c = ty_flow_char(report, at);
    return ty_is_among(c, U"底末初") ? at + 1 : at;
}

/* Nothing or 的 between two places. */
static bool is_just_before(const ty_report *report, uint32_t end, uint32_t start) {
    return end == start || (end + 1 == start && ty_flow_char(report, end) == U'的');
}

/* 从2004年|人均每月700元提高到1721元: is the row the figure of the date that ends at `end`? */
static bool is_figure_of(const ty_report *report, uint32_t end, const ty_quantity *row) {
    enum { MOST_LINKS = 3 };
    uint32_t start = row->flow.start;
    end = ty_behind_edge(report, end);
    if (is_just_before(report, end, start)) return true;
    for (int step = 0; step < MOST_LINKS && start > end; step++) {
        const ty_hit *link = ty_word_ending(report, TY_CUE(LINK) | TY_CUE(YEARLY) | TY_CUE(APPROX) | TY_CUE(AT_LEAST) | TY_CUE(AT_MOST), start);
        if (!link) return false;
        start = link->start;
    }
    return start <= end && ty_next_word(report, TY_CUE(REACH), row->flow.end, ty_clause_of(report, row)->end);
}

/* 按1952年不变价格计算, in brackets, tells of prices. */
static bool is_bracketed(const ty_report *report, uint32_t at) {
    return at > 1 && (report->flow[at - 1] == '(' || report->flow[at - 2] == '(');
}

/* 以1954年为基数, 在1954年的基数上, 同完成恢复的1952年相比: the year that growth is counted from. */
static bool is_basis(const ty_report *report, uint32_t end) {
    uint32_t next = ty_flow_char(report, end), at = next == U'的' || next == U'为' ? end + 1 : end;
    return ty_flow_char(report, at) == U'基' || ty_comes_at(report, end, U"相比");
}

uint32_t ty_end_of_basis(const ty_report *report, uint32_t end, uint32_t limit) {
    enum { LONGEST_BASIS = 24 };
    if (limit > end + LONGEST_BASIS) limit = end + LONGEST_BASIS; /* no place if it stands before */
    for (uint32_t at = end; at < limit; at++) {
        if (report->flow[at] == U'在' || ty_is_comma(report->flow[at])) return 0; /* 1992年，在提高效益的基础上 */
        uint32_t basis = ty_behind_basis(report, at);
        if (basis) return basis <= limit ? basis : 0;
    }
    return 0;
}

/* 产值为1952年的5倍, 是“十三五”末的4.6倍: does a date end at `end` that row is a multiple of? */
static bool is_multiple(const ty_report *report, uint32_t end, const ty_quantity *row) {
    end = ty_behind_quote(report, end);
    end += ty_flow_char(report, end) == U'末';
    return report->flow[row->flow.end - 1] == U'倍' && end + 1 == row->flow.start && report->flow[end] == U'的';
}

/* 恢复到2019年的108%, 是2019年的112%: a share of what that year had; not 提高到2025年的60%. */
static bool is_share_of_year(const ty_report *report, uint32_t start, uint32_t end, const ty_quantity *row) {
    if (row->kind != TY_PERCENT || start < 4 || end + 1 != row->flow.start || report->flow[end] != U'的') return false;
    uint32_t before = report->flow[start - 1];
    if ((before == U'到' || before == U'至') && ty_comes_before(report, start - 1, U"恢复")) return true;
    return (before == U'是' || before == U'为') && ty_decimal_double(row->base_low) > 1;
}

/* 比历史最高水平的|1979年: does 比 stand before what qualifies the year? */
static bool is_base_of_clause(const ty_report *report, uint32_t start) {
    enum { LONGEST_BASE = 14 };
    uint32_t from = start > LONGEST_BASE ? start - LONGEST_BASE : 0;
    return start > 1 && report->flow[start - 1] == U'的' && ty_than(report, from, start) < start;
}

/* 将|于今年建成, 公司|于2024年建成; not 成立于2018年, 持平于2022年. */
static bool is_adjunct(const ty_report *report, uint32_t year) {
    uint32_t at = year - (year > 0);
    if (report->flow[at] != U'于' || !report->token_at || !ty_is_boundary(report, at) || !ty_is_boundary(report, year)) return false;
    uint32_t k = at && ty_is_han(report->flow[at - 1]) ? ty_token_over(report, at - 1) : TY_NONE;
    return k == TY_NONE || report->token_class[k] <= TY_QUALIFYING || ty_word_ending(report, TY_CUE(TO_DO) | TY_CUE(DONE), at);
}

/* 比1952年 is compared with; 由1952年的26.7% and 是1952年的26.7% are its own, if no multiple of it. */
static bool is_compared(const ty_timeline *t, uint32_t start, uint32_t end, const ty_quantity *row) {
    start = ty_before_quote(t->report, start);
    if (is_bracketed(t->report, start) || is_basis(t->report, end) || ty_end_of_basis(t->report, end, row->flow.start)) return true;
    if (ty_word_ending(t->report, TY_CUE(BASE_YEAR), start) || is_base_of_clause(t->report, start)) return true;
    if (is_multiple(t->report, end, row) || is_share_of_year(t->report, start, end, row)) return true;
    if (!ty_word_ending(t->report, TY_CUE(START_YEAR), start) || is_adjunct(t->report, start)) return false;
    return !is_figure_of(t->report, end, row) || t->report->flow[row->flow.end - 1] == U'倍';
}

bool ty_is_of_multiple(const ty_timeline *t, const ty_quantity *date) {
    const ty_quantity *row = date + 1;
    if (row >= t->rows + t->count || row->clause != date->clause || ty_is_span(ty_period_of_date(date))) return false;
    return t->report->flow[row->flow.end - 1] == U'倍' && t->report->flow[row->flow.start - 1] == U'的';
}

/* 上年: the year before the one spoken of. */
static bool is_year_above(const ty_timeline *t, const ty_hit *word) {
    return word->cue == TY_CUE_LAST_YEAR && t->report->flow[word->start] == U'上' && t->passage.from && !ty_is_span(t->passage);
}

/* 将于年内, 年内将. */
static bool is_promised_beside(const ty_report *report, const ty_hit *word) {
    enum { NEAR = 4 };
    if (report->flow[word->end - 1] != U'内' || ty_comes_before(report, word->start, U"预计")) return true; /* 年底前, 预计年内 */
    return ty_last_word(report, TY_CUE(TO_DO), word->start > NEAR ? word->start - NEAR : 0, word->start) ||
           ty_next_word(report, TY_CUE(TO_DO), word->end, word->end + 2);
}

ty_period ty_period_of_word(const ty_timeline *t, const ty_hit *word) {
    if (is_year_above(t, word)) return (ty_period){t->passage.from - 1, t->passage.from - 1};
    bool told = t->role == TY_REVIEW && t->passage.from && t->passage.to < t->year && t->report->flow[word->start] == U'年' &&
                word->cue == TY_CUE_THIS_YEAR && !is_promised_beside(t->report, word);
    if (told) return (ty_period){t->passage.to, t->passage.to}; /* 年内竣工12个, in a review */
    int32_t century = ((t->said - 1) / 100 + 1) * 100;
    if (word->cue == TY_CUE_CENTURY_END) return (ty_period){century, century};
    int32_t shift = word->cue == TY_CUE_LAST_YEAR ? -1 : word->cue == TY_CUE_THIS_YEAR ? 0 : word->cue == TY_CUE_NEXT_YEAR ? 1 : -2;
    return (ty_period){t->said + shift, t->said + shift};
}

/* A length that others are compared with or measured by: 由前三年, 比五年前, 占五年总额的. */
static bool measures_others(const ty_timeline *t, uint32_t i) {
    uint32_t start = t->rows[i].flow.start;
    const ty_hit *before = ty_word_ending(t->report, TY_CUE(PAST_SPAN) | TY_CUE(RUN_SPAN), start);
    uint32_t end = t->rows[i].flow.end; /* 是1950年到2002年53年的总和 */
    if (ty_comes_at(t->report, end, U"的总和")) return true;
    return ty_word_ending(t->report, TY_CUE(BASE_YEAR) | TY_CUE(START_YEAR), before ? before->start : start) != NULL;
}

/* 等于1953年到1980年二十八年建成面积的2.6倍. */
static bool is_multiple_of(const ty_timeline *t, uint32_t frame, const ty_quantity *row) {
    const ty_quantity *date = &t->rows[frame - (frame > 0)];
    if (t->report->flow[row->flow.end - 1] != U'倍' || !ty_names_years(date) || date->flow.end != t->rows[frame].flow.start) return false;
    return ty_word_ending(t->report, TY_CUE(BASE_YEAR), date->flow.start) != NULL;
}

/* 完成五年投资总额的68%，工业增长29%: the length belongs to a noun, and tells neither the time of its share nor of another clause. */
static bool is_of_noun(const ty_report *report, const ty_quantity *frame, const ty_quantity *row) {
    uint32_t end = frame->flow.end, k = report->token_at && end < report->flow_length ? report->token_at[end] : TY_NONE;
    if (ty_word_at(report, TY_CUE(WITHIN) | TY_CUE(PAST_SPAN_AFTER), end)) return false;
    if (ty_word_ending(report, TY_CUE(PAST_SPAN) | TY_CUE(FUTURE_SPAN) | TY_CUE(RUN_SPAN), frame->flow.start)) return false;
    uint32_t start = ty_clause_of(report, frame)->start;
    bool heads = start == TY_SENTENCES_OF(report)[frame->sentence].flow.start || ty_is_colon(report->flow[start - (start > 0)]);
    bool grows = frame[1].clause == frame->clause && frame[1].change != TY_STAYS;
    if (!heads && frame->clause != row->clause && grows) return true; /* …，五年年均增长9%；粮食90万吨 */
    if (frame->flow.start <= start + (report->flow[start] == U'在')) return false; /* 两年铁路货物周转量增长 */
    if (frame->clause == row->clause) return row->kind == TY_PERCENT && report->flow[row->flow.start - 1] == U'的';
    if (ty_word_at(report, TY_CUE(INCREASE) | TY_CUE(DECREASE), end)) return true; /* 企业数3年翻一番，新增2户 */
    return k != TY_NONE && report->token_class[k] <= TY_QUALIFYING && !ty_word_at(report, TY_CUE(LEVEL) | TY_CUE(YEARLY), end);
}

bool ty_is_end_of_plan(const ty_report *report, const ty_quantity *date) {
    return ty_is_span(ty_period_of_date(date)) && ty_flow_char(report, ty_behind_quote(report, date->flow.end)) == U'末';
}

/* 换届, 党的十八大: is what stands between a year and 以来 one event? Not 遭受建国以来最大洪灾, 解决多年以来的问题. */
static bool is_event(const ty_report *report, uint32_t start, uint32_t end) {
    uint32_t behind = ty_word_at(report, TY_CUE(PAST_SPAN_AFTER), end), first = report->flow[start];
    if (!report->token_at || !behind || ty_is_word_char(ty_flow_char(report, behind))) /* 以来最大, but 以来的三年 */
        if (!behind || ty_flow_char(report, behind - 1) != U'的') return false;
    bool stock = ty_is_among(first, U"建有多长近解");
    uint32_t k = report->token_at && report->token_at[start] != TY_NONE ? report->token_at[start] : TY_NONE;
    bool acts = k != TY_NONE && report->token_class[k] == TY_ACTING && report->tokens[k].end < end;
    return !stock && !acts && k != TY_NONE;
}

bool ty_is_since(const ty_timeline *t, const ty_quantity *date) {
    enum { LONGEST_EVENT = 12 };
    const ty_report *report = t->report;
    uint32_t start = ty_behind_quote(report, date->flow.end), at = start, limit = at + LONGEST_EVENT;
    while (at < limit && ty_is_han(ty_flow_char(report, at)) && !ty_comes_before(report, at + 2, U"以来")) at++; /* 2003年县政府换届|以来 */
    if (ty_flow_char(report, at) != U'以' || !ty_word_at(report, TY_CUE(PAST_SPAN_AFTER), at)) return false;
    return at == start || is_event(report, start, at);
}

/* “十四五”累计完成投资500亿元, “十四五”已建成50所. */
static bool sums_up_plan(const ty_report *report, const ty_quantity *date) {
    uint32_t behind = ty_behind_quote(report, date->flow.end), told = ty_word_at(report, TY_CUE(YEARLY) | TY_CUE(TOLD), behind);
    if (!told || !ty_is_span(ty_period_of_date(date))) return false;
    if (ty_word_at(report, TY_CUE(TOLD), behind)) return true;
    uint32_t head = TY_SENTENCES_OF(report)[date->sentence].flow.start, limit = told + LONGEST_NAME; /* 累计完成; not 年均增长目标, 累计新增就业目标 */
    for (uint32_t at = told + 2; at < limit && at <= report->flow_length; at++)
        if (ty_ends_in_goal(report, at)) return false;
    return ty_before_quote(report, date->flow.start) == head && ty_word_at(report, TY_CUE(REACH) | TY_CUE(GOVERNS) | TY_CUE(VERB), told);
}

/* Is it a plan that the review of a year only looks forward to: 为“十四五”打下基础, “十四五”实现良好开局? Not “十四五”期间. */
static bool looks_ahead(const ty_timeline *t, const ty_quantity *date) {
    enum { LOOK_ON = 40 /* characters: a sentence of many plans would cost its square */ };
    ty_period period = ty_period_of_date(date);
    if (t->role != TY_REVIEW || !t->year || !ty_is_span(period) || period.to < t->year ||
        t->report->flow[date->flow.end - 1] == U'年') return false;
    if (t->plan.from == period.from || ty_is_end_of_plan(t->report, date) || ty_is_since(t, date)) return false;
    uint32_t behind = ty_behind_quote(t->report, date->flow.end), next = ty_flow_char(t->report, behind);
    if (ty_is_among(next, U"时期内规纲")) return false;
    ty_slice sentence = TY_SENTENCES_OF(t->report)[date->sentence].flow;
    uint32_t limit = sentence.end < behind + LOOK_ON ? sentence.end : behind + LOOK_ON;
    for (uint32_t at = date->flow.end + 2; at <= limit; at++)
        if (ty_ends_in_goal(t->report, at)) return false;
    uint32_t end = ty_clause_of(t->report, date)->end, until = date + 1 < t->rows + t->count ? date[1].flow.start : end;
    if (ty_next_word(t->report, TY_CUE(TO_DO), behind, until < end ? until : end)) return false; /* “十四五”将新建50所 */
    if (sums_up_plan(t->report, date)) return false;
    return !ty_last_word(t->report, TY_CUE(TO_DO), ty_look_from(sentence.start, date->flow.start), date->flow.start);
}

bool ty_starts_then(const ty_timeline *t, const ty_quantity *date) {
    uint32_t next = ty_flow_char(t->report, date->flow.end), behind = ty_flow_char(t->report, date->flow.end + 1);
    if (t->role != TY_REVIEW || ty_is_span(ty_period_of_date(date)) || (next != U'起' && !(next == U'开' && behind == U'始'))) return false;
    uint32_t end = TY_SENTENCES_OF(t->report)[date->sentence].flow.end, limit = date->flow.end + TY_LOOK_BACK < end ? date->flow.end + TY_LOOK_BACK : end;
    if (!ty_next_word(t->report, TY_CUE(YEARLY), date->flow.end, limit)) return false; /* 每年, 连续; not 起提高到每人350元 */
    return ty_word_ending(t->report, TY_CUE(START_YEAR), date->flow.start) != NULL;
}

/* 2021年以来, “十四五”以来: as far as the year before the report's, whenever the date ends. */
static ty_period since(const ty_timeline *t, const ty_quantity *date, ty_period period) {
    bool goes_on = (ty_is_since(t, date) && !ty_tells_rarity(t->report, date)) || ty_starts_then(t, date);
    bool so_far = t->role == TY_REVIEW && period.to >= t->year && sums_up_plan(t->report, date);
    if ((goes_on || so_far) && period.from < t->year) period.to = t->year - 1;
    return period;
}

/* 1953年和1954年: the years of a date and of those that it is joined to; 2021年以来: all since. */
static ty_period joined_dates(const ty_timeline *t, uint32_t first, uint32_t i) {
    const ty_quantity *date = &t->rows[i];
    ty_period period = ty_period_of_date(date);
    if (ty_is_end_of_plan(t->report, date)) return (ty_period){period.to, period.to};
    for (; i > first && ty_names_years(&t->rows[i - 1]); i--) {
        ty_period earlier = ty_period_of_date(&t->rows[i - 1]);
        if (t->rows[i].flow.start > t->rows[i - 1].flow.end + 1 || earlier.to + 1 != period.from) break;
        period.from = earlier.from;
    }
    return since(t, date, period);
}

/* 五年内 holds 年内 and means another time, 基础上年均增长 holds 上年. */
static bool is_relative(const ty_report *report, const ty_hit *word) {
    uint32_t before = word->start ? report->flow[word->start - 1] : '\n';
    if (report->flow[word->start] == U'上' && (before == U'新' || ty_flow_char(report, word->end) == U'均')) return false; /* 新上|年产值 */
    return !ty_begins_numeral(before) && before != U'多' && before != U'年'; /* 五年|来年均 */
}

/* 控制在|去年实际涨幅4.8%以内, 保持|去年的水平: what is reached or held. */
static bool is_standard(const ty_report *report, const ty_hit *word) {
    enum { NEAR = 24 };
    const ty_hit *reach = word->cue == TY_CUE_LAST_YEAR ? ty_word_ending(report, TY_CUE(REACH) | TY_CUE(REACH_LEVEL), word->start) : NULL;
    if (!reach || reach->end == reach->start + 1) return false;
    for (uint32_t at = reach->start; at-- > 0 && reach->start - at < NEAR && ty_is_word_char(report->flow[at]);)
        if (ty_word_at(report, TY_CUE(FROM), at) == at + 1 && ty_is_boundary(report, at) && ty_is_boundary(report, at + 1)) return false; /* 由50家增加到去年的120家 */
    return true;
}

/* 从2020年的60%提高到65%: the year is that of the figure behind it alone. */
static bool is_of_base(const ty_timeline *t, uint32_t j) {
    const ty_quantity *date = &t->rows[j];
    uint32_t end = ty_behind_quote(t->report, date->flow.end), term = ty_flow_char(t->report, end + 1);
    if (ty_is_span(ty_period_of_date(date)) && (term == U'期' || term == U'间')) end += 2; /* 由“十三五”期间的120亿元 */
    return j + 1 < t->count && date[1].sentence == date->sentence &&
           ty_word_ending(t->report, TY_CUE(FROM), ty_before_quote(t->report, date->flow.start)) && is_figure_of(t->report, end, date + 1);
}

/* 从2020年的60亿元增加到2025年的90亿元: in a passage about these years, the year is that of the figure behind it alone. */
static bool ends_passage(const ty_timeline *t, uint32_t j) {
    const ty_quantity *date = &t->rows[j];
    bool last = ty_is_span(t->passage) && t->passage.to == ty_period_of_date(date).from && j + 1 < t->count && date[1].sentence == date->sentence;
    return last && ty_word_ending(t->report, TY_CUE(REACH), date->flow.start) && is_just_before(t->report, date->flow.end, date[1].flow.start);
}

/* 制定“十五五”村庄发展规划: a plan that is spoken of by its name; not “十四五”时期, nor 六五计划 itself, nor what a verb does in
   its time (“十四五”以来实施行动). */
static bool is_name_of_plan(const ty_report *report, uint32_t at) {
    uint32_t next = ty_flow_char(report, at);
    if (ty_is_among(next, U"时期计末") || ty_word_at(report, TY_CUE(WITHIN) | TY_CUE(PAST_SPAN_AFTER), at))
        return false;
    for (uint32_t end = at + LONGEST_NAME; at < end && ty_is_han(ty_flow_char(report, at)); at++) {
        if (report->flow[at] == U'的') return false; /* “十三五”发展的主要目标 */
        if (ty_word_at(report, TY_CUE(NAMED_LENGTH), at) > at + 1) return true;
        uint32_t k = report->token_at ? report->token_at[at] : TY_NONE;
        if (k != TY_NONE && report->token_class[k] >= TY_ACTING) return false;
        if (k != TY_NONE && ty_is_used(report, TY_CUE_MANNER, at, report->tokens[k].end)) return false;
    }
    return false;
}

/* “十四五”批复的6个基地: the plan qualifies a noun and tells no time. */
static bool qualifies(const ty_report *report, const ty_quantity *row) {
    uint32_t at = ty_behind_quote(report, row->flow.end);
    uint32_t verb = report->token_at && row->flow.start ? ty_token_over(report, row->flow.start - 1) : TY_NONE;
    bool object = verb != TY_NONE && report->token_class[verb] >= TY_QUALIFYING && /* 改造|2000年底前建成的老旧小区 */
                  ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS), report->tokens[verb].start) == row->flow.start;
    if (object) at = ty_behind_edge(report, at);
    if (object && ty_flow_char(report, at) == U'前') at++;
    if (!ty_is_span(ty_period_of_date(row)) && !object) return false;
    if (report->flow[row->flow.end - 1] != U'年' && is_name_of_plan(report, at)) return true;
    uint32_t k = report->token_at && at < report->flow_length ? report->token_at[at] : TY_NONE;
    return k != TY_NONE && report->token_class[k] == TY_ACTING && ty_flow_char(report, report->tokens[k].end) == U'的';
}

bool ty_is_record(const ty_report *report, const ty_quantity *row) {
    uint32_t end = row->flow.end, level = ty_flow_char(report, end + 1);
    bool sets = row->flow.start && report->flow[row->flow.start - 1] == U'创' && row->in_years;
    return sets && ty_flow_char(report, end) == U'新' && (level == U'高' || level == U'低');
}

/* 30年来首次, 十多年来最高, 7年来新高: how long ago the like was seen; no time of what stands behind it. */
bool ty_tells_rarity(const ty_report *report, const ty_quantity *row) {
    uint32_t end = ty_word_at(report, TY_CUE(PAST_SPAN_AFTER), row->flow.end), next = end ? ty_flow_char(report, end) : 0;
    uint32_t level = next == U'新' ? ty_flow_char(report, end + 1) : 0;
    uint32_t never = next == U'所' ? ty_flow_char(report, end + 1) : 0; /* 所罕见, 所未有; not 所进行 */
    bool record = (level == U'高' || level == U'低') && !ty_is_word_char(ty_flow_char(report, end + 2)); /* not 来新高速公路 */
    return ty_is_record(report, row) || next == U'首' || next == U'最' || ty_is_among(never, U"罕未少") || next == U'罕' || record;
}

/* 产值五年内增长23%，到1957年达到500亿元；粮食增长17%: the year that a level before was reached is not that of the next growth,
   where the sentence counts years before it. */
static bool ends_growth_before(const ty_timeline *t, uint32_t first, uint32_t j, const ty_quantity *row) {
    const ty_quantity *date = &t->rows[j], *level = &t->rows[j + 1];
    if (row->change == TY_STAYS || row->clause == date->clause || ty_is_span(ty_period_of_date(date)) || level->clause != date->clause)
        return false;
    if (level == row || !ty_has_value(level) || level->change != TY_STAYS || !ty_word_ending(t->report, TY_CUE(REACH), date->flow.start))
        return false;
    for (uint32_t k = j; k-- > first && j - k <= TY_NEAR_BACK;) {
        ty_frame frame;
        if (t->rows[k].kind == TY_DURATION && k + 1 < j && t->rows[k + 1].change != TY_STAYS)
            return ty_frame_of(t, first, k, &frame) && ty_is_span(frame.period);
        if (ty_names_years(&t->rows[k]) && !ty_word_ending(t->report, TY_CUE(REACH), t->rows[k].flow.start)) return false;
    }
    return false;
}

/* 产值87亿元，“十四五”年均增长8%；工业增长16%: years that only a mean before the ； is of, in the review of a year. */
static bool ends_with_list(const ty_timeline *t, uint32_t j, const ty_quantity *row) {
    const ty_quantity *date = &t->rows[j], *mean = date + 1;
    if (t->role != TY_REVIEW || ty_is_span(t->passage) || !ty_is_span(ty_period_of_date(date)) || row == mean || row->clause == date->clause)
        return false;
    uint32_t start = ty_clause_of(t->report, row)->start;
    bool within = ty_clause_of(t->report, date)->start > TY_SENTENCES_OF(t->report)[date->sentence].flow.start;
    if (ty_next_word(t->report, TY_CUE(YEARLY), start, row->flow.start)) return false; /* 投资年均增长8% goes on with it */
    return within && ty_is_semicolon(t->report->flow[start - 1]) && mean->clause == date->clause &&
           ty_next_word(t->report, TY_CUE(YEARLY), date->flow.end, mean->flow.start);
}

/* “十五”计划胜利完成，: in a review, what became of a plan is no time of what goes on behind it. */
static bool is_plan_done(const ty_timeline *t, const ty_quantity *date) {
    enum { LONGEST_DEED = 12 };
    const ty_report *report = t->report;
    uint32_t at = ty_behind_quote(report, date->flow.end), first = ty_flow_char(report, at);
    if (t->role != TY_REVIEW || !ty_is_span(ty_period_of_date(date)) || (first != U'计' && first != U'规') || ty_flow_char(report, at + 1) != U'划')
        return false;
    for (uint32_t end = at + 2; end < at + LONGEST_DEED && ty_is_han(ty_flow_char(report, end)); end++) {
        if (ty_is_word_char(ty_flow_char(report, end + 1))) continue;
        return ty_comes_before(report, end + 1, U"完成") || ty_comes_before(report, end + 1, U"实施") ||
               ty_comes_before(report, end + 1, U"实现") || ty_comes_before(report, end + 1, U"收官");
    }
    return false;
}

/* 1995年前老工伤, 2000年以前建成的小区: in a review, since when a thing is; not 2020年前， */
static bool dates_thing(const ty_timeline *t, const ty_quantity *date) {
    uint32_t at = date->flow.end, next = ty_flow_char(t->report, at);
    if (next == U'以' || next == U'之') at++;
    if (t->role != TY_REVIEW || ty_flow_char(t->report, at) != U'前' || ty_is_span(ty_period_of_date(date))) return false;
    next = ty_flow_char(t->report, at + 1);
    if (next == U'后' || next == U'半' || ty_begins_numeral(next) || ty_period_of_date(date).to >= t->year) return false; /* 前三季度, 前后 */
    return ty_is_han(next) && !ty_word_at(t->report, TY_CUE(TO_DO) | TY_CUE(DONE), at + 1); /* 前完成 */
}

/* 完成|2023年续建的12个项目, 继续实施|去年启动的8个片区改造: in a plan, a past year behind the verb says which things are meant. */
static bool tells_which(const ty_timeline *t, uint32_t start, int32_t year) {
    if (t->role != TY_PLAN || !t->year || year >= t->year || !start || !t->report->token_at) return false;
    uint32_t k = ty_is_han(t->report->flow[start - 1]) ? ty_token_over(t->report, start - 1) : TY_NONE;
    return k != TY_NONE && t->report->tokens[k].end == start && ty_word_at(t->report, TY_CUE(GOVERNS), t->report->tokens[k].start) == start &&
           t->report->tokens[k].end > t->report->tokens[k].start + 1;
}

/* 超过了第一个五年计划最后一年的指标；: the years of a goal that a result is set against. */
static bool dates_goal(const ty_report *report, const ty_quantity *date) {
    enum { LONGEST_GOAL = 10 };
    uint32_t start = ty_before_quote(report, date->flow.start), end = ty_clause_of(report, date)->end - 1;
    start -= start && report->flow[start - 1] == U'了';
    return end > date->flow.end && end - date->flow.end <= LONGEST_GOAL && ty_ends_in_goal(report, end) &&
           ty_word_ending(report, TY_CUE(AT_LEAST) | TY_CUE(AT_MOST) | TY_CUE(APPROX), start);
}

/* Is the date no time of what goes on behind it: 为“十四五”打基础, 2000年以前建成的小区, 创2010年以来新高? */
static bool tells_no_time(const ty_timeline *t, const ty_quantity *date) {
    return looks_ahead(t, date) || dates_goal(t->report, date) || dates_thing(t, date) || is_plan_done(t, date) || qualifies(t->report, date) ||
           tells_which(t, date->flow.start, ty_period_of_date(date).to) || ty_tells_rarity(t->report, date);
}

ty_time ty_time_before(const ty_timeline *t, uint32_t first, uint32_t i) {
    const ty_quantity *row = &t->rows[i];
    const ty_clause *clause = ty_clause_of(t->report, row);
    ty_time best = {0};
    for (uint32_t j = i; j-- > look_from_row(first, i);) {
        const ty_quantity *other = &t->rows[j];
        ty_frame frame;
        if (ty_names_years(other)) {
            bool of_another = (j + 1 < i && (is_of_base(t, j) || ends_passage(t, j))) ||
                              is_share_of_year(t->report, other->flow.start, other->flow.end, other + 1); /* j < i: a row follows */
            if ((j + 1 < i && ty_is_of_multiple(t, other)) || tells_no_time(t, other)) continue; /* 达到2010年的三倍，人均产值超过一万美元 */
            if (ends_growth_before(t, first, j, row) || ends_with_list(t, j, row)) continue;
            if (of_another || is_compared(t, other->flow.start, other->flow.end, row)) continue;
            best = (ty_time){other->flow.start, other->flow.end, joined_dates(t, first, j), TY_A_DATE, false, false};
            break;
        }
        if (other->kind != TY_DURATION || ty_word_at(t->report, TY_CUE(NAMED_LENGTH), other->flow.end)) continue;
        bool since = ty_word_at(t->report, TY_CUE(PAST_SPAN_AFTER), other->flow.end);
        const ty_hit *runs = ty_word_ending(t->report, TY_CUE(RUN_SPAN), other->flow.start);
        const ty_clause *own = ty_clause_of(t->report, other); /* 近三年，建成医院30所: nothing else in its clause */
        bool frames = runs && runs->start == own->start && own->end <= other->flow.end + 1 && t->report->flow[runs->start] != U'连';
        if (other->flow.start < clause->start && runs && !since && !frames) continue; /* not 近三年来， */
        if (measures_others(t, j) || is_multiple_of(t, j, row) || is_of_noun(t->report, other, row)) continue;
        if (ty_tells_rarity(t->report, other) || !ty_frame_of(t, first, j, &frame)) continue;
        best = (ty_time){other->flow.start, other->flow.end, frame.period, TY_A_FRAME, frame.past, runs != NULL};
        break;
    }
    if (!t->year || !ty_holds(t->report, row->sentence, RELATIVE)) return best;
    uint32_t start = ty_look_from(TY_SENTENCES_OF(t->report)[row->sentence].flow.start, row->flow.start);
    const ty_hit *word = ty_last_word(t->report, RELATIVE, best.form ? best.end : start, row->flow.start);
    while (word && (!is_relative(t->report, word) || is_standard(t->report, word) ||
                    tells_which(t, word->start, ty_period_of_word(t, word).to) || is_compared(t, word->start, word->end, row)))
        word = ty_last_word(t->report, RELATIVE, best.form ? best.end : start, word->start);
    if (!word) return best;
    ty_period period = ty_period_of_word(t, word);
    bool above = best.form == TY_A_DATE && !ty_is_span(best.period) && word->cue == TY_CUE_LAST_YEAR && t->report->flow[word->start] == U'上';
    if (above) period = (ty_period){best.period.from - 1, best.period.from - 1}; /* 1979年有了盈利，由|上年|亏损9000万元转为… */
    return (ty_time){word->start, word->end, period, TY_A_WORD, false, false};
}

/* 今年是“十五五”开局之年: the plan tells what year it is. */
static bool is_told_of_year(const ty_timeline *t, const ty_quantity *plan, uint32_t start) {
    uint32_t at = ty_before_quote(t->report, plan->flow.start);
    return ty_is_span(ty_period_of_date(plan)) && at > start && t->report->flow[at - 1] == U'是' &&
           ty_last_word(t->report, RELATIVE, start, at - 1);
}

/* “三年翻一番”, 按照“力争在两年内完成”的要求: does a quotation that opens in [start, at) go on behind `at`? */
static bool is_quoted(const ty_report *report, uint32_t start, uint32_t at) {
    while (at > start && report->flow[at - 1] != U'“' && report->flow[at - 1] != U'”') at--;
    return at > start && report->flow[at - 1] == U'“';
}

/* Does a date in the opening words of a sentence, which `next` follows, tell its time? */
static bool opens_with(const ty_timeline *t, const ty_sentence *sentence, const ty_quantity *date, const ty_quantity *next) {
    const ty_report *report = t->report;
    uint32_t start = date->flow.start, end = date->flow.end, at = ty_before_quote(report, start);
    if (!ty_names_years(date) || is_bracketed(report, at) || ty_word_ending(report, TY_CUE(BASE_YEAR), at)) return false;
    if (next && (is_multiple(report, end, next) || is_share_of_year(report, start, end, next))) return false;
    if (is_of_base(t, (uint32_t)(date - t->rows)) || is_told_of_year(t, date, sentence->flow.start)) return false;
    if (is_base_of_clause(report, at)) return false;
    return !is_basis(report, end) && !ty_end_of_basis(report, end, sentence->flow.end) && !tells_no_time(t, date);
}

ty_time ty_time_opening(const ty_timeline *t, const ty_sentence *sentence, uint32_t first, uint32_t last) {
    uint32_t start = sentence->flow.start;
    uint32_t end = start + TY_OPENING < sentence->flow.end ? start + TY_OPENING : sentence->flow.end;
    for (uint32_t i = first; i < last && t->rows[i].flow.start < end; i++) {
        const ty_quantity *row = &t->rows[i];
        ty_frame frame;
        if (ty_has_value(row) && row->kind != TY_DURATION) { /* what comes behind a figure opens nothing */
            end = row->flow.start;
            break;
        }
        if (opens_with(t, sentence, row, i + 1 < last ? row + 1 : NULL))
            return (ty_time){row->flow.start, row->flow.end, since(t, row, ty_period_of_date(row)), TY_A_DATE, false, false};
        if (row->kind == TY_DURATION && !ty_word_ending(t->report, TY_CUE(RUN_SPAN), row->flow.start) && !measures_others(t, i) &&
            !ty_tells_rarity(t->report, row) && !is_quoted(t->report, start, row->flow.start) && ty_frame_of(t, first, i, &frame))
            return (ty_time){row->flow.start, row->flow.end, frame.period, TY_A_FRAME, frame.past, false};
    }
    if (!t->year || !ty_tells(t->report, sentence, RELATIVE)) return (ty_time){0};
    for (const ty_hit *word = ty_next_word(t->report, RELATIVE, start, end); word;
         word = ty_next_word(t->report, RELATIVE, word->end, end))
        if (is_relative(t->report, word) && !is_standard(t->report, word) && !tells_which(t, word->start, ty_period_of_word(t, word).to) &&
            !ty_word_ending(t->report, TY_CUE(BASE_YEAR), word->start) &&
            !ty_end_of_basis(t->report, word->end, sentence->flow.end) &&
            (word->start == start || !is_year_above(t, word)))
            return (ty_time){word->start, word->end, ty_period_of_word(t, word), TY_A_WORD, false, false};
    return (ty_time){0};
}

int32_t ty_year_compared(const ty_timeline *t, uint32_t first, uint32_t i) {
    for (uint32_t j = i; j-- > look_from_row(first, i);) {
        bool is_year = ty_names_years(&t->rows[j]) &&
                       (!ty_is_span(ty_period_of_date(&t->rows[j])) || ty_is_end_of_plan(t->report, &t->rows[j]));
        bool base = ty_word_ending(t->report, TY_CUE(BASE_YEAR), ty_before_quote(t->report, t->rows[j].flow.start)) ||
                    ty_comes_at(t->report, ty_behind_quote(t->report, t->rows[j].flow.end), U"相比");
        if (is_year && base)
            return ty_period_of_date(&t->rows[j]).to - (ty_flow_char(t->report, t->rows[j].flow.end) == U'初'); /* 比1998年初 */
    }
    return 0;
}
