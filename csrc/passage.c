/* passage.c: what chapters and the words that open paragraphs and sentences make of the time told.
 *
 *   一、2025年和“十四五”时期工作回顾   the chapter's years
 *   五年来，我们…。                  the passage that goes on with them
 *   2024年，新建公园3个。            the sentence alone, or its paragraph
 */
#include "passage.h"

#include "comparison.h"
#include "frame.h"
#include "goal.h"
#include "level.h"
#include "phrase.h"

enum { HEAD = 6 }; /* characters of a sentence that are its head */
enum { YEARS_OF_TERM = 5 };

ty_period ty_default_period(const ty_context *c) {
    int32_t year = c->time.year;
    if (c->goals.from) return c->goals;
    if (!year) return (ty_period){0, 0};
    if (c->time.role == TY_REVIEW) return (ty_period){year - 1, year - 1};
    if (c->time.role == TY_PLAN || c->time.role == TY_SELF) return (ty_period){year, year};
    return (ty_period){0, 0};
}

/* 新一届政府的奋斗目标: does a title speak of the term that begins? */
static bool tells_next_term(const ty_report *report, ty_slice title) {
    bool term = false, goal = false;
    if (ty_next_word(report, TY_CUE(THIS_YEAR), title.start, title.end)) return false;
    for (uint32_t at = title.start + 3; at <= title.end; at++) {
        if (ty_comes_before(report, at, U"建议") || ty_comes_before(report, at, U"开局") ||
            ty_comes_before(report, at, U"好局")) return false;
        term = term || (report->flow[at - 3] == U'新' && ty_comes_before(report, at, U"一届") &&
                        ty_flow_char(report, at) == U'政');
        goal = goal || ty_comes_before(report, at, U"目标") || ty_comes_before(report, at, U"思路");
    }
    return term && goal; /* 新一届政府的奋斗目标, 总体思路; not 开局之年主要工作, 建议, 开好局 */
}

/* 本届政府工作回顾, 十四届政府工作回顾: does a title speak of the whole term? The report is given at a first session. */
static bool tells_this_term(const ty_report *report, ty_slice title) {
    bool first = false, term = false;
    ty_word session = report->metadata.session == TY_NONE ? (ty_word){0} : ty_report_string(report, report->metadata.session);
    for (uint32_t at = 1; at + 1 < session.length; at++) /* not 第十一次 */
        first = first || ((session.at[at] == U'一' || session.at[at] == '1') && session.at[at + 1] == U'次' && !ty_begins_numeral(session.at[at - 1]));
    for (uint32_t at = title.start; at + 2 < title.end; at++)
        term = term || (ty_comes_at(report, at, U"届政府"));
    return first && term;
}

