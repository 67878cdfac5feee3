/* number.c: numerals to exact numbers.
 *
 *   Arabic            6.5   1,100.9   ５０８      with scale words   508万   3亿2000万   3万5000   5千3百
 *   vague             2.4万余   3千多万   20多    十几 (11 to 19)   几百万   数百   百余
 *   multiplicative    二十四万九千   一亿一千三百万   四万万   三万五 (35000)   壹佰贰拾
 *   positional        一九五五   二〇二六
 *   decimal           五十五点八   零点六   2·4
 *   signed            负五   -5
 *   elliptic range    三五   七八万   二三十   一两百   十五六
 *   per hundred       百分之七点五   千分之六   百分之百
 *   fraction          三分之一   二又三分之一   1/3   一半   半
 *   bare scale        百亿   千万   万          a number only if words around it say so
 *
 * A numeral inside a word of the lexicon (一带一路), a code (PM2.5, T1000), a list mark or a sum (1+30) is none.
 */
#include "numeral.h"
#include "report.h"

enum { YEAR = 0x5E74 };
enum { VAGUE_MORE = 0x591A, VAGUE_REST = 0x4F59, VAGUE_SOME = 0x51E0, VAGUE_COUNT = 0x6570, VAGUE_ABOUT = 0x6765 };
enum { POINT = 0x70B9, HALF = 0x534A, ONE = 0x4E00, AGAIN = 0x53C8 };
enum { OF = 0x5206, THIS = 0x4E4B, HUNDRED = 0x767E, THOUSAND = 0x5343 };
enum { NEGATIVE = 0x8D1F, MINUS = 0x2014, OLD_POINT = 0x9EDE };
enum { TAEL = 0x4E24, OLD_TAEL = 0x5169, OPEN_QUOTE = 0x201C, CLOSE_QUOTE = 0x201D };
enum { LONGEST_DIGITS = 30 };

static bool in_numeral(uint32_t c) { return ty_begins_numeral(c) || c == VAGUE_MORE || c == VAGUE_REST; }

/* Both ends of what is read: they part at an elliptic pair or at 十几. */
typedef struct sum {
    uint64_t above, below, section; /* from 亿 up; from 万 up; below 万 */
    int digit;                      /* read, not yet scaled; -1 */
} sum;

typedef struct reader {
    const ty_trie *units;
    const uint32_t *flow;
    uint32_t at, end;
    sum part[2];
    uint32_t last_scale; /* power of the scale word just read */
    bool has_digit, vague, after_zero, overflow;
} reader;

/* 千 and 百 also begin units: 千瓦, 百帕. */
static bool begins_unit(const ty_trie *units, const uint32_t *flow, uint32_t at, uint32_t end) {
    uint32_t length = 0;
    return (ty_scale_of(flow[at]) == 2 || ty_scale_of(flow[at]) == 3) &&
           ty_trie_longest(units, flow + at, flow + end, &length) != TY_NONE && length > 1;
}

static uint64_t power_of(uint32_t power) {
    uint64_t result = 1;
    while (power--) result *= 10;
    return result;
}

static void scale_small(reader *r, uint32_t power) {
    for (int i = 0; i < 2; i++) {
        sum *s = &r->part[i];
        s->section += (uint64_t)(s->digit < 0 ? 1 : s->digit) * power_of(power);
        s->digit = -1;
    }
}

static void scale_large(reader *r, uint32_t power) {
    for (int i = 0; i < 2; i++) {
        sum *s = &r->part[i];
        uint64_t value = s->section + (uint64_t)(s->digit < 0 ? 0 : s->digit);
        if (__builtin_add_overflow(s->below, value, &value)) r->overflow = true;
        if (!value && s->above && power == 8) { /* 一亿亿 */
            value = s->above;
            s->above = 0;
        }
        if (!value) value = s->above ? 0 : 1;
        if (__builtin_mul_overflow(value, power_of(power), &value)) r->overflow = true;
        if (power == 8) {
            if (__builtin_add_overflow(s->above, value, &s->above)) r->overflow = true;
            s->below = 0;
        } else if (s->below && s->digit < 0 && !s->section) { /* 六万万 is 六亿 */
            if (__builtin_add_overflow(s->above, value, &s->above)) r->overflow = true;
            s->below = 0;
        } else {
            s->below = value;
        }
        s->section = 0;
        s->digit = -1;
    }
}

