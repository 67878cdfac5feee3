/* subject.c: the words that name what a number measures.
 *
 *   老旧小区改造688个        what stands between the verb and the number
 *   组织100家科技领军企业    what follows a classifier
 *   增长5.5%                 what the sentence last spoke of
 *   A、B分别增长x、y         each its own
 */
#include "candidate.h"
#include "frame.h"
#include "level.h"
#include "numeral.h"
#include "phrase.h"
#include "trim.h"

#include <string.h>

/* Is the whole phrase one verb, or nothing but verbs: 关停1000万千瓦, 新开工亿元以上项目; where a noun comes behind the number, the
   last may be one that reports use as a noun: 筹措供应3万张以上床位, not 促进就业5万人. */
static bool is_bare_verb(const ty_report *report, ty_slice phrase, bool noun_behind) {
    uint32_t adverb = report->token_at && phrase.end > phrase.start ? report->token_at[phrase.start] : TY_NONE;
    if (adverb != TY_NONE && report->token_class[adverb] == TY_BINDING && report->tokens[adverb].end < phrase.end)
        phrase.start = report->tokens[adverb].end; /* 年初|确定的增长6.5%目标 */
    uint32_t k = report->token_at && phrase.end > phrase.start ? ty_token_over(report, phrase.end - 1) : TY_NONE, first = k;
    bool governs = noun_behind && ty_word_at(report, TY_CUE(GOVERNS), phrase.start) == phrase.end; /* 招引5亿元以上项目 */
    if (k != TY_NONE && !governs && ty_is_used(report, TY_CUE_VERBAL_NOUN, phrase.start, phrase.end)) return false; /* 降|费 */
    while (first != TY_NONE && first && report->tokens[first - 1].start >= phrase.start &&
           (report->token_class[first] == TY_ACTING || report->token_class[first] == TY_QUALIFYING)) first--;
    bool all = first != k && report->tokens[first].start == phrase.start && report->token_class[first] == TY_ACTING &&
               (noun_behind || report->token_class[k] == TY_ACTING);
    bool generic = all &&
                   (ty_is_character(report, TY_CUE_SUFFIX, report->flow[phrase.end - 1]) || ty_is_used(report, TY_CUE_GENERIC, report->tokens[k].start, phrase.end));
    if (all && !generic) return true; /* not 办结|率 */
    bool acts = k != TY_NONE && report->tokens[k].end == phrase.end &&
                (report->token_class[k] >= TY_ACTING || /* not 投资 */
                 (noun_behind && ty_is_used(report, TY_CUE_MANNER, report->tokens[k].start, phrase.end))); /* 引进落地|亿元以上项目 */
    bool one = noun_behind && acts && report->tokens[k].start == phrase.start && report->token_class[k] == TY_ACTING; /* 公布|减少188项材料 */
    return one || ((acts || noun_behind) && ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS) | TY_CUE(LEVEL), phrase.start) == phrase.end);
}

/* 竣工及|基本建成3090套, 去年|新增1000台: behind the words that open the clause and name nothing. */
static uint32_t before_openers(const ty_report *report, uint32_t start) {
    enum { MOST_OPENERS = 8 };
    uint32_t k = report->token_at ? report->token_at[start] : TY_NONE;
    if (k == TY_NONE) return start;
    for (uint32_t steps = MOST_OPENERS; k && steps-- && report->tokens[k - 1].end == report->tokens[k].start; k--) {
        bool joined = report->token_class[k - 1] == TY_ACTING && ty_is_among(report->flow[report->tokens[k].start], U"及和");
        if (report->token_class[k - 1] != TY_BINDING && !joined) break;
    }
    return report->tokens[k].start;
}

/* Is the whole phrase one verb that opens its clause: ，取消119项, ，新开工90个, ，基本建成3090套; not 开展|督查20次? */
static bool is_deed(const ty_report *report, ty_slice phrase) {
    const ty_hit *opens = ty_word_ending(report, TY_CUE(LEVEL), phrase.start); /* 新开工|建设14000套 */
    uint32_t from = before_openers(report, opens && opens->end > opens->start + 1 ? opens->start : phrase.start);
    uint32_t last = from ? report->flow[from - 1] : '\n';
    if (ty_is_han(last) && last != U'共' && last != U'中') return false; /* 其中新开工 */
    uint32_t k = report->token_at && phrase.end > phrase.start ? report->token_at[phrase.start] : TY_NONE;
    if (k != TY_NONE && ty_is_used(report, TY_CUE_MANNER, phrase.start, report->tokens[k].end) && report->tokens[k].end < phrase.end)
        phrase.start = report->tokens[k++].end; /* 基本|建成 */
    bool acts = k < report->token_count && report->tokens[k].end == phrase.end && report->token_class[k] == TY_ACTING;
    return acts || (phrase.end > phrase.start && ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS) | TY_CUE(LEVEL), phrase.start) == phrase.end);
}

/* Is the whole phrase the name of a place? */
static bool is_place(const ty_report *report, ty_slice phrase) {
    return report->token_at && phrase.end > phrase.start && report->token_at[phrase.start] != TY_NONE &&
           report->tokens[report->token_at[phrase.start]].end == phrase.end &&
           ty_is_place_name(report->lexicon->dictionary, report->tokens[report->token_at[phrase.start]].word);
}

/* Is it a 、, or a 和, 与 or 及 that is a word? Not in 普及率. */
static bool divides(const ty_report *report, uint32_t at) {
    uint32_t c = report->flow[at];
    return c == U'、' || (ty_is_among(c, U"和与及") && ty_is_boundary(report, at) && ty_is_boundary(report, at + 1));
}

/* 沈阳、鞍山和丹东, 其他市: is the phrase nothing but places? */
static bool are_places(const ty_report *report, ty_slice phrase) {
    enum { LONGEST_NAME = 4 };
    uint32_t last = phrase.end > phrase.start ? report->flow[phrase.end - 1] : 0;
    bool others = phrase.end > phrase.start + 2 && ty_comes_at(report, phrase.start, U"其他");
    if (others) return phrase.end <= phrase.start + 4 && ty_is_among(last, U"市县区省");
    uint32_t start = phrase.start, places = 0, members = 0;
    for (uint32_t at = phrase.start; at <= phrase.end; at++) {
        if (at < phrase.end && !divides(report, at)) continue;
        if (at - start > LONGEST_NAME) return false;
        places += is_place(report, (ty_slice){start, at});
        members++;
        start = at + 1;
    }
    return members > 1 && 2 * places > members; /* the dictionary does not know all of them */
}

/* 全国|和|自贸区负面清单条数, 国家|、省、市级龙头企业: a place or a rank alone shares the noun that ends the whole. */
static bool shares_head(const ty_report *report, ty_slice part, ty_slice whole) {
    enum { LONGEST_PLACE = 3, LONGEST_RANK = 3 };
    if (part.end == part.start || part.end == whole.end || part.end - part.start > LONGEST_PLACE) return false;
    uint32_t last = whole.end;
    while (last > part.end && report->flow[last - 1] != U'、' && report->flow[last - 1] != U'和') last--;
    for (uint32_t at = last + 1; at < last + LONGEST_RANK && at < whole.end; at++)
        if (report->flow[at] == U'级') return true;
    return is_place(report, part) || ty_word_at(report, TY_CUE(PLACE), part.start) == part.end;
}

/* The n-th of the parts that 、 and 和 divide, or 、 alone, if there are just as many as numbers; and what names it: the whole for a
   place. */
