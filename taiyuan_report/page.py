"""Reports and archives as HTML pages: one file each, without a server or a network."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from taiyuan_report.columns import rows_of
from taiyuan_report.table import write_whole

if TYPE_CHECKING:
    from taiyuan_report.report import Report

Row = Mapping[str, Any]

# How the values of fields are called on the page, and the sign that tells each kind without colour.
KINDS = {"amount": "数量", "percent": "百分比", "duration": "时长", "date": "日期", "ordinal": "次序"}
SIGNS = {"amount": "量", "percent": "率", "duration": "时", "date": "日", "ordinal": "序"}
STATUSES = {"achieved": "完成", "target": "承诺", "other": "其他", "none": "无"}
BOUNDS = {
    "exact": "恰为",
    "approx": "约",
    "at_least": "至少",
    "at_most": "至多",
    "order": "量级",
    "qualitative": "定性",
}
CHANGES = {"level": "水平", "increase": "增加", "decrease": "减少"}
COMMITMENTS = {"plain": "一般", "strive": "力争", "ensure": "确保"}
WORDS = {**KINDS, **STATUSES, **BOUNDS, **CHANGES}
FIELDS = {
    "subject": "对象",
    "indicator": "指标",
    "kind": "类别",
    "low, high": "数值",
    "base": "换算",
    "bound": "界限",
    "change": "增减",
    "status": "性质",
    "years": "年份",
    "dimension": "量纲",
    "section": "章节",
    "start, end": "字符",
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


def number_text(value: float) -> str:
    """A number as reports write it: with 万 or 亿, without zeros behind.

    >>> number_text(128640000000), number_text(5.5)
    ('1286.4亿', '5.5')
    """
    for size, word in ((1e8, "亿"), (1e4, "万")):
        if abs(value) >= size:
            return f"{value / size:.12g}{word}"
    return f"{value:.12g}"


def value_text(row: Row) -> str:
    """The value of a target or quantity with its bound and the direction of its change.

    >>> value_text({"low": 7, "high": 7, "unit": "%", "bound": "at_least", "change": "increase"})
    '≥ ↑ 7%'
    """
    if row["low"] is None:
        return BOUNDS["qualitative"] if row["bound"] == "qualitative" else "未读出"
    ends = number_text(row["low"])
    if row["high"] is not None and row["high"] != row["low"]:
        ends += f"–{number_text(row['high'])}"
    signs = BOUND_SIGNS.get(row["bound"], "") + CHANGE_SIGNS.get(row["change"], "")
    return f"{signs}{ends}{row['unit'] or ''}"


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


def _document(title: str, name: str, body: str, data: Any) -> str:
    """A whole page; the styles and the script are those of the files ``name`` under html/."""
    return (
        f'<!DOCTYPE html>\n<html lang="zh">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<link rel="icon" href="data:,">\n<title>{escape(title)}</title>\n'
        f"<style>\n{_asset('base.css')}{_asset(f'{name}.css')}</style>\n</head>\n<body>\n{body}\n"
        f"{_json_block(data)}\n<script>\n{_asset(f'{name}.js')}</script>\n</body>\n</html>\n"
    )


def _boxes(name: str, label: str, choices: Mapping[str, str]) -> str:
    """Checkboxes, all checked; each label is HTML."""
    boxes = "".join(
        f'<label><input type="checkbox" name="{name}" value="{value}" checked> {told}</label>'
        for value, told in choices.items()
    )
    return f"<fieldset><legend>{label}</legend>{boxes}</fieldset>"


# ---- one report ----------------------------------------------------------------------------------------------------


def shown(report: Report, height: int) -> Shown:
    """What ``show`` gives."""
    return Shown(report_page(report), _name_of(report), height)


def report_page(report: Report) -> str:
    """A report as a page of HTML."""
    names = [f"{row['marker'] or ''} {row['title'] or ''}".strip() for row in report["sections"]]
    columns = [name for name in report["quantities"][0] if name != "sentence"] if report["quantities"] else []
    data = {
        "columns": columns,
        "rows": [[row[name] for name in columns] for row in report["quantities"]],
        "sections": names,
        "parents": [-1 if row["parent"] is None else row["parent"] for row in report["sections"]],
        "labels": list(FIELDS.items()),
        "words": WORDS,
        "citation": _citation_of(report),
    }
    body = (
        f'<a class="skip" href="#text">跳到正文</a>\n{_head(report)}\n<div class="columns">\n'
        f'<aside aria-label="筛选与目录">{_controls(report, names)}{_outline(report, names)}</aside>\n'
        f"<main>{_targets(report)}{_notes(report)}"
        f'<h2>正文</h2><p class="soft">指向或用 Tab 键移到一个数量，可见其各字段；按 Enter 键复制为引文，按 ← → 键前后移动。</p>'
        f'<article id="text" tabindex="-1" aria-label="正文">{_text(report)}</article></main>\n</div>\n'
        f'<div id="card" role="region" aria-label="数量的各字段" hidden><h3> </h3><dl></dl>'
        f'<button type="button" tabindex="-1">复制引文 (Enter)</button></div>\n'
        f'<div id="said" class="unseen" role="status"></div>'
    )
    return _document(_name_of(report), "report", body, data)


def _name_of(report: Report) -> str:
    year = f"{report['year']}年" if report["year"] else ""
    return f"{report['region'] or ''}{year}{report['title'] or '政府工作报告'}"


def _citation_of(report: Report) -> str:
    parts = (
        report["speaker"],
        f"《{report['title'] or '政府工作报告'}》",
        report["region"],
        report["session"],
        report["date"] or (f"{report['year']}年" if report["year"] else None),
        report["source"],
    )
    return "，".join(str(part) for part in parts if part)


def _head(report: Report) -> str:
    facts = {
        "地区": " ".join(str(part) for part in (report["region"], report["adcode"]) if part),
        "年份": report["year"],
        "会议": report["session"],
        "日期": report["date"],
        "报告人": report["speaker"],
        "来源": report["source"],
    }
    counts = {
        "字": len(report.text),
        "节": len(report["sections"]),
        "句": len(report["sentences"]),
        "数量": len(report["quantities"]),
        "目标": sum(row["status"] == "target" for row in report["targets"]),
        "注记": len(report["notes"]),
    }
    told = "".join(
        f"<li><span>{name}</span> <b>{escape(str(value))}</b></li>" for name, value in facts.items() if value
    )
    told += "".join(f"<li><b>{count}</b> <span>{name}</span></li>" for name, count in counts.items())
    failure = report.get("message")
    trouble = f'<p role="alert">{escape(str(failure))}</p>' if failure else ""
    return (
        f'<header class="top"><h1>{escape(report["title"] or "政府工作报告")}</h1>'
        f'<ul class="facts">{told}</ul>{trouble}</header>'
    )


def _controls(report: Report, names: list[str]) -> str:
    choices = "".join(
        f'<option value="{i}">{"　" * ((row["level"] or 1) - 1)}{escape(names[i])}</option>'
        for i, row in enumerate(report["sections"])
    )
    statuses = {
        value: f'<span class="tag {value}">{told}</span> <small>{value}</small>'
        for value, told in STATUSES.items()
    }
    kinds = {
        value: f'<mark class="on {value}" data-sign="{SIGNS[value]}">{told}</mark> <small>{value}</small>'
        for value, told in KINDS.items()
    }
    return (
        f'<h2>筛选与图例</h2><form aria-label="筛选"><p><label class="label" for="section">章节</label>'
        f'<select id="section" name="section"><option value="-1">全文</option>{choices}</select></p>'
        f"{_boxes('status', '性质（底色与线型）', statuses)}{_boxes('kind', '类别（字色与角标）', kinds)}"
        f'<button type="reset">全部显示</button><p id="count" class="soft" role="status"></p></form>'
    )


def _outline(report: Report, names: list[str]) -> str:
    lines = "".join(
        f'<li class="l{min(row["level"] or 1, 4)}"><a href="#s{i}">{escape(names[i]) or "—"}</a></li>'
        for i, row in enumerate(report["sections"])
    )
    return f'<nav aria-label="目录"><h2>目录</h2><ol>{lines}</ol></nav>' if lines else ""


def _targets(report: Report) -> str:
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
            f'<tr data-status="{status}" data-section="{section}"><td>{escape(row["label"] or "")}</td>'
            f'<td class="number">{row["year"] or ""}</td>'
            f'<td><span class="tag {status}">{STATUSES[status]}</span></td>'
            f'<td class="number">{escape(value_text(row))}</td>'
            f"<td>{COMMITMENTS.get(row['commitment'] or '', '')}</td>"
            f"<td>{linked}</td></tr>"
        )
    heads = "".join(
        f'<th scope="col">{name}</th>' for name in ("指标", "年份", "性质", "数值", "力度", "原文")
    )
    return (
        f'<details open id="targets"><summary>目标与完成</summary><div class="scroll" tabindex="0" role="region" '
        f'aria-label="目标与完成的表"><table><thead><tr>{heads}</tr></thead><tbody>{"".join(lines)}</tbody></table></div></details>'
    )


def _notes(report: Report) -> str:
    if not report["notes"]:
        return ""
    lines = "".join(
        f"<li><b>{escape(row['kind'] or '')}</b> {escape((row['text'] or '')[:80])} "
        f"<small>{row['start']}–{row['end']}</small></li>"
        for row in report["notes"]
    )
    return f'<details id="notes"><summary>注记（{len(report["notes"])}）</summary><ul>{lines}</ul></details>'


# What Markdown writes around the words: marks of headings and of bold.
_SYNTAX = re.compile(r"^#+[ 　]*|\*\*")


def _text(report: Report) -> str:
    """The paragraphs, each quantity in a mark of its own."""
    inserts: dict[int, list[str]] = {}
    reached = 0
    for i, row in enumerate(report["quantities"]):
        if row["start"] < reached:
            continue  # within another: its row is in the data, its place taken
        reached = row["end"]
        inserts.setdefault(row["end"], []).insert(0, "</mark>")
        inserts.setdefault(row["start"], []).append(_opened(i, row))
    for i, row in enumerate(report["sections"]):
        inserts.setdefault(row["start"], []).insert(0, f'<span id="s{i}"></span>')
    levels = {row["start"]: row["level"] or 1 for row in report["sections"]}
    return "\n".join(
        _paragraph(report.text, row, levels.get(row["start"]), inserts) for row in report["paragraphs"]
    )


def _opened(i: int, row: Row) -> str:
    kind, status = row["kind"], row["status"] or "none"
    told = f"{row['text']}，{KINDS[kind]}，{STATUSES[status]}"
    return (
        f'<mark id="q{i}" data-i="{i}" data-kind="{kind}" data-status="{status}" data-sign="{SIGNS[kind]}" '
        f'class="on {kind} {status}" tabindex="0" role="button" aria-label="{escape(told)}">'
    )


def _paragraph(text: str, row: Row, level: int | None, inserts: Mapping[int, list[str]]) -> str:
    is_heading = row["role"] == "heading"
    element = f"h{min((level or 1) + 2, 5)}" if is_heading and level else "p"
    out: list[str] = []
    bold = False
    for piece, (start, end) in enumerate(row["pieces"]):
        if piece:
            out.append('<span class="join" title="此处接续" aria-hidden="true">⏎</span>')
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


# ---- an archive ----------------------------------------------------------------------------------------------------

LIMIT = 20_000
PANEL_NEEDED = ("region", "year", "indicator", "status", "low", "high", "unit", "bound", "change")
PANEL = (*PANEL_NEEDED, "label", "value", "text", "sentence", "source", "start", "end")
FOUND = ("region", "year", "subject", "kind", "status", "low", "text", "sentence", "source", "start", "end")


def explore(data: Any, path: str | PathLike[str], *, limit: int = LIMIT) -> None:
    """Write an archive as a page of HTML that needs no other file and no network.

    The page has the target panel as a table to sort and filter, the sentence behind each value, and a chart of one
    indicator by year and region; of ``tables`` also a search over all quantities.

    Args:
        data: what ``tables`` gives, or the target panel alone as anything with columns.
        path: where to write the page.
        limit: the most rows of each of the two tables; the page says what it leaves out.

    Raises:
        ReportError: the data are neither.
    """
    if isinstance(data, Mapping) and {"reports", "targets", "sentences", "quantities"} <= set(data):
        panel, quantities = _rows_of_tables(data)
        reports: int | None = len(data["reports"])
        failed = len(data.get("errors", ()))
    else:
        panel, quantities, reports, failed = rows_of(data, PANEL_NEEDED), [], None, 0
    for row in panel:
        row["value"] = value_text(row)
    write_page(path, _explorer(panel, quantities, limit, reports, failed))


def _rows_of_tables(tables: Mapping[str, Any]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Targets and quantities, each with its sentence and the place and year of its report."""
    reports = rows_of(tables["reports"])
    sentences: dict[int, list[str]] = {}
    for row in rows_of(tables["sentences"]):
        sentences.setdefault(row["report"], []).append(row["text"])

    def told(row: dict[str, Any]) -> dict[str, Any]:
        report = reports[row["report"]]
        sentence = None if row["sentence"] is None else sentences[row["report"]][row["sentence"]]
        return row | {"region": report["region"], "source": report["source"], "sentence": sentence}

    quantities = [
        told(row) | {"year": reports[row["report"]]["year"]} for row in rows_of(tables["quantities"])
    ]
    return [told(row) for row in rows_of(tables["targets"])], quantities


