"""Workbooks with one report a row: xlsx, xls, et and ods."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from taiyuan_report.errors import DamagedFile, PasswordNeeded, ReportError
from taiyuan_report.readers.base import Budget, Columns, File, Row, need
from taiyuan_report.readers.columns import rows_of


def _check_package(data: bytes, file: File, budget: Budget) -> None:
    """Refuse a workbook that unpacks into too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for info in package.infolist():
                where = f"{file.name}: {info.filename}"
                budget.limits.check_ratio(info.file_size, info.compress_size, where)
                budget.limits.check_file(info.file_size, where)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise DamagedFile(f"{file.name}: {error}") from None


def read(file: File, columns: Columns, budget: Budget) -> Iterator[Row]:
    """The reports of a file."""
    calamine = need("python_calamine", "formats", "reading xlsx and xls files")
    data = file.read(budget.limits)
    if data.startswith(b"PK"):
        _check_package(data, file, budget)
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [(sheet, book.get_sheet_by_name(sheet).to_python()) for sheet in book.sheet_names]
    except calamine.PasswordError as error:
        raise PasswordNeeded(f"{file.name}: {error}") from None
    except calamine.CalamineError as error:
        raise DamagedFile(f"{file.name}: {error}") from None
    sheets = [(sheet, rows) for sheet, rows in sheets if rows]
    if not sheets:
        raise ReportError(f"{file.name}: its sheets are empty")
    used = False
    for i, (sheet, rows) in enumerate(sheets):
        label = f"{sheet} " if len(sheets) > 1 else ""
        try:
            for row in rows_of(iter(rows), columns, budget, file.name, label):
                used = True
                yield row
        except ReportError:
            # Other sheets may hold notes; one of them has to hold reports.
            if not used and i == len(sheets) - 1:
                raise
