/* tense.c: result or promise, and for which years.
 *
 * A report looks back, then plans: the chapter says which, and for how long (一、2025年和“十四五”时期工作回顾).
 * Inside it the words that open a paragraph or a sentence (五年来, 去年, 到2030年) move the period; what stands in
 * the clause itself decides over both.
 */
#include "period.h"
#include "phrase.h"
#include "word.h"

enum { OF = 0x7684, PRODUCT = 0xD7, MONTH = 0x6708, ASPECT = 0x4E86, ALSO = 0x4E14, WORTH = 0x503C, NAME = 0x540D, AT = 0x5728,
       SEAT = 0x4F4D, TIME = 0x6B21, MANY = 0x591A, YEAR = 0x5E74, KEEP = 0x4FDD, HOLD = 0x6301 };
enum { HEAD = 6, NEAR = 12, LONGEST_OPENING = 6 }; /* characters */
enum { LONGEST_LEAD = 40, LONGEST_FRAME = 30, LONGEST_VAGUE = 9 /* years that a report may count */ };

typedef struct context {
    ty_timeline time;
    ty_period period; /* what the sentence is about */
    ty_slice why, passage_why, standing_why, chapter_why; /* in the flow: the words that tell these periods */
    bool dated;       /* the sentence names its year */
    bool looks_back;  /* the passage was opened by 五年来 */
    bool undivided;   /* no chapter of the report looks back or plans */
    ty_period standing; /* the passage that new paragraphs go on with: one opened at the head of its paragraph */
} context;

static ty_period default_period(const context *c) {
    int32_t year = c->time.year;
    if (!year) return (ty_period){0, 0};
    if (c->time.role == TY_REVIEW) return (ty_period){year - 1, year - 1};
    if (c->time.role == TY_PLAN || c->time.role == TY_SELF) return (ty_period){year, year};
    return (ty_period){0, 0};
}

