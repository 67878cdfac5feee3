/* rows.h: the one declaration of all rows.
 *
 * Each table is a list of X(member, type, enum names, documentation). From it follow the C struct, the keys of the dicts, the Arrow
 * columns, the type stub and the table in docs/fields.md (tools/declare.py, checked by the tests).
 * Offsets are code points of the text; an index points into the table that its name says.
 */
#ifndef TY_ROWS_H
#define TY_ROWS_H

#include "arena.h"

typedef enum { TY_AMOUNT = 1, TY_PERCENT, TY_DURATION, TY_DATE, TY_ORDINAL } ty_kind;
typedef enum { TY_EXACT = 1, TY_APPROX, TY_AT_LEAST, TY_AT_MOST, TY_ORDER, TY_QUALITATIVE } ty_bound;
typedef enum { TY_STAYS = 1, TY_INCREASES, TY_DECREASES } ty_change; /* level, increase, decrease */
typedef enum { TY_ACHIEVED = 1, TY_TARGET, TY_OTHER_STATUS } ty_state;
typedef enum { TY_BODY = 1, TY_HEADING, TY_MARK, TY_CHROME, TY_EXPLANATION } ty_paragraph_role;
typedef enum { TY_REVIEW = 1, TY_PLAN, TY_SELF, TY_OTHER_ROLE } ty_section_role;
typedef enum { TY_PLAIN = 1, TY_STRIVES, TY_ENSURES } ty_commitment;
typedef enum { TY_HARD = 1, TY_SOFT } ty_constraint;
typedef enum { TY_REJOINED = 1, TY_FOREIGN, TY_REPEATED, TY_UNPLACED, TY_GAVE_UP, TY_SAYS_YEAR, TY_SAYS_REGION,
               TY_UTF16, TY_GB18030, TY_BIG5 } ty_note_kind;

extern const char *const ty_kind_names[], *const ty_bound_names[], *const ty_change_names[], *const ty_state_names[],
    *const ty_paragraph_role_names[], *const ty_section_role_names[], *const ty_commitment_names[],
    *const ty_constraint_names[], *const ty_note_kind_names[];

/* X(member, type, enum names, documentation) */
#define TY_SECTION_FIELDS(X)                                                                                           \
    X(start, OFFSET, NULL, "where the heading begins")                                                                 \
    X(end, OFFSET, NULL, "where the next section of the same or a higher level begins")                                \
    X(level, INDEX, NULL, "1 for chapters, 2 and 3 below")                                                             \
    X(marker, SLICE, NULL, "the number or mark before the title, such as （一）")                                      \
    X(title, SLICE, NULL, "the title without marker, emphasis and end punctuation")                                    \
    X(parent, INDEX, NULL, "the section that holds this one")                                                          \
    X(role, ENUM, ty_section_role_names, "the part that the section plays")

#define TY_PARAGRAPH_FIELDS(X)                                                                                         \
    X(start, OFFSET, NULL, "first character")                                                                          \
    X(end, OFFSET, NULL, "after the last character")                                                                   \
    X(text, SLICE, NULL, "the characters from start to end")                                                           \
    X(role, ENUM, ty_paragraph_role_names, "what the paragraph is in the document")                                    \
    X(section, INDEX, NULL, "the section that holds it")                                                               \
    X(pieces, PIECES, NULL, "start and end of each piece of a broken paragraph")

#define TY_SENTENCE_FIELDS(X)                                                                                          \
    X(start, OFFSET, NULL, "first character")                                                                          \
    X(end, OFFSET, NULL, "after the last character")                                                                   \
    X(text, SLICE, NULL, "the characters from start to end")                                                           \
    X(paragraph, INDEX, NULL, "the paragraph that holds it")                                                           \
    X(section, INDEX, NULL, "the section that holds it")

#define TY_QUANTITY_FIELDS(X)                                                                                          \
    X(start, OFFSET, NULL, "first character of the numeral")                                                           \
    X(end, OFFSET, NULL, "after the last character of the unit")                                                       \
    X(text, SLICE, NULL, "the characters from start to end")                                                           \
    X(kind, ENUM, ty_kind_names, "what the number is")                                                                 \
    X(low, NUMBER, NULL, "the value, or the lower end of a range")                                                     \
    X(high, NUMBER, NULL, "the value, or the upper end of a range")                                                    \
    X(unit, STRING, NULL, "unit or classifier as written, without scale words")                                        \
    X(dimension, STRING, NULL, "what the unit measures")                                                               \
    X(base_low, NUMBER, NULL, "low in the base unit")                                                                  \
    X(base_high, NUMBER, NULL, "high in the base unit")                                                                \
    X(base_unit, STRING, NULL, "the one unit of the dimension")                                                        \
    X(bound, ENUM, ty_bound_names, "how the words around it limit the value")                                          \
    X(change, ENUM, ty_change_names, "whether the number is the size of a change")                                     \
    X(status, ENUM, ty_state_names, "result, promise or neither")                                                      \
    X(subject, SLICE, NULL, "the words that name what is measured")                                                    \
    X(indicator, STRING, NULL, "the indicator of the lexicon that it belongs to")                                      \
    X(from_year, YEAR, NULL, "first year that the number is about")                                                    \
    X(to_year, YEAR, NULL, "last year that the number is about")                                                       \
    X(sentence, INDEX, NULL, "the sentence that holds it")                                                             \
    X(section, INDEX, NULL, "the section that holds it")

