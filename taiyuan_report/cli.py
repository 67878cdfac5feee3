"""The command ``taiyuan-report``: one function for each of its own commands."""

from __future__ import annotations

import argparse
import os
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import IO, Any, NoReturn, TextIO

from taiyuan_report import __version__, _core
from taiyuan_report.analyzer import Analyzer
from taiyuan_report.archive import read, scan, table_names, tables, write
from taiyuan_report.columns import rows_of
from taiyuan_report.counts import word_counts
from taiyuan_report.errors import NothingRead, ReportError, UnreadReports
from taiyuan_report.explorer import explore
from taiyuan_report.jobs import are_documents, refuse_overwriting
from taiyuan_report.messages import message as _
from taiyuan_report.messages import wrong_use
from taiyuan_report.panel import targets
from taiyuan_report.report import Report
from taiyuan_report.table import Table
from taiyuan_report.writers import WRITERS, check_folder, print_csv, suffix_of

FINE, UNREADABLE, WRONG_USE, STOPPED = 0, 1, 2, 130
TOP = 20  # words of each group on the screen


# ---- the commands ----------------------------------------------------------------------------------------------------


def run_tables(options: argparse.Namespace) -> int:
    """Write a table of many reports, or print it as CSV."""
    if options.output:
        _check_output(options, [*WRITERS, ".duckdb"])
    if options.table not in table_names():
        raise _WrongUse(
            f"--table {options.table}: {_('no such table; there are')} {', '.join(table_names())}"
        )
    one = not options.output or suffix_of(options.output) != ".duckdb"
    done = write(
        options.files, options.output or sys.stdout, table=options.table, told=one, **_reading(options)
    )
    if options.output:
        _say(f"{_('written to')} {options.output}")
    _say(
        f"{done.reports} {_('reports')}, {done.rows} {_('rows of')} {options.table}, "
        f"{len(done.errors)} {_('errors')}"
    )
    return _tell_errors(done.errors)


def run_targets(options: argparse.Namespace) -> int:
    """Write what reports promise and tell as achieved, or print it as CSV."""
    if options.output:
        _check_output(options, WRITERS)
    panel, errors = _with_errors(lambda: targets(options.files, wide=options.wide, **_reading(options)))
    _need_a_report(panel, errors, options)
    _put(panel, options.output)
    return _tell_errors(errors)


def run_words(options: argparse.Namespace) -> int:
    """Write how often words stand in reports, the most frequent of each group first."""
    if options.output:
        _check_output(options, WRITERS)
    counts, errors = _with_errors(
        lambda: word_counts(
            options.files,
            words=options.word or None,
            workers=options.workers,
            analyzer=_analyzer(options),
            **_columns(options),
        )
    )
    _need_a_report(counts, errors, options)
    if options.output:
        _put(_firsts(counts, options.top) if options.top else counts, options.output)
    else:
        print(*counts.column_names, sep="\t")
        for row in _firsts(counts, options.top or TOP).rows():
            print(*("" if value is None else value for value in row.values()), sep="\t")
    return _tell_errors(errors)


def _firsts(counts: Table, most: int) -> Table:
    """So many rows of each region and year, which have the most frequent words first."""
    seen: Counter[Any] = Counter()
    kept = []
    for row in counts.rows():
        group = (row["region"], row["year"])
        seen[group] += 1
        if seen[group] <= most:
            kept.append(tuple(row.values()))
    return Table(_core.sheet(tuple(counts.column_names), "sisufufu", kept))  # the types of word_counts


def run_show(options: argparse.Namespace) -> int:
    """Print one report: its head, outline, targets, and its text with the numbers marked."""
    try:
        report = read(options.file, year=options.year, region=options.region, analyzer=_analyzer(options))
    except (ReportError, IsADirectoryError) as error:
        if os.path.isdir(options.file) or len(list(islice(scan(options.file, workers=1), 2))) > 1:  # noqa: PTH112
            several = _("show takes a file with one report; tables, targets, words and explore take more")
            raise ReportError(f"{options.file}: {several}") from error
        raise
    for line in _shown(report, _Paint(sys.stdout)):
        print(line)
    return FINE


