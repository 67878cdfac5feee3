/* trim.c: the words before a number, down to those that name what it measures.
 *
 *   全年|新建公办幼儿园|共        what opens a clause and what leads to the number goes: from the left, from the right
 *   灾后恢复重建                 the rest is cut behind its last verb, unless that is part of a name
 */
#include "trim.h"
#include "numeral.h"
#include "phrase.h"

enum { LONG_PHRASE = 14 };

/* Does the phrase have a word that can name something, and more than pronouns, adverbs and numerals (一批, 分别, 这样一个)? */
bool ty_names_something(const ty_report *report, ty_slice phrase) {
    if (!report->token_at || phrase.start >= phrase.end || !ty_is_boundary(report, phrase.start)) return true;
    for (uint32_t k = ty_token_from(report, phrase.start); k < report->token_count && report->tokens[k].start < phrase.end; k++)
        if (report->token_class[k] != TY_BINDING || report->flow[report->tokens[k].start] == U'其') return true;
    return false;
}

/* Words that stand between a subject and its number: the longest that ends here. */
static const ty_hit *link_ending(const ty_report *report, uint32_t at, bool *predicate) {
    const ty_hit *best = ty_word_ending(
        report, TY_CUE(APPROX) | TY_CUE(AT_LEAST) | TY_CUE(AT_MOST) | TY_CUE(LINK) | TY_CUE(INCREASE) | TY_CUE(DECREASE) |
                    TY_CUE(REACH) | TY_CUE(SHARE_VERB) | TY_CUE(INCREASE_NOUN) | TY_CUE(DECREASE_NOUN) | TY_CUE(YEARLY) |
                    TY_CUE(AT_LEAST_BARE) | TY_CUE(FROM) | TY_CUE(TO_DO), at);
    const ty_hit *whole = best ? ty_word_ending(report, TY_CUE(LEVEL) | TY_CUE(GOVERNS) | TY_CUE(NOT_TO_DO) | TY_CUE(NOT_BOUND), at) : NULL;
    if (whole && whole->start < best->start) return NULL; /* 人口增长率, 代表建议, 项目签约 */
    const ty_hit *name = best && best->cue == TY_CUE_INCREASE_NOUN ? ty_word_ending(report, TY_CUE(INDICATOR), at) : NULL;
    bool cuttable = name && ty_word_ending(report, TY_CUE(INDICATOR), best->start); /* 居民消费价格|涨幅, whose rest is a name too */
    if (name && (name->start == best->start || (name->start < best->start && !cuttable))) return NULL; /* 物价上涨幅度, 经济增长速度 */
    uint32_t one = best && best->end == best->start + 1 ? report->flow[best->start] : 0;
    bool aspect = ty_is_among(one, U"了为有"); /* 访问了46个国家, 为24个省份, 有65个县 */
    if (best && !aspect) *predicate = *predicate || (best->cue != TY_CUE_APPROX && best->cue != TY_CUE_AT_LEAST &&
                                          best->cue != TY_CUE_AT_MOST && best->cue != TY_CUE_AT_LEAST_BARE);
    return best;
}

/* 平均|达到, 下|降了: of a word whose first character ends another word, the rest that is one too; NULL. */
static const ty_hit *rest_of(const ty_report *report, const ty_hit *word) {
    const uint64_t cues = TY_CUE(LINK) | TY_CUE(REACH);
    const ty_hit *behind = (const ty_hit *)report->hits.items + report->hits.count;
    for (const ty_hit *hit = word + 1; hit < behind && hit->start < word->end; hit++)
        if (hit->end == word->end && cues >> hit->cue & 1 && ty_is_boundary(report, hit->start)) return hit;
    return NULL;
}

/* 始终|保持在, 物价|上涨: is it the second part of what the dictionary has as one word, behind a word of grammar or a noun? */
static bool is_second(const ty_report *report, const ty_hit *word) {
    uint32_t k = report->token_at ? ty_token_over(report, word->start) : TY_NONE;
    if (k == TY_NONE || report->tokens[k].start == word->start) return false;
    bool noun = report->token_class[k] == TY_NAMING && report->flow[word->start] != U'增'; /* 价格|下降; not 经济增长 */
    bool told = (report->token_class[k] == TY_TELLING || noun) && report->tokens[k].end == word->end && report->tokens[k].start + 2 == word->start;
    bool rises = word->cue == TY_CUE_INCREASE || word->cue == TY_CUE_DECREASE;
    return (told && rises) || ty_word_at(report, TY_CUE(LINK), report->tokens[k].start) == word->start;
}

/* 新时代文明实践中心（所、站）: where the bracket opens; `end` if it does not. */
static uint32_t before_bracket(const ty_report *report, uint32_t start, uint32_t end) {
    for (uint32_t at = end - 1; at > start; at--)
        if (report->flow[at] == '(') return at;
    return end;
}

