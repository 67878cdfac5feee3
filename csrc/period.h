/* period.h: the years that words of time name. */
#ifndef TY_PERIOD_H
#define TY_PERIOD_H

#include "report.h"

/* What is known of time where a sentence stands. */
typedef struct ty_timeline {
    ty_report *report;
    const ty_quantity *rows;
    uint32_t count;
    int32_t year;      /* planned for; the one before it is reviewed; 0 if unknown */
    int32_t said;      /* 今年: the report's own */
    uint8_t role;      /* of the chapter */
    ty_period chapter; /* what the chapter is about */
    ty_period plan;    /* a plan named in the chapter's title, or the years that it counts */
    ty_period counted; /* the years last counted out: 1953年和1954年两年 */
    ty_period passage; /* what has been spoken of since words that open a passage: 五年来, 2025年， */
    ty_period growth;  /* the years between two that the paragraph compares: 1964年比1957年 */
    int32_t base;      /* the year that the lines behind a colon are compared with */
    int32_t since;     /* the year that the paragraph's figures are told from: 由1992年的411亿元增加到 */
} ty_timeline;

typedef enum ty_time_form { TY_NO_TIME, TY_A_DATE, TY_A_WORD, TY_A_FRAME } ty_time_form;

/* A time that is named at a place: a date, a word (去年), a length that frames (五年来). */
typedef struct ty_time {
    uint32_t start, end; /* in the flow */
    ty_period period;
    uint8_t form; /* ty_time_form */
    bool past;    /* of a frame: it looks back */
    bool runs;    /* of a frame: 连续九年 */
} ty_time;

static inline bool ty_is_span(ty_period period) { return period.from != period.to; }
static inline int32_t ty_years_in(ty_period period) { return period.to - period.from + 1; }

/* A number as a year or a count of years; 0 if it is none. */
int32_t ty_whole_year(ty_decimal value);

/* The years of a date row. */
ty_period ty_period_of_date(const ty_quantity *row);
static inline bool ty_names_years(const ty_quantity *row) { return row->kind == TY_DATE && ty_period_of_date(row).from; }
/* The years of 去年, 今年, 上年, 本世纪末. */
ty_period ty_period_of_word(const ty_timeline *t, const ty_hit *word);
/* The time named last before row i in its sentence, save what it is only compared with. */
ty_time ty_time_before(const ty_timeline *t, uint32_t first, uint32_t i);
/* The time that the opening words of a sentence name. */
ty_time ty_time_opening(const ty_timeline *t, const ty_sentence *sentence, uint32_t first, uint32_t last);
/* 创4年新高: is it the length that a record is of? */
bool ty_is_record(const ty_report *report, const ty_quantity *row);
/* Does the length tell how long ago the like was seen: 30年来首次? */
bool ty_tells_rarity(const ty_report *report, const ty_quantity *row);
/* 从1998年起, 自1999年开始, in a review: does the date begin what goes on as far as the year before the report's? */
bool ty_starts_then(const ty_timeline *t, const ty_quantity *date);
/* Does 以来 stand behind a date, or behind an event of it: “十四五”以来, 2003年县政府换届以来? */
bool ty_is_since(const ty_timeline *t, const ty_quantity *date);
/* Before the opening and behind the closing quotation mark of “八五”. */
static inline uint32_t ty_before_quote(const ty_report *report, uint32_t at) {
    return at && ty_is_opener(report->flow[at - 1]) && report->flow[at - 1] != '(' ? at - 1 : at;
}
static inline uint32_t ty_behind_quote(const ty_report *report, uint32_t at) { return at + (ty_flow_char(report, at) == U'”'); }
/* 在去年增长6%的基础上，又增长5%: where a basis ends between a time and `limit`, so that the time is that of the basis; 0. */
uint32_t ty_end_of_basis(const ty_report *report, uint32_t end, uint32_t limit);
/* 达到2010年的三倍: is the date only what a multiple is of? */
bool ty_is_of_multiple(const ty_timeline *t, const ty_quantity *date);
/* Behind the 底, 末 or 初 of a year. */
uint32_t ty_behind_edge(const ty_report *report, uint32_t at);
/* Is it the last year of the plan that a date names: “十五”末? */
bool ty_is_end_of_plan(const ty_report *report, const ty_quantity *date);
/* The year that row i is compared with in its sentence: 比1957年, 比“九五”末; 0. */
int32_t ty_year_compared(const ty_timeline *t, uint32_t first, uint32_t i);

/* A sentence without end would cost its square: words further away than this tell nothing. */
uint32_t ty_look_from(uint32_t start, uint32_t at);

#endif
