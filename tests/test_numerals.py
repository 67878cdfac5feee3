"""Numerals by rule: however a number is spelled, it parses back to exactly itself.

The spellings are those of ``numeral_spellings.py``: ICU's rule-based number format, cn2an, and the mixed forms of reports.
2,000 examples in all; ``benchmarks/numerals.py`` takes 100,000.
"""

from fractions import Fraction

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from numeral_spellings import (
    ICU_RULES,
    LONGEST,
    OWN,
    PLACES,
    SENTENCES,
    exact,
    meant,
    of_cn2an,
    of_icu,
    plain,
)

import taiyuan_report as tr

EXAMPLES = 95
WHOLE = 10**30
ALONE = ("总数为{}。", "总数达到{}。", "人口总数增加到{}。")
SCALES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
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
    st.integers(0, LONGEST - 1),
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
sentences = st.sampled_from(SENTENCES)


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
def spellings():
    found = dict(OWN)
    for spelled_by in (of_icu, of_cn2an):
        try:
            found |= spelled_by()
        except ImportError:  # the cases that need it are skipped
            continue
    return found


def check_spelled(spellings, name, sentence, value):
    """Alone, as in the cell of a table, and inside a sentence with a unit."""
    if name not in spellings:
        pytest.skip(f"needs the library that spells {name}")
    numeral = spellings[name](value)
    if numeral is None:  # some forms have no spelling of some values
        return
    check("{}", numeral, meant(name, value), unit=None)
    check(sentence, numeral, meant(name, value))


@pytest.mark.parametrize("rules", ICU_RULES)
@settings(max_examples=EXAMPLES, deadline=None)
@given(sentence=sentences, value=numbers)
@example(sentence=SENTENCES[0], value=Fraction(1))
@example(sentence=SENTENCES[0], value=Fraction(1010))
@example(sentence=SENTENCES[0], value=Fraction(100010001))
@example(sentence=SENTENCES[0], value=Fraction(3 * 10**11 + 5))
@example(sentence=SENTENCES[0], value=Fraction(3001 * 10**12 + 2))
@example(sentence=SENTENCES[0], value=Fraction(123405, 10**4))
def test_icu(spellings, rules, sentence, value):
    check_spelled(spellings, f"icu_{rules}", sentence, value)


@pytest.mark.parametrize("mode", ["low", "up", "direct"])
@settings(max_examples=EXAMPLES, deadline=None)
@given(sentence=sentences, value=numbers)
@example(sentence=SENTENCES[0], value=Fraction(10**15 + 200000003))
@example(sentence=SENTENCES[0], value=Fraction(56462, 1000))
def test_cn2an(spellings, mode, sentence, value):
    check_spelled(spellings, f"cn2an_{mode}", sentence, value)


@settings(max_examples=EXAMPLES, deadline=None)
@given(value=numbers.map(lambda value: Fraction(int(value * 100), 100)))
@example(value=Fraction(1254, 100))
@example(value=Fraction(1005, 100))
@example(value=Fraction(12))
def test_cn2an_money(spellings, value):
    """壹拾贰元伍角肆分 is 12.54 in one row: jiao and fen are parts of it."""
    if "cn2an_rmb" not in spellings:
        pytest.skip("needs cn2an")
    assume(value >= 1)
    numeral = spellings["cn2an_rmb"](value)
    row = covering(f"总投资{numeral}。", numeral)
    assert (row["text"], row["low"], row["high"], row["unit"]) == (numeral, exact(value), exact(value), "元")
    assert (row["base_low"], row["base_unit"]) == (exact(value), "元")


# Most numbers cannot be written in parts: those are made of them.
part = st.integers(0, 9999)
whole_in_parts = st.builds(lambda yi, wan, ones: Fraction(yi * 10**8 + wan * 10**4 + ones), part, part, part)


@pytest.mark.parametrize("form", OWN)
@settings(max_examples=EXAMPLES, deadline=None)
@given(sentence=sentences, data=st.data())
def test_figures(spellings, form, sentence, data):
    """508万, 1.2亿, 3亿2000万, 1,234,567.89 and full-width figures."""
    value = data.draw(whole_in_parts if form == "in_parts" else numbers)
    check_spelled(spellings, form, sentence, value)


