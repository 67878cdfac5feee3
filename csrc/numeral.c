/* numeral.c: one numeral to an exact number.
 *
 *   Arabic            6.5   1,100.9   1，200   1 200   ５０８   007   2·4   .5
 *   Chinese           二十四万九千   一亿一千三百万   一万零一十二   两千三百   四百十二   两百五 (250)   三万五 (35000)
 *     positional      一九五五   二〇二六   二五
 *     large           二十万亿   一万五千亿   四万万   三千零一兆 (10^12, where 兆 begins no unit)
 *     tens in one     廿八   卅六   卌
 *     financial       壹佰贰拾叁   伍仟   貳萬參仟
 *     traditional     三萬五千   兩億   十二點五
 *     decimal         五十五点八   零点六   一点二万   三·五
 *   mixed             508万   1.2万亿   3千万   3亿2000万   1亿零500万   3亿五千万   3万5000   1万5   5千3百   2点5   10k
 *   signed            负五   負五   -5   +5   零下十五   百分之负十
 *   vague             2.4万余   3千多万   20多   二十来个   百余   几百万   数百   成千上万
 *     both ends       十几 (11 to 19)   二十几   十几万 (110,000 to 190,000)   一百几十   一百零几
 *   elliptic range    三五   七八万   二三十   六七百万   一两百   十五六   一百二三十   三两天 (2 to 3)
 *   per hundred       百分之七点五   千分之六   百分之百
 *   fraction          三分之一   5分之3   万分之三   二又三分之一   3又1/2   1/3   一半   半   半数
 *   power             1.5e3   2^10   3×10^8   十的六次方
 *   bare scale        百亿   千万   万          a number only if words around it say so
 *
 * Ranges, lists, tenths (三成五, 八折), ranks and products are made of these by amount.c and quantity.c; a unit's own half
 * and what goes on behind it (三年半, 三块五毛) too.
 *
 * One automaton reads them all: the class of a character picks the step, and the step says whether the numeral goes on.
 * Steps keep what is read so far in four places: a digit or figure not yet scaled; the group below 万; what 万 closed;
 * what 亿 and 兆 closed. Both ends of a range are kept side by side, since they part in the middle (二三十, 十几万).
 */
#include "numeral.h"
#include "lexicon.h"
#include "text.h"

enum { LONGEST_DIGITS = 30 };

int ty_digit_of(uint32_t c) {
    switch (c) {
    case U'〇': case U'零': return 0;
    case U'一': case U'壹': case U'壱': return 1;
    case U'二': case U'贰': case U'弐': case U'两': case U'俩': return 2;
    case U'三': case U'叁': case U'參': return 3;
    case U'四': case U'肆': return 4;
    case U'五': case U'伍': return 5;
    case U'六': case U'陆': return 6;
    case U'七': case U'柒': return 7;
    case U'八': case U'捌': return 8;
    case U'九': case U'玖': return 9;
    default: return -1;
    }
}

int ty_year_digit_of(uint32_t c) { return ty_is_among(c, U"0OoΟοОо") ? 0 : ty_digit_of(c); }

bool ty_is_financial(uint32_t c) {
    switch (c) {
    case U'一': case U'二': case U'两': case U'俩': case U'三': case U'四': case U'五': case U'六':
    case U'七': case U'八': case U'九': return false;
    default: return ty_digit_of(c) > 0 || c == U'拾';
    }
}

uint32_t ty_scale_of(uint32_t c) {
    switch (c) {
    case U'十': case U'拾': return 1;
    case U'百': case U'佰': return 2;
    case U'千': case U'仟': return 3;
    case U'万': return 4;
    case U'亿': return 8;
    default: return 0;
    }
}

/* 廿, 卅 and 卌, a digit and its ten in one: 2, 3, 4; otherwise 0. */
static int tens_of(uint32_t c) { return c == U'廿' ? 2 : c == U'卅' ? 3 : c == U'卌' ? 4 : 0; }

static ty_step step_of(uint32_t c) {
    int digit = ty_digit_of(c);
    uint32_t scale = ty_scale_of(c);
    if (ty_is_digit(c)) return TY_FIGURES;
    if (digit >= 0) return digit ? TY_DIGIT : TY_ZERO;
    if (scale) return scale < 4 ? TY_SMALL_SCALE : TY_LARGE_SCALE;
    if (tens_of(c)) return TY_TENS;
    switch (c) {
    case U'兆': return TY_LARGE_SCALE;
    case U'几': case U'数': return TY_SOME;
    case U'多': case U'余': return TY_MORE;
    case U'来': return TY_ABOUT;
    default: return TY_ENDS;
    }
}

