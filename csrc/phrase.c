/* phrase.c: tokens to noun phrases: where a name begins and ends by the words of the dictionary. */
#include "phrase.h"

enum { LONGEST_WORD = 8 };

/* Does no word of the dictionary reach over that place? */
bool ty_is_boundary(const ty_report *report, uint32_t at) {
    if (!report->token_at || at >= report->flow_length || report->token_at[at] != TY_NONE) return true;
    for (uint32_t start = at, steps = LONGEST_WORD; start-- && steps--;)
        if (report->token_at[start] != TY_NONE) {
            const ty_token *token = &report->tokens[report->token_at[start]];
            return token->end <= at || token->word == TY_NONE;
        }
    return true;
}

/* The token that begins at or behind a place; one behind the last if none does. */
uint32_t ty_token_from(const ty_report *report, uint32_t at) {
    if (!report->token_at) return report->token_count;
    while (at < report->flow_length && report->token_at[at] == TY_NONE) at++;
    return at < report->flow_length ? report->token_at[at] : report->token_count;
}

/* The token that covers a place, or TY_NONE. */
uint32_t ty_token_over(const ty_report *report, uint32_t at) {
    if (!report->token_at) return TY_NONE;
    for (uint32_t start = at + 1, steps = LONGEST_WORD; start-- && steps--;)
        if (report->token_at[start] != TY_NONE) return report->tokens[report->token_at[start]].end > at ? report->token_at[start] : TY_NONE;
    return TY_NONE;
}

/* The last token of a class in [start, end), or TY_NONE. */
uint32_t ty_last_token(const ty_report *report, ty_word_class class, uint32_t start, uint32_t end) {
    uint32_t found = TY_NONE;
    if (!report->token_at) return found;
    for (uint32_t k = ty_token_from(report, start); k < report->token_count && report->tokens[k].end <= end; k++)
        if (report->token_class[k] == class) found = k;
    return found;
}

uint32_t ty_closing(const ty_report *report, uint32_t at, uint32_t mark, uint32_t limit) {
    return at < limit ? ty_find(report->flow, at, limit, mark) : at;
}

/* Where the words end that go on from `start` without a gap: behind it is another line, or what was not cut. */
static uint32_t end_of_words(const ty_report *report, uint32_t start, uint32_t limit) {
    uint32_t at = start, k;
    while (at < limit && (k = ty_token_over(report, at)) != TY_NONE) at = report->tokens[k].end;
    return at < limit ? at : limit;
}

/* 视力、听力等残疾儿童: does 等 end the list? */
static bool list_goes_on(const ty_report *report, uint32_t k, uint32_t limit) {
    for (; k < report->token_count && report->tokens[k].start < limit; k++) {
        uint32_t c = report->flow[report->tokens[k].start];
        if (c == U'等' && report->tokens[k].end == report->tokens[k].start + 1) return true;
        if (!ty_is_word_char(c) && c != U'、') return false;
    }
    return false;
}

/* 新建200个智能车间、智能工厂，: is what follows the 、 a noun too, and then the clause ends? */
static bool list_ends(const ty_report *report, uint32_t k, uint32_t limit) {
    uint32_t nouns = 0;
    for (k++; k < report->token_count && report->tokens[k].start < limit; k++) {
        uint32_t c = report->flow[report->tokens[k].start];
        if (c == U'、') continue;
        if (!ty_is_word_char(c)) return nouns && (ty_is_comma(c) || ty_is_stop(c) || ty_is_semicolon(c));
        if (report->token_class[k] > TY_QUALIFYING) return false;
        nouns++;
    }
    return false;
}

/* 支持100个村发展集体经济, 在30个县建设中心: does the word before the number make what is counted do something, or a place? */
bool ty_is_made_to(const ty_report *report, const ty_quantity *row) {
    uint32_t k = row->flow.start ? ty_token_over(report, row->flow.start - 1) : TY_NONE;
    if (k != TY_NONE && report->flow[report->tokens[k].start] == U'在' && report->tokens[k].end == report->tokens[k].start + 1) return true;
    return k != TY_NONE && ty_is_used(report, TY_CUE_CAUSES, report->tokens[k].start, report->tokens[k].end);
}

bool ty_passes_size(const ty_report *report, const ty_quantity *row) {
    uint32_t start = row->flow.start, end = row->flow.end;
    if (!start || report->flow[start - 1] != U'过' || !report->token_at || end >= report->flow_length) return false;
    if (row->kind != TY_AMOUNT || (row->dimension == TY_NONE && !row->bare) || !ty_is_boundary(report, start - 1)) return false;
    const ty_quantity *next = row + 1, *behind = TY_QUANTITIES_OF(report) + report->tables[TY_QUANTITIES].count;
    uint32_t then = ty_word_at(report, TY_CUE(REACH), end);
    if (!then) then = end + (report->flow[end] == U'的');
    if (row->bare && !ty_is_han(report->flow[end]) && !ty_is_digit(report->flow[end])) return true; /* 生产总值过|万亿， */
    if (next < behind && next->counts && next->flow.start == then) return true; /* 其中过10亿元|达到12家, 过500万元的|两个 */
    uint32_t k = report->token_at[end], before = start > 1 ? ty_token_over(report, start - 2) : TY_NONE;
    if (before != TY_NONE && report->token_class[before] == TY_ACTING) return false; /* 走过2公里路 */
    return k != TY_NONE && ty_is_han(report->flow[end]) && (report->token_class[k] == TY_NAMING || report->flow[end] == U'县');
}

/* 用三年时间: is it the time that something takes? */
bool ty_takes_time(const ty_report *report, const ty_quantity *row) {
    const ty_hit *frame = row->kind == TY_DURATION ? ty_word_ending(report, TY_CUE(FUTURE_SPAN), row->flow.start) : NULL;
    return frame && report->flow[frame->end - 1] == U'用';
}