def _packed(rows: list[dict[str, Any]], names: tuple[str, ...], sentences: dict[str, int]) -> dict[str, Any]:
    """Rows as lists; a sentence that many share is written once."""
    packed = []
    for row in rows:
        sentence = row.get("sentence")
        place = None if sentence is None else sentences.setdefault(sentence, len(sentences))
        packed.append([place if name == "sentence" else row.get(name) for name in names])
    return {"columns": names, "rows": packed}


def _explorer(
    panel: list[dict[str, Any]],
    quantities: list[dict[str, Any]],
    limit: int,
    reports: int | None,
    failed: int,
) -> str:
    sentences: dict[str, int] = {}
    data: dict[str, Any] = {
        "panel": _packed(panel[:limit], PANEL, sentences),
        "quantities": _packed(quantities[:limit], FOUND, sentences),
        "words": WORDS,
    }
    data["sentences"] = list(sentences)
    facts = {
        "报告": reports,
        "地区": len({row["region"] for row in panel} - {None}),
        "年份": len({row["year"] for row in panel} - {None}),
        "目标与完成值": len(panel),
        "数量": len(quantities) or None,
    }
    told = "".join(
        f"<li><b>{count}</b> <span>{name}</span></li>" for name, count in facts.items() if count is not None
    )
    left_out = [
        f"{name}共 {len(rows)} 行，此页只含前 {limit} 行"
        for name, rows in (("目标与完成值", panel), ("数量", quantities))
        if len(rows) > limit
    ]
    if failed:
        left_out.append(f"{failed} 份文件未能读出")
    note = f'<p class="note">未收入：{"；".join(left_out)}。</p>' if left_out else ""
    body = (
        f'<a class="skip" href="#targets">跳到表格</a>\n<header class="top"><h1>政府工作报告：目标与完成</h1>'
        f'<ul class="facts">{told}</ul></header>\n<main>{note}'
        f'<section aria-label="图"><h2>图</h2><form><label>指标 <select id="indicator"></select></label>'
        f'</form><div id="chart"></div></section>\n{_panel_table()}\n{_search_table() if quantities else ""}</main>'
    )
    return _document("政府工作报告：目标与完成", "explore", body, data)


