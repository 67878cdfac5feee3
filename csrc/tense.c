/* tense.c: result or promise, and for which years.
 *
 * A report looks back, then plans: the chapter says which, and for how long (一、2025年和“十四五”时期工作回顾).
 * Inside it the words that open a paragraph or a sentence (五年来, 去年, 到2030年) move the period: passage.c. What
 * stands in the clause itself decides over both.
 */
#include "aside.h"
#include "comparison.h"
#include "frame.h"
#include "goal.h"
#include "level.h"
#include "passage.h"
#include "phrase.h"

enum { LONGEST_OPENING = 6, LONGEST_LEAD = 40 }; /* characters */
enum { LONGEST_FRAME = 30, LONGEST_VAGUE = 9 }; /* years that a report may count */

/* 高于年初增长|目标, 超额完成全年|目标: is a goal only what a result is set against? */
static bool is_goal_passed(const ty_report *report, const ty_hit *goal) {
    enum { LONGEST = 12 };
    uint32_t start = goal->start;
    if (!ty_ends_in_goal(report, goal->end)) return false;
    while (start && goal->start - start < LONGEST && !(report->traits[start - 1] & TY_IS_BREAK)) start--;
    return ty_last_word(report, TY_CUE(AT_LEAST) | TY_CUE(AT_MOST) | TY_CUE(BASE_YEAR), start, goal->start) != NULL;
}

/* The promise before a row in its sentence: 要 is one, 主要 and 需要 are none; NULL. */
static const ty_hit *promise_before(const ty_report *report, const ty_quantity *row) {
    if (!ty_holds(report, row->sentence, TY_CUE(TO_DO))) return NULL;
    uint32_t to = row->flow.start, from = ty_look_from(TY_SENTENCES_OF(report)[row->sentence].flow.start, to);
    const ty_hit *word = ty_last_word(report, TY_CUE(TO_DO), from, to);
    for (; word; word = ty_last_word(report, TY_CUE(TO_DO), from, word->start))
        if (!ty_word_ending(report, TY_CUE(NOT_TO_DO), word->end) && !ty_word_at(report, TY_CUE(NOT_TO_DO), word->start) &&
            !is_goal_passed(report, word))
            return word;
    return NULL;
}

/* …，今年新建30所, 年底达到200个, 再建2座: does a clause turn to what is ahead? */
static bool turns_ahead(const ty_report *report, const ty_clause *clause) {
    if (ty_next_word(report, TY_CUE(THIS_YEAR) | TY_CUE(NEXT_YEAR), clause->start, clause->end)) return true;
    for (uint32_t at = clause->start; at < clause->end; at++) {
        if (report->flow[at] == U'再' && ty_is_boundary(report, at)) return true;
        if (ty_comes_before(report, at + 2, U"年底")) return true;
    }
    return false;
}

/* A fact by the words of its clause, or by one that opens the sentence: 已, 目前, 没有. */
static const ty_hit *fact_in(const ty_report *report, const ty_quantity *row) {
    if (!ty_holds(report, row->sentence, TY_CUE(TOLD))) return NULL;
    const ty_clause *clause = ty_clause_of(report, row);
    const ty_hit *told = ty_next_word(report, TY_CUE(TOLD), clause->start, clause->end);
    uint32_t head = TY_SENTENCES_OF(report)[row->sentence].flow.start;
    bool of_noun = told && told->start >= row->flow.end && ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS), clause->start);
    bool of_base = told && ty_flow_char(report, told->end) == U'的' && ty_word_ending(report, TY_CUE(FROM), told->start);
    if (of_noun || of_base) told = NULL; /* 改造5000个已建成的村, 由目前的34%提高到40% */
    if (told || clause->start == head || clause[-1].start != head) return told;
    if (clause[-1].end - head <= LONGEST_OPENING) return ty_next_word(report, TY_CUE(TOLD), head, clause[-1].end); /* 目前， */
    bool opens = ty_word_at(report, TY_CUE(TOLD), head) == head + 2 && !turns_ahead(report, clause); /* 目前已有20家，签约15个 */
    return opens ? ty_next_word(report, TY_CUE(TOLD), head, head + 2) : NULL;
}

