/* candidate_before.c: the phrases before a number that can name what it measures. subject.c chooses. */
#include "candidate.h"
#include "numeral.h"
#include "phrase.h"
#include "trim.h"

enum { TITLE_LENGTH = 16 };

/* 三是, 1. and （2） open an item and name nothing. */
static uint32_t after_mark(const ty_report *report, uint32_t start, uint32_t end) {
    enum { MOST_DIGITS = 3 };
    uint32_t at = start, digit = start + (report->flow[start] == '(');
    while (digit < end && ty_is_digit(report->flow[digit])) digit++;
    uint32_t mark = digit > start && digit < end && ty_is_digit(report->flow[digit - 1]) ? report->flow[digit] : 0;
    bool item = digit - start <= MOST_DIGITS && ty_is_among(mark, U".)、"); /* not 12345、市民热线 */
    if (item && ty_is_han(ty_flow_char(report, digit + 1))) return digit + 1;
    while (at < end && (ty_digit_of(report->flow[at]) > 0 || ty_scale_of(report->flow[at]) == 1)) at++;
    return at > start && at < end && report->flow[at] == U'是' ? at + 1 : start;
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
    char tag[TY_TAG_SIZE];
    uint32_t rise = end;
    for (uint32_t steps = 2; steps-- && rise > start + 2 && !ty_word_ending(report, TY_CUE(INCREASE) | TY_CUE(DECREASE), rise);) { /* 增长|显著, 增长|较|快 */
        uint32_t last = ty_token_over(report, rise - 1);
        if (last == TY_NONE || report->tokens[last].end != rise) break;
        ty_words_tag(report->lexicon->dictionary, report->tokens[last].word, tag);
        if (tag[0] != 'a' && tag[0] != 'd') break;
        rise = report->tokens[last].start;
    }
    const ty_hit *verb = ty_word_ending(report, TY_CUE(INCREASE) | TY_CUE(DECREASE), rise);
    if (!verb || verb->start <= start || report->token_at[verb->start] == TY_NONE) return end;
    uint32_t k = report->token_at[verb->start];
    for (; k && report->tokens[k - 1].start > start; k--) {
        bool adverb = ty_is_used(report, TY_CUE_ADVERB, report->tokens[k - 1].start, report->tokens[k - 1].end);
        if (report->token_class[k - 1] != TY_BINDING && !adverb) break;
    }
    return report->tokens[k].start;
}

/* The last word of promise in [start, end); 要 in 主要 is none. */
static const ty_hit *last_promise(const ty_report *report, uint32_t start, uint32_t end) {
    const ty_hit *word = ty_last_word(report, TY_CUE(TO_DO), start, end);
    return word && ty_is_boundary(report, word->start) && !ty_word_ending(report, TY_CUE(NOT_TO_DO), word->end) ? word : NULL;
}

/* 油料|在连年增产的基础上: where it begins what a figure grows from, if that ends at `end`; otherwise `end`. */
static uint32_t before_basis(const ty_report *report, uint32_t start, uint32_t end) {
    uint32_t basis = end;
    for (uint32_t at = end; basis == end && at-- > start && end - at <= TY_LONGEST_BASIS;)
        if (ty_behind_basis(report, at) >= end) basis = at; /* 基础|上 */
    if (basis == end) return end; /* mostly */
    for (uint32_t at = basis; at-- > start;)
        if (report->flow[at] == U'在' && ty_is_boundary(report, at)) return at;
    return end;
}

/* 进出口在|对美贸易下降3成的情况下增长: where the words begin that tell what a figure grows from. */
static uint32_t behind_at(const ty_report *report, uint32_t start, uint32_t end) {
    for (uint32_t at = end; at-- > start;)
        if (report->flow[at] == U'在' && ty_is_boundary(report, at) && ty_is_boundary(report, at + 1)) return at + 1;
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
    for (uint32_t at = start + 2; at + 1 < end; at++) {
        uint32_t k = report->token_at[at];
        if (k == TY_NONE) continue;
        bool did = report->token_class[k] == TY_ACTING && ty_flow_char(report, report->tokens[k].end) == U'了';
        bool since = ty_word_at(report, TY_CUE(FROM), at) == at + 1 && ty_is_digit(ty_flow_char(report, at + 1)) &&
                     ty_closing(report, at, U'始', end) < end;
        if (!did && !since) continue;
        if (ty_closing(report, at, U'的', end) < end) return end; /* 推行了承包制的生产队 */
        while (did && k && report->tokens[k - 1].start > start && report->token_class[k - 1] == TY_ACTING) k--; /* 跑|赢了 */
        return ty_last_token(report, TY_NAMING, start, report->tokens[k].start) != TY_NONE ? report->tokens[k].start : end;
    }
    return end;
}

