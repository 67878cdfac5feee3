/* candidate.c: the phrases near a number that can name what it measures. subject.c chooses. */
#include "candidate.h"
#include "numeral.h"
#include "phrase.h"
#include "trim.h"

enum { LIST = 0x3001, AND = 0x548C, JOIN = 0x53CA, OF = 0x7684, RANK = 0x7EA7, IS = 0x662F, HAVE = 0x6709, QUOTE = 0x201C,
       UNQUOTE = 0x201D, TOWARDS = 0x5411, USE = 0x7528, GOES = 0x8D74, GAIN = 0x83B7, OVER = 0x8D85, ASPECT = 0x4E86 };
enum {
    TITLE_LENGTH = 16,
    MOST_SIZES = 2, /* that stand between a number and what it counts */
    LOOK_BACK = 64  /* rows further back open no clause of this one */
};

/* 三是, 1. and （2） open an item and name nothing. */
static uint32_t after_mark(const ty_report *report, uint32_t start, uint32_t end) {
    enum { MOST_DIGITS = 3 };
    uint32_t at = start, digit = start + (report->flow[start] == '(');
    while (digit < end && ty_is_digit(report->flow[digit])) digit++;
    uint32_t mark = digit > start && digit < end && ty_is_digit(report->flow[digit - 1]) ? report->flow[digit] : 0;
    bool item = digit - start <= MOST_DIGITS && (mark == '.' || mark == ')' || mark == LIST); /* not 12345、市民热线 */
    if (item && ty_is_han(ty_flow_char(report, digit + 1))) return digit + 1;
    while (at < end && (ty_digit_of(report->flow[at]) > 0 || ty_scale_of(report->flow[at]) == 1)) at++;
    return at > start && at < end && report->flow[at] == IS ? at + 1 : start;
}

/* 钢：从135万吨增加到412万吨: what stands before the colon. */
ty_slice ty_before_colon(const ty_report *report, uint32_t c) {
    const ty_clause *clauses = report->clauses.items;
    if (!c || clauses[c - 1].sentence != clauses[c].sentence) return (ty_slice){0, 0};
    ty_slice title = {clauses[c - 1].start, clauses[c - 1].end - 1};
    bool fits = title.end > title.start && title.end - title.start <= TITLE_LENGTH && ty_is_colon(report->flow[title.end]);
    return fits ? title : (ty_slice){0, 0};
}

/* 粮食|连年|增产: a phrase without the rise or fall that ends its clause, and without the words that tell how. */
static uint32_t before_rise(const ty_report *report, uint32_t start, uint32_t end) {
    const ty_hit *verb = ty_word_ending(report, TY_CUE(INCREASE) | TY_CUE(DECREASE), end);
    if (!verb || verb->start <= start || report->token_at[verb->start] == TY_NONE) return end;
    uint32_t k = report->token_at[verb->start];
    while (k && report->tokens[k - 1].start > start && report->token_class[k - 1] == TY_BINDING) k--;
    return report->tokens[k].start;
}

/* The last word of promise in [start, end); 要 in 主要 is none. */
static const ty_hit *last_promise(const ty_report *report, uint32_t start, uint32_t end) {
    const ty_hit *word = ty_last_word(report, TY_CUE(TO_DO), start, end);
    return word && ty_is_boundary(report, word->start) && !ty_word_ending(report, TY_CUE(NOT_TO_DO), word->end) ? word : NULL;
}

/* 油料|在连年增产的基础上: where it begins what a figure grows from, if that ends at `end`; otherwise `end`. */
static uint32_t before_basis(const ty_report *report, uint32_t start, uint32_t end) {
    enum { AT = 0x5728 };
    uint32_t basis = end - (end > start);
    while (basis > start && end - basis <= TY_LONGEST_BASIS && ty_behind_basis(report, basis) < end) basis--; /* 基础|上 */
    if (ty_behind_basis(report, basis) < end) return end;
    for (uint32_t at = basis; at-- > start;)
        if (report->flow[at] == AT && ty_is_boundary(report, at)) return at;
    return end;
}

/* 进出口在|对美贸易下降3成的情况下增长: where the words begin that tell what a figure grows from. */
static uint32_t behind_at(const ty_report *report, uint32_t start, uint32_t end) {
    enum { AT = 0x5728 };
    for (uint32_t at = end; at-- > start;)
        if (report->flow[at] == AT && ty_is_boundary(report, at) && ty_is_boundary(report, at + 1)) return at + 1;
    return start;
}

/* 民间投资|止跌回升，增长6.8%: the indicator that opens a clause which tells nothing in numbers; empty if none does. */
static ty_slice indicator_at(const ty_report *report, uint32_t start, uint32_t end) {
    const ty_hit *hits = report->hits.items;
    for (uint32_t h = report->hit_at[start]; h < report->hits.count && hits[h].start == start; h++)
        if (hits[h].cue == TY_CUE_INDICATOR && hits[h].end <= end && ty_is_boundary(report, hits[h].end))
            return (ty_slice){start, hits[h].end};
    return (ty_slice){0, 0};
}

/* 粮食生产|摆脱了徘徊局面, 外贸出口|从7月份开始回升: without what is told of it with 了, or since when; `end` if nothing is. */
static uint32_t before_deed(const ty_report *report, uint32_t start, uint32_t end) {
    enum { BEGIN = 0x59CB };
    for (uint32_t at = start + 2; at + 1 < end; at++) {
        uint32_t k = report->token_at[at];
        if (k == TY_NONE) continue;
        bool did = report->token_class[k] == TY_ACTING && ty_flow_char(report, report->tokens[k].end) == ASPECT;
        bool since = ty_word_at(report, TY_CUE(FROM), at) == at + 1 && ty_is_digit(ty_flow_char(report, at + 1)) &&
                     ty_closing(report, at, BEGIN, end) < end;
        if (!did && !since) continue;
        if (ty_closing(report, at, OF, end) < end) return end; /* 推行了承包制的生产队 */
        while (did && k && report->tokens[k - 1].start > start && report->token_class[k - 1] == TY_ACTING) k--; /* 跑|赢了 */
        return ty_last_token(report, TY_NAMING, start, report->tokens[k].start) != TY_NONE ? report->tokens[k].start : end;
    }
    return end;
}

