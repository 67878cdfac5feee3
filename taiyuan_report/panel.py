"""The target panel: what was promised and achieved, by region, year and indicator."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from math import trunc
from numbers import Real
from typing import Any

from taiyuan_report import _core
from taiyuan_report.analyzer import Analyzer, Indicator, analyzer_of
from taiyuan_report.archive import Progress, gathered
from taiyuan_report.columns import rows_of
from taiyuan_report.errors import ReportError, UnreadReports
from taiyuan_report.jobs import jobs_of_data
from taiyuan_report.readers import Limits
from taiyuan_report.report import Report
from taiyuan_report.table import Table

Row = dict[str, Any]
Key = tuple[Any, ...]

NATION = 100000
SLIP = 1e-9  # of binary fractions: 4.8 is not below 4.8
NEEDED = {"region", "adcode", "year", "indicator", "status", "low", "high", "unit", "bound", "change"}


def _columns(declared: str) -> list[tuple[str, str]]:
    """Names and types: s for text, i and u for whole numbers, f for others."""
    return [(name, kind) for name, _, kind in (column.partition(":") for column in declared.split())]


PANEL = _columns(
    "region:s adcode:s year:i indicator:s label:s status:s low:f high:f unit:s bound:s change:s commitment:s "
    "constraint:s text:s source:s start:u end:u report_year:i sentence:s"
)
COMPARED = _columns(
    "region:s adcode:s year:i indicator:s label:s outcome:s low:f high:f unit:s bound:s commitment:s constraint:s "
    "result:f result_unit:s result_bound:s difference:f promise:s told:s source:s start:u end:u result_source:s "
    "result_start:u result_end:u"
)
ESCALATED = _columns(
    "region:s adcode:s year:i indicator:s label:s low:f high:f unit:s bound:s above:s above_adcode:s above_low:f "
    "above_high:f above_bound:s difference:f source:s above_source:s"
)
INDICATORS = _columns("indicator:s label:s english:s measure:s unit:s dimension:s aim:s headline:u names:s")
CELLS = {
    "s": "text",
    "i": "a whole number",
    "u": "a whole number",
    "f": "a number",
    "adcode": "a code of GB/T 2260 (six digits, such as '140100')",
}


def targets(
    data: Any,
    *,
    wide: bool = False,
    text: str | None = None,
    year: str | None = None,
    region: str | None = None,
    source: str | None = None,
    workers: int | None = None,
    progress: Progress = None,
    analyzer: Analyzer | None = None,
    limits: Limits | None = None,
) -> Table:
    """The targets of reports and what they tell as achieved of the same indicators.

    Args:
        data: what ``tables`` takes, one ``Report``, or a panel made before.
        wide: one row for each region and year instead of one for each figure.
        text: the column that holds the reports.
        year: the column of the years in which they were given.
        region: the column of names or codes of GB/T 2260.
        source: the column that says where each came from.
        workers: threads; one for each processor by default.
        progress: True for a progress bar (tqdm), or a function that is called with the number of reports done.
        analyzer: rules other than the built-in ones.
        limits: how much a file may ask for.

    Returns:
        Long: ``region, adcode, year, indicator, label, status, low, high, unit, bound, change, commitment, constraint,
        text, source, start, end, report_year, sentence``. ``year`` is the one that the figure is for, ``report_year``
        that of the report: what a report of 2024 promises is for 2024, what it tells as achieved for 2023. ``status``
        is ``target`` or ``achieved``. A target that the lexicon does not know has no ``indicator``, and the words of
        the text as ``label``. ``bound`` is ``qualitative`` where words stand for a number, and missing where the
        statement names the indicator and its value could not be read; what it leaves out has no row.

        Wide: ``region, adcode, year`` and for each indicator ``_low, _high, _unit, _bound`` of the promise (``unread``
        where its value could not be read) and ``_achieved``: in one unit for each dimension (the first that
        ``indicators`` has), a decrease being negative. Of several figures for a year the first exact one counts. A
        result in a unit that cannot be made that of the promise is left to the long table. Reports without a region
        are of one place, unless two of them are of one year: then each ``source``, a column more, has its own rows.

        Values are in the unit that ``unit`` names, 万 and 亿 multiplied out. ``constraint`` follows the literature that
        ``lexicon/targets.toml`` names; the indicators are those of ``lexicon/indicators.toml``.

    Raises:
        ReportError: data that have no columns, or not those that are named; a panel with a cell of another type.

    Warns:
        UnreadReports: which reports could not be read and are left out, and why; its ``errors`` has all of them.

    >>> import taiyuan_report as tr
    >>> panel = tr.targets(tr.parse(tr.sample())).to_dict()
    >>> list(zip(panel["indicator"], panel["year"], panel["status"], panel["low"]))[1:3]
    [('gdp_growth', 2023, 'achieved', 5.6), ('fixed_investment_growth', 2023, 'achieved', 7.3)]
    """
    if not _is_panel(data):
        reports = [data] if isinstance(data, Report) else data
        jobs = jobs_of_data(reports, text, year, region, source, limits=limits)
        made = gathered(_core.Columns(panel=True), jobs, workers, progress, analyzer)
        if len(made["errors"]):
            warnings.warn(UnreadReports(rows_of(made["errors"])), stacklevel=2)
        data = made["panel"]
    if wide:
        return _widened(_rows_of(data), analyzer_of(analyzer))
    return data if isinstance(data, Table) else _sheet(PANEL, _rows_of(data))


# ---- reading panels ------------------------------------------------------------------------------------------------


def _names_of(data: Any) -> list[str]:
    """The names of the columns of anything that has some."""
    if isinstance(data, Report):
        return []
    if isinstance(data, Mapping):
        return [str(name) for name in data]
    names = getattr(data, "column_names", None)
    if names is None:
        names = getattr(data, "columns", ())
    return [str(name) for name in names] if isinstance(names, Iterable) else []


def _is_panel(data: Any) -> bool:
    return set(_names_of(data)) >= NEEDED


def _rows_of(panel: Any) -> list[Row]:
    """The rows of a panel, with the types that it had before it went through a file."""
    return [
        {name: _cell(name, kind, row.get(name), i) for name, kind in PANEL}
        for i, row in enumerate(rows_of(panel, needed=["indicator"]))
    ]


def _cell(name: str, kind: str, value: Any, row: int) -> Any:
    """A cell in the type of its column; files give 140100 and, in a column with gaps, 140100.0 for a code."""
    if value is None or (kind == "f" and isinstance(value, Real)):
        return value
    cell = trunc(value) if isinstance(value, Real) and value % 1 == 0 else value
    kind = "adcode" if name == "adcode" else kind
    if kind in ("i", "u"):
        is_right = isinstance(cell, int)
    else:
        cell = str(cell) if isinstance(cell, int) else cell
        is_right = isinstance(cell, str) and (kind == "s" or (len(cell) == 6 and cell.isdecimal()))
    if not is_right:
        raise ReportError(
            f"the panel's column {name}, row {row}: {value!r} where {CELLS[kind]} is expected; convert the column"
        )
    return cell


def _panel_rows(data: Any, analyzer: Analyzer) -> list[Row]:
    return _rows_of(data if _is_panel(data) else targets(data, analyzer=analyzer))


def _sheet(columns: list[tuple[str, str]], rows: list[Row]) -> Table:
    names = tuple(name for name, _ in columns)
    types = "".join(kind for _, kind in columns)
    return Table(_core.sheet(names, types, [tuple(row.get(name) for name in names) for row in rows]))


def _placed(rows: list[Row]) -> None:
    """Say of each row whose figure it is: a region's; without a region, one place's, or each source's own.

    No place has two reports of one year.
    """
    nameless = [row for row in rows if not (row["adcode"] or row["region"])]
    reports = {(row["report_year"], row["source"]) for row in nameless}
    are_apart = len(reports) > len({year for year, _ in reports})
    for row in rows:
        region = row["adcode"] or row["region"] or ""
        row["place"] = region, (row["source"] or "") if are_apart and not region else ""


# ---- wide ----------------------------------------------------------------------------------------------------------


PARTS = (("low", "f"), ("high", "f"), ("unit", "s"), ("bound", "s"), ("achieved", "f"))


def _widened(rows: list[Row], analyzer: Analyzer) -> Table:
    _placed(rows)
    indicators = [name for name in analyzer.indicators if name in {row["indicator"] for row in rows}]
    wide: dict[Key, Row] = {}
    # Promises first, as what is achieved is told in their unit.
    for row in [*_firsts(rows), *_results(rows).values()]:
        name = row["indicator"]
        if name not in analyzer.indicators or row["year"] is None:
            continue
        key = (row["place"], row["year"])
        named = {column: row[column] for column in ("region", "adcode", "year")}
        cells = wide.setdefault(key, named | {"source": row["place"][1] or None})
        unit = _common_unit(row["unit"], analyzer.indicators[name], analyzer)
        ends = _signed(row, _factor(unit, row["unit"], analyzer) or 1.0) or (None, None)
        known = cells.get(f"{name}_unit")
        if row["status"] == "target":
            cells[f"{name}_low"], cells[f"{name}_high"] = ends
            cells[f"{name}_bound"] = row["bound"] or "unread"
            cells[f"{name}_unit"] = unit
        elif known in (None, unit):
            cells[f"{name}_achieved"], cells[f"{name}_unit"] = ends[0], unit
    columns = [("region", "s"), ("adcode", "s"), ("year", "i")]
    if any(cells["source"] for cells in wide.values()):
        columns.insert(2, ("source", "s"))
    columns += [(f"{name}_{part}", kind) for name in indicators for part, kind in PARTS]
    return _sheet(columns, [wide[key] for key in sorted(wide)])


def _common_unit(unit: str | None, indicator: Indicator, analyzer: Analyzer) -> str | None:
    """The first unit of the indicator that measures the same; the unit as it is if there is none."""
    same = [other for other in indicator.units if _factor(other, unit, analyzer) is not None]
    return same[0] if same and unit is not None else unit


# ---- promise and result ----------------------------------------------------------------------------------------------


def compare(
    earlier: Any, later: Any = None, *, tolerance: float = 0.05, analyzer: Analyzer | None = None
) -> Table:
    """Each promise against the result that the next report tells.

    Args:
        earlier: the promises: one ``Report``, several, paths, or a panel of ``targets``.
        later: where the results are told; ``earlier`` itself if not given, as for a panel of many years.
        tolerance: by how much of its value, from 0 to 1, a target with 左右 may be missed: 0.05 makes 4.75 % meet
            5 % 左右.
        analyzer: rules other than the built-in ones; says of each indicator whether more or less is better.

    Returns:
        A row for each promise with an indicator: ``region, adcode, year, indicator, label, outcome``; the promise
        (``low, high, unit, bound, commitment, constraint``); the ``result`` with its unit and bound; ``difference``,
        result minus promise in the unit of the promise, by the middle of a range, a decrease being negative; the
        sentences ``promise`` and ``told``; where each stands (``source, start, end``, ``result_source, …``).

        ``outcome`` is ``met``, ``missed``, or ``not told`` where the report that should tell is there and does not. It
        is missing where there is no such report, or where promise or result is no number. A floor (以上) is met from its
        value on, a ceiling (以内) up to it. Other targets are met by as much or more, or, where less is better (prices,
        unemployment, energy intensity), by as much or less; of a range the nearer end counts.

        Reports without a region are of one place, unless two of them are of one year: then each ``source`` is compared
        with itself.

    Raises:
        ReportError: data with columns that are no panel of ``targets``; a tolerance that is none.

    >>> import taiyuan_report as tr
    >>> before = tr.parse("主要预期目标是：地区生产总值增长6%左右，城镇新增就业3万人以上。", year=2023)
    >>> after = tr.parse("去年，地区生产总值增长6.1%，粮食丰收。今年地区生产总值增长6%。", year=2024)
    >>> table = tr.compare(before, after).to_dict()
    >>> list(zip(table["indicator"], table["low"], table["result"], table["outcome"]))
    [('gdp_growth', 6.0, 6.1, 'met'), ('urban_new_jobs', 30000.0, None, 'not told')]
    """
    if not isinstance(tolerance, Real) or not 0 <= tolerance <= 1:
        raise ReportError(f"tolerance={tolerance!r}: it is a share from 0 to 1, such as 0.05 for a twentieth")
    rules = analyzer_of(analyzer)
    promises = _panel_rows(earlier, rules)
    results = promises if later is None else _panel_rows(later, rules)
    _placed([*promises, *results])
    told = _results(results)
    # The years that reports of the place look back on: those they tell of, and those before the ones they plan for.
    speaks = {
        (row["place"], row["year"] - (row["status"] == "target"))
        for row in results
        if row["year"] is not None
    }
    rows = []
    for row in _firsts(promises):
        key = (row["place"], row["year"])
        result = told.get((*key, row["indicator"]))
        rows.append(_compared(row, result, key in speaks, tolerance, rules))
    return _sheet(COMPARED, rows)


def _results(rows: list[Row]) -> dict[Key, Row]:
    """What is told of each region, year and indicator: the first exact figure, or the first."""
    found: dict[Key, Row] = {}
    for row in rows:
        key = (row["place"], row["year"], row["indicator"])
        is_first = key not in found or (row["bound"] == "exact" and found[key]["bound"] != "exact")
        if row["status"] == "achieved" and is_first:
            found[key] = row
    return found


def _firsts(rows: list[Row]) -> Iterator[Row]:
    """The promises, one for each region, year and indicator."""
    seen: set[Key] = set()
    for row in rows:
        key = (row["place"], row["year"], row["indicator"])
        if row["status"] == "target" and row["indicator"] and row["year"] is not None and key not in seen:
            seen.add(key)
            yield row


def _signed(row: Row, factor: float = 1.0) -> tuple[float, float] | None:
    """Both ends of a figure; a decrease is below zero."""
    low, high = row["low"], row["high"]
    if low is None or high is None:
        return None
    return (-high * factor, -low * factor) if row["change"] == "decrease" else (low * factor, high * factor)


def _factor(wanted: str | None, given: str | None, analyzer: Analyzer) -> float | None:
    """What makes one unit another; None if nothing does."""
    if wanted == given or wanted is None or given is None:
        return 1.0
    units = [analyzer.units.get(unit) for unit in (wanted, given)]
    if units[0] is None or units[1] is None or units[0][0] != units[1][0]:
        return None
    return float(Fraction(*units[1][1:]) / Fraction(*units[0][1:]))


def _is_met(
    promise: Row, ends: tuple[float, float], result: tuple[float, float], aim: str, tolerance: float
) -> bool:
    bound = promise["bound"]
    slack = SLIP + (tolerance * max(abs(end) for end in ends) if bound == "approx" else 0)
    floor = aim == "higher" if bound not in ("at_least", "at_most") else bound == "at_least"
    if bound in ("at_least", "at_most") and promise["change"] == "decrease":
        floor = not floor  # 下降3%以上 is a ceiling of -3
    return result[0] >= ends[0] - slack if floor else result[1] <= ends[1] + slack


def _compared(row: Row, result: Row | None, speaks: bool, tolerance: float, analyzer: Analyzer) -> Row:
    indicator = analyzer.indicators.get(row["indicator"])
    compared = {**row, "promise": row["sentence"] or row["text"]}
    if result is None:
        return {**compared, "outcome": "not told" if speaks else None}
    compared |= {f"result_{name}": result[name] for name in ("unit", "bound", "source", "start", "end")}
    compared |= {"result": result["low"], "told": result["sentence"] or result["text"]}
    factor, ends = _factor(row["unit"], result["unit"], analyzer), _signed(row)
    reached = None if factor is None else _signed(result, factor)
    if ends is None or reached is None:
        return compared
    aim = indicator.aim if indicator else "higher"
    compared["outcome"] = "met" if _is_met(row, ends, reached, aim, tolerance) else "missed"
    compared["difference"] = round(sum(reached) / 2 - sum(ends) / 2, 9)
    return compared


# ---- each region and the level above it ----------------------------------------------------------------------------


def escalation(panel: Any, *, analyzer: Analyzer | None = None) -> Table:
    """Each region's target beside that of the level above it in the same year (层层加码).

    Args:
        panel: a panel of ``targets``, or what makes one.
        analyzer: rules other than the built-in ones.

    Returns:
        A row for each target with a number of a region below the nation: ``region, adcode, year, indicator, label,
        low, high, unit, bound``; ``above`` and ``above_adcode``: the prefecture of a county, the province of a
        prefecture (or of a county without one), the nation above a province; its target; ``difference``: the one minus
        the other, by the middle of a range, a decrease being negative. What the level above has set no number for, or
        what the panel does not hold of it, is missing.

    Raises:
        ReportError: data with columns that are no panel of ``targets``; a code without a region above it.

    >>> import taiyuan_report as tr
    >>> plan = "主要预期目标是：地区生产总值增长{}%左右。"
    >>> panel = tr.targets(
    ...     {"t": [plan.format(5), plan.format(5.5)], "r": ["全国", "山西省"], "y": [2024, 2024]},
    ...     text="t", region="r", year="y",
    ... )
    >>> table = tr.escalation(panel).to_dict()
    >>> list(zip(table["region"], table["low"], table["above"], table["above_low"], table["difference"]))
    [('山西省', 5.5, '全国', 5.0, 0.5)]
    """
    from taiyuan_report.lexicon import names_by_code

    rules = analyzer_of(analyzer)
    given = _panel_rows(panel, rules)
    _placed(given)
    promises = list(_firsts(given))
    found = {(row["adcode"], row["year"], row["indicator"]): row for row in promises if row["adcode"]}
    rows = []
    for row in promises:
        code = parent_of(row["adcode"])
        if code is None or row["low"] is None:
            continue
        above = found.get((code, row["year"], row["indicator"]))
        name = names_by_code().get(int(code))
        if name is None:
            raise ReportError(
                f"adcode={row['adcode']!r} ({row['region']}, {row['year']}): GB/T 2260 has no region of this code, and "
                "none above it; correct the code or leave the rows out"
            )
        escalated = {**row, "above": name, "above_adcode": code}
        if above is not None:
            escalated |= {f"above_{name}": above[name] for name in ("low", "high", "bound", "source")}
            factor, ends = _factor(row["unit"], above["unit"], rules), _signed(row)
            other = None if factor is None else _signed(above, factor)
            if ends and other:
                escalated["difference"] = round(sum(ends) / 2 - sum(other) / 2, 9)
        rows.append(escalated)
    return _sheet(ESCALATED, rows)


def parent_of(adcode: str | int | None) -> str | None:
    """The code of the level above: of the prefecture, else of the province, else of the nation; None above that."""
    from taiyuan_report.lexicon import names_by_code

    if adcode is None or int(adcode) == NATION:
        return None
    code = int(adcode)
    if code % 10000 == 0:
        return str(NATION)
    prefecture = code // 100 * 100
    return str(prefecture if prefecture != code and prefecture in names_by_code() else code // 10000 * 10000)


# ---- indicators ----------------------------------------------------------------------------------------------------


def indicators(*, analyzer: Analyzer | None = None) -> Table:
    """The indicators of the lexicon.

    Args:
        analyzer: rules other than the built-in ones.

    Returns:
        A ``Table``, one row for each indicator of ``lexicon/indicators.toml`` (and of the analyzer's own).
        Columns: ``indicator, label, english, measure`` (growth or level), ``unit, dimension, aim`` (higher or lower is
        better), ``headline`` (1 for those that reports set as targets of the year) and ``names``, parted by 、.

    >>> import taiyuan_report as tr
    >>> table = tr.indicators().to_dict()
    >>> list(zip(table["indicator"], table["label"], table["english"], table["dimension"]))[1]
    ('gdp', '地区生产总值', 'GDP', 'money')
    """
    rules = analyzer_of(analyzer)
    return _sheet(INDICATORS, [_described(key, item, rules) for key, item in rules.indicators.items()])


def _described(key: str, item: Indicator, analyzer: Analyzer) -> Row:
    unit = item.units[0] if item.units else None
    parts = (
        [analyzer.units[part] for part in ([unit] if unit in analyzer.units else unit.split("/"))]
        if unit
        else []
    )
    return {
        "indicator": key,
        "label": item.label,
        "english": item.english,
        "measure": item.measure,
        "unit": unit,
        "dimension": "/".join(part[0] for part in parts) or None,
        "aim": item.aim,
        "headline": int(item.headline),
        "names": "、".join(item.names),
    }
