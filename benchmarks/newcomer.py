"""How long a newcomer waits: from a clone to the first table, each step of the README timed.

    python benchmarks/newcomer.py [REPOSITORY]      by default the one that this file stands in

Clones the repository (its last commit) into a temporary directory, makes a fresh environment, and runs there what the
README says, as a newcomer would; whatever pip has to fetch is fetched, nothing comes from its cache. What the system
package manager has to install beforehand (a compiler, PCRE2) is not timed: `make` says which packages are missing.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

FIRST_TABLE = """
import pandas as pd
import taiyuan_report as tr
report = tr.parse(tr.sample())
print(pd.DataFrame(report["quantities"])[["text", "low", "unit", "status", "subject"]].head(3).to_string())
"""


def timed(name: str, command: list[str], folder: Path) -> float:
    """Run one step, quietly unless it fails, and print its seconds."""
    begin = time.perf_counter()
    environment = {**os.environ, "PIP_NO_CACHE_DIR": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    seconds = time.perf_counter() - begin
    if done.returncode:
        raise SystemExit(f"{name}: {' '.join(command)}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    print(f"{name:48} {seconds:7.1f} s", flush=True)
    return seconds


def main() -> None:
    """Time the two ways that the README gives: with pip, and with make."""
    repository = sys.argv[1] if len(sys.argv) > 1 else str(ROOT)
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}\n")
    with tempfile.TemporaryDirectory() as place:
        folder, clone = Path(place), Path(place) / "taiyuan_report"
        python = str(folder / "environment" / "bin" / "python")
        cloned = timed("git clone", ["git", "clone", "-q", repository, str(clone)], folder)
        made = timed("python -m venv", [sys.executable, "-m", "venv", str(folder / "environment")], folder)
        built = timed("pip install '.[pandas]'", [python, "-m", "pip", "install", "-q", ".[pandas]"], clone)
        shown = timed("first table: tr.parse, pd.DataFrame", [python, "-c", FIRST_TABLE], folder)
        print(f"{'clone to first table with pip':48} {cloned + made + built + shown:7.1f} s\n")
        demo = timed("make demo", ["make", "demo", f"PYTHON={sys.executable}"], clone)
        print(f"{'clone to first table with make':48} {cloned + demo:7.1f} s\n")
        again = timed("make demo, the second time", ["make", "demo", f"PYTHON={sys.executable}"], clone)
        print(f"of which what is shown takes {again:.1f} s")


if __name__ == "__main__":
    main()