/* 农民人均纯收入，1982年为270元: the phrase that ends the clause before, if no number stands there. */
ty_slice ty_topic_before(const ty_report *report, uint32_t first, uint32_t i) {
    enum { SIDE = 0x65B9, FACE = 0x9762, GET = 0x5F97, TAKE = 0x53D6, THAT = 0x6240 };
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    ty_slice words = ty_words_leading(report, &rows[i]);
    if (words.end == words.start) return words;
    for (uint32_t j = i; j-- > first && rows[j].clause == rows[i].clause;) /* 从2007年的639亿元增加到2012年的1923亿元 */
        if (ty_has_value(&rows[j]) && (rows[j].kind != TY_DURATION || rows[i].kind == TY_DURATION)) return (ty_slice){0, 0};
    uint32_t start = words.start, end = before_basis(report, start, words.end);
    for (uint32_t j = i; j-- > first && rows[j].flow.start >= start;)
        if (ty_has_value(&rows[j]) && rows[j].flow.start < end) return (ty_slice){0, 0};
    if (end > start + 3 && ty_comes_before(report, end, SIDE, FACE)) end -= 2; /* 在工业总产值方面： */
    start = ty_strip_left(report, start, end);
    start = ty_after_dates(report, first, i, start);
    start = ty_after_list(report, ty_strip_left(report, start, end), end);
    const ty_hit *promise = last_promise(report, start, end);
    if (promise && promise->start > start) start = ty_strip_left(report, ty_behind_attribute(report, ty_shorten(report, promise->end, end), end), end); /* 政府要增加|社会保障投入 */
    if (!report->token_at || start >= end) return (ty_slice){0, 0};
    end = before_rise(report, start, end);
    uint32_t idiom = ty_last_token(report, TY_TELLING, start, end);
    bool told = idiom != TY_NONE && report->tokens[idiom].end == end && report->tokens[idiom].end >= report->tokens[idiom].start + 4;
    if (told && report->tokens[idiom].start > start + 1) end = report->tokens[idiom].start; /* 高速公路|从无到有，达到320公里 */
    for (uint32_t at = end; at-- > start + 2;) { /* 大家畜的数量|有较快的发展, 第三产业|得到较快发展 */
        uint32_t k = report->token_at[at], last = k == TY_NONE ? 0 : report->tokens[k].end - 1;
        bool has = last == at && report->flow[at] == HAVE;
        bool gets = last == at + 1 && (report->flow[at] == GET || (report->flow[at] == TAKE && report->flow[last] == GET));
        if (has || (gets && report->token_class[k] == TY_ACTING && report->flow[at - 1] != THAT)) end = at; /* not 所得到的收入 */
    }
    end = before_deed(report, start, end);
    uint32_t first_token = ty_token_from(report, start), noun = ty_last_token(report, TY_NAMING, start, end);
    uint32_t verb = ty_last_token(report, TY_ACTING, start, end);
    bool acts = report->token_class[first_token] == TY_ACTING && ty_closing(report, start, OF, end) == end; /* not 积累所占的比重 */
    if (acts || ty_word_at(report, TY_CUE(TOWARDS), start)) return (ty_slice){0, 0};
    uint32_t other = ty_last_token(report, TY_QUALIFYING, start, end);
    if (other != TY_NONE && (verb == TY_NONE || other > verb)) verb = other;
    if (verb != TY_NONE && noun != TY_NONE && verb > noun && report->tokens[verb].end == end &&
        (verb == noun + 1 || report->token_class[verb] == TY_QUALIFYING)) noun = verb; /* 生活费|收入, 可|支配|收入 */
    bool names = noun != TY_NONE && report->tokens[noun].end == end && end > start + 1 && end - start <= TY_LONGEST_SUBJECT;
    return names ? (ty_slice){start, end} : indicator_at(report, start, end);
}

/* “三改联动”, “两基”人口覆盖率: a phrase has both quotes of a pair or none. `from` is where its clause begins. */
static ty_slice with_quotes(const ty_report *report, ty_slice phrase, uint32_t from) {
    enum { LONGEST_OPENING = 3 };
    uint32_t depth = 0, start = phrase.start;
    for (uint32_t at = phrase.start; at < phrase.end; at++) {
        depth += report->flow[at] == QUOTE;
        if (report->flow[at] != UNQUOTE) continue;
        if (depth) depth--;
        else while (start > from && phrase.end - start < TY_LONGEST_SUBJECT && report->flow[start] != QUOTE) start--;
    }
    if (report->flow[start] == QUOTE) phrase.start = start;
    uint32_t opens = phrase.start; /* “个|转企” */
    while (opens > from && phrase.start - opens < LONGEST_OPENING && ty_is_word_char(report->flow[opens - 1])) opens--;
    if (opens > from && report->flow[opens - 1] == QUOTE && ty_flow_char(report, phrase.end) == UNQUOTE)
        return (ty_slice){opens - 1, phrase.end + 1};
    if (depth && ty_flow_char(report, phrase.end) == UNQUOTE) phrase.end++;
    return phrase;
}

/* 利润总额|为“十三五”时期的2.2倍, 产量|是过去的三倍, 人均产值|是全国平均水平的72%: where it is told what the multiple or share is of. */
static uint32_t before_measure(const ty_report *report, const ty_quantity *row, uint32_t start, uint32_t end) {
    enum { FOLD = 0x500D, AS = 0x4E3A };
    bool relative = row->kind == TY_PERCENT || report->flow[row->flow.end - 1] == FOLD;
    if (!relative || !row->flow.start || report->flow[row->flow.start - 1] != OF) return end;
    for (uint32_t at = end; at-- > start + 1;)
        if ((report->flow[at] == AS || report->flow[at] == IS) && ty_is_boundary(report, at) && ty_is_boundary(report, at + 1)) return at;
    return end;
}

/* 新（改）|建6000公里: behind the closing bracket of a pair that opens before the phrase. */
static uint32_t behind_bracket(const ty_report *report, ty_slice phrase) {
    uint32_t depth = 0, start = phrase.start;
    for (uint32_t at = phrase.start; at < phrase.end; at++) {
        uint32_t c = report->flow[at];
        if (c == '(') depth++;
        if (c == ')' && !depth--) depth = 0, start = at + 1;
    }
    return start;
}

/* 低保标准|、覆盖: where the verb begins that a 、 sets behind a noun. */
static uint32_t before_listed_verb(const ty_report *report, ty_slice phrase) {
    uint32_t k = report->token_at && phrase.end > phrase.start ? ty_token_over(report, phrase.end - 1) : TY_NONE;
    if (k == TY_NONE || k < 2 || ty_word_at(report, TY_CUE(VERB), report->tokens[k].start) != phrase.end) return phrase.end;
    bool listed = report->tokens[k].start > phrase.start + 1 && report->flow[report->tokens[k].start - 1] == LIST;
    uint32_t noun = listed ? ty_token_over(report, report->tokens[k].start - 2) : TY_NONE;
    return noun != TY_NONE && report->token_class[noun] == TY_NAMING ? report->tokens[k].start - 1 : phrase.end;
}

/* Is a verb of one character there, by itself? */
static bool is_one_verb(const ty_report *report, uint32_t at) {
    uint32_t k = report->token_at ? report->token_at[at] : TY_NONE;
    return k != TY_NONE && report->tokens[k].end == at + 1 && report->token_class[k] == TY_ACTING;
}

/* The words before a number, as they are narrowed down to what names something. */
typedef struct words {
    const ty_report *report;
    const ty_quantity *row; /* of the number */
    uint32_t first, i;      /* the first row of the sentence, and the number's */
    uint32_t start, end;    /* in the flow */
    uint32_t opening;       /* where they began before their dates were dropped */
    bool predicate;         /* what stands behind them tells something of them: 达到, 增长 */
} words;