/* The period that a chapter's title tells: the plan it names, the years it names, the years it counts. */
static void enter_chapter(context *c, uint32_t section, ty_slice title, uint32_t first, uint32_t last) {
    ty_timeline *t = &c->time;
    ty_slice standing_why = c->standing_why;
    c->why = c->passage_why = c->standing_why = c->chapter_why = title;
    t->role = TY_SECTIONS_OF(t->report)[section].role;
    t->chapter = default_period(c);
    t->plan = t->counted = t->growth = (ty_period){0, 0};
    t->base = 0;
    bool looked_back = c->looks_back;
    c->looks_back = false;
    bool has_year = false;
    for (uint32_t i = first; i < last; i++) {
        ty_period named = ty_period_of_date(&t->rows[i]);
        if (t->rows[i].kind == TY_DATE && ty_is_span(named) && named.from) t->plan = named;
        if (t->rows[i].kind == TY_DATE && !ty_is_span(named) && named.from) {
            t->chapter = named;
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
    if (t->plan.from && !has_year && t->role != TY_OTHER_ROLE) t->chapter = t->plan;
    if (c->undivided && looked_back && !t->chapter.from) { /* 过去的五年，…。——经济…: no chapter, but its parts */
        c->looks_back = true;
        t->passage = c->period = c->standing;
        c->passage_why = c->why = c->standing_why = standing_why;
        return;
    }
    t->passage = c->standing = c->period = t->chapter;
}

static bool ends_with_colon(const ty_report *report, const ty_sentence *sentence) {
    return sentence->flow.end > sentence->flow.start && ty_is_colon(report->flow[sentence->flow.end - 1]);
}

/* What the opening words of a sentence make its period. Words that frame (五年来) and the year in review at the head
   of a paragraph hold for the passage; any other year for its sentence. */
static void open_sentence(context *c, const ty_sentence *sentence, uint32_t first, uint32_t last, bool new_paragraph, bool runs_in) {
    ty_timeline *t = &c->time;
    c->dated = false;
    if (new_paragraph && !runs_in) {
        bool goes_on = t->role == TY_REVIEW || (t->role == TY_OTHER_ROLE && c->looks_back);
        t->passage = goes_on ? c->standing : t->chapter;
        c->passage_why = goes_on ? c->standing_why : c->chapter_why;
        t->growth = (ty_period){0, 0};
    }
    c->period = t->passage;
    c->why = c->passage_why;
    ty_time time = ty_time_opening(t, sentence, first, last);
    if (ends_with_colon(t->report, sentence)) t->base = last > first ? ty_year_compared(t, first, last) : 0;
    else if (time.form > TY_A_DATE) t->base = 0;
    if (!time.form || !time.period.from) return;
    bool heads = time.start < sentence->flow.start + HEAD;
    bool opens = ty_is_comma(ty_flow_char(t->report, time.end));
    bool near = time.period.to == t->year - 1 || time.period.to == t->year;
    if (time.form == TY_A_DATE) {
        bool counts = ty_is_digit(t->report->flow[time.start]); /* 2020年到2025年: of its sentence; “十四五”时期 goes on */
        bool passes = heads && ((ty_is_span(time.period) && (!counts || new_paragraph)) || (new_paragraph && near && (opens || !ty_is_span(t->passage))));
        if (passes || (new_paragraph && opens && near)) t->passage = time.period;
        if (passes && c->undivided && time.period.to == t->year - 1) c->looks_back = true; /* 1988年，…。——农村…: its parts go on with it */
        if (!heads && !opens && ty_is_span(t->passage)) return;
        c->dated = true;
    } else if (time.form == TY_A_FRAME) {
        bool lasts = !ty_goes_through(t->report, time.start); /* 经过八年努力: for its sentence alone */
        if (lasts && (heads || t->role == TY_REVIEW || t->role == TY_OTHER_ROLE)) {
            t->passage = time.period;
            c->looks_back = time.past;
        }
    } else if (new_paragraph) {
        t->passage = time.period;
    }
    c->period = time.period;
    c->why = (ty_slice){time.start, time.end};
    if (t->passage.from == time.period.from && t->passage.to == time.period.to) c->passage_why = c->why;
    bool recounts = time.form == TY_A_FRAME && heads && time.past && t->role == TY_REVIEW; /* …。五年来，我们… */
    bool reaches_back = time.form == TY_A_FRAME && t->plan.from && time.period.from < t->plan.from; /* 十年来, in a review of five */
    if ((new_paragraph || recounts) && !reaches_back) {
        c->standing = t->passage;
        c->standing_why = c->passage_why;
    }
}

static const ty_clause *clause_of(const ty_report *report, const ty_quantity *row) {
    return (const ty_clause *)report->clauses.items + row->clause;
}

/* 从A提高到B: is this A? */
static bool is_base(const ty_timeline *t, uint32_t i) {
    const ty_quantity *row = &t->rows[i];
    uint32_t head = row->list < i ? row->list : i;
    const ty_hit *from = ty_last_word(t->report, TY_CUE(FROM), clause_of(t->report, row)->start, t->rows[head].flow.start);
    if (!from || row->change != TY_STAYS || !ty_is_boundary(t->report, from->end) || !ty_is_boundary(t->report, from->start)) return false; /* not 比例 */
    while (head && t->rows[head - 1].flow.end == t->rows[head].flow.start && ty_has_value(&t->rows[head - 1])) head--; /* 由13677户|49479人减至 */
    if (head && t->rows[head - 1].flow.start > from->start && ty_has_value(&t->rows[head - 1])) return false;
    for (uint32_t j = i + 1; j < t->count && t->rows[j].clause == row->clause; j++)
        if (ty_has_value(&t->rows[j]) && ty_last_word(t->report, TY_CUE(REACH), row->flow.end, t->rows[j].flow.start)) return true;
    return false;
}

/* 学校由1980年的675所增加到729所，招生数由28万人增加到31万人: the year of the base before; 0. */
static int32_t year_of_base_before(const ty_timeline *t, uint32_t first, uint32_t i, const ty_time *time) {
    enum { LONGEST_LIST = 8 };
    if (t->report->flow[t->rows[i].flow.start - 1] == OF) return 0; /* 由年初的5.5%下降到5% */
    for (uint32_t j = i; j-- > first && i - j <= LONGEST_LIST;) {
        if (!ty_has_value(&t->rows[j]) || !is_base(t, j)) continue;
        bool another = time->form && time->start >= clause_of(t->report, &t->rows[j])->end; /* 今年在校生由60万人增加到 */
        return !another && t->rows[j].from_year == t->rows[j].to_year ? t->rows[j].from_year : 0;
    }
    return 0;
}

/* 比1980年的7159亿元增加, 比“十三五”时期的500亿元增加: the years of a level that a later one is compared with; {0, 0}. */
static ty_period years_of_base(const ty_timeline *t, uint32_t first, uint32_t i) {
    enum { TERM = 0x671F, BETWEEN = 0x95F4, UNQUOTE = 0x201D };
    if (i == first) return (ty_period){0, 0};
    const ty_quantity *row = &t->rows[i], *date = &t->rows[i - 1];
    uint32_t end = date->flow.end + (ty_flow_char(t->report, date->flow.end) == UNQUOTE), start = date->flow.start;
    bool term = row->flow.start == end + 3 && (t->report->flow[end + 1] == TERM || t->report->flow[end + 1] == BETWEEN);
    if (row->change != TY_STAYS || date->kind != TY_DATE || t->report->flow[row->flow.start - 1] != OF) return (ty_period){0, 0};
    if (start && ty_is_opener(t->report->flow[start - 1])) start--;
    bool compared = (term || end + 1 == row->flow.start) && ty_word_ending(t->report, TY_CUE(BASE_YEAR), start);
    return compared && ty_word_at(t->report, TY_CUE(INCREASE) | TY_CUE(DECREASE), row->flow.end) ? ty_period_of_date(date) : (ty_period){0, 0};
}

static bool is_money(const ty_report *report, const ty_quantity *row) {
    enum { MONEY = 0x5143 };
    return report->flow[row->flow.end - 1] == MONEY;
}

/* Measured, not counted, and no money. */
static bool is_measure(const ty_report *report, const ty_quantity *row) {
    ty_word base = row->base_unit == TY_NONE ? (ty_word){0} : ty_report_string(report, row->base_unit);
    return base.length && !(base.length == 1 && base.at[0] == '1') && !is_money(report, row);
}

/* 500千伏主网架工程, 8英寸半导体项目, 54马力拖拉机: how strong or large the thing is that follows. */
static bool rates(const ty_report *report, const ty_quantity *row) {
    enum { VOLT = 0x4F0F, INCH = 0x5BF8, FORCE = 0x529B, HORSE = 0x9A6C };
    uint32_t end = row->flow.end, last = report->flow[end - 1];
    bool is_rating = last == VOLT || last == INCH || (last == FORCE && report->flow[end - 2] == HORSE);
    return is_rating && row->change == TY_STAYS && ty_is_han(ty_flow_char(report, end)) && ty_behind_bound(report, end) == end;
}

/* 0—6岁儿童: the age of those who are named behind it; not 平均年龄78岁. */
static bool is_age(const ty_report *report, const ty_quantity *row) {
    enum { AGE = 0x5C81, YEARS = 0x9F84, LIFE = 0x547D };
    uint32_t end = row->flow.end, k = report->token_at && end < report->flow_length ? report->token_at[end] : TY_NONE;
    if (report->flow[end - 1] != AGE || row->change != TY_STAYS || k == TY_NONE || !ty_is_han(report->flow[end])) return false;
    if (row->flow.start > 1 && (report->flow[row->flow.start - 1] == YEARS || report->flow[row->flow.start - 1] == LIFE)) return false; /* 平均年龄45岁 */
    for (uint32_t last = k + 4; k < last && k < report->token_count && report->token_class[k] != TY_ACTING; k++)
        if (ty_names_people(report, report->tokens[k])) return true;
    return false;
}

/* Nothing but Han that is no verb of the dictionary. */
static bool is_noun_between(const ty_report *report, uint32_t start, uint32_t end) {
    for (uint32_t at = start; at < end; at++) {
        uint32_t k = report->token_at ? report->token_at[at] : TY_NONE;
        if (!ty_is_han(report->flow[at]) || (k != TY_NONE && report->token_class[k] >= TY_ACTING)) return false;
    }
    return report->token_at && end > start;
}

/* A size that describes or selects: 年产50万吨, 500万元以上的项目, 超千万人次的机场, 12英寸产线, 65岁以上老年人, 2×1000MW. */
static bool describes(const ty_report *report, const ty_quantity *row) {
    enum { MILE = 0x91CC, METRE = 0x7C73, MU = 0x4EA9, HECTARE = 0x9877, HOUSEHOLD = 0x6237, LONGEST_THING = 6 };
    uint32_t end = ty_behind_people(report, row->flow.end);
    if (row->kind == TY_DURATION) return false;
    uint32_t tail = ty_word_at(report, TY_CUE(AT_LEAST_AFTER) | TY_CUE(AT_MOST_AFTER), end);
    const ty_hit *limit = ty_word_ending(report, TY_CUE(APPROX) | TY_CUE(AT_LEAST), row->flow.start); /* 总投资近2000亿元的基地 */
    bool sizes = ty_word_ending(report, TY_CUE(DESCRIBES), row->flow.start) || (limit && ty_word_ending(report, TY_CUE(DESCRIBES), limit->start));
    if (sizes && ty_is_han(ty_flow_char(report, end))) return true;
    if (row->flow.start && report->flow[row->flow.start - 1] == PRODUCT) return true;
    if (rates(report, row) || is_age(report, row)) return true;
    bool spends = !tail && is_money(report, row) && ty_word_ending(report, TY_CUE(GOVERNS), row->flow.start); /* 安排421亿美元大型设备保险 */
    bool counts = row->counts || report->flow[row->flow.end - 1] == HOUSEHOLD; /* 120户企业 */
    bool sized = row->kind == TY_AMOUNT && row->bound != TY_ORDER && row->dimension != TY_NONE && (tail || !counts) && !spends;
    if (sized && ty_word_at(report, TY_CUE(DESCRIBED), tail ? tail : end)) return true;
    if (row->bound == TY_ORDER && is_measure(report, row) && ty_is_han(ty_flow_char(report, end + 1))) return true; /* 25兆瓦级主轴 */
    if (row->bound == TY_ORDER && !ty_word_ending(report, TY_CUE(REACH_LEVEL), row->flow.start)) /* 百亿元级重大产业项目; not 收入达万亿级规模 */
        for (uint32_t at = end + 1; at < end + 6 && ty_is_han(ty_flow_char(report, at)); at++)
            if (ty_word_at(report, TY_CUE(DESCRIBED), at)) return true;
    const ty_quantity *next = row + 1, *behind = TY_QUANTITIES_OF(report) + report->tables[TY_QUANTITIES].count;
    bool counted_behind = next < behind && next->clause == row->clause && next->kind == TY_AMOUNT && next->counts;
    if (!tail && counted_behind && row->bound == TY_AT_LEAST && !row->counts && next->flow.start <= end + LONGEST_THING && is_noun_between(report, end, next->flow.start))
        return true; /* 新增经济总量超200亿元|县|2个 */
    if (!tail) return row->bound == TY_AT_LEAST && !row->vague && row->change == TY_STAYS && ty_flow_char(report, end) == OF;
    if (ty_word_at(report, TY_CUE(DESCRIBED), tail)) return true;
    if (ty_flow_char(report, tail) == OF || report->flow[tail - 1] == OF) /* 占人口95%以上的; not 用于1500万人次以上的 */
        return row->kind == TY_PERCENT ? ty_word_ending(report, TY_CUE(SHARE_VERB), row->flow.start) ||
                                             ty_last_word(report, TY_CUE(SHARE_VERB), clause_of(report, row)->start, row->flow.start)
                                       : !ty_word_ending(report, TY_CUE(GOVERNS) | TY_CUE(YEARLY), row->flow.start);
    /* 550大卡以上热值煤: a measure, then a noun */
    const uint64_t goes_on = TY_CUE(VERB) | TY_CUE(GOVERNS) | TY_CUE(LINK) | TY_CUE(TO_DO) | TY_CUE(REACH) | TY_CUE(LEAD);
    const uint64_t governs = TY_CUE(GOVERNS) | TY_CUE(LEVEL);
    uint32_t last = report->flow[end - 1];
    bool told_behind = next < behind && next->clause == row->clause && ty_has_value(next);
    bool extends = row->counts || last == MILE || last == METRE || last == MU || last == HECTARE || last == HOUSEHOLD;
    bool built = row->bound == TY_AT_LEAST && ty_word_ending(report, governs, row->flow.start);
    if (!told_behind && extends && built) return false; /* 新建100公里以上高速公路 */
    bool persons = last == NAME || last == SEAT || last == TIME; /* 3500名以上困难人员, 2100万人次以上农民工 are counted */
    return row->kind == TY_AMOUNT && !persons && (is_measure(report, row) || is_money(report, row)) && row->change == TY_STAYS && ty_is_han(ty_flow_char(report, tail)) &&
           (ty_flow_char(report, tail) == ALSO || !ty_word_at(report, goes_on, tail));
}

/* 红狮一期、亚太轻合金10万吨绿电铝材等项目投产: between whose it is and what it makes, the capacity of a project. */
static bool is_capacity(const ty_report *report, const ty_quantity *row) {
    enum { LONGEST_LIST = 40 };
    const uint64_t leads = TY_CUE(INDICATOR) | TY_CUE(REACH) | TY_CUE(LINK) | TY_CUE(LEVEL) | TY_CUE(GOVERNS);
    uint32_t start = row->flow.start, limit = clause_of(report, row)->end;
    if (limit > row->flow.end + LONGEST_LIST) limit = row->flow.end + LONGEST_LIST;
    bool measures = row->kind == TY_AMOUNT && row->change == TY_STAYS && !row->counts && is_measure(report, row);
    if (!measures || !ty_is_han(ty_flow_char(report, row->flow.end)) || start == clause_of(report, row)->start) return false;
    uint32_t owner = report->token_at && ty_is_han(report->flow[start - 1]) ? ty_token_over(report, start - 1) : TY_NONE;
    if (owner == TY_NONE || report->token_class[owner] != TY_NAMING || ty_word_ending(report, leads, start)) return false;
    if (ty_is_used(report, TY_CUE_GENERIC, report->tokens[owner].start, start)) return false;
    for (uint32_t k = ty_token_from(report, row->flow.end); k < report->token_count && report->tokens[k].start < limit; k++)
        if (ty_is_used(report, TY_CUE_PROJECT, report->tokens[k].start, report->tokens[k].end)) return true;
    return false;
}

/* “15分钟”社区生活圈, 一刻钟、半小时生活圈. */
static bool is_radius(const ty_timeline *t, uint32_t i) {
    enum { CIRCLE = 0x5708, UNQUOTE = 0x201D, BEHIND = 0x540E, WITHIN = 0x5185, LONGEST = 10 };
    const ty_quantity *row = &t->rows[i];
    while (i + 1 < t->count && t->rows[i + 1].list == row->list) i++;
    uint32_t end = t->rows[i].flow.end;
    if (row->kind != TY_DURATION || t->rows[i].kind != TY_DURATION || row->in_years) return false;
    for (uint32_t at = end + (ty_flow_char(t->report, end) == UNQUOTE); at < end + LONGEST && ty_is_han(ty_flow_char(t->report, at)); at++) {
        if (t->report->flow[at] == BEHIND || t->report->flow[at] == WITHIN) return false;
        if (t->report->flow[at] == CIRCLE && ty_is_boundary(t->report, at + 1)) return true;
    }
    return false;
}

/* 三年成长计划, 五年工作方案, 三年大行动: where the name of a plan ends that begins with its length; 0. */
static uint32_t behind_plan(const ty_report *report, const ty_quantity *row) {
    enum { LONGEST = 8 };
    const uint64_t frames = TY_CUE(PAST_SPAN) | TY_CUE(FUTURE_SPAN) | TY_CUE(RUN_SPAN) | TY_CUE(ANY_SPAN);
    uint32_t end = row->flow.end;
    if (!report->token_at || ty_word_ending(report, frames, row->flow.start)) return 0;
    if (ty_word_at(report, TY_CUE(WITHIN) | TY_CUE(PAST_SPAN_AFTER), end)) return 0; /* 五年内工业生产计划 */
    for (uint32_t k = ty_token_from(report, end); k < report->token_count && report->tokens[k].start < end + LONGEST; k++) {
        ty_token token = report->tokens[k];
        bool acts = report->token_class[k] >= TY_ACTING && /* 三年完成规划任务; not 三年成长计划 */
                    (report->token_class[k] == TY_BINDING || ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS), token.start));
        if (!ty_is_han(report->flow[token.start]) || acts) return 0;
        uint32_t named = token.start > end ? ty_word_at(report, TY_CUE(NAMED_LENGTH), token.start) : 0;
        if (named == token.end && named > token.start + 1) return named;
    }
    return 0;
}

