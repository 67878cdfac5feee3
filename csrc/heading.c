/* heading.c: which paragraphs are, or open with, headings; the tree of sections.
 *
 * Every heading has a rank by its form; a heading hangs from the last open one of a lower rank, and its level is
 * its depth in that tree. So a level comes from the place, not from the mark: 一、 is a chapter in most reports
 * and a part where chapters have plain titles.
 */
#include "phrase.h"

#include <assert.h>

enum {
    RANK_TITLE = 10,   /* a chapter without a mark, an appendix; （一） on its own line in a report that has no 一、 */
    RANK_SUBTITLE = 15, /* a plain title with fewer empty lines around it */
    RANK_CHAPTER = 20, /* 一、 on its own line */
    RANK_UNDER_CHAPTER = 25, /* a plain title between chapters that are numbered through */
    RANK_PART = 30,    /* （一） */
    RANK_TURN = 32,    /* 下面讲农业: says what comes next */
    RANK_POINT = 35,   /* 第一， on its own line */
    RANK_PARALLEL = 37, /* 五年来，我们…。 */
    RANK_LEAD = 40,    /* 一是…。, ——…。, a bold or plain lead */
    RANK_UNDER_LEAD = 45 /* a marked point under a lead */
};

enum {
    CHAPTER_LENGTH = 60,  /* longer is a paragraph that begins with 一、 */
    PART_LENGTH = 90,
    POINT_LENGTH = 120,
    ITEM_LENGTH = 40,
    LINE_LENGTH = 70,     /* of a lead set on its own line in bold */
    OWN_LINE_LENGTH = 30, /* of a lead on its own line where every paragraph is a line */
    LEAD_LENGTH = 25,     /* of a plain lead */
    BODY_LENGTH = 40,     /* what follows a lead is longer than a lead */
    DEEPEST = 3
};

typedef enum { NO_HEADING, HEADING, PLAIN_LEAD, LINE_LEAD, PARALLEL_LEAD, LEAD_OVER_ITEMS } verdict_kind;

typedef struct verdict {
    uint8_t kind; /* verdict_kind */
    uint8_t rank;
    uint8_t role; /* known at once: a glossary */
    bool restarts;
    bool is_item;        /* the paragraph is a mark, one sentence and its stop */
    uint8_t plan_behind; /* the least rank of the headings behind it that are named a plan */
    bool is_bold;        /* the mark of a chapter and its title are bold, with text behind */
    uint32_t group;      /* leads of one group are siblings */
    uint32_t chapter;
    ty_slice marker, title; /* in the flow */
} verdict;

static bool rule(ty_report *report, ty_rule kind, ty_slice range, ty_slice groups[4]) {
    return ty_match_rule(&report->matcher, kind, range, groups);
}

/* The end of the first sentence, before its stop; the end of the range if it has none. */
static uint32_t first_stop(const ty_report *report, uint32_t start, uint32_t end) {
    return ty_next_trait(report->traits, TY_IS_STOP, start, end);
}

static ty_slice trim_title(const ty_report *report, uint32_t start, uint32_t end) {
    const uint32_t *flow = report->flow;
    while (end > start && (ty_is_stop(flow[end - 1]) || ty_is_semicolon(flow[end - 1]) ||
                           ty_is_colon(flow[end - 1]) || ty_is_comma(flow[end - 1]) || flow[end - 1] == ' '))
        end--;
    while (start < end && flow[start] == ' ') start++;
    return (ty_slice){start, end};
}

static bool is_stopped(const ty_report *report, ty_slice range) {
    uint32_t end = range.end;
    while (end > range.start && ty_is_closer(report->flow[end - 1])) end--;
    return end > range.start && (ty_is_stop(report->flow[end - 1]) || ty_is_semicolon(report->flow[end - 1]) ||
                                 ty_is_colon(report->flow[end - 1]));
}

static uint32_t count_commas(const ty_report *report, ty_slice range) {
    uint32_t count = 0;
    for (uint32_t i = range.start; i < range.end; i++) count += ty_is_comma(report->flow[i]);
    return count;
}

static uint32_t length_of(ty_slice range) { return range.end - range.start; }

/* The title behind a marker that ends at `from`: the bold words as far as their first sentence, the line, or the first sentence. */
static ty_slice title_after(const ty_report *report, const ty_paragraph *paragraph, const ty_form *form,
                            uint32_t from) {
    if (form->bold_end > from + 2) return trim_title(report, from, ty_closing(report, from, U'。', form->bold_end));
    if (form->line_count > 1 && form->first_end > from + 2 && form->first_end < paragraph->flow.end &&
        is_stopped(report, (ty_slice){from, form->first_end}))
        return trim_title(report, from, first_stop(report, from, form->first_end));
    return trim_title(report, from, first_stop(report, from, paragraph->flow.end));
}