/* Behind the value before row i in its clause, or `head`. `sized` is where a size begins there that may be part of the name. */
static uint32_t behind_value(const ty_report *report, uint32_t first, uint32_t i, uint32_t head, uint32_t *sized) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    *sized = TY_NONE;
    for (uint32_t j = i, steps = LOOK_BACK; j-- > first && steps-- && rows[j].clause == rows[i].clause;) {
        bool ranks = rows[j].kind == TY_ORDINAL && report->flow[rows[j].flow.end] == LIST; /* 产量全球第一、优质鲜花占比60% */
        bool lengths = rows[j].kind == TY_DURATION && rows[i].kind == TY_DURATION && report->flow[rows[j].flow.end] == LIST &&
                       ty_word_ending(report, TY_CUE(RUN_SPAN), rows[i].flow.start);
        if (ranks || lengths) return rows[j].flow.end + 1; /* 长江断面连续8年、|赣江断面连续5年 */
        if (!ty_has_value(&rows[j]) || rows[j].kind == TY_DURATION) continue;
        uint32_t start = ty_behind_people(report, rows[j].flow.end); /* 从2020年的5.2万元提高到2025年的7.4万元 */
        bool sizes = rows[j].status == TY_OTHER_STATUS && rows[j].kind == TY_AMOUNT && ty_behind_bound(report, start) > start;
        if (sizes) *sized = rows[j].flow.start;
        return start;
    }
    return head;
}

/* 2.15万名劳动者|追回工资2.65亿元: behind what the value that ends at `start` is told of, if something is said behind that. */
static uint32_t behind_counted(const ty_report *report, const ty_slice *told, uint32_t first, uint32_t i, uint32_t start) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t limit = rows[i].flow.start, at = start;
    bool bounded = ty_behind_bound(report, start) > start, passes = false;
    for (uint32_t j = i; !bounded && j-- > first && i - j <= 2;)
        if (rows[j].flow.end == start && rows[j].kind == TY_AMOUNT && told[j].start >= start && told[j].end < limit) at = told[j].end;
    uint32_t acts = report->token_at && at > start ? report->token_at[at] : TY_NONE;
    if (acts != TY_NONE && report->token_class[acts] == TY_ACTING && report->flow[report->tokens[acts].end] == LIST)
        at = report->tokens[acts].end + 1; /* 20个项目落地、总投资1370亿元 */
    bool says = ty_is_word_char(report->flow[at]) && report->flow[at] != OF;
    if (acts != TY_NONE && at == limit) start = at; /* 20个贫困村退出、11000人脱贫 */
    if (says && ty_strip_right(report, at, limit, &passes) > at + 1) start = at;
    return start;
}

/* Behind what belongs to a value: 以上, 级, （套） of 47万户（套）、老旧小区68万户. */
static uint32_t behind_tail(const ty_report *report, uint32_t start, uint32_t limit) {
    if (start < limit) start = ty_behind_bound(report, start);
    if (report->flow[start] == RANK) start++;
    uint32_t close = report->flow[start] == '(' ? ty_closing(report, start, ')', limit) : limit;
    return close < limit ? close + 1 : start;
}

/* 高速公路|建成通车|1100公里, 里程|新增3000公里: without what a noun did that is counted. */
static void drop_deed(words *w) {
    enum { NEW = 0x65B0 };
    const ty_report *report = w->report;
    if (!report->token_at) return;
    uint32_t head = w->start;
    while (head < w->end && !ty_is_word_char(report->flow[head])) head++;
    bool alone = w->end == head + 4 && ty_is_used(report, TY_CUE_MANNER, head, w->end); /* 、|基本建成3万套 */
    if (alone && ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS), w->end - 2) == w->end) w->end = w->start, w->predicate = true;
    for (uint32_t length = 4; length >= 2; length -= 2) {
        if (w->end < w->start + length + 2) continue;
        uint32_t deed = w->end - length, start = deed;
        if (length == 2 && start > w->start + 3 && ty_is_used(report, TY_CUE_MANNER, start - 2, start)) start -= 2; /* 住房|基本建成 */
        uint32_t noun = ty_token_over(report, start - 1);
        bool adds = report->flow[deed] == NEW && ty_word_at(report, TY_CUE(LEVEL), deed) == w->end;
        if (noun == TY_NONE || report->tokens[noun].end != start) continue;
        bool names = report->token_class[noun] <= (adds ? TY_QUALIFYING : TY_NAMING) || ty_is_character(report, TY_CUE_HEAD, report->flow[start - 1]); /* 安置点 */
        if (!names) continue;
        if (!adds && !ty_is_used(report, TY_CUE_MANNER, deed, w->end)) continue;
        if (!ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS) | TY_CUE(HAPPENS), deed)) continue;
        w->end = start;
        w->predicate = w->predicate || !adds;
        return;
    }
}

/* Without what leads to the number: 达到, 约, 五年年均. */
static void drop_lead(words *w) {
    w->end = ty_strip_right(w->report, w->start, w->row->flow.start, &w->predicate);
    for (uint32_t before = w->end + 1; w->end < before;) {
        before = w->end;
        w->end = ty_strip_right(w->report, w->start, ty_strip_times(w->report, w->first, w->i, w->start, w->end), &w->predicate);
    }
    drop_deed(w);
}

/* 民生支出|占公共预算支出的7成: without the whole that a share is of. False if what has the share was told before:
   ，2012年占全国比重升至6.5%. */
static bool drop_whole(words *w) {
    enum { RATIO = 0x6BD4, WEIGHT = 0x91CD, CASE = 0x4F8B };
    const ty_report *report = w->report;
    const ty_hit *share = w->row->kind == TY_PERCENT ? ty_last_word(report, TY_CUE(SHARE_VERB), w->start, w->end) : NULL;
    if (!share) return true;
    bool weighs = ty_comes_before(report, w->end, RATIO, WEIGHT) || ty_comes_before(report, w->end, RATIO, CASE); /* 税收占总收入的|比重为85.5% */
    uint32_t opens = weighs ? ty_after_dates(report, w->first, w->i, w->start) : w->start;
    while (weighs && opens < share->start && !ty_is_word_char(report->flow[opens])) opens++;
    uint32_t year = weighs ? ty_word_at(report, TY_CUE(LAST_YEAR) | TY_CUE(THIS_YEAR), opens) : 0;
    if (year) opens = year; /* 去年占国内生产总值的比重 */
    if (weighs && opens == share->start) return false;
    bool names = weighs || (share->end + 1 == w->end && ty_is_character(report, TY_CUE_SUFFIX, report->flow[w->end - 1])); /* 税占|比达77.4% */
    if (!w->predicate && !names) w->end = ty_strip_right(report, w->start, share->start, &w->predicate);
    return true;
}

/* 基本生活标准|不低于最低标准的1.6倍: without what it is measured by. */
static void drop_measure(words *w) {
    enum { MOST = 0x6700 };
    const uint64_t limits = TY_CUE(AT_LEAST) | TY_CUE(AT_MOST) | TY_CUE(REACH);
    const ty_report *report = w->report;
    bool of = w->row->flow.start && report->flow[w->row->flow.start - 1] == OF;
    const ty_hit *limit = of ? ty_last_word(report, limits, w->start, w->end) : NULL;
    for (; limit; limit = ty_last_word(report, limits, w->start, limit->start)) {
        const ty_hit *whole = ty_word_ending(report, limits, limit->end); /* 达到, not 到 */
        if (whole && whole->start >= w->start) limit = whole;
        if (report->flow[limit->start] != MOST && limit->end > limit->start + 1) break;
    }
    uint32_t measured = limit ? limit->start : before_measure(report, w->row, w->start, w->end);
    if (measured < w->end) w->end = ty_strip_right(report, w->start, measured, &w->predicate);
    w->end = ty_before_reckoning(report, w->start, before_listed_verb(report, (ty_slice){w->start, w->end}));
}