/* 五年计划; not 1953年和1954年两年计划执行的情况. */
static bool is_named_length(const ty_timeline *t, uint32_t first, uint32_t i) {
    const ty_quantity *row = &t->rows[i];
    uint32_t named = row->kind == TY_DURATION ? ty_word_at(t->report, TY_CUE(NAMED_LENGTH) | TY_CUE(DESCRIBED), row->flow.end) : 0;
    if (!named && row->in_years) named = behind_plan(t->report, row);
    uint32_t k = named && t->report->token_at ? ty_token_over(t->report, named - 1) : TY_NONE;
    if (!named || (k != TY_NONE && t->report->tokens[k].end > named && t->report->token_class[k] == TY_TELLING)) return false; /* 五年攻坚|克难 */
    return i == first || t->rows[i - 1].kind != TY_DATE || t->rows[i - 1].flow.end != row->flow.start;
}

/* 制度覆盖8.3亿人: a verb, and not one that tells a level. */
static bool reaches_people(const ty_report *report, uint32_t start) {
    uint32_t k = report->token_at && start ? ty_token_over(report, start - 1) : TY_NONE;
    return k != TY_NONE && report->token_class[k] == TY_ACTING && report->tokens[k].end == start &&
           !ty_word_ending(report, TY_CUE(REACH) | TY_CUE(REACH_LEVEL) | TY_CUE(LINK) | TY_CUE(AT_LEAST), start);
}

