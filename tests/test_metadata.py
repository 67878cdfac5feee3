"""Who reports, where and when: from the title, the meeting, the speaker, the chapters and the words of the text."""

from pathlib import Path

import pytest

import taiyuan_report as tr

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
KEYS = ("region", "adcode", "year", "date", "session", "speaker")


def cases():
    for line in (Path(__file__).parent / "cases" / "metadata.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


@pytest.mark.parametrize(("name", "told"), [(name, told) for name, *told in cases()])
def test_reports_of_the_corpus(name, told):
    path = CORPUS / name
    if not path.exists():
        pytest.skip("needs ../shared/corpus")
    report = tr.read(path)
    assert [str(report[key] or "") for key in KEYS] == told
    assert [note for note in report["notes"] if note["kind"] in ("year", "region")] == []


def given(*head, body="现在，我代表政府报告工作。"):
    return tr.parse("\n\n".join(["政府工作报告", *head, "各位代表：", body]) + "\n")


HEADS = {
    "plain": (
        "——2023年1月9日在太原市第十五届人民代表大会第三次会议上",
        ("太原市", 2023, "2023-01-09", "第十五届人民代表大会第三次会议"),
    ),
    "full width": (
        "２０２６年２月２日在山西省第十四届人民代表大会第五次会议上",
        ("山西省", 2026, "2026-02-02", "第十四届人民代表大会第五次会议"),
    ),
    "Chinese numerals": (
        "——二〇〇五年一月二十一日在山西省第十届人民代表大会第三次会议上",
        ("山西省", 2005, "2005-01-21", "第十届人民代表大会第三次会议"),
    ),
    "a tenth of October": (
        "（一九九八年十月十日在大同市第十届人民代表大会第一次会议上）",
        ("大同市", 1998, "1998-10-10", "第十届人民代表大会第一次会议"),
    ),
    "a city named with its province": (
        "——2024年1月3日在山西省太原市第十五届人民代表大会第五次会议上",
        ("太原市", 2024, "2024-01-03", "第十五届人民代表大会第五次会议"),
    ),
    "a district whose name others share": (
        "——2024年1月3日在北京市朝阳区第十七届人民代表大会第四次会议上",
        ("朝阳区", 2024, "2024-01-03", "第十七届人民代表大会第四次会议"),
    ),
    "without the number of the session": (
        "（2003年1月15日在太原市人民代表大会上）",
        ("太原市", 2003, "2003-01-15", None),
    ),
    "the congress by its short name": (
        "——2012年2月15日在太原市第十三届人大一次会议上",
        ("太原市", 2012, "2012-02-15", "第十三届人大一次会议"),
    ),
    "the session behind the congress": (
        "——2012年2月15日在太原市人民代表大会第13届第1次会议上",
        ("太原市", 2012, "2012-02-15", "人民代表大会第13届第1次会议"),
    ),
    "nothing but a date": ("（2003年1月15日）", (None, 2003, "2003-01-15", None)),
    "nothing but a month": ("二〇〇三年二月", (None, 2003, None, None)),
    "a date and who speaks": ("2003年1月15日 太原市市长 张三", ("太原市", 2003, "2003-01-15", None)),
    "a span of years": ("1998—2003年", (None, None, None, None)),
    "a meeting of others": ("——2003年1月15日在全市经济工作会议上", (None, None, None, None)),
    "where the news was sent from": (
        "新华社北京2026年3月5日电 国务院总理在全国人民代表大会上作报告",
        ("全国", None, None, None),
    ),
    "a date of what is no meeting": ("来源：山西日报 2003年1月15日 10:20", (None, None, None, None)),
    "the nation, by the number of its congress": (
        "——在第十二届全国人民代表大会第三次会议上",
        ("全国", 2015, None, "第十二届全国人民代表大会第三次会议"),
    ),
}


@pytest.mark.parametrize("case", HEADS)
def test_the_line_of_the_meeting(case):
    head, told = HEADS[case]
    report = given(head)
    assert tuple(report[key] for key in ("region", "year", "date", "session")) == told


def test_a_head_that_no_greeting_ends():
    report = tr.parse(
        "政府工作报告\n（2003年1月15日在太原市人民代表大会上）\n市长 张三\n\n一、过去一年的工作\n新建公路3公里。"
    )
    assert (report["year"], report["date"], report["region"]) == (2003, "2003-01-15", "太原市")


def test_a_year_that_no_head_tells_is_the_one_after_the_year_that_the_review_names_most():
    plan = "2003年是关键的一年，2003年要更加努力，确保2003年的目标实现，2003年新建公路30公里。"
    text = f"一、过去一年的工作回顾\n\n2002年，新建公路3公里。2002年各项工作顺利。\n\n二、今后的工作安排\n\n{plan}"
    assert tr.parse(text)["year"] == 2003


def test_a_head_in_bold():
    text = "政府工作报告\n\n——2016年1月25日在青海省第十二届人民代表大会第五次会议上\n\n**省长:张三**\n\n**各位代表：**\n\n现在报告工作。\n\n**一、工作回顾**\n\n工作顺利。\n"
    report = tr.parse(text)
    assert (report["region"], report["year"]) == ("青海省", 2016)
    assert [section["title"] for section in report["sections"]] == ["工作回顾"]


def test_a_session_broken_over_two_lines_is_one():
    report = given("——2026年1月26日在广东省第十四届\n人民代表大会第五次会议上")
    assert report["session"] == "第十四届人民代表大会第五次会议"


@pytest.mark.parametrize(
    ("lines", "speaker"),
    [
        (["省长 张三"], "张三"),
        (["四川省人民政府代省长　李小四"], "李小四"),
        (["内蒙古自治区人民政府主席 乌兰·其其格"], "乌兰·其其格"),
        (["国务院总理　", "王　五"], "王五"),
        (["2026年1月27日在陕西省第十四届人民代表大会第四次会议上 陕西省省长 赵六"], "赵六"),
        (["来源：山西日报"], None),
    ],
)
def test_the_speaker(lines, speaker):
    assert given(*lines)["speaker"] == speaker


def test_the_region_of_the_speaker():
    report = given("大同市人民政府市长 张三")
    assert (report["region"], report["adcode"]) == ("大同市", "140200")


def test_the_region_of_the_opening_words():
    report = tr.parse("各位代表：\n\n现在，我代表大同市人民政府，向大会报告工作。\n")
    assert report["region"] == "大同市"


@pytest.mark.parametrize(
    ("region", "parents"),
    [
        ("全国", (None, None)),
        ("山西省", ("山西省", None)),
        ("太原市", ("山西省", "太原市")),
        ("清徐县", ("山西省", "太原市")),
        ("浦东新区", ("上海市", None)),
    ],
)
def test_what_a_region_lies_in(region, parents):
    report = tr.parse("新增就业3万人。", region=region)
    assert (report["province"], report["prefecture"]) == parents


def test_the_nation_calls_itself_so():
    text = (
        "各位代表：\n\n过去的一年，我国经济发展。我国农业丰收。我国工业增长。我国人民生活改善，全省也是。\n"
    )
    assert tr.parse(text)["region"] == "全国"
    assert tr.parse(text.replace("我国", "我省"))["region"] is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("各位代表：\n\n一、2022年工作回顾\n\n一年来，成绩很大。\n", 2023),
        ("各位代表：\n\n二、2023年工作安排\n\n今年，任务很重。\n", 2023),
        ("各位代表：\n\n一、二〇二二年工作回顾\n\n一年来，成绩很大。\n", 2023),
        ("各位代表：\n\n一、2018—2022年工作回顾\n\n五年来，成绩很大。\n", 2023),
        ("各位代表：\n\n一、到2035年的奋斗目标\n\n我们要努力。\n", None),
        ("各位代表：\n\n一、“十三五”时期工作回顾\n\n过去五年，产值比2010年翻番，比2010年多5万亿元。\n", 2021),
        ("一、“十四五”开局之年的工作回顾\n\n2021年，产值增长5%。2021年各项工作顺利。\n", 2022),
        ("一、“十一五”以来工作回顾\n\n2007年，产值增长5%。2007年各项工作顺利。\n", 2008),
        (
            "产值由2000年的2003亿元增加到2005年的4070亿元，人口由2000年的40万人增加到50万人，粮食由2000年的3万吨增加到2005年的5万吨。\n",
            2006,
        ),
        ("一、攻坚克难，2024年全区建设迈出新的坚实步伐\n\n产值增长5%。\n", 2025),
        ("2008两会山西省政府工作报告\n\n各位代表：\n\n工作顺利。\n", 2008),
        (
            "政府工作报告\n——2003年1月11日在山西省第十届人民代表大会第一次会议上省长 张三各位代表：本届政府从1998年1月就职，到现在已经五年了。\n",
            2003,
        ),
        ("各位代表：\n\n我国按照去年五届人大四次会议的精神办事。\n", 1982),
        ("各位代表：\n\n我国按照今年五届人大五次会议的精神办事。\n", 1982),
    ],
)
def test_a_year_without_a_head(text, year):
    assert tr.parse(text)["year"] == year


