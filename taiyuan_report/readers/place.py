"""Region and year from the names of files and folders: 山西省/2026.txt, 2026_山西省_政府工作报告.csv, taiyuan-2023.txt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from taiyuan_report.lexicon import codes_by_name, file_words, names_by_code

# 2023, 2023年, 20230115, 2023-01-15; not the middle of a longer number.
_YEAR = re.compile(
    r"(?<!\d)(19[4-9]\d|20[0-4]\d)(?:[-_.]?(?:0[1-9]|1[0-2])(?:[-_.]?(?:0[1-9]|[12]\d|3[01]))?)?(?!\d)"
)
_LATIN = re.compile(r"[a-z]+")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_LONGEST = 15  # characters of the longest name of a region


@cache
def _names() -> dict[str, list[int]]:
    """The codes for each full or short name of a region."""
    from taiyuan_report.analyzer import short_name

    names = {name: list(codes) for name, codes in codes_by_name().items()}
    for code, name in names_by_code().items():
        short = short_name(name) if code % 100 == 0 else name
        if short != name:
            names.setdefault(short, []).append(code)
    return names


def _holds(outer: int, inner: int) -> bool:
    """Whether a region lies in another: 140000 holds 140100, and that 140105."""
    size = 10000 if outer % 10000 == 0 else 100 if outer % 100 == 0 else 1
    return outer // size == inner // size


def _choose(codes: list[int], within: int) -> int:
    """The one region of a name; with several of that name, the one inside what is known."""
    inside = [code for code in codes if within and _holds(within, code)]
    if len(inside) == 1:
        return inside[0]
    highest = [code for code in codes if code % 10000 == 0]  # 吉林 is the province, not its city
    return codes[0] if len(codes) == 1 else highest[0] if len(highest) == 1 else 0


def _han_names(text: str) -> Iterable[list[int]]:
    """The codes of each name of a region in some characters, the longest at each place."""
    at = 0
    while at < len(text):
        for length in range(min(_LONGEST, len(text) - at), 1, -1):
            codes = _names().get(text[at : at + length])
            if codes:
                yield codes
                at += length - 1
                break
        at += 1


def _pinyin_names(part: str) -> Iterable[list[int]]:
    """The codes of regions in pinyin: only words that open the name, since many words look like pinyin."""
    pinyin = file_words()["pinyin"]
    for word in _LATIN.findall(part.lower()):
        if word not in pinyin:
            return
        yield [pinyin[word]]


def region_of(part: str, within: int = 0) -> int:
    """The code of the region that some words name, 0 for none; the lowest of several inside each other.

    >>> region_of("山西省太原市政府工作报告"), region_of("taiyuan"), region_of("朝阳区", within=110000), region_of("报告")
    (140100, 140100, 110105, 0)
    """
    found = 0
    for names in ((codes for run in _HAN.findall(part) for codes in _han_names(run)), _pinyin_names(part)):
        for codes in names:
            code = _choose(codes, found or within)
            if code and (not found or _holds(found, code)):
                found = code
        if found:
            break
    return found


@lru_cache(maxsize=4096)
def year_of_name(part: str) -> int:
    """The year in a name, 0 if there is none, or more than one."""
    years = set(_YEAR.findall(part))
    return int(years.pop()) if len(years) == 1 else 0


@lru_cache(maxsize=4096)
def _region_of(parts: tuple[str, ...]) -> int:
    """The region that names, the outermost first, lead to."""
    found = 0
    for part in parts:
        found = region_of(part, found) or found
    return found


def hints(parts: Iterable[str]) -> tuple[int, int]:
    """Year and code of the region that the names of a file and its folders tell, the outermost first; 0 for none.

    >>> hints(["2026", "山西省", "太原市.txt"])
    (2026, 140100)
    """
    names = tuple(parts)
    year = next(filter(None, map(year_of_name, reversed(names))), 0)
    return year, _region_of(names)