/* 十亿人民, 14亿人口: how many we are is a standing fact. */
static bool is_population(const ty_report *report, const ty_quantity *row) {
    enum { PERSON = 0x4EBA, MORE = 0x591A, FARMER = 0x519C, MIDDLE = 0x4E2D, NATION = 0x56FD, MOUTH = 0x53E3, JOINS = 0x53C2, INSURES = 0x4FDD };
    uint32_t behind = row->flow.end + (ty_flow_char(report, row->flow.end) == MORE), next = ty_flow_char(report, behind);
    if (next == MIDDLE && ty_flow_char(report, behind + 1) != NATION) next = 0; /* 中国人, not 中小学生 */
    bool people = report->flow[row->flow.end - 1] == PERSON || (row->unit == TY_NONE && (next == PERSON || next == FARMER || next == MIDDLE));
    if (row->unit == TY_NONE && ty_word_ending(report, TY_CUE(REACH), row->flow.start)) people = false; /* 有4.1亿农民参加 */
    const ty_hit *held = ty_word_ending(report, TY_CUE(REACH), row->flow.start); /* 把人口控制在12亿左右的目标 */
    if (held && held->end > held->start + 2 && report->flow[held->end - 1] == AT) return false;
    for (uint32_t at = row->flow.start, start = clause_of(report, row)->start; at > start + 1; at--) /* 医保参保超过13亿人 */
        if (ty_comes_before(report, at, JOINS, INSURES)) return false;
    for (uint32_t at = row->flow.start; row->unit == TY_NONE && at-- > 1 && row->flow.start - at < HEAD;)
        people = people || (report->flow[at] == MOUTH && report->flow[at - 1] == PERSON); /* 60岁以上人口已达2.5亿 */
    return row->kind == TY_AMOUNT && people && row->change == TY_STAYS && ty_decimal_double(row->low) >= 1e8 &&
           !ty_word_ending(report, TY_CUE(GOVERNS), row->flow.start) && !reaches_people(report, row->flow.start) &&
           !ty_next_word(report, TY_CUE(HAPPENS), row->flow.end, clause_of(report, row)->end) &&
           !ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS), clause_of(report, row)->start);
}

/* What the sentence says of others: 美国…, 其他国家…; not 我国同美国. */
static bool is_elsewhere(const ty_report *report, const ty_quantity *row, uint32_t start) {
    const ty_hit *whose = ty_last_word(report, TY_CUE(ELSEWHERE) | TY_CUE(OURS), start, row->flow.start);
    if (whose && report->token_at && report->token_at[whose->start] == TY_NONE) return false; /* 云南|非公有制 */
    return whose && whose->cue == TY_CUE_ELSEWHERE && !ty_word_ending(report, TY_CUE(BASE_YEAR) | TY_CUE(START_YEAR) | TY_CUE(TOWARDS), whose->start);
}

/* The words that make it a goal of the past: 没有实现年初确定的…目标; 计划为百分之四; 比计划目标20亿元增加, 高于人代会12%的目标.
   Empty if none do. */
static ty_slice past_goal(const ty_timeline *t, const ty_quantity *row) {
    enum { LIST = 0x3001 };
    const ty_report *report = t->report;
    const ty_hit *link = ty_word_ending(report, TY_CUE(LINK) | TY_CUE(REACH), row->flow.start);
    if (link && link->end == link->start + 1 && ty_ends_in_goal(report, link->start)) return (ty_slice){link->start - 2, link->end};
    uint32_t start = clause_of(report, row)->start, tail = row->flow.end;
    const ty_hit *base = ty_last_word(report, TY_CUE(BASE_YEAR) | TY_CUE(AT_LEAST) | TY_CUE(AT_MOST), start, row->flow.start);
    bool behind = ty_flow_char(report, tail) == OF && tail + 3 <= report->flow_length && ty_ends_in_goal(report, tail + 3);
    const ty_quantity *next = row + 1 < t->rows + t->count && row[1].clause == row->clause ? row + 1 : NULL; /* by how much */
    bool before = ty_ends_in_goal(report, row->flow.start) && next && next->change != TY_STAYS && ty_flow_char(report, tail) != LIST;
    bool compared = base && next && (behind || before);
    if (compared) return (ty_slice){base->start, base->end};
    const ty_hit *missed = ty_last_word(report, TY_CUE(NOT_MET), start, row->flow.start);
    return missed ? (ty_slice){missed->start, missed->end} : (ty_slice){0, 0};
}

/* 要 is a promise, 主要 and 需要 are none. */
static const ty_hit *promise_in(const ty_report *report, uint32_t from, uint32_t to) {
    for (const ty_hit *word = ty_last_word(report, TY_CUE(TO_DO), from, to); word; word = ty_last_word(report, TY_CUE(TO_DO), from, word->start))
        if (!ty_word_ending(report, TY_CUE(NOT_TO_DO), word->end) && !ty_word_at(report, TY_CUE(NOT_TO_DO), word->start)) return word;
    return NULL;
}

/* A fact by the words of its clause, or by one that opens the sentence: 已, 目前, 没有. */
static const ty_hit *fact_in(const ty_report *report, const ty_quantity *row) {
    const ty_clause *clause = clause_of(report, row);
    const ty_hit *told = ty_next_word(report, TY_CUE(TOLD), clause->start, clause->end);
    uint32_t opening = TY_SENTENCES_OF(report)[row->sentence].flow.start;
    if (!told && clause->start > opening && clause[-1].start == opening && clause[-1].end - opening <= LONGEST_OPENING)
        told = ty_next_word(report, TY_CUE(TOLD), opening, clause[-1].end); /* 目前， */
    return told;
}

/* 接待了三十多个: where 了 stands; 0. */
static uint32_t aspect_before(const ty_report *report, const ty_quantity *row) {
    for (uint32_t at = row->flow.start; at-- > clause_of(report, row)->start && row->flow.start - at < NEAR;)
        if (report->flow[at] == ASPECT) return at;
    return 0;
}

/* The status, and the words that decided. */
static uint8_t status_of(const context *c, const ty_quantity *row, const ty_time *time, ty_period period, bool dated, ty_slice *why) {
    const ty_timeline *t = &c->time;
    const ty_report *report = t->report;
    ty_slice when = time->end ? (ty_slice){time->start, time->end} : c->why;
    const ty_clause *clause = clause_of(report, row);
    uint32_t from = ty_look_from(TY_SENTENCES_OF(report)[row->sentence].flow.start, row->flow.start);
    const ty_hit *promise = promise_in(report, from, row->flow.start), *fact = promise ? NULL : fact_in(report, row);
    bool plans = t->role == TY_PLAN || t->role == TY_SELF;
    *why = when;
    if (time->past) return TY_ACHIEVED;
    if (t->year && period.from && dated) {
        if (period.to < t->year) return TY_ACHIEVED;
        if (period.to > t->year || promise || (t->role == TY_REVIEW && t->said < t->year)) return TY_TARGET;
    }
    if (fact) return *why = (ty_slice){fact->start, fact->end}, TY_ACHIEVED;
    if (plans && !promise && row->flow.start && report->flow[row->flow.start - 1] == ASPECT && row->change == TY_STAYS &&
        !ty_word_ending(report, TY_CUE(REACH) | TY_CUE(REACH_LEVEL), row->flow.start)) /* 签订协定，议定了122项 */
        return *why = (ty_slice){row->flow.start - 1, row->flow.start}, TY_ACHIEVED;
    if (period.to == t->year && period.from && dated && t->role != TY_REVIEW) return TY_TARGET;
    *why = c->chapter_why;
    if (t->role == TY_REVIEW) return period.from && period.to > t->year ? TY_TARGET : TY_ACHIEVED;
    if (plans) return TY_TARGET;
    bool past = c->undivided && t->passage.from && t->passage.to < t->year && period.to == t->passage.to;
    if (past) return *why = c->passage_why, TY_ACHIEVED; /* 1996年…。收入预计可净增10亿元 */
    if (promise) return *why = (ty_slice){promise->start, promise->end}, TY_TARGET;
    const ty_hit *done = ty_last_word(report, TY_CUE(DONE) | TY_CUE(REACH), clause->start, row->flow.start);
    uint32_t aspect = aspect_before(report, row);
    if (aspect) return *why = (ty_slice){aspect, aspect + 1}, TY_ACHIEVED;
    if (done) return *why = (ty_slice){done->start, done->end}, TY_ACHIEVED;
    const ty_hit *last = row->change == TY_STAYS ? NULL : ty_next_word(report, TY_CUE(LAST_YEAR), clause->start, row->flow.start);
    if (last) return *why = (ty_slice){last->start, last->end}, TY_ACHIEVED; /* 比上年增长 */
    *why = when;
    return period.to && t->year && period.to < t->year ? TY_ACHIEVED : TY_OTHER_STATUS;
}

