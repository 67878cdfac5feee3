/* bound.c: how the words around a number limit it, and whether it is the size of a change.
 *
 * Both are read outward from the numeral: 同比增长了约6.5%左右 is 6.5% between 约 and 左右, and behind 约 and 了
 * stands 增长. A list (分别增长8.8%、9.9%以上) shares what stands at its head and at its end.
 */
#include "phrase.h"
#include "trim.h"

enum {
    LONGEST_WALK = 8,
    LONGEST_LIST = 32 /* members look at each other: a list without end would cost its square */
};

/* What words make of a number, and which. */
typedef struct ruling {
    uint8_t value; /* 0: nothing */
    ty_slice why;
} ruling;

static ruling by_word(uint8_t value, const ty_hit *word) { return (ruling){value, {word->start, word->end}}; }

/* Where the words behind the number begin: behind 多 and 余, which belong to it. */
static uint32_t tail_of(const ty_report *report, const ty_quantity *row) {
    uint32_t at = ty_behind_people(report, row->flow.end), c = ty_flow_char(report, at);
    return row->vague && (c == U'多' || c == U'余') ? at + 1 : at;
}

static ruling bound_behind(const ty_report *report, const ty_quantity *row) {
    static const struct {
        uint64_t cues;
        uint8_t bound;
    } words[] = {{TY_CUE(APPROX_AFTER), TY_APPROX}, {TY_CUE(AT_LEAST_AFTER), TY_AT_LEAST}, {TY_CUE(AT_MOST_AFTER), TY_AT_MOST}};
    uint32_t at = tail_of(report, row), end;
    bool ranks = ty_flow_char(report, at) == U'级';
    if (ranks && (end = ty_word_at(report, TY_CUE(AT_LEAST_AFTER), at + 1)) != 0) return (ruling){TY_AT_LEAST, {at, end}}; /* 千吨级及以上 */
    if (ranks) return (ruling){TY_ORDER, {at, at + 1}};
    bool bounds = ty_behind_bound(report, at) != at;
    for (size_t i = 0; bounds && i < sizeof words / sizeof *words; i++)
        if ((end = ty_word_at(report, words[i].cues, at)) != 0) return (ruling){words[i].bound, {at, end}};
    if ((end = ty_is_step(report, row)) != 0) return (ruling){TY_AT_LEAST, {at, end}};
    bool names_year = row->flow.start > 1 && ty_comes_before(report, row->flow.start, U"新的"); /* 新的一年里 */
    bool inside = ty_flow_char(report, at) == U'里'; /* 五年里 is all of them */
    bool or = ty_is_comma(ty_flow_char(report, at)) && ty_flow_char(report, at + 1) == U'或'; /* 降低2%到3%，或者更多些; not 或更多项目 */
    if (or && (end = ty_word_at(report, TY_CUE(AT_LEAST_AFTER), at + 1)) != 0 && !ty_is_word_char(ty_flow_char(report, end)))
        return (ruling){TY_AT_LEAST, {at + 1, end}};
    if (row->kind == TY_DURATION && !names_year && !inside && (end = ty_word_at(report, TY_CUE(WITHIN), at)) != 0)
        return (ruling){TY_AT_MOST, {at, end}};
    return (ruling){0};
}

/* 近三年来, 特别是近三年, 全省近三年投入: the last three years. Behind a verb or at the end, nearly three: 执行了近两年, 经过近三十年,
   需时近十年. */
static bool counts_back(const ty_report *report, const ty_quantity *row, const ty_hit *bound) {
    if (!row->in_years || bound->end != bound->start + 1 || report->flow[bound->start] != U'近') return false;
    const ty_clause *clause = ty_clause_of(report, row);
    if (clause->start >= bound->start || ty_word_at(report, TY_CUE(PAST_SPAN_AFTER), row->flow.end)) return true; /* or before it: 近：三十年 */
    uint32_t last = report->flow[bound->start - 1], k = report->token_at ? ty_token_over(report, bound->start - 1) : TY_NONE;
    uint32_t next = ty_flow_char(report, row->flow.end);
    bool level = next == U'的' && ty_comes_before(report, row->flow.end + 3, U"水平"); /* 的水平 */
    if (last == U'是' || next == U'最' || level) return true; /* 取得近10年最好成绩, 保持近两年的水平 */
    if (k == TY_NONE || last == U'了' || report->token_class[k] == TY_ACTING || !ty_is_word_char(ty_flow_char(report, row->flow.end)))
        return false;
    return !ty_word_ending(report, TY_CUE(ANY_SPAN) | TY_CUE(FUTURE_SPAN), bound->start);
}

/* 约, 至少, 最多, 起码, 大概: they may stand before the verb (至少完成10万套), where 超过 and 基本 say something else. */
static bool is_adverb(const ty_report *report, const ty_hit *bound) {
    uint32_t last = report->flow[bound->end - 1];
    return ty_is_among(last, U"约少多码概");
}

/* 比计划目标3000亿元超过1070亿元, 比原计划超过4%: the word between what is compared with and by how much it is exceeded; NULL. */
static const ty_hit *exceeds_told(const ty_report *report, const ty_quantity *row) {
    enum { LONGEST_BASE = 14 };
    const ty_quantity *told = row - 1;
    const ty_hit *over = ty_word_ending(report, TY_CUE(AT_LEAST), row->flow.start);
    uint32_t end = row->flow.start, clause = ty_clause_of(report, row)->start;
    bool passes = over && end >= clause + 2 && ty_comes_before(report, end, U"超过");
    uint32_t base = end > clause + LONGEST_BASE ? end - LONGEST_BASE : clause, than = passes ? ty_than(report, base, end - 2) : end;
    if (passes && than + 1 < end - 2) return over;
    if (row == TY_QUANTITIES_OF(report) || !over || told->clause != row->clause || !ty_has_value(told) || told->unit != row->unit)
        return NULL;
    if ((report->flow[over->start] != U'超' && report->flow[over->start] != U'高') || told->flow.end != over->start) return NULL;
    uint32_t start = ty_clause_of(report, row)->start;
    return ty_compares_at(report, start) || ty_last_word(report, TY_CUE(BASE_YEAR), start, told->flow.start) ? over : NULL;
}

