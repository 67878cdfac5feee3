"""Charts: what they draw, and that they save with Chinese text."""

from __future__ import annotations

import json

import pandas as pd
import pytest

import taiyuan_report as tr

pytest.importorskip("altair")
pytest.importorskip("vl_convert")

FIGURES = [  # region, year, status, low, high, bound, change
    ("山西省", 2023, "target", 6, 6.5, "exact", "increase"),
    ("山西省", 2023, "achieved", 5, 5, "exact", "increase"),
    ("太原市", 2023, "target", 7, 7, "at_least", "increase"),
    ("太原市", 2024, "target", 1, 2, "at_least", "decrease"),
    ("太原市", 2025, "target", None, None, "qualitative", None),
]


@pytest.fixture
def panel():
    names = ["region", "year", "status", "low", "high", "bound", "change"]
    frame = pd.DataFrame(FIGURES, columns=names)
    return frame.assign(indicator="gdp_growth", label="地区生产总值增长率", unit="%")


@pytest.fixture
def compared():
    rows = [
        ("太原市", 2024, "gdp_growth", "地区生产总值增长率", "met", 6, 6, "%", 6.1, 0.1),
        ("太原市", 2024, "grain", "粮食产量", "missed", 28.5e8, 28.5e8, "斤", 1.4e6, -0.5e8),
        ("太原市", 2024, "cpi", "居民消费价格涨幅", "not told", 3, 3, "%", None, None),
        ("太原市", 2024, "fixed", "固定资产投资增长率", "missed", 7.5, 8.5, "%", 4, -4),
    ]
    names = ["region", "year", "indicator", "label", "outcome", "low", "high", "unit", "result", "difference"]
    return pd.DataFrame(rows, columns=names).assign(bound="exact")


@pytest.fixture
def counts():
    texts = {"text": ["创新发展，创新驱动。", "创新改革。"], "year": [2023, 2024]}
    return tr.word_counts(texts, text="text", year="year", by=["year"], words=["创新", "改革"], min_count=0)


def drawn(chart) -> list[dict]:
    [rows] = chart.to_dict()["datasets"].values()
    return rows


def test_targets_are_drawn_with_decreases_below_zero(panel):
    rows = drawn(tr.plot.targets(panel, "gdp_growth"))
    assert [(row["low"], row["high"], row["bound"]) for row in rows] == [
        (6, 6.5, "exact"),
        (5, 5, "exact"),
        (7, 7, "at_least"),
        (-2, -1, "at_most"),
    ]


@pytest.mark.parametrize("columns", [dict, lambda frame: __import__("polars").from_pandas(frame)])
def test_a_panel_is_anything_with_columns(panel, columns):
    assert len(drawn(tr.plot.targets(columns(panel), "gdp_growth"))) == 4


def test_an_indicator_without_numbers_is_an_error_that_names_those_with(panel):
    with pytest.raises(tr.ReportError, match="it has gdp_growth"):
        tr.plot.targets(panel, "gdp")
    with pytest.raises(tr.ReportError, match="it has none at all"):
        tr.plot.targets(panel[:0], "gdp_growth")
    with pytest.raises(tr.ReportError, match="no column region"):
        tr.plot.targets({"year": [2023]}, "gdp_growth")


def test_unknown_indicators_are_not_drawn_together(panel):
    unknown = panel.assign(indicator=[None, *panel["indicator"][1:]])
    with pytest.raises(tr.ReportError, match=r"indicator=None: .* it has gdp_growth"):
        tr.plot.targets(unknown, None)


def test_a_result_is_drawn_in_the_unit_of_its_promise(compared):
    rows = drawn(tr.plot.promise_and_result(compared, language="zh"))
    assert [(row["label"], row["middle"], row["reached"]) for row in rows] == [
        ("地区生产总值增长率", 6, 6.1),
        ("固定资产投资增长率", 8, 4),
    ]
    [grain] = drawn(tr.plot.promise_and_result(compared, "grain"))
    assert grain["reached"] == 28e8
    with pytest.raises(tr.ReportError, match="no promise"):
        tr.plot.promise_and_result(compared, "cpi")


def test_words_are_drawn_in_a_thousand(counts):
    rows = drawn(tr.plot.words(counts))
    assert [(row["year"], row["word"], row["rate"]) for row in rows] == [
        (2023, "创新", 500),
        (2023, "改革", 0),
        (2024, "创新", 500),
        (2024, "改革", 500),
    ]


def test_more_words_than_anyone_looks_at_are_refused():
    words = [f"词{i}" for i in range(201)]
    counts = {"year": [2024] * 201, "word": words, "share": [0.1] * 201}
    with pytest.raises(tr.ReportError, match=r"201 words.*word_counts\(data, words="):
        tr.plot.words(counts)
    assert len(drawn(tr.plot.words({name: values[1:] for name, values in counts.items()}))) == 200


def test_charts_save_with_their_chinese_text(panel, compared, counts, tmp_path):
    charts = {
        "地区生产总值增长率": tr.plot.targets(panel, "gdp_growth", language="zh"),
        "固定资产投资增长率": tr.plot.promise_and_result(compared, language="zh"),
        "创新": tr.plot.words(counts, language="zh"),
    }
    for words, chart in charts.items():
        for ending in ("svg", "html", "png"):
            chart.save(tmp_path / f"{words}.{ending}")
        assert words in (tmp_path / f"{words}.svg").read_text(encoding="utf-8")
        assert "Noto Sans CJK SC" in (tmp_path / f"{words}.svg").read_text(encoding="utf-8")
        assert json.dumps(words)[1:-1] in (tmp_path / f"{words}.html").read_text(encoding="utf-8")
        assert (tmp_path / f"{words}.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("language", "parts"),
    [("en", ("GDP growth", "Region", "achieved")), ("zh", ("地区生产总值增长率", "地区", "完成"))],
)
def test_charts_speak_the_language_that_is_asked_for(panel, language, parts):
    told = json.dumps(tr.plot.targets(panel, "gdp_growth", language=language).to_dict(), ensure_ascii=False)
    for part in parts:
        assert f'"{part}"' in told
