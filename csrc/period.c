/* period.c: dates, words and lengths of time to years.
 *
 *   2025年, “十四五”           the years of the date
 *   去年, 今明两年             counted from the report's year
 *   过去五年, 今后五年         back from it, on from it
 *   连续三年, 五年             the years that the text has counted out, or those of the plan in the chapter's title
 *   比2020年                  is compared with, and no time of the number
 */
#include "period.h"
#include "phrase.h"

#include "numeral.h"

enum { LOOK_BACK = 64, NEAR_BACK = 8, LOOK_BACK_CHARACTERS = 600, LONGEST_PLAN = 30, LONGEST_NAME = 12 };

#define RELATIVE (TY_CUE(CENTURY_END) | TY_CUE(LAST_YEAR) | TY_CUE(THIS_YEAR) | TY_CUE(NEXT_YEAR) | TY_CUE(YEAR_BEFORE_LAST))

uint32_t ty_look_from(uint32_t start, uint32_t at) {
    return at - start > LOOK_BACK_CHARACTERS ? at - LOOK_BACK_CHARACTERS : start;
}

static uint32_t look_from_row(uint32_t first, uint32_t i) { return i - first > LOOK_BACK ? i - LOOK_BACK : first; }

static int32_t whole_of(ty_decimal value) {
    double number = ty_decimal_double(value);
    return number > 0 && number < 10000 ? (int32_t)number : 0;
}

ty_period ty_period_of_date(const ty_quantity *row) { return (ty_period){whole_of(row->low), whole_of(row->high)}; }

static bool names_years(const ty_quantity *row) { return row->kind == TY_DATE && ty_period_of_date(row).from; }

static int32_t length_of(ty_period period) { return period.to - period.from + 1; }

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
        const ty_hit *link = ty_word_ending(report, TY_CUE(LINK) | TY_CUE(YEARLY) | TY_CUE(APPROX), start);
        if (!link) return false;
        start = link->start;
    }
    return start <= end && ty_next_word(report, TY_CUE(REACH), row->flow.end, ty_clause_of(report, row)->end);
}

/* Behind the opening quotation mark of “八五”. */
static uint32_t before_quote(const ty_report *report, uint32_t at) {
    return at && ty_is_opener(report->flow[at - 1]) && report->flow[at - 1] != '(' ? at - 1 : at;
}

/* Behind the closing quotation mark of “八五”. */
static uint32_t behind_quote(const ty_report *report, uint32_t at) { return at + (ty_flow_char(report, at) == U'”'); }

/* 按1952年不变价格计算, in brackets, tells of prices. */
static bool is_bracketed(const ty_report *report, uint32_t at) {
    return at > 1 && (report->flow[at - 1] == '(' || report->flow[at - 2] == '(');
}

/* 以1954年为基数, 在1954年的基数上: the year that growth is counted from. */
static bool is_basis(const ty_report *report, uint32_t end) {
    uint32_t next = ty_flow_char(report, end), at = next == U'的' || next == U'为' ? end + 1 : end;
    return ty_flow_char(report, at) == U'基';
}

/* 在去年增长6%的基础上，又增长5%: where a basis ends between a time and `limit`, so that the time is that of the basis; 0. */
static uint32_t end_of_basis(const ty_report *report, uint32_t end, uint32_t limit) {
    enum { LONGEST_BASIS = 24 };
    if (limit > end + LONGEST_BASIS) limit = end + LONGEST_BASIS; /* no place if it stands before */
    for (uint32_t at = end; at < limit; at++) {
        if (report->flow[at] == U'在' || ty_is_comma(report->flow[at])) return 0; /* 1992年，在提高效益的基础上 */
        uint32_t basis = ty_behind_basis(report, at);
        if (basis) return basis <= limit ? basis : 0;
    }
    return 0;
}

/* 在|连续三年增产的基础上，又增长17%: are the years those before the year that is told? */
static bool goes_before(const ty_report *report, uint32_t end, uint32_t limit) {
    uint32_t basis = end_of_basis(report, end, limit);
    uint32_t next = basis ? ty_flow_char(report, basis + ty_is_comma(ty_flow_char(report, basis))) : 0;
    return next == U'又' || next == U'再';
}

