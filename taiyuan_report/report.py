"""One report: a dict that also knows how to show itself."""

from __future__ import annotations

import operator
import os
from collections.abc import Iterator, Mapping
from os import PathLike
from typing import TYPE_CHECKING, Any

from taiyuan_report import _core
from taiyuan_report.analyzer import Analyzer, analyzer_of
from taiyuan_report.errors import ReportError

if TYPE_CHECKING:
    from taiyuan_report.page import Shown

_LONGEST_PATH = 300  # characters; a longer text is not taken for the path of a file


class Report(dict[str, Any]):
    """What a report says, as lists of dicts; ``json.dumps`` and pandas take it as it is.

    Keys: ``source, title, region, adcode, province, prefecture, year, date, session, speaker`` (``str``, the year an
    ``int``; None where the text does not tell) and the lists of rows ``sections, paragraphs, sentences, quantities,
    targets, matches, notes``. Rows point at each other by list index. ``text`` is the text that all offsets (``start``,
    ``end``) count in, in code points. docs/fields.md has every field of every row with its type and meaning.

    >>> import taiyuan_report as tr
    >>> report = tr.parse("今年绿化2000亩。", year=2024)
    >>> row = report["quantities"][0]
    >>> row["low"], row["unit"], row["base_unit"], report.text[row["start"] : row["end"]]
    (2000, '亩', '平方米', '2000亩')
    """

    text: str

    def __init__(self, rows: dict[str, Any], text: str) -> None:
        super().__init__(rows)
        self.text = text

    def __reduce__(self) -> tuple[Any, ...]:
        return (Report, (dict(self), self.text))

    def _repr_html_(self) -> str:
        return show(self)._repr_html_()

    def to_html(self, path: str | PathLike[str], *, language: str | None = None) -> None:
        """Write the report as a page of HTML that needs no other file and no network: what ``show`` shows.

        Args:
            path: where to write it.
            language: of the page, ``"en"`` or ``"zh"``; that of the locale by default.
        """
        from taiyuan_report.page import report_page, write_page

        write_page(path, report_page(self, language))


def show(report: Report, *, height: int = 640, language: str | None = None) -> Shown:
    """Show a report in a notebook: head, outline, targets, and the text with every quantity marked.

    Args:
        report: what ``parse`` or ``read`` gave.
        height: of the frame, in pixels.
        language: of the page, ``"en"`` or ``"zh"``; that of the locale by default.

    Returns:
        What a notebook shows; ``html`` is the page, as ``report.to_html`` writes it.

    Raises:
        ReportError: a language that is neither.

    >>> import taiyuan_report as tr
    >>> tr.show(tr.parse("新增就业3万人。", year=2024)).html[:15]
    '<!DOCTYPE html>'
    """
    from taiyuan_report.page import shown  # here, since few who import the package look at pages

    return shown(report, height, language)


def adcode_of(region: str | int | float | None, added: Mapping[str, int] | None = None) -> int:
    """The code of a region given as a GB/T 2260 code or by its full name, or of one ``added`` to them; 0 for None.

    Raises:
        ReportError: no region, or more than one, has this name or code.
    """
    if region is None:
        return 0
    from taiyuan_report.lexicon import codes_by_name, names_by_code

    if isinstance(region, float) and region.is_integer():
        region = int(region)  # a column of codes with gaps
    elif hasattr(region, "__index__"):
        region = operator.index(region)  # numpy's integers too
    known = added or {}
    if isinstance(region, str) and region in known:
        return known[region]
    if isinstance(region, str) and not region.isdecimal():
        codes = codes_by_name().get(region, [])
        if len(codes) == 1:
            return codes[0]
        trouble = f"{len(codes)} regions have that name" if codes else "no region has that name"
    elif isinstance(region, str | int):
        if int(region) in names_by_code() or int(region) in known.values():
            return int(region)
        trouble = "no region has that code"
    else:
        trouble = f"{type(region).__name__} is neither a name nor a code"
    raise ReportError(
        f"region={region!r}: {trouble}; give the full name or the code of GB/T 2260, such as '140100'"
    )


def region_name(region: str | int | float) -> str:
    """The full name of a region given as ``adcode_of`` takes it."""
    from taiyuan_report.lexicon import names_by_code

    return names_by_code()[adcode_of(region)]


def year_of(year: int | float | str | None) -> int:
    """The year of a report; 0 for None.

    Raises:
        ReportError: it is no year from 1900 to 2999.
    """
    if year is None:
        return 0
    try:
        number = int(year)
    except (TypeError, ValueError, OverflowError):
        number = 0
    if not 1900 <= number < 3000 or number != float(year):
        raise ReportError(f"year={year!r}: no year from 1900 to 2999")
    return number


def source_of(source: str | PathLike[str] | None) -> str | None:
    """Where a report came from, as the tables hold it.

    Raises:
        ReportError: neither a ``str`` nor a path.
    """
    told = os.fspath(source) if isinstance(source, PathLike) else source
    if told is None or isinstance(told, str):
        return told
    raise ReportError(f"source={source!r}: a str or a path is expected")


