#include "lexicon.h"

#include "numeral.h"
#include "rows.h"
#include "text.h"
#include "trait.h"

#include <string.h>

#define CUE_KEY(name, key) key,
const char *const ty_cue_keys[TY_CUE_COUNT] = {TY_CUES(CUE_KEY)};
const char *const ty_rule_keys[TY_RULE_COUNT] = {TY_RULES(CUE_KEY)};
const char *const ty_mark_keys[TY_MARK_COUNT] = {"", TY_MARKS(CUE_KEY)};

/* A line that needs more backtracking than this has met a pattern that should be mended. */
enum { MATCH_LIMIT = 1000000, LONGEST_WORD = 64, RECENT = 8, GROUPS = 16,
       PAIR_BYTES = (1 << TY_PAIR_BITS) / 8, USED_BYTES = 4 << TY_BEGUN_BITS, BEGUN_BYTES = 8 << TY_BEGUN_BITS,
       ALONE_BYTES = 8 << TY_ALONE_BITS };

static void *pcre2_take(size_t size, void *context) {
    const ty_allocator *allocator = context;
    return allocator->resize(allocator->context, NULL, size);
}

static void pcre2_give(void *block, void *context) {
    const ty_allocator *allocator = context;
    if (block) allocator->release(allocator->context, block);
}

ty_status ty_lexicon_new(const ty_allocator *allocator, ty_lexicon **out, ty_error *error) {
    ty_lexicon *lexicon = allocator->resize(allocator->context, NULL, sizeof *lexicon);
    *out = NULL;
    if (!lexicon) return ty_fail_memory(error);
    memset(lexicon, 0, sizeof *lexicon);
    ty_arena_init(&lexicon->arena, allocator, 0);
    lexicon->memory = pcre2_general_context_create(pcre2_take, pcre2_give, &lexicon->arena.allocator);
    lexicon->leads = ty_arena_take(&lexicon->arena, TY_PLANE);
    lexicon->traits = ty_arena_take(&lexicon->arena, TY_PLANE);
    lexicon->folds = ty_arena_take(&lexicon->arena, TY_PLANE * sizeof *lexicon->folds);
    lexicon->cue_pairs = ty_arena_take(&lexicon->arena, PAIR_BYTES);
    lexicon->word_starts = ty_arena_take(&lexicon->arena, PAIR_BYTES);
    lexicon->begun = ty_arena_take(&lexicon->arena, BEGUN_BYTES);
    lexicon->alone = ty_arena_take(&lexicon->arena, ALONE_BYTES);
    lexicon->used = ty_arena_take(&lexicon->arena, USED_BYTES);
    lexicon->characters = ty_arena_take(&lexicon->arena, TY_PLANE);
    if (!lexicon->memory || !lexicon->leads || !lexicon->traits || !lexicon->folds || !lexicon->cue_pairs ||
        !lexicon->word_starts || !lexicon->begun || !lexicon->alone || !lexicon->used || !lexicon->characters) {
        ty_lexicon_free(lexicon);
        return ty_fail_memory(error);
    }
    memset(lexicon->leads, 0, TY_PLANE);
    memset(lexicon->cue_pairs, 0, PAIR_BYTES);
    memset(lexicon->word_starts, 0, PAIR_BYTES);
    memset(lexicon->begun, 0, BEGUN_BYTES);
    memset(lexicon->alone, 0, ALONE_BYTES);
    memset(lexicon->used, 0, USED_BYTES);
    memset(lexicon->characters, 0, TY_PLANE);
    for (uint32_t c = 0; c < TY_PLANE; c++) {
        lexicon->traits[c] = ty_traits_of(c);
        lexicon->folds[c] = (uint16_t)ty_fold(c);
    }
    *out = lexicon;
    return TY_OK;
}

