"""The share of a dozen words in the reports of a folder, year by year, as a chart.

python examples/words_over_years.py FOLDER CHART.svg

The files are named for their years, as in 1955.txt. Needs the extras pandas and notebook.
"""

from __future__ import annotations

import sys
from pathlib import Path

import altair

import taiyuan_report as tr

WORDS = ["农业", "工业", "改革", "开放", "市场", "科技", "教育", "环境", "创新", "民生", "安全", "就业"]


def shares(folder: Path) -> tr.Table:
    """Counts and shares of the words, by year."""
    files = sorted(folder.glob("*.txt"))
    reports = {
        "text": [file.read_text(encoding="utf-8") for file in files],
        "year": [int(file.stem) for file in files],
    }
    return tr.word_counts(reports, text="text", year="year", by=["year"], words=WORDS, min_count=0)


def chart(table: tr.Table) -> altair.Chart:
    """One small chart a word."""
    frame = table.to_pandas().assign(per_thousand=lambda rows: rows["share"] * 1000)
    return (
        altair.Chart(frame, width=180, height=90)
        .mark_line(point=True)
        .encode(
            x=altair.X("year:Q", title=None, axis=altair.Axis(format="d", tickCount=4)),
            y=altair.Y("per_thousand:Q", title="per 1,000 words"),
            facet=altair.Facet("word:N", title=None, sort=WORDS, columns=4),
        )
        .configure(font="Noto Sans CJK SC, PingFang SC, Microsoft YaHei, WenQuanYi Zen Hei, sans-serif")
    )


if __name__ == "__main__":
    chart(shares(Path(sys.argv[1]))).save(sys.argv[2])
