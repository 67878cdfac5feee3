/* level.c: does a value hold at the end of the years it is told of, or over all of them? */
#include "level.h"

#include "comparison.h"
#include "phrase.h"

uint32_t ty_aspect_before(const ty_report *report, const ty_quantity *row) {
    enum { NEAR = 12 };
    for (uint32_t at = row->flow.start; at-- > ty_clause_of(report, row)->start && row->flow.start - at < NEAR;)
        if (report->flow[at] == U'了') return at;
    return 0;
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
    const ty_hit *word = word_in(report, TY_CUE(YEARLY) | TY_CUE(LEVEL), start, end);
    for (; word; word = word_in(report, TY_CUE(YEARLY) | TY_CUE(LEVEL), start, word->start)) {
        uint32_t last = report->flow[word->end - 1];
        bool names = word->cue == TY_CUE_LEVEL ? last == U'值' || (last == U'率' && report->flow[word->end - 2] == U'长')
                                               : word->end == word->start + 2 && report->flow[word->start] == U'平';
        if (!names) return true;
    }
    return false;
}

/* Does the dictionary's verb stand in the clause before the number? Not 装机 just before it. */
static bool has_verb(const ty_report *report, const ty_quantity *row) {
    for (uint32_t at = ty_clause_of(report, row)->start; report->token_at && at < row->flow.start; at++) {
        uint32_t k = report->token_at[at];
        if (k == TY_NONE || report->token_class[k] != TY_ACTING) continue;
        bool single = k && report->tokens[k].end == at + 1 && report->tokens[k - 1].end == at && report->tokens[k - 1].start + 1 == at;
        if (single && report->token_class[k - 1] == TY_NAMING && ty_is_han(report->flow[at - 1]))
            continue; /* 智|算|规模: part of a name that the dictionary does not know */
        bool adjoins = row->counts && report->tokens[k].end == row->flow.start && row->flow.start - at > 1; /* 应对50个 */
        if (report->tokens[k].end >= row->flow.start && !adjoins) continue;
        if (!ty_word_at(report, TY_CUE(SHARE_VERB), at) && !ty_word_ending(report, TY_CUE(REACH), report->tokens[k].end)) return true;
    }
    return false;
}

/* Behind the last 的 before a number, or where its clause begins. */
static uint32_t behind_of(const ty_report *report, const ty_quantity *row) {
    uint32_t start = ty_clause_of(report, row)->start;
    for (uint32_t at = row->flow.start; at-- > start + 1;)
        if (report->flow[at] == U'的') return at + 1;
    return start;
}

/* 13个县被命名为示范区, 47家医院共享服务: what is counted opens the clause, and a verb tells what it did. */
static bool acts_behind(const ty_report *report, const ty_quantity *row) {
    const ty_clause *clause = ty_clause_of(report, row);
    uint32_t unit = report->flow[row->flow.end - 1];
    bool counts = row->counts || (row->kind == TY_AMOUNT && (ty_is_among(unit, U"户人名位") || row->unit == TY_NONE));
    if (!counts || !report->token_at || row->flow.start != clause->start) return false;
    for (uint32_t k = ty_token_from(report, row->flow.end); k < report->token_count && report->tokens[k].end < clause->end; k++) {
        ty_token token = report->tokens[k];
        if (ty_word_at(report, TY_CUE(REACH_LEVEL), token.start)) return false; /* 90家医院达到三级水平 */
        bool passive = report->flow[token.start] == U'被' && token.end == token.start + 1; /* 13个县|被|命名 */
        if (passive || (report->token_class[k] == TY_ACTING && token.end > token.start + 1)) return true; /* not 6个州|通|高铁 */
    }
    return false;
}

/* 人均收入5.2万元: no sum of years. */
static bool is_per_head(const ty_report *report, uint32_t start, uint32_t end) {
    for (uint32_t at = ty_look_from(start, end); at + 2 <= end; at++)
        if (ty_is_used(report, TY_CUE_PER_HEAD, at, at + 2)) return true;
    return false;
}