void ty_lexicon_free(ty_lexicon *lexicon) {
    if (!lexicon) return;
    const ty_pattern *patterns = lexicon->pattern.items;
    for (uint32_t i = 0; i < lexicon->pattern.count; i++) pcre2_code_free(patterns[i].code);
    pcre2_code_free(lexicon->marked);
    for (int rule = 0; rule < TY_RULE_COUNT; rule++)
        for (uint32_t i = 0; i < lexicon->rules[rule].count; i++)
            pcre2_code_free(((pcre2_code **)lexicon->rules[rule].items)[i]);
    pcre2_general_context_free(lexicon->memory);
    ty_allocator allocator = lexicon->arena.allocator;
    ty_arena_free(&lexicon->arena);
    allocator.release(allocator.context, lexicon);
}

/* A number for a spelling. The names of a lexicon repeat in runs, so only the last few are compared: a spelling that
   comes again later gets another number, which costs its room and no more. */
static ty_status intern(ty_lexicon *lexicon, ty_word word, uint32_t *string, ty_error *error) {
    const ty_word *known = lexicon->string.items;
    for (uint32_t i = lexicon->string.count, tries = RECENT; i-- && tries--;)
        if (ty_same_word(known[i], word)) return *string = i, TY_OK;
    *string = lexicon->string.count;
    uint32_t *at = ty_arena_take(&lexicon->arena, (word.length + 1) * sizeof *at);
    ty_word *copy = at ? ty_array_push(&lexicon->arena, &lexicon->string, sizeof *copy) : NULL;
    if (!copy) return ty_fail_memory(error);
    if (word.length) memcpy(at, word.at, word.length * sizeof *at);
    *copy = (ty_word){at, word.length};
    return TY_OK;
}

/* Texts are folded before words are looked up, so words are too. */
static bool add_folded(ty_arena *arena, ty_trie *trie, ty_word word, uint32_t kind, uint32_t value) {
    uint32_t folded[LONGEST_WORD];
    for (uint32_t i = 0; i < word.length; i++) folded[i] = ty_fold(word.at[i]);
    return ty_trie_add(arena, trie, (ty_word){folded, word.length}, kind, value);
}

static bool is_plain(ty_word word) {
    for (uint32_t i = 0; i < word.length; i++)
        if (word.at[i] >= TY_PLANE) return false;
    return true;
}

static ty_status check_word(ty_word word, ty_error *error) {
    if (word.length == 0) return ty_fail(error, TY_BAD_LEXICON, 0, "an empty word");
    if (word.length > LONGEST_WORD)
        return ty_fail(error, TY_BAD_LEXICON, 0, "a word of %u characters; at most %d", word.length, LONGEST_WORD);
    if (!is_plain(word)) return ty_fail(error, TY_BAD_LEXICON, 0, "a character outside the basic plane of Unicode");
    for (uint32_t i = 0; i < word.length; i++) /* the newline behind a paragraph ends every walk through words */
        if (ty_fold(word.at[i]) == '\n') return ty_fail(error, TY_BAD_LEXICON, 0, "a word that goes over the end of a line");
    return TY_OK;
}

static bool is_spelled(ty_word word, const char *name) {
    size_t length = strlen(name);
    if (word.length != length) return false;
    for (size_t i = 0; i < length; i++)
        if (word.at[i] != (uint8_t)name[i]) return false;
    return true;
}

static ty_unit_class class_of(ty_word dimension, ty_word name) {
    static const struct { const char *dimension; ty_unit_class class; } classes[] = {
        {"ratio", TY_SHARE}, {"time_calendar", TY_YEARS}, {"time", TY_TIME}, {"time_working", TY_TIME},
        {"doublings", TY_DOUBLINGS}, {"count", TY_COUNT}, {"persons", TY_HEADS}, {"households", TY_HEADS},
        {"visits", TY_HEADS}, {"score", TY_HEADS}, {"temperature", TY_TEMPERATURE},
    };
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (is_spelled(dimension, classes[i].dimension))
            return classes[i].class == TY_SHARE && name.at[0] == U'倍' ? TY_TIMES : classes[i].class;
    return TY_MEASURE;
}

