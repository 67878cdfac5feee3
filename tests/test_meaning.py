"""What a number means, case by case: tests/meaning/*.txt. Add a line there. The outlines are below."""

from pathlib import Path

import pytest

import taiyuan_report as tr

FOLDER = Path(__file__).parent / "meaning"
REPORT = """政府工作报告
——2026年1月20日在河北省第十四届人民代表大会第四次会议上
省长 某某某

各位代表：

一、2025年工作回顾

{review}

二、2026年工作安排

{plan}
"""


def cases_of(name, parts):
    for number, line in enumerate((FOLDER / name).read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            cells = line.split("\t")
            assert len(cells) == parts, f"{name}, line {number}: {len(cells)} parts of {parts}"
            yield pytest.param(*cells[:-1], cells[-1].split(" ; "), id=f"{number}")


def measures(text):
    rows = tr.parse(text)["quantities"]
    return [row for row in rows if row["kind"] in ("amount", "percent", "duration")]


@pytest.mark.parametrize(("text", "wanted"), list(cases_of("subjects.txt", 2)))
def test_subject(text, wanted):
    assert [f"{row['text']}={row['subject'] or ''}" for row in measures(text)] == wanted


def years_of(row):
    years = sorted({row["from_year"], row["to_year"]} - {None})
    return "-".join(map(str, years))


@pytest.mark.parametrize(("chapter", "text", "wanted"), list(cases_of("times.txt", 3)))
def test_status_and_years(chapter, text, wanted):
    whole = REPORT.format(**{"review": "工作顺利。", "plan": "工作继续。", chapter: text})
    assert [f"{row['text']}={row['status']},{years_of(row)}" for row in measures(whole)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("全年接待游客30万人次，增长40%。", "achieved,2025"),
        ("（二）重点领域改革深入推进。公布清单188项，减少材料30项。", "achieved,2025"),
        ("（二）加快建设旅游强市。接待游客30万人次，新建景区2个。", "target,2026"),
        ("**全面推进乡村建设，加快建设农村公路。**新建公路30公里。", "target,2026"),
        ("今年的实事项目为：\n一、新增养老床位4000张；\n二、开办托班500个。", "target,2026"),
        ("今年主要预期目标为：产值增长5%。\n新建公路30公里。", "target,2026"),
        ("力争建成公路30公里。", "target,2026"),
        ("**保障水平提高。**低保标准达到800元。", "achieved,2025"),
        ("**建设项目加快推进。**完成投资30亿元。", "achieved,2025"),
        ("**取得明显成效。**新建公路30公里。", "achieved,2025"),
        ("**增强了发展活力。**新建公路30公里。", "achieved,2025"),
        ("（一）主要任务。新建公路30公里。", "target,2026"),
        ("明年，新建公路30公里。改造小区20个。", "target,2027"),
        ("全力抓好以下实事：\n1.新建公办幼儿园6所。\n2.新建公路3公里。", "target,2026"),
        ("为农民群众办好十件实事\n①新建公办幼儿园6所。\n②新建公路3公里。", "target,2026"),
        ("一年来，我们做了以下工作：\n（一）加快建设。新建公路3公里。", "achieved,2025"),
        ("**有效投资扩大。**实施项目260个。", "achieved,2025"),
        ("**推进乡村振兴取得实效。**新建公路3公里。", "achieved,2025"),
        ("**深化改革。**新设企业同比增长21%。", "achieved,2025"),
        ("一、着力稳增长，经济稳中有进\n新建公路3公里。\n二、2026年工作安排\n继续努力。", "achieved,2025"),
        ("**服务能力增强。**新增床位300张。", "achieved,2025"),
        ("（一）突出项目带动，发展后劲持续增强。完成投资30亿元。", "achieved,2025"),
        ("（二）聚焦产业升级，加快构建现代化产业体系。新增企业300家。", "target,2026"),
        ("（六）加强政府自身建设，治理效能进一步提升\n制定政府规章37件。", "achieved,2025"),
        ("（一）提振信心，经济持续回升向好\n争取专项债券351亿元。", "achieved,2025"),
        ("产值增长5%左右，收入增长6%左右，投资增长3%以上，努力跑赢全国。", "target,2026"),
        ("十年来我们不断发展。刚刚过去的2025年，是难忘的一年。\n产值增长5%。", "achieved,2025"),
        ("“十五五”的主要目标是：\n1.经济增长。收入达到30亿元。", "target,2030"),
        ("“十五五”的主要目标是：\n1.经济增长。产值年均增长5%。", "target,2026-2030"),
        ("今后五年的奋斗目标是：\n——实力增强。产值年均增长5%。", "target,2026-2030"),
        ("某某区2026年的十大惠民实事\n\n一是改善用电。完成20个小区改造。", "target,2026"),
        ("某某区2026年的十大惠民实事\n\n完成20个小区改造。", "target,2026"),
        ("“十五五”的主要目标是：\n收入达到30亿元。", "target,2030"),
    ],
)
def test_text_without_chapters_reads_as_a_review_until_it_says_what_is_to_do(text, wanted):
    rows = [row for row in tr.parse(text, year=2026)["quantities"] if row["kind"] in ("amount", "percent")]
    assert rows
    assert {f"{row['status']},{years_of(row)}" for row in rows} == {wanted}


