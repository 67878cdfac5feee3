"""Parquet with one report a row."""

from __future__ import annotations

from collections.abc import Iterator

from taiyuan_report.errors import DamagedFile
from taiyuan_report.readers.base import Budget, Columns, File, Row, need
from taiyuan_report.readers.columns import find_columns, is_own

_BATCH = 64  # rows in memory at a time


def read(file: File, columns: Columns, budget: Budget) -> Iterator[Row]:
    """The reports of a file."""
    pyarrow = need("pyarrow", "parquet", "reading Parquet files")
    parquet = need("pyarrow.parquet", "parquet", "reading Parquet files")
    number = 0
    with file.open() as opened:
        try:
            table = parquet.ParquetFile(opened)
            header = table.schema_arrow.names
            if is_own(header):
                return
            found = find_columns(header, columns, file.name)
            wanted = sorted({header[place] for place in found.values() if place is not None})
            for i in range(table.metadata.num_row_groups):
                group = table.metadata.row_group(i)
                budget.limits.check_ratio(group.total_byte_size, file.size, f"{file.name}: row group {i}")
            for batch in table.iter_batches(batch_size=_BATCH, columns=wanted):
                cells = {
                    key: [None] * batch.num_rows if place is None else batch[header[place]].to_pylist()
                    for key, place in found.items()
                }
                for row in zip(*cells.values(), strict=True):
                    number += 1
                    budget.take(len(row[0]) * 3 if isinstance(row[0], str) else 0, file.name)
                    yield Row(f"row {number}", *row)
        except (pyarrow.ArrowException, OSError) as error:
            raise DamagedFile(f"{file.name}: {error}") from None
