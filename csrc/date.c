/* date.c: numbers that are places in the calendar.
 *
 *   2023年   2023年5月1日   一九五五年三月   2006年12月20日至22日
 *   2021—2023年   2003年到2006年   1981—85年   1998、1999年 (two)   2023-05-01   五八年   05年   比98年
 *   上世纪80年代   20世纪90年代   七十年代   21世纪
 *   2024年一季度   2024年第三季度   2024年1—5月
 *   5月1日   十二月   8月份   三季度   第三季度   1—10月   一至三季度          (no year: no value)
 *   十四五   第十四个五年规划                 (the lexicon's plans)
 */
#include "numeral.h"
#include "report.h"

enum { FIRST_YEAR = 49 /* of the People's Republic: a smaller number of two digits is of this century */ };

typedef struct calendar {
    ty_report *report;
    ty_number *numbers;
    uint32_t count;
    const uint32_t *flow;
} calendar;

static uint32_t char_at(const calendar *c, uint32_t at) { return ty_flow_char(c->report, at); }

/* A small whole number, or UINT32_MAX. */
static uint32_t small_of(const ty_number *n) {
    ty_u128 whole;
    if (n->form > TY_POSITIONAL || n->vague || n->use != TY_UNREAD || n->scaled) return UINT32_MAX;
    if (!ty_decimal_whole(n->low, &whole) || whole > 9999 || ty_decimal_compare(n->low, n->high)) return UINT32_MAX;
    return (uint32_t)whole;
}

static bool is_year_number(const ty_number *n) {
    uint32_t value = small_of(n);
    return (n->form == TY_ARABIC || n->form == TY_POSITIONAL) && n->digits == 4 && value >= 1000 && value < 3000;
}

static bool is_between(const ty_number *n, uint32_t low, uint32_t high) {
    uint32_t value = small_of(n);
    return value >= low && value <= high && value != UINT32_MAX;
}

/* The year that a number spells: four digits; or two, within the century of the year before it in a range. */
static uint32_t year_of(const ty_number *n, uint32_t before) {
    uint32_t value = small_of(n);
    if (is_year_number(n)) return value;
    bool short_form = before && n->digits == 2 && (n->form == TY_ARABIC || n->form == TY_POSITIONAL) && value != UINT32_MAX;
    return short_form ? before / 100 * 100 + value : 0;
}

/* The number that begins just at `at`, searched from `i` on; NULL. */
static ty_number *number_at(const calendar *c, uint32_t i, uint32_t at) {
    for (; i < c->count && c->numbers[i].start <= at; i++)
        if (c->numbers[i].start == at) return &c->numbers[i];
    return NULL;
}

static void use(ty_number *n) { n->use = TY_IS_USED; }

/* 月[份][日|号] behind a number that is a month; the end, or 0 if it is none. */
static uint32_t month_end(const calendar *c, uint32_t i, ty_number *month) {
    if (!month || !is_between(month, 1, 12) || char_at(c, month->end) != U'月') return 0;
    uint32_t end = month->end + 1;
    if (char_at(c, end) == U'份') return end + 1;
    ty_number *day = number_at(c, i + 1, end);
    if (day && is_between(day, 1, 31) && (char_at(c, day->end) == U'日' || char_at(c, day->end) == U'号')) {
        end = day->end + 1;
        use(day);
    }
    return end;
}

/* 至5日, —12月3日 behind a date; the new end. */
static uint32_t span_end(const calendar *c, uint32_t i, uint32_t end) {
    uint32_t sign = char_at(c, end);
    if (!ty_is_among(sign, U"至到—-~")) return end;
    ty_number *next = number_at(c, i + 1, end + 1);
    uint32_t until = month_end(c, i, next);
    if (!until && next && is_between(next, 1, 31) && (char_at(c, next->end) == U'日' || char_at(c, next->end) == U'号'))
        until = next->end + 1;
    if (!until) return end;
    use(next);
    return until;
}

/* Behind a sign of a range; 0 if none stands at `at`. */
static uint32_t behind_sign(const calendar *c, uint32_t at) {
    uint32_t sign = char_at(c, at);
    if (sign == U'—' && char_at(c, at + 1) == U'—') return at + 2;
    return ty_is_among(sign, U"—-~至到") ? at + 1 : 0;
}