@pytest.mark.parametrize(
    ("title", "years"),
    [("“十四五”时期和2025年工作回顾", "2021-2025"), ("2025年和“十四五”时期工作回顾", "2025")],
)
def test_a_chapter_about_two_times_begins_with_the_first(title, years):
    text = f"一、{title}\n新建公路30公里。\n2025年，新建医院3所。"
    first, second = measures(REPORT.partition("一、")[0] + text)
    assert (years_of(first), years_of(second)) == (years, "2025")


def test_a_part_of_a_plan_about_past_years_looks_back():
    text = (
        "一、2025年工作回顾\n新建公路30公里。\n\n二、关于“十五五”规划纲要的说明\n我们编制了纲要。\n\n"
        "（一）“十四五”时期经济社会发展的主要情况\n——民生改善。里程由114公里增加到336公里。\n\n"
        "（二）“十五五”时期经济社会发展的主要目标\n新建医院3所。"
    )
    rows = measures(REPORT.partition("一、")[0] + text)
    assert [f"{row['text']}={row['status']},{years_of(row)}" for row in rows] == [
        "30公里=achieved,2025",
        "114公里=achieved,2020",
        "336公里=achieved,2025",
        "3所=target,2026-2030",
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“十四五”以来，新建学校35所。", "achieved,2021-2023"),
        ("“十四五”将新建学校35所。", "target,2021-2025"),
        ("“十四五”开局良好，新建学校35所。", "achieved,2023"),
        ("2022年前三季度，产值增长3%。", "achieved,2022"),
    ],
)
def test_a_review_within_a_plan(text, wanted):
    text = f"政府工作报告\n2024年1月20日\n一、2023年工作回顾\n\n{text}\n\n二、2024年工作安排\n\n工作继续。"
    (row,) = measures(text)
    assert f"{row['status']},{years_of(row)}" == wanted


def test_a_part_of_a_plan_that_builds_on_the_past_looks_ahead():
    text = "二、2026年工作安排\n\n（一）立足“十四五”发展成果，加快构建现代产业体系\n新建学校35所。"
    assert [row["status"] for row in measures(REPORT.partition("一、")[0] + text)] == ["target"]


def test_the_term_of_a_new_government_is_five_years():
    text = "一、本届政府工作回顾\n新建公路30公里。\n\n二、新一届政府的奋斗目标\n产值年均增长7%，达到30亿元。"
    assert [years_of(row) for row in measures(REPORT.partition("一、")[0] + text)[1:]] == [
        "2026-2030",
        "2030",
    ]


def test_an_item_whose_text_runs_on_opens_no_chapter():
    text = "二、2026年工作安排\n\n**为民办好实事**\n\n一、就业工程。新增就业6万人，培训劳动力4万人，扶持创业，带动全民就业工作再上新台阶。\n\n二、畅通工程。新建天桥10座。"
    assert {row["status"] for row in measures(REPORT.partition("一、")[0] + text)} == {"target"}


def test_a_year_that_is_said_to_be_something_opens_what_follows():
    text = (
        "一、“十四五”时期和2025年工作回顾\n新建公路30公里。\n2025年是收官之年，我们攻坚克难。\n新建医院3所。"
    )
    assert [years_of(row) for row in measures(REPORT.partition("一、")[0] + text)] == ["2021-2025", "2025"]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("坚持扩大内需的方针", "plan"),
        ("争取国民经济再上一个新台阶", "plan"),
        ("关于外交工作", "other"),
        ("积极推进祖国和平统一大业", "other"),
        ("加强行政能力建设和政风建设", "self"),
    ],
)
def test_a_chapter_behind_the_review_that_urges_is_a_plan(title, role):
    text = f"一、2025年工作回顾\n新建公路30公里。\n\n二、{title}\n新建公路20公里。"
    assert tr.parse(REPORT.partition("一、")[0] + text)["sections"][-1]["role"] == role