/* 约占职工总数的四分之一, 大约相当于去年的2倍, 至少节约10%: the adverb before a verb that is no word of change, or whose share follows;
   NULL. */
static const ty_hit *adverb_before(const ty_report *report, const ty_quantity *row, uint64_t bounds) {
    enum { LONGEST_WHOLE = 10 };
    uint32_t at = row->flow.start, k = at && report->token_at ? ty_token_over(report, at - 1) : TY_NONE, verb = TY_NONE;
    if (at && report->flow[at - 1] == U'的') {
        const ty_hit *share = ty_last_word(report, TY_CUE(SHARE_VERB) | TY_CUE(REACH), ty_clause_of(report, row)->start, at - 1);
        if (share) verb = share->start;
    } else if (k != TY_NONE && report->tokens[k].end == at && report->token_class[k] != TY_BINDING) {
        verb = report->tokens[k].start;
    }
    uint32_t head = ty_clause_of(report, row)->start, near = at > head + LONGEST_WHOLE ? at - LONGEST_WHOLE : head;
    const ty_hit *part = row->kind == TY_PERCENT && at && report->flow[at - 1] != U'的' ? ty_last_word(report, TY_CUE(SHARE_VERB), near, at) : NULL;
    if (part) verb = part->start; /* 约占全球1/7 */
    const ty_hit *bound = verb == TY_NONE ? NULL : ty_word_ending(report, bounds | TY_CUE(NOT_BOUND), verb);
    if (!bound && verb != TY_NONE) bound = ty_last_word(report, bounds, ty_clause_of(report, row)->start, verb);
    if (bound && ty_word_at(report, TY_CUE(NOT_BOUND), bound->start) > bound->end) bound = NULL; /* 约谈8人次 */
    bool adjoins = bound && (bound->end == verb || report->flow[bound->end] == U'为'); /* 至少为国家节约20亿元 */
    return adjoins && bound->cue != TY_CUE_NOT_BOUND && is_adverb(report, bound) ? bound : NULL;
}

/* 投入不少于预算收入的20%, 在校学生已接近适龄人口的一半: what limits a share stands before what it is of; NULL. */
static const ty_hit *limit_of_share(const ty_report *report, const ty_quantity *row) {
    enum { LONGEST_WHOLE = 14 };
    const uint64_t limits = TY_CUE(APPROX) | TY_CUE(AT_LEAST) | TY_CUE(AT_MOST);
    uint32_t start = ty_clause_of(report, row)->start, at = row->flow.start;
    if (row->kind != TY_PERCENT || at < start + 4 || report->flow[at - 1] != U'的') return NULL;
    const ty_hit *limit = ty_last_word(report, limits, start, at - 1);
    uint32_t end = limit ? ty_word_at(report, limits, limit->start) : 0;
    if (end < (limit ? limit->start + 2 : 1) || at - end > LONGEST_WHOLE || !ty_is_boundary(report, limit->start) ||
        !ty_is_boundary(report, end)) return NULL;
    limit = ty_word_ending(report, limits | TY_CUE(NOT_BOUND), end); /* 不低于, not 低于 */
    if (!limit || limit->cue == TY_CUE_NOT_BOUND) return NULL;
    if (row > TY_QUANTITIES_OF(report) && row[-1].flow.end > limit->start) return NULL;
    uint32_t head = report->flow[limit->start];
    if (head == U'基' || head == U'最' || ty_closing(report, end, U'的', at - 1) < at - 1) return NULL; /* 基本医疗保险, 最低生活保障 */
    const uint64_t others = TY_CUE(SHARE_VERB) | TY_CUE(REACH) | TY_CUE(COMPARED) | TY_CUE(LAST_YEAR);
    return ty_next_word(report, others, end, at) || ty_closing(report, end, U'、', at) < at ? NULL : limit;
}

/* ，不过10家企业仍有困难: at the head of a clause it is no bound. */
static bool opens_with_but(const ty_report *report, const ty_hit *bound, uint32_t clause_start) {
    return bound->start == clause_start && bound->end == clause_start + 2 && ty_comes_before(report, bound->end, U"不过");
}

static ruling by_bound(const ty_hit *bound) {
    return by_word(bound->cue == TY_CUE_APPROX ? TY_APPROX : bound->cue == TY_CUE_AT_MOST ? TY_AT_MOST : TY_AT_LEAST, bound);
}

/* By the number itself, where no word before it limits it. */
static ruling bound_within(const ty_report *report, const ty_quantity *row) {
    return ty_passes_size(report, row) ? (ruling){TY_AT_LEAST, {row->flow.start - 1, row->flow.start}} : (ruling){0};
}

