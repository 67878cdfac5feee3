/* report.c: the whole pipeline on one screen. */
#include "report.h"

#include <string.h>

static ty_status run(ty_report *report, const ty_input *input, ty_error *error) {
    static ty_status (*const passes[])(ty_report *, ty_error *) = {
        ty_pass_layout,  /* lines to paragraphs, and the flow */
        ty_pass_trait,   /* what each character of the flow can begin or end */
        ty_pass_heading, /* paragraphs to sections */
        ty_pass_sentence, /* paragraphs to sentences */
        ty_pass_number,  /* numerals to exact numbers */
        ty_pass_date,    /* numbers that are dates */
        ty_pass_cue,     /* words of the lexicon around numbers */
        ty_pass_metadata, /* region, year, date, session */
        ty_pass_quantity, /* numbers with units, ranges, lists */
        ty_pass_clause,  /* sentences to clauses */
        ty_pass_token,   /* the words of clauses with numbers */
        ty_pass_bound,   /* at least, about; level or change */
        ty_pass_tense,   /* result or promise, years */
        ty_pass_table,   /* what the heads of tables say of both */
        ty_pass_subject, /* what is measured */
        ty_pass_indicator, /* which indicator of the lexicon that is */
        ty_pass_target,  /* headline targets */
        ty_pass_match,   /* the user's own patterns */
        ty_pass_note,    /* what looks like a slip */
    };
    static const ty_note_kind encodings[] = {[TY_FROM_UTF16] = TY_UTF16, [TY_FROM_GB18030] = TY_GB18030, [TY_FROM_BIG5] = TY_BIG5};
    ty_status status = ty_text_read(&report->arena, input, report->lexicon->folds, &report->text, error);
    if (!status && input->origin) status = ty_add_note(report, encodings[input->origin], (ty_slice){0, 0}, error);
    for (size_t i = 0; !status && i < sizeof passes / sizeof *passes; i++) {
        status = passes[i](report, error);
        if (!status && report->matcher.out_of_memory) status = ty_fail_memory(error);
    }
    if (!status && report->matcher.refused)
        status = ty_add_note(report, TY_GAVE_UP, (ty_slice){0, report->text.length}, error);
    return status;
}

enum { BYTES_EACH = 78 }; /* of memory for each character: 47 to 65 in reports, the more the more numbers they have */

static bool is_year(int32_t year) {
    enum { FIRST = 1900, LAST = 2999 };
    return year >= FIRST && year <= LAST;
}

ty_status ty_report_parse(const ty_lexicon *lexicon, const ty_allocator *allocator, const ty_input *input,
                          ty_report **out, ty_error *error) {
    ty_report *report = allocator->resize(allocator->context, NULL, sizeof *report);
    *out = NULL;
    if (!report) return ty_fail_memory(error);
    memset(report, 0, sizeof *report);
    ty_arena_init(&report->arena, allocator, input->length * (input->encoding == TY_UTF8 ? BYTES_EACH / 3 : BYTES_EACH));
    ty_input known = *input;
    if (!is_year(known.year)) known.year = 0;
    if (!is_year(known.year_hint)) known.year_hint = 0;
    report->lexicon = lexicon;
    report->input = &known;
    ty_status status = ty_matcher_init(&report->matcher, lexicon, NULL) ? run(report, &known, error) : ty_fail_memory(error);
    ty_matcher_free(&report->matcher);
    report->input = NULL;
    if (status) {
        ty_report_free(report);
        return status;
    }
    *out = report;
    return TY_OK;
}

void ty_report_free(ty_report *report) {
    if (!report) return;
    ty_allocator allocator = report->arena.allocator;
    ty_arena_free(&report->arena);
    allocator.release(allocator.context, report);
}

const uint32_t *ty_report_text(const ty_report *report, uint32_t *length) {
    *length = report->text.length;
    return report->text.raw;
}

const ty_metadata *ty_report_metadata(const ty_report *report) { return &report->metadata; }

ty_word ty_report_string(const ty_report *report, uint32_t index) {
    uint32_t lexicon = ty_lexicon_string_count(report->lexicon);
    if (index < lexicon) return ty_lexicon_string(report->lexicon, index);
    return ((const ty_word *)report->strings.items)[index - lexicon];
}

const void *ty_report_rows(const ty_report *report, ty_table table, uint32_t *count) {
    *count = report->tables[table].count;
    return report->tables[table].items;
}

const ty_slice *ty_report_pieces(const ty_report *report) { return report->pieces.items; }

ty_status ty_add_note(ty_report *report, ty_note_kind kind, ty_slice where, ty_error *error) {
    ty_note *note = ty_array_push(&report->arena, &report->tables[TY_NOTES], sizeof *note);
    if (!note) return ty_fail_memory(error);
    *note = (ty_note){where.start, where.end, where, (uint8_t)kind};
    return TY_OK;
}

const char *const ty_reason_texts[TY_REASON_COUNT] = {
    "it is part of a word of the lexicon",
    "it is part of a code, a label or a sum",
    "it marks an item of a list",
    "it is part of the name of a meeting",
    "it is part of a name or a label, or one side of a product or ratio",
    "it ranks nothing",
    "it is used like an article, as a grade, or to count the text's own points",
    "nothing that can be counted or measured follows it",
    "it is a bare magnitude that no word limits",
    "it begins no number that can be read",
};

ty_status ty_reject(ty_report *report, ty_reason reason, uint32_t start, uint32_t end, ty_error *error) {
    ty_rejection *rejection = ty_array_push(&report->arena, &report->rejections, sizeof *rejection);
    if (!rejection) return ty_fail_memory(error);
    ty_slice place = ty_flow_slice(report, start, end);
    *rejection = (ty_rejection){place.start, place.end, reason};
    return TY_OK;
}

ty_slice ty_report_why(const ty_report *report, uint32_t quantity, ty_why why) {
    ty_slice words = TY_QUANTITIES_OF(report)[quantity].why[why];
    return ty_flow_slice(report, words.start, words.end);
}

const ty_rejection *ty_report_rejections(const ty_report *report, uint32_t *count) {
    *count = report->rejections.count;
    return report->rejections.items;
}

ty_status ty_add_string(ty_report *report, ty_word word, uint32_t *string, ty_error *error) {
    uint32_t lexicon = ty_lexicon_string_count(report->lexicon), length = 0;
    const ty_trie *known = &report->lexicon->strings;
    uint32_t entry = ty_trie_longest(known, word.at, word.at + word.length, &length);
    if (entry != TY_NONE && length == word.length) {
        *string = ty_trie_meaning(known, entry)->value;
        return TY_OK;
    }
    /* A report has a handful of its own: compounds that repeat. Only the last few are compared. */
    const ty_word *own = report->strings.items;
    for (uint32_t i = report->strings.count, tries = 16; i-- && tries--;)
        if (ty_same_word(own[i], word)) return *string = lexicon + i, TY_OK;
    uint32_t *at = ty_arena_take(&report->arena, (word.length + 1) * sizeof *at);
    ty_word *copy = at ? ty_array_push(&report->arena, &report->strings, sizeof *copy) : NULL;
    if (!copy) return ty_fail_memory(error);
    memcpy(at, word.at, word.length * sizeof *at);
    *copy = (ty_word){at, word.length};
    *string = lexicon + report->strings.count - 1;
    return TY_OK;
}
