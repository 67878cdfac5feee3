"""Words beside jieba and its Rust port: that they are the same, and how fast they are made.

python benchmarks/words.py [--corpus FOLDER] [--strings 20000]

Speed is in MB of UTF-8 a second on one core, rounds interleaved, the median of the ratios of each round. Without a
folder the sample report serves, many times over. The whole comparison with jieba takes some minutes.
"""

from __future__ import annotations

import argparse
import logging
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import jieba

import taiyuan_report as tr
from taiyuan_report import _core
from taiyuan_report.dictionary import default_words

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from word_texts import pieces_of, random_texts


def compare(texts: list[str]) -> int:
    """How many texts are cut otherwise than jieba cuts them, with the model or without."""
    different = 0
    for text in texts:
        for hmm in (True, False):
            if tr.words(text, hmm=hmm) != jieba.lcut(text, HMM=hmm):
                different += 1
                print(f"different: {text[:60]!r}")
    return different


def compare_all(corpus: list[str], strings: int) -> None:
    """The texts, passages and random strings over their characters, every word of the dictionary, user words."""
    characters = "".join(sorted(set("".join(corpus))))
    words = list(jieba.dt.FREQ)
    print(f"texts: {compare(corpus)} of {len(corpus)} differ")
    made = [*random_texts(characters, strings * 3 // 4, 1), *pieces_of("".join(corpus), strings // 4, 2)]
    print(f"strings: {compare(made)} of {len(made)} differ")
    print(f"dictionary: {compare(words)} of {len(words)} entries differ")
    terms = sorted({text[:4] for text in pieces_of("".join(corpus), 300, 3) if text[:4].isalpha()})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "user.txt"
        path.write_text(
            "\n".join(f"{term} {i}" if i % 2 else term for i, term in enumerate(terms)), encoding="utf-8"
        )
        tokenizer = jieba.Tokenizer()
        tokenizer.load_userdict(str(path))
        analyzer = tr.Analyzer(words=path)
        differ = sum(
            tr.words(text, analyzer=analyzer) != tokenizer.lcut(text) for text in made[:2000] + corpus
        )
    print(f"user dictionary of {len(terms)}: {differ} of {len(made[:2000] + corpus)} differ")


def timed(function: Callable[[], object]) -> float:
    """Seconds of one call."""
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def count(texts: list[str], vocabulary: list[str] | None) -> None:
    """The kernel of word_counts."""
    counter = _core.WordCounter(
        default_words(), None if vocabulary is None else [[word] for word in vocabulary]
    )
    for group, text in enumerate(texts):
        counter.add(text, group, True)


def speed(texts: list[str], rounds: int) -> None:
    """Print speeds and ratios."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    some = ["创新", "环境", "改革", "开放", "市场", "农业", "工业", "科技", "教育", "就业", "民生", "安全"]
    ways: dict[str, Callable[[], object]] = {
        "words": lambda: [tr.words(text) for text in texts],
        "counts of all words": lambda: count(texts, None),
        "counts of 12 words": lambda: count(texts, some),
    }
    try:
        import rjieba

        ways["rjieba.cut"] = lambda: [rjieba.cut(text) for text in texts]
    except ImportError:
        print("rjieba: not installed")
    times = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            times[name].append(timed(way))
    slow = timed(lambda: [jieba.lcut(text) for text in texts])
    print(f"jieba.lcut: {size / slow:.2f} MB/s (one round)")
    for name, seconds in times.items():
        to_port = ""
        if "rjieba.cut" in times:
            ratio = statistics.median(a / b for a, b in zip(times["rjieba.cut"], seconds, strict=True))
            to_port = f", {ratio:.2f} times rjieba.cut"
        print(f"{name}: {size / min(seconds):.1f} MB/s, {slow / min(seconds):.0f} times jieba.lcut{to_port}")


CHILD = """
import sys
import taiyuan_report as tr
text = tr.sample()
if sys.argv[1] == "cut":
    tr.words(text)
print("ready", flush=True)
sys.stdin.readline()
"""


def shared_memory(processes: int, mode: str) -> float:
    """MB of memory that some processes have together: the sum of their proportional set sizes (Linux)."""
    children = [
        subprocess.Popen(
            [sys.executable, "-c", CHILD, mode], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(processes)
    ]
    for child in children:
        assert child.stdout is not None
        child.stdout.readline()
    rollups = [Path(f"/proc/{child.pid}/smaps_rollup").read_text(encoding="utf-8") for child in children]
    for child in children:
        child.communicate("\n")
    return sum(int(re.search(r"^Pss: +(\d+)", rollup, re.MULTILINE)[1]) for rollup in rollups) / 1e3


def memory() -> None:
    """What ten processes that cut need above ten that only import."""
    table = Path(tr.__file__).with_name("words.bin").stat().st_size / 1e6
    grown = shared_memory(10, "cut") - shared_memory(10, "import")
    print(
        f"ten processes that cut grow by {grown:.1f} MB together, {grown / table:.2f} times the table of {table:.1f} MB"
    )


def first_call() -> None:
    """Milliseconds of the first call after the import, the median of some processes."""
    code = "import taiyuan_report as tr, time; a = time.perf_counter(); tr.words('来到北京'); print(time.perf_counter() - a)"
    times = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
        for _ in range(9)
    ]
    print(f"first call: {statistics.median(times) * 1e3:.1f} ms")


def main() -> None:
    """Run both parts."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, help="a folder of .txt reports")
    parser.add_argument("--strings", type=int, default=2000, help="random strings to compare (default 2000)")
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    jieba.setLogLevel(logging.ERROR)
    files = sorted(options.corpus.rglob("*.txt")) if options.corpus else []
    texts = [path.read_text(encoding="utf-8") for path in files] or [tr.sample()] * 50
    speed(texts, options.rounds)
    first_call()
    if Path("/proc/self/smaps_rollup").exists():
        memory()
    compare_all(texts if options.corpus else texts[:1], options.strings)


if __name__ == "__main__":
    main()
