/* candidate.h: the phrases near a number that can name what it measures. Places are in the flow; an empty slice: there is none. */
#ifndef TY_CANDIDATE_H
#define TY_CANDIDATE_H

#include "report.h"

/* What stands between the verb, or the number before, and row i: 老旧小区改造|688个. `told` holds the subjects of the rows before,
   `first` is the first row of the sentence; `predicate` is set if a word between tells something of it (达到, 增长). */
ty_slice ty_words_before(const ty_report *report, const ty_slice *told, uint32_t first, uint32_t i, bool *predicate);
/* The noun phrase right behind a classifier or a share, as far as punctuation, a verb or the next number: 100家|科技领军企业. */
ty_slice ty_words_after(const ty_report *report, uint32_t i);
/* The phrase that ends the clause before, if no number stands there: 农民人均纯收入，1982年为270元. */
ty_slice ty_topic_before(const ty_report *report, uint32_t first, uint32_t i);
/* What stands before the colon that ends the clause before c: 钢：从135万吨增加到412万吨. */
ty_slice ty_before_colon(const ty_report *report, uint32_t c);
/* What the verb behind a frame, from `at` on, is done to: 两年内基本取消全国高速公路省界收费站. */
ty_slice ty_words_framed(const ty_report *report, const ty_quantity *row, uint32_t at);
/* What money is for: 安排51亿元，用于支持地方公共卫生服务. */
ty_slice ty_purpose_of(const ty_report *report, const ty_quantity *row);

#endif
