/* metadata.c: who reports, where and when, from the head of the text, its chapters and its words.
 *
 * Each place that tells a year or a region is evidence. What the caller said decides, then the first evidence in the
 * order of trust: title, meeting, speaker, chapters, the name of the file, the words of the text. Where evidence
 * disagrees, all of it is noted.
 */
#include "numeral.h"
#include "report.h"

#include <stdio.h>
#include <string.h>

enum { HEAD_PARAGRAPHS = 40, OPENING_PARAGRAPHS = 8, LONGEST_LINE = 48, LONGEST_NAME = 12, CHINA = 100000, TEN = 1, NOVEMBER = 11 };

typedef struct evidence {
    uint32_t value; /* a year, or the code of a region */
    ty_slice flow;
} evidence;

typedef struct finder {
    ty_report *report;
    ty_array years, regions; /* evidence, most trusted first */
    uint32_t year, month;    /* of the date of the meeting */
    ty_slice date_line;      /* a line of the head that is a date; it may be that of a web page */
    int32_t planned;         /* the year that a chapter plans for, or that follows the one most spoken of */
} finder;

/* 2026, 二〇二六, 1月, 十二月: the digits of a group one after the other, or around 十. */
static uint32_t number_of(const ty_report *report, ty_slice group) {
    uint32_t value = 0;
    bool open_ten = false; /* 十 and no digit behind it so far */
    for (uint32_t i = group.start; i < group.end && value < 10000; i++) {
        uint32_t c = report->flow[i];
        if (ty_is_digit(c)) value = value * 10 + (c - '0');
        else if (ty_scale_of(c) == TEN) value = (value ? value : 1) * 10, open_ten = true;
        else if (ty_digit_of(c) >= 0 && open_ten) value += (uint32_t)ty_digit_of(c), open_ten = false;
        else if (ty_year_digit_of(c) >= 0) value = value * 10 + (uint32_t)ty_year_digit_of(c);
    }
    return value;
}

static ty_status add_evidence(finder *f, ty_array *array, uint32_t value, ty_slice flow, ty_error *error) {
    evidence *item = ty_array_push(&f->report->arena, array, sizeof *item);
    if (!item) return ty_fail_memory(error);
    *item = (evidence){value, flow};
    return TY_OK;
}

static ty_status add_year(finder *f, uint32_t year, ty_slice flow, ty_error *error) {
    if (year < 1900 || year > 2999) return TY_OK;
    return add_evidence(f, &f->years, year, flow, error);
}

/* ---- regions ----------------------------------------------------------------- */

static const ty_region *region_of(const ty_report *report, const ty_entry *meaning) {
    return ty_lexicon_region(report->lexicon, meaning->value);
}

/* Is `code` a part of `whole`? Provinces end with 0000, prefectures with 00; all lie in the nation. */
static bool lies_in(uint32_t code, uint32_t whole) {
    if (code == whole) return false;
    if (whole == CHINA) return true;
    uint32_t step = whole % 10000 == 0 ? 10000 : whole % 100 == 0 ? 100 : 1;
    return code / step == whole / step;
}

/* The longest name of a region in [start, end), the first of equals; a place named right behind the one that it lies in
   (山西省太原市) counts for both. A name that several regions share is told apart by the one before it alone. */
static const ty_region *find_region(const ty_report *report, ty_slice range, ty_slice *place) {
    const ty_trie *regions = &report->lexicon->regions;
    const ty_region *best = NULL;
    for (uint32_t at = range.start; at < range.end; at++) {
        uint32_t length = 0, entry;
        if (!ty_trie_first(regions, report->flow[at])) continue;
        entry = ty_trie_longest(regions, report->flow + at, report->flow + range.end, &length);
        if (entry == TY_NONE) continue;
        const ty_region *inner = NULL;
        for (uint32_t e = entry; best && at == place->end && e != TY_NONE; e = ty_trie_meaning(regions, e)->next)
            if (lies_in(region_of(report, ty_trie_meaning(regions, e))->code, best->code))
                inner = region_of(report, ty_trie_meaning(regions, e));
        if (inner) {
            best = inner;
            place->end = at + length;
        } else if (ty_trie_meaning(regions, entry)->next == TY_NONE && (!best || length > place->end - place->start)) {
            best = region_of(report, ty_trie_meaning(regions, entry));
            *place = (ty_slice){at, at + length};
        }
        at += length - 1;
    }
    return best;
}