/* Are they only what is compared with: a goal (比“十五”计划目标3000亿元超过, 超额完成省考核目标2.7个百分点), the figure of a date
   (比1957年的预计数增加, 超过1957年的指标)? */
static bool are_compared(const words *w) {
    const ty_report *report = w->report;
    ty_slice why = w->row->why[TY_WHY_CHANGE];
    bool changes = why.end > why.start && why.start >= w->opening && why.start < w->end; /* 比上年增加|招生计划5000个 */
    bool exceeds = changes && report->flow[why.start] == OVER, compares = ty_compares_at(report, w->opening);
    bool of_goal = ty_ends_in_goal(report, w->end) || ty_ends_in_goal(report, w->row->flow.start);
    if (of_goal && (exceeds || (!changes && compares))) return true;
    bool of_date = w->start > w->opening && w->start < w->end && report->flow[w->start] == OF;
    if (of_date && (compares || ty_word_at(report, TY_CUE(AT_LEAST), w->opening))) return true;
    return w->start < w->end && ty_compares_at(report, w->start); /* 比去年预算高 */
}

/* 增速|高出全国平均水平2个百分点: without the mean that it is compared with. */
static void drop_average(words *w) {
    enum { EVEN = 0x5747, WATER = 0x6C34, LEVEL = 0x5E73 };
    const uint64_t compares = TY_CUE(BASE_YEAR) | TY_CUE(AT_LEAST) | TY_CUE(AT_MOST) | TY_CUE(REACH) | TY_CUE(INCREASE) | TY_CUE(DECREASE);
    if (w->end < w->start + 4 || !ty_comes_before(w->report, w->end, WATER, LEVEL) || w->report->flow[w->end - 3] != EVEN) return;
    const ty_hit *word = ty_last_word(w->report, compares, w->start, w->end - 4);
    if (word) w->end = ty_strip_right(w->report, w->start, word->start, &w->predicate), w->predicate = true;
}

/* 财政收入|在去年的基础上增长5%: without what it grows from. */
static void drop_basis(words *w) {
    uint32_t basis = before_basis(w->report, w->start, w->end);
    if (basis == w->end) return;
    w->end = ty_strip_right(w->report, w->start, basis, &w->predicate);
    w->predicate = true;
}

/* 造价|应比原计划至少节约10%, 收入增长|高于经济增长1个百分点: without what is compared with. */
static void drop_comparison(words *w) {
    enum { POINT = 0x70B9, BY = 0x4E8E };
    const ty_report *report = w->report;
    if (w->start >= w->end) return;
    const ty_hit *over = report->flow[w->row->flow.end - 1] == POINT ? ty_last_word(report, TY_CUE(BASE_YEAR), w->start + 1, w->end) : NULL;
    bool outpaces = over && over->end == over->start + 2 && report->flow[over->end - 1] == BY && over->end < w->end;
    uint32_t than = outpaces && ty_is_boundary(report, over->start) ? over->start : ty_than(report, w->start + 1, w->end);
    if (than == w->end || ty_closing(report, than, OF, w->end) < w->end) return; /* 高于全国的企业占比 */
    uint32_t acts = report->token_at ? ty_last_token(report, TY_ACTING, w->start, w->end) : TY_NONE;
    bool object = !outpaces && acts != TY_NONE && report->tokens[acts].start > than && report->tokens[acts].end < w->end;
    if (object) return; /* 将比改革前减轻|企业负担 */
    w->end = ty_strip_right(report, w->start, than, &w->predicate);
    w->predicate = true;
}

/* 钢材|由于成分不合要求而有30%不合规格: without the reason. */
static void drop_reason(words *w) {
    enum { THUS = 0x800C, BECAUSE = 0x56E0, BY = 0x7531, AT = 0x4E8E };
    const uint32_t *flow = w->report->flow;
    uint32_t thus = w->row->flow.start;
    while (thus > w->end && flow[thus - 1] != THUS) thus--;
    if (thus == w->end) return;
    for (uint32_t at = w->end; at-- > w->start;) {
        bool reason = (flow[at] == BECAUSE || (flow[at] == BY && flow[at + 1] == AT)) && ty_is_boundary(w->report, at);
        if (!reason) continue;
        w->end = ty_strip_right(w->report, w->start, at, &w->predicate);
        w->predicate = true;
        return;
    }
}

/* 为年度目标的120%: are they nothing but the goal that a share is of? */
static bool are_a_goal(const words *w) {
    enum { LONGEST_GOAL = 5, BEFORE = 0x9884, RECKON = 0x7B97 };
    bool of = w->row->kind == TY_PERCENT && w->row->flow.start && w->report->flow[w->row->flow.start - 1] == OF;
    uint32_t end = w->end - (w->end > w->start && w->report->flow[w->end - 1] == OF);
    bool goal = ty_ends_in_goal(w->report, end) || ty_comes_before(w->report, end, BEFORE, RECKON); /* 为年初预算的103% */
    return of && end - w->start <= LONGEST_GOAL && goal;
}

/* 支持社会事业发展的|国债投资达163亿元: without what governs the words up to the last 的. */
static void drop_governor(words *w) {
    const ty_report *report = w->report;
    bool tells = w->predicate || ty_word_ending(report, TY_CUE(REACH), w->row->flow.start);
    if (!tells || w->start == w->opening || !ty_word_ending(report, TY_CUE(GOVERNS), w->start)) return;
    uint32_t of = w->end;
    while (of > w->start + 1 && !(report->flow[of - 1] == OF && w->end - of >= 3)) of--;
    if (of > w->start + 1) w->start = of;
}

/* 企业共|亏损80万元: without who did it. */
static void drop_doer(words *w) {
    enum { IN_ALL = 0x5171, RECKONED = 0x8BA1, PERSON = 0x4EBA, HOUSEHOLD = 0x6237 };
    const ty_report *report = w->report;
    uint32_t unit = report->flow[w->row->flow.end - 1];
    if (unit == PERSON || unit == HOUSEHOLD) return; /* 农民共计外出务工30万人 */
    for (uint32_t at = w->end; at-- > w->start;) {
        uint32_t behind = at + 1 + (ty_flow_char(report, at + 1) == RECKONED);
        bool adds = report->flow[at] == IN_ALL && behind + 1 < w->end && !ty_is_boundary(report, behind + 1) && ty_is_boundary(report, at) && ty_is_boundary(report, behind);
        if (!adds) continue;
        w->start = behind;
        return;
    }
}

