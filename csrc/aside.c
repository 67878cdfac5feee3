/* aside.c: numbers that describe, select or stand for good: what they tell was neither achieved nor promised. */
#include "aside.h"

#include "phrase.h"

/* Measured, not counted, and no money. */
static bool is_measure(const ty_report *report, const ty_quantity *row) {
    ty_word base = row->base_unit == TY_NONE ? (ty_word){0} : ty_report_string(report, row->base_unit);
    return base.length && !(base.length == 1 && base.at[0] == '1') && !ty_is_money(report, row);
}

/* 500千伏主网架工程, 8英寸半导体项目, 54马力拖拉机: how strong or large the thing is that follows. */
static bool rates(const ty_report *report, const ty_quantity *row) {
    uint32_t end = row->flow.end, last = report->flow[end - 1];
    bool is_rating = last == U'伏' || last == U'寸' || (last == U'力' && report->flow[end - 2] == U'马');
    return is_rating && row->change == TY_STAYS && ty_is_han(ty_flow_char(report, end)) && ty_behind_bound(report, end) == end;
}

/* 0—6岁儿童: the age of those who are named behind it; not 平均年龄78岁. */
static bool is_age(const ty_report *report, const ty_quantity *row) {
    uint32_t end = row->flow.end, k = report->token_at && end < report->flow_length ? report->token_at[end] : TY_NONE;
    if (report->flow[end - 1] != U'岁' || row->change != TY_STAYS || k == TY_NONE || !ty_is_han(report->flow[end])) return false;
    if (row->flow.start > 1 && (report->flow[row->flow.start - 1] == U'龄' || report->flow[row->flow.start - 1] == U'命'))
        return false; /* 平均年龄45岁 */
    for (uint32_t last = k + 4; k < last && k < report->token_count && report->token_class[k] != TY_ACTING; k++)
        if (ty_names_people(report, report->tokens[k])) return true;
    return false;
}

/* 公里, 平方米, 亩, 公顷: how far what is built extends, and so how much was built. */
static bool extends(uint32_t unit) {
    return ty_is_among(unit, U"里米亩顷");
}

/* 户, 人, 名: how many it is for. */
static bool serves(const ty_report *report, const ty_quantity *row) {
    uint32_t last = report->flow[row->flow.end - 1];
    return ty_is_among(last, U"户人名") || row->unit == TY_NONE;
}

/* 50兆瓦光伏发电项目, 1500吨特种纤维生产线: how much it makes or takes; not 5公里道路工程. */
static bool is_power_of_project(const ty_report *report, const ty_quantity *row) {
    enum { LONGEST_NAME = 14 };
    uint32_t last = report->flow[row->flow.end - 1];
    if (row->kind != TY_AMOUNT || row->counts || row->change != TY_STAYS || extends(last) || serves(report, row)) return false; /* 20万户危房改造 */
    uint32_t end = ty_behind_bound(report, row->flow.end);
    if (!report->token_at || !is_measure(report, row) || ty_flow_char(report, end) == U'的') return false;
    const ty_hit *added = ty_word_ending(report, TY_CUE(LEVEL), row->flow.start);
    if (added && added->start == ty_clause_of(report, row)->start) return false; /* 新增350兆瓦光伏项目 */
    for (uint32_t k = ty_token_from(report, end); k < report->token_count && report->tokens[k].end <= end + LONGEST_NAME; k++) {
        if (!ty_is_word_char(report->flow[report->tokens[k].start])) return false;
        bool project = ty_ends_in_project(report, report->tokens[k]);
        if (project && report->tokens[k].start > end) return report->token_class[k + 1] != TY_NAMING ||
            !ty_is_word_char(ty_flow_char(report, report->tokens[k].end));
        if (!project && report->token_class[k] == TY_ACTING) return false; /* 3500吨化肥支援春耕工程 */
    }
    return false;
}

/* 厂, 库, 站, 船, 炉. */
static bool is_plant(uint32_t c) {
    return ty_is_among(c, U"厂库站船炉");
}

/* 建成30万吨粮库: what a plant holds, wherever it stands; not 50万吨秋粮入库. */
static bool is_held_by_plant(const ty_report *report, const ty_quantity *row) {
    enum { LONGEST_NAME = 14 };
    if (report->flow[row->flow.end - 1] != U'吨' || row->kind != TY_AMOUNT || row->change != TY_STAYS || row->vague || !report->token_at) return false;
    uint32_t end = ty_behind_bound(report, row->flow.end);
    if (row->flow.start == ty_clause_of(report, row)->start || !is_measure(report, row) || !ty_is_han(ty_flow_char(report, end))) return false;
    for (uint32_t k = ty_token_from(report, end); k < report->token_count && report->tokens[k].end <= end + LONGEST_NAME; k++) {
        ty_token token = report->tokens[k];
        if (!ty_is_word_char(report->flow[token.start]) || report->token_class[k] > TY_QUALIFYING) return false;
        bool goes_on = report->token_class[k + 1] <= TY_QUALIFYING && ty_is_word_char(ty_flow_char(report, token.end));
        if (!is_plant(report->flow[token.end - 1]) || goes_on || token.end == token.start + 1) continue;
        uint32_t before = report->flow[token.end - 2];
        if (before != U'入' && before != U'出') return true;
    }
    return false;
}

