/* candidate_after.c: the phrases behind a number that can name what it measures or counts. subject.c chooses. */
#include "candidate.h"
#include "numeral.h"
#include "phrase.h"
#include "trim.h"

enum { MOST_SIZES = 2 /* that stand between a number and what it counts */ };

/* 创建|成|示范市: behind a character that tells how a verb ends. */
static uint32_t behind_complement(const ty_report *report, uint32_t at) {
    uint32_t k = at < report->flow_length ? report->token_at[at] : TY_NONE;
    bool ends = k != TY_NONE && report->tokens[k].end == at + 1 && ty_is_character(report, TY_CUE_COMPLEMENT, report->flow[at]);
    return ends ? at + 1 : at;
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
        uint32_t one = report->flow[token.start];
        bool hands = token.end == token.start + 1 && ty_is_among(one, U"把使将"); /* 把新部委组建起来 */
        if (one == U'赴' && token.end == token.start + 1) continue; /* 赴香港发行债券 */
        if (!hands && report->token_class[k] != TY_ACTING && ty_word_at(report, TY_CUE(GOVERNS), token.start) != token.end) continue;
        ty_slice phrase = ty_noun_phrase(report, row, behind_complement(report, token.end), limit);
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
    if (ty_is_used(report, TY_CUE_MANNER, noun, report->tokens[k].end) || ty_flow_char(report, report->tokens[k].end) == U'的')
        noun = report->tokens[k].end;
    noun += ty_flow_char(report, noun) == U'的';
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
    for (uint32_t k = report->token_at[start] + 1; k < report->token_count && report->tokens[k].end <= end; k++) /* 发射|全部成功 */
        if (report->tokens[k].end == end - 2 && ty_is_used(report, TY_CUE_MANNER, report->tokens[k].start, end - 2) &&
            ty_is_used(report, TY_CUE_MANNER, end - 2, end)) end = report->tokens[k].start;
    return (ty_slice){start, end - start <= TY_LONGEST_SUBJECT ? end : start};
}

/* Behind what may stand between a number and what it is of: 余, 以上, 级, 的, another number (3个万亿级产业). `rest` is the first row
   behind that. */
static uint32_t behind_number(const ty_report *report, uint32_t i, uint32_t *rest) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t start = rows[i].flow.end, count = report->tables[TY_QUANTITIES].count;
    if (rows[i].vague && (ty_flow_char(report, start) == U'多' || ty_flow_char(report, start) == U'余')) start++;
    start = ty_behind_bound(report, start);
    if (ty_flow_char(report, start) == U'级') start = ty_behind_bound(report, start + 1); /* 千亿级|台阶 */
    if (ty_flow_char(report, start) == U'”' && ty_is_word_char(ty_flow_char(report, start + 1))) start++; /* “两个10亿元”资金 */
    uint32_t system = rows[i].kind == TY_DURATION && ty_flow_char(report, start) == U'制' && report->token_at ? report->token_at[start + 1] : TY_NONE;
    bool names = system != TY_NONE && report->token_class[system] == TY_NAMING; /* 九年制|义务教育; not 四年制改为五年制 */
    if (ty_flow_char(report, start) == U'的' || names) start++;
    uint32_t used = ty_flow_char(report, start) == U'用' ? ty_word_at(report, TY_CUE(LEAD) | TY_CUE(YEARLY), start) : 0;
    if (used > start + 1) start = used; /* 一半用于|大病保险 */
    uint32_t point = rows[i].counts ? ty_word_at(report, TY_CUE(OWN_POINT), start) : 0;
    if (point && ty_flow_char(report, point) == U'的' && ty_is_word_char(ty_flow_char(report, point + 1))) start = point + 1; /* 17个方面的|问题 */
    *rest = i + 1;
    if (*rest < count && rows[*rest].flow.start == start) {
        start = rows[(*rest)++].flow.end;
        if (ty_flow_char(report, start) == U'级') start++;
        start = ty_behind_bound(report, start); /* 200个|亿元以上产业项目, 3个|千亿级台阶 */
        while (*rest < count && rows[*rest].list == rows[*rest - 1].list && rows[*rest].flow.start == start + 1)
            start = rows[(*rest)++].flow.end; /* 22个|750千伏和330千伏|电网工程 */
    }
    uint32_t clause_end = ty_clause_of(report, &rows[i])->end;
    uint32_t close = ty_flow_char(report, start) == U'“' ? ty_closing(report, start, U'”', clause_end) : start;
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
    bool names = next == U'级' || ty_is_character(report, TY_CUE_KIND, next); /* 世界级产业, 全国性展会 */
    return ty_is_word_char(next) && !ty_is_digit(next) && !names ? place : start;
}

