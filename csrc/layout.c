/* layout.c: lines to paragraphs.
 *
 * A line is a paragraph unless it goes on in the next: newspapers break columns and pages in mid-sentence, web
 * pages break at every link. Page marks and the furniture of web pages are paragraphs of their own role, and a
 * broken paragraph goes on across them.
 */
#include "report.h"

#include <string.h>

typedef struct line {
    uint32_t start, end;
    uint32_t blanks; /* empty lines before it */
    uint8_t role;    /* ty_paragraph_role */
    bool indented, is_front, is_title, is_appendix;
    uint8_t mark;    /* mark_state */
    bool is_counted; /* a figure that counts on from the line before opens it: 02 新建… */
    bool runs_on; /* a full line of a text that indents its paragraphs: only one that is indented ends this one */
} line;

/* Does a mark open the line? Asked where it matters: most lines end a sentence, and so does the one before them. */
typedef enum { UNKNOWN, UNMARKED, MARKED } mark_state;

enum {
    FRONT_LINES = 80,     /* the opening stands among the first lines, or the text has no front */
    BODY_LENGTH = 20,     /* a shorter line is not continued across an empty one */
    TITLE_LENGTH = 45,    /* a longer line without a stop is broken, not a title, */
    MARKED_LENGTH = 70,   /* unless a mark opens it: then one longer than this */
    TAIL_BODY = 120       /* a line as long as this after a tail mark is body after all */
};

static ty_status split_lines(ty_report *report, ty_array *lines, ty_error *error) {
    const uint32_t *folded = report->text.folded;
    const ty_input *input = report->input;
    uint32_t blanks = 0, length = report->text.length, mark = 0;
    for (uint32_t at = 0; at < length;) {
        uint32_t start = at, end;
        end = ty_find(folded, at, length, '\n');
        at = end + 1;
        bool indented = start < end && report->text.raw[start] == 0x3000;
        while (start < end && folded[start] == ' ') start++;
        while (end > start && folded[end - 1] == ' ') end--;
        if (start == end) {
            blanks++;
            continue;
        }
        line *next = ty_array_push(&report->arena, lines, sizeof *next);
        if (!next) return ty_fail_memory(error);
        *next = (line){.start = start, .end = end, .blanks = blanks, .role = TY_BODY, .indented = indented};
        while (mark < input->mark_count && input->marks[mark].end <= start) mark++;
        if (mark < input->mark_count && input->marks[mark].start <= start) next->role = TY_MARK;
        if (!report->text.has_bars) report->text.has_bars = ty_find(folded, start, end, '|') < end;
        blanks = 0;
    }
    return TY_OK;
}

static bool fits(ty_report *report, ty_rule rule, const line *l) {
    ty_slice groups[4];
    return ty_match_rule(&report->matcher, rule, (ty_slice){l->start, l->end}, groups);
}

static bool is_marked(ty_report *report, line *l) {
    if (l->role != TY_BODY && l->role != TY_EXPLANATION) return false;
    if (l->mark == UNKNOWN) {
        bool opens = ty_match_mark(&report->matcher, (ty_slice){l->start, l->end}) || report->text.folded[l->start] == '#';
        l->mark = opens ? MARKED : UNMARKED;
    }
    return l->mark == MARKED;
}

static bool ends_sentence(const ty_report *report, const line *l) {
    const uint32_t *folded = report->text.folded;
    uint32_t end = l->end;
    while (end > l->start && (ty_is_closer(folded[end - 1]) || folded[end - 1] == '*')) end--;
    return end > l->start && (ty_is_stop(folded[end - 1]) || ty_is_semicolon(folded[end - 1]) ||
                              ty_is_colon(folded[end - 1]) || folded[end - 1] == U'…');
}

static uint32_t length_of(const line *l) { return l->end - l->start; }

/* The lines above the opening (各位代表) are the title, who speaks where, and the furniture of the page. */
static uint32_t mark_front(ty_report *report, line *lines, uint32_t count) {
    uint32_t front = 0, limit = count < FRONT_LINES ? count : FRONT_LINES;
    while (front < limit && !fits(report, TY_RULE_OPENING, &lines[front])) front++;
    if (front == limit) front = 0;
    for (uint32_t i = 0; i < front; i++) /* a long line is text: the words open a passage, not the report */
        if (length_of(&lines[i]) >= TAIL_BODY) front = 0;
    for (uint32_t i = 0; i < front; i++) {
        lines[i].is_front = true;
        if (lines[i].role == TY_MARK || fits(report, TY_RULE_PAGE_MARK, &lines[i]))
            lines[i].role = TY_MARK;
        else if (fits(report, TY_RULE_DOCUMENT_TITLE, &lines[i]))
            lines[i].role = TY_HEADING;
        else if (!fits(report, TY_RULE_SESSION, &lines[i]) && lines[i].role == TY_BODY &&
                 (fits(report, TY_RULE_CHROME, &lines[i]) || length_of(&lines[i]) <= 4))
            lines[i].role = TY_CHROME;
    }
    return front;
}