/* 沙|戈|荒|大基地, 综|保|区: single characters in a row are a name that the dictionary does not know; not behind what names a
   place (村|通), nor a word of grammar. */
static bool joins_name(const ty_report *report, uint32_t k, uint32_t start) {
    ty_token token = report->tokens[k], before = report->tokens[k - (k > 0)];
    uint32_t last = report->flow[before.start];
    if (!k || before.start < start || token.end != token.start + 1 || before.end != before.start + 1 || before.end != token.start)
        return false;
    if (report->token_class[k - 1] == TY_BINDING || ty_is_character(report, TY_CUE_HEAD, last) || last == U'县') return false;
    return report->token_class[k] == TY_ACTING && ty_is_han(report->flow[token.start]);
}

/* 认定7家|跨境资金|集中|运营中心: a verb inside a name. The words from token k on end in a noun, none of them governs, and the
   number stands right behind the verb that the whole is the object of. The end of the name, or 0. */
static uint32_t end_of_compound(const ty_report *report, const ty_quantity *row, uint32_t k, uint32_t limit) {
    enum { LONGEST_REST = 10 };
    const uint64_t ends = TY_CUE(GOVERNS) | TY_CUE(TO_DO) | TY_CUE(DONE) | TY_CUE(REACH) | TY_CUE(INCREASE) | TY_CUE(DECREASE) |
                          TY_CUE(SHARE_VERB);
    uint32_t last = TY_NONE, start = report->tokens[k].start, verb = row->flow.start ? ty_token_over(report, row->flow.start - 1) : TY_NONE;
    uint32_t unit = report->flow[row->flow.end - 1];
    bool listed = verb != TY_NONE && report->flow[row->flow.start - 1] == U'等'; /* 甲村、乙村等14个|城中村改造项目 */
    if (verb == TY_NONE || (report->token_class[verb] < TY_QUALIFYING && !listed) || ty_is_among(unit, U"人名位")) return 0;
    listed = listed || !ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS), report->tokens[verb].start); /* 梳理22个|城中村改造先导项目 */
    for (; k < report->token_count && report->tokens[k].start < limit && ty_is_word_char(report->flow[report->tokens[k].start]); k++) {
        ty_token token = report->tokens[k];
        if (ty_is_among(report->flow[token.start], U"的和与")) return 0;
        bool closes = !ty_is_word_char(ty_flow_char(report, token.end));
        if ((!closes && ty_word_at(report, ends, token.start) == token.end) || ty_is_used(report, TY_CUE_MANNER, token.start, token.end))
            return 0;
        last = k;
    }
    if (last == TY_NONE || report->tokens[last].end - start > LONGEST_REST) return 0;
    ty_token head = report->tokens[last];
    if (listed && !ty_is_used(report, TY_CUE_PROJECT, head.start, head.end)) return 0;
    if (!ty_is_money(report, row) && ty_is_made_to(report, row) && !ty_is_used(report, TY_CUE_PROJECT, head.start, head.end)) return 0; /* 推进32个村改造项目 */
    bool is_noun = report->token_class[last] == TY_NAMING || (head.end == head.start + 1 && ty_is_character(report, TY_CUE_HEAD, report->flow[head.start]));
    bool is_work = row->counts && !ty_is_word_char(ty_flow_char(report, head.end)) && report->flow[row->flow.start - 1] != U'化' &&
                   (report->token_class[last] == TY_QUALIFYING || ty_comes_before(report, row->flow.start, U"完成"));
    /* 完成100个公交站台|适老化改造, not 强化39个县域帮扶 */
    return is_noun || is_work ? head.end : 0;
}

/* 九年义务教育和基本|扫除: what comes behind the last 和 without a noun goes on with what follows. */
static ty_slice whole_items(const ty_report *report, ty_slice phrase) {
    if (!ty_is_word_char(ty_flow_char(report, phrase.end))) return phrase;
    for (uint32_t at = phrase.end; at-- > phrase.start + 1;) {
        uint32_t c = report->flow[at];
        if (c != U'和' && c != U'及') continue;
        if (ty_is_boundary(report, at) && ty_last_token(report, TY_NAMING, at + 1, phrase.end) == TY_NONE) phrase.end = at;
        break;
    }
    return phrase;
}

/* Does the token name people: 儿童, 残疾儿童? */
bool ty_names_people(const ty_report *report, ty_token token) {
    return ty_is_used(report, TY_CUE_PERSON, token.start, token.end) ||
           (token.end > token.start + 2 && ty_is_used(report, TY_CUE_PERSON, token.end - 2, token.end));
}

/* Is the token a verbal noun behind a word for people or bodies, and does more follow: 贫困群众|销售|农产品, 企业|建设|平台? */
static bool does_more(const ty_report *report, uint32_t k, uint32_t limit) {
    ty_token token = report->tokens[k], before = report->tokens[k - (k > 0)];
    if (!k || before.end != token.start || token.end >= limit || !ty_is_word_char(report->flow[token.end])) return false;
    bool deed = ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS), token.start) == token.end;
    return ty_names_people(report, before) || (deed && ty_is_used(report, TY_CUE_OWNER, before.start, before.end));
}

static bool counts_people(const ty_report *report, const ty_quantity *row) {
    uint32_t unit = report->flow[row->flow.end - 1];
    return row->kind == TY_AMOUNT && ty_is_among(unit, U"人名位");
}

/* A noun phrase as it is read word by word. */
typedef struct reading {
    const ty_report *report;
    const ty_quantity *row; /* whose number stands before it */
    uint32_t limit;         /* of the words that go on without a gap */
    ty_slice phrase;        /* so far */
    bool names, acts; /* a noun came; a verb came, so that the noun is behind the next 的 */
} reading;