def test_evidence_that_disagrees_is_noted():
    report = given("2025年1月9日在太原市第十五届人民代表大会第三次会议上", "大同市人民政府市长 张三")
    assert (report["year"], report["region"]) == (2025, "太原市")
    assert [n["text"] for n in report["notes"] if n["kind"] == "region"] == ["太原市", "大同市"]
    report = given(
        "2025年1月9日在太原市第十五届人民代表大会第三次会议上",
        body="一、2022年工作回顾\n\n一年来，成绩很大。\n\n二、2023年工作安排\n\n今年，任务很重。",
    )
    assert report["year"] == 2025
    assert [n["text"] for n in report["notes"] if n["kind"] == "year"] == ["2025", "2022", "2023"]


def test_what_the_caller_says_decides_and_is_compared():
    text = "政府工作报告\n\n2025年1月9日在太原市第十五届人民代表大会第三次会议上\n\n各位代表：\n\n现在报告工作。\n"
    report = tr.parse(text, year=2024, region="太原市")
    assert (report["year"], report["region"], report["date"]) == (2024, "太原市", "2025-01-09")
    assert [(n["kind"], n["text"]) for n in report["notes"]] == [("year", "2025")]


def test_a_report_of_december_plans_for_the_next_year():
    report = given(
        "——2022年12月28日在太原市第十五届人民代表大会第三次会议上",
        body="今年，新增就业3万人。\n\n二、2023年工作安排\n\n新增就业4万人。",
    )
    assert report["year"] == 2022
    assert [(q["status"], q["to_year"]) for q in report["quantities"] if q["unit"] == "人"][-1] == (
        "target",
        2023,
    )


