"""An archive as a page of HTML: its targets and results as a table and a chart, and a search over its quantities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from os import PathLike
from typing import Any

from taiyuan_report.columns import columns_of, rows_of
from taiyuan_report.errors import ReportError
from taiyuan_report.messages import Language
from taiyuan_report.writers import suffix_of

Row = dict[str, Any]

LIMIT = 20_000
PANEL_NEEDED = ("region", "year", "indicator", "status", "low", "high", "unit", "bound", "change")
PANEL = (*PANEL_NEEDED, "label", "value", "text", "sentence", "source", "start", "end")
FOUND = ("region", "year", "subject", "kind", "status", "low", "text", "sentence", "source", "start", "end")
TEXTS = (
    "none",
    "Rows {}–{} of {}",
    "No such rows",
    ", ",
    "{}, by year and region; the values are in the table below",
    "Hollow: promised; filled: achieved. ◆ about; a bar: a range; an arrow up: at least, down: at most; decreases "
    "are below zero.",
    "{} values in other units are not drawn; see the table.",
    "{} more regions",
)


def explore(data: Any, path: str | PathLike[str], *, limit: int = LIMIT, language: str | None = None) -> None:
    """Write an archive as a page of HTML that needs no other file and no network.

    The page has the target panel as a table to sort and filter, the sentence behind each value, and a chart of one
    indicator by year and region; of ``tables`` also a search over all quantities.

    Args:
        data: what ``tables`` gives, or the target panel alone; each table as anything with columns.
        path: where to write the page; it ends in .html.
        limit: the most rows of each of the two tables. What goes beyond it is left out, and the page says how much: of
            the panel, promises stay before results, of each indicator the latest years; of the quantities promises,
            then results, then others, each from the latest reports on.
        language: of the page, ``"en"`` or ``"zh"``; that of the locale by default.

    Raises:
        ReportError: the data are neither; a path, a limit or a language that is none.

    >>> import taiyuan_report as tr
    >>> tr.explore(tr.tables([tr.parse(tr.sample())]), "explore.html")
    """
    from taiyuan_report.page import write_page  # here, since few who import the package look at pages

    say = Language(language)
    if suffix_of(path) not in (".html", ".htm"):
        raise ReportError(f"path={str(path)!r}: explore writes one page: give it a name in .html")
    if limit < 1:
        raise ReportError(f"limit={limit}: it is how many rows a table keeps at most: 1 or more")
    if isinstance(data, Mapping) and {"reports", "targets", "sentences", "quantities"} <= set(data):
        page = _page_of_tables(data, limit, say)
    else:
        panel = rows_of(data, PANEL_NEEDED)
        page = _explorer(_best_of_panel(panel, limit), [], _facts(panel), _left_out(panel, [], limit), say)
    write_page(path, page)


def _page_of_tables(tables: Mapping[str, Any], limit: int, say: Language) -> str:
    """The page of tables; only rows that it keeps become dicts."""
    reports = rows_of(tables["reports"])
    regions = [row["region"] for row in reports]
    panel = [row | {"region": regions[row["report"]]} for row in rows_of(tables["targets"])]
    found = columns_of(tables["quantities"])
    years = [reports[report]["year"] or 0 for report in found["report"]]
    kept = _best(len(years), limit, lambda i: (_rank(found["status"][i]), -years[i]))
    quantities = [
        {name: values[i] for name, values in found.items()} | {"year": reports[found["report"][i]]["year"]}
        for i in kept
    ]
    chosen = _best_of_panel(panel, limit)
    texts = _Sentences(tables["sentences"])
    for row in (*chosen, *quantities):
        report = reports[row["report"]]
        row |= {"region": report["region"], "source": report["source"]}
        row["sentence"] = texts.of(row["report"], row["sentence"])
    facts = {"reports read": len(reports), **_facts(panel), "quantities": len(years)}
    left_out = _left_out(panel, years, limit)
    failed = len(tables.get("errors", ()))
    if failed:
        left_out.append(("{} files that could not be read", (failed,)))
    return _explorer(chosen, quantities, facts, left_out, say)


class _Sentences:
    """The sentences of all reports, found by report and number in it."""

    def __init__(self, table: Any) -> None:
        columns = columns_of(table)
        self._texts = columns["text"]
        self._first: dict[int, int] = {}
        for place, report in enumerate(columns["report"]):
            self._first.setdefault(report, place)

    def of(self, report: int, sentence: float | None) -> str | None:
        """The sentence; pandas makes a column of numbers with gaps one of floats."""
        text: str | None = None if sentence is None else self._texts[self._first[report] + int(sentence)]
        return text


# ---- what stays ----------------------------------------------------------------------------------------------------


def _rank(status: str | None) -> int:
    """Promises come first, then results, then the rest."""
    return {"target": 0, "achieved": 1}.get(status or "", 2)


def _best(count: int, limit: int, key: Callable[[int], Any]) -> Sequence[int]:
    """The places of the ``limit`` rows that are first by their key, in the order in which they stood."""
    if count <= limit:
        return range(count)
    return sorted(sorted(range(count), key=key)[:limit])


def _best_of_panel(panel: list[Row], limit: int) -> list[Row]:
    """Of each indicator as many rows as of any other, its latest years first."""
    seen: Counter[tuple[int, str | None]] = Counter()
    place = [0] * len(panel)
    for i in sorted(range(len(panel)), key=lambda i: -(panel[i]["year"] or 0)):
        group = (_rank(panel[i]["status"]), panel[i]["indicator"])
        place[i] = seen[group]
        seen[group] += 1
    return [panel[i] for i in _best(len(panel), limit, lambda i: (_rank(panel[i]["status"]), place[i]))]


def _facts(panel: list[Row]) -> dict[str, int]:
    return {
        "regions": len({row["region"] for row in panel} - {None}),
        "years": len({row["year"] for row in panel} - {None}),
        "promises and results": len(panel),
    }


def _left_out(
    panel: Sequence[Any], quantities: Sequence[Any], limit: int
) -> list[tuple[str, tuple[int, ...]]]:
    """What is left out, in English, and the numbers in it."""
    told = (
        "{} of {} promises and results (kept: promises before results, of each indicator the latest years)",
        "{} of {} quantities (kept: promises, then results, then others, each from the latest reports on)",
    )
    return [
        (text, (len(rows) - limit, len(rows)))
        for text, rows in zip(told, (panel, quantities), strict=True)
        if len(rows) > limit
    ]


# ---- the page ------------------------------------------------------------------------------------------------------


def _packed(rows: list[Row], names: tuple[str, ...], sentences: dict[str, int]) -> dict[str, Any]:
    """Rows as lists; a sentence that many share is written once."""
    packed = []
    for row in rows:
        sentence = row.get("sentence")
        place = None if sentence is None else sentences.setdefault(sentence, len(sentences))
        packed.append([place if name == "sentence" else row.get(name) for name in names])
    return {"columns": names, "rows": packed}


def _explorer(
    panel: list[Row],
    quantities: list[Row],
    facts: Mapping[str, int],
    left_out: list[tuple[str, tuple[int, ...]]],
    say: Language,
) -> str:
    from taiyuan_report.page import document, label_of, value_text

    told_panel = [row | {"value": value_text(row, say), "label": label_of(row, say)} for row in panel]
    sentences: dict[str, int] = {}
    data = {
        "panel": _packed(told_panel, PANEL, sentences),
        "quantities": _packed(quantities, FOUND, sentences),
        "sentences": list(sentences),
    }
    told = "".join(f"<li><b>{count:,}</b> <span>{say(name)}</span></li>" for name, count in facts.items())
    missing = ("；" if say.code == "zh" else "; ").join(
        say(text).format(*numbers) for text, numbers in left_out
    )
    note = f'<p class="note">{say("Left out: {}.").format(missing)}</p>' if left_out else ""
    title = say("Government work reports: targets and results")
    body = (
        f'<a class="skip" href="#targets">{say("To the table")}</a>\n<header class="top"><h1>{title}</h1>'
        f'<ul class="facts">{told}</ul></header>\n<main>{note}'
        f'<section aria-label="{say("Chart")}"><h2>{say("Chart")}</h2><form><label>{say("Indicator")} '
        f'<select id="indicator"></select></label></form><div id="chart"></div></section>\n'
        f"{_panel_table(say)}\n{_search_table(say) if quantities else ''}</main>"
    )
    return document(title, body, say, name="explore", data=data, texts=TEXTS)


def _choice(name: str, label: str, say: Language, options: str = "") -> str:
    return f'<label>{say(label)} <select name="{name}"><option value="">{say("All")}</option>{options}</select></label>'


def _sortable(
    identity: str, title: str, say: Language, *, caption: str, form: str, heads: tuple[str, ...]
) -> str:
    """A section with a table that the script fills."""
    columns = "".join(f'<th scope="col"><button type="button">{say(head)}</button></th>' for head in heads)
    return (
        f'<section id="{identity}" aria-label="{say(title)}"><h2>{say(title)}</h2><form>{form}'
        f'<button type="reset">{say("Show all")}</button></form><p class="count soft" role="status"></p>'
        f'<div class="scroll" tabindex="0" role="region" aria-label="{say(caption)}"><table><thead><tr>{columns}</tr>'
        f'</thead><tbody></tbody></table></div><div class="pager"><button type="button">{say("Back")}</button>'
        f'<button type="button">{say("On")}</button></div></section>'
    )


def _panel_table(say: Language) -> str:
    statuses = "".join(f'<option value="{value}">{say(value)}</option>' for value in ("target", "achieved"))
    form = "".join(
        _choice(name, label, say)
        for name, label in (("label", "Indicator"), ("region", "Region"), ("year", "Year"))
    )
    form += _choice("status", "Status", say, statuses)
    heads = ("Region", "Year", "Indicator", "Status", "Value", "Words")
    return _sortable(
        "targets", "Targets and results", say, caption="Table of targets and results", form=form, heads=heads
    )


def _search_table(say: Language) -> str:
    form = f'<label>{say("Words to find (with spaces between)")}<input type="search" name="words"></label>'
    form += "".join(
        _choice(name, label, say)
        for name, label in (
            ("region", "Region"),
            ("year", "Report year"),
            ("kind", "Kind"),
            ("status", "Status"),
        )
    )
    heads = ("Region", "Report year", "Subject", "Status", "Value", "Sentence")
    return _sortable(
        "search", "Search quantities", say, caption="Table of quantities", form=form, heads=heads
    )