ty_status ty_lexicon_add_unit(ty_lexicon *lexicon, ty_unit_use use, ty_word name, ty_word dimension, ty_word base,
                              uint64_t numerator, uint64_t denominator, ty_error *error) {
    ty_unit unit = {.numerator = numerator, .denominator = denominator};
    ty_status status;
    if ((status = check_word(name, error)) || (status = check_word(dimension, error)) ||
        (status = check_word(base, error)))
        return status;
    if (!numerator || !denominator) return ty_fail(error, TY_BAD_LEXICON, 0, "a factor of zero");
    unit.class = (uint8_t)class_of(dimension, name);
    if ((status = intern(lexicon, name, &unit.name, error)) ||
        (status = intern(lexicon, dimension, &unit.dimension, error)) ||
        (status = intern(lexicon, base, &unit.base, error)))
        return status;
    uint32_t index = lexicon->unit.count;
    ty_unit *copy = ty_array_push(&lexicon->arena, &lexicon->unit, sizeof *copy);
    if (!copy) return ty_fail_memory(error);
    *copy = unit;
    return add_folded(&lexicon->arena, &lexicon->units, name, (uint32_t)use, index) ? TY_OK : ty_fail_memory(error);
}

/* ---- what the passes ask before they walk through a trie ---- */

static void mark_pair(uint64_t *pairs, ty_word word) {
    uint32_t hash = ty_pair_hash(ty_fold(word.at[0]), ty_fold(word.at[1]), TY_PAIR_BITS);
    pairs[hash / 64] |= UINT64_C(1) << hash % 64;
}

static void mark_numeral_word(ty_lexicon *lexicon, ty_word word, uint32_t lead) {
    uint8_t *first = &lexicon->leads[ty_fold(word.at[0])];
    if (lead > *first) *first = (uint8_t)lead;
    if (lead > lexicon->word_lead) lexicon->word_lead = lead;
    if (word.length == 1) {
        memset(lexicon->word_starts, 0xFF, PAIR_BYTES); /* any may stand behind it */
        return;
    }
    uint32_t hash = ty_start_hash(ty_fold(word.at[0]), ty_fold(word.at[1]), word.length > 2 ? ty_fold(word.at[2]) : 0);
    lexicon->word_starts[hash / 64] |= UINT64_C(1) << hash % 64;
}

static void mark_use(ty_lexicon *lexicon, ty_cue cue, ty_word word) {
    if (word.length > 1) *ty_used(lexicon, ty_fold(word.at[0]), ty_fold(word.at[1])) |= 1u << (cue - TY_CUE_VERBAL_NOUN);
}

static void mark_beginning(ty_lexicon *lexicon, ty_cue cue, ty_word word) {
    uint32_t first = ty_fold(word.at[0]);
    bool place = TY_PLACE_CUES >> cue & 1;
    if (word.length == 1) {
        if (!place) lexicon->traits[first] |= TY_IS_CUE;
        *ty_alone(lexicon, first) |= UINT64_C(1) << cue;
        return;
    }
    if (!place) mark_pair(lexicon->cue_pairs, word);
    *ty_begun(lexicon, first, ty_fold(word.at[1])) |= UINT64_C(1) << cue;
}

static ty_status add_character(ty_lexicon *lexicon, ty_cue cue, ty_word word, ty_error *error) {
    if (word.length > 1)
        return ty_fail(error, TY_BAD_LEXICON, 0, "[%s]: a word of %u characters in a list of single ones", ty_cue_keys[cue], word.length);
    lexicon->characters[ty_fold(word.at[0])] |= (uint8_t)(1u << (cue - TY_CUE_HEAD));
    return TY_OK;
}