static ty_status add_region(finder *f, ty_slice range, ty_error *error) {
    ty_slice place = {0, 0};
    const ty_region *region = find_region(f->report, range, &place);
    return region ? add_evidence(f, &f->regions, region->code, place, error) : TY_OK;
}

/* The name of the region of a code, TY_NONE if there is none; the full name comes first among the names of a region. */
static uint32_t name_of_code(const ty_report *report, uint32_t code) {
    for (uint32_t i = 0; i < report->lexicon->region.count; i++)
        if (ty_lexicon_region(report->lexicon, i)->code == code) return ty_lexicon_region(report->lexicon, i)->name;
    return TY_NONE;
}

/* ---- the head ---------------------------------------------------------------- */

static bool matches(const finder *f, ty_rule rule, ty_slice range, ty_slice groups[4]) {
    return ty_match_rule(&f->report->matcher, rule, range, groups);
}

/* The text of a piece of the flow: without the breaks and blanks that typesetting put into it. */
static ty_status take_words(finder *f, ty_slice piece, uint32_t *string, ty_error *error) {
    if (*string != TY_NONE || piece.start == piece.end) return TY_OK;
    return ty_add_string(f->report, (ty_word){f->report->flow + piece.start, piece.end - piece.start}, string, error);
}

static ty_status take_date(finder *f, ty_slice range, ty_error *error) {
    ty_metadata *meta = &f->report->metadata;
    ty_slice groups[4];
    if (meta->date[0] || !matches(f, TY_RULE_DATE, range, groups)) return TY_OK;
    uint32_t year = number_of(f->report, groups[1]), month = number_of(f->report, groups[2]), day = number_of(f->report, groups[3]);
    if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1 || day > 31) return TY_OK;
    (void)snprintf(meta->date, sizeof meta->date, "%04u-%02u-%02u", year % 10000, month % 100, day % 100);
    f->year = year;
    f->month = month;
    return add_year(f, year, groups[1], error);
}

static ty_status take_title(finder *f, ty_slice range, ty_error *error) {
    ty_metadata *meta = &f->report->metadata;
    ty_slice groups[4];
    ty_status status = TY_OK;
    if (meta->title.start == meta->title.end) meta->title = ty_flow_slice(f->report, range.start, range.end);
    if (matches(f, TY_RULE_YEAR_OF_TITLE, range, groups))
        status = add_year(f, number_of(f->report, groups[1]), groups[1], error);
    return status ? status : add_region(f, range, error);
}

/* （2003年1月15日）, 二〇〇三年二月: nothing but a date, or one and who speaks (2003年1月15日 市长 张三). */
static bool is_date_line(const finder *f, ty_slice range) {
    ty_slice groups[4];
    bool dates = matches(f, TY_RULE_DATE, range, groups);
    if (dates && matches(f, TY_RULE_SPEAKER, range, groups)) return true;
    if (!dates && !matches(f, TY_RULE_YEAR_OF_TITLE, range, groups)) return false;
    for (uint32_t at = range.start; at < range.end; at++) {
        uint32_t c = f->report->flow[at];
        bool part = ty_is_digit(c) || ty_year_digit_of(c) >= 0 || ty_scale_of(c) == TEN || ty_is_among(c, U"年月日");
        bool between = !dates && at > range.start && at + 1 < range.end && ty_is_digit(f->report->flow[at - 1]) &&
                       ty_is_digit(f->report->flow[at + 1]); /* 1998—2003年 */
        if (!part && (between || ty_is_han(c) || ty_is_latin(c))) return false;
    }
    return true;
}

/* A date alone may be that of a web page: it goes behind what the words of the text say, and gives them a day if they agree. */
static ty_status take_date_line(finder *f, ty_error *error) {
    ty_slice groups[4], range = f->date_line;
    const evidence *told = f->years.items;
    ty_metadata *meta = &f->report->metadata;
    if (range.start == range.end || meta->date[0]) return TY_OK;
    bool full = matches(f, TY_RULE_DATE, range, groups);
    if (!full && !matches(f, TY_RULE_YEAR_OF_TITLE, range, groups)) return TY_OK;
    uint32_t year = f->report->input->year ? (uint32_t)f->report->input->year : f->years.count ? told[0].value : 0;
    if (year && number_of(f->report, groups[1]) != year) return TY_OK;
    ty_status status = full ? take_date(f, range, error) : add_year(f, number_of(f->report, groups[1]), groups[1], error);
    f->month = 0; /* of the page, not of a meeting at the year's end */
    return status;
}