static bool is_pair(int low, int high) { return high == low + 1 || (low == 3 && high == 5); }

static uint64_t total_of(reader *r, int i) {
    const sum *s = &r->part[i];
    uint64_t digit = s->digit < 0 ? 0 : (uint64_t)s->digit;
    /* 三万五 is 35,000: the digit belongs to the next lower place, unless 零 stands before it. */
    if (r->last_scale >= 2 && !r->after_zero) digit *= power_of(r->last_scale - 1);
    uint64_t total = s->section + digit;
    if (__builtin_add_overflow(total, s->below, &total) || __builtin_add_overflow(total, s->above, &total)) r->overflow = true;
    return total;
}

static bool read_digit(reader *r, int digit) {
    uint32_t c = r->flow[r->at], next = r->at + 1 < r->end ? r->flow[r->at + 1] : 0;
    if ((c == TAEL || c == OLD_TAEL) && r->last_scale && !ty_scale_of(next)) return false; /* 七万万两: the measure */
    if (r->part[0].digit >= 0) {
        if (r->part[1].digit != r->part[0].digit || !is_pair(r->part[0].digit, digit)) return false;
        r->part[1].digit = digit;
        return true;
    }
    r->part[0].digit = r->part[1].digit = digit;
    return r->has_digit = true;
}

static bool read_some(reader *r, uint32_t c) {
    uint32_t next = r->at + 1 < r->end ? r->flow[r->at + 1] : 0;
    if (r->part[0].digit >= 0) return false;
    if (ty_scale_of(next) && (r->last_scale == 0 || r->last_scale == 1)) { /* 几百, 数万 */
        r->part[0].digit = r->part[1].digit = 1;
        r->vague = r->has_digit = true;
        return true;
    }
    if (c == VAGUE_SOME && r->last_scale == 1) { /* 十几 */
        r->part[0].digit = 1;
        r->part[1].digit = 9;
        return true;
    }
    return false;
}

static bool read_scale(reader *r, uint32_t power) {
    const sum *s = &r->part[0];
    if (power < 4) {
        bool bare = s->digit < 0;
        /* 四百十二 leaves out 一 before 十; no other scale word goes without its digit behind another. */
        if (bare && power != 1 && (s->section || r->last_scale)) return false;
        if (bare && r->last_scale == 1) return false;
        if (bare && power == 1) r->has_digit = true; /* 十 is ten */
        scale_small(r, power);
    } else {
        if (r->overflow) return false;
        scale_large(r, power);
    }
    r->last_scale = power;
    r->after_zero = false;
    return true;
}

/* 多 and 余 belong to a numeral behind a scale word; 来 only before what is surely counted. */
static bool read_vague(reader *r, uint32_t c) {
    static const uint32_t counted[] = {0x4E2A, 0x4EBA, 0x5E74, 0x5929, 0x6237, 0x5BB6, 0x540D, 0x4EA9, 0x91CC, 0x65A4};
    if (!r->last_scale || r->part[0].digit >= 0 || r->vague) return false;
    if (c == VAGUE_ABOUT) {
        uint32_t next = r->at + 1 < r->end ? r->flow[r->at + 1] : 0;
        bool is_counted = ty_scale_of(next) >= 4;
        for (size_t i = 0; i < sizeof counted / sizeof *counted; i++) is_counted = is_counted || next == counted[i];
        if (!is_counted) return false;
    }
    return r->vague = true;
}