/* The longest word wins: 不超过 is not 超过. */
static ruling bound_before(const ty_report *report, const ty_quantity *row) {
    uint64_t acts = TY_CUE(INCREASE) | TY_CUE(DECREASE) | TY_CUE(LEVEL) | TY_CUE(GOVERNS) | TY_CUE(REACH_LEVEL) | TY_CUE(SHARE_VERB);
    uint64_t bounds = TY_CUE(APPROX) | TY_CUE(AT_LEAST) | TY_CUE(AT_MOST) | (row->bare ? TY_CUE(AT_LEAST_BARE) : 0);
    uint32_t at = row->flow.start;
    bool before_verb = false, goal = false, points = report->flow[row->flow.end - 1] == U'点';
    if (ty_counts_steps(report, row)) return (ruling){0};
    if (!ty_holds(report, row->sentence, bounds)) return bound_within(report, row);
    if (exceeds_told(report, row) || ty_is_goal_compared(report, row)) return (ruling){0};
    for (int step = 0; step < 3; step++) {
        const ty_hit *bound = ty_word_ending(report, bounds | TY_CUE(NOT_BOUND), at);
        if (bound && opens_with_but(report, bound, ty_clause_of(report, row)->start)) break;
        if (bound && (bound->cue == TY_CUE_NOT_BOUND || (before_verb && !is_adverb(report, bound)))) break;
        if (bound && goal && (points || report->flow[bound->start] == U'超')) break; /* 低于控制目标0.9个百分点, 超过原定计划15% */
        if (bound && report->flow[bound->start] == U'最' && bound->start > 1 && !ty_is_money(report, row) &&
            ty_word_at(report, TY_CUE(PLACE), bound->start - 2) == bound->start) break; /* 全球|最高10米液压支架 */
        if (bound && counts_back(report, row, bound)) break;
        if (bound) return by_bound(bound);
        const ty_hit *whole = row->kind == TY_PERCENT && !step ? ty_word_ending(report, TY_CUE(COMPARED), at) : NULL;
        const ty_hit *over = whole ? ty_word_ending(report, TY_CUE(AT_LEAST), whole->start) : NULL;
        bool shares = over && report->flow[over->start] == U'超' && !points; /* 超过全球一半 */
        if (!shares) whole = NULL;
        const ty_hit *link = whole ? whole : before_verb ? NULL : ty_word_ending(report, TY_CUE(LINK), at);
        goal = goal || (link && ty_ends_in_goal(report, link->end));
        const ty_hit *verb = link || before_verb ? NULL : ty_word_ending(report, acts, at);
        if (!link && !verb) break;
        before_verb = verb != NULL;
        at = link ? link->start : verb->start;
    }
    ruling within = bound_within(report, row);
    if (within.value) return within;
    const ty_hit *adverb = adverb_before(report, row, bounds);
    if (!adverb) adverb = limit_of_share(report, row);
    return adverb ? by_bound(adverb) : (ruling){0};
}

/* Nothing but 、 or 和 between two quantities. */
static bool are_listed(const ty_report *report, const ty_quantity *a, const ty_quantity *b) {
    static const uint32_t joins[] = U"、和与及或";
    if (a->sentence != b->sentence || !b->flow.start) return false;
    if (!ty_is_among(report->flow[b->flow.start - 1], joins)) return false; /* most */
    uint32_t from = ty_behind_bound(report, tail_of(report, a));
    if (ty_flow_char(report, from) == U'级' && ty_flow_char(report, tail_of(report, b)) == U'级') from++; /* 千亿级、百亿级 */
    if (b->flow.start < from || b->flow.start - from > 2) return false;
    for (uint32_t at = from; at < b->flow.start; at++) {
        if (!ty_is_among(report->flow[at], joins)) return false;
    }
    return b->flow.start > from;
}

/* 6个、|50亿元以上项目7个, 280亿元、|10亿元以上项目35个: is it a size of what comes behind it, and no member of the list? */
static bool sizes_next(const ty_report *report, const ty_quantity *a, const ty_quantity *b) {
    const ty_quantity *next = b + 1, *behind = TY_QUANTITIES_OF(report) + report->tables[TY_QUANTITIES].count;
    uint32_t end = ty_behind_bound(report, b->flow.end), c = ty_flow_char(report, end);
    if (end == b->flow.end || !ty_is_han(c) || report->flow[end - 1] == U'的' || c == U'的') return false;
    bool counts = next < behind && next->clause == b->clause && next->counts && !b->counts && ty_flow_char(report, a->flow.end) == U'、';
    return counts || (ty_is_money(report, b) && !ty_is_money(report, a));
}

static void link_lists(ty_report *report) {
    ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t count = report->tables[TY_QUANTITIES].count;
    for (uint32_t i = 0; i < count; i++) {
        bool alike = i && (rows[i].kind == TY_DURATION) == (rows[i - 1].kind == TY_DURATION); /* not 迈上5万亿台阶、五年增量 */
        bool listed = alike && ty_has_value(&rows[i]) && ty_has_value(&rows[i - 1]) && are_listed(report, &rows[i - 1], &rows[i]) &&
                      i - rows[i - 1].list < LONGEST_LIST && !sizes_next(report, &rows[i - 1], &rows[i]);
        rows[i].list = listed ? rows[i - 1].list : i;
    }
}

/* 32个、50亿元以上项目6个, 超千万元、3家: both counted, both money, or neither? */
static bool are_alike(const ty_report *report, const ty_quantity *a, const ty_quantity *b) {
    if (a->unit == b->unit || a->unit == TY_NONE || b->unit == TY_NONE) return true; /* 超100亿和80亿元 */
    return a->counts == b->counts && ty_is_money(report, a) == ty_is_money(report, b);
}

static void read_bounds(ty_report *report) {
    ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t count = report->tables[TY_QUANTITIES].count;
    for (uint32_t i = 0; i < count;) {
        uint32_t next = i + 1;
        while (next < count && rows[next].list == i) next++;
        ruling head = ty_has_value(&rows[i]) ? bound_before(report, &rows[i]) : (ruling){0};
        ruling tail = ty_has_value(&rows[i]) ? bound_behind(report, &rows[next - 1]) : (ruling){0};
        bool apart = next > i + 1 && ty_is_distributed(report, &rows[i]); /* 分别超过100亿元、2000万人次 */
        for (uint32_t j = i; j < next; j++) {
            if (!ty_has_value(&rows[j])) continue;
            if (rows[j].kind == TY_DURATION && ty_word_at(report, TY_CUE(NAMED_LENGTH), rows[j].flow.end)) {
                rows[j].bound = TY_EXACT; /* 超过五年计划 says nothing of the five years */
                continue;
            }
            ruling own = j + 1 == next ? tail : bound_behind(report, &rows[j]), before = j > i ? bound_before(report, &rows[j]) : head;
            bool shares = apart || are_alike(report, &rows[j], &rows[next - 1]), heads = apart || are_alike(report, &rows[i], &rows[j]);
            ruling best = own.value ? own : before.value ? before : tail.value && shares ? tail : heads ? head : (ruling){0};
            if (rows[j].vague) best = (ruling){TY_AT_LEAST, rows[j].flow};
            rows[j].bound = best.value ? best.value : TY_EXACT;
            rows[j].why[TY_WHY_BOUND] = best.why;
        }
        i = next;
    }
}

