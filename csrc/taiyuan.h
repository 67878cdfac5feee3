/* taiyuan.h: read a Chinese government work report (政府工作报告) into rows.
 *
 * The whole C interface. It knows nothing of Python. Conventions:
 *
 * - Text is code points. Every offset counts code points of the text as given,
 *   and [start, end) of any row is the very piece of that text.
 * - A function that can fail returns a ty_status and fills the ty_error it was
 *   given; TY_OK is zero. Nothing is printed, nothing is global.
 * - All memory comes from the caller's ty_allocator. A ty_lexicon owns what its
 *   words and patterns take and is read-only once ty_lexicon_seal has returned:
 *   any number of threads may then parse with it, provided that its allocator
 *   may be shared: each parse takes its match data there. A ty_report owns its rows in
 *   one arena and borrows its lexicon, which must outlive it.
 */
#ifndef TAIYUAN_H
#define TAIYUAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum ty_status {
    TY_OK = 0,
    TY_NO_MEMORY,   /* the allocator returned NULL */
    TY_NOT_TEXT,    /* invalid UTF-8, or a lone surrogate */
    TY_TOO_LARGE,   /* more code points than TY_TEXT_LIMIT */
    TY_BAD_PATTERN, /* PCRE2 refused a rule; `offset` is its place in the pattern */
    TY_BAD_LEXICON, /* an entry that cannot be used, or a damaged word table */
    TY_MATCH_LIMIT  /* a user's pattern took too long; one of the lexicon's own is a note */
} ty_status;

typedef struct ty_error {
    ty_status status;
    size_t offset; /* bytes of UTF-8 input, code points otherwise */
    char message[200];
} ty_error;

/* `resize` is realloc: NULL grows from nothing, size 0 never occurs. */
typedef struct ty_allocator {
    void *context;
    void *(*resize)(void *context, void *block, size_t size);
    void (*release)(void *context, void *block);
} ty_allocator;

extern const ty_allocator ty_standard_allocator; /* realloc and free */

/* A pool is an allocator that keeps large blocks for whoever asks next: a report reads and writes about a hundred bytes for
   each character, and the system would have to clear them anew each time. Threads may share it. */
typedef struct ty_pool ty_pool;
ty_status ty_pool_new(const ty_allocator *behind, ty_pool **out, ty_error *error);
const ty_allocator *ty_pool_allocator(const ty_pool *pool);
void ty_pool_free(ty_pool *pool); /* after all that came from it; NULL is allowed */

/* Offsets are 32 bits wide; the limit is checked once, when text comes in. */
#define TY_TEXT_LIMIT ((uint32_t)1 << 28)
#define TY_NONE UINT32_MAX /* an index or a string that is not there */

/* ---- the lexicon --------------------------------------------------------- */

typedef struct ty_lexicon ty_lexicon;