/* 经济增长速度|的宏观调控目标，: without the goal, which says no more. */
static uint32_t before_goal(const ty_report *report, uint32_t start, uint32_t end) {
    enum { LONGEST_GOAL = 8 };
    if (!ty_ends_in_goal(report, end)) return end;
    for (uint32_t at = end; at-- > start + 2 && end - at <= LONGEST_GOAL;)
        if (report->flow[at] == U'的') return at;
    return end;
}

/* 人均生产总值|超过全国平均水平: without the others that it is set against. */
static uint32_t before_others(const ty_report *report, uint32_t start, uint32_t end) {
    const ty_hit *others = ty_word_ending(report, TY_CUE(COMPARED), end);
    const uint64_t limits = TY_CUE(AT_LEAST) | TY_CUE(AT_MOST) | TY_CUE(BASE_YEAR);
    const ty_hit *over = others && others->start > start ? ty_last_word(report, limits, start + 2, others->start) : NULL;
    if (!over) { /* 居民收入增速|高于经济增速 */
        over = ty_last_word(report, TY_CUE(BASE_YEAR), start + 2, end);
        bool than = over && over->end == over->start + 2 && report->flow[over->end - 1] == U'于' && over->end + 2 <= end &&
                    ty_word_ending(report, TY_CUE(INCREASE_NOUN) | TY_CUE(DECREASE_NOUN), over->start);
        if (!than) over = NULL;
    }
    bool set = over && ty_word_at(report, limits, over->start) > over->start + 1 && ty_is_boundary(report, over->start);
    return set && ty_last_token(report, TY_NAMING, start, over->start) != TY_NONE ? over->start : end;
}

/* 农民人均纯收入，1982年为270元: the phrase that ends the clause before, if no number stands there. */
ty_slice ty_topic_before(const ty_report *report, uint32_t first, uint32_t i) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    ty_slice words = ty_words_leading(report, &rows[i]);
    if (words.end == words.start) return words;
    for (uint32_t j = i; j-- > first && rows[j].clause == rows[i].clause;) /* 从2007年的639亿元增加到2012年的1923亿元 */
        if (ty_has_value(&rows[j]) && (rows[j].kind != TY_DURATION || rows[i].kind == TY_DURATION)) return (ty_slice){0, 0};
    uint32_t start = words.start, end = before_basis(report, start, words.end);
    for (uint32_t j = i; j-- > first && rows[j].flow.start >= start;) /* 总量居全省第一，增长5.4% */
        if ((ty_has_value(&rows[j]) || rows[j].kind == TY_ORDINAL) && rows[j].flow.start < end) return (ty_slice){0, 0};
    if (end > start + 3 && ty_comes_before(report, end, U"方面")) end -= 2; /* 在工业总产值方面： */
    end = before_goal(report, start, end);
    const ty_hit *record = ty_word_ending(report, TY_CUE(LINK), end); /* 进出口总值|创历史新高 */
    if (record && record->start > start + 1 && record->end > record->start + 2) end = record->start;
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
        bool has = last == at && report->flow[at] == U'有';
        bool gets = last == at + 1 && (report->flow[at] == U'得' || (report->flow[at] == U'取' && report->flow[last] == U'得'));
        if (has || (gets && report->token_class[k] == TY_ACTING && report->flow[at - 1] != U'所')) end = at; /* not 所得到的收入 */
    }
    end = before_others(report, start, before_deed(report, start, end));
    uint32_t first_token = ty_token_from(report, start), noun = ty_last_token(report, TY_NAMING, start, end);
    uint32_t verb = ty_last_token(report, TY_ACTING, start, end);
    bool acts = report->token_class[first_token] == TY_ACTING && ty_closing(report, start, U'的', end) == end; /* not 积累所占的比重 */
    if (acts || ty_word_at(report, TY_CUE(TOWARDS), start)) return (ty_slice){0, 0};
    uint32_t other = ty_last_token(report, TY_QUALIFYING, start, end);
    if (other != TY_NONE && (verb == TY_NONE || other > verb)) verb = other;
    if (verb != TY_NONE && noun != TY_NONE && verb > noun && report->tokens[verb].end == end &&
        (verb == noun + 1 || report->token_class[verb] == TY_QUALIFYING)) noun = verb; /* 生活费|收入, 可|支配|收入 */
    uint32_t last = end > start ? ty_token_over(report, end - 1) : TY_NONE; /* 研究与试验开发经费 */
    bool generic = last != TY_NONE && report->tokens[last].end == end &&
                   ty_is_used(report, TY_CUE_GENERIC, report->tokens[last].start, end);
    bool names = ((noun != TY_NONE && report->tokens[noun].end == end) || generic) && end > start + 1 &&
                 end - start <= TY_LONGEST_SUBJECT;
    return names ? (ty_slice){start, end} : indicator_at(report, start, end);
}

