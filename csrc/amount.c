/* amount.c: numbers with their units, ranges and lists.
 *
 *   tenths            三成五   二至三成   八折   八五折
 *   half              三年半   三个半月   一个半小时   三个半
 *   going on          三块五毛   1元5角   2小时30分   三年零两个月   六英尺二英寸   一米八   38度5
 *   unit before       $5   US$1.2亿   ¥300   人民币500   华氏100度   东经120度
 *   range             3—5家   3——5家   6%至6.5%   10万—20万元   三或四天   $5—10
 *   neighbours        二、三百亿度
 *   shared unit       20.9、36.2、54.8个百分点   1409万、1305万人次
 */
#include "amount.h"

enum {
    LONGEST_LIST = 32,  /* members look for the unit behind the last: a list without end would cost its square */
    MOST_LINKED = 3,    /* units smaller and smaller in one amount */
    SECONDS_OF_DAY = 86400,
    NEAR = 12           /* characters from 气温 to its number */
};

/* 三成, 八折, 八五折, 85折; not 成立 nor 折合. */
static bool is_tenths(const ty_reading *r, const ty_number *n) {
    uint32_t next = ty_char_at(r, n->end);
    if ((next != U'成' && next != U'折') || n->form > TY_POSITIONAL || n->scaled || ty_word_at(r->report, TY_CUE(NOT_UNIT), n->end))
        return false;
    return ty_decimal_double(n->high) <= (next == U'折' ? 99 : 10);
}

/* 三成五 is 35 %, 八五折 85 %. */
static void take_tenths(const ty_reading *r, uint32_t i, ty_amount *a) {
    const ty_number *n = &r->numbers[i];
    bool off = ty_char_at(r, n->end) == U'折';
    a->end = n->end + 1;
    a->percent = true;
    if (off && ty_decimal_double(n->low) > 10) return;
    a->low.exponent++;
    a->high.exponent++;
    a->vague = a->vague || ty_char_at(r, a->end) == U'多'; /* 两成多 */
    ty_number *rest = ty_number_at(r, i + 1, a->end);
    if (off || !rest || rest->vague || rest->end != rest->start + 1) return;
    if (rest->form != TY_CHINESE || ty_decimal_double(rest->low) >= 10) return;
    ty_decimal part = rest->low;
    if (r->flow[rest->start] == U'半') part.exponent++; /* 两成半 */
    (void)ty_decimal_add(&a->low, part);
    a->high = a->low;
    a->end = rest->end;
    rest->use = TY_IS_USED;
}

/* 度 is of temperature behind 华氏 and 摄氏, below zero, and where the words just before speak of it. */
static void resolve_unit(const ty_reading *r, const ty_number *n, ty_amount *a) {
    uint32_t paragraph = TY_PARAGRAPHS_OF(r->report)[n->paragraph].flow.start, from = n->start > NEAR ? n->start - NEAR : 0;
    ty_unit_read before;
    if (a->unit.entry == TY_NONE || ty_trie_meaning(&r->report->lexicon->units, a->unit.entry)->next == TY_NONE) return;
    if (ty_unit_before(r->report, paragraph, n->start, &before)) {
        if (ty_unit_as_part(r->report, &a->unit, before.dimension)) a->start = before.start;
        return;
    }
    if (!n->low.negative && !ty_last_word(r->report, TY_CUE(OF_TEMPERATURE), from > paragraph ? from : paragraph, n->start)) return;
    for (uint32_t e = a->unit.entry; e != TY_NONE; e = ty_trie_meaning(&r->report->lexicon->units, e)->next) {
        const ty_unit *use = ty_lexicon_unit(r->report->lexicon, ty_trie_meaning(&r->report->lexicon->units, e)->value);
        if (use->class == TY_TEMPERATURE) (void)ty_unit_as_part(r->report, &a->unit, use->dimension);
    }
}