ty_status ty_lexicon_add_cue(ty_lexicon *lexicon, ty_cue cue, ty_word word, uint32_t value, ty_error *error) {
    ty_status status = check_word(word, error);
    if (status) return status;
    if (cue >= TY_CUE_HEAD) return add_character(lexicon, cue, word, error);
    uint32_t lead = 0;
    while (lead < word.length && !ty_begins_numeral(ty_fold(word.at[lead]))) lead++;
    bool holds_numeral = cue == TY_CUE_NUMERAL_WORD || cue == TY_CUE_PLAN, of_flow = !holds_numeral && cue < TY_CUE_VERBAL_NOUN;
    if (holds_numeral && lead < word.length) mark_numeral_word(lexicon, word, lead);
    if (of_flow) mark_beginning(lexicon, cue, word);
    else if (!holds_numeral) mark_use(lexicon, cue, word);
    if (of_flow && word.length > lexicon->longest_cue) lexicon->longest_cue = word.length;
    ty_trie *trie = holds_numeral               ? &lexicon->words
                    : !of_flow                  ? &lexicon->uses
                    : TY_PLACE_CUES >> cue & 1  ? &lexicon->places
                                                : &lexicon->cues;
    return add_folded(&lexicon->arena, trie, word, (uint32_t)cue, value) ? TY_OK : ty_fail_memory(error);
}

ty_status ty_lexicon_add_indicator(ty_lexicon *lexicon, ty_word id, ty_word label, unsigned flags, uint32_t *index,
                                   ty_error *error) {
    ty_indicator indicator = {.flags = flags};
    ty_status status;
    if ((status = intern(lexicon, id, &indicator.id, error)) ||
        (status = intern(lexicon, label, &indicator.label, error)))
        return status;
    *index = lexicon->indicator.count;
    ty_indicator *copy = ty_array_push(&lexicon->arena, &lexicon->indicator, sizeof *copy);
    if (!copy) return ty_fail_memory(error);
    *copy = indicator;
    return TY_OK;
}

ty_status ty_lexicon_add_dimension(ty_lexicon *lexicon, uint32_t indicator, ty_word dimension, ty_error *error) {
    ty_indicator *item = (ty_indicator *)lexicon->indicator.items + indicator;
    if (item->dimension_count == MOST_DIMENSIONS)
        return ty_fail(error, TY_BAD_LEXICON, 0, "units of more than %d dimensions", MOST_DIMENSIONS);
    ty_status status = intern(lexicon, dimension, &item->dimensions[item->dimension_count], error);
    if (!status) item->dimension_count++;
    return status;
}

ty_status ty_lexicon_add_part(ty_lexicon *lexicon, uint32_t indicator, uint32_t part, ty_error *error) {
    ty_indicator *item = (ty_indicator *)lexicon->indicator.items + indicator;
    if (item->part_count == MOST_PARTS) return ty_fail(error, TY_BAD_LEXICON, 0, "more than %d parts", MOST_PARTS);
    item->parts[item->part_count++] = part;
    return TY_OK;
}

ty_status ty_lexicon_add_region(ty_lexicon *lexicon, uint32_t code, ty_word name, ty_error *error) {
    ty_region region = {.code = code};
    ty_status status = check_word(name, error);
    if (status || (status = intern(lexicon, name, &region.name, error))) return status;
    uint32_t index = lexicon->region.count;
    ty_region *copy = ty_array_push(&lexicon->arena, &lexicon->region, sizeof *copy);
    if (!copy) return ty_fail_memory(error);
    *copy = region;
    return add_folded(&lexicon->arena, &lexicon->regions, name, 0, index) ? TY_OK : ty_fail_memory(error);
}

ty_status ty_lexicon_add_constraint(ty_lexicon *lexicon, ty_mark mark, bool hard, ty_error *error) {
    ty_constraint_rule *rule = ty_array_push(&lexicon->arena, &lexicon->constraint, sizeof *rule);
    if (!rule) return ty_fail_memory(error);
    *rule = (ty_constraint_rule){(uint8_t)mark, hard ? TY_HARD : TY_SOFT};
    return TY_OK;
}