/* 投资|200亿元, 投资总额|达493亿元: does money that goes out end there? */
static bool is_spent(const ty_report *report, const ty_quantity *row, uint32_t at) {
    at -= ty_comes_before(report, at, U"总额") ? 2 : ty_comes_before(report, at, U"总规模") ? 3 : 0;
    bool held = at > 3 && ty_is_used(report, TY_CUE_HELD, at - 4, at - 2); /* 结余资金 */
    return at > 1 && !held && ty_is_money(report, row) && ty_is_used(report, TY_CUE_OUTLAY, at - 2, at) &&
           !is_per_head(report, ty_clause_of(report, row)->start, at);
}

static bool has_flow_word(const ty_report *report, const ty_quantity *row) {
    const ty_clause *clause = ty_clause_of(report, row);
    if (acts_behind(report, row)) return true;
    uint32_t unit = report->flow[row->flow.end - 1];
    if (row->kind == TY_AMOUNT && row->counts && (unit == U'次' || unit == U'场')) return true; /* 16次调度, 送戏下乡8万场 */
    const ty_hit *limit = ty_word_ending(report, TY_CUE(AT_LEAST) | TY_CUE(APPROX), row->flow.start);
    bool near = limit && (limit->cue == TY_CUE_AT_LEAST || report->flow[limit->end - 1] == U'近'); /* 产值近千亿元 is a level */
    bool per_head = ty_is_money(report, row) && is_per_head(report, clause->start, row->flow.start); /* 人均可支配收入分别为43617元 */
    if (per_head && !ty_has_yearly_word(report, row)) return false;
    if (ty_is_money(report, row) && !near && ty_word_ending(report, TY_CUE(LINK) | TY_CUE(REACH), row->flow.start))
        return true; /* 工业部门为248亿元 */
    bool crosses = limit && ty_word_ending(report, TY_CUE(REACH_LEVEL), limit->end); /* 投资突破1000亿元 */
    if (!crosses && is_spent(report, row, limit ? limit->start : row->flow.start)) return true; /* 预算支出3.4万亿元, 投资超过200亿元 */
    if (ty_word_at(report, TY_CUE(REACH_LEVEL), clause->start) > clause->start + 1) return false; /* 实有经营主体688万户 */
    bool exceeds = ty_word_ending(report, TY_CUE(AT_LEAST), row->flow.start) != NULL; /* 参保人数突破5100万: no verb but in the name */
    if ((!exceeds && has_verb(report, row)) || ty_aspect_before(report, row)) return true; /* 接待了 */
    const ty_hit *acted = exceeds ? NULL : ty_word_ending(report, TY_CUE(GOVERNS), row->flow.start); /* 安居工程住房建设4013万套 */
    if (acted && acted->end > acted->start + 1 && row->kind == TY_AMOUNT && !ty_is_money(report, row)) return true;
    bool done = !exceeds && row->flow.start > 1 && report->flow[row->flow.start - 1] != U'盖' && /* 农村危房改造1700万户 */
                ty_word_at(report, TY_CUE(VERB), row->flow.start - 2) == row->flow.start;
    if (done && row->kind == TY_AMOUNT && !ty_is_money(report, row)) return true;
    uint32_t at = limit ? limit->start : row->flow.start;
    const ty_hit *deed = ty_word_ending(report, TY_CUE(HAPPENS) | (limit ? TY_CUE(GOVERNS) : 0), at); /* 扶贫搬迁830万人, 住房改造超过2100万套 */
    bool acts = (deed && deed->end > deed->start + 1) || (limit && at > clause->start + 2 && ty_word_at(report, TY_CUE(VERB), at - 2) == at);
    bool held = at > 1 && ty_is_used(report, TY_CUE_HELD, at - 2, at); /* 高速公路通车超过5000公里 */
    if (acts && !held && row->kind == TY_AMOUNT && !ty_is_money(report, row)) return true;
    uint32_t start = exceeds ? behind_of(report, row) : clause->start; /* 实现超低排放的|煤电机组超过10亿千瓦 */
    uint32_t opens = ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS) | TY_CUE(LEVEL), start);
    uint32_t k = opens && report->token_at ? report->token_at[start] : TY_NONE;
    bool inside = k != TY_NONE && report->tokens[k].end > opens; /* 生产|总值 */
    const ty_hit *governs = ty_last_word(report, TY_CUE(GOVERNS), start, row->flow.start);
    while (governs && !ty_is_boundary(report, governs->end)) /* 增加|值 */
        governs = ty_last_word(report, TY_CUE(GOVERNS), start, governs->start);
    return (opens && !inside) || governs || is_sum(report, start, row->flow.start) ||
           ty_next_word(report, TY_CUE(HAPPENS), row->flow.end, clause->end);
}

