"""Whatever holds reports, as jobs: one for each report, and one for each thing that is none and has to be told."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import Any, cast

from taiyuan_report import _core, errors
from taiyuan_report.analyzer import Analyzer
from taiyuan_report.columns import is_missing
from taiyuan_report.errors import DamagedFile, NoText, NotText, ReportError, UnknownFormat, UnsafeArchive
from taiyuan_report.readers import formats, is_supported, reader_of
from taiyuan_report.readers.base import Budget, Columns, Document, File, Limits, Member, Row
from taiyuan_report.report import Report, parsed

Pathish = str | PathLike[str]

_HAN = re.compile("[\u3400-\u9fff]")

# What a report that cannot be read raises; anything else is a bug.
UNREADABLE = (ReportError, OSError, ValueError, MemoryError)

_FOLDERS = 2  # above a file, whose names may tell its region and year


class Job:
    """One report to be: how to get its text, and what is said of it."""

    __slots__ = ("load", "member", "path", "places", "region", "size", "source", "year")

    def __init__(
        self,
        source: str | None,
        load: Callable[[], Document],
        *,
        year: Any = None,
        region: Any = None,
        path: str | None = None,
        member: str | None = None,
        places: tuple[str, ...] = (),
        size: int = 0,
    ) -> None:
        # A file name need not be text; what is told of it must be.
        self.source = None if source is None else printable(source)
        self.path = self.source if path is None else printable(path)
        self.member = None if member is None else printable(member)
        self.load, self.year, self.region, self.places, self.size = load, year, region, places, size

    def parse(self, analyzer: Analyzer | None, document: Document | None = None) -> _core.Parsed:
        """The parsed rows.

        Raises:
            ReportError, OSError: the text cannot be had.
        """
        text, origin, marks = document or self.load()
        hints = (0, 0)
        if self.places and (self.year is None or self.region is None):
            from taiyuan_report.readers.place import hints as hints_of

            hints = hints_of(self.places)
        return parsed(
            text, self.year, self.region, self.source, analyzer, hints=hints, origin=origin, marks=marks
        )


def printable(text: str) -> str:
    """Names of files need not be text; what no table can hold becomes a question mark."""
    return text.encode("utf-8", "replace").decode().replace("\0", "?")


def error_row(job: Job, error: Exception) -> dict[str, str | None]:
    """The row of ``errors`` for what became of a job."""
    name = "OSError" if isinstance(error, OSError) else type(error).__name__
    return {
        "source": job.path,
        "member": job.member,
        "error": name,
        "message": printable(str(error)),
    }


def _error_named(name: str) -> type[Exception]:
    """The class of an error that ``error_row`` told by its name."""
    found = OSError if name == "OSError" else getattr(errors, name, None)
    return found if isinstance(found, type) and issubclass(found, ReportError | OSError) else ReportError


def _failing(error: Exception) -> Callable[[], Document]:
    def load() -> Document:
        raise error

    return load


# ---- files -----------------------------------------------------------------------------------------------------------


class _Place:
    """Where a file is: the path that people know, and the way inside it."""

    __slots__ = ("member", "parts", "path")

    def __init__(self, path: str, member: str | None = None) -> None:
        self.path, self.member = path, member
        self.parts = Path(path).parts[-_FOLDERS - 1 :] + tuple((member or "").split("/"))

    @property
    def name(self) -> str:
        """Both, as one path."""
        return self.path if self.member is None else f"{self.path}/{self.member}"

    def inside(self, member: str) -> _Place:
        """The place of a member."""
        return _Place(self.path, member if self.member is None else f"{self.member}/{member}")

    def job(self, load: Callable[[], Document], size: int = 0) -> Job:
        return Job(
            self.name,
            load,
            path=self.path,
            member=self.member,
            places=tuple(filter(None, self.parts)),
            size=size,
        )


def _read_document(file: File, limits: Limits) -> Document:
    """The text of a file with one report, by the reader of its suffix."""
    reader = reader_of(file.name)
    data = file.read(limits)
    if not data:
        raise NoText(f"{file.name}: it is empty: fetch it again")
    try:
        document = cast(Document, reader.read(data, file.name, limits))
    except (ReportError, OSError, MemoryError):
        raise
    except Exception as error:  # whatever strange bytes make a library say
        raise DamagedFile(f"{file.name}: {type(error).__name__}: {error}") from error
    limits.check_length(len(document.text), file.name)
    if not document.text.strip():
        raise NoText(f"{file.name}: it is empty: fetch it again")
    if not _HAN.search(document.text):
        raise NoText(f"{file.name}: not one Chinese character: fetch it again")
    return document


def jobs_of_file(
    file: File, place: _Place, columns: Columns, budget: Budget, *, depth: int = 0, size: int = 0
) -> Iterator[Job]:
    """A job for each report in a file, and for each part of it that cannot be read."""
    try:
        reader = reader_of(file.name)
        if reader.kind == "document":
            yield place.job(lambda: _read_document(file, budget.limits), size)
        elif not file.size:
            raise NoText(f"{file.name}: it is empty: fetch it again")
        elif reader.kind == "rows":
            for row in reader.read(file, columns, budget):
                yield _job_of_row(row, place, columns, budget.limits)
        elif depth >= budget.limits.depth:
            raise UnsafeArchive(
                f"{file.name}: an archive inside {depth} others; depth allows {budget.limits.depth}"
            )
        else:
            for member in reader.read(file, budget):
                yield from _jobs_of_member(member, place.inside(member.name), columns, budget, depth + 1)
    except (ReportError, OSError, MemoryError) as error:
        yield place.job(_failing(error))
    except Exception as error:  # as in _read_document
        yield place.job(_failing(DamagedFile(f"{file.name}: {type(error).__name__}: {error}")))


def _jobs_of_member(
    member: Member, place: _Place, columns: Columns, budget: Budget, depth: int
) -> Iterator[Job]:
    if not is_supported(member.name):
        return
    try:
        is_document = reader_of(member.name).kind == "document"
        # What holds several is looked into here and now; a document is unpacked by whoever reads it.
        content = member.load if is_document else member.load()
    except (ReportError, OSError, MemoryError) as error:
        yield place.job(_failing(error))
        return
    yield from jobs_of_file(File(place.name, content), place, columns, budget, depth=depth, size=member.size)


def _job_of_row(row: Row, place: _Place, columns: Columns, limits: Limits) -> Job:
    inside = place.inside(row.name)

    def load() -> Document:
        if isinstance(row.text, Exception):
            raise row.text
        if row.text is None:
            raise NoText(f"{inside.name}: the cell of the text is empty")
        if not isinstance(row.text, str):
            raise ReportError(f"{inside.name}: the text column holds {type(row.text).__name__}, not text")
        limits.check_length(len(row.text), inside.name)
        return Document(row.text)

    return Job(
        inside.name if is_missing(row.source) else str(row.source),
        load,
        year=_year_of_cell(row.year, columns.year),
        region=_region_of_cell(row.region, columns.region),
        path=place.path,
        member=inside.member,
        places=tuple(filter(None, place.parts)),
        size=len(row.text) * 2 if isinstance(row.text, str) else 0,
    )


def _is_empty(cell: Any) -> bool:
    return is_missing(cell) or (isinstance(cell, str) and not cell.strip())


def _year_of_cell(cell: Any, named: str | None) -> Any:
    """What a cell says of the year: 2023, 2023.0, 2023年, a date; where the caller named the column, it has to say one."""
    if _is_empty(cell):
        return None
    from taiyuan_report.readers.place import year_of_name

    broken = isinstance(cell, float) and not cell.is_integer()
    said = 0 if broken else year_of_name(str(cell))
    return said or (cell if named is not None else None)


def _region_of_cell(cell: Any, named: str | None) -> Any:
    """What a cell says of the region: 140100, 太原市, 太原, 山西省太原市."""
    if _is_empty(cell):
        return None
    from taiyuan_report.lexicon import names_by_code
    from taiyuan_report.readers.place import region_of

    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
    code = int(text) if text.isdecimal() else region_of(text)
    if code in names_by_code():
        return code
    return cell if named is not None else None


def _exists(name: str) -> bool:
    return os.path.exists(name)  # noqa: PTH110 - false, not an error, for a name that is too long


def _expand(path: Pathish) -> Iterator[Path | OSError]:
    """The files behind a path: itself, a folder's in the order of their names, or those of a glob."""
    import glob

    name = os.fspath(path)
    if not name:
        raise ReportError("a path is empty")
    if isinstance(path, str) and ("\n" in name or "。" in name) and not _exists(name):
        raise ReportError(
            f"a path is expected, not a text ({name.strip()[:12]!r}…): parse(text) reads one text, "
            "tables({'doc': texts}, text='doc') many"
        )
    if glob.has_magic(name) and not _exists(name):
        found = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - absolute globs too
        if not found:
            yield FileNotFoundError(2, "no file matches", name)
        for match in found:
            yield from _expand(match)
    elif os.path.isdir(name):  # noqa: PTH112 - false, not an error, for a name that is too long
        failed: list[OSError] = []
        # Links to folders are not followed, so that none leads in a circle.
        for folder, folders, files in os.walk(name, onerror=failed.append):
            folders.sort()
            yield from (Path(folder) / file for file in sorted(files) if is_supported(file))
            yield from failed
            failed.clear()
        yield from failed
    else:
        yield Path(name)


