"""Whole archives: every report in its place, every failure told, nothing that a hostile file asks for is given."""

import datetime
import io
import json
import os
import pickle
import re
import signal
import subprocess
import sys
import tarfile
import threading
import time
import zipfile
import zlib
from pathlib import Path

import archive
import archive_files as files
import numpy as np
import pyarrow as pa
import pytest

import taiyuan_report as tr
from taiyuan_report.cli import main
from taiyuan_report.jobs import Job
from taiyuan_report.pool import in_order

SMALL = tr.Limits(file_bytes=1 << 20)


@pytest.fixture(scope="module")
def generated(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive")
    return folder, archive.make_archive(folder, 300)


def errors_of(path, **options):
    return pa.table(tr.tables(path, **options)["errors"]).to_pylist()


def test_every_format_and_every_damage(generated):
    """Good ones parsed to the last quantity, damaged ones rows of errors with place and class, order kept."""
    folder, expected = generated
    made = tr.tables(folder)
    counts = archive.check(made, expected)
    assert counts["reports"] >= 250
    assert counts["errors"] >= 25
    assert archive.digest(made) == archive.digest(tr.tables(folder, workers=1)), "threads change nothing"


def test_scan_gives_the_same(generated):
    folder, expected = generated
    found = list(tr.scan(folder))
    assert len(found) == sum(len(holds.texts) + len(holds.errors) for _, holds in expected)
    table = pa.table(tr.tables(folder)["errors"]).to_pylist()
    rows = [{key: report[key] for key in table[0]} for report in found if "error" in report]
    assert rows == table
    again = tr.tables(found)
    assert len(again["errors"]) == len(table), "what scan could not read stays an error"


# ---- hostile files ---------------------------------------------------------------------------------------------------


def pdf_bomb():
    """A page of 300 MB of blanks in a file of 300 KB."""
    packed = zlib.compress(b" " * (300 << 20), 9)
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)
    return files.pdf_of([""]).replace(b"<< /Length 0 >>\nstream\n\nendstream", stream)


def bomb_of_headers():
    """A tar whose header says that its name has 2 MB."""
    info = tarfile.TarInfo("a.txt")
    info.pax_headers = {"comment": "x" * (2 << 20)}
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=tarfile.PAX_FORMAT) as packed:
        packed.addfile(info)
    return made.getvalue()


def device(name):
    info = tarfile.TarInfo(name)
    info.type = tarfile.CHRTYPE
    return info


def zip_link():
    info = zipfile.ZipInfo("a.txt")
    info.external_attr = 0o120777 << 16
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr(info, "/etc/hostname")
    return made.getvalue()