/* Where the word ends that says what level is reached, just before the number but for 约, 了, 超过; 0. Of a length 影响到 and
   余额 say none. */
static uint32_t reached_at(const ty_report *report, const ty_quantity *row) {
    uint32_t at = row->flow.start;
    for (int step = 0; step < 3; step++) {
        const ty_hit *reach = ty_word_ending(report, TY_CUE(REACH_LEVEL), at);
        uint32_t last = reach ? report->flow[reach->end - 1] : 0;
        bool verbal = last == U'达' || ((last == U'到' || last == U'至') && reach->end > reach->start + 1);
        if (reach && (verbal || row->kind != TY_DURATION)) return at;
        bool of = at && report->flow[at - 1] == U'的'; /* 提高到现在的1721元 */
        const ty_hit *link = of ? ty_word_ending(report, TY_CUE(TOLD) | TY_CUE(LAST_YEAR) | TY_CUE(THIS_YEAR), at - 1)
                                : ty_word_ending(report, TY_CUE(APPROX) | TY_CUE(AT_MOST) | TY_CUE(LINK), at);
        if (!link) return 0;
        at = link->start;
    }
    return 0;
}

bool ty_is_reached(const ty_report *report, const ty_quantity *row) { return reached_at(report, row) > 0; }

bool ty_has_yearly_word(const ty_report *report, const ty_quantity *row) {
    if (!ty_holds(report, row->sentence, TY_CUE(YEARLY))) return false;
    return word_in(report, TY_CUE(YEARLY), ty_clause_of(report, row)->start, row->flow.start) != NULL;
}

/* 铁路里程达到12万公里，其中高铁1.9万公里; 机构达到9341个、床位10.5万张: a part of the figure before, or another with no verb of its own. */
static const ty_quantity *goes_with(const ty_timeline *t, uint32_t first, uint32_t i) {
    const ty_report *report = t->report;
    const ty_quantity *row = &t->rows[i], *before = &t->rows[i - (i > first)];
    uint32_t start = ty_clause_of(report, row)->start;
    bool among = ty_comes_at(report, start, U"其中");
    while (among && before > &t->rows[first] && before->clause == row->clause &&
           before->status == TY_OTHER_STATUS) before--; /* 其中超亿元的|镇3个 */
    uint32_t end = ty_behind_bound(report, before->flow.end);
    if (before == row || !ty_has_value(before) || before->kind == TY_DURATION || before->change != TY_STAYS || !before->from_year)
        return NULL;
    bool part = before->unit == row->unit || (row->counts && (ty_is_reached(report, before) || before->bound == TY_AT_LEAST));
    if (before->clause != row->clause) return before->clause + 1 == row->clause && part && among ? before : NULL;
    if (before->flow.end == row->flow.start && before->kind == TY_AMOUNT &&
        row->kind == TY_AMOUNT) return before; /* 恢复至7群42只, 1.2万户3.9万人 */
    if (!report->token_at || report->flow[end] != U'、') return NULL;
    if (ty_word_at(report, TY_CUE(LINK), end + 1) == row->flow.start) return before; /* 每人每月420元、每人每年2855元 */
    if (ty_last_word(report, TY_CUE(REACH) | TY_CUE(REACH_LEVEL) | TY_CUE(LEVEL) | TY_CUE(YEARLY), end,
        row->flow.start)) return NULL;
    uint32_t verb = ty_last_token(report, TY_ACTING, end, row->flow.start);
    bool times = report->flow[row->flow.end - 1] == U'次'; /* 服务客户超122万次 */
    return verb == TY_NONE || (!times &&
           !ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS), report->tokens[verb].start)) ? before : NULL; /* 、在建里程163公里 */
}

