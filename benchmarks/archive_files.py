"""Files of every format, made from texts: for the tests of the readers and for benchmarks/archive.py."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import re
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import Any

import taiyuan_report as tr

# The sample without what a newspaper broke: formats that know their paragraphs keep pieces apart.
SAMPLE = (
    tr.sample()
    .replace("小锅炉\n\n240台", "小锅炉240台")
    .replace("渠系改造，\n\n新增", "渠系改造，新增")
    .replace("\n\n（下转第2版）\n（上接第1版）\n\n门口", "门口")
)
_LEAD = re.compile(r"\*\*(.+?)\*\*(.*)", re.DOTALL)


def blocks_of(text: str) -> list[tuple[int, str, str]]:
    """The paragraphs of a Markdown text: level of the heading (0: none), bold lead, and the rest.

    A paragraph that a page mark or an empty line has broken stays in its pieces.
    """
    blocks = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        heading = re.match(r"(#+) +(.*)", line)
        lead = _LEAD.fullmatch(line)
        if heading:
            blocks.append((len(heading[1]), "", heading[2]))
        elif lead:
            blocks.append((0, lead[1], lead[2]))
        else:
            blocks.append((0, "", line))
    return blocks


# ---- documents -------------------------------------------------------------------------------------------------------


def html(text: str, *, encoding: str = "utf-8", title: str = "某市人民政府网站") -> bytes:
    """A page of a government site, with the furniture that such pages have."""
    body = []
    for level, lead, rest in blocks_of(text):
        inner = (f"<strong>{escape(lead)}</strong>" if lead else "") + escape(rest)
        body.append(f"<h{level}>{inner}</h{level}>" if level else f"<p style='text-indent:2em'>{inner}</p>")
    page = f"""<!DOCTYPE html>
<html><head><meta charset="{encoding}"><title>{title}</title><style>p {{ margin: 0 }}</style>
<script>var count = 23876;</script></head>
<body><div class="top"><ul class="menu"><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li></ul>
<div>您的位置：<a href="/">首页</a> &gt; 政府工作报告</div></div>
<div class="wrap"><div class="left"><div id="zoom" class="TRS_Editor">{chr(10).join(body)}</div></div>
<div class="right"><a href="/1">市政府召开第12次常务会议</a><a href="/2">关于2019年预算的说明</a></div></div>
<div class="footer"><a href="/map">网站地图</a> 版权所有 <span>ICP备12345678号</span></div></body></html>"""
    return page.encode(encoding)


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" '
    'Target="{}"/></Relationships>'
)
STYLES = (
    f'<?xml version="1.0"?><w:styles {_W}>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="H{level}"><w:name w:val="heading {level}"/></w:style>'
        for level in range(1, 5)
    )
    + '<w:style w:type="paragraph" w:styleId="Body"><w:name w:val="Body Text"/>'
    '<w:pPr><w:ind w:firstLineChars="200"/></w:pPr></w:style></w:styles>'
)


def docx_of(body: str, *, styles: str = STYLES, parts: Mapping[str, str] | None = None) -> bytes:
    """A Word file around the XML of a body."""
    document = f'<?xml version="1.0"?><w:document {_W}><w:body>{body}</w:body></w:document>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATIONS.format("officeDocument", "word/document.xml"))
        package.writestr("word/_rels/document.xml.rels", _RELATIONS.format("styles", "styles.xml"))
        package.writestr("word/styles.xml", styles)
        for name, content in {"word/document.xml": document, **(parts or {})}.items():
            package.writestr(name, content)
    return made.getvalue()


def docx_paragraph(*runs: tuple[str, bool], style: str = "Body", properties: str = "") -> str:
    """The XML of a paragraph."""
    inner = "".join(
        f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}"
        f'<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'
        for text, bold in runs
        if text
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inner}</w:p>'


def docx(text: str) -> bytes:
    """A Word file with headings as styles and leads in bold."""
    return docx_of(
        "".join(
            docx_paragraph((rest, False), style=f"H{level}")
            if level
            else docx_paragraph((lead, True), (rest, False))
            for level, lead, rest in blocks_of(text)
        )
    )


def _pdf_line(text: str, x: float, y: float, size: float) -> str:
    return f"BT /F1 {size} Tf 1 0 0 1 {x:.1f} {y:.1f} Tm <{text.encode('utf-16-be').hex()}> Tj ET"


def pdf_of(pages: Sequence[str]) -> bytes:
    """A PDF file of content streams, in a font that every reader has: STSong-Light, by code points."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{5 + 2 * i} 0 R' for i in range(len(pages)))}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor "
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 "
        "/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>",
    ]
    for i, page in enumerate(pages):
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {6 + 2 * i} 0 R >>"
        )
        objects.append(f"<< /Length {len(page)} >>\nstream\n{page}\nendstream")
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(made)}\n%%EOF\n"
    return made + (end + trailer).encode("latin-1")