/* 今年以来; 今年1至9月安排了…, 今年第一季度比去年同期增长: a part of the report's year that is over when it is given. */
static bool has_passed(const ty_timeline *t, uint32_t first, uint32_t i, const ty_time *time) {
    enum { NEAR = 14 };
    const ty_report *report = t->report;
    const ty_quantity *row = &t->rows[i];
    uint32_t end = time->end, start = row->flow.start;
    if (time->form != TY_A_WORD || time->period.to != t->said) return false;
    const ty_hit *promise = promise_before(report, row);
    uint32_t behind = promise ? ty_flow_char(report, promise->end) : 0;
    if (promise && behind != U'了' && behind != U'到') return false; /* but 安排了, 争取到 */
    for (uint32_t at = ty_clause_of(report, row)->start; at < start; at++)
        if (report->flow[at] == U'再') return false; /* 下一步再发放8000万元 */
    if (ty_word_at(report, TY_CUE(PAST_SPAN_AFTER), end)) return true;
    bool part = ty_comes_before(report, end + 2, U"上半");
    for (uint32_t j = i; !part && j-- > first && t->rows[j].flow.start >= end;) {
        uint32_t next = ty_flow_char(report, t->rows[j].flow.end);
        part = t->rows[j].flow.start <= end + 1 && t->rows[j].kind == TY_DATE && !ty_period_of_date(&t->rows[j]).from &&
               next != U'前' && next != U'底'; /* not 今年6月底前 */
    }
    uint32_t limit = row->flow.end + NEAR, last = TY_SENTENCES_OF(report)[row->sentence].flow.end; /* 65亿元，比去年同期增长 */
    if (limit > last) limit = last;
    return part && (ty_aspect_before(report, row) || ty_compares_with_last(report, end, limit));
}

/* 争取专项债券351亿元: what was won, unless a plan says it; not 争取达到. */
static bool wins(const ty_report *report, const ty_quantity *row, const ty_hit *promise) {
    uint32_t k = report->token_at && ty_comes_before(report, promise->end, U"争取") ? report->token_at[promise->end] : TY_NONE;
    return k != TY_NONE && report->token_class[k] <= TY_QUALIFYING && row->change == TY_STAYS && promise->end == promise->start + 2;
}

/* 医院开工，床位数|将|达2300张: in a review, the word that says of its clause that it is yet to be; NULL. Not 将低保标准提高到,
   预计全年将完成. */
static const ty_hit *yet_to_be(const ty_report *report, const ty_quantity *row) {
    const uint64_t comes = TY_CUE(REACH) | TY_CUE(REACH_LEVEL) | TY_CUE(VERB) | TY_CUE(LEVEL) | TY_CUE(INCREASE) | TY_CUE(DECREASE);
    if (!ty_holds(report, row->sentence, TY_CUE(TO_DO))) return NULL;
    uint32_t start = ty_clause_of(report, row)->start;
    const ty_hit *will = ty_last_word(report, TY_CUE(TO_DO), start, row->flow.start);
    if (!will || will->end != will->start + 1 || report->flow[will->start] != U'将' || !ty_is_boundary(report, will->start)) return NULL;
    uint32_t at = will->end;
    if (ty_is_used(report, TY_CUE_MANNER, at, at + 2) || ty_comes_at(report, at, U"分别")) at += 2;
    if (at >= row->flow.start || !ty_word_at(report, comes, at)) return NULL;
    for (uint32_t from = start + 2; from <= will->start; from++)
        if (ty_comes_before(report, from, U"预计") || ty_comes_before(report, from, U"全年")) return NULL;
    return will;
}