/* “三改联动”, “两基”人口覆盖率: a phrase has both quotes of a pair or none. `from` is where its clause begins. */
static ty_slice with_quotes(const ty_report *report, ty_slice phrase, uint32_t from) {
    enum { LONGEST_OPENING = 3 };
    uint32_t depth = 0, start = phrase.start;
    for (uint32_t at = phrase.start; at < phrase.end; at++) {
        depth += report->flow[at] == U'“';
        if (report->flow[at] != U'”') continue;
        if (depth) depth--;
        else while (start > from && phrase.end - start < TY_LONGEST_SUBJECT && report->flow[start] != U'“') start--;
    }
    if (report->flow[start] == U'“') phrase.start = start;
    uint32_t opens = phrase.start; /* “个|转企” */
    while (opens > from && phrase.start - opens < LONGEST_OPENING && ty_is_word_char(report->flow[opens - 1])) opens--;
    if (opens > from && report->flow[opens - 1] == U'“' && ty_flow_char(report, phrase.end) == U'”')
        return (ty_slice){opens - 1, phrase.end + 1};
    if (depth && ty_flow_char(report, phrase.end) == U'”') phrase.end++;
    return phrase;
}

/* 利润总额|为“十三五”时期的2.2倍, 产量|是过去的三倍, 人均产值|是全国平均水平的72%: where it is told what the multiple or share is of. */
static uint32_t before_measure(const ty_report *report, const ty_quantity *row, uint32_t start, uint32_t end) {
    bool relative = row->kind == TY_PERCENT || report->flow[row->flow.end - 1] == U'倍';
    if (!relative || !row->flow.start || report->flow[row->flow.start - 1] != U'的') return end;
    for (uint32_t at = end; at-- > start + 1;)
        if ((report->flow[at] == U'为' || report->flow[at] == U'是') && ty_is_boundary(report, at) && ty_is_boundary(report, at + 1)) return at;
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
    bool listed = report->tokens[k].start > phrase.start + 1 && report->flow[report->tokens[k].start - 1] == U'、';
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
    for (uint32_t j = i, steps = TY_LOOK_BACK; j-- > first && steps-- && rows[j].clause == rows[i].clause;) {
        bool ranks = rows[j].kind == TY_ORDINAL && report->flow[rows[j].flow.end] == U'、'; /* 产量全球第一、优质鲜花占比60% */
        bool lengths = rows[j].kind == TY_DURATION && rows[i].kind == TY_DURATION && report->flow[rows[j].flow.end] == U'、' &&
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
    bool passes = false;
    for (uint32_t j = i; j-- > first && i - j <= 2;)
        if (rows[j].flow.end == start && rows[j].kind == TY_AMOUNT && told[j].start >= start && told[j].end < limit) at = told[j].end;
    if (at > start && report->flow[at] == U'、') return at + 1; /* 102个项目、|总投资1431亿元 */
    if (ty_behind_bound(report, start) > start) at = start;
    uint32_t acts = report->token_at && at > start ? report->token_at[at] : TY_NONE;
    bool noun = acts != TY_NONE && (report->token_class[acts] == TY_NAMING || ty_is_used(report, TY_CUE_OUTLAY, at, at + 2));
    uint32_t verb = noun ? ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS), at) : 0;
    bool does = verb > at + 1 && report->tokens[acts].end > verb; /* 2.3万家企业|发放贷款120亿元 */
    uint32_t owner = noun && !does ? ty_token_over(report, at - 1) : TY_NONE;
    if (owner != TY_NONE && ty_is_used(report, TY_CUE_OWNER, report->tokens[owner].start, at)) return start; /* 120家|规上企业产值 */
    if (acts != TY_NONE && report->token_class[acts] == TY_ACTING && report->flow[report->tokens[acts].end] == U'、')
        at = report->tokens[acts].end + 1; /* 20个项目落地、总投资1370亿元 */
    bool says = ty_is_word_char(report->flow[at]) && report->flow[at] != U'的';
    if (acts != TY_NONE && at == limit) start = at; /* 20个贫困村退出、11000人脱贫 */
    if (says && ty_strip_right(report, at, limit, &passes) > at + 1) start = at;
    return start;
}