void ty_enter_chapter(ty_context *c, uint8_t role, ty_slice title, uint32_t first, uint32_t last) {
    ty_timeline *t = &c->time;
    ty_slice standing_why = c->standing_why;
    c->why = c->passage_why = c->standing_why = c->chapter_why = title;
    t->role = role;
    t->said = c->anticipates && (t->role == TY_PLAN || t->role == TY_SELF) ? t->year : t->report->metadata.year;
    t->chapter = ty_default_period(c);
    t->plan = t->counted = t->growth = (ty_period){0, 0};
    t->base = t->since = 0;
    bool looked_back = c->looks_back;
    c->looks_back = false;
    bool has_year = false, plan_leads = false, goal = false;
    for (uint32_t at = title.start + 2; at <= title.end; at++) /* not 五年计划 */
        goal = goal || (ty_ends_in_goal(t->report, at) && !ty_comes_before(t->report, at, U"计划"));
    for (uint32_t i = first; i < last; i++) {
        ty_period named = ty_period_of_date(&t->rows[i]);
        bool ahead = role == TY_REVIEW && t->year && named.to >= t->year && !goal; /* “十四五”开局之年的工作回顾; not “十五五”的目标 */
        if (ahead && ty_is_since(t, &t->rows[i]) && named.from < t->year) named.to = t->year - 1, ahead = false;
        if (t->rows[i].kind == TY_DATE && ty_is_span(named) && named.from && !ahead) t->plan = named;
        bool to_come = role == TY_REVIEW && has_year && t->chapter.to < t->year && named.from >= t->year; /* 1998年工作回顾和1999年工作的总体要求 */
        if (t->rows[i].kind == TY_DATE && !ty_is_span(named) && named.from && !to_come) {
            t->chapter = named;
            plan_leads = plan_leads || (t->plan.from && !has_year && t->role == TY_REVIEW);
            has_year = true;
        }
        if (t->rows[i].in_years && t->year) {
            int32_t length = ty_period_of_date(&t->rows[i]).to;
            if (length > 1 && length <= 10)
                t->plan = t->role == TY_REVIEW ? (ty_period){t->year - length, t->year - 1}
                                               : (ty_period){t->year, t->year + length - 1};
        }
    }
    for (uint32_t i = first; i < last; i++) { /* 六五计划前两年 */
        int32_t length = ty_period_of_date(&t->rows[i]).to;
        if (t->rows[i].in_years && length && ty_word_ending(t->report, TY_CUE(PAST_SPAN), t->rows[i].flow.start) && i > first &&
            t->rows[i - 1].kind == TY_DATE && ty_is_span(ty_period_of_date(&t->rows[i - 1])))
            t->plan = (ty_period){ty_period_of_date(&t->rows[i - 1]).from, ty_period_of_date(&t->rows[i - 1]).from + length - 1};
    }
    bool this_term = !has_year && !t->plan.from && t->role == TY_REVIEW && t->year && tells_this_term(t->report, title);
    if (this_term) t->plan = (ty_period){t->year - YEARS_OF_TERM, t->year - 1};
    bool next_term = !has_year && !t->plan.from && t->role == TY_PLAN && t->year && tells_next_term(t->report, title);
    if (next_term) t->plan = (ty_period){t->year, t->year + YEARS_OF_TERM - 1};
    bool ends = t->plan.from < t->year && t->plan.to == t->year && t->role != TY_REVIEW; /* 2005年, 全面实现“十五”计划的目标: the year */
    if (t->plan.from && !has_year && !ends && t->role != TY_OTHER_ROLE) t->chapter = t->plan;
    c->of_one_year = has_year && !t->plan.from && !ty_is_span(t->chapter) && t->role == TY_REVIEW;
    if (c->undivided && looked_back && !t->chapter.from) { /* 过去的五年，…。——经济…: no chapter, but its parts */
        c->looks_back = true;
        t->passage = c->period = c->standing;
        c->passage_why = c->why = c->standing_why = standing_why;
        return;
    }
    t->passage = c->standing = c->period = plan_leads ? t->plan : t->chapter; /* “十四五”时期和2025年工作回顾: first the five years */
}

/* …，全年盘活资金3000亿元, in a chapter about five years and a year: it is the year that the rest of the paragraph tells of, if the word
   opens a clause and no other length is told. */
static bool tells_whole_year(const ty_timeline *t, uint32_t first, uint32_t last) {
    bool tells = false;
    if (!ty_is_span(t->passage) || ty_is_span(t->chapter) || !t->chapter.from || !t->report->token_at) return false;
    for (uint32_t i = first; i < last; i++) {
        uint32_t at = ty_clause_of(t->report, &t->rows[i])->start, k = t->report->token_at[at];
        bool word = k != TY_NONE && t->report->tokens[k].end == at + 2; /* not 全年龄段 */
        if (t->rows[i].in_years) return false;
        tells = tells || (word && ty_comes_at(t->report, at, U"全年"));
    }
    return tells;
}

/* 1至5月，全市生产总值比去年同期增长11.6%: does a sentence of a plan open with a part of the year that is over? */
static bool tells_part(const ty_timeline *t, const ty_sentence *sentence, uint32_t first, uint32_t last) {
    const ty_quantity *date = &t->rows[first];
    const uint64_t grows = TY_CUE(INCREASE) | TY_CUE(DECREASE), ahead = TY_CUE(TO_DO) | TY_CUE(STRIVE) | TY_CUE(ENSURE);
    if (t->role == TY_REVIEW || !ty_tells(t->report, sentence, grows) || ty_tells(t->report, sentence, ahead)) return false;
    bool part = first < last && date->kind == TY_DATE && !ty_period_of_date(date).from && date->flow.start < sentence->flow.start + HEAD;
    uint32_t next = part ? ty_flow_char(t->report, date->flow.end) : 0;
    part = part || ty_comes_before(t->report, sentence->flow.start + 2, U"上半"); /* 上半年 */
    if (!part || next == U'前' || next == U'底') return false; /* 6月底前 */
    for (uint32_t i = first; i < last; i++)
        if (ty_has_value(&t->rows[i]) && t->rows[i].bound != TY_EXACT) return false; /* 增长6%以上 */
    return ty_compares_with_last(t->report, sentence->flow.start, sentence->flow.end); /* not 比去年提前一个月 */
}