/* Without what opens the clause. */
static void drop_opening(words *w) {
    const ty_report *report = w->report;
    w->start = ty_strip_left(report, w->start, w->end);
    w->start = ty_after_dates(report, w->first, w->i, w->start);
    w->start = ty_strip_left(report, w->start, w->end);
    if (w->start >= w->end) return;
    w->start = ty_shorten(report, w->start, w->end);
    drop_governor(w);
    drop_doer(w);
    w->start = ty_behind_attribute(report, w->start, w->end);
    w->start = behind_bracket(report, (ty_slice){ty_strip_left(report, w->start, w->end), w->end});
    w->start = ty_strip_left(report, w->start, w->end);
}

/* Without the words of grammar that end them. False if they go on with the number: 行政村和20户以上自然村. */
static bool drop_grammar(words *w) {
    enum { DASH = 0x2014, MIDDLE = 0x4E2D, BEHIND = 0x540E, AT = 0x5728 };
    const ty_report *report = w->report;
    while (w->end > w->start && (report->flow[w->end - 1] == OF || report->flow[w->end - 1] == DASH)) w->end--;
    if (w->end > w->start + 4 && ty_ends_in_goal(report, w->end) && report->flow[w->end - 3] == OF) w->end -= 3; /* 棉花|的指标 */
    const ty_hit *promise = last_promise(report, w->start + 1, w->end); /* 集团购买力|要按上年实际数额核减 */
    if (promise && ty_word_at(report, TY_CUE(TOWARDS), promise->end)) w->end = promise->start;
    uint32_t last = w->end > w->start ? report->flow[w->end - 1] : 0;
    bool inside = w->end > w->start + 2 && (last == MIDDLE || last == BEHIND) && ty_is_boundary(report, w->end - 1);
    bool strives = inside && ty_word_at(report, TY_CUE(STRIVE) | TY_CUE(ENSURE), w->end);
    if (inside) w->end -= ty_is_opener(report->flow[w->end - 2]) ? 2 : 1; /* 私营商业中有一半 */
    bool at = inside && ty_closing(report, w->opening, AT, w->start) < w->start;
    if (at && (strives || ty_last_token(report, TY_NAMING, w->start, w->end) == TY_NONE))
        return false; /* 在|执行中, 在|实际工作中|争取达到5% */
    last = w->end > w->start ? report->flow[w->end - 1] : 0;
    uint32_t k = last == JOIN && w->row->kind == TY_AMOUNT && report->token_at ? ty_token_over(report, w->end - 1) : TY_NONE;
    bool verb = k != TY_NONE && ty_last_token(report, TY_NAMING, w->start, report->tokens[k].start) != TY_NONE &&
                report->tokens[k].start + 1 < w->end; /* 补贴惠及60万人 */
    return verb || (last != AND && last != JOIN);
}

/* Narrow them down from both ends. False if they name nothing: `end` is then where the empty phrase stands. */
static bool narrow(words *w) {
    drop_lead(w);
    bool lists = w->predicate && w->end > w->start && w->report->flow[w->end] == LIST && w->opening > ty_clause_of(w->report, w->row)->start;
    if (lists) return false; /* 达到5万亿元、稳居前十强、|增长4.8% */
    if (!drop_whole(w)) return w->predicate = true, false;
    drop_measure(w);
    w->start = ty_after_dates(w->report, w->first, w->i, w->start);
    drop_average(w);
    drop_basis(w);
    drop_reason(w);
    drop_comparison(w);
    if (are_compared(w) || are_a_goal(w)) return w->predicate = true, false;
    drop_opening(w);
    if (w->start < w->end && ty_compares_at(w->report, w->start)) return w->predicate = true, false; /* 应该比原计划节约 */
    if (w->start >= w->end || !drop_grammar(w)) return false;
    if (!ty_names_something(w->report, (ty_slice){w->start, w->end})) return false; /* 一批50万千瓦 */
    return w->start < w->end && !(w->end == w->start + 1 && is_one_verb(w->report, w->start)); /* 分两轮 */
}

ty_slice ty_words_before(const ty_report *report, const ty_slice *told, uint32_t first, uint32_t i, bool *predicate) {
    const ty_quantity *row = &TY_QUANTITIES_OF(report)[i];
    uint32_t text = TY_PARAGRAPHS_OF(report)[TY_SENTENCES_OF(report)[row->sentence].paragraph].flow_text; /* behind 1. and （一） */
    uint32_t clause = ty_clause_of(report, row)->start, head = clause < text && text < row->flow.start ? text : clause, sized;
    uint32_t start = behind_value(report, first, i, head, &sized);
    if (start > head && report->flow[start] == OF && ty_behind_basis(report, start + 1)) start = head, sized = TY_NONE; /* 在贸易下降3成的情况下| */
    if (start > head && report->flow[start] == GAIN) return (ty_slice){start, start}; /* 82项|获认可、37项 */
    if (start > head) start = behind_tail(report, behind_counted(report, told, first, i, start), row->flow.start);
    uint32_t tail = ty_behind_bound(report, row->flow.end);
    if (ty_flow_char(report, tail) == OF && ty_behind_basis(report, tail + 1)) start = behind_at(report, start, row->flow.start);
    words w = {.report = report, .row = row, .first = first, .i = i, .start = after_mark(report, start, row->flow.start)};
    w.opening = w.start;
    bool names = narrow(&w), adjoins = w.start == start || (w.start == start + 1 && report->flow[start] == OF);
    if (w.predicate) *predicate = true;
    if (!names) return (ty_slice){w.end, w.end};
    if (sized != TY_NONE && w.predicate && adjoins && w.end - sized <= TY_LONGEST_SUBJECT) w.start = sized; /* 60岁以上人口已达2.5亿 */
    return with_quotes(report, (ty_slice){w.start, w.end}, clause);
}

/* 两年内基本取消全国高速公路省界收费站: what the verb that comes behind the frame, from `at` on, is done to. */
ty_slice ty_words_framed(const ty_report *report, const ty_quantity *row, uint32_t at) {
    enum { TAKE = 0x628A, MAKE = 0x4F7F, SHALL = 0x5C06 };
    const ty_clause *clauses = report->clauses.items;
    uint32_t c = row->clause, limit = clauses[c].end;
    bool ends = at && ty_takes_time(report, row) && limit - at <= TY_BARE_FRAME; /* 用三年时间，基本建成… */
    if (ends && c + 1 < report->clauses.count && clauses[c + 1].sentence == clauses[c].sentence) limit = clauses[c + 1].end;
    const ty_quantity *behind = TY_QUANTITIES_OF(report) + report->tables[TY_QUANTITIES].count;
    if (!at || !report->token_at) return (ty_slice){0, 0};
    if (row + 1 < behind && row[1].flow.start < limit) limit = row[1].flow.start;
    for (uint32_t k = ty_token_from(report, at); k < report->token_count && report->tokens[k].start < limit; k++) {
        ty_token token = report->tokens[k];
        uint32_t c = report->flow[token.start];
        bool hands = token.end == token.start + 1 && (c == TAKE || c == MAKE || c == SHALL); /* 把新部委组建起来 */
        if (c == GOES && token.end == token.start + 1) continue; /* 赴香港发行债券 */
        if (!hands && report->token_class[k] != TY_ACTING && ty_word_at(report, TY_CUE(GOVERNS), token.start) != token.end) continue;
        ty_slice phrase = ty_noun_phrase(report, row, token.end, limit);
        bool names = ty_last_token(report, TY_NAMING, phrase.start, phrase.end) != TY_NONE ||
                     ty_last_token(report, TY_TELLING, phrase.start, phrase.end) != TY_NONE;
        if (phrase.end > phrase.start + 1 && names) return phrase; /* 进行基本建设; not 广泛地实现 */
    }
    return (ty_slice){0, 0};
}