BOMB = archive.zip_bomb(30 << 20)
HOSTILE = {
    "bomb.zip": (BOMB, "UnsafeArchive", "ratio"),
    "bombs.zip": (files.zipped([("1.zip", BOMB), ("2.zip", BOMB)]), "UnsafeArchive", "ratio"),
    "bomb.tar.gz": (files.tarred([("a.txt", b" " * (30 << 20))]), "UnsafeArchive", "ratio"),
    "headers.tar": (bomb_of_headers(), "UnsafeArchive", "header"),
    "deep.zip": (archive.deep(6), "UnsafeArchive", "depth"),
    "up.zip": (files.zipped([("../a.txt", b"a")]), "UnsafeArchive", "path"),
    "root.zip": (files.zipped([("/etc/a.txt", b"a")]), "UnsafeArchive", "path"),
    "drive.zip": (files.zipped([("C:\\a.txt", b"a")]), "UnsafeArchive", "path"),
    "up.tar": (files.tarred([("x/../../a.txt", b"a")], ""), "UnsafeArchive", "path"),
    "loop.tar": (
        files.tarred([archive.link("a.txt", "b.txt"), archive.link("b.txt", "a.txt")], ""),
        "UnsafeArchive",
        "link",
    ),
    "link.zip": (zip_link(), "UnsafeArchive", "link"),
    "device.tar": (files.tarred([device("a.txt")], ""), "UnsafeArchive", "device"),
    "laughs.docx": (
        files.docx_of("", parts={"word/document.xml": archive.DOCTYPE}),
        "UnsafeArchive",
        "document type",
    ),
    "elements.docx": (files.docx_of("<w:p/>" * 300_000), "UnsafeArchive", "ratio"),
    "bomb.xlsx": (files.zipped([("xl/worksheets/sheet1.xml", b" " * (30 << 20))]), "UnsafeArchive", "ratio"),
    "cut.pdf": (files.pdf(archive.SAMPLE)[:700], "DamagedFile", "PDF"),
    "deep.html": (b"<body>" + b"<div>" * 150_000, "DamagedFile", "512"),
    "line.txt": ("增".encode() * 500_000, "TooLarge", "file_bytes"),
    "line.csv": (b"text\n" + "增".encode() * 500_000, "TooLarge", "file_bytes"),
    "line.jsonl": (b'{"text": "' + "增".encode() * 500_000, "TooLarge", "file_bytes"),
    "line.zip": (files.zipped([("a.txt", os.urandom(2 << 20))]), "TooLarge", "file_bytes"),
    "line.tar": (files.tarred([("a.txt", os.urandom(2 << 20))], ""), "TooLarge", "file_bytes"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files(name, tmp_path):
    data, error, word = HOSTILE[name]
    (tmp_path / name).write_bytes(data)
    rows = errors_of(tmp_path, limits=SMALL)
    assert rows
    assert {row["error"] for row in rows} == {error}
    assert all(word in row["message"] and name in row["message"] for row in rows)


def test_a_pdf_that_asks_for_gigabytes(tmp_path):
    """PDFium works in a process of its own, which the system bounds; the next file is read by another."""
    (tmp_path / "a.pdf").write_bytes(pdf_bomb())
    (tmp_path / "b.pdf").write_bytes(files.pdf(archive.SAMPLE))
    made = tr.tables(tmp_path, limits=tr.Limits(memory_bytes=400 << 20))
    if sys.platform == "linux":
        (row,) = pa.table(made["errors"]).to_pylist()
        assert row["error"] in ("DamagedFile", "TooLarge")
        assert "memory_bytes" in row["message"]
    assert Path(pa.table(made["reports"])["source"].to_pylist()[-1]).name == "b.pdf"


def test_a_pdf_that_takes_too_long(tmp_path):
    (tmp_path / "a.pdf").write_bytes(files.pdf(archive.SAMPLE * 1000))
    (row,) = errors_of(tmp_path, limits=tr.Limits(seconds=1, text_characters=1 << 30))
    assert (row["error"], "seconds" in row["message"]) == ("TooLarge", True)


def test_nothing_is_written_beside_an_archive(tmp_path):
    folder = tmp_path / "in" / "side"
    folder.mkdir(parents=True)
    (folder / "up.zip").write_bytes(
        files.zipped([("../../a.txt", "新增3个。".encode()), ("b.txt", "新增4个。".encode())])
    )
    made = tr.tables(folder)
    assert (len(made["reports"]), len(made["errors"])) == (1, 1)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["in", "side", "up.zip"]


LIMITS = {
    "members": (
        {"a.zip": files.zipped([(f"{i}.txt", "增".encode()) for i in range(9)])},
        tr.Limits(members=8),
    ),
    "members of a tar": (
        {"a.tar": files.tarred([(f"{i}.txt", "增".encode()) for i in range(9)], "")},
        tr.Limits(members=8),
    ),
    "members of a table": ({"a.csv": b"text\n" + b"a\n" * 9}, tr.Limits(members=8)),
    "unpacked_bytes": (
        {"a.zip": files.zipped([(f"{i}.txt", "增".encode() * 33) for i in range(9)])},
        tr.Limits(unpacked_bytes=800),
    ),
    "text_characters": ({"a.txt": "增长".encode() * 9}, tr.Limits(text_characters=17)),
    "text_characters of a cell": ({"a.csv": b"text\n" + "增长".encode() * 9}, tr.Limits(text_characters=17)),
    "file_bytes": ({"a.txt": "增长量".encode()}, tr.Limits(file_bytes=8)),
    "depth": ({"a.zip": archive.deep(2)}, tr.Limits(depth=1)),
}


@pytest.mark.parametrize("name", LIMITS)
def test_each_limit(name, tmp_path):
    """What is within the default is beyond a smaller limit, and the message names that limit."""
    content, limits = LIMITS[name]
    for file, data in content.items():
        (tmp_path / file).write_bytes(data)
    assert errors_of(tmp_path) == []
    rows = errors_of(tmp_path, limits=limits)
    assert {row["error"] for row in rows} <= {"TooLarge", "UnsafeArchive"}
    assert name.split()[0] in rows[-1]["message"]


@pytest.mark.parametrize("limit", tr.Limits._fields)
@pytest.mark.parametrize("value", [0, -1, None, 1.5])
def test_limits_are_whole_numbers(limit, value, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"a")
    with pytest.raises(ValueError, match=limit):
        tr.tables(tmp_path, limits=tr.Limits(**{limit: value}))


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_links_between_folders_lead_nowhere(tmp_path):
    (tmp_path / "a.txt").write_text("新增3个。", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    made = tr.tables(tmp_path)
    assert (len(made["reports"]), len(made["errors"])) == (1, 1)


# ---- what stands beside reports --------------------------------------------------------------------------------------


def test_names_in_gbk(tmp_path):
    """A zip that Windows in China has packed: region and year come from its names."""
    (tmp_path / "a.zip").write_bytes(
        files.zipped([("太原市/2021.txt", "新增3个。".encode())], gbk_names=True)
    )
    (report,) = tr.scan(tmp_path)
    assert (report["region"], report["year"]) == ("太原市", 2021)
    assert report["source"].endswith("a.zip/太原市/2021.txt")


def test_junk_is_passed_over(tmp_path):
    text = "新增3个。".encode()
    (tmp_path / "a.zip").write_bytes(
        files.zipped([("__MACOSX/._a.txt", b"\0"), ("a.txt", text), ("b.png", b"\x89")])
    )
    (tmp_path / "~$b.docx").write_bytes(b"\0")
    (tmp_path / ".c.txt").write_bytes(b"\0")
    made = tr.tables(tmp_path)
    assert (len(made["reports"]), len(made["errors"])) == (1, 0)


WRONG_INPUT = [
    (lambda: tr.read(None), "a path or an open file is expected, not NoneType"),
    (lambda: tr.read(["a.txt"]), "a path or an open file is expected, not list"),
    (lambda: tr.read(""), "a path is empty"),
    (lambda: tr.read(io.BytesIO(b"PK\0\0")), "file.name = 'a.xlsx'"),
    (lambda: tr.tables(None), "paths, reports or columns are expected, not NoneType"),
    (lambda: tr.tables(io.StringIO("a")), "read and read_all take an open file"),
    (lambda: tr.tables([{"text": "a"}]), "a path is expected, not dict: tables takes columns"),
    (lambda: list(tr.scan({"text": ["a"]}, text="text")), "not dict: tables takes columns"),
    (lambda: tr.tables("a.txt", year=2023), "year=2023 names a column here"),
    (lambda: tr.parse("绿化3亩。", source=3), "source=3: a str or a path is expected"),
]


@pytest.mark.parametrize(("make", "told"), WRONG_INPUT)
def test_input_of_the_wrong_kind(make, told):
    with pytest.raises(tr.ReportError, match=re.escape(told)):
        make()


def test_a_name_of_a_column_for_a_file_without_columns(tmp_path):
    (tmp_path / "a.txt").write_text("绿化3亩。")
    (tmp_path / "b.csv").write_text("正文,年\n绿化3亩。,2023\n")
    with pytest.raises(
        tr.ReportError, match=r"region='太原市' names a column, and no file here has columns; read"
    ):
        tr.tables(tmp_path / "a.txt", region="太原市")
    with pytest.raises(tr.ReportError, match="names a column"):
        tr.tables([tmp_path / "a.txt"] * 2, region="太原市")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/a.txt").write_text("绿化3亩。")
    with pytest.raises(tr.ReportError, match="names a column"):
        tr.tables(tmp_path / "folder", year="2023")
    assert len(tr.tables([tmp_path / "a.txt", tmp_path / "b.csv"], year="年")["reports"]) == 2
    errors = tr.tables(tmp_path / "b.csv", year="nianfen")["errors"].to_pandas()
    assert errors["message"].tolist() == [
        f"{tmp_path}/b.csv: it has no column 'nianfen'; it has '正文', '年'"
    ]


@pytest.mark.parametrize("column", [2023, 2023.0, "2023", "2023年", "2023.0", datetime.date(2023, 1, 15)])
def test_years_of_cells(column, tmp_path):
    frame = {"t": ["绿化3亩。"], "y": [column]}
    assert tr.tables(frame, text="t", year="y")["reports"].to_pandas()["year"].tolist() == [2023]
    (tmp_path / "a.csv").write_text(f"t,y\n绿化3亩。,{column}\n")
    assert tr.tables(tmp_path, text="t", year="y")["reports"].to_pandas()["year"].tolist() == [2023]


@pytest.mark.parametrize(
    "column", [140100, 140100.0, np.int64(140100), "太原市", "太原", "山西省太原市", "140100"]
)
def test_regions_of_cells(column):
    frame = {"t": ["绿化3亩。"], "r": [column]}
    assert tr.tables(frame, text="t", region="r")["reports"].to_pandas()["adcode"].tolist() == ["140100"]


def test_cells_that_say_nothing():
    frame = {"t": ["绿化3亩。"] * 2, "y": ["", None], "r": [" ", float("nan")]}
    made = tr.tables(frame, text="t", year="y", region="r")
    assert (len(made["reports"]), len(made["errors"])) == (2, 0)
    assert next(iter(tr.tables({"t": [None]}, text="t")["errors"].rows()))["error"] == "NoText"


@pytest.mark.parametrize("cell", [2023.5, 23, "明年"])
def test_cells_that_say_no_year(cell):
    errors = [*tr.tables({"t": ["绿化3亩。"], "y": [cell]}, text="t", year="y")["errors"].rows()]
    assert [row["error"] for row in errors] == ["ReportError"]


def test_reports_keep_their_errors_and_sources(tmp_path):
    (tmp_path / "a.txt").write_text("绿化3亩。")
    (tmp_path / "b.txt").write_text("")
    read = [*tr.scan(tmp_path), tr.parse("绿化3亩。", source=tmp_path / "c.txt")]
    made = tr.tables(read)
    assert [row["error"] for row in made["errors"].rows()] == ["NoText"]
    assert [row["source"] for row in made["reports"].rows()] == [f"{tmp_path}/a.txt", f"{tmp_path}/c.txt"]
    assert len(tr.tables(read[0])["reports"]) == 1


def test_a_table_of_our_own_is_no_report(tmp_path):
    tr.targets(tr.parse(tr.sample())).to_csv(tmp_path / "panel.csv")
    (row,) = errors_of(tmp_path / "panel.csv")
    assert (row["error"], "a table or page of this package" in row["message"]) == ("NoText", True)
    (tmp_path / "a.txt").write_text("绿化3亩。", encoding="utf-8")
    assert errors_of(tmp_path) == []


def test_a_page_of_our_own_is_no_report(tmp_path):
    """What is written into the folder that is read counts nothing twice."""
    (tmp_path / "a.txt").write_text(tr.sample(), encoding="utf-8")
    tr.read(tmp_path / "a.txt").to_html(tmp_path / "a.html")
    tr.explore(tr.tables(tmp_path / "a.txt"), tmp_path / "explore.html")
    made = tr.tables(tmp_path)
    assert (len(made["reports"]), errors_of(tmp_path)) == (1, [])
    for _ in range(2):  # and so it is made anew
        assert main(["explore", str(tmp_path), "-o", str(tmp_path / "explore.html")]) == 0
    packed = files.zipped([("a.html", (tmp_path / "a.html").read_bytes())])
    (tmp_path / "pages.zip").write_bytes(packed)
    assert [row["error"] for row in errors_of(tmp_path)] == ["NoText"]


def test_a_file_that_is_read_is_not_written_over(tmp_path):
    data = "text\n绿化3亩。\n"
    (tmp_path / "a.csv").write_text(data, encoding="utf-8")
    with pytest.raises(tr.ReportError, match="one of the files to read"):
        tr.write(tmp_path, tmp_path / "a.csv")
    assert main([str(tmp_path / "a.csv"), "-o", str(tmp_path / "a.csv")]) == 1
    assert main(["targets", str(tmp_path), "-o", str(tmp_path / "a.csv")]) == 1
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == data
    for _ in range(2):  # our own table is no report: it is made anew
        assert tr.write(tmp_path, tmp_path / "quantities.csv").rows == 1


def test_rows_that_tell_their_reports(tmp_path):
    """The file of one table says where each row is from; of targets, which have a year of their own, that one stays."""
    texts = {
        "t": ["今年绿化3亩。", "工作顺利。", "新增就业5万人、7万户。"],
        "s": list("abc"),
        "y": [2021, 2022, 2023],
    }
    given = {"text": "t", "source": "s", "year": "y", "told": True}
    tr.write(texts, tmp_path / "a.jsonl", **given)
    rows = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(row["report"], row["source"], row["year"]) for row in rows] == [
        (0, "a", 2021),
        (2, "c", 2023),
        (2, "c", 2023),
    ]
    assert tr.write(texts, tmp_path / "b.csv", table="errors", **given).rows == 0
    assert tr.write(texts, tmp_path / "c.csv", table="targets", **given).rows == 0
    head = (tmp_path / "c.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert head.startswith('"report","source","region",') and head.count('"year"') == 1


def test_a_file_without_chinese(tmp_path):
    (tmp_path / "a.html").write_text("<html><body><p>404 Not Found</p></body></html>", encoding="utf-8")
    (row,) = errors_of(tmp_path)
    assert (row["error"], "not one Chinese character" in row["message"]) == ("NoText", True)


def test_a_title_above_the_names_of_the_columns(tmp_path):
    (tmp_path / "a.csv").write_text(
        "各省报告汇总,,\n地区,年份,正文\n太原市,2023,绿化3亩。\n", encoding="utf-8"
    )
    (report,) = tr.scan(tmp_path)
    assert (report["region"], report["year"], len(report["quantities"])) == ("太原市", 2023, 1)
    (tmp_path / "a.csv").write_text(
        "正文\n今年绿化3亩。,新建公园2座。\n", encoding="utf-8"
    )  # a name, and no title
    (report,) = tr.scan(tmp_path)
    assert len(report["quantities"]) == 1


def test_a_table_without_names_of_columns(tmp_path):
    (tmp_path / "a.csv").write_text(f"太原市,2023,{'绿化3亩。' * 30}\n" * 2, encoding="utf-8")
    (row,) = errors_of(tmp_path)
    assert (row["error"], "names of the columns" in row["message"]) == ("ReportError", True)


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.csv", "a.docx", "a.zip", "a.xlsx"])
def test_an_empty_file(name, tmp_path):
    (tmp_path / name).write_bytes(b"")
    (row,) = errors_of(tmp_path)
    assert (row["error"], row["message"]) == ("NoText", f"{tmp_path}/{name}: it is empty: fetch it again")


def test_a_reader_that_gives_no_text(tmp_path):
    tr.register_reader("nothing", [".nothing"], lambda data, name: None)
    (tmp_path / "a.nothing").write_text("a")
    (tmp_path / "b.txt").write_text("绿化3亩。")
    made = tr.tables(tmp_path)
    assert len(made["reports"]) == 1
    assert "the reader 'nothing' gave NoneType, not text" in next(iter(made["errors"].rows()))["message"]


def test_a_file_opened_as_text_is_read_by_its_name(tmp_path):
    (tmp_path / "a.html").write_text("<html><body><p>今年绿化2000亩，新建公园3座。</p></body></html>")
    with (tmp_path / "a.html").open() as opened:
        assert tr.read(opened).text.strip() == "今年绿化2000亩，新建公园3座。"


@pytest.mark.parametrize("make", [tr.tables, lambda data: list(tr.scan(data)), lambda data: tr.read(data[0])])
def test_a_text_is_no_path(make):
    with pytest.raises(tr.ReportError, match=r"not a text \('新增就业3万人。.*tables\(\{'doc'"):
        make(["新增就业3万人。\n绿化[2000]亩。" * 900])


def test_a_path_that_is_too_long_is_a_row():
    assert tr.tables(["新增就业3万人[、]" * 900])["errors"].to_pandas()["error"].tolist() == ["OSError"]


def test_a_pattern_that_matches_nothing_is_told(tmp_path):
    (row,) = errors_of(str(tmp_path / "*.txt"))
    assert row["error"] == "OSError"
    assert "no file matches" in row["message"]


NOTHING = {
    "an empty folder": lambda folder: folder,
    "a folder without files that are read": lambda folder: (folder / "a.png").write_bytes(b"1") and folder,
    "a folder with a table of this package": lambda folder: (
        tr.write({"t": ["绿化3亩。"]}, folder / "q.csv", text="t") and folder
    ),
    "a pattern for such files": lambda folder: (folder / "z").mkdir() or f"{folder}/*",
}


@pytest.mark.parametrize("make", NOTHING.values(), ids=NOTHING)
def test_where_no_report_is_this_is_told(make, tmp_path):
    place = make(tmp_path)
    (error,) = errors_of(place)
    assert (error["source"], error["member"], error["error"]) == (str(place), None, "NoText")
    assert error["message"].startswith(f"{place}: it holds no report: no file here is one of .txt .md")
    (report,) = tr.scan([place])
    assert (report["source"], report["error"]) == (str(place), "NoText")
    with pytest.raises(tr.NoText, match="no report"):
        list(tr.scan(place, errors="raise"))


def test_a_folder_with_a_report_is_told_nothing_of(tmp_path):
    (tmp_path / "a" / "empty").mkdir(parents=True)
    (tmp_path / "a" / "a.txt").write_text("绿化3亩。", encoding="utf-8")
    (tmp_path / "b").mkdir()
    assert errors_of(tmp_path / "a") == errors_of(f"{tmp_path}/*") == []


@pytest.mark.parametrize("name", ["o.parquet", "o.csv", "o.xlsx", "o.jsonl", "o.duckdb"])
def test_a_file_is_not_replaced_by_nothing(name, tmp_path):
    path = tmp_path / name
    path.write_text("before", encoding="utf-8")
    with pytest.raises(tr.NothingRead, match=r"no report could be read, .*NoText: row 0: ") as caught:
        tr.write({"t": [None]}, path, text="t")
    (row,) = pickle.loads(pickle.dumps(caught.value)).errors
    assert row["error"] == "NoText"
    assert [(file.name, file.read_text(encoding="utf-8")) for file in tmp_path.iterdir()] == [
        (name, "before")
    ]


def test_what_is_written_without_reports(tmp_path):
    """The errors, if they are asked for; and nothing, where nothing was given."""
    assert tr.write({"t": [None]}, tmp_path / "e.csv", text="t", table="errors").rows == 1
    assert tr.write({"t": []}, tmp_path / "o.csv", text="t") == (0, 0, [])


# ---- memory, order, stopping -----------------------------------------------------------------------------------------


def test_who_is_slow_to_take_slows_down_the_reading(tmp_path):
    """Few files are read before their turn."""
    seen = []

    def read(data, name):
        seen.append(name)
        return data

    tr.register_reader("watched", [".watched"], read)
    for i in range(100):
        (tmp_path / f"{i:03}.watched").write_bytes(b"a")
    reports = tr.scan(tmp_path, workers=2)
    next(reports)
    time.sleep(0.2)
    assert len(seen) <= 12
    reports.close()
    assert len(seen) <= 12
    assert len({thread.name for thread in threading.enumerate() if "ThreadPool" in thread.name}) == 0


def test_the_caller_is_one_of_the_workers(tmp_path):
    """As many threads work as are asked for, and not one more that only waits and hands on."""
    seen = set()

    def read(data, name):
        seen.add(threading.current_thread())
        time.sleep(0.01)
        return data

    tr.register_reader("watched", [".watched"], read)
    for i in range(30):
        (tmp_path / f"{i:03}.watched").write_bytes(b"a")
    assert len(list(tr.scan(tmp_path, workers=3))) == 30
    assert len(seen) == 3
    assert threading.current_thread() in seen


def test_what_a_worker_raises_comes_in_its_turn():
    """A fault in the work on one job ends the run there, and not before what stands ahead of it is given."""

    def work(job):
        if job.path == "0":
            time.sleep(0.2)  # the others, and the caller, are far ahead
        if job.path == "10":
            raise ArithmeticError(job.path)
        return job.path

    given = []
    with pytest.raises(ArithmeticError):
        for job, result in in_order((Job(None, lambda: None, path=str(i)) for i in range(20)), work, 3):
            assert job.path == result
            given.append(result)
    # Two are worked on together, and both are lost with one of them.
    assert given == [str(i) for i in range(10)]


def test_large_files_are_not_held_together(tmp_path):
    """However many may wait, their bytes are bounded."""
    seen = []
    tr.register_reader("watched", [".watched"], lambda data, name: seen.append(name) or b"a")
    for i in range(20):
        with (tmp_path / f"{i:03}.watched").open("wb") as file:
            file.truncate(40 << 20)
    reports = tr.scan(tmp_path, workers=4)
    next(reports)
    time.sleep(0.2)
    assert len(seen) <= 3
    reports.close()


SCRIPT = """
import sys, taiyuan_report as tr
print("begins", flush=True)
tr.tables(sys.argv[1], progress=lambda done: print(done, flush=True) if done == 1 else None)
print("ends", flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_stops_at_once_and_cleanly(tmp_path):
    """Ctrl-C in the middle of a long archive ends the program, with no thread and no process left behind."""
    text = archive.SAMPLE.encode()
    for i in range(4000):
        (tmp_path / f"{i:04}.txt").write_bytes(text)
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "begins\n"
    assert process.stdout.readline() == "1\n"
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=60)
    assert "ends" not in output
    assert errors.strip().endswith("KeyboardInterrupt")
    assert process.returncode in (-signal.SIGINT, 1, 130)


def test_no_file_and_no_process_is_left_open(tmp_path):
    """Python itself would warn of them."""
    good, many = tmp_path / "good.zip", tmp_path / "many.zip"
    good.write_bytes(files.zipped([("a.txt", "一".encode())]))
    many.write_bytes(files.zipped([(f"{name}.txt", "一".encode()) for name in "abc"]))
    (tmp_path / "broken.zip").write_bytes(good.read_bytes()[:-9])
    (tmp_path / "a.pdf").write_bytes(files.pdf(files.SAMPLE))
    code = "import sys, taiyuan_report as tr; print(*tr.tables(sys.argv[1], limits=tr.Limits(members=2))['errors'].to_dict()['error'])"
    done = subprocess.run(
        [sys.executable, "-W", "default", "-c", code, str(tmp_path)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert (done.stdout, done.stderr) == ("DamagedFile TooLarge\n", "")


def test_a_progress_bar(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("新增3个。", encoding="utf-8")
    tr.tables([tmp_path / "a.txt"] * 3, progress=True)
    assert "3 reports" in capsys.readouterr().err


# ---- batches ---------------------------------------------------------------------------------------------------------


def test_a_batch_is_the_same_table():
    data = {"doc": [archive.variant(1), "", "新增3个。"], "year": [2020, 2021, 2022], "id": ["a", "b", "c"]}
    made = tr.tables(data, text="doc", year="year", source="id")
    batch = pa.RecordBatch.from_pydict(data)
    for name, table in made.items():
        found = tr.parse_batch(batch, table=name, text="doc", year="year", source="id")
        assert found == pa.table(table)
        keyed = tr.parse_batch(batch, table=name, text="doc", year="year", source="id", key="id")
        if name not in ("reports", "errors"):
            wanted = [data["id"][row] for row in pa.table(table)["report"].to_pylist()]
            assert keyed["report"].to_pylist() == wanted
    with pytest.raises(tr.ReportError, match="quantities"):
        tr.parse_batch(batch, table="numbers", text="doc")


def test_keys_of_a_batch_with_errors():
    batch = pa.RecordBatch.from_pydict({"text": ["新增3个。", None, "新增4个。"], "id": [7, 8, 9]})
    assert tr.parse_batch(batch, key="id")["report"].to_pylist() == [7, 9]
    assert tr.parse_batch(batch, key="id", table="errors")["report"].to_pylist() == [8]
    assert tr.parse_batch(batch, key="id", table="reports")["report"].to_pylist() == [7, 9]


def test_the_bar_in_a_notebook(tmp_path):
    """It is shown, and nothing is complained of, with or without ipywidgets."""
    nbclient, nbformat = pytest.importorskip("nbclient"), pytest.importorskip("nbformat")
    code = "import taiyuan_report as tr\nmade = tr.tables({'t': ['增长5%。'] * 3}, text='t', progress=True)"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    shown = json.dumps(notebook.cells[0].outputs)
    assert "3 reports" in shown or "widget-view" in shown
    assert "Warning" not in shown
