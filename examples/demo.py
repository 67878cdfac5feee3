"""What a government work report holds: its outline, targets and quantities, read into pandas.

python examples/demo.py [REPORT]    a report in text or Markdown; without it, the sample that the package ships
"""

from __future__ import annotations

import sys
from collections import Counter

import pandas as pd

import taiyuan_report as tr

TARGETS = ["label", "year", "status", "bound", "low", "high", "unit", "commitment", "text"]
QUANTITIES = [
    "text",
    "kind",
    "low",
    "high",
    "unit",
    "bound",
    "change",
    "status",
    "from_year",
    "to_year",
    "subject",
]


def heading(title: str) -> None:
    """Print a title above a part of the output."""
    print(f"\n== {title} ==\n")


def print_table(rows: list[dict[str, object]], columns: list[str]) -> None:
    """Print some columns of a report's rows; what is missing stays blank."""
    frame = pd.DataFrame(rows, columns=columns, dtype=object).fillna("")
    print(frame.to_string(index=False, max_colwidth=40))


def main() -> None:
    """Show one report."""
    report = tr.read(sys.argv[1]) if len(sys.argv) > 1 else tr.parse(tr.sample(), source="sample")
    pd.set_option("display.unicode.east_asian_width", True)

    heading("Report")
    for key in ("source", "title", "region", "adcode", "year", "date", "session"):
        print(f"{key:8} {report[key]}")

    heading(f"Outline: {len(report['sections'])} sections")
    for section in report["sections"]:
        print("    " * (section["level"] - 1) + (section["marker"] or "") + section["title"])

    heading(f"Targets: {len(report['targets'])} rows")
    print_table(report["targets"], TARGETS)

    heading(f"Quantities: {len(report['quantities'])} rows")
    print_table(report["quantities"], QUANTITIES)

    heading("Quantities by kind and status")
    frame = pd.DataFrame(report["quantities"], columns=["kind", "status"]).fillna("(none)")
    print(pd.crosstab(frame["kind"], frame["status"]).to_string())

    heading(f"Notes: {len(report['notes'])}")
    for kind, count in Counter(note["kind"] for note in report["notes"]).items():
        print(f"{kind}: {count}")

    heading("The same as Arrow tables, as for an archive of thousands")
    print(
        'tr.tables([report])["quantities"].to_pandas().shape =',
        tr.tables([report])["quantities"].to_pandas().shape,
    )


if __name__ == "__main__":
    main()