/* 点八: digits behind the point; then 万 or 亿 may scale the whole. */
static bool read_fraction_digits(reader *r, ty_decimal *value) {
    bool any = false;
    for (r->at++; r->at < r->end && ty_digit_of(r->flow[r->at]) >= 0; r->at++) {
        if (value->exponent <= -LONGEST_DIGITS || !ty_decimal_digit(value, (uint32_t)ty_digit_of(r->flow[r->at])))
            return false;
        value->exponent--;
        any = true;
    }
    for (; r->at < r->end && ty_scale_of(r->flow[r->at]) >= 4; r->at++)
        if ((value->exponent += (int32_t)ty_scale_of(r->flow[r->at])) > LONGEST_DIGITS) return false;
    return any;
}

static uint32_t digit_run(const reader *r) {
    uint32_t at = r->at;
    while (at < r->end && at - r->at < LONGEST_DIGITS + 1 && ty_digit_of(r->flow[at]) >= 0) at++;
    return at - r->at;
}

static bool read_positional(reader *r, uint32_t run, ty_number *n) {
    n->low = ty_decimal_of(0);
    for (uint32_t i = 0; i < run; i++)
        if (!ty_decimal_digit(&n->low, (uint32_t)ty_digit_of(r->flow[r->at + i]))) return false;
    r->at += run;
    n->digits = (uint8_t)run;
    n->form = TY_POSITIONAL;
    for (; r->at < r->end && ty_scale_of(r->flow[r->at]) >= 4; r->at++) {
        if ((n->low.exponent += (int32_t)ty_scale_of(r->flow[r->at])) > LONGEST_DIGITS) return false;
        n->form = TY_CHINESE;
        n->scaled = 1;
    }
    n->high = n->low;
    return true;
}

static void read_multiplicative(reader *r) {
    for (; r->at < r->end; r->at++) {
        uint32_t c = r->flow[r->at], next = r->at + 1 < r->end ? r->flow[r->at + 1] : 0;
        int digit = ty_digit_of(c);
        if (digit == 0 && (r->last_scale || r->part[0].digit >= 0)) {
            if (r->part[0].digit >= 0 || ty_digit_of(next) <= 0) {
                if (!(r->part[0].digit < 0 && ty_scale_of(next) == 1)) break;
            }
            r->after_zero = true;
        } else if (digit >= 0) {
            if (!read_digit(r, digit)) break;
        } else if (ty_tens_of(c) && r->part[0].digit < 0 && r->last_scale != 1) {
            for (int i = 0; i < 2; i++) r->part[i].section += (uint64_t)ty_tens_of(c) * 10;
            r->has_digit = true;
            r->last_scale = 1;
        } else if (ty_scale_of(c)) {
            if (begins_unit(r->units, r->flow, r->at, r->end) || !read_scale(r, ty_scale_of(c))) break;
        } else if (c == VAGUE_SOME || c == VAGUE_COUNT) {
            if (!read_some(r, c)) break;
        } else if (c == VAGUE_MORE || c == VAGUE_REST || c == VAGUE_ABOUT) {
            if (!read_vague(r, c)) break;
            if (!ty_scale_of(next) || ty_scale_of(next) < 4) {
                r->at++;
                break;
            }
        } else {
            break;
        }
    }
}

static bool follows(const reader *r, uint32_t at, uint32_t a, uint32_t b) {
    return at + 1 < r->end && r->flow[at] == a && r->flow[at + 1] == b;
}

