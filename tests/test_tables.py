"""Many reports: the same values as dicts and as Arrow tables, errors as rows, order kept."""

import csv
import gc
import json
import math
import os
import pickle
import threading
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import python_calamine
from pyarrow import parquet

import taiyuan_report as tr
from taiyuan_report import _core

ROWS = ("sections", "paragraphs", "sentences", "quantities", "targets", "notes")
NAMES = {"reports", *ROWS, "matches", "errors"}
OTHER = "政府工作报告\n\n一、工作回顾\n\n新增就业8.12万人，增长3%。\n\n二、工作安排\n\n新建三分之一。\n"


@pytest.fixture
def folder(tmp_path):
    """Two reports, a subfolder with a third, and files that are none."""
    root = tmp_path / "archive"
    (root / "z").mkdir(parents=True)
    (root / "b.txt").write_text(tr.sample(), encoding="utf-8")
    (root / "a.md").write_text(OTHER, encoding="utf-8")
    (root / "z" / "c.txt").write_text(OTHER, encoding="utf-8")
    (root / "notes.xyz").write_bytes(b"\xff")
    return root


@pytest.fixture(scope="session")
def reports(report):
    return [report, tr.parse(OTHER, source="other"), tr.parse("", source="empty")]


@pytest.fixture(scope="session")
def made(reports):
    return tr.tables(reports)


def plain(value):
    """A value as the dicts have it: None for missing, lists for lists."""
    if isinstance(value, dict):
        return [plain(item) for item in value.values()]
    if isinstance(value, list | tuple) or (hasattr(value, "tolist") and getattr(value, "ndim", 0)):
        return [plain(item) for item in value]
    if value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value)):
        return None
    return value.item() if hasattr(value, "item") else value


def expected(reports, name):
    return [{"report": i, **row} for i, report in enumerate(reports) for row in report[name]]


def via_pandas(table, path):
    return table.to_pandas().to_dict("records")


def via_pandas_protocol(table, path):
    return pd.DataFrame.from_arrow(table).to_dict("records")


def via_polars(table, path):
    return table.to_polars().to_dicts()


def via_pyarrow(table, path):
    return pa.table(table).to_pylist()


def via_record_batch(table, path):
    return pa.record_batch(table).to_pylist()


def via_duckdb(table, path):
    found = duckdb.from_arrow(pa.table(table))
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def via_parquet(table, path):
    table.to_parquet(path)
    return parquet.read_table(path).to_pylist()


WAYS = [
    via_pandas,
    via_pandas_protocol,
    via_polars,
    via_pyarrow,
    via_record_batch,
    via_duckdb,
    via_parquet,
]


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("way", WAYS)
def test_same_values_everywhere(way, name, made, reports, tmp_path):
    found = [
        {key: plain(value) for key, value in row.items()} for row in way(made[name], tmp_path / "t.parquet")
    ]
    assert found == expected(reports, name)


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_table_goes_to_other_processes(name, made):
    again = pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(made[name]))))
    assert (repr(again), again.to_dict()) == (repr(made[name]), made[name].to_dict())
    assert list(again.rows()) == list(made[name].rows())
    assert pa.table(again) == pa.table(made[name])
    assert again.to_polars().equals(made[name].to_polars())


def test_one_table_is_no_database(made, tmp_path):
    with pytest.raises(tr.ReportError, match="takes tables by name, not Table"):
        tr.to_duckdb(made["quantities"], tmp_path / "one.duckdb")


@pytest.mark.parametrize("name", ROWS)
def test_duckdb_reads_the_table_itself(name, made):
    """``select * from`` a variable that holds a Table, as its documentation says."""
    t = made[name]
    assert duckdb.sql("select * from t").columns == t.column_names
    assert duckdb.sql("select count(*) from t").fetchall() == [(len(t),)]


def assert_csv_holds(path, rows):
    assert path.read_bytes().startswith(b"\xef\xbb\xbf"), "Excel needs the mark"
    with path.open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    assert len(found) == len(rows)
    for got, row in zip(found, rows, strict=True):
        for key, value in row.items():
            if value is None:
                assert got[key] == ""
            elif isinstance(value, int | float):
                assert float(got[key]) == value
            elif isinstance(value, list):
                assert json.loads(got[key]) == value
            else:
                assert got[key] == value