/* A sentence whose period its opening words tell. */
typedef struct opening {
    const ty_sentence *sentence;
    uint32_t first, last; /* its rows */
    ty_time time;
    bool new_paragraph;
    bool heads;  /* the time stands at its head */
    bool opens;  /* nothing but a comma or 是 follows: 2020年，…; 2020年是收官之年，… */
    bool within; /* years inside those of the chapter, told of this paragraph or sentence alone */
} opening;

/* Does the sentence give a value itself? */
static bool tells_value(const ty_timeline *t, const opening *o) {
    for (uint32_t i = o->first; i < o->last; i++)
        if (ty_has_value(&t->rows[i]) && t->rows[i].kind != TY_DURATION) return true;
    return false;
}

/* 从1999年起: does its date begin what goes on to the year before the report's? */
static bool starts_then(const ty_timeline *t, const opening *o) {
    for (uint32_t i = o->first; i < o->last; i++)
        if (t->rows[i].flow.start == o->time.start) return ty_starts_then(t, &t->rows[i]);
    return false;
}

/* Does the next sentence tell a level that is to be reached, or a limit, or are the years of the chapter many? */
static bool goes_on_with_levels(const ty_timeline *t, const opening *o) {
    if (ty_is_span(t->chapter)) return true;
    for (uint32_t i = o->last; i < t->count && t->rows[i].sentence == t->rows[o->first].sentence + 1; i++)
        if (ty_has_value(&t->rows[i]) && (t->rows[i].bound != TY_EXACT || ty_is_reached(t->report, &t->rows[i]))) return true;
    return false;
}

/* A date: of its sentence, or of the passage that it opens. False if it only stands in the midst of a passage about other years. */
static bool open_with_date(ty_context *c, opening *o) {
    ty_timeline *t = &c->time;
    ty_period period = o->time.period;
    bool span = ty_is_span(period), near = period.to == t->year - 1 || period.to == t->year;
    bool counts = ty_is_digit(t->report->flow[o->time.start]); /* 2020年到2025年: of its sentence; “十四五”时期 goes on */
    bool over = o->heads && near && ty_word_ending(t->report, TY_CUE(PAST_SPAN), o->time.start); /* 刚刚过去的1988年 */
    bool tells = tells_value(t, o), starts = starts_then(t, o);
    bool aims = o->heads && o->new_paragraph && !tells && t->role == TY_PLAN && !span && period.to > t->year &&
                ty_word_ending(t->report, TY_CUE(REACH), o->time.start) && goes_on_with_levels(t, o); /* 到2020年，实力明显增强。产值达到… */
    bool leaves = o->heads && o->new_paragraph && near && !span && t->role == TY_REVIEW && ty_is_span(t->passage) && period.from > t->passage.to; /* 1958年, behind 1953-1957 */
    bool passes = over || aims || leaves || (o->heads && ((span && (!counts || o->new_paragraph)) ||
                                                (o->new_paragraph && near && (o->opens || !ty_is_span(t->passage)))));
    o->within = starts || (span && counts && ty_is_span(t->chapter) && period.from > t->chapter.from && !over);
    if (starts || (o->within && (tells || !o->new_paragraph))) passes = false; /* 2008年以来， in a review of five years */
    if (over || leaves) c->standing = period;
    if (passes || (o->new_paragraph && o->opens && near && !o->within)) t->passage = period;
    if (passes && c->undivided && period.to == t->year - 1) c->looks_back = true; /* 1988年，…。——农村…: its parts go on with it */
    if (!o->heads && !o->opens && ty_is_span(t->passage)) return false;
    c->dated = true;
    c->between = span && t->report->flow[o->time.end - 1] == U'年';
    return true;
}

/* 五年来: of the passage, unless it frames its sentence alone (收入五年年均…, 经过八年努力). */
static void open_with_frame(ty_context *c, const opening *o) {
    ty_timeline *t = &c->time;
    bool inside = o->time.start > o->sentence->flow.start && ty_word_at(t->report, TY_CUE(YEARLY), o->time.end);
    bool lasts = !inside && !ty_goes_through(t->report, o->time.start);
    if (!lasts || !(o->heads || t->role == TY_REVIEW || t->role == TY_OTHER_ROLE)) return;
    t->passage = o->time.period;
    c->looks_back = o->time.past;
}

/* 去年，…: of the paragraph that it opens; in a review of five years 去年利润增长5% is of its sentence alone. */
static void open_with_word(ty_context *c, const opening *o) {
    ty_timeline *t = &c->time;
    bool of_years = t->role == TY_REVIEW && ty_is_span(t->chapter) && t->chapter.to < t->year;
    if (o->new_paragraph && (!of_years || o->opens || !tells_value(t, o))) t->passage = o->time.period;
}

