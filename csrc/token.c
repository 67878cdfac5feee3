/* token.c: the words of the clauses that hold numbers, and of those around them. */
#include "phrase.h"
#include "word.h"

#include <string.h>

_Static_assert(TY_CUE_HEAD - TY_CUE_VERBAL_NOUN <= 32, "used has a bit for each use");
_Static_assert(TY_CUE_COUNT - TY_CUE_HEAD <= 8, "characters has a bit for each list");

bool ty_is_used_whole(const ty_report *report, ty_cue use, uint32_t start, uint32_t end) {
    const uint32_t *flow = report->flow;
    const ty_trie *uses = &report->lexicon->uses;
    uint32_t length = 0, entry = ty_trie_longest(uses, flow + start, flow + end, &length);
    if (length != end - start) return false;
    while (entry != TY_NONE && ty_trie_meaning(uses, entry)->kind != (uint32_t)use) entry = ty_trie_meaning(uses, entry)->next;
    return entry != TY_NONE;
}

/* What a token can be in a phrase: the dictionary's word for it, but for words that reports use as nouns (困难群众, 合作社 are no
   idioms). Only for words of two characters and more that are no nouns. */
static ty_word_class class_of(const ty_report *report, ty_token token, ty_word_class class) {
    if (class == TY_TELLING && token.end > token.start + 2 && ty_is_used(report, TY_CUE_PERSON, token.end - 2, token.end)) return TY_NAMING;
    if (!ty_is_used(report, TY_CUE_VERBAL_NOUN, token.start, token.end)) return class;
    return class == TY_TELLING ? TY_NAMING : TY_QUALIFYING;
}

/* Note where the tokens begin, and ask of some what they can be: gathered without a branch, since nothing foretells which. */
static void enter(ty_report *report) {
    enum { STRETCH = 128 };
    const ty_token *tokens = report->tokens;
    for (uint32_t from = 0, to; from < report->token_count; from = to) {
        uint32_t asked[STRETCH], count = 0;
        to = report->token_count - from < STRETCH ? report->token_count : from + STRETCH;
        for (uint32_t k = from; k < to; k++) {
            report->token_at[tokens[k].start] = k;
            asked[count] = k;
            count += (report->token_class[k] >= TY_TELLING) & (tokens[k].end > tokens[k].start + 1);
        }
        for (uint32_t i = 0; i < count; i++) {
            uint8_t *class = &report->token_class[asked[i]];
            *class = (uint8_t)class_of(report, tokens[asked[i]], (ty_word_class)*class);
        }
    }
    report->token_class[report->token_count] = TY_BINDING; /* behind the last nothing goes on */
}

static ty_status cut(ty_report *report, const ty_slice *range, uint32_t ranges, ty_error *error) {
    size_t places = (size_t)report->flow_length + 1, room = 1;
    for (uint32_t i = 0; i < ranges; i++) room += range[i].end - range[i].start;
    report->tokens = ty_arena_take(&report->arena, room * sizeof *report->tokens);
    report->token_class = ty_arena_take(&report->arena, room);
    report->token_at = ty_arena_take(&report->arena, places * sizeof *report->token_at);
    if (!report->tokens || !report->token_class || !report->token_at) return ty_fail_memory(error);
    ty_status status = ty_words_cut_ranges(report->lexicon->dictionary, &report->arena.allocator, report->flow, range, ranges,
                                           report->tokens, report->token_class, &report->token_count, error);
    memset(report->token_at, 0xFF, places * sizeof *report->token_at);
    if (!status) enter(report);
    return status;
}

/* 安排51亿元，用于支持…: what money is for stands in the clause behind it. */
static bool tells_purpose(const ty_report *report, const ty_clause *clause) {
    return report->flow[clause->start] == U'用';
}

/* Does a quotation or bracket stay open at the end of the clause, or does the clause end at no break? */
static bool runs_on(const ty_report *report, const ty_clause *clause) {
    if (!(report->traits[clause->end - 1] & TY_IS_BREAK)) return true;
    for (uint32_t at = clause->end; at-- > clause->start;) {
        uint32_t c = report->flow[at];
        if (ty_is_opener(c) || ty_is_closer(c)) return ty_is_opener(c);
    }
    return false;
}

