"""csv and tsv with one report a row; the encoding and the character between cells, the file tells."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterator
from typing import BinaryIO

from taiyuan_report.errors import DamagedFile, TooLarge, WrongEncoding
from taiyuan_report.readers.base import Budget, Columns, File, Row
from taiyuan_report.readers.columns import rows_of
from taiyuan_report.readers.plain import encoding_of

_SAMPLE = 1 << 20  # bytes that the encoding is told from


def _lines(file: BinaryIO, encoding: str, limit: int, name: str) -> Iterator[str]:
    """The lines of a file, none of them longer than may be held in memory."""
    lines: Iterator[str] | Iterator[bytes]
    if encoding.startswith("utf-16"):  # whose line ends are no bytes of their own
        wide = io.TextIOWrapper(file, encoding, newline="")
        lines = iter(lambda: wide.readline(limit + 1), "")
    else:
        lines = iter(lambda: file.readline(limit + 1), b"")
    for line in lines:
        if len(line) > limit:
            raise TooLarge(f"{name}: a line of more than the {limit} bytes that file_bytes allows")
        yield line if isinstance(line, str) else line.decode(encoding)


def read(file: File, columns: Columns, budget: Budget) -> Iterator[Row]:
    """The reports of a file."""
    limit = budget.limits.file_bytes
    # The module has one limit for all, of 128 KB, which a report may well pass; lines are bounded here.
    csv.field_size_limit(max(csv.field_size_limit(), limit))
    with file.open() as opened:
        encoding, mark, _ = encoding_of(opened.read(_SAMPLE), file.name)
        opened.seek(mark)
        lines = _lines(opened, encoding, limit, file.name)
        first = next(lines, "")
        # A file called csv may have tabs or semicolons between its cells.
        delimiter = max(",\t;", key=first.count)
        table = csv.reader(itertools.chain([first], lines), delimiter=delimiter, strict=True)
        try:
            yield from rows_of(table, columns, budget, file.name, "")
        except csv.Error as error:
            raise DamagedFile(f"{file.name}: line {table.line_num}: {error}") from None
        except UnicodeDecodeError as error:
            raise WrongEncoding(
                f"{file.name}: line {table.line_num + 1} is no {encoding}: {error.reason}; save it as UTF-8"
            ) from None