uint32_t ty_strip_right(const ty_report *report, uint32_t start, uint32_t end, bool *predicate) {
    for (int step = 0; step < 10 && end > start; step++) {
        const ty_hit *hit = link_ending(report, end, predicate);
        bool tells_level = hit && (hit->cue == TY_CUE_REACH || report->flow[hit->start] == U'达');
        bool reaches = tells_level && step == 0 && hit->start > start && ty_is_character(report, TY_CUE_SUFFIX, report->flow[hit->start - 1]); /* 占|比达 */
        bool years = hit && hit->end > hit->start + 1 && report->flow[hit->start] == U'年' && hit->start > start;
        bool counted = years && hit->start > start + 2 && report->flow[hit->start - 1] == U'数'; /* 参保人数|年均, not 数年|平均 */
        bool cut = hit && !reaches && !counted && hit->start >= start && hit->end > hit->start + 1 && !ty_is_boundary(report, hit->start);
        const ty_hit *rest = cut ? rest_of(report, hit) : NULL;
        if (rest) hit = rest;
        bool than = hit && hit->end == hit->start + 1 && report->flow[hit->start] == U'比' && hit->start > start;
        bool ratio = than && report->flow[hit->start - 1] == U'占';
        bool place = report->flow[start] == U'在' && ty_is_boundary(report, start + 1); /* 在|北方地区占比 is a share of what was told before */
        if (ratio && hit->start > start + 1 && ty_is_han(report->flow[hit->start - 2]) && !place) break; /* 增加值占比|从; not ，占比从 */
        than = than && !ratio;
        if (than && ty_word_at(report, TY_CUE(REACH) | TY_CUE(INCREASE) | TY_CUE(DECREASE), end)) break; /* 存贷比|提高到 */
        bool bounds = hit && step == 0 && (hit->cue == TY_CUE_APPROX || hit->cue == TY_CUE_AT_LEAST || hit->cue == TY_CUE_AT_MOST);
        bool dates = years && !counted && ty_begins_numeral(report->flow[hit->start - 1]);
        if (dates) return hit->start + 1; /* 2019年|平均 */
        if (hit && hit->start >= start && (bounds || reaches || counted || ty_is_boundary(report, hit->start) || is_second(report, hit))) end = hit->start;
        else if (!hit && report->flow[end - 1] == ')') end = before_bracket(report, start, end);
        else break;
        if (end > start && report->flow[end - 1] == U'的' && ty_word_ending(report, TY_CUE(YEARLY), end - 1)) end--; /* 平均每年的|增长速度 */
    }
    while (end > start && !ty_is_word_char(report->flow[end - 1]) && !ty_is_closer(report->flow[end - 1])) end--;
    return end;
}

