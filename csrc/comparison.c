/* comparison.c: the years of what is compared: of a base, of a gap to others, of a growth between two years. */
#include "comparison.h"

#include "level.h"
#include "phrase.h"

bool ty_is_base(const ty_timeline *t, uint32_t i) {
    enum { LONGEST_TIME = 6 }; /* 2020年的 */
    const ty_quantity *row = &t->rows[i];
    if (!ty_holds(t->report, row->sentence, TY_CUE(FROM))) return false; /* most */
    uint32_t head = row->list < i ? row->list : i;
    const ty_hit *from = ty_last_word(t->report, TY_CUE(FROM), ty_clause_of(t->report, row)->start, t->rows[head].flow.start);
    bool rate = row->kind == TY_PERCENT && from && from->end + LONGEST_TIME >= t->rows[head].flow.start; /* 增速从上年的5%提高到6% */
    if (!from || (row->change != TY_STAYS && !rate) || !ty_is_boundary(t->report, from->end) || !ty_is_boundary(t->report, from->start))
        return false; /* not 比例 */
    while (head && t->rows[head - 1].flow.end == t->rows[head].flow.start && ty_has_value(&t->rows[head - 1]))
        head--; /* 由13677户|49479人减至 */
    const ty_quantity *between = head && t->rows[head - 1].flow.start > from->start ? &t->rows[head - 1] : NULL;
    if (between && ty_has_value(between) && between->kind != TY_DURATION) return false; /* not 由五年前的120家 */
    for (uint32_t j = i + 1; j < t->count && t->rows[j].clause == row->clause; j++)
        if (ty_has_value(&t->rows[j]) && ty_last_word(t->report, TY_CUE(REACH), row->flow.end, t->rows[j].flow.start)) return true;
    return false;
}

int32_t ty_year_of_base_before(const ty_timeline *t, uint32_t first, uint32_t i, const ty_time *time) {
    enum { LONGEST_LIST = 8 };
    uint32_t start = t->rows[i].flow.start;
    const ty_quantity *ago = i > first ? &t->rows[i - 1] : NULL; /* 由五年前的1200家增加到3000家 */
    if (ago && ago->in_years && ago->flow.end + 2 == start && ty_comes_before(t->report, start, U"前的")) {
        int32_t length = ty_period_of_date(ago).to;
        return length && t->year && t->role == TY_REVIEW ? t->year - 1 - length : 0;
    }
    if (t->report->flow[start - 1] == U'的') return 0; /* 由年初的5.5%下降到5% */
    for (uint32_t j = i; j-- > first && i - j <= LONGEST_LIST;) {
        if (!ty_has_value(&t->rows[j]) || !ty_is_base(t, j)) continue;
        bool another = time->form && time->start >= ty_clause_of(t->report, &t->rows[j])->end; /* 今年在校生由60万人增加到 */
        return !another && t->rows[j].from_year == t->rows[j].to_year ? t->rows[j].from_year : 0;
    }
    return 0;
}

ty_period ty_years_of_gap(const ty_timeline *t, uint32_t first, uint32_t i) {
    const ty_quantity *row = &t->rows[i], *growth = &t->rows[i - (i > first)];
    bool dated = growth != row && growth->kind == TY_DATE && growth->clause == row->clause; /* 高于“十三五”时期1.2个百分点 */
    growth -= dated && growth > t->rows + first;
    bool is_gap = (row->change == TY_STAYS || dated) && t->report->flow[row->flow.end - 1] == U'点' && growth != row &&
                  growth->change != TY_STAYS && growth->clause + 1 >= row->clause &&
                  ty_last_word(t->report, TY_CUE(BASE_YEAR), growth->flow.end, row->flow.start);
    return is_gap ? (ty_period){growth->from_year, growth->to_year} : (ty_period){0, 0};
}