static ty_slice part_of(const ty_report *report, ty_slice whole, uint32_t n, uint32_t count, ty_slice *name) {
    uint32_t parts = 1, listed = 1;
    for (uint32_t at = whole.start; at < whole.end; at++) parts += divides(report, at), listed += report->flow[at] == U'、';
    bool by_mark = parts > count && listed == count && listed > 1; /* 信息传输、|租赁和商务服务业增加值 */
    if (by_mark) parts = listed;
    *name = whole;
    bool single = whole.end > whole.start + 2 && report->flow[whole.start + 1] == U'、' && ty_is_word_char(report->flow[whole.end - 2]) &&
                  (parts == 2 || ty_digit_of(report->flow[whole.start]) > 0); /* 城、乡居民收入, 一、二、三产业; not 粮、棉, 煤、电、油产量 */
    uint32_t mark = parts == 2 ? ty_closing(report, whole.start, U'、', whole.end) : whole.end; /* 各项存、贷款余额 */
    uint32_t half = mark < whole.end && mark > whole.start && report->token_at ? ty_token_over(report, mark - 1) : TY_NONE;
    single = single || (half != TY_NONE && report->tokens[half].start + 1 == mark && report->token_class[half] == TY_ACTING &&
                        !ty_is_character(report, TY_CUE_SUFFIX, report->flow[mark - 1])); /* not 办结|率、满意率 */
    if (parts != count) return whole;
    ty_slice part = {whole.start, whole.start};
    for (uint32_t at = whole.start, k = 0; at <= whole.end; at++) {
        if (at < whole.end && !(by_mark ? report->flow[at] == U'、' : divides(report, at))) continue;
        if (k++ == n) {
            part.start = part.end;
            part.end = at;
            if (!single && !shares_head(report, part, whole)) *name = part;
            return part;
        }
        part.end = at + 1;
    }
    return whole;
}

/* Does the phrase end in a noun for people? */
static bool names_people(const ty_report *report, ty_slice phrase) {
    uint32_t k = report->token_at && phrase.end > phrase.start ? ty_token_over(report, phrase.end - 1) : TY_NONE;
    return k != TY_NONE && report->tokens[k].end == phrase.end && ty_names_people(report, report->tokens[k]);
}

/* 荆州、孝感、黄冈3个城市: are just as many named before a count? */
static bool are_named(const ty_report *report, const ty_quantity *row, ty_slice before) {
    uint32_t names = 1;
    ty_u128 count;
    for (uint32_t at = before.start; at < before.end; at++) names += divides(report, at);
    return row->counts && names > 1 && before.end == row->flow.start && ty_decimal_whole(row->low, &count) && count == names;
}

/* 贫困村退出、11000人|稳定脱贫，: what people do or meet with, if nothing but that stands behind them; empty otherwise. */
static ty_slice deed_of_people(const ty_report *report, const ty_quantity *row) {
    enum { LONGEST_DEED = 6 };
    uint32_t unit = report->flow[row->flow.end - 1], start = row->flow.end, end = start;
    bool people = (unit == U'人' || unit == U'户') && row->kind == TY_AMOUNT && row->change == TY_STAYS;
    while (people && report->token_at && end < report->flow_length && end < start + LONGEST_DEED) {
        uint32_t k = report->token_at[end];
        if (k == TY_NONE || !ty_is_han(report->flow[end])) break;
        if (report->token_class[k] != TY_ACTING && report->token_class[k] != TY_QUALIFYING) return (ty_slice){0, 0};
        end = report->tokens[k].end;
    }
    return end > start + 1 && !ty_is_word_char(ty_flow_char(report, end)) ? (ty_slice){start, end} : (ty_slice){0, 0};
}

/* 中央|安排30亿元国债资金: is it who spends the money? */
static bool is_spender(const ty_report *report, const ty_quantity *row, ty_slice phrase) {
    enum { LONGEST_SPENDER = 5 }; /* 自治区财政 */
    bool fits = phrase.end > phrase.start + 1 && phrase.end - phrase.start <= LONGEST_SPENDER && ty_is_money(report, row);
    return fits && phrase.end < row->flow.start && ty_is_used(report, TY_CUE_SPENDER, phrase.end - 2, phrase.end);
}

static bool prefers_after(const ty_report *report, const ty_quantity *row, ty_slice before, ty_slice after, bool predicate) {
    if (after.start == after.end || ty_is_goal_compared(report, row)) return false;
    uint32_t tail = ty_behind_bound(report, row->flow.end); /* 4.5%左右的增长目标 */
    if (row->bound == TY_AT_LEAST && before.end > before.start && ty_is_feat(report, tail)) return false;
    bool located = report->flow[after.start] == U'在' && ty_is_boundary(report, after.start + 1) &&
                   ty_last_token(report, TY_NAMING, before.start, before.end) != TY_NONE;
    if (located) return false; /* 世界500强企业已有153家|在江苏投资 */
    bool persons = report->flow[row->flow.end - 1] == U'人' && row->kind == TY_AMOUNT;
    if (persons && names_people(report, before) && !names_people(report, after)) return false; /* 组织贫困群众1.56万人外出务工 */
    if (before.end > before.start && ty_flow_char(report, tail) == U'用') return false; /* 支出70%以上用于民生 */
    if (before.end > before.start && ty_word_ending(report, TY_CUE(FROM), row->flow.start) && /* 学校由71所整合为47所 */
        ty_last_token(report, TY_NAMING, after.start, after.end) == TY_NONE)
        return false;
    const ty_hit *runs = before.end > before.start && row->kind == TY_AMOUNT && report->flow[row->flow.end - 1] == U'次'
                             ? ty_word_ending(report, TY_CUE(RUN_SPAN), row->flow.start) : NULL;
    if (runs && report->flow[runs->start] == U'连') return false; /* 考核连续3次获评优秀; not 最近3次普查 */
    uint32_t acts = report->token_at ? report->token_at[after.start] : TY_NONE;
    if (row->kind == TY_PERCENT && after.start == tail && before.end > before.start && acts != TY_NONE &&
        report->token_class[acts] == TY_ACTING && !predicate)
        return false; /* 制造业企业100%|使用绿色电力 */
    bool reached = predicate && before.end > before.start && /* 优良率保持100%的省份 */
                   ty_word_ending(report, TY_CUE(REACH_LEVEL), row->flow.start);
    bool levels = row->change == TY_STAYS || row->why[TY_WHY_CHANGE].start > row->flow.end + 1; /* 16%的税率, 年均11.8%的经济增长 */
    bool bare = after.end == after.start + 2 && ty_is_used(report, TY_CUE_GENERIC, after.start, after.end) &&
                !ty_comes_before(report, after.end, U"资金"); /* 5.8%的|水平; not 两成的资金 */
    bool manner = ty_comes_before(report, after.end, U"速度") && after.end == after.start + 2 && row->change != TY_STAYS; /* 以12%的|速度递增 */
    manner = manner || (row->change != TY_STAYS && ty_last_token(report, TY_NAMING, after.start, after.end) == TY_NONE); /* 15.7%的|高速增长 */
    if (row->kind == TY_PERCENT && levels && ty_flow_char(report, tail) == U'的') return !reached && !bare && !manner;
    bool invests = ty_is_money(report, row) && before.end > before.start && acts != TY_NONE && report->token_class[acts] == TY_ACTING &&
                   ty_word_at(report, TY_CUE(VERB) | TY_CUE(GOVERNS), after.start) == report->tokens[acts].end &&
                   after.start == row->flow.end && ty_last_token(report, TY_NAMING, before.start, before.end) != TY_NONE;
    if (invests) return false; /* 扶贫资金27.31亿元|投入脱贫攻坚 */
    const ty_quantity *next = row + 1, *rows_end = TY_QUANTITIES_OF(report) + report->tables[TY_QUANTITIES].count;
    bool of_next = row->counts && next < rows_end && next->flow.start == after.end && next->clause == row->clause && ty_has_value(next) &&
                   next->status == row->status && !ty_is_word_char(ty_flow_char(report, next->flow.end)) &&
                   after.start == row->flow.end && before.end == row->flow.start && before.end > before.start;
    uint32_t last_word = of_next && report->token_at ? ty_token_over(report, before.end - 1) : TY_NONE;
    if (last_word != TY_NONE && report->token_class[last_word] == TY_NAMING) return false; /* 幼儿园397所|学位7.99万个; not 新能源50辆|公交车120辆 */
    bool among = before.end > before.start && before.end == row->flow.start && ty_flow_char(report, row->flow.end) == U'等';
    if (among) return false; /* 水泥4200万吨、平板玻璃3500万箱等|落后产能 */
    if (row->counts && row->flow.start && report->flow[row->flow.start - 1] == U'的') return true; /* 促进增长的十项措施 */
    if (ty_passes_size(report, row) || are_named(report, row, before)) return true; /* 营业收入过10亿元企业 */
    if (row->counts && before.end > before.start && before.end == row->flow.start && report->flow[before.end - 1] == U'等')
        return true; /* 水库、泵站等12项工程 */
    bool did = row->counts && before.end > before.start && before.end + 1 == row->flow.start && report->flow[before.end] == U'了';
    uint32_t k = did && report->token_at ? ty_token_over(report, before.end - 1) : TY_NONE;
    if (k != TY_NONE && report->token_class[k] == TY_ACTING && row->change == TY_STAYS) return true; /* 农民指出了12个好处 */
    const ty_hit *level = ty_word_ending(report, TY_CUE(REACH_LEVEL), row->flow.start);
    bool levelled = level && before.end > before.start && (level->end > level->start + 1 || report->flow[level->start] == U'达');
    if (row->bound == TY_ORDER) return before.start == before.end || (!predicate && !levelled); /* 预算收入达万亿级规模 */
    bool people = row->kind == TY_AMOUNT && row->unit == TY_NONE; /* 减少2.3万绝对贫困人口 */
    bool adds = ty_is_money(report, row) && after.start == row->flow.end; /* 增发1万亿元国债 */
    if (after.start == row->flow.end && is_spender(report, row, before)) return true;
    if (before.start == before.end) return !predicate || row->change == TY_STAYS || row->counts || people || adds; /* 增加5000个招生计划 */
    if (predicate && row->counts && row->change == TY_STAYS) return true; /* 范围扩大到1451个县 */
    return !predicate && row->change != TY_INCREASES && row->change != TY_DECREASES && row->kind != TY_DURATION;
}