/* 2016年，产值96亿元，是2011年的1.1倍, in a review of five years: does the sentence set their last year against the year before them? */
static bool sums_up(const ty_timeline *t, const opening *o) {
    if (!ty_is_span(t->chapter) || o->time.period.to != t->chapter.to || ty_is_span(o->time.period)) return false;
    for (uint32_t i = o->first; i < o->last; i++)
        if (ty_names_years(&t->rows[i]) && ty_period_of_date(&t->rows[i]).to == t->chapter.from - 1) return true;
    return false;
}

/* Do the paragraphs that follow go on with the passage that the sentence opens? */
static bool stands(const ty_context *c, const opening *o) {
    const ty_timeline *t = &c->time;
    bool frame = o->time.form == TY_A_FRAME, date = o->time.form == TY_A_DATE;
    bool recounts = frame && o->heads && o->time.past && t->role == TY_REVIEW; /* …。五年来，我们… */
    bool reaches_back = frame && t->plan.from && o->time.period.from < t->plan.from; /* 十年来, in a review of five */
    uint32_t end = TY_PARAGRAPHS_OF(t->report)[o->sentence->paragraph].flow.end;
    bool said = date && ty_flow_char(t->report, o->time.end) == U'是' && ty_is_span(t->chapter) && /* 2020年是收官之年，…, in a review of five years */
                !ty_is_colon(ty_flow_char(t->report, end - 1)); /* but …。重点抓了以下几个方面： */
    bool beside = c->of_one_year && frame && ty_is_span(o->time.period) && /* 两年来，…, in a review of 2005; not 五年来，我们做了以下工作： */
                  !ty_ends_with_colon(t->report, o->sentence);
    return (o->new_paragraph || recounts) && !reaches_back && !said && !o->within && !beside && !(date && sums_up(t, o));
}

/* Does a sentence turn from the part of the year that came before it: 全年, 下半年, 今年? */
static bool turns_from_part(const ty_report *report, const ty_sentence *sentence) {
    uint32_t behind_two = sentence->flow.start + 2; /* characters */
    if (ty_tells(report, sentence, TY_CUE(THIS_YEAR) | TY_CUE(NEXT_YEAR) | TY_CUE(HEADLINE))) return true;
    return ty_comes_before(report, behind_two, U"全年") || ty_comes_before(report, behind_two, U"下半");
}

void ty_open_sentence(ty_context *c, const ty_sentence *sentence, uint32_t first, uint32_t last, bool new_paragraph, bool runs_in) {
    ty_timeline *t = &c->time;
    c->dated = false;
    c->passed = (c->passed && !new_paragraph && !turns_from_part(t->report, sentence)) || tells_part(t, sentence, first, last);
    if (new_paragraph && !runs_in) {
        bool goes_on = t->role == TY_REVIEW || (t->role == TY_OTHER_ROLE && c->looks_back);
        t->passage = goes_on ? c->standing : t->chapter;
        c->passage_why = goes_on ? c->standing_why : c->chapter_why;
        t->growth = (ty_period){0, 0};
        t->since = 0;
    }
    c->between = false;
    bool this_year = t->year && t->passage.from == t->year && t->passage.to == t->year;
    bool sets = this_year && ty_tells(t->report, sentence, TY_CUE(HEADLINE));
    c->of_targets = !new_paragraph && (c->of_targets || sets);
    if (tells_whole_year(t, first, last)) t->passage = t->chapter, c->passage_why = c->chapter_why;
    c->period = t->passage;
    c->why = c->passage_why;
    ty_time time = ty_time_opening(t, sentence, first, last);
    bool lists = (last > first || t->base) && ty_ends_with_colon(t->report, sentence);
    if (lists) t->base = last > first ? ty_year_compared(t, first, last) : 0;
    else if (time.form > TY_A_DATE) t->base = 0;
    if (!time.form || !time.period.from) return;
    uint32_t behind = ty_flow_char(t->report, time.end);
    bool both = ty_comes_before(t->report, time.end + 2, U"既是"); /* 2015年既是…，也是… */
    opening o = {.sentence = sentence, .first = first, .last = last, .time = time, .new_paragraph = new_paragraph,
                 .heads = time.start < sentence->flow.start + HEAD, .opens = ty_is_comma(behind) || behind == U'是' || both};
    if (time.form == TY_A_DATE && !open_with_date(c, &o)) return;
    if (time.form == TY_A_FRAME) open_with_frame(c, &o);
    if (time.form == TY_A_WORD) open_with_word(c, &o);
    c->period = time.period;
    c->why = (ty_slice){time.start, time.end};
    if (t->passage.from == time.period.from && t->passage.to == time.period.to) c->passage_why = c->why;
    if (stands(c, &o)) {
        c->standing = t->passage;
        c->standing_why = c->passage_why;
    }
}