/* A bare magnitude (百亿元) is a row only where a word makes it one. */
static ty_status drop_bare(ty_report *report, ty_error *error) {
    ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t kept = 0, count = report->tables[TY_QUANTITIES].count;
    ty_status status = TY_OK;
    for (uint32_t i = 0; !status && i < count; i++) {
        if (rows[i].bare && rows[i].bound == TY_EXACT) {
            status = ty_reject(report, TY_IS_MAGNITUDE, rows[i].flow.start, rows[i].flow.end, error);
            continue;
        }
        if (kept < i) rows[kept] = rows[i];
        kept++;
    }
    report->tables[TY_QUANTITIES].count = kept;
    if (kept < count) link_lists(report);
    return status;
}

/* PM2.5浓度较“十三五”末改善: it is better when there is less of it; not 满意度改善. */
static bool measures_ill(const ty_report *report, uint32_t start, uint32_t at) {
    for (; at > start + 1 && report->flow[at - 1] != U'、'; at--)
        if (ty_comes_before(report, at, U"浓度") || ty_comes_before(report, at, U"指数")) return true;
    return false;
}

/* 提升39个县产业质效, 提升100所学校, not 提升3个位次, 3档: a noun of more than one word is raised, or one whose classifier counts no places. */
static bool raises_more_than_places(const ty_report *report, const ty_quantity *row) {
    uint32_t end = row->flow.end, k = report->token_at && end < report->flow_length ? report->token_at[end] : TY_NONE;
    if (k == TY_NONE) return false;
    ty_slice noun = ty_noun_phrase(report, row, end, ty_clause_of(report, row)->end);
    uint32_t last = noun.end > noun.start ? report->flow[noun.end - 1] : 0, unit = report->flow[end - 1];
    bool own_classifier = !ty_is_among(unit, U"个位名档格级") &&
                          noun.end > noun.start;
    return (noun.end > report->tokens[k].end || own_classifier) && last != U'次' && last != U'级'; /* not 全国位次 */
}

/* 加快6个电站建设, 改善7000所学校条件 and 改造提升25个机构 tell what is done to them, not how much more of them there is. */
static bool only_acts(const ty_report *report, const ty_hit *verb, const ty_quantity *row) {
    const ty_hit *bound = ty_word_ending(report, TY_CUE(AT_LEAST) | TY_CUE(APPROX) | TY_CUE(AT_MOST), row->flow.start);
    uint32_t last = report->flow[verb->end - 1], end = bound ? bound->start : row->flow.start; /* 改造提升|超5000个 */
    if (verb->end != end || verb->end != verb->start + 2) return false;
    if (last == U'善') return !measures_ill(report, ty_clause_of(report, row)->start, verb->start);
    if (row->kind == TY_PERCENT || report->flow[row->flow.end - 1] == U'倍') return false;
    if (last == U'快') return row->counts || ty_is_han(ty_flow_char(report, row->flow.end)); /* 加快500千伏线路建设 */
    bool level = ty_is_among(last, U"高低短长") || (last == U'调' &&
                 (report->flow[verb->start] == U'上' || report->flow[verb->start] == U'下'));
    if (level && row->counts) return raises_more_than_places(report, row); /* 降低25项收费标准, 缩短30个事项办理时限 */
    if (last == U'高' && row->kind == TY_AMOUNT && row->unit == TY_NONE) return raises_more_than_places(report, row); /* 巩固提高8.7万低收入人口温饱水平 */
    if (report->flow[verb->start] == U'提' && last == U'升' && row->counts && raises_more_than_places(report, row)) return true;
    return last == U'升' && verb->start > 1 && ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS), verb->start - 2) == verb->start;
}

/* The share told last before a row, or before its date (提高到2025年的8%); NULL. */
static const ty_quantity *share_before(const ty_report *report, const ty_quantity *row) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    if (row > rows + 1 && row[-1].kind == TY_DATE) row--;
    return row > rows && row[-1].kind == TY_PERCENT ? row - 1 : NULL;
}

/* 从上年的|14.8%, 提高到2025年的|8%: before the time whose rate it is; `at` if none stands there. */
static uint32_t before_time(const ty_report *report, const ty_quantity *row, uint32_t at) {
    uint32_t end = at > 1 && report->flow[at - 1] == U'的' ? at - 1 : 0;
    const ty_hit *year = end ? ty_word_ending(report, TY_CUE(LAST_YEAR) | TY_CUE(THIS_YEAR), end) : NULL;
    uint32_t start = year ? year->start : at;
    for (uint32_t back = 1; end && !year && back <= 2 && row >= TY_QUANTITIES_OF(report) + back; back++)
        if (row[-(int32_t)back].kind == TY_DATE && row[-(int32_t)back].flow.end == end) start = row[-(int32_t)back].flow.start;
    return start < at && ty_word_ending(report, TY_CUE(FROM) | TY_CUE(REACH), start) ? start : at;
}

/* 快于经济增速1个百分点: is it by how much something differs from another's growth? */
static bool outpaces(const ty_report *report, const ty_quantity *row, uint32_t at) {
    const ty_quantity *before = row > TY_QUANTITIES_OF(report) ? row - 1 : NULL;
    uint32_t start = ty_clause_of(report, row)->start;
    if (before && before->clause == row->clause) start = before->flow.end;
    const ty_hit *than = report->flow[row->flow.end - 1] == U'点' ? ty_last_word(report, TY_CUE(BASE_YEAR), start, at) : NULL;
    return than && than->end == than->start + 2 && than->end < at && report->flow[than->end - 1] == U'于' &&
           ty_closing(report, than->end, U'的', at) == at; /* not 优于去年的优良率 */
}

/* 的|预期目标: does a word tell of a goal? */
static bool is_goal(const ty_report *report, const ty_hit *word) {
    return ty_closing(report, word->start, U'目', word->end) < word->end;
}