@pytest.mark.parametrize("name", ROWS)
def test_csv_holds_the_same(name, made, reports, tmp_path):
    path = tmp_path / "t.csv"
    made[name].to_csv(path)
    assert_csv_holds(path, expected(reports, name))


@pytest.mark.parametrize("name", ROWS)
def test_jsonl_holds_the_same(name, made, reports, tmp_path):
    """To the type: whole numbers are int."""
    path = tmp_path / "t.jsonl"
    made[name].to_jsonl(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines == [json.dumps(row, ensure_ascii=False) for row in expected(reports, name)]


@pytest.mark.parametrize("name", ROWS)
def test_excel_holds_the_same(name, made, reports, tmp_path):
    path = tmp_path / "t.xlsx"
    made[name].to_xlsx(path)
    header, *rows = python_calamine.load_workbook(path).get_sheet_by_index(0).to_python()
    want = [
        [
            ("" if value is None else str(value) if isinstance(value, list) else value)
            for value in row.values()
        ]
        for row in expected(reports, name)
    ]
    assert header == made[name].column_names
    assert len(rows) == len(want)
    for found, row in zip(rows, want, strict=True):
        # Excel keeps 16 digits of a number.
        assert [pytest.approx(cell, rel=1e-15) if isinstance(cell, float) else cell for cell in found] == row


@pytest.fixture
def small_batches(monkeypatch):
    """Parts of a report or two, as of archives a thousand times larger."""
    monkeypatch.setattr("taiyuan_report.archive._BATCH_BYTES", 1 << 15)


READERS = {
    "parquet": lambda path: parquet.read_table(path).to_pylist(),
    "csv": lambda path: pd.read_csv(path).to_dict("records"),
    "jsonl": lambda path: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()],
    "xlsx": lambda path: pd.DataFrame(python_calamine.load_workbook(path).get_sheet_by_index(0).to_python()),
    "duckdb": lambda path: duckdb.connect(str(path)).sql("select * from quantities").fetchall(),
}


@pytest.mark.parametrize("suffix", READERS)
def test_files_written_in_parts(suffix, small_batches, tmp_path):
    """Equal to the file of the whole table; reports are numbered through, errors counted."""
    texts = {"t": [tr.sample(), None, OTHER, tr.sample(), "", OTHER]}
    whole, parts = tmp_path / f"whole.{suffix}", tmp_path / f"parts.{suffix}"
    made = tr.tables(texts, text="t")
    if suffix == "duckdb":
        tr.to_duckdb(made, whole)
    else:
        getattr(made["quantities"], f"to_{suffix}")(whole)
    done = tr.write(texts, parts, text="t")
    found, want = READERS[suffix](parts), READERS[suffix](whole)
    assert str(found) == str(want)
    if suffix == "parquet":
        assert parquet.ParquetFile(parts).num_row_groups > 1
    assert (done.reports, done.rows) == (5, len(made["quantities"]))
    assert [(row["source"], row["error"]) for row in done.errors] == [("row 1", "NoText")]


def test_all_tables_in_parts(small_batches, tmp_path):
    """``report`` is the rowid of ``reports`` in all of them."""
    texts = {"t": [tr.sample(), OTHER] * 4}
    tr.write(texts, tmp_path / "t.duckdb", text="t")
    want = {name: pa.table(table).to_pylist() for name, table in tr.tables(texts, text="t").items()}
    with duckdb.connect(str(tmp_path / "t.duckdb")) as database:
        for name, rows in want.items():
            found = database.sql(f"select * from {name}").fetchall()
            assert [[plain(value) for value in row] for row in found] == [
                [plain(value) for value in row.values()] for row in rows
            ]


@pytest.mark.parametrize(
    ("arguments", "word"), [({"path": "t.doc"}, ".duckdb"), ({"table": "numbers"}, "quantities")]
)
def test_what_cannot_be_written_is_said_at_once(arguments, word, tmp_path):
    def nothing():
        raise AssertionError("nothing is read")
        yield

    with pytest.raises(tr.ReportError, match=word):
        tr.write(nothing(), **{"path": tmp_path / "t.csv", **arguments})