/* 提前|两年, 今明|两年. */
static bool is_early(const ty_report *report, uint32_t start) {
    return ty_comes_before(report, start, U"提前") || ty_comes_before(report, start, U"今明");
}

/* 大发展|时期, 经济调整|期间. */
static bool is_period(const ty_report *report, ty_slice phrase) {
    uint32_t next = ty_flow_char(report, phrase.end), behind = ty_flow_char(report, phrase.end + 1), end = phrase.end;
    if (phrase.end < phrase.start + 3) return false;
    return (next == U'期' && behind == U'间') || ty_comes_before(report, end, U"时期");
}

/* 2020年的|9.6年: the value of a date. `first` is the first row of its sentence. */
static bool comes_from_date(const ty_report *report, uint32_t first, const ty_quantity *row) {
    if (row == &TY_QUANTITIES_OF(report)[first] || row[-1].kind != TY_DATE) return false;
    return row[-1].flow.end + 1 == row->flow.start && report->flow[row[-1].flow.end] == U'的';
}

/* 三年行动方案, 连续九年增产: what the length is of. A frame (五年来) is of nothing. */
static ty_slice of_length(const ty_report *report, uint32_t first, const ty_quantity *row, ty_slice before, ty_slice after, ty_slice list) {
    bool since = ty_word_at(report, TY_CUE(PAST_SPAN_AFTER), row->flow.end);
    bool slogan = row->in_years && row->status == TY_OTHER_STATUS && row->flow.start && report->flow[row->flow.start - 1] == U'“';
    if (slogan && !ty_word_at(report, TY_CUE(NAMED_LENGTH), row->flow.end)) return (ty_slice){0, 0}; /* “五年大变样” */
    if (ty_is_record(report, row)) return (ty_slice){list.start, list.end - (list.end == row->flow.start)}; /* 增速|创4年新高 */
    if (!since && ty_word_ending(report, TY_CUE(RUN_SPAN), row->flow.start)) { /* 连续四年获得优秀等次 */
        if (before.end > before.start) return before;
        if (list.end > list.start && !ty_word_at(report, TY_CUE(GOVERNS), row->flow.end)) return list; /* 粮食产量…，连续三年增产 */
        if (ty_word_at(report, TY_CUE(AT_LEAST) | TY_CUE(AT_MOST), row->flow.end)) return list; /* 增幅连续4年高于全国平均水平 */
        uint32_t k = report->token_at && row->flow.end < report->flow_length ? report->token_at[row->flow.end] : TY_NONE;
        bool acts = k != TY_NONE &&
                    (report->token_class[k] >= TY_ACTING || ty_last_token(report, TY_NAMING, after.start, after.end) == TY_NONE);
        ty_slice object = acts ? ty_words_framed(report, row, row->flow.end) : (ty_slice){0, 0};
        bool place = object.end > object.start && ty_word_at(report, TY_CUE(PLACE), object.start) == object.end; /* 连续五年保持|全国|前十 */
        if (object.end > object.start && !(place && list.end > list.start)) return object;
        return after.end > after.start && !(acts && list.end > list.start) ? after : list; /* 近三年|提升21个百分点 */
    }
    uint32_t named = ty_word_at(report, TY_CUE(NAMED_LENGTH), row->flow.end);
    bool adjoins = before.end == row->flow.start || ty_word_at(report, TY_CUE(INCREASE), before.end) == row->flow.start; /* 规范|提升|三年行动 */
    bool to_do = named && named + 2 == after.end && report->flow[named] == U'任'; /* 治本攻坚三年行动任务 */
    uint32_t verb = named && report->token_at && before.end > before.start ? report->token_at[before.start] : TY_NONE;
    while (verb != TY_NONE && report->tokens[verb].end < before.end && ty_is_used(report, TY_CUE_ADVERB, report->tokens[verb].start, report->tokens[verb].end))
        verb = report->token_at[report->tokens[verb].end];
    bool done = verb != TY_NONE && report->tokens[verb].end == before.end &&
                ty_word_at(report, TY_CUE(GOVERNS), report->tokens[verb].start) == before.end; /* 大力实施|两年攻坚行动 */
    if (named && !done && (to_do || named >= after.end) && adjoins && before.end > before.start) return (ty_slice){before.start, row->flow.start};
    uint32_t within = ty_word_at(report, TY_CUE(WITHIN), row->flow.end);
    bool takes = ty_takes_time(report, row);
    if (since && ty_tells_rarity(report, row)) return before.end > before.start ? before : list; /* 增幅为9年来最好水平 */
    if (since || within || takes) return ty_words_framed(report, row, takes ? row->flow.end : within);
    if (is_early(report, row->flow.start)) { /* 提前一年完成任务, 四大目标提前一年实现 */
        ty_slice object = ty_words_framed(report, row, row->flow.end);
        if (before.end == row->flow.start && before.end > before.start + 2) before.end -= 2;
        return object.end > object.start || before.end > row->flow.start - 2 ? object : before;
    }
    if (row->change != TY_STAYS) return before.end > before.start ? before : list; /* 优良天数312天，增加7.8天 */
    const uint64_t goes_on = TY_CUE(INCREASE) | TY_CUE(DECREASE) | TY_CUE(YEARLY);
    bool averages = ty_comes_at(report, row->flow.end, U"平均");
    bool compared = ty_word_ending(report, TY_CUE(BASE_YEAR), row->flow.start) && ty_flow_char(report, row->flow.end) == U'前';
    bool rises = ty_word_at(report, goes_on, row->flow.end) && !ty_word_at(report, TY_CUE(REACH_LEVEL), row->flow.end); /* not 从20天|压缩到 */
    if (compared || averages || rises) return (ty_slice){0, 0}; /* 比五年前; 余额五年增长1.5倍, 两年平均增长 */
    bool is_value = ty_word_ending(report, TY_CUE(REACH_LEVEL) | TY_CUE(FROM), row->flow.start) || comes_from_date(report, first, row);
    uint32_t noun = is_value && !named ? ty_last_token(report, TY_NAMING, before.start, before.end) : TY_NONE;
    if (noun != TY_NONE && report->tokens[noun].end == before.end) return before; /* 平均受教育年限从10.2年提高到10.8年 */
    if (row->status != TY_OTHER_STATUS && row->in_years) /* 经过三年调整, 三年经济调整期间; other years only tell the time */
        return ty_goes_through(report, row->flow.start) || is_period(report, after) ? after : (ty_slice){0, 0};
    uint32_t k = report->token_at && after.end > after.start && !row->in_years ? report->token_at[after.start] : TY_NONE;
    bool acts = k != TY_NONE && report->token_class[k] == TY_ACTING && before.end > before.start; /* 企业注册实现3个工作日|办结 */
    bool moves = ty_word_at(report, TY_CUE(REACH_LEVEL), row->flow.end) >= after.end; /* 由37天|降低到5天 */
    return after.end > after.start && !acts && !moves ? after : before;
}

