"""A report as a page of HTML: one file, without a server or a network; and what all pages share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from taiyuan_report.analyzer import default_analyzer
from taiyuan_report.messages import Language
from taiyuan_report.readers.html import OWN_PAGE
from taiyuan_report.writers import write_whole

if TYPE_CHECKING:
    from taiyuan_report.report import Report

Row = Mapping[str, Any]

# The sign that tells each kind without colour.
SIGNS = {
    "zh": {"amount": "量", "percent": "率", "duration": "时", "date": "日", "ordinal": "序"},
    "en": {"amount": "n", "percent": "p", "duration": "t", "date": "d", "ordinal": "#"},
}
STATUSES = ("achieved", "target", "other", "none")
VALUES = (
    *(*SIGNS["en"], *STATUSES, "exact", "approx", "at_least", "at_most", "order", "qualitative"),
    *("level", "increase", "decrease"),
)
FIELDS = {
    "subject": "Subject",
    "indicator": "Indicator",
    "kind": "Kind",
    "low, high": "Value",
    "base": "In base units",
    "bound": "Bound",
    "change": "Change",
    "status": "Status",
    "years": "Years",
    "dimension": "Dimension",
    "section": "Section",
    "start, end": "Characters",
}
SCALES: dict[str, list[tuple[float, str]]] = {
    "zh": [(1e8, "亿"), (1e4, "万")],
    "en": [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")],
}
# Nothing is fetched: the browser itself is told to refuse.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
BOUND_SIGNS = {"approx": "≈ ", "at_least": "≥ ", "at_most": "≤ ", "order": "~ "}
CHANGE_SIGNS = {"increase": "↑ ", "decrease": "↓ "}


class Shown(NamedTuple):
    """A page that a notebook shows, in a frame of its own, so that its style and the notebook's do not mix."""

    html: str
    title: str
    height: int

    def _repr_html_(self) -> str:
        return (
            f'<iframe title="{escape(self.title)}" srcdoc="{escape(self.html)}" allow="clipboard-write" '
            f'style="width:100%;height:{self.height}px;border:1px solid #8886;border-radius:6px;resize:vertical">'
            "</iframe>"
        )


def number_text(value: float, say: Language) -> str:
    """A number as people write it: with 万 and 亿, or with million and billion; without zeros behind.

    >>> number_text(128640000000, Language("zh")), number_text(128640000000, Language("en"))
    ('1286.4亿', '128.64 billion')
    """
    for size, word in SCALES[say.code]:
        if abs(value) >= size:
            return f"{value / size:.12g}{word}"
    return f"{value:,.12g}" if say.code == "en" else f"{value:.12g}"


def value_text(row: Row, say: Language) -> str:
    """The value of a target or quantity with its bound and the direction of its change.

    >>> value_text({"low": 7, "high": 7, "unit": "%", "bound": "at_least", "change": "increase"}, Language("zh"))
    '≥ ↑ 7%'
    """
    if row["low"] is None:
        return say("qualitative") if row["bound"] == "qualitative" else say("not read")
    ends = number_text(row["low"], say)
    if row["high"] is not None and row["high"] != row["low"]:
        ends += f"–{number_text(row['high'], say)}"
    unit = row["unit"] or ""
    gap = " " if say.code == "en" and unit not in ("", "%", "‰") else ""
    signs = BOUND_SIGNS.get(row["bound"], "") + CHANGE_SIGNS.get(row["change"], "")
    return f"{signs}{ends}{gap}{unit}"


def label_of(row: Row, say: Language) -> str:
    """What an indicator is called: in English if it is one of the built-in lexicon, otherwise as the row does."""
    indicator = row["indicator"]
    known = default_analyzer().indicators.get(indicator) if say.code == "en" and indicator else None
    return known.english if known else row.get("label") or indicator or ""


def write_page(path: str | PathLike[str], page: str) -> None:
    """Write a page, whole or not at all."""
    write_whole(path, lambda name: Path(name).write_text(page, encoding="utf-8"))


def _asset(name: str) -> str:
    return (Path(__file__).parent / "html" / name).read_text(encoding="utf-8")