bool ty_is_mean_of_years(const ty_report *report, const ty_quantity *row) {
    if (!ty_holds(report, row->sentence, TY_CUE(YEARLY))) return false;
    const ty_hit *word = ty_last_word(report, TY_CUE(YEARLY), ty_clause_of(report, row)->start, row->flow.start);
    bool year = false, even = false;
    for (uint32_t at = word ? word->start : 0; word && at < word->end; at++) {
        year = year || report->flow[at] == U'年';
        even = even || report->flow[at] == U'均';
    }
    return year && even;
}

/* 建成示范园区7个，苹果示范园56个: the clause goes on with what the verb before it made. */
static bool continues_count(const ty_timeline *t, uint32_t first, uint32_t i) {
    const ty_report *report = t->report;
    const ty_quantity *row = &t->rows[i], *before = &t->rows[i - (i > first)];
    bool counts = before != row && row->counts && before->counts && row->unit == before->unit && before->clause + 1 == row->clause;
    if (!counts || !report->token_at || before->from_year == before->to_year || row->status != before->status) return false;
    uint32_t start = ty_clause_of(report, row)->start;
    if (ty_is_word_char(ty_flow_char(report, row->flow.end)) || ty_is_word_char(ty_flow_char(report, before->flow.end)))
        return false; /* 6项指标 */
    return before->change == TY_STAYS && row->flow.start > start && ty_last_token(report, TY_ACTING, start, row->flow.start) == TY_NONE;
}

/* 财政收入完成326.8亿元，是2007年的2.3倍: a multiple of a year before, or the level that has it. */
static bool is_set_against_base(const ty_timeline *t, uint32_t i) {
    const ty_report *report = t->report;
    const ty_clause *clause = ty_clause_of(report, &t->rows[i]);
    uint32_t date = i + 1;
    if (report->flow[t->rows[i].flow.end - 1] == U'倍' && i) date = i - 1;
    if (date + 1 >= t->count || t->rows[date].sentence != t->rows[i].sentence) return false;
    const ty_quantity *fold = &t->rows[date + 1], *year = &t->rows[date];
    bool ago = year->in_years && ty_comes_before(report, fold->flow.start, U"前的") && fold->flow.start == year->flow.end + 2;
    if (year->kind != TY_DATE && !ago) return false; /* 是五年前的1.7倍 */
    bool multiple = report->flow[fold->flow.end - 1] == U'倍' && fold->clause == year->clause && report->flow[fold->flow.start - 1] == U'的';
    uint32_t opens = year->flow.start;
    opens -= opens && report->flow[opens - 1] == U'“';
    bool one = ago || !ty_is_span(ty_period_of_date(year)) || ty_is_end_of_plan(report, year); /* 是“十五”末的4.6倍 */
    bool itself = one && date < i; /* 余额是2020年的2.6倍 */
    bool heads = opens && report->flow[opens - 1] == U'是' && (itself || ty_clause_of(report, year)->start + 1 == opens);
    bool adds = date > i && word_in(report, TY_CUE(LEVEL), clause->start, t->rows[i].flow.start); /* 新增6.5万户，是“十一五”末的1.8倍 */
    return multiple && heads && one && !adds && (date < i || ty_clause_of(report, year) == clause + 1) &&
           !ty_has_yearly_word(report, &t->rows[i]);
}

/* 是“十五”的3倍: the value of the clause before, which a multiple of a time is told of; NULL. */
static const ty_quantity *multiplied_by(const ty_timeline *t, uint32_t first, uint32_t i) {
    enum { LONGEST_LINK = 4 };
    if (i < first + 2) return NULL;
    const ty_quantity *row = &t->rows[i], *value = row - 2;
    if (t->report->flow[row->flow.end - 1] != U'倍' || t->report->flow[row->flow.start - 1] != U'的') return NULL;
    bool heads = row[-1].flow.start <= ty_clause_of(t->report, row)->start + LONGEST_LINK; /* not 贷款余额是2020年的2.6倍 */
    bool of_time = row[-1].kind == TY_DATE && row[-1].clause == row->clause && ty_has_value(value) &&
                   value->change == TY_STAYS && heads;
    return of_time && value->from_year && value->kind == TY_AMOUNT && value->clause + 1 == row->clause ? value : NULL;
}

