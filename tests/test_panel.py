"""The target panel: long and wide, promise against result, each region against the level above it."""

import pickle
import warnings

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import taiyuan_report as tr

LONG = [
    "region",
    "adcode",
    "year",
    "indicator",
    "label",
    "status",
    "low",
    "high",
    "unit",
    "bound",
    "change",
    "commitment",
    "constraint",
    "text",
    "source",
    "start",
    "end",
    "report_year",
    "sentence",
]
REPORT = "政府工作报告\n\n各位代表：\n\n一、{before}年工作回顾\n\n{past}\n\n二、{year}年工作安排\n\n今年主要预期目标是：{plan}。\n"


def text_of(year, plan, past="一年来，成绩很大。"):
    return REPORT.format(before=year - 1, year=year, plan=plan, past=past)


def report_of(year, plan, past="一年来，成绩很大。", region="太原市"):
    return tr.parse(text_of(year, plan, past), region=region, source=f"{region}-{year}.txt")


def rows_of(table):
    columns = table.to_dict()
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


# ---- long ------------------------------------------------------------------------------------------------------------


def test_long_has_a_row_for_each_target(report):
    panel = tr.targets(report)
    assert panel.column_names == LONG
    rows = rows_of(panel)
    assert len(rows) == len(report["targets"])
    for row, target in zip(rows, report["targets"], strict=True):
        shared = set(target) & set(row) - {"sentence"}
        assert {name: row[name] for name in shared} == {name: target[name] for name in shared}
        assert row["sentence"] == report["sentences"][target["sentence"]]["text"]
        assert report.text[row["start"] : row["end"]] == row["text"]


def test_the_year_is_that_of_the_figure():
    rows = rows_of(tr.targets(report_of(2024, "地区生产总值增长5%", "地区生产总值增长4%。")))
    assert [(row["year"], row["report_year"], row["status"]) for row in rows] == [
        (2023, 2024, "achieved"),
        (2024, 2024, "target"),
    ]
    assert {(row["region"], row["adcode"], row["source"]) for row in rows} == {
        ("太原市", "140100", "太原市-2024.txt")
    }


def test_what_tables_takes(tmp_path):
    path = tmp_path / "one.txt"
    path.write_text(text_of(2024, "地区生产总值增长5%"), encoding="utf-8")
    frame = {"t": [path.read_text(encoding="utf-8")], "r": ["太原市"], "y": [2024]}
    by_path, by_folder = tr.targets(str(path)), tr.targets([tmp_path])
    by_frame = tr.targets(pd.DataFrame(frame), text="t", region="r", year="y")
    assert [t.to_dict()["low"] for t in (by_path, by_folder, by_frame)] == [[5], [5], [5]]
    assert by_frame.to_dict()["region"] == ["太原市"]


def test_a_file_that_cannot_be_read_warns(tmp_path):
    (tmp_path / "good.txt").write_text(text_of(2024, "地区生产总值增长5%"), encoding="utf-8")
    for i in range(5):
        (tmp_path / f"bad{i}.txt").write_bytes(b"\x00\x01")
    told = r"5 of the reports .*NotText: .*bad0\.txt: .*bad2\.txt: .* and 2 more"
    with pytest.warns(tr.UnreadReports, match=told) as warned:
        panel = tr.targets(tmp_path)
    assert [row["source"] for row in warned[0].message.errors] == [
        str(tmp_path / f"bad{i}.txt") for i in range(5)
    ]
    assert str(pickle.loads(pickle.dumps(warned[0].message))) == str(warned[0].message)
    assert panel.to_dict()["low"] == [5]


def test_no_report_gives_a_panel_without_rows():
    for table in (tr.targets([]), tr.targets([], wide=True), tr.compare([]), tr.escalation([])):
        assert len(table) == 0
        assert "region" in table.column_names


# ---- wide ------------------------------------------------------------------------------------------------------------


