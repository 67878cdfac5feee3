"""One report in, one dict out: what it says about itself, its outline, its paragraphs and its targets."""

import io
import json
import pickle
from pathlib import Path

import pytest

import taiyuan_report as tr
from taiyuan_report import _core

KEYS = [
    "source",
    "title",
    "region",
    "adcode",
    "province",
    "prefecture",
    "year",
    "date",
    "session",
    "speaker",
    "sections",
    "paragraphs",
    "sentences",
    "quantities",
    "targets",
    "matches",
    "notes",
]


def test_keys_in_order(report):
    assert list(report) == KEYS


def test_a_report_is_a_dict_with_its_text(report):
    assert isinstance(report, dict)
    assert report.text == tr.sample()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", "政府工作报告"),
        ("year", 2024),
        ("date", "2024-01-18"),
        ("session", "第六届人民代表大会第四次会议"),
        ("speaker", "林望舒"),
        ("region", None),
        ("adcode", None),
        ("province", None),
        ("source", None),
    ],
)
def test_metadata_of_the_sample(report, key, value):
    """The city is invented, so no region is found rather than a wrong one."""
    assert report[key] == value


OUTLINE = [
    (1, "一、", "2023年工作回顾", "review"),
    (2, "（一）", "产业根基越扎越深", "review"),
    (2, "（二）", "城乡面貌越变越新", "review"),
    (2, "（三）", "改革开放越走越宽", "review"),
    (2, "（四）", "百姓日子越过越实", "review"),
    (1, "二、", "2024年工作安排", "plan"),
    (2, "（一）", "聚力制造强市，让实体经济强筋壮骨", "plan"),
    (3, None, "给传统铸造换装", "plan"),
    (3, None, "打造智能装备产业集群", "plan"),
    (3, None, "把创新的种子埋进企业", "plan"),
    (2, "（二）", "激活内需潜力，在更大范围配置资源", "plan"),
    (2, "（三）", "深耕三农沃土，让乡村留得住乡愁和年轻人", "plan"),
    (3, None, "做强土特产", "plan"),
    (3, None, "建好和美村庄", "plan"),
    (2, "（四）", "办好民生实事，把温暖送到群众心坎上", "plan"),
    (1, "三、", "加强政府自身建设", "self"),
    (2, "（一）", "坚持依法行政", "self"),
    (2, "（二）", "坚持马上就办", "self"),
    (2, "（三）", "坚持廉洁用权", "self"),
]


def test_outline_of_the_sample(report):
    """Headings on their own line, run-in bold with a mark, and run-in bold without one."""
    assert [(s["level"], s["marker"], s["title"], s["role"]) for s in report["sections"]] == OUTLINE


def test_sections_make_a_tree(report):
    sections = report["sections"]
    for section in sections:
        if section["parent"] is None:
            assert section["level"] == 1
            continue
        parent = sections[section["parent"]]
        assert section["level"] == parent["level"] + 1
        assert parent["start"] <= section["start"] < section["end"] <= parent["end"]


def test_siblings_do_not_overlap(report):
    last = {}
    for section in report["sections"]:
        assert last.get(section["parent"], 0) <= section["start"]
        last[section["parent"]] = section["end"]


def test_quantities_know_their_section(report):
    for text, title in [
        ("35个", "百姓日子越过越实"),
        ("95亿元", "打造智能装备产业集群"),
        ("12场", "坚持依法行政"),
    ]:
        (row,) = [q for q in report["quantities"] if q["text"] == text]
        assert report["sections"][row["section"]]["title"] == title


BROKEN = [
    ("拆除燃煤小锅炉", "240台"),
    ("让企业在家", "门口就能出具检测报告"),
    ("启动云河灌区第三批渠系改造，", "新增和改善灌溉面积"),
]


@pytest.mark.parametrize(("before", "after"), BROKEN)
def test_a_broken_paragraph_is_one_with_pieces(report, before, after):
    """A newspaper's page or column break is mended, and a note says so."""
    text = report.text
    (paragraph,) = [p for p in report["paragraphs"] if before in p["text"]]
    (a, b), (c, d) = paragraph["pieces"]
    assert text[a:b].endswith(before)
    assert text[c:d].startswith(after)
    assert (paragraph["start"], paragraph["end"]) == (a, d)
    (note,) = [n for n in report["notes"] if n["start"] == paragraph["start"]]
    assert note["kind"] == "rejoined"