/* The last word of the set in [start, end); 共 in 公共 is none. */
static const ty_hit *word_in(const ty_report *report, uint64_t cues, uint32_t start, uint32_t end) {
    const ty_hit *word = ty_last_word(report, cues, start, end);
    while (word && word->end == word->start + 1 && !ty_is_boundary(report, word->start))
        word = ty_last_word(report, cues, start, word->start);
    return word;
}

/* 新增, 累计, 年均; neither 增加值 nor a rate (自然增长率), nor the mean of things (平均期望寿命). */
static bool is_sum(const ty_report *report, uint32_t start, uint32_t end) {
    enum { LEVELLED = 0x5E73, RATE = 0x7387, GROWTH = 0x957F };
    const ty_hit *word = word_in(report, TY_CUE(YEARLY) | TY_CUE(LEVEL), start, end);
    for (; word; word = word_in(report, TY_CUE(YEARLY) | TY_CUE(LEVEL), start, word->start)) {
        uint32_t last = report->flow[word->end - 1];
        bool names = word->cue == TY_CUE_LEVEL ? last == WORTH || (last == RATE && report->flow[word->end - 2] == GROWTH)
                                               : word->end == word->start + 2 && report->flow[word->start] == LEVELLED;
        if (!names) return true;
    }
    return false;
}

/* Does the dictionary's verb stand in the clause before the number? Not 装机 just before it. */
static bool has_verb(const ty_report *report, const ty_quantity *row) {
    for (uint32_t at = clause_of(report, row)->start; report->token_at && at < row->flow.start; at++) {
        uint32_t k = report->token_at[at];
        if (k == TY_NONE || report->token_class[k] != TY_ACTING) continue;
        bool single = k && report->tokens[k].end == at + 1 && report->tokens[k - 1].end == at && report->tokens[k - 1].start + 1 == at;
        if (single && report->token_class[k - 1] == TY_NAMING && ty_is_han(report->flow[at - 1]))
            continue; /* 智|算|规模: part of a name that the dictionary does not know */
        bool adjoins = row->counts && report->tokens[k].end == row->flow.start && row->flow.start - at > 1; /* 应对50个 */
        if (report->tokens[k].end >= row->flow.start && !adjoins) continue;
        if (!ty_word_at(report, TY_CUE(SHARE_VERB), at) && !(report->cues_ending[report->tokens[k].end] & TY_CUE(REACH))) return true;
    }
    return false;
}

/* Behind the last 的 before a number, or where its clause begins. */
static uint32_t behind_of(const ty_report *report, const ty_quantity *row) {
    uint32_t start = clause_of(report, row)->start;
    for (uint32_t at = row->flow.start; at-- > start + 1;)
        if (report->flow[at] == OF) return at + 1;
    return start;
}

/* 13个县被命名为示范区, 47家医院共享服务: what is counted opens the clause, and a verb tells what it did. */
static bool acts_behind(const ty_report *report, const ty_quantity *row) {
    enum { UNDERGOES = 0x88AB, HOUSEHOLD = 0x6237, PERSON = 0x4EBA };
    const ty_clause *clause = clause_of(report, row);
    uint32_t unit = report->flow[row->flow.end - 1];
    bool counts = row->counts || (row->kind == TY_AMOUNT && (unit == HOUSEHOLD || unit == PERSON));
    if (!counts || !report->token_at || row->flow.start != clause->start) return false;
    for (uint32_t k = ty_token_from(report, row->flow.end); k < report->token_count && report->tokens[k].end < clause->end; k++) {
        ty_token token = report->tokens[k];
        if (ty_word_at(report, TY_CUE(REACH_LEVEL), token.start)) return false; /* 90家医院达到三级水平 */
        bool passive = report->flow[token.start] == UNDERGOES && token.end == token.start + 1; /* 13个县|被|命名 */
        if (passive || (report->token_class[k] == TY_ACTING && token.end > token.start + 1)) return true; /* not 6个州|通|高铁 */
    }
    return false;
}

static bool has_flow_word(const ty_report *report, const ty_quantity *row) {
    enum { SHOW = 0x573A, PAY = 0x652F, OUT = 0x51FA };
    const ty_clause *clause = clause_of(report, row);
    if (acts_behind(report, row)) return true;
    uint32_t unit = report->flow[row->flow.end - 1];
    if (row->kind == TY_AMOUNT && row->counts && (unit == TIME || unit == SHOW)) return true; /* 16次调度, 送戏下乡8万场 */
    if (is_money(report, row) && !ty_word_ending(report, TY_CUE(AT_LEAST), row->flow.start) &&
        ty_word_ending(report, TY_CUE(LINK) | TY_CUE(REACH), row->flow.start))
        return true; /* 工业部门为248亿元 */
    if (is_money(report, row) && ty_comes_before(report, row->flow.start, PAY, OUT)) return true; /* 预算支出3.4万亿元 */
    if (ty_word_at(report, TY_CUE(REACH_LEVEL), clause->start) > clause->start + 1) return false; /* 实有经营主体688万户 */
    bool exceeds = ty_word_ending(report, TY_CUE(AT_LEAST), row->flow.start) != NULL; /* 参保人数突破5100万: no verb but in the name */
    if ((!exceeds && has_verb(report, row)) || aspect_before(report, row)) return true; /* 接待了 */
    const ty_hit *acted = exceeds ? NULL : ty_word_ending(report, TY_CUE(GOVERNS), row->flow.start); /* 安居工程住房建设4013万套 */
    if (acted && acted->end > acted->start + 1 && row->kind == TY_AMOUNT && !is_money(report, row)) return true;
    uint32_t start = exceeds ? behind_of(report, row) : clause->start; /* 实现超低排放的|煤电机组超过10亿千瓦 */
    uint32_t opens = ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS) | TY_CUE(LEVEL), start);
    bool inside = opens && report->token_at && report->token_at[start] != TY_NONE && report->tokens[report->token_at[start]].end > opens; /* 生产|总值 */
    return (opens && !inside) || ty_last_word(report, TY_CUE(GOVERNS), start, row->flow.start) || is_sum(report, start, row->flow.start) ||
           ty_next_word(report, TY_CUE(HAPPENS), row->flow.end, clause->end);
}

/* Where the word ends that says what level is reached, just before the number but for 约, 了, 超过; 0. Of a length 影响到 and
   余额 say none. */
static uint32_t reached_at(const ty_report *report, const ty_quantity *row) {
    enum { TO = 0x5230, UNTO = 0x81F3, REACHES = 0x8FBE };
    uint32_t at = row->flow.start;
    for (int step = 0; step < 3; step++) {
        const ty_hit *reach = ty_word_ending(report, TY_CUE(REACH_LEVEL), at);
        uint32_t last = reach ? report->flow[reach->end - 1] : 0;
        bool verbal = last == REACHES || ((last == TO || last == UNTO) && reach->end > reach->start + 1);
        if (reach && (verbal || row->kind != TY_DURATION)) return at;
        bool of = at && report->flow[at - 1] == OF; /* 提高到现在的1721元 */
        const ty_hit *link = of ? ty_word_ending(report, TY_CUE(TOLD) | TY_CUE(LAST_YEAR) | TY_CUE(THIS_YEAR), at - 1)
                                : ty_word_ending(report, TY_CUE(APPROX) | TY_CUE(AT_MOST) | TY_CUE(LINK), at);
        if (!link) return 0;
        at = link->start;
    }
    return 0;
}