/* 政府工作报告, in bold or as a heading of Markdown or not. */
static bool is_document_title(ty_report *report, const line *l) {
    ty_slice bare = {l->start, l->end}, groups[4];
    const uint32_t *folded = report->text.folded;
    while (bare.start < bare.end && ty_is_among(folded[bare.start], U"*# ")) bare.start++;
    while (bare.end > bare.start && folded[bare.end - 1] == '*') bare.end--;
    return ty_match_rule(&report->matcher, TY_RULE_DOCUMENT_TITLE, bare, groups);
}

static void mark_body(ty_report *report, line *lines, uint32_t from, uint32_t count) {
    uint8_t role = TY_BODY;
    for (uint32_t i = from; i < count; i++) {
        line *l = &lines[i];
        bool is_short = length_of(l) <= TITLE_LENGTH;
        if (l->role == TY_MARK || (is_short && fits(report, TY_RULE_PAGE_MARK, l))) {
            l->role = TY_MARK;
            continue;
        }
        if (is_short && fits(report, TY_RULE_CHROME_TAIL, l)) {
            role = TY_CHROME;
        } else if (role == TY_CHROME && length_of(l) >= TAIL_BODY && ends_sentence(report, l)) {
            role = TY_BODY;
        } else if (is_short && fits(report, TY_RULE_APPENDIX, l)) {
            role = i + 1 < count && fits(report, TY_RULE_GLOSSARY, l + 1) ? TY_EXPLANATION : TY_BODY;
            l->is_appendix = true;
        }
        if (is_short && role != TY_CHROME && fits(report, TY_RULE_GLOSSARY, l)) role = TY_EXPLANATION;
        if (role == TY_BODY && i > count / 2 && fits(report, TY_RULE_ENDNOTE, l)) role = TY_EXPLANATION;
        l->role = role;
        if (role == TY_BODY && is_short && fits(report, TY_RULE_CHROME, l)) l->role = TY_CHROME;
        if (i == 0 && is_document_title(report, l)) l->role = TY_HEADING;
    }
}

/* Is no bracket of the line open at its end: not 细颗粒物（PM, broken before 2.5）. */
static bool is_balanced(const ty_report *report, const line *l) {
    const uint32_t *folded = report->text.folded;
    uint32_t open = 0;
    for (uint32_t at = l->start; at < l->end; at++) {
        open += folded[at] == '(';
        open -= folded[at] == ')' && open;
    }
    return !open;
}

/* The length of a full line where a text is broken into lines of one width; 0 if it is not. */
static uint32_t full_width(const line *lines, uint32_t count) {
    enum { WIDEST = 64, SHARE_FULL = 4, ENOUGH = 8, SHARE_LONGER = 20 }; /* a fourth of the lines at least, a twentieth at most */
    uint32_t seen[WIDEST] = {0}, longer = 0;
    for (uint32_t i = 0; i < count; i++)
        if (length_of(&lines[i]) < WIDEST) seen[length_of(&lines[i])]++;
        else longer++;
    for (uint32_t width = WIDEST - 1; width > BODY_LENGTH && longer <= count / SHARE_LONGER; longer += seen[width--])
        if (seen[width] + seen[width - 1] > count / SHARE_FULL + ENOUGH) return width;
    return 0;
}