void ty_turn_to_year(ty_context *c, const ty_sentence *sentence, uint32_t first, uint32_t last) {
    enum { ENOUGH = 3 };
    ty_timeline *t = &c->time;
    uint32_t grows = 0;
    for (uint32_t i = first; i < last; i++) grows += t->rows[i].kind == TY_PERCENT && t->rows[i].change == TY_INCREASES;
    bool of_year = t->year && t->passage.from == t->year && t->passage.to == t->year;
    bool back = t->role == TY_PLAN && ty_is_span(c->chapter_years) && c->period.from == c->chapter_years.from && c->period.to == c->chapter_years.to;
    if (back && !c->undivided) t->chapter = c->chapter_years; /* 今后五年，…, behind the targets of the year */
    if (t->role != TY_PLAN || c->undivided || !ty_is_span(t->chapter) || !of_year) return;
    if (grows < ENOUGH && !ty_tells(t->report, sentence, TY_CUE(HEADLINE))) return;
    t->chapter = t->passage;
    c->chapter_why = c->passage_why;
}

/* 今年主要预期目标是：产值增长6%: are targets spoken of before any figure? Not 产值增长6%，高于年初目标. */
static bool leads_to_targets(const ty_context *c, uint32_t s, uint32_t first, uint32_t last) {
    const ty_report *report = c->time.report;
    const ty_quantity *rows = c->time.rows;
    ty_slice flow = TY_SENTENCES_OF(report)[s].flow;
    while (first < last && (!ty_has_value(&rows[first]) || rows[first].kind == TY_DURATION)) first++;
    uint32_t end = first < last ? rows[first].flow.start : flow.end;
    return ty_holds(report, s, TY_CUE(HEADLINE)) && ty_next_word(report, TY_CUE(HEADLINE), flow.start, end);
}

void ty_look_for_plan(ty_context *c, const ty_sentence *sentence, uint32_t s, uint32_t first, uint32_t last) {
    const ty_report *report = c->time.report;
    uint32_t text = TY_PARAGRAPHS_OF(report)[sentence->paragraph].flow_text;
    bool heads = sentence->section != c->section;
    bool colon = ty_ends_with_colon(report, sentence), lists = colon || leads_to_targets(c, s, first, last); /* 今年的实事为： */
    bool tells = c->why.start >= sentence->flow.start && c->why.end > c->why.start;
    bool of_year = (tells && c->time.year && c->period.to == c->time.year) || ty_holds(report, s, TY_CUE(THIS_YEAR));
    ty_period goals = ty_years_of_goals(&c->time, sentence, first, last);
    bool sets = goals.from || ((lists || ty_announces(report, sentence)) && of_year) || ty_sets_targets(&c->time, sentence, first, last) ||
                ((colon || ty_announces(report, sentence)) && ty_urges(report, sentence->flow)); /* 重点办好以下实事： */
    bool opens = !s || TY_SENTENCES_OF(report)[s - 1].paragraph != sentence->paragraph;
    bool over = c->goals.from && !goals.from && (sets || (of_year && opens)); /* 今年重点抓好以下工作： behind the goals of a plan */
    c->section = sentence->section;
    if (over) c->goals = (ty_period){0, 0}, c->time.chapter = (ty_period){c->time.year, c->time.year}, c->chapter_why = sentence->flow;
    if (goals.from) c->goals = c->time.chapter = goals, c->chapter_why = sentence->flow;
    c->planned = c->planned || sets;
    bool did = c->looks_back || ty_closing(report, sentence->flow.start, U'了', sentence->flow.end) < sentence->flow.end;
    c->recounts = c->recounts || (colon && did);
    if (heads)
        c->urges = !c->recounts &&
                   ty_urges(report, (ty_slice){text > sentence->flow.start ? text : sentence->flow.start, sentence->flow.end});
    c->urges = c->urges || c->planned;
    bool begins = c->time.passage.from && c->time.passage.to >= c->time.year; /* 今年，… */
    c->time.role = c->urges ? TY_PLAN : begins ? TY_OTHER_ROLE : TY_REVIEW;
}