/* What a word of the lexicon means where it stands in a sentence. */
typedef enum ty_cue {
#define TY_CUES(X)                                                                                                     \
    X(NUMERAL_WORD, "numeral_word")         /* 一带一路: the numeral in it is no number */                         \
    X(ORDINAL_NAME, "ordinal_name")         /* 第三产业: ranks nothing */                                          \
    X(NOT_UNIT, "not_unit")                 /* 成立, 部门: begins like a unit and is none */                         \
    X(PLAN, "plan")                         /* 十四五: value is first year * 10000 + last year */                  \
    X(NOT_BOUND, "not_bound")               /* 节约: ends like 约 and is none */                                       \
    X(COMPARED, "compared")                 /* 全国: with 比 before it, a gap to others */                             \
    X(OWN_POINT, "own_point")               /* 方面 behind 六个: a count of the text's own points */                   \
    X(OF_TEMPERATURE, "of_temperature")     /* 气温: a 度 behind it is one of temperature */                           \
    X(SESSION_YEAR, "session_year")         /* 第一届全国人民代表大会第二次会议: value is its year */                  \
    X(APPROX, "approx")                     /* 约, 近: before the number */                                         \
    X(AT_LEAST, "at_least")                 /* 超过, 不少于: before the number */                                  \
    X(AT_MOST, "at_most")                   /* 不超过: before the number */                                          \
    X(APPROX_AFTER, "approx_after")         /* 左右: behind it */                                                      \
    X(AT_LEAST_AFTER, "at_least_after")     /* 以上 */                                                                 \
    X(AT_MOST_AFTER, "at_most_after")       /* 以内 */                                                                 \
    X(WITHIN, "within")                     /* 内: at most, behind a length of time */                                 \
    X(AT_LEAST_BARE, "at_least_bare")       /* 上 before 百亿, where no digit stands */                                \
    X(INCREASE, "increase")                 /* 增长 before the number: its size is the change */                     \
    X(DECREASE, "decrease")                                                                                            \
    X(INCREASE_OBJECT, "increase_object")   /* 增加 before what is counted: 增加学位5000个 */                          \
    X(DECREASE_OBJECT, "decrease_object")                                                                              \
    X(INCREASE_NOUN, "increase_noun")       /* 增速, 涨幅: also with 达到, 为, 控制在 between */                   \
    X(DECREASE_NOUN, "decrease_noun")                                                                                  \
    X(LEVEL, "level")                       /* 新增, 减税: a flow, no change of a level */                           \
    X(REACH, "reach")                       /* 达到, 至, 到: the level reached */                                    \
    X(LINK, "link")                         /* 约, 了, 为: may stand between a change and its number */             \
    X(SHARE_VERB, "share_verb")             /* 占: the number after it is a share */                                 \
    X(DONE, "done")                         /* 已, 完成: a result */                                                 \
    X(TO_DO, "to_do")                       /* 力争, 将: a promise */                                                \
    X(ENSURE, "ensure")                     /* 确保: a hard promise */                                               \
    X(STRIVE, "strive")                     /* 力争: a soft one */                                                   \
    X(LAST_YEAR, "last_year")               /* 去年: the year before the report */                                   \
    X(THIS_YEAR, "this_year")               /* 今年, 年内 */                                                         \
    X(NEXT_YEAR, "next_year")                                                                                          \
    X(YEAR_BEFORE_LAST, "year_before_last")                                                                            \
    X(CENTURY_END, "century_end")           /* 本世纪末 */                                                               \
    X(PAST_SPAN, "past_span")               /* 过去 before a length of years: counted back from the report */        \
    X(PAST_SPAN_AFTER, "past_span_after")   /* 来, 以来 behind one */                                                 \
    X(RUN_SPAN, "run_span")                 /* 连续, 近: counted back, for its own clause alone */                     \
    X(ANY_SPAN, "any_span")                 /* 经过, 这: back in a review, on in a plan */                             \
    X(FUTURE_SPAN, "future_span")           /* 今后, 未来: with a length of years */                                 \
    X(BASE_YEAR, "base_year")               /* 比, 较, 与: the year after it is compared with, not spoken of */      \
    X(START_YEAR, "start_year")             /* 由, 是: the year after it may be the number's own */                      \
    X(REACH_LEVEL, "reach_level")           /* 达到, 降至: not a sum but the level at the end of a span */               \
    X(TOLD, "told")                         /* 已经, 目前: a fact, wherever it is told */                                \
    X(NOT_MET, "not_met")                   /* 没有实现: a goal that was missed */                                       \
    X(NOT_TO_DO, "not_to_do")               /* 主要: holds a word of promise and is none */                              \
    X(HAPPENS, "happens")                   /* 开工, 入选 behind a number: it counts events */                           \
    X(ELSEWHERE, "elsewhere")               /* 美国: what is told of others */                                           \
    X(OURS, "ours")                         /* 我国: and of ourselves */                                                 \
    X(TOWARDS, "towards")                   /* 对, 向 before 美国: what we do there */                                   \
    X(YEARLY, "yearly")                     /* 年均, 累计: over the whole span */                                    \
    X(FROM, "from")                         /* 从, 由: the level before a change */                                  \
    X(HEADLINE, "headline")                 /* 主要预期目标: the paragraph of the year's targets */                  \
    X(UNNUMBERED, "unnumbered")             /* 基本同步: a target without a number */                                \
    X(EXPLAINS, "explains")                 /* 这里要说明: a sentence about the targets that sets none */              \
    X(VERB, "verb")                         /* 新建, 改造: opens a clause before what is counted */                  \
    X(GOVERNS, "governs")                   /* 推动, 完成: what is counted comes after it, wherever it stands */     \
    X(LEAD, "lead")                         /* 其中, 全年: opens a clause and names nothing */                       \
    X(PLACE, "place")                       /* 全国, 世界: a comparison with others */                               \
    X(DESCRIBES, "describes")               /* 年产, 总投资: a size that describes a project */                        \
    X(DESCRIBED, "described")               /* 的项目, 产线 behind a size: it selects or describes */                  \
    X(NAMED_LENGTH, "named_length")         /* 行动 after 三年: the length is part of a name */                      \
    X(INDICATOR, "indicator")               /* value is the indicator's index */                                        \
    X(VERBAL_NOUN, "verbal_noun")           /* 转移 in 农业转移人口: a verb or idiom that names; it and the rest are of tokens */ \
    X(MANNER, "manner")                     /* 圆满, 全部: opens a predicate behind what is counted */                   \
    X(CAUSES, "causes")                     /* 推动, 支持: what is counted does what follows */                               \
    X(PROJECT, "project")                   /* 项目, 生产线: a measure before it may be its capacity */                           \
    X(PERSON, "person")                     /* 职工, 人口: a count of people ends with the last of these */                    \
    X(GENERIC, "generic")                   /* 资金, 金额: a noun that says little without what stands before it */                  \
    X(RECKONED, "reckoned")                 /* 计算, 口径: ends what tells how a figure is reckoned */                           \
    X(GOAL, "goal")                         /* 目标, 计划: what was to be reached */                                           \
    X(OUTLAY, "outlay")                     /* 投资, 支出: money that goes out, a flow */                                      \
    X(HELD, "held")                         /* 结余 before 资金, 通车 behind what is counted: what there is, no flow */             \
    X(BASIS, "basis")                       /* 基础上: ends what a figure grows from */                                        \
    X(RANKS, "ranks")                       /* 位居 before 第二: what stands before it has that rank */                        \
    X(CONDITION, "condition")               /* 正常年景下: ends what a figure is told under */                                 \
    X(POINTS_AT, "points_at")               /* 上述 before a count: of what the text names */                                  \
    X(PER_HEAD, "per_head")                 /* 人均: no sum of years */                                                        \
    X(ANNOUNCED, "announced")               /* 实事: ends a line above a list of what is to be done */                          \
    X(ADVERB, "adverb")                     /* 大力, 分批 before a verb: tells how it is done */                                \
    X(SPENDER, "spender")                   /* 财政, 中央: who spends, and not what on */                                       \
    X(SUPPOSES, "supposes")                 /* 如果: opens a clause that thinks of a case */                                   \
    X(OWNER, "owner")                       /* 企业 in 120家企业产值: whose a measure is */                                        \
    X(INSTITUTION, "institution")           /* 中学 in 第130中学: a number behind 第 names it */                                \
    X(RETELLS, "retells")                   /* 回顾, 情况 in a heading: what was, and not what is to be done */                    \
    X(NAMED, "named")                       /* 整村推进: begins like a verb or a word of grammar and is part of a name */      \
    X(HEAD, "head")                         /* 站, 馆: ends the name of a thing; it and the rest are of single characters */   \
    X(SUFFIX, "suffix")                     /* 率, 额: no word by itself, but the end of one */                                \
    X(KIND, "kind")                         /* 型, 式: what it ends says of what kind something is */                          \
    X(LOCATIVE, "locative")                 /* 中, 外: behind a noun it tells where */                                         \
    X(COMPLEMENT, "complement")             /* 好, 出: behind a verb it tells how that ends */                                 \
    X(STUB, "stub")                         /* 来, 在: with one more it makes a word that no dictionary has */
#define TY_CUE_ENUM(name, key) TY_CUE_##name,
    TY_CUES(TY_CUE_ENUM)
#undef TY_CUE_ENUM
    TY_CUE_COUNT
} ty_cue;

