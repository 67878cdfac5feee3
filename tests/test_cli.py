"""The command line, as a process of its own."""

import ast
import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import archive_files as files
import duckdb
import pytest
from pyarrow import parquet

import taiyuan_report as tr
from taiyuan_report.cli import _Paint, _parser
from taiyuan_report.messages import _CHINESE

TEXT = "政府工作报告\n\n各位代表：\n\n今年，地区生产总值增长6.5%左右，新增就业3万人。\n"


@pytest.fixture
def folder(tmp_path):
    """A folder with a good report, and one with a bad one."""
    (tmp_path / "good").mkdir()
    (tmp_path / "good" / "太原市2023.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "b.zip").write_bytes(files.zipped([("x/c.txt", b"\0"), ("d.txt", TEXT.encode())]))
    return tmp_path


def run(*arguments, folder, language="C.UTF-8", **environment):
    return subprocess.run(
        [sys.executable, "-m", "taiyuan_report", *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "LC_ALL": language, **environment},
        check=False,
    )


def test_prints_a_table(folder):
    done = run("good", folder=folder)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["text"], row["low"], row["to_year"]) for row in rows] == [
        ("6.5%", "6.5", "2023"),
        ("3万人", "30000", "2023"),
    ]
    assert done.stderr == "1 reports, 2 rows of quantities, 0 errors\n"
    assert done.returncode == 0


@pytest.mark.parametrize("name", ["o.parquet", "o.csv", "o.xlsx", "o.jsonl", "o.duckdb"])
def test_writes_a_table(name, folder):
    done = run("good", "-o", name, folder=folder)
    assert done.returncode == 0, done.stderr
    path, want = folder / name, tr.parse(TEXT, year=2023)["quantities"]
    if name == "o.parquet":
        assert parquet.read_table(path)["text"].to_pylist() == [row["text"] for row in want]
    elif name == "o.jsonl":
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        told = {"report": 0, "source": "good/太原市2023.txt", "region": "太原市", "year": 2023}
        assert rows == [{**told, **row} for row in want]
    elif name == "o.duckdb":
        with duckdb.connect(str(path)) as database:
            assert database.sql("select region from reports").fetchall() == [("太原市",)]
    elif name == "o.csv":
        assert path.read_text(encoding="utf-8-sig").count("\n") == 3
    else:
        assert path.stat().st_size > 1000


def test_another_table(folder):
    done = run("tables", "good", "--table", "reports", folder=folder)
    assert "太原市,140100,山西省,太原市,2023" in done.stdout


def test_errors_are_told_and_counted(folder):
    done = run(".", "-o", "o.csv", folder=folder)
    assert done.returncode == 1
    assert "error: NotText: bad/b.zip/x/c.txt: " in done.stderr
    assert "2 reports, 4 rows of quantities, 1 errors" in done.stderr
    done = run("check", ".", folder=folder)
    (line,) = done.stdout.splitlines()
    assert line.split("\t")[:2] == ["bad/b.zip x/c.txt", "NotText"]
    assert (done.returncode, done.stderr) == (1, "2 can be read, 1 cannot be read\n")
    assert run("check", "good", folder=folder).returncode == 0


WRONG = [
    (["good", "-o", "o.doc"], ".parquet, .csv, .xlsx, .jsonl, .duckdb"),
    (["good", "--table", "numbers"], "quantities"),
    (["good", "--none"], "--none"),
    (["tables"], "FILE"),
    (["words", "good", "-o", "o.duckdb"], ".parquet, .csv, .xlsx, .jsonl"),
    (["words", "good", "--top", "-3"], "above 0"),
    (["explore", "good"], "-o"),
    (["explore", "good", "-o", "e.csv"], ".html"),
    (
        ["good/太原市2023.txt", "--year", "2023", "--region", "太原市"],
        "--year 2023 --region 太原市: it names a column",
    ),
]

COMMANDS = {
    "tables": ["-o", "o.csv"],
    "targets": ["-o", "o.csv"],
    "words": ["-o", "o.csv"],
    "explore": ["-o", "o.html"],
    "check": [],
}


@pytest.mark.parametrize(("command", "output"), COMMANDS.items())
def test_a_folder_without_reports(command, output, folder):
    (folder / "none").mkdir()
    done = run(command, "none", *output, folder=folder)
    told = done.stdout if command == "check" else done.stderr
    assert (done.returncode, "none: it holds no report: no file here is one of .txt" in told) == (1, True)