/* [一至]三季度, [1—]5月: the part of a year that begins with this number; its end, or 0. */
static uint32_t part_end(const calendar *c, uint32_t i, ty_number *n) {
    if (!n) return 0;
    uint32_t next = char_at(c, n->end);
    if (next != U'月' && next != U'季' && !behind_sign(c, n->end)) return 0;
    uint32_t end = month_end(c, i, n), at = end ? 0 : behind_sign(c, n->end);
    if (end) return span_end(c, i, end);
    ty_number *last = at ? number_at(c, i + 1, at) : NULL;
    if (last && small_of(last) > small_of(n) && small_of(n) >= 1) {
        bool month = is_between(last, 1, 12) && char_at(c, last->end) == U'月';
        bool season = is_between(last, 1, 4) && char_at(c, last->end) == U'季' && char_at(c, last->end + 1) == U'度';
        if (!month && !season) return 0;
        use(last);
        end = last->end + (season ? 2 : 1);
        return month && char_at(c, end) == U'份' ? end + 1 : end;
    }
    return is_between(n, 1, 4) && char_at(c, n->end) == U'季' && char_at(c, n->end + 1) == U'度' ? n->end + 2 : 0;
}

static void make_date(ty_number *n, uint32_t end, uint32_t low, uint32_t high) {
    n->use = TY_IS_DATE;
    n->end = end;
    n->low = n->high = (ty_decimal){0};
    if (low) n->low = ty_decimal_of(low);
    if (high) n->high = ty_decimal_of(high);
}

/* Where a second year can begin behind a first: 2021[年]—2023年. */
static uint32_t second_year_at(const calendar *c, uint32_t end) {
    return behind_sign(c, char_at(c, end) == U'年' ? end + 1 : end);
}

/* 2023-05-01, 2023/5/1 */
static uint32_t iso_end(const calendar *c, uint32_t i, const ty_number *year) {
    uint32_t sign = char_at(c, year->end);
    if (sign != '-' && sign != '/') return 0;
    ty_number *month = number_at(c, i + 1, year->end + 1);
    if (!month || !is_between(month, 1, 12) || char_at(c, month->end) != sign) return 0;
    ty_number *day = number_at(c, i + 1, month->end + 1);
    if (!day || !is_between(day, 1, 31) || ty_is_latin(char_at(c, day->end)) || char_at(c, day->end) == sign) return 0;
    use(month);
    use(day);
    return day->end;
}

/* 05年, 比98年: figures of two digits are a year if a zero leads or words of time stand around them; the year, or 0. */
static uint32_t short_figures(const calendar *c, const ty_number *n) {
    enum { OLDEST = 78 };
    uint32_t value = small_of(n), before = n->start ? c->flow[n->start - 1] : 0, next = char_at(c, n->end + 1);
    if (n->form != TY_ARABIC || n->end != n->start + 2 || value == UINT32_MAX) return 0;
    if (c->flow[n->start] == '0') return value ? 2000 + value : 0;
    bool compared = (before == U'比' || before == U'较') && next != U'前'; /* not 比90年前 */
    bool since = ty_is_among(before, U"自从在") && (ty_is_among(next, U"起到至") || !ty_is_han(next));
    bool led = compared || since; /* 从98年到99年; not 在95年的历程中 */
    bool edged = ty_is_among(next, U"底末初");
    return value >= OLDEST && (led || edged) ? 1900 + value : 0;
}

/* 五八年, 〇八年: digits for their places are no count, so the year of a century. 五六年 is five or six years. 二三五年 is 2035:
   older encodings have no 〇, and lose it. 05年, 03—05年: so are figures with a zero before them. */
static bool read_short_year(calendar *c, uint32_t i) {
    ty_number *n = &c->numbers[i];
    uint32_t value = small_of(n), figures = short_figures(c, n), until = 0;
    bool lost_zero = n->digits == 3 && value > 200 && value < 200 + FIRST_YEAR;
    bool places = n->form == TY_POSITIONAL && (n->digits == 2 || lost_zero) && value != UINT32_MAX;
    uint32_t at = figures ? behind_sign(c, n->end) : 0;
    ty_number *second = at ? number_at(c, i + 1, at) : NULL;
    if (second) until = short_figures(c, second);
    ty_number *last = until > figures ? second : n;
    if ((!places && !figures) || char_at(c, last->end) != U'年' || char_at(c, last->end + 1) == U'代') return false;
    bool this_century = ty_digit_of(c->flow[n->start]) == 0 || (value < FIRST_YEAR && c->report->input->year >= 2001);
    uint32_t year = figures ? figures : lost_zero ? value + 1800 : value + (this_century ? 2000 : 1900);
    ty_number *part = number_at(c, i + 1, last->end + 1);
    uint32_t end = last == n ? part_end(c, i + 1, part) : 0;
    if (end) use(part);
    if (last != n) use(last);
    make_date(n, end ? end : last->end + 1, year, last == n ? year : until);
    return true;
}

