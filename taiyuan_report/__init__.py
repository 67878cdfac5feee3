"""Chinese government work reports (政府工作报告) as structure, numbers and tables."""

from pathlib import Path

try:
    from taiyuan_report import _core as _core
except ImportError as error:
    if any(Path(__file__).parent.glob("_core.*.*")):  # it is there, and something else is wrong
        raise
    raise ImportError(
        f"{Path(__file__).parent} holds the sources, and the C part is not built there: work from another folder, "
        "or install with pip install -e ."
    ) from error

from taiyuan_report import plot
from taiyuan_report.analyzer import Analyzer
from taiyuan_report.archive import Written, parse_batch, read, read_all, scan, tables, write
from taiyuan_report.counts import WordMatrix, word_counts, word_matrix
from taiyuan_report.errors import (
    BadLexicon,
    BadPattern,
    DamagedFile,
    MatchLimit,
    MissingDependency,
    NoText,
    NothingRead,
    NotText,
    PasswordNeeded,
    ReportError,
    TooLarge,
    UnknownFormat,
    UnreadReports,
    UnsafeArchive,
    WrongEncoding,
)
from taiyuan_report.explorer import explore
from taiyuan_report.panel import compare, escalation, indicators, targets
from taiyuan_report.readers import Document, Limits, formats, register_reader
from taiyuan_report.report import Report, explain, parse, show
from taiyuan_report.table import Table, to_duckdb
from taiyuan_report.words import word_spans, words

__all__ = [
    "Analyzer",
    "BadLexicon",
    "BadPattern",
    "DamagedFile",
    "Document",
    "Limits",
    "MatchLimit",
    "MissingDependency",
    "NoText",
    "NotText",
    "NothingRead",
    "PasswordNeeded",
    "Report",
    "ReportError",
    "Table",
    "TooLarge",
    "UnknownFormat",
    "UnreadReports",
    "UnsafeArchive",
    "WordMatrix",
    "Written",
    "WrongEncoding",
    "compare",
    "escalation",
    "explain",
    "explore",
    "formats",
    "indicators",
    "parse",
    "parse_batch",
    "plot",
    "read",
    "read_all",
    "register_reader",
    "sample",
    "scan",
    "show",
    "tables",
    "targets",
    "to_duckdb",
    "word_counts",
    "word_matrix",
    "word_spans",
    "words",
    "write",
]

__version__ = "0.1.0"


def sample() -> str:
    """The text of a report of a city that does not exist, with every construct that real ones have.

    >>> import taiyuan_report as tr
    >>> tr.sample()[:8]
    '# 政府工作报告'
    """
    return Path(__file__).with_name("sample.txt").read_text(encoding="utf-8")