/* 新登记经营主体320万户、增长13%，|总量|达2037万户: a noun that says little, of what was told in the same unit. */
static bool sums_up(const ty_report *report, const ty_slice *told, uint32_t first, uint32_t i, ty_slice phrase, ty_slice carried) {
    enum { MOST_BACK = 6 };
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t k = report->token_at && phrase.end > phrase.start ? report->token_at[phrase.start] : TY_NONE;
    bool scale = phrase.end == phrase.start + 2 && ty_comes_at(report, phrase.start, U"规模");
    if (k == TY_NONE || (report->flow[phrase.start] != U'总' && report->flow[phrase.end - 1] != U'数' && !scale)) return false; /* not 余额 */
    bool total = report->flow[phrase.start] == U'总' && phrase.end > phrase.start + 2 && /* 总里程 */
                 ty_is_used(report, TY_CUE_GENERIC, phrase.start + 1, phrase.end);
    bool generic = report->tokens[k].end == phrase.end && ty_is_used(report, TY_CUE_GENERIC, phrase.start, phrase.end);
    if (!total && !generic && !scale) return false;
    if (rows[i].kind != TY_AMOUNT || rows[i].unit == TY_NONE) return false;
    bool beside = i > first && rows[i - 1].change != TY_STAYS &&
                  (rows[i - 1].clause == rows[i].clause || (rows[i - 1].kind == TY_PERCENT && rows[i - 1].clause + 1 == rows[i].clause));
    if (scale && !beside) return false; /* 增加1.5万亿元、规模近9.8万亿元; 增长10%，规模超9300亿元 */
    uint32_t last = i - (i > first);
    bool gap = last > first && rows[last].kind == TY_PERCENT && rows[last].change == TY_STAYS && rows[last - 1].clause == rows[last].clause &&
               report->flow[rows[last].flow.end - 1] == U'点';
    last -= gap; /* 增长5.5%、高于全国0.3个百分点，总量突破2.5万亿元 */
    last -= last > first && rows[last].kind == TY_DATE; /* 增长10%，到2010年，总量突破1万亿元 */
    bool grown = last < i && rows[last].kind == TY_PERCENT && rows[last].change != TY_STAYS && report->flow[rows[last].flow.end - 1] != U'点';
    grown = grown && rows[last].clause + 1 + (last + 1 < i) >= rows[i].clause;
    for (uint32_t j = i; grown && j-- > first && i - j <= TY_LOOK_BACK;) {
        if (ty_is_semicolon(report->flow[ty_clause_of(report, &rows[j])->end - 1])) break;
        grown = rows[j].unit != rows[i].unit; /* not 进出口300亿元，服务贸易增长10%，总额达500亿元 */
    }
    if (grown && (scale || report->flow[phrase.start] == U'总') && told[last].start == carried.start) return true; /* 生产总值增长6%，总量突破90万亿元 */
    uint32_t of = TY_NONE;
    for (uint32_t j = i; j-- > first && i - j <= MOST_BACK;) {
        if (!ty_has_value(&rows[j]) || rows[j].unit != rows[i].unit) continue;
        if (of != TY_NONE && rows[of].clause == rows[i].clause && rows[j].clause != rows[i].clause) break; /* 3万户、总数达60万户 */
        if (of != TY_NONE && told[j].start != told[of].start) return false; /* 新增企业3万户，个体户5万户，总数达60万户 */
        if (of == TY_NONE) of = j;
    }
    return of != TY_NONE && told[of].end > told[of].start && told[of].start == carried.start;
}

/* 存款940亿元、贷款620亿元，比年初增加50亿元和30亿元; 城镇居民收入17175元，农村居民收入5153元，增长9.8%和8.5%: do the clauses before
   tell just as many values in one unit, each of its own? */
static bool stand_side_by_side(const ty_report *report, const ty_slice *told, uint32_t first, uint32_t head, uint32_t count) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t values = 0, next = head;
    bool share = rows[head].kind == TY_PERCENT;
    if (rows[head].change == TY_STAYS || count < 2) return false;
    for (uint32_t j = head; j-- > first && rows[j].clause + 1 >= rows[next].clause;) {
        if (!ty_has_value(&rows[j]) || rows[j].clause == rows[head].clause) continue;
        bool alike = next == head ? share || rows[j].unit == rows[head].unit : rows[j].unit == rows[next].unit;
        if (rows[j].change != TY_STAYS || !alike || rows[j].kind != TY_AMOUNT) break;
        if (told[j].end <= told[j].start || (values && told[j].start == told[next].start)) return false;
        next = j;
        if (++values > count) return false;
    }
    return values == count;
}

