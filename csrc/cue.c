/* cue.c: every word of the lexicon where it stands in the flow, and how passes ask for them. */
#include "report.h"

#include <string.h>

enum { STRETCH = 128 };

_Static_assert(TY_CUE_VERBAL_NOUN <= 64, "cues_in has a bit for each cue of the flow");

/* A search, sentence by sentence. */
typedef struct cue_search {
    uint32_t indexed; /* places of the flow before this one know their next hit */
    uint32_t end;     /* of the sentence */
    uint32_t named;   /* where its last indicator's name ends */
    uint64_t cues;    /* a bit for each that was found in it */
} cue_search;

/* The first hit at or behind each place before `end` that has none yet is the next to be found. Written in whole stretches,
   which mostly are one: what they write beyond `end` is written again. */
static void index_hits(ty_report *report, cue_search *s, uint32_t end) {
    for (uint32_t at = s->indexed; at < end; at += TY_STRETCH)
        for (uint32_t k = 0; k < TY_STRETCH; k++) report->hit_at[at + k] = report->hits.count;
    s->indexed = end;
}

/* Add the words that begin at a place. A word of one character inside an indicator's name is part of it (共 in 公共预算收入), and
   so is one that tells how often (平均 in PM2.5平均浓度). */
static ty_status add_hits(ty_report *report, uint32_t at, cue_search *s, ty_error *error) {
    const ty_trie *trie = &report->lexicon->cues;
    const uint32_t *flow = report->flow;
    uint32_t node = ty_trie_first(trie, flow[at]), first = report->hits.count;
    index_hits(report, s, at + 1);
    for (uint32_t next = at + 1; node; next++) {
        for (uint32_t e = ty_trie_entry(trie, node); e != TY_NONE; e = ty_trie_meaning(trie, e)->next) {
            const ty_entry *entry = ty_trie_meaning(trie, e);
            bool compares = next == s->named && entry->kind == TY_CUE_BASE_YEAR; /* 城乡居民收入比|2010年 */
            if (next <= s->named && !compares && (next == at + 1 || entry->kind == TY_CUE_YEARLY)) continue;
            if (entry->kind == TY_CUE_INDICATOR && next > s->named) s->named = next;
            ty_hit *hit = ty_array_push(&report->arena, &report->hits, sizeof *hit);
            if (!hit) return ty_fail_memory(error);
            *hit = (ty_hit){at, next, entry->value, (uint8_t)entry->kind};
            report->cues_ending[next] |= ty_ending_bits(UINT64_C(1) << entry->kind);
            s->cues |= UINT64_C(1) << entry->kind;
        }
        node = next < s->end ? ty_trie_next(trie, node, flow[next]) : 0;
    }
    ty_hit *hits = report->hits.items;
    for (uint32_t i = first, j = report->hits.count; i + 1 < j; i++, j--) { /* longest first */
        ty_hit swap = hits[i];
        hits[i] = hits[j - 1];
        hits[j - 1] = swap;
    }
    return TY_OK;
}

/* The places of [from, to) where a word may begin: one that stands alone, or one whose first two characters say so. Gathered
   without a branch, since nothing foretells which they are. */
static uint32_t gather(const ty_report *report, uint32_t from, uint32_t to, uint32_t places[STRETCH]) {
    const uint64_t *pairs = report->lexicon->cue_pairs;
    const uint32_t *flow = report->flow;
    const uint8_t *traits = report->traits;
    uint32_t count = 0;
    for (uint32_t at = from; at < to; at++) {
        bool alone = traits[at] & TY_IS_CUE;
        places[count] = at;
        count += alone | ty_has_pair(pairs, flow[at], flow[at + 1]);
    }
    return count;
}

/* Passes ask at places; a scan of all hits for each would make them slow. */
static bool take_index(ty_report *report) {
    size_t room = (size_t)report->flow_length + 2, sentences = (size_t)report->tables[TY_SENTENCES].count + 1;
    report->hit_at = ty_arena_take(&report->arena, (room + TY_STRETCH) * sizeof *report->hit_at);
    report->cues_ending = ty_arena_take(&report->arena, room * sizeof *report->cues_ending);
    report->cues_in = ty_arena_take(&report->arena, sentences * sizeof *report->cues_in);
    if (!report->hit_at || !report->cues_ending || !report->cues_in) return false;
    memset(report->cues_in, 0, sentences * sizeof *report->cues_in);
    memset(report->cues_ending, 0, room * sizeof *report->cues_ending);
    return true;
}

/* 目标 and 指标 share a character that little else has; 增速 may be set against another, without a number. */
static bool speaks_of_targets(const ty_report *report, ty_slice range) {
    for (uint32_t at = range.start; (at = ty_next_trait(report->traits, TY_SPEAKS_OF_TARGET, at, range.end)) < range.end; at++)
        if (report->flow[at] == U'标' || (at > range.start && report->flow[at - 1] == U'增')) return true;
    return false;
}