/* 工业总产值1977年比1976年, 人均GDP从2020年的: the times that stand between a subject and its verb. */
uint32_t ty_strip_times(const ty_report *report, uint32_t first, uint32_t i, uint32_t start, uint32_t end) {
    const uint64_t years = TY_CUE(LAST_YEAR) | TY_CUE(THIS_YEAR) | TY_CUE(NEXT_YEAR) | TY_CUE(YEAR_BEFORE_LAST);
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    for (uint32_t j = i; end > start;) {
        uint32_t at = report->flow[end - 1] == U'的' ? end - 1 : end;
        bool at_end = at > start + 2 && (report->flow[at - 1] == U'末' || report->flow[at - 1] == U'底');
        bool end_term = at > start + 3 && ty_comes_before(report, at, U"”末期");
        bool same = at > start + 3 && (report->flow[at - 2] == U'时' || report->flow[at - 2] == U'同') && report->flow[at - 1] == U'期';
        same = same || (at > start + 3 && ty_comes_before(report, at, U"期间"));
        bool term = end_term || same; /* “十三五”末期, 同期 */
        if (term && report->flow[at - 3] == U'”') at -= 3; /* 比“十三五”时期 */
        else if (at_end && report->flow[at - 2] == U'”') at -= 2; /* 较“十三五”末 */
        else if (at_end && at > start + 3 && report->flow[at - 2] == U'期' && report->flow[at - 3] == U'”') at -= 3; /* 期末 */
        else if (at_end && j > first && rows[j - 1].flow.end == at - 1) at--; /* 从2007年底 */
        const ty_hit *year = ty_word_ending(report, years, at);
        const ty_hit *now = year || at == end ? NULL : ty_word_ending(report, TY_CUE(TOLD), at);
        if (now && ty_word_ending(report, TY_CUE(FROM), now->start)) year = now; /* 由目前的34%提高到 */
        bool tells_time = j > first && (rows[j - 1].kind == TY_DATE || rows[j - 1].kind == TY_DURATION);
        uint32_t within = tells_time ? ty_word_at(report, TY_CUE(WITHIN) | TY_CUE(PAST_SPAN_AFTER), rows[j - 1].flow.end) : 0;
        if (tells_time && !within && ty_flow_char(report, rows[j - 1].flow.end) == U'前') within = rows[j - 1].flow.end + 1; /* 比五年前 */
        if (tells_time && (rows[j - 1].flow.end == at || within == at) && rows[j - 1].flow.start > start) { /* 在五年内 */
            end = rows[--j].flow.start;
            end -= end > start && report->flow[end - 1] == U'“';
        }
        else if (year && year->start >= start) end = year->start;
        else {
            const ty_hit *others = ty_word_ending(report, TY_CUE(COMPARED), at);
            bool compares = ty_holds(report, rows[i].sentence, TY_CUE(BASE_YEAR));
            const ty_hit *than = compares ? ty_last_word(report, TY_CUE(BASE_YEAR), start, at) : NULL;
            if (than && than->end < at && ty_is_boundary(report, than->start) && ty_word_at(report, TY_CUE(PLACE), than->end) == at)
                end = than->end; /* 比年初 */
            else if (others && others->start >= start && ty_word_ending(report, TY_CUE(BASE_YEAR), others->start)) end = others->start;
            else return end;
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
    return k != TY_NONE && report->tokens[k].end == at + 1 && report->flow[at] != U'的';
}

/* 来|琼, 在|园, 上|云, 度|电, 自|贸, 用|棉: with one character more they make words that no dictionary has. */
static bool is_stub(const ty_report *report, uint32_t at) {
    return ty_is_character(report, TY_CUE_STUB, report->flow[at]) && is_single(report, at) && is_single(report, at + 1);
}

/* 减税, 减税|降费: a verb that reports use as a noun. */
static bool is_verbal_noun(const ty_report *report, uint32_t start, uint32_t end) {
    uint32_t k = report->token_at ? report->token_at[start] : TY_NONE;
    bool qualifies = k != TY_NONE && report->tokens[k].end == end && report->token_class[k] == TY_QUALIFYING;
    return qualifies || (k != TY_NONE && ty_is_used(report, TY_CUE_VERBAL_NOUN, start, end));
}

/* Does a comparison begin there: 比去年预算高? */
bool ty_compares_at(const ty_report *report, uint32_t at) {
    const ty_hit *hits = report->hits.items;
    bool alone = report->flow[at] == U'比' || report->flow[at] == U'较';
    for (uint32_t h = report->hit_at[at]; h < report->hits.count && hits[h].start == at; h++)
        if (hits[h].cue == TY_CUE_BASE_YEAR && (hits[h].end > at + 1 || alone) && ty_is_boundary(report, hits[h].end)) return true;
    return false;
}

/* 新建和改造|茶园, 新增或更新|公交车: where the second of two verbs ends that take the same noun; 0. */
static uint32_t behind_second_verb(const ty_report *report, uint32_t start, uint32_t word, uint32_t end) {
    const uint64_t verbs = TY_CUE(VERB) | TY_CUE(GOVERNS);
    uint32_t k = report->token_at ? report->token_at[start] : TY_NONE, second = ty_word_at(report, verbs, word + 1);
    bool acts = k != TY_NONE && (ty_word_at(report, TY_CUE(GOVERNS), start) == word || ty_word_at(report, TY_CUE(LEVEL), start) == word ||
                                 (report->token_class[k] == TY_ACTING && ty_word_at(report, verbs, start) == word));
    if (!acts || !second || second + 1 >= end || !ty_is_boundary(report, second) || ty_is_used(report, TY_CUE_GENERIC, second, end))
        return 0;
    return ty_last_token(report, TY_NAMING, second, end) != TY_NONE ? second : 0;
}

/* Is [start, end) one word, for people? */
static bool are_people(const ty_report *report, uint32_t start, uint32_t end) {
    uint32_t k = start && start < end ? ty_token_over(report, end - 1) : TY_NONE;
    return k != TY_NONE && report->tokens[k].start == start && report->tokens[k].end == end && ty_names_people(report, report->tokens[k]);
}

/* 大力|建设公园: behind words that tell how something is done, where a verb follows that takes a noun; behind any that is no noun if
   those are people (免费|培训农民; not 免费开放场馆). */
static uint32_t behind_adverb(const ty_report *report, uint32_t start, uint32_t end) {
    enum { BOTH = 4 };
    uint32_t both = start + BOTH < end && ty_is_used(report, TY_CUE_ADVERB, start, start + 2) ? start + BOTH : 0;
    bool one = both && report->token_at && report->token_at[start] != TY_NONE &&
               report->tokens[report->token_at[start]].end == both;
    if (one && ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS),
        start + 2) == both) return both; /* 妥善安置|员工: one word of the dictionary */
    uint32_t k = report->token_at && start < end ? report->token_at[start] : TY_NONE;
    while (k != TY_NONE && report->tokens[k].end + 3 < end) {
        uint32_t next = report->tokens[k].end;
        bool adverb = ty_is_used(report, TY_CUE_ADVERB, report->tokens[k].start, next);
        if (!adverb && report->token_class[k] < TY_QUALIFYING) break; /* most are nouns */
        uint32_t verb = ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS), next);
        if (!adverb && !are_people(report, verb, end)) break;
        if (verb > next + 1 && verb + 1 < end && ty_is_boundary(report, verb) && ty_last_token(report, TY_NAMING, verb, end) != TY_NONE)
            return next;
        k = report->token_at[next];
    }
    return start;
}

