/* passage.h: the years that a chapter, a passage and a sentence speak of, and how they pass from one to the next. */
#ifndef TY_PASSAGE_H
#define TY_PASSAGE_H

#include "period.h"

typedef struct ty_context {
    ty_timeline time;
    ty_period period; /* what the sentence is about */
    ty_slice why, passage_why, standing_why, chapter_why; /* in the flow: the words that tell these periods */
    bool dated;       /* the sentence names its year */
    bool between;     /* or two, and tells what was between them: 从1978年到1982年 */
    bool looks_back;  /* the passage was opened by 五年来 */
    bool supposes;    /* the sentence may: 如果, 只要 */
    bool undivided;   /* no chapter of the report looks back or plans */
    uint32_t section; /* of its last sentence, in such a report */
    bool passed;      /* a plan tells what a part of its year has brought: 1至5月，产值比去年同期增长11.6%。… */
    bool recounts;    /* in such a report, 一年来，我们做了以下工作： came before */
    bool planned;     /* in such a report, the targets of its year came before */
    ty_period goals;  /* in such a report, the years that the goals listed here are for; {0, 0} */
    bool anticipates; /* it was given before its year and never says 明年: its plan calls that year 今年 */
    bool of_targets;  /* the paragraph has set the targets of the report's year: 2002年是关键一年。…。主要目标是：, at the end of a review */
    bool urges;       /* so that what stands here is to be done, or the heading says so */
    ty_period chapter_plan, chapter_years; /* that the title of the chapter told, whatever its parts tell */
    bool of_one_year;   /* the title of the chapter names its year, and no other time */
    ty_period standing; /* the passage that new paragraphs go on with: one opened at the head of its paragraph */
} ty_context;

/* The years that a report without chapters, or a chapter whose title tells none, speaks of. */
ty_period ty_default_period(const ty_context *c);
/* The period that a chapter's title tells: the plan it names, the years it names, the years it counts. */
void ty_enter_chapter(ty_context *c, uint8_t role, ty_slice title, uint32_t first, uint32_t last);
/* What the opening words of a sentence make its period. Words that frame (五年来) and the year in review at the head
   of a paragraph hold for the passage; any other year for its sentence. */
void ty_open_sentence(ty_context *c, const ty_sentence *sentence, uint32_t first, uint32_t last, bool new_paragraph, bool runs_in);
/* 今年，…。要力争产值增长10%以上, in a chapter about the years to come: what comes behind the targets of the year is of the year. */
void ty_turn_to_year(ty_context *c, const ty_sentence *sentence, uint32_t first, uint32_t last);
/* In a report without chapters: does a plan begin with this sentence, or a heading that says what is to be done? */
void ty_look_for_plan(ty_context *c, const ty_sentence *sentence, uint32_t s, uint32_t first, uint32_t last);

#endif