/* 居民消费价格指数|控制在3%: the name of an index whose change is what is told, if one ends at `at`. */
static const ty_hit *index_before(const ty_report *report, const ty_quantity *row, uint32_t at) {
    const ty_hit *name = row->kind == TY_PERCENT ? ty_word_ending(report, TY_CUE(INDICATOR), at) : NULL;
    if (!name || (report->flow[at - 1] != U'数' && report->flow[at - 1] != U'平')) return NULL; /* 指数, 总水平 */
    return ty_lexicon_indicator(report->lexicon, name->value)->flags & TY_TAKES_CHANGES ? name : NULL;
}

/* Can a share without a verb be the size of a change? Not 居民消费价格指数103.6%. */
static bool can_be_change(const ty_quantity *row) {
    enum { LARGEST_CHANGE = 50 };
    return ty_decimal_compare(row->low, ty_decimal_of(LARGEST_CHANGE)) < 0;
}

/* 比上年低2个百分点, 比2002年低: less than it was; not 比国家要求低15个百分点. */
static bool is_lower_than_before(const ty_report *report, const ty_quantity *row, const ty_hit *word) {
    if (word->end != word->start + 1 || report->flow[word->start] != U'低' || row->kind != TY_PERCENT) return false;
    bool dated = row > TY_QUANTITIES_OF(report) && row[-1].kind == TY_DATE && row[-1].clause == row->clause &&
                 ty_word_ending(report, TY_CUE(BASE_YEAR), row[-1].flow.start);
    return dated || ty_last_word(report, TY_CUE(LAST_YEAR) | TY_CUE(YEAR_BEFORE_LAST), ty_clause_of(report, row)->start, word->start);
}

/* 稳增长20条, 保增长16条: measures that are named by what they are for. */
static bool is_policy(const ty_report *report, const ty_quantity *row, const ty_hit *word) {
    uint32_t before = word->start ? report->flow[word->start - 1] : 0;
    return row->counts && report->flow[row->flow.end - 1] == U'条' && ty_is_among(before, U"稳保促");
}

/* The change that the words just before a row tell, walking over 约, 了, 达到. */
static ruling change_before(const ty_report *report, const ty_quantity *row) {
    const uint64_t words = TY_CUE(INCREASE_NOUN) | TY_CUE(DECREASE_NOUN) | TY_CUE(LEVEL) | TY_CUE(REACH) | TY_CUE(INCREASE) |
                           TY_CUE(DECREASE) | TY_CUE(LINK) | TY_CUE(APPROX) | TY_CUE(AT_LEAST) | TY_CUE(AT_MOST);
    bool reached = false, held = false, based = false, aims = false, share = row->kind == TY_PERCENT;
    const ty_quantity *from = share ? share_before(report, row) : NULL;
    uint32_t at = row->flow.start;
    for (int step = 0; step < LONGEST_WALK; step++) {
        if (share) at = before_time(report, row, at);
        if (reached && from && from->flow.end == at) at = before_time(report, from, from->flow.start); /* 涨幅从14.8%降到10% */
        const ty_hit *best = ty_word_ending(report, words | (share ? TY_CUE(FROM) | TY_CUE(TO_DO) : 0), at);
        const ty_hit *index = best ? NULL : index_before(report, row, at);
        if (!best) return index ? by_word(can_be_change(row) ? TY_INCREASES : TY_STAYS, index) : (ruling){0};
        switch (best->cue) {
        case TY_CUE_INCREASE_NOUN: return by_word(share && outpaces(report, row, best->start) ? TY_STAYS : TY_INCREASES, best);
        case TY_CUE_DECREASE_NOUN: return by_word(TY_DECREASES, best);
        case TY_CUE_LEVEL: return by_word(TY_STAYS, best);
        case TY_CUE_LINK:
            if (is_lower_than_before(report, row, best)) return by_word(TY_DECREASES, best);
            break;
        case TY_CUE_FROM: based = true; break;
        case TY_CUE_INCREASE:
            if (is_policy(report, row, best)) return by_word(TY_STAYS, best);
            if (share && reached && !based && ty_comes_before(report, best->end, U"增长") && !ty_ends_in_rate(report, best->start) &&
                !(from && from->flow.end == best->start))
                return by_word(TY_INCREASES, best); /* 增长达到13%; not 覆盖率增长达到52%, 由45%增长达到52% */
            return based ? (ruling){0}
            : by_word((share && outpaces(report, row, best->start)) || (reached && !held) || only_acts(report, best, row) ? TY_STAYS : TY_INCREASES, best);
        case TY_CUE_DECREASE: return based ? (ruling){0}
            : by_word((reached && !held) || only_acts(report, best, row) ? TY_STAYS : TY_DECREASES, best);
        case TY_CUE_REACH:
            reached = true;
            held = share && best->end > best->start + 1 && report->flow[best->end - 1] == U'在'; /* 增长保持在6.5% */
            break;
        default: break;
        }
        at = best->start;
        aims = aims || (share && is_goal(report, best));
        if (aims && at && report->flow[at - 1] == U'的') at--; /* 增长速度|的预期目标 */
    }
    return (ruling){0};
}

/* 平稳较快, 经济, 速度: is it how something grows, and not what else does (80%的企业实现增长)? */
static bool tells_how(const ty_report *report, uint32_t start, uint32_t end) {
    bool economy = end == start + 2 && (ty_comes_before(report, end, U"经济") || ty_comes_before(report, end, U"速度"));
    return economy || !report->token_at || (ty_last_token(report, TY_NAMING, start, end) == TY_NONE && ty_last_token(report, TY_ACTING, start, end) == TY_NONE);
}