uint8_t ty_step_of(uint32_t c) { return (uint8_t)(step_of(c) | (ty_begins_numeral(c) ? TY_BEGINS : 0)); }

bool ty_begins_numeral(uint32_t c) {
    return ty_is_digit(c) || ty_digit_of(c) >= 0 || ty_scale_of(c) || tens_of(c) || ty_is_among(c, U"几数半负");
}

static uint32_t large_scale_of(uint32_t c) { return c == U'兆' ? 12 : ty_scale_of(c); }

#define LARGEST_BELOW UINT64_C(1000000000000) /* of a fraction: 万亿分之一 */

typedef struct sum {
    ty_decimal above, below, section; /* closed by 亿 or 兆; by 万; not yet closed */
    ty_decimal digit;                 /* read and not yet scaled, where the reader says that there is one */
} sum;

typedef struct reader {
    const ty_trie *units;
    const uint8_t *steps;
    const uint32_t *flow;
    uint32_t at, end;
    sum part[2];
    enum { NO_DIGIT, HAN_DIGIT, PAIR, FIGURE } pending;
    uint32_t last_scale;      /* power of the scale word just read */
    uint32_t power;           /* of the scale words since the last figure */
    uint32_t digits;          /* of the figure just read */
    bool is_arabic, has_digit, has_parts, vague, after_zero, overflow;
} reader;

static uint32_t char_at(const reader *r, uint32_t at) { return at < r->end ? r->flow[at] : 0; }
static ty_step step_at(const reader *r, uint32_t at) {
    uint32_t c = r->flow[at];
    return c < TY_PLANE ? (ty_step)(r->steps[c] & ~(uint32_t)TY_BEGINS) : TY_ENDS;
}
static uint32_t next_char(const reader *r) { return char_at(r, r->at + 1); }

/* 千 and 百 also begin units: 千瓦, 百帕; so does 兆. */
static bool begins_unit(const reader *r, uint32_t at) {
    uint32_t length = 0, scale = large_scale_of(r->flow[at]);
    return (scale == 2 || scale == 3 || scale == 12) &&
           ty_trie_longest(r->units, r->flow + at, r->flow + r->end, &length) != TY_NONE && length > 1;
}

static void add(reader *r, ty_decimal *value, ty_decimal other) {
    if (!ty_decimal_add(value, other)) r->overflow = true;
}

static void set_digit(reader *r, uint64_t low, uint64_t high) {
    r->part[0].digit = ty_decimal_of(low);
    r->part[1].digit = ty_decimal_of(high);
}

static bool take_small_scale(reader *r) {
    uint32_t power = ty_scale_of(r->flow[r->at]);
    bool bare = r->pending == NO_DIGIT;
    if (begins_unit(r, r->at)) return false;
    /* 四百十二 leaves out 一 before 十; no other scale word goes without its digit behind another. */
    if (bare && power != 1 && (r->part[0].section.coefficient || r->last_scale)) return false;
    if (bare && r->last_scale == 1) return false;
    /* 2023百强, 2023十大: a year and what follows it */
    if (r->pending == FIGURE && r->is_arabic && (power == 1 || r->digits > 3)) return false;
    if (bare && power == 1) r->has_digit = true; /* 十 is ten */
    for (int i = 0; i < 2; i++) {
        ty_decimal value = bare ? ty_decimal_of(1) : r->part[i].digit;
        value.exponent += (int32_t)power;
        add(r, &r->part[i].section, value);
    }
    r->pending = NO_DIGIT;
    r->power += power;
    r->last_scale = power;
    r->after_zero = false;
    return true;
}

static void close_group(reader *r, sum *s, uint32_t power) {
    ty_decimal value = s->section;
    if (r->pending) add(r, &value, s->digit);
    bool moves_up = power >= 8 || (!value.coefficient && s->below.coefficient); /* 六万万 is 六亿 */
    add(r, &value, s->below);
    if (!value.coefficient && s->above.coefficient && power == 8) { /* 一亿亿 */
        value = s->above;
        s->above = ty_decimal_of(0);
    }
    if (!value.coefficient && !s->above.coefficient && !r->has_digit) value = ty_decimal_of(1); /* 万 by itself */
    value.exponent += (int32_t)power;
    if (moves_up) {
        add(r, &s->above, value);
        s->below = ty_decimal_of(0);
    } else {
        s->below = value;
    }
    s->section = ty_decimal_of(0);
}

