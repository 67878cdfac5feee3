"""Rows from anything with columns, whatever library made it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import isnan
from typing import Any

from taiyuan_report.errors import ReportError
from taiyuan_report.table import Table


def columns_of(data: Any, needed: Iterable[str] = ()) -> dict[str, list[Any]]:
    """The columns that ``rows_of`` takes, as lists."""
    columns = data.to_dict() if isinstance(data, Table) else data
    names = list(columns) if isinstance(columns, Mapping) else _column_names(columns)
    missing = [name for name in needed if name not in names]
    if missing:
        raise ReportError(f"the table has no column {', '.join(missing)}; it has {', '.join(names)}")
    return {name: _list_of(columns[name]) for name in names}


def rows_of(data: Any, needed: Iterable[str] = ()) -> list[dict[str, Any]]:
    """The rows of anything with columns: a ``Table``, a dict of lists, a pandas, polars or Arrow table.

    Raises:
        ReportError: the data have no columns, or one that is needed is not among them.

    >>> rows_of({"year": [2023, 2024], "region": ["太原市", None]}, needed=["year"])[1]
    {'year': 2024, 'region': None}
    """
    columns = columns_of(data, needed)
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def _column_names(data: Any) -> list[str]:
    names = getattr(data, "column_names", None)  # of Arrow, whose columns are the values
    if names is None:
        names = getattr(data, "columns", None)
    if names is None:
        raise ReportError(f"{type(data).__name__} has no columns")
    return [str(name) for name in names]


def _list_of(values: Any) -> list[Any]:
    """A column as a list; None for what a library writes where nothing is."""
    for method in ("to_pylist", "to_list", "tolist"):
        if hasattr(values, method):
            values = getattr(values, method)()
            break
    return [None if is_missing(value) else value for value in values]


def is_missing(value: Any) -> bool:
    """True for what libraries write where nothing is: None, NaN, pandas' NA and NaT."""
    return (
        value is None
        or type(value).__name__ in ("NAType", "NaTType")
        or (isinstance(value, float) and isnan(value))
    )
