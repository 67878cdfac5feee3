/* frame.c: lengths of time to the years that they frame.
 *
 *   今明两年, 过去五年, 今后五年     counted from the report's year, back from it, on from it
 *   1953年和1954年两年             the years that the text has counted out
 *   “十四五”前三年, 头三年          of the plan that is named before it, or in the chapter's title
 *   三年行动, 五年计划              none: a name
 */
#include "frame.h"

#include "phrase.h"

enum { LONGEST_PLAN = 30 };

/* 在|连续三年增产的基础上，又增长17%: are the years those before the year that is told? */
static bool goes_before(const ty_report *report, uint32_t end, uint32_t limit) {
    uint32_t basis = ty_end_of_basis(report, end, limit);
    uint32_t next = basis ? ty_flow_char(report, basis + ty_is_comma(ty_flow_char(report, basis))) : 0;
    return next == U'又' || next == U'再';
}

/* The years named before row i that make up this length: 1953年和1954年两年, 从1959年到现在的五年, 到2035年用13年. */
static bool counted_out(const ty_timeline *t, uint32_t first, uint32_t i, int32_t length, ty_period *period) {
    for (uint32_t j = i; j-- > first && i - j <= TY_NEAR_BACK;) {
        if (!ty_names_years(&t->rows[j]) || ty_is_of_multiple(t, &t->rows[j])) continue;
        *period = ty_period_of_date(&t->rows[j]);
        bool compared = ty_is_span(*period) && ty_word_ending(t->report, TY_CUE(BASE_YEAR), ty_before_quote(t->report, t->rows[j].flow.start));
        if (compared && t->rows[j].flow.end != t->rows[i].flow.start) continue; /* 较“十三五”末改善16%，连续5年 */
        bool ahead = period->from < t->year && t->rows[j].clause != t->rows[i].clause &&
                     ty_word_ending(t->report, TY_CUE(FUTURE_SPAN), t->rows[i].flow.start);
        if (ahead) continue; /* 在完成“十二五”规划的基础上，今后五年, said in its midst */
        if (length < 2) return false;
        if (ty_years_in(*period) == length) return true;
        bool between = ty_is_span(*period) && t->report->flow[t->rows[j].flow.end - 1] == U'年' && ty_years_in(*period) == length + 1;
        if (between) return period->from++, true; /* 1965年到1976年11年 */
        if (ty_is_span(*period)) return false;
        int32_t named = period->to;
        if (j > first && ty_names_years(&t->rows[j - 1])) period->from = ty_period_of_date(&t->rows[j - 1]).from;
        if (ty_years_in(*period) == length) return true;
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

/* 再奋斗五年，到2035年; 到本世纪末的七年: the year that the length runs up to; 0. */
static int32_t runs_up_to(const ty_timeline *t, uint32_t i) {
    const ty_report *report = t->report;
    uint32_t start = t->rows[i].flow.start, end = t->rows[i].flow.end;
    const ty_quantity *next = i + 1 < t->count ? &t->rows[i + 1] : NULL;
    bool follows = next && ty_names_years(next) && next->sentence == t->rows[i].sentence && next->flow.start == end + 2;
    if (follows && ty_is_comma(report->flow[end]) && report->flow[end + 1] == U'到') return ty_period_of_date(next).to;
    const ty_hit *century = start && report->flow[start - 1] == U'的' ? ty_word_ending(report, TY_CUE(CENTURY_END), start - 1) : NULL;
    return century ? ty_period_of_word(t, century).to : 0;
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
        if (ty_names_years(&t->rows[j]) && heads && !ty_is_span(period) && period.to < t->year) return period.to;
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

/* “十四五”规划前两年, 五年计划的前三年, “八五”计划后三年: the first or last years of the plan that the words before name. */
static bool is_of_plan(const ty_timeline *t, uint32_t first, uint32_t i, const ty_hit *former, int32_t length, ty_period *period) {
    enum { LONGEST_GAP = 4 /* ”时期的 */, YEARS_OF_PLAN = 5 };
    const ty_quantity *plan = &t->rows[i - (i > first)];
    bool unnumbered = i > first && plan->in_years && ty_whole_year(plan->high) == YEARS_OF_PLAN && ty_comes_before(t->report, plan->flow.end + 2, U"计划");
    uint32_t which = former->end == former->start + 1 ? t->report->flow[former->start] : 0;
    if ((which != U'前' && which != U'后') || !(ty_names_years(plan) || unnumbered)) return false;
    *period = unnumbered ? plan_in_course(t->said) : ty_period_of_date(plan);
    if (ty_word_ending(t->report, TY_CUE(BASE_YEAR), ty_before_quote(t->report, plan->flow.start))) return false; /* 比“十三五”前三年 */
    if (ty_years_in(*period) <= length || former->start < plan->flow.end || former->start - plan->flow.end > LONGEST_GAP) return false;
    for (uint32_t at = plan->flow.end; at < former->start; at++)
        if (!ty_is_han(t->report->flow[at]) && t->report->flow[at] != U'”') return false;
    if (which == U'前') period->to = period->from + length - 1;
    else period->from = period->to - length + 1;
    return true;
}

/* 1956年|这一年: the year that stands just before; 0. */
static int32_t year_named(const ty_timeline *t, uint32_t first, uint32_t i) {
    const ty_quantity *row = &t->rows[i], *date = row - (i > first);
    if (date == row || date->flow.end + 1 != row->flow.start || t->report->flow[date->flow.end] != U'这' || !ty_names_years(date)) return 0;
    return ty_whole_year(row->high) == 1 && !ty_is_span(ty_period_of_date(date)) ? ty_period_of_date(date).to : 0;
}

/* 五年累计投入, 五年中: does a length, in the review of a year, tell what came together in it? */
static bool sums_up_years(const ty_timeline *t, uint32_t i) {
    const ty_quantity *row = &t->rows[i];
    if (t->role != TY_REVIEW || ty_is_span(t->passage) || ty_whole_year(row->high) < 2) return false;
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
    uint32_t end = TY_SENTENCES_OF(report)[row->sentence].flow.end, limit = row->flow.end + TY_LOOK_BACK < end ? row->flow.end + TY_LOOK_BACK : end;
    if (!ty_goes_through(report, row->flow.start) || ty_next_word(report, TY_CUE(TO_DO), ty_clause_of(report, row)->end, limit)) return false;
    for (uint32_t at = row->flow.end; at < limit; at++)
        if (report->flow[at] == U'了' && ty_is_boundary(report, at)) return true;
    return ty_next_word(report, TY_CUE(TOLD), row->flow.end, limit) != NULL;
}

/* 上个, 上一个: the words before the length. */
static bool is_last_span(const ty_report *report, uint32_t start, uint32_t end) {
    return end >= start + 2 && report->flow[start] == U'上' && report->flow[end - 1] == U'个';
}

/* A length of years and what stands around it, for the questions below. */
typedef struct span {
    const ty_timeline *t;
    const ty_quantity *row;
    uint32_t first, i;    /* the first row of its sentence, and its own */
    uint32_t start, end;  /* of its numeral and unit, with the 多 of 两年多 */
    uint32_t next;        /* the character behind it */
    int32_t length;
    bool vague;           /* 三五年, 十多年 */
    bool plans;           /* the chapter does */
    const ty_hit *before; /* 过去, 连续, 前: the word that ends just before it; NULL */
    const ty_hit *future; /* 今后, 用: the same; NULL */
    bool within, since;   /* 内, 来 stands behind it */
    ty_period plan;       /* that the chapter is about */
    ty_period back, on;   /* so many years back from the report's, and on from it */
} span;

/* What a question says of a span: not its business, that it frames years, that it frames none. */
typedef enum answer { ASK_ON, FRAMES, FRAMES_NONE } answer;

static answer frames(ty_frame *frame, ty_period period, bool past, bool counted) {
    *frame = (ty_frame){period, past, counted};
    return FRAMES;
}

static ty_period years_from(int32_t year, int32_t length) { return (ty_period){year, year + length - 1}; }
static ty_period years_until(int32_t year, int32_t length) { return (ty_period){year - length + 1, year}; }

/* Is the word before the span this one character? */
static bool is_led_by(const span *s, uint32_t c) {
    return s->before && s->before->end == s->before->start + 1 && s->t->report->flow[s->before->start] == c;
}

static span read_span(const ty_timeline *t, uint32_t first, uint32_t i) {
    const ty_report *report = t->report;
    const ty_quantity *row = &t->rows[i];
    uint32_t start = row->flow.start, end = row->flow.end, next = ty_flow_char(report, end);
    int32_t length = ty_whole_year(row->high);
    if (row->vague && (next == U'多' || next == U'余')) end++;
    const ty_hit *before = ty_word_ending(report, TY_CUE(PAST_SPAN) | TY_CUE(RUN_SPAN), start);
    const ty_hit *future = ty_word_ending(report, TY_CUE(FUTURE_SPAN), start);
    bool in_word = before && before->end == before->start + 1 && report->token_at && !ty_is_boundary(report, before->start);
    return (span){.t = t,
                  .row = row,
                  .first = first,
                  .i = i,
                  .start = start,
                  .end = end,
                  .next = next,
                  .length = length,
                  .vague = row->vague || ty_decimal_compare(row->low, row->high) < 0,
                  .plans = t->role == TY_PLAN || t->role == TY_SELF,
                  .before = in_word ? NULL : before, /* 学前一年 */
                  .future = future && cuts_word(report, future) ? NULL : future, /* 升级焕|新的五年 */
                  .within = ty_word_at(report, TY_CUE(WITHIN), end) > 0,
                  .since = ty_word_at(report, TY_CUE(PAST_SPAN_AFTER), end) > 0,
                  .plan = t->plan.from ? t->plan : ty_is_span(t->chapter) ? t->chapter : t->passage,
                  .back = years_until(t->year - 1, length),
                  .on = years_from(t->year, length)};
}

/* The text itself says which years: 1953年和1954年两年, 再奋斗五年，到2035年, 今明两年, 换届以来的三年. */
static answer is_counted_out(const span *s, ty_frame *frame) {
    const ty_timeline *t = s->t;
    const ty_report *report = t->report;
    ty_period period;
    if (counted_out(t, s->first, s->i, s->length, &period)) return frames(frame, period, period.to < t->year, true);
    int32_t last = runs_up_to(t, s->i);
    if (last) return frames(frame, years_until(last, s->length), last < t->year, true);
    if (ty_is_record(report, s->row)) return frames(frame, s->back, true, false);
    if (ty_comes_before(report, s->start, U"今明") || starts_this_year(t, s->start))
        return frames(frame, years_from(t->said, s->length), false, true);
    if (ty_comes_before(report, s->start, U"明后")) return frames(frame, years_from(t->said + 1, s->length), false, false);
    if (ty_comes_before(report, s->start, U"以来的")) return frames(frame, s->back, true, false);
    if (!ty_comes_before(report, s->start, U"提前")) return ASK_ON; /* 提前两年完成 */
    frames(frame, t->passage, t->passage.to < t->year, false);
    return t->passage.from ? FRAMES : FRAMES_NONE;
}

/* 本世纪头二十年, 相当于前十年总和, “十四五”前三年, 1956年这一年: years of what is named before it. */
static answer is_part_of_named(const span *s, ty_frame *frame) {
    const ty_timeline *t = s->t;
    const ty_report *report = t->report;
    const ty_hit *before = s->before;
    ty_period period;
    bool coming = before && ty_comes_before(report, before->start, U"新世纪");
    if (coming || (before && ty_comes_before(report, before->start, U"本世纪"))) {
        enum { SOON = 10 }; /* years before it, a century is called new */
        int32_t base = (coming ? t->said + SOON : t->said - 1) / 100 * 100 + 1;
        return frames(frame, years_from(base, s->length), base + s->length - 1 < t->year, true);
    }
    if (before && before->start > 2 && ty_comes_before(report, before->start, U"世纪")) return FRAMES_NONE; /* 下个世纪头十年 */
    bool last_span = before && before->end == s->start && is_last_span(report, before->start, s->start); /* 上一个五年 */
    bool compared = before && (ty_word_ending(report, TY_CUE(BASE_YEAR) | TY_CUE(AT_LEAST), before->start) ||
                               (s->next == U'的' && before->start && report->flow[before->start - 1] == U'是'));
    if ((is_led_by(s, U'前') || last_span) && t->passage.from && compared) /* 是上一个五年的3.6倍 */
        return frames(frame, years_until(t->passage.from - 1, s->length), true, false);
    const ty_hit *part = before ? before : s->future;
    if (part && is_of_plan(t, s->first, s->i, part, s->length, &period)) /* 五年计划的前三年, and then 前三年 alone */
        return frames(frame, period, period.to < t->year, before && !ty_names_years(s->row - 1));
    int32_t named = year_named(t, s->first, s->i);
    return named ? frames(frame, (ty_period){named, named}, named < t->year, false) : ASK_ON;
}

/* 前两年, 后三年, 头三年 of a plan to come; 用三年时间, 三年安排450亿元: years that are to come. */
static answer is_ahead(const span *s, ty_frame *frame) {
    const ty_timeline *t = s->t;
    const ty_report *report = t->report;
    const ty_hit *future = s->future;
    ty_period plan = s->plan;
    if (s->plans && is_led_by(s, U'前') && !s->since && ty_is_span(plan) && plan.from >= t->year && s->length <= ty_years_in(plan))
        return frames(frame, years_from(plan.from, s->length), false, false);
    bool later = future && future->end == future->start + 1 && report->flow[future->start] == U'后' &&
                 ty_is_boundary(report, future->start);
    if (later && ty_is_span(plan) && plan.from <= t->said && s->length < ty_years_in(plan)) /* of a plan that has begun */
        return frames(frame, years_until(plan.to, s->length), false, false);
    int32_t told = future ? year_told(t, s->first, s->i) : 0; /* 2004年我们提出用三年时间 */
    if (told) return frames(frame, years_from(told, s->length), told + s->length - 1 < t->year, true);
    if (s->plans && is_led_by(s, U'头')) /* 关键是头三年 */
        return frames(frame, ty_is_span(plan) ? years_from(plan.from, s->length) : s->on, false, false);
    bool acts = s->start == ty_clause_of(report, s->row)->start && !(ty_is_span(plan) && ty_years_in(plan) >= s->length) &&
                ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS), s->end) > s->end + 1;
    if (s->plans && !future && !s->row->vague && s->length > 1 && (acts || ty_word_ending(report, TY_CUE(STRIVE), s->start)))
        return frames(frame, s->on, false, false); /* 力争三到五年 */
    if (future && took(t, s->row, future)) return frames(frame, s->back, true, false);
    bool known = !s->row->vague || s->length < 10;
    if (!future && !(s->before && s->plans && s->within && !s->row->vague)) return ASK_ON;
    frames(frame, s->on, false, false);
    return !future || known ? FRAMES : FRAMES_NONE;
}

/* 过去五年, 一年多来, 执行了两年, 三年翻一番: years that are over. */
static answer is_behind(const span *s, ty_frame *frame) {
    const ty_timeline *t = s->t;
    const ty_report *report = t->report;
    bool run = s->before && s->before->cue == TY_CUE_RUN_SPAN;
    bool passed = s->start && s->length <= 10 && !s->vague &&
                  (report->flow[s->start - 1] == U'了' || ty_word_ending(report, TY_CUE(TOLD), s->start));
    bool past = s->before || s->since || passed;
    if (past && s->vague && (s->length >= 10 || s->since)) /* 一年多来 runs on into this year; of 十多年来 nobody knows */
        return frames(frame, s->length < 10 ? (ty_period){t->said - s->length, t->said} : (ty_period){0, 0}, true, false);
    if (s->length > 1 && t->counted.from && s->length == ty_years_in(t->counted))
        return frames(frame, t->counted, t->counted.to < t->year, false);
    if (is_led_by(s, U'前')) return frames(frame, years_until(t->said - 1, s->length), past, false); /* 前两年, and 今年 */
    uint32_t about = ty_word_at(report, TY_CUE(APPROX), s->end), then = about ? about : s->end;
    if (!s->plans && ty_word_at(report, TY_CUE(INCREASE) | TY_CUE(DECREASE), then)) past = true; /* 三年翻一番, 十年接近翻一番 */
    if (s->plans && run && ty_decimal_compare(s->row->low, s->row->high) < 0) return frames(frame, s->on, false, false); /* 连续3—5年盯下去 */
    if (!past) return ASK_ON;
    bool of_basis = !s->plans && run && goes_before(report, s->end, ty_clause_of(report, s->row)->end);
    return frames(frame, years_until(t->year - 1 - of_basis, s->length), true, false); /* 在连续三年增产的基础上，又增长 */
}

/* 这五年, 五年: years that only the plan or the passage around can tell. */
static answer is_told_around(const span *s, ty_frame *frame) {
    const ty_timeline *t = s->t;
    const ty_report *report = t->report;
    if (s->length > 1 && ty_is_span(t->passage) && ty_years_in(t->passage) == s->length)
        return frames(frame, t->passage, t->passage.to < t->year, false);
    bool ahead = (s->plans && !has_gone_through(t, s->row)) || is_promised(report, s->row); /* 在这十年里，要… */
    if (ty_word_ending(report, TY_CUE(ANY_SPAN), s->start)) return frames(frame, ahead ? s->on : s->back, !ahead, false);
    if (s->length > 1 && t->plan.from && ty_years_in(t->plan) == s->length) return frames(frame, t->plan, t->plan.to < t->year, false);
    if (s->length > LONGEST_PLAN) return FRAMES_NONE;
    bool promised = s->within && ty_last_word(report, TY_CUE(TO_DO), ty_clause_of(report, s->row)->start, s->start);
    if (s->within && (t->role != TY_REVIEW || promised)) {
        frames(frame, s->on, false, false);
        return !s->row->vague || s->length < 10 ? FRAMES : FRAMES_NONE;
    }
    return sums_up_years(t, s->i) ? frames(frame, s->back, true, false) : FRAMES_NONE;
}

bool ty_frame_of(const ty_timeline *t, uint32_t first, uint32_t i, ty_frame *frame) {
    static answer (*const questions[])(const span *, ty_frame *) = {is_counted_out, is_part_of_named, is_ahead, is_behind, is_told_around};
    const ty_quantity *row = &t->rows[i];
    ty_u128 whole;
    int32_t length = ty_whole_year(row->high);
    if (!t->year || !row->in_years || length < 1 || length > 100 || !ty_decimal_whole(row->high, &whole)) return false;
    span s = read_span(t, first, i);
    answer said = ASK_ON;
    for (size_t q = 0; said == ASK_ON && q < sizeof questions / sizeof *questions; q++) said = questions[q](&s, frame);
    return said == FRAMES;
}