def test_a_sentence_runs_across_the_break(report):
    (row,) = [q for q in report["quantities"] if q["text"] == "两成"]
    sentence = report["sentences"][row["sentence"]]
    assert sentence["text"].startswith("3月底前建成铸件检测中心")
    assert sentence["text"].endswith("检测费用降低两成。")


def test_whole_paragraphs_are_left_alone(report):
    broken = [p for p in report["paragraphs"] if len(p["pieces"]) > 1]
    assert len(broken) == len(BROKEN) == len([n for n in report["notes"] if n["kind"] == "rejoined"])


def test_page_marks_are_kept_apart(report):
    marks = [p["text"] for p in report["paragraphs"] if p["role"] == "mark"]
    assert marks == ["（下转第2版）", "（上接第1版）"]


@pytest.mark.parametrize("before", ["主要指标\n", "第一。\n\n第二。\n\n第三。\n\n第四。\n\n"])
def test_rows_of_a_table_in_markdown_are_apart(before):
    made = tr.parse(f"{before}| 指标 | 值 |\n|---|---|\n| 出口 | 增长6% |\n| 收入 | 30亿元 |\n", year=2024)
    rows = [(row["text"], row["subject"]) for row in made["quantities"]]
    assert (rows[-2:], made["notes"]) == ([("6%", "出口"), ("30亿元", "收入")], [])


def test_list_marks_and_names_are_no_numbers(report):
    """What stands in a heading's mark, a label or a set phrase is no row."""
    found = {q["text"] for q in report["quantities"]}
    assert found.isdisjoint({"一、", "（一）", "5G", "1号", "108", "第2版", "2.5", "一", "八项", "一个"})


def test_exact_values(report):
    rows = {q["text"]: q for q in report["quantities"]}
    for text, value in [
        ("1286.4亿元", 128640000000),
        ("2.4万余个", 24000),
        ("6.2万平方米", 62000),
        ("1.2亿美元", 120000000),
        ("1.65万人", 16500),
        ("98.3%", 98.3),
    ]:
        assert rows[text]["low"] == value
        assert type(rows[text]["low"]) is type(value)


TARGETS = [
    ("gdp_growth", 6, 6, "%", "approx", "increase"),
    ("industry_growth", 7, 7, "%", "at_least", "increase"),
    ("fixed_investment_growth", 7.5, 7.5, "%", "approx", "increase"),
    ("retail_growth", 7, 7, "%", "approx", "increase"),
    ("budget_revenue_growth", 5.5, 6, "%", "exact", "increase"),
    ("resident_income_growth", None, None, None, "qualitative", None),
    ("cpi", 3, 3, "%", "at_most", "increase"),
    ("urban_new_jobs", 16000, 16000, "人", "at_least", "level"),
    ("surveyed_unemployment", 5.5, 5.5, "%", "approx", "level"),
    ("grain_output", 2850000000, 2850000000, "斤", "at_least", "level"),
    ("pm25", 32, 32, "微克/立方米", "at_most", "level"),
    # What the plan sets elsewhere and the headline statement leaves out.
    ("rd_intensity", 2.1, 2.1, "%", "exact", "level"),
    ("trade_growth", 10, 10, "%", "exact", "increase"),
    ("foreign_investment", 130000000, 130000000, "美元", "exact", "level"),
]


def test_targets_of_the_sample(report):
    fields = ("indicator", "low", "high", "unit", "bound", "change")
    found = [t for t in report["targets"] if t["status"] == "target"]
    assert [tuple(t[field] for field in fields) for t in found] == TARGETS
    assert {t["year"] for t in found} == {2024}


def test_a_target_without_a_number_keeps_its_words(report):
    (row,) = [t for t in report["targets"] if t["bound"] == "qualitative"]
    assert row["text"] == "居民人均可支配收入增长与经济增长基本同步"
    assert row["quantity"] is None


def test_targets_point_at_their_quantity(report):
    for target in report["targets"]:
        if target["quantity"] is not None:
            row = report["quantities"][target["quantity"]]
            assert target["start"] <= row["start"] < row["end"] <= target["end"]
            assert (target["low"], target["unit"]) == (row["low"], row["unit"])