def run_explore(options: argparse.Namespace) -> int:
    """Write an archive as one page to sort, filter and search."""
    _check_output(options, (".html", ".htm"))
    made = tables(options.files, **_reading(options))
    errors = rows_of(made["errors"])
    if not len(made["reports"]):
        raise NothingRead(errors)
    explore(made, options.output)
    _say(f"{_('written to')} {options.output}")
    return _tell_errors(errors)


def run_check(options: argparse.Namespace) -> int:
    """Print what cannot be read and why; the rest is counted."""
    good = bad = 0
    for report in scan(
        options.files,
        workers=options.workers,
        progress=_progress(options),
        errors="rows",
        **_columns(options),
    ):
        if "error" not in report:
            good += 1
            continue
        bad += 1
        place = " ".join(filter(None, (report["source"], report["member"])))
        print(f"{place}\t{report['error']}\t{report['message']}")
    _say(f"{good} {_('can be read')}, {bad} {_('cannot be read')}")
    return UNREADABLE if bad else FINE


# ---- what they share -------------------------------------------------------------------------------------------------


class _WrongUse(Exception):
    """An argument that makes no sense."""


def _need_a_report(made: Table, errors: Sequence[Mapping[str, Any]], options: argparse.Namespace) -> None:
    """A table without rows is that of reports which hold none, or of nothing that could be read."""
    if not len(made) and all("error" in report for report in scan(options.files, **_columns(options))):
        raise NothingRead(errors)


def _tell_nothing_read(errors: Sequence[Mapping[str, Any]], options: argparse.Namespace) -> int:
    _tell_errors(errors)
    if getattr(options, "output", None):
        _say(f"{_('no report could be read; not written:')} {options.output}")
    return UNREADABLE


def _say(text: str) -> None:
    print(text, file=sys.stderr)


def _analyzer(options: argparse.Namespace) -> Analyzer | None:
    return Analyzer(lexicon=options.lexicon) if options.lexicon else None


def _columns(options: argparse.Namespace) -> dict[str, Any]:
    """The columns that are named; in a file of text, which has none, that would go unheard."""
    columns = {name: getattr(options, name) for name in ("text", "year", "region", "source")}
    named = [f"--{name} {column}" for name, column in columns.items() if column is not None]
    if named and are_documents(options.files):
        raise _WrongUse(
            f"{' '.join(named)}: {_('it names a column, but no file here has columns (csv, xlsx, jsonl, parquet)')}"
        )
    return columns


def _reading(options: argparse.Namespace) -> dict[str, Any]:
    """How the commands that read an archive read it."""
    return {
        "workers": options.workers,
        "progress": _progress(options),
        "analyzer": _analyzer(options),
        **_columns(options),
    }


def _progress(options: argparse.Namespace) -> bool:
    """A bar where somebody looks and the library for it is there."""
    from importlib.util import find_spec

    return not options.quiet and sys.stderr.isatty() and find_spec("tqdm") is not None


def _check_output(options: argparse.Namespace, suffixes: Collection[str]) -> None:
    """Before hours of work, not behind them."""
    path = options.output
    if suffix_of(path) not in suffixes:
        raise _WrongUse(f"-o {path}: {_('the suffix of -o must be one of')} {', '.join(suffixes)}")
    check_folder(path)
    refuse_overwriting(options.files, path)


def _put(table: Table, path: str | None) -> None:
    """Write a table to a file, or as CSV to the output."""
    if path is None:
        print_csv([table], sys.stdout)
        return
    WRITERS[suffix_of(path)]([table], path)
    _say(f"{_('written to')} {path}")