/* 低于|2018年|6.6%的增速: is the row what is set beside another's, in the year before it? */
static bool sets_standard(const ty_report *report, const ty_quantity *row, uint32_t year) {
    enum { LONGEST_LINK = 3 };
    const ty_hit *over = ty_word_ending(report, TY_CUE(BASE_YEAR), year);
    uint32_t end = row->flow.end;
    bool near = row[-1].flow.end + LONGEST_LINK >= row->flow.start && row->kind == TY_PERCENT && over && over->end == over->start + 2;
    if (!near || report->flow[over->end - 1] != U'于' || ty_flow_char(report, end) != U'的') return false;
    return ty_word_at(report, TY_CUE(INCREASE_NOUN), end + 1) || ty_comes_before(report, end + 3, U"水平") || ty_comes_before(report, end + 3, U"速度");
}

ty_period ty_years_of_base(const ty_timeline *t, uint32_t first, uint32_t i) {
    if (i == first) return (ty_period){0, 0};
    const ty_quantity *row = &t->rows[i], *date = &t->rows[i - 1];
    uint32_t end = date->flow.end + (ty_flow_char(t->report, date->flow.end) == U'”'), start = date->flow.start;
    bool plan_end = ty_is_end_of_plan(t->report, date);
    if (plan_end) end = ty_behind_edge(t->report, end);
    bool term = row->flow.start == end + 3 && (t->report->flow[end + 1] == U'期' || t->report->flow[end + 1] == U'间');
    bool standard = date->kind == TY_DATE && !ty_is_span(ty_period_of_date(date)) && sets_standard(t->report, row, start);
    if (standard) return ty_period_of_date(date); /* 低于2018年6.6%的增速 */
    if (row->change != TY_STAYS || date->kind != TY_DATE || t->report->flow[row->flow.start - 1] != U'的') return (ty_period){0, 0};
    if (start && ty_is_opener(t->report->flow[start - 1])) start--;
    bool compared = (term || end + 1 == row->flow.start) && ty_word_ending(t->report, TY_CUE(BASE_YEAR), start);
    bool from = term && ty_word_ending(t->report, TY_CUE(FROM) | TY_CUE(START_YEAR), start) && ty_is_base(t, i); /* 由“十二五”期间的120亿元 */
    if (from) return ty_period_of_date(date);
    bool changes = compared && ty_word_at(t->report, TY_CUE(INCREASE) | TY_CUE(DECREASE), row->flow.end);
    ty_period period = ty_period_of_date(date);
    if (plan_end) period.from = period.to; /* 较“十三五”末的9323亿元增加 */
    return changes ? period : (ty_period){0, 0};
}

/* 收入增长20%，年均增长21%: the next tells a mean of the years. */
static bool is_beside_mean(const ty_timeline *t, const ty_quantity *row, const ty_quantity *next) {
    enum { MOST_OF_MEAN = 2 };
    bool near = next < t->rows + t->count && next->sentence == row->sentence && next->clause == row->clause + 1;
    bool mean = near && next->kind == TY_PERCENT && next->change == row->change && ty_is_mean_of_years(t->report, next);
    return mean && ty_decimal_double(row->high) <= MOST_OF_MEAN * ty_decimal_double(next->high); /* not 增长45%，年均增长7.7% */
}

/* 收入增长23%，比“九五”末增长1.4倍: a growth that is set beside another over more years. */
static bool is_set_beside(const ty_timeline *t, uint32_t i) {
    uint32_t head = t->rows[i].list;
    while (i + 1 < t->count && t->rows[i + 1].list == head) i++;
    const ty_quantity *row = &t->rows[i], *date = row + 1, *other = row + 2;
    if (row->kind == TY_PERCENT && !ty_has_yearly_word(t->report, row) && is_beside_mean(t, row, row + 1)) return true;
    if (i + 2 >= t->count || other->sentence != row->sentence || date->kind != TY_DATE || other->change != row->change ||
        ty_has_yearly_word(t->report, row))
        return false;
    return other->clause == date->clause && date->clause == row->clause + 1 && row->kind == TY_PERCENT &&
           ty_year_compared(t, i, i + 2) != 0;
}

