"""Numerals spelled and read back: ``python benchmarks/numerals.py [--examples 100000] [--seed 1]``.

Random numbers below 10^16, whole and with up to four places, are spelled in every way of
``tests/numeral_spellings.py``: by ICU (cardinal, financial, traditional), by cn2an in its modes, and in mixed 万/亿 forms. Each
must parse back to exactly that number, alone and inside a sentence with a unit. ``pip install '.[benchmark]'`` brings
ICU and cn2an; a way of spelling whose library is not installed is left out, and said to be.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from fractions import Fraction
from pathlib import Path

import taiyuan_report as tr

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from numeral_spellings import OWN, SENTENCES, Spelling, exact, meant, of_cn2an, of_icu, random_value

SHOWN = 20


def all_spellings() -> dict[str, Spelling]:
    """Those whose libraries are installed."""
    found = dict(OWN)
    for library, spellings in (("PyICU", of_icu), ("cn2an", of_cn2an)):
        try:
            found |= spellings()
        except ImportError:
            print(f"{library} is not installed: its spellings are left out")
    return found


def is_read(text: str, numeral: str, value: Fraction) -> bool:
    """Whether the one row over the numeral has exactly this value, of this type."""
    start, wanted = text.index(numeral), exact(value)
    rows = [q for q in tr.parse(text)["quantities"] if q["start"] < start + len(numeral) and q["end"] > start]
    if len(rows) != 1 or rows[0]["start"] > start or rows[0]["end"] < start + len(numeral):
        return False
    return all(rows[0][end] == wanted and type(rows[0][end]) is type(wanted) for end in ("low", "high"))


def main() -> None:
    """Count what is read wrongly; the exit status tells whether anything was."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--examples", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    source, spellings = random.Random(arguments.seed), all_spellings()
    names, tried, wrong, shown = sorted(spellings), Counter[str](), Counter[str](), 0
    start = time.perf_counter()
    while sum(tried.values()) < arguments.examples:
        name, value = source.choice(names), random_value(source)
        numeral = spellings[name](value)
        if numeral is None:
            continue
        sentence = source.choice(SENTENCES) if name != "cn2an_rmb" else "总投资{}。"
        tried[name] += 1
        for text in (numeral, sentence.format(numeral)):
            if not is_read(text, numeral, meant(name, value)):
                wrong[name] += 1
                shown += 1
                if shown <= SHOWN:
                    rows = [(q["text"], q["low"], q["high"]) for q in tr.parse(text)["quantities"]]
                    print(f"{name}: {text} is {meant(name, value)}, read {rows}")
    for name in names:
        print(f"{name:24} {tried[name]:7} numbers, {wrong[name]} of {2 * tried[name]} texts wrong")
    total = sum(tried.values())
    print(f"{total} numbers, {sum(wrong.values())} texts wrong, {time.perf_counter() - start:.1f} s")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