def test_who_is_stopped_leaves_the_file_as_it_was(small_batches, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("before", encoding="utf-8")

    def stop(done):
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        tr.write({"t": [tr.sample()] * 5}, path, text="t", progress=stop)
    assert [(file.name, file.read_text(encoding="utf-8")) for file in tmp_path.iterdir()] == [
        ("t.csv", "before")
    ]


def test_who_stops_duckdb_is_told_so(tmp_path):
    class Stopping:
        def __arrow_c_stream__(self, requested_schema=None):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        tr.to_duckdb({"reports": Stopping()}, tmp_path / "t.duckdb")
    assert list(tmp_path.iterdir()) == []


def test_what_excel_cannot_hold(tmp_path):
    long = tr.tables({"t": ["增" * 40_000 + "。"]}, text="t")
    with pytest.raises(tr.TooLarge, match="32767"):
        long["sentences"].to_xlsx(tmp_path / "t.xlsx")
    assert list(tmp_path.iterdir()) == [], "no half of a file"


def test_duckdb_holds_all_tables(made, reports, tmp_path):
    path = tmp_path / "t.duckdb"
    path.write_bytes(b"what was there")
    tr.to_duckdb(made, path)
    with duckdb.connect(str(path)) as database:
        assert {row[0] for row in database.sql("show tables").fetchall()} == NAMES
        for name in ROWS:
            found = database.sql(f"select * from {name}")
            rows = [dict(zip(found.columns, map(plain, row), strict=True)) for row in found.fetchall()]
            assert rows == expected(reports, name)


def test_reports_table(made, reports):
    rows = pa.table(made["reports"]).to_pylist()
    for row, report in zip(rows, reports, strict=True):
        assert row["characters"] == len(report.text)
        for key in (
            "source",
            "title",
            "region",
            "adcode",
            "province",
            "prefecture",
            "year",
            "date",
            "session",
            "speaker",
        ):
            assert row[key] == report[key]


def test_indices_still_point_at_rows(made, reports):
    """Within one report, by its number in the column ``report``."""
    quantities, sentences = made["quantities"].to_pandas(), made["sentences"].to_pandas()
    for i, report in enumerate(reports):
        texts = list(sentences[sentences["report"] == i]["text"])
        assert [texts[k] for k in quantities[quantities["report"] == i]["sentence"]] == [
            report["sentences"][q["sentence"]]["text"] for q in report["quantities"]
        ]


def test_the_tables(made):
    assert set(made) == NAMES
    assert "quantities" not in repr(made["errors"])
    assert f"{len(made['quantities'])} rows" in repr(made["quantities"])


@pytest.mark.parametrize(
    "data", [[], {"doc": []}, pd.DataFrame({"doc": []}, dtype=object), pl.DataFrame({"doc": []})]
)
def test_nothing_gives_empty_tables_with_columns(data, made):
    empty = tr.tables(data) if isinstance(data, list) else tr.tables(data, text="doc")
    assert set(empty) == NAMES
    for name, table in empty.items():
        assert len(table) == 0
        assert table.column_names == made[name].column_names
        assert pa.table(table).schema == pa.table(made[name]).schema
        assert list(table.to_pandas().columns) == table.column_names
        assert table.to_polars().height == 0


def test_a_report_without_rows_counts(made):
    found = tr.tables({"doc": ["", "新增3个。", ""]}, text="doc")
    assert len(found["reports"]) == 3
    assert pa.table(found["quantities"])["report"].to_pylist() == [1]


def texts_of(made):
    return pa.table(made["reports"])["source"].to_pylist()


def test_sources(folder, monkeypatch):
    """A folder in the order of names, a list in its own order, globs in the order of names."""
    a, b, c = (str(folder / name) for name in ("a.md", "b.txt", "z/c.txt"))
    assert texts_of(tr.tables(folder)) == [a, b, c]
    assert texts_of(tr.tables(str(folder))) == [a, b, c]
    assert texts_of(tr.tables([b, Path(a), folder / "z"])) == [b, a, c]
    assert texts_of(tr.tables(str(folder / "*.txt"))) == [b]
    assert texts_of(tr.tables(str(folder / "**" / "*.txt"))) == [b, c]
    assert texts_of(tr.tables([str(folder / "[ab].*")])) == [a, b]
    monkeypatch.chdir(folder)
    assert texts_of(tr.tables("z")) == [str(Path("z", "c.txt"))]


COLUMNS = {
    "doc": ["新增就业8.12万人。", "去年绿化2000亩。"],
    "y": [2022, 2023],
    "place": ["太原市", "山西省"],
    "id": ["one", "two"],
}
FRAMES = {
    "dict": lambda columns: columns,
    "pandas": pd.DataFrame,
    "polars": pl.DataFrame,
    "pyarrow": pa.table,
    "batch": pa.RecordBatch.from_pydict,
    "series": lambda columns: {key: pd.Series(value) for key, value in columns.items()},
}


@pytest.mark.parametrize("kind", FRAMES)
def test_columns(kind):
    found = tr.tables(FRAMES[kind](COLUMNS), text="doc", year="y", region="place", source="id")
    rows = pa.table(found["reports"]).select(["source", "region", "adcode", "year"]).to_pylist()
    assert rows == [
        {"source": "one", "region": "太原市", "adcode": "140100", "year": 2022},
        {"source": "two", "region": "山西省", "adcode": "140000", "year": 2023},
    ]
    assert pa.table(found["quantities"])["low"].to_pylist() == [81200, 2000]
    assert pa.table(found["quantities"])["from_year"].to_pylist()[1] == 2022


@pytest.mark.parametrize("kind", FRAMES)
def test_columns_with_missing_cells(kind):
    """A year or region that is not known is left to the text; a missing text is an error."""
    columns = {
        "doc": ["新增3个。", None, "新增4个。"],
        "y": [2022, None, None],
        "place": [None, None, "140100"],
    }
    found = tr.tables(FRAMES[kind](columns), text="doc", year="y", region="place")
    assert pa.table(found["reports"])["year"].to_pylist() == [2022, None]
    assert pa.table(found["reports"])["adcode"].to_pylist() == [None, "140100"]
    assert pa.table(found["errors"])["source"].to_pylist() == ["row 1"]


@pytest.mark.parametrize("dtype", ["Int64", "Float64", "int64[pyarrow]"])
def test_nullable_years_of_pandas(dtype):
    frame = pd.DataFrame({"doc": ["新增3个。", "新增4个。"], "y": pd.array([2022, None], dtype=dtype)})
    assert pa.table(tr.tables(frame, text="doc", year="y")["reports"])["year"].to_pylist() == [2022, None]


def test_codes_that_pandas_made_floats():
    """A column of codes with a gap is one of floats."""
    frame = pd.DataFrame({"doc": ["新增3个。", "新增4个。"], "code": [140100, None]})
    assert pa.table(tr.tables(frame, text="doc", region="code")["reports"])["adcode"].to_pylist() == [
        "140100",
        None,
    ]


def test_unusable_cells_are_error_rows():
    columns = {
        "doc": ["新增3个。"] * 4,
        "y": [2022, "大约", 10**12, 2023],
        "place": ["太原市", None, None, "云河市"],
    }
    found = tr.tables(columns, text="doc", year="y", region="place")
    assert len(found["reports"]) == 1
    errors = pa.table(found["errors"]).to_pylist()
    assert [row["source"] for row in errors] == ["row 1", "row 2", "row 3"]
    assert {row["error"] for row in errors} == {"ReportError"}


@pytest.mark.parametrize("kind", FRAMES)
def test_an_unknown_column_is_named(kind):
    with pytest.raises(tr.ReportError, match="none"):
        tr.tables(FRAMES[kind](COLUMNS), text="none")


@pytest.mark.parametrize("kind", ["dict", "pandas", "polars", "pyarrow"])
def test_columns_without_a_name_ask_for_one(kind):
    with pytest.raises(tr.ReportError, match="text="):
        tr.tables(FRAMES[kind](COLUMNS))


def test_capsules_can_be_taken_twice(made):
    t = made["quantities"]
    first, second = pa.table(t), pa.table(t)
    assert first == second
    assert pa.schema(t) == first.schema
    assert pa.record_batch(t).to_pylist() == pl.DataFrame(t).to_dicts()


def test_a_capsule_that_nobody_takes(made):
    """Releases what it holds when it goes."""
    for _ in range(50):
        made["paragraphs"].__arrow_c_stream__()
        made["paragraphs"].__arrow_c_array__()
        made["paragraphs"].__arrow_c_schema__()
    assert pa.table(made["paragraphs"]).num_rows == len(made["paragraphs"])


def test_views_outlive_the_table():
    found = tr.tables({"doc": [tr.sample()] * 3}, text="doc")
    want = [q["text"] for q in tr.parse(tr.sample())["quantities"]] * 3
    table, frame = pa.table(found["quantities"]), found["quantities"].to_polars()
    stream = found["quantities"].__arrow_c_stream__()
    del found
    gc.collect()
    assert table["text"].to_pylist() == want
    assert frame["text"].to_list() == want
    del stream


def test_a_table_outlives_what_gathered_it():
    lexicon = tr.Analyzer()._lexicon
    columns = _core.Columns()
    columns.append(_core.Parsed(lexicon, "新增就业3万人。", source="a"))
    found = columns.finish()
    del columns, lexicon
    gc.collect()
    assert pa.table(found["quantities"])["unit"].to_pylist() == ["人"]


def test_columns_go_on_after_finish():
    """Empty, and with the next number of a report."""
    lexicon = tr.Analyzer()._lexicon
    columns = _core.Columns()
    rows = []
    for text in ("新增就业3万人。", "新增5个。"):
        columns.append(_core.Parsed(lexicon, text))
        columns.append_error("a", None, "b", "c")
        rows.append({name: pa.table(table).to_pylist() for name, table in columns.finish().items()})
    assert [row["text"] for row in rows[1]["quantities"]] == ["5个"]
    assert [row["report"] for row in rows[1]["quantities"]] == [1]
    assert len(rows[1]["errors"]) == 1


@pytest.fixture
def bad_files(tmp_path):
    """What goes wrong, in an order that is not that of names, around files that are good."""
    good, binary, encoding, suffix = (tmp_path / name for name in ("m.txt", "b.txt", "a.txt", "k.xyz"))
    good.write_text(OTHER, encoding="utf-8")
    binary.write_bytes(b"\x89PNG\0\0")
    encoding.write_bytes(b"\xff\xff\xff")
    suffix.write_bytes(b"abc")
    return [good, tmp_path / "z-none.txt", good, binary, encoding, suffix, good]


WRONG = ["OSError", "NotText", "WrongEncoding", "UnknownFormat"]


@pytest.mark.parametrize("workers", [1, 4, None])
def test_errors_are_rows_in_input_order(bad_files, workers):
    found = tr.tables(bad_files, workers=workers)
    errors = pa.table(found["errors"]).to_pylist()
    assert [row["error"] for row in errors] == WRONG
    assert [row["source"] for row in errors] == [str(bad_files[i]) for i in (1, 3, 4, 5)]
    assert all(str(bad_files[i]) in row["message"] for i, row in zip((1, 3, 4, 5), errors, strict=True))
    assert len(found["reports"]) == 3


@pytest.mark.parametrize("workers", [1, 4])
def test_scan_keeps_the_order(bad_files, workers):
    found = list(tr.scan(bad_files, workers=workers))
    assert [report["source"] for report in found] == [str(path) for path in bad_files]
    assert [report.get("error") for report in found] == [None, "OSError", None, *WRONG[1:], None]
    assert all(report["message"] for report in found if "error" in report)
    assert all(report["quantities"] == [] for report in found if "error" in report)


def test_scan_raises_if_asked(bad_files):
    found = tr.scan(bad_files, errors="raise", workers=1)
    assert len(next(found)["quantities"]) == 3
    with pytest.raises(OSError, match="z-none"):
        next(found)
    with pytest.raises(tr.NotText, match="NUL"):
        list(tr.scan(bad_files[3:], errors="raise"))


def test_scan_refuses_other_words(bad_files):
    with pytest.raises(ValueError, match="'rows' or 'raise'"):
        list(tr.scan(bad_files, errors="ignore"))


@pytest.mark.skipif(os.name != "posix", reason="needs names that are bytes")
def test_a_file_name_that_is_no_text(tmp_path):
    """A name in GB18030 on a disk that expects UTF-8: the report is read, or an error row says why not."""
    name = os.fsdecode(os.fsencode(tmp_path) + b"/" + "报告".encode("gb18030") + b".txt")
    try:
        Path(name).write_text(OTHER, encoding="utf-8")
    except OSError:
        pytest.skip("the file system refuses such names")
    found = tr.tables(tmp_path)
    assert len(found["reports"]) + len(found["errors"]) == 1


@pytest.mark.parametrize("workers", [1, 4])
def test_progress_counts_up(bad_files, workers):
    seen = []
    tr.tables(bad_files, workers=workers, progress=seen.append)
    assert seen == [1, 2, 3, 4, 5, 6, 7]
    seen.clear()
    list(tr.scan(bad_files, workers=workers, progress=seen.append))
    assert seen == [1, 2, 3, 4, 5, 6, 7]


def test_workers_change_nothing(folder, shared):
    paths = [folder, shared / "corpus" / "2026"]
    one, four = tr.tables(paths, workers=1), tr.tables(paths, workers=4)
    for name in NAMES:
        assert pa.table(one[name]) == pa.table(four[name])


def test_threads_share_an_analyzer():
    analyzer = tr.Analyzer(patterns={"city": "云河[市人]"})
    want = tr.parse(tr.sample(), analyzer=analyzer)
    found, errors = [], []
    gate = threading.Barrier(8)

    def work():
        try:
            gate.wait()
            found.extend(tr.parse(tr.sample(), analyzer=analyzer) for _ in range(20))
        except Exception as error:  # handed to the main thread
            errors.append(error)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert len(found) == 160
    assert all(report == want for report in found)


def test_gb18030_reads_like_utf8(tmp_path, report):
    path = tmp_path / "old.txt"
    path.write_bytes(tr.sample().encode("gb18030"))
    found = tr.read(path, source="x")
    assert found["notes"].pop(0)["kind"] == "gb18030", "what the encoding was taken for is told"
    assert found == {**report, "source": "x"}
    assert found.text == report.text


def test_the_mark_of_utf8_is_no_text(tmp_path, report):
    """Offsets count the characters after it."""
    path = tmp_path / "windows.txt"
    path.write_bytes(b"\xef\xbb\xbf" + tr.sample().encode())
    found = tr.read(path, source="x")
    assert found == {**report, "source": "x"}


@pytest.fixture(scope="module")
def corpus(shared):
    """All reports of the corpus, as dicts and as tables."""
    paths = sorted((shared / "corpus").rglob("*.txt"))
    return list(tr.scan(paths)), tr.tables(paths)


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("way", [via_pandas, via_polars, via_pyarrow, via_duckdb, via_parquet])
def test_corpus_tables_equal_dicts(way, name, corpus, tmp_path):
    reports, found = corpus
    rows = way(found[name], tmp_path / "t.parquet")
    assert [{key: plain(value) for key, value in row.items()} for row in rows] == expected(reports, name)


@pytest.mark.parametrize("name", ROWS)
def test_corpus_csv_equals_dicts(name, corpus, tmp_path):
    reports, found = corpus
    found[name].to_csv(tmp_path / "t.csv")
    assert_csv_holds(tmp_path / "t.csv", expected(reports, name))


@pytest.mark.parametrize("year", [float("inf"), 1e300, "soon"])
def test_a_year_that_is_none_is_a_row(year):
    made = tr.tables({"t": ["增长5%。", "增长6%。"], "y": [year, 2020]}, text="t", year="y")
    assert (len(made["reports"]), len(made["errors"])) == (1, 1)


def test_columns_of_different_lengths():
    with pytest.raises(tr.ReportError, match=r"different lengths: \[1, 2, 1, 1\]"):
        tr.tables({"t": ["增长5%。"], "y": [2020, 2021]}, text="t", year="y")