/* 55.4亿元北部新城项目进入试点, 10万吨污水处理厂建成: at the head of its clause, what the project costs, or what the plant holds or makes. */
static bool is_size_of_works(const ty_report *report, const ty_quantity *row) {
    enum { LONGEST_NAME = 14 };
    uint32_t unit = report->flow[row->flow.end - 1];
    if (row->kind != TY_AMOUNT || row->change != TY_STAYS || row->counts || row->vague || !report->token_at) return false;
    if (row->flow.start != ty_clause_of(report, row)->start) return false;
    uint32_t end = ty_behind_bound(report, row->flow.end);
    if (!ty_is_han(ty_flow_char(report, end))) return false;
    bool holds = is_measure(report, row) && !extends(unit) && !serves(report, row);
    if (!holds && !ty_is_money(report, row)) return false;
    for (uint32_t k = ty_token_from(report, end); k < report->token_count && report->tokens[k].end <= end + LONGEST_NAME; k++) {
        ty_token token = report->tokens[k];
        if (!ty_is_word_char(report->flow[token.start])) return false;
        bool works = ty_ends_in_project(report, token) || (holds && is_plant(report->flow[token.end - 1]));
        if (works && token.start > end && token.end >= ty_clause_of(report, row)->end) return false;
        if (works && token.start > end) return report->token_class[k + 1] == TY_ACTING || report->token_class[k + 1] == TY_BINDING ||
            ty_is_used(report, TY_CUE_MANNER, report->tokens[k + 1].start, report->tokens[k + 1].end);
        if (report->token_class[k] == TY_ACTING && !works && token.end > token.start + 1) return false; /* 5亿元支持项目, 300万吨电煤运抵电厂 */
    }
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

/* Does a word for what is built, or for who owns it, end the words that begin there: not 资金, 协议? */
static bool ends_in_works(const ty_report *report, uint32_t at) {
    enum { LONGEST_NAME = 24 };
    uint32_t last = TY_NONE, limit = at + LONGEST_NAME;
    for (uint32_t k = report->token_at ? ty_token_from(report, at) : report->token_count; k < report->token_count && report->tokens[k].start < limit; k++) {
        if (!ty_is_word_char(report->flow[report->tokens[k].start]) || report->token_class[k] > TY_QUALIFYING) break;
        last = k;
    }
    if (last == TY_NONE) return false;
    ty_token token = report->tokens[last];
    return ty_ends_in_project(report, token) || ty_is_used(report, TY_CUE_OWNER, token.start, token.end) ||
           (token.end > token.start + 1 && ty_is_character(report, TY_CUE_HEAD, report->flow[token.end - 1]));
}

/* 投资3.2亿元的医院, 长12公里的隧道: at the head of its clause, a size of the noun behind. */
static bool is_size_of(const ty_report *report, const ty_quantity *row) {
    uint32_t at = row->flow.start, clause = ty_clause_of(report, row)->start;
    const ty_hit *reach = ty_word_ending(report, TY_CUE(REACH), at);
    bool reaches = reach && reach->start > clause + 2 && report->flow[reach->start] == U'达' && ty_is_used(report, TY_CUE_OUTLAY, reach->start - 2, reach->start);
    if (reaches) at = reach->start; /* 投资达39.4亿元的项目 */
    if (row->kind != TY_AMOUNT || row->counts || at == clause || ty_flow_char(report, ty_behind_bound(report, row->flow.end)) != U'的') return false;
    bool fund = ty_comes_before(report, at, U"资金") || ty_comes_before(report, at, U"经费"); /* 经费8000万元的预算 */
    bool cost = ty_is_money(report, row) && at > 1 && !fund && ty_is_used(report, TY_CUE_OUTLAY, at - 2, at);
    uint32_t last = report->flow[at - 1];
    bool spans = is_measure(report, row) && ty_is_among(last, U"长高宽") && ty_is_boundary(report, at - 1);
    uint32_t start = cost ? at - 2 : spans ? at - 1 : at;
    uint32_t thing = ty_behind_bound(report, row->flow.end) + 1, next = ty_flow_char(report, thing);
    bool abstract = ty_is_among(next, U"同背情基") || ty_ends_in_goal(report, thing + 2);
    uint32_t k = cost && report->token_at && start > clause ? ty_token_over(report, start - 1) : TY_NONE;
    bool owned = k != TY_NONE && report->token_class[k] == TY_NAMING && report->tokens[k].end == start; /* 温商集团|投资7亿元的市场 */
    bool counted = row > TY_QUANTITIES_OF(report) && row[-1].counts && row[-1].flow.end == start; /* 20个|投资达39.4亿元的项目 */
    bool governed = cost && ty_word_ending(report, TY_CUE(GOVERNS), start) && !ty_word_ending(report, TY_CUE(DONE) | TY_CUE(LEVEL), start) &&
                    !ty_comes_before(report, start, U"完成") && ends_in_works(report, thing); /* 引进|投资12亿元的项目 */
    return start < at && !abstract && (owned || counted || governed || start == clause ||
           !ty_is_word_char(report->flow[start - 1])); /* not 投资5亿元的目标, 的同时 */
}

/* 30年以上燃气管道: a length that tells how old things are; not 连续10年以上保持. */
static bool is_age_of(const ty_report *report, const ty_quantity *row) {
    uint32_t tail = ty_word_at(report, TY_CUE(AT_LEAST_AFTER), row->flow.end);
    uint32_t k = tail && tail < report->flow_length && report->token_at ? report->token_at[tail] : TY_NONE;
    if (k == TY_NONE || report->token_class[k] != TY_NAMING || !ty_is_han(report->flow[tail])) return false;
    return row->in_years && !ty_word_ending(report, TY_CUE(RUN_SPAN) | TY_CUE(PAST_SPAN) | TY_CUE(FUTURE_SPAN), row->flow.start);
}

/* 设立总规模不低于50亿元的发展基金: what a fund that is set up has is no description. */
static bool sets_up_fund(const ty_report *report, const ty_quantity *row) {
    enum { LONGEST_NAME = 20 };
    uint32_t start = ty_clause_of(report, row)->start, end = ty_clause_of(report, row)->end;
    bool set = false, fund = false;
    for (uint32_t at = start + 2; ty_is_money(report, row) && at <= row->flow.start; at++)
        set = set || ty_comes_before(report, at, U"设立") || ty_comes_before(report, at, U"组建");
    for (uint32_t at = row->flow.end + 2; set && at <= end && at <= row->flow.end + LONGEST_NAME; at++)
        fund = fund || ty_comes_before(report, at, U"基金");
    return fund;
}

/* 培育|百亿级产业、十亿级企业, 打造一批千亿级企业: is what is of that order, or the list it stands in, made so? */
static bool is_fostered(const ty_report *report, const ty_quantity *row) {
    const ty_quantity *head = TY_QUANTITIES_OF(report) + row->list;
    while (head > TY_QUANTITIES_OF(report) && head[-1].bound == TY_ORDER && head[-1].clause == row->clause) head--;
    uint32_t at = head->flow.start;
    at -= ty_comes_before(report, at, U"一批") ? 2 : 0;
    const ty_hit *verb = ty_word_ending(report, TY_CUE(GOVERNS) | TY_CUE(LEVEL), at);
    if (verb) return true;
    uint32_t k = at && report->token_at ? ty_token_over(report, at - 1) : TY_NONE;
    return k != TY_NONE && report->tokens[k].end == at && ty_word_at(report, TY_CUE(VERB), report->tokens[k].start) == at;
}

/* Does nothing but nouns go on from there: 产业|集群, not 企业|技改? */
static bool ends_in_thing(const ty_report *report, uint32_t at) {
    uint32_t k = report->token_at ? ty_token_over(report, at) : TY_NONE;
    for (; k != TY_NONE && k < report->token_count && ty_is_word_char(report->flow[report->tokens[k].start]); k++)
        if (report->token_class[k] != TY_NAMING) return false;
    return true;
}

enum { LONGEST_THING = 6 }; /* characters between a size and the count of what has it */

/* A number and what stands around it, for the questions below. */
typedef struct description {
    const ty_report *report;
    const ty_quantity *row, *next;
    uint32_t clause;     /* its start */
    uint32_t end;        /* of the number, with the 口 of 人口 and a 级 that goes on */
    uint32_t tail;       /* of the 以上 or 以下 behind it, or 0 */
    uint32_t last;       /* the character before `end` */
    bool counted_behind; /* the next row counts what this one describes: 10亿元以上|5个 */
} description;

static description description_of(const ty_report *report, const ty_quantity *row) {
    const ty_quantity *next = row + 1, *behind = TY_QUANTITIES_OF(report) + report->tables[TY_QUANTITIES].count;
    uint32_t end = ty_behind_people(report, row->flow.end);
    if (ty_flow_char(report, end) == U'级' && row->bound == TY_AT_LEAST) end++; /* 千吨级及以上航道 */
    if (next == behind || next->clause != row->clause) next = NULL;
    return (description){.report = report,
                         .row = row,
                         .next = next,
                         .clause = ty_clause_of(report, row)->start,
                         .end = end,
                         .tail = ty_word_at(report, TY_CUE(AT_LEAST_AFTER) | TY_CUE(AT_MOST_AFTER), end),
                         .last = report->flow[end - 1],
                         .counted_behind = next && next->kind == TY_AMOUNT &&
                                           (next->counts || report->flow[next->flow.end - 1] == U'户')};
}

/* The token that ends at `start` if it is a verb of the lexicon; TY_NONE. */
static uint32_t verb_before(const ty_report *report, uint32_t start) {
    uint32_t verb = start && report->token_at ? ty_token_over(report, start - 1) : TY_NONE;
    return verb != TY_NONE && ty_word_at(report, TY_CUE(VERB), report->tokens[verb].start) == start ? verb : TY_NONE;
}

/* 总投资近2000亿元的基地, 总投资为164亿元的工程 */
static bool is_outlay_of(const description *d) {
    const ty_report *report = d->report;
    uint32_t start = d->row->flow.start;
    const ty_hit *limit = ty_word_ending(report, TY_CUE(APPROX) | TY_CUE(AT_LEAST), start);
    bool is_given = start && report->flow[start - 1] == U'为' && ty_flow_char(report, ty_behind_bound(report, d->end)) == U'的';
    bool sizes = ty_word_ending(report, TY_CUE(DESCRIBES), start) || (limit && ty_word_ending(report, TY_CUE(DESCRIBES), limit->start)) ||
                 (is_given && ty_word_ending(report, TY_CUE(DESCRIBES), start - 1));
    return sizes && ty_is_han(ty_flow_char(report, ty_behind_bound(report, d->end)));
}

/* 争取100个以上项目, 帮助1万家以上企业: a count that a verb is after; not 新增千头以上养殖场50个. */
static bool is_aimed_at(const description *d) {
    const uint64_t aims = TY_CUE(TO_DO) | TY_CUE(STRIVE) | TY_CUE(ENSURE) | TY_CUE(GOVERNS);
    if (!d->row->counts || d->counted_behind) return false;
    return verb_before(d->report, d->row->flow.start) != TY_NONE || ty_word_ending(d->report, aims, d->row->flow.start);
}

/* 建成5公里城市道路, 建设改造4075公里管网, 12条35公里城市道路建成: what is laid, not what describes. */
static bool is_laid(const description *d) {
    const ty_report *report = d->report;
    const ty_quantity *row = d->row;
    if (d->tail || !(row->counts || extends(d->last) || d->last == U'户')) return false;
    if (row > TY_QUANTITIES_OF(report) && row[-1].counts && row[-1].flow.end == row->flow.start && d->last == U'里') return true;
    uint32_t verb = verb_before(report, row->flow.start);
    return (verb != TY_NONE && report->token_class[verb] == TY_ACTING) ||
           ty_word_ending(report, TY_CUE(GOVERNS) | TY_CUE(LEVEL), row->flow.start);
}

/* 500万元以上的项目: a measure, then a noun that such words describe. */
static bool selects_described(const description *d) {
    const ty_report *report = d->report;
    const ty_quantity *row = d->row;
    uint32_t of = d->tail ? d->tail : d->end, unit = report->flow[row->flow.end - 1];
    if (row->kind != TY_AMOUNT || row->bound == TY_ORDER || row->dimension == TY_NONE) return false;
    if (!ty_word_at(report, TY_CUE(DESCRIBED), of)) return false;
    if (!d->tail && (row->counts || ty_is_among(unit, U"户名位"))) return false; /* 120户企业, 1万名老年人 */
    if (!d->tail && ty_is_money(report, row) && ty_word_ending(report, TY_CUE(GOVERNS), row->flow.start)) return false; /* 安排421亿美元大型设备保险 */
    bool asked = ty_flow_char(report, of) == U'的' && ty_is_among(ty_flow_char(report, of + 1), U"要标规");
    bool met = asked && ty_last_word(report, TY_CUE(REACH_LEVEL), d->clause, row->flow.start) && /* 达到每亩400斤的要求 */
               !ty_last_word(report, TY_CUE(NOT_MET), d->clause, row->flow.start);
    return !met && !is_laid(d);
}

/* 25兆瓦级主轴, 百亿元级重大产业项目; not 收入达万亿级规模. */
static bool grades_described(const description *d) {
    const ty_report *report = d->report;
    const ty_quantity *row = d->row;
    if (row->bound != TY_ORDER) return false;
    if (is_measure(report, row) && ty_is_han(ty_flow_char(report, d->end + 1))) return true;
    if (ty_word_ending(report, TY_CUE(REACH_LEVEL), row->flow.start)) return false;
    bool fosters = is_fostered(report, row);
    for (uint32_t at = d->end + 1; at < d->end + LONGEST_THING && ty_is_han(ty_flow_char(report, at)); at++)
        if (ty_word_at(report, TY_CUE(DESCRIBED), at) &&
            !(fosters && !ty_is_used(report, TY_CUE_PROJECT, at, at + 2) && ends_in_thing(report, at)))
            return true;
    return false;
}

/* The size of what is counted behind it: 千亿级|产业链|达到11条, 超500亿元|达到3个, 200吨|气调冷库|3座. */
static bool describes_counted(const description *d) {
    const ty_report *report = d->report;
    const ty_quantity *row = d->row, *next = d->next;
    if (!d->counted_behind) return false;
    uint32_t noun = d->tail ? d->tail : d->end;
    const ty_hit *reach = ty_word_ending(report, TY_CUE(REACH), next->flow.start);
    uint32_t told_at = reach ? reach->start : next->flow.start;
    if (row->bound == TY_ORDER && told_at > d->end && told_at <= d->end + LONGEST_THING && is_noun_between(report, d->end + 1, told_at))
        return true;
    bool alone = row == TY_QUANTITIES_OF(report) + row->list; /* not 跨越8万亿、9万亿三个台阶 */
    if (told_at == noun && row->bound != TY_EXACT && !row->counts && alone && row->kind == TY_AMOUNT && row->change == TY_STAYS)
        return true; /* 10亿元以上|5个, 超50亿元|4户 */
    if ((!d->tail && row->counts) || next->flow.start > noun + LONGEST_THING || !is_noun_between(report, noun, next->flow.start)) return false;
    if (row->bound == TY_AT_LEAST || is_measure(report, row)) return true; /* 总量超200亿元|县|2个, 千头以上|养殖场|50个 */
    bool spent = row->flow.start > 1 && ty_is_used(report, TY_CUE_OUTLAY, row->flow.start - 2, row->flow.start);
    return ty_is_money(report, row) && !spent && ty_is_used(report, TY_CUE_OWNER, noun, next->flow.start); /* 10亿元企业3家 */
}

/* 不到100万元的部分, 超千万人次的机场 */
static bool limits_noun(const description *d) {
    const ty_report *report = d->report;
    const ty_quantity *row = d->row;
    bool limited = row->bound == TY_AT_LEAST || (row->bound == TY_AT_MOST && row->kind == TY_AMOUNT);
    if (!limited || row->vague || row->change != TY_STAYS || ty_flow_char(report, d->end) != U'的') return false;
    if (row->kind == TY_PERCENT && !ty_last_word(report, TY_CUE(SHARE_VERB), d->clause, row->flow.start))
        return false; /* 拿出不少于70%的新增财力; not 占比超过10%的有44种 */
    bool goal = d->end + 3 < report->flow_length && ty_ends_in_goal(report, d->end + 3); /* 突破千亿元的目标 */
    return !goal && !ty_is_feat(report, d->end) && !sets_up_fund(report, row);
}

/* 占人口95%以上的, 550大卡以上热值煤: 以上 or 以下, then what has so much. */
static bool bounds_noun(const description *d) {
    const ty_report *report = d->report;
    const ty_quantity *row = d->row;
    uint32_t start = row->flow.start, tail = d->tail;
    if (row->kind != TY_PERCENT && ty_word_at(report, TY_CUE(DESCRIBED), tail)) return true; /* not 半数以上的项目 */
    if (ty_flow_char(report, tail) == U'的' || report->flow[tail - 1] == U'的') /* not 用于1500万人次以上的 */
        return row->kind == TY_PERCENT ? ty_word_ending(report, TY_CUE(SHARE_VERB), start) ||
                                             ty_last_word(report, TY_CUE(SHARE_VERB), d->clause, start)
                                       : !ty_word_ending(report, TY_CUE(GOVERNS) | TY_CUE(YEARLY), start);
    const uint64_t goes_on = TY_CUE(VERB) | TY_CUE(GOVERNS) | TY_CUE(LINK) | TY_CUE(TO_DO) | TY_CUE(REACH) | TY_CUE(LEAD);
    bool told_behind = d->next && ty_has_value(d->next), spreads = row->counts || extends(d->last) || d->last == U'户';
    bool built = row->bound == TY_AT_LEAST && ty_word_ending(report, TY_CUE(GOVERNS) | TY_CUE(LEVEL), start);
    if (!told_behind && spreads && built) return false; /* 新建100公里以上高速公路 */
    bool persons = ty_is_among(d->last, U"名位次"); /* 3500名以上困难人员, 2100万人次以上农民工 are counted */
    return row->kind == TY_AMOUNT && !persons && (is_measure(report, row) || ty_is_money(report, row)) &&
           row->change == TY_STAYS && ty_is_han(ty_flow_char(report, tail)) &&
           (ty_flow_char(report, tail) == U'且' || !ty_word_at(report, goes_on, tail));
}

/* A size that describes or selects: 年产50万吨, 500万元以上的项目, 超千万人次的机场, 12英寸产线, 65岁以上老年人, 2×1000MW. */
static bool describes(const ty_report *report, const ty_quantity *row) {
    if (row->kind == TY_DURATION) return is_age_of(report, row);
    description d = description_of(report, row);
    bool passes = ty_passes_size(report, row) && (!row->bare || ty_is_han(ty_flow_char(report, d.end)));
    if (is_outlay_of(&d) || passes || (row->flow.start && report->flow[row->flow.start - 1] == U'×')) return true;
    if (rates(report, row) || is_power_of_project(report, row) || is_size_of_works(report, row) || is_held_by_plant(report, row) ||
        is_age(report, row) || is_size_of(report, row))
        return true;
    if (is_aimed_at(&d)) return false;
    if (selects_described(&d) || grades_described(&d) || describes_counted(&d)) return true;
    return d.tail ? bounds_noun(&d) : limits_noun(&d);
}

/* 甲醇、30万吨烯烃等|项目: a list behind the number whose 等 ends in a word for what is built. */
static bool lists_projects(const ty_report *report, const ty_quantity *row, uint32_t limit) {
    uint32_t like = report->token_at ? ty_closing(report, row->flow.end, U'等', limit) : limit;
    if (like + 1 >= limit || !ty_is_boundary(report, like) || !ty_is_boundary(report, like + 1)) return false;
    for (uint32_t k = ty_token_from(report, like + 1); k < report->token_count && report->tokens[k].start < limit; k++) {
        if (report->token_class[k] == TY_NAMING && ty_ends_in_project(report, report->tokens[k])) return true;
        if (report->token_class[k] >= TY_ACTING || !ty_is_word_char(report->flow[report->tokens[k].start])) return false;
    }
    return false;
}

/* 红狮一期、亚太轻合金10万吨绿电铝材等项目投产: between whose it is and what it makes, the capacity of a project. */
static bool is_capacity(const ty_report *report, const ty_quantity *row) {
    enum { LONGEST_LIST = 40 };
    const uint64_t leads = TY_CUE(INDICATOR) | TY_CUE(REACH) | TY_CUE(LINK) | TY_CUE(LEVEL) | TY_CUE(GOVERNS);
    uint32_t start = row->flow.start, limit = ty_clause_of(report, row)->end;
    if (limit > row->flow.end + LONGEST_LIST) limit = row->flow.end + LONGEST_LIST;
    uint32_t unit = report->flow[row->flow.end - 1];
    bool measures = row->kind == TY_AMOUNT && row->change == TY_STAYS && !row->counts && is_measure(report, row);
    if (!measures || !ty_is_han(ty_flow_char(report, row->flow.end))) return false;
    bool heads = start == ty_clause_of(report, row)->start;
    if (heads && extends(unit)) return false;
    if ((heads || extends(unit)) && !lists_projects(report, row, limit)) return false;
    if (heads) return true; /* 60万吨甲醇、30万吨烯烃等项目投产 */
    uint32_t owner = report->token_at && ty_is_han(report->flow[start - 1]) ? ty_token_over(report, start - 1) : TY_NONE;
    if (owner == TY_NONE || report->token_class[owner] != TY_NAMING || ty_word_ending(report, leads, start)) return false;
    if (ty_is_used(report, TY_CUE_GENERIC, report->tokens[owner].start, start)) return false;
    for (uint32_t k = ty_token_from(report, row->flow.end); k < report->token_count && report->tokens[k].start < limit; k++)
        if (ty_ends_in_project(report, report->tokens[k])) return true;
    return false;
}

/* “15分钟”社区生活圈, 一刻钟、半小时生活圈. */
static bool is_radius(const ty_timeline *t, uint32_t i) {
    enum { LONGEST = 10 };
    const ty_quantity *row = &t->rows[i];
    while (i + 1 < t->count && t->rows[i + 1].list == row->list) i++;
    uint32_t end = t->rows[i].flow.end;
    if (row->kind != TY_DURATION || t->rows[i].kind != TY_DURATION || row->in_years) return false;
    const ty_quantity *next = i + 1 < t->count ? &t->rows[i + 1] : NULL;
    bool listed = next && next->kind == TY_DURATION && !next->in_years && next->flow.start < end + LONGEST && ty_flow_char(t->report, end) == U'、' &&
                  row->change == TY_STAYS && !ty_word_ending(t->report, TY_CUE(REACH), row->flow.start) && t->report->token_at &&
                  ty_last_token(t->report, TY_ACTING, end, next->flow.start) == TY_NONE;
    if (listed) end = next->flow.end; /* 城区15分钟、农村30分钟文化圈 */
    uint32_t at = end + (ty_flow_char(t->report, end) == U'”');
    for (; at < end + LONGEST && ty_is_han(ty_flow_char(t->report, at)); at++) {
        if (t->report->flow[at] == U'后' || t->report->flow[at] == U'内') return false;
        if (t->report->flow[at] == U'圈' && ty_is_boundary(t->report, at + 1)) return true;
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
        if (named == token.end && named > token.start + 1 && report->flow[token.start] != U'任') return named; /* not 5年过渡期任务 */
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
    enum { NEAR = 6 };
    if (row->kind != TY_AMOUNT || row->change != TY_STAYS || !(ty_decimal_double(row->low) >= 1e8)) return false; /* most */
    uint32_t behind = row->flow.end + (ty_flow_char(report, row->flow.end) == U'多'), next = ty_flow_char(report, behind);
    if (next == U'中' && ty_flow_char(report, behind + 1) != U'国') next = 0; /* 中国人, not 中小学生 */
    bool nation = (next == U'中' && ty_flow_char(report, behind + 1) == U'国') || (report->flow[row->flow.end - 1] == U'人' && next == U'民');
    bool of_nation = next == U'口' && ty_flow_char(report, behind + 1) == U'的' && report->flow[row->flow.end - 1] == U'人' &&
                     ty_is_among(ty_flow_char(report, behind + 2), U"中大国");
    nation = nation || of_nation; /* 11亿人口的中国 */
    if (nation && ty_decimal_double(row->low) >= 1e9) return true; /* 13亿中国人的吃饭问题 */
    bool people = report->flow[row->flow.end - 1] == U'人' ||
                  (row->unit == TY_NONE && ty_is_among(next, U"人农中"));
    if (row->unit == TY_NONE && ty_word_ending(report, TY_CUE(REACH), row->flow.start)) people = false; /* 有4.1亿农民参加 */
    const ty_hit *held = ty_word_ending(report, TY_CUE(REACH), row->flow.start); /* 把人口控制在12亿左右的目标 */
    if (held && held->end > held->start + 2 && report->flow[held->end - 1] == U'在') return false;
    if (ty_word_ending(report, TY_CUE(REACH_LEVEL), row->flow.start) && row->unit != TY_NONE &&
        ty_last_word(report, TY_CUE(YEARLY), ty_clause_of(report, row)->start, row->flow.start))
        return false; /* 在校学生总计达两亿人 */
    for (uint32_t at = row->flow.start, start = ty_clause_of(report, row)->start; at > start + 1; at--) /* 医保参保超过13亿人 */
        if (ty_comes_before(report, at, U"参保")) return false;
    for (uint32_t at = row->flow.start; row->unit == TY_NONE && at-- > 1 && row->flow.start - at < NEAR;)
        people = people || (report->flow[at] == U'口' && report->flow[at - 1] == U'人'); /* 60岁以上人口已达2.5亿 */
    return people &&
           !ty_last_word(report, TY_CUE(GOVERNS), ty_clause_of(report, row)->start, row->flow.start) &&
               !reaches_people(report, row->flow.start) &&
           !ty_next_word(report, TY_CUE(HAPPENS), row->flow.end, ty_clause_of(report, row)->end) &&
           !ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS), ty_clause_of(report, row)->start);
}