/* 产值为1952年的5倍, 是“十三五”末的4.6倍: does a date end at `end` that row is a multiple of? */
static bool is_multiple(const ty_report *report, uint32_t end, const ty_quantity *row) {
    end = behind_quote(report, end);
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
    start = before_quote(t->report, start);
    if (is_bracketed(t->report, start) || is_basis(t->report, end) || end_of_basis(t->report, end, row->flow.start)) return true;
    if (ty_word_ending(t->report, TY_CUE(BASE_YEAR), start) || is_base_of_clause(t->report, start)) return true;
    if (is_multiple(t->report, end, row) || is_share_of_year(t->report, start, end, row)) return true;
    if (!ty_word_ending(t->report, TY_CUE(START_YEAR), start) || is_adjunct(t->report, start)) return false;
    return !is_figure_of(t->report, end, row) || t->report->flow[row->flow.end - 1] == U'倍';
}

/* 达到2010年的三倍: is the date only what a multiple is of? */
static bool is_of_multiple(const ty_timeline *t, const ty_quantity *date) {
    const ty_quantity *row = date + 1;
    if (row >= t->rows + t->count || row->clause != date->clause || ty_is_span(ty_period_of_date(date))) return false;
    return t->report->flow[row->flow.end - 1] == U'倍' && t->report->flow[row->flow.start - 1] == U'的';
}