static ty_status take_unit(ty_reading *r, const ty_number *n, ty_amount *a) {
    ty_status status = ty_read_unit(r->report, n->end, ty_paragraph_end(r, n), &a->unit, &a->has_unit, r->error);
    if (status || !a->has_unit) return status;
    if (a->bare && r->flow[a->unit.start] == U'级') { /* 万亿级产业: an order of magnitude, counted in nothing */
        a->has_unit = false;
        return TY_OK;
    }
    a->end = a->unit.end;
    a->vague = a->vague || a->unit.vague;
    resolve_unit(r, n, a);
    if (a->unit.half) {
        ty_decimal half = {.coefficient = 5, .divisor = 1, .exponent = -1};
        (void)ty_decimal_add(&a->low, half);
        (void)ty_decimal_add(&a->high, half);
    }
    return TY_OK;
}

/* $5, 人民币500: the unit stands before, and none behind. */
static void take_unit_before(const ty_reading *r, const ty_number *n, ty_amount *a) {
    ty_unit_read unit;
    if (a->has_unit || !ty_unit_before(r->report, TY_PARAGRAPHS_OF(r->report)[n->paragraph].flow.start, n->start, &unit)) return;
    a->unit = unit;
    a->start = unit.start;
    a->has_unit = true;
}

/* 三分之一公里, 1/2杯: a part of a measure; the people of 三分之一人口 are the whole that is divided. */
static ty_status take_fraction(ty_reading *r, const ty_number *n, ty_amount *a) {
    a->fraction = true;
    ty_status status = ty_read_unit(r->report, n->end, ty_paragraph_end(r, n), &a->unit, &a->has_unit, r->error);
    bool counted = a->has_unit && a->unit.class == TY_COUNT &&
                   (ty_is_digit(r->flow[n->end - 1]) || ty_decimal_compare(n->low, ty_decimal_of(1)) > 0);
    a->has_unit = a->has_unit && !a->unit.half && (ty_is_measure(&a->unit) || a->unit.class == TY_TIME || a->unit.class == TY_YEARS ||
                                                        a->unit.class == TY_TIMES || counted);
    a->fraction = !a->has_unit;
    if (a->has_unit) a->end = a->unit.end;
    return status;
}

static ty_status read_unit_of(ty_reading *r, uint32_t i, ty_amount *a) {
    const ty_number *n = &r->numbers[i];
    *a = (ty_amount){.start = n->start, .end = n->end, .low = n->low, .high = n->high, .vague = n->vague,
                  .bare = n->form == TY_BARE_SCALE};
    switch (n->form) {
    case TY_PER_HUNDRED: case TY_PER_THOUSAND: a->percent = true; return TY_OK;
    case TY_FRACTION: return take_fraction(r, n, a);
    default: break;
    }
    if (is_tenths(r, n)) {
        take_tenths(r, i, a);
        return TY_OK;
    }
    ty_status status = take_unit(r, n, a);
    if (!status) take_unit_before(r, n, a);
    return status;
}

/* One figure, not a range nor about so much: it may go on in a smaller unit. */
static bool is_single(const ty_number *n) {
    return n && n->use == TY_UNREAD && n->form <= TY_POSITIONAL && !n->vague && !ty_decimal_compare(n->low, n->high);
}

/* The number behind a unit, and behind the 零 between (三年零两个月). */
static ty_number *number_behind(const ty_reading *r, uint32_t i, uint32_t at) {
    ty_number *next = ty_number_at(r, i + 1, at);
    bool zero = next && r->flow[at] == U'零' && next->end == at + 1;
    return zero ? ty_number_at(r, i + 1, at + 1) : next;
}

/* So many of one unit in another, exactly. False on overflow. */
static bool convert(ty_decimal *value, const ty_unit_read *from, const ty_unit_read *to) {
    return ty_decimal_times(value, from->numerator, from->denominator) && ty_decimal_times(value, to->denominator, to->numerator);
}

/* Is the unit smaller than the last, and do so many of it make less than one? */
static bool is_part(ty_decimal value, const ty_unit_read *small, const ty_unit_read *last) {
    const ty_decimal one = ty_decimal_of(1);
    ty_decimal unit = one;
    if (!convert(&unit, small, last) || !convert(&value, small, last)) return false;
    return ty_decimal_compare(unit, one) < 0 && ty_decimal_compare(value, one) < 0;
}

