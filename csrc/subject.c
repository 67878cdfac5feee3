/* subject.c: the words that name what a number measures.
 *
 *   老旧小区改造688个        what stands between the verb and the number
 *   组织100家科技领军企业    what follows a classifier
 *   增长5.5%                 what the sentence last spoke of
 *   A、B分别增长x、y         each its own
 */
#include "numeral.h"
#include "period.h"
#include "phrase.h"

#include <string.h>

enum { LIST = 0x3001, AND = 0x548C, WITH = 0x4E0E, JOIN = 0x53CA, OF = 0x7684, DASH = 0x2014, RANK = 0x7EA7, IS = 0x662F,
       FOR = 0x4E3A, HAVE = 0x6709, TAKE = 0x628A, MAKE = 0x4F7F, TIMES = 0x6B21, MOUTH = 0x53E3, PERSON = 0x4EBA,
       QUOTE = 0x201C, UNQUOTE = 0x201D, DONE = 0x4E86, MOST = 0x6700, THAN = 0x6BD4, OVER = 0x8F83, MORE = 0x591A,
       REST = 0x4F59, OTHER = 0x5176, ALSO = 0x5E76, WELL = 0x597D, FORMER = 0x524D, END = 0x672B, BOTTOM = 0x5E95,
       MIDDLE = 0x4E2D, LIKE = 0x7B49, SHALL = 0x5C06, SHARE = 0x5360, TOWARDS = 0x5411, USE = 0x7528, GOES = 0x8D74, BEHIND = 0x540E, REACHES = 0x8FBE, RATE = 0x7387 };
enum { LONGEST = 30, LONG_PHRASE = 14, TITLE_LENGTH = 16, MOST_SIZES = 2 /* that stand between a number and what it counts */, LOOK_BACK = 64 /* rows further back open no clause of this one */ };

/* 率, 量, 数, 额, 值, 度, 费, 比, 面, 价: no word by itself, but the end of one. */
static bool is_suffix(uint32_t c) {
    static const uint32_t suffixes[] = {0x7387, 0x91CF, 0x6570, 0x989D, 0x503C, 0x5EA6, 0x8D39, 0x6BD4, 0x9762, 0x4EF7};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (c == suffixes[i]) return true;
    return false;
}

/* Does the phrase have a word that can name something, and more than pronouns, adverbs and numerals (一批, 分别, 这样一个)? */
static bool names_something(const ty_report *report, ty_slice phrase) {
    if (!report->token_at || phrase.start >= phrase.end || !ty_is_boundary(report, phrase.start)) return true;
    for (uint32_t k = ty_token_from(report, phrase.start); k < report->token_count && report->tokens[k].start < phrase.end; k++)
        if (report->token_class[k] != TY_BINDING || report->flow[report->tokens[k].start] == OTHER) return true;
    return false;
}

/* Words that stand between a subject and its number: the longest that ends here. */
static const ty_hit *link_ending(const ty_report *report, uint32_t at, bool *predicate) {
    const ty_hit *best = ty_word_ending(
        report, TY_CUE(APPROX) | TY_CUE(AT_LEAST) | TY_CUE(AT_MOST) | TY_CUE(LINK) | TY_CUE(INCREASE) | TY_CUE(DECREASE) |
                    TY_CUE(REACH) | TY_CUE(SHARE_VERB) | TY_CUE(INCREASE_NOUN) | TY_CUE(DECREASE_NOUN) | TY_CUE(YEARLY) |
                    TY_CUE(AT_LEAST_BARE) | TY_CUE(FROM) | TY_CUE(TO_DO), at);
    const ty_hit *whole = best ? ty_word_ending(report, TY_CUE(LEVEL) | TY_CUE(NOT_TO_DO), at) : NULL;
    if (whole && whole->start < best->start) return NULL; /* 人口增长率, 代表建议 */
    const ty_hit *name = best && best->cue == TY_CUE_INCREASE_NOUN ? ty_word_ending(report, TY_CUE(INDICATOR), at) : NULL;
    bool cuttable = name && ty_word_ending(report, TY_CUE(INDICATOR), best->start); /* 居民消费价格|涨幅, whose rest is a name too */
    if (name && name->start < best->start && !cuttable) return NULL; /* 经济增长速度 */
    uint32_t one = best && best->end == best->start + 1 ? report->flow[best->start] : 0;
    bool aspect = one == DONE || one == FOR || one == HAVE; /* 访问了46个国家, 为24个省份, 有65个县 */
    if (best && !aspect) *predicate = *predicate || (best->cue != TY_CUE_APPROX && best->cue != TY_CUE_AT_LEAST &&
                                          best->cue != TY_CUE_AT_MOST && best->cue != TY_CUE_AT_LEAST_BARE);
    return best;
}

/* 新时代文明实践中心（所、站）: where the bracket opens; `end` if it does not. */
static uint32_t before_bracket(const ty_report *report, uint32_t start, uint32_t end) {
    for (uint32_t at = end - 1; at > start; at--)
        if (report->flow[at] == '(') return at;
    return end;
}

static uint32_t strip_right(const ty_report *report, uint32_t start, uint32_t end, bool *predicate) {
    for (int step = 0; step < 10 && end > start; step++) {
        const ty_hit *hit = link_ending(report, end, predicate);
        bool tells_level = hit && (hit->cue == TY_CUE_REACH || report->flow[hit->start] == REACHES);
        bool reaches = tells_level && step == 0 && hit->start > start && is_suffix(report->flow[hit->start - 1]); /* 占|比达 */
        if (hit && !reaches && hit->start >= start && hit->end > hit->start + 1 && !ty_is_boundary(report, hit->start)) { /* 下|降了 */
            const ty_hit *last = ty_word_ending(report, TY_CUE(LINK), end);
            if (last && ty_is_boundary(report, last->start)) hit = last;
        }
        bool bounds = hit && step == 0 && (hit->cue == TY_CUE_APPROX || hit->cue == TY_CUE_AT_LEAST || hit->cue == TY_CUE_AT_MOST);
        if (hit && hit->start >= start && (bounds || reaches || ty_is_boundary(report, hit->start))) end = hit->start;
        else if (!hit && report->flow[end - 1] == ')') end = before_bracket(report, start, end);
        else break;
    }
    while (end > start && !ty_is_word_char(report->flow[end - 1]) && !ty_is_closer(report->flow[end - 1])) end--;
    return end;
}