/* 这两项, 以下三类企业: it points at what the text names, and counts nothing that was done or promised. */
static bool points(const ty_timeline *t, uint32_t first, uint32_t i) {
    enum { FEW = 10 };
    const ty_report *report = t->report;
    const ty_quantity *row = &t->rows[i];
    uint32_t start = row->flow.start;
    if (row->kind != TY_AMOUNT || !row->counts || row->bound != TY_EXACT || ty_decimal_double(row->high) > FEW) return false;
    if (start && report->flow[start - 1] == U'这') return true;
    if (report->flow[row->flow.end - 1] == U'种' && ty_is_han(report->flow[start])) return true; /* 有两种处理方法; not 9种矿产 */
    bool limits = i > first && t->rows[i - 1].flow.end + 2 == start; /* 5人以下3个 */
    return start > 1 && !limits && ty_is_used(report, TY_CUE_POINTS_AT, start - 2, start);
}

/* （苏联的铸铁废品率为5%）: is a bracket, opened before `start` in its sentence, closed before `end`? */
static bool is_closed(const ty_report *report, uint32_t first, uint32_t start, uint32_t end) {
    return ty_stray_closer(report, start, end) < end && ty_closing(report, first, '(', start) < start;
}

/* What the sentence says of others: 美国…, 其他国家…; not 我国同美国. */
static bool is_elsewhere(const ty_report *report, const ty_quantity *row, uint32_t start) {
    const uint64_t owners = TY_CUE(ELSEWHERE) | TY_CUE(OURS);
    if (!ty_holds(report, row->sentence, TY_CUE(ELSEWHERE))) return false; /* most */
    const ty_hit *whose = ty_last_word(report, owners, start, row->flow.start);
    for (uint32_t steps = 4; whose && steps-- && is_closed(report, start, whose->end, row->flow.start);)
        whose = ty_last_word(report, owners, start, whose->start);
    if (whose && report->token_at && report->token_at[whose->start] == TY_NONE) return false; /* 云南|非公有制 */
    uint32_t opens = whose ? whose->start : start;
    while (opens > start && !(report->traits[opens - 1] & TY_IS_BREAK)) opens--;
    bool listed = whose && whose->start > opens + 1 && ty_is_among(report->flow[whose->start - 1], U"、和及");
    const ty_hit *towards = listed ? ty_last_word(report, TY_CUE(TOWARDS), opens, whose->start) : NULL;
    bool ours = towards && ty_is_boundary(report, towards->start) && !ty_last_word(report, TY_CUE(ELSEWHERE), start, towards->start);
    if (towards && (towards->start == opens || towards->end > towards->start + 1 || ours)) return false; /* 我们对东盟、欧盟进出口, 通达中亚及欧洲 */
    if (whose && ty_comes_before(report, whose->end + 2, U"水平")) return false; /* 达到中等发达国家水平 */
    const ty_hit *deed = whose && whose->cue == TY_CUE_ELSEWHERE ? ty_last_word(report, TY_CUE(GOVERNS) | TY_CUE(LEVEL), start,
                         whose->start) : NULL;
    for (uint32_t at = deed ? deed->end : 0; deed && at < whose->start; at++)
        if (report->traits[at] & TY_IS_BREAK) deed = NULL;
    if (deed && ty_is_boundary(report, deed->start)) return false; /* 引进德国大众等项目3个 */
    return whose && whose->cue == TY_CUE_ELSEWHERE &&
           !ty_word_ending(report, TY_CUE(BASE_YEAR) | TY_CUE(START_YEAR) | TY_CUE(TOWARDS), whose->start);
}

