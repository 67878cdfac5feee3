"""The tables of more reports than one machine holds, by Spark: the kernel of ``parse_batch`` over ``mapInArrow``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from taiyuan_report import _core
from taiyuan_report.analyzer import Analyzer
from taiyuan_report.archive import parse_batch
from taiyuan_report.errors import ReportError
from taiyuan_report.readers.base import need

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame


def tables(
    frame: DataFrame,
    *,
    text: str,
    year: str | None = None,
    region: str | None = None,
    source: str | None = None,
    key: str | None = None,
    lexicon: Any = None,
) -> dict[str, DataFrame]:
    """The tables of ``taiyuan_report.tables`` as Spark frames; nothing is read before one of them is asked for.

    Args:
        frame: a Spark frame with one report a row.
        text: the column that holds the reports.
        year: the column of the years in which they were given.
        region: the column of names or codes of GB/T 2260.
        source: the column that says where each came from.
        key: a column of whole numbers that tells the reports apart: it becomes the column ``report``. By default
            Spark numbers the rows, rising but with gaps; that is the same in all tables as long as the frame gives
            its rows in one order, so give a key, or cache the frame, if it does not.
        lexicon: as for ``Analyzer``; each worker compiles it once.

    Returns:
        A dict of frames by the names of the tables. Each begins with ``report``, also ``reports`` and ``errors``.
        Types are Spark's own: strings for dictionaries, long for unsigned numbers. A worker needs this package
        installed, and reads each report again for each table that is asked for.
    """
    functions = need("pyspark.sql.functions", "spark", "taiyuan_report.spark")
    names = {"text": text, "year": year, "region": region, "source": source}
    missing = [name for name in (*names.values(), key) if name is not None and name not in frame.columns]
    if missing:
        raise ReportError(f"the frame has no column {missing[0]!r}; it has {', '.join(frame.columns)}")
    number = functions.monotonically_increasing_id() if key is None else functions.col(key).cast("long")
    given = frame.select(
        number.alias("report"),
        *(functions.col(f"`{name}`").alias(role) for role, name in names.items() if name is not None),
    )
    roles = {role: role for role, name in names.items() if name is not None}
    return {
        name: given.mapInArrow(_kernel(name, schema, roles, lexicon), _spark_schema(schema))
        for name, schema in _schemas().items()
    }


def _schemas() -> dict[str, pyarrow.Schema]:
    """The Arrow schema of each table as Spark takes it, from the one declaration of all rows."""
    arrow = need("pyarrow", "spark", "taiyuan_report.spark")
    report = arrow.field("report", arrow.int64())
    schemas = {}
    for name, table in _core.Columns().finish().items():
        fields = [
            field.with_type(_plain(field.type)) for field in arrow.schema(table) if field.name != "report"
        ]
        schemas[name] = arrow.schema([report, *fields])
    return schemas


def _plain(kind: Any) -> Any:
    """A type of Arrow that Spark has too."""
    arrow = need("pyarrow", "spark", "taiyuan_report.spark")
    if arrow.types.is_dictionary(kind) or arrow.types.is_large_string(kind):
        return arrow.string()
    if arrow.types.is_uint32(kind):
        return arrow.int64()
    if arrow.types.is_large_list(kind):
        return arrow.list_(arrow.struct([(field.name, arrow.int64()) for field in kind.value_type]))
    return kind


def _spark_schema(schema: pyarrow.Schema) -> Any:
    return need("pyspark.sql.pandas.types", "spark", "taiyuan_report.spark").from_arrow_schema(schema)


def _kernel(table: str, schema: pyarrow.Schema, roles: dict[str, str], lexicon: Any) -> Any:
    """What each worker does with the batches of its part."""

    def read(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        analyzer = Analyzer(lexicon) if lexicon else None
        for batch in batches:
            made = parse_batch(batch, table=table, key="report", analyzer=analyzer, **roles)
            yield from made.cast(schema).to_batches()

    return read