/* 工业总产值1977年比1976年, 人均GDP从2020年的: the times that stand between a subject and its verb. */
static uint32_t strip_times(const ty_report *report, uint32_t first, uint32_t i, uint32_t start, uint32_t end) {
    const uint64_t years = TY_CUE(LAST_YEAR) | TY_CUE(THIS_YEAR) | TY_CUE(NEXT_YEAR) | TY_CUE(YEAR_BEFORE_LAST);
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    for (uint32_t j = i; end > start;) {
        uint32_t at = report->flow[end - 1] == OF ? end - 1 : end;
        bool at_end = at > start + 2 && (report->flow[at - 1] == END || report->flow[at - 1] == BOTTOM);
        if (at_end && report->flow[at - 2] == UNQUOTE) at -= 2; /* 较“十三五”末 */
        else if (at_end && j > first && rows[j - 1].flow.end == at - 1) at--; /* 从2007年底 */
        const ty_hit *year = ty_word_ending(report, years, at);
        bool tells_time = j > first && (rows[j - 1].kind == TY_DATE || rows[j - 1].kind == TY_DURATION);
        uint32_t within = tells_time ? ty_word_at(report, TY_CUE(WITHIN) | TY_CUE(PAST_SPAN_AFTER), rows[j - 1].flow.end) : 0;
        if (tells_time && !within && ty_flow_char(report, rows[j - 1].flow.end) == FORMER) within = rows[j - 1].flow.end + 1; /* 比五年前 */
        if (tells_time && (rows[j - 1].flow.end == at || within == at) && rows[j - 1].flow.start > start) { /* 在五年内 */
            end = rows[--j].flow.start;
            end -= end > start && report->flow[end - 1] == QUOTE;
        }
        else if (year && year->start >= start) end = year->start;
        else {
            const ty_hit *others = ty_word_ending(report, TY_CUE(COMPARED), at);
            if (!others || others->start < start || !ty_word_ending(report, TY_CUE(BASE_YEAR), others->start)) return end;
            end = others->start;
        }
        const uint64_t spans = TY_CUE(PAST_SPAN) | TY_CUE(RUN_SPAN) | TY_CUE(FUTURE_SPAN);
        const uint64_t opens = TY_CUE(BASE_YEAR) | TY_CUE(START_YEAR) | TY_CUE(FROM);
        const ty_hit *span = j < i && rows[j].kind == TY_DURATION && end > start ? ty_word_ending(report, spans, end) : NULL;
        if (span && span->start >= start) end = span->start; /* 由前三年, 连续9年 */
        const ty_hit *before = ty_word_ending(report, opens, end);
        if (before && before->start >= start) end = before->start;
    }
    return end;
}

/* Is a token of one Han character there? */
static bool is_single(const ty_report *report, uint32_t at) {
    uint32_t k = report->token_at && at < report->flow_length && ty_is_han(report->flow[at]) ? report->token_at[at] : TY_NONE;
    return k != TY_NONE && report->tokens[k].end == at + 1 && report->flow[at] != OF;
}

/* 来|琼, 在|园, 上|云, 度|电, 自|贸, 用|棉: with one character more they make words that no dictionary has. */
static bool is_stub(const ty_report *report, uint32_t at) {
    uint32_t c = report->flow[at];
    bool makes_word = c == 0x6765 || c == 0x5728 || c == 0x4E0A || c == 0x5EA6 || c == 0x81EA || c == 0x7528;
    return makes_word && is_single(report, at) && is_single(report, at + 1);
}

/* 好, 出, 到, 起, 成, 完, 住, 开, 下, 上, 入, 回, 过, 为: behind a verb they tell how it ends. */
static bool is_complement(uint32_t c) {
    static const uint32_t complements[] = {0x597D, 0x51FA, 0x5230, 0x8D77, 0x6210, 0x5B8C, 0x4F4F, 0x5F00, 0x4E0B, 0x4E0A, 0x5165, 0x56DE, 0x8FC7, 0x4E3A};
    for (size_t i = 0; i < sizeof complements / sizeof *complements; i++)
        if (c == complements[i]) return true;
    return false;
}

/* 减税: a verb that reports use as a noun. */
static bool is_verbal_noun(const ty_report *report, uint32_t start, uint32_t end) {
    uint32_t k = report->token_at ? report->token_at[start] : TY_NONE;
    return k != TY_NONE && report->tokens[k].end == end && report->token_class[k] == TY_QUALIFYING;
}

/* Does a comparison begin there: 比去年预算高? */
static bool compares_at(const ty_report *report, uint32_t at) {
    const ty_hit *hits = report->hits.items;
    for (uint32_t h = report->hit_at[at]; h < report->hits.count && hits[h].start == at; h++)
        if (hits[h].cue == TY_CUE_BASE_YEAR && (hits[h].end > at + 1 || report->flow[at] == THAN || report->flow[at] == OVER) && ty_is_boundary(report, hits[h].end)) return true;
    return false;
}

/* Leave out what opens a clause and names nothing: 其中, 全年, 力争, a year, a place to compare with, a verb. */
static uint32_t strip_left(const ty_report *report, uint32_t start, uint32_t end) {
    const uint64_t cues = TY_CUE(LEAD) | TY_CUE(VERB) | TY_CUE(GOVERNS) | TY_CUE(ENSURE) | TY_CUE(STRIVE) | TY_CUE(TO_DO) | TY_CUE(DONE) |
                          TY_CUE(LAST_YEAR) | TY_CUE(THIS_YEAR) | TY_CUE(YEARLY) | TY_CUE(LEVEL) | TY_CUE(PAST_SPAN) |
                          TY_CUE(INCREASE_OBJECT) | TY_CUE(DECREASE_OBJECT) | TY_CUE(FROM) | TY_CUE(INCREASE) |
                          TY_CUE(DECREASE) | TY_CUE(REACH) | TY_CUE(LINK);
    for (int step = 0; step < 12 && start < end; step++) {
        while (start < end && ((!ty_is_word_char(report->flow[start]) && !ty_is_opener(report->flow[start])) || report->flow[start] == '(')) start++;
        uint32_t word = start < end && !compares_at(report, start) ? ty_word_at(report, cues, start) : 0;
        /* A word of the subject may begin like a verb: an indicator's name is never cut. */
        if (!word || word > end || (word == start + 1 && is_stub(report, start)) || !ty_is_boundary(report, word)) break;
        const uint64_t rises = TY_CUE(INCREASE) | TY_CUE(DECREASE);
        if (word == start + 1 && ty_word_at(report, rises, start) == word && ty_word_at(report, cues & ~rises, start) != word) break; /* 高|海拔 */
        bool among = report->flow[start] == OTHER && report->flow[start + 1] == MIDDLE; /* 其中 */
        if (!among && (ty_word_at(report, TY_CUE(INDICATOR), start) > word || ty_is_used(report, TY_CUE_GENERIC, word, end))) break; /* 资助|金额 */
        bool names = report->token_at && report->token_at[start] != TY_NONE && report->tokens[report->token_at[start]].end == end &&
                     report->token_class[report->token_at[start]] <= TY_QUALIFYING && ty_word_at(report, TY_CUE(LEAD), start) != end;
        if (word == end && (names || ty_word_at(report, TY_CUE(LEVEL), start) == end)) break; /* 投资, 增加值 */
        if (ty_word_at(report, TY_CUE(LEVEL), start) == word && is_verbal_noun(report, start, word)) break; /* 减税退税降费 */
        uint32_t next = ty_flow_char(report, word);
        if ((next == LIST || next == AND) && word - start > 1) break; /* 投资、消费增速: no verb */
        if (word + 1 == end && is_suffix(report->flow[word])) break; /* 办结|率 */
        start = word;
    }
    return start;
}

