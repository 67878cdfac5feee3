"""Numerals by rule: however a number is spelled, it parses back to exactly itself.

The spellings are made by others where others make them (ICU's rule-based number format, cn2an), by the rules of the
language where not: mixed 万/亿 forms, separators, full-width digits. 2,000 examples in all.
"""

from fractions import Fraction

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

import taiyuan_report as tr

EXAMPLES = 250
LONGEST = 10**30
PLACES = 4
IN_SENTENCES = ("产量{}吨。", "全市粮食产量达到{}吨，比上年增长5%。", "共有{}吨。")
ALONE = ("总数为{}。", "总数达到{}。", "人口总数增加到{}。")
FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")
SCALES = {
    "": 1,
    "万": 10**4,
    "亿": 10**8,
    "万亿": 10**12,
    "千": 10**3,
    "百万": 10**6,
    "千万": 10**7,
    "百亿": 10**10,
    "千亿": 10**11,
}
BIG_SCALES = ("万", "亿", "万亿")
# unit: its factor to the base unit, by the standards that units.toml cites
FACTORS = {
    "亩": Fraction(2000, 3),
    "公顷": Fraction(10**4),
    "平方公里": Fraction(10**6),
    "市斤": Fraction(1, 2),
    "公斤": Fraction(1),
    "吨": Fraction(1000),
    "磅": Fraction("0.45359237"),
    "华里": Fraction(500),
    "英里": Fraction("1609.344"),
    "公里": Fraction(1000),
    "毫米": Fraction(1, 1000),
    "平方英尺": Fraction("0.09290304"),
}
BASES = {
    "亩": "平方米",
    "公顷": "平方米",
    "平方公里": "平方米",
    "平方英尺": "平方米",
    "市斤": "千克",
    "公斤": "千克",
    "吨": "千克",
    "磅": "千克",
}

integers = st.one_of(
    st.integers(0, 10**16 - 1),
    st.integers(0, 9999),
    st.builds(lambda digit, power: digit * 10**power, st.integers(1, 99), st.integers(0, 14)),
    # few digits far apart, where 零 stands
    st.builds(lambda a, b, m, n: a * 10**m + b * 10**n, *[st.integers(1, 9)] * 2, *[st.integers(0, 14)] * 2),
)
# not beyond 15 digits, the most that a double always tells apart
decimals = st.builds(
    lambda whole, part: whole + Fraction(part, 10**PLACES),
    st.one_of(st.integers(0, 9999), st.integers(0, 10**11 - 1)),
    st.integers(1, 10**PLACES - 1),
)
numbers = st.one_of(integers.map(Fraction), decimals)
# ICU goes on with 兆 (10^12), which is no scale of the reports: 兆瓦 is a million watts there
below_zhao = numbers.filter(lambda value: value < 10**12)
sentences = st.sampled_from(IN_SENTENCES)


def exact(value):
    """A value as the package gives it: whole ones are int."""
    return value.numerator if value.denominator == 1 else float(value)


def plain(value):
    """Digits and point of a number of at most four places."""
    whole, part = divmod(int(value * 10**PLACES), 10**PLACES)
    return f"{whole}.{part:0{PLACES}}".rstrip("0").rstrip(".")


def covering(text, numeral):
    """The one row whose span has the whole numeral in it."""
    start = text.index(numeral)
    rows = tr.parse(text)["quantities"]
    found = [row for row in rows if row["start"] <= start and start + len(numeral) <= row["end"]]
    spans = [(row["text"], row["low"], row["high"]) for row in rows]
    assert len(found) == 1, f"{text}: no row covers {numeral}, only {spans}"
    return found[0]


def check(sentence, numeral, value, unit="吨"):
    text = sentence.format(numeral)
    row = covering(text, numeral)
    wanted = exact(value)
    assert (row["low"], row["high"]) == (wanted, wanted), text
    assert (type(row["low"]), type(row["high"])) == (type(wanted),) * 2, text
    assert (row["text"], row["unit"], row["kind"], row["bound"]) == (
        numeral + (unit or ""),
        unit,
        "amount",
        "exact",
    )


