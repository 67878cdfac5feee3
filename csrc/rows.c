#include "rows.h"

const char *const ty_kind_names[] = {"", "amount", "percent", "duration", "date", "ordinal", NULL};
const char *const ty_bound_names[] = {"", "exact", "approx", "at_least", "at_most", "order", "qualitative", NULL};
const char *const ty_change_names[] = {"", "level", "increase", "decrease", NULL};
const char *const ty_state_names[] = {"", "achieved", "target", "other", NULL};
const char *const ty_paragraph_role_names[] = {"", "body", "heading", "mark", "chrome", "glossary", NULL};
const char *const ty_section_role_names[] = {"", "review", "plan", "self", "other", NULL};
const char *const ty_commitment_names[] = {"", "plain", "strive", "ensure", NULL};
const char *const ty_constraint_names[] = {"", "hard", "soft", NULL};
const char *const ty_note_kind_names[] = {"", "rejoined", "foreign", "repeated", "unplaced", "gave_up", "year", "region",
                                          "utf16", "gb18030", "big5", NULL};

#define FIELD(struct_name, name, type, names, doc) {#name, TY_##type, offsetof(struct_name, name), names, doc},
#define SECTION_FIELD(name, type, names, doc) FIELD(ty_section, name, type, names, doc)
#define PARAGRAPH_FIELD(name, type, names, doc) FIELD(ty_paragraph, name, type, names, doc)
#define SENTENCE_FIELD(name, type, names, doc) FIELD(ty_sentence, name, type, names, doc)
#define QUANTITY_FIELD(name, type, names, doc) FIELD(ty_quantity, name, type, names, doc)
#define TARGET_FIELD(name, type, names, doc) FIELD(ty_target, name, type, names, doc)
#define MATCH_FIELD(name, type, names, doc) FIELD(ty_match, name, type, names, doc)
#define NOTE_FIELD(name, type, names, doc) FIELD(ty_note, name, type, names, doc)

static const ty_field section_fields[] = {TY_SECTION_FIELDS(SECTION_FIELD)};
static const ty_field paragraph_fields[] = {TY_PARAGRAPH_FIELDS(PARAGRAPH_FIELD)};
static const ty_field sentence_fields[] = {TY_SENTENCE_FIELDS(SENTENCE_FIELD)};
static const ty_field quantity_fields[] = {TY_QUANTITY_FIELDS(QUANTITY_FIELD)};
static const ty_field target_fields[] = {TY_TARGET_FIELDS(TARGET_FIELD)};
static const ty_field match_fields[] = {TY_MATCH_FIELDS(MATCH_FIELD)};
static const ty_field note_fields[] = {TY_NOTE_FIELDS(NOTE_FIELD)};

#define SCHEMA(name, fields, type) {name, fields, sizeof fields / sizeof *fields, sizeof(type)}

static const ty_schema schemas[TY_TABLE_COUNT] = {
    [TY_SECTIONS] = SCHEMA("sections", section_fields, ty_section),
    [TY_PARAGRAPHS] = SCHEMA("paragraphs", paragraph_fields, ty_paragraph),
    [TY_SENTENCES] = SCHEMA("sentences", sentence_fields, ty_sentence),
    [TY_QUANTITIES] = SCHEMA("quantities", quantity_fields, ty_quantity),
    [TY_TARGETS] = SCHEMA("targets", target_fields, ty_target),
    [TY_MATCHES] = SCHEMA("matches", match_fields, ty_match),
    [TY_NOTES] = SCHEMA("notes", note_fields, ty_note),
};

const ty_schema *ty_table_schema(ty_table table) { return &schemas[table]; }
