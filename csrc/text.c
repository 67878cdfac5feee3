#include "text.h"

#include <string.h>

uint32_t ty_fold(uint32_t c) {
    if (c < 0x80) return c == '\t' || c == '\r' || c == '\f' || c == '\v' || c == 0 ? ' ' : c;
    if (c - 0xFF10 < 10 || c - 0xFF21 < 26 || c - 0xFF41 < 26) return c - 0xFEE0;
    switch (c) {
    case 0xA0: case 0x2002: case 0x2003: case 0x2009: case 0x3000: case 0xFEFF: case 0x200B:
        return ' ';
    case 0x85: case 0x2028: case 0x2029: return '\n';
    case U'％': return '%';
    case U'．': return '.';
    case U'（': return '(';
    case U'）': return ')';
    case U'／': return '/';
    case U'＋': return '+';
    case 0xFF0D: case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2015: case 0x2212: case 0x2500: return U'—';
    case 0x301C: case U'～': case U'∼': return '~';
    case U'○': case U'◯': case U'〇': case U'⚪': return U'〇';
    case U'∶': case U'︰': return U'：';
    case U'＂': return '"';
    case U'〝': return U'“';
    case U'〞': case U'〟': return U'”';
    default: return ty_simplified(c);
    }
}

/* One code point of strict UTF-8 (RFC 3629), or 0xFFFFFFFF. */
static uint32_t utf8_next(const uint8_t *at, const uint8_t *end, uint32_t *width) {
    uint32_t c = *at;
    size_t left = (size_t)(end - at);
    if (c < 0x80) return *width = 1, c;
    if (c < 0xC2 || c > 0xF4) return UINT32_MAX;
    uint32_t need = c < 0xE0 ? 1 : c < 0xF0 ? 2 : 3;
    if (left <= need) return UINT32_MAX;
    c &= 0x3Fu >> need;
    for (uint32_t i = 1; i <= need; i++) {
        if ((at[i] & 0xC0) != 0x80) return UINT32_MAX;
        c = c << 6 | (at[i] & 0x3Fu);
    }
    if ((need == 2 && c < 0x800) || (need == 3 && (c < 0x10000 || c > 0x10FFFF)) || c - 0xD800 < 0x800)
        return UINT32_MAX;
    return *width = need + 1, c;
}

static ty_status decode_utf8(const ty_input *input, uint32_t *raw, uint32_t *length, ty_error *error) {
    const uint8_t *begin = input->text, *end = begin + input->length, *at = begin;
    uint32_t count = 0, width = 0;
    while (at < end) {
        /* The common case first: three bytes from U+1000 to U+CFFF. */
        while (end - at >= 3 && at[0] - 0xE1u < 0x0C && ((at[1] ^ 0x80) | (at[2] ^ 0x80)) < 0x40) {
            raw[count++] = (at[0] & 0x0Fu) << 12 | (at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu);
            at += 3;
        }
        if (at == end) break;
        uint32_t c = utf8_next(at, end, &width);
        if (c == UINT32_MAX)
            return ty_fail(error, TY_NOT_TEXT, (size_t)(at - begin), "byte %zu is no UTF-8", (size_t)(at - begin));
        raw[count++] = c;
        at += width;
    }
    *length = count;
    return TY_OK;
}

static bool is_surrogate(uint32_t c) { return c - 0xD800 < 0x800; }

/* Say which character is the first that none may be. */
static ty_status refuse(const uint32_t *raw, ty_error *error) {
    size_t i = 0;
    while (!is_surrogate(raw[i]) && raw[i] <= 0x10FFFF) i++;
    if (raw[i] > 0x10FFFF) return ty_fail(error, TY_NOT_TEXT, i, "character %zu is none of Unicode", i);
    return ty_fail(error, TY_NOT_TEXT, i, "character %zu is half of a surrogate pair", i);
}

static ty_status widen(const ty_input *input, uint32_t *raw, ty_error *error) {
    const uint8_t *one = input->text;
    size_t length = input->length;
    uint32_t bad = 0;
    if (input->encoding == TY_ONE_BYTE)
        for (size_t i = 0; i < length; i++) raw[i] = one[i];
    else if (length)
        memcpy(raw, input->text, length * sizeof *raw);
    for (size_t i = 0; i < length; i++) bad |= (uint32_t)is_surrogate(raw[i]) | (uint32_t)(raw[i] > 0x10FFFF);
    return bad ? refuse(raw, error) : TY_OK;
}

static void fold(const uint32_t *raw, uint32_t *folded, uint32_t length, const uint16_t *folds) {
    for (uint32_t at = 0; at < length; at++) folded[at] = raw[at] < TY_PLANE ? folds[raw[at]] : raw[at];
}

/* Most texts come in two bytes a character: checked, widened and folded block by block, while a block is in the cache. */
static ty_status widen_and_fold(const uint16_t *two, uint32_t *raw, uint32_t *folded, uint32_t length, const uint16_t *folds, ty_error *error) {
    enum { BLOCK = 1 << 10 };
    uint16_t bad = 0;
    for (uint32_t at = 0, count; at < length; at += count) {
        const uint16_t *c = two + at;
        uint32_t *given = raw + at, *read = folded + at;
        count = length - at < BLOCK ? length - at : BLOCK;
        for (uint32_t i = 0; i < count; i++) bad |= (uint16_t)((c[i] & 0xF800) == 0xD800);
        for (uint32_t i = 0; i < count; i++) given[i] = c[i];
        for (uint32_t i = 0; i < count; i++) read[i] = folds[c[i]];
    }
    return bad ? refuse(raw, error) : TY_OK;
}

ty_status ty_text_read(ty_arena *arena, const ty_input *input, const uint16_t *folds, ty_text *text, ty_error *error) {
    if (input->length > (size_t)TY_TEXT_LIMIT * (input->encoding == TY_UTF8 ? 4 : 1)) /* before memory is asked for */
        return ty_fail(error, TY_TOO_LARGE, 0, "more than the %u characters that a text may have", (unsigned)TY_TEXT_LIMIT);
    uint32_t *raw = ty_arena_take(arena, (input->length + 1) * sizeof *raw);
    if (!raw) return ty_fail_memory(error);
    uint32_t length = (uint32_t)input->length;
    ty_status status = TY_OK;
    if (input->encoding == TY_UTF8) status = decode_utf8(input, raw, &length, error);
    else if (input->encoding != TY_TWO_BYTE) status = widen(input, raw, error);
    if (status) return status;
    if (length > TY_TEXT_LIMIT)
        return ty_fail(error, TY_TOO_LARGE, 0, "%u characters; a text may have %u", length, (unsigned)TY_TEXT_LIMIT);
    uint32_t *folded = ty_arena_take(arena, ((size_t)length + 1) * sizeof *folded);
    if (!folded) return ty_fail_memory(error);
    if (input->encoding == TY_TWO_BYTE) status = widen_and_fold(input->text, raw, folded, length, folds, error);
    else fold(raw, folded, length, folds);
    raw[length] = folded[length] = '\n'; /* a sentinel that every scan stops at */
    *text = (ty_text){.raw = raw, .folded = folded, .length = length};
    return status;
}
