/* unit.c: units as texts write them: 亩, 元/吨, 公里每小时, 个百分点, 套（间）, 三个多月, 三年半, 一个半小时, 5 km, $5. */
#include "unit.h"

#include "numeral.h"
#include "word.h"

#include <string.h>

enum { LONGEST_BEFORE = 4, MOST_PER = 3 /* 元/平方米·年 and 元/人/月, not without end */ };

/* Of the uses that a spelling has: the one wanted, in the dimension wanted if one is; NULL. */
static const ty_unit *use_of(const ty_report *report, uint32_t entry, ty_unit_use use, uint32_t dimension) {
    for (; entry != TY_NONE; entry = ty_trie_meaning(&report->lexicon->units, entry)->next) {
        const ty_entry *meaning = ty_trie_meaning(&report->lexicon->units, entry);
        const ty_unit *unit = ty_lexicon_unit(report->lexicon, meaning->value);
        if (meaning->kind == (uint32_t)use &&
            (dimension == TY_NONE || ty_same_word(ty_report_string(report, unit->dimension), ty_report_string(report, dimension))))
            return unit;
    }
    return NULL;
}

/* Does a Latin unit end where the letters do? 5km, 10km/h; not 5G网络 nor 3Game. */
static bool ends_whole(const ty_report *report, uint32_t stop, uint32_t end) {
    return stop >= end || !ty_is_latin(report->flow[stop - 1]) || !ty_is_latin(report->flow[stop]);
}

/* 苏南五市两年, 一九八二两个年度: a 两 that counts years is no measure. */
static bool begins_next(const ty_report *report, uint32_t at, uint32_t end) {
    uint32_t length;
    if (report->flow[at] != U'两' || at + 1 >= end) return false;
    uint32_t entry = ty_trie_longest(&report->lexicon->units, report->flow + at + 1, report->flow + end, &length);
    const ty_unit *unit = entry == TY_NONE ? NULL : use_of(report, entry, TY_UNIT_BEHIND, TY_NONE);
    return unit && (unit->class == TY_TIME || unit->class == TY_YEARS);
}

/* 12名|优秀干部, 3个|体育场: is the word that would hide the unit (名优, 个体) broken by one that begins behind it? A classifier may
   be told by that alone, another unit only if it is the better cut: 3000万|人民生活. */
static bool is_broken(const ty_report *report, uint32_t at, uint32_t hidden, uint32_t end, uint32_t entry) {
    const ty_words *words = report->lexicon->dictionary;
    uint32_t stop = at;
    while (stop < end && stop < at + TY_WORDS_AHEAD && ty_is_han(report->flow[stop])) stop++;
    if (!words || hidden != at + 2 || ty_words_first(words, report->flow, at + 1, stop) <= hidden) return false;
    const ty_unit *unit = use_of(report, entry, TY_UNIT_BEHIND, TY_NONE);
    return (unit && unit->class == TY_COUNT) || ty_words_first(words, report->flow, at, stop) == at + 1;
}

/* 连续3|个年度: is it a run of years that is counted before the unit? */
static bool counts_run(const ty_report *report, uint32_t at) {
    enum { LONGEST_COUNT = 3 };
    for (uint32_t length = 1; length <= LONGEST_COUNT && at > length + 1; length++)
        if (ty_comes_before(report, at - length, U"连续")) return true;
    return false;
}

/* 四角坪遗址: a 角 that a name goes on behind is no money; 四角五分, 四角左右, 四角提高到五角 are. */
static bool is_corner(const ty_report *report, uint32_t at) {
    uint32_t behind = at + 1, next = ty_flow_char(report, behind);
    if (report->flow[at] != U'角' || !ty_is_han(next) || ty_begins_numeral(next) || ty_is_among(next, U"钱分多余的和与及或到至")) return false;
    return ty_behind_bound(report, behind) == behind && !ty_word_at(report, TY_CUE(REACH) | TY_CUE(INCREASE) | TY_CUE(DECREASE), behind);
}

