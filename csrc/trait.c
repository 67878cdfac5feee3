/* trait.c: the traits of each place of the flow. */
#include "trait.h"

#include "numeral.h"
#include "report.h"

uint8_t ty_traits_of(uint32_t c) {
    bool stop = ty_is_stop(c), clause = stop || ty_is_comma(c) || ty_is_semicolon(c) || ty_is_colon(c);
    return (uint8_t)((stop ? TY_IS_STOP : 0) | (clause ? TY_IS_BREAK : 0) | (ty_begins_numeral(c) ? TY_BEGINS_NUMERAL : 0) |
                     (c == U'标' || c == U'速' ? TY_SPEAKS_OF_TARGET : 0) | (c - 'a' < 26 ? TY_IS_SMALL_LATIN : 0));
}

ty_status ty_pass_trait(ty_report *report, ty_error *error) {
    const uint8_t *traits = report->lexicon->traits;
    uint32_t *flow = report->flow;
    report->traits = ty_arena_take(&report->arena, (size_t)report->flow_length + 1);
    if (!report->traits) return ty_fail_memory(error);
    flow[report->flow_length] = '\n'; /* passes look one character on */
    report->traits[report->flow_length] = 0;
    for (uint32_t at = 0, end; at < report->flow_length; at = end) {
        end = report->flow_length - at > TY_STRETCH ? at + TY_STRETCH : report->flow_length;
        if (ty_is_plain_stretch(flow, at, end))
            for (uint32_t k = 0; k < TY_STRETCH; k++) report->traits[at + k] = traits[flow[at + k]];
        else
            for (; at < end; at++) report->traits[at] = flow[at] < TY_PLANE ? traits[flow[at]] : 0;
    }
    return TY_OK;
}