/* 5%的增长速度 */
static ruling change_behind(const ty_report *report, const ty_quantity *row) {
    enum { LONGEST_MANNER = 7 };
    uint32_t at = ty_behind_bound(report, tail_of(report, row));
    at -= at > row->flow.end && report->flow[at - 1] == U'的'; /* 以上的 */
    if (ty_flow_char(report, at) != U'的') return (ruling){0};
    uint32_t more = ty_word_at(report, TY_CUE(INCREASE_NOUN) | TY_CUE(INCREASE), at + 1);
    if (more == at + 2 || (more && report->flow[more - 1] == U'量')) more = 0; /* 的高|速增长; 全国24.1%的增量 is a share of it */
    uint32_t less = ty_word_at(report, TY_CUE(DECREASE_NOUN), at + 1);
    if (ty_comes_before(report, at + 3, U"幅度") && ty_word_at(report, TY_CUE(DECREASE) | TY_CUE(DECREASE_OBJECT), at + 3))
        return (ruling){TY_DECREASES, {at + 3, at + 5}}; /* 5%的幅度压减支出 */
    for (uint32_t grows = at + 2; !more && grows <= at + LONGEST_MANNER && ty_is_han(ty_flow_char(report, grows - 1)); grows++) {
        bool told = grows + 2 <= report->flow_length && !ty_is_word_char(ty_flow_char(report, grows + 2)) &&
                    (ty_comes_before(report, grows + 2, U"增长") || ty_comes_before(report, grows + 2, U"递增"));
        if (told && report->flow[grows - 1] != U'负' && report->flow[grows - 1] != U'零' && tells_how(report, at + 1, grows))
            return (ruling){TY_INCREASES, {grows, grows + 2}}; /* 的经济增长, 的平稳较快增长, 的速度递增 */
    }
    if (more > at + 2) return (ruling){TY_INCREASES, {at + 1, more}};
    return less ? (ruling){TY_DECREASES, {at + 1, less}} : (ruling){0};
}

/* 提高低保标准、覆盖119万人: does another verb come behind a 、? */
static bool turns_to_another(const ty_report *report, uint32_t start, uint32_t end) {
    for (uint32_t at = start; at < end; at++) {
        uint32_t k = report->flow[at] != U'、' ? TY_NONE : report->token_at ? report->token_at[at + 1] : TY_NONE;
        if (k != TY_NONE && report->token_class[k] == TY_ACTING && ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS), at + 1)) return true;
    }
    return false;
}

/* 减少农村贫困人口1386万: the verb, what it takes, then the number; nothing else between. */
static ruling change_of_object(const ty_report *report, uint32_t clause_start, const ty_quantity *row,
                               const ty_quantity *previous) {
    const uint64_t verbs = TY_CUE(INCREASE_OBJECT) | TY_CUE(DECREASE_OBJECT);
    uint32_t start = clause_start;
    if (!ty_holds(report, row->sentence, verbs)) return (ruling){0}; /* most */
    if (previous && previous->flow.end > start && ty_has_value(previous)) start = previous->flow.end;
    const ty_hit *verb = ty_last_word(report, verbs, start, row->flow.start);
    if (!verb || ty_last_word(report, TY_CUE(LEVEL), verb->start, row->flow.start)) return (ruling){0};
    const ty_hit *reach = ty_last_word(report, TY_CUE(REACH), verb->start, row->flow.start);
    bool is = reach && reach->end == reach->start + 1 && (report->flow[reach->start] == U'为' || report->flow[reach->start] == U'有');
    if (reach && !(is && report->flow[verb->end] == U'的')) return (ruling){0}; /* 增加的生产能力为5万吨 */
    bool spent = verb->start > start + 1 && ty_comes_before(report, verb->start, U"用于"); /* 用于提高价格的支出 */
    if (spent && ty_closing(report, verb->end, U'的', row->flow.start) < row->flow.start) return (ruling){0};
    if (ty_last_word(report, TY_CUE(SHARE_VERB), start, row->flow.start)) return (ruling){0}; /* 增长额占增加额的48% */
    if (turns_to_another(report, verb->end, row->flow.start) || report->flow[row->flow.start - 1] == U'的') return (ruling){0}; /* 扩大内需的十项措施 */
    uint32_t outer = report->flow[row->flow.start - 1] == U'等' && row->counts && verb->start > start ? ty_token_over(report, verb->start - 1) : TY_NONE;
    if (outer != TY_NONE && report->token_class[outer] == TY_ACTING) return (ruling){0}; /* 出台|提高低保标准等10项政策 */
    const ty_hit *level = ty_last_word(report, TY_CUE(LEVEL), start, verb->end);
    if (level && level->end > verb->start) return (ruling){0}; /* 新增发电机组 */
    return by_word(verb->cue == TY_CUE_INCREASE_OBJECT ? TY_INCREASES : TY_DECREASES, verb);
}

/* 失业率, 控制在4.5%以内: a level by the words before it. */
static bool is_level(const ty_report *report, const ty_quantity *row) {
    uint32_t at = row->flow.start;
    return ty_ends_in_rate(report, at) || (at && report->flow[at - 1] == U'度') ||
           ty_word_ending(report, TY_CUE(REACH) | TY_CUE(REACH_LEVEL), at) != NULL;
}

/* 净增涉税主体24.8万户、规上法人单位1302户: what a verb takes goes on behind a 、 unless another verb stands there. */
static ruling change_of_list(const ty_report *report, const ty_quantity *row, const ty_quantity *previous) {
    uint32_t at = ty_behind_bound(report, tail_of(report, previous));
    bool shares = row->kind == TY_PERCENT && previous->kind == TY_PERCENT; /* 压减时间58%、材料52% */
    bool goes_on = previous->clause == row->clause && previous->unit == row->unit && (row->kind == TY_AMOUNT || shares) &&
                   ty_flow_char(report, at) == U'、' && !(shares && is_level(report, row));
    ruling before = {previous->change, previous->why[TY_WHY_CHANGE]};
    const uint64_t verbs = TY_CUE(INCREASE_OBJECT) | TY_CUE(DECREASE_OBJECT);
    const ty_hit *verb = goes_on ? ty_last_word(report, verbs, before.why.start, before.why.end) : NULL;
    uint32_t k = verb && report->token_at ? report->token_at[at + 1] : TY_NONE;
    if (!verb || previous->change == TY_STAYS || (report->flow[verb->start] != U'净' && !shares)) return (ruling){0}; /* 增加存款3亿元、余额50亿元 */
    if (k != TY_NONE && report->token_class[k] == TY_ACTING) return (ruling){0}; /* 净增企业300家、注销20家 */
    uint64_t others = TY_CUE(LEVEL) | TY_CUE(REACH) | TY_CUE(REACH_LEVEL) | TY_CUE(GOVERNS) | TY_CUE(SHARE_VERB);
    return ty_last_word(report, others, at, row->flow.start) || ty_word_at(report, TY_CUE(VERB), at + 1) ? (ruling){0} : before;
}

