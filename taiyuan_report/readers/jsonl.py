"""JSON lines: one report a line, an object whose keys are columns."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from taiyuan_report.errors import DamagedFile, ReportError, TooLarge
from taiyuan_report.readers.base import Budget, Columns, File, Row
from taiyuan_report.readers.columns import find_columns, is_own


def read(file: File, columns: Columns, budget: Budget) -> Iterator[Row]:
    """The reports of a file."""
    limit = budget.limits.file_bytes
    with file.open() as opened:
        for number, line in enumerate(iter(lambda: opened.readline(limit + 1), b""), 1):
            if len(line) > limit:
                raise TooLarge(f"{file.name}: line {number} has more than the {limit} bytes of file_bytes")
            if not line.strip():
                continue
            budget.take(len(line), file.name)
            row = _row(line, number, columns, file.name)
            if row is not None:
                yield row


def _row(line: bytes, number: int, columns: Columns, name: str) -> Row | None:
    label = f"row {number}"
    try:
        value: Any = json.loads(line.decode("utf-8-sig"))
        if not isinstance(value, dict):
            raise ValueError(f"it holds {type(value).__name__}, not an object with keys")
        header = list(value)
        if is_own(header):
            return None
        found = find_columns(header, columns, name)
    except (ValueError, RecursionError) as error:  # what json and decoding raise
        return Row(label, DamagedFile(f"{name}: line {number}: {error}"), None, None, None)
    except ReportError as error:  # no such column in this line: a row of errors, and the next line goes on
        return Row(label, error, None, None, None)
    cells = [None if place is None else value[header[place]] for place in found.values()]
    return Row(label, *cells)