static ty_status compile(const ty_lexicon *lexicon, ty_word source, uint32_t options, pcre2_code **out, ty_error *error) {
    const ty_allocator *allocator = &lexicon->arena.allocator;
    int code = 0;
    PCRE2_SIZE offset = 0;
    /* Texts are read in simplified characters, so 經濟 is looked for as 经济. */
    uint32_t *simplified = allocator->resize(allocator->context, NULL, (source.length + 1) * sizeof *simplified);
    pcre2_compile_context *context = simplified ? pcre2_compile_context_create(lexicon->memory) : NULL;
    if (!context) {
        if (simplified) allocator->release(allocator->context, simplified);
        return ty_fail_memory(error);
    }
    for (uint32_t i = 0; i < source.length; i++) simplified[i] = ty_simplified(source.at[i]);
    *out = pcre2_compile(simplified, source.length, PCRE2_UTF | PCRE2_UCP | options, &code, &offset, context);
    allocator->release(allocator->context, simplified);
    pcre2_compile_context_free(context);
    if (!*out) {
        PCRE2_UCHAR wide[128];
        char message[128];
        if (code == PCRE2_ERROR_HEAP_FAILED) return ty_fail_memory(error);
        int length = pcre2_get_error_message(code, wide, 128);
        for (int i = 0; i < (length < 0 ? 0 : length); i++) message[i] = (char)wide[i];
        message[length < 0 ? 0 : length] = 0;
        return ty_fail(error, TY_BAD_PATTERN, offset, "%s at offset %zu", message, offset);
    }
    return TY_OK;
}

/* Without JIT the pattern is slower and finds the same; so its failure is no error. */
static void use_jit(pcre2_code *code) { (void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE); }

/* Anchored when compiled, if it is tried at one place: a match that is anchored when it is tried goes without JIT. */
static ty_status compile_rule(ty_lexicon *lexicon, ty_rule rule, ty_word source, pcre2_code **code, ty_error *error) {
    ty_status status = compile(lexicon, source, rule < TY_RULE_ANYWHERE ? PCRE2_ANCHORED : 0, code, error);
    if (status != TY_BAD_PATTERN) return status;
    ty_error told = *error;
    return ty_fail(error, TY_BAD_PATTERN, told.offset, "%s: %.150s", ty_rule_keys[rule], told.message);
}

static ty_status keep_rule(ty_lexicon *lexicon, ty_rule rule, ty_word source, ty_error *error) {
    pcre2_code *code = NULL;
    ty_status status = compile_rule(lexicon, rule, source, &code, error);
    if (status) return status;
    use_jit(code);
    pcre2_code **slot = ty_array_push(&lexicon->arena, &lexicon->rules[rule], sizeof *slot);
    if (slot) return *slot = code, TY_OK;
    pcre2_code_free(code);
    return ty_fail_memory(error);
}

static bool append(ty_lexicon *lexicon, ty_array *source, const char *ascii, ty_word word) {
    uint32_t *c;
    for (; *ascii; ascii++) {
        if (!(c = ty_array_push(&lexicon->arena, source, sizeof *c))) return false;
        *c = (uint8_t)*ascii;
    }
    for (uint32_t i = 0; i < word.length; i++) {
        if (!(c = ty_array_push(&lexicon->arena, source, sizeof *c))) return false;
        *c = word.at[i];
    }
    return true;
}

/* At one place, patterns tried in turn are one pattern of alternatives; (?| numbers the groups of each from 1. */
static ty_status join_pattern(ty_lexicon *lexicon, ty_rule rule, ty_word source, ty_error *error) {
    ty_array *joined = &lexicon->sources[rule];
    pcre2_code *code;
    ty_status status = compile_rule(lexicon, rule, source, &code, error); /* must be one by itself, and tell its faults */
    if (status) return status;
    pcre2_code_free(code);
    return append(lexicon, joined, joined->count ? "|(?:" : "(?|(?:", source) && append(lexicon, joined, ")", (ty_word){0})
               ? TY_OK
               : ty_fail_memory(error);
}