def test_the_targets_at_the_end_of_a_review_are_targets():
    text = "2026年是关键的一年。主要调控目标是：产值增长9%。收入26亿元，增长15%。"
    rows = [
        row for row in measures(REPORT.format(review=text, plan="工作继续。")) if row["kind"] != "duration"
    ]
    status = [f"{row['status']},{years_of(row)}" for row in rows]
    assert status == ["target,2026", "target,2026", "target,2026"]


def test_behind_the_targets_of_the_year_a_plan_of_years_is_of_the_year():
    text = (
        "一、2025年工作回顾\n工作顺利。\n二、今后五年，我们奋力推进各项事业\n今后五年，新建学校50所。\n"
        "今年，要力争产值增长10%以上，投资增长8%，收入增长6%。\n（一）扩大内需\n新建公路30公里。"
    )
    rows = [row for row in measures(REPORT.partition("一、")[0] + text) if row["kind"] == "amount"]
    assert [years_of(row) for row in rows] == ["2026-2030", "2026"]


def test_a_chapter_that_keeps_things_up_behind_a_plan_goes_on_with_it():
    text = "一、2025年工作回顾\n工作顺利。\n二、2026年工作安排\n新建公路30公里。\n三、保持经济较快增长\n新建学校20所。"
    assert tr.parse(REPORT.partition("一、")[0] + text)["sections"][-1]["role"] == "plan"


def test_lines_that_figures_count_are_items_of_their_own():
    items = [f"{i:02d} 新建改造街道幼儿园和农村互助养老院{i}0所\n\n" for i in range(1, 13)]
    report = tr.parse(
        "张某某作政府工作报告，具体内容如下：\n\n2026年重点民生事项\n\n" + "".join(items), year=2026
    )
    assert [section["title"] for section in report["sections"]] == ["2026年重点民生事项"]
    rows = [row for row in report["quantities"] if row["kind"] == "amount"]
    assert [row["low"] for row in rows] == [i * 10 for i in range(1, 13)]
    assert {row["subject"] for row in rows} == {"街道幼儿园和农村互助养老院"}
    assert {row["status"] for row in rows} == {"target"}


def test_all_year_is_the_year_of_a_chapter_about_two_times():
    text = "一、“十四五”时期和2025年工作回顾\n新建公路30公里。\n全年新建医院3所。新建学校5所。"
    assert [years_of(row) for row in measures(REPORT.partition("一、")[0] + text)] == [
        "2021-2025",
        "2025",
        "2025",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "今年的主要目标是：产值增长6%。",
        "为实现目标，今年重点抓好以下工作：",
        "2026年，我们要抓好以下工作：",
        "全力抓好以下实事：",
        "今年是打基础的一年。",
    ],
)
def test_the_goals_of_a_plan_end_where_those_of_the_year_begin(line):
    text = f"“十五五”的主要目标是：\n1.经济增长。产值年均增长5%。\n{line}\n新建公园20个。\n改造小区5个。"
    rows = [row for row in tr.parse(text, year=2026)["quantities"] if row["kind"] in ("amount", "percent")]
    assert years_of(rows[0]) == "2026-2030"
    assert [years_of(row) for row in rows[-2:]] == ["2026", "2026"]


@pytest.mark.parametrize(
    "text",
    [
        "全年龄段教育优化，新建学校50所。新建幼儿园20所。",
        "地铁全年无休，运送旅客30万人。新建学校50所。",
        "空气质量改善，全年优良天数300天，五年累计新增绿地20万亩。新建学校50所。",
    ],
)
def test_all_year_inside_a_word_or_beside_other_years_moves_nothing(text):
    rows = measures(REPORT.partition("一、")[0] + "一、“十四五”时期和2025年工作回顾\n" + text)
    assert years_of(rows[-1]) == "2021-2025"


def test_new_years_to_come_in_a_review_are_to_come():
    text = "一、“十四五”时期工作回顾\n展望新的五年，产值将达到500亿元。"
    rows = measures(REPORT.partition("一、")[0] + text)
    assert [(row["status"], years_of(row)) for row in rows] == [("target", "2026-2030"), ("target", "2030")]


@pytest.mark.parametrize(
    "title",
    ["推动全省长期稳定发展", "完善城市长效管理", "县长关心的事"],
)
def test_a_title_that_holds_what_a_head_holds_is_a_heading(title):
    text = f"2026年工作安排\n\n{title}\n\n新建公园20个，各项工作都很顺利。\n\n完善农村管理\n\n新建公园20个，各项工作都很顺利。\n"
    assert title in [section["title"] for section in tr.parse(text)["sections"]]