/* A title stands alone: short, no stop, no comma at its end, not in the middle of a broken sentence. */
static void mark_titles(ty_report *report, line *lines, uint32_t count) {
    enum { SHORTEST_BROKEN = 12 };
    uint32_t width = full_width(lines, count), indented = 0;
    for (uint32_t i = 0; i < count; i++) indented += lines[i].indented;
    for (uint32_t i = 0; i < count; i++) {
        line *l = &lines[i];
        if (l->role != TY_BODY && l->role != TY_EXPLANATION) continue;
        bool is_full = width && length_of(l) + (l->indented ? 3 : 1) >= width;
        l->runs_on = is_full && indented > count / 20;
        uint32_t last = report->text.folded[l->end - 1];
        if (length_of(l) > MARKED_LENGTH || ends_sentence(report, l) || last == U'、' || ty_is_comma(last)) continue;
        bool marked = is_marked(report, l);
        if (length_of(l) > TITLE_LENGTH && !(marked && is_balanced(report, l))) continue;
        bool after_break = i && !l->blanks && lines[i - 1].role == l->role && !ends_sentence(report, &lines[i - 1]) &&
                           !lines[i - 1].is_title && !lines[i - 1].is_appendix &&
                           (width || length_of(&lines[i - 1]) > SHORTEST_BROKEN); /* 某县人民政府 breaks nothing off */
        bool set_apart = l->blanks >= 2 && i + 1 < count && lines[i + 1].blanks >= 1;
        bool opens_glossary = l->role == TY_EXPLANATION && fits(report, TY_RULE_GLOSSARY, l);
        l->is_title = (marked && !is_full) || opens_glossary || (!after_break && (set_apart || fits(report, TY_RULE_TITLE, l)));
    }
}

/* 01 新建…: the two digits that open the line, before a blank; 0. */
static uint32_t figure_of(const ty_report *report, const line *l) {
    const uint32_t *at = report->text.folded + l->start;
    bool opens = length_of(l) > 3 && ty_is_digit(at[0]) && ty_is_digit(at[1]) && at[2] == ' ' && (ty_is_han(at[3]) || ty_is_opener(at[3]));
    return opens ? (at[0] - '0') * 10 + (at[1] - '0') : 0;
}

/* 01 …, 02 …, 03 …: lines that figures count are items, and none goes on with the one before. */
static void mark_counted(const ty_report *report, line *lines, uint32_t count) {
    enum { ENOUGH = 3 };
    for (uint32_t i = 0, end; i < count; i = end) {
        for (end = i; end < count && lines[end].role == TY_BODY && figure_of(report, &lines[end]) == end - i + 1;) end++;
        for (uint32_t k = i; end - i >= ENOUGH && k < end; k++) lines[k].mark = MARKED, lines[k].is_counted = true;
        end += end == i;
    }
}

/* （2006年2月8日 张三）: a line that is one bracket; as the first of a paragraph it is all of it. */
static bool is_bracketed(const ty_report *report, const line *l) {
    const uint32_t *folded = report->text.folded;
    uint32_t at = l->start + 1;
    if (folded[l->start] != '(') return false;
    while (at < l->end && folded[at] != ')' && folded[at] != '(') at++;
    return at + 1 == l->end && folded[at] == ')';
}

/* A row of a table is a paragraph of its own: | 指标 | 2023年 | in Markdown, 指标 | 2023年 as the readers write it. */
static bool is_table_row(const ty_report *report, const line *l) {
    const uint32_t *folded = report->text.folded;
    uint32_t bar = report->text.has_bars ? ty_find(folded, l->start, l->end, '|') : l->end;
    return bar == l->start || (bar + 1 < l->end && folded[bar - 1] == ' ' && folded[bar + 1] == ' ');
}

/* Does `next` go on where `l` broke off? */
static bool goes_on(ty_report *report, const line *l, line *next, uint32_t blanks) {
    const uint32_t *folded = report->text.folded;
    uint32_t first = folded[next->start], last = folded[l->end - 1];
    if (l->is_front != next->is_front) return false;
    if (l->is_front) /* a session broken over two lines, and nothing else */
        return blanks == 0 && last != U'上' && ty_is_han(last) && ty_is_han(first) && folded[l->start] == U'—';
    if (blanks >= 2) return false;
    if (l->is_appendix) return length_of(l) <= 5 && !is_marked(report, next);
    if (blanks == 0 && (ty_is_stop(first) || ty_is_comma(first) || ty_is_semicolon(first) || ty_is_closer(first) ||
                        first == U'、'))
        return true;
    if (ty_is_opener(last)) return true;
    if (l->runs_on && blanks == 0 && !next->indented && !is_marked(report, next) && !next->is_title) return true;
    if (ends_sentence(report, l) || l->is_title || is_marked(report, next) || next->indented) return false;
    return blanks == 0 || length_of(l) >= BODY_LENGTH;
}

/* In a text whose paragraphs are set apart by empty lines, a line that follows another without one belongs to the
   same paragraph: its first line is then a lead that was set in bold. */