/* 三千零一兆吨 counts in 10^12, as ICU and Taiwan's papers spell; 百兆宽带 and 100兆 are data rates. */
static bool is_trillion(const reader *r) {
    uint32_t length, next = next_char(r);
    if (!r->has_digit || begins_unit(r, r->at)) return false;
    if (r->at + 1 < r->end && ty_trie_longest(r->units, r->flow + r->at + 1, r->flow + r->end, &length) != TY_NONE) return true;
    bool goes_on = ty_digit_of(next) >= 0 || ty_scale_of(next) == 1 || tens_of(next); /* 一兆十亿 */
    return !r->is_arabic && (goes_on || !ty_is_han(next)) && next != '/';
}

static bool take_large_scale(reader *r) {
    uint32_t power = large_scale_of(r->flow[r->at]);
    if (power == 12 && !is_trillion(r)) return false;
    if (r->overflow || r->power + power > LONGEST_DIGITS) return false;
    for (int i = 0; i < 2; i++) close_group(r, &r->part[i], power);
    r->pending = NO_DIGIT;
    r->power += power;
    r->last_scale = power;
    r->after_zero = false;
    return true;
}

static bool is_pair(int low, int high) { return low > 0 && (high == low + 1 || (low == 3 && high == 5)); }

/* 两 stands for no place of a number: it is a digit by itself, or the measure. */
static uint32_t digit_run(const reader *r) {
    uint32_t at = r->at;
    if (r->flow[at] == U'两') return 1;
    while (at < r->end && at - r->at < LONGEST_DIGITS + 1 && ty_digit_of(r->flow[at]) >= 0 && r->flow[at] != U'两') at++;
    return at - r->at;
}

/* 一两个, 三两天: one to two, two to three; of 三两酒 the 两 is the measure. */
static bool take_two(reader *r, uint32_t low) {
    uint32_t length, at = r->at + 1;
    bool counts = ty_scale_of(char_at(r, at)) ||
                  (at < r->end && ty_trie_longest(r->units, r->flow + at, r->flow + r->end, &length) != TY_NONE);
    if (!counts || (low != 1 && low != 3)) return false;
    r->part[0].digit = ty_decimal_of(low == 1 ? 1 : 2);
    r->part[1].digit = ty_decimal_of(low == 1 ? 2 : 3);
    r->pending = PAIR;
    return true;
}

/* 一九五五, 二五: digits that stand for their places, not 三五 (3 to 5) nor the 二 of 二五十. */
static bool is_positional(const reader *r, uint32_t run) {
    uint32_t stop = char_at(r, r->at + run), after = ty_scale_of(stop);
    if (run != 2) return run > 2;
    if (stop == U'点' && ty_digit_of(char_at(r, r->at + run + 1)) >= 0) return true; /* 五六点四 is 56.4 */
    return !is_pair(ty_digit_of(r->flow[r->at]), ty_digit_of(r->flow[r->at + 1])) && !(after && after < 4);
}

static bool has_year_digits(const reader *r, uint32_t at) {
    enum { LENGTH = 4 };
    for (uint32_t i = 0; i < LENGTH; i++)
        if (ty_year_digit_of(char_at(r, at + i)) < 0) return false;
    return true;
}

/* 二00三年, 二O一一年; 二00三、二00四年. */
static bool is_typed_year(const reader *r) {
    enum { LENGTH = 4 };
    uint32_t next = char_at(r, r->at + LENGTH);
    bool joins = ty_is_among(next, U"、至到和—-~");
    if (next != U'年' && !(joins && has_year_digits(r, r->at + LENGTH + 1) && char_at(r, r->at + 2 * LENGTH + 1) == U'年')) return false;
    return has_year_digits(r, r->at);
}

static bool take_positional(reader *r, uint32_t run) {
    ty_decimal value = ty_decimal_of(0);
    if (run > LONGEST_DIGITS) {
        r->overflow = true;
        return false;
    }
    for (uint32_t i = 0; i < run; i++) (void)ty_decimal_digit(&value, (uint32_t)ty_year_digit_of(r->flow[r->at + i]));
    r->part[0].digit = r->part[1].digit = value;
    r->pending = FIGURE;
    r->digits = run;
    r->has_digit = true;
    r->power = 0;
    r->at += run - 1;
    return true;
}