static bool is_reached(const ty_report *report, const ty_quantity *row) { return reached_at(report, row) > 0; }

/* 从2004年|人均每月700元: where the words begin that only lead to a number. */
static uint32_t behind_links(const ty_report *report, uint32_t at) {
    for (int step = 0; step < 3; step++) {
        const ty_hit *link = ty_word_ending(report, TY_CUE(LINK) | TY_CUE(APPROX), at);
        if (!link) break;
        at = link->start;
    }
    return at;
}

static bool has_yearly_word(const ty_report *report, const ty_quantity *row) {
    return word_in(report, TY_CUE(YEARLY), clause_of(report, row)->start, row->flow.start) != NULL;
}

/* 铁路里程达到12万公里，其中高铁1.9万公里; 机构达到9341个、床位10.5万张: a part of the figure before, or another with no verb of its own. */
static bool goes_with(const ty_timeline *t, uint32_t first, uint32_t i) {
    enum { LIST = 0x3001, OTHER = 0x5176, MIDDLE = 0x4E2D };
    const ty_report *report = t->report;
    const ty_quantity *row = &t->rows[i], *before = &t->rows[i - (i > first)];
    uint32_t start = clause_of(report, row)->start, end = ty_behind_bound(report, before->flow.end);
    if (before == row || !ty_has_value(before) || before->kind == TY_DURATION || before->change != TY_STAYS || !before->from_year) return false;
    bool among = report->flow[start] == OTHER && report->flow[start + 1] == MIDDLE;
    if (before->clause != row->clause) return before->clause + 1 == row->clause && before->unit == row->unit && among;
    if (before->flow.end == row->flow.start && before->kind == TY_AMOUNT && row->kind == TY_AMOUNT) return true; /* 恢复至7群42只, 1.2万户3.9万人 */
    if (!report->token_at || report->flow[end] != LIST) return false;
    if (ty_last_word(report, TY_CUE(REACH) | TY_CUE(REACH_LEVEL) | TY_CUE(LEVEL) | TY_CUE(YEARLY), end, row->flow.start)) return false;
    return ty_last_token(report, TY_ACTING, end, row->flow.start) == TY_NONE;
}

/* 年均实际增长10.3% */
static bool is_mean_of_years(const ty_report *report, const ty_quantity *row) {
    enum { EVEN = 0x5747 };
    const ty_hit *word = ty_last_word(report, TY_CUE(YEARLY), clause_of(report, row)->start, row->flow.start);
    bool year = false, even = false;
    for (uint32_t at = word ? word->start : 0; word && at < word->end; at++) {
        year = year || report->flow[at] == YEAR;
        even = even || report->flow[at] == EVEN;
    }
    return year && even;
}

/* 建成示范园区7个，苹果示范园56个: the clause goes on with what the verb before it made. */
static bool continues_count(const ty_timeline *t, uint32_t first, uint32_t i) {
    const ty_report *report = t->report;
    const ty_quantity *row = &t->rows[i], *before = &t->rows[i - (i > first)];
    bool counts = before != row && row->counts && before->counts && row->unit == before->unit && before->clause + 1 == row->clause;
    if (!counts || !report->token_at || before->from_year == before->to_year || row->status != before->status) return false;
    uint32_t start = clause_of(report, row)->start;
    if (ty_is_word_char(ty_flow_char(report, row->flow.end)) || ty_is_word_char(ty_flow_char(report, before->flow.end))) return false; /* 6项指标 */
    return before->change == TY_STAYS && row->flow.start > start && ty_last_token(report, TY_ACTING, start, row->flow.start) == TY_NONE;
}

/* 财政收入完成326.8亿元，是2007年的2.3倍: a multiple of a year before, or the level that has it. */
static bool is_set_against_base(const ty_timeline *t, uint32_t i) {
    enum { IS = 0x662F, FOLD = 0x500D, QUOTE = 0x201C };
    const ty_report *report = t->report;
    const ty_clause *clause = clause_of(report, &t->rows[i]);
    uint32_t date = i + 1;
    if (report->flow[t->rows[i].flow.end - 1] == FOLD && i) date = i - 1;
    if (date + 1 >= t->count || t->rows[date].kind != TY_DATE || t->rows[date].sentence != t->rows[i].sentence) return false;
    const ty_quantity *fold = &t->rows[date + 1], *year = &t->rows[date];
    bool multiple = report->flow[fold->flow.end - 1] == FOLD && fold->clause == year->clause && report->flow[fold->flow.start - 1] == OF;
    uint32_t opens = year->flow.start;
    opens -= opens && report->flow[opens - 1] == QUOTE;
    bool heads = opens && report->flow[opens - 1] == IS && clause_of(report, year)->start + 1 == opens;
    bool one = !ty_is_span(ty_period_of_date(year)) || ty_is_end_of_plan(report, year); /* 是“十五”末的4.6倍 */
    return multiple && heads && one && (date < i || clause_of(report, year) == clause + 1) &&
           !has_yearly_word(report, &t->rows[i]);
}

/* 完成投资35亿元. */
static bool completes(const ty_report *report, uint32_t start, uint32_t end) {
    enum { WHOLE = 0x5B8C, BECOME = 0x6210 };
    for (uint32_t at = start + 2; at <= end; at++)
        if (ty_comes_before(report, at, WHOLE, BECOME)) return true;
    return false;
}

/* 人均收入5.2万元: no sum of years. */
static bool is_per_head(const ty_report *report, uint32_t start, uint32_t end) {
    enum { PERSON = 0x4EBA, EVEN = 0x5747 };
    for (uint32_t at = ty_look_from(start, end) + 2; at <= end; at++)
        if (ty_comes_before(report, at, PERSON, EVEN)) return true;
    return false;
}

/* 增加值35亿元，年均增长14.1%, 实现利润30亿元，增长1.8倍: the level that growth led to; not 过去五年，支出35亿元，增长50%,
   nor what was built. */
static bool has_grown(const ty_timeline *t, uint32_t first, uint32_t i, const ty_time *time) {
    const ty_quantity *row = &t->rows[i], *next = row + 1;
    if (i + 1 >= t->count || next->sentence != row->sentence || next->clause > row->clause + 1 || next->change == TY_STAYS) return false;
    uint32_t opens = ty_behind_bound(t->report, row->flow.end) + 1, start = clause_of(t->report, row)->start;
    bool yearly = next->kind == TY_PERCENT && is_mean_of_years(t->report, next) && ty_word_at(t->report, TY_CUE(YEARLY), opens);
    bool sums = time->form == TY_A_FRAME && !is_per_head(t->report, start, row->flow.start);
    bool grows = !sums && is_money(t->report, row) && ty_word_at(t->report, TY_CUE(INCREASE) | TY_CUE(DECREASE), opens) &&
                 !word_in(t->report, TY_CUE(LEVEL), start, row->flow.start) && !completes(t->report, start, row->flow.start);
    if (!yearly && !grows) return false;
    for (uint32_t j = i; j-- > first && t->rows[j].clause == row->clause;)
        if (t->rows[j].kind == TY_DURATION) return false;
    return !has_yearly_word(t->report, row);
}

/* 累计 just before the number, or at the head of its clause. */
static bool adds_up(const ty_report *report, const ty_quantity *row) {
    enum { PILE = 0x7D2F, COUNT = 0x8BA1 };
    uint32_t start = clause_of(report, row)->start;
    return row->change == TY_STAYS && (ty_comes_before(report, row->flow.start, PILE, COUNT) || ty_comes_before(report, start + 2, PILE, COUNT));
}