@pytest.fixture(scope="module")
def icu_spelling():
    icu = pytest.importorskip("icu", reason="needs PyICU")
    formats = {
        locale: icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(locale))
        for locale in ("zh", "zh_Hant")
    }

    def spelled(locale, rules, value):
        assume(value != 1)  # 一吨 is "a ton", right whether listed or not
        return formats[locale].format(exact(value), rules)

    return spelled


@settings(max_examples=EXAMPLES, deadline=None)
@given(sentence=sentences, value=below_zhao)
@example(sentence=IN_SENTENCES[0], value=Fraction(100010001))
@example(sentence=IN_SENTENCES[0], value=Fraction(3 * 10**11 + 5))
@example(sentence=IN_SENTENCES[0], value=Fraction(123405, 10**4))
def test_icu_cardinal(icu_spelling, sentence, value):
    check(sentence, icu_spelling("zh", "%spellout-cardinal", value), value)


@settings(max_examples=EXAMPLES, deadline=None)
@given(sentence=sentences, value=below_zhao)
@example(sentence=IN_SENTENCES[0], value=Fraction(1010))
@example(sentence=IN_SENTENCES[0], value=Fraction(12))
def test_icu_financial(icu_spelling, sentence, value):
    check(sentence, icu_spelling("zh", "%spellout-cardinal-financial", value), value)


@settings(max_examples=EXAMPLES, deadline=None)
@given(
    sentence=sentences,
    rules=st.sampled_from(
        ["%spellout-cardinal", "%spellout-cardinal-alternate2", "%spellout-cardinal-financial"]
    ),
    value=below_zhao,
)
@example(sentence=IN_SENTENCES[0], rules="%spellout-cardinal", value=Fraction(123456785, 10))
def test_icu_traditional(icu_spelling, sentence, rules, value):
    check(sentence, icu_spelling("zh_Hant", rules, value), value)


@settings(max_examples=EXAMPLES, deadline=None)
@given(sentence=sentences, mode=st.sampled_from(["low", "up", "rmb"]), value=numbers)
@example(sentence=IN_SENTENCES[0], mode="low", value=Fraction(10**15 + 200000003))
def test_cn2an(sentence, mode, value):
    """Mode rmb only where it writes a plain number before 元整: 角 and 分 are units of their own."""
    cn2an = pytest.importorskip("cn2an")
    assume(value != 1 and (mode != "rmb" or value.denominator == 1))
    if mode == "rmb":
        spelled = cn2an.an2cn(value.numerator, mode)
        check("总投资{}元整。", spelled.removesuffix("元整"), value, unit="元")
    else:
        check(sentence, cn2an.an2cn(plain(value), mode), value)


def in_parts(wan, yi, gap):
    """3亿2000万, 1万亿, 2000万; a gap of digits behind 万 makes 3万5000."""
    text = (f"{yi}亿" if yi else "") + (f"{wan}万" if wan else "") + (f"{gap}" if gap else "")
    return text, Fraction(yi * 10**8 + wan * 10**4 + gap)


parts = st.builds(
    in_parts,
    st.one_of(st.just(0), st.integers(1000, 9999)),
    st.one_of(st.just(0), st.integers(1, 9999)),
    st.one_of(st.just(0), st.integers(1000, 9999)),
).filter(lambda pair: any(scale in pair[0] for scale in "万亿"))
scaled = st.builds(
    lambda value, scale: (plain(value) + scale, value * SCALES[scale]),
    st.builds(Fraction, st.integers(1, 10**8), st.sampled_from([10**places for places in range(PLACES + 1)])),
    st.sampled_from(BIG_SCALES),
)
small_scaled = st.builds(
    lambda digit, scale: (f"{digit}{scale}", Fraction(digit * SCALES[scale])),
    st.integers(1, 9),
    st.sampled_from(["千", "百万", "千万", "百亿", "千亿"]),
)