/* The status, and the words that decided. */
static uint8_t status_of(const ty_context *c, const ty_quantity *row, const ty_time *time, ty_period period, bool dated, ty_slice *why) {
    const ty_timeline *t = &c->time;
    const ty_report *report = t->report;
    ty_slice when = time->end ? (ty_slice){time->start, time->end} : c->why;
    const ty_clause *clause = ty_clause_of(report, row);
    const ty_hit *promise = promise_before(report, row), *fact = promise ? NULL : fact_in(report, row);
    bool plans = t->role == TY_PLAN || t->role == TY_SELF;
    *why = when;
    if (time->past) return TY_ACHIEVED;
    if (t->year && period.from && dated) {
        if (period.to < t->year) return TY_ACHIEVED;
        if (period.to > t->year || promise || (t->role == TY_REVIEW && t->said < t->year)) return TY_TARGET;
    }
    if (fact) return *why = (ty_slice){fact->start, fact->end}, TY_ACHIEVED;
    if (plans && !promise && row->flow.start && report->flow[row->flow.start - 1] == U'了' && row->change == TY_STAYS &&
        !ty_word_ending(report, TY_CUE(REACH) | TY_CUE(REACH_LEVEL), row->flow.start)) /* 签订协定，议定了122项 */
        return *why = (ty_slice){row->flow.start - 1, row->flow.start}, TY_ACHIEVED;
    if (period.to == t->year && period.from && dated && (t->role != TY_REVIEW || c->undivided)) return TY_TARGET;
    *why = c->chapter_why;
    bool past = c->undivided && t->passage.from && t->passage.to < t->year && period.to == t->passage.to;
    if (past) return *why = c->passage_why, TY_ACHIEVED; /* 1996年…。收入预计可净增10亿元 */
    if (c->undivided && promise && !(t->role == TY_REVIEW && wins(report, row, promise)))
        return *why = (ty_slice){promise->start, promise->end}, TY_TARGET;
    bool of_year = period.from == t->year && period.to == t->year;
    bool reached = !t->year && ty_word_ending(report, TY_CUE(REACH), time->start) && ty_flow_char(report, time->end) != U'的'; /* 到2010年， */
    bool set_ahead = of_year && (t->said < t->year || (c->of_targets && !time->form)); /* 计划草案拟定，… of the coming year */
    bool ahead = period.from && ((t->year && period.to > t->year) || set_ahead || reached);
    const ty_hit *will = t->role == TY_REVIEW && !ahead ? yet_to_be(report, row) : NULL;
    if (will) return *why = (ty_slice){will->start, will->end}, TY_TARGET;
    if (t->role == TY_REVIEW) return ahead ? TY_TARGET : TY_ACHIEVED;
    bool told_past = plans && !promise && t->passage.from && t->passage.to < t->year && period.from && period.to < t->year;
    if (told_past) return *why = c->passage_why, TY_ACHIEVED; /* “十四五”时期，…。这五年，…: a plan tells first what was */
    if (plans) return c->undivided && !c->planned && ty_compares_with_last(report, clause->start, clause->end) ? TY_ACHIEVED : TY_TARGET;
    if (promise) return *why = (ty_slice){promise->start, promise->end}, TY_TARGET;
    const ty_hit *done = ty_last_word(report, TY_CUE(DONE) | TY_CUE(REACH), clause->start, row->flow.start);
    uint32_t aspect = ty_aspect_before(report, row);
    if (aspect) return *why = (ty_slice){aspect, aspect + 1}, TY_ACHIEVED;
    if (done) return *why = (ty_slice){done->start, done->end}, TY_ACHIEVED;
    const ty_hit *last = row->change == TY_STAYS ? NULL : ty_next_word(report, TY_CUE(LAST_YEAR), clause->start, row->flow.start);
    if (last) return *why = (ty_slice){last->start, last->end}, TY_ACHIEVED; /* 比上年增长 */
    *why = when;
    if (c->undivided) return t->year && period.from && period.to >= t->year ? TY_TARGET : TY_ACHIEVED;
    return period.to && t->year && period.to < t->year ? TY_ACHIEVED : TY_OTHER_STATUS;
}

/* 从2004年|人均每月700元: where the words begin that only lead to a number. */
static uint32_t behind_links(const ty_report *report, uint32_t at) {
    for (int step = 0; step < 3; step++) {
        const ty_hit *link = ty_word_ending(report, TY_CUE(LINK) | TY_CUE(APPROX), at);
        if (!link) break;
        at = link->start;
    }
    return at;
}

/* 累计 just before the number, or at the head of its clause. */
static bool adds_up(const ty_report *report, const ty_quantity *row) {
    uint32_t start = ty_clause_of(report, row)->start;
    return row->change == TY_STAYS &&
           (ty_comes_before(report, row->flow.start, U"累计") || ty_comes_before(report, start + 2, U"累计"));
}

/* 2023年、2024年和2025年，产值分别增长5%、6%和7%: each its own year; 0 if just as many are not listed. */
static int32_t year_of_member(const ty_timeline *t, uint32_t first, uint32_t i) {
    enum { LONGEST_LIST = 8 };
    uint32_t head = t->rows[i].list, members = 1, date = head;
    while (head + members < t->count && t->rows[head + members].list == head) members++;
    if (members < 2 || members > LONGEST_LIST || head < first + members) return 0;
    for (uint32_t n = 0; n < members; n++) {
        const ty_quantity *row = &t->rows[--date];
        ty_period period = ty_period_of_date(row);
        if (row->kind != TY_DATE || ty_is_span(period) || !period.from || row->clause + 1 < t->rows[head].clause) return 0;
        if (n && row->flow.end + 1 != t->rows[date + 1].flow.start) return 0;
    }
    if (date > first && t->rows[date - 1].kind == TY_DATE && t->rows[date - 1].flow.end + 1 == t->rows[date].flow.start) return 0;
    return ty_period_of_date(&t->rows[date + (i - head)]).from;
}