/* Is anything left of the paragraph behind the title and its stop? */
static bool goes_on_after(const ty_paragraph *paragraph, ty_slice title) {
    return paragraph->flow.end > title.end + 2;
}

static verdict marked(ty_report *report, const ty_paragraph *paragraph, const ty_form *form, uint32_t marker_end,
                      uint8_t rank, uint32_t longest) {
    ty_slice title = title_after(report, paragraph, form, marker_end);
    verdict v = {.kind = HEADING, .rank = rank, .marker = {paragraph->flow.start, marker_end}, .title = title};
    if (!length_of(title) || length_of(title) > longest) v.kind = NO_HEADING;
    v.is_item = paragraph->flow.end == title.end + 1;
    return v;
}

static bool is_own_line(const ty_paragraph *paragraph, const ty_form *form) {
    return form->line_count == 1 && length_of(paragraph->flow) <= CHAPTER_LENGTH;
}

static verdict judge_marked(ty_report *report, const ty_paragraph *paragraph, const ty_form *form, bool has_mark) {
    ty_slice range = paragraph->flow, groups[4];
    bool own_line = is_own_line(paragraph, form);
    bool stopped = is_stopped(report, range);
    if (form->appendix_end > range.start) {
        verdict v = {.kind = HEADING, .rank = RANK_TITLE, .marker = {range.start, form->appendix_end}};
        v.title = trim_title(report, form->appendix_end, range.end);
        return v;
    }
    if (!has_mark) return (verdict){.kind = NO_HEADING};
    if (rule(report, TY_RULE_CHAPTER, range, groups)) {
        ty_slice whole = title_after(report, paragraph, form, groups[1].end), glued[4];
        bool one = length_of(range) <= BODY_LENGTH + 5 && !goes_on_after(paragraph, whole); /* not 四、畅通工程。新建天桥10座。 */
        bool chapter = own_line && (!stopped || one);
        bool runs_on = stopped && (length_of(whole) > LEAD_LENGTH || count_commas(report, whole));
        if (runs_on && rule(report, TY_RULE_GLUED, range, glued))
            return (verdict){.kind = HEADING, .rank = RANK_CHAPTER, .marker = glued[1], .title = glued[2]};
        verdict v = marked(report, paragraph, form, groups[1].end, chapter ? RANK_CHAPTER : RANK_LEAD, chapter ? CHAPTER_LENGTH : POINT_LENGTH);
        v.is_bold = !chapter && form->bold_end > groups[1].end + 2 && !ty_is_stop(report->flow[form->bold_end - 1]) && whole.end + 1 >= form->bold_end;
        return v;
    }
    if (rule(report, TY_RULE_PART, range, groups))
        return marked(report, paragraph, form, groups[1].end, RANK_PART, PART_LENGTH);
    if (rule(report, TY_RULE_POINT, range, groups)) {
        verdict v = marked(report, paragraph, form, groups[1].end, own_line && !stopped ? RANK_POINT : RANK_LEAD,
                           POINT_LENGTH);
        return v;
    }
    if (rule(report, TY_RULE_ITEM, range, groups)) {
        verdict v = marked(report, paragraph, form, groups[1].end, RANK_LEAD, ITEM_LENGTH);
        if (!own_line && !goes_on_after(paragraph, v.title)) v.kind = NO_HEADING;
        return v;
    }
    if (rule(report, TY_RULE_DASH, range, groups)) {
        verdict v = marked(report, paragraph, form, groups[1].end, RANK_LEAD, CHAPTER_LENGTH);
        if (!goes_on_after(paragraph, v.title)) v.kind = NO_HEADING;
        return v;
    }
    return (verdict){.kind = NO_HEADING};
}

/* 我国原有工业的地区分布是很不合理的: says something; a lead names what its paragraph is about (我们要建设高水平的幸福广东 does). */
static bool is_statement(const ty_report *report, ty_slice title) {
    const uint32_t *flow = report->flow;
    bool we = flow[title.start] == U'我' && flow[title.start + 1] == U'们' && flow[title.start + 2] != U'要';
    if (flow[title.start] == U'有' || we) return true;
    for (uint32_t at = title.start + 1; at < title.end; at++)
        if (flow[at] == U'是') return true;
    return false;
}