#define TY_TARGET_FIELDS(X)                                                                                            \
    X(start, OFFSET, NULL, "first character of the words that set it")                                                 \
    X(end, OFFSET, NULL, "after the last character of the words that set it")                                          \
    X(text, SLICE, NULL, "the characters from start to end")                                                           \
    X(indicator, STRING, NULL, "the indicator of the lexicon")                                                         \
    X(label, STRING, NULL, "its name in Chinese")                                                                      \
    X(year, YEAR, NULL, "the year it is for")                                                                          \
    X(status, ENUM, ty_state_names, "promised (target) or achieved")                                                   \
    X(low, NUMBER, NULL, "the value, or the lower end of a range")                                                     \
    X(high, NUMBER, NULL, "the value, or the upper end of a range")                                                    \
    X(unit, STRING, NULL, "unit as written")                                                                           \
    X(bound, ENUM, ty_bound_names, "how the words limit the value; qualitative: words instead of a number; missing: it could not be read")                            \
    X(change, ENUM, ty_change_names, "whether the number is the size of a change")                                     \
    X(commitment, ENUM, ty_commitment_names, "how firmly it is promised")                                              \
    X(constraint, ENUM, ty_constraint_names, "hard or soft, as the literature on growth targets codes it")             \
    X(quantity, INDEX, NULL, "the row of quantities behind it")                                                        \
    X(sentence, INDEX, NULL, "the sentence that holds it")

#define TY_MATCH_FIELDS(X)                                                                                             \
    X(start, OFFSET, NULL, "first character")                                                                          \
    X(end, OFFSET, NULL, "after the last character")                                                                   \
    X(text, SLICE, NULL, "the characters from start to end")                                                           \
    X(pattern, STRING, NULL, "the name of the user's pattern")                                                         \
    X(sentence, INDEX, NULL, "the sentence that holds it")

#define TY_NOTE_FIELDS(X)                                                                                              \
    X(start, OFFSET, NULL, "first character")                                                                          \
    X(end, OFFSET, NULL, "after the last character")                                                                   \
    X(text, SLICE, NULL, "the characters from start to end")                                                           \
    X(kind, ENUM, ty_note_kind_names, "what was mended or doubted; or the encoding that the file was found to be in")

#define TY_C_OFFSET uint32_t
#define TY_C_INDEX uint32_t
#define TY_C_YEAR int32_t
#define TY_C_ENUM uint8_t
#define TY_C_SLICE ty_slice
#define TY_C_NUMBER ty_decimal
#define TY_C_STRING uint32_t
#define TY_C_PIECES ty_slice
#define TY_MEMBER(name, type, names, doc) TY_C_##type name;

typedef struct ty_section { TY_SECTION_FIELDS(TY_MEMBER) } ty_section;
typedef struct ty_paragraph {
    TY_PARAGRAPH_FIELDS(TY_MEMBER)
    ty_slice flow;     /* its code points in the flow */
    uint32_t flow_text; /* after the list mark or heading mark in the flow */
} ty_paragraph;
typedef struct ty_sentence {
    TY_SENTENCE_FIELDS(TY_MEMBER)
    ty_slice flow;
} ty_sentence;
typedef struct ty_quantity {
    TY_QUANTITY_FIELDS(TY_MEMBER)
    ty_slice flow;
    uint8_t in_years;    /* a length counted in years */
    uint8_t counts;      /* its unit is a classifier: 个, 座 */
    ty_slice subject_flow; /* the subject in the flow */
    uint32_t clause;
    uint32_t list;       /* the first quantity of the list it stands in */
    uint8_t vague;       /* 余, 多, 几, 数, 上 in or after the numeral */
    uint8_t bare;        /* 百亿元: a row only if a bound says so */
    ty_slice why[TY_WHY_COUNT]; /* in the flow: the words that decided; empty where none did */
} ty_quantity;
typedef struct ty_target { TY_TARGET_FIELDS(TY_MEMBER) } ty_target;
typedef struct ty_match { TY_MATCH_FIELDS(TY_MEMBER) } ty_match;
typedef struct ty_note { TY_NOTE_FIELDS(TY_MEMBER) } ty_note;

#endif