@pytest.mark.parametrize(
    "session", ["合肥市\n\n第十四届人民代表大会第五次会议上", "合肥市第十四届人民代表大会\n\n第五次会议上"]
)
def test_a_session_told_in_two_paragraphs_is_no_heading(session):
    text = f"政府工作报告\n\n——2026年1月10日在{session}\n\n三、2026年工作安排\n\n新建公园3个。\n"
    assert [(s["title"], s["role"]) for s in tr.parse(text)["sections"]] == [("2026年工作安排", "plan")]


@pytest.mark.parametrize("title", ["完善城市长效管理", "加强全市市长热线管理工作"])
def test_a_title_right_under_the_date_is_no_speaker(title):
    head = "——2026年1月20日在某某市第三届人民代表大会第五次会议上\n\n"
    text = (
        f"{title}\n\n新建公园20个，各项工作都很顺利。\n\n完善农村管理\n\n新建公园20个，各项工作都很顺利。\n"
    )
    assert title in [section["title"] for section in tr.parse(head + text)["sections"]]


@pytest.mark.parametrize("where", ["某某市第三届人民代表大会第五次会议", "某某市人民代表大会"])
@pytest.mark.parametrize("mark", ["——{}", "（{}）"])
def test_a_head_without_an_address_has_no_heading(mark, where):
    head = "政府工作报告\n\n" + mark.format(f"2026年1月20日在{where}上") + "\n\n某某市市长 张某某\n\n"
    text = "一、2025年工作回顾\n\n产值增长5%。\n\n二、2026年工作安排\n\n产值增长6%。\n"
    sections = tr.parse(head + text)["sections"]
    assert [(section["level"], section["role"]) for section in sections] == [(1, "review"), (1, "plan")]


def test_the_size_of_what_five_years_brought_is_that_of_their_last():
    text = "一、“十四五”时期工作回顾\n五年来，培育形成7个千亿级产业集群。"
    count, size = measures(REPORT.partition("一、")[0] + text)[1:]
    assert (years_of(count), years_of(size)) == ("2021-2025", "2025")
    text = "一、“十四五”时期工作回顾\n五年来，总量连跨5万亿元、6万亿元两个台阶。"
    assert [years_of(row) for row in measures(REPORT.partition("一、")[0] + text)[1:3]] == ["2025", "2025"]


@pytest.mark.parametrize("what", ["产业升级焕新", "改革创新"])
def test_a_review_names_no_years_to_come_by_what_ends_in_new(what):
    text = f"一、“十四五”时期工作回顾\n——这是{what}的五年。产值达到300亿元。"
    rows = measures(REPORT.partition("一、")[0] + text)
    assert [(row["status"], years_of(row)) for row in rows] == [
        ("achieved", "2021-2025"),
        ("achieved", "2025"),
    ]


def test_a_part_right_under_an_unmarked_chapter_hangs_from_it():
    text = "2025年工作回顾\n工作顺利，大家都满意。\n2026年重点工作\n（一）促消费扩投资\n改造小区30个。\n（二）建设产业体系\n改造工厂3家。"
    levels = [
        (section["title"], section["level"])
        for section in tr.parse(REPORT.partition("一、")[0] + text)["sections"]
    ]
    assert levels[-2:] == [("促消费扩投资", 2), ("建设产业体系", 2)]


@pytest.mark.parametrize("mark", ["二、", ""], ids=["marked", "unmarked"])
@pytest.mark.parametrize(("title", "role"), list(cases_of("titles.txt", 2)))
def test_role_of_a_chapter(title, role, mark):
    head = REPORT.partition("一、")[0]
    chapter = f"{mark}{title}\n\n新建公路30公里，各项工作都很顺利。"
    other = "三、2026年工作安排" if role == ["review"] else "一、2025年工作回顾"
    parts = [f"{other}\n\n工作顺利，大家都满意。", chapter]
    report = tr.parse(head + "\n\n".join(reversed(parts) if role == ["review"] else parts))
    assert [section["role"] for section in report["sections"] if section["title"].endswith(title)] == role