/* 每增长1个百分点: a rate, told of no year. */
static bool is_per_step(const ty_report *report, const ty_quantity *row) {
    const ty_hit *verb = row->change == TY_STAYS ? NULL : ty_word_ending(report, TY_CUE(INCREASE) | TY_CUE(DECREASE), row->flow.start);
    return verb && verb->start && report->flow[verb->start - 1] == U'每';
}

/* 跻身世界前1%: a rank. */
static bool is_top_share(const ty_report *report, const ty_quantity *row) {
    return row->kind == TY_PERCENT && row->change == TY_STAYS && row->flow.start && report->flow[row->flow.start - 1] == U'前' &&
           ty_decimal_double(row->base_high) <= 0.5; /* not 恢复到疫情前95% */
}

/* 每周五天, 每人3天: so long each time. */
static bool recurs(const ty_report *report, const ty_quantity *row) {
    uint32_t start = row->flow.start;
    return row->kind == TY_DURATION && start > 1 && report->flow[start - 2] == U'每' && ty_is_han(report->flow[start - 1]);
}

/* 9亿多劳动力，是我们最大的资源: in a plan, what something is and not what is to be done. */
static bool is_told_of(const ty_timeline *t, uint32_t i) {
    const ty_report *report = t->report;
    const ty_clause *clause = ty_clause_of(report, &t->rows[i]), *next = clause + 1;
    bool is_last = t->rows[i].clause + 1 == report->clauses.count;
    if ((t->role != TY_PLAN && t->role != TY_SELF) || is_last || next->sentence != clause->sentence) return false;
    uint32_t head = i;
    while (head && t->rows[head - 1].clause == t->rows[i].clause) head--;
    return t->rows[head].kind == TY_AMOUNT && t->rows[head].flow.start == clause->start && report->flow[next->start] == U'是';
}