/* A、B分别淘汰丙1吨和2吨: the n-th of what stands before 分别; or, where nothing does, of the numbers before. */
static bool distributed(const ty_report *report, const ty_slice *told, const ty_slice *named, uint32_t first, uint32_t head,
                        uint32_t n, uint32_t count,
                        ty_slice *subject, ty_slice *name) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t start = ty_clause_of(report, &rows[head])->start, end = rows[head].flow.start;
    while (end > start + 1 && !ty_comes_before(report, end, U"分别")) end--;
    bool predicate = false, apart = end > start + 1;
    if (!apart && !stand_side_by_side(report, told, first, head, count)) return false;
    *subject = (ty_slice){0, 0};
    end = apart ? end - 2 : rows[head].flow.start;
    for (uint32_t before = end + 1; end < before;) { /* 五年年均|分别 */
        before = end;
        end = ty_strip_right(report, start, ty_strip_times(report, first, head, start, end), &predicate);
    }
    if (report->flow[start] != U'第') start = ty_after_dates(report, first, head, start); /* 第一、第三产业增加值 */
    start = ty_strip_left(report, start, end);
    if (!apart && end > start && !ty_compares_at(report, start)) return false;
    if (apart && report->flow[start] == U'总' && ty_is_used(report, TY_CUE_GENERIC, start, end)) end = start; /* 总数分别达18家、126家 */
    bool based = head > first && rows[head - 1].clause == rows[head].clause && ty_has_value(&rows[head - 1]) &&
                 rows[head - 1].kind != TY_DURATION; /* 从5元和3元分别提高到 */
    if (apart && end > start && !based) {
        ty_slice whole = {start, end};
        *subject = part_of(report, whole, n, count, name);
        return subject->start != whole.start || subject->end != whole.end;
    }
    ty_slice topic = apart && !based ? ty_topic_before(report, first, head) : (ty_slice){0, 0};
    if (topic.end > topic.start) {
        *subject = part_of(report, topic, n, count, name);
        return subject->start != topic.start || subject->end != topic.end;
    }
    uint32_t near = head, back = head - first > TY_LOOK_BACK ? head - TY_LOOK_BACK : first;
    while (near > back && !ty_has_value(&rows[near - 1])) near--;
    if (apart && near > back && told[near - 1].end > told[near - 1].start) { /* A和B均突破万亿元，分别达到… */
        *subject = part_of(report, told[near - 1], n, count, name);
        if (subject->start != told[near - 1].start || subject->end != told[near - 1].end) return true;
    }
    uint32_t left = count - n, told_last = TY_NONE; /* values to go back over, each with its base: 由235亿元增加到346亿元 */
    for (uint32_t j = head; j-- > back && left;) {
        if (!ty_has_value(&rows[j]) || rows[j].kind == TY_DURATION || !(apart || rows[j].clause != rows[head].clause)) continue;
        bool pairs = told_last != TY_NONE && told[j].start == told[told_last].start && rows[j].list != rows[told_last].list &&
                     rows[j].clause == rows[told_last].clause && ty_last_word(report, TY_CUE(FROM), ty_clause_of(report, &rows[j])->start, rows[j].flow.start);
        told_last = j;
        if (!pairs && !--left) *subject = told[j], *name = named[j];
    }
    return !left && subject->end > subject->start;
}

/* 这些项目，今年可以完工的有188个, 年底前全部建成的400个: what stands before the number says which of them are counted. */
static bool tells_how_many(const ty_report *report, uint32_t first, uint32_t i) {
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t at = rows[i].flow.start;
    if (at < 2) return false;
    uint32_t k = rows[i].counts && report->flow[at - 1] == U'的' && report->token_at ? ty_token_over(report, at - 2) : TY_NONE;
    bool done = k != TY_NONE && report->token_class[k] == TY_ACTING;
    if (!done && (report->flow[at - 1] != U'有' || report->flow[at - 2] != U'的')) return false;
    return i == first || rows[i - 1].clause != rows[i].clause;
}

/* 增长速度在4.3%以上，高的|达到5.5%: does an adjective alone say which of those just told it is? */
static bool picks_out(const ty_report *report, const ty_quantity *row, ty_slice phrase) {
    uint32_t start = phrase.start + (phrase.end == phrase.start + 2 && report->flow[phrase.start] == U'最');
    if (phrase.end != start + 1 || ty_flow_char(report, phrase.end) != U'的' || !report->token_at) return false;
    uint32_t k = report->token_at[start];
    return phrase.end < row->flow.start && k != TY_NONE && report->token_class[k] != TY_NAMING && phrase.start == ty_clause_of(report, row)->start;
}

/* What has been told where a row stands. */
typedef struct telling {
    const ty_report *report;
    ty_slice *told, *named; /* of each row: its subject in the flow, and what names it, which may be more */
    uint32_t sentence, first; /* and its first row */
    ty_slice carried;       /* what a number without words of its own is told of */
    ty_slice list;          /* what the last row that heads a list, or stands alone, is told of; its members share it */
    ty_slice last;          /* carried in the sentence before: 增长9%。两年平均增长8% */
} telling;

static void open_sentence(telling *s, uint32_t i) {
    const ty_sentence *sentences = TY_SENTENCES_OF(s->report);
    uint32_t now = TY_QUANTITIES_OF(s->report)[i].sentence;
    bool goes_on = s->sentence != TY_NONE && s->sentence + 1 == now && sentences[s->sentence].paragraph == sentences[now].paragraph;
    s->last = goes_on ? s->carried : (ty_slice){0, 0};
    s->carried = (ty_slice){0, 0};
    s->sentence = now;
    s->first = i;
}

/* 满意度提高3.2分，上升4个|位次: by how many places, not what. */
static bool is_place_moved(const ty_report *report, const ty_quantity *row, ty_slice after) {
    return row->change != TY_STAYS && after.end == after.start + 2 && ty_comes_before(report, after.end, U"位次");
}

/* 下放审批事项41项，|取消119项: what the number before in the same unit is told of; empty if there is none. */
static ty_slice told_in_unit(const telling *s, uint32_t i) {
    enum { MOST_BACK = 4 };
    const ty_quantity *rows = TY_QUANTITIES_OF(s->report), *last = i > s->first ? &rows[i - 1] : NULL;
    if (last && last->kind == TY_PERCENT && last->change != TY_STAYS) return s->carried; /* 火灾下降20%，共发生30起 */
    for (uint32_t j = i; j-- > s->first && i - j <= MOST_BACK;) {
        bool part = s->report->flow[ty_clause_of(s->report, &rows[j])->start] == U'其' && rows[j].clause != rows[i].clause;
        if (part) continue; /* 其中规上企业20家 */
        if (ty_has_value(&rows[j]) && rows[j].unit == rows[i].unit && rows[j].status == rows[i].status && s->told[j].end > s->told[j].start)
            return s->told[j];
    }
    return (ty_slice){0, 0};
}

/* What is carried to a number that has no words of its own; to an amount of change behind a share (优良天数336天，优良率92%，同比增加12天),
   and to a count behind money (项目382个，总投资1048亿元，开工248个), what was told in its unit. */
static ty_slice carried_to(const telling *s, uint32_t i) {
    const ty_quantity *rows = TY_QUANTITIES_OF(s->report), *last = i > s->first ? &rows[i - 1] : NULL;
    if (last && last->kind == TY_DATE) last = last > rows + s->first ? last - 1 : NULL; /* 达到317天，比2007年净增100天 */
    bool share = last && last->kind == TY_PERCENT && last->change == TY_STAYS && last->clause != rows[i].clause;
    bool lengthens = last && last->kind == TY_DURATION && rows[i].kind == TY_DURATION && rows[i].change != TY_STAYS;
    if (lengthens && s->told[last - rows].end > s->told[last - rows].start) return s->told[last - rows]; /* 优良天数335天，增加12天 */
    bool changes = rows[i].change != TY_STAYS && rows[i].kind != TY_PERCENT && s->report->flow[rows[i].flow.end - 1] != U'倍';
    bool counts = last && rows[i].counts && ty_is_money(s->report, last);
    if (!counts && !(share && changes)) return s->carried;
    ty_slice told = told_in_unit(s, i);
    return told.end > told.start ? told : s->carried;
}

/* 超100亿元|企业1家、超50亿元|企业4家: does the size before in the same unit select the same things, or this one nothing new? */
static bool selects_same(const telling *s, uint32_t i) {
    enum { MOST_BACK = 4 };
    const ty_report *report = s->report;
    const ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t at = ty_behind_bound(report, rows[i].flow.end), j = i;
    at += ty_flow_char(report, at) == U'的';
    if (ty_begins_numeral(ty_flow_char(report, at))) return true; /* 其中超50亿元|4户 */
    while (j > s->first && i - j < MOST_BACK && !(j < i && rows[j].unit == rows[i].unit)) j--;
    uint32_t other = ty_behind_bound(report, rows[j].flow.end);
    other += ty_flow_char(report, other) == U'的';
    return j < i && ty_flow_char(report, other) == ty_flow_char(report, at) && ty_flow_char(report, other + 1) == ty_flow_char(report, at + 1);
}