/* Behind what belongs to a value: 以上, 级, （套） of 47万户（套）、老旧小区68万户. */
static uint32_t behind_tail(const ty_report *report, uint32_t start, uint32_t limit) {
    if (start < limit) start = ty_behind_bound(report, start);
    if (report->flow[start] == U'级') start++;
    uint32_t close = report->flow[start] == '(' ? ty_closing(report, start, ')', limit) : limit;
    return close < limit ? close + 1 : start;
}

/* 高速公路|建成通车|1100公里, 里程|新增3000公里: without what a noun did that is counted. */
static void drop_deed(words *w) {
    const ty_report *report = w->report;
    if (!report->token_at) return;
    uint32_t head = w->start;
    while (head < w->end && !ty_is_word_char(report->flow[head])) head++;
    bool alone = w->end == head + 4 && ty_is_used(report, TY_CUE_MANNER, head, w->end); /* 、|基本建成3万套 */
    if (alone && ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS), w->end - 2) == w->end) w->end = w->start, w->predicate = true;
    for (uint32_t length = 4; length >= 2; length--) {
        if (w->end < w->start + length + 2) continue;
        uint32_t deed = w->end - length, start = deed;
        bool adds = report->flow[deed] == U'新' && ty_word_at(report, TY_CUE(LEVEL), deed) == w->end;
        if (!adds && !ty_is_used(report, TY_CUE_MANNER, deed, w->end)) continue; /* most */
        if (length == 2 && start > w->start + 3 && ty_is_used(report, TY_CUE_MANNER, start - 2, start)) start -= 2; /* 住房|基本建成 */
        const ty_hit *each = adds ? ty_word_ending(report, TY_CUE(LINK) | TY_CUE(YEARLY), start) : NULL; /* 市场主体|每天新增 */
        if (each && each->end > each->start + 1 && each->start > w->start + 1) start = each->start;
        if (adds && each && each->start == w->start) { /* 年均|新增200家 */
            w->end = w->start;
            return;
        }
        bool years = adds && w->i > w->first && w->row[-1].kind == TY_DURATION && w->row[-1].flow.end == start && w->row[-1].flow.start > w->start + 1;
        if (years) start = w->row[-1].flow.start; /* 农田面积|五年新增 */
        uint32_t noun = ty_token_over(report, start - 1);
        if (noun == TY_NONE || report->tokens[noun].end != start) continue;
        bool names = report->token_class[noun] <= (adds ? TY_QUALIFYING : TY_NAMING) || ty_is_character(report, TY_CUE_HEAD, report->flow[start - 1]); /* 安置点 */
        if (!names) continue;
        if (!ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS) | TY_CUE(HAPPENS), deed)) continue;
        w->end = start;
        w->predicate = w->predicate || !adds;
        return;
    }
}

/* 全省生产总值|在2005年6520亿元的基础上: where the words before the number end if nothing but its time stands between 在 and it. */
static uint32_t before_base(const words *w) {
    const ty_report *report = w->report;
    uint32_t number = w->row->flow.start, tail = ty_behind_bound(report, w->row->flow.end);
    if (ty_flow_char(report, tail) != U'的' || !ty_behind_basis(report, tail + 1)) return number;
    uint32_t behind = behind_at(report, w->opening, number);
    if (behind == w->opening || ty_strip_left(report, ty_after_dates(report, w->first, w->i, behind), number) < number)
        return number;
    return behind - 1;
}