/* 总量在全省91个县中排名第一: how many are ranked. */
static bool are_ranked(const ty_timeline *t, uint32_t i) {
    const ty_quantity *row = &t->rows[i], *rank = row + 1;
    if (i + 1 >= t->count || !row->counts || rank->kind != TY_ORDINAL || rank->clause != row->clause || row->flow.start < 2) return false;
    return t->report->flow[row->flow.start - 2] == U'全' && ty_closing(t->report, row->flow.end, U'中', rank->flow.start) < rank->flow.start;
}

/* 达产后|年产值20亿元, |年可实现: what something yields in each year. */
static bool is_yearly_yield(const ty_report *report, uint32_t at) {
    uint32_t next = ty_flow_char(report, at + 1), before = at ? report->flow[at - 1] : 0;
    if (next == U'产' && ty_flow_char(report, at + 2) != U'值') return false; /* 年产能力 */
    if (report->flow[at] != U'年' || ty_is_digit(before) || (ty_is_han(before) && !ty_is_boundary(report, at))) return false;
    return ty_is_among(next, U"产营销纳创");
}

/* 建成后可改善灌溉5万亩, 投产后，预计年产值将达到30亿元、年纳税1.8亿元: what a project will be able to do. */
static bool is_of_project(const ty_report *report, const ty_quantity *row) {
    enum { FEW = 2 };
    uint32_t head = TY_SENTENCES_OF(report)[row->sentence].flow.start, start = ty_clause_of(report, row)->start;
    const ty_clause *clauses = report->clauses.items;
    if (!ty_holds(report, row->sentence, TY_CUE(HAPPENS))) return false;
    for (uint32_t steps = FEW, c = row->clause; steps-- && c && clauses[c].start > head; c--) start = clauses[c - 1].start;
    bool can = false;
    start = ty_look_from(start, row->flow.start);
    for (uint32_t at = row->flow.start; at-- > start + 1;) {
        uint32_t c = report->flow[at];
        uint32_t k = c == U'可' && report->token_at ? report->token_at[at] : TY_NONE;
        can = can || (k != TY_NONE && report->tokens[k].end <= at + 2 && report->flow[at + 1] != U'持') || /* not 可再生能源, 可持续 */
              (c == U'预' && report->flow[at + 1] == U'计' && report->flow[at + 2] != U'全') || /* not 预计全年 */
              (at >= clauses[row->clause].start && is_yearly_yield(report, at));
        if (can && c == U'后' && ty_word_ending(report, TY_CUE(HAPPENS), at)) return true;
        if (ty_is_semicolon(c)) return false;
    }
    return false;
}