def _files_of(paths: Any) -> Iterator[Path | OSError]:
    """The files behind one path or a list of them; what can be gone through only once is left alone."""
    given = [paths] if isinstance(paths, str | PathLike) else paths if isinstance(paths, list | tuple) else []
    for path in given:
        if isinstance(path, str | PathLike):
            yield from _expand(path)


def refuse_overwriting(paths: Any, output: Pathish) -> None:
    """Refuse to write over a report that is to be read; a table or page of this package is none.

    Raises:
        ReportError: the output is one of the files.
    """
    if not _exists(os.fspath(output)):
        return
    for found in _files_of(paths):
        is_same = isinstance(found, Path) and _exists(str(found)) and found.samefile(output)
        if is_same and next(_jobs_of_found(found, Columns(), Limits()), None) is not None:
            raise ReportError(f"{output}: it is one of the files to read; write to another name")


def jobs_of_paths(paths: Pathish | Iterable[Pathish], columns: Columns, limits: Limits) -> Iterator[Job]:
    """A job for each report of files, folders and globs, in their order."""
    _check_columns(paths, columns)
    if _has_columns(paths):
        raise _no_path(paths)
    for path in [paths] if isinstance(paths, str | PathLike) else _items_of(paths):
        yield from _jobs_of_path(path, columns, limits)