def test_wide_has_a_row_for_each_region_and_year():
    reports = [
        report_of(2023, "地区生产总值增长6%左右，城镇新增就业3万人以上"),
        report_of(
            2024,
            "地区生产总值增长5%—6%，居民收入增长与经济增长同步，居民消费价格涨幅若干",
            "地区生产总值增长6.1%。",
        ),
        report_of(2024, "地区生产总值增长7%", region="大同市"),
    ]
    rows = rows_of(tr.targets(reports, wide=True))
    assert [(row["region"], row["year"]) for row in rows] == [
        ("太原市", 2023),
        ("太原市", 2024),
        ("大同市", 2024),
    ]
    first, second, third = rows
    gdp = ("gdp_growth_low", "gdp_growth_high", "gdp_growth_bound", "gdp_growth_achieved")
    assert [first[name] for name in gdp] == [6, 6, "approx", 6.1]
    assert [second[name] for name in gdp] == [5, 6, "exact", None]
    assert [third[name] for name in gdp] == [7, 7, "exact", None]
    bounds = ("urban_new_jobs_bound", "resident_income_growth_bound", "cpi_bound")
    assert [first[name] for name in bounds] == ["at_least", None, None], "what a report leaves out stays out"
    assert [second[name] for name in bounds] == [None, "qualitative", "unread"]


def test_the_first_exact_figure_counts():
    past = "地区生产总值突破1万亿元、达到10200亿元。城镇新增就业超过3万人。"
    reports = [report_of(2024, "地区生产总值增长5%", past)]
    (row,) = [row for row in rows_of(tr.targets(reports, wide=True)) if row["year"] == 2023]
    assert (row["gdp_achieved"], row["urban_new_jobs_achieved"]) == (1020000000000, 30000)


def test_wide_columns_are_in_one_unit_and_signed():
    reports = [
        report_of(
            2024,
            "粮食产量100万吨，单位地区生产总值能耗下降3%—4%，实际使用外资1亿美元",
            "居民消费价格下降0.1%。",
        ),
        report_of(2025, "粮食产量21亿斤", "粮食产量20.5亿斤。实际使用外资7亿元。"),
    ]
    before, year, after = rows_of(tr.targets(reports, wide=True))
    assert before["cpi_achieved"] == -0.1
    assert (year["grain_output_low"], year["grain_output_achieved"], year["grain_output_unit"]) == (
        2e9,
        2.05e9,
        "斤",
    )
    assert after["grain_output_low"] == 2.1e9
    assert (year["energy_intensity_low"], year["energy_intensity_high"]) == (-4, -3)
    assert (year["foreign_investment_low"], year["foreign_investment_achieved"]) == (1e8, None), (
        "yuan are no dollars"
    )


def test_wide_of_a_panel_made_before():
    panel = tr.targets(report_of(2024, "地区生产总值增长5%"))
    for again in (panel, panel.to_pandas(), panel.to_polars(), pa.table(panel), panel.to_dict()):
        assert rows_of(tr.targets(again, wide=True)) == rows_of(tr.targets(panel, wide=True))


def without_region(year, plan, source, past="一年来，成绩很大。"):
    return tr.parse(text_of(year, plan, past), source=source)


def test_wide_keeps_reports_of_one_year_without_a_region_apart():
    reports = [
        without_region(2024, f"地区生产总值增长{growth}%", source) for growth, source in ((5, "a"), (7, "b"))
    ]
    rows = rows_of(tr.targets([*reports, report_of(2024, "地区生产总值增长6%")], wide=True))
    assert [(row["region"], row["source"], row["gdp_growth_low"]) for row in rows] == [
        (None, "a", 5),
        (None, "b", 7),
        ("太原市", None, 6),
    ]


def test_wide_has_the_columns_of_the_indicators_in_it():
    reports = [report_of(2024, "城镇新增就业3万人，地区生产总值增长5%，建成数智工厂50家")]
    assert tr.targets(reports, wide=True).column_names == [
        "region",
        "adcode",
        "year",
        *(f"gdp_growth_{part}" for part in ("low", "high", "unit", "bound", "achieved")),
        *(f"urban_new_jobs_{part}" for part in ("low", "high", "unit", "bound", "achieved")),
    ]


# ---- promise and result --------------------------------------------------------------------------------------------