/* Leave out what opens a clause and names nothing: 其中, 全年, 力争, a year, a place to compare with, a verb. */
uint32_t ty_strip_left(const ty_report *report, uint32_t start, uint32_t end) {
    const uint64_t cues = TY_CUE(LEAD) | TY_CUE(VERB) | TY_CUE(GOVERNS) | TY_CUE(ENSURE) | TY_CUE(STRIVE) | TY_CUE(TO_DO) | TY_CUE(DONE) |
                          TY_CUE(LAST_YEAR) | TY_CUE(THIS_YEAR) | TY_CUE(NEXT_YEAR) | TY_CUE(YEAR_BEFORE_LAST) | TY_CUE(CENTURY_END) |
                          TY_CUE(YEARLY) | TY_CUE(LEVEL) | TY_CUE(PAST_SPAN) | TY_CUE(NOT_MET) |
                          TY_CUE(INCREASE_OBJECT) | TY_CUE(DECREASE_OBJECT) | TY_CUE(FROM) | TY_CUE(INCREASE) |
                          TY_CUE(DECREASE) | TY_CUE(REACH) | TY_CUE(LINK);
    for (int step = 0; step < 12 && start < end; step++) {
        for (uint32_t c; start < end && (c = report->flow[start], c == '(' || (!ty_is_word_char(c) && !ty_is_opener(c)));) start++;
        start = behind_adverb(report, start, end);
        uint32_t first = report->token_at && start < end ? report->token_at[start] : TY_NONE;
        bool did = first != TY_NONE && report->token_class[first] == TY_ACTING && report->flow[report->tokens[first].end] == U'了' &&
                   report->tokens[first].end + 2 < end;
        uint32_t object = did ? report->token_at[report->tokens[first].end + 1] : TY_NONE;
        if (object != TY_NONE) did = ty_flow_char(report, report->tokens[object].end) != U'的';
        if (did) start = report->tokens[first].end + 1; /* 承担了|改造任务; not 脱了贫的农户 */
        uint32_t word = start < end ? ty_word_at(report, cues, start) : 0;
        /* A word of the subject may begin like a verb: an indicator's name is never cut. */
        if (!word || word > end || ty_compares_at(report, start) || (word == start + 1 && is_stub(report, start)) || !ty_is_boundary(report, word)) break;
        if (word + 1 == end && ty_is_character(report, TY_CUE_HEAD, report->flow[word]) && report->flow[start] != U'的') break; /* 安置点 */
        if (report->flow[start] == U'总' && word + 2 == end && ty_is_used(report, TY_CUE_OUTLAY, word, end)) break; /* 总投资 */
        const uint64_t rises = TY_CUE(INCREASE) | TY_CUE(DECREASE);
        if (word == start + 1 && ty_word_at(report, rises, start) == word && ty_word_at(report, cues & ~rises, start) != word)
            break; /* 高|海拔 */
        bool heads = word > start + 1 && ty_is_used(report, TY_CUE_PER_HEAD, word - 2, word); /* 月|人均 */
        uint32_t per = report->token_at && word < end && heads ? report->token_at[word] : TY_NONE;
        if (per != TY_NONE && report->token_class[per] == TY_NAMING) break; /* 人均住房使用面积; not 人均每月 */
        bool among = ty_comes_at(report, start, U"其中");
        bool general = ty_is_used(report, TY_CUE_GENERIC, word, end) || /* 资助|金额, 通车|总里程 */
                       (ty_flow_char(report, word) == U'总' && word + 1 < end && ty_is_used(report, TY_CUE_GENERIC, word + 1, end));
        uint32_t name = ty_word_at(report, TY_CUE(INDICATOR), start);
        bool acts = word > start + 1 && ty_word_at(report, TY_CUE(GOVERNS), start) == word && ty_word_at(report, TY_CUE(LEVEL), start) != word;
        bool named_behind = acts && ty_word_at(report, TY_CUE(INDICATOR), word) == name; /* 建成|高标准农田, which are both names */
        if (!among && (general || (name > word && !named_behind) || ty_name_at(report, start) > word)) break;
        bool names = report->token_at && report->token_at[start] != TY_NONE && report->tokens[report->token_at[start]].end == end &&
                     report->token_class[report->token_at[start]] <= TY_QUALIFYING &&
                     ty_word_at(report, TY_CUE(LEAD) | TY_CUE(STRIVE) | TY_CUE(ENSURE), start) != end; /* 投资; not 力争 */
        if (word == end && (names || ty_word_at(report, TY_CUE(LEVEL), start) == end)) break; /* 投资, 增加值 */
        if (ty_word_at(report, TY_CUE(LEVEL), start) == word && is_verbal_noun(report, start, word)) break; /* 减税退税降费 */
        uint32_t next = ty_flow_char(report, word);
        if (next == U'、' && report->flow[start] == U'新' && word == start + 1) break; /* 新、扩、改项目 */
        if (ty_is_among(next, U"、和或") && word - start > 1) {
            uint32_t second = behind_second_verb(report, start, word, end);
            if (!second) break; /* 投资、消费增速: no verb */
            word = second;
        }
        bool ends = word + 1 == end || (word < end && !ty_is_han(ty_flow_char(report, word + 1)));
        if (ends && ty_is_character(report, TY_CUE_SUFFIX, report->flow[word])) break; /* 办结|率, 办结|率、满意率 */
        uint32_t k = report->token_at && word == start + 1 && report->flow[start] == U'新' ? report->token_at[word] : TY_NONE;
        bool named_new = k != TY_NONE && ty_is_han(report->flow[word]) && report->token_class[k] <= TY_QUALIFYING &&
                         !ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS) | TY_CUE(LEVEL), word);
        if (named_new) break; /* 新业态劳动者; not 新建设 */
        start = word;
    }
    return start;
}

