"""Compile jieba's dictionary and hidden Markov model (MIT licence) into the one file that the package maps.

The file is little-endian: a header of 16 uint64 (magic, version, the counts and the sum of frequencies), then, each
aligned to 8 bytes: codes (uint16 of each character), cells (uint32 base and owner of a double array), entries (uint32
of each cell: frequency index << 8 | tag, 0 for none), logarithms (float64) and frequencies (uint32) by index, tags
(8 bytes each), and the model: start (4 float64), transitions (4 x 4), emissions (4 of each Han character), with the
states in the order B, E, M, S. csrc/word.h reads it.
"""

from __future__ import annotations

import math
import sys
from array import array
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

MAGIC = 0x3153_4452_4F57_5954  # TYWORDS1, read as little-endian
FORMAT = 1
FIRST_HAN, LAST_HAN = 0x4E00, 0x9FD5  # what jieba takes for Han
HAN = LAST_HAN - FIRST_HAN + 1
ASCII = range(0x21, 0x7F)
STATES = "BEMS"
NO_PROBABILITY = -3.14e100  # jieba's MIN_FLOAT


def letter(char: str) -> int:
    """The place of a character in the alphabet of dictionary words, -1 if it has none."""
    point = ord(char)
    if FIRST_HAN <= point <= LAST_HAN:
        return point - FIRST_HAN
    if char.isascii() and (char.isalnum() or char in "+#&._%-"):
        return HAN + point - ASCII.start
    return -1


def read_dictionary(path: Path) -> tuple[dict[str, tuple[int, str]], int]:
    """Frequency and tag of each word, and the sum of all frequencies."""
    words: dict[str, tuple[int, str]] = {}
    total = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        word, frequency, *tag = line.strip().split(" ")
        total += int(frequency)
        words[word] = (int(frequency), tag[0] if tag else "")
    return words, total


def number_codes(words: list[str]) -> array[int]:
    """Dense codes, the most frequent characters first."""
    counts = [0] * (HAN + len(ASCII))
    for word in words:
        for char in word:
            counts[letter(char)] += 1
    codes = array("H", bytes(2 * len(counts)))
    order = sorted((place for place, count in enumerate(counts) if count), key=lambda place: -counts[place])
    for code, place in enumerate(order, 1):
        codes[place] = code
    return codes


def pack(coded: list[tuple[list[int], int]]) -> tuple[array[int], array[int]]:
    """A double array over sorted code sequences: base and owner of each cell, and each cell's entry."""
    room = 1 << 20
    used = bytearray(room)
    cells, entries = array("I", bytes(8 * room)), array("I", bytes(4 * room))
    used[0] = 1
    front = hole = 1  # where a place for several children, and for one, is looked for
    queue = [(0, len(coded), 0, 0)]
    for low, high, depth, cell in queue:
        if low < high and len(coded[low][0]) == depth:
            entries[cell] = coded[low][1]
            low += 1
        children: list[tuple[int, int, int]] = []
        while low < high:
            code, begin = coded[low][0][depth], low
            while low < high and coded[low][0][depth] == code:
                low += 1
            children.append((code, begin, low))
        if not children:
            continue
        first = children[0][0]
        single = len(children) == 1
        at, tried = max(hole if single else front, first), 0
        while True:
            at = used.find(0, at)
            if at < 0 or at + children[-1][0] - first >= room:
                grown = room
                used.extend(bytes(grown))
                cells.frombytes(bytes(8 * grown))
                entries.frombytes(bytes(4 * grown))
                room += grown
                at = at if at >= 0 else grown
                continue
            if all(not used[at + code - first] for code, _, _ in children):
                break
            at, tried = at + 1, tried + 1
        if single and at > first:
            hole = at + 1  # single children fill every hole
        elif tried > 400:
            front = at  # what lies before it is nearly full
        base = at - first
        cells[2 * cell] = base
        for code, begin, end in children:
            used[base + code] = 1
            cells[2 * (base + code) + 1] = cell + 1
            queue.append((begin, end, depth + 1, base + code))
    last = used.rfind(1) + 1
    return cells[: 2 * last], entries[:last]


def model_of(finalseg: Any) -> tuple[array[float], array[float], array[float]]:
    """Start, transition and emission log-probabilities of the states B, E, M, S."""
    start = array("d", (finalseg.start_P[state] for state in STATES))
    steps = array("d", (finalseg.trans_P[a].get(b, NO_PROBABILITY) for a in STATES for b in STATES))
    emissions = array(
        "d",
        (finalseg.emit_P[state].get(chr(FIRST_HAN + i), NO_PROBABILITY) for i in range(HAN) for state in STATES),
    )
    return start, steps, emissions


def compile_words(path: Path) -> None:
    """Write the file."""
    from jieba import finalseg  # type: ignore[import-untyped]

    spec = find_spec("jieba")
    assert spec is not None
    assert spec.origin is not None
    words, total = read_dictionary(Path(spec.origin).with_name("dict.txt"))
    usable = [word for word in words if all(letter(char) >= 0 for char in word)]
    codes = number_codes(usable)
    frequencies = sorted({words[word][0] for word in usable if words[word][0]})
    index = {frequency: i for i, frequency in enumerate(frequencies, 1)}
    tags = sorted({words[word][1] for word in usable})
    coded = sorted(
        (
            [codes[letter(char)] for char in word],
            index.get(words[word][0], 0) << 8 | tags.index(words[word][1]),
        )
        for word in usable
    )
    cells, entries = pack(coded)
    start, steps, emissions = model_of(finalseg)
    logarithms = array("d", [0.0, *(math.log(frequency) for frequency in frequencies)])
    parts: list[bytes] = [
        codes.tobytes(),
        cells.tobytes(),
        entries.tobytes(),
        logarithms.tobytes(),
        array("I", [0, *frequencies]).tobytes(),
        b"".join(tag.encode().ljust(8, b"\0")[:8] for tag in tags),
        start.tobytes() + steps.tobytes() + emissions.tobytes(),
    ]
    header = array("Q", [MAGIC, FORMAT, len(codes), len(entries), len(logarithms), len(tags), HAN, total, 0, 0, 0, 0, 0, 0, 0, 0])
    if sys.byteorder != "little":
        raise SystemExit("the word table is little-endian; build on a little-endian machine")
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = header.tobytes() + b"".join(part + bytes(-len(part) % 8) for part in parts)
    path.write_bytes(whole)
    print(f"compiled jieba {version('jieba')}: {len(usable)} words, {len(entries)} cells, {len(whole)} bytes")


if __name__ == "__main__":
    compile_words(Path(sys.argv[1]))
