"""Numbers, case by case: tests/cases/*.txt say which rows a text gives. Add a line there.

One case a line: the text, a tab, then every row in order, parted by `` ; ``, or ``-`` for none. A row is
``span|kind|low|high|unit|bound`` and, if it matters, ``|change``; an empty ``high`` is that of ``low``, fractions are
written ``1/3``.
"""

import re
from fractions import Fraction
from pathlib import Path

import pytest

import taiyuan_report as tr

FOLDER = Path(__file__).parent / "cases"


def cases_of(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            text, tab, rows = line.partition("\t")
            assert tab and rows, f"{path.name}, line {number}: no tab, or nothing behind it"
            yield pytest.param(text, rows, id=f"{path.stem}:{number}")


def value_of(cell):
    if not cell:
        return None
    exact = Fraction(cell)
    return int(exact) if exact.denominator == 1 else float(exact)


def row_of(cells):
    assert len(cells) in (6, 7), f"{cells}: span|kind|low|high|unit|bound[|change]"
    span, kind, low, high, unit, bound, *change = cells
    return (span, kind, value_of(low), value_of(high or low), unit or None, bound or None, *change)


def expected(rows):
    return [] if rows == "-" else [row_of(re.split(r"\|", row.strip())) for row in rows.split(" ; ")]


def found(text, wanted):
    fields = ("text", "kind", "low", "high", "unit", "bound", "change")
    rows = [tuple(row[field] for field in fields) for row in tr.parse(text)["quantities"]]
    asks_change = any(len(row) == len(fields) for row in wanted)
    return [
        row if asks_change and i < len(wanted) and len(wanted[i]) == 7 else row[:6]
        for i, row in enumerate(rows)
    ]


CASES = [case for path in sorted(FOLDER.glob("*.txt")) for case in cases_of(path)]


@pytest.mark.parametrize(("text", "rows"), CASES)
def test_case(text, rows):
    wanted = expected(rows)
    assert found(text, wanted) == wanted


def test_no_case_stands_twice():
    texts = [case.values[0] for case in CASES]
    assert sorted(texts) == sorted(set(texts))