/* The years and lengths that open a clause are not its subject. */
static uint32_t after_dates(const ty_report *report, uint32_t first, uint32_t i, uint32_t start) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    for (uint32_t j = i - first > LOOK_BACK ? i - LOOK_BACK : first; j < i; j++) {
        bool calendar = rows[j].kind == TY_DATE || rows[j].kind == TY_DURATION || rows[j].kind == TY_ORDINAL;
        if (rows[j].flow.end <= start || !calendar || rows[j].flow.start > start + 4) continue;
        uint32_t noun = ty_last_token(report, TY_NAMING, start, rows[j].flow.start); /* 国民收入1987年 is no date at its head */
        if (noun == TY_NONE || report->tokens[noun].end - report->tokens[noun].start < 2) start = rows[j].flow.end;
    }
    return start;
}

static const ty_hit *longest_name(const ty_report *report, uint32_t start, uint32_t end) {
    const ty_hit *hits = report->hits.items, *best = NULL;
    for (uint32_t h = report->hit_at[start]; h < report->hits.count && hits[h].start < end; h++)
        if (hits[h].cue == TY_CUE_INDICATOR && hits[h].end <= end &&
            (!best || hits[h].end - hits[h].start > best->end - best->start))
            best = &hits[h];
    return best;
}

static bool has_list(const ty_report *report, uint32_t start, uint32_t end) {
    for (uint32_t at = start; at < end; at++)
        if (report->flow[at] == LIST || report->flow[at] == AND) return true;
    return false;
}

/* 猪肉、羊肉等副食品, 厂房、学校等在内的面积: behind the 等 of a list stands what all are; `start` if there is none. */
static uint32_t after_list(const ty_report *report, uint32_t start, uint32_t end) {
    for (uint32_t at = end; at-- > start + 2;) {
        if (report->flow[at] != LIKE || end - at <= 2 || !has_list(report, start, at)) continue;
        if (!ty_is_boundary(report, at) || !ty_is_boundary(report, at + 1)) continue;
        for (uint32_t of = at + 2; of <= at + 3 && of + 2 < end; of++)
            if (report->flow[of] == OF) return of + 1;
        return at + 1;
    }
    return start;
}

/* 灾后|恢复|重建: behind a noun, a verb with nothing but another verb after it is part of a name. */
static bool makes_name(const ty_report *report, uint32_t start, uint32_t verb_start, uint32_t verb_end, uint32_t end) {
    uint32_t k = report->token_at && verb_end < end ? report->token_at[verb_end] : TY_NONE;
    if (k == TY_NONE || report->tokens[k].end != end || (report->token_class[k] != TY_ACTING && report->token_class[k] != TY_QUALIFYING)) return false;
    if (has_list(report, start, verb_start) || ty_word_at(report, TY_CUE(REACH) | TY_CUE(LEVEL), verb_start) == verb_end) return false; /* 项目完成投资 */
    uint32_t before = verb_start > start ? ty_token_over(report, verb_start - 1) : TY_NONE;
    return before != TY_NONE && report->token_class[before] != TY_ACTING && verb_start > start + 1;
}

/* 开挖|疏浚|沟渠, 补充|耕地: nothing but verbs before the noun, and no verb that only says of what kind it is (使用|面积). */
static bool governs_all(const ty_report *report, uint32_t start, uint32_t verb, uint32_t end) {
    uint32_t first = ty_token_from(report, start);
    if (ty_last_token(report, TY_NAMING, start, report->tokens[verb].start) != TY_NONE || report->token_class[first] != TY_ACTING) return false;
    if (ty_is_used(report, TY_CUE_GENERIC, report->tokens[verb].end, end)) return false;
    return first < verb || ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS), start) == report->tokens[verb].end;
}

/* A long phrase is cut behind its last verb, then behind its last 的. */
static uint32_t shorten(const ty_report *report, uint32_t start, uint32_t end) {
    const ty_hit *name = longest_name(report, start, end);
    if (name && name->end != end && ty_last_word(report, TY_CUE(GOVERNS), name->end, end)) name = NULL;
    for (;;) {
        const ty_hit *verb = ty_last_word(report, TY_CUE(GOVERNS), start + 1, name ? name->start : end);
        if (!verb || verb->end + 2 > end) break;
        if (!ty_is_boundary(report, verb->end) || !ty_is_boundary(report, verb->start)) break;
        uint32_t k = report->token_at ? report->token_at[verb->start] : TY_NONE; /* 就业|帮扶|车间 */
        bool compound = k != TY_NONE && k && verb->start > start && report->token_class[k] == TY_QUALIFYING && report->tokens[k].end == verb->end &&
                        report->tokens[k - 1].end == verb->start && report->token_class[k - 1] == TY_QUALIFYING;
        if (compound || makes_name(report, start, verb->start, verb->end, end) || (ty_is_used(report, TY_CUE_GENERIC, verb->end, end) && !has_list(report, start, verb->start))) break; /* 退税办理|时间 */
        start = verb->end;
    }
    for (uint32_t at = end; at-- > start;) /* 坚决把文件压减, 使工业生产提高, 阶段性将起征点从3万元提高到 */
        if ((report->flow[at] == TAKE || report->flow[at] == MAKE || report->flow[at] == SHALL) && end - at > 2 && ty_is_boundary(report, at) && ty_is_boundary(report, at + 1)) {
            start = at + 1;
            break;
        }
    uint32_t verb = ty_last_token(report, TY_ACTING, start, end);
    if (verb != TY_NONE && (is_stub(report, report->tokens[verb].start) ||
                            (is_single(report, report->tokens[verb].end) && !is_complement(report->flow[report->tokens[verb].end]))))
        verb = TY_NONE; /* 集合|店, 防|艾|工作 */
    bool is_rate = verb != TY_NONE && end - report->tokens[verb].end <= 4 && report->flow[end - 1] == RATE; /* 按需|归集率 */
    if (verb != TY_NONE && !is_rate && report->tokens[verb].end + (governs_all(report, start, verb, end) ? 2 : 3) <= end && (!name || report->tokens[verb].end <= name->start) &&
        report->token_class[verb + 1] != TY_BINDING && !ty_word_at(report, TY_CUE(SHARE_VERB), report->tokens[verb].start))
        start = report->tokens[verb].end + (report->flow[report->tokens[verb].end] == WELL); /* 落实好 */
    const ty_hit *year = ty_last_word(report, TY_CUE(LAST_YEAR) | TY_CUE(THIS_YEAR), start + 1, end);
    if (year && ty_last_token(report, TY_NAMING, year->end, end) != TY_NONE && !ty_word_ending(report, TY_CUE(START_YEAR), year->start) &&
        ty_is_boundary(report, year->end))
        start = year->end; /* 中央提出今年|经济 */
    start = after_list(report, start, end);
    bool of_share = ty_last_word(report, TY_CUE(SHARE_VERB), start, end) != NULL; /* 顺差占国内生产总值的比重 */
    for (uint32_t at = start; name && at < name->end; at++) of_share = of_share || report->flow[at] == SHARE; /* in a name no word is found */
    for (uint32_t at = end; !of_share && at-- > start + 1;) /* what stands before a list stays: 科技、教育事业的支出 */
        if (report->flow[at] == OF && end - at > 2 && !(name && at > name->start && at < name->end)) {
            if (end - start > LONG_PHRASE && !has_list(report, start, at)) start = at + 1;
            break;
        }
    for (uint32_t at = end; at-- > start + 1;) { /* 制度全面实施、开户602万人: another predicate before the 、 */
        uint32_t k = report->token_at && report->flow[at] == LIST ? ty_token_over(report, at - 1) : TY_NONE;
        for (uint32_t steps = 2; k != TY_NONE && steps-- && report->tokens[k].start > start + 1; k--)
            if (ty_is_used(report, TY_CUE_MANNER, report->tokens[k].start, report->tokens[k].end)) return at + 1;
    }
    if (end - start > LONGEST) {
        for (uint32_t at = end; at-- > start;)
            if (report->flow[at] == LIST && end - at > 4) return at + 1;
    }
    return start;
}