static bool take_digit(reader *r) {
    uint32_t c = r->flow[r->at], next = next_char(r);
    int digit = ty_digit_of(c);
    if (!r->has_digit && !r->last_scale) {
        uint32_t run = is_typed_year(r) ? 4 : digit_run(r);
        if (is_positional(r, run)) return take_positional(r, run);
    }
    if (c == U'两' && r->last_scale && !ty_scale_of(next)) return false; /* 七万万两: the measure */
    if (r->is_arabic && !ty_scale_of(next)) return false;                                  /* 5万一年 */
    if (r->pending == HAN_DIGIT) {
        int low = (int)r->part[0].digit.coefficient;
        if (c == U'两') return take_two(r, (uint32_t)low);
        if (r->part[1].digit.coefficient != r->part[0].digit.coefficient || !is_pair(low, digit)) return false;
        r->part[1].digit = ty_decimal_of((uint64_t)digit);
        r->pending = PAIR;
        return true;
    }
    if (r->pending) return false;
    set_digit(r, (uint64_t)digit, (uint64_t)digit);
    r->pending = HAN_DIGIT;
    r->power = 0;
    return r->has_digit = true;
}

static bool take_zero(reader *r) {
    uint32_t next = next_char(r);
    if (!r->last_scale && !r->pending) return take_digit(r);
    if (r->pending) return false;
    if (ty_digit_of(next) <= 0 && ty_scale_of(next) != 1 && next != U'几' && !(r->is_arabic &&
        ty_is_digit(next))) return false;
    return r->after_zero = true;
}

static bool take_tens(reader *r) {
    if (r->pending || r->last_scale == 1 || r->is_arabic) return false;
    for (int i = 0; i < 2; i++) add(r, &r->part[i].section, ty_decimal_of((uint64_t)tens_of(r->flow[r->at]) * 10));
    r->has_digit = true;
    r->power = 0;
    r->last_scale = 1;
    return true;
}

/* 几百 and 数万 say the magnitude alone; 十几, 十几万, 一百几十 and 一百零几 have both ends. */
static bool take_some(reader *r) {
    uint32_t next = ty_scale_of(next_char(r));
    bool some = r->flow[r->at] == U'几';
    if (some && r->pending == FIGURE && r->is_arabic && r->digits > 1 && r->part[0].digit.coefficient % 10 == 0) { /* 20几个 */
        r->part[0].digit.coefficient += 1;
        r->part[1].digit.coefficient += 9;
    } else if (r->pending || r->is_arabic) {
        return false;
    } else if (next && r->last_scale == 0) {
        set_digit(r, 1, 1);
        r->vague = r->has_digit = true;
    } else if (some && (r->last_scale == 1 || r->after_zero || (next && next + 1 == r->last_scale))) {
        set_digit(r, 1, 9);
    } else {
        return false;
    }
    r->pending = PAIR;
    return true;
}

/* 多 and 余 belong to a numeral behind a scale word or a figure; 来 only before what is surely counted. The last step,
   unless a scale word goes on: 3千多万. */
static bool take_more(reader *r) {
    uint32_t c = r->flow[r->at], next = next_char(r);
    bool figure = r->pending == FIGURE && r->is_arabic;
    if (r->vague || (r->pending && !figure) || (!r->last_scale && !figure)) return false;
    if (figure && next == U'点') return false;
    if (c == U'来') {
        bool is_counted = ty_scale_of(next) >= 4 || ty_is_among(next, U"个人年天户家名亩里斤岁");
        if (!is_counted) return false;
    }
    return r->vague = true;
}

/* 1,100, with a comma of either width: three digits, and no fourth. */
static bool is_grouping(const uint32_t *flow, uint32_t at, uint32_t end, uint32_t digits) {
    if (!ty_is_comma(flow[at]) || digits > 3 || end - at < 4) return false;
    for (uint32_t i = 1; i <= 3; i++)
        if (!ty_is_digit(flow[at + i])) return false;
    return end - at == 4 || !ty_is_digit(flow[at + 4]);
}

static bool read_figure(const uint32_t *flow, uint32_t *at, uint32_t end, ty_decimal *value, uint32_t *digits) {
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
    if (*at + 1 < end && (flow[*at] == '.' || flow[*at] == U'·') && ty_is_digit(flow[*at + 1])) {
        for (++*at; *at < end && ty_is_digit(flow[*at]); ++*at) {
            fits = fits && ty_decimal_digit(value, flow[*at] - '0');
            value->exponent--;
        }
        *digits = 0;
    }
    return fits;
}

/* 1万5 and 2千5 are 15,000 and 2,500, as 一万五 is, where nothing follows that the figure could count. */
static bool is_next_place(const reader *r, uint32_t after, uint32_t digits) {
    uint32_t next = char_at(r, after);
    return digits == 1 && r->power == r->last_scale && !r->after_zero && !ty_is_han(next) && !ty_is_latin(next) && !ty_is_among(next, U"-%‰、—~/.");
}

/* 5千3百 and 3亿2000万 go on with a smaller scale; 3万5000 with the four digits below it, no year; 1亿零500 with what
   fits below it. */