/* One Chinese number without fractions. False if there is none here; r->at is then of no meaning. */
static bool read_whole(reader *r, ty_number *n) {
    uint32_t start = r->at, run = digit_run(r);
    uint32_t after = start + run < r->end ? r->flow[start + run] : 0;
    r->part[0] = r->part[1] = (sum){.digit = -1};
    r->last_scale = 0;
    r->has_digit = r->vague = r->after_zero = r->overflow = false;
    *n = (ty_number){.start = start, .form = TY_CHINESE};
    if (run > LONGEST_DIGITS) return false;
    bool pair = run == 2 && is_pair(ty_digit_of(r->flow[start]), ty_digit_of(r->flow[start + 1]));
    if (run >= 3 || (run == 2 && !pair && !(ty_scale_of(after) && ty_scale_of(after) < 4))) {
        if (!read_positional(r, run, n)) return false;
    } else {
        read_multiplicative(r);
        if (r->at == start || r->overflow) return false;
        n->low = ty_decimal_of(total_of(r, 0));
        n->high = ty_decimal_of(total_of(r, 1));
        if (r->overflow) return false;
        n->vague = r->vague;
        n->scaled = r->part[0].above || r->part[0].below;
        if (!r->has_digit) n->form = TY_BARE_SCALE;
    }
    if (r->at + 1 < r->end && (r->flow[r->at] == POINT || r->flow[r->at] == OLD_POINT) && ty_digit_of(r->flow[r->at + 1]) >= 0 && !n->vague) {
        uint32_t point = r->at;
        ty_decimal value = n->low;
        if (read_fraction_digits(r, &value)) {
            n->low = n->high = value;
            n->form = TY_CHINESE;
            n->digits = 0;
            n->scaled = n->scaled || value.exponent > -1;
        } else {
            r->at = point;
        }
    }
    n->end = r->at;
    return true;
}

/* 百分之…: the number after it; 百 is allowed (百分之百). */
static bool read_per(reader *r, ty_number *n, ty_numeral_form form, uint32_t start) {
    uint32_t from = r->at;
    if (!ty_begins_numeral(r->flow[from]) || !read_whole(r, n)) return false;
    if (n->form == TY_BARE_SCALE && n->low.coefficient > 100) return false;
    n->start = start;
    n->form = (uint8_t)form;
    n->scaled = 0;
    return true;
}

/* Denominator and numerator: 三分之一. The whole before 又 is added. */
static bool read_parts(reader *r, ty_number *n, ty_decimal whole) {
    ty_number denominator = *n;
    uint64_t below = (uint64_t)denominator.low.coefficient;
    if (denominator.low.exponent || below < 2 || denominator.low.coefficient > 1000000) return false;
    r->at = denominator.end + 2;
    if (r->at >= r->end || !ty_begins_numeral(r->flow[r->at]) || !read_whole(r, n)) return false;
    if (!ty_decimal_times(&n->low, 1, below) || !ty_decimal_times(&n->high, 1, below)) return false;
    if (whole.coefficient) {
        n->low.coefficient += whole.coefficient * n->low.divisor;
        n->high.coefficient += whole.coefficient * n->high.divisor;
    }
    n->form = TY_FRACTION;
    return true;
}

static bool read_chinese(const ty_trie *units, const uint32_t *flow, uint32_t at, uint32_t end, ty_number *n) {
    reader r = {.units = units, .flow = flow, .at = at, .end = end};
    uint32_t c = flow[at];
    if ((c == HUNDRED || c == THOUSAND || c == 0x4E07) && follows(&r, at + 1, OF, THIS)) {
        r.at = at + 3;
        if (c == 0x4E07 || r.at >= end) return false;
        return read_per(&r, n, c == HUNDRED ? TY_PER_HUNDRED : TY_PER_THOUSAND, at);
    }
    if (c == HALF || (c == ONE && at + 1 < end && flow[at + 1] == HALF)) {
        *n = (ty_number){.start = at, .end = at + (c == HALF ? 1 : 2), .form = c == HALF ? TY_CHINESE : TY_FRACTION};
        n->low = (ty_decimal){.coefficient = 1, .divisor = 2};
        n->high = n->low;
        return true;
    }
    if (!read_whole(&r, n)) return false;
    if (follows(&r, n->end, OF, THIS)) {
        ty_number denominator = *n;
        if (read_parts(&r, n, ty_decimal_of(0))) {
            n->start = at;
            return true;
        }
        *n = denominator;
    } else if (n->end < end && flow[n->end] == AGAIN) {
        ty_number whole = *n;
        r.at = n->end + 1;
        if (r.at < end && ty_digit_of(flow[r.at]) > 0 && read_whole(&r, n) && follows(&r, n->end, OF, THIS) &&
            read_parts(&r, n, whole.low)) {
            n->start = at;
            return true;
        }
        *n = whole;
    }
    return true;
}