@pytest.mark.parametrize("form", OWN)
@pytest.mark.parametrize(
    "value", [Fraction(320000000), Fraction(123456789, 100), Fraction("1.2"), Fraction(100000005)]
)
def test_figures_that_went_wrong(spellings, form, value):
    check_spelled(spellings, form, SENTENCES[0], value)


scaled = st.builds(
    lambda value, scale: (plain(value) + scale, value * SCALES[scale]),
    st.builds(Fraction, st.integers(1, 10**8), st.sampled_from([10**places for places in range(PLACES + 1)])),
    st.sampled_from(BIG_SCALES),
)
small_scaled = st.builds(
    lambda digit, scale: (f"{digit}{scale[0]}", Fraction(digit * scale[1])),
    st.integers(1, 9),
    st.sampled_from([("千", 10**3), ("百万", 10**6), ("千万", 10**7), ("百亿", 10**10), ("千亿", 10**11)]),
)


@settings(max_examples=EXAMPLES, deadline=None)
@given(sentence=st.sampled_from(ALONE), pair=st.one_of(scaled, small_scaled))
@example(sentence=ALONE[0], pair=("1.2万亿", Fraction(1200000000000)))
@example(sentence=ALONE[0], pair=("5百万", Fraction(5000000)))
def test_scaled_without_a_unit(sentence, pair):
    """Without a unit, a number scaled by 万 or 亿 is a row with an empty unit (40.8万青年)."""
    check(sentence, *pair, unit=None)


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
    st.one_of(st.integers(1, WHOLE - 1), st.integers(10**15, 10**18), st.integers(1, 9999)),
    st.sampled_from(["", *BIG_SCALES]),
).filter(lambda pair: pair[1] < WHOLE)


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
    check(SENTENCES[0], numeral, Fraction(value))


# unit, the smaller one behind it: how many of it make one, factor of the first to its base
JOINED = {
    ("小时", "分钟"): (60, Fraction(3600)),
    ("分钟", "秒"): (60, Fraction(60)),
    ("英尺", "英寸"): (12, Fraction("0.3048")),
    ("英里", "英尺"): (5280, Fraction("1609.344")),
    ("丈", "寸"): (100, Fraction(10, 3)),
    ("公里", "米"): (1000, Fraction(1000)),
    ("市斤", "市钱"): (100, Fraction(1, 2)),
    ("元", "角"): (10, Fraction(1)),
    ("亩", "平方尺"): (6000, Fraction(2000, 3)),
}


@settings(max_examples=100, deadline=None)
@given(
    units=st.sampled_from(sorted(JOINED)),
    whole=st.integers(1, 10**9),
    part=st.integers(1, 10**9),
)
@example(units=("小时", "分钟"), whole=2, part=20)
@example(units=("英尺", "英寸"), whole=5, part=11)
def test_parts_add_up_exactly(units, whole, part):
    """2小时20分钟 is 7/3 hours, rounded once; so is its base value."""
    count, factor = JOINED[units]
    part = part % (count - 1) + 1
    numeral = f"{whole}{units[0]}{part}{units[1]}"
    row = covering(f"合计{numeral}。", numeral)
    value = whole + Fraction(part, count)
    assert (row["text"], row["low"], row["high"], row["unit"]) == (
        numeral,
        exact(value),
        exact(value),
        units[0],
    )
    assert row["base_low"] == row["base_high"] == exact(value * factor)


@settings(max_examples=100, deadline=None)
@given(below=st.integers(2, 9999), above=st.integers(1, 9999), whole=st.integers(0, 999))
@example(below=3, above=1, whole=0)
@example(below=3, above=2, whole=2)
def test_fractions_are_exact(below, above, whole):
    """二又三分之一: the quotient rounded once; whole if it is."""
    numeral = (f"{whole}又" if whole else "") + f"{below}分之{above}"
    assume(below not in (100, 1000))  # per cent and per mille have a unit of their own
    row = covering(f"占全部的{numeral}。", numeral)
    wanted = exact(whole + Fraction(above, below))
    assert (row["text"], row["low"], row["high"], row["unit"]) == (numeral, wanted, wanted, "1")
    assert type(row["low"]) is type(wanted)