OUTCOMES = {
    "as much": ("地区生产总值增长5%", "地区生产总值增长5%", "met"),
    "more": ("地区生产总值增长5%", "地区生产总值增长5.1%", "met"),
    "less": ("地区生产总值增长5%", "地区生产总值增长4.9%", "missed"),
    "a fall": ("地区生产总值增长5%", "地区生产总值下降6%", "missed"),
    "about": ("地区生产总值增长5%左右", "地区生产总值增长4.8%", "met"),
    "too far from about": ("地区生产总值增长5%左右", "地区生产总值增长4.7%", "missed"),
    "a floor": ("地区生产总值增长5%以上", "地区生产总值增长5%", "met"),
    "below a floor": ("地区生产总值增长5%以上", "地区生产总值增长4.9%", "missed"),
    "in a range": ("地区生产总值增长5%—6%", "地区生产总值增长5.2%", "met"),
    "above a range": ("地区生产总值增长5%—6%", "地区生产总值增长6.3%", "met"),
    "below a range": ("地区生产总值增长5%—6%", "地区生产总值增长4.9%", "missed"),
    "prices below about": ("居民消费价格涨幅2%左右", "居民消费价格上涨0.2%", "met"),
    "prices that fall": ("居民消费价格涨幅2%左右", "居民消费价格下降0.1%", "met"),
    "prices above about": ("居民消费价格涨幅2%左右", "居民消费价格上涨2.5%", "missed"),
    "below a ceiling": ("居民消费价格涨幅3%以内", "居民消费价格上涨2.9%", "met"),
    "above a ceiling": ("居民消费价格涨幅3%以内", "居民消费价格上涨3.1%", "missed"),
    "a rate that should be low": ("城镇调查失业率5.5%左右", "城镇调查失业率5.2%", "met"),
    "a decrease of as much or more": (
        "单位地区生产总值能耗下降3%以上",
        "单位地区生产总值能耗下降3.2%",
        "met",
    ),
    "a decrease of less": ("单位地区生产总值能耗下降3%以上", "单位地区生产总值能耗下降2.9%", "missed"),
    "another unit": ("粮食产量稳定在100万吨以上", "粮食产量21亿斤", "met"),
    "less in another unit": ("粮食产量稳定在100万吨以上", "粮食产量19亿斤", "missed"),
    "not told": ("城镇新增就业3万人", "粮食产量21亿斤", "not told"),
    "words instead of a number": ("居民人均可支配收入与经济增长同步", "居民人均可支配收入增长5%", None),
}


@pytest.mark.parametrize("case", OUTCOMES)
def test_outcomes(case):
    promise, result, outcome = OUTCOMES[case]
    before = report_of(2023, promise)
    after = report_of(2024, "地区生产总值增长5%", f"{result}。")
    (row,) = rows_of(tr.compare(before, after))
    assert row["outcome"] == outcome
    assert row["year"] == 2023
    assert promise in row["promise"]
    assert row["told"] == (f"{result}。" if outcome != "not told" else None)


@pytest.mark.parametrize(("tolerance", "outcome"), [(0, "missed"), (0.05, "met")])
def test_how_far_about_reaches(tolerance, outcome):
    before, after = (
        report_of(2023, "地区生产总值增长5%左右"),
        report_of(2024, "城镇新增就业3万人", "地区生产总值增长4.8%。"),
    )
    assert tr.compare(before, after, tolerance=tolerance).to_dict()["outcome"] == [outcome]


def test_differences_are_in_the_unit_of_the_promise():
    before = report_of(2023, "地区生产总值增长5%—6%，单位地区生产总值能耗下降3%，粮食产量100万吨")
    after = report_of(
        2024, "城镇新增就业3万人", "地区生产总值增长5.2%，单位地区生产总值能耗下降3.5%，粮食产量21亿斤。"
    )
    table = tr.compare(before, after).to_dict()
    assert dict(zip(table["indicator"], table["difference"], strict=True)) == {
        "gdp_growth": -0.3,
        "energy_intensity": -0.5,
        "grain_output": 50000,
    }


def test_without_a_report_that_should_tell_nothing_is_said():
    before = report_of(2023, "地区生产总值增长5%")
    elsewhere = report_of(2024, "地区生产总值增长5%", "地区生产总值增长6%。", region="大同市")
    much_later = report_of(2026, "地区生产总值增长5%", "地区生产总值增长6%。")
    for later in (elsewhere, much_later, []):
        assert tr.compare(before, later).to_dict()["outcome"] == [None]