def _json_block(value: Any) -> str:
    """Data for the script; no text in it can end the element."""
    import json

    told = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="data">{told}</script>'


def document(
    title: str, body: str, say: Language, *, name: str, data: Mapping[str, Any], texts: Iterable[str]
) -> str:
    """A whole page.

    Args:
        title: of the window.
        body: HTML.
        say: the language.
        name: of the styles and the script under html/, beside those that all pages have.
        data: for the script, which also gets the words for values and scales.
        texts: what the script says, in English.
    """
    told = {
        **data,
        "language": say.code,
        "words": {value: say(value) for value in VALUES},
        "scales": SCALES[say.code],
        "texts": {text: say(text) for text in texts},
    }
    return (
        f'<!DOCTYPE html>\n<html lang="{say.code}">\n<head>\n<meta charset="utf-8">\n{OWN_PAGE}\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<link rel="icon" href="data:,">\n<title>{escape(title)}</title>\n'
        f"<style>\n{_asset('base.css')}{_asset(f'{name}.css')}</style>\n</head>\n<body>\n{body}\n"
        f"{_json_block(told)}\n<script>\n{_asset('base.js')}{_asset(f'{name}.js')}</script>\n</body>\n</html>\n"
    )


def _boxes(name: str, label: str, choices: Mapping[str, str]) -> str:
    """Checkboxes, all checked; each label is HTML."""
    boxes = "".join(
        f'<label><input type="checkbox" name="{name}" value="{value}" checked> {told}</label>'
        for value, told in choices.items()
    )
    return f"<fieldset><legend>{label}</legend>{boxes}</fieldset>"


# ---- one report ----------------------------------------------------------------------------------------------------


REPORT_TEXTS = ("{} of {} quantities", "Copied: ", "“{}” ({}), {}, {}characters {}–{}.", ", ", "{year}")


def shown(report: Report, height: int, language: str | None) -> Shown:
    """What ``show`` gives."""
    return Shown(report_page(report, language), _name_of(report, Language(language)), height)


def report_page(report: Report, language: str | None = None) -> str:
    """A report as a page of HTML."""
    say = Language(language)
    names = [f"{row['marker'] or ''} {row['title'] or ''}".strip() for row in report["sections"]]
    columns = [name for name in report["quantities"][0] if name != "sentence"] if report["quantities"] else []
    data = {
        "columns": columns,
        "rows": [[row[name] for name in columns] for row in report["quantities"]],
        "sections": names,
        "parents": [-1 if row["parent"] is None else row["parent"] for row in report["sections"]],
        "labels": [(name, say(label)) for name, label in FIELDS.items()],
        "citation": _citation_of(report, say),
    }
    hint = say(
        "Point at a quantity, or reach it with Tab, to see its fields. ← and → go to the one before and after; "
        "Enter copies a citation."
    )
    body = (
        f'<a class="skip" href="#text">{say("To the text")}</a>\n{_head(report, say)}\n<div class="columns">\n'
        f'<aside aria-label="{say("Filters and outline")}">{_controls(report, names, say)}{_outline(report, names, say)}'
        f"</aside>\n<main>{_targets(report, say)}{_notes(report, say)}"
        f'<h2>{say("Text")}</h2><p class="soft hint">{hint}</p>'
        f'<article id="text" lang="zh" tabindex="-1" aria-label="{say("Text")}">{_text(report, say)}</article></main>\n'
        f'</div>\n<div id="card" role="region" aria-label="{say("Fields of the quantity")}" hidden><h3 lang="zh"> </h3>'
        f'<dl></dl><button type="button" tabindex="-1">{say("Copy citation (Enter)")}</button></div>\n'
        f'<div id="said" class="unseen" role="status"></div>'
    )
    return document(_name_of(report, say), body, say, name="report", data=data, texts=REPORT_TEXTS)


def _name_of(report: Report, say: Language) -> str:
    year = say("{year}").format(year=report["year"]) if report["year"] else None
    parts = (report["region"], year, report["title"] or say("Government work report"))
    return ("" if say.code == "zh" else " ").join(part for part in parts if part)


