"""The year's targets: which a report sets, in which words, how firmly; and what it tells of the same indicators."""

from pathlib import Path

import pytest

import taiyuan_report as tr

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "2026"
COLUMNS = ("gdp_growth", "cpi", "urban_new_jobs", "budget_revenue_growth", "surveyed_unemployment")


def provinces():
    for line in (
        (Path(__file__).parent / "cases" / "targets_2026.tsv").read_text(encoding="utf-8").splitlines()
    ):
        if not line.startswith("#"):
            name, *cells = line.split("\t")
            yield name, dict(zip(COLUMNS, cells, strict=True))


def promised(report, indicator):
    return [t for t in report["targets"] if t["indicator"] == indicator and t["status"] == "target"]


def cell(row):
    ends = [row["low"]] if row["low"] == row["high"] else [row["low"], row["high"]]
    return f"{'-'.join(map(str, ends))} {row['bound']}"


@pytest.mark.parametrize(("name", "told"), [pytest.param(*case, id=case[0]) for case in provinces()])
def test_provinces_of_2026(name, told):
    path = CORPUS / f"{name}.txt"
    if not path.exists():
        pytest.skip("needs ../shared/corpus")
    report = tr.read(path)
    found = {indicator: [cell(row) for row in promised(report, indicator)] for indicator in COLUMNS}
    assert found == {indicator: [value] if value else [] for indicator, value in told.items()}
    assert {row["year"] for row in report["targets"] if row["status"] == "target"} == {2026}


PLAN = "政府工作报告\n\n各位代表：\n\n一、2023年工作回顾\n\n{past}\n\n二、2024年工作安排\n\n{plan}\n"


def report_of(plan, past="一年来，成绩很大。", **options):
    return tr.parse(PLAN.format(past=past, plan=plan), **options)


def rows_of(plan, *fields, **options):
    found = [t for t in report_of(plan, **options)["targets"] if t["status"] == "target"]
    return [tuple(t[field] for field in fields) for t in found]


