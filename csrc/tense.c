/* tense.c: result or promise, and for which years.
 *
 * A report looks back, then plans: the chapter says which, and for how long (一、2025年和“十四五”时期工作回顾).
 * Inside it the words that open a paragraph or a sentence (五年来, 去年, 到2030年) move the period; what stands in
 * the clause itself decides over both.
 */
#include "report.h"

enum { OF = 0x7684, MORE = 0x591A, REST = 0x4F59, OPENING = 16, HEAD = 6 };

typedef struct context {
    ty_report *report;
    const ty_quantity *rows;
    uint32_t count;
    int32_t year;       /* planned for; the one before it is reviewed */
    int32_t said;       /* 今年: the report's own */
    ty_period chapter;  /* what the chapter is about */
    ty_period passage;  /* what has been spoken of since words that open a passage: 五年来, 2025年， */
    ty_period period;   /* what the sentence is about */
    uint8_t role;       /* of the chapter */
    bool dated;         /* the sentence names its year */
    ty_period plan;     /* a plan named in the chapter's title */
} context;

static int32_t whole_of(ty_decimal value) {
    double number = ty_decimal_double(value);
    return number > 0 && number < 10000 ? (int32_t)number : 0;
}

static bool is_span(ty_period p) { return p.from != p.to; }

static ty_period period_of_date(const ty_quantity *row) {
    return (ty_period){whole_of(row->low), whole_of(row->high)};
}

static ty_period default_period(const context *c) {
    if (!c->year) return (ty_period){0, 0};
    if (c->role == TY_REVIEW) return (ty_period){c->year - 1, c->year - 1};
    if (c->role == TY_PLAN || c->role == TY_SELF) return (ty_period){c->year, c->year};
    return (ty_period){0, 0};
}

/* The period that a chapter's title tells: the plan it names, the years it names, the years it counts. */
static void enter_chapter(context *c, const ty_section *section, uint32_t first, uint32_t last) {
    c->role = section->role;
    c->chapter = default_period(c);
    c->plan = (ty_period){0, 0};
    bool has_year = false;
    for (uint32_t i = first; i < last; i++) {
        ty_period named = period_of_date(&c->rows[i]);
        if (c->rows[i].kind == TY_DATE && is_span(named) && named.from) c->plan = named;
        if (c->rows[i].kind == TY_DATE && !is_span(named) && named.from) {
            c->chapter = named;
            has_year = true;
        }
        if (c->rows[i].in_years && c->year) {
            int32_t length = whole_of(c->rows[i].high);
            if (length > 1 && length <= 10)
                c->plan = c->role == TY_REVIEW ? (ty_period){c->year - length, c->year - 1}
                                               : (ty_period){c->year, c->year + length - 1};
        }
    }
    if (c->plan.from && !has_year) c->chapter = c->plan;
    c->passage = c->period = c->chapter;
}

/* N years counted from the report: back for 过去, 来, 连续; on for 今后, 内. */
static ty_period framed(const context *c, const ty_quantity *row, bool *known) {
    const ty_report *report = c->report;
    uint32_t start = row->flow.start, end = row->flow.end, next = ty_flow_char(report, end);
    if (row->vague && (next == MORE || next == REST)) end++;
    int32_t length = whole_of(row->high);
    *known = true;
    if (!c->year || !row->in_years || length < 1 || length > 100) return *known = false, (ty_period){0, 0};
    ty_period back = {c->year - length, c->year - 1}, on = {c->year, c->year + length - 1};
    if (ty_word_ending(report, TY_CUE(FUTURE_SPAN), start)) return on;
    if (ty_word_ending(report, TY_CUE(PAST_SPAN) | TY_CUE(RUN_SPAN), start) || ty_word_at(report, TY_CUE(PAST_SPAN_AFTER), end))
        return back;
    if (ty_word_ending(report, TY_CUE(ANY_SPAN), start)) return c->role == TY_PLAN || c->role == TY_SELF ? on : back;
    if (length > 1 && is_span(c->period) && c->period.to - c->period.from + 1 == length) return c->period;
    if (c->plan.from && c->plan.to - c->plan.from + 1 == length) return c->plan;
    if (ty_word_at(report, TY_CUE(WITHIN), end) && c->role != TY_REVIEW) return on;
    return *known = false, (ty_period){0, 0};
}