@settings(max_examples=EXAMPLES, deadline=None)
@given(sentence=sentences, pair=st.one_of(parts, scaled, small_scaled))
@example(sentence=IN_SENTENCES[0], pair=("3亿2000万", Fraction(320000000)))
@example(sentence=IN_SENTENCES[0], pair=("12.5万", Fraction(125000)))
@example(sentence=IN_SENTENCES[0], pair=("1.2万亿", Fraction(1200000000000)))
@example(sentence=IN_SENTENCES[0], pair=("5百万", Fraction(5000000)))
def test_mixed(sentence, pair):
    check(sentence, *pair)


@settings(max_examples=EXAMPLES, deadline=None)
@given(
    sentence=st.sampled_from(ALONE), pair=st.one_of(scaled, parts.filter(lambda pair: pair[0][-1] in "万亿"))
)
def test_mixed_alone(sentence, pair):
    """Without a unit, a number scaled by 万 or 亿 is a row with an empty unit (40.8万青年)."""
    check(sentence, *pair, unit=None)


@settings(max_examples=EXAMPLES, deadline=None)
@given(sentence=sentences, value=numbers, places=st.integers(0, PLACES))
@example(sentence=IN_SENTENCES[0], value=Fraction(123456789, 100), places=2)
def test_separators_and_full_width(sentence, value, places):
    """1,234,567.89, 1234567.89 and their full-width forms are the same number."""
    whole, point, part = plain(value).partition(".")
    part = part or "0" * places  # 12.00 is 12
    point = "." if part else ""
    grouped = f"{int(whole):,}{point}{part}"
    check(sentence, grouped, value)
    check(sentence, f"{whole}{point}{part}", value)
    check(sentence, f"{whole}{point}{part}".translate(FULL_WIDTH), value)


@settings(max_examples=150, deadline=None)
@given(
    value=st.builds(
        Fraction, st.integers(1, 10**12), st.sampled_from([10**places for places in range(PLACES + 1)])
    ),
    scale=st.sampled_from(["", *BIG_SCALES]),
    unit=st.sampled_from(sorted(FACTORS)),
)
@example(value=Fraction(3), scale="", unit="亩")
@example(value=Fraction("0.1"), scale="", unit="亩")
@example(value=Fraction("1000.1"), scale="万亿", unit="磅")
def test_base_is_exact(value, scale, unit):
    """The base value is that of rational arithmetic, rounded once."""
    numeral = plain(value) + scale
    row = covering(f"合计{numeral}{unit}。", numeral)
    amount = value * SCALES[scale]
    assert (row["low"], row["unit"]) == (exact(amount), unit)
    wanted = exact(amount * FACTORS[unit])
    assert (row["base_low"], row["base_high"], row["base_unit"]) == (wanted, wanted, BASES.get(unit, "米"))
    assert type(row["base_low"]) is type(wanted)


digit_strings = st.builds(
    lambda value, scale: (f"{value}{scale}", value * SCALES[scale]),
    st.one_of(st.integers(1, LONGEST - 1), st.integers(10**15, 10**18), st.integers(1, 9999)),
    st.sampled_from(["", *BIG_SCALES]),
).filter(lambda pair: pair[1] < LONGEST)


@settings(max_examples=100, deadline=None)
@given(pair=digit_strings)
@example(pair=("9" * 30, 10**30 - 1))
@example(pair=("9999万亿", 9999 * 10**12))
@example(pair=("999999999999999999万亿", (10**18 - 1) * 10**12))
@example(pair=("九千九百九十九万亿", 9999 * 10**12))
@example(pair=("九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九", 10**16 - 1))
def test_whole_values_are_int(pair):
    """Up to 10^30 no digit of a whole value is lost."""
    numeral, value = pair
    check(IN_SENTENCES[0], numeral, Fraction(value))
