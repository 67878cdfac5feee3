"""Words: exactly what jieba cuts, with offsets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from taiyuan_report import _core
from taiyuan_report.dictionary import Dictionary, default_words, make_words, read_words
from taiyuan_report.report import parse

if TYPE_CHECKING:
    from taiyuan_report.analyzer import Analyzer

Span = tuple[str, int, int, str | None]


def _apart(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Both lists in order; of pieces that overlap, the one of the first list."""
    merged = list(first)
    at = 0
    for start, end in second:
        while at < len(first) and first[at][1] <= start:
            at += 1
        if at == len(first) or first[at][0] >= end:
            merged.append((start, end))
    return sorted(merged)


def _number_pieces(text: str, analyzer: Analyzer | None) -> list[tuple[int, int]]:
    """The spans of all quantities, and of numbers that count nothing known."""
    report = parse(text, analyzer=analyzer)
    rows = [(row["start"], row["end"]) for row in report["quantities"]]
    bare = [(note["start"], note["end"]) for note in report["notes"] if note["kind"] == "unplaced"]
    return _apart(sorted(rows), bare)


def _prepare(
    text: str, quantities: bool, user_words: Any, analyzer: Analyzer | None
) -> tuple[_core.Words, list[tuple[int, int]]]:
    if user_words is not None:
        words = make_words(read_words(user_words))
    else:
        words = (analyzer.words if analyzer else None) or default_words()
    pieces = _number_pieces(text, analyzer) if quantities else []
    if analyzer is not None and analyzer.keeper is not None:
        pieces = _apart(pieces, analyzer.keeper.pieces(text))
    return words, pieces


def words(
    text: str,
    *,
    hmm: bool = True,
    quantities: bool = False,
    user_words: Dictionary | Iterable[str | Dictionary] | None = None,
    analyzer: Analyzer | None = None,
) -> list[str]:
    """Cut a text into words: what ``jieba.lcut(text, HMM=hmm)`` of jieba 0.42.1 gives.

    Args:
        text: any text.
        hmm: whether runs of single characters go through the hidden Markov model, as in jieba.
        quantities: keep each number with its unit, as ``parse`` finds them, as one word.
        user_words: a jieba user dictionary, or words to add as ``jieba.add_word`` does.
        analyzer: one made with ``words=`` or ``keep=``, when the same words serve many texts.

    Returns:
        The words in their order; together they are the text. Dictionary and model are those of jieba 0.42.1 (MIT).

    Raises:
        BadLexicon: a user dictionary that is not there or no UTF-8.

    >>> import taiyuan_report as tr
    >>> tr.words("我来到北京清华大学")
    ['我', '来到', '北京', '清华大学']
    >>> tr.words("投资1.78万亿美元", quantities=True)
    ['投资', '1.78万亿美元']
    """
    table, pieces = _prepare(text, quantities, user_words, analyzer)
    return table.cut(text, hmm, pieces)


def word_spans(
    text: str,
    *,
    hmm: bool = True,
    quantities: bool = False,
    user_words: Dictionary | Iterable[str | Dictionary] | None = None,
    analyzer: Analyzer | None = None,
) -> list[Span]:
    """The words of ``words``, each with its start, its end and the dictionary's part of speech.

    Args:
        text: any text.
        hmm: as for ``words``; so the next three.
        quantities: keep numbers whole.
        user_words: words to add.
        analyzer: one made with ``words=`` or ``keep=``.

    Returns:
        ``(word, start, end, tag)`` for each word, offsets in code points. The part of speech is jieba's tag (n noun,
        v verb, m numeral, …) of the dictionary entry, or None for a word that the model made.

    Raises:
        BadLexicon: a user dictionary that is not there or no UTF-8.

    >>> import taiyuan_report as tr
    >>> tr.word_spans("来到北京")
    [('来到', 0, 2, 'v'), ('北京', 2, 4, 'ns')]
    """
    table, pieces = _prepare(text, quantities, user_words, analyzer)
    return table.spans(text, hmm, pieces)