typedef enum {
    NOT_A_MARK,
    TAKEN,      /* the phrase goes on behind it */
    ENDS_PHRASE /* before it */
} verdict;

/* “高效办成一件事”重点事项: take the quotation or bracket that token k opens; k moves on to its end. */
static verdict read_quotation(reading *r, uint32_t *k) {
    const ty_report *report = r->report;
    uint32_t start = report->tokens[*k].start, c = report->flow[start];
    uint32_t close = ty_closing(report, start, c == U'“' ? U'”' : ')', r->limit);
    bool opens = start == r->phrase.start, closes = close < r->limit;
    uint32_t behind = closes && report->token_at[close] != TY_NONE ? report->token_at[close] + 1 : TY_NONE;
    bool goes_on = ty_is_word_char(ty_flow_char(report, close + 1)) && behind != TY_NONE && report->token_class[behind] <= TY_QUALIFYING;
    if (c == U'“' && r->names && !opens && closes && !goes_on) return ENDS_PHRASE; /* 456个事项“全区通办” */
    if (!closes || (c != U'“' && opens)) return NOT_A_MARK;
    if (c == U'“') r->phrase.end = close + 1, r->names = true;
    while (*k + 1 < report->token_count && report->tokens[*k + 1].start <= close) ++*k;
    return TAKEN;
}

/* 省级、|市级重点项目, 省、|市重点项目: does the 、 stand between two ranks, or two kinds of place, of what comes behind both? */
static bool lists_ranks(const reading *r, uint32_t k) {
    const ty_report *report = r->report;
    uint32_t last = r->phrase.end > r->phrase.start ? report->flow[r->phrase.end - 1] : 0;
    if (k + 2 >= report->token_count || r->acts || report->token_class[k + 2] > TY_QUALIFYING) return false;
    ty_token next = report->tokens[k + 1];
    uint32_t end = report->flow[next.end - 1];
    bool place = ty_is_among(last, U"省市县区");
    bool places = place && r->phrase.end == r->phrase.start + 1 && next.end == next.start + 1 &&
                  ty_is_among(end, U"省市县区");
    bool kinds = last == end && ty_is_character(report, TY_CUE_KIND, last); /* 全国性、区域性展会 */
    return ((last == U'级' && end == U'级') || places || kinds) && ty_is_word_char(ty_flow_char(report, next.end));
}

/* Take token k if it is a mark or a word of grammar: 的, 等, 和, 、, a quotation. */
static verdict read_mark(reading *r, uint32_t *k) {
    const ty_report *report = r->report;
    ty_token token = report->tokens[*k];
    uint32_t c = report->flow[token.start];
    bool empty = r->phrase.end == r->phrase.start;
    if (token.end != token.start + 1) return NOT_A_MARK;
    verdict quotes = (c == U'“' || c == '(') && !r->acts ? read_quotation(r, k) : NOT_A_MARK;
    if (quotes != NOT_A_MARK) return quotes;
    if (c == U'的' || c == U'等') {
        bool sized = *k && ty_word_at(report, TY_CUE(AT_LEAST_AFTER) | TY_CUE(AT_MOST_AFTER), report->tokens[*k - 1].start) >= token.start;
        bool crosses = !empty && report->flow[r->phrase.start] == U'跨' && r->phrase.end <= r->phrase.start + 4; /* 跨地区的|网络 */
        bool of_size = r->phrase.end == r->phrase.start + 2 && ty_comes_before(report, r->phrase.end, U"规模"); /* 5万千瓦规模的|电站 */
        bool of_people = counts_people(report, r->row) && *k && !ty_names_people(report, report->tokens[*k - 1]) &&
                         ty_is_word_char(ty_flow_char(report, token.end)); /* 5万名经济困难的|患者 */
        if (!empty && r->names && !r->acts && c == U'的' && !sized && !of_size && !of_people && !crosses) return ENDS_PHRASE; /* but 限额以上的|工业企业 */
        if (c == U'等' && !ty_is_word_char(ty_flow_char(report, token.end))) return ENDS_PHRASE;
        ty_token next = report->tokens[*k + (*k + 1 < report->token_count)];
        bool fares = c == U'等' && r->names && !r->acts && next.start == token.end &&
                     ty_is_used(report, TY_CUE_MANNER, next.start, next.end);
        if (fares) return ENDS_PHRASE; /* 工程等|顺利完工 */
        r->phrase = (ty_slice){token.end, token.end};
        r->acts = r->names = false;
        return TAKEN;
    }
    if (c == U'”' && r->names && !r->acts) return ENDS_PHRASE; /* “10分钟|便民圈”服务站: the quotation opens before */
    bool listed = c == U'、' && (list_goes_on(report, *k, r->limit) || (r->row->counts && list_ends(report, *k, r->limit)) ||
                  lists_ranks(r, *k));
    if (c == U'、' && !empty && !listed) return ENDS_PHRASE;
    bool joins = ty_is_among(c, U"、和与及“”()");
    if (!joins) return NOT_A_MARK;
    return token.start == r->phrase.start && c != U'“' ? ENDS_PHRASE : TAKEN;
}

bool ty_is_above_size(const ty_report *report, uint32_t k) {
    if (!k || k + 1 >= report->token_count) return false;
    ty_token token = report->tokens[k], before = report->tokens[k - 1], behind = report->tokens[k + 1];
    uint32_t c = report->flow[token.start];
    bool single = token.end == token.start + 1 && before.end == before.start + 1 && before.end == token.start && behind.start == token.end;
    bool sizes = report->flow[before.start] == U'规' || report->flow[before.start] == U'限';
    return single && sizes && (c == U'上' || c == U'下') && report->token_class[k + 1] <= TY_QUALIFYING;
}

