"""Chinese government work reports (政府工作报告) as structure, numbers and tables."""

from pathlib import Path

from taiyuan_report.analyzer import Analyzer
from taiyuan_report.archive import read, scan, tables
from taiyuan_report.counts import WordMatrix, word_counts, word_matrix
from taiyuan_report.errors import (
    BadLexicon,
    BadPattern,
    MatchLimit,
    NotText,
    ReportError,
    TooLarge,
    UnknownFormat,
    WrongEncoding,
)
from taiyuan_report.panel import compare, escalation, indicators, targets
from taiyuan_report.report import Report, explain, parse
from taiyuan_report.table import Table
from taiyuan_report.words import word_spans, words

__all__ = [
    "Analyzer",
    "BadLexicon",
    "BadPattern",
    "MatchLimit",
    "NotText",
    "Report",
    "ReportError",
    "Table",
    "TooLarge",
    "UnknownFormat",
    "WordMatrix",
    "WrongEncoding",
    "compare",
    "escalation",
    "explain",
    "indicators",
    "parse",
    "read",
    "sample",
    "scan",
    "tables",
    "targets",
    "word_counts",
    "word_matrix",
    "word_spans",
    "words",
]

__version__ = "0.1.0"


def sample() -> str:
    """The report of a city that does not exist, with every construct that real ones have."""
    return Path(__file__).with_name("sample.txt").read_text(encoding="utf-8")