/* 第七次会议上: the end of a session's name, on a line of its own. */
static bool ends_session(const ty_report *report, ty_slice range) {
    enum { LONGEST = 14 };
    return length_of(range) > 4 && length_of(range) <= LONGEST && report->flow[range.start] == U'第' && report->flow[range.end - 1] == U'上' &&
           ty_comes_before(report, range.end - 1, U"会议");
}

/* ——2022年3月5日在第十三届全国人民代表大会第五次会议上: when and where the report was given, in one line or two. */
static bool tells_session(ty_report *report, const ty_paragraph *paragraph, const ty_paragraph *next) {
    ty_slice groups[4], range = paragraph->flow;
    bool dates = rule(report, TY_RULE_DATE, range, groups), meets = rule(report, TY_RULE_SESSION, range, groups);
    if (dates && (meets || rule(report, TY_RULE_MEETING, range, groups))) return true;
    if ((meets && report->flow[range.end - 1] == U'上') || ends_session(report, range)) return true; /* 第十四届人民代表大会第五次会议上 */
    if (dates && next && ends_session(report, next->flow)) return true;
    return dates && next && rule(report, TY_RULE_SESSION, next->flow, groups) && report->flow[next->flow.end - 1] == U'上';
}

/* 现在，我代表国务院，向大会报告政府工作，请各位代表审议: the words that open the report, without their stop. */
static bool opens_report(const ty_report *report, ty_slice range) {
    for (uint32_t at = range.start; at + 2 < range.end; at++)
        if (ty_comes_at(report, at, U"我代表")) return true;
    return false;
}

/* Such a line, or the one below it that names the speaker (某某市市长 某某某), is no heading. */
static bool tells_occasion(ty_report *report, const ty_paragraph *paragraph, const ty_paragraph *next) {
    enum { LONGEST_NAME = 4 };
    ty_slice groups[4], range = paragraph->flow;
    if (tells_session(report, paragraph, next)) return true;
    if (paragraph == TY_PARAGRAPHS_OF(report) || !rule(report, TY_RULE_SPEAKER, range, groups) || length_of(groups[1]) > LONGEST_NAME) return false;
    uint32_t before = groups[0].start > range.start ? report->flow[groups[0].start - 1] : U'市';
    bool place = ty_is_among(before, U"省市县区府");
    return place && tells_session(report, paragraph - 1, paragraph);
}

static verdict judge_unmarked(ty_report *report, const ty_paragraph *paragraph, const ty_form *form,
                              const ty_paragraph *next, const ty_form *next_form) {
    ty_slice range = paragraph->flow, groups[4];
    verdict v = {.kind = HEADING, .rank = RANK_LEAD, .marker = {range.start, range.start}};
    bool stopped = is_stopped(report, range);
    bool bold = form->bold_end > range.start;
    if (bold && (form->bold_end < range.end || form->line_count > 1 || stopped || !rule(report, TY_RULE_TITLE, range, groups))) {
        v.title = trim_title(report, range.start, ty_closing(report, range.start, U'。', form->bold_end));
        return v;
    }
    if (form->line_count == 1 && !stopped && length_of(range) <= BODY_LENGTH + 5 && next &&
        !ty_is_comma(report->flow[range.end - 1])) {
        bool titled = rule(report, TY_RULE_TITLE, range, groups);
        bool apart = report->is_spaced && form->blanks && next_form->blanks;
        bool cells = ty_closing(report, range.start, '|', range.end) < range.end; /* 指标 | 2023年完成 */
        if ((titled || apart || (form->blanks >= 2 && next_form->blanks >= 1)) && !tells_occasion(report, paragraph, next) &&
            !opens_report(report, range) && !cells) {
            bool stands_out = form->blanks >= 2 && !count_commas(report, range) && length_of(range) <= LEAD_LENGTH;
            v.rank = rule(report, TY_RULE_TURN, range, groups) ? RANK_TURN : titled || stands_out ? RANK_TITLE : RANK_SUBTITLE;
            v.title = trim_title(report, range.start, range.end);
            return v;
        }
    }
    ty_slice line = {range.start, form->first_end};
    if (form->line_count > 1 && line.end < range.end && length_of(line) <= LINE_LENGTH && is_stopped(report, line) &&
        ty_is_stop(report->flow[line.end - 1])) {
        v.title = trim_title(report, line.start, line.end);
        return v;
    }
    if (!report->is_spaced && form->line_count == 1 && stopped && length_of(range) <= OWN_LINE_LENGTH && count_commas(report, range) <= 2 &&
        ty_is_stop(report->flow[range.end - 1]) && next && length_of(next->flow) >= BODY_LENGTH) {
        v.kind = LINE_LEAD;
        v.title = trim_title(report, range.start, range.end);
        return v;
    }
    if (next && form->line_count == 1 && stopped && length_of(range) <= OWN_LINE_LENGTH && ty_is_stop(report->flow[range.end - 1]) &&
        first_stop(report, range.start, range.end) + 1 == range.end && !is_statement(report, range) &&
        (rule(report, TY_RULE_POINT, next->flow, groups) || rule(report, TY_RULE_ITEM, next->flow, groups))) {
        v.kind = LEAD_OVER_ITEMS;
        v.title = trim_title(report, range.start, range.end);
        return v;
    }
    uint32_t stop = first_stop(report, range.start, range.end);
    v.title = trim_title(report, range.start, stop);
    if (stop < range.end && report->flow[stop] == U'。' && length_of(v.title) <= LINE_LENGTH && (next || range.end > stop + 1) &&
        rule(report, TY_RULE_PARALLEL, range, groups)) {
        v.kind = PARALLEL_LEAD;
        v.rank = RANK_PARALLEL;
        return v;
    }
    v.kind = PLAIN_LEAD;
    if (stop == range.end || report->flow[stop] != U'。' || length_of(v.title) > LEAD_LENGTH ||
        length_of(v.title) < 4 || count_commas(report, v.title) || range.end < stop + 12 || is_statement(report, v.title))
        v.kind = NO_HEADING;
    return v;
}

