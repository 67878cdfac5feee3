"""jieba's dictionary with a user's words over it, and terms that stay whole."""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterable
from functools import cache
from os import PathLike
from pathlib import Path

from taiyuan_report import _core
from taiyuan_report.errors import BadLexicon

Dictionary = str | PathLike[str]
Entry = tuple[str, int | None, str]  # a word, its frequency if it is told, and its tag

# jieba's own: a word, a frequency and a tag, the last two if they are there.
_ENTRY = re.compile(r"^(.+?)( [0-9]+)?( [a-z]+)?$")


@cache
def _table() -> mmap.mmap:
    """The dictionary and the model, mapped once: all processes share its pages."""
    with Path(__file__).with_name("words.bin").open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _entries(source: Dictionary) -> Iterable[Entry]:
    """The lines of a jieba user dictionary."""
    path = Path(source)
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise BadLexicon(f"{path}: a user dictionary must be UTF-8 (byte {error.start} is not)") from None
    except OSError as error:
        raise BadLexicon(
            f"{path}: {error.strerror}; a user dictionary is a file, words to add are a list such as ['{path}']"
        ) from error
    for line in lines:
        match = _ENTRY.match(line.strip())
        if match:
            word, frequency, tag = match.groups()
            yield word, int(frequency) if frequency else None, (tag or "").strip()


def suggested(words: _core.Words, word: str) -> int:
    """The frequency that makes a word win against its parts: jieba's suggest_freq, in its arithmetic."""
    total, chance = float(words.total), 1.0
    for part in words.cut(word, False, []):
        seen = words.frequency(part)
        chance *= (1 if seen is None else seen) / total
    known = words.frequency(word)
    return max(int(chance * words.total) + 1, 1 if known is None else known)


def read_words(user_words: Dictionary | Iterable[str | Dictionary]) -> list[Entry]:
    """A user's words: those of dictionary files, and words to add as jieba's add_word does.

    A ``str`` in the list is a word unless a file of that name ends in .txt or .dict; a ``Path`` is always a file.
    """
    entries: list[Entry] = []
    for item in [user_words] if isinstance(user_words, str | PathLike) else user_words:
        is_file = isinstance(item, PathLike) or item.endswith((".txt", ".dict")) or item is user_words
        entries.extend(_entries(item) if is_file else [(str(item), None, "")])
    return entries


def make_words(entries: Iterable[Entry]) -> _core.Words:
    """Jieba's words and a user's."""
    words = _core.Words(_table())
    for word, frequency, tag in entries:
        words.add(word, suggested(words, word) if frequency is None else frequency, tag)
    return words


@cache
def default_words() -> _core.Words:
    return make_words([])


class Keeper:
    """Finds the terms that stay whole whatever the dictionary says: the longest first, from left to right."""

    def __init__(self, terms: Iterable[str]) -> None:
        ordered = sorted({term for term in terms if term}, key=lambda term: (-len(term), term))
        self._pattern = re.compile("|".join(map(re.escape, ordered))) if ordered else None

    def pieces(self, text: str) -> list[tuple[int, int]]:
        """Start and end of each term."""
        return [match.span() for match in self._pattern.finditer(text)] if self._pattern else []