def pdf(text: str, *, head: str = "云河市政府工作报告", width: int = 34, depth: int = 36) -> bytes:
    """A typeset report: lines of one width, paragraphs indented, a running head and page numbers."""
    lines: list[tuple[float, float, str]] = []  # indent, size, characters
    for level, lead, rest in blocks_of(text):
        words = lead + rest
        if level:
            lines.append((max(0.0, width * 12 - len(words) * 16) / 2, 16.0, words))
            continue
        room = width - 2
        lines.append((24.0, 12.0, words[:room]))
        lines.extend((0.0, 12.0, words[at : at + width]) for at in range(room, len(words), width))
    pages = []
    for number, start in enumerate(range(0, len(lines), depth), 1):
        stream = [_pdf_line(head, 220, 800, 9)]
        for i, (indent, size, words) in enumerate(lines[start : start + depth]):
            stream.append(_pdf_line(words, 90 + indent, 760 - 19 * i, size))
        stream.append(_pdf_line(f"— {number} —", 280, 40, 9))
        pages.append("\n".join(stream))
    return pdf_of(pages)


# ---- tables ----------------------------------------------------------------------------------------------------------

Rows = Sequence[Mapping[str, Any]]


def delimited(rows: Rows, *, encoding: str = "utf-8-sig", delimiter: str = ",") -> bytes:
    """A csv or tsv file."""
    made = io.StringIO(newline="")
    writer = csv.DictWriter(made, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return made.getvalue().encode(encoding)


def xlsx(rows: Rows) -> bytes:
    """A workbook of one sheet."""
    import xlsxwriter

    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet("报告")
        for i, row in enumerate([dict(zip(rows[0], rows[0], strict=True)), *rows]):
            for j, cell in enumerate(row.values()):
                sheet.write(i, j, cell)
    return made.getvalue()


def jsonl(rows: Rows) -> bytes:
    """A file of JSON lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def parquet(rows: Rows) -> bytes:
    """A Parquet file."""
    import pyarrow
    from pyarrow import parquet as format_

    made = io.BytesIO()
    format_.write_table(pyarrow.Table.from_pylist([dict(row) for row in rows]), made)
    return made.getvalue()


# ---- archives --------------------------------------------------------------------------------------------------------


class _GbkInfo(zipfile.ZipInfo):
    """A member whose name is in GBK without a mark, as Windows in China packs it."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.filename.encode("gbk"), self.flag_bits


def zipped(members: Iterable[tuple[str, bytes]], *, gbk_names: bool = False) -> bytes:
    """A zip archive; with the names in GBK if asked for."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            info = (_GbkInfo if gbk_names else zipfile.ZipInfo)(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return made.getvalue()


_PACK: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
}


def tarred(members: Iterable[tuple[str, bytes] | tarfile.TarInfo], packing: str = "gz") -> bytes:
    """A tar archive; a bare TarInfo is a member without content, such as a link."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for member in members:
            if isinstance(member, tarfile.TarInfo):
                archive.addfile(member)
            else:
                info = tarfile.TarInfo(member[0])
                info.size = len(member[1])
                archive.addfile(info, io.BytesIO(member[1]))
    return _PACK[packing](made.getvalue())
