"""What the documents print is what the package prints, and the commands that they name exist."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import taiyuan_report as tr

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [
    "README.md",
    "README.zh.md",
    *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")),
]
WITH_EXAMPLES = [name for name in DOCUMENTS if ">>> " in (ROOT / name).read_text(encoding="utf-8")]
MODULES = [tr.__name__, *(module.name for module in pkgutil.walk_packages(tr.__path__, f"{tr.__name__}."))]
OPTIONS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS


def assert_examples_hold(examples: doctest.DocTest) -> int:
    said: list[str] = []
    results = doctest.DocTestRunner(optionflags=OPTIONS).run(examples, out=said.append)
    assert not results.failed, "".join(said)
    return results.attempted


@pytest.mark.parametrize("document", WITH_EXAMPLES)
def test_examples_of_document(document: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    without_fences = re.sub(r"^```.*$", "", (ROOT / document).read_text(encoding="utf-8"), flags=re.MULTILINE)
    with pd.option_context("display.width", 120):
        examples = doctest.DocTestParser().get_doctest(without_fences, {}, document, document, 0)
        assert assert_examples_hold(examples) > 0


@pytest.mark.parametrize("name", MODULES)
def test_examples_of_module(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for examples in doctest.DocTestFinder(exclude_empty=True).find(importlib.import_module(name)):
        assert_examples_hold(examples)


@pytest.mark.parametrize("name", [name for name in tr.__all__ if inspect.isfunction(getattr(tr, name))])
def test_docstrings_tell_all_arguments(name: str) -> None:
    function = getattr(tr, name)
    told = inspect.getdoc(function) or ""
    arguments = list(inspect.signature(function).parameters)
    if "Args: as for" not in told:
        part = re.search(r"Args:\n(.*?)(?:\n\n|\Z)", told, flags=re.DOTALL)
        assert re.findall(r"^    (\w+):", part[1] if part else "", flags=re.MULTILINE) == arguments


def test_chapters_have_examples() -> None:
    without = {"docs/README.md", "docs/accuracy.md", "docs/fields.md", "docs/speed.md"}
    assert set(DOCUMENTS) - set(WITH_EXAMPLES) == without


@pytest.mark.parametrize("document", DOCUMENTS)
def test_commands_of_document_exist(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    targets = set(
        re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    )
    assert set(re.findall(r"(?:^|`)make ([a-z][a-z-]*)", text, flags=re.MULTILINE)) <= targets
    for script in re.findall(r"python ([a-z]+/[a-z_]+\.py)", text):
        assert (ROOT / script).is_file(), script


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_of_document_lead_to_files(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^):#]+)\)", text):
        assert (ROOT / document).parent.joinpath(target).is_file(), target


def test_the_manual_leads_to_every_chapter_and_notebook() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    linked = set(re.findall(r"\]\(([^):#]+)\)", index))
    assert {path.name for path in (ROOT / "docs").glob("*.md")} - {"README.md"} <= linked
    assert {f"../examples/{path.name}" for path in (ROOT / "examples").glob("*.ipynb")} <= linked


def test_the_citation_is_of_this_version() -> None:
    told = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {tr.__version__}\n" in told
    assert f"version = {{{tr.__version__}}}" in (ROOT / "docs" / "citing.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("given", ["the sample", "a file"])
def test_demo_shows_the_main_tables(given: str, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(tr.sample(), encoding="utf-8")
    arguments = [str(report)] if given == "a file" else []
    demo = [sys.executable, str(ROOT / "examples" / "demo.py"), *arguments]
    done = subprocess.run(demo, capture_output=True, check=True, cwd=tmp_path, encoding="utf-8")
    for part in ("== Report", "== Outline", "== Targets", "== Quantities", "== Notes"):
        assert part in done.stdout
    assert "一、2023年工作回顾" in done.stdout
    assert re.search(r"地区生产总值增长率 +2024 +target +approx +6 +6 +%", done.stdout)
    assert re.search(r"1286\.4亿元 +amount +128640000000", done.stdout)
    assert re.search(r"shape = \(\d+, \d+\)", done.stdout)