@pytest.mark.parametrize("command", ["tables", "targets", "words", "explore"])
def test_a_file_is_not_replaced_by_nothing(command, folder):
    before = folder / COMMANDS[command][1]
    before.write_text("before", encoding="utf-8")
    done = run(command, "slip.txt", *COMMANDS[command], folder=folder)
    assert (done.returncode, "error: OSError: " in done.stderr, "not written" in done.stderr) == (
        1,
        True,
        True,
    )
    assert before.read_text(encoding="utf-8") == "before"


def test_a_report_without_rows_is_no_error(folder):
    (folder / "plain.txt").write_text("各位代表，大家好。", encoding="utf-8")
    for arguments in (["plain.txt"], ["targets", "plain.txt"], ["words", "plain.txt", "--word", "创新"]):
        done = run(*arguments, "-o", "o.csv", folder=folder)
        assert (done.returncode, (folder / "o.csv").read_text(encoding="utf-8-sig").count("\n")) == (0, 1)


def test_columns_of_what_may_have_some(folder):
    (folder / "good" / "o.csv").write_text("text,when\n新增就业3万人。,2021\n", encoding="utf-8")
    for given in ("good", "good/*", "good/o.csv"):
        done = run("tables", given, "--table", "reports", "--year", "when", folder=folder)
        assert (done.returncode, "2021" in done.stdout) == (0, True)


def test_an_output_in_no_folder_is_told_before_the_work(folder):
    for arguments in (
        ["good", "-o", "new/o.csv"],
        ["targets", "good", "-o", "new/o.csv"],
        ["explore", "none.txt", "-o", "new/o.html"],
    ):
        done = run(*arguments, folder=folder)
        assert (done.returncode, done.stderr) == (
            1,
            "taiyuan-report: error: FileNotFoundError: [Errno 2] no such folder; make it first: 'new'\n",
        )


@pytest.mark.parametrize(("arguments", "word"), WRONG)
def test_wrong_use(arguments, word, folder):
    done = run(*arguments, folder=folder)
    assert done.returncode == 2
    assert word in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments", [["show", "none.txt"], ["good", "--lexicon", "none.toml"], ["show", "bad/b.zip"]]
)
def test_what_cannot_be_read(arguments, folder):
    done = run(*arguments, folder=folder)
    assert done.returncode == 1
    assert done.stderr.startswith("taiyuan-report: error: ")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("given", ["good", "bad/b.zip", "two.csv"])
def test_show_of_several_names_the_commands_for_them(given, folder):
    (folder / "two.csv").write_text("text\n新增3个。\n新增4个。\n", encoding="utf-8")
    done = run("show", given, folder=folder)
    assert (done.returncode, "tables, targets, words and explore" in done.stderr) == (1, True)


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
def test_a_closed_output(folder):
    command = f"{sys.executable} -m taiyuan_report good -o o.csv >&- 2>&-"
    assert subprocess.run(command, shell=True, cwd=folder, check=False).returncode == 0
    assert (folder / "o.csv").exists()


def test_shows_a_report(folder):
    (folder / "s.md").write_text(tr.sample(), encoding="utf-8")
    done = run("show", "s.md", "--region", "大同市", folder=folder)
    assert done.returncode == 0
    assert "政府工作报告 · 大同市 · 2024" in done.stdout
    assert "\n  一、2023年工作回顾\n" in done.stdout
    assert "2024 target 城镇调查失业率" in done.stdout
    assert done.stdout.endswith(tr.sample() + "\n")
    assert "\x1b" not in done.stdout, "no colours in a pipe"