/* 832名贫困人口于2016年全部脱贫, 12个贫困村2018年出列: the year that stands between what is counted and what it did; 0. */
static int32_t year_behind(const ty_timeline *t, uint32_t i, const ty_time *time) {
    const ty_report *report = t->report;
    const ty_quantity *row = &t->rows[i], *date = row + 1, *behind = t->rows + t->count;
    bool told = time->form && time->start >= ty_clause_of(report, row)->start;
    if (told || row->kind != TY_AMOUNT || row->change != TY_STAYS) return 0;
    while (date < behind && date->clause == row->clause && date->kind == TY_AMOUNT) date++; /* 3个村、269户、832名 */
    if (date == behind || date->clause != row->clause || date->kind != TY_DATE || ty_is_span(ty_period_of_date(date))) return 0;
    if (date + 1 < behind && date[1].clause == row->clause && ty_has_value(&date[1])) return 0;
    uint32_t start = date->flow.start, next = ty_behind_edge(report, date->flow.end);
    bool happens = ty_word_at(report, TY_CUE(HAPPENS), next) || ty_is_used(report, TY_CUE_MANNER, next, next + 2);
    bool adjoins = date[-1].flow.end >= start || ty_word_ending(report, TY_CUE(BASE_YEAR), start);
    int32_t year = ty_period_of_date(date).from;
    return happens && !adjoins && ty_is_han(report->flow[start - 1]) && (!t->year || year < t->year) ? year : 0;
}

/* The years that the words of time before row i tell, or its sentence; a mean and a sum may be of the whole chapter. */
static ty_period years_told(const ty_context *c, uint32_t i, const ty_time *time) {
    const ty_timeline *t = &c->time;
    const ty_quantity *row = &t->rows[i];
    ty_period period = time->form ? time->period : c->period;
    uint32_t head = ty_clause_of(t->report, row)->start;
    /* 1987年达到10920亿元，平均每年增长11.1%: the mean is of the years that the passage counts. */
    bool goes_on = row->change != TY_STAYS || (time->end < head && ty_is_span(t->passage));
    if (time->form == TY_A_DATE && !ty_is_span(period) && goes_on && ty_has_yearly_word(t->report, row))
        period = ty_is_span(t->passage) ? t->passage
                 : ty_is_span(t->chapter) || period.to <= t->year || !t->year ? t->chapter
                                                                              : (ty_period){t->year, period.to}; /* 到2030年，累计下降17% */
    if (time->form == TY_A_FRAME) return period;
    ty_period chapter = ty_is_span(t->chapter) ? t->chapter : ty_is_span(t->plan) ? t->plan : t->passage; /* 2016年和过去五年工作回顾 */
    bool inside = !ty_is_span(period) && ty_is_span(chapter) && period.to >= chapter.from && period.to <= chapter.to;
    if (inside && row->change != TY_STAYS && ty_is_mean_of_years(t->report, row)) return chapter;
    /* 去年生产总值…；利用外资累计46亿美元; but 去年，投资50亿元，累计贷款300亿元 is all of last year */
    bool ended = time->form && time->end < head && ty_is_semicolon(t->report->flow[head - 1]);
    return inside && ended && period.to == chapter.to && adds_up(t->report, row) ? chapter : period;
}

/* The years that a length frames; `time` and `dated` then say so too. Otherwise those of what it tells, none for a mere length.
   False if it is longer than a report counts: 历史已有一两百年. */