def parsed(
    text: str | bytes,
    year: int | float | str | None,
    region: str | int | float | None,
    source: str | PathLike[str] | None,
    analyzer: Analyzer | None,
    *,
    hints: tuple[int, int] = (0, 0),
    origin: int = 0,
    marks: list[tuple[int, int]] | None = None,
) -> _core.Parsed:
    """The parsed rows of one text, still in C.

    ``hints`` are a year and the code of a region for where the text tells none; ``origin`` and ``marks`` are as in
    ``readers.Document``.
    """
    rules = analyzer_of(analyzer)
    return _core.Parsed(
        rules._lexicon,
        text,
        year=year_of(year),
        adcode=adcode_of(region, rules.regions),
        source=source_of(source),
        year_hint=hints[0],
        adcode_hint=hints[1],
        origin=origin,
        marks=marks or [],
    )


def report_of(rows: _core.Parsed) -> Report:
    """The dicts of parsed rows."""
    return Report(rows.as_dict(), rows.text)


def parse(
    text: str | bytes,
    *,
    year: int | None = None,
    region: str | int | None = None,
    source: str | PathLike[str] | None = None,
    analyzer: Analyzer | None = None,
) -> Report:
    """Read one report.

    Args:
        text: the report, as ``str`` or UTF-8 ``bytes``. Offsets count its code points.
        year: the year in which it was given, if the text does not tell or is to be overruled.
        region: whose report it is: a name of GB/T 2260 (太原市) or its code.
        source: where it came from, a ``str`` or a path; kept as it is.
        analyzer: rules other than the built-in ones.

    Returns:
        A ``Report``. ``low`` and ``high`` of a quantity are in its ``unit`` with 万 and 亿 multiplied out, ``int`` where
        whole; ``base_low`` and ``base_high`` in ``base_unit``, the one unit of its dimension.

    Raises:
        NotText: bytes that are no UTF-8, or half of a surrogate pair in a ``str``.
        TooLarge: a text of more than 2**28 code points.
        MatchLimit: a pattern of the analyzer that takes too long on this text.
        ReportError: a region that is not known, a year that is none, or the path of a file instead of its text.

    >>> import taiyuan_report as tr
    >>> report = tr.parse("地区生产总值增长6.5%左右。", year=2023)
    >>> q = report["quantities"][0]
    >>> q["text"], q["low"], q["unit"], q["bound"], q["change"], q["subject"]
    ('6.5%', 6.5, '%', 'approx', 'increase', '地区生产总值')
    """
    if isinstance(text, str) and len(text) <= _LONGEST_PATH and "\n" not in text and os.path.isfile(text):  # noqa: PTH113
        raise ReportError(f"{text}: it is a file: read(path) reads files, parse the text itself")
    return report_of(parsed(text, year, region, source, analyzer))


def explain(report: Report, position: int, *, analyzer: Analyzer | None = None) -> str:
    """Say why there is, or is no, quantity at a place of a report's text, and which words decided its fields.

    Args:
        report: a report, with its text.
        position: a code point of the text.
        analyzer: the one that the report was parsed with.

    Returns:
        One line; for a quantity, more follow: a field, its value, and the words that decided it with their offsets. A
        field without a line is what goes without saying: ``exact``, ``level``. Where this analyzer does not find the
        quantity, the second line says so.

    Raises:
        MatchLimit: as ``parse``, which reads the text once more.
        ReportError: it is no ``Report``.

    >>> import taiyuan_report as tr
    >>> report = tr.parse("推进一带一路建设，今年建成水库3座以上。", year=2024)
    >>> print(tr.explain(report, 2))
    一带一路建设: no quantity: it is part of a word of the lexicon
    >>> print(tr.explain(report, 15))
    3座: amount 3 座; subject 水库
    bound at_least: 以上 (17-19)
    status target: 今年 (9-11)
    years 2024: 今年 (9-11)
    """
    if not isinstance(report, Report):
        raise ReportError(
            f"explain needs a Report, which has its text, not {type(report).__name__}: parse or read it"
        )
    rows = parsed(report.text, report["year"], report["adcode"], report["source"], analyzer)
    for row in report["quantities"]:
        if row["start"] <= position < row["end"]:
            # By its place, as the caller may have left out rows.
            places = [(again["start"], again["end"]) for again in rows.as_dict()["quantities"]]
            place = row["start"], row["end"]
            evidence = rows.evidence(places.index(place)) if place in places else None
            return "\n".join(_told(report, row, evidence))
    for start, end, reason in rows.rejections():
        if start <= position < end:
            return f"{report.text[start:end]}: no quantity: {reason}"
    return "no numeral stands here"


def _told(report: Report, row: dict[str, Any], evidence: list[tuple[str, int, int]] | None) -> Iterator[str]:
    """The lines that explain a quantity."""
    value = row["low"] if row["low"] == row["high"] else f"{row['low']} to {row['high']}"
    yield f"{row['text']}: {row['kind']} {value} {row['unit'] or ''}; subject {row['subject'] or 'not told'}"
    if evidence is None:
        yield "with this analyzer there is no quantity here: give explain the one that the report was parsed with"
        return
    first, last = row["from_year"], row["to_year"]
    values = {**row, "years": first if first == last else f"{first}-{last}"}
    for field, start, end in evidence:
        yield f"{field} {values[field]}: {report.text[start:end]} ({start}-{end})"