def _citation_of(report: Report, say: Language) -> str:
    parts = (
        report["speaker"],
        f"《{report['title'] or '政府工作报告'}》",
        report["region"],
        report["session"],
        report["date"] or (say("{year}").format(year=report["year"]) if report["year"] else None),
        report["source"],
    )
    return say(", ").join(str(part) for part in parts if part)


def _head(report: Report, say: Language) -> str:
    facts = {
        "Region": " ".join(str(part) for part in (report["region"], report["adcode"]) if part),
        "Year": report["year"],
        "Session": report["session"],
        "Date": report["date"],
        "Speaker": report["speaker"],
        "Source": report["source"],
    }
    counts = {
        "characters": len(report.text),
        "sections": len(report["sections"]),
        "sentences": len(report["sentences"]),
        "quantities": len(report["quantities"]),
        "promises": sum(row["status"] == "target" for row in report["targets"]),
        "notes": len(report["notes"]),
    }
    told = "".join(
        f'<li><span>{say(name)}</span> <b lang="zh">{escape(str(value))}</b></li>'
        for name, value in facts.items()
        if value
    )
    told += "".join(f"<li><b>{count:,}</b> <span>{say(name)}</span></li>" for name, count in counts.items())
    failure = report.get("message")
    trouble = f'<p role="alert">{escape(str(failure))}</p>' if failure else ""
    title = (
        f' lang="zh">{escape(report["title"])}' if report["title"] else f">{say('Government work report')}"
    )
    return f'<header class="top"><h1{title}</h1><ul class="facts">{told}</ul>{trouble}</header>'


def _controls(report: Report, names: list[str], say: Language) -> str:
    choices = "".join(
        f'<option value="{i}" lang="zh">{"　" * ((row["level"] or 1) - 1)}{escape(names[i])}</option>'
        for i, row in enumerate(report["sections"])
    )
    statuses = {
        value: f'<span class="tag {value}">{say(value)}</span>{_field(value, say)}' for value in STATUSES
    }
    kinds = {
        value: f'<mark class="on {value}" data-sign="{sign}">{say(value)}</mark>{_field(value, say)}'
        for value, sign in SIGNS[say.code].items()
    }
    return (
        f'<details open class="fold"><summary>{say("Filters and legend")}</summary><form aria-label="{say("Filters")}">'
        f'<p><label class="label" for="section">{say("Section")}</label>'
        f'<select id="section" name="section"><option value="-1">{say("Whole text")}</option>{choices}</select></p>'
        f"{_boxes('status', say('Status (background and line)'), statuses)}"
        f"{_boxes('kind', say('Kind (colour and sign)'), kinds)}"
        f'<button type="reset">{say("Show all")}</button><p id="count" class="soft" role="status"></p></form></details>'
    )


def _field(value: str, say: Language) -> str:
    """A value as the rows have it, beside its translation."""
    return "" if say(value) == value else f" <small>{value}</small>"


def _outline(report: Report, names: list[str], say: Language) -> str:
    lines = "".join(
        f'<li class="l{min(row["level"] or 1, 4)}"><a href="#s{i}">{escape(names[i]) or "—"}</a></li>'
        for i, row in enumerate(report["sections"])
    )
    heading = say("Outline")
    return (
        f'<nav aria-label="{heading}"><details open class="fold"><summary>{heading}</summary><ol lang="zh">{lines}</ol>'
        f"</details></nav>"
        if lines
        else ""
    )


def _targets(report: Report, say: Language) -> str:
    if not report["targets"]:
        return ""
    lines = []
    for row in sorted(report["targets"], key=lambda row: row["status"] != "target"):
        goal = None if row["quantity"] is None else f"q{row['quantity']}"
        words = escape(row["text"] or "")
        linked = f'<a href="#{goal}">{words}</a>' if goal else words
        sentence = None if row["sentence"] is None else report["sentences"][row["sentence"]]
        section = -1 if sentence is None or sentence["section"] is None else sentence["section"]
        status = row["status"] or "none"
        lines.append(
            f'<tr data-status="{status}" data-section="{section}"><td>{escape(label_of(row, say))}</td>'
            f'<td class="number">{row["year"] or ""}</td>'
            f'<td><span class="tag {status}">{say(status)}</span></td>'
            f'<td class="number">{escape(value_text(row, say))}</td>'
            f"<td>{say(row['commitment']) if row['commitment'] else ''}</td>"
            f'<td lang="zh">{linked}</td></tr>'
        )
    heads = "".join(
        f'<th scope="col">{say(name)}</th>'
        for name in ("Indicator", "Year", "Status", "Value", "Commitment", "Words")
    )
    return (
        f'<details open id="targets"><summary>{say("Targets and results")}</summary><div class="scroll" tabindex="0" '
        f'role="region" aria-label="{say("Table of targets and results")}"><table><thead><tr>{heads}</tr></thead>'
        f"<tbody>{''.join(lines)}</tbody></table></div></details>"
    )


