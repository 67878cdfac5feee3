/* token.c: the words of the sentences that hold numbers. */
#include "report.h"
#include "word.h"

#include <string.h>

/* What a token can be in a phrase: the dictionary's word for it, but for verbs that reports use as nouns. */
static ty_word_class class_of(const ty_report *report, ty_token token) {
    ty_word_class class = ty_class_of_word(report->lexicon->dictionary, token.word);
    if (class != TY_ACTING) return class;
    uint32_t length = 0;
    uint32_t entry = ty_trie_longest(&report->lexicon->verbal_nouns, report->flow + token.start, report->flow + token.end, &length);
    return entry != TY_NONE && length == token.end - token.start ? TY_QUALIFYING : TY_ACTING;
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

ty_status ty_pass_token(ty_report *report, ty_error *error) {
    const ty_allocator *allocator = &report->arena.allocator;
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t count = report->tables[TY_QUANTITIES].count, ranges = 0, token_count;
    ty_token *tokens;
    if (!report->lexicon->dictionary || !count) return TY_OK;
    ty_slice *range = ty_arena_take(&report->arena, count * sizeof *range);
    if (!range) return ty_fail_memory(error);
    for (uint32_t i = 0; i < count; i++)
        if (ty_has_value(&rows[i]) && (!ranges || range[ranges - 1].start != TY_SENTENCES_OF(report)[rows[i].sentence].flow.start))
            range[ranges++] = TY_SENTENCES_OF(report)[rows[i].sentence].flow;
    ty_status status = ty_words_cut_ranges(report->lexicon->dictionary, allocator, report->flow, range, ranges, false, &tokens, &token_count, error);
    if (status) return status;
    status = keep(report, tokens, token_count, error);
    if (tokens) allocator->release(allocator->context, tokens);
    return status;
}