@pytest.mark.parametrize(
    ("titles", "roles"),
    [
        (
            [
                "一年接着一年干，新山区建设持续取得新进展新成效",
                "一张蓝图绘到底，奋力谱写新篇章",
                "推动“十五五”开好局、起好步",
            ],
            ["review", "plan", "plan"],
        ),
        (
            [
                "聚焦高质量发展，综合实力迈上新台阶",
                "锚定目标，乘势而上加快发展",
                "转变作风，全面提升政府效能",
            ],
            ["review", "plan", "self"],
        ),
        (["砥砺奋进的2025年", "继往开来的“十五五”", "实干争先的2026年"], ["review", "plan", "plan"]),
        (["攻坚克难，圆满完成全年任务", "新的一年，我们勇挑大梁，展现更大作为"], ["review", "plan"]),
        (["“十五五”开局良好，经济区建设全面推进", "深化改革，扩大开放"], ["review", "plan"]),
        (["推动高质量发展，加快建设强市", "深化改革，扩大开放"], ["plan", "plan"]),
    ],
)
def test_chapters_whose_titles_are_mottos(titles, roles):
    body = "\n新建公路30公里，各项工作都很顺利，社会事业全面进步。\n"
    chapters = [f"{mark}、{title}{body}" for mark, title in zip("一二三", titles, strict=False)]
    report = tr.parse(REPORT.partition("一、")[0] + "\n".join(chapters))
    assert [section["role"] for section in report["sections"] if section["level"] == 1] == roles


def chapter_roles(lines):
    text = REPORT.partition("一、")[0] + "\n".join(lines)
    return [section["role"] for section in tr.parse(text, year=2026)["sections"] if section["level"] == 1]


def test_numbered_parts_before_an_unmarked_plan_are_the_review_whatever_their_titles_say():
    lines = [
        "全县经济社会保持平稳较快发展",
        "过去一年，成绩很大。",
        "一、着力推进产业转型，产业结构不断优化",
        "新建道路20公里。",
        "二、着力推进城市建设，城乡面貌发生新变化",
        "新增就业5000人。",
        "2026年工作安排",
        "今年地区生产总值增长5%。",
    ]
    assert chapter_roles(lines) == ["review", "review", "plan"]


@pytest.mark.parametrize(
    ("title", "role"),
    [("奋力前行的2025年", "review"), ("回首2025：砥砺奋进", "review"), ("努力开创2026年工作新局面", "plan")],
)
def test_an_unmarked_chapter_that_names_its_year(title, role):
    lines = [title, "大家同心协力。", "一、产业转型", "新建道路20公里。", "二、城市建设", "新建公园3个。"]
    assert chapter_roles(lines) == [role]


def test_a_bold_chapter_title_may_have_its_text_behind_it():
    lines = [
        "**一、2025年工作回顾**",
        "工作顺利。",
        "**二、2026年工作安排** 认真贯彻全会精神，扎实做好各项工作，新建公园3个，新建学校5所。",
    ]
    assert chapter_roles(lines) == ["review", "plan"]


@pytest.mark.parametrize(("session", "years"), [("一", "2021-2025"), ("四", "2025")])
def test_a_government_looks_back_on_its_term_at_the_end_of_it(session, years):
    head = REPORT.partition("一、")[0].replace("第四次", f"第{session}次")
    assert [years_of(row) for row in measures(head + "一、本届政府工作回顾\n新建公路30公里。")] == [years]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("着力搞好宏观调控", "plan"),
        ("深入开展增产节约，下大力气搞好企业", "plan"),
        ("外交工作", "other"),
        ("人民生活改善", "other"),
        ("实现了历史性跨越", "other"),
        ("保障水平", "other"),
    ],
)
def test_chapters_behind_a_plan_go_on_with_it_if_they_say_what_to_do(title, role):
    chapters = [
        "一、2025年工作回顾",
        "工作顺利，大家都满意。",
        "二、2026年工作安排",
        "继续努力，再接再厉。",
        f"三、{title}",
        "新建公路30公里。",
    ]
    assert tr.parse("\n\n".join(chapters), year=2026)["sections"][-1]["role"] == role


@pytest.mark.parametrize(
    ("opening", "years"),
    [("过去的五年，是我省阔步前进的五年。", "2021-2025"), ("2025年，是很不平凡的一年。", "2025")],
)
def test_parts_of_a_report_without_chapters_go_on_with_its_opening(opening, years):
    parts = ["——农业得到加强。新建水库12座。", "——交通更加便利。建成公路50公里。"]
    report = tr.parse("\n".join(["（2026年1月8日 张三）", opening, *parts]), year=2026)
    rows = [row for row in report["quantities"] if row["text"] in ("12座", "50公里")]
    assert [(row["status"], years_of(row)) for row in rows] == [("achieved", years)] * 2