static bool read_length(ty_context *c, uint32_t first, uint32_t i, ty_time *time, bool *dated, ty_period *period) {
    ty_timeline *t = &c->time;
    const ty_quantity *row = &t->rows[i];
    ty_frame frame;
    if (ty_frame_of(t, first, i, &frame)) {
        *period = frame.period;
        time->past = frame.past;
        *dated = true;
        if (frame.counted) t->counted = frame.period;
        return true;
    }
    double length = ty_decimal_double(row->high);
    if (row->in_years && length > (row->vague ? LONGEST_VAGUE : LONGEST_FRAME)) return false;
    bool in_a_year = ty_flow_char(t->report, row->flow.end - 1) == U'月' || (row->in_years && length < 1);
    uint32_t start = row->flow.start, before = start ? t->report->flow[start - 1] : 0;
    bool raised = start > 1 && ty_comes_before(t->report, start, U"提前");
    const ty_hit *limit = ty_word_ending(t->report, TY_CUE(AT_LEAST) | TY_CUE(AT_MOST) | TY_CUE(APPROX), start);
    uint32_t tells = limit ? limit->start : start;
    const ty_hit *kept = ty_word_ending(t->report, TY_CUE(REACH) | TY_CUE(LINK), tells);
    if (kept && kept->end > kept->start + 1) tells = kept->start; /* 优良天数保持在300天 */
    bool told_of = tells > 1 && !row->in_years && ty_is_used(t->report, TY_CUE_GENERIC, tells - 2, tells); /* 优良天数312天, 超过300天 */
    uint32_t unit = t->report->flow[row->flow.end - 1], next = ty_flow_char(t->report, row->flow.end);
    bool clock = unit == U'时' || unit == U'钟', ends = clock && !ty_is_word_char(next); /* 通关时间31.5小时， */
    bool is_level = told_of || ends || ty_is_reached(t->report, row) || ty_is_base(t, i); /* 平均年限从9.6年提高到10.2年 */
    uint32_t k = t->report->token_at && row->flow.end < t->report->flow_length ? t->report->token_at[row->flow.end] : TY_NONE;
    bool all_day = unit == U'时' && length == 24 && ty_is_han(next) && before != U'至' && before != U'到';
    bool named = k != TY_NONE && ty_is_han(next) && t->report->token_class[k] == TY_NAMING;
    bool describes = clock && row->change == TY_STAYS && row->bound == TY_EXACT && (all_day || named) && !told_of && !ty_is_base(t, i);
    if (describes) return false; /* 24小时开放, “2小时重庆”交通圈 */
    int32_t of_year = unit == U'月' ? 12 : ty_comes_before(t->report, row->flow.end, U"季度") ? 4 : 0;
    const ty_hit *run = of_year && !time->form && t->role == TY_REVIEW && t->year ? ty_word_ending(t->report, TY_CUE(RUN_SPAN), start) : NULL;
    bool runs = run && t->report->flow[run->start] == U'连' && next != U'的'; /* not 近36个月 */
    if (runs) *period = (ty_period){t->year - ((int32_t)length + of_year - 1) / of_year, t->year - 1}; /* 连续30个月: in three years */
    else if (in_a_year && ty_word_at(t->report, TY_CUE(WITHIN), row->flow.end)) *period = (ty_period){t->year, t->year}; /* 三个月内, 半年内 */
    else if (!time->form && row->change == TY_STAYS && !is_level && !(before == U'前' && (in_a_year || raised)))
        *period = (ty_period){0, 0}; /* not 前11个月, 提前一年 */
    return true;
}

/* Does a date or 全年 stand before row i, not far back in its sentence? */
static bool tells_time(const ty_timeline *t, uint32_t first, uint32_t i) {
    enum { FEW = 8 };
    uint32_t head = TY_SENTENCES_OF(t->report)[t->rows[i].sentence].flow.start, start = t->rows[i].flow.start;
    for (uint32_t j = i; j-- > first && i - j <= FEW;)
        if (t->rows[j].kind == TY_DATE) return true;
    for (uint32_t at = ty_look_from(head, start) + 2; at <= start; at++)
        if (ty_comes_before(t->report, at, U"全年")) return true;
    return false;
}

/* Of A in 从A提高到B: the year it is of, and that this was reached. */
static void judge_base(const ty_context *c, uint32_t first, uint32_t i, const ty_time *time, ty_quantity *row, ty_period *period) {
    const ty_timeline *t = &c->time;
    bool at = time->form && time->form != TY_A_FRAME && !ty_is_span(time->period) && /* 由1952年的26.7%; not 到2020年从8.7万元 */
              (behind_links(t->report, row->flow.start) <= ty_behind_edge(t->report, time->end) + 1 ||
               ty_word_ending(t->report, TY_CUE(FROM) | TY_CUE(START_YEAR), time->start));
    int32_t base = t->base ? t->base : at ? 0 : ty_year_of_base_before(t, first, i, time);
    const ty_hit *year = base || at || row->change == TY_STAYS ? NULL
                         : ty_last_word(t->report, TY_CUE(LAST_YEAR), ty_clause_of(t->report, row)->start, row->flow.start);
    bool from_last = year && ty_word_ending(t->report, TY_CUE(FROM), year->start) && t->year && t->role == TY_REVIEW;
    if (from_last) base = t->year - 2; /* 由上年下降2.3%转为增长8.5% */
    if (!base && !at && t->report->flow[row->flow.start - 1] != U'的') base = ty_year_compared(t, first, i); /* 1986年同1978年相比，由A增加到B */
    if (!base && !at && !time->form && !c->dated && row->status == TY_ACHIEVED && t->since &&
        !tells_time(t, first, i)) base = t->since;
    if (base) {
        row->status = TY_ACHIEVED;
        *period = (ty_period){base, base};
    } else if (time->form == TY_A_DATE && ty_is_span(time->period)) {
        period->to = period->from;
    } else if (!at) {
        if (row->status == TY_TARGET) row->status = TY_OTHER_STATUS;
        bool before = row->status == TY_ACHIEVED && ty_is_span(*period);
        int32_t start = period->from - !c->between;
        *period = before ? (ty_period){start, start} : (ty_period){0, 0};
    }
}