/* ——2026年2月2日在山西省第十四届人民代表大会第五次会议上 */
static ty_status take_meeting(finder *f, ty_slice range, ty_error *error) {
    ty_slice groups[4];
    ty_status status;
    if (!matches(f, TY_RULE_SESSION, range, groups)) {
        if (f->date_line.start == f->date_line.end && is_date_line(f, range)) f->date_line = range;
        if (!matches(f, TY_RULE_MEETING, range, groups)) return TY_OK;
        ty_slice meeting = groups[0];
        bool dated = matches(f, TY_RULE_DATE, (ty_slice){range.start, meeting.end}, groups) && groups[0].end >= meeting.start;
        if (dated && (status = take_date(f, range, error))) return status;
        return add_region(f, meeting, error);
    }
    ty_slice session = groups[0];
    if ((status = take_words(f, session, &f->report->metadata.session, error)) || (status = take_date(f, range, error)) ||
        (status = add_region(f, (ty_slice){range.start, session.start}, error)))
        return status;
    const ty_hit *met = ty_next_word(f->report, TY_CUE(SESSION_YEAR), session.start, session.end);
    if (!met || met->start != session.start || met->end != session.end) return TY_OK;
    status = add_year(f, met->value, session, error);
    return status ? status : add_evidence(f, &f->regions, CHINA, session, error);
}

/* The name of a person as it is written: 盧 is not 卢. */
static ty_status take_name(ty_report *report, ty_slice piece, ty_error *error) {
    uint32_t name[LONGEST_NAME], length = 0;
    for (uint32_t at = piece.start; at < piece.end && length < LONGEST_NAME; at++)
        name[length++] = report->text.raw[report->flow_at[at]];
    bool is_new = report->metadata.speaker == TY_NONE && length;
    return is_new ? ty_add_string(report, (ty_word){name, length}, &report->metadata.speaker, error) : TY_OK;
}

/* 四川省人民政府省长 施小琳; the name may stand in the next line. */
static ty_status take_speaker(finder *f, ty_slice range, ty_slice next, ty_error *error) {
    ty_slice groups[4];
    if (!matches(f, TY_RULE_SPEAKER, range, groups)) return TY_OK;
    bool is_next = groups[1].start == groups[1].end;
    ty_slice name = is_next ? next : groups[1];
    if (is_next && (next.end - next.start < 2 || next.end - next.start > 4)) return TY_OK;
    for (uint32_t at = name.start; is_next && at < name.end; at++)
        if (!ty_is_han(f->report->flow[at])) return TY_OK;
    ty_status status = take_name(f->report, name, error);
    return status ? status : add_region(f, (ty_slice){range.start, is_next ? range.end : name.start}, error);
}

/* Title, date, session, speaker and region of the lines above the opening. */
static ty_status read_head(finder *f, ty_error *error) {
    const ty_paragraph *paragraphs = TY_PARAGRAPHS_OF(f->report);
    const ty_form *forms = f->report->forms.items;
    uint32_t count = f->report->tables[TY_PARAGRAPHS].count;
    for (uint32_t p = 0; p < count && p < HEAD_PARAGRAPHS; p++) {
        ty_slice range = paragraphs[p].flow, groups[4], next = p + 1 < count ? paragraphs[p + 1].flow : range;
        bool is_heading = paragraphs[p].role == TY_HEADING, is_head = forms[p].is_front || is_heading;
        bool short_line = p < OPENING_PARAGRAPHS && paragraphs[p].section == TY_NONE && range.end - range.start <= LONGEST_LINE;
        bool meets = p < OPENING_PARAGRAPHS && ty_flow_char(f->report, range.start) == U'—' && matches(f, TY_RULE_SESSION, range, groups);
        is_head = is_head || short_line || meets; /* no 各位代表： says where the head ends, or it goes on in the line */
        ty_status status = TY_OK;
        if (!is_head && p > 0 && !forms[p - 1].is_front) break;
        if (is_heading && matches(f, TY_RULE_DOCUMENT_TITLE, range, groups)) status = take_title(f, range, error);
        if (!status && is_head) status = take_meeting(f, range, error);
        if (!status && forms[p].is_front && paragraphs[p].role == TY_BODY) status = take_speaker(f, range, next, error);
        if (status) return status;
    }
    return TY_OK;
}