/* 一周五天: so much in each, no sum; 两周三天 and 一周零五天 are sums. */
static bool is_rate(const ty_reading *r, const ty_amount *a, const ty_number *next, const ty_unit_read *small) {
    bool joined = next->start > a->end || r->flow[a->end] == U'零' || ty_decimal_compare(a->low, ty_decimal_of(1));
    return !joined && small->class == TY_TIME && small->numerator >= SECONDS_OF_DAY;
}

/* 三块五毛, 2小时30分: what the next number counts is a part of this unit. */
static bool join_part(ty_reading *r, uint32_t i, ty_amount *a, ty_unit_read *last) {
    ty_number *next = number_behind(r, i, a->end);
    ty_unit_read small, large = a->unit;
    ty_decimal part, sum = a->low;
    if (!is_single(next)) return false;
    uint32_t end = ty_paragraph_end(r, next);
    if (!ty_unit_part_at(r->report, next->end, end, large.dimension, &small)) {
        if (!ty_unit_part_at(r->report, next->end, end, TY_NONE, &small)) return false;
        if (!ty_unit_as_part(r->report, &large, small.dimension)) return false; /* 块 is money only beside 毛 */
        last->numerator = large.numerator;
        last->denominator = large.denominator;
    }
    part = next->low;
    if (is_rate(r, a, next, &small) || !is_part(part, &small, last)) return false;
    if (!convert(&part, &small, &large) || !ty_decimal_add(&sum, part)) return false;
    a->low = a->high = sum;
    uint32_t start = a->unit.start;
    a->unit = large;
    a->unit.start = start;
    a->unit.end = a->end = small.end;
    next->use = TY_IS_USED;
    *last = small;
    a->vague = a->vague || ty_char_at(r, a->end) == U'多' || ty_char_at(r, a->end) == U'余';
    return true;
}

/* Can the unit have decimal places behind it? 米, 度, and 块 as money; not 个 nor 人. */
static bool takes_places(const ty_reading *r, ty_unit_read *unit) {
    const ty_lexicon *lexicon = r->report->lexicon;
    for (uint32_t e = unit->entry; unit->class == TY_COUNT && e != TY_NONE; e = ty_trie_meaning(&lexicon->units, e)->next)
        (void)ty_unit_as_part(r->report, unit, ty_lexicon_unit(lexicon, ty_trie_meaning(&lexicon->units, e)->value)->dimension);
    return ty_is_measure(unit) && unit->end == unit->start + 1;
}

/* 一米八, 三块五, 38度5, 1米75, 九块九毛九: decimal places behind the last unit, and nothing that they count. In
   三块五一斤 the 一 begins what costs so much. */
static void join_places(const ty_reading *r, uint32_t i, ty_amount *a, const ty_unit_read *last) {
    ty_number *next = ty_number_at(r, i + 1, a->end);
    ty_unit_read large = a->unit, small = *last, ignored;
    if (!is_single(next) || next->scaled || !takes_places(r, &small)) return;
    if (large.class == TY_COUNT && !takes_places(r, &large)) return;
    uint32_t places = next->end - next->start, after = ty_char_at(r, next->end);
    bool figures = ty_is_digit(r->flow[next->start]);
    bool counts = ty_unit_part_at(r->report, next->end, ty_paragraph_end(r, next), TY_NONE, &ignored);
    bool price = counts && next->form == TY_POSITIONAL && places == 2 && r->flow[next->end - 1] == U'一';
    if (places > 2 || (places == 2 && next->form == TY_CHINESE) || (counts && !price) || after == '%' || after == '.') return;
    if (!price && ((ty_is_han(after) && after != U'的') || ty_is_latin(after))) return;
    if (r->flow[next->start] == U'半' || figures != ty_is_digit(r->flow[a->unit.start - 1])) return;
    ty_decimal part = next->low;
    if (price) part = ty_decimal_of((uint64_t)ty_digit_of(r->flow[next->start]));
    part.exponent -= price ? 1 : (int32_t)places;
    ty_decimal sum = a->low;
    if (!convert(&part, &small, &large) || !ty_decimal_add(&sum, part)) return;
    a->low = a->high = sum;
    a->unit = large;
    a->unit.end = a->end = price ? next->start + 1 : next->end;
    if (price) {
        next->start++;
        next->low = next->high = ty_decimal_of(1);
        next->form = TY_CHINESE;
        next->digits = 0;
    } else {
        next->use = TY_IS_USED;
    }
}