ty_status ty_lexicon_add_rule(ty_lexicon *lexicon, ty_rule rule, ty_word source, ty_error *error) {
    return rule < TY_RULE_ANYWHERE ? join_pattern(lexicon, rule, source, error) : keep_rule(lexicon, rule, source, error);
}

ty_status ty_lexicon_add_pattern(ty_lexicon *lexicon, ty_word name, ty_word source, ty_error *error) {
    ty_pattern pattern = {0};
    ty_status status = intern(lexicon, name, &pattern.name, error);
    if (status || (status = compile(lexicon, source, 0, &pattern.code, error))) return status;
    use_jit(pattern.code);
    ty_pattern *slot = ty_array_push(&lexicon->arena, &lexicon->pattern, sizeof *slot);
    if (slot) return *slot = pattern, TY_OK;
    pcre2_code_free(pattern.code);
    return ty_fail_memory(error);
}

/* Once: a lexicon that could not be sealed is thrown away. */
static ty_status compile_joined(ty_lexicon *lexicon, ty_error *error) {
    ty_status status = TY_OK;
    for (int rule = 0; !status && rule < TY_RULE_ANYWHERE; rule++) {
        ty_array *joined = &lexicon->sources[rule];
        if (!joined->count) continue;
        if (!append(lexicon, joined, ")", (ty_word){0})) return ty_fail_memory(error);
        status = keep_rule(lexicon, (ty_rule)rule, (ty_word){joined->items, joined->count}, error);
    }
    return status;
}

static const ty_rule marks[] = {TY_RULE_CHAPTER, TY_RULE_PART, TY_RULE_POINT,    TY_RULE_ITEM,
                                TY_RULE_DASH,    TY_RULE_BOLD, TY_RULE_APPENDIX, TY_RULE_RESTART};

/* Asked of every line: one pattern answers for all eight. */
static ty_status join_marks(ty_lexicon *lexicon, ty_error *error) {
    ty_array joined = {0};
    ty_error refused;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const ty_array *rule = &lexicon->sources[marks[i]];
        if (rule->count && !append(lexicon, &joined, joined.count ? "|" : "(?|", (ty_word){rule->items, rule->count}))
            return ty_fail_memory(error);
    }
    if (!joined.count) return TY_OK;
    if (!append(lexicon, &joined, ")", (ty_word){0})) return ty_fail_memory(error);
    ty_status status = compile(lexicon, (ty_word){joined.items, joined.count}, PCRE2_ANCHORED, &lexicon->marked, &refused);
    if (status == TY_NO_MEMORY) return ty_fail_memory(error);
    if (!status) use_jit(lexicon->marked);
    return TY_OK; /* names of groups may clash: then one by one */
}

ty_status ty_lexicon_seal(ty_lexicon *lexicon, ty_error *error) {
    ty_status status = compile_joined(lexicon, error);
    if (!status) status = join_marks(lexicon, error);
    if (status) return status;
    for (int rule = 0; rule < TY_RULE_COUNT; rule++)
        if (!lexicon->rules[rule].count)
            return ty_fail(error, TY_BAD_LEXICON, 0, "no pattern for the rule '%s'", ty_rule_keys[rule]);
    const ty_indicator *indicators = lexicon->indicator.items;
    for (uint32_t i = 0; i < lexicon->indicator.count; i++)
        for (uint32_t k = 0; k < indicators[i].part_count; k++)
            if (indicators[i].parts[k] >= lexicon->indicator.count)
                return ty_fail(error, TY_BAD_LEXICON, 0, "a part that is no indicator");
    const ty_word *strings = lexicon->string.items;
    for (uint32_t i = 0; i < lexicon->string.count; i++)
        if (is_plain(strings[i]) && !ty_trie_add(&lexicon->arena, &lexicon->strings, strings[i], 0, i))
            return ty_fail_memory(error);
    ty_trie *const tries[] = {&lexicon->words, &lexicon->units, &lexicon->places, &lexicon->cues, &lexicon->uses,
                              &lexicon->regions, &lexicon->strings};
    bool packed = ty_tries_pack(&lexicon->arena, tries, sizeof tries / sizeof *tries);
    lexicon->steps = ty_arena_take(&lexicon->arena, TY_PLANE);
    if (!packed || !lexicon->steps) return ty_fail_memory(error);
    for (uint32_t c = 0; c < TY_PLANE; c++)
        lexicon->steps[c] = ty_step_of(c);
    return TY_OK;
}