/* What ends a phrase behind a number. */
static const uint64_t phrase_ends = TY_CUE(GOVERNS) | TY_CUE(REACH) | TY_CUE(TO_DO) | TY_CUE(DONE) | TY_CUE(INCREASE) | TY_CUE(DECREASE) |
                                    TY_CUE(LINK) | TY_CUE(SHARE_VERB) | TY_CUE(PLACE);

/* 投资6.7亿元|解决农村饮水: does a verb come behind money that goes out, and a noun behind it? */
static bool spends_on(const ty_report *report, const ty_quantity *row, uint32_t start) {
    const ty_hit *limit = ty_word_ending(report, TY_CUE(APPROX) | TY_CUE(AT_LEAST) | TY_CUE(AT_MOST), row->flow.start);
    uint32_t at = limit ? limit->start : row->flow.start, verb = ty_word_at(report, TY_CUE(VERB), start);
    if (at < 2 || verb <= start + 1 || !report->token_at || !ty_is_used(report, TY_CUE_OUTLAY, at - 2, at)) return false;
    uint32_t k = verb < report->flow_length ? report->token_at[verb] : TY_NONE;
    bool thing = k != TY_NONE && report->tokens[k].end == verb + 1 &&
                 ty_is_character(report, TY_CUE_HEAD, report->flow[verb]); /* 保障房 */
    return k != TY_NONE && !thing && report->flow[verb] != U'的' && ty_is_word_char(report->flow[verb]) &&
           !ty_is_used(report, TY_CUE_GENERIC, verb, report->tokens[k].end); /* not 建设资金 */
}