/* 三是 opens an item and names nothing. */
static uint32_t after_mark(const ty_report *report, uint32_t start, uint32_t end) {
    uint32_t at = start;
    while (at < end && (ty_digit_of(report->flow[at]) > 0 || ty_scale_of(report->flow[at]) == 1)) at++;
    return at > start && at < end && report->flow[at] == IS ? at + 1 : start;
}

/* 钢：从135万吨增加到412万吨: what stands before the colon. */
static ty_slice before_colon(const ty_report *report, uint32_t c) {
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

/* 农民人均纯收入，1982年为270元: the phrase that ends the clause before, if no number stands there. */
static ty_slice topic_before(const ty_report *report, uint32_t first, uint32_t i) {
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
    start = strip_left(report, start, end);
    start = after_dates(report, first, i, start);
    start = after_list(report, strip_left(report, start, end), end);
    const ty_hit *promise = ty_last_word(report, TY_CUE(TO_DO), start, end);
    bool promises = promise && promise->start > start && ty_is_boundary(report, promise->start) && !ty_word_ending(report, TY_CUE(NOT_TO_DO), promise->end);
    if (promises) start = strip_left(report, shorten(report, promise->end, end), end); /* 政府要增加|社会保障投入 */
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
    return noun != TY_NONE && report->tokens[noun].end == end && end > start + 1 && end - start <= LONGEST ? (ty_slice){start, end} : (ty_slice){0, 0};
}

/* Is the whole phrase one verb: 关停1000万千瓦, 新开工亿元以上项目? */
static bool is_bare_verb(const ty_report *report, ty_slice phrase) {
    uint32_t k = report->token_at && phrase.end > phrase.start ? ty_token_over(report, phrase.end - 1) : TY_NONE;
    return k != TY_NONE && report->tokens[k].end == phrase.end && report->token_class[k] >= TY_ACTING && /* not 投资 */
           ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS) | TY_CUE(LEVEL), phrase.start) == phrase.end;
}

/* Is the whole phrase the name of a place? */
static bool is_place(const ty_report *report, ty_slice phrase) {
    return report->token_at && phrase.end > phrase.start && report->token_at[phrase.start] != TY_NONE &&
           report->tokens[report->token_at[phrase.start]].end == phrase.end &&
           ty_is_place_name(report->lexicon->dictionary, report->tokens[report->token_at[phrase.start]].word);
}

/* “三改联动”, “两基”人口覆盖率: a phrase has both quotes of a pair or none. `from` is where its clause begins. */
static ty_slice with_quotes(const ty_report *report, ty_slice phrase, uint32_t from) {
    uint32_t depth = 0, start = phrase.start;
    for (uint32_t at = phrase.start; at < phrase.end; at++) {
        depth += report->flow[at] == QUOTE;
        if (report->flow[at] != UNQUOTE) continue;
        if (depth) depth--;
        else while (start > from && phrase.end - start < LONGEST && report->flow[start] != QUOTE) start--;
    }
    if (report->flow[start] == QUOTE) phrase.start = start;
    if (phrase.start > from && report->flow[phrase.start - 1] == QUOTE && ty_flow_char(report, phrase.end) == UNQUOTE)
        return (ty_slice){phrase.start - 1, phrase.end + 1};
    if (depth && ty_flow_char(report, phrase.end) == UNQUOTE) phrase.end++;
    return phrase;
}

/* Is a verb of one character there, by itself? */
static bool is_one_verb(const ty_report *report, uint32_t at) {
    uint32_t k = report->token_at ? report->token_at[at] : TY_NONE;
    return k != TY_NONE && report->tokens[k].end == at + 1 && report->token_class[k] == TY_ACTING;
}