def _notes(report: Report, say: Language) -> str:
    if not report["notes"]:
        return ""
    lines = "".join(
        f'<li><b>{escape(row["kind"] or "")}</b> <span lang="zh">{escape((row["text"] or "")[:80])}</span> '
        f"<small>{row['start']}–{row['end']}</small></li>"
        for row in report["notes"]
    )
    return f'<details id="notes"><summary>{say("Notes")} ({len(report["notes"])})</summary><ul>{lines}</ul></details>'


# What Markdown writes around the words: marks of headings and of bold.
_SYNTAX = re.compile(r"^#+[ 　]*|\*\*")


def _text(report: Report, say: Language) -> str:
    """The paragraphs, each quantity in a mark of its own."""
    inserts: dict[int, list[str]] = {}
    reached = 0
    for i, row in enumerate(report["quantities"]):
        if row["start"] < reached:
            continue  # within another: its row is in the data, its place taken
        reached = row["end"]
        inserts.setdefault(row["end"], []).insert(0, "</mark>")
        inserts.setdefault(row["start"], []).append(_opened(i, row, say))
    for i, row in enumerate(report["sections"]):
        inserts.setdefault(row["start"], []).insert(0, f'<span id="s{i}"></span>')
    levels = {row["start"]: row["level"] or 1 for row in report["sections"]}
    return "\n".join(
        _paragraph(report.text, row, levels.get(row["start"]), inserts, say) for row in report["paragraphs"]
    )


def _opened(i: int, row: Row, say: Language) -> str:
    kind, status = row["kind"], row["status"] or "none"
    told = say(", ").join((row["text"], say(kind), say(status)))
    return (
        f'<mark id="q{i}" data-i="{i}" data-kind="{kind}" data-status="{status}" data-sign="{SIGNS[say.code][kind]}" '
        f'class="on {kind} {status}" tabindex="-1" role="button" aria-label="{escape(told)}">'
    )


def _paragraph(
    text: str, row: Row, level: int | None, inserts: Mapping[int, list[str]], say: Language
) -> str:
    is_heading = row["role"] == "heading"
    element = f"h{min((level or 1) + 2, 5)}" if is_heading and level else "p"
    out: list[str] = []
    bold = False
    for piece, (start, end) in enumerate(row["pieces"]):
        if piece:
            out.append(
                f'<span class="join" title="{say("the paragraph goes on here")}" aria-hidden="true">⏎</span>'
            )
        hidden = {match.start(): match.end() for match in _SYNTAX.finditer(text[start:end])}
        stops = sorted(
            {start, end}
            | {at for at in range(start, end + 1) if at in inserts}
            | {start + at for pair in hidden.items() for at in pair}
        )
        for here, after in zip(stops, [*stops[1:], None], strict=True):
            told = inserts.get(here, ())
            # The end of one piece may be the beginning of another: what closes belongs to the one, the rest to the other.
            closing, opening = here > start, here < end
            out += [tag for tag in told if (closing if tag == "</mark>" else opening)]
            if here - start in hidden:
                if text[here] == "*":
                    bold = not bold
                    out.append("<b>" if bold else "</b>")
            elif after is not None:
                out.append(escape(text[here:after]).replace("\n", "<br>"))
    if bold:
        out.append("</b>")
    section = -1 if row["section"] is None else row["section"]
    return f'<{element} class="{row["role"]}" data-section="{section}">{"".join(out)}</{element}>'