def _with_errors(work: Callable[[], Table]) -> tuple[Table, list[Mapping[str, Any]]]:
    """What the work gives, and the rows of the reports that it had to leave out."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", UnreadReports)
        made = work()
    return made, [
        row
        for warning in told
        if isinstance(warning.message, UnreadReports)
        for row in warning.message.errors
    ]


def _tell_errors(errors: Sequence[Mapping[str, Any]]) -> int:
    for row in errors:
        _say(f"{_('error')}: {row['error']}: {row['message']}")
    return UNREADABLE if len(errors) else FINE


class _Paint:
    """Colours for a terminal, none for a file, a pipe, or whoever has set NO_COLOR."""

    def __init__(self, stream: IO[str]) -> None:
        self._on = stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"

    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._on else text


_COLOURS = {"target": "1;33", "achieved": "32", "other": "36"}


def _shown(report: Report, paint: _Paint) -> Iterator[str]:
    about = [report[key] for key in ("title", "region", "year", "session", "date")]
    yield paint(" · ".join(str(part) for part in about if part) or _("unknown"), "1")
    yield f"\n{paint(_('outline'), '4')}"
    for section in report["sections"]:
        yield "  " * section["level"] + f"{section['marker'] or ''}{section['title'] or ''}"
    yield f"\n{paint(_('targets'), '4')}"
    for row in report["targets"]:
        status = paint(_(row["status"] or "other"), _COLOURS[row["status"] or "other"])
        yield f"  {row['year'] or ''} {status} {row['label']}: {' '.join((row['text'] or '').split())}"
    yield f"\n{paint(_('text'), '4')} ({len(report['quantities'])} {_('numbers')})"
    text, at = [], 0
    for row in report["quantities"]:
        text.append(report.text[at : row["start"]])
        text.append(paint(row["text"], _COLOURS[row["status"] or "other"]))
        at = row["end"]
    yield "".join([*text, report.text[at:]])


# ---- the command line ------------------------------------------------------------------------------------------------


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, _("usage: ") if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """Headings and help in the language of the reader."""

    def __init__(self, **given: Any) -> None:
        super().__init__(formatter_class=_Formatter, add_help=False, allow_abbrev=False, **given)
        self._positionals.title, self._optionals.title = _("arguments"), _("options")
        self.add_argument("-h", "--help", action="help", help=_("show this help"))

    def error(self, text: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_USE, f"{self.prog}: {_('error')}: {wrong_use(text)}\n")


def _add_inputs(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "files",
        nargs="+",
        metavar="FILE",
        help=_("files, folders or patterns; zip, csv and their like hold several reports"),
    )
    add(
        "--text",
        metavar="COLUMN",
        help=_("the name of the column of texts in csv, xlsx, jsonl and parquet files"),
    )
    add("--year", metavar="COLUMN", help=_("the name of their column of years, not a year"))
    add("--region", metavar="COLUMN", help=_("the name of their column of regions, not a region"))
    add("--source", metavar="COLUMN", help=_("the name of their column of sources"))
    add("--workers", type=int, metavar="N", help=_("threads; one for each processor by default"))
    add("-q", "--quiet", action="store_true", help=_("no progress bar"))
    _add_lexicon(parser)


def _add_lexicon(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lexicon", metavar="FILE", help=_("your own lexicon, a TOML file"))


def _add_output(parser: argparse.ArgumentParser, told: str, *, required: bool = False) -> None:
    parser.add_argument("-o", "--output", metavar="FILE", required=required, help=told)


def _number_above_zero(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{_('a whole number above 0 is expected, not')} {text!r}")
    return int(text)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="taiyuan-report",
        description=_("Tables of Chinese government work reports."),
        epilog=_("Without a command it is `tables`. Each command has its own --help."),
    )
    parser.add_argument("--version", action="version", version=__version__, help=_("show the version"))
    one_table = _("write here; the suffix tells the format: parquet, csv, xlsx, jsonl")
    commands = parser.add_subparsers(title=_("commands"), metavar="COMMAND", required=True)

    def command(name: str, run: Callable[[argparse.Namespace], int], told: str, example: str) -> Any:
        own = commands.add_parser(
            name, help=_(told), description=_(told), epilog=f"{_('example')}: {example}"
        )
        own.set_defaults(run=run)
        return own

    own = command(
        "tables",
        run_tables,
        "numbers of many reports, as a table",
        "taiyuan-report archive/ more.zip -o quantities.parquet",
    )
    _add_inputs(own)
    _add_output(
        own, _("write here; the suffix tells the format: parquet, csv, xlsx, jsonl, duckdb (all tables)")
    )
    own.add_argument("--table", default="quantities", metavar="NAME", help=_("which table"))

    own = command(
        "targets",
        run_targets,
        "promised and achieved, by indicator, region and year",
        "taiyuan-report targets archive/ -o targets.xlsx",
    )
    _add_inputs(own)
    _add_output(own, one_table)
    own.add_argument("--wide", action="store_true", help=_("a row for each region and year"))

    own = command(
        "words",
        run_words,
        "how often words stand in reports",
        "taiyuan-report words archive/ --word 创新 --word 民生 -o words.csv",
    )
    _add_inputs(own)
    _add_output(own, one_table)
    own.add_argument("--word", action="append", metavar="WORD", help=_("only these words"))
    own.add_argument(
        "--top",
        type=_number_above_zero,
        metavar="N",
        help=_("so many words of each group; by default 20 on the screen and all in a file"),
    )

    own = command(
        "show",
        run_show,
        "one report with its numbers marked",
        "taiyuan-report show taiyuan-2023.txt | less -R",
    )
    own.add_argument("file", metavar="FILE")
    own.add_argument("--year", type=int, metavar="YEAR", help=_("the year in which it was given"))
    own.add_argument("--region", metavar="REGION", help=_("whose report it is, by name or code"))
    _add_lexicon(own)

    own = command(
        "explore",
        run_explore,
        "an archive as one page to sort, filter and search",
        "taiyuan-report explore archive/ -o explore.html",
    )
    _add_inputs(own)
    _add_output(own, _("write here, to a name in .html"), required=True)

    own = command(
        "check", run_check, "what cannot be read, and why", "taiyuan-report check archive/ > unreadable.tsv"
    )
    _add_inputs(own)
    return parser


def _with_command(arguments: list[str], parser: argparse.ArgumentParser) -> list[str]:
    """Files without a command are for ``tables``; a file that is called as a command is ./show."""
    names = next(
        action.choices for action in parser._actions if isinstance(action, argparse._SubParsersAction)
    )
    first = arguments[0] if arguments else "--help"
    return arguments if first in (*names, "-h", "--help", "--version") else ["tables", *arguments]


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Returns:
        0 if all is well, 1 if something could not be read, 2 for arguments that make no sense, 130 if the user stops.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    # Closed (>&-) they are None; what is printed then is lost, as whoever has closed them wants.
    sys.stdout, sys.stderr = (stream or _nowhere() for stream in (sys.stdout, sys.stderr))
    parser = _parser()
    for stream in (sys.stdout, sys.stderr):
        # A file or pipe gets UTF-8; a terminal shows what its own encoding has.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace", encoding=None if stream.isatty() else "utf-8")
    try:
        options = parser.parse_args(_with_command(given, parser) or ["--help"])
        try:
            code: int = options.run(options)
        except NothingRead as nothing:
            code = _tell_nothing_read(nothing.errors, options)
        sys.stdout.flush()
        return code
    except _WrongUse as error:
        _say(f"taiyuan-report: {_('error')}: {error}")
        return WRONG_USE
    except (ReportError, OSError) as error:
        if isinstance(error, BrokenPipeError):  # head has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return FINE
        _say(f"taiyuan-report: {_('error')}: {type(error).__name__}: {error}")
        return UNREADABLE
    except KeyboardInterrupt:
        _say(_("stopped"))
        return STOPPED