/* Does the row tell, as a share, a multiple or an amount, by how much the first level differs from the last? */
static bool tells_difference(const ty_report *report, const ty_quantity *row, const ty_quantity *from, const ty_quantity *to) {
    const double tolerance = 0.04, least_share = 0.0004; /* for what was rounded */
    double a = ty_decimal_double(from->low), b = ty_decimal_double(to->low), told = ty_decimal_double(row->low);
    uint32_t last = report->flow[row->flow.end - 1];
    double difference = b - a;
    if (row->kind == TY_PERCENT && last != U'点') told = ty_decimal_double(row->base_low);
    bool relative = (row->kind == TY_PERCENT && last != U'点') || last == U'倍';
    if (!relative && row->unit != to->unit && last != U'点') return false;
    if (relative) difference = a > 0 ? difference / a : 0;
    if (row->change == TY_DECREASES) difference = -difference;
    double gap = difference > told ? difference - told : told - difference;
    if (row->bound == TY_AT_LEAST && last == U'倍') return difference >= told && gap < 1; /* 一倍多 */
    return told > 0 && gap <= tolerance * told + (relative ? least_share : 0);
}

/* 1952年有19万人，1957年有44万人，增加1.3倍: the first of the two years, where the figures say that the growth is between them; 0. */
static int32_t year_grown_from(const ty_timeline *t, uint32_t first, uint32_t i, int32_t *last) {
    enum { MOST_BACK = 6 };
    const ty_quantity *to = NULL;
    for (uint32_t j = i; j-- > first && i - j <= MOST_BACK;) {
        const ty_quantity *row = &t->rows[j];
        if (!ty_has_value(row) || row->kind == TY_DURATION || (!to && row->change != TY_STAYS)) continue;
        if (row->change != TY_STAYS || !row->from_year || row->from_year != row->to_year) return 0;
        if (!to) {
            to = row;
            continue;
        }
        bool grown = row->unit == to->unit && row->to_year < to->to_year && tells_difference(t->report, &t->rows[i], row, to);
        *last = to->to_year;
        return grown ? row->to_year : 0;
    }
    return 0;
}

/* 同比. */
static bool says_year_on_year(const ty_report *report, uint32_t start, uint32_t end) {
    for (uint32_t at = start + 2; at <= end; at++)
        if (ty_comes_before(report, at, U"同比")) return true;
    return false;
}

bool ty_compares_with_last(const ty_report *report, uint32_t start, uint32_t end) {
    return ty_next_word(report, TY_CUE(LAST_YEAR), start, end) || says_year_on_year(report, start, end);
}

bool ty_grows_since_last(const ty_timeline *t, uint32_t i) {
    const ty_quantity *row = &t->rows[i];
    if (row->change == TY_STAYS) return false;
    uint32_t start = ty_clause_of(t->report, row)->start;
    if (i && row[-1].clause == row->clause) start = row[-1].flow.end;
    const ty_hit *last = ty_last_word(t->report, TY_CUE(LAST_YEAR), start, row->flow.start);
    bool since = (last && ty_word_ending(t->report, TY_CUE(BASE_YEAR), last->start)) ||
                 says_year_on_year(t->report, start, row->flow.start);
    bool of_sum = since && i && row[-1].sentence == row->sentence && ty_has_value(&row[-1]) &&
                  ty_has_yearly_word(t->report, &row[-1]);
    return since && !of_sum; /* not 累计1200亿元，同比增长80% */
}

/* ，年均增长9%: no subject of its own. Not 高|新技术产业, 快|递业务量. */
static bool opens_with_growth(const ty_report *report, uint32_t start) {
    uint32_t end = ty_word_at(report, TY_CUE(YEARLY) | TY_CUE(INCREASE), start);
    return end && ty_is_boundary(report, end);
}

/* 产值比2005年翻一番，收入年均增长12%: a mean is of the comparison of its own clause, or, with no subject of its own, of
   one not far before that no ； ends. */
static bool shares_comparison(const ty_timeline *t, uint32_t first, uint32_t i) {
    enum { FEW = 8 };
    const ty_quantity *row = &t->rows[i];
    const ty_clause *clauses = t->report->clauses.items;
    uint32_t start = clauses[row->clause].start, j = row->list, steps = FEW;
    if (!ty_is_mean_of_years(t->report, row) || ty_last_word(t->report, TY_CUE(BASE_YEAR), start, row->flow.start)) return true;
    if (!opens_with_growth(t->report, start)) return false;
    while (j > first && t->rows[j].kind != TY_DATE && steps--) j--;
    if (row->clause - t->rows[j].clause > FEW) return false;
    for (uint32_t c = t->rows[j].clause; c < row->clause; c++)
        if (ty_is_semicolon(t->report->flow[clauses[c].end - 1])) return false;
    return true;
}

