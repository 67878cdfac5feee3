"""A table of rows in Arrow's memory format, and ways out of it."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING, Any

from taiyuan_report import _core

if TYPE_CHECKING:
    import pandas
    import polars


class Table:
    """Rows that any dataframe library takes as they are, by the Arrow PyCapsule protocol.

    ``pandas.DataFrame.from_arrow(table)``, ``polars.DataFrame(table)``, ``pyarrow.table(table)`` and a DuckDB query
    that names the variable all work without a copy of the rows.
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
        import pandas

        return pandas.DataFrame.from_arrow(self)

    def to_polars(self) -> polars.DataFrame:
        """A polars DataFrame; needs the extra ``polars``."""
        import polars

        return polars.DataFrame(self)

    def to_parquet(self, path: str | PathLike[str]) -> None:
        """Write a Parquet file; needs the extra ``parquet``."""
        import pyarrow
        from pyarrow import parquet

        parquet.write_table(pyarrow.table(self), path)

    def to_csv(self, path: str | PathLike[str]) -> None:
        """Write a CSV file that Excel opens as UTF-8; needs the extra ``pandas``."""
        frame: Any = self.to_pandas()
        frame.to_csv(path, index=False, encoding="utf-8-sig")
