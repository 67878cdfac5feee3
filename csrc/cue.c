/* cue.c: every word of the lexicon where it stands in the flow, and how passes ask for them. */
#include "report.h"

enum { LONGEST_CUE = 24 };

static ty_status add_hits(ty_report *report, uint32_t at, uint32_t end, ty_error *error) {
    const ty_trie *trie = &report->lexicon->cues;
    const uint32_t *flow = report->flow;
    uint32_t node = ty_trie_first(trie, flow[at]), first = report->hits.count;
    for (uint32_t next = at + 1; node; next++) {
        for (uint32_t e = ty_trie_entry(trie, node); e != TY_NONE; e = ty_trie_meaning(trie, e)->next) {
            const ty_entry *entry = ty_trie_meaning(trie, e);
            ty_hit *hit = ty_array_push(&report->arena, &report->hits, sizeof *hit);
            if (!hit) return ty_fail_memory(error);
            *hit = (ty_hit){at, next, entry->value, (uint8_t)entry->kind};
        }
        node = next < end ? ty_trie_next(trie, node, flow[next]) : 0;
    }
    ty_hit *hits = report->hits.items;
    for (uint32_t i = first, j = report->hits.count; i + 1 < j; i++, j--) { /* longest first */
        ty_hit swap = hits[i];
        hits[i] = hits[j - 1];
        hits[j - 1] = swap;
    }
    return TY_OK;
}

ty_status ty_pass_cue(ty_report *report, ty_error *error) {
    for (uint32_t p = 0; p < report->tables[TY_PARAGRAPHS].count; p++) {
        const ty_paragraph *paragraph = &TY_PARAGRAPHS_OF(report)[p];
        if (paragraph->role == TY_MARK || paragraph->role == TY_CHROME) continue;
        for (uint32_t at = paragraph->flow.start; at < paragraph->flow.end; at++) {
            ty_status status;
            /* Two of three places begin no word: one load and one jump that is foretold. */
            if (!ty_trie_first(&report->lexicon->cues, report->flow[at])) continue;
            if ((status = add_hits(report, at, paragraph->flow.end, error))) return status;
        }
    }
    return TY_OK;
}

uint32_t ty_first_hit(const ty_report *report, uint32_t flow) {
    const ty_hit *hits = report->hits.items;
    uint32_t low = 0, high = report->hits.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (hits[middle].start < flow) low = middle + 1;
        else high = middle;
    }
    return low;
}

const ty_hit *ty_hit_ending(const ty_report *report, ty_cue cue, uint32_t end) {
    const ty_hit *hits = report->hits.items, *best = NULL;
    for (uint32_t i = ty_first_hit(report, end); i-- && hits[i].start + LONGEST_CUE >= end;)
        if (hits[i].end == end && hits[i].cue == cue) best = &hits[i];
    return best;
}

const ty_hit *ty_hit_at(const ty_report *report, ty_cue cue, uint32_t start) {
    const ty_hit *hits = report->hits.items;
    for (uint32_t i = ty_first_hit(report, start); i < report->hits.count && hits[i].start == start; i++)
        if (hits[i].cue == cue) return &hits[i];
    return NULL;
}

const ty_hit *ty_last_hit(const ty_report *report, ty_cue cue, uint32_t start, uint32_t end) {
    const ty_hit *hits = report->hits.items;
    for (uint32_t i = ty_first_hit(report, end); i-- && hits[i].start >= start;)
        if (hits[i].cue == cue && hits[i].end <= end) return &hits[i];
    return NULL;
}

const ty_hit *ty_next_hit(const ty_report *report, ty_cue cue, uint32_t start, uint32_t end) {
    const ty_hit *hits = report->hits.items;
    for (uint32_t i = ty_first_hit(report, start); i < report->hits.count && hits[i].end <= end; i++)
        if (hits[i].cue == cue) return &hits[i];
    return NULL;
}