void ty_widen_growth(ty_timeline *t, uint32_t first, uint32_t i, const ty_time *time, ty_period *period) {
    const ty_quantity *row = &t->rows[i];
    int32_t last = 0, from = row->change == TY_STAYS ? 0 : year_grown_from(t, first, i, &last);
    if (from) *period = (ty_period){from + 1, last};
    if (row->change == TY_STAYS || from) return;
    if ((ty_is_span(*period) || time->form) && ty_grows_since_last(t, i)) {
        period->from = period->to;
        return;
    }
    bool shares = shares_comparison(t, first, i), doubles = t->report->flow[row->flow.end - 1] == U'番';
    int32_t base = shares ? ty_year_compared(t, first, i) : 0;
    bool ahead = t->role == TY_REVIEW && t->year &&
                 time->period.to >= t->year; /* 2000年比1980年翻两番的目标, in a review: not of what follows */
    if (base && (time->form == TY_A_DATE || (time->form == TY_A_WORD && time->period.to < t->year)) && !ty_is_span(time->period) && time->period.to - base > 1) {
        *period = (ty_period){base + 1, time->period.to};
        if (!ahead && !doubles) t->growth = *period; /* 到2020年比2010年翻一番。…增长8% */
    } else if (base && !time->form && ty_is_span(*period) && base + 1 != period->from)
        period->from = period->to; /* 五年后比1978年增长: the year reached; over the plan, all its years */
    else if (!base && !time->form && is_set_beside(t, i))
        period->from = period->to;
    else if (!time->form && t->growth.from && (shares || opens_with_growth(t->report, ty_clause_of(t->report, row)->start)))
        *period = t->growth;
}

/* 比2005年翻一番, 是2005年的2.1倍: is it a year that a value is compared with? */
static bool is_compared_with(const ty_timeline *t, uint32_t j) {
    const ty_quantity *date = &t->rows[j], *next = date + 1;
    if (date->kind != TY_DATE || j + 1 >= t->count || next->clause != date->clause || ty_is_span(ty_period_of_date(date))) return false;
    bool multiple = t->report->flow[next->flow.end - 1] == U'倍' && date->flow.end + 1 == next->flow.start && t->report->flow[date->flow.end] == U'的';
    return ty_period_of_date(date).to && (multiple || (next->change != TY_STAYS && ty_word_ending(t->report, TY_CUE(BASE_YEAR), date->flow.start)));
}

void ty_widen_mean(const ty_timeline *t, uint32_t first, uint32_t i, ty_period *period) {
    enum { LONGEST_LIST = 4 };
    if (t->rows[i].change == TY_STAYS || !period->from || !ty_is_mean_of_years(t->report, &t->rows[i])) return;
    int32_t last = ty_is_span(*period) ? period->from : period->to; /* 由1992年的411亿元增加到…，年均增长12%, in a review of five years */
    uint32_t head = t->rows[i].list;
    bool dated = head > first && t->rows[head - 1].clause == t->rows[i].clause; /* “十三五”时期年均增长 */
    bool shares = !dated && shares_comparison(t, first, i);
    for (uint32_t j = i; j-- > first && i - j <= LONGEST_LIST;) {
        bool compares = shares && t->rows[j].clause + 1 == t->rows[i].clause && is_compared_with(t, j); /* 是2005年的2.1倍，年均增长12.7% */
        if (compares && ty_period_of_date(&t->rows[j]).to + 1 < last) period->from = ty_period_of_date(&t->rows[j]).to + 1;
        const ty_quantity *base = &t->rows[j];
        bool told = ty_has_value(base) && base->from_year && base->from_year == base->to_year && base->from_year + 1 < last;
        if (told && base->change == TY_STAYS && ty_is_base(t, j)) period->from = base->from_year + 1;
    }
}