def test_reports_without_a_region_are_compared_unless_two_are_of_one_year():
    one, other = (
        without_region(2023, f"地区生产总值增长{growth}%", source) for growth, source in ((5, "a"), (7, "b"))
    )
    after = without_region(2024, "城镇新增就业3万人", "c", "地区生产总值增长6%。")
    assert tr.compare(one, after).to_dict()["outcome"] == ["met"]
    assert tr.compare([one, after]).to_dict()["outcome"] == ["met", None]
    assert tr.compare([one, other, after]).to_dict()["outcome"] == [None] * 3
    assert tr.compare([one, other], after).to_dict()["outcome"] == [None] * 2


@pytest.mark.parametrize("tolerance", [5, -0.1, "x", None, float("nan")])
def test_a_tolerance_that_is_no_share(tolerance):
    with pytest.raises(tr.ReportError, match=r"tolerance=.*from 0 to 1"):
        tr.compare(report_of(2023, "地区生产总值增长5%"), tolerance=tolerance)


def test_a_panel_of_many_years_is_compared_with_itself():
    reports = [
        report_of(2022, "地区生产总值增长6%"),
        report_of(2023, "地区生产总值增长5%", "地区生产总值增长5.5%。"),
        report_of(2024, "地区生产总值增长5%", "地区生产总值增长5.2%。"),
        report_of(2023, "地区生产总值增长7%", region="大同市"),
        report_of(2024, "地区生产总值增长7%", "地区生产总值增长7%。", region="大同市"),
    ]
    panel = tr.targets(reports)
    told = [
        ("太原市", 2022, "missed"),
        ("太原市", 2023, "met"),
        ("太原市", 2024, None),
        ("大同市", 2023, "met"),
        ("大同市", 2024, None),
    ]
    for again in (reports, panel, panel.to_pandas(), panel.to_polars()):
        rows = rows_of(tr.compare(again))
        assert [(row["region"], row["year"], row["outcome"]) for row in rows] == told
    both = rows_of(tr.compare(reports[:1], panel.to_pandas()))
    assert [(row["source"], row["result_source"]) for row in both] == [("太原市-2022.txt", "太原市-2023.txt")]


def test_whether_less_is_better_is_a_rule_of_the_lexicon():
    analyzer = tr.Analyzer(
        lexicon={"debt": {"names": ["债务余额"], "units": ["元"], "headline": True, "aim": "lower"}}
    )
    texts = [text_of(2023, "债务余额100亿元"), text_of(2024, "城镇新增就业3万人", "债务余额90亿元。")]
    before, after = (tr.parse(text, region="太原市", analyzer=analyzer) for text in texts)
    assert tr.compare(before, after, analyzer=analyzer).to_dict()["outcome"] == ["met"]
    with pytest.raises(tr.BadLexicon, match="aim"):
        tr.Analyzer(lexicon={"debt": {"names": ["债务余额"], "aim": "less"}})


# ---- each region and the level above it ----------------------------------------------------------------------------


def test_escalation_against_the_level_above():
    plans = {
        "全国": "5%左右",
        "山西省": "5%—6%",
        "太原市": "6.5%以上",
        "清徐县": "8%",
        "浦东新区": "7%",
        "上海市": "5%",
    }
    reports = [report_of(2024, f"地区生产总值增长{plan}", region=region) for region, plan in plans.items()]
    rows = rows_of(tr.escalation(reports))
    assert [(row["region"], row["above"], row["above_adcode"], row["difference"]) for row in rows] == [
        ("山西省", "全国", "100000", 0.5),
        ("太原市", "山西省", "140000", 1),
        ("清徐县", "太原市", "140100", 1.5),
        ("浦东新区", "上海市", "310000", 2),
        ("上海市", "全国", "100000", 0),
    ]


def test_escalation_keeps_years_and_indicators_apart():
    reports = [
        report_of(2024, "地区生产总值增长5%", region="全国"),
        report_of(2023, "地区生产总值增长6%", region="山西省"),
        report_of(2024, "城镇新增就业3万人，居民收入增长与经济增长同步", region="山西省"),
    ]
    rows = rows_of(tr.escalation(tr.targets(reports)))
    assert [(row["year"], row["indicator"], row["above_low"], row["difference"]) for row in rows] == [
        (2023, "gdp_growth", None, None),
        (2024, "urban_new_jobs", None, None),
    ]


