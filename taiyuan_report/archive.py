"""Many reports: files and folders in, reports or Arrow tables out; an error is a row, never a crash."""

from __future__ import annotations

import math
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from taiyuan_report import _core
from taiyuan_report.analyzer import Analyzer, default_analyzer
from taiyuan_report.errors import ReportError
from taiyuan_report.readers import is_supported, read_text
from taiyuan_report.report import Report, parsed, report_of
from taiyuan_report.table import Table

if TYPE_CHECKING:
    from concurrent.futures import Future

Pathish = str | PathLike[str]


class _Job:
    """One report to be: how to get its text, and what the caller says of it."""

    __slots__ = ("load", "region", "source", "year")

    def __init__(
        self,
        source: str | None,
        load: Callable[[], str | bytes],
        year: Any = None,
        region: Any = None,
    ) -> None:
        # A file name need not be text; what is told of it must be.
        self.source = None if source is None else _printable(source)
        self.load, self.year, self.region = load, year, region


Outcome = tuple[_Job, _core.Parsed | Exception]


def _load_file(path: Path) -> str | bytes:
    return read_text(path.read_bytes(), str(path))


def read(
    path_or_file: Pathish | IO[bytes] | IO[str],
    *,
    year: int | None = None,
    region: str | int | None = None,
    source: str | None = None,
    analyzer: Analyzer | None = None,
) -> Report:
    """Read one report from a file: text or Markdown in UTF-8 or GB18030.

    Args:
        path_or_file: a path, or an open file.
        year: the year in which it was given, if the text does not tell.
        region: whose report it is, by name or code of GB/T 2260.
        source: where it came from; the path if not given.
        analyzer: rules other than the built-in ones.

    Raises:
        ReportError: a file that cannot be used; OSError: one that cannot be opened.
    """
    if isinstance(path_or_file, str | PathLike):
        path = Path(path_or_file)
        text: str | bytes = _load_file(path)
        source = source or str(path)
    else:
        name = str(getattr(path_or_file, "name", "file.txt"))
        data = path_or_file.read()
        text = data if isinstance(data, str) else read_text(data, name if is_supported(name) else "file.txt")
    return report_of(parsed(text, year, region, source, analyzer))


def _expand(path: Pathish) -> Iterator[Path]:
    """The files behind a path: itself, a folder's in the order of their names, or those of a glob."""
    import glob

    name = os.fspath(path)
    if glob.has_magic(name) and not Path(name).exists():
        for match in sorted(glob.glob(name, recursive=True)):  # noqa: PTH207 - absolute globs too
            yield from _expand(match)
    elif Path(name).is_dir():
        for folder, folders, files in os.walk(name):
            folders.sort()
            yield from (Path(folder) / file for file in sorted(files) if is_supported(file))
    else:
        yield Path(name)


def _jobs_of_paths(paths: Pathish | Iterable[Pathish]) -> Iterator[_Job]:
    for path in [paths] if isinstance(paths, str | PathLike) else paths:
        for file in _expand(path):
            yield _Job(str(file), lambda file=file: _load_file(file))  # type: ignore[misc]


def _column(data: Any, name: str | None, length: int | None = None) -> list[Any]:
    if name is None:
        return [None] * (length or 0)
    try:
        values = data[name]
    except Exception as error:  # every library has its own for a column that is not there
        raise ReportError(f"the data has no column {name!r}") from error
    for method in ("to_pylist", "to_list", "tolist"):
        if hasattr(values, method):
            return list(getattr(values, method)())
    return list(values)


def _is_missing(value: Any) -> bool:
    return (
        value is None or (isinstance(value, float) and math.isnan(value)) or type(value).__name__ == "NAType"
    )


def _jobs_of_columns(
    data: Any, text: str, year: str | None, region: str | None, source: str | None
) -> Iterator[_Job]:
    texts = _column(data, text)
    rest = [_column(data, name, len(texts)) for name in (year, region, source)]
    if any(len(column) != len(texts) for column in rest):
        raise ReportError(f"the columns have different lengths: {[len(texts), *map(len, rest)]}")
    for i, (value, row_year, row_region, row_source) in enumerate(zip(texts, *rest, strict=True)):
        yield _Job(
            f"row {i}" if _is_missing(row_source) else str(row_source),
            lambda value=value: _text_of_cell(value),  # type: ignore[misc]
            None if _is_missing(row_year) else row_year,
            None if _is_missing(row_region) else row_region,
        )


def _text_of_cell(value: Any) -> str | bytes:
    if isinstance(value, str | bytes):
        return value
    raise ReportError(f"the text column holds {type(value).__name__}, not str")


def _run(job: _Job, analyzer: Analyzer) -> _core.Parsed | Exception:
    try:
        return parsed(job.load(), job.year, job.region, job.source, analyzer)
    except (ReportError, OSError, ValueError) as error:  # ValueError: a path with a zero byte
        return error