/* The key of the lexicon file for each ty_cue, in order. */
extern const char *const ty_cue_keys[TY_CUE_COUNT];

/* What a pattern finds; those before REVIEW are tried at the beginning of a line, the others anywhere in it. */
typedef enum ty_rule {
#define TY_RULES(X)                                                                                                    \
    X(PAGE_MARK, "page_mark")         /* （下转第2版）; group 1 is the page */                                       \
    X(CHROME, "chrome")               /* a whole line of a web page: 打印 */                                         \
    X(CHROME_TAIL, "chrome_tail")     /* from here on nothing is the report: 责任编辑 */                             \
    X(GLOSSARY, "glossary")           /* from here on terms are explained: 名词解释 */                               \
    X(ENDNOTE, "endnote")             /* ［1］两重：…: the first of the notes, which explain terms */                  \
    X(APPENDIX, "appendix")           /* 附件1: body again */                                                        \
    X(DOCUMENT_TITLE, "document_title") /* 政府工作报告 */                                                           \
    X(OPENING, "opening")             /* 各位代表：: what stands above it is the head */                             \
    X(RESTART, "restart")             /* 各位代表: closes the open subsections */                                    \
    X(CHAPTER, "chapter")             /* 一、; group 1 is the marker */                                              \
    X(GLUED, "glued")                 /* 一、2024年工作回顾2024年，…: groups are the marker and the title */            \
    X(PART, "part")                   /* （一） */                                                                   \
    X(POINT, "point")                 /* 一是, 第一， */                                                             \
    X(ITEM, "item")                   /* 1. */                                                                       \
    X(DASH, "dash")                   /* —— */                                                                       \
    X(BOLD, "bold")                   /* **lead**; group 1 is the lead */                                            \
    X(TURN, "turn")                   /* 下面讲…: an unmarked title that says what comes next */                    \
    X(PARALLEL, "parallel")           /* 五年来，我们…。 at the head of several paragraphs: a lead of each */             \
    X(TITLE, "title")                 /* a line that can be a chapter without a marker */                            \
    X(EXPECTED, "expected")           /* 年预计 right behind a year: it is still under way */                             \
    X(REVIEW, "review")               /* tried anywhere in a level 1 title: its role */                              \
    X(ABROAD, "abroad")               /* 外交, 祖国统一: neither looks back nor plans */                             \
    X(PLAN_PART, "plan")                                                                                               \
    X(DATED_PLAN, "dated_plan")       /* 今后五年, “十五五”, 2026年: a title of what is to come, or of a year */                                    \
    X(PLAN_NOUN, "plan_noun")         /* 2026年工作安排, anywhere: what the title of a part ends in that names a plan */ \
    X(SELF, "self")                                                                                                    \
    X(SESSION, "session")             /* 第十四届人民代表大会第五次会议, anywhere */                                 \
    X(MEETING, "meeting")             /* 在西安市人民代表大会上, anywhere in a line of the head */                    \
    X(DATE, "date")                   /* 2026年2月2日, anywhere; groups are year, month, day */                      \
    X(YEAR_OF_WORK, "year_of_work")   /* 2026年工作安排, anywhere; group 1 is the year */                            \
    X(FULFILLED, "fulfilled")         /* 2025年主要工作, “十五”目标提前实现: if its date is past, so is the work */  \
    X(YEAR_OF_TITLE, "year_of_title") /* 2026年…政府工作报告; group 1 is the year */                                 \
    X(SPEAKER, "speaker")             /* 省长 卢东亮, anywhere in a line of the head; group 1 is the name, if it stands there */ \
    X(SPEAKS_FOR, "speaks_for")       /* 我代表太原市人民政府, anywhere in the first words; group 1 names the region */ \
    X(NATIONAL, "national")           /* 代表国务院, anywhere in the first words: the nation reports */           \
    X(CALLS_NATION, "calls_nation")   /* 我国, anywhere: how the nation calls itself */                              \
    X(CALLS_PLACE, "calls_place")     /* 全省, 我市, anywhere: how a province or a city does */
#define TY_RULE_ENUM(name, key) TY_RULE_##name,
    TY_RULES(TY_RULE_ENUM)
#undef TY_RULE_ENUM
    TY_RULE_COUNT,
    TY_RULE_ANYWHERE = TY_RULE_REVIEW
} ty_rule;