/* The longest unit at a place that no longer word hides: 部门 is not counted by 部. */
static uint32_t longest_entry(const ty_report *report, uint32_t at, uint32_t end, uint32_t *length) {
    const ty_trie *units = &report->lexicon->units;
    uint32_t entry = ty_trie_longest(units, report->flow + at, report->flow + end, length);
    if (entry == TY_NONE || !ends_whole(report, at + *length, end) || (*length == 1 && is_corner(report, at))) return TY_NONE;
    if (begins_next(report, at + *length - 1, end)) {
        if (*length == 1) return TY_NONE;
        entry = ty_trie_longest(units, report->flow + at, report->flow + at + *length - 1, length);
        if (entry == TY_NONE) return TY_NONE;
    }
    bool inside = *length > 1 && report->flow[at] == U'个' && ty_word_at(report, TY_CUE(NOT_UNIT), at + 1) > at + *length;
    if (inside && !counts_run(report, at)) entry = ty_trie_longest(units, report->flow + at, report->flow + at + 1, length); /* 15个|年度计划投资 */
    if (entry == TY_NONE) return TY_NONE;
    uint32_t hidden = ty_word_at(report, TY_CUE(NOT_UNIT), at);
    if (ty_comes_before(report, at + 2, U"年度")) hidden = 0; /* 三年度|目标考核 */
    return hidden && hidden - at > *length && !is_broken(report, at, hidden, end, entry) ? TY_NONE : entry;
}

static const ty_unit *longest_unit(const ty_report *report, uint32_t at, uint32_t end, uint32_t *length) {
    uint32_t entry = longest_entry(report, at, end, length);
    return entry == TY_NONE ? NULL : use_of(report, entry, TY_UNIT_BEHIND, TY_NONE);
}

static uint32_t char_at(const ty_report *report, uint32_t at, uint32_t end) {
    return at < end ? report->flow[at] : '\n';
}

/* The unit that 个 begins and `between` parts: 三个多月, 两个半小时. Its length is that of all three. */
static const ty_unit *split_unit(const ty_report *report, uint32_t at, uint32_t end, uint32_t between, uint32_t *length) {
    uint32_t joined[24], count = 1;
    if (char_at(report, at, end) != U'个' || char_at(report, at + 1, end) != between) return NULL;
    joined[0] = U'个';
    for (uint32_t i = at + 2; i < end && count < 24; i++) joined[count++] = report->flow[i];
    uint32_t entry = ty_trie_longest(&report->lexicon->units, joined, joined + count, length);
    if (entry == TY_NONE || *length < 2) return NULL;
    *length += 1;
    return use_of(report, entry, TY_UNIT_BEHIND, TY_NONE);
}

/* 三个多月, 两个多小时, 三个多亿元: 多 stands inside the unit. */
static const ty_unit *split_by_more(const ty_report *report, uint32_t at, uint32_t end, uint32_t *length) {
    const ty_unit *split = split_unit(report, at, end, U'多', length);
    if (split || char_at(report, at, end) != U'个' || char_at(report, at + 1, end) != U'多') return split;
    split = longest_unit(report, at + 2, end, length);
    *length += 2;
    return split;
}

/* The power of ten of the scale words that stand at `at`, which moves behind them. */
static uint32_t scale_at(const ty_report *report, uint32_t end, uint32_t *at) {
    uint32_t power = 0, more;
    for (; (more = ty_scale_of(char_at(report, *at, end))) != 0; ++*at) power += more;
    return power;
}