def test_what_the_coming_year_is_to_bring_is_no_result_in_a_chapter_that_also_looks_back():
    parts = [
        "# 政府工作报告",
        "（2025年12月26日 张三）",
        "各位代表：",
        "一、成就和今后的任务",
        "2026年是承上启下的一年。明年的主要任务是作好准备。",
        "2026年计划草案拟定，农业产值比2025年增长5%左右。",
        "计划草案拟定，工业产值比2025年增长11%左右。",
    ]
    report = tr.parse("\n\n".join(parts))
    rows = [row for row in report["quantities"] if row["kind"] == "percent"]
    assert [(row["status"], years_of(row)) for row in rows] == [("target", "2026")] * 2


OUTLINES = {
    "marks": (
        "一、工作回顾\n\n（一）工业\n\n1.钢铁。增长很快，结构也更好，效益更高。\n",
        ["1 工作回顾", "2 工业", "3 钢铁"],
    ),
    "Markdown": (
        "## 一、工作回顾\n\n**（一）工业稳步增长。**产值达到100亿元。\n",
        ["1 工作回顾", "2 工业稳步增长"],
    ),
    "dashes": (
        "一、工作回顾\n\n——经济稳中有进。产值增长很快。\n\n——民生持续改善。收入增长很快。\n",
        ["1 工作回顾", "2 经济稳中有进", "2 民生持续改善"],
    ),
    "points": (
        "一、重点工作\n\n一是抓好工业。产值要增长很快。\n\n二是抓好农业。收成要增长很快。\n",
        ["1 重点工作", "2 抓好工业", "2 抓好农业"],
    ),
    "plain leads of siblings": (
        "一、工作回顾\n\n工业稳步增长。全年产值很高，效益也很好，大家都满意。\n\n农业连年丰收。全年产量很高，质量也很好，大家都满意。\n",
        ["1 工作回顾", "2 工业稳步增长", "2 农业连年丰收"],
    ),
    "a glossary": (
        "一、工作回顾\n各项工作顺利，大家都满意。\n注释\n［1］一降三减：\n火灾起数下降，损失减少。\n",
        ["1 工作回顾", "1 注释"],
    ),
    "plain leads below a numbered one": (
        "一、工作回顾\n\n一是抓好工业。全年产值很高，效益也很好，大家都满意。\n\n钢铁稳步增长。全年产值很高，效益也很好，大家都满意。\n\n"
        "煤炭增产增收。全年产值很高，效益也很好，大家都满意。\n\n二是抓好农业。全年产量很高，质量也很好，大家都满意。\n",
        ["1 工作回顾", "2 抓好工业", "3 钢铁稳步增长", "3 煤炭增产增收", "2 抓好农业"],
    ),
    "leads that say what we are to do": (
        "一、重点工作\n\n我们要加快发展工业。全年产值要很高，效益也要很好，让大家都满意。\n\n"
        "我们要全面振兴乡村。全年产量要很高，质量也要很好，让大家都满意。\n",
        ["1 重点工作", "2 我们要加快发展工业", "2 我们要全面振兴乡村"],
    ),
    "the words that open a report": (
        "各位代表：\n\n现在，我代表市人民政府，向大会报告工作，请予审议\n\n\n\n一、工作回顾\n\n\n各项工作都有新的进展，大家都很满意。\n",
        ["1 工作回顾"],
    ),
    "chapters that go on in their line": (
        "一、2025年工作回顾过去的一年，各项工作都有新的进展，大家都很满意，成绩来之不易，值得我们倍加珍惜。\n\n"
        "（一）工业稳步增长。产值达到100亿元，效益也很好。\n\n"
        "二、2026年主要任务今年是开局之年，各项工作都要有新的进展，让大家都满意，使城市面貌为之一新。\n",
        ["1 2025年工作回顾", "2 工业稳步增长", "1 2026年主要任务"],
    ),
    "a chapter that speaks of work is none that goes on": (
        "一、认真做好重点工作，确保实现目标任务\n\n各项工作都要有新的进展，让大家都满意。\n",
        ["1 认真做好重点工作，确保实现目标任务"],
    ),
    "a plain lead without a sibling is none": (
        "一、工作回顾\n\n工业稳步增长。全年产值很高，效益也很好，大家都满意。\n",
        ["1 工作回顾"],
    ),
    "parallel leads of a review": (
        "一、工作回顾\n\n"
        + "".join(
            f"五年来，我们坚定不移{what}，取得了新的显著成效。全年成绩很好，大家都满意。\n\n"
            for what in ("发展工业", "振兴乡村", "改善民生")
        ),
        ["1 工作回顾"]
        + [
            f"2 五年来，我们坚定不移{what}，取得了新的显著成效"
            for what in ("发展工业", "振兴乡村", "改善民生")
        ],
    ),
    "items that are whole sentences are a list": (
        "一、重点工作\n\n（一）新建公园十二个；\n\n（二）新建学校三所；\n\n（三）新建医院一家。\n",
        ["1 重点工作"],
    ),
    "chapters without a mark": (
        "过去一年工作回顾\n\n各项工作都有新的进展，大家都很满意。\n\n今年主要任务\n\n各项工作都要有新的进展，让大家都满意。\n",
        ["1 过去一年工作回顾", "1 今年主要任务"],
    ),
    "parts as chapters": (
        "（一）经济形势\n\n各项工作都有新的进展，大家都很满意。\n\n（二）经济体制\n\n各项工作都要有新的进展。\n\n结束语\n\n谢谢大家对政府工作的支持。\n",
        ["1 经济形势", "1 经济体制", "1 结束语"],
    ),
    "plain titles between numbered chapters": (
        "各位代表：\n\n一、工作回顾\n\n五年来各项改革取得进展\n\n工作顺利，大家都很满意，认识也更加一致。\n\n二、工作安排\n\n工作要有新的进展，大家要更加努力。\n",
        ["1 工作回顾", "2 五年来各项改革取得进展", "1 工作安排"],
    ),
    "chapters in bold without a mark": (
        "**2025年工作回顾**\n\n一年来，各项工作顺利。\n\n**（一）经济发展**\n\n**工业增长。**产值很高，效益也很好。\n\n**2026年工作安排**\n\n今年要更加努力。\n\n**（一）经济发展**\n\n1.抓好工业。产值要增长很快，效益要更好。\n",
        ["1 2025年工作回顾", "2 经济发展", "3 工业增长", "1 2026年工作安排", "2 经济发展", "3 抓好工业"],
    ),
    "a title in bold between numbered chapters": (
        "一、工作回顾\n\n**2025年主要工作**\n\n各项工作顺利，大家都很满意，认识也更加一致。\n\n二、工作安排\n\n工作要有新的进展，大家要更加努力。\n",
        ["1 工作回顾", "2 2025年主要工作", "1 工作安排"],
    ),
    "chapters numbered through below two titles": (
        "2025年工作回顾\n\n一、发展工业\n\n产值增长很快，效益也很好。\n\n2026年工作安排\n\n二、发展农业\n\n收成要更好，收入要更高。\n",
        ["1 2025年工作回顾", "2 发展工业", "1 2026年工作安排", "2 发展农业"],
    ),
    "paragraphs wholly in bold": (
        "一、重点工作\n\n**（一）发展工业，提高效益。坚持创新，突出重点，壮大优势产业。**\n\n抓好钢铁。全年产值要很高，效益也要很好，让大家都满意。\n\n"
        "抓好煤炭。全年产值要很高，效益也要很好，让大家都满意。\n\n**（二）发展农业。稳定面积，提高单产。**\n\n抓好粮食，让大家都满意。\n",
        ["1 重点工作", "2 发展工业，提高效益", "3 抓好钢铁", "3 抓好煤炭", "2 发展农业"],
    ),
    "long titles with a mark": (
        "一、重点工作\n\n（一）改革——我们的最大红利，要与时俱进、攻坚克难，以涉险滩、破藩篱的勇气奏响改革最强音，推进发展动力升级\n\n"
        "坚持问题导向，在全省深化改革中先行先试。\n\n一是抓好工业。产值要增长很快，效益要更好。\n",
        [
            "1 重点工作",
            "2 改革——我们的最大红利，要与时俱进、攻坚克难，以涉险滩、破藩篱的勇气奏响改革最强音，推进发展动力升级",
            "3 抓好工业",
        ],
    ),
    "the title of a report in bold": (
        "**政府工作报告**\n\n（2026年1月24日在某某市第十三届人民代表大会第四次会议上）\n\n**一、2025年工作回顾**\n\n成绩很大。\n",
        ["1 2025年工作回顾"],
    ),
    "single dashes": (
        "一、工作回顾\n\n—经济稳中有进。产值增长很快。\n\n—民生持续改善。收入增长很快。\n",
        ["1 工作回顾", "2 经济稳中有进", "2 民生持续改善"],
    ),
}