/* ---- chapters and words -------------------------------------------------------- */

/* 2023年工作安排 is the plan of the report's year; 2022年工作回顾 looks back on the year before it. */
static ty_status read_chapters(finder *f, ty_error *error) {
    ty_slice groups[4];
    for (uint32_t p = 0; p < f->report->tables[TY_PARAGRAPHS].count; p++) {
        const ty_paragraph *paragraph = &TY_PARAGRAPHS_OF(f->report)[p];
        if (paragraph->role != TY_HEADING || paragraph->section == TY_NONE) continue;
        const ty_section *section = &TY_SECTIONS_OF(f->report)[paragraph->section];
        if (section->level != 1 || !matches(f, TY_RULE_YEAR_OF_WORK, paragraph->flow, groups)) continue;
        uint32_t year = number_of(f->report, groups[1]), before = groups[1].start > paragraph->flow.start
                                                                       ? f->report->flow[groups[1].start - 1] : 0;
        bool reviews = section->role == TY_REVIEW;
        /* 2021—2025年 and 到2035年: the end of a span is no year of a plan. */
        if (!reviews && ty_is_among(before, U"—至到")) continue;
        if (section->role == TY_PLAN && !f->planned) f->planned = (int32_t)year;
        ty_status status = add_year(f, reviews ? year + 1 : year, groups[1], error);
        if (status) return status;
    }
    return TY_OK;
}

/* 向第一届全国人民代表大会第二次会议提出: the opening words name their session. */
static ty_status read_opening(finder *f, ty_error *error) {
    ty_report *report = f->report;
    ty_slice groups[4];
    for (uint32_t p = 0; p < report->tables[TY_PARAGRAPHS].count && p < OPENING_PARAGRAPHS; p++) {
        ty_slice range = TY_PARAGRAPHS_OF(report)[p].flow;
        ty_status status = TY_OK;
        if (((const ty_form *)report->forms.items)[p].is_front) continue;
        if (!f->regions.count && matches(f, TY_RULE_SPEAKS_FOR, range, groups)) status = add_region(f, groups[1], error);
        if (!status && !f->regions.count && matches(f, TY_RULE_NATIONAL, range, groups))
            status = add_evidence(f, &f->regions, CHINA, groups[0], error);
        if (status) return status;
        const ty_hit *hit = ty_next_word(report, TY_CUE(SESSION_YEAR), range.start, range.end);
        if (!hit || !matches(f, TY_RULE_NATIONAL, range, groups)) continue;
        /* 向…会议提出 and 在…会议上: this session, not one since which time has passed. */
        bool is_this = ty_flow_char(report, hit->end) == U'上' || (hit->start && report->flow[hit->start - 1] == U'向');
        ty_slice session = {hit->start, hit->end};
        if (is_this && ((status = take_words(f, session, &report->metadata.session, error)) ||
                        (status = add_year(f, hit->value, session, error))))
            return status;
    }
    return TY_OK;
}

/* 去年五届人大四次会议: a session of a known year, and how long ago it was. */
static ty_status read_sessions(finder *f, ty_error *error) {
    const ty_hit *hits = f->report->hits.items;
    for (uint32_t i = 0; i < f->report->hits.count && !f->years.count; i++) {
        if (hits[i].cue != TY_CUE_SESSION_YEAR) continue;
        const ty_hit *year = ty_word_ending(f->report, TY_CUE(LAST_YEAR) | TY_CUE(THIS_YEAR), hits[i].start);
        if (!year) continue;
        ty_status status = add_year(f, hits[i].value + (year->cue == TY_CUE_LAST_YEAR), (ty_slice){year->start, hits[i].end}, error);
        if (status) return status;
    }
    return TY_OK;
}