static bool opens_with_if(const ty_report *report, const ty_clause *clause) {
    return clause->start + 2 < report->flow_length && ty_is_used(report, TY_CUE_SUPPOSES, clause->start, clause->start + 2);
}

/* May a row of the sentence be supposed, as far as the clause of its last row? Asked once for all of them. */
static bool may_suppose(const ty_report *report, const ty_sentence *sentence, const ty_quantity *last) {
    const ty_clause *clause = ty_clause_of(report, last), *clauses = report->clauses.items;
    bool only = false;
    for (uint32_t at = sentence->flow.start; at < clause->end; at++) only |= report->flow[at] == U'只';
    while (!only && clause > clauses && clause->start > sentence->flow.start && !opens_with_if(report, clause)) clause--;
    return only || opens_with_if(report, clause);
}

/* Does the clause open with 如果, or say 只要? */
static bool supposes(const ty_report *report, const ty_clause *clause) {
    if (opens_with_if(report, clause)) return true;
    for (uint32_t at = clause->start; at + 2 < clause->end; at++)
        if (report->flow[at] == U'只' && ty_comes_at(report, at, U"只要")) return true;
    return false;
}

/* 就 before the number in its clause. */
static bool follows_then(const ty_report *report, const ty_quantity *row) {
    for (uint32_t at = ty_clause_of(report, row)->start; at < row->flow.start; at++)
        if (report->flow[at] == U'就' && ty_is_boundary(report, at)) return true;
    return false;
}

/* 如果每人增加一元钱的购买力，全国就增加六亿元: is it told of a case that is only thought of? So are the clause of 如果 and one behind
   it with 就 before the number; not 如果说. */
static bool is_supposed(const ty_report *report, const ty_quantity *row) {
    enum { FEW = 4 };
    const ty_clause *clauses = report->clauses.items;
    uint32_t head = TY_SENTENCES_OF(report)[row->sentence].flow.start, c = row->clause;
    for (uint32_t steps = FEW; steps--; c--) {
        uint32_t start = clauses[c].start;
        if (supposes(report, &clauses[c]))
            return ty_flow_char(report, start + 2) != U'说' && (c == row->clause || follows_then(report, row));
        if (!c || start == head) return false;
    }
    return false;
}

/* What a number is set against decides before the words around it: a goal that it met or missed, a base, a gap to others; and of years
   it is the end if it is a level. */
static void set_against(ty_context *c, uint32_t first, uint32_t i, const ty_time *time, ty_quantity *row, ty_period *period, ty_slice *why) {
    ty_timeline *t = &c->time;
    ty_slice met = ty_goal_met(t, row), goal = met.end ? (ty_slice){0, 0} : ty_past_goal(t, row);
    if (met.end) { /* reached when the years that are told of end */
        row->status = TY_ACHIEVED;
        *why = met;
        int32_t end = t->chapter.from && t->chapter.to < t->year ? t->chapter.to : t->year - 1;
        *period = (ty_period){end, end};
    }
    if (goal.end) {
        row->status = TY_TARGET;
        *why = goal;
    }
    ty_period compared = ty_years_of_base(t, first, i);
    if (compared.from) {
        *period = compared;
        row->status = !t->year || compared.to < t->year ? TY_ACHIEVED : TY_TARGET;
    } else if (ty_is_base(t, i)) {
        judge_base(c, first, i, time, row, period);
        bool named = time->form == TY_A_DATE && ty_behind_edge(t->report, time->end) + 1 == row->flow.start; /* 由1992年的411亿元 */
        if (named && row->status == TY_ACHIEVED && period->from == period->to) t->since = period->from;
    } else if (ty_years_of_gap(t, first, i).from) {
        *period = ty_years_of_gap(t, first, i);
    } else if (ty_is_span(*period) && ty_is_level_at_end(t, first, i, time, goal.end > 0)) {
        period->from = period->to;
    }
}

