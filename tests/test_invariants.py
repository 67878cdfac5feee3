"""What holds for every text: the corpus, the sample, arbitrary Unicode, and report-like noise."""

import json
import math
import tomllib
from collections import defaultdict
from fractions import Fraction
from importlib import resources

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import taiyuan_report as tr

TABLES = ("sections", "paragraphs", "sentences", "quantities", "targets", "matches", "notes")
WITH_TEXT = ("paragraphs", "sentences", "quantities", "targets", "matches", "notes")
POINTS_AT = {
    "section": "sections",
    "parent": "sections",
    "paragraph": "paragraphs",
    "sentence": "sentences",
    "quantity": "quantities",
}
INVISIBLE = "\0\u200b\ufeff"  # no glyph, so no words


def factors():
    """Base and factor that each unit of the built-in lexicon may have: the 分 of money is none of time."""
    found = defaultdict(dict)
    for name in ("units.toml", "classifiers.toml"):
        text = resources.files("taiyuan_report.lexicon").joinpath(name).read_text(encoding="utf-8")
        for table in tomllib.loads(text).values():
            for use in ("units", "parts", "before"):
                for unit, factor in table.get(use, {}).items():
                    found[unit][table["base"]] = Fraction(str(factor))
    return found


FACTORS = factors()


def check_offsets(report):
    text = report.text
    for name in TABLES:
        for row in report[name]:
            assert 0 <= row["start"] <= row["end"] <= len(text)
        starts = [row["start"] for row in report[name]]
        assert starts == sorted(starts), name
    for name in WITH_TEXT:
        for row in report[name]:
            assert text[row["start"] : row["end"]] == (row["text"] or ""), name


def check_indices(report):
    for name in TABLES:
        for row in report[name]:
            for key, table in POINTS_AT.items():
                if row.get(key) is not None:
                    assert 0 <= row[key] < len(report[table]), (name, key)
    for i, section in enumerate(report["sections"]):
        assert section["parent"] is None or section["parent"] < i
    for sentence in report["sentences"]:
        paragraph = report["paragraphs"][sentence["paragraph"]]
        assert paragraph["start"] <= sentence["start"] <= sentence["end"] <= paragraph["end"]
    for row in report["quantities"]:
        sentence = report["sentences"][row["sentence"]]
        assert sentence["start"] <= row["start"] < row["end"] <= sentence["end"]


def check_pieces(report):
    """Nothing is lost: what no piece covers is blank."""
    covered = bytearray(len(report.text))
    for paragraph in report["paragraphs"]:
        pieces = paragraph["pieces"]
        assert pieces[0][0] == paragraph["start"]
        assert pieces[-1][1] == paragraph["end"]
        for start, end in pieces:
            assert start < end
            assert not any(covered[start:end])
            covered[start:end] = b"\1" * (end - start)
    lost = {c for c, seen in zip(report.text, covered, strict=True) if not seen}
    assert all(c.isspace() or c in INVISIBLE for c in lost), lost


def check_number(value):
    assert value is None or type(value) is int or (type(value) is float and math.isfinite(value))
    # A large float is whole whatever it stands for.
    assert not (type(value) is float and abs(value) < 10**9 and value.is_integer()), "whole values are int"


def check_numbers(report):
    for row in (*report["quantities"], *report["targets"]):
        for key in ("low", "high", "base_low", "base_high"):
            check_number(row.get(key))
        assert (row["low"] is None) == (row["high"] is None)
        assert row["low"] is None or row["low"] <= row["high"]
        if row.get("kind") == "date" and row["low"] is not None:
            assert 0 < row["low"] <= row["high"] < 10000, "years"


def check_bases(report):
    for row in report["quantities"]:
        assert (row["base_low"] is None) == (row["base_high"] is None)
        assert (row["base_unit"] is None) == (row["dimension"] is None)
        if row["base_low"] is None:
            continue
        assert row["base_low"] <= row["base_high"]
        assert row["base_unit"] is not None
        if row["unit"] in FACTORS:
            factor = FACTORS[row["unit"]][row["base_unit"]]
            for end in ("low", "high"):
                assert math.isclose(row["base_" + end], float(Fraction(row[end]) * factor), rel_tol=1e-12)


def check(report):
    check_offsets(report)
    check_indices(report)
    check_pieces(report)
    check_numbers(report)
    check_bases(report)
    json.dumps(report, allow_nan=False)


def check_text(text):
    report = tr.parse(text)
    check(report)
    assert tr.parse(text.encode()) == report


def test_corpus(corpus_file):
    check_text(corpus_file.read_text(encoding="utf-8"))


def test_corpus_with_carriage_returns(corpus_file):
    """A file saved on Windows gives the same values."""
    text = corpus_file.read_text(encoding="utf-8")
    report = tr.parse(text.replace("\n", "\r\n"))
    check(report)
    assert [q["text"] for q in report["quantities"]] == [q["text"] for q in tr.parse(text)["quantities"]]


def test_sample():
    check_text(tr.sample())


@pytest.mark.parametrize("cut", range(0, 3172, 61))
def test_sample_cut_off_anywhere(cut):
    check_text(tr.sample()[:cut])
    check_text(tr.sample()[cut:])