/* 一九八二两年: what follows the year counts years. */
static bool counts_years(const calendar *c, const ty_number *year) {
    const ty_number *next = number_at(c, (uint32_t)(year - c->numbers) + 1, year->end);
    if (!next || next->form != TY_CHINESE) return false;
    return char_at(c, next->end) == U'年' || (char_at(c, next->end) == U'个' && char_at(c, next->end + 1) == U'年');
}

static bool read_year(calendar *c, uint32_t i) {
    ty_number *n = &c->numbers[i];
    uint32_t year = small_of(n), iso;
    if (!is_year_number(n)) return read_short_year(c, i);
    if ((iso = iso_end(c, i, n)) != 0) {
        make_date(n, iso, year, year);
        return true;
    }
    uint32_t at = second_year_at(c, n->end);
    ty_number *second = at ? number_at(c, i + 1, at) : NULL;
    uint32_t until = second ? year_of(second, year) : 0;
    if (until > year && char_at(c, second->end) == U'年') {
        use(second);
        make_date(n, second->end + 1, year, until);
        return true;
    }
    if (char_at(c, n->end) == U'年' && char_at(c, n->end + 1) != U'代') {
        uint32_t behind = n->end + 1;
        ty_number *part = number_at(c, i + 1, char_at(c, behind) == U'第' ? behind + 1 : behind);
        uint32_t end = part_end(c, i + 1, part);
        if (end) use(part);
        make_date(n, end ? end : behind, year, year);
        return true;
    }
    /* 1998、1999年: the first lacks its 年, and so in 一九八〇比一九七五年; 一九八一和一九八二两年: both do. */
    ty_number *next = NULL;
    if (char_at(c, n->end) == U'、' || char_at(c, n->end) == U'和' ||
        (char_at(c, n->end) == U'比' && n->form == TY_POSITIONAL))
        next = number_at(c, i + 1, n->end + 1);
    bool listed = next && is_year_number(next) &&
                  (char_at(c, next->end) == U'年' || char_at(c, next->end) == U'、' || counts_years(c, next));
    if (!listed && !(i && counts_years(c, n))) return false;
    make_date(n, n->end, year, year);
    return true;
}

/* 世纪 and 年代. */
static bool read_era(calendar *c, uint32_t i) {
    ty_number *n = &c->numbers[i];
    uint32_t value = small_of(n);
    if (value == UINT32_MAX) return false;
    if (char_at(c, n->end) == U'世' && char_at(c, n->end + 1) == U'纪' && value >= 1 && value <= 21) {
        uint32_t first = (value - 1) * 100, end = n->end + 2;
        ty_number *decade = number_at(c, i + 1, end);
        if (decade && is_between(decade, 0, 90) && small_of(decade) % 10 == 0 && char_at(c, decade->end) == U'年' &&
            char_at(c, decade->end + 1) == U'代') {
            first += small_of(decade);
            use(decade);
            make_date(n, decade->end + 2, first, first + 9);
        } else {
            make_date(n, end, first + 1, first + 100);
        }
        return true;
    }
    if (char_at(c, n->end) != U'年' || char_at(c, n->end + 1) != U'代' || value % 10 || value > 2990) return false;
    uint32_t first = value, start = n->start;
    if (value < 100) {
        bool named = start >= 3 && c->flow[start - 1] == U'纪' && c->flow[start - 2] == U'世';
        bool this = named && c->flow[start - 3] == U'本';
        int32_t told = c->report->input->year; /* else: no report speaks of decades to come but the next */
        bool ours = this && (told ? told >= 2001 : value <= 20);
        first += ours ? 2000 : 1900;
        if (named && (c->flow[start - 3] == U'上' || c->flow[start - 3] == U'本')) n->start = start - 3;
    }
    make_date(n, n->end + 2, first, first + 9);
    return true;
}

static bool read_part_of_year(calendar *c, uint32_t i) {
    ty_number *n = &c->numbers[i];
    uint32_t end = part_end(c, i, n);
    if (!end) return false;
    make_date(n, end, 0, 0);
    if (n->start && c->flow[n->start - 1] == U'第') n->start--; /* 第三季度 */
    return true;
}

ty_status ty_pass_date(ty_report *report, ty_error *error) {
    calendar c = {report, report->numbers.items, report->numbers.count, report->flow};
    (void)error;
    for (uint32_t i = 0; i < c.count; i++) {
        if (c.numbers[i].use != TY_UNREAD) continue;
        if (c.numbers[i].form == TY_PLAN_NAME) c.numbers[i].use = TY_IS_DATE;
        else if (!read_year(&c, i) && !read_era(&c, i)) (void)read_part_of_year(&c, i);
    }
    return TY_OK;
}
