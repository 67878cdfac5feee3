/* comparison.h: the years of what is compared. `first` is the first row of the sentence of row i. */
#ifndef TY_COMPARISON_H
#define TY_COMPARISON_H

#include "period.h"

/* 从A提高到B: is row i this A? */
bool ty_is_base(const ty_timeline *t, uint32_t i);
/* 学校由1980年的675所增加到729所，招生数由28万人增加到31万人: the year of the base before; 0. */
int32_t ty_year_of_base_before(const ty_timeline *t, uint32_t first, uint32_t i, const ty_time *time);
/* 年均增长5.7%、高于全国0.3个百分点: the years of the growth that a gap to others is told of; {0, 0}. */
ty_period ty_years_of_gap(const ty_timeline *t, uint32_t first, uint32_t i);
/* 比1980年的7159亿元增加, 比“十三五”时期的500亿元增加: the years of a level that a later one is compared with; {0, 0}. */
ty_period ty_years_of_base(const ty_timeline *t, uint32_t first, uint32_t i);
/* Is it a growth since the year before: 比上年增长18%, 同比增长5%? */
bool ty_grows_since_last(const ty_timeline *t, uint32_t i);
/* The years of a change between two years that the sentence or its paragraph names: 1964年比1957年. */
void ty_widen_growth(ty_timeline *t, uint32_t first, uint32_t i, const ty_time *time, ty_period *period);
/* 由2020年的53%提高到58%，年均提高1个百分点: a mean is of the years since the base that its sentence tells. */
void ty_widen_mean(const ty_timeline *t, uint32_t first, uint32_t i, ty_period *period);
/* 同比, 比上年, 去年同期 in these words: only what has been can be compared so. */
bool ty_compares_with_last(const ty_report *report, uint32_t start, uint32_t end);

#endif