static bool has_empty_lines(const line *lines, uint32_t count) {
    uint32_t apart = 0;
    for (uint32_t i = 1; i < count; i++) apart += lines[i].blanks > 0;
    return count > 4 && apart * 2 > count;
}

/* Blanks inside words come from typesetting: kept between Latin words and between numbers only. */
static bool keeps_blank(const uint32_t *folded, uint32_t at, uint32_t end) {
    uint32_t left = at ? folded[at - 1] : '\n', next = at + 1;
    if (left == ' ') return false; /* decided at the first blank of a run, so that a long run costs no more */
    while (next < end && folded[next] == ' ') next++;
    uint32_t right = next < end ? folded[next] : '\n';
    if (left >= 0x80 || right >= 0x80 || right == '%') return false;
    if (ty_is_digit(left) && right == '.' && next + 1 < end && ty_is_digit(folded[next + 1])) return false;
    if (!ty_is_digit(left) || !ty_is_digit(right)) return true;
    /* 1 9 9 3 and 8 .8 % are one number spaced out; 1 200 groups thousands; 2022 2023 are two. */
    uint32_t left_digits = 0, right_digits = 0;
    for (uint32_t i = at; i && ty_is_digit(folded[i - 1]) && left_digits < 4; i--) left_digits++;
    for (uint32_t i = next; i < end && ty_is_digit(folded[i]) && right_digits < 4; i++) right_digits++;
    return !((left_digits == 1 && right_digits == 1) || (left_digits <= 3 && right_digits == 3));
}

/* 7*24小时: one asterisk between figures multiplies. */
static bool is_times(const uint32_t *folded, uint32_t at, uint32_t end) {
    return at && at + 1 < end && ty_is_digit(folded[at - 1]) && ty_is_digit(folded[at + 1]);
}

/* Append [start, end) of the text to the flow as it is. */
static void pour_plain(ty_report *report, uint32_t start, uint32_t end) {
    uint32_t *flow_at = report->flow_at + report->flow_length;
    memcpy(report->flow + report->flow_length, report->text.folded + start, (end - start) * sizeof *report->flow);
    for (uint32_t i = 0; i < end - start; i++) flow_at[i] = start + i;
    report->flow_length += end - start;
}

static void pour_one(ty_report *report, uint32_t at, uint32_t c) {
    report->flow[report->flow_length] = c;
    report->flow_at[report->flow_length++] = at;
}

/* Append [start, end) of the text to the flow, without emphasis and stray blanks, and with straight quotes turned by turns: "四上"企业.
   The room was taken at once. */
static void pour(ty_report *report, ty_form *form, uint32_t start, uint32_t end) {
    const uint32_t *folded = report->text.folded;
    static const uint32_t strays[] = U"* \"";
    uint32_t next[TY_LENGTH(strays)] = {start, start, start}; /* where each stands next; looked for again only behind it */
    while (start < end) {
        uint32_t stray = end;
        for (uint32_t k = 0; k < TY_LENGTH(strays); k++) {
            if (next[k] <= start) next[k] = ty_find(folded, start, end, strays[k]);
            if (next[k] < stray) stray = next[k];
        }
        pour_plain(report, start, stray);
        if (stray == end) break;
        if (folded[stray] == '"') {
            pour_one(report, stray, form->quotes ? U'”' : U'“');
            form->quotes = !form->quotes;
        } else if (folded[stray] == '*' ? is_times(folded, stray, end) : keeps_blank(folded, stray, end)) {
            pour_one(report, stray, folded[stray]);
        }
        start = stray + 1;
    }
}

static bool opens_bold(const uint32_t *folded, uint32_t start, uint32_t end) {
    return end - start > 4 && folded[start] == '*' && folded[start + 1] == '*';
}

static ty_status add_piece(ty_report *report, ty_paragraph *paragraph, ty_form *form, const line *l,
                           ty_error *error) {
    const uint32_t *folded = report->text.folded;
    uint32_t start = l->start;
    ty_slice *piece = ty_array_push(&report->arena, &report->pieces, sizeof *piece);
    if (!piece) return ty_fail_memory(error);
    *piece = (ty_slice){l->start, l->end};
    paragraph->pieces.end = report->pieces.count;
    paragraph->end = l->end;
    while (form->line_count == 0 && start < l->end && (folded[start] == '#' || folded[start] == ' ')) start++;
    while (l->is_counted && form->line_count == 0 && (folded[start] == ' ' || ty_is_digit(folded[start]))) start++;
    form->is_counted = form->is_counted || l->is_counted;
    if (form->line_count == 0 && opens_bold(folded, start, l->end)) {
        uint32_t close = start + 2;
        while (close + 1 < l->end && !(folded[close] == '*' && folded[close + 1] == '*')) close++;
        pour(report, form, start, close);
        form->bold_end = report->flow_length;
        start = close;
    }
    pour(report, form, start, l->end);
    form->line_count++;
    paragraph->flow.end = report->flow_length;
    if (form->line_count == 1) {
        form->first_end = report->flow_length;
        if (l->is_appendix) form->appendix_end = report->flow_length;
    }
    return TY_OK;
}