static bool names_behind(const ty_report *report, uint32_t k) {
    return k + 1 < report->token_count && report->tokens[k + 1].start == report->tokens[k].end && report->token_class[k + 1] == TY_NAMING;
}

/* Does a noun for what is built end the clause behind the verb? Not 改革|入选|试点. */
static bool is_compound(const ty_report *report, uint32_t k) {
    if (!names_behind(report, k)) return false;
    ty_token head = report->tokens[k + 1];
    return ty_is_used(report, TY_CUE_PROJECT, head.start, head.end) && !ty_is_word_char(ty_flow_char(report, head.end));
}

/* 40个民生|保障和社会事业项目: does token k, before 和 or 、, open a list that a word for what is built ends, and the clause with it? */
static bool lists_works(const ty_report *report, uint32_t k) {
    enum { LONGEST_LIST = 30 };
    ty_token joint = report->tokens[k + (k + 1 < report->token_count)];
    uint32_t c = report->flow[joint.start], last = k;
    if (joint.start != report->tokens[k].end || joint.end != joint.start + 1 || !ty_is_among(c, U"和、及")) return false;
    uint32_t limit = joint.end + LONGEST_LIST;
    while (last + 1 < report->token_count && report->tokens[last + 1].start == report->tokens[last].end && report->tokens[last].end < limit) {
        c = report->flow[report->tokens[last + 1].start];
        if ((!ty_is_word_char(c) && c != U'、') || c == U'的' || c == U'了') break;
        last++;
    }
    ty_token end = report->tokens[last];
    return last > k + 1 && ty_is_used(report, TY_CUE_PROJECT, end.start, end.end) && !ty_is_word_char(ty_flow_char(report, end.end));
}

/* What token k is in the phrase: a part of a name whatever the dictionary calls it (健身|圈, 先进|级, 配售|型|住房). */
static uint8_t class_in(const reading *r, uint32_t k) {
    const ty_report *report = r->report;
    ty_token token = report->tokens[k];
    uint32_t c = report->flow[token.start];
    uint8_t class = report->token_class[k];
    bool names = class == TY_NAMING && r->names && token.end > token.start + 1; /* 开发区|贡献了 */
    if ((class == TY_QUALIFYING || names) && ty_flow_char(report, token.end) == U'了') class = TY_ACTING; /* 县|普及了 */
    bool opens = token.start == r->phrase.start, single = token.end == token.start + 1, inside = r->names && !r->acts;
    bool goes_on = inside || (!r->acts && !opens && c != U'了' && r->phrase.end == token.start); /* 充电|桩, 绿|道 */
    bool last = single && goes_on && !ty_is_word_char(ty_flow_char(report, token.end));
    if (class >= TY_ACTING && last && c != U'为' &&
        !ty_is_character(report, TY_CUE_LOCATIVE, c)) class = TY_NAMING; /* 健身|圈, 高产|片; not 公园|为“一芯” */
    if (single && goes_on && ty_is_character(report, TY_CUE_HEAD, c)) class = TY_NAMING; /* 综合执法|站 */
    if (single && r->phrase.end == r->phrase.start + 1 && ty_is_above_size(report, k)) class = TY_QUALIFYING; /* 规|上|企业 */
    if (!r->acts && joins_name(report, k, r->phrase.start)) class = TY_NAMING;
    if (c == U'超' && opens && single) class = TY_QUALIFYING; /* 超|长期国债 */
    if (opens && single && ty_digit_of(c) > 0 && names_behind(report, k)) class = TY_QUALIFYING; /* 三|环线绿化带 */
    if (c == U'级' && single && r->phrase.end > r->phrase.start && !r->acts) class = TY_QUALIFYING; /* 先进|级|智能工厂 */
    bool kind = k + 1 < report->token_count && report->tokens[k + 1].end == token.end + 1 && ty_is_character(report, TY_CUE_KIND, report->flow[token.end]);
    bool place = k + 1 < report->token_count && report->tokens[k + 1].end == token.end + 1 && ty_is_character(report, TY_CUE_HEAD, report->flow[token.end]);
    if (class == TY_ACTING && (kind || (place && inside)) && !single) class = TY_QUALIFYING; /* 配售|型|住房, 消费|集聚|区 */
    bool within = !opens && !r->names && !r->acts && !single && class == TY_ACTING && r->phrase.end == token.start;
    if (class == TY_ACTING && inside && !single && r->row->counts && lists_works(report, k)) class = TY_QUALIFYING;
    if (within && is_compound(report, k)) class = TY_QUALIFYING; /* 调整|改造|项目 */
    if (c == U'零' && single && !r->acts && names_behind(report, k)) class = TY_QUALIFYING; /* 零|碳|园区 */
    bool makes = single && ty_is_character(report, TY_CUE_KIND, c) && !r->acts && r->phrase.end == token.start && !opens;
    return makes ? TY_QUALIFYING : class;
}

/* Does 为 stand before the number, and no noun behind token k? */
static bool is_served(const reading *r, uint32_t k) {
    const ty_report *report = r->report;
    if (!r->row->flow.start || report->flow[r->row->flow.start - 1] != U'为') return false;
    for (; k < report->token_count && report->tokens[k].start < r->limit; k++) {
        if (!ty_is_word_char(report->flow[report->tokens[k].start])) break;
        if (report->token_class[k] == TY_NAMING) return false;
    }
    return true;
}

/* Does a count head its clause, or stand behind 为 there, and token k tell what the bodies do that are counted, or what is done for them:
   16家医疗机构|设置病房, 为2.3万家企业|发放贷款, not 5家企业|建设项目? */