/* The years and lengths that open a clause are not its subject. */
uint32_t ty_after_dates(const ty_report *report, uint32_t first, uint32_t i, uint32_t start) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    for (uint32_t j = i - first > TY_LOOK_BACK ? i - TY_LOOK_BACK : first; j < i; j++) {
        bool calendar = rows[j].kind == TY_DATE || rows[j].kind == TY_DURATION || rows[j].kind == TY_ORDINAL;
        if (rows[j].flow.end <= start || !calendar || rows[j].flow.start > start + 4) continue;
        const ty_hit *than = ty_word_ending(report, TY_CUE(BASE_YEAR), rows[j].flow.start);
        if (than && than->start > start && rows[j].kind == TY_DATE) continue; /* 投资较2005年增长 */
        uint32_t before = rows[j].flow.start;
        while (before > start && !ty_is_word_char(report->flow[before - 1])) before--;
        uint32_t noun = ty_last_token(report, TY_NAMING, start, before); /* 国民收入1987年 is no date at its head */
        if (noun == TY_NONE) noun = ty_last_token(report, TY_TELLING, start, before); /* nor 粮食产量 */
        if (noun != TY_NONE && report->tokens[noun].end - report->tokens[noun].start >= 2) continue;
        start = rows[j].flow.end;
        if (rows[j].kind == TY_DURATION && ty_comes_before(report, start + 2, U"时间")) start += 2; /* 用五年时间|完成 */
        bool midst = rows[j].kind == TY_DURATION && ty_flow_char(report, start) == U'中' && ty_flow_char(report, start + 1) == U'共';
        start += midst; /* 四年中|共增加 */
        uint32_t edge = start + (ty_flow_char(report, start) == U'”'); /* “十一五”期末|高新技术产业 */
        if (rows[j].kind == TY_DATE && ty_flow_char(report, edge) == U'期' &&
            ty_flow_char(report, edge + 1) == U'末') start = edge + 2;
        uint32_t since = rows[j].kind == TY_DURATION ? ty_word_at(report, TY_CUE(PAST_SPAN_AFTER), start) : 0;
        if (since && ty_is_boundary(report, since)) start = since; /* 五年来|全社会研究经费 */
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

bool ty_has_list(const ty_report *report, uint32_t start, uint32_t end) {
    for (uint32_t at = start; at < end; at++)
        if (report->flow[at] == U'、' || report->flow[at] == U'和') return true;
    return false;
}

/* 猪肉、羊肉等副食品, 厂房、学校等在内的面积: behind the 等 of a list stands what all are; `start` if there is none. */
uint32_t ty_after_list(const ty_report *report, uint32_t start, uint32_t end) {
    for (uint32_t at = end; at-- > start + 2;) {
        if (report->flow[at] != U'等' || end - at <= 2 || !ty_has_list(report, start, at)) continue;
        if (!ty_is_boundary(report, at) || !ty_is_boundary(report, at + 1)) continue;
        for (uint32_t of = at + 2; of <= at + 3 && of + 2 < end; of++)
            if (report->flow[of] == U'的') return of + 1;
        return at + 1;
    }
    return start;
}

/* 灾后|恢复|重建: behind a noun, a verb with nothing but another verb after it is part of a name. */
static bool makes_name(const ty_report *report, uint32_t start, uint32_t verb_start, uint32_t verb_end, uint32_t end) {
    if (ty_flow_char(report, verb_end) == U'再' && verb_end + 3 == end && ty_comes_before(report, end, U"就业")) verb_end++; /* 实现|再就业 */
    uint32_t k = report->token_at && verb_end < end ? report->token_at[verb_end] : TY_NONE;
    if (k == TY_NONE || report->tokens[k].end != end) return false;
    if (report->token_class[k] != TY_ACTING && report->token_class[k] != TY_QUALIFYING) return false;
    if (ty_has_list(report, start, verb_start)) return false;
    if (ty_word_at(report, TY_CUE(REACH) | TY_CUE(LEVEL), verb_start) == verb_end) return false; /* 项目完成投资 */
    uint32_t before = verb_start > start ? ty_token_over(report, verb_start - 1) : TY_NONE;
    return before != TY_NONE && report->token_class[before] != TY_ACTING && verb_start > start + 1;
}

/* 开挖|疏浚|沟渠, 补充|耕地: nothing but verbs before the noun, and no verb that only says of what kind it is (使用|面积). */
static bool governs_all(const ty_report *report, uint32_t start, uint32_t verb, uint32_t end) {
    uint32_t first = ty_token_from(report, start);
    if (report->token_class[first] != TY_ACTING || ty_last_token(report, TY_NAMING, start, report->tokens[verb].start) != TY_NONE)
        return false;
    if (ty_is_used(report, TY_CUE_GENERIC, report->tokens[verb].end, end)) return false;
    return first < verb || ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS), start) == report->tokens[verb].end;
}