def _choice(name: str, label: str) -> str:
    return f'<label>{label} <select name="{name}"><option value="">全部</option></select></label>'


def _sortable(identity: str, title: str, form: str, heads: tuple[str, ...]) -> str:
    """A section with a table that the script fills."""
    columns = "".join(f'<th scope="col"><button type="button">{head}</button></th>' for head in heads)
    return (
        f'<section id="{identity}" aria-label="{title}"><h2>{title}</h2><form>{form}'
        f'<button type="reset">全部显示</button></form><p class="count soft" role="status"></p>'
        f'<div class="scroll" tabindex="0" role="region" aria-label="{title}的表"><table><thead><tr>{columns}</tr></thead>'
        f'<tbody></tbody></table></div><div class="pager"><button type="button">上一页</button>'
        f'<button type="button">下一页</button></div></section>'
    )


def _panel_table() -> str:
    statuses = "".join(
        f'<option value="{value}">{STATUSES[value]}</option>' for value in ("target", "achieved")
    )
    form = _choice("label", "指标") + _choice("region", "地区") + _choice("year", "年份")
    form += f'<label>性质 <select name="status"><option value="">全部</option>{statuses}</select></label>'
    return _sortable("targets", "目标与完成", form, ("地区", "年份", "指标", "性质", "数值", "原文"))


def _search_table() -> str:
    form = '<label>检索（以空格分词）<input type="search" name="words"></label>' + _choice("region", "地区")
    form += _choice("year", "报告年") + _choice("kind", "类别") + _choice("status", "性质")
    return _sortable("search", "检索数量", form, ("地区", "报告年", "对象", "性质", "数值", "句子"))