static bool goes_on(const reader *r, uint32_t after, uint32_t digits) {
    uint32_t scale = ty_scale_of(char_at(r, after));
    if (r->last_scale < 2 || r->vague) return false;
    if (scale && !begins_unit(r, after)) return scale < r->power;
    if (is_next_place(r, after, digits)) return true;
    if (r->after_zero) return digits && digits < r->power;
    bool whole = r->part[0].below.exponent >= 0 && r->part[0].above.exponent >= 0; /* not 1.5万 */
    return r->power >= 4 && digits == 4 && char_at(r, after) != U'年' && whole;
}

static bool take_figures(reader *r) {
    uint32_t after = r->at, digits;
    ty_decimal value;
    bool first = !r->has_digit && !r->last_scale;
    if (r->pending || (!first && !r->is_arabic && r->last_scale < 4)) return false;
    if (!read_figure(r->flow, &after, r->end, &value, &digits)) {
        r->overflow = true;
        return false;
    }
    if (!first && !goes_on(r, after, digits)) return false;
    if (!first && is_next_place(r, after, digits)) value.exponent += (int32_t)r->last_scale - 1;
    if (first) r->is_arabic = true;
    else r->has_parts = true;
    r->part[0].digit = r->part[1].digit = value;
    r->pending = FIGURE;
    r->digits = digits;
    r->power = 0;
    r->has_digit = true;
    r->at = after - 1;
    return true;
}

static bool take_step(reader *r) {
    switch (step_at(r, r->at)) {
    case TY_FIGURES: return take_figures(r);
    case TY_DIGIT: return take_digit(r);
    case TY_ZERO: return take_zero(r);
    case TY_TENS: return take_tens(r);
    case TY_SMALL_SCALE: return take_small_scale(r);
    case TY_LARGE_SCALE: return take_large_scale(r);
    case TY_SOME: return take_some(r);
    case TY_MORE: case TY_ABOUT: return take_more(r);
    case TY_ENDS: case TY_BEGINS: break;
    }
    return false;
}

/* Behind 多 only a scale word goes on: 3千多万. */
static bool is_done(const reader *r) {
    ty_step last = step_at(r, r->at - 1);
    return (last == TY_MORE || last == TY_ABOUT) && ty_scale_of(char_at(r, r->at)) < (r->is_arabic ? 2 : 4);
}

static ty_decimal total_of(reader *r, int i) {
    const sum *s = &r->part[i];
    if (!r->last_scale) return s->digit;
    ty_decimal total = s->section, digit = s->digit;
    /* 三万五 is 35,000: the digit belongs to the next lower place, unless 零 stands before it. */
    if (r->pending != FIGURE && r->last_scale >= 2 && !r->after_zero) digit.exponent += (int32_t)r->last_scale - 1;
    if (r->pending) add(r, &total, digit);
    add(r, &total, s->below);
    add(r, &total, s->above);
    return total;
}

/* 点八: digits behind the point; then 万 or 亿 may scale the whole. */
static bool read_point(reader *r, ty_number *n) {
    ty_decimal value = n->low;
    uint32_t at = r->at + 1;
    ty_u128 whole;
    if (!ty_decimal_whole(value, &whole)) return false;
    value.coefficient = whole;
    value.exponent = 0;
    for (; at < r->end && ty_digit_of(r->flow[at]) >= 0; at++) {
        if (value.exponent <= -LONGEST_DIGITS || !ty_decimal_digit(&value, (uint32_t)ty_digit_of(r->flow[at]))) return false;
        value.exponent--;
    }
    for (; at < r->end && ty_scale_of(r->flow[at]) >= 4; at++)
        if ((value.exponent += (int32_t)ty_scale_of(r->flow[at])) > LONGEST_DIGITS) return false;
    n->low = n->high = value;
    n->form = TY_CHINESE;
    n->digits = 0;
    n->scaled = n->scaled || value.exponent > -1;
    r->at = at;
    return true;
}

/* 2点5升: only before a unit, and not 分: 3点5分 is a time of day. */
static void read_spoken_point(reader *r, ty_number *n) {
    uint32_t at = r->at + 1, digits, length = 0;
    ty_decimal part;
    if (!n->digits || !ty_is_digit(char_at(r, at)) || !read_figure(r->flow, &at, r->end, &part, &digits)) return;
    if (!digits || digits > 4 || at >= r->end || char_at(r, at) == U'分') return;
    if (ty_trie_longest(r->units, r->flow + at, r->flow + r->end, &length) == TY_NONE) return;
    part.exponent = -(int32_t)digits;
    add(r, &n->low, part);
    n->high = n->low;
    n->digits = 0;
    r->at = at;
}