static void judge(ty_context *c, uint32_t first, uint32_t i, ty_quantity *row) {
    ty_timeline *t = &c->time;
    row->status = TY_OTHER_STATUS; /* until judged otherwise: the returns below leave it so */
    bool explains = TY_PARAGRAPHS_OF(t->report)[TY_SENTENCES_OF(t->report)[row->sentence].paragraph].role == TY_EXPLANATION;
    if (explains || ty_is_aside(t, first, i) || (c->supposes && is_supposed(t->report, row))) return;
    ty_time time = ty_time_before(t, first, i);
    ty_period period = years_told(c, i, &time);
    bool dated = c->dated || time.form;
    if (row->kind == TY_DURATION && !read_length(c, first, i, &time, &dated, &period)) return;
    uint32_t opens = ty_clause_of(t->report, row)->start;
    if (!time.form && ty_comes_at(t->report, opens, U"多年")) period = (ty_period){0, 0}; /* 多年累计改造 */
    ty_widen_growth(t, first, i, &time, &period);
    ty_widen_mean(t, first, i, &period);
    int32_t own = year_of_member(t, first, i);
    if (!own) own = year_behind(t, i, &time);
    if (own) period = (ty_period){own, own};
    bool goes_on = c->passed && !promise_before(t->report, row);
    time.past = time.past || goes_on || has_passed(t, first, i, &time);
    ty_slice why;
    row->status = status_of(c, row, &time, period, dated, &why);
    bool ahead = row->status == TY_TARGET && t->role == TY_PLAN && !dated && period.from && period.to < t->year && t->chapter.to >= t->year;
    if (ahead) period = t->chapter; /* 1998年以来，…。拟安排中央财政赤字3000亿元 */
    bool now = row->status == TY_ACHIEVED && t->role != TY_REVIEW && !(c->undivided && !c->urges) && !dated && t->said &&
               !(period.from && period.to < t->year) && fact_in(t->report, row);
    if (now) period = (ty_period){t->said, t->said};
    if (c->undivided && t->year && !period.from && row->kind != TY_DURATION) {
        int32_t year = row->status == TY_TARGET ? t->year : t->year - 1;
        period = (ty_period){year, year};
    }
    if (row->status == TY_TARGET && t->role == TY_REVIEW && !c->undivided && period.to < t->year) period = (ty_period){0, 0};
    set_against(c, first, i, &time, row, &period, &why);
    if (row->bound == TY_ORDER && row->status == TY_TARGET && !time.form) period = (ty_period){0, 0};
    if (row->status == TY_OTHER_STATUS) period = (ty_period){0, 0};
    row->why[TY_WHY_STATUS] = why;
    if (period.from) row->why[TY_WHY_YEARS] = time.end ? (ty_slice){time.start, time.end} : c->why;
    row->from_year = period.from;
    row->to_year = period.to;
}

/* The section of level 1 above a section. */
static uint32_t chapter_of(const ty_report *report, uint32_t section) {
    while (section != TY_NONE && TY_SECTIONS_OF(report)[section].parent != TY_NONE)
        section = TY_SECTIONS_OF(report)[section].parent;
    return section;
}

/* The section of level 2 above a section, or that of level 1 itself. */
static uint32_t part_of(const ty_report *report, uint32_t section) {
    while (section != TY_NONE && TY_SECTIONS_OF(report)[section].level > 2) section = TY_SECTIONS_OF(report)[section].parent;
    return section;
}

/* （一）“十一五”时期经济社会发展的主要情况, in a plan of 2011: does the heading of a part speak of years that are over, and of no goal? */
static bool tells_of_past(const ty_context *c, const ty_sentence *sentence, uint32_t first, uint32_t last) {
    const ty_timeline *t = &c->time;
    const ty_section *section = sentence->section == TY_NONE ? NULL : TY_SECTIONS_OF(t->report) + sentence->section;
    if (!section || section->level != 2 || section->role == TY_REVIEW || c->undivided || !t->year) return false;
    bool past = false, tells = false;
    for (uint32_t i = first; i < last; i++) {
        ty_period period = ty_period_of_date(&t->rows[i]);
        if (t->rows[i].kind == TY_DATE && period.to >= t->year) return false;
        past = past || (t->rows[i].kind == TY_DATE && period.from && ty_is_span(period));
    }
    if (!past) return false;
    for (uint32_t at = sentence->flow.start + 2; at <= sentence->flow.end; at++) {
        if (ty_ends_in_goal(t->report, at)) return false;
        tells = tells || ty_is_used(t->report, TY_CUE_RETELLS, at - 2, at);
    }
    uint32_t text = TY_PARAGRAPHS_OF(t->report)[sentence->paragraph].flow_text;
    return tells && !ty_urges(t->report, (ty_slice){text > sentence->flow.start ? text : sentence->flow.start, sentence->flow.end});
}

