"""Spark's tables are the local ones. Needs Java and pyspark."""

import os
import shutil
import sys

import archive
import pyarrow as pa
import pytest

import taiyuan_report as tr

pyspark = pytest.importorskip("pyspark")
if not shutil.which("java") and not os.environ.get("JAVA_HOME"):
    pytest.skip("needs Java", allow_module_level=True)

pytestmark = pytest.mark.filterwarnings("ignore:PySpark does not yet")

ROWS = [
    {
        "doc": archive.variant(i) if i % 9 else None,
        "year": 2000 + i % 20,
        "place": "太原市",
        "url": f"https://a/{i}",
    }
    for i in range(30)
]
NAMES = {"text": "doc", "year": "year", "region": "place", "source": "url"}


@pytest.fixture(scope="module")
def spark():
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    preload = os.environ.pop(
        "LD_PRELOAD", ""
    )  # a sanitizer's: Java does not start with it, its workers need it
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.executorEnv.LD_PRELOAD", preload)
        .config("spark.ui.enabled", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "7")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate()
    )
    if preload:
        os.environ["LD_PRELOAD"] = preload
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def frame(spark):
    """In two parts, so that batches and workers meet."""
    schema = "doc string, year int, place string, url string"
    return spark.createDataFrame([tuple(row.values()) for row in ROWS], schema).repartition(2).cache()


def plain(value):
    """A value as plain Python has it."""
    if isinstance(value, list):
        return [[piece["start"], piece["end"]] for piece in value]
    return value


def local():
    """The tables that this machine makes, each row with the url of its report."""
    made = {
        name: pa.table(table).to_pylist()
        for name, table in tr.tables(pa.Table.from_pylist(ROWS), **NAMES).items()
    }
    urls = [row["source"] for row in made["reports"]]
    return {
        name: [
            (row.get("source") or urls[row["report"]], {k: plain(v) for k, v in row.items() if k != "report"})
            for row in rows
        ]
        for name, rows in made.items()
    }


def test_the_same_tables(frame):
    from taiyuan_report.spark import tables

    found = {
        name: [row.asDict(recursive=True) for row in table.collect()]
        for name, table in tables(frame, **NAMES).items()
    }
    urls = {row["report"]: row["source"] for row in found["reports"]}
    want = local()
    assert set(found) == set(want)
    assert len(urls) == len(want["reports"])
    for name, rows in found.items():
        named = [
            (row.get("source") or urls[row["report"]], {k: plain(v) for k, v in row.items() if k != "report"})
            for row in rows
        ]
        # Rows of one report stay in their order; the reports come in any.
        assert sorted(named, key=lambda row: row[0]) == sorted(want[name], key=lambda row: row[0]), name


def test_keys_and_a_lexicon(spark):
    from taiyuan_report.spark import tables

    frame = spark.createDataFrame([(71, "形成10万锭。"), (9, "新增3个。")], "id int, doc string")
    lexicon = {"yarn": {"base": "锭", "units": {"锭": 1}}}
    rows = tables(frame, text="doc", key="id", lexicon=lexicon)["quantities"].collect()
    assert sorted((row["report"], row["low"], row["unit"]) for row in rows) == [
        (9, 3.0, "个"),
        (71, 100000.0, "锭"),
    ]


def test_a_column_that_is_not_there(frame):
    from taiyuan_report.spark import tables

    with pytest.raises(tr.ReportError, match="no column 'none'; it has doc, year, place, url"):
        tables(frame, text="none")
