"""Many reports: files, folders and containers in, reports or Arrow tables out; an error is a row, never a crash."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from os import PathLike
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from taiyuan_report import _core
from taiyuan_report.analyzer import Analyzer, analyzer_of
from taiyuan_report.columns import rows_of
from taiyuan_report.errors import NothingRead, NotText, ReportError
from taiyuan_report.jobs import (
    UNREADABLE,
    Job,
    Pathish,
    error_row,
    jobs_of_content,
    jobs_of_data,
    jobs_of_paths,
    refuse_overwriting,
)
from taiyuan_report.pool import in_order
from taiyuan_report.readers import Limits, is_supported
from taiyuan_report.readers.base import Columns, need
from taiyuan_report.report import Report, parsed, report_of
from taiyuan_report.table import Table
from taiyuan_report.writers import WRITERS, check_folder, print_csv, suffix_of, write_duckdb

if TYPE_CHECKING:
    import pyarrow

Outcome = tuple[Job, _core.Parsed | Exception]
Progress = bool | Callable[[int], object] | None

_BATCH_BYTES = 32 << 20  # of rows that wait to be written

# ---- running jobs ----------------------------------------------------------------------------------------------------


def _run(job: Job, analyzer: Analyzer) -> _core.Parsed | Exception:
    try:
        return job.parse(analyzer)
    except UNREADABLE as error:
        return error


def _reporter(progress: Progress) -> tuple[Callable[[int], object], Callable[[], object]]:
    """What to call with the number of reports done, and at the end."""
    if progress is None or progress is False:
        return lambda done: None, lambda: None
    if progress is not True:
        return progress, lambda: None
    # Without ipywidgets tqdm.auto warns in a notebook; the plain bar is shown there too.
    library = "tqdm.auto" if find_spec("ipywidgets") else "tqdm"
    bar = need(library, "notebook", "a progress bar").tqdm(unit=" reports")
    return lambda done: bar.update(), bar.close


def _followed(
    jobs: Iterable[Job], workers: int | None, analyzer: Analyzer, progress: Progress
) -> Iterator[Outcome]:
    """The outcomes, each told to whoever watches once it has been dealt with."""
    tell, close = _reporter(progress)
    try:
        for done, outcome in enumerate(in_order(jobs, lambda job: _run(job, analyzer), workers), 1):
            yield outcome
            tell(done)
    finally:
        close()


# ---- reports ---------------------------------------------------------------------------------------------------------


def _jobs_of_open(file: IO[bytes] | IO[str], columns: Columns, limits: Limits) -> Iterator[Job]:
    """The jobs of an open file; one without a name, or with a strange one, is taken for text."""
    if not hasattr(file, "read"):
        raise ReportError(f"a path or an open file is expected, not {type(file).__name__}")
    name, data = str(getattr(file, "name", "file.txt")), file.read()
    if isinstance(data, bytes) and b"\0" in data and not hasattr(file, "name"):
        raise NotText("the open file is no text: tell its format by a name, as in file.name = 'a.xlsx'")
    jobs = jobs_of_content(data, name if is_supported(name) else f"{name}.txt", columns, limits)
    for job in jobs:
        job.source = job.source if hasattr(file, "name") else None
        yield job


def read(
    path_or_file: Pathish | IO[bytes] | IO[str],
    *,
    year: int | None = None,
    region: str | int | None = None,
    source: str | None = None,
    analyzer: Analyzer | None = None,
    limits: Limits | None = None,
) -> Report:
    """Read one report from a file of any format that a reader takes (docs/batch.md has the list).

    Args:
        path_or_file: a path, or an open file.
        year: the year in which it was given. If neither you nor the text tells, the name of the file may.
        region: whose report it is, by name or code of GB/T 2260; as with the year.
        source: where it came from; the path if not given.
        analyzer: rules other than the built-in ones.
        limits: how much a file may ask for.

    Returns:
        The report, as ``parse`` gives it.

    Raises:
        ReportError: a file that cannot be used, or that holds more than one report; OSError: one that cannot be opened.
    """
    columns, limits = Columns(), limits or Limits()
    if isinstance(path_or_file, str | PathLike):
        if os.path.isdir(path_or_file):  # noqa: PTH112 - false, not an error, for a name that is too long
            raise IsADirectoryError(21, "a folder; scan reads all its reports", os.fspath(path_or_file))
        jobs = jobs_of_paths(path_or_file, columns, limits)
    else:
        jobs = _jobs_of_open(path_or_file, columns, limits)
    job = next(jobs, None)
    if job is None:
        raise ReportError(f"{path_or_file}: it holds no report")
    rows = _told(job, year, region, source).parse(analyzer)
    if next(jobs, None) is not None:
        raise ReportError(f"{path_or_file}: it stands for more than one report; read_all and scan give all")
    return report_of(rows)


def _told(job: Job, year: int | None, region: str | int | None, source: str | None) -> Job:
    job.year = job.year if year is None else year
    job.region = job.region if region is None else region
    job.source = job.source if source is None else source
    return job


def read_all(
    path_or_file: Pathish | IO[bytes] | IO[str],
    *,
    text: str | None = None,
    year: str | None = None,
    region: str | None = None,
    source: str | None = None,
    workers: int | None = None,
    progress: Progress = None,
    errors: str = "raise",
    analyzer: Analyzer | None = None,
    limits: Limits | None = None,
) -> Iterator[Report]:
    """Read all reports of a file that holds several: csv, xlsx, jsonl, parquet, zip, tar.

    Args:
        path_or_file: a path, or an open file.
        text: the column of texts, if it has no usual name such as 正文 or text.
        year: the column of years.
        region: the column of regions.
        source: the column that says where each came from.
        workers: as for ``scan``; so the next four.
        progress: a bar or a function.
        errors: here they raise by default.
        analyzer: rules.
        limits: how much a file may ask for.

    Returns:
        The reports one by one, in their order; memory holds a few at a time.

    Raises:
        ReportError: with ``errors="raise"`` the first that cannot be read; OSError: a file that cannot be opened.
        ValueError: ``errors`` is neither.
    """
    columns, limits = Columns(text, year, region, source), limits or Limits()
    if isinstance(path_or_file, str | PathLike):
        jobs = jobs_of_paths([path_or_file], columns, limits)
    else:
        jobs = _jobs_of_open(path_or_file, columns, limits)
    return _reports(jobs, workers, progress, errors, analyzer)


def scan(
    paths: Pathish | Iterable[Pathish],
    *,
    text: str | None = None,
    year: str | None = None,
    region: str | None = None,
    source: str | None = None,
    workers: int | None = None,
    progress: Progress = None,
    errors: str = "rows",
    analyzer: Analyzer | None = None,
    limits: Limits | None = None,
) -> Iterator[Report]:
    """Read the reports of files, folders and globs, in input order.

    Args:
        paths: one path or several; a folder stands for the files under it that a reader takes, in the order of their
            names, and a container for what is in it.
        text: the column of texts in tables (csv, xlsx, jsonl, parquet), if it has no usual name; so the next three.
        year: the column of years.
        region: the column of regions.
        source: the column that says where each came from.
        workers: threads; one for each processor by default.
        progress: True for a progress bar (tqdm), or a function that is called with the number of reports done.
        errors: ``"rows"``: what cannot be read gives a report without rows whose ``error``, ``message`` and
            ``member`` (the place inside the file) say why; ``"raise"``: it raises.
        analyzer: rules other than the built-in ones.
        limits: how much a file may ask for.

    Returns:
        The reports one by one; memory holds a few at a time.

    Raises:
        ReportError, OSError: with ``errors="raise"`` the first that cannot be read or opened.
        ValueError: ``errors`` is neither.
    """
    jobs = jobs_of_paths(paths, Columns(text, year, region, source), limits or Limits())
    return _reports(jobs, workers, progress, errors, analyzer)


def _reports(
    jobs: Iterator[Job], workers: int | None, progress: Progress, errors: str, analyzer: Analyzer | None
) -> Iterator[Report]:
    if errors not in ("rows", "raise"):
        raise ValueError(f"errors={errors!r}: it is 'rows' or 'raise'")
    for job, outcome in _followed(jobs, workers, analyzer_of(analyzer), progress):
        if not isinstance(outcome, Exception):
            yield report_of(outcome)
        elif errors == "raise":
            raise outcome
        else:
            empty = report_of(parsed("", None, None, job.source, analyzer))
            empty.update(error_row(job, outcome))
            yield empty


# ---- tables ----------------------------------------------------------------------------------------------------------


def tables(
    data: Any,
    *,
    text: str | None = None,
    year: str | None = None,
    region: str | None = None,
    source: str | None = None,
    workers: int | None = None,
    progress: Progress = None,
    analyzer: Analyzer | None = None,
    limits: Limits | None = None,
) -> dict[str, Table]:
    """Read many reports into Arrow tables, without a Python object for each row.

    Args:
        data: paths (a file, a folder, a glob, or several), an iterable of ``Report``, or anything with columns
            (pandas, polars, Arrow, a dict of lists) whose column names are given.
        text: the column that holds the reports. Files with columns need it only if it has no usual name.
        year: the column of the years in which they were given.
        region: the column of names or codes of GB/T 2260.
        source: the column that says where each came from.
        workers: threads; one for each processor by default.
        progress: True for a progress bar (tqdm), or a function that is called with the number of reports done.
        analyzer: rules other than the built-in ones.
        limits: how much a file may ask for.

    Returns:
        A dict of tables: ``reports, sections, paragraphs, sentences, quantities, targets, matches, notes, errors``.
        The column ``report`` of each counts the rows of ``reports``. They hold about three bytes for each byte of text
        in UTF-8, 0.2 MB for a provincial report; ``write`` makes a file of them that need not fit into memory.

    Raises:
        ReportError: data with columns of which none, or one that is not there, is named as the text. What is wrong with
            a file or a report is a row of ``errors``.

    >>> import taiyuan_report as tr
    >>> made = tr.tables({"doc": ["新增就业3万人。", "绿化2000亩。"], "year": [2022, 2023]}, text="doc", year="year")
    >>> len(made["reports"]), len(made["quantities"]), len(made["errors"])
    (2, 2, 0)
    """
    jobs = jobs_of_data(data, text, year, region, source, limits=limits)
    return gathered(_core.Columns(), jobs, workers, progress, analyzer)


def gathered(
    columns: _core.Columns,
    jobs: Iterator[Job],
    workers: int | None,
    progress: Progress,
    analyzer: Analyzer | None,
) -> dict[str, Table]:
    """What the columns gather of the reports, an error being a row."""
    for job, outcome in _followed(jobs, workers, analyzer_of(analyzer), progress):
        _append(columns, job, outcome)
    return {name: Table(arrow) for name, arrow in columns.finish().items()}


def table_names() -> list[str]:
    """The names of the tables that ``tables`` gives."""
    return list(_core.Columns().finish())


class Written(NamedTuple):
    """What ``write`` has done: the number of reports read and of rows written, and the rows of ``errors``."""

    reports: int
    rows: int
    errors: list[dict[str, Any]]


def write(
    data: Any,
    path: Pathish | IO[str],
    *,
    table: str = "quantities",
    told: bool = False,
    text: str | None = None,
    year: str | None = None,
    region: str | None = None,
    source: str | None = None,
    workers: int | None = None,
    progress: Progress = None,
    analyzer: Analyzer | None = None,
    limits: Limits | None = None,
) -> Written:
    """Write a table of many reports to a file while they are read: for archives whose tables do not fit into memory.

    Args:
        data: what ``tables`` takes.
        path: the file; ``.parquet``, ``.csv``, ``.xlsx`` and ``.jsonl`` hold one table, ``.duckdb`` all of them. One
            that is there already is replaced; whoever is stopped leaves it as it was. An open text file gets CSV.
        table: which table; with ``.duckdb`` the one whose rows are counted.
        told: whether each row also tells the ``source``, ``region`` and ``year`` of its report, for a file that is to be
            read without the table of reports.
        text: the column that holds the reports; so the others: as for ``tables``.
        year: the column of the years in which they were given.
        region: the column of names or codes of GB/T 2260.
        source: the column that says where each came from.
        workers: threads; one for each processor by default.
        progress: True for a progress bar (tqdm), or a function that is called with the number of reports done.
        analyzer: rules other than the built-in ones.
        limits: how much a file may ask for.

    Returns:
        The numbers of reports read and of rows written, and the rows of ``errors``.

    Raises:
        ReportError, FileNotFoundError: a suffix, a table or a folder that is none, or a file that is to be read; before
            anything is read.
        NothingRead: there are errors and not one report; a file that is there stays as it was. ``table="errors"`` has
            them all the same.

    >>> import taiyuan_report as tr
    >>> tr.write({"t": ["新增就业3万人。", None]}, "numbers.csv", text="t").errors[0]["error"]
    'NoText'
    """
    if table not in table_names():
        raise ReportError(f"table={table!r}: it is one of {', '.join(table_names())}")
    if isinstance(path, str | PathLike):
        if suffix_of(path) not in (*WRITERS, ".duckdb"):
            raise ReportError(f"{path}: the suffix is one of {', '.join([*WRITERS, '.duckdb'])}")
        check_folder(path)
        refuse_overwriting(data, path)
    jobs = jobs_of_data(data, text, year, region, source, limits=limits)
    reports = rows = 0
    errors: list[dict[str, Any]] = []

    def counted() -> Iterator[dict[str, Table]]:
        nonlocal reports, rows
        for batch in _in_batches(jobs, workers, progress, analyzer):
            reports += len(batch["reports"])
            rows += len(batch[table])
            errors.extend(rows_of(batch["errors"]))
            yield batch | {table: _told_rows(batch, table, reports)} if told else batch
        if errors and not reports and table != "errors":
            raise NothingRead(errors)

    if not isinstance(path, str | PathLike):
        print_csv((batch[table] for batch in counted()), path)
    elif suffix_of(path) == ".duckdb":
        write_duckdb(counted(), path)
    else:
        WRITERS[suffix_of(path)]((batch[table] for batch in counted()), path)
    return Written(reports, rows, errors)


def _told_rows(batch: dict[str, Table], table: str, reports: int) -> Table:
    """The rows of a table with what is told of their reports, the last of which has this number."""
    if "report" not in batch[table].column_names:
        return batch[table]
    arrow = need("pyarrow", "parquet", "a table that tells its reports")
    rows, of = arrow.table(batch[table]), arrow.table(batch["reports"])
    first = reports - len(of)
    places = [number - first for number in rows["report"].to_pylist()]
    names = [name for name in ("source", "region", "year") if name not in rows.column_names]
    for at, name in enumerate(names, 1):
        rows = rows.add_column(at, name, of[name].take(arrow.array(places, "int64")))
    batches = rows.combine_chunks().to_batches()
    return Table(batches[0] if batches else arrow.RecordBatch.from_pylist([], schema=rows.schema))


def _in_batches(
    jobs: Iterator[Job], workers: int | None, progress: Progress, analyzer: Analyzer | None
) -> Iterator[dict[str, Table]]:
    """The tables of ``tables`` in parts of bounded size, one at least; the column ``report`` counts on."""
    columns = _core.Columns()
    for job, outcome in _followed(jobs, workers, analyzer_of(analyzer), progress):
        _append(columns, job, outcome)
        if columns.size >= _BATCH_BYTES:
            yield {name: Table(arrow) for name, arrow in columns.finish().items()}
    yield {name: Table(arrow) for name, arrow in columns.finish().items()}


def _append(columns: _core.Columns, job: Job, outcome: _core.Parsed | Exception) -> None:
    if isinstance(outcome, Exception):
        row = error_row(job, outcome)
        columns.append_error(row["source"], row["member"], str(row["error"]), str(row["message"]))
    else:
        columns.append(outcome)


def parse_batch(
    batch: pyarrow.RecordBatch | pyarrow.Table,
    *,
    table: str = "quantities",
    text: str = "text",
    year: str | None = None,
    region: str | None = None,
    source: str | None = None,
    key: str | None = None,
    analyzer: Analyzer | None = None,
) -> pyarrow.Table:
    """One table of a batch of reports: Arrow in, Arrow out, on one core; for Spark, Dask, Ray and their like.

    Args:
        batch: a batch with a column of texts.
        table: which of the tables that ``tables`` gives.
        text: the column that holds the reports.
        year: the column of the years in which they were given.
        region: the column of names or codes of GB/T 2260.
        source: the column that says where each came from.
        key: a column that tells the reports of all batches apart; it becomes the column ``report``, which otherwise
            counts the reports of the batch.
        analyzer: rules other than the built-in ones.

    Returns:
        The rows of that table, all of a report behind each other, in the order of the batch.

    Raises:
        ReportError: a table or a column that there is not. A text that cannot be read is a row of ``errors``.

    >>> import pyarrow, taiyuan_report as tr
    >>> batch = pyarrow.RecordBatch.from_pydict({"doc": ["新增就业3万人。"], "id": [71]})
    >>> tr.parse_batch(batch, text="doc", key="id").select(["report", "low", "unit"]).to_pylist()
    [{'report': 71, 'low': 30000.0, 'unit': '人'}]
    """
    arrow = need("pyarrow", "parquet", "parse_batch")
    columns = _core.Columns()
    good: list[int] = []
    bad: list[int] = []
    given = analyzer_of(analyzer)
    for i, job in enumerate(jobs_of_data(batch, text, year, region, source)):
        outcome = _run(job, given)
        (bad if isinstance(outcome, Exception) else good).append(i)
        _append(columns, job, outcome)
    made = columns.finish()
    if table not in made:
        raise ReportError(f"table={table!r}: it is one of {', '.join(made)}")
    rows = arrow.table(made[table])
    if key is None:
        return rows
    numbers = {"reports": arrow.array(good, "int64"), "errors": arrow.array(bad, "int64")}.get(table)
    if numbers is None:
        numbers = arrow.array(good, "int64").take(rows["report"].cast("int64").combine_chunks())
        rows = rows.drop_columns(["report"])
    keys = arrow.table(batch)[key] if hasattr(batch, "column_names") else batch[key]
    return rows.add_column(0, "report", keys.take(numbers))