/* 2023年再建30所: does a plan name its year beside its title? */
static bool names_plan_year(const ty_timeline *t) {
    for (uint32_t i = 0; i < t->count; i++) {
        const ty_quantity *row = &t->rows[i];
        const ty_sentence *sentence = &TY_SENTENCES_OF(t->report)[row->sentence];
        if (row->kind != TY_DATE || TY_PARAGRAPHS_OF(t->report)[sentence->paragraph].role == TY_HEADING) continue;
        ty_period period = ty_period_of_date(row);
        uint32_t chapter = chapter_of(t->report, sentence->section);
        uint8_t role = chapter == TY_NONE ? 0 : TY_SECTIONS_OF(t->report)[chapter].role;
        if (period.from == t->year && period.to == t->year && (role == TY_PLAN || role == TY_SELF)) return true;
    }
    return false;
}

ty_status ty_pass_tense(ty_report *report, ty_error *error) {
    ty_context c = {.time = {.report = report, .rows = TY_QUANTITIES_OF(report), .count = report->tables[TY_QUANTITIES].count,
                          .year = report->plan_year, .said = report->metadata.year}};
    ty_timeline *t = &c.time;
    uint32_t chapter = TY_NONE, part = TY_NONE, paragraph = TY_NONE, row = 0, lead = TY_NONE;
    bool retold = false; /* a part of a plan tells what was */
    (void)error;
    t->role = report->tables[TY_SECTIONS].count ? TY_OTHER_ROLE : 0;
    t->chapter = t->passage = c.standing = c.period = ty_default_period(&c);
    c.undivided = true;
    c.section = TY_NONE;
    c.anticipates = t->said && t->said < t->year;
    for (uint32_t s = 0; s < report->tables[TY_SENTENCES].count; s++)
        if (ty_holds(report, s, TY_CUE(NEXT_YEAR))) c.anticipates = false;
    c.anticipates = c.anticipates && !names_plan_year(t);
    for (uint32_t s = 0; s < report->tables[TY_SECTIONS].count; s++)
        if (TY_SECTIONS_OF(report)[s].role != TY_OTHER_ROLE) c.undivided = false;
    for (uint32_t s = 0; s < report->tables[TY_SENTENCES].count; s++) {
        const ty_sentence *sentence = &TY_SENTENCES_OF(report)[s];
        uint32_t last = row, now = chapter_of(report, sentence->section);
        while (last < t->count && t->rows[last].sentence == s) last++;
        if (now != chapter && now != TY_NONE) {
            chapter = now;
            ty_enter_chapter(&c, TY_SECTIONS_OF(report)[now].role, sentence->flow, row, last);
            c.chapter_plan = t->plan;
            c.chapter_years = t->chapter;
            retold = false;
        } else if (part_of(report, sentence->section) != part && (tells_of_past(&c, sentence, row, last) || retold)) {
            retold = tells_of_past(&c, sentence, row, last);
            ty_enter_chapter(&c, retold ? TY_REVIEW : TY_SECTIONS_OF(report)[chapter].role, sentence->flow, row, last);
            if (!retold && !t->plan.from) t->plan = c.chapter_plan,
                t->chapter = t->passage = c.standing = c.period = c.chapter_years;
        } else {
            bool opens = sentence->paragraph != paragraph, runs_in = !opens && lead == s; /* behind a heading that runs in */
            ty_open_sentence(&c, sentence, row, last, opens || runs_in, runs_in);
            ty_turn_to_year(&c, sentence, row, last);
            if (opens && last == row && sentence->flow.end - sentence->flow.start <= LONGEST_LEAD) lead = s + 1;
        }
        if (c.undivided) ty_look_for_plan(&c, sentence, s, row, last);
        paragraph = sentence->paragraph;
        part = part_of(report, sentence->section);
        c.supposes = row < last && may_suppose(report, sentence, &t->rows[last - 1]);
        for (uint32_t i = row; i < last; i++)
            if (ty_has_value(&t->rows[i])) judge(&c, row, i, &TY_QUANTITIES_OF(report)[i]);
        row = last;
    }
    return TY_OK;
}