/* 1,100, with a comma of either width: three digits, and no fourth. */
static bool is_grouping(const uint32_t *flow, uint32_t at, uint32_t end, uint32_t digits) {
    if (!ty_is_comma(flow[at]) || digits > 3 || end - at < 4) return false;
    for (uint32_t i = 1; i <= 3; i++)
        if (!ty_is_digit(flow[at + i])) return false;
    return end - at == 4 || !ty_is_digit(flow[at + 4]);
}

static bool read_plain(const uint32_t *flow, uint32_t *at, uint32_t end, ty_decimal *value, uint32_t *digits) {
    bool fits = true;
    uint32_t group = 0;
    *value = ty_decimal_of(0);
    *digits = 0;
    while (*at < end) {
        if (ty_is_digit(flow[*at])) {
            fits = fits && ty_decimal_digit(value, flow[*at] - '0');
            ++*digits;
            group++;
        } else if (is_grouping(flow, *at, end, group)) {
            group = 0;
        } else {
            break;
        }
        ++*at;
    }
    if (*at + 1 < end && (flow[*at] == '.' || flow[*at] == 0xB7) && ty_is_digit(flow[*at + 1])) {
        for (++*at; *at < end && ty_is_digit(flow[*at]); ++*at) {
            fits = fits && ty_decimal_digit(value, flow[*at] - '0');
            value->exponent--;
        }
        *digits = 0;
    }
    return fits;
}

static bool read_arabic(const ty_trie *units, const uint32_t *flow, uint32_t at, uint32_t end, ty_number *n) {
    uint32_t digits;
    *n = (ty_number){.start = at, .form = TY_ARABIC};
    bool fits = read_plain(flow, &at, end, &n->low, &digits);
    n->end = at;
    if (!fits) return false;
    if (at + 1 < end && flow[at] == '/' && ty_is_digit(flow[at + 1]) && digits && digits <= 3) {
        uint32_t next = at + 1, below_digits;
        ty_decimal below;
        if (read_plain(flow, &next, end, &below, &below_digits) && below_digits && below_digits <= 4 &&
            below.coefficient > n->low.coefficient && (next == end || flow[next] != '/')) {
            (void)ty_decimal_times(&n->low, 1, (uint64_t)below.coefficient);
            n->high = n->low;
            n->form = TY_FRACTION;
            n->end = next;
            return true;
        }
    }
    ty_decimal total = {0}; /* the parts before the last: 3亿 of 3亿2000万 */
    int32_t power = 0, last_power = INT32_MAX;
    for (; at < end; at++) {
        uint32_t c = flow[at], next = at + 1 < end ? flow[at + 1] : 0;
        if (ty_scale_of(c) && !begins_unit(units, flow, at, end)) {
            power += (int32_t)ty_scale_of(c);
            if (power > LONGEST_DIGITS) return false;
        } else if ((c == VAGUE_MORE || c == VAGUE_REST || c == VAGUE_SOME) && !n->vague && next != POINT) {
            n->vague = 1;
            if (ty_scale_of(next) < 2) {
                at++;
                break;
            }
        } else if (power >= 2 && !n->vague && ty_is_digit(c)) {
            uint32_t after = at;
            ty_decimal rest;
            if (!read_plain(flow, &after, end, &rest, &digits) || power >= last_power) break;
            uint32_t scale = after < end ? (uint32_t)ty_scale_of(flow[after]) : 0;
            /* 5千3百 and 3亿2000万 go on with a smaller scale; 3万5000 with the four digits below it, no year. */
            if (scale ? scale >= (uint32_t)power
                      : power < 4 || digits != 4 || n->low.exponent || (after < end && flow[after] == YEAR))
                break;
            n->low.exponent += power;
            if (!total.divisor) total = n->low;
            else if (!ty_decimal_add(&total, n->low)) return false;
            n->low = rest;
            last_power = power;
            power = 0;
            at = after - 1;
        } else {
            break;
        }
    }
    n->low.exponent += power;
    if (total.divisor && !ty_decimal_add(&n->low, total)) return false;
    n->scaled = power >= 4 || total.divisor != 0;
    n->power = (uint8_t)(total.divisor ? 0 : power);
    n->digits = (uint8_t)(power || n->vague || digits > 200 ? 0 : digits);
    n->high = n->low;
    n->end = at;
    return true;
}