/* Without what leads to the number: 达到, 约, 五年年均. */
static void drop_lead(words *w) {
    uint32_t number = before_base(w);
    bool of_place = w->row->kind == TY_PERCENT && number > w->start + 4 && ty_word_at(w->report, TY_CUE(PLACE), number - 2) == number &&
                    ty_word_ending(w->report, TY_CUE(REACH), number - 2); /* 产量稳定在|全国1/3 */
    w->end = ty_strip_right(w->report, w->start, of_place ? number - 2 : number, &w->predicate);
    for (uint32_t before = w->end + 1; w->end < before;) {
        before = w->end;
        w->end = ty_strip_right(w->report, w->start, ty_strip_times(w->report, w->first, w->i, w->start, w->end), &w->predicate);
    }
    drop_deed(w);
}

/* 民生支出|占公共预算支出的7成: without the whole that a share is of. False if what has the share was told before:
   ，2012年占全国比重升至6.5%. */
static bool drop_whole(words *w) {
    const ty_report *report = w->report;
    bool shares = w->row->kind == TY_PERCENT && ty_holds(report, w->row->sentence, TY_CUE(SHARE_VERB));
    const ty_hit *share = shares ? ty_last_word(report, TY_CUE(SHARE_VERB), w->start, w->end) : NULL;
    if (!share) return true;
    if (report->flow[w->start] == U'在' && share->start > w->start && report->flow[share->start - 1] == U'中') return false; /* 在国内生产总值中占比 */
    bool weighs = ty_comes_before(report, w->end, U"比重") || ty_comes_before(report, w->end, U"比例") ||
                 ty_comes_before(report, w->end, U"份额"); /* 税收占总收入的|比重为85.5%, 的|份额 */
    bool ratio = share->end + 1 == w->end && ty_is_character(report, TY_CUE_SUFFIX, report->flow[w->end - 1]); /* 2023年占比 */
    bool names = weighs || ratio; /* 税占|比达77.4% */
    uint32_t opens = names ? ty_after_dates(report, w->first, w->i, w->start) : w->start;
    while (names && opens < share->start && !ty_is_word_char(report->flow[opens])) opens++;
    uint32_t year = weighs ? ty_word_at(report, TY_CUE(LAST_YEAR) | TY_CUE(THIS_YEAR), opens) : 0;
    if (year) opens = year; /* 去年占国内生产总值的比重 */
    if (names && opens == share->start) return false;
    if (!w->predicate && !names) w->end = ty_strip_right(report, w->start, share->start, &w->predicate);
    return true;
}