/* The years named before row i that make up this length: 1953年和1954年两年, 从1959年到现在的五年, 到2035年用13年. */
static bool counted_out(const ty_timeline *t, uint32_t first, uint32_t i, int32_t length, ty_period *period) {
    for (uint32_t j = i; j-- > first && i - j <= NEAR_BACK;) {
        if (!names_years(&t->rows[j]) || is_of_multiple(t, &t->rows[j])) continue;
        *period = ty_period_of_date(&t->rows[j]);
        bool compared = ty_is_span(*period) && ty_word_ending(t->report, TY_CUE(BASE_YEAR), before_quote(t->report, t->rows[j].flow.start));
        if (compared && t->rows[j].flow.end != t->rows[i].flow.start) continue; /* 较“十三五”末改善16%，连续5年 */
        bool ahead = period->from < t->year && t->rows[j].clause != t->rows[i].clause &&
                     ty_word_ending(t->report, TY_CUE(FUTURE_SPAN), t->rows[i].flow.start);
        if (ahead) continue; /* 在完成“十二五”规划的基础上，今后五年, said in its midst */
        if (length < 2) return false;
        if (length_of(*period) == length) return true;
        bool between = ty_is_span(*period) && t->report->flow[t->rows[j].flow.end - 1] == U'年' && length_of(*period) == length + 1;
        if (between) return period->from++, true; /* 1965年到1976年11年 */
        if (ty_is_span(*period)) return false;
        int32_t named = period->to;
        if (j > first && names_years(&t->rows[j - 1])) period->from = ty_period_of_date(&t->rows[j - 1]).from;
        if (length_of(*period) == length) return true;
        if (ty_word_ending(t->report, TY_CUE(REACH), t->rows[j].flow.start)) return *period = (ty_period){named - length + 1, named}, true;
        if (!ty_word_ending(t->report, TY_CUE(START_YEAR), t->rows[j].flow.start)) return false;
        uint32_t since = ty_flow_char(t->report, t->rows[j].flow.end), next = ty_flow_char(t->report, t->rows[j].flow.end + 1);
        bool begins = since == U'起' || (since == U'开' && next == U'始');
        if (begins && ty_word_ending(t->report, TY_CUE(RUN_SPAN), t->rows[i].flow.start))
            return *period = (ty_period){named, named + length - 1}, true; /* 从1979年起连续三年, 从2005年开始连续三年 */
        bool reviewed = t->role == TY_REVIEW && t->year - named == length && !t->rows[i].vague;
        if (reviewed) return *period = (ty_period){named, t->year - 1}, true; /* 从1998年起，…，五年增加, in the review of 2003 */
        bool exact = t->said - named == length && !t->rows[i].vague; /* 从1993年到现在已经五年 */
        exact = exact && ty_word_ending(t->report, TY_CUE(TOLD), t->rows[i].flow.start);
        *period = (ty_period){named, t->said - exact};
        return t->said - named == length || t->said - named + 1 == length;
    }
    return false;
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

static ty_period relative_period(const ty_timeline *t, const ty_hit *word) {
    if (is_year_above(t, word)) return (ty_period){t->passage.from - 1, t->passage.from - 1};
    bool told = t->role == TY_REVIEW && t->passage.from && t->passage.to < t->year && t->report->flow[word->start] == U'年' &&
                word->cue == TY_CUE_THIS_YEAR && !is_promised_beside(t->report, word);
    if (told) return (ty_period){t->passage.to, t->passage.to}; /* 年内竣工12个, in a review */
    int32_t century = ((t->said - 1) / 100 + 1) * 100;
    if (word->cue == TY_CUE_CENTURY_END) return (ty_period){century, century};
    int32_t shift = word->cue == TY_CUE_LAST_YEAR ? -1 : word->cue == TY_CUE_THIS_YEAR ? 0 : word->cue == TY_CUE_NEXT_YEAR ? 1 : -2;
    return (ty_period){t->said + shift, t->said + shift};
}

/* 再奋斗五年，到2035年; 到本世纪末的七年: the year that the length runs up to; 0. */
static int32_t runs_up_to(const ty_timeline *t, uint32_t i) {
    const ty_report *report = t->report;
    uint32_t start = t->rows[i].flow.start, end = t->rows[i].flow.end;
    const ty_quantity *next = i + 1 < t->count ? &t->rows[i + 1] : NULL;
    bool follows = next && names_years(next) && next->sentence == t->rows[i].sentence && next->flow.start == end + 2;
    if (follows && ty_is_comma(report->flow[end]) && report->flow[end + 1] == U'到') return ty_period_of_date(next).to;
    const ty_hit *century = start && report->flow[start - 1] == U'的' ? ty_word_ending(report, TY_CUE(CENTURY_END), start - 1) : NULL;
    return century ? relative_period(t, century).to : 0;
}

/* 从今年起集中三年的时间. */
static bool starts_this_year(const ty_timeline *t, uint32_t at) {
    const ty_hit *year = ty_last_word(t->report, TY_CUE(THIS_YEAR), at > TY_OPENING ? at - TY_OPENING : 0, at);
    return year && ty_flow_char(t->report, year->end) == U'起';
}

/* A past year at the head of the clause that a row stands in; 0. */
static int32_t year_told(const ty_timeline *t, uint32_t first, uint32_t i) {
    for (uint32_t j = i; j-- > first && t->rows[j].clause == t->rows[i].clause;) {
        ty_period period = ty_period_of_date(&t->rows[j]);
        bool heads = t->rows[j].flow.start == ty_clause_of(t->report, &t->rows[j])->start;
        if (names_years(&t->rows[j]) && heads && !ty_is_span(period) && period.to < t->year) return period.to;
    }
    return 0;
}

bool ty_goes_through(const ty_report *report, uint32_t start) {
    enum { LONGEST_EVENT = 6 };
    uint32_t at = start, least = start > LONGEST_EVENT ? start - LONGEST_EVENT : 0;
    while (at > least && ty_is_han(report->flow[at - 1]) && report->flow[at - 1] != U'过' && report->flow[at - 1] != U'的') at--;
    if (at < start && at > 1 && ty_comes_before(report, at, U"经过")) return true; /* 经过改革开放29年 */
    const ty_hit *any = ty_word_ending(report, TY_CUE(ANY_SPAN), start);
    return any && report->flow[any->start] == U'经';
}

/* 五年计划, of no number: the plan that the year is in. */
static ty_period plan_in_course(int32_t year) {
    enum { FIRST_PLAN = 1953, THIRD_PLAN = 1966, YEARS_OF_PLAN = 5, YEARS_BETWEEN = 3 };
    int32_t start = year >= THIRD_PLAN ? THIRD_PLAN : FIRST_PLAN, from = start + (year - start) / YEARS_OF_PLAN * YEARS_OF_PLAN;
    bool none = year < FIRST_PLAN || (year < THIRD_PLAN && year >= THIRD_PLAN - YEARS_BETWEEN);
    return none ? (ty_period){0, 0} : (ty_period){from, from + YEARS_OF_PLAN - 1};
}

/* “十四五”规划前两年, 五年计划的前三年: the first years of the plan that the words before name. */
static bool heads_plan(const ty_timeline *t, uint32_t first, uint32_t i, const ty_hit *former, int32_t length, ty_period *period) {
    enum { LONGEST_GAP = 4 /* ”时期的 */, YEARS_OF_PLAN = 5 };
    const ty_quantity *plan = &t->rows[i - (i > first)];
    bool unnumbered = i > first && plan->in_years && whole_of(plan->high) == YEARS_OF_PLAN && ty_comes_before(t->report, plan->flow.end + 2, U"计划");
    if (former->end != former->start + 1 || t->report->flow[former->start] != U'前' || !(names_years(plan) || unnumbered)) return false;
    *period = unnumbered ? plan_in_course(t->said) : ty_period_of_date(plan);
    if (ty_word_ending(t->report, TY_CUE(BASE_YEAR), before_quote(t->report, plan->flow.start))) return false; /* 比“十三五”前三年 */
    if (length_of(*period) <= length || former->start < plan->flow.end || former->start - plan->flow.end > LONGEST_GAP) return false;
    for (uint32_t at = plan->flow.end; at < former->start; at++)
        if (!ty_is_han(t->report->flow[at]) && t->report->flow[at] != U'”') return false;
    period->to = period->from + length - 1;
    return true;
}

/* 1956年|这一年: the year that stands just before; 0. */
static int32_t year_named(const ty_timeline *t, uint32_t first, uint32_t i) {
    const ty_quantity *row = &t->rows[i], *date = row - (i > first);
    if (date == row || date->flow.end + 1 != row->flow.start || t->report->flow[date->flow.end] != U'这' || !names_years(date)) return 0;
    return whole_of(row->high) == 1 && !ty_is_span(ty_period_of_date(date)) ? ty_period_of_date(date).to : 0;
}

/* 五年累计投入, 五年中: does a length, in the review of a year, tell what came together in it? */
static bool sums_up_years(const ty_timeline *t, uint32_t i) {
    const ty_quantity *row = &t->rows[i];
    if (t->role != TY_REVIEW || ty_is_span(t->passage) || whole_of(row->high) < 2) return false;
    if (ty_word_at(t->report, TY_CUE(YEARLY), row->flow.end)) return true; /* 居民收入五年年均增长 */
    if (row->flow.start != ty_clause_of(t->report, row)->start) return false;
    return ty_flow_char(t->report, row->flow.end) == U'中' || ty_word_at(t->report, TY_CUE(LEVEL), row->flow.end);
}

/* 用三年时间完成了任务: in a review, and no word of promise before it. */
static bool took(const ty_timeline *t, const ty_quantity *row, const ty_hit *future) {
    if (t->role != TY_REVIEW || t->report->flow[future->end - 1] != U'用' || future->end > future->start + 2) return false;
    return !ty_last_word(t->report, TY_CUE(TO_DO), ty_clause_of(t->report, row)->start, row->flow.start);
}

/* Does the clause behind the row, or the rest of its own, begin with a word of promise? */
static bool is_promised(const ty_report *report, const ty_quantity *row) {
    enum { NEAR = 4 };
    const ty_hit *word = ty_next_word(report, TY_CUE(TO_DO), row->flow.end, row->flow.end + NEAR);
    if (!word || !ty_is_boundary(report, word->start) || ty_word_at(report, TY_CUE(NOT_TO_DO), word->start)) return false;
    bool one = word->start == row->flow.end && word->end == word->start + 1; /* 十年要; not 经过八年努力 */
    return one || ty_is_comma(report->flow[word->start - 1]);
}

/* Is the first character of 新的 the end of another word: 创新的五年, 升级焕新的五年? Not 展望新的五年, 在新的五年. */
static bool cuts_word(const ty_report *report, const ty_hit *word) {
    if (report->flow[word->start] != U'新' || !word->start || !report->token_at || !ty_is_han(report->flow[word->start - 1])) return false;
    if (!ty_is_boundary(report, word->start)) return true;
    uint32_t k = ty_token_over(report, word->start - 1);
    return k != TY_NONE && report->tokens[k].end == report->tokens[k].start + 1 && report->token_class[k] != TY_BINDING;
}

/* 经过二十年的改革，农业进入了新阶段; 经过五年努力，已经建成: is it told, in a plan too, of years that are over? */
static bool has_gone_through(const ty_timeline *t, const ty_quantity *row) {
    const ty_report *report = t->report;
    uint32_t end = TY_SENTENCES_OF(report)[row->sentence].flow.end, limit = row->flow.end + LOOK_BACK < end ? row->flow.end + LOOK_BACK : end;
    if (!ty_goes_through(report, row->flow.start) || ty_next_word(report, TY_CUE(TO_DO), ty_clause_of(report, row)->end, limit)) return false;
    for (uint32_t at = row->flow.end; at < limit; at++)
        if (report->flow[at] == U'了' && ty_is_boundary(report, at)) return true;
    return ty_next_word(report, TY_CUE(TOLD), row->flow.end, limit) != NULL;
}

/* 上个, 上一个: the words before the length. */
static bool is_last_span(const ty_report *report, uint32_t start, uint32_t end) {
    return end >= start + 2 && report->flow[start] == U'上' && report->flow[end - 1] == U'个';
}

bool ty_frame_of(const ty_timeline *t, uint32_t first, uint32_t i, ty_frame *frame) {
    const ty_report *report = t->report;
    const ty_quantity *row = &t->rows[i];
    uint32_t start = row->flow.start, end = row->flow.end, next = ty_flow_char(report, end);
    int32_t length = whole_of(row->high);
    bool plans = t->role == TY_PLAN || t->role == TY_SELF;
    if (row->vague && (next == U'多' || next == U'余')) end++;
    ty_u128 whole;
    if (!t->year || !row->in_years || length < 1 || length > 100 || !ty_decimal_whole(row->high, &whole)) return false;
    *frame = (ty_frame){0};
    frame->counted = counted_out(t, first, i, length, &frame->period);
    if (frame->counted) return frame->past = frame->period.to < t->year, true;
    int32_t last = runs_up_to(t, i);
    if (last) return *frame = (ty_frame){{last - length + 1, last}, last < t->year, true}, true;
    ty_period back = {t->year - length, t->year - 1}, on = {t->year, t->year + length - 1};
    if (ty_is_record(report, row)) return *frame = (ty_frame){back, true, false}, true;
    if (ty_comes_before(report, start, U"今明") || starts_this_year(t, start))
        return *frame = (ty_frame){{t->said, t->said + length - 1}, false, true}, true;
    if (ty_comes_before(report, start, U"明后")) return frame->period = (ty_period){t->said + 1, t->said + length}, true;
    if (start > 2 && report->flow[start - 1] == U'的' && ty_comes_before(report, start - 1, U"以来")) /* 换届以来的三年 */
        return *frame = (ty_frame){back, true, false}, true;
    bool within = ty_word_at(report, TY_CUE(WITHIN), end) > 0, since = ty_word_at(report, TY_CUE(PAST_SPAN_AFTER), end) > 0;
    const ty_hit *before = ty_word_ending(report, TY_CUE(PAST_SPAN) | TY_CUE(RUN_SPAN), start);
    if (ty_comes_before(report, start, U"提前")) /* 提前两年完成 */
        return *frame = (ty_frame){t->passage, t->passage.to < t->year, false}, t->passage.from != 0;
    if (before && before->end == before->start + 1 && report->token_at && !ty_is_boundary(report, before->start)) before = NULL; /* 学前一年 */
    bool century = before && before->start > 2 && ty_comes_before(report, before->start, U"世纪");
    if (century && report->flow[before->start - 3] == U'本') { /* 本世纪头二十年 */
        int32_t base = (t->said - 1) / 100 * 100 + 1;
        return *frame = (ty_frame){{base, base + length - 1}, base + length - 1 < t->year, true}, true;
    }
    if (century) return false; /* 下个世纪头十年 */
    bool former = before && before->end == before->start + 1 && report->flow[before->start] == U'前';
    bool last_span = before && before->end == start && is_last_span(report, before->start, start); /* 上一个五年 */
    bool compared = before && (ty_word_ending(report, TY_CUE(BASE_YEAR) | TY_CUE(AT_LEAST), before->start) ||
                               (next == U'的' && before->start && report->flow[before->start - 1] == U'是'));
    if ((former || last_span) && t->passage.from && compared) /* 相当于前十年总和, 是上一个五年的3.6倍 */
        return *frame = (ty_frame){{t->passage.from - length, t->passage.from - 1}, true, false}, true;
    bool of_plan = before && heads_plan(t, first, i, before, length, &frame->period);
    frame->counted = of_plan && !names_years(&t->rows[i - 1]); /* 五年计划的前三年, and then 前三年 alone */
    if (of_plan) return frame->past = frame->period.to < t->year, true;
    int32_t named = year_named(t, first, i);
    if (named) return *frame = (ty_frame){{named, named}, named < t->year, false}, true;
    const ty_hit *future = ty_word_ending(report, TY_CUE(FUTURE_SPAN), start);
    if (future && cuts_word(report, future)) future = NULL; /* 升级焕|新的五年 */
    ty_period plan = t->plan.from ? t->plan : ty_is_span(t->chapter) ? t->chapter : t->passage;
    bool heads = plans && former && !since;
    if (heads && ty_is_span(plan) && plan.from >= t->year && length <= length_of(plan)) /* 前两年, of a plan to come */
        return frame->period = (ty_period){plan.from, plan.from + length - 1}, true;
    bool later = future && future->end == future->start + 1 && report->flow[future->start] == U'后' &&
                 ty_is_boundary(report, future->start);
    if (later && ty_is_span(plan) && plan.from <= t->said && length < length_of(plan)) /* 后三年, of a plan that has begun */
        return frame->period = (ty_period){plan.to - length + 1, plan.to}, true;
    int32_t told = future ? year_told(t, first, i) : 0; /* 2004年我们提出用三年时间 */
    if (told) return *frame = (ty_frame){{told, told + length - 1}, told + length - 1 < t->year, true}, true;
    bool opening = plans && before && before->end == before->start + 1 && report->flow[before->start] == U'头';
    if (opening) return frame->period = ty_is_span(plan) ? (ty_period){plan.from, plan.from + length - 1} : on, true; /* 关键是头三年 */
    bool acts = start == ty_clause_of(report, row)->start && !(ty_is_span(plan) && length_of(plan) >= length) &&
                ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS), end) > end + 1;
    if (plans && !future && !row->vague && length > 1 && (acts || ty_word_ending(report, TY_CUE(STRIVE), start)))
        return frame->period = on, true; /* 力争三到五年, 三年安排450亿元 */
    if (future && took(t, row, future)) return *frame = (ty_frame){back, true, false}, true;
    if (future) return frame->period = on, !row->vague || length < 10;
    if (before && plans && within && !row->vague) return frame->period = on, true;
    bool vague = row->vague || ty_decimal_compare(row->low, row->high) < 0;
    bool passed = start && length <= 10 && !vague && (report->flow[start - 1] == U'了' || ty_word_ending(report, TY_CUE(TOLD), start));
    frame->past = before || since || passed; /* 执行了两年, 任职已经一年 */
    if (frame->past && vague && (length >= 10 || since)) { /* 一年多来 runs on into this year; of 十多年来 nobody knows */
        frame->period = length < 10 ? (ty_period){t->said - length, t->said} : (ty_period){0, 0};
        return true;
    }
    if (length > 1 && t->counted.from && length == length_of(t->counted))
        return *frame = (ty_frame){t->counted, t->counted.to < t->year, false}, true;
    if (before && before->end == before->start + 1 && report->flow[before->start] == U'前') /* 前两年, and 今年 */
        return frame->period = (ty_period){t->said - length, t->said - 1}, true;
    uint32_t about = ty_word_at(report, TY_CUE(APPROX), end), then = about ? about : end;
    if (!plans && ty_word_at(report, TY_CUE(INCREASE) | TY_CUE(DECREASE), then)) frame->past = true; /* 三年翻一番, 十年接近翻一番 */
    bool ahead = plans && before && before->cue == TY_CUE_RUN_SPAN && ty_decimal_compare(row->low, row->high) < 0; /* 连续3—5年盯下去 */
    if (ahead) return *frame = (ty_frame){on, false, false}, true;
    bool of_basis = !plans && before && before->cue == TY_CUE_RUN_SPAN && goes_before(report, end, ty_clause_of(report, row)->end);
    if (frame->past && of_basis) back = (ty_period){back.from - 1, back.to - 1}; /* 在连续三年增产的基础上，又增长 */
    if (frame->past) return frame->period = back, true;
    if (length > 1 && ty_is_span(t->passage) && length_of(t->passage) == length) /* 这五年, in a plan of five */
        return *frame = (ty_frame){t->passage, t->passage.to < t->year, false}, true;
    bool ahead_of = (plans && !has_gone_through(t, row)) || is_promised(report, row); /* 在这十年里，要… */
    if (ty_word_ending(report, TY_CUE(ANY_SPAN), start)) return *frame = (ty_frame){ahead_of ? on : back, !ahead_of, false}, true;
    if (length > 1 && t->plan.from && length_of(t->plan) == length) return *frame = (ty_frame){t->plan, t->plan.to < t->year, false}, true;
    bool promised = within && ty_last_word(report, TY_CUE(TO_DO), ty_clause_of(report, row)->start, start);
    if (within && (t->role != TY_REVIEW || promised) && length <= LONGEST_PLAN) return frame->period = on, !row->vague || length < 10;
    if (sums_up_years(t, i) && length <= LONGEST_PLAN) return *frame = (ty_frame){back, true, false}, true;
    return false;
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
    if (t->report->flow[row->flow.end - 1] != U'倍' || !names_years(date) || date->flow.end != t->rows[frame].flow.start) return false;
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
    return ty_is_span(ty_period_of_date(date)) && ty_flow_char(report, behind_quote(report, date->flow.end)) == U'末';
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
    uint32_t start = behind_quote(report, date->flow.end), at = start, limit = at + LONGEST_EVENT;
    while (at < limit && ty_is_han(ty_flow_char(report, at)) && !ty_comes_before(report, at + 2, U"以来")) at++; /* 2003年县政府换届|以来 */
    if (ty_flow_char(report, at) != U'以' || !ty_word_at(report, TY_CUE(PAST_SPAN_AFTER), at)) return false;
    return at == start || is_event(report, start, at);
}