/* Does a verb open what stands behind the number, and not one that is part of a name? */
static bool opens_with_verb(const ty_report *report, const ty_quantity *row, uint32_t start) {
    uint32_t verb = ty_word_at(report, phrase_ends & ~(TY_CUE(LINK) | TY_CUE(PLACE)), start);
    uint32_t happens = row->counts ? ty_word_at(report, TY_CUE(HAPPENS), start) : 0;
    if (happens && !ty_is_word_char(ty_flow_char(report, happens))) return true; /* 有3个获奖 */
    if (!verb && ty_is_money(report, row) && spends_on(report, row, start)) return true;
    if (!verb || row->kind == TY_DURATION) return false;
    if (!ty_is_boundary(report, verb)) return verb > start + 1 && ty_word_at(report, TY_CUE(INCREASE) | TY_CUE(DECREASE), start) == verb &&
                                                      !ty_word_at(report, TY_CUE(LEVEL), start); /* 翻了|一番 */
    if (verb == start + 1 && report->flow[start] == U'有' && report->flow[verb] != U'了') return false; /* 10个有条件的县 */
    if (verb == start + 1 && report->flow[start] == U'超') return false; /* 8000亿元超长期国债 */
    uint32_t acting = row->counts && report->token_at ? report->token_at[start] : TY_NONE;
    bool named = acting != TY_NONE && report->flow[row->flow.end - 1] == U'项' && report->token_class[acting + 1] == TY_NAMING &&
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
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t count = report->tables[TY_QUANTITIES].count, next = ty_flow_char(report, start);
    uint32_t link = ty_word_at(report, TY_CUE(LINK), start);
    bool leads = link > start + 1 && ty_is_han(report->flow[start]) && ty_word_at(report, TY_CUE(REACH), link) > link + 1;
    if (leads) return true; /* 从1.2万亿元预计提高到 */
    uint32_t limits = ty_word_at(report, TY_CUE(AT_LEAST) | TY_CUE(AT_MOST), start);
    if (limits && rest < count && rows[rest].flow.start == limits) return true; /* 3000亿元超过1070亿元 */
    if (rows[i].kind == TY_DURATION && next == U'制') return true; /* 从四年制改为五年制 */
    if ((next == U'获' || next == U'并') && ty_is_boundary(report, start + 1)) return true; /* 82项获认可, 2000亿元并纳入预算 */
    if (report->flow[start - 1] == U'的' && ty_behind_basis(report, start)) return true; /* 50亿元的基础上 */
    bool joins = i + 1 < count && rows[i + 1].clause == rows[i].clause;
    return joins && (next == U'和' || next == U'及') && ty_is_boundary(report, start) && ty_is_boundary(report, start + 1) &&
           !ty_name_at(report, start); /* 粮食3920亿斤和棉花3500万担; not 50个和美乡村 */
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

/* 省、市重点项目: two kinds of place, and then what is of both; not 省、自治区. */
static bool lists_places(const ty_report *report, uint32_t start) {
    uint32_t c = ty_flow_char(report, start), other = ty_flow_char(report, start + 2);
    if (!ty_is_among(c, U"省市县") || ty_flow_char(report, start + 1) != U'、') return false;
    return ty_is_han(other) && other != U'自' && !ty_begins_numeral(other) && ty_is_han(ty_flow_char(report, start + 3));
}

/* 317个县|实现目标: is what is counted one character, and nothing that goes on with it behind? Behind the last token nothing does. */
static bool is_one_character(const ty_report *report, const ty_quantity *row, uint32_t start, uint32_t limit) {
    uint32_t k = report->token_at && start < limit ? ty_token_over(report, start) : TY_NONE;
    if (k == TY_NONE || report->tokens[k].end != start + 1 || report->token_class[k] > TY_QUALIFYING ||
        !ty_is_word_char(report->flow[start]))
        return false;
    uint32_t c = report->flow[start];
    bool place = ty_is_among(c, U"省市县") || ty_is_character(report, TY_CUE_HEAD, c);
    bool qualifies = report->token_class[k] == TY_QUALIFYING && ty_flow_char(report, start + 1) == U'的' && !place; /* 两个大的灾荒年; not 5个村的工程 */
    if (ty_is_above_size(report, k + 1) || qualifies || ty_name_at(report, start)) return false;
    if (lists_places(report, start)) return false;
    bool spelled = k + 2 < report->token_count && report->tokens[k + 1].end == start + 2 && report->tokens[k + 2].end == start + 3 &&
                   start + 2 < limit && ty_is_han(report->flow[start + 1]) && ty_is_character(report, TY_CUE_HEAD, report->flow[start + 2]);
    if (spelled && !place) return false; /* 综|保|区; not 县|建|站 */
    bool pair = k + 1 < report->token_count && report->tokens[k + 1].end == start + 2 && start + 1 < limit && ty_is_han(report->flow[start + 1]);
    if (pair && !place) return false; /* 绿|道, 反|诈|工作站 */
    if (!ty_is_word_char(ty_flow_char(report, start + 1)) || report->token_class[k + 1] >= TY_ACTING) return true;
    return ty_is_used(report, TY_CUE_MANNER, report->tokens[k + 1].start, report->tokens[k + 1].end) ||
           ty_flow_char(report, report->tokens[k + 1].end) == U'了' || /* 县|普及了 */
           ty_word_at(report, TY_CUE(REACH), start + 1) > start + 2 || /* 县|实现目标 */
           (report->token_class[k + 1] == TY_QUALIFYING && ty_is_made_to(report, row));
}

/* As far as punctuation or a word that ends a phrase. */
static uint32_t end_of_phrase(const ty_report *report, uint32_t start, uint32_t limit) {
    uint32_t end = start;
    if (ty_is_opener(ty_flow_char(report, end)) && ty_flow_char(report, end) != '(') end++;
    for (; end < limit; end++) {
        uint32_t c = report->flow[end];
        if (!ty_is_word_char(c) && c != U'“' && c != U'”') break;
        if (end > start + 1 && ty_word_at(report, phrase_ends, end) > end + 1) break;
    }
    return end;
}

/* The quotation that opens at a place behind a count and ends what is said of it; {0, 0}. */
static ty_slice quoted_name(const ty_report *report, const ty_quantity *row, uint32_t start) {
    if (!row->counts || ty_flow_char(report, start) != U'“') return (ty_slice){0, 0};
    uint32_t limit = ty_clause_of(report, row)->end, close = ty_closing(report, start, U'”', limit);
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
    return report->flow[last] == U'级' || ty_is_character(report, TY_CUE_KIND, report->flow[last]);
}

/* 省级|重点县, 小型|水库: the phrase without its own rank, if something stands behind that. */
static ty_slice behind_rank(const ty_report *report, ty_slice phrase) {
    enum { LONGEST_RANK = 4 };
    for (uint32_t at = phrase.start + 1; at + 2 < phrase.end && at < phrase.start + LONGEST_RANK; at++)
        if (is_rank(report, at) && ty_is_boundary(report, at + 1)) return (ty_slice){at + 1, phrase.end};
    return phrase;
}

/* 3件大型、|5件中型和|10件小型水库 */
static bool joins_rows(const ty_report *report, uint32_t at) {
    return ty_flow_char(report, at) == U'、' || ty_flow_char(report, at) == U'和';
}

/* 停止审批11个|已开展前期工作的楼堂馆所项目, 280个|在建、签约、在谈项目: the noun behind words that tell what state it is in; empty if none
   open. What heads its clause acts itself: 90家已完成改造. */
static ty_slice behind_state(const ty_report *report, const ty_quantity *row, uint32_t start, uint32_t limit) {
    enum { LONGEST_STATE = 24 };
    if (!row->counts || !report->token_at) return (ty_slice){0, 0};
    uint32_t c = ty_flow_char(report, start), end = ty_clause_of(report, row)->end, of = 0, last = TY_NONE;
    bool heads = row->flow.start == ty_clause_of(report, row)->start, listed = false;
    bool done = (c == U'已' || c == U'未') && !heads, at = c == U'在' || c == U'拟';
    if (!done && !at) return (ty_slice){0, 0};
    if (end > limit) end = limit;
    if (end > start + LONGEST_STATE) end = start + LONGEST_STATE;
    for (uint32_t k = ty_token_from(report, start); k < report->token_count && report->tokens[k].end <= end; k++) {
        ty_token token = report->tokens[k];
        if (!ty_is_word_char(report->flow[token.start]) && report->flow[token.start] != U'、') break;
        listed = listed || report->flow[token.start] == U'、';
        if (report->flow[token.start] == U'的') of = token.end;
        last = k;
    }
    if (last == TY_NONE || ty_is_word_char(ty_flow_char(report, report->tokens[last].end))) return (ty_slice){0, 0};
    if (of && done) return ty_noun_phrase(report, row, of, end);
    bool noun = (listed || done) && ty_is_used(report, TY_CUE_PROJECT, report->tokens[last].start, report->tokens[last].end);
    return noun && report->token_class[last] == TY_NAMING ? (ty_slice){report->tokens[last].start, report->tokens[last].end} : (ty_slice){0, 0};
}

/* 30个|超10亿元项目, 45个|过亿元项目, 3个|500亿元集群: does the size of what is counted stand behind its count? */
static bool passes_sizes(const ty_report *report, const ty_quantity *row, const ty_quantity *size, uint32_t start) {
    bool describes = row->counts && !size->counts && size->status == TY_OTHER_STATUS && size->clause == row->clause;
    return describes && ((start == size->flow.start && ty_is_money(report, size)) ||
                         ty_word_at(report, TY_CUE(AT_LEAST) | TY_CUE(APPROX), start) == size->flow.start ||
                         (ty_passes_size(report, size) && start + 1 == size->flow.start));
}

/* The noun phrase right behind a classifier or a share: as far as punctuation, a verb or the next number. */
static ty_slice words_after(const ty_report *report, uint32_t i, uint32_t depth) {
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
    if (ty_flow_char(report, end) == U'口' && report->flow[end - 1] == U'人') return (ty_slice){end - 1, end + 1}; /* 十亿人|口 */
    uint32_t start = behind_number(report, i, &rest);
    bool lists_sizes = depth && rest > i + 1 && rest < count && joins_rows(report, start) && rows[rest].flow.start == start + 1 && rows[i].counts &&
                       rows[rest].counts;
    if (lists_sizes) return words_after(report, rest, depth - 1); /* 2家千亿级、24家百亿级|企业 */
    ty_slice quotation = quoted_name(report, &rows[i], start);
    if (quotation.end && rest < count && rows[rest].flow.start < quotation.end) return quotation; /* 100个“15分钟生活服务圈” */
    ty_slice thing = behind_state(report, &rows[i], start, rest < count ? rows[rest].flow.start : report->flow_length);
    if (thing.end > thing.start) return thing;
    if (opens_with_verb(report, &rows[i], start)) return (ty_slice){start, start};
    if (depth && rest < count && passes_sizes(report, &rows[i], &rows[rest], start)) return words_after(report, rest, depth - 1);
    start = behind_place(report, start);
    if (goes_on(report, i, rest, start)) return (ty_slice){start, start};
    uint32_t next = ty_flow_char(report, start);
    bool heads = next == U'向' || next == U'赴'; /* 分三批向农民发放补贴, 连续四年赴香港发行债券 */
    if (heads && ty_is_boundary(report, start) && ty_is_boundary(report, start + 1)) return ty_words_framed(report, &rows[i], start + 1);
    uint32_t noun = behind_manner(report, &rows[i], start);
    if (!noun) return (ty_slice){start, start};
    start = noun;
    if (rest < count) limit = rows[rest].flow.start;
    if (limit > start + TY_LONGEST_SUBJECT) limit = start + TY_LONGEST_SUBJECT;
    end = end_of_phrase(report, start, limit);
    if (is_one_character(report, &rows[i], start, limit)) return (ty_slice){start, ty_short_list(report, start + 1, limit)};
    if (end <= start + 1 && !lists_places(report, start)) return (ty_slice){start, start};
    if (!report->token_at) return (ty_slice){start, end};
    if (!ty_names_something(report, (ty_slice){start, end})) return (ty_slice){start, start};
    ty_slice phrase = ty_noun_phrase(report, &rows[i], start, limit);
    const ty_hit *limit_of = rest < count ? ty_word_ending(report, TY_CUE(AT_LEAST), rows[rest].flow.start) : NULL; /* 3家主营业务收入|超百亿元企业 */
    uint32_t sized_at = rest == count ? 0 : limit_of ? limit_of->start : rows[rest].flow.start;
    if (rest < count && ty_passes_size(report, &rows[rest])) sized_at = rows[rest].flow.start - 1;
    bool size = rest < count && sized_at == phrase.end && rows[rest].clause == rows[i].clause &&
                rows[rest].status == TY_OTHER_STATUS;
    bool sized = size && rows[i].counts && !rows[rest].counts && !ty_has_list(report, start, phrase.end);
    ty_slice behind = sized && depth ? words_after(report, rest, depth - 1) : (ty_slice){0, 0}; /* 100所海拔1500米以上学校 */
    if (behind.end > behind.start) return behind;
    bool ranks = depth && is_rank(report, phrase.end - 1) && phrase.end > phrase.start + 1 && rest < count && rows[rest].counts &&
                 rows[i].counts && joins_rows(report, phrase.end) && rows[rest].flow.start == phrase.end + 1;
    behind = ranks ? behind_rank(report, words_after(report, rest, depth - 1)) : (ty_slice){0, 0}; /* 20个国家级、19个省级|重点县 */
    if (behind.end > behind.start) return behind;
    if (phrase.end == phrase.start + 1 && phrase.start > start) /* 有条件的县（市） */
        return (ty_slice){phrase.start, ty_short_list(report, phrase.end, limit)};
    phrase.end = before_idiom(report, phrase);
    if (phrase.end > phrase.start + 1) return phrase;
    while (end > start + 1 && ty_is_among(report->flow[end - 1], U"和及、")) end--; /* 30个临电小区|和200个 */
    return (ty_slice){start, end};
}

/* 17个国家和地区|双边贸易额突破百亿元: what is counted, without a measure of it that the next number tells. */
static uint32_t before_measure_of(const ty_report *report, uint32_t i, ty_slice phrase) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report), *next = &rows[i + 1];
    bool told = rows[i].counts && i + 1 < report->tables[TY_QUANTITIES].count && next->clause == rows[i].clause &&
                next->kind <= TY_PERCENT && !next->counts && next->flow.start >= phrase.end && report->token_at &&
                phrase.start >= rows[i].flow.end;
    bool predicate = false;
    uint32_t end = told ? ty_strip_right(report, phrase.start, next->flow.start, &predicate) : phrase.end;
    if (!told || end > phrase.end || end <= phrase.start + 2 ||
        end == next->flow.start) return phrase.end; /* more than links stands between */
    uint32_t last = ty_token_over(report, end - 1), k = ty_token_from(report, phrase.start);
    bool measures = ty_word_ending(report, TY_CUE(INDICATOR), end) ||
                    ty_is_character(report, TY_CUE_SUFFIX, report->flow[end - 1]) ||
                    (last != TY_NONE && (ty_is_used(report, TY_CUE_GENERIC, report->tokens[last].start, end) ||
                                         report->flow[end - 1] == U'入'));
    if (!measures || last == TY_NONE) return phrase.end;
    uint32_t owner = TY_NONE;
    for (; k < last; k++) {
        ty_token token = report->tokens[k]; /* 重点项目 is an owner as 项目 is */
        uint32_t tail = token.end > token.start + 2 && report->token_class[k] == TY_NAMING ? token.end - 2 : token.start;
        if (ty_is_used(report, TY_CUE_OWNER, tail, token.end)) owner = k;
    }
    if (owner == TY_NONE) return phrase.end;
    if (ty_is_money(report, next) && report->flow[end - 1] == U'入')
        return report->tokens[owner].end; /* 322个村|集体经济收入 */
    /* Nothing but the measure behind it: a name of the lexicon, or one word, or two, of which the first is no thing (城市|轨道交通|里程). */
    const ty_hit *name = ty_word_ending(report, TY_CUE(INDICATOR), end);
    ty_token first = report->tokens[owner + 1];
    bool thing = first.end > first.start + 2 || ty_is_character(report, TY_CUE_HEAD, report->flow[first.end - 1]);
    bool alone = (name && name->start == first.start) || owner + 1 == last || (owner + 2 == last && !thing);
    return alone ? report->tokens[owner].end : phrase.end;
}