/* 12个落地|项目, 12个签约落地的|项目: where the noun begins behind the words of manner that end with token `manner`; 0 for
   14个开工建设 and 10个实现天然气全覆盖. */
static uint32_t noun_behind_manner(const ty_report *report, uint32_t manner) {
    uint32_t at = report->tokens[manner].end, noun = at, k = at < report->flow_length ? report->token_at[at] : TY_NONE;
    if (k == TY_NONE) return 0;
    if (ty_is_used(report, TY_CUE_MANNER, noun, report->tokens[k].end) || ty_flow_char(report, report->tokens[k].end) == OF)
        noun = report->tokens[k].end;
    noun += ty_flow_char(report, noun) == OF;
    k = ty_is_word_char(ty_flow_char(report, noun)) ? report->token_at[noun] : TY_NONE;
    if (k == TY_NONE || report->token_class[k] != TY_NAMING || report->tokens[k].end == noun + 1) return 0;
    bool acts = report->token_class[manner] == TY_ACTING;
    return acts && noun == at && ty_is_word_char(ty_flow_char(report, report->tokens[k].end)) ? 0 : noun; /* not of 健康县城示范县 */
}

/* 四次|降低存款准备金率: what was done so often, as far as the next number; {0, 0} if no verb comes, empty at its start if that is
   too long. */
static ty_slice done_times(const ty_report *report, uint32_t i) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t start = rows[i].flow.end, end = ty_clause_of(report, &rows[i])->end;
    if (!ty_is_done_often(report, &rows[i])) return (ty_slice){0, 0};
    if (i + 1 < report->tables[TY_QUANTITIES].count && rows[i + 1].flow.start < end) end = rows[i + 1].flow.start; /* 两次考察、三次审议 */
    while (end > start && !ty_is_word_char(report->flow[end - 1])) end--;
    return (ty_slice){start, end - start <= TY_LONGEST_SUBJECT ? end : start};
}

/* Behind what may stand between a number and what it is of: 余, 以上, 级, 的, another number (3个万亿级产业). `rest` is the first row
   behind that. */
static uint32_t behind_number(const ty_report *report, uint32_t i, uint32_t *rest) {
    enum { MORE = 0x591A, REST = 0x4F59 };
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t start = rows[i].flow.end, count = report->tables[TY_QUANTITIES].count;
    if (rows[i].vague && (ty_flow_char(report, start) == MORE || ty_flow_char(report, start) == REST)) start++;
    start = ty_behind_bound(report, start);
    if (ty_flow_char(report, start) == RANK) start = ty_behind_bound(report, start + 1); /* 千亿级|台阶 */
    if (ty_flow_char(report, start) == UNQUOTE && ty_is_word_char(ty_flow_char(report, start + 1))) start++; /* “两个10亿元”资金 */
    if (ty_flow_char(report, start) == OF) start++;
    uint32_t used = ty_flow_char(report, start) == USE ? ty_word_at(report, TY_CUE(LEAD) | TY_CUE(YEARLY), start) : 0;
    if (used > start + 1) start = used; /* 一半用于|大病保险 */
    uint32_t point = rows[i].counts ? ty_word_at(report, TY_CUE(OWN_POINT), start) : 0;
    if (point && ty_flow_char(report, point) == OF && ty_is_word_char(ty_flow_char(report, point + 1))) start = point + 1; /* 17个方面的|问题 */
    *rest = i + 1;
    if (*rest < count && rows[*rest].flow.start == start) {
        start = rows[(*rest)++].flow.end;
        if (ty_flow_char(report, start) == RANK) start++;
        start = ty_behind_bound(report, start); /* 200个|亿元以上产业项目, 3个|千亿级台阶 */
        while (*rest < count && rows[*rest].list == rows[*rest - 1].list && rows[*rest].flow.start == start + 1)
            start = rows[(*rest)++].flow.end; /* 22个|750千伏和330千伏|电网工程 */
    }
    uint32_t clause_end = ty_clause_of(report, &rows[i])->end;
    uint32_t close = ty_flow_char(report, start) == QUOTE ? ty_closing(report, start, UNQUOTE, clause_end) : start;
    bool quotes = close > start && close + 1 < clause_end && *rest < count && rows[*rest].flow.start < close;
    if (quotes && ty_is_word_char(report->flow[close + 1])) { /* 350个“15分钟就业服务圈”|社区就业服务站点 */
        start = close + 1;
        while (*rest < count && rows[*rest].flow.start < close) (*rest)++;
    }
    return start;
}

/* 6家全国|重点实验室; not 世界500强. */
static uint32_t behind_place(const ty_report *report, uint32_t start) {
    uint32_t place = ty_word_at(report, TY_CUE(PLACE), start), next = place ? ty_flow_char(report, place) : 0;
    return ty_is_word_char(next) && !ty_is_digit(next) && next != RANK ? place : start; /* nor 世界级产业 */
}

/* What ends a phrase behind a number. */
static const uint64_t phrase_ends = TY_CUE(GOVERNS) | TY_CUE(REACH) | TY_CUE(TO_DO) | TY_CUE(DONE) | TY_CUE(INCREASE) | TY_CUE(DECREASE) |
                                    TY_CUE(LINK) | TY_CUE(SHARE_VERB) | TY_CUE(PLACE);

/* Does a verb open what stands behind the number, and not one that is part of a name? */
static bool opens_with_verb(const ty_report *report, const ty_quantity *row, uint32_t start) {
    enum { DONE = 0x4E86, ITEM = 0x9879 };
    uint32_t verb = ty_word_at(report, phrase_ends & ~(TY_CUE(LINK) | TY_CUE(PLACE)), start);
    uint32_t happens = row->counts ? ty_word_at(report, TY_CUE(HAPPENS), start) : 0;
    if (happens && !ty_is_word_char(ty_flow_char(report, happens))) return true; /* 有3个获奖 */
    if (!verb || row->kind == TY_DURATION) return false;
    if (!ty_is_boundary(report, verb)) return verb > start + 1 && ty_word_at(report, TY_CUE(INCREASE) | TY_CUE(DECREASE), start) == verb &&
                                                      !ty_word_at(report, TY_CUE(LEVEL), start); /* 翻了|一番 */
    if (verb == start + 1 && report->flow[start] == HAVE && report->flow[verb] != DONE) return false; /* 10个有条件的县 */
    if (verb == start + 1 && report->flow[start] == OVER) return false; /* 8000亿元超长期国债 */
    uint32_t acting = row->counts && report->token_at ? report->token_at[start] : TY_NONE;
    bool named = acting != TY_NONE && report->flow[row->flow.end - 1] == ITEM && report->token_class[acting + 1] == TY_NAMING &&
                 ty_is_han(ty_flow_char(report, verb)) && !ty_is_word_char(ty_flow_char(report, report->tokens[acting + 1].end));
    if (named) return false; /* 69项支持政策 */
    if (acting == TY_NONE || report->tokens[acting].end != verb) return true;
    bool manner = ty_is_used(report, TY_CUE_MANNER, start, verb) && noun_behind_manner(report, acting);
    bool qualifies = report->token_class[acting] == TY_QUALIFYING || manner; /* 1098家帮扶企业, 12个落地项目 */
    return !(qualifies && report->token_class[acting + 1] == TY_NAMING && ty_is_han(ty_flow_char(report, verb)));
}