/* What the opening words of a sentence make its period. Words that frame (五年来) and the year in review at the head
   of a paragraph hold for the passage; any other year for its sentence. */
static void open_sentence(context *c, const ty_sentence *sentence, uint32_t first, uint32_t last, bool new_paragraph) {
    uint32_t start = sentence->flow.start;
    uint32_t end = start + OPENING < sentence->flow.end ? start + OPENING : sentence->flow.end;
    c->dated = false;
    if (new_paragraph && c->role != TY_REVIEW) c->passage = c->chapter;
    c->period = c->passage;
    for (uint32_t i = first; i < last && c->rows[i].flow.start < end; i++) {
        const ty_quantity *row = &c->rows[i];
        ty_period named = period_of_date(row);
        bool known = false;
        if (row->kind == TY_DATE && named.from && !ty_word_ending(c->report, TY_CUE(BASE_YEAR), row->flow.start)) {
            bool heads = row->flow.start < start + HEAD;
            if (heads && (is_span(named) || (new_paragraph && (named.to == c->year - 1 || named.to == c->year))))
                c->passage = named;
            if (!heads && is_span(c->passage)) continue;
            c->period = named;
            c->dated = true;
            return;
        }
        if (row->in_years &&
            !ty_word_ending(c->report, TY_CUE(RUN_SPAN), row->flow.start)) {
            named = framed(c, row, &known);
            if (known) {
                c->passage = c->period = named;
                return;
            }
        }
    }
    if (!c->year) return;
    const ty_hit *year = ty_next_word(c->report, TY_CUE(LAST_YEAR) | TY_CUE(THIS_YEAR), start, end);
    if (!year) return;
    int32_t said = year->cue == TY_CUE_LAST_YEAR ? c->said - 1 : c->said;
    c->period = (ty_period){said, said};
    if (new_paragraph) c->passage = c->period;
}

/* A sentence without end would cost its square: words and rows further back than this tell nothing. */
enum { LOOK_BACK = 64, LOOK_BACK_CHARACTERS = 600 };

static uint32_t look_from(uint32_t start, uint32_t at) {
    return at - start > LOOK_BACK_CHARACTERS ? at - LOOK_BACK_CHARACTERS : start;
}

/* Nothing or 的 between two places. */
static bool is_just_before(const ty_report *report, uint32_t end, uint32_t start) {
    return end == start || (end + 1 == start && ty_flow_char(report, end) == OF);
}

/* The last year named before the number in its sentence, save one that it is only compared with. */
static bool named_before(const context *c, uint32_t first, uint32_t i, ty_period *period) {
    const ty_quantity *row = &c->rows[i];
    const ty_sentence *sentence = &TY_SENTENCES_OF(c->report)[row->sentence];
    uint32_t from = i - first > LOOK_BACK ? i - LOOK_BACK : first;
    for (uint32_t j = i; j-- > from;) {
        ty_period named = period_of_date(&c->rows[j]);
        if (c->rows[j].kind != TY_DATE || !named.from) continue;
        /* 比1952年增长: compared with; 由1952年的26.7%: its own; 从2003年到2006年: no base at all. */
        bool own = is_span(named) || is_just_before(c->report, c->rows[j].flow.end, row->flow.start);
        if (!own && ty_word_ending(c->report, TY_CUE(BASE_YEAR), c->rows[j].flow.start)) continue;
        *period = named;
        return true;
    }
    if (!c->year) return false;
    const uint64_t cues = TY_CUE(LAST_YEAR) | TY_CUE(THIS_YEAR) | TY_CUE(NEXT_YEAR) | TY_CUE(YEAR_BEFORE_LAST);
    uint32_t start = look_from(sentence->flow.start, row->flow.start);
    const ty_hit *named = ty_last_word(c->report, cues, start, row->flow.start);
    while (named && !is_just_before(c->report, named->end, row->flow.start) &&
           ty_word_ending(c->report, TY_CUE(BASE_YEAR), named->start))
        named = ty_last_word(c->report, cues, start, named->start);
    if (!named) return false;
    int32_t shift = named->cue == TY_CUE_LAST_YEAR ? -1 : named->cue == TY_CUE_THIS_YEAR ? 0 : named->cue == TY_CUE_NEXT_YEAR ? 1 : -2;
    *period = (ty_period){c->said + shift, c->said + shift};
    return true;
}