extern const char *const ty_rule_keys[TY_RULE_COUNT];

/* A word of the lexicon, in code points; the lexicon copies it. */
typedef struct ty_word {
    const uint32_t *at;
    uint32_t length;
} ty_word;

ty_status ty_lexicon_new(const ty_allocator *allocator, ty_lexicon **out, ty_error *error);
void ty_lexicon_free(ty_lexicon *lexicon); /* NULL is allowed */

/* Where a unit is written, and so what it means: a name may have one use of each kind. */
typedef enum ty_unit_use {
    TY_UNIT_BEHIND, /* 5元 */
    TY_UNIT_PART,   /* 三块五毛, 2元3分: this unit only beside another of its dimension */
    TY_UNIT_BEFORE  /* $5, 东经120度 */
} ty_unit_use;
/* A unit: factor is numerator/denominator of the base unit of its dimension. */
ty_status ty_lexicon_add_unit(ty_lexicon *lexicon, ty_unit_use use, ty_word name, ty_word dimension, ty_word base,
                              uint64_t numerator, uint64_t denominator, ty_error *error);
ty_status ty_lexicon_add_cue(ty_lexicon *lexicon, ty_cue cue, ty_word word, uint32_t value, ty_error *error);
enum {
    TY_TAKES_CHANGES = 1, /* its number is the size of a change; otherwise an amount, a share or an index */
    TY_TAKES_SHARES = 2,  /* in %, ‰ or 成 */
    TY_TAKES_POINTS = 4,  /* in 百分点 */
    TY_IS_HEADLINE = 8,   /* reports set it among the year's targets */
    TY_SET_ANYWHERE = 16  /* a target wherever the plan sets it, with a number or without */
};
/* `names` are added with ty_lexicon_add_cue(TY_CUE_INDICATOR, name, index), what its amounts are measured in with
   ty_lexicon_add_dimension. */