static verdict judge(ty_report *report, uint32_t index) {
    ty_paragraph *paragraphs = TY_PARAGRAPHS_OF(report);
    const ty_paragraph *paragraph = &paragraphs[index];
    const ty_form *form = (const ty_form *)report->forms.items + index;
    bool last = index + 1 == report->tables[TY_PARAGRAPHS].count;
    ty_slice groups[4];
    bool empty = paragraph->flow.start == paragraph->flow.end; /* nothing but asterisks */
    if (empty || form->is_front || form->is_counted || (paragraph->role != TY_BODY && paragraph->role != TY_EXPLANATION))
        return (verdict){.kind = NO_HEADING};
    if (paragraph->role == TY_EXPLANATION) {
        verdict v = {.kind = NO_HEADING, .rank = RANK_TITLE, .role = TY_OTHER_ROLE};
        if (!rule(report, TY_RULE_GLOSSARY, paragraph->flow, groups) && form->appendix_end == paragraph->flow.start)
            return v;
        v.kind = HEADING;
        v.marker = (ty_slice){paragraph->flow.start, form->appendix_end};
        v.title = trim_title(report, form->appendix_end, paragraph->flow.end);
        return v;
    }
    bool has_mark = ty_match_mark(&report->matcher, paragraph->flow); /* most have none of those that are asked for one by one */
    if (has_mark && rule(report, TY_RULE_RESTART, paragraph->flow, groups)) return (verdict){.restarts = true};
    verdict v = judge_marked(report, paragraph, form, has_mark);
    if (v.kind != NO_HEADING) return v;
    return judge_unmarked(report, paragraph, form, last ? NULL : paragraph + 1, last ? NULL : form + 1);
}

/* 一是, 第一，: does the mark number the leads? Not —— or 1. */
static bool is_numbered(const ty_report *report, ty_slice marker) {
    return length_of(marker) > 1 && (report->flow[marker.start] == U'第' || report->flow[marker.end - 1] == U'是');
}

/* A plain lead counts where a sibling does the same; none counts in a chapter that sets leads on their own lines. */
static void settle_leads(const ty_report *report, verdict *verdicts, uint32_t count, const uint32_t *plain, const uint32_t *lines,
                         const uint32_t *parallel, const uint32_t *chapter_lines) {
    bool over_items = false;
    uint32_t under = TY_NONE; /* the group of the last 一是 or 第一 */
    for (uint32_t i = 0; i < count; i++) {
        verdict *v = &verdicts[i];
        bool after_heading = i && verdicts[i - 1].kind == HEADING;
        if (v->kind == PARALLEL_LEAD) v->kind = parallel[v->group] >= 3 ? HEADING : NO_HEADING;
        if (v->kind == LEAD_OVER_ITEMS) {
            v->kind = chapter_lines[v->chapter] >= 2 ? HEADING : NO_HEADING;
            over_items = v->kind == HEADING;
        } else if (v->kind == HEADING && v->rank <= RANK_LEAD) {
            over_items = over_items && v->rank == RANK_LEAD && length_of(v->marker);
            if (over_items) v->rank = RANK_UNDER_LEAD;
        }
        if (v->kind == HEADING && v->rank == RANK_LEAD && is_numbered(report, v->marker)) under = v->group;
        if (v->kind == PLAIN_LEAD) {
            v->kind = plain[v->group] >= 2 && chapter_lines[v->chapter] < 2 ? HEADING : NO_HEADING;
            if (under == v->group) v->rank = RANK_UNDER_LEAD; /* 一是深化改革。… and below it 扎实推动重点改革。… */
        }
        if (v->kind == LINE_LEAD)
            v->kind = lines[v->group] >= 2 && !(after_heading && verdicts[i - 1].rank < RANK_LEAD &&
                                                length_of(v->title) > LEAD_LENGTH)
                          ? HEADING
                          : NO_HEADING;
    }
}

