"""What the documents print is what the package prints, and the commands that they name exist."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import taiyuan_report as tr

ROOT = Path(__file__).resolve().parent.parent
_MANUAL = ("batch", "lexicon", "notebook", "panel", "words")
DOCUMENTS = ["README.md", "README.zh.md", *(f"docs/{name}.md" for name in _MANUAL)]
MODULES = [tr.__name__, *(module.name for module in pkgutil.walk_packages(tr.__path__, f"{tr.__name__}."))]
OPTIONS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS


def assert_examples_hold(examples: doctest.DocTest) -> int:
    said: list[str] = []
    results = doctest.DocTestRunner(optionflags=OPTIONS).run(examples, out=said.append)
    assert not results.failed, "".join(said)
    return results.attempted


@pytest.mark.parametrize("document", DOCUMENTS)
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


def test_commands_of_readme_are_in_makefile() -> None:
    named = set(re.findall(r"\bmake ([a-z][a-z-]*)", (ROOT / "README.md").read_text(encoding="utf-8")))
    targets = set(
        re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    )
    assert {"demo", "test"} <= named
    assert named <= targets


def test_links_of_readme_lead_to_files() -> None:
    for target in re.findall(r"\]\(([^):#]+)\)", (ROOT / "README.md").read_text(encoding="utf-8")):
        assert (ROOT / target).is_file(), target


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