/* Where in a sentence words matter: all through one that holds a number or speaks of targets, and through the one after it
   unless that looks back; in its opening words at the head of a paragraph, which may tell the time of what follows. */
static uint32_t wanted_end(const ty_report *report, uint32_t s, bool tells, bool after_telling) {
    const ty_sentence *sentences = TY_SENTENCES_OF(report);
    uint32_t section = sentences[s].section;
    bool looks_back = section != TY_NONE && TY_SECTIONS_OF(report)[section].role == TY_REVIEW;
    bool opens = s < 2 || sentences[s - 2].paragraph != sentences[s].paragraph; /* the second too, behind a lead */
    ty_slice range = sentences[s].flow;
    if (tells || (after_telling && !looks_back)) return range.end;
    return !opens ? range.start : range.end - range.start > TY_OPENING ? range.start + TY_OPENING : range.end;
}

static ty_status look_through(ty_report *report, ty_slice range, cue_search *s, ty_error *error) {
    *s = (cue_search){.indexed = s->indexed, .end = range.end, .named = range.start};
    for (uint32_t from = range.start; from < range.end; from += STRETCH) {
        uint32_t places[STRETCH], count = gather(report, from, range.end - from < STRETCH ? range.end : from + STRETCH, places);
        for (uint32_t i = 0; i < count; i++) {
            ty_status status = add_hits(report, places[i], s, error);
            if (status) return status;
        }
    }
    return TY_OK;
}

ty_status ty_pass_cue(ty_report *report, ty_error *error) {
    const ty_number *numbers = report->numbers.items;
    uint32_t number = 0;
    bool tells = false;
    cue_search search = {0};
    if (!take_index(report)) return ty_fail_memory(error);
    for (uint32_t s = 0; s < report->tables[TY_SENTENCES].count; s++) {
        ty_slice range = TY_SENTENCES_OF(report)[s].flow;
        bool after_telling = tells;
        while (number < report->numbers.count && numbers[number].start < range.start) number++;
        tells = (number < report->numbers.count && numbers[number].start < range.end) || speaks_of_targets(report, range);
        ty_status status = look_through(report, (ty_slice){range.start, wanted_end(report, s, tells, after_telling)}, &search, error);
        if (status) return status;
        report->cues_in[s] = search.cues;
    }
    index_hits(report, &search, report->flow_length + 2);
    return TY_OK;
}

static uint32_t longest_in(const ty_report *report, const ty_trie *trie, uint64_t cues, uint32_t start) {
    uint32_t longest = 0;
    /* The newline behind each paragraph is in no word, so the walk ends by itself. */
    for (uint32_t at = start + 1, cell = ty_trie_first(trie, report->flow[start]); cell; at++) {
        for (uint32_t e = ty_trie_entry(trie, cell); e != TY_NONE; e = ty_trie_meaning(trie, e)->next)
            if (cues >> ty_trie_meaning(trie, e)->kind & 1) longest = at;
        cell = ty_trie_next(trie, cell, report->flow[at]);
    }
    return longest;
}

uint32_t ty_longest_at(const ty_report *report, uint64_t cues, uint32_t start) {
    uint32_t place = cues & TY_PLACE_CUES ? longest_in(report, &report->lexicon->places, cues, start) : 0;
    uint32_t other = cues & ~TY_PLACE_CUES ? longest_in(report, &report->lexicon->cues, cues, start) : 0;
    return place > other ? place : other;
}

uint32_t ty_behind_bound(const ty_report *report, uint32_t at) {
    uint32_t end = ty_word_at(report, TY_CUE(APPROX_AFTER) | TY_CUE(AT_LEAST_AFTER) | TY_CUE(AT_MOST_AFTER), at);
    return end ? end : at;
}

const ty_hit *ty_longest_ending(const ty_report *report, uint64_t cues, uint32_t end) {
    const ty_hit *hits = report->hits.items, *best = NULL;
    for (uint32_t i = report->hit_at[end]; i-- && hits[i].start + report->lexicon->longest_cue >= end;)
        if (hits[i].end == end && cues >> hits[i].cue & 1) best = &hits[i];
    return best;
}

const ty_hit *ty_last_word(const ty_report *report, uint64_t cues, uint32_t start, uint32_t end) {
    const ty_hit *hits = report->hits.items;
    for (uint32_t i = report->hit_at[end]; i-- && hits[i].start >= start;)
        if (cues >> hits[i].cue & 1 && hits[i].end <= end) return &hits[i];
    return NULL;
}

const ty_hit *ty_next_word(const ty_report *report, uint64_t cues, uint32_t start, uint32_t end) {
    const ty_hit *hits = report->hits.items;
    for (uint32_t i = report->hit_at[start]; i < report->hits.count && hits[i].start < end; i++)
        if (cues >> hits[i].cue & 1 && hits[i].end <= end) return &hits[i];
    return NULL;
}