def test_a_code_without_a_region_above_it():
    panel = tr.targets(report_of(2024, "地区生产总值增长5%")).to_dict() | {"adcode": ["999999"]}
    with pytest.raises(tr.ReportError, match=r"'999999'.*2024.*no region of this code"):
        tr.escalation(panel)


# ---- a panel that went through a file ------------------------------------------------------------------------------


def as_csv(table, path):
    table.to_csv(path)
    return pd.read_csv(path)


def as_csv_of_polars(table, path):
    table.to_csv(path)
    return pl.read_csv(path)


def as_excel(table, path):
    table.to_xlsx(path.with_suffix(".xlsx"))
    return pd.read_excel(path.with_suffix(".xlsx"), engine="calamine")


def as_json_lines(table, path):
    table.to_jsonl(path)
    return pd.read_json(path, lines=True)


@pytest.mark.parametrize(
    "regions", [("太原市", "山西省"), ("太原市", None)], ids=["codes", "codes with gaps"]
)
@pytest.mark.parametrize("through", [as_csv, as_csv_of_polars, as_excel, as_json_lines])
def test_a_panel_comes_back_from_a_file(through, regions, tmp_path):
    reports = [
        tr.parse(
            text_of(year, "地区生产总值增长5%左右，居民收入与经济同步", "地区生产总值增长6%。"),
            region=region,
            source=source,
        )
        for year in (2023, 2024)
        for region, source in zip(regions, ("1", "2"), strict=True)
    ]
    panel = tr.targets(reports)
    again = through(panel, tmp_path / "panel.csv")
    assert rows_of(tr.targets(again)) == rows_of(panel)
    assert rows_of(tr.targets(again, wide=True)) == rows_of(tr.targets(panel, wide=True))
    assert rows_of(tr.compare(again)) == rows_of(tr.compare(panel))
    assert rows_of(tr.escalation(again)) == rows_of(tr.escalation(panel))


@pytest.mark.parametrize(
    ("column", "value", "wanted"),
    [
        ("year", "2024", "a whole number"),
        ("year", 2024.5, "a whole number"),
        ("low", "5", "a number"),
        ("unit", 0.5, "text"),
        ("adcode", "xx", "a code of GB/T 2260"),
        ("adcode", 14, "a code of GB/T 2260"),
    ],
)
def test_a_cell_of_another_type_is_named(column, value, wanted):
    panel = tr.targets(report_of(2024, "地区生产总值增长5%，城镇新增就业3万人")).to_dict()
    panel[column] = [panel[column][0], value]
    for use in (tr.targets, tr.compare, tr.escalation):
        with pytest.raises(tr.ReportError, match=f"column {column}, row 1: {value!r} where {wanted}"):
            use(panel)


# ---- indicators ----------------------------------------------------------------------------------------------------


def test_indicators_have_both_labels_and_a_dimension():
    rows = {row["indicator"]: row for row in rows_of(tr.indicators())}
    assert len(rows) > 100
    assert all(row["label"] and row["english"] and row["names"] for row in rows.values())
    gdp = rows["gdp"]
    assert (gdp["label"], gdp["english"], gdp["measure"], gdp["unit"]) == (
        "地区生产总值",
        "GDP",
        "level",
        "元",
    )
    assert (gdp["dimension"], gdp["aim"], gdp["headline"]) == ("money", "higher", 1)
    assert (rows["cpi"]["aim"], rows["highways"]["headline"]) == ("lower", 0)


def test_indicators_of_ones_own():
    analyzer = tr.Analyzer(
        lexicon={"yarn": {"zh": "纱产量", "en": "Yarn", "names": ["纱产量"], "units": ["吨"]}}
    )
    (row,) = [row for row in rows_of(tr.indicators(analyzer=analyzer)) if row["indicator"] == "yarn"]
    assert (row["label"], row["english"], row["dimension"]) == ("纱产量", "Yarn", "mass")


def test_no_warning_without_a_bad_file():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tr.targets(report_of(2024, "地区生产总值增长5%"))


def test_tables_go_into_frames():
    panel = tr.targets(report_of(2024, "地区生产总值增长5%"))
    assert list(panel.to_pandas().columns) == list(pl.DataFrame(panel).columns) == LONG