/* Items of a list, most of them a whole sentence, follow each other without a body; a heading has one. */
static void settle_items(verdict *verdicts, uint32_t count) {
    for (uint32_t i = 0, end; i < count; i = end) {
        uint32_t items = 0;
        for (end = i; end < count && verdicts[end].kind == HEADING && verdicts[end].rank >= RANK_PART &&
                      verdicts[end].rank == verdicts[i].rank && length_of(verdicts[end].marker); end++)
            items += verdicts[end].is_item;
        if (items >= 2 && items * 2 > end - i)
            for (uint32_t k = i; k < end; k++) verdicts[k].kind = NO_HEADING;
        end += end == i;
    }
}

/* Where other titles are the chapters, 一、 before a whole sentence marks a point. */
static void settle_points(verdict *verdicts, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (verdicts[i].kind == HEADING && verdicts[i].rank == RANK_CHAPTER && verdicts[i].is_item) verdicts[i].rank = RANK_LEAD;
}

/* 一、2025年工作回顾, 二、2026年工作安排, each a line, then **三、加强自身建设** with its text behind: one that goes on with the chapters'
   numbers is a chapter too, where no other in bold began again at 一. */
static void settle_bold(const ty_report *report, verdict *verdicts, uint32_t count) {
    int32_t last = 0;
    bool began = false;
    for (uint32_t i = 0; i < count; i++) {
        verdict *v = &verdicts[i];
        if (v->kind != HEADING || length_of(v->marker) != 2 || (v->rank != RANK_CHAPTER && !v->is_bold)) continue;
        int32_t number = ty_digit_of(report->flow[v->marker.start]);
        if (v->rank == RANK_CHAPTER) {
            last = number;
            began = false;
        } else if (!began && number > 1 && number == last + 1) {
            v->rank = RANK_CHAPTER;
            last = number;
        } else {
            began = true;
        }
    }
}

static bool has_titles(const verdict *verdicts, uint32_t count) {
    uint32_t titles = 0;
    for (uint32_t i = 0; i < count; i++)
        titles += verdicts[i].kind == HEADING && verdicts[i].rank == RANK_TITLE && !length_of(verdicts[i].marker);
    return titles >= 2;
}

/* Where no chapter is marked 一、 and （一） comes but once, （一） marks the chapters, unless it stands right under the title of one. */
static void settle_parts(const ty_report *report, verdict *verdicts, uint32_t count) {
    uint32_t first = 0, parts = 0;
    for (uint32_t i = 0; i < count; i++) {
        const verdict *v = &verdicts[i];
        if (v->kind != HEADING || !length_of(v->marker)) continue;
        if (v->rank == RANK_CHAPTER && !v->is_item) return;
        bool own_line = v->rank == RANK_PART && !goes_on_after(&TY_PARAGRAPHS_OF(report)[i], v->title);
        bool under_title = i && verdicts[i - 1].kind == HEADING && verdicts[i - 1].rank == RANK_TITLE && !length_of(verdicts[i - 1].marker);
        if (own_line && under_title) return; /* 2026年重点工作, and （一） in the next line */
        parts += own_line;
        first += own_line && length_of(v->marker) == 3 && report->flow[v->marker.start + 1] == U'一';
    }
    if (first != 1 || parts < 2) return;
    settle_points(verdicts, count);
    for (uint32_t i = 0; i < count; i++)
        if (verdicts[i].kind == HEADING && verdicts[i].rank == RANK_PART && !goes_on_after(&TY_PARAGRAPHS_OF(report)[i], verdicts[i].title))
            verdicts[i].rank = RANK_TITLE;
}

static bool is_unmarked_title(const verdict *v) {
    return v->kind == HEADING && v->rank <= RANK_SUBTITLE && !length_of(v->marker);
}

/* Where 一、 comes but once among the chapters and no title stands over it, what stands between them without a mark is below
   them: 五年来，改革取得进展. */