/* 引进企业30家，12家|落户高新区, 3家|在境外上市: does what stands behind a count at the head of a clause tell what they did, and end it? */
static bool tells_deed(const ty_report *report, const ty_quantity *row, ty_slice after) {
    if (!row->counts || row->flow.start != ty_clause_of(report, row)->start || after.start != row->flow.end) return false;
    if (!report->token_at || report->token_at[after.start] == TY_NONE || ty_is_word_char(ty_flow_char(report, after.end))) return false;
    ty_token token = report->tokens[report->token_at[after.start]];
    bool at = token.end == token.start + 1 && report->flow[token.start] == U'在';
    bool moves = token.end > token.start + 1 && (ty_is_used(report, TY_CUE_MANNER, token.start, token.end) ||
                 ty_word_at(report, TY_CUE(HAPPENS), token.start) == token.end);
    uint32_t last = ty_token_over(report, after.end - 1);
    uint32_t noun = last == TY_NONE ? after.end : report->tokens[last].start;
    bool qualifies = ty_is_used(report, TY_CUE_OWNER, noun, after.end) || ty_is_used(report, TY_CUE_PROJECT, noun, after.end) ||
                     ty_is_used(report, TY_CUE_PERSON, noun, after.end); /* 12个|投产项目 */
    if (qualifies && !at) return false;
    return (at || moves) && token.end < after.end;
}

/* What row i is told of: what stands before it, or, where that names nothing, the clause before, what money is for, what was told
   last. */
static ty_slice what_is_told(const telling *s, uint32_t i, ty_slice before, bool told_behind, bool predicate) {
    const ty_report *report = s->report;
    const ty_quantity *row = &TY_QUANTITIES_OF(report)[i];
    bool none = before.start == before.end, place = predicate && (is_place(report, before) || (row->change != TY_STAYS && are_places(report, before)));
    const ty_hit *limit = ty_word_ending(report, TY_CUE(APPROX) | TY_CUE(AT_LEAST) | TY_CUE(AT_MOST),
                          row->flow.start); /* 投资约460亿元 */
    bool bare = !none && before.end == (limit ? limit->start : row->flow.start) && row->kind == TY_AMOUNT && !row->counts &&
                ty_word_at(report, TY_CUE(VERB), before.start) == before.end; /* 煤炭工业建设，五年|投资|179亿元 */
    ty_slice topic = {0, 0};
    bool some = !told_behind && tells_how_many(report, s->first, i);
    if (!told_behind && (place || bare || none || some)) topic = ty_topic_before(report, s->first, i);
    bool heads = topic.start == TY_SENTENCES_OF(report)[s->sentence].flow.start && !ty_is_word_char(ty_flow_char(report, topic.end));
    if (bare && !heads) topic = (ty_slice){0, 0};
    uint32_t acting = report->token_at && !none ? ty_token_over(report, before.end - 1) : TY_NONE;
    bool ends = acting != TY_NONE && report->token_class[acting] == TY_ACTING && report->tokens[acting].start > before.start;
    bool spends = !none && (is_spender(report, row, before) || /* 中央财政累计投入, 市财政筹集 */
                            (ends && is_spender(report, row, (ty_slice){before.start, report->tokens[acting].start})));
    bool by = spends || (report->token_at && !none && report->token_at[before.end] != TY_NONE &&
                         report->token_class[report->token_at[before.end]] == TY_ACTING);
    ty_slice purpose = by || none || bare ? ty_purpose_of(report, row) : (ty_slice){0, 0}; /* 投资9665万元实施整治项目 */
    if (purpose.end > purpose.start) return purpose;
    if (topic.end > topic.start) return topic;
    bool carries = s->carried.end > s->carried.start;
    uint32_t last = some && !none && report->token_at ? ty_token_over(report, before.end - 1) : TY_NONE;
    bool picks = carries && picks_out(report, row, before);
    if (picks) return s->carried;
    bool which = last != TY_NONE && report->token_class[last] == TY_BINDING; /* 单位有一万个，其中限额以上的有921个; not 结案处理的 */
    ty_slice same = which ? told_in_unit(s, i) : (ty_slice){0, 0};
    if (same.end > same.start) return same;
    bool goes_on = carries && (place || sums_up(report, s->told, s->first, i, before, s->carried)); /* 四川省由29‰降到6.1‰，上海市由… */
    return goes_on ? s->carried : before;
}

/* What a length is told of. */
static ty_slice subject_of_length(const telling *s, uint32_t i, ty_slice before, ty_slice after) {
    const ty_quantity *rows = TY_QUANTITIES_OF(s->report);
    ty_slice subject = of_length(s->report, s->first, &rows[i], before, after, s->list);
    for (uint32_t j = i; subject.start == subject.end && j-- > s->first && i - j <= TY_LOOK_BACK && rows[j].clause == rows[i].clause;)
        if (rows[j].kind == TY_DURATION && comes_from_date(s->report, s->first, &rows[j]))
            subject = s->told[j]; /* 从2020年的9.6年提高到2025年的10.2年 */
    bool sets = subject.end == subject.start + 1 && ty_tells_rarity(s->report, &rows[i]); /* 融资增长41%、|创|十年来新高 */
    if (sets) subject = s->carried;
    bool both = i > s->first && rows[i - 1].kind == TY_DURATION; /* 从9.6年提高到10.2年 */
    bool rare = both && subject.start == subject.end && ty_tells_rarity(s->report, &rows[i]);
    if (rare) return s->told[i - 1]; /* 灰霾天数由112天降至35天，23年来最少 */
    bool changed = both && subject.start == subject.end && rows[i - 1].change != TY_STAYS && rows[i - 1].unit == rows[i].unit &&
                   rows[i - 1].clause + 1 >= rows[i].clause && ty_is_reached(s->report, &rows[i]);
    if (changed) return s->told[i - 1]; /* 优良天数增加7天，达到283天 */
    return both && subject.start < rows[i - 1].flow.end && subject.end > rows[i - 1].flow.start ? s->told[i - 1] : subject;
}

/* 原煤：全部建成后增加的|年产能力为9310万吨，五年内增加的年产能力为5385万吨: the title before the colon at the head of the sentence, where
   a noun says little without it; empty otherwise. */
static ty_slice titled(const telling *s, uint32_t i, ty_slice before) {
    enum { LONGEST_NOUN = 4, MOST_BACK = 6 };
    const ty_report *report = s->report;
    const ty_clause *clauses = report->clauses.items;
    uint32_t start = before.start, c = TY_QUANTITIES_OF(report)[i].clause, head = TY_SENTENCES_OF(report)[s->sentence].flow.start;
    if (!report->token_at) return (ty_slice){0, 0};
    if (before.end > start + 2 && ty_comes_at(report, start, U"年产")) start += 2;
    bool generic = before.end > start && before.end - before.start <= LONGEST_NOUN && ty_is_used(report, TY_CUE_GENERIC, start, before.end);
    for (uint32_t steps = MOST_BACK; generic && c && steps-- && clauses[c].start > head; c--)
        if (clauses[c - 1].start == head) {
            ty_slice title = ty_before_colon(report, c);
            for (uint32_t k = ty_token_from(report, title.start); title.end > title.start && k < report->token_count; k++) {
                if (report->tokens[k].start >= title.end) break;
                bool names_it = report->token_class[k] <= TY_QUALIFYING || report->flow[report->tokens[k].start] == U'和';
                if (!names_it) title.end = title.start; /* 会议指出：, 今年的任务是： */
            }
            return ty_ends_in_goal(report, title.end) ? (ty_slice){0, 0} : title;
        }
    return (ty_slice){0, 0};
}