/* Does what stands behind the number, from `start` on, go on with the sentence and name nothing? `rest` is the first row behind
   `start`. */
static bool goes_on(const ty_report *report, uint32_t i, uint32_t rest, uint32_t start) {
    enum { ALSO = 0x5E76 };
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t count = report->tables[TY_QUANTITIES].count, next = ty_flow_char(report, start);
    uint32_t link = ty_word_at(report, TY_CUE(LINK), start);
    bool leads = link > start + 1 && ty_is_han(report->flow[start]) && ty_word_at(report, TY_CUE(REACH), link) > link + 1;
    if (leads) return true; /* 从1.2万亿元预计提高到 */
    uint32_t limits = ty_word_at(report, TY_CUE(AT_LEAST) | TY_CUE(AT_MOST), start);
    if (limits && rest < count && rows[rest].flow.start == limits) return true; /* 3000亿元超过1070亿元 */
    if ((next == GAIN || next == ALSO) && ty_is_boundary(report, start + 1)) return true; /* 82项获认可, 2000亿元并纳入预算 */
    if (report->flow[start - 1] == OF && ty_behind_basis(report, start)) return true; /* 50亿元的基础上 */
    bool joins = !rows[i].counts && i + 1 < count && rows[i + 1].clause == rows[i].clause;
    return joins && (next == AND || next == JOIN) && ty_is_boundary(report, start + 1); /* 粮食3920亿斤和棉花3500万担 */
}

/* Where the noun begins if words of manner open what stands behind the number (12个落地的|项目), `start` if none do; 0 for
   廊道1194公里全线贯通 and 有14个开工建设. */
static uint32_t behind_manner(const ty_report *report, const ty_quantity *row, uint32_t start) {
    uint32_t k = report->token_at && start < report->flow_length ? report->token_at[start] : TY_NONE;
    uint32_t opening = k == TY_NONE ? start : report->tokens[k].end;
    if (opening <= start + 1 || !ty_is_used(report, TY_CUE_MANNER, start, opening)) return start;
    uint32_t noun = noun_behind_manner(report, k), first = noun ? report->token_at[noun] : TY_NONE;
    if (noun && !row->counts && !ty_names_people(report, report->tokens[first])) noun = 0; /* but 5000名脱贫|群众 */
    return noun > opening ? noun : noun ? start : 0;
}

/* 317个县|实现目标: is what is counted one character, and nothing that goes on with it behind? Behind the last token nothing does. */
static bool is_one_character(const ty_report *report, const ty_quantity *row, uint32_t start, uint32_t limit) {
    enum { PROVINCE = 0x7701, CITY = 0x5E02, COUNTY = 0x53BF };
    uint32_t k = report->token_at && start < limit ? ty_token_over(report, start) : TY_NONE;
    if (k == TY_NONE || report->tokens[k].end != start + 1 || report->token_class[k] > TY_QUALIFYING ||
        !ty_is_word_char(report->flow[start]))
        return false;
    bool qualifies = report->token_class[k] == TY_QUALIFYING && ty_flow_char(report, start + 1) == OF; /* 两个大的灾荒年 */
    if (ty_is_above_size(report, k + 1) || qualifies) return false;
    uint32_t c = report->flow[start];
    bool spelled = k + 2 < report->token_count && report->tokens[k + 1].end == start + 2 && report->tokens[k + 2].end == start + 3 &&
                   start + 2 < limit && ty_is_han(report->flow[start + 1]) && ty_is_character(report, TY_CUE_HEAD, report->flow[start + 2]);
    bool place = c == PROVINCE || c == CITY || c == COUNTY || ty_is_character(report, TY_CUE_HEAD, c);
    if (spelled && !place) return false; /* 综|保|区; not 县|建|站 */
    bool pair = k + 1 < report->token_count && report->tokens[k + 1].end == start + 2 && start + 1 < limit && ty_is_han(report->flow[start + 1]);
    if (pair && !place) return false; /* 绿|道, 反|诈|工作站 */
    if (!ty_is_word_char(ty_flow_char(report, start + 1)) || report->token_class[k + 1] >= TY_ACTING) return true;
    return ty_is_used(report, TY_CUE_MANNER, report->tokens[k + 1].start, report->tokens[k + 1].end) ||
           ty_flow_char(report, report->tokens[k + 1].end) == ASPECT || /* 县|普及了 */
           ty_word_at(report, TY_CUE(REACH), start + 1) > start + 2 || /* 县|实现目标 */
           (report->token_class[k + 1] == TY_QUALIFYING && ty_is_made_to(report, row));
}

/* As far as punctuation or a word that ends a phrase. */
static uint32_t end_of_phrase(const ty_report *report, uint32_t start, uint32_t limit) {
    uint32_t end = start;
    if (ty_is_opener(ty_flow_char(report, end)) && ty_flow_char(report, end) != '(') end++;
    for (; end < limit; end++) {
        uint32_t c = report->flow[end];
        if (!ty_is_word_char(c) && c != QUOTE && c != UNQUOTE) break;
        if (end > start + 1 && ty_word_at(report, phrase_ends, end) > end + 1) break;
    }
    return end;
}

/* The quotation that opens at a place behind a count and ends what is said of it; {0, 0}. */
static ty_slice quoted_name(const ty_report *report, const ty_quantity *row, uint32_t start) {
    if (!row->counts || ty_flow_char(report, start) != QUOTE) return (ty_slice){0, 0};
    uint32_t limit = ty_clause_of(report, row)->end, close = ty_closing(report, start, UNQUOTE, limit);
    bool ends = close < limit && close - start < TY_LONGEST_SUBJECT && !ty_is_word_char(ty_flow_char(report, close + 1));
    return ends ? (ty_slice){start, close + 1} : (ty_slice){0, 0};
}

/* 5300栋楼宇|拔地而起: without the idiom that tells what became of them. */
static uint32_t before_idiom(const ty_report *report, ty_slice phrase) {
    enum { IDIOM = 4 };
    char tag[TY_TAG_SIZE];
    uint32_t k = phrase.end > phrase.start + IDIOM ? ty_token_over(report, phrase.end - 1) : TY_NONE;
    if (k == TY_NONE || report->token_class[k] != TY_TELLING || report->tokens[k].end != phrase.end ||
        report->tokens[k].start + IDIOM != phrase.end || ty_is_word_char(ty_flow_char(report, phrase.end)))
        return phrase.end;
    ty_words_tag(report->lexicon->dictionary, report->tokens[k].word, tag);
    return tag[0] == 'i' ? report->tokens[k].start : phrase.end;
}