static bool acts_itself(const reading *r, uint32_t k) {
    const ty_report *report = r->report;
    if (!r->row->counts) return false; /* most */
    ty_token token = report->tokens[k], owner = report->tokens[k - (k > 0)];
    uint32_t head = ty_clause_of(report, r->row)->start;
    head += report->flow[head] == U'为' && ty_is_boundary(report, head + 1);
    if (r->row->flow.start != head || owner.end != token.start || is_compound(report, k)) return false;
    uint32_t tail = owner.end > owner.start + 2 ? owner.end - 2 : owner.start;
    uint32_t verb = ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS), token.start);
    if (!verb || !ty_is_used(report, TY_CUE_OWNER, tail, owner.end)) return false;
    if (verb == token.start + 2 && token.end == verb + 2) /* 发放贷款; not 建设项目 */
        return !ty_is_used(report, TY_CUE_PROJECT, verb, token.end) && !ty_is_used(report, TY_CUE_GENERIC, verb, token.end);
    if (verb != token.end) return false;
    uint32_t last = k; /* an object, and nothing that tells what became of it: not 5个产业|发展基金设立 */
    while (last + 1 < report->token_count && report->tokens[last + 1].start < r->limit && ty_is_word_char(report->flow[report->tokens[last + 1].start]) &&
           report->tokens[last + 1].start == report->tokens[last].end) last++;
    ty_token end = report->tokens[last];
    bool noun = report->token_class[last] == TY_NAMING || ty_is_used(report, TY_CUE_VERBAL_NOUN, end.start, end.end);
    bool closes = last > k && noun && !ty_is_used(report, TY_CUE_MANNER, end.start, end.end);
    uint32_t quote = ty_flow_char(report, report->tokens[last].end);
    return closes || quote == U'“';
}

/* Does the phrase end before token k, of such a class, since that tells what the named does or how: 1194公里|全线贯通? */
static bool ends_before(const reading *r, uint32_t k, uint8_t class) {
    const ty_report *report = r->report;
    ty_token token = report->tokens[k];
    bool inside = r->names && !r->acts;
    bool whole = token.end == token.start + 4 && ty_is_used(report, TY_CUE_MANNER, token.start, token.start + 2); /* 全线贯通 */
    bool opens = token.start == r->phrase.start;
    if (inside && !opens && (whole || ty_is_used(report, TY_CUE_MANNER, token.start, token.end))) return true;
    bool denies = inside && !opens && report->flow[token.start] == U'不' && class >= TY_QUALIFYING && ty_is_word_char(ty_flow_char(report, token.end));
    if (denies) return true; /* 行政村|不通水泥路 */
    bool one = r->phrase.end == r->phrase.start + 1 && report->flow[r->phrase.start] != U'超';
    bool does = class == TY_QUALIFYING && !r->acts && (one || (r->names && does_more(report, k, r->limit)));
    if (class == TY_QUALIFYING && inside && is_served(r, k)) return true; /* 为1000户企业|减税降费 */
    if (class <= TY_QUALIFYING && inside && !opens && acts_itself(r, k)) return true; /* 16家医疗机构|设置病房 */
    if (does && ty_is_made_to(report, r->row)) return true; /* 支持有条件的县|发展, 帮助1350户贫困群众|销售农产品 */
    ty_token next = report->tokens[k + (k + 1 < report->token_count)];
    bool fares = class == TY_QUALIFYING && inside && !opens && next.start == token.end && next.end == next.start + 2 &&
                 ty_is_used(report, TY_CUE_MANNER, next.start, next.end) && !ty_is_word_char(ty_flow_char(report, next.end));
    if (fares) return true; /* 金融组织|发展平稳 */
    bool anew = inside && !opens && r->row->kind == TY_AMOUNT && report->flow[token.start] == U'新' &&
                ty_word_at(report, TY_CUE(LEVEL) | TY_CUE(VERB), token.start) > token.start + 1;
    if (anew) return true; /* 学校|新建食堂 */
    return class == TY_TELLING && inside && report->token_class[k + 1] > TY_QUALIFYING; /* 职工|不同程度|地 */
}

/* Where the noun phrase that begins at `start` ends, by the words of the dictionary: nouns and what qualifies them, no
   verb, and no 的 but one that joins a clause to its noun (符合条件的残疾人). */
static ty_slice nouns_from(const ty_report *report, const ty_quantity *row, uint32_t start, uint32_t limit) {
    limit = end_of_words(report, start, limit);
    reading r = {.report = report, .row = row, .limit = limit, .phrase = {start, start}};
    if (start && report->token_at[start] == TY_NONE && !ty_is_boundary(report, start)) /* 十年规划|纲要: behind the number the word goes on */
        while (r.phrase.end < limit && report->token_at[r.phrase.end] == TY_NONE) r.phrase.end++;
    r.names = r.phrase.end > start;
    uint32_t named = start, whole_name = start; /* the end of the lexicon's name that is being read: 专精|特|新|企业, 整|村|推进|项目 */
    for (uint32_t k = ty_token_from(report, r.phrase.end); k < report->token_count && report->tokens[k].start < limit; k++) {
        ty_token token = report->tokens[k];
        bool opens = token.start == r.phrase.start;
        verdict read = read_mark(&r, &k);
        if (read == ENDS_PHRASE) return r.phrase;
        if (read == TAKEN) continue;
        if (!ty_is_word_char(report->flow[token.start])) break;
        if (token.start >= whole_name && !r.acts) whole_name = ty_name_at(report, token.start);
        bool in_name = (token.start < named && token.end <= named && !r.acts && report->token_class[k] == TY_BINDING) ||
                       token.end <= whole_name;
        uint8_t class = in_name ? TY_NAMING : class_in(&r, k);
        if (token.start >= named) named = ty_word_at(report, TY_CUE(INDICATOR), token.start);
        if (!in_name && ends_before(&r, k, class)) return r.phrase;
        if (!opens && ty_word_at(report, TY_CUE(AT_LEAST_AFTER) | TY_CUE(AT_MOST_AFTER), token.start) >= token.end) continue; /* 规模以上企业 */
        bool ranked = class == TY_ACTING && !r.acts && r.phrase.end > r.phrase.start && /* 省级|共享|农庄 */
                      report->flow[r.phrase.end - 1] == U'级';
        if (class < TY_ACTING || ranked) {
            if (!r.acts) r.phrase.end = token.end;
            r.names = r.names || class == TY_NAMING || ranked;
            continue;
        }
        uint32_t whole = !opens && r.names && !r.acts ? end_of_compound(report, row, k, limit) : 0;
        if (whole) return (ty_slice){r.phrase.start, whole};
        if (class == TY_BINDING && !opens) break;
        if (class == TY_BINDING && !r.acts && row->kind != TY_DURATION && token.end > token.start + 1 &&
            report->token_class[k + 1] == TY_NAMING)
            continue; /* 绝对|贫困|人口 */
        if (class == TY_ACTING && !opens && !r.acts && r.phrase.end > r.phrase.start) return r.phrase;
        r.acts = true;
    }
    return r.acts ? (ty_slice){start, start} : r.phrase;
}

