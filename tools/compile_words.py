"""Compile jieba's dictionary and hidden Markov model (MIT licence) into the one file that the package maps.

The file is little-endian: a header of 16 uint64 (magic, version, the counts and the sum of frequencies), then, each
aligned to 8 bytes: codes (uint16 of each character), cells (of a double array: 24 bits of base and 8 of the tag, uint16 code
that leads here, uint16 frequency index, 0 for no word), logarithms (float64) and frequencies (uint32) by index, tags (8 bytes
each), and the model: start (4 float64), transitions (4 x 4), emissions (4 of each Han character), with the states in the
order B, E, M, S. csrc/word.c reads it.
"""

from __future__ import annotations

import math
import struct
import sys
from array import array
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

MAGIC = 0x3153_4452_4F57_5954  # TYWORDS1, read as little-endian
FORMAT = 4
BASE_BITS = 24
FIRST_HAN, LAST_HAN = 0x4E00, 0x9FD5  # what jieba takes for Han
HAN = LAST_HAN - FIRST_HAN + 1
ASCII = range(0x21, 0x7F)
NO_CODE = 0xFFFF  # of a free cell
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


Entry = tuple[int, int]  # frequency index and tag of a word
Coded = tuple[list[int], Entry]


class Node:
    """An inner node of the trie: what its words share, and the codes that go on."""

    __slots__ = ("base", "children", "codes", "entry")

    def __init__(self) -> None:
        self.entry: Entry = (0, 0)
        self.codes: list[int] = []
        self.children: list[Node | Entry] = []  # a leaf is just its entry
        self.base = 0


def trie_of(coded: list[Coded]) -> list[Node]:
    """The inner nodes of the trie over sorted code sequences, the root first, parents before children."""
    root = Node()
    nodes = [root]
    queue = [(root, 0, len(coded), 0)]
    for node, begin_at, high, depth in queue:
        low = begin_at
        if len(coded[low][0]) == depth:
            node.entry = coded[low][1]
            low += 1
        while low < high:
            code, begin = coded[low][0][depth], low
            while low < high and coded[low][0][depth] == code:
                low += 1
            node.codes.append(code)
            if low - begin == 1 and len(coded[begin][0]) == depth + 1:
                node.children.append(coded[begin][1])
            else:
                child = Node()
                nodes.append(child)
                node.children.append(child)
                queue.append((child, begin, low, depth + 1))
    return nodes


def place(nodes: list[Node]) -> int:
    """Give each node a base of its own at which the cells of its children are free; the number of cells.

    Nodes with many children are placed first, those with one fill what is left between. The free cells of a window are
    the bits of one integer: those at which all children fit are the bits that its shifts by their codes have in common.
    No two nodes share a base, and none has 0, which is that of leaves: so the code alone tells whose cell it is.
    """
    width = 1 << 17  # of a window; larger than any node is wide
    windows = [(1 << width) - 2]  # the root is cell 0
    start = 0  # windows before this one are nearly full
    taken = {0}
    several = [node for node in nodes[1:] if len(node.codes) > 1]
    for node in [nodes[0], *sorted(several, key=lambda node: -len(node.codes))]:
        first, w = node.codes[0], start
        while True:
            if w == len(windows):
                windows.append((1 << width) - 1)
            fits = windows[w]
            for code in node.codes[1:]:
                fits &= windows[w] >> (code - first)
            if w == 0:
                fits = fits >> first << first  # a base is never negative
            while fits and w * width + (fits & -fits).bit_length() - 1 - first in taken:
                fits &= fits - 1
            if fits:
                break
            w += 1
            start = w if len(node.codes) < 8 else start
        at = (fits & -fits).bit_length() - 1
        node.base = w * width + at - first
        taken.add(node.base)
        for code in node.codes:
            windows[w] ^= 1 << (at + code - first)
    windows.append((1 << width) - 1)
    holes = "".join(format(window, f"0{width}b")[::-1] for window in windows)  # "1" where a cell is free
    skipped: list[int] = []  # holes that a node before could not use
    at = 0
    for node in sorted((node for node in nodes[1:] if len(node.codes) == 1), key=lambda node: node.codes[0]):
        code = node.codes[0]
        reusable = next((hole for hole in skipped if hole >= code and hole - code not in taken), None)
        if reusable is not None:
            skipped.remove(reusable)
            node.base = reusable - code
        else:
            at = holes.find("1", max(at, code))
            while at - code in taken:
                skipped.append(at)
                at = holes.find("1", at + 1)
            node.base = at - code
            at += 1
        taken.add(node.base)
    return max(node.base + node.codes[-1] for node in nodes) + 1


def pack(coded: list[Coded], code_count: int) -> tuple[bytes, int]:
    """A double array over sorted code sequences: its cells, and how many. Any base plus any code is a cell."""
    nodes = trie_of(coded)
    count = place(nodes) + code_count
    if count >> BASE_BITS:
        raise SystemExit(f"{count} cells; the word table has room for {1 << BASE_BITS}")
    bases, codes = array("I", bytes(4 * count)), array("H", [NO_CODE]) * count
    entries = array("H", bytes(2 * count))
    queue = [(nodes[0], 0)]
    for node, cell in queue:
        entries[cell], tag = node.entry
        bases[cell] = node.base | tag << BASE_BITS
        for code, child in zip(node.codes, node.children, strict=True):
            below = node.base + code
            codes[below] = code
            if isinstance(child, Node):
                queue.append((child, below))
            else:
                entries[below], tag = child
                bases[below] = tag << BASE_BITS
    cells = b"".join(struct.pack("<IHH", *cell) for cell in zip(bases, codes, entries, strict=True))
    return cells, count


def model_of(finalseg: Any) -> tuple[array[float], array[float], array[float]]:
    """Start, transition and emission log-probabilities of the states B, E, M, S."""
    start = array("d", (finalseg.start_P[state] for state in STATES))
    steps = array("d", (finalseg.trans_P[a].get(b, NO_PROBABILITY) for a in STATES for b in STATES))
    emissions = array(
        "d",
        (
            finalseg.emit_P[state].get(chr(FIRST_HAN + i), NO_PROBABILITY)
            for i in range(HAN)
            for state in STATES
        ),
    )
    return start, steps, emissions


def compile_words(path: Path) -> None:
    """Write the file."""
    from jieba import finalseg

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
            (index.get(words[word][0], 0), tags.index(words[word][1])),
        )
        for word in usable
    )
    cells, cell_count = pack(coded, max(codes) + 1)
    start, steps, emissions = model_of(finalseg)
    logarithms = array("d", [0.0, *(math.log(frequency) for frequency in frequencies)])
    parts: list[bytes] = [
        codes.tobytes(),
        cells,
        logarithms.tobytes(),
        array("I", [0, *frequencies]).tobytes(),
        b"".join(tag.encode().ljust(8, b"\0")[:8] for tag in tags),
        start.tobytes() + steps.tobytes() + emissions.tobytes(),
    ]
    header = array(
        "Q",
        [
            MAGIC,
            FORMAT,
            len(codes),
            cell_count,
            len(logarithms),
            len(tags),
            HAN,
            total,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
        ],
    )
    if sys.byteorder != "little":
        raise SystemExit("the word table is little-endian; build on a little-endian machine")
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = header.tobytes() + b"".join(part + bytes(-len(part) % 8) for part in parts)
    path.write_bytes(whole)
    print(f"compiled jieba {version('jieba')}: {len(usable)} words, {cell_count} cells, {len(whole)} bytes")


if __name__ == "__main__":
    compile_words(Path(sys.argv[1]))
