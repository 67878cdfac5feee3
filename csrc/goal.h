/* goal.h: goals that are told of. `first` and `last` bound the rows of the sentence. */
#ifndef TY_GOAL_H
#define TY_GOAL_H

#include "period.h"

/* 实现了本世纪末翻两番的目标, in a review: the words that tell that a goal was met before its time; empty if none do. */
ty_slice ty_goal_met(const ty_timeline *t, const ty_quantity *row);
/* The words that make it a goal of the past: 没有实现年初确定的…目标; 原定新建50所; 计划为百分之四; 比计划目标20亿元增加, 高于人代会12%的
   目标. Empty if none do. */
ty_slice ty_past_goal(const ty_timeline *t, const ty_quantity *row);
/* 产值增长5%左右，收入增长6%左右，投资增长3%，努力跑赢全国: does a sentence set targets without saying so? */
bool ty_sets_targets(const ty_timeline *t, const ty_sentence *sentence, uint32_t first, uint32_t last);
/* 为农民群众办好十件实事, a line by itself above a list. */
bool ty_announces(const ty_report *report, const ty_sentence *sentence);
/* “十一五”的主要目标是：, 今后五年的奋斗目标是：, above a list: the years that the goals are for; {0, 0}. */
ty_period ty_years_of_goals(const ty_timeline *t, const ty_sentence *sentence, uint32_t first, uint32_t last);

#endif