/* 6434万农村人口|饮水安全问题: where people are counted, the phrase ends with the last of them. */
static ty_slice end_of_people(const ty_report *report, const ty_quantity *row, ty_slice phrase) {
    uint32_t end = phrase.end, unit = report->flow[row->flow.end - 1];
    bool people = counts_people(report, row) || (row->kind == TY_AMOUNT && (row->unit == TY_NONE || unit == U'岁' ||
                  unit == U'户'));
    uint32_t k = people ? ty_token_from(report, phrase.start) : TY_NONE, last = TY_NONE;
    for (; k < report->token_count && report->tokens[k].end <= phrase.end; k++)
        if (ty_names_people(report, report->tokens[k])) end = report->tokens[k].end, last = k;
    bool of_thing = unit == U'户' && last != TY_NONE && report->tokens[last].end < phrase.end &&
                    report->token_class[last + 1] == TY_NAMING &&
                    ty_flow_char(report, report->tokens[last + 1].end) != U'了';
    if (of_thing) end = phrase.end; /* 1200户教师|周转房 */
    return (ty_slice){phrase.start, end};
}

bool ty_ends_in_rate(const ty_report *report, uint32_t at) {
    uint32_t last = at ? report->flow[at - 1] : 0;
    return ty_is_among(last, U"率重比");
}

bool ty_ends_in_project(const ty_report *report, ty_token token) {
    return ty_is_used(report, TY_CUE_PROJECT, token.start, token.end) ||
           (token.end > token.start + 2 && ty_is_used(report, TY_CUE_PROJECT, token.end - 2, token.end));
}

/* 178项|节能、节水和资源综合利用等重大项目: behind the 等 of a list that a noun closes which is built; `start` if there is none. */
static uint32_t behind_examples(const ty_report *report, const ty_quantity *row, uint32_t start, uint32_t limit) {
    uint32_t at = start;
    bool listed = false;
    for (; row->counts && at < limit && report->flow[at] != U'等'; at++) {
        bool mark = report->flow[at] == U'、' || report->flow[at] == U'和';
        if (!ty_is_word_char(report->flow[at]) && !mark) return start;
        listed = listed || mark;
    }
    if (!listed || at + 2 >= limit || !ty_is_boundary(report, at) || !ty_is_boundary(report, at + 1)) return start;
    uint32_t k = report->token_at[at + 1];
    for (uint32_t steps = 2; steps-- && k != TY_NONE && k < report->token_count; k++)
        if (ty_ends_in_project(report, report->tokens[k])) return at + 1;
    return start;
}

ty_slice ty_noun_phrase(const ty_report *report, const ty_quantity *row, uint32_t start, uint32_t limit) {
    start = behind_examples(report, row, start, limit);
    return end_of_people(report, row, whole_items(report, nouns_from(report, row, start, limit)));
}

/* 县、市 and 县（市、区）: where the list of single characters ends. */
uint32_t ty_short_list(const ty_report *report, uint32_t at, uint32_t limit) {
    while (at + 1 < limit) {
        if (report->flow[at] == '(') {
            uint32_t close = ty_closing(report, at, ')', limit);
            if (close == limit) break;
            at = close + 1;
        } else if (report->flow[at] == U'、' && ty_is_word_char(report->flow[at + 1]) && !ty_is_word_char(ty_flow_char(report, at + 2))) {
            at += 2;
        } else if (at + 4 <= limit && report->flow[at] == U'、' && ty_comes_before(report, at + 3, U"自治")) {
            at += 4; /* 省、市、自治区 */
        } else {
            break;
        }
    }
    return at;
}

uint32_t ty_than(const ty_report *report, uint32_t start, uint32_t end) {
    for (uint32_t at = end; at-- > start;) {
        if (report->flow[at] != U'比' || at + 1 == end || (at && report->flow[at - 1] == U'占')) continue;
        if (!ty_is_boundary(report, at) || !ty_is_boundary(report, at + 1)) continue;
        for (uint32_t behind = at + 1; behind < end; behind++)
            if (report->traits[behind] & TY_IS_BREAK) return end;
        return at;
    }
    return end;
}