ty_status ty_lexicon_add_indicator(ty_lexicon *lexicon, ty_word id, ty_word label, unsigned flags, uint32_t *index,
                                   ty_error *error);
ty_status ty_lexicon_add_dimension(ty_lexicon *lexicon, uint32_t indicator, ty_word dimension, ty_error *error);
/* 三次产业增加值 with three numbers: the indicator of each, by its index; it may be added later. */
ty_status ty_lexicon_add_part(ty_lexicon *lexicon, uint32_t indicator, uint32_t part, ty_error *error);
ty_status ty_lexicon_add_region(ty_lexicon *lexicon, uint32_t code, ty_word name, ty_error *error);
/* What a target can show of how firmly it binds: its bound, its commitment, a range. */
typedef enum ty_mark {
#define TY_MARKS(X)                                                                                                    \
    X(EXACT, "exact") X(APPROX, "approx") X(AT_LEAST, "at_least") X(AT_MOST, "at_most") X(ORDER, "order")             \
    X(QUALITATIVE, "qualitative") X(PLAIN, "plain") X(STRIVE, "strive") X(ENSURE, "ensure") X(RANGE, "range")
    TY_MARK_NONE,
#define TY_MARK_ENUM(name, key) TY_MARK_##name,
    TY_MARKS(TY_MARK_ENUM)
#undef TY_MARK_ENUM
    TY_MARK_COUNT
} ty_mark;

extern const char *const ty_mark_keys[TY_MARK_COUNT]; /* [TY_MARK_NONE] is empty */

/* A target that shows the mark is hard, or soft; the rule that was added first decides. */
ty_status ty_lexicon_add_constraint(ty_lexicon *lexicon, ty_mark mark, bool hard, ty_error *error);
/* A pattern of the lexicon's own; rules of one kind are tried in the order in which they came. */
ty_status ty_lexicon_add_rule(ty_lexicon *lexicon, ty_rule rule, ty_word pattern, ty_error *error);
/* A user's pattern: each match is a row of `matches` under this name. */
ty_status ty_lexicon_add_pattern(ty_lexicon *lexicon, ty_word name, ty_word pattern, ty_error *error);
/* The dictionary that tells where words begin and end; borrowed, it must outlive the lexicon. */
typedef struct ty_words ty_words; /* see below */
void ty_lexicon_use_words(ty_lexicon *lexicon, const ty_words *words);
/* No more words after this; the lexicon may now be shared. */
ty_status ty_lexicon_seal(ty_lexicon *lexicon, ty_error *error);
/* The words that rows name by number: units, dimensions, indicators, labels. */
uint32_t ty_lexicon_string_count(const ty_lexicon *lexicon);
ty_word ty_lexicon_string(const ty_lexicon *lexicon, uint32_t index);