ty_slice ty_words_after(const ty_report *report, uint32_t i) {
    ty_slice phrase = words_after(report, i, MOST_SIZES);
    phrase.end = before_measure_of(report, i, phrase);
    bool stray = phrase.end > phrase.start + 1 && report->flow[phrase.end - 1] == U'”'; /* “三年|倍增”计划 */
    if (stray && ty_closing(report, phrase.start, U'“', phrase.end) == phrase.end) phrase.end--;
    return phrase;
}

/* 安排51亿元，用于支持地方公共卫生服务, 拨付1.2亿元支持技术改造: what the money is for. */
ty_slice ty_purpose_of(const ty_report *report, const ty_quantity *row) {
    uint32_t at = row->flow.end, limit = at + TY_LONGEST_SUBJECT;
    const ty_quantity *next_row = row + 1, *behind = TY_QUANTITIES_OF(report) + report->tables[TY_QUANTITIES].count;
    if (next_row < behind && next_row->flow.start < limit) limit = next_row->flow.start; /* 投入3亿元新建学校12所 */
    at += ty_is_comma(ty_flow_char(report, at)); /* 安排51亿元用于… */
    bool uses = ty_flow_char(report, at) == U'用';
    if (!report->token_at || !ty_is_money(report, row) || (!uses && at > row->flow.end)) return (ty_slice){0, 0};
    at = ty_word_at(report, TY_CUE(VERB) | (uses ? TY_CUE(LEAD) : TY_CUE(GOVERNS)), at);
    for (uint32_t next = at; next; at = next) {
        next = ty_word_at(report, TY_CUE(LEAD) | TY_CUE(VERB) | TY_CUE(GOVERNS), at);
        if (!next || !ty_is_boundary(report, next) || !ty_is_word_char(ty_flow_char(report, next))) break;
    }
    ty_slice phrase = at ? ty_noun_phrase(report, row, at, limit < report->flow_length ? limit : report->flow_length) : (ty_slice){0, 0};
    return phrase.end > phrase.start + 1 && ty_is_han(report->flow[phrase.start]) ? phrase : (ty_slice){0, 0};
}