/* 新增, 新建: is there a verb before a place whose object is a thing with its name? */
static bool is_made_anew(const ty_report *report, uint32_t start) {
    const ty_hit *made = ty_word_ending(report, TY_CUE(LEVEL), start);
    return made && report->flow[made->start] == U'新';
}

/* 金融业|实现增加值, 规上企业|实现利润: the noun and what it earned are one. */
static bool earns(const ty_report *report, ty_slice verb, uint32_t start, uint32_t end) {
    enum { LONGEST_MEASURE = 4 };
    uint32_t owner = report->token_at && verb.start > start ? ty_token_over(report, verb.start - 1) : TY_NONE, last = report->flow[end - 1];
    if (owner == TY_NONE || report->token_class[owner] != TY_NAMING || end - verb.end > LONGEST_MEASURE ||
        ty_has_list(report, verb.end, end))
        return false;
    bool measures = ty_is_character(report, TY_CUE_SUFFIX, last) || ty_is_among(last, U"润税入");
    return measures && ty_comes_before(report, verb.end, U"实现");
}

/* 就业|帮扶|车间, 退税办理|时间, 灾后|恢复|重建: is the governing verb part of a name? */
static bool is_in_name(const ty_report *report, const ty_hit *verb, uint32_t start, uint32_t end) {
    enum { LONGEST_MEASURE = 4 };
    uint32_t k = report->token_at ? report->token_at[verb->start] : TY_NONE;
    bool noun = k != TY_NONE && k && verb->start > start && report->token_class[k] == TY_QUALIFYING && report->tokens[k].end == verb->end;
    uint32_t next = ty_flow_char(report, verb->end); /* 集聚|区, 服务|点, 办结|率 */
    bool ends = ty_is_character(report, TY_CUE_HEAD, next) || ty_is_character(report, TY_CUE_SUFFIX, next);
    if (ends && is_single(report, verb->end)) return true;
    if (noun && report->tokens[k - 1].end == verb->start && report->token_class[k - 1] == TY_QUALIFYING) return true;
    if (noun && end - verb->end <= LONGEST_MEASURE && end > verb->end &&
        ty_is_character(report, TY_CUE_SUFFIX, report->flow[end - 1]))
        return true; /* 产业项目签约|投资额 */
    if (noun && is_made_anew(report, start) && ty_last_token(report, TY_NAMING, verb->end, end) != TY_NONE)
        return true; /* 新增|国家级产品质量提升示范区 */
    if (ty_is_used(report, TY_CUE_GENERIC, verb->end, end) && !ty_has_list(report, start, verb->start)) return true;
    return makes_name(report, start, verb->start, verb->end, end);
}

/* 财政每年|安排资金, 市财政: does who spends open the phrase? */
static bool opens_with_spender(const ty_report *report, uint32_t start) {
    for (uint32_t at = start; at <= start + 1; at++)
        if (ty_is_used(report, TY_CUE_SPENDER, at, at + 2) && ty_is_boundary(report, at + 2)) return true;
    return false;
}

/* Behind the last verb of the lexicon that governs what follows it. */
static uint32_t behind_governor(const ty_report *report, const ty_hit *name, uint32_t start, uint32_t end) {
    for (;;) {
        const ty_hit *verb = ty_last_word(report, TY_CUE(GOVERNS), start + 1, name ? name->start : end);
        if (!verb || verb->end + 2 > end || !ty_is_boundary(report, verb->end) || !ty_is_boundary(report, verb->start)) return start;
        bool generic = report->flow[verb->end] == U'的' && ty_is_used(report, TY_CUE_GENERIC, verb->end + 1, end);
        if (generic) return start; /* 参加合作组织的人数 */
        if ((!opens_with_spender(report, start) && is_in_name(report, verb, start, end)) ||
            earns(report, (ty_slice){verb->start, verb->end}, start, end)) return start;
        start = verb->end;
    }
}

/* 坚决把|文件压减, 使|工业生产提高, 阶段性将|起征点从3万元提高到. */
static uint32_t behind_object_mark(const ty_report *report, uint32_t start, uint32_t end) {
    for (uint32_t at = end; at-- > start;) {
        uint32_t c = report->flow[at];
        bool marks = ty_is_among(c, U"把使将") && end - at > 2;
        if (marks && ty_is_boundary(report, at) && ty_is_boundary(report, at + 1)) return at + 1;
    }
    return start;
}

/* 托|育|服务点: single characters that the dictionary does not know as a word. */
static bool is_half_of_name(const ty_report *report, uint32_t verb, uint32_t start) {
    ty_token token = report->tokens[verb];
    if (!verb || token.end != token.start + 1 || token.start <= start || report->tokens[verb - 1].end != token.start) return false;
    return report->tokens[verb - 1].end == report->tokens[verb - 1].start + 1 && report->token_class[verb - 1] != TY_BINDING &&
           ty_is_han(report->flow[token.start - 1]);
}

