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
   idioms). */
static ty_word_class class_of(const ty_report *report, ty_token token) {
    ty_word_class class = ty_class_of_word(report->lexicon->dictionary, token.word);
    if (class < TY_TELLING || token.end == token.start + 1) return class;
    if (class == TY_TELLING && token.end > token.start + 2 && ty_is_used(report, TY_CUE_PERSON, token.end - 2, token.end)) return TY_NAMING;
    if (!ty_is_used(report, TY_CUE_VERBAL_NOUN, token.start, token.end)) return class;
    return class == TY_TELLING ? TY_NAMING : TY_QUALIFYING;
}

static ty_status keep(ty_report *report, const ty_token *tokens, uint32_t count, ty_error *error) {
    report->tokens = ty_arena_take(&report->arena, ((size_t)count + 1) * sizeof *report->tokens);
    report->token_class = ty_arena_take(&report->arena, (size_t)count + 1);
    report->token_at = ty_arena_take(&report->arena, ((size_t)report->flow_length + 1) * sizeof *report->token_at);
    if (!report->tokens || !report->token_class || !report->token_at) return ty_fail_memory(error);
    memset(report->token_at, 0xFF, ((size_t)report->flow_length + 1) * sizeof *report->token_at);
    for (uint32_t i = 0; i < count; i++) {
        report->tokens[i] = tokens[i];
        report->token_class[i] = (uint8_t)class_of(report, tokens[i]);
        report->token_at[tokens[i].start] = i;
    }
    report->token_class[count] = TY_BINDING; /* behind the last nothing goes on */
    report->token_count = count;
    return TY_OK;
}

/* 安排51亿元，用于支持…: what money is for stands in the clause behind it. */
static bool tells_purpose(const ty_report *report, const ty_clause *clause) {
    return report->flow[clause->start] == U'用';
}

/* Does a quotation or bracket stay open at the end of the clause, or does the clause end at no break? */
static bool runs_on(const ty_report *report, const ty_clause *clause) {
    if (!(report->traits[clause->end - 1] & TY_IS_BREAK)) return true;
    for (uint32_t at = clause->end; at-- > clause->start;)
        if (ty_is_opener(report->flow[at]) || ty_is_closer(report->flow[at])) return ty_is_opener(report->flow[at]);
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
        bool measures = ty_has_value(&rows[i]), of_others = report->cues_in[sentence] & TY_CUE(ELSEWHERE);
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
    const ty_allocator *allocator = &report->arena.allocator;
    size_t clauses = (size_t)report->clauses.count + 1;
    ty_token *tokens;
    uint32_t count;
    if (!report->lexicon->dictionary || !report->tables[TY_QUANTITIES].count) return TY_OK;
    ty_slice *range = ty_arena_take(&report->arena, (clauses + report->tables[TY_QUANTITIES].count) * sizeof *range);
    uint8_t *wanted = ty_arena_take(&report->arena, clauses);
    if (!range || !wanted) return ty_fail_memory(error);
    memset(wanted, 0, clauses);
    mark_wanted(report, wanted);
    uint32_t ranges = gather(report, wanted, range);
    ty_status status = ty_words_cut_ranges(report->lexicon->dictionary, allocator, report->flow, range, ranges, false, &tokens,
                                           &count, error);
    if (status) return status;
    status = keep(report, tokens, count, error);
    if (tokens) allocator->release(allocator->context, tokens);
    return status;
}