static void settle_subtitles(const ty_report *report, verdict *verdicts, uint32_t count) {
    uint32_t first = TY_NONE, last = 0, ones = 0;
    for (uint32_t i = 0; i < count; i++) {
        const verdict *v = &verdicts[i];
        if (first == TY_NONE && is_unmarked_title(v)) return;
        if (v->kind != HEADING || v->rank != RANK_CHAPTER || v->is_item || !length_of(v->marker)) continue;
        ones += report->flow[v->marker.start] == U'一' && length_of(v->marker) == 2;
        if (first == TY_NONE) first = i;
        last = i;
    }
    if (ones != 1 || first == last) return;
    for (uint32_t i = first; i < last; i++)
        if (is_unmarked_title(&verdicts[i])) verdicts[i].rank = RANK_UNDER_CHAPTER;
}

static ty_status judge_all(ty_report *report, verdict **out, ty_error *error) {
    uint32_t count = report->tables[TY_PARAGRAPHS].count, group = 0, chapter = 0;
    verdict *verdicts = ty_arena_take(&report->arena, (count + 1) * sizeof *verdicts);
    uint32_t *plain = ty_arena_take(&report->arena, (count + 1) * sizeof *plain);
    uint32_t *lines = ty_arena_take(&report->arena, (count + 1) * sizeof *lines);
    uint32_t *parallel = ty_arena_take(&report->arena, (count + 1) * sizeof *parallel);
    uint32_t *chapter_lines = ty_arena_take(&report->arena, (count + 1) * sizeof *chapter_lines);
    if (!verdicts || !plain || !lines || !parallel || !chapter_lines) return ty_fail_memory(error);
    plain[0] = lines[0] = parallel[0] = chapter_lines[0] = 0;
    for (uint32_t i = 0; i < count; i++) verdicts[i] = judge(report, i);
    settle_items(verdicts, count);
    settle_bold(report, verdicts, count);
    if (has_titles(verdicts, count)) settle_points(verdicts, count);
    settle_parts(report, verdicts, count);
    settle_subtitles(report, verdicts, count);
    for (uint32_t i = 0; i < count; i++) {
        if (verdicts[i].restarts || (verdicts[i].kind == HEADING && verdicts[i].rank < RANK_LEAD)) {
            group++;
            plain[group] = lines[group] = parallel[group] = 0;
            if (!verdicts[i].restarts && verdicts[i].rank <= RANK_CHAPTER) chapter_lines[++chapter] = 0;
        }
        verdicts[i].group = group;
        verdicts[i].chapter = chapter;
        plain[group] += verdicts[i].kind == PLAIN_LEAD;
        lines[group] += verdicts[i].kind == LINE_LEAD;
        parallel[group] += verdicts[i].kind == PARALLEL_LEAD;
        bool line_lead = verdicts[i].kind == HEADING && verdicts[i].rank == RANK_LEAD && !length_of(verdicts[i].marker);
        chapter_lines[chapter] += verdicts[i].kind == LINE_LEAD || line_lead;
    }
    settle_leads(report, verdicts, count, plain, lines, parallel, chapter_lines);
    *out = verdicts;
    return TY_OK;
}

/* The role of the chapter before the one just opened; 0. */
static uint8_t role_before(const ty_report *report) {
    const ty_section *sections = TY_SECTIONS_OF(report);
    uint32_t i = report->tables[TY_SECTIONS].count - 1;
    while (i && sections[i - 1].level != 1) i--;
    return i ? sections[i - 1].role : 0;
}

/* What headings are judged by. */
typedef struct outline {
    ty_report *report;
    verdict *verdicts; /* of each paragraph */
    uint32_t count;
    uint8_t looked;    /* for plans, among headings of this rank and above; 0: not yet */
} outline;

/* Tell each verdict the least rank of the headings behind it that are named a plan, of those up to a rank. */
static void look_for_plans(outline *o, uint8_t rank) {
    uint8_t least = UINT8_MAX;
    ty_slice groups[4];
    for (uint32_t i = o->count; i--;) {
        verdict *v = &o->verdicts[i];
        v->plan_behind = least;
        if (v->kind == HEADING && v->rank <= rank && v->rank < least &&
            ty_match_rule(&o->report->matcher, TY_RULE_PLAN_NOUN, v->title, groups) &&
            ty_match_rule(&o->report->matcher, TY_RULE_DATED_PLAN, v->title, groups))
            least = v->rank;
    }
    o->looked = rank;
}

/* Does a chapter of this rank come behind that is named a plan: 四、2026年工作安排? */
static bool plan_comes(outline *o, const verdict *v) {
    if (o->looked < v->rank) look_for_plans(o, v->rank);
    return v->plan_behind <= v->rank;
}