def _no_path(given: Any) -> ReportError:
    kind = type(given).__name__
    return ReportError(
        f"a path is expected, not {kind}: tables takes columns (tables(data, text='doc')) and reports"
    )


def _jobs_of_path(path: Pathish, columns: Columns, limits: Limits) -> Iterator[Job]:
    if not isinstance(path, str | PathLike):
        raise _no_path(path)
    holds = False
    for found in _expand(path):
        for job in _jobs_of_found(found, columns, limits):
            holds = True
            yield job
    if not holds:
        name = os.fspath(path)
        yield _Place(name).job(_failing(NoText(f"{name}: it holds no report: {_why_none(name)}")))


def _why_none(name: str) -> str:
    """What a path without a report may hold."""
    if os.path.isfile(name):  # noqa: PTH113 - as in _exists
        return "no rows, no files, or a table or page of this package"
    known = " ".join(suffix for reader in formats().values() for suffix in reader.suffixes)
    return f"no file here is one of {known}, but for tables and pages of this package"


def _jobs_of_found(found: Path | OSError, columns: Columns, limits: Limits) -> Iterator[Job]:
    if isinstance(found, OSError):
        yield _Place(str(found.filename)).job(_failing(found))
        return
    name = str(found)
    place = _Place(name)
    try:
        told = found.stat()
        if not stat.S_ISREG(told.st_mode):
            raise OSError(f"{name}: no regular file")
    except (OSError, ValueError) as error:  # ValueError: a path with a zero byte
        yield place.job(_failing(error))
        return
    if not _is_own_page(found):
        yield from jobs_of_file(File(name, found), place, columns, Budget(limits), size=told.st_size)


def _is_own_page(path: Path) -> bool:
    """Whether a file is a page that this package has written, perhaps into the folder that it reads."""
    from taiyuan_report.readers.html import PAGE_HEAD, is_own

    if path.suffix.lower() not in (".html", ".htm"):
        return False
    try:
        with path.open("rb") as file:
            return is_own(file.read(PAGE_HEAD))
    except OSError:
        return False  # whoever reads it tells


def _check_columns(paths: Any, columns: Columns) -> None:
    """Refuse values where the names of columns belong.

    Raises:
        ReportError: one that is no name, or names where no file has columns.
    """
    named = any(name is not None for name in columns)
    are_texts = named and are_documents(paths)
    for key, name in columns._asdict().items():
        if name is not None and not isinstance(name, str):
            raise ReportError(
                f"{key}={name!r} names a column here, as in {key}='年份'; parse and read take the value"
            )
        if name is not None and are_texts:
            raise ReportError(
                f"{key}={name!r} names a column, and no file here has columns; read takes the value"
            )