uint32_t ty_name_at(const ty_report *report, uint32_t at) {
    enum { LONGEST_NAMED = 6 };
    if (at + 1 >= report->flow_length || !ty_begins_used(report, TY_CUE_NAMED, at)) return 0; /* most places */
    for (uint32_t length = LONGEST_NAMED; length >= 2; length--)
        if (at + length <= report->flow_length && ty_is_used(report, TY_CUE_NAMED, at, at + length)) return at + length;
    return 0;
}

bool ty_ends_in_goal(const ty_report *report, uint32_t at) { return at > 1 && ty_is_used(report, TY_CUE_GOAL, at - 2, at); }

bool ty_is_feat(const ty_report *report, uint32_t of) {
    enum { LONGEST_FEAT = 8 };
    if (ty_flow_char(report, of) != U'的') return false;
    for (uint32_t at = of + 2; at < of + LONGEST_FEAT && ty_is_han(ty_flow_char(report, at)); at++)
        if (ty_comes_before(report, at + 1, U"突破") || ty_comes_before(report, at + 1, U"跨越")) return !ty_is_word_char(ty_flow_char(report, at + 1));
    return false;
}

bool ty_is_goal_compared(const ty_report *report, const ty_quantity *row) {
    enum { LONGEST_GOAL = 8 };
    const ty_hit *beside = ty_word_ending(report, TY_CUE(AT_LEAST) | TY_CUE(AT_MOST) | TY_CUE(APPROX), row->flow.start);
    uint32_t of = beside ? ty_behind_bound(report, row->flow.end) : 0;
    if (!beside || ty_flow_char(report, of) != U'的' || (beside->cue == TY_CUE_APPROX && beside->end == beside->start + 1)) return false; /* 接近; not 约 */
    bool told = row > TY_QUANTITIES_OF(report) && row[-1].sentence == row->sentence && row[-1].kind != TY_DATE;
    if (!told || !report->token_at || report->flow[beside->start] == U'不') return false;
    for (uint32_t k = ty_token_from(report, ty_clause_of(report, row)->start); k < report->token_count && report->tokens[k].start < beside->start; k++)
        if (report->token_class[k] != TY_BINDING && report->flow[report->tokens[k].start] != U'略') return false; /* 增长6.5%，高于6%的目标; not 实现低于6%的目标 */
    for (uint32_t at = of + 2; at <= of + LONGEST_GOAL && ty_is_han(ty_flow_char(report, at - 1)); at++)
        if (ty_ends_in_goal(report, at + 1) && !ty_is_word_char(ty_flow_char(report, at + 1))) return true;
    return false;
}

bool ty_counts_steps(const ty_report *report, const ty_quantity *row) {
    const ty_quantity *step = row + 1, *behind = TY_QUANTITIES_OF(report) + report->tables[TY_QUANTITIES].count;
    if (!row->counts || step >= behind || step->flow.start != row->flow.end) return false;
    uint32_t end = ty_word_at(report, TY_CUE(AT_LEAST_AFTER), step->flow.end);
    return end && (report->flow[end - 1] == U'阶' || report->flow[end - 1] == U'关');
}

uint32_t ty_is_step(const ty_report *report, const ty_quantity *row) {
    const ty_quantity *next = row + 1, *behind = TY_QUANTITIES_OF(report) + report->tables[TY_QUANTITIES].count;
    while (next < behind && next->list == row->list) next++;
    if (next == behind || !next->counts || next->flow.start != next[-1].flow.end) return 0;
    uint32_t end = ty_word_at(report, TY_CUE(AT_LEAST_AFTER), next->flow.end);
    return end && report->flow[end - 1] == U'阶' ? end : 0;
}

uint32_t ty_longest_basis(const ty_report *report, uint32_t at) {
    for (uint32_t end = at + TY_LONGEST_BASIS; end > at + 1; end--)
        if (end <= report->flow_length && ty_is_used(report, TY_CUE_BASIS, at, end)) return end;
    return 0;
}

/* 以, 按, 依, 扣除, 剔除: it opens what tells how a figure is reckoned; not 以上. */
static bool opens_reckoning(const ty_report *report, uint32_t at) {
    uint32_t c = report->flow[at], next = ty_flow_char(report, at + 1);
    if (!ty_is_boundary(report, at)) return false;
    if (c == U'扣' || c == U'剔') return next == U'除';
    if (c == U'考') return next == U'虑'; /* 考虑价格因素 */
    return c == U'按' || ((c == U'以' || c == U'依') && ty_is_boundary(report, at + 1));
}

/* 就, 从: it opens what tells from where one looks (粮食产量，就全国范围来说，); 以…来说 sets the topic. */
static bool opens_view(const ty_report *report, uint32_t at) {
    bool opens = report->flow[at] == U'就' || report->flow[at] == U'从';
    return opens && ty_is_boundary(report, at) && ty_is_boundary(report, at + 1);
}

uint32_t ty_before_reckoning(const ty_report *report, uint32_t start, uint32_t end) {
    enum { LONGEST = 20, LONGEST_END = 4 };
    uint32_t word = 0, whole = end;
    end -= end > start && report->flow[end - 1] == U'后'; /* 扣除留抵退税因素后 */
    for (uint32_t length = 2; length <= LONGEST_END && end > start + length; length++)
        if (ty_is_used(report, TY_CUE_RECKONED, end - length, end)) word = length;
    if (!word) return whole; /* most */
    bool mean = ty_comes_before(report, end, U"平均"); /* 按人口平均; not 以…平均 */
    uint32_t last = report->flow[end - (end > start)];
    bool views = ty_is_among(last, U"说看言讲");
    for (uint32_t at = end - word; at-- > start && end - at <= LONGEST;)
        if (views ? opens_view(report, at) : opens_reckoning(report, at) && !(mean && report->flow[at] == U'以')) return at;
    return whole;
}