/* 5个亿增至: the classifier before 亿 is only spoken; not 5个亿元项目, which are five. */
static bool says_piece(const reader *r) {
    uint32_t length;
    if (char_at(r, r->at) != U'个' || next_char(r) != U'亿' || !r->has_digit || char_at(r, r->at + 2) == U'级') return false;
    return r->at + 2 >= r->end || ty_trie_longest(r->units, r->flow + r->at + 2, r->flow + r->end, &length) == TY_NONE;
}

/* One number without sign, fraction or power. False if there is none here; r->at is then of no meaning. */
static bool read_whole(reader *r, ty_number *n) {
    uint32_t start = r->at;
    const sum empty = {ty_decimal_of(0), ty_decimal_of(0), ty_decimal_of(0), ty_decimal_of(0)};
    r->part[0] = r->part[1] = empty;
    r->pending = NO_DIGIT;
    r->last_scale = r->power = r->digits = 0;
    r->is_arabic = r->has_digit = r->has_parts = r->vague = r->after_zero = r->overflow = false;
    while (r->at < r->end && !(r->at > start && is_done(r)) && take_step(r)) r->at++;
    if (r->at > start && says_piece(r)) {
        r->at++;
        if (take_step(r)) r->at++;
        else r->at--;
    }
    if (r->at == start || r->overflow) return false;
    bool figure = r->pending == FIGURE && !r->last_scale;
    ty_numeral_form form = figure ? TY_POSITIONAL : r->has_digit ? TY_CHINESE : TY_BARE_SCALE;
    *n = (ty_number){.start = start, .form = (uint8_t)(r->is_arabic ? TY_ARABIC : form)};
    n->low = total_of(r, 0);
    n->high = total_of(r, 1);
    if (r->overflow) return false;
    n->vague = r->vague;
    n->scaled = r->has_parts || r->part[0].above.coefficient || r->part[0].below.coefficient;
    n->power = (uint8_t)(r->has_parts ? 0 : r->power);
    n->digits = (uint8_t)(!figure || r->vague || r->digits > 200 ? 0 : r->digits);
    uint32_t point = char_at(r, r->at), next = next_char(r);
    if (figure && r->is_arabic && point == U'点') read_spoken_point(r, n);
    bool has_point = (point == U'点' || point == U'·') && ty_digit_of(next) >= 0;
    if (has_point && !n->vague && !r->is_arabic) (void)read_point(r, n);
    n->end = r->at;
    return true;
}

static bool follows(const reader *r, uint32_t at, uint32_t a, uint32_t b) { return char_at(r, at) == a && char_at(r, at + 1) == b; }

void ty_negate(ty_number *n) {
    ty_decimal low = n->low;
    n->low = n->high; /* 零下十几度: -19 to -11 */
    n->high = low;
    n->low.negative = n->low.coefficient != 0;
    n->high.negative = n->high.coefficient != 0;
}

/* 百分之…: the number after it; 百 is allowed (百分之百), and a sign. */
static bool read_per(reader *r, ty_number *n, ty_numeral_form form, uint32_t start) {
    bool negative = char_at(r, r->at) == U'负';
    uint32_t digit = r->at += negative;
    if (r->at >= r->end || !ty_begins_numeral(r->flow[r->at]) || !read_whole(r, n)) return false;
    if (n->form == TY_BARE_SCALE && ty_decimal_compare(n->low, ty_decimal_of(100)) > 0) return false;
    bool one = n->end == digit + 1 && char_at(r, n->end) == U'、' && !ty_begins_numeral(char_at(r, n->end + 2));
    int next = one ? ty_digit_of(char_at(r, n->end + 1)) : -1;
    if (next > 0 && next == ty_digit_of(r->flow[digit]) + 1) { /* 百分之二、三 */
        n->high = ty_decimal_of((uint64_t)next);
        r->at = n->end += 2;
    }
    n->start = start;
    n->form = (uint8_t)form;
    n->scaled = 0;
    if (negative) ty_negate(n);
    return true;
}

/* Add the whole before a fraction, 2又1/3; so many at most that nothing can overflow. */
static bool add_whole(ty_number *n, ty_u128 whole) {
    enum { MOST = 1000000 };
    if (whole && (n->low.exponent || whole > MOST)) return false;
    n->low.coefficient += whole * n->low.divisor;
    n->high = n->low;
    return true;
}