/* 提出了28个主要指标，其中20个预期性指标: in a plan, how many aims it has. */
static bool counts_aims(const ty_timeline *t, uint32_t i) {
    enum { LONGEST = 10 };
    const ty_report *report = t->report;
    uint32_t at = t->rows[i].flow.end, end = at;
    if (t->role != TY_PLAN || !t->rows[i].counts) return false;
    while (end < at + LONGEST && ty_is_han(ty_flow_char(report, end))) end++;
    bool bare = end == at + 2 || (end == at && ty_comes_before(report, t->rows[i].flow.start, U"指标")); /* 提出10项指标, 约束性指标10项 */
    if (end == at && bare) return true;
    return end < at + LONGEST && (end > at + 2 || bare) && report->flow[end - 1] == U'标' &&
           ty_ends_in_goal(report, end); /* not 招生计划 */
}

/* “五年大变样”, “两年合力攻坚，三年巩固提升”: a slogan that opens with a length. */
static bool is_slogan(const ty_timeline *t, uint32_t i) {
    enum { LONGEST = 20, LEAST = 3 };
    const ty_report *report = t->report;
    const ty_quantity *row = &t->rows[i], *first = row;
    uint32_t open = row->flow.start, end = row->flow.end;
    if (row->kind != TY_DURATION || !row->in_years) return false;
    while (open && row->flow.start - open < LONGEST && report->flow[open - 1] != U'“' && report->flow[open - 1] != U'”') open--;
    if (!open || report->flow[open - 1] != U'“') return false;
    while (first > t->rows && first[-1].flow.start >= open) first--;
    uint32_t close = ty_closing(report, end, U'”', end + LONGEST < report->flow_length ? end + LONGEST : report->flow_length);
    bool planned = first == row && ty_flow_char(report, close) == U'”' && ty_word_at(report, TY_CUE(NAMED_LENGTH), close + 1);
    if (planned && first->kind == TY_DURATION && first->flow.start == open) return true; /* “三年翻番”计划 */
    if (first->kind != TY_DURATION || first->flow.start != open || ty_flow_char(report, close) != U'”' ||
        close < first->flow.end + LEAST || close == end)
        return false;
    return !ty_word_at(report, TY_CUE(PAST_SPAN_AFTER) | TY_CUE(WITHIN), first->flow.end) &&
           !(i + 1 < t->count && t->rows[i + 1].flow.start < close && t->rows[i + 1].kind != TY_DURATION); /* “三年翻一番” tells what was done */
}

