"""What ``import taiyuan_report`` costs beyond a bare interpreter, and what the first report costs after it.

    python benchmarks/import_time.py [RUNS]

Every figure is the median over fresh interpreters, started in turn.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

PROGRAMS = {
    "bare interpreter": "pass",
    "import taiyuan_report": "import taiyuan_report",
    "import, one sentence parsed": "import taiyuan_report; taiyuan_report.parse('增长6.5%。')",
}


def milliseconds(program: str) -> float:
    """The time that a fresh interpreter takes for a program, start and end included."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True)
    return (time.perf_counter() - begin) * 1000


def main() -> None:
    """Time the programs in turn and print medians."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    times: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    for _ in range(runs):
        for name, program in PROGRAMS.items():
            times[name].append(milliseconds(program))
    bare = statistics.median(times["bare interpreter"])
    print(f"{'median of ' + str(runs) + ' runs':28} {'ms':>7} {'beyond bare':>12}")
    for name in PROGRAMS:
        median = statistics.median(times[name])
        print(f"{name:28} {median:7.1f} {median - bare:12.1f}")


if __name__ == "__main__":
    main()