/* 完成投资35亿元. */
static bool completes(const ty_report *report, uint32_t start, uint32_t end) {
    for (uint32_t at = start + 2; at <= end; at++)
        if (ty_comes_before(report, at, U"完成")) return true;
    return false;
}

/* 增加值35亿元，年均增长14.1%, 实现利润30亿元，增长1.8倍: the level that growth led to; not 过去五年，支出35亿元，增长50%,
   nor what was built. */
static bool has_grown(const ty_timeline *t, uint32_t first, uint32_t i, const ty_time *time) {
    const ty_quantity *row = &t->rows[i], *next = row + 1;
    if (i + 1 >= t->count || next->sentence != row->sentence || next->clause > row->clause + 1) return false;
    bool compared = next->kind == TY_DATE && next->clause == row->clause + 1 && i + 2 < t->count && next[1].clause == next->clause &&
                    next[1].change != TY_STAYS && ty_year_compared(t, i, i + 2); /* 收入3997元，比2002年增加1553元 */
    if (next->change == TY_STAYS && !compared) return false;
    uint32_t opens = ty_behind_bound(t->report, row->flow.end) + 1, start = ty_clause_of(t->report, row)->start;
    bool yearly = next->kind == TY_PERCENT && ty_is_mean_of_years(t->report, next) && ty_word_at(t->report, TY_CUE(YEARLY), opens);
    bool sums = time->form == TY_A_FRAME && !is_per_head(t->report, start, row->flow.start);
    bool since_last = next->kind == TY_PERCENT && ty_grows_since_last(t, i + 1); /* 支出701亿元，比上年增长18% */
    bool grows = !sums && ty_is_money(t->report, row) && ty_word_at(t->report, TY_CUE(INCREASE) | TY_CUE(DECREASE), opens) &&
                 !word_in(t->report, TY_CUE(LEVEL), start, row->flow.start) && !completes(t->report, start, row->flow.start);
    if (!yearly && !grows && !since_last && !compared) return false;
    if (compared && is_sum(t->report, start, row->flow.start)) return false; /* 新增企业500家，比2010年增加 */
    for (uint32_t j = i; j-- > first && t->rows[j].clause == row->clause;)
        if (t->rows[j].kind == TY_DURATION) return false;
    return !ty_has_yearly_word(t->report, row);
}

/* 新增县区26个，累计达到46个: what was added makes this many. */
static bool adds_up_to(const ty_timeline *t, uint32_t first, uint32_t i) {
    const ty_quantity *row = &t->rows[i], *added = &t->rows[i - (i > first)];
    if (added == row || added->unit != row->unit || added->clause + 1 != row->clause || !ty_is_reached(t->report, row)) return false;
    return word_in(t->report, TY_CUE(LEVEL), ty_clause_of(t->report, added)->start, added->flow.start) &&
           ty_word_at(t->report, TY_CUE(YEARLY), ty_clause_of(t->report, row)->start);
}

/* 毛入学率超过90%, 供水能力接近200万立方米: a rate or a capacity, and no rise of it. */
static bool is_rate_or_capacity(const ty_report *report, const ty_quantity *row) {
    uint32_t at = row->flow.start;
    for (int step = 0; step < 3; step++) {
        if (ty_ends_in_rate(report, at)) return row->kind == TY_PERCENT;
        if (ty_comes_before(report, at, U"能力")) return row->kind == TY_AMOUNT;
        const ty_hit *word = ty_word_ending(report, TY_CUE(AT_LEAST) | TY_CUE(AT_MOST) | TY_CUE(APPROX) | TY_CUE(LINK), at);
        if (!word) return false;
        at = word->start;
    }
    return false;
}

