/* candidate.c: the phrases near a number that can name what it measures. subject.c chooses. */
#include "candidate.h"
#include "numeral.h"
#include "period.h"
#include "phrase.h"
#include "trim.h"

enum { LIST = 0x3001, AND = 0x548C, JOIN = 0x53CA, OF = 0x7684, DASH = 0x2014, RANK = 0x7EA7, IS = 0x662F,
       HAVE = 0x6709, TAKE = 0x628A, MAKE = 0x4F7F, TIMES = 0x6B21, MOUTH = 0x53E3, PERSON = 0x4EBA, QUOTE = 0x201C,
       UNQUOTE = 0x201D, DONE = 0x4E86, MOST = 0x6700, MORE = 0x591A, REST = 0x4F59, ALSO = 0x5E76, MIDDLE = 0x4E2D,
       SHALL = 0x5C06, TOWARDS = 0x5411, USE = 0x7528, GOES = 0x8D74, BEHIND = 0x540E, GAIN = 0x83B7, OVER = 0x8D85 };
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
static const ty_hit *promise_in(const ty_report *report, uint32_t start, uint32_t end) {
    const ty_hit *word = ty_last_word(report, TY_CUE(TO_DO), start, end);
    return word && ty_is_boundary(report, word->start) && !ty_word_ending(report, TY_CUE(NOT_TO_DO), word->end) ? word : NULL;
}