static uint32_t count_matches(const finder *f, ty_rule rule) {
    ty_report *report = f->report;
    const ty_array *codes = &report->lexicon->rules[rule];
    uint32_t count = 0;
    for (uint32_t i = 0; i < codes->count; i++) {
        ty_slice range = {0, report->flow_length}, groups[4];
        for (uint32_t from = 0; from < range.end && ty_match_code(&report->matcher, ((pcre2_code *const *)codes->items)[i], range, from, groups);
             from = groups[0].end + (groups[0].end == groups[0].start))
            count++;
    }
    return count;
}

/* Without a head: the nation calls itself 我国 more often than 我省 or 全市; a place names itself most often. */
static ty_status read_body(finder *f, ty_error *error) {
    ty_report *report = f->report;
    const ty_trie *regions = &report->lexicon->regions;
    uint32_t count = report->lexicon->region.count, best = 0;
    enum { ENOUGH = 4 };
    if (f->regions.count || !report->flow_length) return TY_OK;
    uint32_t nation = count_matches(f, TY_RULE_CALLS_NATION);
    if (nation >= ENOUGH && nation > count_matches(f, TY_RULE_CALLS_PLACE))
        return add_evidence(f, &f->regions, CHINA, (ty_slice){0, 0}, error);
    uint32_t *seen = ty_arena_take(&report->arena, (count + 1) * sizeof *seen);
    if (!seen) return ty_fail_memory(error);
    memset(seen, 0, (count + 1) * sizeof *seen);
    for (uint32_t at = 0; at < report->flow_length; at++) {
        uint32_t length = 0, entry;
        if (!ty_trie_first(regions, report->flow[at])) continue;
        entry = ty_trie_longest(regions, report->flow + at, report->flow + report->flow_length, &length);
        if (entry == TY_NONE || ty_trie_meaning(regions, entry)->next != TY_NONE) continue;
        uint32_t region = ty_trie_meaning(regions, entry)->value;
        /* A province stands in every text of its cities: the seat of a lower level tells more. */
        uint32_t code = ty_lexicon_region(report->lexicon, region)->code;
        if (region && ty_lexicon_region(report->lexicon, region - 1)->code == code) region--; /* 太原 is 太原市 */
        if (code == CHINA) continue;
        seen[region] += code % 10000 == 0 ? 1 : code % 100 == 0 ? 2 : 1;
        if (seen[region] > seen[best]) best = region;
        at += length - 1;
    }
    if (seen[best] < ENOUGH) return TY_OK;
    return add_evidence(f, &f->regions, ty_lexicon_region(report->lexicon, best)->code, (ty_slice){0, 0}, error);
}

/* A report of the year's end speaks of 明年 more than of 去年. */
static bool looks_ahead(const finder *f) {
    uint32_t next = 0, last = 0;
    for (uint32_t at = 0; at < f->report->flow_length; at++) {
        if (!ty_word_at(f->report, TY_CUE(NEXT_YEAR) | TY_CUE(LAST_YEAR), at)) continue;
        next += ty_word_at(f->report, TY_CUE(NEXT_YEAR), at) != 0;
        last += ty_word_at(f->report, TY_CUE(LAST_YEAR), at) != 0;
    }
    return next > 0 && next >= last;
}

/* 一九八二年预计: a report of the year's end says again and again what the year is expected to bring. */
static bool is_under_way(const finder *f, uint32_t year) {
    enum { BEHIND = 16 }; /* characters: PCRE2 looks for a rule's last one through all that it is given */
    const ty_number *numbers = f->report->numbers.items;
    uint32_t expected = 0;
    ty_slice groups[4];
    for (uint32_t i = 0; i < f->report->numbers.count; i++)
        if (numbers[i].use == TY_IS_DATE && ty_decimal_double(numbers[i].low) == year) {
            uint32_t start = numbers[i].end, left = f->report->flow_length - start;
            expected += matches(f, TY_RULE_EXPECTED, (ty_slice){start, start + (left < BEHIND ? left : BEHIND)}, groups);
        }
    return expected > 1;
}

/* What the name of the file says goes behind what the text says outright, and before what its words make likely. */
static ty_status take_hints(finder *f, ty_error *error) {
    const ty_input *input = f->report->input;
    ty_status status = TY_OK;
    if (!f->years.count && input->year_hint) status = add_year(f, (uint32_t)input->year_hint, (ty_slice){0, 0}, error);
    if (!status && !f->regions.count && input->adcode_hint)
        status = add_evidence(f, &f->regions, input->adcode_hint, (ty_slice){0, 0}, error);
    return status;
}