STATEMENTS = {
    "one sentence": (
        "今年经济社会发展主要预期目标是：地区生产总值增长5%左右，居民消费价格涨幅2%以内。",
        [("gdp_growth", 5, "approx"), ("cpi", 2, "at_most")],
    ),
    "为 instead of 是": ("今年发展的预期目标为：地区生产总值增长5%。", [("gdp_growth", 5, "exact")]),
    "建议": ("主要预期目标建议为：地区生产总值增长5%。", [("gdp_growth", 5, "exact")]),
    "as follows": (
        "主要预期目标安排如下：地区生产总值增长5%，万元GDP能耗完成省下达目标。",
        [("gdp_growth", 5, "exact"), ("energy_intensity", None, "qualitative")],
    ),
    "numbered paragraphs": (
        "主要预期目标是：\n\n1.地区生产总值增长5%；\n\n2.城镇新增就业3万人。",
        [("gdp_growth", 5, "exact"), ("urban_new_jobs", 30000, "exact")],
    ),
    "the old names": (
        "主要目标是，国内生产总值增长8%，财政收入增长7%，商品零售价格涨幅控制在3%以内，人口自然增长率控制在9‰以下。",
        [
            ("gdp_growth", 8, "exact"),
            ("budget_revenue_growth", 7, "exact"),
            ("cpi", 3, "at_most"),
            ("population_growth", 9, "at_most"),
        ],
    ),
    "a list of paragraphs": (
        "主要预期目标：\n\n——地区生产总值增长5%左右；\n\n——城镇新增就业3万人以上；\n\n——居民消费价格涨幅2%。",
        [("gdp_growth", 5, "approx"), ("urban_new_jobs", 30000, "at_least"), ("cpi", 2, "exact")],
    ),
    "one that the plan sets elsewhere": (
        "主要预期目标是：地区生产总值增长5%。\n\n把稳就业放在首位，城镇新增就业3万人以上。",
        [("gdp_growth", 5, "exact"), ("urban_new_jobs", 30000, "at_least")],
    ),
    "one that is said again": (
        "主要预期目标是：地区生产总值增长5%。提出地区生产总值增长5%的目标，考虑了需要和可能。",
        [("gdp_growth", 5, "exact")],
    ),
    "another economy": (
        "主要预期目标是：地区生产总值增长5%。\n\n大力发展县域经济，民营经济增加值增长7%。",
        [("gdp_growth", 5, "exact")],
    ),
    "words instead of a number": (
        "主要预期目标是：地区生产总值增长5%，居民收入增长与经济增长同步，进出口稳量提质。",
        [
            ("gdp_growth", 5, "exact"),
            ("resident_income_growth", None, "qualitative"),
            ("trade_growth", None, "qualitative"),
        ],
    ),
    "several that are to be as told from above": (
        "主要预期目标是：地区生产总值增长5%，完成国家下达的碳排放双控和主要污染物减排目标。",
        [
            ("gdp_growth", 5, "exact"),
            ("carbon_intensity", None, "qualitative"),
            ("pollutant_emissions", None, "qualitative"),
        ],
    ),
    "one that grows by what is not told": (
        "主要预期目标是：地区生产总值增长5%，城乡居民收入较快增长。",
        [("gdp_growth", 5, "exact"), ("resident_income_growth", None, "qualitative")],
    ),
    "indicators that share a number": (
        "主要预期目标是：城镇居民收入和农村居民收入均增长6%，货物和服务进出口增长5%。",
        [
            ("urban_income_growth", 6, "exact"),
            ("rural_income_growth", 6, "exact"),
            ("trade_growth", 5, "exact"),
        ],
    ),
    "each of town and country": (
        "主要预期目标是：城乡居民收入均增长6%，城乡居民收入年均增长7%，城乡居民储蓄增长8%。",
        [
            ("urban_income_growth", 6, "exact"),
            ("rural_income_growth", 6, "exact"),
            ("resident_income_growth", 7, "exact"),
            (None, 8, "exact"),
        ],
    ),
    "each of town and country, and another": (
        "主要预期目标是：一般公共预算收入和城乡居民收入均增长6%，城乡居民收入平均增长5%。",
        [
            ("budget_revenue_growth", 6, "exact"),
            ("urban_income_growth", 6, "exact"),
            ("rural_income_growth", 6, "exact"),
            ("resident_income_growth", 5, "exact"),
        ],
    ),
    "an index that is told by its change": (
        "主要预期目标是：地区生产总值增长5%，居民消费价格指数控制在3%以内。",
        [("gdp_growth", 5, "exact"), ("cpi", 3, "at_most")],
    ),
    "an index that is told whole": (
        "主要预期目标是：地区生产总值增长5%，居民消费价格指数103.6%，恩格尔系数31左右。",
        [("gdp_growth", 5, "exact"), (None, 103.6, "exact"), (None, 31, "approx")],
    ),
    "a goal set for a speed": (
        "今年经济增长速度的调控目标定为8%，物价上涨幅度控制在10%左右。",
        [("gdp_growth", 8, "exact"), ("cpi", 10, "approx")],
    ),
    "behind a sentence that mentions the targets": (
        "综合研判，预期目标作了适当调整。今年城镇新增就业3万人以上，城镇调查失业率6%左右，居民消费价格涨幅3%，国际收支基本平衡。",
        [
            ("urban_new_jobs", 30000, "at_least"),
            ("surveyed_unemployment", 6, "approx"),
            ("cpi", 3, "exact"),
            ("balance_of_payments", None, "qualitative"),
        ],
    ),
    "one that cannot be read": (
        "主要预期目标是：地区生产总值增长若干，城镇新增就业3万人。",
        [("gdp_growth", None, None), ("urban_new_jobs", 30000, "exact")],
    ),
    "what is striven for beyond": (
        "主要预期目标是：地区生产总值增长5%左右，在实际工作中力争达到6%。",
        [("gdp_growth", 5, "approx"), ("gdp_growth", 6, "exact")],
    ),
    "a heading that says that all grow": (
        "今年主要经济指标预期增长目标为：生产总值6%以上、工业增加值7%、固定资产投资8%。",
        [
            ("gdp_growth", 6, "at_least"),
            ("industry_growth", 7, "exact"),
            ("fixed_investment_growth", 8, "exact"),
        ],
    ),
    "targets of a plan of five years": (
        "“十五五”时期主要目标是：地区生产总值年均增长5%，居民收入增长与经济增长同步。\n\n今年，抓好落实。",
        [],
    ),
    "one that misses its own goal": (
        "主要预期目标是：地区生产总值增长5%。实际经济增长高于预期目标，要巩固。",
        [("gdp_growth", 5, "exact")],
    ),
}


@pytest.mark.parametrize("case", STATEMENTS)
def test_statements(case):
    plan, told = STATEMENTS[case]
    assert rows_of(plan, "indicator", "low", "bound") == told


def test_a_target_that_the_lexicon_does_not_know_keeps_its_words():
    assert rows_of(
        "主要预期目标是：地区生产总值增长5%，建成数智工厂50家以上。", "indicator", "label", "low"
    ) == [
        ("gdp_growth", "地区生产总值增长率", 5),
        (None, "数智工厂", 50),
    ]