/* 从A提高到B: is this A? */
static bool is_base(const context *c, uint32_t i) {
    const ty_quantity *row = &c->rows[i];
    const ty_clause *clause = (const ty_clause *)c->report->clauses.items + row->clause;
    const ty_hit *from = ty_last_word(c->report, TY_CUE(FROM), clause->start, row->flow.start);
    if (!from || row->change != TY_STAYS) return false;
    if (i && c->rows[i - 1].flow.start > from->start && ty_has_value(&c->rows[i - 1])) return false;
    for (uint32_t j = i + 1; j < c->count && c->rows[j].clause == row->clause; j++)
        if (ty_has_value(&c->rows[j]) && ty_last_word(c->report, TY_CUE(REACH), row->flow.end, c->rows[j].flow.start)) return true;
    return false;
}

/* A size that describes or selects: 年产50万吨, 500万元以上的项目, 12英寸产线, 65岁以上老年人. */
static bool describes(const context *c, const ty_quantity *row) {
    const ty_report *report = c->report;
    uint32_t end = row->flow.end;
    if (row->kind == TY_DURATION) return false;
    uint32_t tail = ty_word_at(report, TY_CUE(AT_LEAST_AFTER) | TY_CUE(AT_MOST_AFTER), end);
    if (ty_word_ending(report, TY_CUE(DESCRIBES), row->flow.start)) return true;
    if (row->dimension != TY_NONE && ty_word_at(report, TY_CUE(DESCRIBED), tail ? tail : end)) return true;
    if (!tail) return false;
    uint32_t next = ty_flow_char(report, tail);
    return next == OF || ty_word_at(report, TY_CUE(DESCRIBED), tail) > 0;
}

static bool is_named_length(const context *c, const ty_quantity *row) {
    return row->kind == TY_DURATION && ty_word_at(c->report, TY_CUE(NAMED_LENGTH), row->flow.end) > 0;
}

/* 十亿人民, 14亿人口: how many we are is a standing fact. */
static bool is_population(const context *c, const ty_quantity *row) {
    enum { PERSON = 0x4EBA };
    bool people = row->unit == TY_NONE || c->report->flow[row->flow.end - 1] == PERSON;
    return row->kind == TY_AMOUNT && people && row->change == TY_STAYS && ty_decimal_double(row->low) >= 1e8;
}

static uint8_t status_of(const context *c, const ty_quantity *row, ty_period period) {
    const ty_clause *clause = (const ty_clause *)c->report->clauses.items + row->clause;
    const ty_sentence *sentence = &TY_SENTENCES_OF(c->report)[row->sentence];
    if (c->year && period.from) {
        if (period.to > c->year || (period.to == c->year && c->role != TY_REVIEW)) return TY_TARGET;
        if (period.to < c->year && c->dated) return TY_ACHIEVED;
        if (period.to < c->year && c->role != TY_PLAN) return TY_ACHIEVED;
    }
    if (ty_last_word(c->report, TY_CUE(DONE), clause->start, row->flow.start) && c->role != TY_PLAN && c->role != TY_SELF)
        return TY_ACHIEVED;
    if (c->role == TY_REVIEW) return TY_ACHIEVED;
    if (c->role == TY_PLAN || c->role == TY_SELF) return TY_TARGET;
    if (ty_last_word(c->report, TY_CUE(TO_DO), look_from(sentence->flow.start, row->flow.start), row->flow.start)) return TY_TARGET;
    return period.to && c->year && period.to < c->year ? TY_ACHIEVED : TY_OTHER_STATUS;
}