UNICODE = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@settings(max_examples=400, deadline=None)
@given(UNICODE)
@example("\0")
@example("一\0、二")
@example("2021—2023年建成。")
@example("\U0010ffff1\U0010ffff")
@example("\x1c\x1d\x1e\x1f\x85\u2028")
def test_any_text(text):
    check_text(text)


PARTS = [
    "0",
    "1",
    "2",
    "3",
    "5",
    "9",
    "10",
    "100",
    "2023",
    "2035",
    "0.5",
    "6.5",
    "1,234",
    "０",
    "９",
    "．",
    "，",
    "〇",
    "一",
    "二",
    "两",
    "三",
    "五",
    "九",
    "十",
    "百",
    "千",
    "万",
    "亿",
    "零",
    "半",
    "几",
    "数",
    "余",
    "多",
    "来",
    "约",
    "近",
    "上",
    "超",
    "第",
    "%",
    "‰",
    "％",
    "个",
    "家",
    "元",
    "亿元",
    "万人",
    "公里",
    "平方米",
    "元/吨",
    "年",
    "月",
    "日",
    "季度",
    "个百分点",
    "倍",
    "番",
    "成",
    "分之",
    "百分之",
    "点",
    "号",
    "届",
    "次",
    "位",
    "批",
    "期",
    "版",
    "岁",
    "级",
    "以上",
    "以下",
    "左右",
    "以内",
    "不超过",
    "达到",
    "增长",
    "下降",
    "提高",
    "到",
    "从",
    "至",
    "由",
    "比",
    "其中",
    "分别",
    "力争",
    "已",
    "今年",
    "去年",
    "五年来",
    "今后",
    "十四五",
    "“十四五”",
    "地区生产总值",
    "主要预期目标是：",
    "城镇新增就业",
    "粮食产量",
    "基本同步",
    "与经济增长",
    "。",
    "，",
    "、",
    "；",
    "：",
    "！",
    "（",
    "）",
    "(",
    ")",
    "《",
    "》",
    "“",
    "”",
    "—",
    "——",
    "-",
    "~",
    "/",
    ".",
    ",",
    "**",
    "*",
    "#",
    "##",
    "⏎",
    "⏎⏎",
    "␣",
    "一、",
    "（一）",
    "一是",
    "1.",
    "1、",
    "第一，",
    "政府工作报告",
    "各位代表：",
    "下载",
    "打印",
    "责任编辑",
    "（下转第2版）",
    "（上接第1版）",
    "名词解释",
    "附件1",
    "工作回顾",
    "太原市",
    "会议",
]
PARTS = [part.replace("⏎", "\n").replace("␣", " ") for part in PARTS]
NOISE = st.lists(st.sampled_from(PARTS), max_size=60).map("".join)


@settings(max_examples=1500, deadline=None)
@given(NOISE)
def test_noise_of_report_words(text):
    check_text(text)


NUMERIC = st.lists(
    st.sampled_from(
        [p for p in PARTS if p in set("0123456789〇一二两三五九十百千万亿零半几数余多%年月日个元—-~.、到至")]
    ),
    min_size=2,
    max_size=12,
).map("".join)


@settings(max_examples=1500, deadline=None)
@given(NUMERIC)
def test_noise_of_numerals(text):
    check_text(text)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**30), st.sampled_from(["元", "个", "亩", "%", "公里"]))
def test_whole_numbers_come_back_exactly(value, unit):
    row = tr.parse(f"共有{value}{unit}。")["quantities"][0]
    assert row["low"] == row["high"] == value
    assert type(row["low"]) is int


@settings(max_examples=200, deadline=None)
@given(st.decimals(0, 10**9, places=3, allow_nan=False), st.sampled_from(["", "万", "亿", "千"]))
def test_decimals_are_the_nearest_float(value, scale):
    exact = Fraction(value) * {"": 1, "千": 10**3, "万": 10**4, "亿": 10**8}[scale]
    row = tr.parse(f"共有{value}{scale}元。")["quantities"][0]
    assert row["low"] == (int(exact) if exact.denominator == 1 else float(exact))


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("\ud800", 0),
        ("工作\udfff报告", 2),
        ("x" * 1000 + "\udc80", 1000),
        ("😀\ud83d", 1),
        ("\ude00\ud83d", 0),
    ],
)
def test_half_a_surrogate_pair_is_no_text(text, offset):
    with pytest.raises(tr.NotText, match=rf"\b{offset}\b"):
        tr.parse(text)


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        (b"\xff", 0),
        (b"abc\x80", 3),
        ("工作".encode() + b"\xe6\x8a", 6),
        (b"ab\xed\xa0\x80", 2),
        (b"abcd\xc0\xaf", 4),
        (b"abcde\xf4\x90\x80\x80", 5),
        (b"x" * 5000 + b"\xe5\xb7", 5000),
        ("政府工作报告".encode("gb18030"), 0),
    ],
)
def test_bytes_that_are_no_utf8(data, offset):
    with pytest.raises(tr.NotText, match=rf"\b{offset}\b"):
        tr.parse(data)