/* `told` holds the subjects of the rows before. */
static ty_slice before_number(const ty_report *report, const ty_slice *told, uint32_t first, uint32_t i, bool *predicate) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    const ty_clause *clause = (const ty_clause *)report->clauses.items + rows[i].clause;
    uint32_t start = clause->start, sized = TY_NONE;
    for (uint32_t j = i, steps = LOOK_BACK; j-- > first && steps-- && rows[j].clause == rows[i].clause;)
        if (ty_has_value(&rows[j]) && rows[j].kind != TY_DURATION) { /* 从2020年的5.2万元提高到2025年的7.4万元 */
            start = rows[j].flow.end;
            if (rows[j].status == TY_OTHER_STATUS && rows[j].kind == TY_AMOUNT && ty_behind_bound(report, start) > start)
                sized = rows[j].flow.start;
            break;
        } else if (rows[j].kind == TY_ORDINAL && report->flow[rows[j].flow.end] == LIST) { /* 产量全球第一、优质鲜花占比60% */
            start = rows[j].flow.end + 1;
            break;
        }
    uint32_t behind_told = start;
    for (uint32_t j = i; start > clause->start && j-- > first && i - j <= 2;) /* 2.15万名劳动者|追回工资2.65亿元 */
        if (rows[j].flow.end == start && rows[j].kind == TY_AMOUNT && ty_behind_bound(report, start) == start && told[j].start >= start && told[j].end < rows[i].flow.start)
            behind_told = told[j].end;
    uint32_t acts = report->token_at && behind_told > start ? report->token_at[behind_told] : TY_NONE;
    if (acts != TY_NONE && report->token_class[acts] == TY_ACTING && report->flow[report->tokens[acts].end] == LIST)
        behind_told = report->tokens[acts].end + 1; /* 20个项目落地、总投资1370亿元 */
    bool passes = false, says = ty_is_word_char(report->flow[behind_told]) && report->flow[behind_told] != OF;
    if (says && strip_right(report, behind_told, rows[i].flow.start, &passes) > behind_told + 1) start = behind_told;
    if (start > clause->start && start < rows[i].flow.start) start = ty_behind_bound(report, start);
    if (start > clause->start && report->flow[start] == RANK) start++;
    if (start > clause->start && report->flow[start] == '(') { /* 47万户（套）、老旧小区68万户 */
        uint32_t close = ty_closing(report, start, ')', rows[i].flow.start);
        if (close < rows[i].flow.start) start = close + 1;
    }
    uint32_t behind_size = start;
    start = after_mark(report, start, rows[i].flow.start);
    uint32_t end = strip_right(report, start, rows[i].flow.start, predicate);
    for (uint32_t before = end + 1; end < before;) {
        before = end;
        end = strip_right(report, start, strip_times(report, first, i, start, end), predicate);
    }
    const ty_hit *share = rows[i].kind == TY_PERCENT && rows[i].change == TY_STAYS ? ty_last_word(report, TY_CUE(SHARE_VERB), start, end) : NULL;
    bool is_share = share && share->end + 1 == end && is_suffix(report->flow[end - 1]); /* 税占|比达77.4% */
    if (share && !*predicate && !is_share) end = strip_right(report, start, share->start, predicate); /* 民生支出占公共预算支出的7成 */
    const ty_hit *limit = rows[i].flow.start && report->flow[rows[i].flow.start - 1] == OF
                              ? ty_last_word(report, TY_CUE(AT_LEAST) | TY_CUE(AT_MOST) | TY_CUE(REACH), start, end) : NULL;
    while (limit && (report->flow[limit->start] == MOST || limit->end == limit->start + 1))
        limit = ty_last_word(report, TY_CUE(AT_LEAST) | TY_CUE(AT_MOST) | TY_CUE(REACH), start, limit->start);
    if (limit) end = strip_right(report, start, limit->start, predicate); /* 基本生活标准不低于最低标准的1.6倍 */
    uint32_t opening = start;
    start = after_dates(report, first, i, start);
    bool of_date = start > opening && start < end && report->flow[start] == OF; /* 比1957年的预计数增加, 超过1957年的指标 */
    if (of_date && (compares_at(report, opening) || ty_word_at(report, TY_CUE(AT_LEAST), opening))) return *predicate = true, (ty_slice){end, end};
    if (start < end && compares_at(report, start)) return *predicate = true, (ty_slice){end, end}; /* 比去年预算高 */
    if (start >= end) return (ty_slice){end, end};
    start = strip_left(report, start, end);
    start = after_dates(report, first, i, start);
    start = strip_left(report, start, end);
    if (start >= end) return (ty_slice){end, end};
    start = shorten(report, start, end);
    bool tells = *predicate || ty_word_ending(report, TY_CUE(REACH), rows[i].flow.start);
    if (tells && start > opening && ty_word_ending(report, TY_CUE(VERB) | TY_CUE(GOVERNS), start)) /* 支持社会事业发展的|国债投资达163亿元 */
        for (uint32_t at = end; at-- > start + 1;)
            if (report->flow[at] == OF && end - at > 3) {
                start = at + 1;
                break;
            }
    start = strip_left(report, start, end);
    if (start < end && compares_at(report, start)) return *predicate = true, (ty_slice){end, end}; /* 应该比原计划节约 */
    while (end > start && (report->flow[end - 1] == OF || report->flow[end - 1] == DASH)) end--;
    const ty_hit *promise = ty_last_word(report, TY_CUE(TO_DO), start + 1, end); /* 集团购买力|要按上年实际数额核减 */
    if (promise && ty_word_at(report, TY_CUE(TOWARDS), promise->end) && ty_is_boundary(report, promise->start) && !ty_word_ending(report, TY_CUE(NOT_TO_DO), promise->end))
        end = promise->start;
    bool inside = end > start + 2 && (report->flow[end - 1] == MIDDLE || report->flow[end - 1] == BEHIND) && ty_is_boundary(report, end - 1);
    if (inside) end -= ty_is_opener(report->flow[end - 2]) ? 2 : 1; /* 私营商业中有一半 */
    if (end > start && (report->flow[end - 1] == AND || report->flow[end - 1] == JOIN)) return (ty_slice){end, end}; /* 行政村和20户以上自然村 */
    if (!names_something(report, (ty_slice){start, end})) return (ty_slice){end, end}; /* 一批50万千瓦 */
    if (start >= end || (end == start + 1 && is_one_verb(report, start))) return (ty_slice){end, end}; /* 分两轮 */
    bool adjoins = start == behind_size || (start == behind_size + 1 && report->flow[behind_size] == OF);
    if (sized != TY_NONE && *predicate && adjoins && end - sized <= LONGEST) start = sized; /* 60岁以上人口已达2.5亿 */
    return with_quotes(report, (ty_slice){start, end}, clause->start);
}

/* 两年内基本取消全国高速公路省界收费站: what the verb that comes behind the frame, from `at` on, is done to. */
static ty_slice framed(const ty_report *report, const ty_quantity *row, uint32_t at) {
    const ty_clause *clauses = report->clauses.items;
    uint32_t c = row->clause, limit = clauses[c].end;
    bool ends = at && ty_takes_time(report, row) && limit - at <= TY_BARE_FRAME && c + 1 < report->clauses.count && clauses[c + 1].sentence == clauses[c].sentence; /* 用三年时间，基本建成… */
    if (ends) limit = clauses[c + 1].end;
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
        bool names = ty_last_token(report, TY_NAMING, phrase.start, phrase.end) != TY_NONE || ty_last_token(report, TY_TELLING, phrase.start, phrase.end) != TY_NONE;
        if (phrase.end > phrase.start + 1 && names) return phrase; /* 进行基本建设; not 广泛地实现 */
    }
    return (ty_slice){0, 0};
}

