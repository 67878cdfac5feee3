/* report.h: what the passes share. Each pass reads the arrays of those before it and appends to its own. */
#ifndef TY_REPORT_H
#define TY_REPORT_H

#include "arena.h"
#include "decimal.h"
#include "lexicon.h"
#include "numeral.h"
#include "rows.h"
#include "text.h"
#include "trait.h"

/* What the layout saw of a paragraph's form; headings are judged by it. One for each paragraph. */
typedef struct ty_form {
    uint32_t blanks;      /* empty lines before it */
    uint32_t bold_end;    /* end in the flow of an emphasised opening, or its beginning */
    uint32_t first_end;   /* end in the flow of the first line */
    uint32_t line_count;
    bool is_front;        /* above the opening */
    bool is_counted;      /* one of items that figures count, which are not in the flow: 01 …, 02 … */
    bool quotes;          /* a straight quote is open where the flow ends, while its lines are read */
    uint32_t appendix_end; /* end in the flow of the words 附件1 that open it, or its beginning */
} ty_form;

/* A word of the lexicon where it stands in the flow. */
typedef struct ty_hit {
    uint32_t start, end;
    uint32_t value;
    uint8_t cue; /* ty_cue */
} ty_hit;

/* A clause: flow between commas, stops and their like. */
typedef struct ty_clause {
    uint32_t start, end;
    uint32_t sentence;
} ty_clause;

/* The years that a stretch of text speaks of. */
typedef struct ty_period {
    int32_t from, to;
} ty_period;

struct ty_report {
    ty_arena arena;
    const ty_lexicon *lexicon;
    ty_matcher matcher;
    ty_text text;
    ty_metadata metadata;
    const ty_input *input; /* while the passes run */
    int32_t plan_year; /* the year planned for: the report's, or the next for one given in December; 0 */

    /* The flow: the folded text of all paragraphs with breaks, emphasis and stray blanks left out, each followed
       by one newline, so that grammar sees words whole. flow_at maps it back: rising, but for a page mark that stands
       inside a rejoined paragraph and comes behind it. */
    uint32_t *flow, *flow_at;
    uint8_t *traits; /* of each place of the flow: TY_IS_STOP and its like */
    uint32_t flow_length;
    bool is_spaced; /* empty lines set its paragraphs apart */

    ty_array tables[TY_TABLE_COUNT];
    ty_array forms;   /* ty_form, one for each paragraph */
    ty_array pieces;  /* ty_slice */
    ty_array hits;    /* ty_hit, by start, then longest first */
    uint32_t *hit_at; /* of each place of the flow: the first hit at or behind it */
    uint32_t *cues_ending; /* of each place of the flow: the ty_ending_bits of the cues that end there */
    uint64_t *cues_in; /* of each sentence: a bit for each cue in it */
    ty_array numbers; /* ty_number */
    ty_array clauses; /* ty_clause */
    ty_token *tokens;    /* of the clauses with numbers and those around, in order; none without a dictionary */
    uint8_t *token_class; /* ty_word_class of each */
    uint32_t *token_at;  /* of each place of the flow: the token that begins there, or TY_NONE; NULL without a dictionary */
    uint32_t token_count;
    ty_array rejections; /* ty_rejection */
    ty_array strings; /* ty_word: the report's own, after the lexicon's */
};

#define TY_ROWS(report, table, type) ((type *)(report)->tables[table].items)
#define TY_PARAGRAPHS_OF(report) TY_ROWS(report, TY_PARAGRAPHS, ty_paragraph)
#define TY_SENTENCES_OF(report) TY_ROWS(report, TY_SENTENCES, ty_sentence)
#define TY_SECTIONS_OF(report) TY_ROWS(report, TY_SECTIONS, ty_section)
#define TY_QUANTITIES_OF(report) TY_ROWS(report, TY_QUANTITIES, ty_quantity)

/* The piece of text behind [start, end) of the flow. */
static inline ty_slice ty_flow_slice(const ty_report *report, uint32_t start, uint32_t end) {
    if (start >= end) return (ty_slice){0, 0};
    return (ty_slice){report->flow_at[start], report->flow_at[end - 1] + 1};
}

/* A character of the flow; behind its end, a newline. */
static inline uint32_t ty_flow_char(const ty_report *report, uint32_t at) {
    return at < report->flow_length ? report->flow[at] : '\n';
}
/* Do these characters stand right before a place, or begin there: U"平均"? */
#define ty_comes_before(report, at, word) ty_is_written(report, at, word, TY_LENGTH(word), true)
#define ty_comes_at(report, at, word) ty_is_written(report, at, word, TY_LENGTH(word), false)
static inline bool ty_is_written(const ty_report *report, uint32_t at, const uint32_t *word, uint32_t length, bool before) {
    uint32_t start = before ? at - length : at, same = 0;
    if (before ? at < length : at + length > report->flow_length) return false;
    while (same < length && report->flow[start + same] == word[same]) same++;
    return same == length;
}
/* The clause that a row stands in. */
static inline const ty_clause *ty_clause_of(const ty_report *report, const ty_quantity *row) {
    return (const ty_clause *)report->clauses.items + row->clause;
}
/* Is it an amount of money: …元? */
static inline bool ty_is_money(const ty_report *report, const ty_quantity *row) {
    return report->flow[row->flow.end - 1] == U'元';
}
/* Does the row measure or count, rather than date or rank? */
static inline bool ty_has_value(const ty_quantity *row) {
    return row->kind == TY_AMOUNT || row->kind == TY_PERCENT || row->kind == TY_DURATION;
}