/* Mark the clauses whose words are asked for: those of numbers, the one before, and what money is for behind; those of years;
   and all before a number where the sentence names others (美国…). */
static void mark_wanted(const ty_report *report, uint8_t *wanted) {
    enum { WANTED = 1, ALL_BEFORE = 2, ALL_BEHIND = 4 };
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    const ty_clause *clauses = report->clauses.items;
    for (uint32_t i = 0; i < report->tables[TY_QUANTITIES].count; i++) {
        uint32_t c = rows[i].clause, sentence = clauses[c].sentence;
        bool measures = ty_has_value(&rows[i]), of_others = ty_holds(report, sentence, TY_CUE(ELSEWHERE));
        bool goes_on = measures && c + 1 < report->clauses.count && clauses[c + 1].sentence == sentence;
        if (measures || rows[i].kind == TY_DATE) wanted[c] |= WANTED;
        ty_slice leading = measures ? ty_words_leading(report, &rows[i]) : (ty_slice){0, 0};
        for (uint32_t k = c; leading.end > leading.start && k && clauses[k - 1].start >= leading.start; k--) wanted[k - 1] |= WANTED;
        bool frames = ty_takes_time(report, &rows[i]) && clauses[c].end - rows[i].flow.end <= TY_BARE_FRAME; /* 用三年时间，建成… */
        if (goes_on && (frames || tells_purpose(report, &clauses[c + 1]))) wanted[c + 1] |= WANTED;
        /* A phrase may go on in a quotation, what is cut for its length alone in the next clause; a number may (10，486万). */
        for (uint32_t k = c; measures && k + 1 < report->clauses.count && clauses[k + 1].sentence == sentence; k++) {
            bool in_number = clauses[k].end < rows[i].flow.end;
            if (!in_number && (wanted[k] & ALL_BEHIND || !runs_on(report, &clauses[k]))) break;
            wanted[k] |= ALL_BEHIND;
            wanted[k + 1] |= WANTED;
        }
        for (uint32_t k = c; measures && k && clauses[k - 1].sentence == sentence && !(wanted[k] & ALL_BEFORE); k--) {
            wanted[k - 1] |= WANTED;
            if (!of_others) break;
            wanted[k] |= ALL_BEFORE;
        }
    }
}

/* A clause is cut as it would be in its sentence: no word goes on over what divides them, and neighbours are cut as one; but a
   word begins behind each number: 12家|规上企业, whatever 家规 is in the dictionary. */
static uint32_t gather(const ty_report *report, const uint8_t *wanted, ty_slice *range) {
    const ty_clause *clauses = report->clauses.items;
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t count = 0, row = 0;
    for (uint32_t c = 0; c < report->clauses.count; c++) {
        bool goes_on = wanted[c] && count && range[count - 1].end == clauses[c].start;
        if (goes_on) range[count - 1].end = clauses[c].end;
        else if (wanted[c]) range[count++] = (ty_slice){clauses[c].start, clauses[c].end};
        for (; row < report->tables[TY_QUANTITIES].count && rows[row].clause <= c; row++) {
            uint32_t end = rows[row].flow.end;
            if (rows[row].clause < c || !wanted[c] || !ty_has_value(&rows[row]) || end <= range[count - 1].start || end >= range[count - 1].end) continue;
            range[count] = (ty_slice){end, range[count - 1].end};
            range[count++ - 1].end = end;
        }
    }
    return count;
}

ty_status ty_pass_token(ty_report *report, ty_error *error) {
    size_t clauses = (size_t)report->clauses.count + 1;
    if (!report->lexicon->dictionary || !report->tables[TY_QUANTITIES].count) return TY_OK;
    ty_slice *range = ty_arena_take(&report->arena, (clauses + report->tables[TY_QUANTITIES].count) * sizeof *range);
    uint8_t *wanted = ty_arena_take(&report->arena, clauses);
    if (!range || !wanted) return ty_fail_memory(error);
    memset(wanted, 0, clauses);
    mark_wanted(report, wanted);
    return cut(report, range, gather(report, wanted, range), error);
}