static uint8_t role_of(outline *o, const verdict *v) {
    ty_report *report = o->report;
    static const ty_rule rules[] = {TY_RULE_SELF, TY_RULE_REVIEW, TY_RULE_ABROAD, TY_RULE_PLAN_PART};
    static const uint8_t roles[] = {TY_SELF, TY_REVIEW, TY_OTHER_ROLE, TY_PLAN};
    ty_slice groups[4];
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (!ty_match_rule(&report->matcher, rules[i], v->title, groups)) continue;
        bool names = roles[i] == TY_REVIEW || roles[i] == TY_OTHER_ROLE || v->rank != RANK_PART || /* （六）加强自身建设，效能进一步提升 is more than a name */
                     (roles[i] == TY_SELF ? !count_commas(report, v->title) : ty_match_rule(&report->matcher, TY_RULE_PLAN_NOUN, v->title, groups));
        return names || ty_urges(report, v->title) ? roles[i] : TY_OTHER_ROLE; /* （二）重点领域改革深入推进。 */
    }
    uint8_t before = role_before(report); /* 着力搞好宏观调控, behind a plan or, if none comes, behind the review */
    bool plans = before == TY_PLAN || (before == TY_REVIEW && !plan_comes(o, v));
    bool keeps = before == TY_PLAN && ty_comes_before(report, v->title.start + 2, U"保持"); /* 保持经济快速增长, behind a plan */
    return plans && (keeps || ty_urges(report, v->title)) ? TY_PLAN : TY_OTHER_ROLE;
}

/* The open sections, from the chapter down. Their ranks rise, so that no more are open than there are ranks. */
enum { MOST_OPEN = 10 };
typedef struct open_stack {
    uint32_t section[MOST_OPEN], depth;
    uint8_t rank[MOST_OPEN];
} open_stack;

static void close_to(ty_report *report, open_stack *open, uint32_t rank, uint32_t at) {
    while (open->depth && open->rank[open->depth - 1] >= rank)
        TY_SECTIONS_OF(report)[open->section[--open->depth]].end = at;
}

static ty_status open_section(outline *o, open_stack *open, const verdict *v, const ty_paragraph *paragraph, bool has_chapters,
                              ty_error *error) {
    ty_report *report = o->report;
    ty_section *section = ty_array_push(&report->arena, &report->tables[TY_SECTIONS], sizeof *section);
    if (!section) return ty_fail_memory(error);
    uint32_t level = open->depth + 1;
    /* An excerpt can begin below the chapter that it belongs to. */
    if (!open->depth && (v->rank == RANK_LEAD || (v->rank >= RANK_PART && has_chapters))) level = 2;
    if (open->depth) level = TY_SECTIONS_OF(report)[open->section[open->depth - 1]].level + 1;
    if (level > DEEPEST) level = DEEPEST;
    *section = (ty_section){.start = paragraph->start,
                            .end = report->text.length,
                            .level = level,
                            .marker = ty_flow_slice(report, v->marker.start, v->marker.end),
                            .title = ty_flow_slice(report, v->title.start, v->title.end),
                            .parent = open->depth ? open->section[open->depth - 1] : TY_NONE};
    section->role = v->role                 ? v->role
                    : section->parent != TY_NONE ? TY_SECTIONS_OF(report)[section->parent].role
                    : level == 1             ? role_of(o, v)
                                             : 0;
    assert(open->depth < MOST_OPEN);
    open->section[open->depth] = report->tables[TY_SECTIONS].count - 1;
    open->rank[open->depth++] = v->rank;
    return TY_OK;
}

/* 一、聚焦高质量发展，综合实力迈上新台阶, with nothing but plans behind it: does the first chapter, whose title holds a word of plan
   (发展), look back? */
static bool looks_back(ty_report *report, const verdict *verdicts, uint32_t chapter) {
    const ty_section *sections = TY_SECTIONS_OF(report);
    uint32_t count = report->tables[TY_SECTIONS].count, plans = 0, heading = 0, i = 0;
    for (uint32_t k = chapter; k < count; k++) {
        if (sections[k].level == 1 && sections[k].role == TY_REVIEW) return false;
        plans += sections[k].level == 1 && sections[k].role == TY_PLAN;
    }
    if (plans < 2 || sections[chapter].role != TY_PLAN) return false;
    while (verdicts[i].kind != HEADING || heading++ < chapter) i++; /* a section for each heading, in order */
    ty_slice title = verdicts[i].title, groups[4];
    bool plain = !ty_match_rule(&report->matcher, TY_RULE_PLAN_NOUN, title, groups) &&
                 !ty_match_rule(&report->matcher, TY_RULE_DATED_PLAN, title, groups);
    return plain && !ty_urges(report, title);
}