/* 元/吨, 元每人, 元/平方米·月: a unit per unit, when the lexicon does not name it whole. */
static ty_status read_compound(ty_report *report, uint32_t end, ty_unit_read *unit, ty_error *error) {
    uint32_t length, sign = char_at(report, unit->end, end);
    bool per = sign == U'每' && unit->class != TY_COUNT && unit->class != TY_YEARS; /* not 连续3年|每年 */
    if (sign != '/' && !per && (sign != U'·' || unit->whole)) return TY_OK;
    uint32_t at = unit->end + 1, scale = sign == '/' ? scale_at(report, end, &at) : 0; /* 人/百亿元, 部/百人 */
    const ty_unit *below = longest_unit(report, at, end, &length);
    if (!below || (sign == U'每' && below->class == TY_COUNT)) return TY_OK;
    uint32_t stop = at + length, room = 0;
    ty_word parts[2][2] = {{ty_report_string(report, unit->dimension), ty_report_string(report, below->dimension)},
                           {ty_report_string(report, unit->base), ty_report_string(report, below->base)}};
    uint32_t *strings[] = {&unit->dimension, &unit->base}, joined[160];
    ty_status status;
    for (int i = 0; i < 2; i++) {
        if ((room = parts[i][0].length) + parts[i][1].length >= sizeof joined / sizeof *joined) return TY_OK;
        memcpy(joined, parts[i][0].at, room * sizeof *joined);
        joined[room++] = '/';
        memcpy(joined + room, parts[i][1].at, parts[i][1].length * sizeof *joined);
        if ((status = ty_add_string(report, (ty_word){joined, room + parts[i][1].length}, strings[i], error)))
            return status;
    }
    if (__builtin_mul_overflow(unit->numerator, below->denominator, &unit->numerator) ||
        __builtin_mul_overflow(unit->denominator, below->numerator, &unit->denominator))
        unit->numerator = unit->denominator = 0; /* no base value */
    for (; scale; scale--)
        if (__builtin_mul_overflow(unit->denominator, UINT64_C(10), &unit->denominator)) {
            unit->numerator = unit->denominator = 0;
            break;
        }
    unit->end = stop;
    unit->class = TY_MEASURE;
    unit->whole = false;
    return ty_add_string(report, (ty_word){report->flow + unit->start, stop - unit->start}, &unit->name, error);
}

/* 套（间）, 辆（艘、架、列）次: other classifiers in brackets, and 次 that they share. */
static ty_status read_brackets(ty_report *report, uint32_t end, ty_unit_read *unit, ty_error *error) {
    uint32_t at = unit->end, length;
    if (char_at(report, at, end) != '(' || unit->class != TY_COUNT) return TY_OK;
    do {
        if (!longest_unit(report, at + 1, end, &length)) return TY_OK;
        at += 1 + length;
    } while (char_at(report, at, end) == U'、');
    if (char_at(report, at, end) != ')') return TY_OK;
    unit->end = at + 1;
    if (char_at(report, unit->end, end) == U'次') unit->end++;
    ty_slice place = ty_flow_slice(report, unit->start, unit->end); /* as written: wide brackets */
    return ty_add_string(report, (ty_word){report->text.raw + place.start, place.end - place.start}, &unit->name, error);
}

/* 半 that begins a word (半导体) is no half. */
static bool begins_word(const ty_report *report, uint32_t at, uint32_t end) {
    uint32_t length;
    return ty_trie_longest(&report->lexicon->words, report->flow + at, report->flow + end, &length) != TY_NONE;
}

/* 一个半小时, 两个半百分点, 三个半: the half stands inside the unit, or closes it; 两个半天 are two halves. */
static bool read_inner_half(const ty_report *report, uint32_t end, ty_unit_read *unit) {
    uint32_t length, ignored, at = unit->end + 1;
    if (report->flow[unit->start] != U'个' || unit->end != unit->start + 1 || char_at(report, unit->end, end) != U'半') return false;
    const ty_unit *split = split_unit(report, unit->start, end, U'半', &length);
    if (!split && ty_is_han(char_at(report, at, end))) return false;
    unit->half = true;
    unit->end = split ? unit->start + length : at;
    if (!split) return true;
    const ty_unit *counted = longest_unit(report, at, end, &ignored); /* 小时 of 个小时: named without its classifier */
    unit->name = counted ? counted->name : split->name;
    unit->dimension = split->dimension;
    unit->base = split->base;
    unit->numerator = split->numerator;
    unit->denominator = split->denominator;
    unit->class = split->class;
    return true;
}

static void read_tail(const ty_report *report, uint32_t end, ty_unit_read *unit) {
    uint32_t next = char_at(report, unit->end, end);
    bool closes = unit->class == TY_COUNT && !ty_is_han(char_at(report, unit->end + 1, end)); /* 两箱半 */
    if (next == U'半' && (closes || unit->class == TY_YEARS || unit->class == TY_TIME || unit->class == TY_TIMES ||
                         unit->class == TY_MEASURE || unit->class == TY_TEMPERATURE) &&
        !begins_word(report, unit->end, end)) {
        unit->half = true;
        unit->end++;
    } else if (next == U'多' || next == U'余') {
        unit->vague = (unit->class != TY_COUNT || closes) && !ty_word_at(report, TY_CUE(NOT_UNIT), unit->end); /* not 5条多式联运线路, 20万吨多晶硅 */
    }
}