/* The year that the text names most often, or its reviews do, more than any other; 0 if none comes twice. */
static uint32_t most_named(const ty_report *report, bool reviews) {
    enum { FIRST = 1900, COUNT = 200 };
    uint32_t seen[COUNT] = {0}, best = 0, best_count = 2;
    const ty_number *numbers = report->numbers.items;
    for (uint32_t i = 0; i < report->numbers.count; i++) {
        if (numbers[i].use != TY_IS_DATE || numbers[i].form == TY_PLAN_NAME) continue;
        double year = ty_decimal_double(numbers[i].low);
        uint32_t section = TY_PARAGRAPHS_OF(report)[numbers[i].paragraph].section;
        uint32_t before = numbers[i].start ? report->flow[numbers[i].start - 1] : 0;
        bool base = ty_is_among(before, U"是为由从") && ty_flow_char(report, numbers[i].end) == U'的';
        if (base) continue; /* 由2000年的2003亿元增加到…, 是2007年的2.1倍 */
        if (reviews && (section == TY_NONE || TY_SECTIONS_OF(report)[section].role != TY_REVIEW)) continue;
        if (year > FIRST && year < FIRST + COUNT && !ty_decimal_compare(numbers[i].low, numbers[i].high))
            seen[(uint32_t)year - FIRST]++;
    }
    bool tied = false;
    for (uint32_t i = 0; i < COUNT; i++) {
        if (seen[i] < best_count) continue;
        tied = best && seen[i] == best_count;
        best = i;
        best_count = seen[i];
    }
    return best && !(reviews && tied) ? FIRST + best : 0;
}

/* “十三五”时期工作回顾: the last year of the plan that the title of a review names, if it speaks of all of it; 0. Not “十四五”开局之年,
   以来, 前三年, 中期. */
static uint32_t end_of_plan_reviewed(const ty_report *report) {
    const ty_number *numbers = report->numbers.items;
    for (uint32_t i = 0; i < report->numbers.count; i++) {
        const ty_paragraph *paragraph = &TY_PARAGRAPHS_OF(report)[numbers[i].paragraph];
        if (numbers[i].form != TY_PLAN_NAME || paragraph->role != TY_HEADING || paragraph->section == TY_NONE) continue;
        const ty_section *section = &TY_SECTIONS_OF(report)[paragraph->section];
        uint32_t next = ty_flow_char(report, numbers[i].end);
        if (ty_is_closer(next)) next = ty_flow_char(report, numbers[i].end + 1);
        bool whole = !ty_is_among(next, U"开以前头首中");
        if (section->level == 1 && section->role == TY_REVIEW && whole) return (uint32_t)ty_decimal_double(numbers[i].high);
    }
    return 0;
}

/* The last resort: a report, and most of all its review, speaks most of the year before its own. */
static ty_status read_years(finder *f, ty_error *error) {
    int32_t given = f->report->input->year;
    if (f->years.count) return TY_OK;
    uint32_t best = end_of_plan_reviewed(f->report);
    if (!best) best = most_named(f->report, true);
    if (!best) best = most_named(f->report, false);
    if (!best) return TY_OK;
    uint32_t year = best + !(looks_ahead(f) || is_under_way(f, best));
    if (!given || given == (int32_t)year) f->planned = (int32_t)(best + 1);
    return given ? TY_OK : add_year(f, year, (ty_slice){0, 0}, error);
}

/* ---- what is decided ------------------------------------------------------------- */

/* The caller's word, or the first evidence; all evidence is noted if it does not say the same. */
static ty_status decide(finder *f, const ty_array *array, uint32_t given, ty_note_kind kind, uint32_t *decided, ty_error *error) {
    const evidence *items = array->items;
    bool agree = true;
    *decided = given ? given : array->count ? items[0].value : 0;
    for (uint32_t i = 0; i < array->count; i++) agree = agree && items[i].value == *decided;
    for (uint32_t i = 0; !agree && i < array->count; i++) {
        if (items[i].flow.start == items[i].flow.end) continue;
        ty_status status = ty_add_note(f->report, kind, ty_flow_slice(f->report, items[i].flow.start, items[i].flow.end), error);
        if (status) return status;
    }
    return TY_OK;
}