uint32_t ty_lexicon_string_count(const ty_lexicon *lexicon) { return lexicon->string.count; }

ty_word ty_lexicon_string(const ty_lexicon *lexicon, uint32_t index) {
    return ((const ty_word *)lexicon->string.items)[index];
}

bool ty_matcher_init(ty_matcher *matcher, const ty_lexicon *lexicon, const uint32_t *text) {
    *matcher = (ty_matcher){.lexicon = lexicon, .text = text};
    matcher->data = pcre2_match_data_create(GROUPS, lexicon->memory);
    matcher->context = matcher->data ? pcre2_match_context_create(lexicon->memory) : NULL;
    if (!matcher->context) {
        ty_matcher_free(matcher);
        return false;
    }
    (void)pcre2_set_match_limit(matcher->context, MATCH_LIMIT);
    return true;
}

void ty_matcher_free(ty_matcher *matcher) {
    pcre2_match_context_free(matcher->context);
    pcre2_match_data_free(matcher->data);
    matcher->context = NULL;
    matcher->data = NULL;
}

bool ty_match_code(ty_matcher *matcher, const pcre2_code *code, ty_slice range, uint32_t from, ty_slice groups[4]) {
    /* Lookbehind sees the line alone, as the analyst who wrote the pattern does. */
    const uint32_t *line = matcher->text + range.start;
    uint32_t length = range.end - range.start, options = PCRE2_NO_UTF_CHECK;
    int count = pcre2_match(code, line, length, from - range.start, options, matcher->data, matcher->context);
    if (count == PCRE2_ERROR_JIT_STACKLIMIT) /* without JIT it finds the same */
        count = pcre2_match(code, line, length, from - range.start, options | PCRE2_NO_JIT, matcher->data, matcher->context);
    if (count < 0) {
        if (count == PCRE2_ERROR_NOMEMORY) matcher->out_of_memory = true;
        else matcher->refused += count != PCRE2_ERROR_NOMATCH;
        return false;
    }
    if (count == 0) count = GROUPS; /* more groups than there is room for: the first are there */
    const PCRE2_SIZE *vector = pcre2_get_ovector_pointer(matcher->data);
    for (int i = 0; i < 4; i++) {
        bool took_part = i < count && vector[2 * i] != PCRE2_UNSET;
        groups[i] = took_part ? (ty_slice){range.start + (uint32_t)vector[2 * i], range.start + (uint32_t)vector[2 * i + 1]}
                              : (ty_slice){range.start, range.start};
    }
    return true;
}

bool ty_match_rule(ty_matcher *matcher, ty_rule rule, ty_slice range, ty_slice groups[4]) {
    const ty_array *codes = &matcher->lexicon->rules[rule];
    for (uint32_t i = 0; i < codes->count; i++)
        if (ty_match_code(matcher, ((pcre2_code *const *)codes->items)[i], range, range.start, groups)) return true;
    return false;
}

bool ty_match_mark(ty_matcher *matcher, ty_slice range) {
    ty_slice groups[4];
    if (matcher->lexicon->marked) return ty_match_code(matcher, matcher->lexicon->marked, range, range.start, groups);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (ty_match_rule(matcher, marks[i], range, groups)) return true;
    return false;
}

void ty_lexicon_use_words(ty_lexicon *lexicon, const ty_words *words) { lexicon->dictionary = words; }
