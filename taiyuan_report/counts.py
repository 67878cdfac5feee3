"""How often words stand in groups of reports."""

from __future__ import annotations

import threading
import warnings
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from taiyuan_report import _core
from taiyuan_report.dictionary import default_words, make_words, suggested
from taiyuan_report.errors import ReportError, UnreadReports
from taiyuan_report.jobs import UNREADABLE, Job, error_row, jobs_of_data
from taiyuan_report.pool import in_order
from taiyuan_report.readers import Document
from taiyuan_report.readers.base import need
from taiyuan_report.report import region_name, year_of
from taiyuan_report.table import Table

if TYPE_CHECKING:
    import scipy.sparse

    from taiyuan_report.analyzer import Analyzer


class _Groups:
    """Numbers for the groups of texts, shared by the threads that count."""

    def __init__(self) -> None:
        self.numbers: dict[tuple[Any, ...], int] = {}
        self._lock = threading.Lock()

    def number(self, key: tuple[Any, ...]) -> int:
        with self._lock:
            return self.numbers.setdefault(key, len(self.numbers))


def _key_of(job: Job, document: Document, by: Sequence[str], analyzer: Analyzer | None) -> tuple[Any, ...]:
    """What a text is grouped by, as its report would say; what the caller does not tell, the text does."""
    if any(getattr(job, name) is None for name in by):
        told = job.parse(analyzer, document).metadata()
    else:
        region = None if job.region is None else region_name(job.region)
        told = {"source": job.source, "year": year_of(job.year), "region": region}
    return tuple(told[name] for name in by)


def word_counts(
    data: Any,
    *,
    words: Iterable[str] | Mapping[str, Iterable[str]] | None = None,
    stopwords: Iterable[str] = (),
    by: Sequence[str] = ("region", "year"),
    min_count: int = 1,
    hmm: bool = True,
    text: str | None = None,
    year: str | None = None,
    region: str | None = None,
    source: str | None = None,
    workers: int | None = None,
    analyzer: Analyzer | None = None,
) -> Table:
    """How often words stand in groups of reports, as an Arrow table in long form.

    Args:
        data: what ``tables`` takes: paths, reports, or columns whose names are given.
        words: the vocabulary; all words by default. A mapping gives concepts by name, each with its words
            (``{"数字经济": ["数字经济", "大数据"]}``): their counts are added up. A word that the dictionary does not
            have is added to it as ``jieba.add_word`` does.
        stopwords: words to leave out.
        by: what makes a group: any of ``region``, ``year``, ``source``.
        min_count: leave out rows below this count; 0 gives every word of the vocabulary in every group.
        hmm: as for ``words``.
        text: the column that holds the texts.
        year: the column of years.
        region: the column of regions.
        source: the column that says where each came from.
        workers: threads; one for each processor by default.
        analyzer: rules and words other than the built-in ones.

    Returns:
        Columns: those of ``by``; ``word`` (or the concept); ``count``; ``share`` of all words of the group (tokens
        with a letter or a digit); ``sentences`` that hold it; ``sentence_share`` of all sentences; ``words``, all
        words of the group.

    Raises:
        ReportError: a name in ``by`` that is none of the three; a string where a list belongs; no word.

    Warns:
        UnreadReports: which texts could not be read and are left out, and why.

    >>> import taiyuan_report as tr
    >>> table = tr.word_counts({"t": ["创新发展，创新驱动。"], "y": [2023]}, text="t", year="y", by=["year"], words=["创新"])
    >>> table.to_pandas()[["year", "word", "count", "share"]].values.tolist()
    [[2023, '创新', 2, 0.5]]
    """
    sources = {"text": text, "year": year, "region": region, "source": source}
    rows, _ = _counted(
        data,
        words=words,
        stopwords=stopwords,
        by=by,
        min_count=min_count,
        hmm=hmm,
        sources=sources,
        workers=workers,
        analyzer=analyzer,
    )
    types = "".join("i" if name == "year" else "s" for name in by)
    names = (*by, "word", "count", "share", "sentences", "sentence_share", "words")
    return Table(_core.sheet(names, f"{types}sufufu", rows))


class WordMatrix(NamedTuple):
    """A document-term matrix: ``counts[i, j]`` is how often ``words[j]`` stands in ``groups[i]``."""

    counts: scipy.sparse.csr_matrix
    groups: list[tuple[Any, ...]]
    words: list[str]


def word_matrix(
    data: Any,
    *,
    words: Iterable[str] | Mapping[str, Iterable[str]] | None = None,
    stopwords: Iterable[str] = (),
    by: Sequence[str] = ("region", "year"),
    min_count: int = 1,
    hmm: bool = True,
    text: str | None = None,
    year: str | None = None,
    region: str | None = None,
    source: str | None = None,
    workers: int | None = None,
    analyzer: Analyzer | None = None,
) -> WordMatrix:
    """The counts of ``word_counts`` as a document-term matrix; needs scipy.

    Args: as for ``word_counts``; ``min_count`` is of a word over all groups; 0 gives every word of the vocabulary.

    Returns:
        A ``scipy.sparse.csr_matrix`` of whole numbers (groups by words), the groups of its rows in their order and the
        words of its columns in theirs.

    Raises:
        ReportError: as for ``word_counts``.

    >>> import taiyuan_report as tr
    >>> matrix = tr.word_matrix({"t": ["创新发展，创新驱动。"], "y": [2023]}, text="t", year="y", by=["year"])
    >>> matrix.groups, matrix.words, matrix.counts.toarray().tolist()
    ([(2023,)], ['创新', '发展', '驱动'], [[2, 1, 1]])
    """
    sparse = need("scipy.sparse", "matrix", "word_matrix")

    sources = {"text": text, "year": year, "region": region, "source": source}
    rows, order = _counted(
        data,
        words=words,
        stopwords=stopwords,
        by=by,
        min_count=min(min_count, 1),  # below it, the words that no text has
        hmm=hmm,
        sources=sources,
        workers=workers,
        analyzer=analyzer,
    )
    width = len(by)
    totals: dict[str, int] = {}
    for row in rows:
        totals[row[width]] = totals.get(row[width], 0) + row[width + 1]
    kept = sorted(word for word, total in totals.items() if total >= min_count)
    column = {word: i for i, word in enumerate(kept)}
    place = {key: i for i, key in enumerate(order)}
    cells = [
        (row[width + 1], place[row[:width]], column[row[width]])
        for row in rows
        if row[width + 1] and row[width] in column
    ]
    values, lines, columns = ([cell[k] for cell in cells] for k in range(3))
    shape = (len(order), len(kept))
    return WordMatrix(sparse.csr_matrix((values, (lines, columns)), shape=shape, dtype="int64"), order, kept)