/* 增长6%左右，力争7%: what is striven for is a change too. */
static ruling change_of_strife(const ty_report *report, const ty_quantity *row, const ty_quantity *previous) {
    const uint64_t leads = TY_CUE(LINK) | TY_CUE(REACH) | TY_CUE(AT_LEAST) | TY_CUE(APPROX);
    const uint64_t strives = TY_CUE(STRIVE) | TY_CUE(ENSURE);
    uint32_t at = row->flow.start, start = ty_clause_of(report, row)->start;
    if (previous->sentence != row->sentence || previous->unit != row->unit || previous->change == TY_STAYS) return (ruling){0};
    const ty_hit *strife = NULL;
    for (int step = 0; !strife && step < LONGEST_WALK; step++) {
        const ty_hit *lead = ty_word_ending(report, leads | strives, at);
        if (!lead) break;
        if (strives >> lead->cue & 1 || ty_word_at(report, strives, lead->start)) strife = lead; /* 力争达到 */
        at = lead->start;
    }
    uint32_t before = strife && strife->start ? report->flow[strife->start - 1] : 0;
    bool opens = strife && (strife->start <= start || before == U'、' || before == U'中'); /* 在实际工作中力争 */
    return opens ? (ruling){previous->change, previous->why[TY_WHY_CHANGE]} : (ruling){0};
}

/* 目标是：产值增长6%，固定资产投资10%: in a list of targets, an indicator without a verb goes on with the one before. */
static ruling change_of_targets(const ty_report *report, const ty_quantity *row, const ty_quantity *previous) {
    bool goes_on = previous->sentence == row->sentence && previous->kind == TY_PERCENT && previous->change == TY_INCREASES;
    bool lists = goes_on && ty_holds(report, row->sentence, TY_CUE(HEADLINE)) && ty_word_ending(report, TY_CUE(INDICATOR), row->flow.start);
    return lists ? (ruling){TY_INCREASES, previous->why[TY_WHY_CHANGE]} : (ruling){0};
}

/* 主要经济指标预期增长目标为：生产总值6%以上、固定资产投资8%: what a list behind a colon is of. */
static ruling change_of_heading(const ty_report *report, const ty_quantity *row) {
    const uint64_t nouns = TY_CUE(INCREASE_NOUN) | TY_CUE(DECREASE_NOUN);
    const ty_clause *clauses = report->clauses.items;
    uint32_t c = row->clause;
    if (!ty_holds(report, row->sentence, nouns)) return (ruling){0};
    for (uint32_t steps = LONGEST_LIST; c && steps-- && clauses[c - 1].sentence == row->sentence; c--)
        if (ty_is_colon(report->flow[clauses[c - 1].end - 1])) break;
    if (!c || clauses[c - 1].sentence != row->sentence || !ty_is_colon(report->flow[clauses[c - 1].end - 1])) return (ruling){0};
    uint32_t end = clauses[c - 1].end - 1;
    if (end && (report->flow[end - 1] == U'为' || report->flow[end - 1] == U'是')) end--;
    const ty_hit *noun = ty_word_ending(report, nouns, end);
    return noun ? by_word(noun->cue == TY_CUE_INCREASE_NOUN ? TY_INCREASES : TY_DECREASES, noun) : (ruling){0};
}

/* 与全国|差距, 与全国|相比; 进出口和|城镇居民收入 only lists two. */
static bool sets_apart(const ty_report *report, uint32_t start, uint32_t end) {
    for (uint32_t at = start; at < end; at++)
        if (report->flow[at] == U'差' || report->flow[at] == U'比') return true;
    return false;
}

/* 比全国平均水平高2个百分点: a gap to others, no change. */
static bool is_gap(const ty_report *report, const ty_clause *clause, const ty_quantity *row) {
    if (!ty_holds(report, row->sentence, TY_CUE(COMPARED))) return false;
    uint32_t end = row->flow.start;
    for (int step = 0; step < LONGEST_WALK; step++) { /* 全国, 平均水平: the first of the words has 比 before it */
        const ty_hit *others = ty_last_word(report, TY_CUE(COMPARED), clause->start, end);
        if (!others) return false;
        const ty_hit *than = ty_word_ending(report, TY_CUE(BASE_YEAR), others->start);
        uint32_t first = than ? report->flow[than->start] : 0;
        if (than && ((first != U'和' && first != U'与') || sets_apart(report, others->end, row->flow.start))) return true;
        end = others->end - 1;
    }
    return false;
}

/* 工农业总产值的增长速度，1981年计划为3.7%，实际达到4.6%: the noun that ends a clause before. */
static ruling change_of_topic(const ty_report *report, const ty_quantity *row) {
    const ty_clause *clauses = report->clauses.items;
    if (!ty_word_ending(report, TY_CUE(REACH), row->flow.start)) return (ruling){0};
    if (ty_last_word(report, TY_CUE(SHARE_VERB) | TY_CUE(INDICATOR), clauses[row->clause].start, row->flow.start))
        return (ruling){0}; /* 增加值占比重提高到23% */
    const uint64_t nouns = TY_CUE(INCREASE_NOUN) | TY_CUE(DECREASE_NOUN);
    uint32_t opens = clauses[row->clause].start, strife = ty_word_at(report, TY_CUE(STRIVE) | TY_CUE(ENSURE), opens);
    bool bare = ty_word_at(report, TY_CUE(REACH),
                strife ? strife : opens) == row->flow.start; /* 增速居全省第二位，|达8.3%; 涨幅有所回落，力争|控制在15% */
    for (uint32_t c = row->clause, steps = 3; c-- && steps-- && clauses[c].sentence == row->sentence;) {
        const ty_hit *noun = ty_word_ending(report, nouns, clauses[c].end - 1);
        if (!noun && bare && c + 1 == row->clause) noun = ty_last_word(report, nouns, clauses[c].start, clauses[c].end);
        if (noun) return by_word(noun->cue == TY_CUE_INCREASE_NOUN ? TY_INCREASES : TY_DECREASES, noun);
    }
    return (ruling){0};
}