/* 毕业5年内的大学生, 连续缴费满15年的参保人员: how long, of those who are named behind it. */
static bool selects_people(const ty_report *report, const ty_quantity *row) {
    enum { MOST_WORDS = 3 };
    uint32_t end = row->flow.end, within = ty_word_at(report, TY_CUE(WITHIN), end);
    bool full = row->flow.start && report->flow[row->flow.start - 1] == U'满';
    if (row->kind != TY_DURATION || !report->token_at || (!within && !full)) return false;
    uint32_t before = row->flow.start ? ty_token_over(report, row->flow.start - 1) : TY_NONE; /* 毕业|5年内; not 未来三年内, 完成3年内 */
    bool since = before != TY_NONE && report->token_class[before] <= TY_ACTING && ty_is_han(report->flow[row->flow.start - 1]) &&
                 !ty_word_ending(report, TY_CUE(GOVERNS) | TY_CUE(PAST_SPAN) | TY_CUE(FUTURE_SPAN) | TY_CUE(RUN_SPAN),
                     row->flow.start);
    if (!full && !since) return false;
    end = within ? within : end;
    if (ty_flow_char(report, end) != U'的') return false;
    uint32_t k = ty_token_from(report, end + 1);
    for (uint32_t steps = MOST_WORDS; steps-- && k < report->token_count && ty_is_han(report->flow[report->tokens[k].start]); k++)
        if (ty_names_people(report, report->tokens[k])) return true;
    return false;
}