FIRMNESS = {
    "增长5%": ("plain", None),
    "增长5%以上": ("plain", "hard"),
    "增长不低于5%": ("plain", "hard"),
    "确保增长5%": ("ensure", "hard"),
    "增长5%左右": ("plain", "soft"),
    "增长4.5%—5%": ("plain", "soft"),
    "力争增长5%": ("strive", "soft"),
    "力争增长5%以上": ("strive", "soft"),
    "增长5%、力争更好结果": ("plain", None),
    "增长5%以上、努力争取更好结果": ("plain", "hard"),
}


@pytest.mark.parametrize("words", FIRMNESS)
def test_commitment_and_constraint(words):
    plan = f"主要预期目标是：地区生产总值{words}。"
    assert rows_of(plan, "commitment", "constraint") == [FIRMNESS[words]]


def test_constraint_by_another_rule():
    """力争 binds hard for some papers; the first list that names a mark decides."""
    analyzer = tr.Analyzer(
        lexicon={"constraint": {"hard": ["at_least", "ensure", "strive"], "soft": ["approx"]}}
    )
    coded = [
        rows_of(f"主要预期目标是：地区生产总值{words}。", "constraint", analyzer=analyzer)[0][0]
        for words in FIRMNESS
    ]
    assert coded == [None, "hard", "hard", "hard", "soft", None, "hard", "hard", None, "hard"]


@pytest.mark.parametrize("rule", [{"firm": ["at_least"]}, {"hard": ["above"]}, {"hard": "at_least"}])
def test_a_rule_that_is_none(rule):
    with pytest.raises(tr.BadLexicon, match="constraint"):
        tr.Analyzer(lexicon={"constraint": rule})


def test_the_last_year_of_a_plan_is_the_year_of_its_chapter():
    """全面实现“十五”计划的目标, said in 2005: what follows is for 2005."""
    text = "政府工作报告\n\n各位代表：\n\n一、全面实现“十五”计划的各项目标\n\n主要预期目标是：地区生产总值增长{}%。\n"
    years = {
        year: [t["year"] for t in tr.parse(text.format(9), year=year)["targets"]] for year in (2005, 2001)
    }
    assert years == {2005: [2005], 2001: []}


RESULTS = {
    "set and told": ("地区生产总值增长4.8%。", [("gdp_growth", 2023, 4.8)]),
    "told and not set": ("固定资产投资下降3%。", [("fixed_investment_growth", 2023, 3)]),
    "an indicator that is never a target": ("新建公园30个。", []),
    "of five years": ("五年来，地区生产总值年均增长6%。", []),
    "a mean of years": ("地区生产总值年均增长6%，每年城镇新增就业3万人。", []),
    "of town and country": (
        "城乡居民人均可支配收入分别增长4%、6%。",
        [("urban_income_growth", 2023, 4), ("rural_income_growth", 2023, 6)],
    ),
    "of lists, each with its own": (
        "农民年人均纯收入和城镇居民年人均可支配收入分别增长4%、6%。",
        [("rural_income_growth", 2023, 4), ("urban_income_growth", 2023, 6)],
    ),
    "of an unknown one in a list": (
        "农民人均纯收入达到3000元，城镇居民户均可支配收入达到9000元，分别增长4%、6%。",
        [("rural_income_growth", 2023, 4)],
    ),
    "that share a number": (
        "地区生产总值和居民收入均增长6%。",
        [("gdp_growth", 2023, 6), ("resident_income_growth", 2023, 6)],
    ),
    "of another year": ("2020年地区生产总值增长2.3%。", [("gdp_growth", 2020, 2.3)]),
}


@pytest.mark.parametrize("case", RESULTS)
def test_results_beside_the_targets(case):
    past, told = RESULTS[case]
    report = report_of("主要预期目标是：地区生产总值增长5%。", past)
    found = [t for t in report["targets"] if t["status"] == "achieved"]
    assert [(t["indicator"], t["year"], t["low"]) for t in found] == told
    assert {t["commitment"] for t in found} | {t["constraint"] for t in found} <= {None}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("地区生产总值达到300亿元，人均突破6万元。", ["gdp", "gdp_per_capita"]),
        ("人均地区生产总值5.18万元，比全省高1.18万元。", ["gdp_per_capita", None]),
        ("本省生产总值增长10%，市财政收入增长5%。", ["gdp_growth", "budget_revenue_growth"]),
        ("关中5市财政收入增长5%。", [None]),
    ],
)
def test_whose_figure_an_indicator_is(text, told):
    rows = tr.parse(text)["quantities"]
    assert [
        row["indicator"] for row in rows if row["kind"] in ("amount", "percent") and row["unit"] != "市"
    ] == told