/* The noun phrase right behind a classifier or a share: as far as punctuation, a verb or the next number. */
static ty_slice after_number(const ty_report *report, uint32_t i, uint32_t depth) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t start = rows[i].flow.end, limit = report->flow_length;
    const uint64_t ends = TY_CUE(GOVERNS) | TY_CUE(REACH) | TY_CUE(TO_DO) | TY_CUE(DONE) | TY_CUE(INCREASE) | TY_CUE(DECREASE) |
                          TY_CUE(LINK) | TY_CUE(SHARE_VERB) | TY_CUE(PLACE);
    if (report->flow[start - 1] == TIMES && rows[i].kind == TY_AMOUNT && report->token_at && start < limit && report->token_at[start] != TY_NONE &&
        report->token_class[report->token_at[start]] == TY_ACTING) { /* 四次降低存款准备金率 */
        uint32_t end = ((const ty_clause *)report->clauses.items)[rows[i].clause].end;
        if (i + 1 < report->tables[TY_QUANTITIES].count && rows[i + 1].flow.start < end) end = rows[i + 1].flow.start; /* 两次考察、三次审议 */
        while (end > start && !ty_is_word_char(report->flow[end - 1])) end--;
        return end - start <= LONGEST ? (ty_slice){start, end} : (ty_slice){start, start};
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
    uint32_t place = ty_word_at(report, TY_CUE(PLACE), start), verb = ty_word_at(report, ends & ~(TY_CUE(LINK) | TY_CUE(PLACE)), start);
    if (place && ty_is_word_char(ty_flow_char(report, place))) start = place; /* 6家全国重点实验室 */
    bool has = verb == start + 1 && report->flow[start] == HAVE && report->flow[verb] != DONE; /* 10个有条件的县 */
    if (verb && !has && ty_is_boundary(report, verb) && rows[i].kind != TY_DURATION) return (ty_slice){start, start};
    uint32_t next = ty_flow_char(report, start);
    if (next == ALSO && ty_is_boundary(report, start + 1)) return (ty_slice){start, start}; /* 2000亿元并纳入预算 */
    bool heads = next == TOWARDS || next == GOES; /* 分三批向农民发放补贴, 连续四年赴香港发行债券 */
    if (heads && ty_is_boundary(report, start) && ty_is_boundary(report, start + 1)) return framed(report, &rows[i], start + 1);
    uint32_t opening = report->token_at && start < limit && report->token_at[start] != TY_NONE ? report->tokens[report->token_at[start]].end : start;
    if (!rows[i].counts && opening > start + 1 && ty_is_used(report, TY_CUE_MANNER, start, opening)) return (ty_slice){start, start}; /* 廊道1194公里全线贯通 */
    bool joins = !rows[i].counts && i + 1 < report->tables[TY_QUANTITIES].count && rows[i + 1].clause == rows[i].clause;
    if (joins && (next == AND || next == JOIN) && ty_is_boundary(report, start + 1)) return (ty_slice){start, start}; /* 粮食3920亿斤和棉花3500万担 */
    if (rest < report->tables[TY_QUANTITIES].count) limit = rows[rest].flow.start;
    if (limit > start + LONGEST) limit = start + LONGEST;
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
         (report->token_class[k + 1] == TY_QUALIFYING && ty_is_made_to(report, &rows[i])))) /* 317个县实现目标 */
        return (ty_slice){start, ty_short_list(report, start + 1, limit)};
    if (end <= start + 1) return (ty_slice){start, start};
    if (!report->token_at) return (ty_slice){start, end};
    if (!names_something(report, (ty_slice){start, end})) return (ty_slice){start, start};
    ty_slice phrase = ty_noun_phrase(report, &rows[i], start, limit);
    bool sized = rest < report->tables[TY_QUANTITIES].count && rows[rest].flow.start == phrase.end && rows[rest].clause == rows[i].clause &&
                 rows[rest].status == TY_OTHER_STATUS && rows[i].counts && !rows[rest].counts && !has_list(report, start, phrase.end);
    if (sized && depth) { /* 100所海拔1500米以上学校 */
        ty_slice behind = after_number(report, rest, depth - 1);
        if (behind.end > behind.start) return behind;
    }
    if (phrase.end == phrase.start + 1 && phrase.start > start) return (ty_slice){phrase.start, ty_short_list(report, phrase.end, limit)}; /* 有条件的县（市） */
    return phrase.end > phrase.start + 1 ? phrase : (ty_slice){start, end};
}

/* 全国|和|自贸区负面清单条数: a place alone shares the noun that ends the whole. */
static bool shares_head(const ty_report *report, ty_slice part, ty_slice whole) {
    enum { LONGEST_PLACE = 3 };
    return part.end < whole.end && part.end - part.start <= LONGEST_PLACE && (is_place(report, part) || ty_word_at(report, TY_CUE(PLACE), part.start) == part.end);
}

/* The n-th of the parts that 、 and 和 divide, if there are just as many as numbers; and what names it: the whole for a place. */
static ty_slice part_of(const ty_report *report, ty_slice whole, uint32_t n, uint32_t count, ty_slice *name) {
    uint32_t parts = 1;
    for (uint32_t at = whole.start; at < whole.end; at++) {
        uint32_t c = report->flow[at];
        parts += c == LIST || c == AND || c == WITH || c == JOIN;
    }
    *name = whole;
    if (parts != count) return whole;
    ty_slice part = {whole.start, whole.start};
    for (uint32_t at = whole.start, k = 0; at <= whole.end; at++) {
        uint32_t c = at < whole.end ? report->flow[at] : LIST;
        if (c != LIST && c != AND && c != WITH && c != JOIN) continue;
        if (k++ == n) {
            part.start = part.end;
            part.end = at;
            if (!shares_head(report, part, whole)) *name = part;
            return part;
        }
        part.end = at + 1;
    }
    return whole;
}

static bool prefers_after(const ty_report *report, const ty_quantity *row, ty_slice before, ty_slice after, bool predicate) {
    if (after.start == after.end) return false;
    if (before.end > before.start && ty_flow_char(report, ty_behind_bound(report, row->flow.end)) == USE) return false; /* 支出70%以上用于民生 */
    if (before.end > before.start && ty_word_ending(report, TY_CUE(FROM), row->flow.start) && /* 学校由71所整合为47所 */
        ty_last_token(report, TY_NAMING, after.start, after.end) == TY_NONE)
        return false;
    bool reached = predicate && before.end > before.start && ty_word_ending(report, TY_CUE(REACH_LEVEL), row->flow.start); /* 优良率保持100%的省份 */
    if (row->kind == TY_PERCENT && row->change == TY_STAYS && ty_flow_char(report, row->flow.end) == OF) return !reached; /* 16%的税率 */
    if (row->counts && row->flow.start && report->flow[row->flow.start - 1] == OF) return true; /* 促进增长的十项措施 */
    const ty_hit *level = ty_word_ending(report, TY_CUE(REACH_LEVEL), row->flow.start);
    bool levelled = level && before.end > before.start && (level->end > level->start + 1 || report->flow[level->start] == REACHES);
    if (row->bound == TY_ORDER) return !predicate && !levelled; /* 预算收入达万亿级规模 */
    if (before.start == before.end) return !predicate || row->change == TY_STAYS || row->counts; /* 增加5000个招生计划 */
    if (predicate && row->counts && row->change == TY_STAYS) return true; /* 范围扩大到1451个县 */
    return !predicate && row->change != TY_INCREASES && row->change != TY_DECREASES && row->kind != TY_DURATION;
}