static ty_status close_paragraph(ty_report *report, ty_paragraph *paragraph, bool rejoined, ty_error *error) {
    paragraph->text = (ty_slice){paragraph->start, paragraph->end};
    pour_one(report, paragraph->end, '\n');
    if (rejoined) return ty_add_note(report, TY_REJOINED, paragraph->text, error);
    return TY_OK;
}

/* A paragraph takes its own lines in one go, so that the flow holds them side by side; marks between them wait. */
static ty_status build(ty_report *report, line *lines, uint32_t count, ty_error *error) {
    bool spaced = report->is_spaced = has_empty_lines(lines, count);
    size_t room = (size_t)report->text.length + count + 1;
    report->flow = ty_arena_take(&report->arena, room * sizeof *report->flow);
    report->flow_at = ty_arena_take(&report->arena, room * sizeof *report->flow_at);
    uint8_t *done = ty_arena_take(&report->arena, count + 1);
    if (!report->flow || !report->flow_at || !done) return ty_fail_memory(error);
    memset(done, 0, count + 1);
    for (uint32_t i = 0; i < count; i++) {
        if (done[i]) continue;
        ty_paragraph *paragraph = ty_array_push(&report->arena, &report->tables[TY_PARAGRAPHS], sizeof *paragraph);
        ty_form *form = paragraph ? ty_array_push(&report->arena, &report->forms, sizeof *form) : NULL;
        if (!form) return ty_fail_memory(error);
        *paragraph = (ty_paragraph){.start = lines[i].start,
                                    .role = lines[i].role,
                                    .section = TY_NONE,
                                    .pieces = {report->pieces.count, report->pieces.count},
                                    .flow = {report->flow_length, report->flow_length},
                                    .flow_text = report->flow_length};
        *form = (ty_form){.blanks = lines[i].blanks,
                          .bold_end = report->flow_length,
                          .appendix_end = report->flow_length,
                          .is_front = lines[i].is_front};
        ty_status status = add_piece(report, paragraph, form, &lines[i], error);
        bool rejoined = false;
        for (uint32_t last = i, j = i + 1; !status && j < count; j++) {
            bool passes = lines[j].role == TY_MARK || (lines[j].role == TY_CHROME && lines[i].role != TY_CHROME);
            uint32_t blanks = lines[j].blanks;
            if (lines[i].role != TY_BODY && lines[i].role != TY_EXPLANATION) break;
            if (passes && j - last < 4) continue; /* a mark or two may stand in the break */
            if (lines[j].role != lines[i].role) break;
            if (j - last > 1) blanks = blanks ? 1 : 0;
            bool same_block = spaced && blanks == 0 && !lines[j].indented && !lines[last].is_title &&
                              !lines[i].is_front && !lines[j].is_front && !is_marked(report, &lines[j]);
            if (!same_block && ((last == i && is_bracketed(report, &lines[i])) || !goes_on(report, &lines[last], &lines[j], blanks))) break;
            if (is_table_row(report, &lines[last]) || is_table_row(report, &lines[j])) break;
            rejoined = rejoined || !same_block || !ends_sentence(report, &lines[last]);
            status = add_piece(report, paragraph, form, &lines[j], error);
            done[j] = 1;
            last = j;
        }
        if (status || (status = close_paragraph(report, paragraph, rejoined, error))) return status;
    }
    return TY_OK;
}

ty_status ty_pass_layout(ty_report *report, ty_error *error) {
    ty_array array = {0};
    ty_status status = split_lines(report, &array, error);
    if (status) return status;
    line *lines = array.items;
    report->matcher.text = report->text.folded;
    uint32_t front = mark_front(report, lines, array.count);
    mark_body(report, lines, front, array.count);
    mark_titles(report, lines, array.count);
    mark_counted(report, lines, array.count);
    return build(report, lines, array.count, error);
}