def _outcomes(jobs: Iterable[_Job], workers: int | None, analyzer: Analyzer) -> Iterator[Outcome]:
    """What became of each job, in order; at most a few more than the workers are under way."""
    count = workers if workers is not None else os.cpu_count() or 1
    if count <= 1:
        for job in jobs:
            yield job, _run(job, analyzer)
        return
    from concurrent.futures import ThreadPoolExecutor

    waiting: deque[tuple[_Job, Future[_core.Parsed | Exception]]] = deque()
    with ThreadPoolExecutor(count) as pool:
        for job in jobs:
            waiting.append((job, pool.submit(_run, job, analyzer)))
            if len(waiting) > 2 * count:
                first, future = waiting.popleft()
                yield first, future.result()
        for job, future in waiting:
            yield job, future.result()


def _error_row(job: _Job, error: Exception) -> dict[str, str | None]:
    name = "OSError" if isinstance(error, OSError) else type(error).__name__
    return {"source": job.source, "error": name, "message": _printable(str(error))}


def _printable(text: str) -> str:
    """Names of files need not be text; what no table can hold becomes a question mark."""
    return text.encode("utf-8", "replace").decode().replace("\0", "?")


def scan(
    paths: Pathish | Iterable[Pathish],
    *,
    workers: int | None = None,
    progress: Callable[[int], object] | None = None,
    errors: str = "rows",
    analyzer: Analyzer | None = None,
) -> Iterator[Report]:
    """Read the reports of files, folders and globs, in input order.

    Args:
        paths: one path or several; a folder stands for the text files under it, in the order of their names.
        workers: threads; one for each processor by default.
        progress: called with the number of reports done.
        errors: ``"rows"``: a file that cannot be read gives a report without rows whose ``error`` and ``message``
            say why; ``"raise"``: it raises.
        analyzer: rules other than the built-in ones.
    """
    if errors not in ("rows", "raise"):
        raise ValueError(f"errors={errors!r}: it is 'rows' or 'raise'")
    for done, (job, outcome) in enumerate(
        _outcomes(_jobs_of_paths(paths), workers, analyzer or default_analyzer()), 1
    ):
        if isinstance(outcome, Exception):
            if errors == "raise":
                raise outcome
            empty = report_of(parsed("", None, None, job.source, analyzer))
            empty.update(_error_row(job, outcome))
            yield empty
        else:
            yield report_of(outcome)
        if progress is not None:
            progress(done)


def jobs_of_data(
    data: Any, text: str | None, year: str | None, region: str | None, source: str | None
) -> Iterator[_Job]:
    if text is not None:
        yield from _jobs_of_columns(data, text, year, region, source)
        return
    if isinstance(data, Mapping) or hasattr(data, "columns") or hasattr(data, "__arrow_c_stream__"):
        raise ReportError(
            "the data has columns: name the one that holds the reports, as in tables(data, text='doc')"
        )
    if isinstance(data, str | PathLike):
        yield from _jobs_of_paths(data)
        return
    for item in data:
        if isinstance(item, Report):
            region_code = cast("str | None", item["adcode"])
            yield _Job(item["source"], lambda item=item: item.text, item["year"], region_code)  # type: ignore[misc]
        else:
            yield from _jobs_of_paths(item)


def tables(
    data: Any,
    *,
    text: str | None = None,
    year: str | None = None,
    region: str | None = None,
    source: str | None = None,
    workers: int | None = None,
    progress: Callable[[int], object] | None = None,
    analyzer: Analyzer | None = None,
) -> dict[str, Table]:
    """Read many reports into Arrow tables, without a Python object for each row.

    Args:
        data: paths (a file, a folder, a glob, or several), an iterable of ``Report``, or anything with columns
            (pandas, polars, Arrow, a dict of lists) whose column names are given.
        text: the column that holds the reports.
        year: the column of the years in which they were given.
        region: the column of names or codes of GB/T 2260.
        source: the column that says where each came from.
        workers: threads; one for each processor by default.
        progress: called with the number of reports done.
        analyzer: rules other than the built-in ones.

    Returns:
        A dict of tables: ``reports, sections, paragraphs, sentences, quantities, targets, matches, notes, errors``.
        The column ``report`` of each counts the rows of ``reports``.

    >>> import taiyuan_report as tr
    >>> made = tr.tables({"doc": ["新增就业3万人。", "绿化2000亩。"], "year": [2022, 2023]}, text="doc", year="year")
    >>> len(made["reports"]), len(made["quantities"]), len(made["errors"])
    (2, 2, 0)
    """
    return gathered(
        _core.Columns(), jobs_of_data(data, text, year, region, source), workers, progress, analyzer
    )


def gathered(
    columns: _core.Columns,
    jobs: Iterable[_Job],
    workers: int | None,
    progress: Callable[[int], object] | None,
    analyzer: Analyzer | None,
) -> dict[str, Table]:
    """What the columns gather of the reports, an error being a row."""
    for done, (job, outcome) in enumerate(_outcomes(jobs, workers, analyzer or default_analyzer()), 1):
        if isinstance(outcome, Exception):
            row = _error_row(job, outcome)
            columns.append_error(row["source"], str(row["error"]), str(row["message"]))
        else:
            columns.append(outcome)
        if progress is not None:
            progress(done)
    return {name: Table(arrow) for name, arrow in columns.finish().items()}
