"""The example notebooks run from their first cell to the last, and are kept without outputs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
NOTEBOOKS = sorted(EXAMPLES.glob("*.ipynb"))
OF_ARCHIVES = ("provinces_compared", "words_over_years")


def outputs_of(path: Path, folder: Path) -> str:
    """Run a notebook in a folder; what its cells show, as text."""
    nbformat = pytest.importorskip("nbformat")
    nbclient = pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    notebook = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
    shown = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert shown
    assert not [output for output in shown if output.output_type == "error"]
    told = [output.get("text") or output.get("data", {}).get("text/plain", "") for output in shown]
    return "\n".join(told)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_runs(path, tmp_path):
    told = outputs_of(path, tmp_path)
    assert ("set the variable folder" in told) == (path.stem in OF_ARCHIVES)


@pytest.mark.parametrize("name", OF_ARCHIVES)
def test_notebook_runs_on_an_archive(name, shared):
    told = outputs_of(EXAMPLES / f"{name}.ipynb", EXAMPLES)
    assert "set the variable folder" not in told
    assert {"provinces_compared": "11 reports, 0 could not", "words_over_years": "17 reports, 1955 to 2023"}[
        name
    ] in told


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_has_no_outputs(path):
    cells = [
        cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"
    ]
    assert cells
    assert not [cell for cell in cells if cell["outputs"] or cell["execution_count"]]