/* 总投资|32亿元的电厂: is what stands just before the measure that is told? */
static bool sizes(const ty_report *report, const ty_quantity *row, ty_slice before) {
    return before.end == row->flow.start && before.end > before.start + 1 && ty_is_used(report, TY_CUE_OUTLAY, before.end - 2, before.end);
}

/* The words behind row i that may be its subject; `acts` if they are people and what they did. */
static ty_slice words_behind(const ty_report *report, uint32_t i, ty_slice before, bool *acts) {
    const ty_quantity *row = &TY_QUANTITIES_OF(report)[i];
    ty_slice after = ty_words_after(report, i), deed = deed_of_people(report, row);
    bool extent = row->kind == TY_PERCENT && row->change != TY_STAYS && after.end == after.start + 2 && ty_comes_before(report, after.end, U"幅度");
    ty_slice object = extent ? ty_words_framed(report, row, after.end) : (ty_slice){0, 0};
    if (object.end > object.start) after = object; /* 按5%的幅度压减|一般性支出 */
    bool apart = before.start == before.end || before.end < row->flow.start || report->flow[before.end - (before.end > 0)] == U'、'; /* not 危房改造|1200户竣工 */
    *acts = deed.end > deed.start && apart && !names_people(report, before);
    return *acts ? deed : after;
}

/* What a row that has no noun of its own before it counts on from: 13个达标、1个…, 下放审批事项41项，取消119项. */
static ty_slice counted_on(const telling *s, uint32_t i, ty_slice before, bool noun_behind) {
    const ty_report *report = s->report;
    const ty_quantity *row = &TY_QUANTITIES_OF(report)[i], *last = i > s->first ? row - 1 : NULL;
    uint32_t start = row->flow.start;
    bool fared = row->counts && last && last->counts && last->unit == row->unit && before.start == last->flow.end &&
                 before.end > before.start && ty_is_used(report, TY_CUE_MANNER, before.start, before.end);
    if (fared) before = s->told[i - 1];
    bool sizes_next = row->status == TY_OTHER_STATUS && selects_same(s, i) && row->kind == TY_AMOUNT && before.start == before.end && /* 收入超100亿元企业1家、超50亿元企业4家 */
                      (ty_passes_size(report, row) || ty_word_ending(report, TY_CUE(AT_LEAST) | TY_CUE(AT_MOST), start) ||
                       ty_behind_bound(report, row->flow.end) > row->flow.end);
    bool goes_on = row->kind == TY_AMOUNT && row->unit != TY_NONE && !ty_is_money(report, row) && /* 建房80万平方米，续建200万平方米 */
                   before.end > before.start && ty_word_at(report, TY_CUE(HAPPENS), before.start) == before.end &&
                   ty_is_used(report, TY_CUE_MANNER, before.start, before.end); /* not 入住, 停产 */
    bool does_next = (row->counts || goes_on) && !noun_behind && before.end == start && is_deed(report, before);
    ty_slice same = sizes_next || does_next ? told_in_unit(s, i) : (ty_slice){0, 0};
    return same.end > same.start ? same : before;
}

/* The words before row i that may be its subject; empty if they are no more than what happens to what is known. */
static ty_slice words_in_front(const telling *s, uint32_t i, ty_slice before, bool noun_behind) {
    const ty_report *report = s->report;
    const ty_quantity *row = &TY_QUANTITIES_OF(report)[i];
    uint32_t start = row->flow.start;
    bool carries = s->carried.end > s->carried.start, other = row->status == TY_OTHER_STATUS;
    if (other && start > 1 && !sizes(report, row, before) && ty_is_used(report, TY_CUE_OUTLAY, start - 2, start))
        before = (ty_slice){start - 2, start}; /* 、投资12亿元的项目 */
    bool bare = (carries || noun_behind) && !(other && sizes(report, row, before)) && (noun_behind || !row->counts) &&
                row->kind != TY_DURATION && is_bare_verb(report, before, noun_behind);
    if (bare) before = (ty_slice){before.end, before.end};
    bool happened = row->kind == TY_PERCENT && carries && before.end == start && /* 项目开工94%，其中|完工73% */
                    before.end > before.start && ty_word_at(report, TY_CUE(HAPPENS), before.start) == before.end;
    if (happened) before = (ty_slice){before.end, before.end};
    return counted_on(s, i, before, noun_behind);
}

/* 职工2700万人，90%以上进入中心: do the words behind a share tell what those do of whom the text goes on to speak? */
static bool is_deed_behind(const telling *s, const ty_quantity *row, ty_slice after) {
    const ty_report *report = s->report;
    if (after.end == after.start || s->carried.end == s->carried.start) return false;
    uint32_t does = report->token_at && row->kind == TY_PERCENT ? report->token_at[after.start] : TY_NONE;
    bool acts = does != TY_NONE && report->token_class[does] == TY_ACTING &&
                !ty_is_word_char(ty_flow_char(report, after.end)) && /* not 98%处理设施正常运行, 95%建制村通硬化路 */
                !ty_is_character(report, TY_CUE_HEAD, ty_flow_char(report, report->tokens[does].end));
    return acts || tells_deed(report, row, after);
}

/* Is the subject of row i behind it? */
static bool is_told_behind(const telling *s, uint32_t i, ty_slice before, ty_slice after, bool predicate) {
    const ty_report *report = s->report;
    const ty_quantity *row = &TY_QUANTITIES_OF(report)[i];
    bool other = row->status == TY_OTHER_STATUS && row->kind == TY_AMOUNT && before.end > before.start;
    bool limited = row->bound != TY_EXACT && row->bound != TY_ORDER;
    if (other && (limited || sizes(report, row, before))) return false; /* it describes */
    return !is_deed_behind(s, row, after) && !is_place_moved(report, row, after) && prefers_after(report, row, before, after, predicate);
}

/* The subject of a row that heads its list, of so many members, or stands alone; it sets `list`, and `carried` to a title before a
   colon. */
static ty_slice subject_of_head(telling *s, uint32_t i, uint32_t members, ty_slice *name) {
    const ty_report *report = s->report;
    const ty_quantity *row = &TY_QUANTITIES_OF(report)[i];
    bool predicate = false, acts;
    ty_slice before = ty_words_before(report, s->told, s->first, i, &predicate), after = words_behind(report, i, before, &acts);
    before = words_in_front(s, i, before, after.end > after.start);
    if (before.start == before.end && s->carried.start == s->carried.end) s->carried = ty_before_colon(report, row->clause);
    bool told_behind = acts || is_told_behind(s, i, before, after, predicate);
    bool spends = told_behind && is_spender(report, row, before);
    ty_slice title = told_behind ? (ty_slice){0, 0} : titled(s, i, before);
    before = title.end > title.start ? title : what_is_told(s, i, before, told_behind, predicate);
    uint32_t unit = report->flow[row->flow.end - 1];
    bool persons = (unit == U'人' || unit == U'户') && row->flow.start == ty_clause_of(report, row)->start; /* ，47人入选 */
    s->list = before.start < before.end ? before : persons && row->change == TY_STAYS ? (ty_slice){0, 0} : carried_to(s, i);
    bool sizes_one = row->bound == TY_ORDER || (row->status == TY_OTHER_STATUS && members > 1); /* 750千伏和330千伏|电网工程 */
    if (told_behind && (sizes_one || spends)) s->list = after;
    ty_slice shared_deed = members > 1 && s->list.end == s->list.start ? deed_of_people(report, row + members - 1) : (ty_slice){0, 0};
    if (shared_deed.end > shared_deed.start) s->list = shared_deed; /* 8461户、29100人|稳定脱贫 */
    if (members > 1) {
        ty_slice each;
        bool shared = distributed(report, s->told, s->named, s->first, i, 0, members, &each, name);
        return shared ? each : part_of(report, s->list, 0, members, name);
    }
    if (row->kind == TY_DURATION) return subject_of_length(s, i, before, after);
    return told_behind ? after : s->list;
}