ty_status ty_read_unit(ty_report *report, uint32_t at, uint32_t end, ty_unit_read *unit, bool *found,
                       ty_error *error) {
    uint32_t length = 0;
    *found = false;
    if (char_at(report, at, end) == ' ' && ty_is_latin(char_at(report, at + 1, end))) at++; /* 5 km */
    if (at >= end) return TY_OK;
    uint32_t entry = TY_NONE;
    const ty_unit *split = split_by_more(report, at, end, &length), *read = split;
    if (!split && (entry = longest_entry(report, at, end, &length)) != TY_NONE)
        read = use_of(report, entry, TY_UNIT_BEHIND, TY_NONE);
    if (!read) return TY_OK;
    *unit = (ty_unit_read){.start = at,
                           .end = at + length,
                           .entry = entry,
                           .name = read->name,
                           .dimension = read->dimension,
                           .base = read->base,
                           .numerator = read->numerator,
                           .denominator = read->denominator,
                           .class = read->class,
                           .vague = split != NULL,
                           .whole = true};
    *found = true;
    if (read_inner_half(report, end, unit)) return TY_OK;
    /* 个百分点 is written with its classifier and named without it. */
    if (unit->class == TY_SHARE && report->flow[at] == U'个') {
        const ty_unit *bare = longest_unit(report, at + 1, end, &length);
        if (bare) unit->name = bare->name;
    }
    ty_status status = TY_OK;
    for (uint32_t stop = 0, parts = 0; !status && stop != unit->end && parts < MOST_PER; parts++) {
        stop = unit->end;
        status = read_compound(report, end, unit, error);
    }
    if (!status) status = read_brackets(report, end, unit, error);
    if (!status) read_tail(report, end, unit);
    return status;
}

static ty_unit_read unit_read_of(const ty_unit *unit, uint32_t entry, uint32_t start, uint32_t end) {
    return (ty_unit_read){.start = start,
                          .end = end,
                          .entry = entry,
                          .name = unit->name,
                          .dimension = unit->dimension,
                          .base = unit->base,
                          .numerator = unit->numerator,
                          .denominator = unit->denominator,
                          .class = unit->class,
                          .whole = true};
}

bool ty_unit_before(const ty_report *report, uint32_t from, uint32_t end, ty_unit_read *unit) {
    const ty_trie *units = &report->lexicon->units;
    const uint32_t *flow = report->flow;
    uint32_t stop = end > from && flow[end - 1] == ' ' ? end - 1 : end;
    for (uint32_t length = stop - from < LONGEST_BEFORE ? stop - from : LONGEST_BEFORE; length; length--) {
        uint32_t start = stop - length, found = 0, entry = ty_trie_longest(units, flow + start, flow + stop, &found);
        if (entry == TY_NONE || found != length) continue;
        const ty_unit *read = use_of(report, entry, TY_UNIT_BEFORE, TY_NONE);
        if (!read || (start > from && ty_is_latin(flow[start]) && ty_is_latin(flow[start - 1]))) continue;
        *unit = unit_read_of(read, entry, start, end);
        return true;
    }
    return false;
}

bool ty_unit_as_part(const ty_report *report, ty_unit_read *unit, uint32_t dimension) {
    const ty_unit *part = unit->whole ? use_of(report, unit->entry, TY_UNIT_PART, dimension) : NULL;
    if (!part) return false;
    unit->name = part->name;
    unit->dimension = part->dimension;
    unit->base = part->base;
    unit->numerator = part->numerator;
    unit->denominator = part->denominator;
    unit->class = part->class;
    return true;
}

bool ty_unit_part_at(const ty_report *report, uint32_t at, uint32_t end, uint32_t dimension, ty_unit_read *unit) {
    uint32_t length, entry = at < end ? longest_entry(report, at, end, &length) : TY_NONE;
    if (entry == TY_NONE) return false;
    const ty_unit *read = use_of(report, entry, TY_UNIT_BEHIND, dimension);
    if (!read) read = use_of(report, entry, TY_UNIT_PART, dimension);
    if (!read) return false;
    *unit = unit_read_of(read, entry, at, at + length);
    return true;
}