/* 国家级, 大中型: does a word that ranks end there? */
static bool is_rank(const ty_report *report, uint32_t last) {
    return report->flow[last] == RANK || ty_is_character(report, TY_CUE_KIND, report->flow[last]);
}

/* 省级|重点县, 小型|水库: the phrase without its own rank, if something stands behind that. */
static ty_slice behind_rank(const ty_report *report, ty_slice phrase) {
    enum { LONGEST_RANK = 4 };
    for (uint32_t at = phrase.start + 1; at + 2 < phrase.end && at < phrase.start + LONGEST_RANK; at++)
        if (is_rank(report, at) && ty_is_boundary(report, at + 1)) return (ty_slice){at + 1, phrase.end};
    return phrase;
}

/* The noun phrase right behind a classifier or a share: as far as punctuation, a verb or the next number. */
static ty_slice words_after(const ty_report *report, uint32_t i, uint32_t depth) {
    enum { MOUTH = 0x53E3, PERSON = 0x4EBA };
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t count = report->tables[TY_QUANTITIES].count, limit = report->flow_length, rest;
    for (uint32_t next = i + 1; rows[i].bound == TY_ORDER && next < count; next++) /* 千亿级、百亿级企业 */
        if (rows[next].list == rows[i].list && rows[next].bound == TY_ORDER) i = next;
        else break;
    while (i + 1 < count && rows[i].status == TY_OTHER_STATUS && !rows[i].counts && rows[i + 1].list == rows[i].list &&
           rows[i + 1].unit == rows[i].unit && rows[i + 1].status == TY_OTHER_STATUS)
        i++; /* 750千伏和330千伏电网工程 */
    ty_slice done = done_times(report, i);
    if (done.start) return done;
    uint32_t end = rows[i].flow.end;
    if (ty_flow_char(report, end) == MOUTH && report->flow[end - 1] == PERSON) return (ty_slice){end - 1, end + 1}; /* 十亿人|口 */
    uint32_t start = behind_number(report, i, &rest);
    bool joined = ty_flow_char(report, start) == LIST || ty_flow_char(report, start) == AND;
    bool lists_sizes = depth && rest > i + 1 && rest < count && joined && rows[rest].flow.start == start + 1 && rows[i].counts &&
                       rows[rest].counts;
    if (lists_sizes) return words_after(report, rest, depth - 1); /* 2家千亿级、24家百亿级|企业 */
    ty_slice quotation = quoted_name(report, &rows[i], start);
    if (quotation.end && rest < count && rows[rest].flow.start < quotation.end) return quotation; /* 100个“15分钟生活服务圈” */
    if (opens_with_verb(report, &rows[i], start)) return (ty_slice){start, start};
    start = behind_place(report, start);
    if (goes_on(report, i, rest, start)) return (ty_slice){start, start};
    uint32_t next = ty_flow_char(report, start);
    bool heads = next == TOWARDS || next == GOES; /* 分三批向农民发放补贴, 连续四年赴香港发行债券 */
    if (heads && ty_is_boundary(report, start) && ty_is_boundary(report, start + 1)) return ty_words_framed(report, &rows[i], start + 1);
    uint32_t noun = behind_manner(report, &rows[i], start);
    if (!noun) return (ty_slice){start, start};
    start = noun;
    if (rest < count) limit = rows[rest].flow.start;
    if (limit > start + TY_LONGEST_SUBJECT) limit = start + TY_LONGEST_SUBJECT;
    end = end_of_phrase(report, start, limit);
    if (is_one_character(report, &rows[i], start, limit)) return (ty_slice){start, ty_short_list(report, start + 1, limit)};
    if (end <= start + 1) return (ty_slice){start, start};
    if (!report->token_at) return (ty_slice){start, end};
    if (!ty_names_something(report, (ty_slice){start, end})) return (ty_slice){start, start};
    ty_slice phrase = ty_noun_phrase(report, &rows[i], start, limit);
    bool size = rest < count && rows[rest].flow.start == phrase.end && rows[rest].clause == rows[i].clause &&
                rows[rest].status == TY_OTHER_STATUS;
    bool sized = size && rows[i].counts && !rows[rest].counts && !ty_has_list(report, start, phrase.end);
    ty_slice behind = sized && depth ? words_after(report, rest, depth - 1) : (ty_slice){0, 0}; /* 100所海拔1500米以上学校 */
    if (behind.end > behind.start) return behind;
    bool ranks = depth && is_rank(report, phrase.end - 1) && phrase.end > phrase.start + 1 && rest < count && rows[rest].counts &&
                 rows[i].counts && report->flow[phrase.end] == LIST && rows[rest].flow.start == phrase.end + 1;
    behind = ranks ? behind_rank(report, words_after(report, rest, depth - 1)) : (ty_slice){0, 0}; /* 20个国家级、19个省级|重点县 */
    if (behind.end > behind.start) return behind;
    if (phrase.end == phrase.start + 1 && phrase.start > start) /* 有条件的县（市） */
        return (ty_slice){phrase.start, ty_short_list(report, phrase.end, limit)};
    phrase.end = before_idiom(report, phrase);
    return phrase.end > phrase.start + 1 ? phrase : (ty_slice){start, end};
}

ty_slice ty_words_after(const ty_report *report, uint32_t i) { return words_after(report, i, MOST_SIZES); }

/* 安排51亿元，用于支持地方公共卫生服务, 拨付1.2亿元支持技术改造: what the money is for. */
ty_slice ty_purpose_of(const ty_report *report, const ty_quantity *row) {
    uint32_t at = row->flow.end, limit = at + TY_LONGEST_SUBJECT;
    const ty_quantity *next_row = row + 1, *behind = TY_QUANTITIES_OF(report) + report->tables[TY_QUANTITIES].count;
    if (next_row < behind && next_row->flow.start < limit) limit = next_row->flow.start; /* 投入3亿元新建学校12所 */
    at += ty_is_comma(ty_flow_char(report, at)); /* 安排51亿元用于… */
    bool uses = ty_flow_char(report, at) == USE;
    if (!report->token_at || !ty_is_money(report, row) || (!uses && at > row->flow.end)) return (ty_slice){0, 0};
    at = ty_word_at(report, TY_CUE(VERB) | (uses ? TY_CUE(LEAD) : TY_CUE(GOVERNS)), at);
    for (uint32_t next = at; next; at = next) {
        next = ty_word_at(report, TY_CUE(LEAD) | TY_CUE(VERB) | TY_CUE(GOVERNS), at);
        if (!next || !ty_is_boundary(report, next) || !ty_is_word_char(ty_flow_char(report, next))) break;
    }
    ty_slice phrase = at ? ty_noun_phrase(report, row, at, limit < report->flow_length ? limit : report->flow_length) : (ty_slice){0, 0};
    return phrase.end > phrase.start + 1 && ty_is_han(report->flow[phrase.start]) ? phrase : (ty_slice){0, 0};
}