/* What the numbers behind row i go on with. */
static void carry(telling *s, uint32_t i, ty_slice subject) {
    const uint64_t verbs = TY_CUE(VERB) | TY_CUE(GOVERNS) | TY_CUE(LEVEL);
    const ty_quantity *row = &TY_QUANTITIES_OF(s->report)[i];
    if (subject.end <= subject.start) return;
    bool runs = row->kind == TY_DURATION && s->carried.end == s->carried.start && subject.end <= row->flow.start &&
                ty_word_ending(s->report, TY_CUE(RUN_SPAN), row->flow.start); /* 产量连续5年第一，达到3万吨 */
    if (runs) s->carried = subject;
    if (row->kind == TY_DURATION) return;
    bool selects_next = row->status == TY_OTHER_STATUS && row->bound != TY_EXACT && i + 1 < s->report->tables[TY_QUANTITIES].count &&
                        row[1].flow.start == ty_behind_bound(s->report, row->flow.end) && row[1].kind == TY_AMOUNT;
    if (selects_next && s->carried.end > s->carried.start) return; /* 企业213家，其中注册资本5000万元以上|11家 */
    uint32_t before = row->flow.start ? s->report->flow[row->flow.start - 1] : 0;
    bool behind = row->counts && subject.start >= row->flow.end; /* 地方有14个项目，共计71个; 年初确定的21个项目，有14个 */
    bool selects = behind && (before == U'有' || before == U'的');
    bool only_verb = s->list.end > s->list.start && ty_word_at(s->report, verbs, s->list.start) == s->list.end;
    bool after = subject.start >= row->flow.end && s->report->token_at && s->list.end > s->list.start;
    uint32_t last = after ? ty_token_over(s->report, s->list.end - 1) : TY_NONE;
    bool acts = last != TY_NONE && s->report->token_class[last] == TY_ACTING; /* 试验区推出|259项成果，其中56项 */
    bool examples = behind && s->list.end == row->flow.start && before == U'等'; /* 水库、泵站等12项工程 */
    bool names = s->list.end > s->list.start && !selects && !only_verb && !acts && !examples;
    s->carried = names ? s->list : subject;
}

/* 固定资产投资|居全省第一，增长12%: what a rank is of is what the numbers behind it are told of. */
static void carry_ranked(telling *s, uint32_t i) {
    enum { LONGEST_RANKED = 40 };
    const ty_report *report = s->report;
    const ty_quantity *row = &TY_QUANTITIES_OF(report)[i];
    if (!report->token_at || ty_is_word_char(ty_flow_char(report, row->flow.end))) return; /* 第一条生产线 */
    uint32_t clause = ty_clause_of(report, row)->start;
    bool cut = row->flow.start > clause && ty_token_over(report, row->flow.start - 1) != TY_NONE; /* a sentence without a value is not cut into words */
    if (!cut || row->flow.start - clause > LONGEST_RANKED) return;
    bool predicate = false;
    ty_slice of = ty_words_before(report, s->told, s->first, i, &predicate);
    uint32_t before = of.start > clause && ty_is_han(report->flow[of.start - 1]) ? ty_token_over(report, of.start - 1) : TY_NONE;
    ty_token ranked = before != TY_NONE && before ? report->tokens[before - 1] : (ty_token){0}; /* 跃居全国|百强县第35位; not 全市|森林覆盖率 */
    if (ranked.end > clause && ty_is_used(report, TY_CUE_RANKS, ranked.start, ranked.end)) return;
    for (uint32_t k = of.end > of.start ? ty_token_over(report, of.start) : TY_NONE; k < report->token_count && report->tokens[k].start < of.end; k++) {
        ty_token token = report->tokens[k];
        bool ranks = ty_is_used(report, TY_CUE_RANKS, token.start, token.end);
        bool place = token.start > of.start && ty_word_at(report, TY_CUE(PLACE), token.start); /* not 全市|森林覆盖率 */
        if (ranks || place) of.end = token.start;
    }
    of.end = ty_strip_right(report, of.start, of.end, &predicate);
    if (of.end > of.start + 1 && ty_names_something(report, of)) s->carried = of;
}

/* 五年累计完成投资7000亿元: a length that frames, and has no subject of its own, has that of what it frames. */
static void tell_frames(ty_report *report) {
    ty_quantity *rows = TY_QUANTITIES_OF(report);
    for (uint32_t i = 0; i + 1 < report->tables[TY_QUANTITIES].count; i++) {
        bool frames = rows[i].kind == TY_DURATION && rows[i].in_years && rows[i].from_year;
        const ty_quantity *next = &rows[i + 1];
        if (!frames || rows[i].subject.end > rows[i].subject.start || next->clause != rows[i].clause) continue;
        bool holds = next->subject_flow.start < rows[i].flow.end && next->subject_flow.end > rows[i].flow.start; /* 天然气五年累计产量 */
        if (!ty_has_value(next) || next->kind == TY_DURATION || next->status != rows[i].status || holds) continue;
        rows[i].subject = next->subject;
        rows[i].subject_flow = next->subject_flow;
    }
}

ty_status ty_pass_subject(ty_report *report, ty_error *error) {
    ty_quantity *rows = TY_QUANTITIES_OF(report);
    uint32_t count = report->tables[TY_QUANTITIES].count;
    size_t size = ((size_t)count + 1) * sizeof(ty_slice);
    telling s = {.report = report, .sentence = TY_NONE, .told = ty_arena_take(&report->arena, size),
                 .named = ty_arena_take(&report->arena, size)};
    if (!s.told || !s.named) return ty_fail_memory(error);
    memset(s.told, 0, size);
    memset(s.named, 0, size);
    for (uint32_t i = 0; i < count; i++) {
        if (rows[i].sentence != s.sentence) open_sentence(&s, i);
        if (rows[i].kind == TY_ORDINAL) carry_ranked(&s, i);
        if (!ty_has_value(&rows[i])) continue;
        uint32_t members = 1, head = rows[i].list;
        while (head + members < count && rows[head + members].list == head) members++;
        ty_slice subject, name = {0, 0};
        if (head == i) {
            subject = subject_of_head(&s, i, members, &name);
        } else {
            bool shared = distributed(report, s.told, s.named, s.first, head, i - head, members, &subject, &name);
            if (!shared) subject = part_of(report, s.list, i - head, members, &name);
        }
        bool changes = rows[i].kind == TY_PERCENT && (rows[i].change == TY_INCREASES || rows[i].change == TY_DECREASES);
        bool opens = ty_clause_of(report, &rows[i])->start == TY_SENTENCES_OF(report)[s.sentence].flow.start;
        if (subject.end == subject.start && s.carried.end == s.carried.start && changes && opens) subject = s.last;
        carry(&s, i, subject);
        s.told[i] = subject;
        s.named[i] = name.start == name.end ? subject : name;
        rows[i].subject = ty_flow_slice(report, s.named[i].start, s.named[i].end);
        rows[i].subject_flow = subject;
    }
    tell_frames(report);
    return TY_OK;
}