/* 清理|评比达标表彰项目, 完成|保回迁项目: behind a verb that governs them, nothing but verbs before a word for what is built. */
static bool makes_name_of_work(const ty_report *report, uint32_t start, uint32_t verb, uint32_t end) {
    uint32_t behind = report->tokens[verb].end, k = ty_token_from(report, start);
    if (end != behind + 2 || !ty_is_used(report, TY_CUE_PROJECT, behind, end) || k >= verb) return false;
    if (!ty_word_ending(report, TY_CUE(GOVERNS) | TY_CUE(VERB), start)) return false;
    for (; k <= verb; k++) {
        bool rank = report->flow[report->tokens[k].end - 1] == U'级' && report->tokens[k].start == start; /* 省级 */
        if (report->token_class[k] != TY_ACTING && report->token_class[k] != TY_QUALIFYING && !rank) return false;
    }
    return true;
}

/* Behind the last verb of the dictionary. */
static uint32_t behind_verb(const ty_report *report, const ty_hit *name, uint32_t start, uint32_t end) {
    uint32_t verb = ty_last_token(report, TY_ACTING, start, end);
    if (verb == TY_NONE || is_stub(report, report->tokens[verb].start) || is_half_of_name(report, verb, start)) return start;
    if (ty_name_at(report, report->tokens[verb].start) > report->tokens[verb].start) return start; /* 可|支配收入 */
    uint32_t behind = report->tokens[verb].end, next = report->flow[behind];
    uint32_t opens = report->tokens[verb].start;
    if (next == U'的' && ty_is_used(report, TY_CUE_GENERIC, behind + 1, end)) return start; /* 前四年完成的比重 */
    bool listed = opens > start && report->flow[opens - 1] == U'、';
    if (next == U'、' && (is_single(report, opens) || listed)) return start; /* 存、贷款余额, 建议、批评、意见 */
    uint32_t named = opens > start + 1 && report->flow[opens - 1] == U'和' ? ty_token_over(report, opens - 2) : TY_NONE;
    if (named != TY_NONE && report->token_class[named] == TY_NAMING && report->tokens[named].start >= start) return start; /* 微循环和|定制|公交线路 */
    if (makes_name_of_work(report, start, verb, end)) return start;
    bool general = ty_is_used(report, TY_CUE_GENERIC, behind, end) && report->token_class[ty_token_from(report, start)] == TY_NAMING &&
                   !ty_has_list(report, start, opens);
    if (general) return start; /* 房屋|拆迁|补偿|标准 */
    for (uint32_t at = behind; at < end && report->flow[at] != U'“'; at++)
        if (report->flow[at] == U'”') return start; /* “鄂汇|办”服务事项 */
    if (is_single(report, behind) && !ty_is_character(report, TY_CUE_COMPLEMENT, next)) return start; /* 集合|店, 防|艾|工作 */
    if (earns(report, (ty_slice){report->tokens[verb].start, behind}, start, end)) return start;
    if (end - behind <= 5 && report->flow[end - 1] == U'率') return start; /* 按需|归集率, 集中|供水普及率 */
    if (behind + (governs_all(report, start, verb, end) ? 2 : 3) > end || (name && behind > name->start)) return start;
    bool each = next == U'各' && report->tokens[verb + 1].end == behind + 2; /* 规范拆除|各类护栏 */
    if (each && behind + 4 <= end) return behind + 2;
    if (report->token_class[verb + 1] == TY_BINDING || ty_word_at(report, TY_CUE(SHARE_VERB), report->tokens[verb].start)) return start;
    return behind + (next == U'好'); /* 落实好 */
}

/* 中央提出今年|经济 */
static uint32_t behind_year(const ty_report *report, uint32_t start, uint32_t end) {
    const ty_hit *year = ty_last_word(report, TY_CUE(LAST_YEAR) | TY_CUE(THIS_YEAR), start + 1, end);
    if (!year || ty_last_token(report, TY_NAMING, year->end, end) == TY_NONE || !ty_is_boundary(report, year->end)) return start;
    return ty_word_ending(report, TY_CUE(START_YEAR), year->start) ? start : year->end;
}

/* 国家预算内外的|基本建设投资总额: behind the last 的 where a longer attribute stands before what is a name by itself, and of any long
   phrase; what stands before a list stays (科技、教育事业的支出), and a share is of all before it (顺差占国内生产总值的比重). */
uint32_t ty_behind_attribute(const ty_report *report, uint32_t start, uint32_t end) {
    enum { NAME = 5, SHORT_NAME = 4, LONG_ATTRIBUTE = 6 };
    if (ty_closing(report, start, U'的', end) == end) return start; /* most have none */
    const ty_hit *share = ty_last_word(report, TY_CUE(SHARE_VERB), start + 1, end);
    if (share && ty_is_boundary(report, share->start) && ty_is_boundary(report, share->end)) end = share->start; /* 企业的研发支出占收入的比重 */
    const ty_hit *name = longest_name(report, start, end);
    for (uint32_t at = start; name && at < name->end; at++) /* in a name no word is found */
        if (report->flow[at] == U'占') return start;
    for (uint32_t at = end; at-- > start + 1;) {
        if (report->flow[at] != U'的' || end - at <= 2 || (name && at > name->start && at < name->end)) continue;
        uint32_t length = end - at - 1, attribute = at - start;
        uint32_t on = ty_closing(report, start + 1, U'对', at); /* 科技进步对经济增长的贡献率 */
        if (report->flow[end - 1] == U'率' && on < at && ty_is_boundary(report, on) && ty_is_boundary(report, on + 1)) return start;
        bool whole = ty_last_token(report, TY_ACTING, at, end) == TY_NONE && ty_strip_left(report, at + 1, end) == at + 1;
        if (whole && length >= NAME && attribute >= length) return at + 1;
        bool cut = (whole && length == SHORT_NAME && attribute >= LONG_ATTRIBUTE) || end - start > LONG_PHRASE;
        return cut && !ty_has_list(report, start, at) ? at + 1 : start;
    }
    return start;
}