/* What goes on behind the unit belongs to the same amount. */
static void join_rest(ty_reading *r, uint32_t i, ty_amount *a) {
    if (!a->has_unit || a->vague || a->fraction || a->unit.half || !a->unit.whole || !is_single(&r->numbers[i])) return;
    if (a->unit.end != a->end || a->unit.start < r->numbers[i].end || a->low.negative) return;
    ty_unit_read last = a->unit;
    for (uint32_t joined = 0; joined < MOST_LINKED && join_part(r, i, a, &last);) joined++;
    ty_u128 whole;
    if (ty_decimal_whole(r->numbers[i].low, &whole)) join_places(r, i, a, &last);
}

/* Behind a sign of a range that stands at `at`, doubled or not, with or without blanks; 0 if there is none. */
static uint32_t behind_range_sign(const ty_reading *r, uint32_t at) {
    uint32_t c = ty_char_at(r, at);
    if (c == ' ') c = ty_char_at(r, ++at);
    if (ty_is_among(c, U"至到或")) return at + 1;
    if (!ty_is_among(c, U"—-~")) return 0;
    at += ty_char_at(r, at + 1) == c ? 2 : 1;
    return ty_char_at(r, at) == ' ' ? at + 1 : at;
}

static bool same_unit(const ty_amount *a, const ty_amount *b) {
    if (a->percent || b->percent) return a->percent == b->percent;
    return a->has_unit && b->has_unit && a->unit.name == b->unit.name;
}

static int32_t zeros_of(ty_decimal value) {
    ty_u128 whole;
    int32_t zeros = 0;
    if (!ty_decimal_whole(value, &whole)) return 0;
    for (; whole && whole % 10 == 0; whole /= 10) zeros++;
    return zeros;
}

/* 3—5万: the scale of the second serves both, unless the first is as large without it. */
static void share_scale(const ty_number *first, const ty_number *second, ty_amount *a) {
    if (first->scaled || !second->scaled || first->form != second->form) return;
    int32_t powers[] = {second->power, 0};
    if (first->form == TY_CHINESE && first->end == first->start + 1) { /* 五到六百万: by 百万; 五到二十万: by 万 */
        powers[0] = zeros_of(second->low);
        powers[1] = powers[0] >= 8 ? 8 : powers[0] >= 4 ? 4 : 0;
    }
    for (int i = 0; i < 2; i++) {
        ty_decimal scaled = ty_decimal_shift(a->low, powers[i]);
        if (!powers[i] || ty_decimal_compare(scaled, second->low) >= 0) continue;
        a->low = a->high = scaled;
        return;
    }
}

/* The second number of a range, behind the sign and behind the unit that may stand before it (¥5—¥10). */
static ty_number *second_of_range(const ty_reading *r, uint32_t i, uint32_t at) {
    ty_number *second = ty_number_at(r, i + 1, at);
    for (uint32_t k = 1; !second && k <= 4; k++) {
        ty_unit_read unit;
        ty_number *behind = ty_number_at(r, i + 1, at + k);
        if (behind && ty_unit_before(r->report, at, behind->start, &unit) && unit.start == at) second = behind;
    }
    return second && second->use == TY_UNREAD ? second : NULL;
}