/* The year planned for: a chapter says so, or the report was given at a year's end. */
static int32_t planned_year(const finder *f, uint32_t year) {
    if (f->planned >= (int32_t)year && f->planned) return f->planned;
    return (int32_t)year + ((f->month >= NOVEMBER && f->year == year) || is_under_way(f, year));
}

/* The last year that a title names, by a date or a plan (“十五”); 0. `next` is the first number that no title before has passed. */
static int32_t latest_year(const ty_report *report, ty_slice title, uint32_t *next) {
    enum { LAST = 2200 };
    const ty_number *numbers = report->numbers.items;
    int32_t latest = 0;
    for (; *next < report->numbers.count && numbers[*next].start < title.end; ++*next) {
        if (numbers[*next].start < title.start || numbers[*next].use != TY_IS_DATE) continue;
        double year = ty_decimal_double(numbers[*next].high);
        if (year < LAST && year > latest) latest = (int32_t)year;
    }
    return latest;
}

/* 2026年主要工作: what a chapter is about, where its words do not tell, its year does; “十五”计划目标提前实现 is behind us. */
static void settle_roles(const finder *f) {
    enum { PLAN_LENGTH = 5 };
    ty_report *report = f->report;
    ty_section *sections = TY_SECTIONS_OF(report);
    ty_slice groups[4];
    uint32_t number = 0;
    for (uint32_t p = 0; report->plan_year && p < report->tables[TY_PARAGRAPHS].count; p++) {
        const ty_paragraph *paragraph = &TY_PARAGRAPHS_OF(report)[p];
        if (paragraph->role != TY_HEADING || paragraph->section == TY_NONE) continue;
        ty_section *section = &sections[paragraph->section];
        uint8_t was = section->role, role = was;
        if (section->level != 1 || (was != TY_OTHER_ROLE && was != TY_PLAN)) continue;
        int32_t latest = latest_year(report, paragraph->flow, &number);
        if (was == TY_PLAN) {
            if (latest && latest < report->plan_year && matches(f, TY_RULE_FULFILLED, paragraph->flow, groups)) role = TY_REVIEW;
        } else if (matches(f, TY_RULE_YEAR_OF_WORK, paragraph->flow, groups)) {
            int32_t year = (int32_t)number_of(report, groups[1]);
            if (year == report->plan_year) role = TY_PLAN;
            if (year == report->plan_year - 1) role = TY_REVIEW;
        } else if (latest >= report->plan_year + PLAN_LENGTH - 1) { /* 继往开来的“十五五”: all to come */
            role = TY_PLAN;
        }
        if (role == was) continue;
        section->role = role;
        for (uint32_t i = paragraph->section + 1; i < report->tables[TY_SECTIONS].count && sections[i].level > 1; i++)
            if (sections[i].role == was) sections[i].role = role;
    }
}

ty_status ty_pass_metadata(ty_report *report, ty_error *error) {
    ty_metadata *meta = &report->metadata;
    finder f = {.report = report};
    uint32_t year = 0;
    ty_status status;
    meta->region = meta->province = meta->prefecture = meta->session = meta->speaker = TY_NONE;
    report->matcher.text = report->flow;
    if ((status = read_head(&f, error)) || (status = read_opening(&f, error)) || (status = read_chapters(&f, error)) ||
        (status = read_sessions(&f, error)) || (status = take_hints(&f, error)) || (status = read_years(&f, error)) ||
        (status = take_date_line(&f, error)) || (status = read_body(&f, error)) ||
        (status = decide(&f, &f.years, (uint32_t)report->input->year, TY_SAYS_YEAR, &year, error)) ||
        (status = decide(&f, &f.regions, report->input->adcode, TY_SAYS_REGION, &meta->adcode, error)))
        return status;
    meta->year = (int32_t)year;
    report->plan_year = planned_year(&f, year);
    settle_roles(&f);
    if (!meta->adcode) return TY_OK;
    meta->region = name_of_code(report, meta->adcode);
    if (meta->adcode == CHINA) return TY_OK;
    meta->province = name_of_code(report, meta->adcode / 10000 * 10000);
    if (meta->adcode % 10000) meta->prefecture = name_of_code(report, meta->adcode / 100 * 100);
    return TY_OK;
}