/* 安排51亿元，用于支持地方公共卫生服务: what the money is for. */
static ty_slice purpose_of(const ty_report *report, const ty_quantity *row) {
    enum { MONEY = 0x5143 };
    uint32_t at = row->flow.end, limit = at + LONGEST;
    at += ty_is_comma(ty_flow_char(report, at)); /* 安排51亿元用于… */
    if (!report->token_at || report->flow[row->flow.end - 1] != MONEY || ty_flow_char(report, at) != USE) return (ty_slice){0, 0};
    at = ty_word_at(report, TY_CUE(LEAD) | TY_CUE(VERB), at);
    for (uint32_t next = at; next; at = next) {
        next = ty_word_at(report, TY_CUE(LEAD) | TY_CUE(VERB) | TY_CUE(GOVERNS), at);
        if (!next || !ty_is_boundary(report, next) || !ty_is_word_char(ty_flow_char(report, next))) break;
    }
    ty_slice phrase = at ? ty_noun_phrase(report, row, at, limit < report->flow_length ? limit : report->flow_length) : (ty_slice){0, 0};
    return phrase.end > phrase.start + 1 ? phrase : (ty_slice){0, 0};
}

/* 提前|两年, 今明|两年. */
static bool is_early(const ty_report *report, uint32_t start) {
    enum { RAISE = 0x63D0, NOW = 0x4ECA, NEXT = 0x660E };
    return ty_comes_before(report, start, RAISE, FORMER) || ty_comes_before(report, start, NOW, NEXT);
}

/* 大发展|时期, 经济调整|期间. */
static bool is_period(const ty_report *report, ty_slice phrase) {
    enum { TIME = 0x65F6, TERM = 0x671F, BETWEEN = 0x95F4 };
    uint32_t next = ty_flow_char(report, phrase.end), behind = ty_flow_char(report, phrase.end + 1), end = phrase.end;
    if (phrase.end < phrase.start + 3) return false;
    return (next == TERM && behind == BETWEEN) || (report->flow[end - 2] == TIME && report->flow[end - 1] == TERM);
}

/* 2020年的|9.6年: the value of a date. `first` is the first row of its sentence. */
static bool comes_from_date(const ty_report *report, uint32_t first, const ty_quantity *row) {
    if (row == &TY_QUANTITIES_OF(report)[first] || row[-1].kind != TY_DATE) return false;
    return row[-1].flow.end + 1 == row->flow.start && report->flow[row[-1].flow.end] == OF;
}

/* 三年行动方案, 连续九年增产: what the length is of. A frame (五年来) is of nothing. */
static ty_slice of_length(const ty_report *report, uint32_t first, const ty_quantity *row, ty_slice before, ty_slice after, ty_slice list) {
    enum { LEVELLED = 0x5E73, EVEN = 0x5747, DUTY = 0x4EFB };
    bool since = ty_word_at(report, TY_CUE(PAST_SPAN_AFTER), row->flow.end);
    if (!since && ty_word_ending(report, TY_CUE(RUN_SPAN), row->flow.start)) { /* 连续四年获得优秀等次 */
        if (list.end > list.start) return list;
        uint32_t k = report->token_at && row->flow.end < report->flow_length ? report->token_at[row->flow.end] : TY_NONE;
        bool acts = k != TY_NONE && (report->token_class[k] >= TY_ACTING || ty_last_token(report, TY_NAMING, after.start, after.end) == TY_NONE);
        ty_slice object = acts ? framed(report, row, row->flow.end) : (ty_slice){0, 0};
        return object.end > object.start ? object : after;
    }
    uint32_t named = ty_word_at(report, TY_CUE(NAMED_LENGTH), row->flow.end);
    bool adjoins = before.end == row->flow.start || ty_word_at(report, TY_CUE(INCREASE), before.end) == row->flow.start; /* 规范|提升|三年行动 */
    bool to_do = named && named + 2 == after.end && report->flow[named] == DUTY; /* 治本攻坚三年行动任务 */
    if (named && (to_do || named >= after.end) && adjoins && before.end > before.start) return (ty_slice){before.start, row->flow.start};
    uint32_t within = ty_word_at(report, TY_CUE(WITHIN), row->flow.end);
    bool takes = ty_takes_time(report, row);
    if (since || within || takes) return framed(report, row, takes ? row->flow.end : within);
    if (is_early(report, row->flow.start)) return framed(report, row, row->flow.end);
    if (row->change != TY_STAYS) return before; /* 优良天数增加7.8天 */
    const uint64_t goes_on = TY_CUE(INCREASE) | TY_CUE(DECREASE) | TY_CUE(YEARLY);
    bool averages = ty_flow_char(report, row->flow.end) == LEVELLED && ty_flow_char(report, row->flow.end + 1) == EVEN;
    bool compared = ty_word_ending(report, TY_CUE(BASE_YEAR), row->flow.start) && ty_flow_char(report, row->flow.end) == FORMER;
    bool rises = ty_word_at(report, goes_on, row->flow.end) && !ty_word_at(report, TY_CUE(REACH_LEVEL), row->flow.end); /* not 从20天|压缩到 */
    if (compared || averages || rises) return (ty_slice){0, 0}; /* 比五年前; 余额五年增长1.5倍, 两年平均增长 */
    bool is_value = ty_word_ending(report, TY_CUE(REACH_LEVEL) | TY_CUE(FROM), row->flow.start) || comes_from_date(report, first, row);
    uint32_t noun = is_value && !named ? ty_last_token(report, TY_NAMING, before.start, before.end) : TY_NONE;
    if (noun != TY_NONE && report->tokens[noun].end == before.end) return before; /* 平均受教育年限从10.2年提高到10.8年 */
    if (row->status != TY_OTHER_STATUS && row->in_years) /* 经过三年调整, 三年经济调整期间; other years only tell the time */
        return ty_goes_through(report, row->flow.start) || is_period(report, after) ? after : (ty_slice){0, 0};
    return after.end > after.start ? after : before;
}