bool ty_is_level_at_end(const ty_timeline *t, uint32_t first, uint32_t i, const ty_time *time, bool is_goal) {
    const ty_report *report = t->report;
    const ty_quantity *row = &t->rows[i];
    const ty_clause *clause = ty_clause_of(report, row);
    bool exceeds = i > first && row->change == TY_INCREASES && t->rows[i - 1].clause == row->clause && /* 比计划目标3000亿元超过1070亿元 */
                   row->why[TY_WHY_CHANGE].start == t->rows[i - 1].flow.end && ty_ends_in_goal(report, t->rows[i - 1].flow.start);
    if (exceeds) return t->rows[i - 1].from_year == t->rows[i - 1].to_year;
    if (row->change != TY_STAYS || time->runs) return false;
    if (is_goal && ty_ends_in_goal(report, row->flow.start)) return true;
    if (row->kind == TY_DURATION) return ty_is_reached(report, row); /* 年限提高到10.8年 */
    if (ty_counts_steps(report, row)) return false;
    if ((i > first && ty_counts_steps(report, row - 1)) || ty_is_step(report, row)) return true;
    if (row->bound == TY_ORDER && row->status == TY_ACHIEVED) return true; /* 形成7个千亿级产业集群: the size that was reached */
    bool reaches = i > first && report->flow[row->flow.end - 1] == U'倍' && row[-1].kind == TY_DATE &&
                   !ty_is_span(ty_period_of_date(&row[-1])) &&
                   report->flow[row->flow.start - 1] == U'的' && ty_word_ending(report, TY_CUE(REACH_LEVEL), row[-1].flow.start);
    if (reaches) return true; /* 收入达到2005年的3.6倍 */
    const ty_quantity *multiplied = multiplied_by(t, first, i);
    if (multiplied) return multiplied->from_year == multiplied->to_year; /* 累计完成300亿元，是“十五”的3倍 */
    if (is_set_against_base(t, i) || has_grown(t, first, i, time) || adds_up_to(t, first, i)) return true;
    bool in_list = row->list < i && t->rows[row->list].change == TY_STAYS && !ty_counts_steps(report, &t->rows[row->list]);
    if (in_list) return t->rows[row->list].from_year == t->rows[row->list].to_year;
    const ty_quantity *whole = goes_with(t, first, i);
    if (whole) return whole->from_year == whole->to_year;
    uint32_t start = i > first && t->rows[i - 1].clause == row->clause ? t->rows[i - 1].flow.end : clause->start;
    const ty_hit *flow = row->bound == TY_AT_LEAST ? ty_last_word(report, TY_CUE(LEVEL), start, row->flow.start) : NULL;
    bool passes = flow && !ty_has_yearly_word(report, row) && ty_is_reached(report, row); /* 新增贷款迈上万亿元台阶 */
    bool share = row->kind == TY_PERCENT && ty_last_word(report, TY_CUE(SHARE_VERB), start, row->flow.start); /* 占新建建筑比重超80% */
    if (!passes && !share && is_sum(report, start, row->flow.start)) return false;
    if (ty_comes_before(report, row->flow.start, U"保持")) return false; /* 优良率保持100% */
    uint32_t reached = reached_at(report, row);
    const ty_hit *reach = reached && time->form == TY_A_FRAME &&
                          time->past ? ty_word_ending(report, TY_CUE(REACH_LEVEL), reached) : NULL;
    bool crosses = reach && ty_word_ending(report, TY_CUE(AT_LEAST), reached);
    if (reach && !crosses && is_spent(report, row, reach->start)) return false; /* 五年来，民生支出达800亿元 */
    if (reached) return report->flow[reached - 1] != U'在'; /* 稳定在 holds all the while */
    bool opens = ty_word_at(report, TY_CUE(SHARE_VERB), clause->start) && i > first && t->rows[i - 1].clause + 1 == row->clause;
    if (row->kind == TY_PERCENT && (opens || ty_word_ending(report, TY_CUE(SHARE_VERB), row->flow.start)) && i > first &&
        ty_has_value(&t->rows[i - 1])) /* a share of what has just been told */
        return t->rows[i - 1].from_year == t->rows[i - 1].to_year;
    if (is_rate_or_capacity(report, row)) return true;
    if (time->form == TY_A_FRAME) return false;
    if (row->kind == TY_PERCENT) return !ty_word_at(report, TY_CUE(YEARLY), ty_behind_bound(report, row->flow.end)); /* 支出70%以上用于民生 */
    return !has_flow_word(report, row) && !continues_count(t, first, i);
}