/* Digits that belong to a code or a sum: PM2.5, T1000, 1+30, GB18030-2005. */
static bool is_code(const ty_report *report, const ty_number *n, uint32_t begin, uint32_t end) {
    const uint32_t *flow = report->flow;
    uint32_t before = n->start > begin ? flow[n->start - 1] : 0, after = n->end < end ? flow[n->end] : 0;
    if (n->form != TY_ARABIC) return false;
    if (before == '+' || before == '=' || before == '>' || before == '<') return true;
    if (after == '+' || after == '=' || after == '>' || after == '<') return true;
    if (before == '.' || before == '@' || before == '#' || before == '_') return true;
    if (ty_is_latin(before) || ((before == '-' || before == 0x2014) && n->start > begin + 1 && ty_is_latin(flow[n->start - 2])))
        return after != '%';
    return false;
}

/* 负5, −5: a sign of its own, not the end of 担负 nor a dash between words. */
static void read_sign(const uint32_t *flow, uint32_t from, ty_number *n) {
    if (n->start == from || n->form == TY_BARE_SCALE) return;
    uint32_t sign = flow[n->start - 1], before = n->start > 1 ? flow[n->start - 2] : '\n';
    bool minus = (sign == '-' || sign == MINUS) && !ty_is_han(before) && !ty_is_digit(before) && !ty_is_latin(before) &&
                 before != sign && before != '%' && before != 0x2030 && n->form == TY_ARABIC;
    if (!minus && (sign != NEGATIVE || ty_is_han(before))) return;
    n->start--;
    n->low.negative = n->low.coefficient != 0;
    n->high.negative = n->high.coefficient != 0;
}

/* （3）, 3. at the head of a paragraph, 3）: marks of a list. */
static bool is_list_mark(const ty_report *report, const ty_number *n, const ty_paragraph *paragraph) {
    const uint32_t *flow = report->flow;
    uint32_t after = n->end < paragraph->flow.end ? flow[n->end] : '\n';
    uint32_t before = n->start > paragraph->flow.start ? flow[n->start - 1] : '\n';
    if (before == '(' || before == '[' || before == 0x3014 || before == 0xFF3B || before == 0x3010)
        return after == ')' || after == ']' || after == 0x3015 || after == 0xFF3D || after == 0x3011;
    if (n->start != paragraph->flow.start || (n->digits == 0 && n->form == TY_ARABIC)) return false;
    return after == '.' || after == 0x3001 || after == ')';
}

static uint32_t skip_numeral(const uint32_t *flow, uint32_t at, uint32_t end) {
    if (ty_is_digit(flow[at])) {
        while (at < end && (ty_is_digit(flow[at]) || flow[at] == '.' || flow[at] == ',')) at++;
        return at;
    }
    while (at < end && in_numeral(flow[at])) at++;
    return at;
}

static ty_status add_number(ty_report *report, uint32_t p, ty_number n, ty_error *error) {
    ty_number *copy = ty_array_push(&report->arena, &report->numbers, sizeof *copy);
    if (!copy) return ty_fail_memory(error);
    n.paragraph = p;
    *copy = n;
    return TY_OK;
}

/* A short name such as 十五 is a plan in quotes or before 时期, 计划 alone. */
static bool is_sure(const ty_report *report, uint32_t at, uint32_t length, uint32_t entry) {
    static const uint32_t follow[][2] = {{0x65F6, 0x671F}, {0x671F, 0x95F4}, {0x89C4, 0x5212}, {0x8BA1, 0x5212}, {0x671F, 0x672B}};
    const uint32_t *behind = report->flow + at + length; /* the newline behind the paragraph ends the look */
    if (ty_trie_meaning(&report->lexicon->words, entry)->kind != TY_CUE_PLAN || length > 2) return true;
    if (at && report->flow[at - 1] == OPEN_QUOTE && behind[0] == CLOSE_QUOTE) return true;
    for (size_t i = 0; i < sizeof follow / sizeof *follow; i++)
        if (behind[0] == follow[i][0] && behind[1] == follow[i][1]) return true;
    return false;
}

