/* sentence.c: paragraphs to sentences, at 。！？ and the quotes and brackets that close with them. */
#include "report.h"

static bool is_only_blank(const ty_report *report, uint32_t start, uint32_t end) {
    while (start < end && report->flow[start] == ' ') start++;
    return start == end;
}

static ty_status add_sentence(ty_report *report, uint32_t paragraph, uint32_t start, uint32_t end, ty_error *error) {
    while (start < end && report->flow[start] == ' ') start++;
    if (is_only_blank(report, start, end)) return TY_OK;
    ty_sentence *sentence = ty_array_push(&report->arena, &report->tables[TY_SENTENCES], sizeof *sentence);
    if (!sentence) return ty_fail_memory(error);
    ty_slice place = ty_flow_slice(report, start, end);
    *sentence = (ty_sentence){.start = place.start,
                              .end = place.end,
                              .text = place,
                              .paragraph = paragraph,
                              .section = TY_PARAGRAPHS_OF(report)[paragraph].section,
                              .flow = {start, end}};
    return TY_OK;
}

ty_status ty_pass_sentence(ty_report *report, ty_error *error) {
    for (uint32_t p = 0; p < report->tables[TY_PARAGRAPHS].count; p++) {
        const ty_paragraph *paragraph = &TY_PARAGRAPHS_OF(report)[p];
        uint32_t start = paragraph->flow.start, end = paragraph->flow.end;
        if (paragraph->role == TY_MARK || paragraph->role == TY_CHROME) continue;
        for (uint32_t at = start; (at = ty_next_trait(report->traits, TY_IS_STOP, at, end)) < end;) {
            at++;
            while (at < end && (ty_is_stop(report->flow[at]) || ty_is_closer(report->flow[at]))) at++;
            ty_status status = add_sentence(report, p, start, at, error);
            if (status) return status;
            start = at;
        }
        ty_status status = add_sentence(report, p, start, end, error);
        if (status) return status;
    }
    return TY_OK;
}
