"""Files from tables that come one after another, so that memory holds one at a time."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from os import PathLike
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from taiyuan_report.errors import TooLarge
from taiyuan_report.readers.base import need

if TYPE_CHECKING:
    from taiyuan_report.table import Table

Destination = str | PathLike[str]

_EXCEL_ROWS, _EXCEL_CHARACTERS = 1_048_576, 32_767  # what a sheet and a cell of Excel can hold
_DUCKDB_MEMORY = "256MB"  # by itself it keeps in memory what it has written
_UTF8_MARK = b"\xef\xbb\xbf"


def check_folder(path: Destination) -> None:
    """Before hours of work, not behind them.

    Raises:
        FileNotFoundError: the folder of a file is not there.
    """
    folder = Path(path).parent
    if not folder.is_dir():
        raise FileNotFoundError(2, "no such folder; make it first", str(folder))


def write_whole(path: Destination, write: Callable[[str], object]) -> None:
    """Write beside the place of a file and move there in the end: whoever is stopped leaves no half of a file."""
    check_folder(path)
    target = Path(path)
    beside = target.with_name(f".{target.name}.{os.getpid()}{target.suffix}")
    try:
        write(str(beside))
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def write_parquet(tables: Iterable[Table], path: Destination) -> None:
    """A Parquet file; a row group for each table."""
    arrow, parquet = (need(name, "parquet", "to_parquet") for name in ("pyarrow", "pyarrow.parquet"))

    def write(name: str) -> None:
        with ExitStack() as open_files:
            writer = None
            for table in tables:
                rows = arrow.table(table)
                writer = writer or open_files.enter_context(parquet.ParquetWriter(name, rows.schema))
                writer.write_table(rows)

    write_whole(path, write)


def write_csv(tables: Iterable[Table], path: Destination) -> None:
    """A CSV file that Excel opens as UTF-8."""
    module = need("pyarrow.csv", "parquet", "to_csv")

    def write(name: str) -> None:
        with ExitStack() as open_files:
            file = open_files.enter_context(Path(name).open("wb"))
            file.write(_UTF8_MARK)
            writer = None
            for table in tables:
                rows = _without_nesting(table)
                writer = writer or open_files.enter_context(module.CSVWriter(file, rows.schema))
                writer.write_table(rows)

    write_whole(path, write)


def print_csv(tables: Iterable[Table], stream: IO[str]) -> None:
    """CSV for a terminal or a pipe, whole numbers without a point."""
    writer = csv.writer(stream, lineterminator="\n")
    for i, table in enumerate(tables):
        if i == 0:
            writer.writerow(table.column_names)
        writer.writerows(row.values() for row in table.rows())


def write_jsonl(tables: Iterable[Table], path: Destination) -> None:
    """A line of JSON for each row."""

    def write(name: str) -> None:
        with Path(name).open("w", encoding="utf-8") as file:
            for table in tables:
                for row in table.rows():
                    file.write(json.dumps(row, ensure_ascii=False) + "\n")

    write_whole(path, write)


def write_xlsx(tables: Iterable[Table], path: Destination) -> None:
    """An Excel workbook of one sheet.

    Raises:
        TooLarge: more rows than a sheet of Excel has, or more characters than a cell has.
    """
    xlsxwriter = need("xlsxwriter", "formats", "to_xlsx")

    def write(name: str) -> None:
        options = {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
        with xlsxwriter.Workbook(name, options) as book:
            sheet = book.add_worksheet()
            sheet.freeze_panes(1, 0)
            at = 0
            for table in tables:
                if at == 0:
                    sheet.write_row(0, 0, table.column_names)
                for row in table.rows():
                    at += 1
                    if at >= _EXCEL_ROWS:
                        raise TooLarge(
                            f"more rows than the {_EXCEL_ROWS} of a sheet of Excel: write Parquet or CSV"
                        )
                    sheet.write_row(at, 0, [_excel_cell(value) for value in row.values()])

    write_whole(path, write)


def write_duckdb(batches: Iterable[Mapping[str, Table]], path: Destination) -> None:
    """A DuckDB file with all tables."""
    duckdb = need("duckdb", "duckdb", "to_duckdb")

    def write(name: str) -> None:
        with duckdb.connect(name, config={"memory_limit": _DUCKDB_MEMORY}) as database:
            made = set()
            for batch in batches:
                for table, rows in batch.items():
                    begin = f'insert into "{table}"' if table in made else f'create table "{table}" as'
                    _add_to_duckdb(database, begin, rows)
                    made.add(table)

    write_whole(path, write)


def _add_to_duckdb(database: Any, begin: str, rows: Table) -> None:
    try:
        database.register("rows_to_write", rows)
        database.execute(f"{begin} select * from rows_to_write")
        database.unregister("rows_to_write")
    except Exception as error:
        # DuckDB makes errors of its own of Ctrl-C.
        if any(told in str(error) for told in ("Query interrupted", "KeyboardInterrupt")):
            raise KeyboardInterrupt from error
        raise


WRITERS: dict[str, Callable[[Iterable[Table], Destination], None]] = {
    ".parquet": write_parquet,
    ".csv": write_csv,
    ".xlsx": write_xlsx,
    ".jsonl": write_jsonl,
}


def suffix_of(path: Destination) -> str:
    """The end of a name that tells the format."""
    return os.path.splitext(os.fspath(path))[1].lower()  # noqa: PTH122 - it may be no path at all


def _without_nesting(table: Table) -> Any:
    """The rows for CSV, lists as JSON."""
    arrow = need("pyarrow", "parquet", "to_csv")
    rows = arrow.table(table)
    for i, field in enumerate(rows.schema):
        if "list" in str(field.type):
            cells = [json.dumps([list(piece.values()) for piece in cell]) for cell in rows[i].to_pylist()]
            rows = rows.set_column(i, field.name, arrow.array(cells, "string"))
    return rows


def _excel_cell(value: Any) -> Any:
    if isinstance(value, list):
        value = str(value)
    if isinstance(value, str) and len(value) > _EXCEL_CHARACTERS:
        raise TooLarge(
            f"a cell of {len(value)} characters ({value[:10]}…); Excel's have {_EXCEL_CHARACTERS}: "
            f"write Parquet or CSV"
        )
    return value