def _counted(
    data: Any,
    *,
    words: Iterable[str] | Mapping[str, Iterable[str]] | None,
    stopwords: Iterable[str],
    by: Sequence[str],
    min_count: int,
    hmm: bool,
    sources: dict[str, str | None],
    workers: int | None,
    analyzer: Analyzer | None,
) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """The rows of ``word_counts``, and all groups in their order. Each thread has a counter of its own."""
    unknown = set(_listed(by, "by")) - {"region", "year", "source"}
    if unknown:
        raise ReportError(f"by={list(by)!r}: {', '.join(sorted(unknown))} is none of region, year, source")
    left_out = set(_listed(stopwords, "stopwords"))
    concepts = _concepts(words)
    terms = None if concepts is None else list(concepts.values())
    table = _counting_words(terms or [], analyzer)
    groups = _Groups()
    local, counters = threading.local(), []

    def count(job: Job) -> Exception | None:
        try:
            document = job.load()
            group = groups.number(_key_of(job, document, by, analyzer))
        except UNREADABLE as error:
            return error
        if not hasattr(local, "counter"):
            local.counter = _core.WordCounter(table, terms)
            counters.append(local.counter)
        local.counter.add(document.text, group, hmm)
        return None

    jobs = jobs_of_data(data, *sources.values())
    errors = [error_row(job, error) for job, error in in_order(jobs, count, workers) if error]
    if errors:
        warnings.warn(UnreadReports(errors), stacklevel=3)
    names = None if concepts is None else list(concepts)
    return _long_rows(counters, groups, names, left_out, min_count), _ordered(groups)


def _ordered(groups: _Groups) -> list[tuple[Any, ...]]:
    """The groups in the order of their keys, missing parts last."""
    return sorted(groups.numbers, key=lambda key: tuple((part is None, part) for part in key))


def _concepts(words: Iterable[str] | Mapping[str, Iterable[str]] | None) -> dict[str, list[str]] | None:
    """The words of each concept; a word by itself is one."""
    if words is None:
        return None
    if isinstance(words, Mapping):
        concepts = {
            concept: list(dict.fromkeys(_listed(members, f"words[{concept!r}]")))
            for concept, members in words.items()
        }
    else:
        concepts = {word: [word] for word in _listed(words, "words")}
    if not concepts or not all(concepts.values()):
        raise ReportError(f"words={words!r}: there is no word to count; leave words out to count all")
    return concepts


def _listed(value: Iterable[str], name: str) -> list[str]:
    """The strings of a list; a string alone would be taken for a list of its characters."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise ReportError(f"{name}={value!r}: a list is expected, such as [{str(value)!r}]")
    strings = list(value)
    wrong = [item for item in strings if not isinstance(item, str)]
    if wrong:
        raise ReportError(f"{name}: {wrong[0]!r} is no str; a list of strings is expected")
    return strings


def _counting_words(terms: Iterable[Iterable[str]], analyzer: Analyzer | None) -> _core.Words:
    base = (analyzer.words if analyzer else None) or default_words()
    missing = [word for term in terms for word in term if not base.frequency(word)]
    if not missing:
        return base
    extended = make_words(analyzer.sources.words if analyzer else [])
    for word in dict.fromkeys(missing):
        extended.add(word, suggested(extended, word), "")
    return extended


def _long_rows(
    counters: list[_core.WordCounter],
    groups: _Groups,
    names: list[str] | None,
    stopwords: set[str],
    min_count: int,
) -> list[tuple[Any, ...]]:
    """The rows, in the order of the groups, the most frequent word first."""
    counts: dict[tuple[int, str], tuple[int, int]] = {}
    for counter in counters:
        terms = counter.vocabulary() if names is None else names
        for group, term, count, sentences in counter.counts():
            before = counts.get((group, terms[term]), (0, 0))
            counts[group, terms[term]] = (before[0] + count, before[1] + sentences)
    if min_count < 1 and names is not None:
        for group in groups.numbers.values():
            for name in names:
                counts.setdefault((group, name), (0, 0))
    totals = {
        group: [sum(part) for part in zip(*(counter.totals(group) for counter in counters), strict=True)]
        for group in groups.numbers.values()
    }
    keys = {number: key for key, number in groups.numbers.items()}
    place = {groups.numbers[key]: i for i, key in enumerate(_ordered(groups))}
    rows = []
    for (group, word), (count, sentences) in sorted(
        counts.items(), key=lambda item: (place[item[0][0]], -item[1][0], item[0][1])
    ):
        if count < min_count or word in stopwords:
            continue
        all_words, all_sentences = totals[group]
        share, sentence_share = count / (all_words or 1), sentences / (all_sentences or 1)
        rows.append((*keys[group], word, count, share, sentences, sentence_share, all_words))
    return rows
