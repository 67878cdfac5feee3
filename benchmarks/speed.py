"""How fast texts are read, beside what is used for it now: megabytes of UTF-8 a second, on one core.

    python benchmarks/speed.py                      the sample report, many times
    python benchmarks/speed.py --corpus FOLDER      the text and Markdown files (UTF-8) under a folder

What is timed:

- parse, tables: this package; a dict for each report, and Arrow tables for all of them.
- regex: ``re.findall`` of a number and up to three characters behind it, as tutorials do it. It finds digits and
  says nothing about them; it is the yardstick, since it is on every machine.
- jieba, rjieba: word segmentation, the usual first step. They give words, no values.
- cn2an: Chinese numerals in a text rewritten as digits.
- recognizers-text: numbers, percentages and ordinals; and, in a second line, these with units, money and dates.

All work on the same texts, in the same order, one paragraph a call where a library is made for sentences
(recognizers-text). The slow ones get only the first part of the texts: the column MB says how much. The rounds are
interleaved, so that a machine that changes its pace does so for all. Loading of dictionaries is not timed. A
library that is not installed is left out: ``pip install '.[benchmark]'`` brings them all.
"""

from __future__ import annotations

import argparse
import logging
import os
import re
import statistics
import time
import warnings
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import taiyuan_report as tr

Work = Callable[[list[str]], object]

SAMPLES = 100
TUTORIAL_REGEX = re.compile(r"\d+(?:\.\d+)?.{0,3}")


def each(function: Callable[[str], object]) -> Work:
    """Work that calls a function on every text."""

    def work(texts: list[str]) -> None:
        for text in texts:
            function(text)

    return work


def jieba_work() -> Work:
    """Words by jieba, its dictionary loaded."""
    jieba: Any = import_module("jieba")
    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    return each(jieba.lcut)


def rjieba_work() -> Work:
    """Words by rjieba, its dictionary loaded."""
    rjieba: Any = import_module("rjieba")
    rjieba.cut("各位代表")
    return each(rjieba.cut)


def cn2an_work() -> Work:
    """Numerals rewritten by cn2an, which warns of every numeral that it cannot read."""
    cn2an: Any = import_module("cn2an")
    warnings.filterwarnings("ignore", module="cn2an")
    return each(cn2an.transform)


def recognizers_work(names: dict[str, list[str]]) -> Work:
    """Recognizers for Chinese, their models built."""
    culture = import_module("recognizers_text").Culture.Chinese
    functions = [getattr(import_module(module), name) for module in names for name in names[module]]

    def recognize(text: str) -> None:
        for paragraph in text.splitlines():
            for function in functions:
                function(paragraph, culture)

    recognize("增长6.5%")
    return each(recognize)


NUMBERS = {"recognizers_number": ["recognize_number", "recognize_percentage", "recognize_ordinal"]}
MEANINGS = NUMBERS | {
    "recognizers_number_with_unit": ["recognize_dimension", "recognize_currency"],
    "recognizers_date_time": ["recognize_datetime"],
}

# name, how to make it ready, the most UTF-8 bytes that it gets
CONTENDERS: list[tuple[str, Callable[[], Work], int]] = [
    ("regex", lambda: each(TUTORIAL_REGEX.findall), 1 << 30),
    ("parse", lambda: each(tr.parse), 1 << 30),
    ("tables", lambda: lambda texts: tr.tables({"text": texts}, text="text", workers=1), 1 << 30),
    ("jieba.lcut", jieba_work, 400_000),
    ("rjieba.cut", rjieba_work, 1 << 30),
    ("cn2an.transform", cn2an_work, 200_000),
    ("recognizers: numbers", lambda: recognizers_work(NUMBERS), 20_000),
    ("recognizers: all", lambda: recognizers_work(MEANINGS), 5_000),
]


def size(texts: list[str]) -> int:
    """UTF-8 bytes of some texts."""
    return sum(len(text.encode()) for text in texts)


def first_part(texts: list[str], limit: int) -> list[str]:
    """The first texts, the last of them cut, that together are about so many UTF-8 bytes."""
    part: list[str] = []
    left = limit
    for text in texts:
        if left <= 0:
            break
        part.append(text.encode()[:left].decode(errors="ignore"))
        left -= len(text.encode())
    return part


def read_corpus(folder: Path | None) -> list[str]:
    """The texts of a folder, or the sample many times."""
    if folder is None:
        return [tr.sample()] * SAMPLES
    files: Iterator[Path] = (path for path in sorted(folder.rglob("*")) if path.suffix in (".txt", ".md"))
    texts = [path.read_text(encoding="utf-8") for path in files]
    if not texts:
        raise SystemExit(f"{folder}: no .txt or .md file under it")
    return texts


def seconds(work: Work, texts: list[str]) -> float:
    """The time of one round."""
    begin = time.perf_counter()
    work(texts)
    return time.perf_counter() - begin


def ready_contenders(texts: list[str]) -> dict[str, tuple[Work, list[str]]]:
    """Those that are installed, each with its texts and run once before anything is timed."""
    ready = {}
    for name, make, limit in CONTENDERS:
        try:
            work = make()
        except ImportError as error:
            print(f"{name:22} not installed ({error.name})")
            continue
        part = first_part(texts, limit)
        work(part)
        ready[name] = (work, part)
    return ready


def main() -> None:
    """Time all and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--corpus", type=Path, help="a folder of UTF-8 texts; the sample if not given")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})

    texts = read_corpus(options.corpus)
    print(f"{len(texts)} texts, {size(texts) / 1e6:.2f} MB of UTF-8, {options.rounds} rounds, one core\n")
    ready = ready_contenders(texts)
    times: dict[str, list[float]] = {name: [] for name in ready}
    for _ in range(options.rounds):
        for name, (work, part) in ready.items():
            times[name].append(seconds(work, part))

    def best(name: str) -> float:
        return size(ready[name][1]) / min(times[name]) / 1e6

    print(f"{'':22} {'MB':>7} {'best MB/s':>10} {'median MB/s':>12} {'to regex':>9}")
    for name in ready:
        part = size(ready[name][1])
        median = part / statistics.median(times[name]) / 1e6
        print(
            f"{name:22} {part / 1e6:7.3f} {best(name):10.3f} {median:12.3f} {best(name) / best('regex'):9.4f}"
        )


if __name__ == "__main__":
    main()