@pytest.mark.parametrize("name", OUTLINES)
def test_outline(name):
    text, wanted = OUTLINES[name]
    assert [f"{section['level']} {section['title']}" for section in tr.parse(text)["sections"]] == wanted


def test_a_subject_ends_with_its_line():
    rows = measures(
        "附件\n2026年省十件民生实事\n坚持民生为大，以更大力度投资于人，加强普惠性，基础性建设，新增3个岗位。"
    )
    assert [row["subject"] for row in rows] == ["民生实事", "岗位"]


@pytest.mark.parametrize("first", ["名词解释", "［1］“两重”：国家重大战略。", "[1]“两重”：国家重大战略。"])
def test_what_explains_terms_is_neither_result_nor_promise(first):
    body = "一、2026年工作安排\n\n新建公园12个。\n\n" + "做好各项工作。\n\n" * 5
    report = tr.parse(f"{body}{first}\n\n[2]清单：项目盯引等5张。\n", year=2026)
    assert [paragraph["role"] for paragraph in report["paragraphs"][-2:]] == ["glossary", "glossary"]
    assert [(row["text"], row["status"]) for row in report["quantities"] if row["status"]] == [
        ("12个", "target"),
        ("5张", "other"),
    ]


TABLE = """2024年政府工作报告

一、2023年工作回顾

经济增长。

{table}

二、2024年工作安排

新建公园5座。
"""


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        ("指标 | 2023年完成 | 2024年目标\n就业 | 1.65万人 | 1.6万人以上", ["1.65万人=achieved,2023", "1.6万人=target,2024"]),
        ("|指标|2022年|2023年|2025年|\n|---|---|---|---|\n|产量|5亿斤|6亿斤|8亿斤|", ["5亿斤=achieved,2022", "6亿斤=achieved,2023", "8亿斤=target,2025"]),
        ("指标 | 单位 | 实际完成 | 目标\n产量 | 亿斤 | 6亿斤 | 7亿斤", ["6亿斤=achieved,2023", "7亿斤=target,2024"]),
        ("项目 | 面积 | 投资\n甲公园 | 5亩 | 7万元\n乙公园 | 6亩", ["5亩=achieved,2023", "7万元=achieved,2023", "6亩=achieved,2023"]),
    ],
)  # fmt: skip
def test_the_head_of_a_table(table, wanted):
    """Each column has its own year and status; a row is a paragraph, and no heading."""
    report = tr.parse(TABLE.format(table=table))
    rows = [row for row in report["quantities"] if row["kind"] == "amount"][:-1]
    assert [f"{row['text']}={row['status']},{years_of(row)}" for row in rows] == wanted
    assert len(report["sections"]) == 2


