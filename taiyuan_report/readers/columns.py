"""Which columns of a table hold the reports: those that the caller names, or those with the usual names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from taiyuan_report.errors import ReportError
from taiyuan_report.lexicon import file_words
from taiyuan_report.readers.base import Budget, Columns, Row

_LONGEST_NAME = 100  # characters of the name of a column; what is longer is a report


def _plain(name: str) -> str:
    return "".join(name.split()).lower().lstrip("\ufeff")


def _holds(name: str, word: str) -> bool:
    """Whether a name has a word in it: 所属省份 has 省份, city_name has city, capacity has none."""
    if not word.isascii():
        return len(word) > 1 and word in name
    return word in re.split(r"[^a-z0-9]+", name)


def _holds_text(name: str, word: str) -> bool:
    """Whether a name has a word for texts in it and does not end in one of what is told about them (text_length)."""
    last = re.split(r"[^a-z0-9]+", name.strip("_"))[-1]
    about = any(
        last == other if other.isascii() else name.endswith(other) for other in file_words()["about"]["text"]
    )
    return _holds(name, word) and not about


def _place_of(
    words: Sequence[str], places: dict[str, int], is_like: Callable[[str, str], bool]
) -> int | None:
    """The column that is called as one of the words; otherwise the only one whose name is like one of them."""
    for word in words:
        if _plain(word) in places:
            return places[_plain(word)]
    like = [place for name, place in places.items() if any(is_like(name, _plain(word)) for word in words)]
    return like[0] if len(like) == 1 else None


# The columns by which the tables of this package are known: quantities and their like, reports, errors, panels, words.
_OWN = [
    {"report", "start", "end"},
    {"adcode", "session", "characters"},
    {"source", "member", "error", "message"},
    {"adcode", "indicator", "label"},
    {"word", "count", "share"},
]


def is_own(header: Iterable[str]) -> bool:
    """Whether a table is one that this package has written, perhaps into the folder that it reads: no reports.

    >>> is_own(["report", "start", "end", "text", "kind"]), is_own(["year", "text"])
    (True, False)
    """
    names = set(header)
    is_wide = "adcode" in names and any(name.endswith("_achieved") for name in names)
    return is_wide or any(own <= names for own in _OWN)


def find_columns(header: Sequence[str], wanted: Columns, name: str) -> dict[str, int | None]:
    """The place in a header of ``text``, ``year``, ``region`` and ``source``; None for those it does not have.

    Raises:
        ReportError: no column holds the reports, or one that the caller names is not there.

    >>> find_columns(["ID", "省份", "年份", "正文"], Columns(), "a.csv")
    {'text': 3, 'year': 2, 'region': 1, 'source': 0}
    >>> find_columns(["报告正文内容", "所属省份", "发布年份"], Columns(), "a.csv")
    {'text': 0, 'year': 2, 'region': 1, 'source': None}
    """
    places: dict[str, int] = {}
    for i, column in enumerate(header):
        places.setdefault(_plain(column), i)
    found: dict[str, int | None] = {}
    for key, usual in file_words()["columns"].items():
        named = getattr(wanted, key)
        if named is None:
            found[key] = _place_of(usual, places, _holds_text if key == "text" else _holds)
        elif named in header:
            found[key] = list(header).index(named)
        else:
            raise ReportError(f"{name}: it has no column {named!r}; it has {', '.join(map(repr, header))}")
    if found["text"] is None:
        raise ReportError(
            f"{name}: no column is called as texts are (正文, 全文, 内容, text, content …); it has "
            f"{', '.join(map(repr, header)) or 'none'}: name the one that holds them (text='…', --text …)"
        )
    return found


def _text_names(columns: Columns) -> set[str]:
    """What a column of texts is called: the name that the caller gives, or the usual ones."""
    names = file_words()["columns"]["text"] if columns.text is None else [columns.text]
    return set(map(_plain, names))


def _filled(row: Sequence[Any]) -> int:
    return sum(_cell(row, i) is not None for i in range(len(row)))


def _cell(row: Sequence[Any], place: int | None) -> Any:
    value = row[place] if place is not None and place < len(row) else None
    return None if isinstance(value, str) and not value.strip() else value


def rows_of(
    table: Iterator[Sequence[Any]], columns: Columns, budget: Budget, name: str, label: str
) -> Iterator[Row]:
    """The reports of a table whose first row, or first below a title, has the names of the columns.

    Raises:
        ReportError: as ``find_columns``; a text where the names belong.
    """
    head, first = next(table, []), 2
    second = next(table, None)
    names_texts = any(_plain(str(cell)) in _text_names(columns) for cell in head)
    if second is not None and _filled(head) == 1 and _filled(second) > 1 and not names_texts:  # a title above
        head, second, first = second, next(table, None), 3
    header = [str(cell) for cell in head]
    if is_own(header):
        return
    longest = max(map(len, header), default=0)
    if longest > _LONGEST_NAME:
        raise ReportError(
            f"{name}: its first row holds a text of {longest} characters where the names of the columns belong: "
            "put a row of names above it (正文, 年份, 地区)"
        )
    found = find_columns(header, columns, name)
    for number, row in enumerate(chain([] if second is None else [second], table), first):
        if not any(_cell(row, i) is not None for i in range(len(row))):
            continue
        text = _cell(row, found["text"])
        budget.take(len(text) * 3 if isinstance(text, str) else 0, name)
        yield Row(
            f"{label}row {number}",
            text,
            *(_cell(row, found[key]) for key in ("year", "region", "source")),
        )