/* A sentence without end would cost its square: rows further back than this tell nothing of one, or of its time. */
enum { TY_LOOK_BACK = 64, TY_NEAR_BACK = 8 };

/* So many characters of a sentence are its opening words, which may tell the time of what follows. */
enum { TY_OPENING = 24 };

/* A clause that ends so soon behind a length of time is no more than its frame (用三年左右的时间，): what it frames comes behind. */
enum { TY_BARE_FRAME = 7 };

/* A set of cues; the words of a set are asked for together. */
#define TY_CUE(name) (UINT64_C(1) << TY_CUE_##name)

/* Where the longest word of the set that begins just there ends, or 0. */
uint32_t ty_longest_at(const ty_report *report, uint64_t cues, uint32_t start);
static inline uint32_t ty_word_at(const ty_report *report, uint64_t cues, uint32_t start) {
    cues &= ty_cues_begun(report->lexicon, report->flow[start], report->flow[start + 1]);
    return cues ? ty_longest_at(report, cues, start) : 0; /* most places begin none of these */
}
/* Does a word of the set stand in a sentence? */
static inline bool ty_holds(const ty_report *report, uint32_t sentence, uint64_t cues) {
    return (report->cues_in[sentence] & cues) != 0;
}
static inline bool ty_tells(const ty_report *report, const ty_sentence *sentence, uint64_t cues) {
    return ty_holds(report, (uint32_t)(sentence - TY_SENTENCES_OF(report)), cues);
}
/* The bits of cues in `cues_ending`: two share one, which halves the memory and seldom misleads. */
static inline uint32_t ty_ending_bits(uint64_t cues) { return (uint32_t)cues | (uint32_t)(cues >> 32); }
/* The longest word of the set that ends just there, or NULL. */
const ty_hit *ty_longest_ending(const ty_report *report, uint64_t cues, uint32_t end);
static inline const ty_hit *ty_word_ending(const ty_report *report, uint64_t cues, uint32_t end) {
    return report->cues_ending[end] & ty_ending_bits(cues) ? ty_longest_ending(report, cues, end) : NULL; /* most places end none of these */
}
/* Is the word [start, end) used so: as TY_CUE_VERBAL_NOUN or one of those behind it, before TY_CUE_HEAD? */
bool ty_is_used_whole(const ty_report *report, ty_cue use, uint32_t start, uint32_t end);
static inline bool ty_begins_used(const ty_report *report, ty_cue use, uint32_t start) {
    return *ty_used(report->lexicon, report->flow[start], report->flow[start + 1]) >> (use - TY_CUE_VERBAL_NOUN) & 1;
}
static inline bool ty_is_used(const ty_report *report, ty_cue use, uint32_t start, uint32_t end) {
    if (end > start + 1 && !ty_begins_used(report, use, start)) return false; /* most */
    return ty_is_used_whole(report, use, start, end);
}
/* The same of a character: TY_CUE_HEAD or one of those behind it. */
static inline bool ty_is_character(const ty_report *report, ty_cue use, uint32_t c) {
    return c < TY_PLANE && report->lexicon->characters[c] >> (use - TY_CUE_HEAD) & 1;
}
/* Behind 左右, 以上, 以内, if one stands at `at`; otherwise `at`. */
uint32_t ty_behind_bound(const ty_report *report, uint32_t at);
/* The last or the first word of the set inside [start, end), or NULL. */
const ty_hit *ty_last_word(const ty_report *report, uint64_t cues, uint32_t start, uint32_t end);
const ty_hit *ty_next_word(const ty_report *report, uint64_t cues, uint32_t start, uint32_t end);

ty_status ty_reject(ty_report *report, ty_reason reason, uint32_t start, uint32_t end, ty_error *error); /* of the flow */
ty_status ty_add_note(ty_report *report, ty_note_kind kind, ty_slice where, ty_error *error);
/* The number of a string that the lexicon may not have. */
ty_status ty_add_string(ty_report *report, ty_word word, uint32_t *string, ty_error *error);

/* Do the indicator's numbers come in the row's unit and are, like it, changes or levels? */
bool ty_indicator_fits(const ty_report *report, const ty_indicator *indicator, const ty_quantity *row);

/* The passes, in their order. */
ty_status ty_pass_layout(ty_report *report, ty_error *error);
ty_status ty_pass_trait(ty_report *report, ty_error *error);
ty_status ty_pass_heading(ty_report *report, ty_error *error);
ty_status ty_pass_sentence(ty_report *report, ty_error *error);
ty_status ty_pass_metadata(ty_report *report, ty_error *error);
ty_status ty_pass_cue(ty_report *report, ty_error *error);
ty_status ty_pass_number(ty_report *report, ty_error *error);
ty_status ty_pass_date(ty_report *report, ty_error *error);
ty_status ty_pass_quantity(ty_report *report, ty_error *error);
ty_status ty_pass_clause(ty_report *report, ty_error *error);
ty_status ty_pass_bound(ty_report *report, ty_error *error);
ty_status ty_pass_tense(ty_report *report, ty_error *error);
ty_status ty_pass_table(ty_report *report, ty_error *error);
ty_status ty_pass_token(ty_report *report, ty_error *error);
ty_status ty_pass_subject(ty_report *report, ty_error *error);
ty_status ty_pass_indicator(ty_report *report, ty_error *error);
ty_status ty_pass_target(ty_report *report, ty_error *error);
ty_status ty_pass_match(ty_report *report, ty_error *error);
ty_status ty_pass_note(ty_report *report, ty_error *error);

#endif