/* ---- a report ------------------------------------------------------------ */

typedef struct ty_report ty_report;

/* How the code points of the input are stored. */
typedef enum ty_encoding { TY_UTF8, TY_ONE_BYTE, TY_TWO_BYTE, TY_FOUR_BYTE } ty_encoding;

typedef struct ty_slice {
    uint32_t start, end;
} ty_slice;

/* What encoding a reader found the text in, by evidence: a row of notes says so. */
typedef enum ty_origin { TY_FROM_UNICODE, TY_FROM_UTF16, TY_FROM_GB18030, TY_FROM_BIG5 } ty_origin;

typedef struct ty_input {
    const void *text;
    size_t length; /* bytes for TY_UTF8, code points otherwise */
    ty_encoding encoding;
    int32_t year;         /* of the report, 1900 to 2999; any other: found in the text */
    uint32_t adcode;      /* of the region, 0 to find it in the text */
    int32_t year_hint;    /* what the name of the file says: used where the text does not say; 0 for nothing */
    uint32_t adcode_hint;
    ty_origin origin;
    const ty_slice *marks; /* lines that are known to be running heads or page numbers, in their order */
    uint32_t mark_count;
} ty_input;

/* Parse a text. The report copies what it needs of it; the marks are borrowed for the call. */
ty_status ty_report_parse(const ty_lexicon *lexicon, const ty_allocator *allocator, const ty_input *input,
                          ty_report **out, ty_error *error);
void ty_report_free(ty_report *report); /* NULL is allowed */

/* The code points of the text, as given. */
const uint32_t *ty_report_text(const ty_report *report, uint32_t *length);

/* What the report says about itself; slices are empty where it does not. */
typedef struct ty_metadata {
    ty_slice title;
    uint32_t region, province, prefecture; /* strings: the region, and those that it is or lies in; TY_NONE: unknown, or none */
    uint32_t session, speaker;             /* strings, TY_NONE */
    uint32_t adcode;                       /* 0: unknown */
    int32_t year;    /* 0: unknown */
    char date[11];   /* 2026-02-02, or empty */
} ty_metadata;

const ty_metadata *ty_report_metadata(const ty_report *report);

/* The string behind a number of a TY_STRING field: the lexicon's first, then the report's own. */
ty_word ty_report_string(const ty_report *report, uint32_t index);

/* ---- rows: declared once in rows.h, described here for whoever exports them -- */

typedef enum ty_type {
    TY_OFFSET,  /* uint32_t */
    TY_INDEX,   /* uint32_t, TY_NONE is missing */
    TY_YEAR,    /* int32_t, 0 is missing */
    TY_ENUM,    /* uint8_t into `names`, 0 is missing */
    TY_SLICE,   /* ty_slice, empty is missing: words of the text */
    TY_NUMBER,  /* ty_decimal */
    TY_STRING,  /* uint32_t for ty_report_string, TY_NONE is missing */
    TY_PIECES   /* ty_slice over ty_report_pieces */
} ty_type;

typedef struct ty_field {
    const char *name;
    ty_type type;
    size_t offset;
    const char *const *names; /* of a TY_ENUM, NULL-terminated, [0] unused */
    const char *doc;
} ty_field;

typedef enum ty_table {
    TY_SECTIONS,
    TY_PARAGRAPHS,
    TY_SENTENCES,
    TY_QUANTITIES,
    TY_TARGETS,
    TY_MATCHES,
    TY_NOTES,
    TY_TABLE_COUNT
} ty_table;

typedef struct ty_schema {
    const char *name;
    const ty_field *fields;
    uint32_t field_count;
    size_t row_size;
} ty_schema;

