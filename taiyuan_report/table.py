"""A table of rows in Arrow's memory format, and ways out of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from taiyuan_report import _core
from taiyuan_report.errors import TooLarge
from taiyuan_report.readers.base import need

if TYPE_CHECKING:
    import pandas
    import polars

_BATCH = 10_000  # rows that are Python objects at a time
_EXCEL_ROWS, _EXCEL_CHARACTERS = 1_048_576, 32_767  # what a sheet and a cell of Excel can hold


class Table:
    """Rows that any dataframe library takes as they are, by the Arrow PyCapsule protocol.

    ``pandas.DataFrame.from_arrow(table)``, ``polars.DataFrame(table)``, ``pyarrow.table(table)`` and a DuckDB query
    that names the variable all work without a copy of the rows. A file that is written is there whole or not at all.
    """

    def __init__(self, arrow: _core.ArrowTable) -> None:
        self._arrow = arrow

    def __arrow_c_schema__(self) -> object:
        return self._arrow.__arrow_c_schema__()

    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]:
        return self._arrow.__arrow_c_array__(requested_schema)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._arrow.__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return len(self._arrow)

    def __repr__(self) -> str:
        return f"<Table of {len(self)} rows: {', '.join(self.column_names)}>"

    @property
    def column_names(self) -> list[str]:
        """The names of the columns."""
        return self._arrow.column_names

    def to_dict(self) -> dict[str, list[Any]]:
        """A dict of lists; needs nothing."""
        return self._arrow.columns()

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas DataFrame; needs the extra ``pandas``."""
        return need("pandas", "pandas", "to_pandas").DataFrame.from_arrow(self)

    def to_polars(self) -> polars.DataFrame:
        """A polars DataFrame; needs the extra ``polars``."""
        return need("polars", "polars", "to_polars").DataFrame(self)  # type: ignore[no-any-return]

    def to_parquet(self, path: str | PathLike[str]) -> None:
        """Write a Parquet file; needs the extra ``parquet``."""
        parquet = need("pyarrow.parquet", "parquet", "to_parquet")
        write_whole(path, lambda name: parquet.write_table(need("pyarrow", "parquet", "").table(self), name))

    def to_csv(self, path: str | PathLike[str]) -> None:
        """Write a CSV file that Excel opens as UTF-8; needs the extra ``parquet``. Pieces are lists in JSON."""
        write = need("pyarrow.csv", "parquet", "to_csv").write_csv
        rows = self._without_nesting()

        def write_marked(name: str) -> None:
            with Path(name).open("wb") as file:
                file.write(b"\xef\xbb\xbf")
                write(rows, file)

        write_whole(path, write_marked)

    def to_jsonl(self, path: str | PathLike[str]) -> None:
        """Write a line of JSON for each row, with the values that the dicts have; needs the extra ``parquet``."""
        import json

        def write_lines(name: str) -> None:
            with Path(name).open("w", encoding="utf-8") as file:
                for row in self.rows():
                    file.write(json.dumps(row, ensure_ascii=False) + "\n")

        write_whole(path, write_lines)

    def to_xlsx(self, path: str | PathLike[str]) -> None:
        """Write an Excel workbook; needs the extra ``formats``.

        Raises:
            TooLarge: more rows than a sheet of Excel has, or more characters than a cell has.
        """
        xlsxwriter = need("xlsxwriter", "formats", "to_xlsx")
        if len(self) >= _EXCEL_ROWS:
            raise TooLarge(f"{len(self)} rows; a sheet of Excel has {_EXCEL_ROWS}: write Parquet or CSV")

        def write_book(name: str) -> None:
            options = {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
            with xlsxwriter.Workbook(name, options) as book:
                sheet = book.add_worksheet()
                sheet.freeze_panes(1, 0)
                sheet.write_row(0, 0, self.column_names)
                for i, row in enumerate(self.rows(), 1):
                    sheet.write_row(i, 0, [_excel_cell(value) for value in row.values()])

        write_whole(path, write_book)

    def rows(self) -> Iterator[dict[str, Any]]:
        """The rows as dicts, with the values that the dicts of a report have; needs the extra ``parquet``."""
        table = need("pyarrow", "parquet", "rows").table(self)
        numbers = [field.name for field in table.schema if str(field.type) == "double"]
        pieces = [field.name for field in table.schema if "list" in str(field.type)]
        for batch in table.to_batches(max_chunksize=_BATCH):
            for row in batch.to_pylist():
                for name in numbers:
                    if row[name] is not None and row[name].is_integer():
                        row[name] = int(row[name])
                for name in pieces:
                    row[name] = [list(piece.values()) for piece in row[name]]
                yield row

    def _without_nesting(self) -> Any:
        import json

        arrow = need("pyarrow", "parquet", "to_csv")
        table = arrow.table(self)
        for i, field in enumerate(table.schema):
            if "list" in str(field.type):
                cells = [
                    json.dumps([list(piece.values()) for piece in cell]) for cell in table[i].to_pylist()
                ]
                table = table.set_column(i, field.name, arrow.array(cells, "string"))
        return table


def _excel_cell(value: Any) -> Any:
    if isinstance(value, list):
        value = str(value)
    if isinstance(value, str) and len(value) > _EXCEL_CHARACTERS:
        raise TooLarge(
            f"a cell of {len(value)} characters ({value[:10]}…); Excel's have {_EXCEL_CHARACTERS}: "
            f"write Parquet or CSV"
        )
    return value


def write_whole(path: str | PathLike[str], write: Callable[[str], object]) -> None:
    """Write beside the place of a file and move there in the end: whoever is stopped leaves no half of a file."""
    target = Path(path)
    beside = target.with_name(f".{target.name}.{os.getpid()}{target.suffix}")
    try:
        write(str(beside))
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def to_duckdb(tables: Mapping[str, Table], path: str | PathLike[str]) -> None:
    """Write all tables into one new DuckDB file; needs the extra ``duckdb``.

    Args:
        tables: what ``tables`` gives.
        path: the file; one that is there already is replaced.

    Raises:
        MissingDependency: duckdb is not installed.

    >>> import duckdb, taiyuan_report as tr
    >>> tr.to_duckdb(tr.tables({"t": ["新增就业3万人。"]}, text="t"), "reports.duckdb")
    >>> with duckdb.connect("reports.duckdb") as database:
    ...     database.sql("select low, unit from quantities join reports on report = reports.rowid").fetchall()
    [(30000.0, '人')]
    """
    duckdb = need("duckdb", "duckdb", "to_duckdb")

    def write(name: str) -> None:
        with duckdb.connect(name) as database:
            for table, rows in tables.items():
                database.register("rows_to_write", rows)
                database.execute(f'create table "{table}" as select * from rows_to_write')
                database.unregister("rows_to_write")

    write_whole(path, write)