/* 五百亿级, 100万—500万级: a magnitude, and 级 is no unit. */
static void cut_rank(const ty_reading *r, const ty_number *n, ty_amount *a) {
    if (!a->has_unit || !n->scaled || a->unit.end != a->unit.start + 1 || r->flow[a->unit.start] != U'级') return;
    a->has_unit = false;
    a->bare = true;
    a->end = a->unit.start;
}

/* 6%—6.5%, 3—5家, 百分之二到三, 10万—20万元. The second number goes into `a`. */
static ty_status join_range(ty_reading *r, uint32_t i, ty_amount *a) {
    ty_number *first = &r->numbers[i];
    uint32_t at = behind_range_sign(r, a->end), before = ty_char_before(r, a->start);
    if (!at || (before == U'从' && !a->percent) || before == U'由') return TY_OK;
    uint32_t sign = ty_char_at(r, a->end);
    ty_number *second = second_of_range(r, i, at);
    ty_amount b;
    if (!second) return TY_OK;
    ty_status status = read_unit_of(r, (uint32_t)(second - r->numbers), &b);
    if (status) return status;
    cut_rank(r, second, &b);
    bool leads = a->has_unit && a->unit.start < first->start; /* $5—10 */
    bool below = !a->has_unit && r->flow[first->start] == U'零' && r->flow[first->start + 1] == U'下'; /* 零下3至5度: both are */
    if (sign == U'或' && (a->has_unit || a->percent || first->form != second->form || (!b.has_unit && !b.percent))) return TY_OK;
    if (first->form == TY_PER_HUNDRED || first->form == TY_PER_THOUSAND) {
        if (second->form == TY_CHINESE && !b.has_unit) b.percent = true; /* 百分之二到三 */
        if (second->form == TY_CHINESE && b.has_unit) return TY_OK;
    } else if (!a->has_unit && !a->percent) {
        if (!b.has_unit && !b.percent) {
            if (sign == U'至' || sign == U'到') return TY_OK;
        }
        share_scale(first, second, a);
        if (is_tenths(r, second) && ty_decimal_compare(second->high, ty_decimal_of(10)) <= 0) { /* 二至三成 */
            a->low.exponent++;
            a->high.exponent++;
        }
        a->unit = b.unit;
        a->has_unit = b.has_unit;
        a->percent = b.percent;
    } else if (leads && !b.has_unit && !b.percent) {
        share_scale(first, second, a);
        b.has_unit = true;
        b.unit = a->unit;
    }
    if ((a->has_unit || a->percent || b.has_unit || b.percent) && !same_unit(a, &b)) return TY_OK;
    if (below && !b.low.negative) b.low.negative = b.high.negative = true;
    if (below && ty_decimal_compare(b.high, a->low) < 0) a->low = b.low;
    else if (ty_decimal_compare(a->low, b.high) >= 0) return TY_OK;
    else a->high = b.high;
    a->end = b.end;
    a->vague = a->vague || b.vague;
    a->bare = false;
    second->use = TY_IS_USED;
    return TY_OK;
}

static bool is_power_of_ten(ty_u128 value) {
    while (value && value % 10 == 0) value /= 10;
    return value == 1;
}

/* 一、二年, 五、六倍: lengths and multiples may be guessed; 一、二季度 are two, 三、四年级 no length. */
static bool is_guess(const ty_reading *r, const ty_number *first, const ty_number *second) {
    uint32_t unit = ty_char_at(r, second->end), behind = ty_char_at(r, second->end + 1), before = ty_char_before(r, first->start);
    bool counts_off = ty_is_among(before, U"、第期”头");
    if (counts_off || ty_is_among(before, U"周中高")) return false; /* 周一、二, 初中一、二年 */
    return unit == U'倍' || (unit == U'天' && !ty_is_han(behind)) || (unit == U'年' && behind != U'级');
}