/* 制度全面实施、|开户602万人: behind the 、 that ends another predicate, or, where all is too long, any other. */
static uint32_t behind_predicate(const ty_report *report, uint32_t start, uint32_t end) {
    for (uint32_t at = end; at-- > start + 1;) {
        uint32_t k = report->token_at && report->flow[at] == U'、' ? ty_token_over(report, at - 1) : TY_NONE;
        for (uint32_t steps = 2; k != TY_NONE && steps-- && report->tokens[k].start > start + 1; k--)
            if (ty_is_used(report, TY_CUE_MANNER, report->tokens[k].start, report->tokens[k].end)) return at + 1;
    }
    for (uint32_t at = end; end - start > TY_LONGEST_SUBJECT && at-- > start;)
        if (report->flow[at] == U'、' && end - at > 4) return at + 1;
    return start;
}

/* 内江、眉山、自贡|经济总量: behind places that are listed, where what is told of each stands behind the last. */
static uint32_t behind_places(const ty_report *report, uint32_t start, uint32_t end) {
    enum { LONGEST_PLACE = 3 };
    uint32_t places = 0, marks = 0, at = start;
    for (uint32_t k = report->token_at ? ty_token_from(report, start) : TY_NONE; k < report->token_count && report->tokens[k].end < end; k++) {
        ty_token token = report->tokens[k];
        if (token.start != at || token.end > token.start + LONGEST_PLACE) break;
        bool place = ty_is_place_name(report->lexicon->dictionary, token.word) && !ty_is_used(report, TY_CUE_OWNER, token.start, token.end);
        places += place; /* not 城市 */
        at = token.end;
        if (report->flow[at] != U'、') return marks >= 2 && places >= marks && place && at + 2 <= end ? at : start;
        marks++;
        at++;
        k++;
    }
    return start;
}

/* 正常年景下|粮食产量: behind the conditions that open the phrase. */
static uint32_t behind_condition(const ty_report *report, uint32_t start, uint32_t end) {
    enum { LONGEST_CONDITION = 10, WORD = 3 };
    uint32_t limit = start + LONGEST_CONDITION + TY_LONGEST_BASIS, closes = start + 1; /* they all end in 上 or 下, and most phrases have none */
    if (limit > end) limit = end;
    while (closes < limit && report->flow[closes] != U'上' && report->flow[closes] != U'下') closes++;
    if (closes == limit) return start;
    for (uint32_t at = start + 1; at < end && at < start + LONGEST_CONDITION; at++) {
        uint32_t basis = ty_behind_basis(report, at);
        if (!basis && at + WORD < end && ty_is_used(report, TY_CUE_CONDITION, at, at + WORD)) basis = at + WORD;
        if (basis && basis + 2 <= end && ty_is_boundary(report, basis)) return basis;
    }
    return start;
}

/* 为经营主体|减负1000亿元, 为企业|减税降费: behind those for whom it is done, where a noun of what is done ends the phrase. */
static uint32_t behind_beneficiary(const ty_report *report, uint32_t start, uint32_t end) {
    if (!start || report->flow[start - 1] != U'为' || !ty_is_boundary(report, start - 1) || end < start + 4) return start;
    if (!ty_is_boundary(report, end - 2) || !ty_is_used(report, TY_CUE_VERBAL_NOUN, end - 2, end)) return start;
    const ty_hit *deed = ty_word_ending(report, TY_CUE(LEVEL), end);
    return deed && deed->start > start && deed->start < end - 2 ? deed->start : end - 2;
}

uint32_t ty_shorten(const ty_report *report, uint32_t start, uint32_t end) {
    const ty_hit *share = ty_last_word(report, TY_CUE(SHARE_VERB), start + 1, end); /* 装配式建筑占|新建建筑比重: the whole it is of stays */
    if (share && share->end + 1 < end && ty_is_boundary(report, share->start) && ty_is_boundary(report, share->end))
        end = share->start; /* not 侵占 */
    const ty_hit *name = longest_name(report, start, end);
    if (name && name->end != end && ty_last_word(report, TY_CUE(GOVERNS), name->end, end)) name = NULL;
    start = behind_governor(report, name, start, end);
    start = behind_object_mark(report, start, end);
    start = behind_verb(report, name, start, end);
    start = behind_year(report, start, end);
    start = ty_after_list(report, start, end);
    start = behind_places(report, behind_condition(report, start, end), end);
    start = behind_beneficiary(report, start, end);
    return behind_predicate(report, start, end);
}