@pytest.mark.parametrize(
    ("said", "year"), [("工作继续。", 2023), ("明年工作继续。", 2022), ("2023年工作继续。", 2022)]
)
def test_this_year_in_the_plan_of_a_report_of_december(said, year):
    """今年 is the year planned for, unless the plan calls that 明年 or 2023年."""
    report = given(
        "——2022年12月28日在太原市第十五届人民代表大会第三次会议上",
        body=f"二、2023年主要工作\n\n{said}今年新增就业4万人。",
    )
    assert [q["to_year"] for q in report["quantities"] if q["unit"] == "人"] == [year]


def test_the_year_of_a_chapter_tells_what_its_words_do_not():
    report = given(
        "2024年1月9日在太原市第十五届人民代表大会第五次会议上",
        body="二、2024年主要工作\n\n（一）稳就业\n\n新增就业4万人。",
    )
    assert [section["role"] for section in report["sections"]] == ["plan", "plan"]
    assert [(q["status"], q["to_year"]) for q in report["quantities"] if q["unit"] == "人"] == [
        ("target", 2024)
    ]


def test_the_year_that_a_text_looks_ahead_from():
    """明年 and 去年 tell wherever they stand, also where no number is near."""
    told = "".join(f"1985年工业产值增长{i}%，1985年农业产值增长4%。\n" for i in range(1, 10))
    last = "我们坚持稳中求进工作总基调扎实推进各项工作取得了明显成效，总的情况比去年好得多。\n" * 5
    assert tr.parse(told + last + "明年工业增长4%。\n")["year"] == 1986
    assert tr.parse(told + "明年工业增长4%。\n")["year"] == 1985