@pytest.mark.parametrize(
    ("indicator", "value"),
    [("gdp_growth", 5.6), ("cpi", 0.4), ("urban_new_jobs", 16500), ("pm25", 33), ("retail_growth", 6.8)],
)
def test_achieved_figures_of_the_same_indicators(report, indicator, value):
    """Last year's result stands beside this year's promise."""
    found = [t for t in report["targets"] if t["indicator"] == indicator and t["status"] == "achieved"]
    assert [(t["low"], t["year"]) for t in found] == [(value, 2023)]


def test_json_gives_back_the_same(report):
    assert json.loads(json.dumps(report, ensure_ascii=False, allow_nan=False)) == report


def test_pickle_keeps_rows_and_text(report):
    again = pickle.loads(pickle.dumps(report))
    assert type(again) is tr.Report
    assert again == report
    assert again.text == report.text


@pytest.mark.parametrize("text", ["", "\n", "  \n\u3000\n", "\ufeff"])
def test_no_words_no_rows(text):
    report = tr.parse(text)
    assert list(report) == KEYS
    assert all(report[key] == [] for key in KEYS if isinstance(report[key], list))


def test_year_overrules_the_text():
    assert tr.parse(tr.sample(), year=1999)["year"] == 1999


def test_year_decides_what_last_year_is():
    row = tr.parse("去年新增就业3万人。", year=2022)["quantities"][0]
    assert (row["from_year"], row["to_year"]) == (2021, 2021)


@pytest.mark.parametrize("region", ["太原市", "140100", 140100])
def test_region_by_name_or_code(region):
    report = tr.parse(tr.sample(), region=region)
    assert (report["region"], report["adcode"]) == ("太原市", "140100")


def test_the_path_of_a_file_is_no_text(tmp_path):
    (tmp_path / "2023.txt").write_text("绿化3亩。", encoding="utf-8")
    with pytest.raises(tr.ReportError, match="it is a file: read"):
        tr.parse(str(tmp_path / "2023.txt"))


def test_source_is_kept():
    assert tr.parse("", source="archive/1.txt")["source"] == "archive/1.txt"


@pytest.mark.parametrize("region", ["云河市", "", "太原市 ", "99", "999999", 999999, -1, 10**12])
def test_unknown_region_says_so(region):
    with pytest.raises(tr.ReportError, match="region") as caught:
        tr.parse("", region=region)
    assert str(region) in str(caught.value)


def test_a_name_that_many_regions_have():
    """There is a 鼓楼区 in several cities: the message says to give a code."""
    with pytest.raises(tr.ReportError, match=r"\d+ regions have that name"):
        tr.parse("", region="鼓楼区")


@pytest.mark.parametrize("text", [None, 3, ["政府工作报告"], bytearray(b"x"), Path("x.txt")])
def test_text_of_the_wrong_type(text):
    with pytest.raises(TypeError, match="str or UTF-8 bytes"):
        tr.parse(text)


def test_read_a_path_and_an_open_file(tmp_path, report):
    path = tmp_path / "云河.txt"
    path.write_text(tr.sample(), encoding="utf-8")
    for given in (path, str(path)):
        found = tr.read(given)
        assert found["source"] == str(path)
        assert {**found, "source": None} == report
    with path.open("rb") as file:
        assert tr.read(file, source="x") == {**report, "source": "x"}
    assert tr.read(io.StringIO(tr.sample())) == report
    assert tr.read(io.BytesIO(tr.sample().encode())) == report


def test_read_a_missing_file(tmp_path):
    with pytest.raises(OSError, match=r"none\.txt"):
        tr.read(tmp_path / "none.txt")


def test_read_an_unknown_format(tmp_path):
    path = tmp_path / "a.xyz"
    path.write_bytes(b"")
    with pytest.raises(tr.UnknownFormat, match=r"a\.xyz.*\.xyz"):
        tr.read(path)


def test_every_error_is_a_report_error():
    for name in [
        "BadLexicon",
        "BadPattern",
        "MatchLimit",
        "NotText",
        "NothingRead",
        "TooLarge",
        "UnknownFormat",
        "WrongEncoding",
    ]:
        assert issubclass(getattr(tr, name), tr.ReportError)


def test_every_public_name_is_there():
    assert all(hasattr(tr, name) for name in tr.__all__)


def parsed(text, **told):
    return _core.Parsed(tr.Analyzer()._lexicon, text, **told)