def test_colours_are_for_terminals(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert _Paint(Terminal())("3万人", "32") == "\x1b[32m3万人\x1b[0m"
    assert _Paint(io.StringIO())("3万人", "32") == "3万人"
    monkeypatch.setenv("NO_COLOR", "1")
    assert _Paint(Terminal())("3万人", "32") == "3万人"


def test_counts_words(folder):
    done = run("words", "good", "--word", "就业", "--word", "增长", folder=folder)
    assert [line.split("\t")[:4] for line in done.stdout.splitlines()[1:]] == [
        ["太原市", "2023", "增长", "1"],
        ["太原市", "2023", "就业", "1"],
    ]


def test_the_first_words_of_each_group(folder):
    (folder / "good" / "太原市2024.txt").write_text(TEXT, encoding="utf-8")
    done = run("words", "good", "--top", "1", folder=folder)
    assert [line.split("\t")[1] for line in done.stdout.splitlines()[1:]] == ["2023", "2024"]
    for top, rows in ((["--top", "1"], 2), ([], 30)):
        assert run("words", "good", *top, "-o", "w.jsonl", folder=folder).returncode == 0
        assert len((folder / "w.jsonl").read_text(encoding="utf-8").splitlines()) == rows


def test_words_without_what_cannot_be_read(folder):
    done = run("words", ".", "--word", "就业", folder=folder)
    assert done.stdout.splitlines()[1].split("\t")[2:4] == ["就业", "1"]
    assert (done.returncode, done.stderr.count("error: NotText: bad/b.zip/x/c.txt: ")) == (1, 1)


def test_explore(folder):
    done = run("explore", "good", "-o", "e.html", folder=folder)
    assert done.returncode == 0
    assert "地区生产总值" in (folder / "e.html").read_text(encoding="utf-8")


def test_targets(folder):
    (folder / "s.md").write_text(tr.sample(), encoding="utf-8")
    done = run("targets", "s.md", folder=folder)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    want = tr.parse(tr.sample())["targets"]
    assert [(row["label"], row["status"]) for row in rows] == [(row["label"], row["status"]) for row in want]
    assert done.returncode == 0
    for _ in range(2):  # the second time with its own table in the folder
        done = run("targets", ".", "--wide", "-o", "o.csv", folder=folder)
        assert (done.returncode, done.stderr.count("error: NotText: bad/b.zip/x/c.txt: ")) == (1, 1)
    assert "gdp_growth_achieved" in (folder / "o.csv").read_text(encoding="utf-8-sig").partition("\n")[0]


def commands():
    (actions,) = (action for action in _parser()._actions if hasattr(action, "choices") and action.choices)
    return actions.choices


@pytest.mark.parametrize("command", commands())
def test_help_has_an_example(command):
    told = commands()[command].format_help()
    assert "example: taiyuan-report" in told


@pytest.mark.parametrize(
    ("command", "formats"),
    [
        ("tables", "parquet, csv, xlsx, jsonl, duckdb"),
        ("targets", "jsonl\n"),
        ("words", "jsonl\n"),
        ("explore", ".html\n"),
    ],
)
def test_help_lists_the_formats_that_are_taken(command, formats, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    (line,) = (
        line for line in commands()[command].format_help().splitlines(keepends=True) if "write here" in line
    )
    assert formats in line


def test_chinese(folder):
    done = run("--help", folder=folder, language="zh_CN.UTF-8")
    assert done.stdout.startswith("用法：taiyuan-report")
    assert "1 份报告" in run("good", folder=folder, language="zh_CN.UTF-8").stderr
    done = run("good", "-o", "o.doc", folder=folder, language="zh_CN.UTF-8")
    assert "后缀" in done.stderr
    assert (
        "参数 --workers: 须为整数：'x'"
        in run("good", "--workers", "x", folder=folder, language="zh_CN.UTF-8").stderr
    )
    assert (
        "参数 --wide: 不接受值：'1'"
        in run("targets", "good", "--wide=1", folder=folder, language="zh_CN.UTF-8").stderr
    )
    assert "缺少参数：FILE" in run("show", folder=folder, language="zh_CN.UTF-8").stderr


def said_in(source):
    """The texts that a module says: what it gives to _() and say(), and its lists of texts."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "say"):
            yield from (part.value for part in ast.walk(node.args[0]) if isinstance(part, ast.Constant))


def test_every_message_has_a_translation_and_every_translation_a_message():
    sources = [Path(tr.__file__).with_name(name) for name in ("cli.py", "page.py", "explorer.py", "plot.py")]
    trees = [path.read_text(encoding="utf-8") for path in sources]
    said = {text for source in trees for text in said_in(source) if isinstance(text, str)}
    # Keys of tables and names of fields are no texts.
    assert {text for text in said if " " in text or text[:1].isupper()} <= set(_CHINESE)
    constants = {
        node.value
        for source in trees
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant)
    }
    commitments = {"plain", "strive", "ensure"}  # of rows, which C declares
    assert set(_CHINESE) - commitments <= constants


def test_version_and_nothing(folder):
    assert run("--version", folder=folder).stdout.strip() == tr.__version__
    assert run(folder=folder).stdout.startswith("usage: taiyuan-report")