/* 项目计划总投资3300万元, in a review: what a project is to cost, if no year is told. */
static bool is_planned_cost(const ty_timeline *t, uint32_t i) {
    const ty_report *report = t->report;
    const ty_quantity *row = &t->rows[i];
    uint32_t at = row->flow.start;
    if (t->role != TY_REVIEW || at < 5 || !ty_is_money(report, row) || !ty_is_used(report, TY_CUE_OUTLAY, at - 2, at)) return false;
    at -= report->flow[at - 3] == U'总' ? 3 : 2;
    bool planned = ty_comes_before(report, at, U"计划") || ty_comes_before(report, at, U"规划");
    bool reckoned = ty_comes_before(report, at, U"概算") || ty_comes_before(report, at, U"估算");
    uint32_t clause = ty_clause_of(report, row)->start;
    for (uint32_t year = clause; year < at; year++)
        if (report->flow[year] == U'年') return false; /* 年度计划投资 */
    return planned || reckoned;
}

/* 6个|1000亿元、3个|500亿元产业集群: money just behind a count of nothing yet, with the noun of both behind it. */
static bool sizes_counted(const ty_timeline *t, uint32_t first, uint32_t i) {
    enum { MOST_LISTED = 6 };
    const ty_report *report = t->report;
    for (uint32_t step = 0; step < MOST_LISTED && i < t->count; step++, i += 2) {
        const ty_quantity *row = &t->rows[i];
        uint32_t end = row->flow.end;
        if (i == first || !row[-1].counts || row[-1].flow.end != row->flow.start || !ty_is_money(report, row) || ty_counts_steps(report, row - 1))
            return false;
        uint32_t counted = row[-1].flow.start;
        bool follows = counted && report->token_at && ty_is_han(report->flow[counted - 1]);
        uint32_t k = follows ? ty_token_over(report, counted - 1) : TY_NONE;
        if (k != TY_NONE && report->token_class[k] == TY_NAMING) return false; /* 项目23个10.3亿元资金 */
        if (ends_in_works(report, end)) return true;
        if (ty_flow_char(report, end) != U'、' || i + 1 == t->count || row[1].flow.start != end + 1 || !row[1].counts) return false;
    }
    return false;
}

/* 投资10亿元、|20亿元以上的项目, 超30亿元或|3亿美元项目: does a size that the row shares its words with describe? */
static bool shares_description(const ty_timeline *t, uint32_t i) {
    const ty_quantity *row = &t->rows[i], *last = row;
    while (last + 1 < t->rows + t->count && last[1].list == row->list) last++;
    bool alike = last != row && last->kind == TY_AMOUNT && row->kind == TY_AMOUNT && !row->counts && row->change == TY_STAYS &&
                 (last->unit == row->unit || (ty_is_money(t->report, row) && ty_is_money(t->report, last)));
    bool told = ty_word_ending(t->report, TY_CUE(REACH) | TY_CUE(REACH_LEVEL), t->rows[row->list].flow.start); /* 达到3500亿元、百亿元以上产业链15条 */
    return alike && !told && row->bound == last->bound && describes(t->report, last);
}

bool ty_is_aside(const ty_timeline *t, uint32_t first, uint32_t i) {
    const ty_quantity *row = &t->rows[i];
    uint32_t from = ty_look_from(TY_SENTENCES_OF(t->report)[row->sentence].flow.start, row->flow.start);
    if (i > first && row->dimension != TY_NONE && t->rows[i - 1].clause == row->clause && t->rows[i - 1].unit == row->unit &&
        t->rows[i - 1].kind == TY_AMOUNT && t->rows[i - 1].status == TY_OTHER_STATUS &&
        (describes(t->report, &t->rows[i - 1]) || is_capacity(t->report, &t->rows[i - 1])) &&
        (ty_closing(t->report, t->rows[i - 1].flow.end, U'、', row->flow.start) < row->flow.start ||
         ty_closing(t->report, t->rows[i - 1].flow.end, U'和', row->flow.start) < row->flow.start))
        return true; /* 年产50万吨甲、90万吨乙; not 亿元以上项目到位资金260亿元 */
    uint32_t unit = t->report->flow[row->flow.end - 1];
    bool people = ty_is_among(unit, U"人名次户") || row->unit == TY_NONE; /* 12批次3600名医护人员 */
    if (i > first && t->rows[i - 1].flow.end == row->flow.start && t->rows[i - 1].counts && is_measure(t->report, row) && !people && unit != U'里' &&
        ty_is_han(ty_flow_char(t->report, row->flow.end)))
        return true; /* 2座35万千瓦光热发电项目 */
    const ty_quantity *head = &t->rows[row->list];
    bool rewards = t->report->flow[ty_clause_of(t->report, row)->start] == U'对'; /* 对产值分别超过10亿元、5亿元以上的企业给予奖励 */
    bool apart = !rewards && ty_is_distributed(t->report, head);
    if (!apart && shares_description(t, i)) return true;
    bool steps = is_per_step(t->report, row) || (i > first && is_per_step(t->report, &t->rows[i - 1])); /* 每增长1个百分点，可带动20万人 */
    if (steps || are_ranked(t, i) || counts_aims(t, i) || is_told_of(t, i) || recurs(t->report, row)) return true;
    if (is_of_project(t->report, row) || is_capacity(t->report, row) || is_planned_cost(t, i)) return true;
    if (sizes_counted(t, first, i)) return true;
    if (is_slogan(t, i) || selects_people(t->report, row) || is_top_share(t->report, row)) return true;
    return is_radius(t, i) || is_named_length(t, first, i) || (!apart && describes(t->report, row)) || is_population(t->report, row) ||
           is_elsewhere(t->report, row, from) || points(t, first, i) ||
           (i > first && row->list < i && t->rows[i - 1].status == TY_OTHER_STATUS && t->rows[i - 1].from_year == 0 &&
            !(row->counts && ty_is_money(t->report, row - 1)));
}