/* A、B分别淘汰丙1吨和2吨: the n-th of what stands before 分别; or, where nothing does, of the numbers before. */
static bool distributed(const ty_report *report, const ty_slice *told, uint32_t first, uint32_t head, uint32_t n, uint32_t count,
                        ty_slice *subject, ty_slice *name) {
    enum { APART = 0x5206, EACH = 0x522B };
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t start = ((const ty_clause *)report->clauses.items)[rows[head].clause].start, end = rows[head].flow.start;
    while (end > start + 1 && !(report->flow[end - 2] == APART && report->flow[end - 1] == EACH)) end--;
    if (end <= start + 1) return false;
    bool predicate = false;
    *subject = (ty_slice){0, 0};
    end = strip_right(report, start, strip_times(report, first, head, start, end - 2), &predicate);
    start = strip_left(report, start, end);
    if (end > start) {
        ty_slice whole = {start, end};
        *subject = part_of(report, whole, n, count, name);
        return subject->start != whole.start || subject->end != whole.end;
    }
    ty_slice topic = topic_before(report, first, head);
    if (topic.end > topic.start) {
        *subject = part_of(report, topic, n, count, name);
        return subject->start != topic.start || subject->end != topic.end;
    }
    uint32_t left = count - n; /* values to go back over */
    for (uint32_t j = head; j-- > first && left;)
        if (ty_has_value(&rows[j]) && rows[j].kind != TY_DURATION && !--left) *subject = told[j];
    *name = *subject;
    return !left && subject->end > subject->start;
}

/* 这些项目，今年可以完工的有188个: what stands before the number says which of them are counted. */
static bool tells_how_many(const ty_report *report, uint32_t first, uint32_t i) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t at = rows[i].flow.start;
    if (at < 2 || report->flow[at - 1] != HAVE || report->flow[at - 2] != OF) return false;
    return i == first || rows[i - 1].clause != rows[i].clause;
}

ty_status ty_pass_subject(ty_report *report, ty_error *error) {
    ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t count = report->tables[TY_QUANTITIES].count, sentence = TY_NONE, first = 0;
    const ty_clause *clauses = report->clauses.items;
    ty_slice carried = {0, 0}, list = {0, 0}, last = {0, 0}; /* of the sentence before: 增长9%。两年平均增长8% */
    ty_slice *told = ty_arena_take(&report->arena, ((size_t)count + 1) * sizeof *told); /* the subjects, in the flow */
    if (!told) return ty_fail_memory(error);
    memset(told, 0, ((size_t)count + 1) * sizeof *told);
    for (uint32_t i = 0; i < count; i++) {
        bool predicate = false;
        if (rows[i].sentence != sentence) {
            bool goes_on = sentence != TY_NONE && sentence + 1 == rows[i].sentence &&
                           TY_SENTENCES_OF(report)[sentence].paragraph == TY_SENTENCES_OF(report)[rows[i].sentence].paragraph;
            last = goes_on ? carried : (ty_slice){0, 0};
            sentence = rows[i].sentence;
            first = i;
            carried = (ty_slice){0, 0};
        }
        if (!ty_has_value(&rows[i])) continue;
        uint32_t members = 1, head = rows[i].list;
        while (head + members < count && rows[head + members].list == head) members++;
        ty_slice subject, each, name = {0, 0}; /* name: what names it, if that is more */
        if (head != i) {
            subject = distributed(report, told, first, head, i - head, members, &each, &name) ? each : part_of(report, list, i - head, members, &name);
        } else {
            ty_slice before = before_number(report, told, first, i, &predicate), after = after_number(report, i, MOST_SIZES), topic = {0, 0};
            bool told_elsewhere = carried.end > carried.start || after.end > after.start;
            if (told_elsewhere && is_bare_verb(report, before)) before = (ty_slice){before.end, before.end};
            if (before.start == before.end && carried.start == carried.end) carried = before_colon(report, rows[i].clause);
            bool describes = rows[i].status == TY_OTHER_STATUS && rows[i].bound != TY_EXACT && rows[i].bound != TY_ORDER && rows[i].kind == TY_AMOUNT &&
                             before.end > before.start;
            bool told_behind = !describes && prefers_after(report, &rows[i], before, after, predicate), place = predicate && is_place(report, before);
            if (!told_behind && (place || before.start == before.end || tells_how_many(report, first, i))) topic = topic_before(report, first, i);
            bool by = report->token_at && before.end > before.start && report->token_at[before.end] != TY_NONE && /* 中央财政安排 */
                      report->token_class[report->token_at[before.end]] == TY_ACTING;
            ty_slice purpose = by || before.start == before.end ? purpose_of(report, &rows[i]) : (ty_slice){0, 0};
            if (purpose.end > purpose.start) before = purpose;
            else if (topic.end > topic.start) before = topic;
            else if (place && carried.end > carried.start) before = carried; /* 四川省由29‰降到6.1‰，上海市由… */
            bool persons = report->flow[rows[i].flow.end - 1] == PERSON && rows[i].flow.start == clauses[rows[i].clause].start; /* ，47人入选 */
            list = before.start < before.end ? before : persons && rows[i].change == TY_STAYS ? (ty_slice){0, 0} : carried;
            subject = told_behind ? after : list;
            if (rows[i].kind == TY_DURATION) subject = of_length(report, first, &rows[i], before, after, list);
            bool both_lengths = rows[i].kind == TY_DURATION && i > first && rows[i - 1].kind == TY_DURATION;
            if (both_lengths && subject.start < rows[i - 1].flow.end && subject.end > rows[i - 1].flow.start)
                subject = told[i - 1]; /* 从9.6年提高到10.2年 */
            if (members > 1) subject = distributed(report, told, first, i, 0, members, &each, &name) ? each : part_of(report, list, 0, members, &name);
        }
        bool changes = rows[i].kind == TY_PERCENT && (rows[i].change == TY_INCREASES || rows[i].change == TY_DECREASES);
        bool heads = clauses[rows[i].clause].start == TY_SENTENCES_OF(report)[sentence].flow.start;
        if (subject.end == subject.start && carried.end == carried.start && changes && heads) subject = last;
        bool counted = rows[i].counts && subject.start >= rows[i].flow.end && rows[i].flow.start &&
                       report->flow[rows[i].flow.start - 1] == HAVE; /* 地方有14个项目，共计71个 */
        if (subject.end - subject.start > 0 && rows[i].kind != TY_DURATION) carried = list.end > list.start && !counted ? list : subject;
        told[i] = subject;
        if (name.start == name.end) name = subject;
        rows[i].subject = ty_flow_slice(report, name.start, name.end);
        rows[i].subject_flow = subject;
    }
    return TY_OK;
}