/* “十四五”累计完成投资500亿元, “十四五”已建成50所. */
static bool sums_up_plan(const ty_report *report, const ty_quantity *date) {
    uint32_t behind = behind_quote(report, date->flow.end), told = ty_word_at(report, TY_CUE(YEARLY) | TY_CUE(TOLD), behind);
    if (!told || !ty_is_span(ty_period_of_date(date))) return false;
    if (ty_word_at(report, TY_CUE(TOLD), behind)) return true;
    uint32_t head = TY_SENTENCES_OF(report)[date->sentence].flow.start, limit = told + LONGEST_NAME; /* 累计完成; not 年均增长目标, 累计新增就业目标 */
    for (uint32_t at = told + 2; at < limit && at <= report->flow_length; at++)
        if (ty_ends_in_goal(report, at)) return false;
    return before_quote(report, date->flow.start) == head && ty_word_at(report, TY_CUE(REACH) | TY_CUE(GOVERNS) | TY_CUE(VERB), told);
}

bool ty_looks_ahead(const ty_timeline *t, const ty_quantity *date) {
    enum { LOOK_ON = 40 /* characters: a sentence of many plans would cost its square */ };
    ty_period period = ty_period_of_date(date);
    if (t->role != TY_REVIEW || !t->year || !ty_is_span(period) || period.to < t->year ||
        t->report->flow[date->flow.end - 1] == U'年') return false;
    if (t->plan.from == period.from || ty_is_end_of_plan(t->report, date) || ty_is_since(t, date)) return false;
    uint32_t behind = behind_quote(t->report, date->flow.end), next = ty_flow_char(t->report, behind);
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
    uint32_t end = TY_SENTENCES_OF(t->report)[date->sentence].flow.end, limit = date->flow.end + LOOK_BACK < end ? date->flow.end + LOOK_BACK : end;
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
    for (; i > first && names_years(&t->rows[i - 1]); i--) {
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
    uint32_t end = behind_quote(t->report, date->flow.end), term = ty_flow_char(t->report, end + 1);
    if (ty_is_span(ty_period_of_date(date)) && (term == U'期' || term == U'间')) end += 2; /* 由“十三五”期间的120亿元 */
    return j + 1 < t->count && date[1].sentence == date->sentence &&
           ty_word_ending(t->report, TY_CUE(FROM), before_quote(t->report, date->flow.start)) && is_figure_of(t->report, end, date + 1);
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
    uint32_t at = behind_quote(report, row->flow.end);
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
    for (uint32_t k = j; k-- > first && j - k <= NEAR_BACK;) {
        ty_frame frame;
        if (t->rows[k].kind == TY_DURATION && k + 1 < j && t->rows[k + 1].change != TY_STAYS)
            return ty_frame_of(t, first, k, &frame) && ty_is_span(frame.period);
        if (names_years(&t->rows[k]) && !ty_word_ending(t->report, TY_CUE(REACH), t->rows[k].flow.start)) return false;
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
    uint32_t at = behind_quote(report, date->flow.end), first = ty_flow_char(report, at);
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

ty_time ty_time_before(const ty_timeline *t, uint32_t first, uint32_t i) {
    const ty_quantity *row = &t->rows[i];
    const ty_clause *clause = ty_clause_of(t->report, row);
    ty_time best = {0};
    for (uint32_t j = i; j-- > look_from_row(first, i);) {
        const ty_quantity *other = &t->rows[j];
        ty_frame frame;
        if (names_years(other)) {
            bool of_another = (j + 1 < i && (is_of_base(t, j) || ends_passage(t, j))) || qualifies(t->report, other) ||
                              is_share_of_year(t->report, other->flow.start, other->flow.end, other + 1); /* j < i: a row follows */
            if ((j + 1 < i && is_of_multiple(t, other)) || ty_looks_ahead(t, other) ||
                dates_thing(t, other) || is_plan_done(t, other)) continue; /* 达到2010年的三倍，人均产值超过一万美元 */
            if (ends_growth_before(t, first, j, row) || ends_with_list(t, j, row)) continue;
            if (tells_which(t, other->flow.start, ty_period_of_date(other).to)) continue;
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
    if (!t->year) return best;
    uint32_t start = ty_look_from(TY_SENTENCES_OF(t->report)[row->sentence].flow.start, row->flow.start);
    const ty_hit *word = ty_last_word(t->report, RELATIVE, best.form ? best.end : start, row->flow.start);
    while (word && (!is_relative(t->report, word) || is_standard(t->report, word) ||
                    tells_which(t, word->start, relative_period(t, word).to) || is_compared(t, word->start, word->end, row)))
        word = ty_last_word(t->report, RELATIVE, best.form ? best.end : start, word->start);
    return word ? (ty_time){word->start, word->end, relative_period(t, word), TY_A_WORD, false, false} : best;
}

/* 今年是“十五五”开局之年: the plan tells what year it is. */
static bool is_told_of_year(const ty_timeline *t, const ty_quantity *plan, uint32_t start) {
    uint32_t at = before_quote(t->report, plan->flow.start);
    return ty_is_span(ty_period_of_date(plan)) && at > start && t->report->flow[at - 1] == U'是' &&
           ty_last_word(t->report, RELATIVE, start, at - 1);
}

/* “三年翻一番”, 按照“力争在两年内完成”的要求: does a quotation that opens in [start, at) go on behind `at`? */
static bool is_quoted(const ty_report *report, uint32_t start, uint32_t at) {
    while (at > start && report->flow[at - 1] != U'“' && report->flow[at - 1] != U'”') at--;
    return at > start && report->flow[at - 1] == U'“';
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
        uint32_t at = before_quote(t->report, row->flow.start);
        const ty_quantity *next = i + 1 < last ? &t->rows[i + 1] : NULL;
        bool multiple = next && (is_multiple(t->report, row->flow.end, next) || is_share_of_year(t->report, row->flow.start, row->flow.end, next));
        bool told = names_years(row) && !multiple && !ty_looks_ahead(t, row) && !dates_thing(t, row) && !is_plan_done(t, row) && !is_of_base(t, i) &&
                    !qualifies(t->report, row) && !is_told_of_year(t, row, start);
        told = told && !tells_which(t, row->flow.start, ty_period_of_date(row).to);
        bool of_basis = is_basis(t->report, row->flow.end) || end_of_basis(t->report, row->flow.end, sentence->flow.end);
        bool compared = ty_word_ending(t->report, TY_CUE(BASE_YEAR), at) || is_base_of_clause(t->report, at);
        if (told && !is_bracketed(t->report, at) && !of_basis && !compared)
            return (ty_time){row->flow.start, row->flow.end, since(t, row, ty_period_of_date(row)), TY_A_DATE, false, false};
        if (row->kind == TY_DURATION && !ty_word_ending(t->report, TY_CUE(RUN_SPAN), row->flow.start) && !measures_others(t, i) &&
            !ty_tells_rarity(t->report, row) && !is_quoted(t->report, start, row->flow.start) && ty_frame_of(t, first, i, &frame))
            return (ty_time){row->flow.start, row->flow.end, frame.period, TY_A_FRAME, frame.past, false};
    }
    if (!t->year) return (ty_time){0};
    for (const ty_hit *word = ty_next_word(t->report, RELATIVE, start, end); word;
         word = ty_next_word(t->report, RELATIVE, word->end, end))
        if (is_relative(t->report, word) && !is_standard(t->report, word) && !tells_which(t, word->start, relative_period(t, word).to) &&
            !ty_word_ending(t->report, TY_CUE(BASE_YEAR), word->start) &&
            !end_of_basis(t->report, word->end, sentence->flow.end) &&
            (word->start == start || !is_year_above(t, word)))
            return (ty_time){word->start, word->end, relative_period(t, word), TY_A_WORD, false, false};
    return (ty_time){0};
}

int32_t ty_year_compared(const ty_timeline *t, uint32_t first, uint32_t i) {
    for (uint32_t j = i; j-- > look_from_row(first, i);) {
        bool is_year = names_years(&t->rows[j]) &&
                       (!ty_is_span(ty_period_of_date(&t->rows[j])) || ty_is_end_of_plan(t->report, &t->rows[j]));
        if (is_year && ty_word_ending(t->report, TY_CUE(BASE_YEAR), before_quote(t->report, t->rows[j].flow.start)))
            return ty_period_of_date(&t->rows[j]).to - (ty_flow_char(t->report, t->rows[j].flow.end) == U'初'); /* 比1998年初 */
    }
    return 0;
}