def test_a_table_of_targets():
    """A row whose name ends in 增速 holds growth, so that its indicator is known."""
    table = "指标 | 2023年完成 | 2024年目标\n地区生产总值增速 | 5.6% | 6%左右"
    report = tr.parse(TABLE.format(table=table).replace("经济增长。", "主要预期目标见下表。"))
    told = [(row["indicator"], row["year"], row["status"], row["low"]) for row in report["targets"]]
    assert told == [("gdp_growth", 2023, "achieved", 5.6), ("gdp_growth", 2024, "target", 6)]


def test_the_last_of_five_years_set_against_the_year_before_them():
    """It sums the five years up, and what stands below it is of all of them again."""
    text = "一、过去五年主要工作\n\n五年来，我们扎实工作。\n\n2016年，产值96亿元，是2011年的1.9倍。\n\n（一）治理污染。\n\n拆除砖窑19座。"
    rows = tr.parse(text, year=2017)["quantities"]
    told = {row["text"]: years_of(row) for row in rows if row["kind"] == "amount"}
    assert told == {"96亿元": "2016", "1.9倍": "2016", "19座": "2012-2016"}


def test_a_review_whose_title_also_names_the_year_to_come_is_of_the_year_before():
    report = tr.parse(
        "# 政府工作报告\n\n一、2004年工作回顾和2005年工作的总体要求\n\n产值比上年增长8%。\n", year=2005
    )
    assert [(row["status"], years_of(row)) for row in report["quantities"] if row["kind"] == "percent"] == [
        ("achieved", "2004")
    ]


def test_a_paragraph_about_the_last_of_five_years_that_ends_with_a_colon_leads_what_follows():
    report = tr.parse(
        "一、过去五年工作回顾\n\n新建公路30公里。\n\n2025年是收官之年，我们攻坚克难。重点抓了以下几个方面：\n\n（一）推进建设。新建医院3所。\n",
        year=2026,
    )
    rows = [row for row in report["quantities"] if row["kind"] == "amount"]
    assert [years_of(row) for row in rows] == ["2021-2025", "2025"]


def test_a_review_of_a_year_that_nothing_tells_holds_results():
    report = tr.parse("一、过去五年工作回顾\n\n产值由2002年的90亿元增加到2007年的180亿元。\n")
    assert [row["status"] for row in report["quantities"] if row["kind"] == "amount"] == [
        "achieved",
        "achieved",
    ]