def test_marks_that_a_reader_tells():
    """A running head stands apart, and the paragraph that it breaks is one."""
    text = "各位代表：\n建设太钢综合能\n政府工作报告 第3页共9页\n源智能装备产业，新增就业3万人。"
    start, end = text.index("政府工作报告"), text.index("\n源")
    rows = parsed(text, marks=[(start, end)]).as_dict()["paragraphs"]
    assert [row["role"] for row in rows] == ["body", "body", "mark"]
    assert [len(row["pieces"]) for row in rows] == [1, 2, 1]


def test_hints_are_for_what_the_text_does_not_say():
    silent, speaks = "新增就业3万人。", "2024年政府工作报告\n\n各位代表：\n\n新增就业3万人。"
    for text, year in ((silent, 2020), (speaks, 2024)):
        told = parsed(text, year_hint=2020, adcode_hint=140100).as_dict()
        assert (told["year"], told["region"]) == (year, "太原市")


@pytest.mark.parametrize(
    "told",
    [
        {"marks": [1]},
        {"marks": [(1,)]},
        {"marks": [("a", "b")]},
        {"marks": ()},
        {"origin": 4},
        {"origin": -1},
    ],
)
def test_what_is_no_mark_or_origin(told):
    with pytest.raises((TypeError, ValueError)):
        parsed("新增3个。", **told)


# ---- why -------------------------------------------------------------------------------------------------------------

WHY = "去年建成公园2个，今年建成水库3座以上。"


def test_rows_that_are_left_out_do_not_change_the_explanation_of_others():
    report = tr.parse(WHY, year=2024)
    told = tr.explain(report, WHY.index("3"))
    assert "bound at_least: 以上" in told
    report["quantities"] = [row for row in report["quantities"] if row["status"] == "target"]
    assert tr.explain(report, WHY.index("3")) == told


def test_explain_says_that_the_analyzer_is_another():
    analyzer = tr.Analyzer(lexicon={"yarn": {"base": "锭", "units": {"锭": 1, "枚锭": 1}}})
    text = "今年形成10枚锭以上，建成水库3座以上。"
    report = tr.parse(text, year=2024, analyzer=analyzer)
    assert (
        tr.explain(report, text.index("1"), analyzer=analyzer).splitlines()[1]
        == "bound at_least: 以上 (8-10)"
    )
    assert "with this analyzer there is no quantity here" in tr.explain(report, text.index("1"))
    assert "bound at_least: 以上" in tr.explain(report, text.index("3"))


def test_explain_needs_the_text():
    with pytest.raises(tr.ReportError, match="needs a Report"):
        tr.explain(dict(tr.parse(WHY)), 5)


@pytest.mark.parametrize("text", ["和5级：三和五年", "、5级：三和五年", "与5级：三、五年。"])
def test_a_text_that_opens_with_a_mark_of_a_list(text):
    """A list whose first part is empty, where the text begins."""
    assert tr.parse(text, year=2026)["quantities"]


@pytest.mark.parametrize("indent", ["", "　　"])
def test_lines_broken_at_one_width_are_mended(indent):
    """As text copied from a page is: also where a mark (一是) opens the broken sentence, or a line ends with one."""
    text = tr.sample()
    lines = [indent + line.strip() for line in text.splitlines() if line.strip()]
    broken = "\n".join(line[at : at + 38] for line in lines for at in range(0, len(line), 38))

    def told(report):
        return [(q["text"].replace("\n", ""), q["status"], q["to_year"]) for q in report["quantities"]]

    assert told(tr.parse(broken)) == told(tr.parse("\n".join(lines)))


def test_the_deepest_outline():
    """Nine ranks of headings below each other: what is open of them has room (make sanitize looks at it)."""
    lines = [
        "工作回顾",
        "经济这边，风景独好",
        "一、工作情况",
        "（一）经济情况",
        "下面讲一讲农业的情况，说说看",
        "第一，农业",
    ]
    lines += ["五年来，我们发展农业。农业增长了5%。"] * 3 + [
        "一是农业发展。增长5%。",
        "推进农业。今年增长5%。",
        "推进工业。今年增长5%。",
    ]
    for gap in ("\n", "\n\n"):
        report = tr.parse(gap.join(lines), year=2024)
        assert max(section["level"] for section in report["sections"]) == 3


@pytest.mark.parametrize("text", ["新建3个体〇育场。", "招聘12名优㐀干部。", "新建3个体𠀀育场。"])
def test_characters_that_no_dictionary_has(text):
    """They stand where a unit may be hidden in a word."""
    assert tr.parse(text)["sentences"][0]["text"] == text
