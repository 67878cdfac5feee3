"""Charts of targets, results and words, as Altair objects; needs the extra ``notebook``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from taiyuan_report.columns import rows_of
from taiyuan_report.errors import ReportError
from taiyuan_report.messages import Language
from taiyuan_report.readers.base import need

if TYPE_CHECKING:
    import altair

Row = dict[str, Any]

# The first of these that the machine has draws the Chinese words.
FONTS = (
    "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, WenQuanYi Zen Hei, Arial Unicode MS, "
    "sans-serif"
)
OUTCOMES = ("met", "missed", "not compared")
ARROW = 22  # pixels
MOST_WORDS = 200  # that anyone looks at; with some thousands the drawing library breaks down
TARGET, ACHIEVED, UNKNOWN = "#c46a00", "#2c7a37", "#8a8478"


def _signed(row: Row) -> Row:
    """The row with the ends of its value drawn as they are: a decrease below zero."""
    low, high = row["low"], row["low"] if row["high"] is None else row["high"]
    bound = row["bound"]
    if row.get("change") == "decrease":
        low, high = -high, -low
        bound = {"at_least": "at_most", "at_most": "at_least"}.get(bound, bound)
    return row | {"low": low, "high": high, "bound": bound, "middle": (low + high) / 2}


def _values(rows: Iterable[Row], names: Sequence[str]) -> Any:
    """Plain data for a chart, with the columns that it draws."""
    charts = need("altair", "notebook", "a chart")

    return charts.InlineData(values=[{name: row.get(name) for name in names} for row in rows])


def _finished(chart: Any, title: str, legend: str) -> altair.LayerChart:
    finished: altair.LayerChart = (
        chart.properties(title={"text": title, "subtitle": legend}, width=460, height=260)
        .configure(font=FONTS)
        .configure_axis(grid=True, gridOpacity=0.4)
        .configure_view(stroke=None)
        .configure_title(anchor="start")
    )
    return finished


def targets(panel: Any, indicator: str, *, language: str | None = None) -> altair.LayerChart:
    """One indicator by year and region: what was promised, what was achieved.

    Args:
        panel: the target panel, as anything with columns.
        indicator: one of its indicators, such as ``gdp_growth``.
        language: of titles and legends, ``"en"`` or ``"zh"``; that of the locale by default.

    Returns:
        A chart with a colour for each region. Promises are hollow or dashed, results filled. A range is a bar from its lower
        to its upper end; a floor (以上) is a line at its value with an arrow up, a ceiling (以内) one with an arrow
        down; 左右 is a diamond. A decrease is drawn below zero. Goals without a number are left out.

    Raises:
        ReportError: the panel has no number for this indicator.
    """
    charts = need("altair", "notebook", "a chart")

    from taiyuan_report.page import label_of

    say = Language(language)
    rows = rows_of(panel, ("region", "year", "indicator", "status", "low", "high", "unit", "bound"))
    chosen = [row for row in rows if indicator is not None and row["indicator"] == indicator]
    drawn = [_signed(row) for row in chosen if row["low"] is not None and row["year"] is not None]
    if not drawn:
        known = sorted({row["indicator"] for row in rows if row["indicator"] and row["low"] is not None})
        raise ReportError(
            f"indicator={indicator!r}: the panel has no number for it; it has {', '.join(known[:20]) or 'none at all'}"
        )
    for row in drawn:
        row |= {"told": say(row["status"] or "none"), "region": row["region"] or say("(no region)")}
    unit = next((row["unit"] for row in drawn if row["unit"]), "")
    label = next((row for row in drawn if row.get("label")), drawn[0])
    names = ["region", "year", "told", "low", "high", "middle", "bound", "unit", "status", "text", "sentence"]
    base = charts.Chart(_values(drawn, names)).encode(
        x=charts.X("year:O", title=say("Year"), axis=charts.Axis(labelAngle=0)),
        xOffset=charts.XOffset("region:N"),
        color=charts.Color("region:N", title=say("Region"), scale=charts.Scale(scheme="tableau10")),
        tooltip=[charts.Tooltip(f"{name}:N") for name in names if name not in ("status", "middle")],
    )
    # The room around the values holds the arrows.
    value = charts.Y("low:Q", title=unit or None, scale=charts.Scale(zero=False, padding=ARROW + 6))
    middle = charts.Y("middle:Q")
    closed = base.transform_filter(
        "datum.high == datum.low && datum.bound != 'at_least' && datum.bound != 'at_most'"
    )
    dash = charts.condition("datum.status == 'achieved'", charts.value([1, 0]), charts.value([4, 3]))
    layers: list[Any] = [
        base.transform_filter("datum.high > datum.low")
        .mark_bar(width=9, opacity=0.6)
        .encode(y=value, y2="high:Q"),
        closed.mark_point(size=75, strokeWidth=2, opacity=1).encode(
            y=middle,
            shape=charts.condition(
                "datum.bound == 'approx'", charts.value("diamond"), charts.value("circle")
            ),
            fillOpacity=charts.condition("datum.status == 'achieved'", charts.value(1), charts.value(0)),
            fill=charts.Fill("region:N", legend=None),
        ),
    ]
    for bound, way, head in (("at_least", -1, "triangle-up"), ("at_most", 1, "triangle-down")):
        opened = base.transform_filter(f"datum.bound == '{bound}'")
        layers += [
            opened.mark_tick(width=14, thickness=3, opacity=1).encode(y=middle),
            opened.mark_rule(strokeWidth=2, y2Offset=way * ARROW).encode(
                y=middle, y2="middle:Q", strokeDash=dash
            ),
            opened.mark_point(shape=head, size=60, filled=True, opacity=1, yOffset=way * ARROW).encode(
                y=middle
            ),
        ]
    return _finished(
        charts.layer(*layers),
        label_of(label, say),
        say(
            "hollow or dashed: promised; filled or solid: achieved; a line with an arrow: at least (↑), at most (↓); "
            "a diamond: about; a bar: a range"
        ),
    )


def promise_and_result(
    compared: Any, indicator: str | None = None, *, language: str | None = None
) -> altair.LayerChart:
    """What was promised beside what the next report told.

    Args:
        compared: what ``compare`` gives, as anything with columns.
        indicator: the one to draw; without it, all that have the unit of most.
        language: of titles and legends, ``"en"`` or ``"zh"``; that of the locale by default.

    Returns:
        A line for each promise with its result: the promise is a bar (a range) or a hollow mark, the result a filled
        one, green where it was met and orange where it was missed.

    Raises:
        ReportError: no promise has a result with a number.
    """
    charts = need("altair", "notebook", "a chart")

    from taiyuan_report.page import label_of

    say = Language(language)
    needed = (
        "region",
        "year",
        "indicator",
        "label",
        "outcome",
        "low",
        "high",
        "unit",
        "bound",
        "result",
        "difference",
    )
    rows = [
        row
        for row in rows_of(compared, needed)
        if row["low"] is not None
        and row["difference"] is not None
        and (indicator is None or row["indicator"] == indicator)
    ]
    if not rows:
        raise ReportError(f"indicator={indicator!r}: no promise with a number has a result with a number")
    units = [row["unit"] or "" for row in rows]
    unit = max(sorted(set(units)), key=units.count)
    regions = {row["region"] for row in rows}
    drawn = []
    for row in rows:
        if (row["unit"] or "") != unit:
            continue
        high = row["low"] if row["high"] is None else row["high"]
        middle = (row["low"] + high) / 2
        name = [
            row["region"] or "" if len(regions) > 1 else "",
            str(row["year"]),
            label_of(row, say),
        ]
        reached = middle + row["difference"]  # in the unit of the promise, whatever that of the result is
        drawn.append(
            row
            | {
                "high": high,
                "middle": middle,
                "reached": reached,
                "name": " ".join(part for part in name if part),
            }
            | {"label": label_of(row, say), "told": say(row["outcome"] or "not compared")}
        )
    names = [
        "name",
        "region",
        "year",
        "label",
        "low",
        "high",
        "middle",
        "reached",
        "bound",
        "unit",
        "told",
        "difference",
    ]
    base = charts.Chart(_values(drawn, names)).encode(
        y=charts.Y("name:N", title=None, sort=None, axis=charts.Axis(labelLimit=320)),
        tooltip=[charts.Tooltip(f"{name}:N") for name in names if name not in ("middle", "name")],
    )
    value = charts.X("middle:Q", title=unit or say("Value"), scale=charts.Scale(zero=False))
    outcomes = [say(outcome) for outcome in OUTCOMES]
    colours = charts.Scale(domain=outcomes, range=[ACHIEVED, TARGET, UNKNOWN])
    told = charts.Color("told:N", title=say("Outcome"), scale=colours)
    shape = charts.Shape(
        "told:N",
        title=say("Outcome"),
        scale=charts.Scale(domain=outcomes, range=["circle", "cross", "square"]),
    )
    gap = base.mark_rule(color=UNKNOWN).encode(x=value, x2="reached:Q")
    ranges = base.transform_filter("datum.high > datum.low").mark_bar(height=7, opacity=0.35, color=TARGET)
    promised = base.mark_tick(color=TARGET, thickness=3, size=16).encode(x=charts.X("middle:Q"))
    results = base.mark_point(size=80, filled=True, opacity=1).encode(
        x=charts.X("reached:Q"), color=told, shape=shape
    )
    chart = charts.layer(gap, ranges.encode(x=charts.X("low:Q"), x2="high:Q"), promised, results)
    legend = say("a line: the promise; a bar: a range; a point: the result")
    return _finished(chart, say("Promise and result"), legend).properties(height=charts.Step(24))


def words(counts: Any, *, columns: int = 4, language: str | None = None) -> altair.Chart:
    """The share of words in reports over the years, a small chart for each word.

    Args:
        counts: what ``word_counts`` gives with ``year`` among ``by``, as anything with columns.
        columns: small charts in a row.
        language: of titles and legends, ``"en"`` or ``"zh"``; that of the locale by default.

    Returns:
        A chart of occurrences in 1,000 words by year, a line for each region where the counts have regions.

    Raises:
        ReportError: counts without the columns ``year``, ``word`` and ``share``, or with more than 200 words.
    """
    charts = need("altair", "notebook", "a chart")

    say = Language(language)
    rows = [row for row in rows_of(counts, ("year", "word", "share")) if row["year"] is not None]
    shown = list(dict.fromkeys(row["word"] for row in rows))
    if len(shown) > MOST_WORDS:
        raise ReportError(
            f"{len(shown)} words, and a chart for each: at most {MOST_WORDS} are drawn; count those that you look for, "
            "as in word_counts(data, words=['创新', '改革'])"
        )
    regions = {row.get("region") for row in rows} - {None}
    drawn = [row | {"rate": 1000 * row["share"]} for row in rows]
    years = sorted({row["year"] for row in rows})
    ticks = years[:: max(1, (len(years) + 3) // 4)]
    names = ["year", "word", "rate", "count", "words", "region"]
    chart = charts.Chart(_values(drawn, names), width=180, height=90).mark_line(point=True)
    chart = chart.encode(
        x=charts.X("year:Q", title=None, axis=charts.Axis(format="d", values=ticks)),
        y=charts.Y("rate:Q", title=say("in 1,000 words")),
        tooltip=[charts.Tooltip(f"{name}:N") for name in names],
        facet=charts.Facet("word:N", title=None, sort=shown, columns=columns),
    )
    if len(regions) > 1:
        chart = chart.encode(color=charts.Color("region:N", title=say("Region")))
    finished: altair.Chart = chart.configure(font=FONTS)
    return finished