const ty_schema *ty_table_schema(ty_table table);
/* The rows of a table, `row_size` bytes apart, in the order of the text. */
const void *ty_report_rows(const ty_report *report, ty_table table, uint32_t *count);
/* Why a numeral is no row. */
typedef enum ty_reason {
    TY_IN_WORD,      /* 一带一路: part of a word of the lexicon */
    TY_IS_CODE,      /* PM2.5, 1+30: part of a code or a sum */
    TY_IS_LIST_MARK, /* （3）, 1. */
    TY_IS_MEETING,   /* 二十大, 三中全会 */
    TY_IS_NAME,      /* 1号线, 3.0版, 2 of 2×1000 */
    TY_RANKS_NOTHING, /* 第三产业, 第一， */
    TY_IS_ARTICLE,   /* 一个, 三级, 六个方面 */
    TY_HAS_NO_UNIT,  /* 108 of 国道108线 */
    TY_IS_MAGNITUDE, /* 百亿 with no word that limits it */
    TY_UNREADABLE,   /* a numeral character that begins no number, or a number too long */
    TY_REASON_COUNT
} ty_reason;

extern const char *const ty_reason_texts[TY_REASON_COUNT]; /* a sentence each */

typedef struct ty_rejection {
    uint32_t start, end; /* of the numeral, or of the word that it is part of */
    ty_reason reason;
} ty_rejection;

/* What words decide of a quantity. */
typedef enum ty_why { TY_WHY_BOUND, TY_WHY_CHANGE, TY_WHY_STATUS, TY_WHY_YEARS, TY_WHY_COUNT } ty_why;
/* The words of the text that decided it for a row of quantities; empty where none did, and it is what goes without saying. */
ty_slice ty_report_why(const ty_report *report, uint32_t quantity, ty_why why);
const ty_rejection *ty_report_rejections(const ty_report *report, uint32_t *count);
/* The pieces of all paragraphs; a TY_PIECES field is a range of them. */
const ty_slice *ty_report_pieces(const ty_report *report);

/* ---- words ------------------------------------------------------------------ */

/* jieba's dictionary and hidden Markov model as tools/compile_words.py lays them out, and a user's words over it.
   Read-only once the words are added: any number of threads may then cut with it. */
typedef struct ty_token {
    uint32_t start, end; /* code points */
    uint32_t word;       /* its number in the dictionary; TY_NONE for what the model or nothing made */
} ty_token;

/* The table is borrowed and must outlive the words. TY_BAD_LEXICON if it is no table, or of another format or length; what is
   in it is trusted. */
ty_status ty_words_open(const ty_allocator *allocator, const void *table, size_t size, ty_words **out, ty_error *error);
void ty_words_free(ty_words *words); /* NULL is allowed */
/* As jieba's add_word: frequency 0 takes a word out. `tag` is its part of speech, empty for none. */
ty_status ty_words_add(ty_words *words, ty_word word, uint64_t frequency, ty_word tag, ty_error *error);
/* The frequency of a word, or of a beginning of words (0); false if it is neither. */
bool ty_words_frequency(const ty_words *words, ty_word word, uint64_t *frequency);
uint64_t ty_words_total(const ty_words *words); /* the sum of all frequencies */
/* The part of speech of a token's word as jieba tags it, empty if the dictionary does not tell. */
enum { TY_TAG_SIZE = 9 };
void ty_words_tag(const ty_words *words, uint32_t word, char tag[TY_TAG_SIZE]);
/* Cut a text as jieba does, with the model or without. Each piece of `whole` (in order, not overlapping) stays one
   token, and what lies between is cut by itself. `tokens` is from the allocator; the caller releases it. */
ty_status ty_words_cut(const ty_words *words, const ty_allocator *allocator, const uint32_t *text, uint32_t length,
                       bool model, const ty_slice *whole, uint32_t whole_count, ty_token **tokens, uint32_t *count,
                       ty_error *error);

/* How often words stand in groups of texts: of a region, of a year. Not for several threads at once. */
typedef struct ty_counter ty_counter;

typedef struct ty_count {
    uint32_t group, term; /* term: as given to ty_counter_want, or else the number of the word */
    uint32_t count, sentences; /* how often it stands; in how many sentences */
} ty_count;

/* Where ty_counter_next goes on; {0} is the beginning. */
typedef struct ty_count_place {
    uint32_t group, slot;
} ty_count_place;

/* The words are borrowed. A counter counts every word, numbered as they come, or, from the first ty_counter_want on,
   only the words that are wanted, each for its terms. */