/* A level holds at the end of a span; a flow, a mean and a growth over all of it, and all of a sentence that counts the
   years itself (五年内…有30项). */
static bool is_level_at_end(const ty_timeline *t, uint32_t first, uint32_t i, const ty_time *time) {
    const ty_report *report = t->report;
    const ty_quantity *row = &t->rows[i];
    const ty_clause *clause = clause_of(report, row);
    bool exceeds = i > first && row->change == TY_INCREASES && t->rows[i - 1].clause == row->clause && /* 比计划目标3000亿元超过1070亿元 */
                   row->why[TY_WHY_CHANGE].start == t->rows[i - 1].flow.end && ty_ends_in_goal(report, t->rows[i - 1].flow.start);
    if (exceeds) return t->rows[i - 1].from_year == t->rows[i - 1].to_year;
    if (row->change != TY_STAYS || time->runs) return false;
    if (past_goal(t, row).end && ty_ends_in_goal(report, row->flow.start)) return true;
    if (row->kind == TY_DURATION) return is_reached(report, row); /* 年限提高到10.8年 */
    if (is_set_against_base(t, i) || has_grown(t, first, i, time)) return true;
    if (row->list < i && t->rows[row->list].change == TY_STAYS) return t->rows[row->list].from_year == t->rows[row->list].to_year;
    if (goes_with(t, first, i)) return t->rows[i - 1].from_year == t->rows[i - 1].to_year;
    uint32_t start = i > first && t->rows[i - 1].clause == row->clause ? t->rows[i - 1].flow.end : clause->start;
    const ty_hit *flow = ty_last_word(report, TY_CUE(LEVEL), start, row->flow.start);
    bool passes = row->bound == TY_AT_LEAST && flow && !has_yearly_word(report, row) && is_reached(report, row); /* 新增贷款迈上万亿元台阶 */
    bool share = row->kind == TY_PERCENT && ty_last_word(report, TY_CUE(SHARE_VERB), start, row->flow.start); /* 占新建建筑比重超80% */
    if (!passes && !share && is_sum(report, start, row->flow.start)) return false;
    if (ty_comes_before(report, row->flow.start, KEEP, HOLD)) return false; /* 优良率保持100% */
    uint32_t reached = reached_at(report, row);
    if (reached) return report->flow[reached - 1] != AT; /* 稳定在 holds all the while */
    if (row->kind == TY_PERCENT && ty_word_ending(report, TY_CUE(SHARE_VERB), row->flow.start) && i > first &&
        ty_has_value(&t->rows[i - 1])) /* a share of what has just been told */
        return t->rows[i - 1].from_year == t->rows[i - 1].to_year;
    if (time->form == TY_A_FRAME) return false;
    if (row->kind == TY_PERCENT) return !ty_word_at(report, TY_CUE(YEARLY), ty_behind_bound(report, row->flow.end)); /* 支出70%以上用于民生 */
    return !has_flow_word(report, row) && !continues_count(t, first, i);
}

/* 每增长1个百分点: a rate, told of no year. */
static bool is_per_step(const ty_report *report, const ty_quantity *row) {
    enum { EVERY = 0x6BCF };
    const ty_hit *verb = row->change == TY_STAYS ? NULL : ty_word_ending(report, TY_CUE(INCREASE) | TY_CUE(DECREASE), row->flow.start);
    return verb && verb->start && report->flow[verb->start - 1] == EVERY;
}

/* 每周五天, 每人3天: so long each time. */
static bool recurs(const ty_report *report, const ty_quantity *row) {
    enum { EVERY = 0x6BCF };
    uint32_t start = row->flow.start;
    return row->kind == TY_DURATION && start > 1 && report->flow[start - 2] == EVERY && ty_is_han(report->flow[start - 1]);
}

/* 9亿多劳动力，是我们最大的资源: in a plan, what something is and not what is to be done. */
static bool is_told_of(const ty_timeline *t, uint32_t i) {
    enum { IS = 0x662F };
    const ty_report *report = t->report;
    const ty_clause *clause = clause_of(report, &t->rows[i]), *next = clause + 1;
    bool is_last = t->rows[i].clause + 1 == report->clauses.count;
    if ((t->role != TY_PLAN && t->role != TY_SELF) || is_last || next->sentence != clause->sentence) return false;
    uint32_t head = i;
    while (head && t->rows[head - 1].clause == t->rows[i].clause) head--;
    return t->rows[head].kind == TY_AMOUNT && t->rows[head].flow.start == clause->start && report->flow[next->start] == IS;
}

/* 总量在全省91个县中排名第一: how many are ranked. */
static bool are_ranked(const ty_timeline *t, uint32_t i) {
    enum { ALL = 0x5168, MIDST = 0x4E2D };
    const ty_quantity *row = &t->rows[i], *rank = row + 1;
    if (i + 1 >= t->count || !row->counts || rank->kind != TY_ORDINAL || rank->clause != row->clause || row->flow.start < 2) return false;
    return t->report->flow[row->flow.start - 2] == ALL && ty_closing(t->report, row->flow.end, MIDST, rank->flow.start) < rank->flow.start;
}

static bool stands_alone(const ty_timeline *t, uint32_t first, uint32_t i, const ty_quantity *row) {
    uint32_t from = ty_look_from(TY_SENTENCES_OF(t->report)[row->sentence].flow.start, row->flow.start);
    if (i > first && row->dimension != TY_NONE && t->rows[i - 1].clause == row->clause && t->rows[i - 1].unit == row->unit &&
        t->rows[i - 1].kind == TY_AMOUNT && t->rows[i - 1].status == TY_OTHER_STATUS && describes(t->report, &t->rows[i - 1]))
        return true; /* 年产50万吨甲、90万吨乙 */
    if (i > first && t->rows[i - 1].flow.end == row->flow.start && t->rows[i - 1].counts && is_measure(t->report, row) &&
        ty_is_han(ty_flow_char(t->report, row->flow.end)))
        return true; /* 2座35万千瓦光热发电项目 */
    bool steps = is_per_step(t->report, row) || (i > first && is_per_step(t->report, &t->rows[i - 1])); /* 每增长1个百分点，可带动20万人 */
    if (steps || are_ranked(t, i) || is_told_of(t, i) || is_capacity(t->report, row) || recurs(t->report, row)) return true;
    return is_radius(t, i) || is_named_length(t, first, i) || describes(t->report, row) || is_population(t->report, row) || is_elsewhere(t->report, row, from) ||
           (i > first && row->list < i && t->rows[i - 1].status == TY_OTHER_STATUS && t->rows[i - 1].from_year == 0);
}

/* 收入增长23%，比“九五”末增长1.4倍: a growth that is set beside another over more years. */
static bool is_set_beside(const ty_timeline *t, uint32_t i) {
    const ty_quantity *row = &t->rows[i], *date = row + 1, *other = row + 2;
    if (i + 2 >= t->count || other->sentence != row->sentence || date->kind != TY_DATE || other->change != row->change || has_yearly_word(t->report, row)) return false;
    return other->clause == date->clause && date->clause == row->clause + 1 && row->kind == TY_PERCENT && ty_year_compared(t, i, i + 2) != 0;
}