/* 延长三年; 至少 is no 少. */
static ruling change_of_length(const ty_report *report, const ty_quantity *row) {
    const ty_hit *verb = ty_word_ending(report, TY_CUE(INCREASE) | TY_CUE(DECREASE) | TY_CUE(AT_LEAST) | TY_CUE(AT_MOST), row->flow.start);
    if (!verb || ty_word_at(report, TY_CUE(NAMED_LENGTH), row->flow.end)) return (ruling){0};
    if (verb->end == verb->start + 1 && report->flow[verb->start] == U'快') return (ruling){0}; /* 建国快三十年了 */
    if (verb->cue == TY_CUE_INCREASE) return by_word(TY_INCREASES, verb);
    return verb->cue == TY_CUE_DECREASE ? by_word(TY_DECREASES, verb) : (ruling){0};
}

/* 超过年度计划4.1%, 超额完成目标2.7个百分点: by how much a plan is exceeded. */
static ruling change_over_plan(const ty_report *report, uint32_t start, const ty_quantity *row) {
    const ty_hit *over = ty_last_word(report, TY_CUE(AT_LEAST), start, row->flow.start);
    if (!over || report->flow[over->start] != U'超' || report->flow[row->flow.start - 1] == U'的') return (ruling){0};
    for (uint32_t at = over->end + 2; at <= row->flow.start; at++)
        if (ty_ends_in_goal(report, at)) return by_word(TY_INCREASES, over);
    return (ruling){0};
}

/* 高于“十三五”时期1.2个百分点: against an earlier time. */
static ruling change_over_time(const ty_report *report, const ty_quantity *row) {
    enum { LONGEST_TERM = 4 };
    const ty_quantity *date = row - (row > TY_QUANTITIES_OF(report));
    uint32_t start = date->flow.start, end = date->flow.end;
    if (report->flow[row->flow.end - 1] != U'点') return (ruling){0};
    const ty_hit *last = ty_word_ending(report, TY_CUE(LAST_YEAR), row->flow.start);
    if (last) start = last->start; /* 高于上年3.2个百分点 */
    else if (date->kind != TY_DATE || date->clause != row->clause) return (ruling){0};
    if (start && ty_is_opener(report->flow[start - 1])) start--;
    end += ty_flow_char(report, end) == U'”';
    bool adjoins = last || row->flow.start == end || (row->flow.start <= end + LONGEST_TERM &&
                   report->flow[row->flow.start - 1] == U'期');
    const ty_hit *over = adjoins ? ty_word_ending(report, TY_CUE(BASE_YEAR), start) : NULL;
    if (!over || over->end != over->start + 2) return (ruling){0};
    uint32_t how = report->flow[over->start];
    return how == U'高' || how == U'快' ? by_word(TY_INCREASES, over) : how == U'低' || how == U'慢' ? by_word(TY_DECREASES, over) : (ruling){0};
}

static ruling change_of(const ty_report *report, uint32_t i) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report), *row = &rows[i];
    const ty_clause *clause = ty_clause_of(report, row);
    if (row->kind == TY_DURATION) return change_of_length(report, row);
    if (ty_is_done_often(report, row)) return (ruling){0};
    ruling before = i ? (ruling){rows[i - 1].change, rows[i - 1].why[TY_WHY_CHANGE]} : (ruling){0};
    ruling change = change_before(report, row);
    /* 增产二千二百万吨，即百分之七点八 */
    if (!change.value && i && row->flow.start && report->flow[row->flow.start - 1] == U'即' && rows[i - 1].sentence == row->sentence)
        change = before;
    bool named = change.value == TY_STAYS && change.why.end <= row->flow.start && ty_word_ending(report, TY_CUE(LEVEL), change.why.end);
    ruling told_behind = !change.value || named ? change_behind(report, row) : (ruling){0};
    if (told_behind.value) change = told_behind; /* 增加值|保持8%以上的较快增长 */
    const ty_hit *over = change.value ? NULL : exceeds_told(report, row);
    if (over) change = by_word(TY_INCREASES, over);
    if (!change.value && row->kind == TY_PERCENT) change = change_of_topic(report, row);
    if (!change.value && row->kind == TY_PERCENT) change = change_over_time(report, row);
    if (!change.value && row->kind == TY_PERCENT) change = change_over_plan(report, clause->start, row);
    if (!change.value && row->kind == TY_PERCENT && i) change = change_of_strife(report, row, row - 1);
    if (change.value <= TY_STAYS && row->kind == TY_PERCENT && can_be_change(row) && !is_level(report, row)) { /* 工业增加值7%以上 */
        ruling told = i ? change_of_targets(report, row, row - 1) : (ruling){0};
        if (!told.value) told = change_of_heading(report, row);
        if (told.value) change = told;
    }
    if (!change.value && row->list != i) change = before;
    if (change.value && is_gap(report, clause, row)) change.value = TY_STAYS;
    if (!change.value) change = change_of_object(report, clause->start, row, i ? row - 1 : NULL);
    return change.value || !i ? change : change_of_list(report, row, row - 1);
}

static void read_changes(ty_report *report) {
    ty_quantity *rows = TY_QUANTITIES_OF(report);
    for (uint32_t i = 0; i < report->tables[TY_QUANTITIES].count; i++) {
        if (!ty_has_value(&rows[i])) continue;
        ruling change = change_of(report, i);
        rows[i].change = change.value ? change.value : TY_STAYS;
        rows[i].why[TY_WHY_CHANGE] = change.why;
    }
}

ty_status ty_pass_bound(ty_report *report, ty_error *error) {
    link_lists(report);
    read_bounds(report);
    ty_status status = drop_bare(report, error);
    if (status) return status;
    read_changes(report);
    return TY_OK;
}