ty_status ty_counter_new(const ty_allocator *allocator, const ty_words *words, ty_counter **out, ty_error *error);
void ty_counter_free(ty_counter *counter);
ty_status ty_counter_want(ty_counter *counter, uint32_t term, ty_word word, ty_error *error);
ty_status ty_counter_add(ty_counter *counter, uint32_t group, const uint32_t *text, uint32_t length, bool model, ty_error *error);
/* The counts, group by group, the terms in no order; false behind the last. */
bool ty_counter_next(const ty_counter *counter, ty_count_place *place, ty_count *count);
/* Words (tokens with a letter or a digit) and sentences of a group. */
void ty_counter_totals(const ty_counter *counter, uint32_t group, uint64_t *words, uint64_t *sentences);
ty_word ty_counter_word(const ty_counter *counter, uint32_t word, bool *exists);

/* ---- many reports as Arrow columns --------------------------------------- */

typedef struct ty_columns ty_columns;

/* The tables of an archive: one for each ty_table, then those that only an archive has. The panel is the targets, each
   with its region, its source and its sentence. */
enum { TY_REPORTS = TY_TABLE_COUNT, TY_ERRORS, TY_PANEL, TY_ARCHIVE_TABLE_COUNT };

/* Gathers all but the panel; with `panel` that and the errors alone. */
ty_status ty_columns_new(const ty_allocator *allocator, bool panel, ty_columns **out, ty_error *error);
void ty_columns_free(ty_columns *columns); /* NULL is allowed; exported arrays live on */
bool ty_columns_gathers(const ty_columns *columns, int table);
/* The name of a table: sections ... notes, reports, errors, panel. */
const char *ty_columns_name(int table);
/* Append all rows of a report; their column `report` counts the reports appended before. `source` is UTF-8. */
ty_status ty_columns_append(ty_columns *columns, const ty_report *report, const char *source, size_t length,
                            ty_error *error);
/* Append a row to `errors`: the file, the place inside it, the class and its message, in UTF-8; NULL is missing. */
ty_status ty_columns_append_error(ty_columns *columns, const char *source, const char *member, const char *class,
                                  const char *message, ty_error *error);

struct ArrowSchema;
struct ArrowArray;

/* Bytes of all rows gathered and not yet handed over. */
size_t ty_columns_size(const ty_columns *columns);
/* Hand over one table's columns; it is empty afterwards, and reports are counted on. The caller releases both. */
ty_status ty_columns_export(ty_columns *columns, int table, struct ArrowSchema *schema, struct ArrowArray *array,
                            ty_error *error);
/* A table of a caller's own columns: TY_SLICE for strings, TY_OFFSET, TY_YEAR and TY_NUMBER. Cells go in row by row,
   each row column by column. The names must outlive the sheet. */
typedef struct ty_sheet ty_sheet;

ty_status ty_sheet_new(const ty_allocator *allocator, const char *const *names, const ty_type *types, uint32_t count,
                       ty_sheet **out, ty_error *error);
void ty_sheet_free(ty_sheet *sheet); /* NULL is allowed */
ty_status ty_sheet_put_string(ty_sheet *sheet, const char *utf8, size_t length, ty_error *error); /* NULL: missing */
ty_status ty_sheet_put_number(ty_sheet *sheet, double value, bool valid, ty_error *error);
ty_status ty_sheet_export(ty_sheet *sheet, struct ArrowSchema *schema, struct ArrowArray *array, ty_error *error);
/* A second view of an exported array or schema; each is released on its own. */
ty_status ty_arrow_share(const struct ArrowArray *array, struct ArrowArray *out, ty_error *error);
ty_status ty_arrow_share_schema(const struct ArrowSchema *schema, struct ArrowSchema *out, ty_error *error);

/* An exact decimal fraction: ±coefficient · 10^exponent / divisor. */
__extension__ typedef unsigned __int128 ty_u128;

typedef struct ty_decimal {
    ty_u128 coefficient;
    uint64_t divisor; /* 0: missing */
    int32_t exponent;
    bool negative;
} ty_decimal;

/* True and the whole value if it is whole and below 2^128. */
bool ty_decimal_whole(ty_decimal value, ty_u128 *whole);
/* The nearest double; NaN if missing. */
double ty_decimal_double(ty_decimal value);

#endif