/* The years of a change between two years that the sentence or its paragraph names: 1964年比1957年. */
static void widen_growth(ty_timeline *t, uint32_t first, uint32_t i, const ty_time *time, ty_period *period) {
    const ty_quantity *row = &t->rows[i];
    if (row->change == TY_STAYS) return;
    int32_t base = ty_year_compared(t, first, i);
    if (base && time->form == TY_A_DATE && !ty_is_span(time->period) && time->period.to - base > 1)
        *period = t->growth = (ty_period){base + 1, time->period.to};
    else if (base && !time->form && ty_is_span(*period) && base + 1 != period->from)
        period->from = period->to; /* 五年后比1978年增长: the year reached; over the plan, all its years */
    else if (!base && !time->form && is_set_beside(t, i))
        period->from = period->to;
    else if (!time->form && t->growth.from)
        *period = t->growth;
}

static void judge(context *c, uint32_t first, uint32_t i, ty_quantity *row) {
    ty_timeline *t = &c->time;
    bool explains = TY_PARAGRAPHS_OF(t->report)[TY_SENTENCES_OF(t->report)[row->sentence].paragraph].role == TY_EXPLANATION;
    if (explains || stands_alone(t, first, i, row)) {
        row->status = TY_OTHER_STATUS;
        return;
    }
    ty_period period = c->period;
    ty_frame frame;
    ty_time time = ty_time_before(t, first, i);
    bool dated = c->dated || time.form;
    if (time.form) {
        period = time.period;
        /* 1987年达到10920亿元，平均每年增长11.1%: the mean is of the years that the passage counts. */
        bool goes_on = row->change != TY_STAYS || (time.end < clause_of(t->report, row)->start && ty_is_span(t->passage));
        if (time.form == TY_A_DATE && !ty_is_span(period) && goes_on && has_yearly_word(t->report, row))
            period = ty_is_span(t->passage) ? t->passage : t->chapter;
    }
    ty_period chapter = ty_is_span(t->chapter) ? t->chapter : ty_is_span(t->plan) ? t->plan : t->passage; /* 2016年和过去五年工作回顾 */
    bool spans = row->change != TY_STAYS && !ty_is_span(period) && ty_is_span(chapter) && period.to >= chapter.from && period.to <= chapter.to;
    if (time.form != TY_A_FRAME && spans && is_mean_of_years(t->report, row)) period = chapter;
    uint32_t head = clause_of(t->report, row)->start; /* 去年，投资50亿元，累计贷款300亿元 is all of last year */
    bool sums = time.form && ty_is_span(chapter) && !ty_is_span(period) && period.to == chapter.to && time.end < head &&
                ty_is_semicolon(t->report->flow[head - 1]);
    if (sums && time.form != TY_A_FRAME && adds_up(t->report, row)) period = chapter; /* 去年生产总值…；利用外资累计46亿美元 */
    if (row->kind == TY_DURATION && ty_frame_of(t, first, i, &frame)) {
        period = frame.period;
        time.past = frame.past;
        dated = true;
        if (frame.counted) t->counted = frame.period;
    } else if (row->kind == TY_DURATION) {
        bool soon = (ty_flow_char(t->report, row->flow.end - 1) == MONTH || (row->in_years && ty_decimal_double(row->high) < 1)) &&
                    ty_word_at(t->report, TY_CUE(WITHIN), row->flow.end); /* 三个月内, 半年内 */
        if (row->in_years && ty_decimal_double(row->high) > (row->vague ? LONGEST_VAGUE : LONGEST_FRAME)) { /* 历史已有一两百年 */
            row->status = TY_OTHER_STATUS;
            return;
        }
        bool is_level = is_reached(t->report, row) || is_base(t, i); /* 平均年限从9.6年提高到10.2年 */
        if (soon) period = (ty_period){t->year, t->year};
        else if (!time.form && (row->change == TY_STAYS || row->in_years) && !is_level) period = (ty_period){0, 0};
    }
    uint32_t opens = clause_of(t->report, row)->start;
    if (!time.form && t->report->flow[opens] == MANY && ty_flow_char(t->report, opens + 1) == YEAR) period = (ty_period){0, 0}; /* 多年累计改造 */
    widen_growth(t, first, i, &time, &period);
    ty_slice why;
    row->status = status_of(c, row, &time, period, dated, &why);
    bool now = row->status == TY_ACHIEVED && t->role != TY_REVIEW && !dated && t->said && !(period.from && period.to < t->year) && fact_in(t->report, row);
    if (now) period = (ty_period){t->said, t->said};
    ty_slice goal = past_goal(t, row);
    if (goal.end) {
        row->status = TY_TARGET;
        why = goal;
    }
    ty_period compared = years_of_base(t, first, i);
    if (compared.from) {
        period = compared;
        row->status = !t->year || compared.to < t->year ? TY_ACHIEVED : TY_TARGET;
    } else if (is_base(t, i)) {
        bool at = time.form && time.form != TY_A_FRAME && !ty_is_span(time.period) && /* 由1952年的26.7%; not 到2020年从8.7万元 */
                  (behind_links(t->report, row->flow.start) <= time.end + 1 || ty_word_ending(t->report, TY_CUE(FROM) | TY_CUE(START_YEAR), time.start));
        int32_t base = t->base ? t->base : at ? 0 : year_of_base_before(t, first, i, &time);
        if (base) {
            row->status = TY_ACHIEVED;
            period = (ty_period){base, base};
        } else if (time.form == TY_A_DATE && ty_is_span(time.period)) {
            period.to = period.from;
        } else if (!at) {
            if (row->status == TY_TARGET) row->status = TY_OTHER_STATUS;
            period = row->status == TY_ACHIEVED && ty_is_span(period) ? (ty_period){period.from - 1, period.from - 1}
                                                                     : (ty_period){0, 0};
        }
    } else if (ty_is_span(period) && is_level_at_end(t, first, i, &time)) {
        period.from = period.to;
    }
    if (row->bound == TY_ORDER && row->status == TY_TARGET && !time.form) period = (ty_period){0, 0};
    if (row->status == TY_OTHER_STATUS) period = (ty_period){0, 0};
    row->why[TY_WHY_STATUS] = why;
    if (period.from) row->why[TY_WHY_YEARS] = time.end ? (ty_slice){time.start, time.end} : c->why;
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
    context c = {.time = {.report = report, .rows = TY_QUANTITIES_OF(report), .count = report->tables[TY_QUANTITIES].count,
                          .year = report->plan_year, .said = report->metadata.year}};
    ty_timeline *t = &c.time;
    uint32_t chapter = TY_NONE, paragraph = TY_NONE, row = 0, lead = TY_NONE;
    (void)error;
    t->role = report->tables[TY_SECTIONS].count ? TY_OTHER_ROLE : 0;
    t->chapter = t->passage = c.standing = c.period = default_period(&c);
    c.undivided = true;
    for (uint32_t s = 0; s < report->tables[TY_SECTIONS].count; s++)
        if (TY_SECTIONS_OF(report)[s].role != TY_OTHER_ROLE) c.undivided = false;
    for (uint32_t s = 0; s < report->tables[TY_SENTENCES].count; s++) {
        const ty_sentence *sentence = &TY_SENTENCES_OF(report)[s];
        uint32_t last = row, now = chapter_of(report, sentence->section);
        while (last < t->count && t->rows[last].sentence == s) last++;
        if (now != chapter && now != TY_NONE) {
            chapter = now;
            enter_chapter(&c, now, sentence->flow, row, last);
        } else {
            bool opens = sentence->paragraph != paragraph, runs_in = !opens && lead == s; /* behind a heading that runs in */
            open_sentence(&c, sentence, row, last, opens || runs_in, runs_in);
            if (opens && last == row && sentence->flow.end - sentence->flow.start <= LONGEST_LEAD) lead = s + 1;
        }
        paragraph = sentence->paragraph;
        for (uint32_t i = row; i < last; i++)
            if (ty_has_value(&t->rows[i])) judge(&c, row, i, &TY_QUANTITIES_OF(report)[i]);
        row = last;
    }
    return TY_OK;
}