/* Denominator and numerator: 三分之一. The whole before 又 is added. */
static bool read_parts(reader *r, ty_number *n, ty_decimal whole) {
    ty_u128 below, before;
    if (!ty_decimal_whole(n->low, &below) || below < 2 || below > LARGEST_BELOW || !ty_decimal_whole(whole, &before)) return false;
    r->at = n->end + 2;
    if (r->at >= r->end || !ty_begins_numeral(r->flow[r->at]) || !read_whole(r, n)) return false;
    if (!ty_decimal_times(&n->low, 1, (uint64_t)below) || !ty_decimal_times(&n->high, 1, (uint64_t)below)) return false;
    if (before && !add_whole(n, before)) return false;
    n->form = TY_FRACTION;
    return true;
}

/* 1/3: a proper fraction of few digits, no date: 2023/5/12. */
static bool read_slash(reader *r, ty_number *n, ty_decimal whole) {
    uint32_t next = r->at + 1, digits;
    ty_decimal below;
    ty_u128 before;
    if (n->start && r->flow[n->start - 1] == '/') return false;
    if (char_at(r, r->at) != '/' || !ty_is_digit(char_at(r, next)) || !n->digits || n->digits > 3) return false;
    if (!read_figure(r->flow, &next, r->end, &below, &digits) || !digits || digits > 4) return false;
    if (below.coefficient <= n->low.coefficient || char_at(r, next) == '/' || !ty_decimal_whole(whole, &before)) return false;
    (void)ty_decimal_times(&n->low, 1, (uint64_t)below.coefficient);
    if (!add_whole(n, before)) return false;
    n->form = TY_FRACTION;
    n->end = r->at = next;
    return true;
}

/* 8.02/10万: so many of a hundred thousand, people if 人 follows. */
static bool read_rate(reader *r, ty_number *n) {
    enum { HUNDRED_THOUSAND = 100000 };
    if (char_at(r, r->at) != '/' || n->form != TY_ARABIC || n->scaled || n->vague) return false;
    if (char_at(r, r->at + 1) != '1' || char_at(r, r->at + 2) != '0' || char_at(r, r->at + 3) != U'万') return false;
    if (!ty_decimal_times(&n->low, 1, HUNDRED_THOUSAND) || !ty_decimal_times(&n->high, 1, HUNDRED_THOUSAND)) return false;
    n->form = TY_FRACTION;
    r->at += 4;
    n->end = r->at += char_at(r, r->at) == U'人';
    return true;
}

static bool raise(ty_decimal *value, uint32_t power) {
    ty_u128 base, result = 1;
    if (!ty_decimal_whole(*value, &base) || power > 128) return false;
    for (; power; power--)
        if (__builtin_mul_overflow(result, base, &result)) return false;
    *value = ty_decimal_of(0);
    value->coefficient = result;
    return true;
}

/* An exponent of one to three figures, with a sign; false if a letter or more figures follow. */
static bool read_exponent(const reader *r, uint32_t *at, int32_t *exponent) {
    bool negative = char_at(r, *at) == '-';
    *exponent = 0;
    if (negative || char_at(r, *at) == '+') ++*at;
    uint32_t start = *at;
    for (; ty_is_digit(char_at(r, *at)) && *at < start + 3; ++*at) *exponent = *exponent * 10 + (int32_t)(r->flow[*at] - '0');
    if (negative) *exponent = -*exponent;
    uint32_t next = char_at(r, *at);
    return *at > start && *exponent <= LONGEST_DIGITS && *exponent >= -LONGEST_DIGITS && !ty_is_digit(next) && !ty_is_latin(next);
}

/* 1.5e3, 2^10, 3×10^8, 十的六次方, 10k. Only the number's value and end change. */
static void read_power(reader *r, ty_number *n) {
    uint32_t c = char_at(r, n->end), at = n->end + 1;
    int32_t exponent;
    ty_decimal value = n->low;
    if (!ty_is_among(c, U"的^×") && (c | 32) != 'e' && (c | 32) != 'k') return;
    if (n->vague || ty_decimal_compare(n->low, n->high) || n->form > TY_POSITIONAL) return;
    if (n->form != TY_ARABIC || (c == U'的' && n->digits)) {
        if (c != U'的') return;
        ty_number power;
        ty_u128 whole;
        r->at = at;
        if (at >= r->end || !ty_begins_numeral(r->flow[at]) || !read_whole(r, &power)) return;
        if (!follows(r, power.end, U'次', U'方')) return;
        if (!ty_decimal_whole(power.low, &whole) || whole > 128 || !raise(&value, (uint32_t)whole)) return;
        at = power.end + 2;
    } else if ((c == 'e' || c == 'E') && read_exponent(r, &at, &exponent)) {
        value.exponent += exponent;
    } else if (c == '^' && read_exponent(r, &at, &exponent)) {
        if (exponent < 0 && value.coefficient == 10 && !value.exponent) value = ty_decimal_shift(ty_decimal_of(1), exponent);
        else if (exponent < 0 || !raise(&value, (uint32_t)exponent)) return;
    } else if (c == U'×' && follows(r, at, '1', '0') && char_at(r, at + 2) == '^') {
        at += 3;
        if (!read_exponent(r, &at, &exponent)) return;
        value.exponent += exponent;
    } else if ((c == 'k' && n->digits) || (c == 'K' && n->digits > 1)) { /* 4K and 8K are screens */
        uint32_t next = char_at(r, at);
        if (ty_is_latin(next) || ty_is_han(next) || ty_is_digit(next) || next == '-') return;
        value.exponent += 3;
    } else {
        return;
    }
    n->low = n->high = value;
    n->digits = 0;
    n->scaled = 1;
    n->end = at;
}