def are_documents(paths: Any) -> bool:
    """Whether paths lead to nothing but files with one report each, which have no columns."""
    found = list(_files_of(paths))
    return bool(found) and all(map(is_document, found))


def is_document(path: Any) -> bool:
    """Whether a path is that of a file with one report, which has no columns."""
    if not isinstance(path, str | PathLike) or not os.path.isfile(path):  # noqa: PTH113 - as above
        return False
    try:
        return reader_of(os.fspath(path)).kind == "document"
    except UnknownFormat:
        return False


def jobs_of_content(data: bytes | str, name: str, columns: Columns, limits: Limits) -> Iterator[Job]:
    """A job for each report of what an open file gave."""
    content = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    yield from jobs_of_file(File(name, content), _Place(name), columns, Budget(limits))


# ---- columns and reports ---------------------------------------------------------------------------------------------


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


def _jobs_of_columns(data: Any, names: Columns, limits: Limits) -> Iterator[Job]:
    texts = _column(data, names.text)
    rest = [_column(data, name, len(texts)) for name in (names.year, names.region, names.source)]
    if any(len(column) != len(texts) for column in rest):
        raise ReportError(f"the columns have different lengths: {[len(texts), *map(len, rest)]}")
    for i, (value, row_year, row_region, row_source) in enumerate(zip(texts, *rest, strict=True)):
        name = f"row {i}" if is_missing(row_source) else str(row_source)
        yield Job(
            name,
            lambda value=value, name=name: _text_of_cell(value, name, limits),  # type: ignore[misc]
            year=_year_of_cell(row_year, names.year),
            region=_region_of_cell(row_region, names.region),
            size=len(value) if isinstance(value, str | bytes) else 0,
        )


def _text_of_cell(value: Any, source: str, limits: Limits) -> Document:
    if isinstance(value, bytes):
        try:
            value = value.decode("utf-8")
        except UnicodeDecodeError as error:
            raise NotText(f"{source}: byte {error.start} is no UTF-8") from None
    if is_missing(value):
        raise NoText(f"{source}: the cell of the text is empty")
    if not isinstance(value, str):
        raise ReportError(f"{source}: the text column holds {type(value).__name__}, not text")
    limits.check_length(len(value), source)
    return Document(value)


def _has_columns(data: Any) -> bool:
    if isinstance(data, Report) or hasattr(data, "dtype"):  # a report and a Series are told by themselves
        return False
    return isinstance(data, Mapping) or hasattr(data, "columns") or hasattr(data, "__arrow_c_stream__")


def jobs_of_data(
    data: Any,
    text: str | None = None,
    year: str | None = None,
    region: str | None = None,
    source: str | None = None,
    *,
    limits: Limits | None = None,
) -> Iterator[Job]:
    """A job for each report of paths, of ``Report`` objects, or of columns."""
    names, limits = Columns(text, year, region, source), limits or Limits()
    if _has_columns(data):
        if text is None:
            raise ReportError(
                "the data has columns: name the one that holds the reports, as in tables(data, text='doc')"
            )
        yield from _jobs_of_columns(data, names, limits)
        return
    if isinstance(data, str | PathLike):
        yield from jobs_of_paths(data, names, limits)
        return
    _check_columns(data, names)
    for item in [data] if isinstance(data, Report) else _items_of(data):
        if isinstance(item, Report):
            yield _job_of_report(item)
        else:
            yield from _jobs_of_path(item, names, limits)


def _items_of(data: Any) -> Iterable[Any]:
    """Several paths or reports.

    Raises:
        ReportError: what is given is nothing of the kind.
    """
    if isinstance(data, Iterable) and not isinstance(data, bytes) and not hasattr(data, "read"):
        return data
    instead = "; read and read_all take an open file" if hasattr(data, "read") else ""
    raise ReportError(f"paths, reports or columns are expected, not {type(data).__name__}{instead}")


def _job_of_report(report: Report) -> Job:
    if "error" in report:  # from scan: told once more
        error = _error_named(report["error"])(report["message"])
        return Job(report["source"], _failing(error), member=report["member"])
    return Job(
        report["source"],
        lambda: Document(report.text),
        year=report["year"],
        region=cast("str | None", report["adcode"]),
        size=len(report.text),
    )