/* A level holds at the end of a span; a flow, a mean and a growth over all of it. */
static bool is_level_at_end(const context *c, const ty_quantity *row) {
    const ty_clause *clause = (const ty_clause *)c->report->clauses.items + row->clause;
    if (row->change != TY_STAYS || row->kind == TY_DURATION) return false;
    if (ty_last_word(c->report, TY_CUE(YEARLY) | TY_CUE(LEVEL), clause->start, row->flow.start)) return false;
    /* 实施项目超2000个 counts a flow; 总量突破90万亿元 tells a level. */
    if (ty_word_at(c->report, TY_CUE(VERB) | TY_CUE(GOVERNS) | TY_CUE(LEVEL), clause->start) && row->kind != TY_PERCENT) return false;
    if (row->kind == TY_PERCENT || ty_last_word(c->report, TY_CUE(REACH), clause->start, row->flow.start)) return true;
    return row->bound == TY_AT_LEAST && ty_word_ending(c->report, TY_CUE(AT_LEAST), row->flow.start) != NULL;
}

static bool is_yearly(const context *c, const ty_quantity *row) {
    const ty_clause *clause = (const ty_clause *)c->report->clauses.items + row->clause;
    return ty_last_word(c->report, TY_CUE(YEARLY), clause->start, row->flow.start) != NULL;
}

static void judge(const context *c, uint32_t first, uint32_t i, ty_quantity *row) {
    ty_period period = c->period, named;
    bool known = false, found = named_before(c, first, i, &named);
    if (is_named_length(c, row) || describes(c, row) || is_population(c, row)) {
        row->status = TY_OTHER_STATUS;
        return;
    }
    context here = *c;
    if (found) {
        period = named;
        here.dated = true;
        /* 1987年达到10920亿元，平均每年增长11.1%: the mean is of the years that the passage counts. */
        if (!is_span(named) && row->change != TY_STAYS && is_yearly(c, row)) period = is_span(c->passage) ? c->passage : c->chapter;
    }
    if (row->kind == TY_DURATION) {
        named = framed(c, row, &known);
        here.dated = here.dated || known;
        if (known) period = named;
        else if (!found) period = (ty_period){0, 0};
    }
    row->status = status_of(&here, row, period);
    if (is_base(c, i)) {
        if (!found) {
            if (row->status == TY_TARGET) row->status = TY_OTHER_STATUS;
            period = row->status == TY_ACHIEVED && is_span(period) ? (ty_period){period.from - 1, period.from - 1}
                                                                   : (ty_period){0, 0};
        }
    } else if (is_span(period) && is_level_at_end(c, row)) {
        period.from = period.to;
    }
    if (row->status == TY_OTHER_STATUS) period = (ty_period){0, 0};
    row->from_year = period.from;
    row->to_year = period.to;
}

/* The section of level 1 above a section. */
static uint32_t chapter_of(const ty_report *report, uint32_t section) {
    while (section != TY_NONE && TY_SECTIONS_OF(report)[section].parent != TY_NONE)
        section = TY_SECTIONS_OF(report)[section].parent;
    return section;
}

ty_status ty_pass_tense(ty_report *report, ty_error *error) {
    context c = {.report = report, .rows = TY_QUANTITIES_OF(report), .count = report->tables[TY_QUANTITIES].count,
                 .year = report->plan_year, .said = report->metadata.year};
    uint32_t chapter = TY_NONE, paragraph = TY_NONE, row = 0;
    (void)error;
    c.role = report->tables[TY_SECTIONS].count ? TY_OTHER_ROLE : 0;
    c.chapter = c.passage = c.period = default_period(&c);
    for (uint32_t s = 0; s < report->tables[TY_SENTENCES].count; s++) {
        const ty_sentence *sentence = &TY_SENTENCES_OF(report)[s];
        uint32_t last = row, now = chapter_of(report, sentence->section);
        while (last < c.count && c.rows[last].sentence == s) last++;
        if (now != chapter && now != TY_NONE) {
            chapter = now;
            enter_chapter(&c, &TY_SECTIONS_OF(report)[now], row, last);
        } else {
            open_sentence(&c, sentence, row, last, sentence->paragraph != paragraph);
        }
        paragraph = sentence->paragraph;
        for (uint32_t i = row; i < last; i++)
            if (ty_has_value(&c.rows[i])) judge(&c, row, i, &TY_QUANTITIES_OF(report)[i]);
        row = last;
    }
    return TY_OK;
}