/* 农民人均纯收入，1982年为270元: the phrase that ends the clause before, if no number stands there. */
ty_slice ty_topic_before(const ty_report *report, uint32_t first, uint32_t i) {
    enum { SIDE = 0x65B9, FACE = 0x9762 };
    const ty_clause *clauses = report->clauses.items;
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t c = rows[i].clause;
    if (!c || clauses[c - 1].sentence != clauses[c].sentence) return (ty_slice){0, 0};
    for (uint32_t j = i; j-- > first && rows[j].clause == c;) /* 从2007年的639亿元增加到2012年的1923亿元 */
        if (ty_has_value(&rows[j]) && (rows[j].kind != TY_DURATION || rows[i].kind == TY_DURATION)) return (ty_slice){0, 0};
    for (uint32_t j = i; j-- > first && rows[j].clause + 1 >= c;)
        if (ty_has_value(&rows[j]) && rows[j].clause + 1 == c) return (ty_slice){0, 0};
    uint32_t start = clauses[c - 1].start, end = clauses[c - 1].end;
    while (end > start && !ty_is_word_char(report->flow[end - 1])) end--;
    if (end > start + 3 && ty_comes_before(report, end, SIDE, FACE)) end -= 2; /* 在工业总产值方面： */
    start = ty_strip_left(report, start, end);
    start = ty_after_dates(report, first, i, start);
    start = ty_after_list(report, ty_strip_left(report, start, end), end);
    const ty_hit *promise = promise_in(report, start, end);
    if (promise && promise->start > start) start = ty_strip_left(report, ty_shorten(report, promise->end, end), end); /* 政府要增加|社会保障投入 */
    if (!report->token_at || start >= end) return (ty_slice){0, 0};
    end = before_rise(report, start, end);
    for (uint32_t at = end; at-- > start + 2;) /* 大家畜的数量|有较快的发展 */
        if (report->flow[at] == HAVE && report->token_at[at] != TY_NONE && report->tokens[report->token_at[at]].end == at + 1) end = at;
    uint32_t first_token = ty_token_from(report, start), noun = ty_last_token(report, TY_NAMING, start, end);
    uint32_t verb = ty_last_token(report, TY_ACTING, start, end);
    if (report->token_class[first_token] == TY_ACTING || ty_word_at(report, TY_CUE(TOWARDS), start)) return (ty_slice){0, 0};
    uint32_t other = ty_last_token(report, TY_QUALIFYING, start, end);
    if (other != TY_NONE && (verb == TY_NONE || other > verb)) verb = other;
    if (verb != TY_NONE && noun != TY_NONE && verb > noun && report->tokens[verb].end == end &&
        (verb == noun + 1 || report->token_class[verb] == TY_QUALIFYING)) noun = verb; /* 生活费|收入, 可|支配|收入 */
    bool names = noun != TY_NONE && report->tokens[noun].end == end && end > start + 1 && end - start <= TY_LONGEST_SUBJECT;
    return names ? (ty_slice){start, end} : (ty_slice){0, 0};
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

/* 利润总额|为“十三五”时期的2.2倍, 产量|是过去的三倍: where it is told what the multiple is of. */
static uint32_t before_measure(const ty_report *report, const ty_quantity *row, uint32_t start, uint32_t end) {
    enum { FOLD = 0x500D, AS = 0x4E3A };
    if (report->flow[row->flow.end - 1] != FOLD || !row->flow.start || report->flow[row->flow.start - 1] != OF) return end;
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

/* 生产总值|剔除不可比因素, 收入|扣除价格因素: what is left out of account is not what is measured. */
static uint32_t before_exclusion(const ty_report *report, uint32_t start, uint32_t end) {
    enum { CAUSE = 0x56E0, PRIME = 0x7D20, TAKE_OFF = 0x6263, PICK_OFF = 0x5254, AWAY = 0x9664 };
    if (!ty_comes_before(report, end, CAUSE, PRIME)) return end;
    for (uint32_t at = end; at > start + 3; at--)
        if (ty_comes_before(report, at, TAKE_OFF, AWAY) || ty_comes_before(report, at, PICK_OFF, AWAY)) return at - 2;
    return end;
}

/* Is a verb of one character there, by itself? */
static bool is_one_verb(const ty_report *report, uint32_t at) {
    uint32_t k = report->token_at ? report->token_at[at] : TY_NONE;
    return k != TY_NONE && report->tokens[k].end == at + 1 && report->token_class[k] == TY_ACTING;
}

ty_slice ty_words_before(const ty_report *report, const ty_slice *told, uint32_t first, uint32_t i, bool *predicate) {
    enum { RATIO = 0x6BD4, WEIGHT = 0x91CD, CASE = 0x4F8B };
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    const ty_clause *clause = ty_clause_of(report, &rows[i]);
    uint32_t text = TY_PARAGRAPHS_OF(report)[TY_SENTENCES_OF(report)[rows[i].sentence].paragraph].flow_text; /* behind 1. and （一） */
    uint32_t start = clause->start < text && text < rows[i].flow.start ? text : clause->start, head = start, sized = TY_NONE;
    for (uint32_t j = i, steps = LOOK_BACK; j-- > first && steps-- && rows[j].clause == rows[i].clause;)
        if (ty_has_value(&rows[j]) && rows[j].kind != TY_DURATION) { /* 从2020年的5.2万元提高到2025年的7.4万元 */
            start = rows[j].flow.end;
            start = ty_behind_people(report, start);
            if (rows[j].status == TY_OTHER_STATUS && rows[j].kind == TY_AMOUNT && ty_behind_bound(report, start) > start)
                sized = rows[j].flow.start;
            break;
        } else if (rows[j].kind == TY_ORDINAL && report->flow[rows[j].flow.end] == LIST) { /* 产量全球第一、优质鲜花占比60% */
            start = rows[j].flow.end + 1;
            break;
        }
    if (start > head && report->flow[start] == GAIN) return (ty_slice){start, start}; /* 82项|获认可、37项 */
    uint32_t behind_told = start;
    bool bounded = ty_behind_bound(report, start) > start;
    for (uint32_t j = i; !bounded && start > head && j-- > first && i - j <= 2;) /* 2.15万名劳动者|追回工资2.65亿元 */
        if (rows[j].flow.end == start && rows[j].kind == TY_AMOUNT && told[j].start >= start && told[j].end < rows[i].flow.start)
            behind_told = told[j].end;
    uint32_t acts = report->token_at && behind_told > start ? report->token_at[behind_told] : TY_NONE;
    if (acts != TY_NONE && report->token_class[acts] == TY_ACTING && report->flow[report->tokens[acts].end] == LIST)
        behind_told = report->tokens[acts].end + 1; /* 20个项目落地、总投资1370亿元 */
    bool passes = false, says = ty_is_word_char(report->flow[behind_told]) && report->flow[behind_told] != OF;
    if (acts != TY_NONE && behind_told == rows[i].flow.start) start = behind_told; /* 20个贫困村退出、11000人脱贫 */
    if (says && ty_strip_right(report, behind_told, rows[i].flow.start, &passes) > behind_told + 1) start = behind_told;
    if (start > head && start < rows[i].flow.start) start = ty_behind_bound(report, start);
    if (start > head && report->flow[start] == RANK) start++;
    if (start > head && report->flow[start] == '(') { /* 47万户（套）、老旧小区68万户 */
        uint32_t close = ty_closing(report, start, ')', rows[i].flow.start);
        if (close < rows[i].flow.start) start = close + 1;
    }
    uint32_t behind_size = start;
    start = after_mark(report, start, rows[i].flow.start);
    uint32_t end = ty_strip_right(report, start, rows[i].flow.start, predicate);
    for (uint32_t before = end + 1; end < before;) {
        before = end;
        end = ty_strip_right(report, start, ty_strip_times(report, first, i, start, end), predicate);
    }
    const ty_hit *share = rows[i].kind == TY_PERCENT ? ty_last_word(report, TY_CUE(SHARE_VERB), start, end) : NULL;
    bool weighs = ty_comes_before(report, end, RATIO, WEIGHT) || ty_comes_before(report, end, RATIO, CASE); /* 税收占总收入的|比重为85.5% */
    bool is_share = share && (weighs || (share->end + 1 == end && ty_is_suffix(report->flow[end - 1]))); /* 税占|比达77.4% */
    uint32_t opens = share && weighs ? ty_after_dates(report, first, i, start) : start;
    while (weighs && share && opens < share->start && !ty_is_word_char(report->flow[opens])) opens++;
    bool of_told = share && share->start == opens && weighs;
    if (of_told) return *predicate = true, (ty_slice){end, end}; /* ，2012年占全国比重升至6.5% */
    if (share && !*predicate && !is_share) end = ty_strip_right(report, start, share->start, predicate); /* 民生支出占公共预算支出的7成 */
    const ty_hit *limit = rows[i].flow.start && report->flow[rows[i].flow.start - 1] == OF
                              ? ty_last_word(report, TY_CUE(AT_LEAST) | TY_CUE(AT_MOST) | TY_CUE(REACH), start, end) : NULL;
    while (limit && (report->flow[limit->start] == MOST || limit->end == limit->start + 1))
        limit = ty_last_word(report, TY_CUE(AT_LEAST) | TY_CUE(AT_MOST) | TY_CUE(REACH), start, limit->start);
    if (limit) end = ty_strip_right(report, start, limit->start, predicate); /* 基本生活标准不低于最低标准的1.6倍 */
    else end = before_measure(report, &rows[i], start, end);
    end = before_exclusion(report, start, before_listed_verb(report, (ty_slice){start, end}));
    uint32_t opening = start;
    start = ty_after_dates(report, first, i, start);
    ty_slice why = rows[i].why[TY_WHY_CHANGE];
    bool changes = why.end > why.start && why.start >= opening && why.start < end; /* 比上年增加|招生计划5000个 */
    bool exceeds = changes && report->flow[why.start] == OVER;                      /* 超额完成省考核目标2.7个百分点 */
    bool of_goal = ty_ends_in_goal(report, end) || ty_ends_in_goal(report, rows[i].flow.start);
    bool is_goal = of_goal && (exceeds || (!changes && ty_compares_at(report, opening))); /* 比“十五”计划目标3000亿元超过 */
    if (is_goal) return *predicate = true, (ty_slice){end, end};
    bool of_date = start > opening && start < end && report->flow[start] == OF; /* 比1957年的预计数增加, 超过1957年的指标 */
    if (of_date && (ty_compares_at(report, opening) || ty_word_at(report, TY_CUE(AT_LEAST), opening))) return *predicate = true, (ty_slice){end, end};
    if (start < end && ty_compares_at(report, start)) return *predicate = true, (ty_slice){end, end}; /* 比去年预算高 */
    if (start >= end) return (ty_slice){end, end};
    start = ty_strip_left(report, start, end);
    start = ty_after_dates(report, first, i, start);
    start = ty_strip_left(report, start, end);
    if (start >= end) return (ty_slice){end, end};
    start = ty_shorten(report, start, end);
    bool tells = *predicate || ty_word_ending(report, TY_CUE(REACH), rows[i].flow.start);
    if (tells && start > opening && ty_word_ending(report, TY_CUE(GOVERNS), start)) /* 支持社会事业发展的|国债投资达163亿元 */
        for (uint32_t at = end; at-- > start + 1;)
            if (report->flow[at] == OF && end - at > 3) {
                start = at + 1;
                break;
            }
    start = behind_bracket(report, (ty_slice){ty_strip_left(report, start, end), end});
    start = ty_strip_left(report, start, end);
    if (start < end && ty_compares_at(report, start)) return *predicate = true, (ty_slice){end, end}; /* 应该比原计划节约 */
    while (end > start && (report->flow[end - 1] == OF || report->flow[end - 1] == DASH)) end--;
    const ty_hit *promise = promise_in(report, start + 1, end); /* 集团购买力|要按上年实际数额核减 */
    if (promise && ty_word_at(report, TY_CUE(TOWARDS), promise->end)) end = promise->start;
    bool inside = end > start + 2 && (report->flow[end - 1] == MIDDLE || report->flow[end - 1] == BEHIND) && ty_is_boundary(report, end - 1);
    if (inside) end -= ty_is_opener(report->flow[end - 2]) ? 2 : 1; /* 私营商业中有一半 */
    if (end > start && (report->flow[end - 1] == AND || report->flow[end - 1] == JOIN)) return (ty_slice){end, end}; /* 行政村和20户以上自然村 */
    if (!ty_names_something(report, (ty_slice){start, end})) return (ty_slice){end, end}; /* 一批50万千瓦 */
    if (start >= end || (end == start + 1 && is_one_verb(report, start))) return (ty_slice){end, end}; /* 分两轮 */
    bool adjoins = start == behind_size || (start == behind_size + 1 && report->flow[behind_size] == OF);
    if (sized != TY_NONE && *predicate && adjoins && end - sized <= TY_LONGEST_SUBJECT) start = sized; /* 60岁以上人口已达2.5亿 */
    return with_quotes(report, (ty_slice){start, end}, clause->start);
}

/* 两年内基本取消全国高速公路省界收费站: what the verb that comes behind the frame, from `at` on, is done to. */
ty_slice ty_words_framed(const ty_report *report, const ty_quantity *row, uint32_t at) {
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

/* 12个落地|项目, 12个签约落地的|项目: where the noun begins behind the words of manner that end at `at`; 0 for 14个开工建设 and
   10个实现天然气全覆盖. */
static uint32_t noun_behind_manner(const ty_report *report, uint32_t at) {
    uint32_t noun = at, k = at < report->flow_length ? report->token_at[at] : TY_NONE;
    if (k == TY_NONE) return 0;
    if (ty_is_used(report, TY_CUE_MANNER, noun, report->tokens[k].end) || ty_flow_char(report, report->tokens[k].end) == OF) noun = report->tokens[k].end;
    noun += ty_flow_char(report, noun) == OF;
    k = ty_is_word_char(ty_flow_char(report, noun)) ? report->token_at[noun] : TY_NONE;
    if (k == TY_NONE || report->token_class[k] != TY_NAMING || report->tokens[k].end == noun + 1) return 0;
    bool acts = report->token_class[ty_token_over(report, at - 1)] == TY_ACTING;
    return acts && noun == at && ty_is_word_char(ty_flow_char(report, report->tokens[k].end)) ? 0 : noun; /* not of 健康县城示范县 */
}

/* The noun phrase right behind a classifier or a share: as far as punctuation, a verb or the next number. */
static ty_slice words_after(const ty_report *report, uint32_t i, uint32_t depth) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    for (uint32_t next = i + 1; rows[i].bound == TY_ORDER && next < report->tables[TY_QUANTITIES].count; next++) /* 千亿级、百亿级企业 */
        if (rows[next].list == rows[i].list && rows[next].bound == TY_ORDER) i = next;
        else break;
    uint32_t start = rows[i].flow.end, limit = report->flow_length;
    const uint64_t ends = TY_CUE(GOVERNS) | TY_CUE(REACH) | TY_CUE(TO_DO) | TY_CUE(DONE) | TY_CUE(INCREASE) | TY_CUE(DECREASE) |
                          TY_CUE(LINK) | TY_CUE(SHARE_VERB) | TY_CUE(PLACE);
    if (report->flow[start - 1] == TIMES && rows[i].kind == TY_AMOUNT && report->token_at && start < limit && report->token_at[start] != TY_NONE &&
        report->token_class[report->token_at[start]] == TY_ACTING) { /* 四次降低存款准备金率 */
        uint32_t end = ty_clause_of(report, &rows[i])->end;
        if (i + 1 < report->tables[TY_QUANTITIES].count && rows[i + 1].flow.start < end) end = rows[i + 1].flow.start; /* 两次考察、三次审议 */
        while (end > start && !ty_is_word_char(report->flow[end - 1])) end--;
        return end - start <= TY_LONGEST_SUBJECT ? (ty_slice){start, end} : (ty_slice){start, start};
    }
    if (ty_flow_char(report, start) == MOUTH && report->flow[start - 1] == PERSON) return (ty_slice){start - 1, start + 1}; /* 十亿人|口 */
    if (rows[i].vague && (ty_flow_char(report, start) == MORE || ty_flow_char(report, start) == REST)) start++;
    start = ty_behind_bound(report, start);
    if (ty_flow_char(report, start) == RANK) start++;
    if (ty_flow_char(report, start) == UNQUOTE && ty_is_word_char(ty_flow_char(report, start + 1))) start++; /* “两个10亿元”资金 */
    if (ty_flow_char(report, start) == OF) start++;
    uint32_t used = ty_flow_char(report, start) == USE ? ty_word_at(report, TY_CUE(LEAD) | TY_CUE(YEARLY), start) : 0;
    if (used > start + 1) start = used; /* 一半用于|大病保险 */
    uint32_t rest = i + 1;
    if (rest < report->tables[TY_QUANTITIES].count && rows[rest].flow.start == start) { /* 3个万亿级产业 */
        start = rows[rest++].flow.end;
        if (ty_flow_char(report, start) == RANK) start++;
    }
    uint32_t clause_end = ty_clause_of(report, &rows[i])->end;
    uint32_t close = ty_flow_char(report, start) == QUOTE ? ty_closing(report, start, UNQUOTE, clause_end) : start;
    if (close > start && close + 1 < clause_end && rest < report->tables[TY_QUANTITIES].count && rows[rest].flow.start < close &&
        ty_is_word_char(report->flow[close + 1])) { /* 350个“15分钟就业服务圈”|社区就业服务站点 */
        start = close + 1;
        while (rest < report->tables[TY_QUANTITIES].count && rows[rest].flow.start < close) rest++;
    }
    uint32_t place = ty_word_at(report, TY_CUE(PLACE), start), verb = ty_word_at(report, ends & ~(TY_CUE(LINK) | TY_CUE(PLACE)), start);
    uint32_t behind_place = place ? ty_flow_char(report, place) : 0;
    if (ty_is_word_char(behind_place) && !ty_is_digit(behind_place)) start = place; /* 6家全国重点实验室; not 世界500强 */
    bool has = verb == start + 1 && report->flow[start] == HAVE && report->flow[verb] != DONE; /* 10个有条件的县 */
    uint32_t acting = verb && rows[i].counts && report->token_at ? report->token_at[start] : TY_NONE;
    bool qualifies = acting != TY_NONE && report->tokens[acting].end == verb &&
                     (report->token_class[acting] == TY_QUALIFYING || (ty_is_used(report, TY_CUE_MANNER, start, verb) && noun_behind_manner(report, verb))) &&
                     report->token_class[acting + 1] == TY_NAMING && ty_is_han(ty_flow_char(report, verb)); /* 1098家帮扶企业, 12个落地项目 */
    bool prefixes = verb == start + 1 && report->flow[start] == OVER; /* 8000亿元超长期国债 */
    if (verb && !has && !qualifies && !prefixes && ty_is_boundary(report, verb) && rows[i].kind != TY_DURATION) return (ty_slice){start, start};
    uint32_t link = ty_word_at(report, TY_CUE(LINK), start);
    bool leads = link > start + 1 && ty_is_han(report->flow[start]) && ty_word_at(report, TY_CUE(REACH), link) > link + 1;
    if (leads) return (ty_slice){start, start}; /* 从1.2万亿元预计提高到 */
    uint32_t limits = ty_word_at(report, TY_CUE(AT_LEAST) | TY_CUE(AT_MOST), start);
    if (limits && rest < report->tables[TY_QUANTITIES].count && rows[rest].flow.start == limits) return (ty_slice){start, start}; /* 3000亿元超过1070亿元 */
    uint32_t next = ty_flow_char(report, start);
    if (next == GAIN && ty_is_boundary(report, start + 1)) return (ty_slice){start, start}; /* 82项获认可 */
    if (next == ALSO && ty_is_boundary(report, start + 1)) return (ty_slice){start, start}; /* 2000亿元并纳入预算 */
    bool heads = next == TOWARDS || next == GOES; /* 分三批向农民发放补贴, 连续四年赴香港发行债券 */
    if (heads && ty_is_boundary(report, start) && ty_is_boundary(report, start + 1)) return ty_words_framed(report, &rows[i], start + 1);
    uint32_t opening = report->token_at && start < limit && report->token_at[start] != TY_NONE ? report->tokens[report->token_at[start]].end : start;
    if (!rows[i].counts && opening > start + 1 && ty_is_used(report, TY_CUE_MANNER, start, opening)) return (ty_slice){start, start}; /* 廊道1194公里全线贯通 */
    if (rows[i].counts && opening > start + 1 && ty_is_used(report, TY_CUE_MANNER, start, opening)) { /* 有14个开工建设; not 12个落地的项目 */
        uint32_t noun = noun_behind_manner(report, opening);
        if (!noun) return (ty_slice){start, start};
        if (noun > opening) start = noun;
    }
    bool joins = !rows[i].counts && i + 1 < report->tables[TY_QUANTITIES].count && rows[i + 1].clause == rows[i].clause;
    if (joins && (next == AND || next == JOIN) && ty_is_boundary(report, start + 1)) return (ty_slice){start, start}; /* 粮食3920亿斤和棉花3500万担 */
    if (rest < report->tables[TY_QUANTITIES].count) limit = rows[rest].flow.start;
    if (limit > start + TY_LONGEST_SUBJECT) limit = start + TY_LONGEST_SUBJECT;
    uint32_t end = start;
    if (ty_is_opener(ty_flow_char(report, end)) && ty_flow_char(report, end) != '(') end++;
    for (; end < limit; end++) {
        uint32_t c = report->flow[end];
        if (!ty_is_word_char(c) && c != QUOTE && c != UNQUOTE) break;
        if (end > start + 1 && ty_word_at(report, ends, end) > end + 1) break;
    }
    uint32_t k = report->token_at && start < limit ? ty_token_over(report, start) : TY_NONE;
    if (k != TY_NONE && report->tokens[k].end == start + 1 && report->token_class[k] <= TY_QUALIFYING && ty_is_word_char(report->flow[start]) &&
        (!ty_is_word_char(ty_flow_char(report, start + 1)) || report->token_class[k + 1] >= TY_ACTING ||
         ty_is_used(report, TY_CUE_MANNER, report->tokens[k + 1].start, report->tokens[k + 1].end) ||
         (report->token_class[k + 1] == TY_QUALIFYING && ty_is_made_to(report, &rows[i])))) /* 317个县实现目标 */
        return (ty_slice){start, ty_short_list(report, start + 1, limit)};
    if (end <= start + 1) return (ty_slice){start, start};
    if (!report->token_at) return (ty_slice){start, end};
    if (!ty_names_something(report, (ty_slice){start, end})) return (ty_slice){start, start};
    ty_slice phrase = ty_noun_phrase(report, &rows[i], start, limit);
    bool sized = rest < report->tables[TY_QUANTITIES].count && rows[rest].flow.start == phrase.end && rows[rest].clause == rows[i].clause &&
                 rows[rest].status == TY_OTHER_STATUS && rows[i].counts && !rows[rest].counts && !ty_has_list(report, start, phrase.end);
    if (sized && depth) { /* 100所海拔1500米以上学校 */
        ty_slice behind = words_after(report, rest, depth - 1);
        if (behind.end > behind.start) return behind;
    }
    if (phrase.end == phrase.start + 1 && phrase.start > start) /* 有条件的县（市） */
        return (ty_slice){phrase.start, ty_short_list(report, phrase.end, limit)};
    return phrase.end > phrase.start + 1 ? phrase : (ty_slice){start, end};
}

ty_slice ty_words_after(const ty_report *report, uint32_t i) { return words_after(report, i, MOST_SIZES); }

/* 安排51亿元，用于支持地方公共卫生服务: what the money is for. */
ty_slice ty_purpose_of(const ty_report *report, const ty_quantity *row) {
    uint32_t at = row->flow.end, limit = at + TY_LONGEST_SUBJECT;
    at += ty_is_comma(ty_flow_char(report, at)); /* 安排51亿元用于… */
    if (!report->token_at || !ty_is_money(report, row) || ty_flow_char(report, at) != USE) return (ty_slice){0, 0};
    at = ty_word_at(report, TY_CUE(LEAD) | TY_CUE(VERB), at);
    for (uint32_t next = at; next; at = next) {
        next = ty_word_at(report, TY_CUE(LEAD) | TY_CUE(VERB) | TY_CUE(GOVERNS), at);
        if (!next || !ty_is_boundary(report, next) || !ty_is_word_char(ty_flow_char(report, next))) break;
    }
    ty_slice phrase = at ? ty_noun_phrase(report, row, at, limit < report->flow_length ? limit : report->flow_length) : (ty_slice){0, 0};
    return phrase.end > phrase.start + 1 ? phrase : (ty_slice){0, 0};
}