/* 基本生活标准|不低于最低标准的1.6倍: without what it is measured by. */
static void drop_measure(words *w) {
    const uint64_t limits = TY_CUE(AT_LEAST) | TY_CUE(AT_MOST) | TY_CUE(REACH);
    const ty_report *report = w->report;
    bool of = w->row->flow.start && report->flow[w->row->flow.start - 1] == U'的';
    const ty_hit *limit = of ? ty_last_word(report, limits, w->start, w->end) : NULL;
    for (; limit; limit = ty_last_word(report, limits, w->start, limit->start)) {
        const ty_hit *whole = ty_word_ending(report, limits, limit->end); /* 达到, not 到 */
        if (whole && whole->start >= w->start) limit = whole;
        if (report->flow[limit->start] != U'最' && limit->end > limit->start + 1) break;
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
    bool exceeds = changes && report->flow[why.start] == U'超';
    bool of_goal = ty_ends_in_goal(report, w->end) || ty_ends_in_goal(report, w->row->flow.start);
    if (of_goal && (exceeds || (!changes && ty_compares_at(report, w->opening)))) return true;
    bool of_date = w->start > w->opening && w->start < w->end && report->flow[w->start] == U'的';
    if (of_date && (ty_compares_at(report, w->opening) || ty_word_at(report, TY_CUE(AT_LEAST), w->opening))) return true;
    return w->start < w->end && ty_compares_at(report, w->start); /* 比去年预算高 */
}

/* 增速|高出全国平均水平2个百分点: without the mean that it is compared with. */
static void drop_average(words *w) {
    const uint64_t compares = TY_CUE(BASE_YEAR) | TY_CUE(AT_LEAST) | TY_CUE(AT_MOST) | TY_CUE(REACH) | TY_CUE(INCREASE) | TY_CUE(DECREASE);
    if (w->end < w->start + 4 || !ty_comes_before(w->report, w->end, U"均水平")) return;
    const ty_hit *word = ty_last_word(w->report, compares, w->start, w->end - 4);
    if (word) w->end = ty_strip_right(w->report, w->start, word->start, &w->predicate), w->predicate = true;
}

/* 财政收入|在去年的基础上增长5%: without what it grows from. */
static void drop_basis(words *w) {
    uint32_t basis = before_basis(w->report, w->start, w->end), own = w->start + (w->report->flow[w->start] == U'的');
    bool whole = w->start > w->opening && ty_behind_basis(w->report, own) >= w->end; /* 在2000年|基础上翻一番 */
    if (whole) w->end = w->start;
    if (whole || basis == w->end) return;
    w->end = ty_strip_right(w->report, w->start, basis, &w->predicate);
    w->predicate = true;
}

/* 造价|应比原计划至少节约10%, 收入增长|高于经济增长1个百分点: without what is compared with. */
static void drop_comparison(words *w) {
    const ty_report *report = w->report;
    if (w->start >= w->end) return;
    const ty_hit *over = report->flow[w->row->flow.end - 1] == U'点' ? ty_last_word(report, TY_CUE(BASE_YEAR), w->start + 1, w->end) : NULL;
    bool outpaces = over && over->end == over->start + 2 && report->flow[over->end - 1] == U'于' && over->end < w->end;
    uint32_t than = outpaces && ty_is_boundary(report, over->start) ? over->start : ty_than(report, w->start + 1, w->end);
    if (than == w->end || ty_closing(report, than, U'的', w->end) < w->end) return; /* 高于全国的企业占比 */
    uint32_t acts = report->token_at ? ty_last_token(report, TY_ACTING, w->start, w->end) : TY_NONE;
    bool object = !outpaces && acts != TY_NONE && report->tokens[acts].start > than && report->tokens[acts].end < w->end;
    if (object) return; /* 将比改革前减轻|企业负担 */
    w->end = ty_strip_right(report, w->start, than, &w->predicate);
    w->predicate = true;
}

/* 钢材|由于成分不合要求而有30%不合规格, 消费|受疫情影响下降5%: without the reason. */
static void drop_reason(words *w) {
    const ty_report *report = w->report;
    const uint32_t *flow = report->flow;
    bool affected = ty_comes_before(report, w->end, U"影响");
    for (uint32_t at = w->end; at-- > w->start + 1;) {
        bool since = flow[at] == U'由' && flow[at + 1] == U'于';
        bool because = flow[at] == U'因' && (ty_is_boundary(report, at + 1) || ty_closing(report, w->end, U'而', w->row->flow.start) < w->row->flow.start);
        bool meets = affected && flow[at] == U'受' && ty_is_boundary(report, at + 1);
        if (!(since || because || meets) || !ty_is_boundary(report, at)) continue;
        uint32_t what = report->token_at ? ty_token_over(report, at - 1) : TY_NONE;
        if (what == TY_NONE || report->token_class[what] == TY_ACTING) continue; /* 避免因灾伤亡4900人 */
        uint32_t named = because ? ty_token_over(report, w->end - 1) : TY_NONE;
        if (named != TY_NONE && report->token_class[named] == TY_NAMING && named > report->token_at[at] + 1) continue; /* 农村因病返贫人口 */
        w->end = ty_strip_right(report, w->start, at, &w->predicate);
        w->predicate = true;
        return;
    }
}

/* 为年度目标的120%: are they nothing but the goal that a share is of? */
static bool are_a_goal(const words *w) {
    enum { LONGEST_GOAL = 5 };
    bool of = w->row->kind == TY_PERCENT && w->row->flow.start && w->report->flow[w->row->flow.start - 1] == U'的';
    uint32_t end = w->end - (w->end > w->start && w->report->flow[w->end - 1] == U'的');
    bool goal = ty_ends_in_goal(w->report, end) || ty_comes_before(w->report, end, U"预算"); /* 为年初预算的103% */
    return of && end - w->start <= LONGEST_GOAL && goal;
}

/* 支持社会事业发展的|国债投资达163亿元: without what governs the words up to the last 的. */
static void drop_governor(words *w) {
    const ty_report *report = w->report;
    bool tells = w->predicate || ty_word_ending(report, TY_CUE(REACH), w->row->flow.start);
    if (!tells || w->start == w->opening || !ty_word_ending(report, TY_CUE(GOVERNS), w->start)) return;
    uint32_t of = w->end;
    while (of > w->start + 1 && !(report->flow[of - 1] == U'的' && w->end - of >= 3)) of--;
    if (of > w->start + 1) w->start = of;
}

/* 企业共|亏损80万元, 各级政府拟|投入8500亿元: without who did it, or is to do it. */
static void drop_doer(words *w) {
    const ty_report *report = w->report;
    const ty_hit *promise = ty_is_money(report, w->row) ? last_promise(report, w->start + 1, w->end) : NULL;
    bool spends = promise && promise->start > w->start + 1 && ty_is_used(report, TY_CUE_SPENDER, promise->start - 2, promise->start) &&
                  ty_word_at(report, TY_CUE(VERB), promise->end) == w->end;
    if (spends) w->start = promise->end;
    uint32_t unit = report->flow[w->row->flow.end - 1];
    if (unit == U'人' || unit == U'户') return; /* 农民共计外出务工30万人 */
    for (uint32_t at = w->end; at-- > w->start;) {
        uint32_t behind = at + 1 + (ty_flow_char(report, at + 1) == U'计');
        bool adds = report->flow[at] == U'共' && behind + 1 < w->end && !ty_is_boundary(report, behind + 1) && ty_is_boundary(report, at) && ty_is_boundary(report, behind);
        if (!adds) continue;
        w->start = behind;
        return;
    }
}

/* 新增的生产能力有|煤炭2714万吨: behind a 有 that has its own subject before it. */
static uint32_t behind_has(const words *w) {
    const ty_report *report = w->report;
    for (uint32_t at = w->end; at-- > w->start + 1;) {
        if (report->flow[at] == U'的') break;
        bool has = report->flow[at] == U'有' && ty_is_boundary(report, at) && ty_is_boundary(report, at + 1);
        if (has) return ty_last_token(report, TY_NAMING, at + 1, w->end) == TY_NONE ? w->start : at + 1;
    }
    return w->start;
}

/* Strip them from the left, unless they begin where nothing was stripped before: `settled`. */
static void strip_opening(words *w, uint32_t *settled) {
    if (w->start == *settled) return;
    uint32_t start = ty_strip_left(w->report, w->start, w->end);
    *settled = start == w->start ? start : TY_NONE;
    w->start = start;
}

/* Without what opens the clause. */
static void drop_opening(words *w) {
    const ty_report *report = w->report;
    uint32_t settled = TY_NONE;
    strip_opening(w, &settled);
    w->start = ty_after_dates(report, w->first, w->i, w->start);
    strip_opening(w, &settled);
    if (w->start >= w->end) return;
    w->start = ty_shorten(report, w->start, w->end);
    drop_governor(w);
    drop_doer(w);
    w->start = ty_behind_attribute(report, w->start, w->end);
    w->start = behind_has(w);
    strip_opening(w, &settled);
    w->start = behind_bracket(report, (ty_slice){w->start, w->end});
    strip_opening(w, &settled);
}

/* Without the words of grammar that end them. False if they go on with the number: 行政村和20户以上自然村. */
static bool drop_grammar(words *w) {
    const ty_report *report = w->report;
    while (w->end > w->start && (report->flow[w->end - 1] == U'的' || report->flow[w->end - 1] == U'—')) w->end--;
    if (w->end > w->start + 4 && ty_ends_in_goal(report, w->end) && report->flow[w->end - 3] == U'的') w->end -= 3; /* 棉花|的指标 */
    const ty_hit *promise = last_promise(report, w->start + 1, w->end); /* 集团购买力|要按上年实际数额核减 */
    if (promise && ty_word_at(report, TY_CUE(TOWARDS), promise->end)) w->end = promise->start;
    uint32_t last = w->end > w->start ? report->flow[w->end - 1] : 0;
    bool inside = w->end > w->start + 2 && ty_is_among(last, U"中后下") &&
                  ty_is_boundary(report, w->end - 1);
    bool strives = inside && ty_word_at(report, TY_CUE(STRIVE) | TY_CUE(ENSURE), w->end);
    if (inside) w->end -= ty_is_opener(report->flow[w->end - 2]) ? 2 : 1; /* 私营商业中有一半 */
    for (uint32_t in = w->start + 2; inside && in < w->end; in++) { /* 工业|在困难中保持 */
        bool adverbial = report->flow[in] == U'在' && ty_is_boundary(report, in) && ty_is_boundary(report, in + 1);
        if (adverbial && ty_last_token(report, TY_NAMING, w->start, in) != TY_NONE) w->end = in;
    }
    bool at = inside && ty_closing(report, w->opening, U'在', w->start) < w->start;
    if (at && (strives || ty_last_token(report, TY_NAMING, w->start, w->end) == TY_NONE))
        return false; /* 在|执行中, 在|实际工作中|争取达到5% */
    last = w->end > w->start ? report->flow[w->end - 1] : 0;
    uint32_t k = last == U'及' && w->row->kind == TY_AMOUNT && report->token_at ? ty_token_over(report, w->end - 1) : TY_NONE;
    bool verb = k != TY_NONE && ty_last_token(report, TY_NAMING, w->start, report->tokens[k].start) != TY_NONE &&
                report->tokens[k].start + 1 < w->end; /* 补贴惠及60万人 */
    return verb || (last != U'和' && last != U'及');
}

/* 高质量, 高水平: with 高, a noun of measure tells how something is done, and names nothing by itself. */
static bool tells_how(const ty_report *report, uint32_t start, uint32_t end) {
    if (end != start + 3 || report->flow[start] != U'高') return ty_is_used(report, TY_CUE_ADVERB, start, end);
    return ty_is_used(report, TY_CUE_GENERIC, start + 1, end) || ty_comes_before(report, end, U"质量");
}

/* Narrow them down from both ends. False if they name nothing: `end` is then where the empty phrase stands. */
static bool narrow(words *w) {
    drop_lead(w);
    bool lists = w->predicate && w->end > w->start && w->report->flow[w->end] == U'、' && w->opening > ty_clause_of(w->report, w->row)->start;
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
    if (!ty_names_something(w->report, (ty_slice){w->start, w->end}) || tells_how(w->report, w->start, w->end))
        return false; /* 一批50万千瓦, 高质量完成1.5万户改造 */
    return w->start < w->end && !(w->end == w->start + 1 && is_one_verb(w->report, w->start)); /* 分两轮 */
}

ty_slice ty_words_before(const ty_report *report, const ty_slice *told, uint32_t first, uint32_t i, bool *predicate) {
    const ty_quantity *row = &TY_QUANTITIES_OF(report)[i];
    uint32_t text = TY_PARAGRAPHS_OF(report)[TY_SENTENCES_OF(report)[row->sentence].paragraph].flow_text; /* behind 1. and （一） */
    uint32_t clause = ty_clause_of(report, row)->start, head = clause < text && text < row->flow.start ? text : clause, sized;
    uint32_t start = behind_value(report, first, i, head, &sized);
    if (start > head && report->flow[start] == U'的' && ty_behind_basis(report, start + 1)) start = head, sized = TY_NONE; /* 在贸易下降3成的情况下| */
    if (start > head && report->flow[start] == U'获') return (ty_slice){start, start}; /* 82项|获认可、37项 */
    if (start > head) start = behind_tail(report, behind_counted(report, told, first, i, start), row->flow.start);
    words w = {.report = report, .row = row, .first = first, .i = i, .start = after_mark(report, start, row->flow.start)};
    w.opening = w.start;
    uint32_t tail = ty_behind_bound(report, row->flow.end);
    bool of_basis = ty_flow_char(report, tail) == U'的' && ty_behind_basis(report, tail + 1) && before_base(&w) == row->flow.start;
    if (of_basis) w.opening = w.start = after_mark(report, behind_at(report, start, row->flow.start), row->flow.start);
    bool names = narrow(&w), adjoins = w.start == start || (w.start == start + 1 && report->flow[start] == U'的');
    if (w.predicate) *predicate = true;
    if (!names) return (ty_slice){w.end, w.end};
    if (sized != TY_NONE && w.predicate && adjoins && w.end - sized <= TY_LONGEST_SUBJECT) w.start = sized; /* 60岁以上人口已达2.5亿 */
    return with_quotes(report, (ty_slice){w.start, w.end}, clause);
}