/* 全县经济社会保持平稳较快发展, a slogan, and below it 一、 and 二、; then 2013年工作安排, without a mark: where the chapters of the plan have
   no mark, the marked ones before them are parts of the review, whatever their titles say. */
static void settle_unseen_review(ty_report *report, const verdict *verdicts, uint32_t chapter) {
    ty_section *sections = TY_SECTIONS_OF(report);
    uint32_t count = report->tables[TY_SECTIONS].count, i = 0, marked = 0, k = 0;
    for (; k < count; k++, i++) { /* a section for each heading, in order */
        while (verdicts[i].kind != HEADING) i++;
        if (sections[k].level != 1) continue;
        ty_slice groups[4];
        bool dated = ty_match_rule(&report->matcher, TY_RULE_DATED_PLAN, verdicts[i].title, groups);
        bool plans = sections[k].role == TY_PLAN && ty_match_rule(&report->matcher, TY_RULE_PLAN_NOUN, verdicts[i].title, groups);
        if (dated && plans && !length_of(verdicts[i].marker) && verdicts[i].rank == RANK_TITLE) break;
        if (dated || plans || !length_of(verdicts[i].marker)) return;
        marked++;
    }
    if (k == count || marked < 2 || sections[chapter].role == TY_PLAN || sections[chapter].role == TY_SELF) return;
    for (uint32_t s = chapter; s < k; s++) sections[s].role = TY_REVIEW;
}

/* What stands above the first chapter of an excerpt is the chapter before it: above a plan, the review. */
static void settle_roles(ty_report *report, const verdict *verdicts) {
    ty_section *sections = TY_SECTIONS_OF(report);
    uint32_t count = report->tables[TY_SECTIONS].count, chapter = 0;
    while (chapter < count && sections[chapter].level != 1) chapter++;
    if (chapter < count && looks_back(report, verdicts, chapter))
        for (uint32_t i = chapter; i < count && (i == chapter || sections[i].level != 1); i++) sections[i].role = TY_REVIEW;
    settle_unseen_review(report, verdicts, chapter);
    uint8_t before = chapter < count && sections[chapter].role == TY_PLAN ? TY_REVIEW : TY_OTHER_ROLE;
    for (uint32_t i = 0; i < count; i++)
        if (!sections[i].role) sections[i].role = i < chapter ? before : TY_OTHER_ROLE;
    uint32_t plan = chapter;
    while (plan < count && (sections[plan].level != 1 || sections[plan].role == TY_OTHER_ROLE)) plan++;
    if (plan == count || sections[plan].role != TY_PLAN) return;
    for (uint32_t i = chapter; i < plan; i++) /* 一、经济运行稳中有进, and so on, before a plan */
        if (sections[i].role == TY_OTHER_ROLE) sections[i].role = TY_REVIEW;
}

ty_status ty_pass_heading(ty_report *report, ty_error *error) {
    verdict *verdicts = NULL;
    open_stack open = {.depth = 0};
    uint32_t count = report->tables[TY_PARAGRAPHS].count;
    bool has_chapters = false;
    report->matcher.text = report->flow;
    ty_status status = judge_all(report, &verdicts, error);
    if (status) return status;
    outline o = {.report = report, .verdicts = verdicts, .count = count};
    for (uint32_t i = 0; i < count; i++)
        has_chapters = has_chapters || (verdicts[i].kind == HEADING && verdicts[i].rank <= RANK_CHAPTER);
    for (uint32_t i = 0; i < count; i++) {
        ty_paragraph *paragraph = &TY_PARAGRAPHS_OF(report)[i];
        verdict *v = &verdicts[i];
        if (v->restarts) close_to(report, &open, RANK_PART, paragraph->start);
        if (v->kind == HEADING) {
            close_to(report, &open, v->rank, paragraph->start);
            if ((status = open_section(&o, &open, v, paragraph, has_chapters, error))) return status;
            if (!goes_on_after(paragraph, v->title) && paragraph->role == TY_BODY) paragraph->role = TY_HEADING;
            paragraph->flow_text = v->marker.end > paragraph->flow.start ? v->marker.end : paragraph->flow.start;
        }
        if (open.depth && paragraph->role != TY_CHROME && paragraph->role != TY_MARK)
            paragraph->section = open.section[open.depth - 1];
    }
    settle_roles(report, verdicts);
    return TY_OK;
}