/* 二、三百亿度, 三、五年: neighbours of one digit before a shared scale, and a few. */
static ty_status join_neighbours(ty_reading *r, uint32_t i, ty_amount *a) {
    ty_number *first = &r->numbers[i];
    if (ty_char_at(r, first->end) != U'、' || first->form != TY_CHINESE || first->end - first->start != 1) return TY_OK;
    ty_number *second = ty_number_at(r, i + 1, first->end + 1);
    ty_u128 low, high;
    if (!second || second->use != TY_UNREAD || second->form != TY_CHINESE) return TY_OK;
    if (!ty_decimal_whole(first->low, &low) || !ty_decimal_whole(second->low, &high)) return TY_OK;
    bool is_some = low == 3 && high % 5 == 0 && is_power_of_ten(high / 5); /* 三、五年, 三、五百人; not one of a longer list */
    ty_u128 scale = is_some ? high / 5 : low ? high / (low + 1) : 0;
    if (is_some ? ty_char_before(r, first->start) == U'、' || ty_char_at(r, second->end) == U'、'
                : (scale < 10 && !is_guess(r, first, second)) || !is_power_of_ten(scale) || scale * (low + 1) != high)
        return TY_OK;
    ty_status status = read_unit_of(r, (uint32_t)(second - r->numbers), a);
    if (status) return status;
    second->use = TY_IS_USED;
    a->start = first->start;
    a->low = ty_decimal_of((uint64_t)(low * scale));
    return TY_OK;
}

/* 达到12488和10163亿元: the magnitude of the second serves both, where a word makes the first a value. */
static bool shares_magnitude(const ty_reading *r, const ty_number *first, const ty_number *second) {
    const uint64_t says = TY_CUE(REACH) | TY_CUE(REACH_LEVEL) | TY_CUE(LINK) | TY_CUE(INCREASE) | TY_CUE(DECREASE);
    if (first->form != TY_ARABIC || first->scaled || !second->scaled || !ty_word_ending(r->report, says, first->start)) return false;
    double a = ty_decimal_double(first->low), b = ty_decimal_double(ty_decimal_shift(second->low, -(int32_t)second->power));
    return a > b / 100 && a < b * 10; /* 120、1305万人次; not 30和1.5万元 */
}

/* 1409万、1305万人次; 20.9、36.2、54.8个百分点; 3.4个、1个百分点: the unit comes with the last. */
static ty_status share_unit(ty_reading *r, uint32_t i, ty_amount *a) {
    const ty_number *first = &r->numbers[i];
    uint32_t at = a->end;
    if (a->percent || a->fraction) return TY_OK;
    for (uint32_t members = 1; members < LONGEST_LIST; members++) {
        uint32_t sign = ty_char_at(r, at);
        ty_number *next = sign == U'、' || sign == U'和' ? ty_number_at(r, i + members, at + 1) : NULL;
        ty_unit_read unit;
        bool found;
        if (!next || next->form != first->form || next->use != TY_UNREAD) return TY_OK;
        ty_status status = ty_read_unit(r->report, next->end, ty_paragraph_end(r, next), &unit, &found, r->error);
        if (status) return status;
        at = next->end;
        if (!found && !a->has_unit && next->scaled == first->scaled) continue; /* one more without a unit */
        bool scales = found && !a->has_unit && members == 1 && shares_magnitude(r, first, next);
        if (scales) a->low = ty_decimal_shift(a->low, next->power), a->high = ty_decimal_shift(a->high, next->power);
        bool points = a->has_unit && found && unit.class == TY_SHARE && a->unit.class == TY_COUNT && unit.end - unit.start > 2;
        if (!found || (!points && !scales && (a->has_unit || next->scaled != first->scaled))) return TY_OK;
        uint32_t end = a->unit.end;
        a->unit = unit;
        a->unit.end = end;
        a->has_unit = true;
        return TY_OK;
    }
    return TY_OK;
}

ty_status ty_read_amount(ty_reading *r, uint32_t i, ty_amount *a) {
    ty_status status = read_unit_of(r, i, a);
    if (!status) cut_rank(r, &r->numbers[i], a);
    if (!status) join_rest(r, i, a);
    if (!status) status = join_neighbours(r, i, a);
    if (!status) status = join_range(r, i, a);
    return status ? status : share_unit(r, i, a);
}
