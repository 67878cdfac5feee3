"""A table of rows in Arrow's memory format, and ways out of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from os import PathLike
from typing import TYPE_CHECKING, Any

from taiyuan_report import _core, writers
from taiyuan_report.errors import ReportError
from taiyuan_report.readers.base import need

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

_BATCH = 10_000  # rows that are Python objects at a time


class Table:
    """Rows that any dataframe library takes as they are, by the Arrow PyCapsule protocol.

    ``pandas.DataFrame.from_arrow(table)``, ``polars.DataFrame(table)``, ``pyarrow.table(table)`` and a DuckDB query
    that names the variable all work without a copy of the rows. A file that is written is there whole or not at all.
    Pickled it is a record batch of pyarrow, which the extra ``parquet`` brings; both sides need it.
    """

    def __init__(self, arrow: _core.ArrowTable | pyarrow.RecordBatch) -> None:
        self._arrow = arrow

    def __reduce__(self) -> tuple[type[Table], tuple[pyarrow.RecordBatch]]:
        return Table, (need("pyarrow", "parquet", "a Table that is pickled").record_batch(self),)

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
        if isinstance(self._arrow, _core.ArrowTable):
            return self._arrow.columns()
        return {name: list(map(_pairs, values)) for name, values in self._arrow.to_pydict().items()}

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas DataFrame; needs the extra ``pandas``."""
        return need("pandas", "pandas", "to_pandas").DataFrame.from_arrow(self)

    def to_polars(self) -> polars.DataFrame:
        """A polars DataFrame; needs the extra ``polars``."""
        return need("polars", "polars", "to_polars").DataFrame(self)  # type: ignore[no-any-return]

    def to_parquet(self, path: str | PathLike[str]) -> None:
        """Write a Parquet file; needs the extra ``parquet``."""
        writers.write_parquet([self], path)

    def to_csv(self, path: str | PathLike[str]) -> None:
        """Write a CSV file that Excel opens as UTF-8; needs the extra ``parquet``. Pieces are lists in JSON."""
        writers.write_csv([self], path)

    def to_jsonl(self, path: str | PathLike[str]) -> None:
        """Write a line of JSON for each row, with the values that the dicts have; needs the extra ``parquet``."""
        writers.write_jsonl([self], path)

    def to_xlsx(self, path: str | PathLike[str]) -> None:
        """Write an Excel workbook; needs the extra ``formats``.

        Raises:
            TooLarge: more rows than a sheet of Excel has, or more characters than a cell has.
        """
        writers.write_xlsx([self], path)

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
                    row[name] = _pairs(row[name])
                yield row


def _pairs(value: Any) -> Any:
    """Pieces as pairs, which Arrow gives with names; any other value as it is."""
    return [list(piece.values()) for piece in value] if isinstance(value, list) else value


def to_duckdb(tables: Mapping[str, Table], path: str | PathLike[str]) -> None:
    """Write all tables into one new DuckDB file; needs the extra ``duckdb``.

    Args:
        tables: what ``tables`` gives.
        path: the file; one that is there already is replaced.

    Raises:
        MissingDependency: duckdb is not installed.
        ReportError: a table instead of tables.

    >>> import duckdb, taiyuan_report as tr
    >>> tr.to_duckdb(tr.tables({"t": ["新增就业3万人。"]}, text="t"), "reports.duckdb")
    >>> with duckdb.connect("reports.duckdb") as database:
    ...     database.sql("select low, unit from quantities join reports on report = reports.rowid").fetchall()
    [(30000.0, '人')]
    """
    if not isinstance(tables, Mapping):
        raise ReportError(
            f"to_duckdb takes tables by name, not {type(tables).__name__}: give {{'quantities': table}} for one"
        )
    writers.write_duckdb([tables], path)