/* 半, 一半, 半数 */
static bool read_half(const reader *r, ty_number *n) {
    uint32_t at = r->at, c = r->flow[at];
    bool one = c == U'一' && char_at(r, at + 1) == U'半', count = c == U'半' && char_at(r, at + 1) == U'数';
    if (c != U'半' && !one) return false;
    *n = (ty_number){.start = at, .end = at + 1 + (one || count), .form = one || count ? TY_FRACTION : TY_CHINESE};
    n->low = n->high = (ty_decimal){.coefficient = 1, .divisor = 2};
    return true;
}

/* 成千上万, 成百上千: both magnitudes. `at` is behind 成. */
static bool read_thousands(const reader *r, ty_number *n) {
    uint32_t low = ty_scale_of(r->flow[r->at]), high = ty_scale_of(char_at(r, r->at + 2));
    if (low < 2 || high != low + 1 || char_at(r, r->at + 1) != U'上' || !r->at || r->flow[r->at - 1] != U'成') return false;
    *n = (ty_number){.start = r->at - 1, .end = r->at + 3, .form = TY_CHINESE, .vague = 1};
    n->low = (ty_decimal){.coefficient = 1, .divisor = 1, .exponent = (int32_t)low};
    n->high = (ty_decimal){.coefficient = 1, .divisor = 1, .exponent = (int32_t)high};
    return true;
}

/* One number without sign. */
static bool read_unsigned(reader *r, ty_number *n) {
    uint32_t at = r->at, c = r->flow[at];
    if (read_half(r, n)) return true;
    if (read_thousands(r, n)) return true;
    if ((c == U'百' || c == U'千') && follows(r, at + 1, U'分', U'之')) {
        r->at = at + 3;
        return read_per(r, n, c == U'百' ? TY_PER_HUNDRED : TY_PER_THOUSAND, at);
    }
    if (!read_whole(r, n)) return false;
    ty_number whole = *n;
    if (follows(r, n->end, U'分', U'之')) {
        if (!read_parts(r, n, ty_decimal_of(0))) *n = whole;
    } else if (read_rate(r, n) || read_slash(r, n, ty_decimal_of(0))) {
        ;
    } else if (char_at(r, n->end) == U'又') {
        r->at = n->end + 1;
        uint32_t next = char_at(r, r->at);
        bool has_part = (ty_digit_of(next) > 0 || ty_is_digit(next) || ty_scale_of(next) == 1) && read_whole(r, n) &&
                        ((follows(r, n->end, U'分', U'之') && read_parts(r, n, whole.low)) || read_slash(r, n, whole.low));
        if (!has_part) *n = whole;
    } else {
        read_power(r, n);
    }
    n->start = at;
    r->at = n->end;
    return true;
}

/* 负五, 零下十五: the sign is part of the numeral. */
bool ty_read_numeral(const ty_lexicon *lexicon, const uint32_t *flow, uint32_t at, uint32_t end, ty_number *n) {
    reader r;
    r.units = &lexicon->units;
    r.steps = lexicon->steps;
    r.flow = flow;
    r.at = at;
    r.end = end;
    bool below_zero = follows(&r, at, U'零', U'下');
    uint32_t sign = below_zero ? 2 : flow[at] == U'负' ? 1 : 0;
    r.at += sign;
    if (r.at >= end || (sign && (!ty_begins_numeral(flow[r.at]) || flow[r.at] == U'负'))) return false;
    if (!read_unsigned(&r, n) || (sign && n->form == TY_BARE_SCALE)) return false;
    if (sign) {
        ty_negate(n);
        n->start = at;
    }
    return true;
}
