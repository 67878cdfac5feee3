/* phrase.h: tokens and noun phrases, for whoever looks for what a number is of. */
#ifndef TY_PHRASE_H
#define TY_PHRASE_H

#include "report.h"
#include "word.h"

/* Han, letters and figures; with Ⅲ of Ⅲ类 and Greek ones. */
static inline bool ty_is_word_char(uint32_t c) {
    return ty_is_han(c) || ty_is_latin(c) || ty_is_digit(c) || c - 0x2160 < 0x20 || c - 0x391 < 0x39;
}

/* 20万人|口以上的县: behind the 口 that a unit of people leaves. */
static inline uint32_t ty_behind_people(const ty_report *report, uint32_t end) {
    return end && report->flow[end - 1] == U'人' && ty_flow_char(report, end) == U'口' ? end + 1 : end;
}

/* Does no word of the dictionary reach over that place? True without a dictionary. */
bool ty_is_boundary(const ty_report *report, uint32_t at);

/* These need report->token_at. The token that begins at or behind a place, one behind the last if none does; the one that covers
   a place, or TY_NONE. */
uint32_t ty_token_from(const ty_report *report, uint32_t at);
uint32_t ty_token_over(const ty_report *report, uint32_t at);
/* The last token of a class in [start, end), or TY_NONE. */
uint32_t ty_last_token(const ty_report *report, ty_word_class class, uint32_t start, uint32_t end);

/* The first place of [at, limit) with a mark, or `limit`. */
uint32_t ty_closing(const ty_report *report, uint32_t at, uint32_t mark, uint32_t limit);

/* 产值（含手工业，|下同）达到628亿元: the bracket that closes in [start, end) and opened before; `end` if none does. */
uint32_t ty_stray_closer(const ty_report *report, uint32_t start, uint32_t end);

/* The noun phrase that begins at `start`, behind the number of `row`; empty if none does. What comes behind its last 和 and is no
   noun is left out if words follow it. It needs report->token_at. */
ty_slice ty_noun_phrase(const ty_report *report, const ty_quantity *row, uint32_t start, uint32_t limit);
/* Where the list of single characters that goes on at `at` ends: 县、市 and 县（市、区）. */
uint32_t ty_short_list(const ty_report *report, uint32_t at, uint32_t limit);
/* Does the verb before the number make what is counted do something: 支持100个村发展? It needs report->token_at. */
bool ty_is_made_to(const ty_report *report, const ty_quantity *row);
/* Does the token name people: 儿童, 残疾儿童? */
bool ty_names_people(const ty_report *report, ty_token token);
/* Is token k the 上 or 下 of 规上工业企业, 限下单位? */
bool ty_is_above_size(const ty_report *report, uint32_t k);
/* The last 比 that is a word by itself and compares what stands right before `end`, within [start, end); `end` if there is none. */
uint32_t ty_than(const ty_report *report, uint32_t start, uint32_t end);
/* 整村推进|项目: where the word ends that begins there and is part of a name whatever its own words are; 0. */
uint32_t ty_name_at(const ty_report *report, uint32_t at);
/* Does a word like 目标 or 计划 end there? */
bool ty_ends_in_goal(const ty_report *report, uint32_t at);
/* 跨越3个千亿元台阶: is it a count of steps? */
bool ty_counts_steps(const ty_report *report, const ty_quantity *row);
/* 连跨5万亿元、6万亿元两个台阶: is it one of the steps that are counted behind it? Where the 台阶 ends, or 0. */
uint32_t ty_is_step(const ty_report *report, const ty_quantity *row);
enum { TY_LONGEST_BASIS = 4 };
/* Where 基础上 ends that begins there, what a figure grows from; 0 if none does. */
uint32_t ty_longest_basis(const ty_report *report, uint32_t at);
static inline uint32_t ty_behind_basis(const ty_report *report, uint32_t at) {
    bool begins = at < report->flow_length && ty_begins_used(report, TY_CUE_BASIS, at);
    return begins ? ty_longest_basis(report, at) : 0; /* most places begin none */
}
/* 以人民币计价, 扣除价格因素: where it begins what tells how a figure is reckoned, if that ends at `end`; otherwise `end`. */
uint32_t ty_before_reckoning(const ty_report *report, uint32_t start, uint32_t end);
/* The words of its sentence that stand before the clause of a row, but for clauses that only say how it is reckoned, and for what
   stands in brackets: as far back as the clause in which they begin; empty if there are none. */
ty_slice ty_words_leading(const ty_report *report, const ty_quantity *row);
/* Does each clause begin with a verb, as in the titles of a plan: 加快发展，全面推进改革? Reads the text alone: the headings ask it
   before there are words and cues. */
bool ty_urges(const ty_report *report, ty_slice title);
/* 四次降低存款准备金率: does it count how often what the verb behind it tells was done? */
bool ty_is_done_often(const ty_report *report, const ty_quantity *row);
/* 率, 比重, 占比: does a word for a share end there? */
bool ty_ends_in_rate(const ty_report *report, uint32_t at);
/* 项目, 重点项目: is it a word for what is built, or one that ends in such? */
bool ty_ends_in_project(const ty_report *report, ty_token token);
/* 实现总量超万亿元|的历史性突破: does 的 stand there, before a result? */
bool ty_is_feat(const ty_report *report, uint32_t of);
/* 上涨1.2%，低于3%左右的预期目标: is it a goal that what has been told is set against? */
bool ty_is_goal_compared(const ty_report *report, const ty_quantity *row);
/* 过三千亿元城市: does it select those that have passed it? */
bool ty_passes_size(const ty_report *report, const ty_quantity *row);
/* Is it the time that something takes: 用三年时间? */
bool ty_takes_time(const ty_report *report, const ty_quantity *row);
/* 分别建成20平方公里、10平方公里以上: does each of the list that `head` opens belong to something of its own? */
bool ty_is_distributed(const ty_report *report, const ty_quantity *head);
bool ty_ends_with_colon(const ty_report *report, const ty_sentence *sentence);

#endif