/* A word that holds a numeral and is none, or the name of a plan. */
static ty_status read_word(ty_report *report, uint32_t p, uint32_t at, uint32_t length, uint32_t entry, ty_error *error) {
    const ty_entry *meaning = ty_trie_meaning(&report->lexicon->words, entry);
    if (meaning->kind != TY_CUE_PLAN) return ty_reject(report, TY_IN_WORD, at, at + length, error);
    ty_number n = {.start = at, .end = at + length, .form = TY_PLAN_NAME};
    n.low = ty_decimal_of(meaning->value / 10000);
    n.high = ty_decimal_of(meaning->value % 10000);
    return add_number(report, p, n, error);
}

/* The word that holds the numeral at `at`: it begins there or a few characters before. Its first entry; TY_NONE. */
static uint32_t word_around(const ty_report *report, uint32_t from, uint32_t at, uint32_t end, ty_slice *word) {
    const ty_trie *words = &report->lexicon->words;
    const uint32_t *flow = report->flow;
    uint32_t lead = report->lexicon->word_lead;
    for (uint32_t start = at - from > lead ? at - lead : from; start <= at; start++) {
        uint32_t length = 0, entry = ty_trie_longest(words, flow + start, flow + end, &length);
        if (entry == TY_NONE || start + length <= at || !is_sure(report, start, length, entry)) continue;
        *word = (ty_slice){start, start + length};
        return entry;
    }
    return TY_NONE;
}

static ty_status scan(ty_report *report, uint32_t p, ty_error *error) {
    const ty_trie *units = &report->lexicon->units;
    const uint8_t *begins = report->lexicon->begins_number;
    const ty_paragraph *paragraph = &TY_PARAGRAPHS_OF(report)[p];
    const uint32_t *flow = report->flow;
    ty_status status = TY_OK;
    uint32_t from = paragraph->flow_text; /* behind the last number or word */
    for (uint32_t at = from, end = paragraph->flow.end; at < end && !status;) {
        ty_number n;
        ty_slice word;
        /* Nine of ten characters begin no numeral: one load, one jump that is foretold. */
        if (flow[at] >= TY_PLANE || !begins[flow[at]]) {
            at++;
            continue;
        }
        uint32_t entry = word_around(report, from, at, end, &word);
        bool arabic = ty_is_digit(flow[at]);
        if (entry != TY_NONE) {
            status = read_word(report, p, word.start, word.end - word.start, entry, error);
            at = word.end;
        } else if (arabic ? read_arabic(units, flow, at, end, &n) : read_chinese(units, flow, at, end, &n)) {
            at = n.end;
            if (is_code(report, &n, paragraph->flow.start, end)) status = ty_reject(report, TY_IS_CODE, n.start, n.end, error);
            else if (is_list_mark(report, &n, paragraph)) status = ty_reject(report, TY_IS_LIST_MARK, n.start, n.end, error);
            else {
                read_sign(flow, from, &n);
                status = add_number(report, p, n, error);
            }
        } else {
            uint32_t start = at;
            at = arabic || ty_digit_of(flow[at]) >= 0 ? skip_numeral(flow, at, end) : at + 1;
            status = ty_reject(report, TY_UNREADABLE, start, at, error);
        }
        from = at;
    }
    return status;
}

ty_status ty_pass_number(ty_report *report, ty_error *error) {
    for (uint32_t p = 0; p < report->tables[TY_PARAGRAPHS].count; p++) {
        uint8_t role = TY_PARAGRAPHS_OF(report)[p].role;
        ty_status status = role == TY_MARK || role == TY_CHROME ? TY_OK : scan(report, p, error);
        if (status) return status;
    }
    return TY_OK;
}