bool ty_is_done_often(const ty_report *report, const ty_quantity *row) {
    uint32_t end = row->flow.end, k = report->token_at && end < report->flow_length ? report->token_at[end] : TY_NONE;
    return row->kind == TY_AMOUNT && report->flow[end - 1] == U'次' && k != TY_NONE && report->token_class[k] == TY_ACTING;
}

/* Where the bracket opens that closes at `close`, or `close`. */
static uint32_t opening_of(const ty_report *report, uint32_t start, uint32_t close) {
    enum { LONGEST = 120 };
    uint32_t depth = 0;
    for (uint32_t at = close; at-- > start && close - at <= LONGEST;) {
        if (report->flow[at] == ')') depth++;
        if (report->flow[at] == '(' && !depth--) return at;
    }
    return close;
}

uint32_t ty_stray_closer(const ty_report *report, uint32_t start, uint32_t end) {
    uint32_t depth = 0, at = start;
    for (; at < end; at++) {
        if (report->flow[at] == '(') depth++;
        if (report->flow[at] == ')' && !depth--) break;
    }
    return at;
}

ty_slice ty_words_leading(const ty_report *report, const ty_quantity *row) {
    enum { MOST_ASIDES = 4 };
    const ty_clause *clauses = report->clauses.items;
    uint32_t first = TY_SENTENCES_OF(report)[row->sentence].flow.start, c = row->clause, end = clauses[c].start;
    uint32_t close = ty_stray_closer(report, end, row->flow.start);
    uint32_t open = close < row->flow.start ? opening_of(report, first, close) : close;
    if (open < close) end = open;
    for (int step = 0; step < MOST_ASIDES; step++) {
        while (end > first && !ty_is_word_char(report->flow[end - 1]) && report->flow[end - 1] != ')') end--;
        if (end == first) break;
        while (clauses[c].start >= end) c--;
        bool closes = report->flow[end - 1] == ')';
        end = closes ? opening_of(report, first, end - 1) : ty_before_reckoning(report, clauses[c].start, end);
        if (!closes && end > clauses[c].start) return (ty_slice){clauses[c].start, end};
    }
    return (ty_slice){end, end};
}

/* Where the verb begins that opens a clause, behind the words that tell how: 全面|推进, 进一步|做好. */
static uint32_t behind_manner_at(const ty_report *report, uint32_t at) {
    enum { LONGEST_MANNER = 4 };
    uint32_t verb = at;
    for (uint32_t length = 2; length <= LONGEST_MANNER; length++)
        if (ty_is_used(report, TY_CUE_MANNER, at, at + length)) verb = at + length;
    return verb;
}

/* 为农民群众|办好十件实事: behind those for whom it is done. */
static uint32_t behind_served(const ty_report *report, ty_slice clause) {
    enum { LONGEST = 10 };
    if (report->flow[clause.start] != U'为') return clause.start;
    for (uint32_t at = clause.start + 2; at < clause.end && at <= clause.start + LONGEST; at++)
        if (ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS), at) > at + 1) return at;
    return clause.start;
}

/* Does the clause say what to do: a verb, then its object? Not 保障水平提高, 投资情况, 取得新突破, 增强了活力. */
static bool urges(const ty_report *report, ty_slice clause) {
    enum { SHORT = 4 };
    const uint64_t verbs = TY_CUE(VERB) | TY_CUE(GOVERNS) | TY_CUE(ENSURE) | TY_CUE(STRIVE);
    const uint64_t tells = TY_CUE(INCREASE) | TY_CUE(DECREASE);
    uint32_t start = behind_manner_at(report, behind_served(report, clause)), end = clause.end, verb = ty_word_at(report, verbs, start);
    if (!verb) verb = ty_word_at(report, verbs, start = clause.start);
    if (!verb || verb >= end || ty_word_at(report, TY_CUE(DONE) | TY_CUE(REACH), start)) return false;
    for (uint32_t at = start; at < end; at++) {
        bool told = at >= verb && (ty_word_at(report, tells, at) == end || ty_word_at(report, TY_CUE(DONE), at) > at + 1);
        if (told || report->flow[at] == U'了' || report->flow[at] == U'迈') return false; /* 有效投资扩大, 推进改革取得实效 */
    }
    bool noun = end - clause.start <= SHORT && ty_is_used(report, TY_CUE_GENERIC, end - 2, end); /* 保障水平 */
    uint32_t last = report->flow[end - 1];
    bool tells_how = report->flow[end - 2] == U'推' || last == U'显' || last == U'著'; /* 建设项目加快推进, 治理成效明显 */
    return !noun && !tells_how;
}

bool ty_urges(const ty_report *report, ty_slice title) {
    bool any = false;
    for (uint32_t at = title.start, end; at < title.end; at = end + 1) {
        while (at < title.end && !ty_is_word_char(report->flow[at])) at++;
        for (end = at; end < title.end && !ty_is_comma(report->flow[end]) && !ty_is_stop(report->flow[end]);) end++;
        uint32_t last = end;
        while (last > at && !ty_is_word_char(report->flow[last - 1])) last--;
        if (last == at) continue;
        if (last < at + 2 || !urges(report, (ty_slice){at, last})) return false;
        any = true;
    }
    return any;
}

bool ty_ends_with_colon(const ty_report *report, const ty_sentence *sentence) {
    return sentence->flow.end > sentence->flow.start && ty_is_colon(report->flow[sentence->flow.end - 1]);
}

bool ty_is_distributed(const ty_report *report, const ty_quantity *head) {
    enum { NEAR = 6 };
    uint32_t start = ty_clause_of(report, head)->start, at = head->flow.start;
    for (uint32_t steps = NEAR; at > start + 1 && steps--; at--)
        if (ty_comes_before(report, at, U"分别")) return true;
    return false;
}
