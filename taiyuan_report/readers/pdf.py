"""PDF: lines rejoined to paragraphs by where they stand; running heads and page numbers are told as marks."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from dataclasses import dataclass
from typing import Any

from taiyuan_report.errors import DamagedFile, NoText, PasswordNeeded
from taiyuan_report.readers import process
from taiyuan_report.readers.base import Document, Limits, need

_AROUND = r"[-—–－−·•~～\s\[\]()（）]*"
_PAGE_NUMBER = re.compile(rf"{_AROUND}(?:第\s*)?\d{{1,4}}(?:\s*页)?(?:[\s/共,，]+\d{{1,4}}\s*页?)?{_AROUND}$")
_DIGITS = re.compile(r"\d+")
_EDGE = 2  # lines at the top and at the foot of a page among which running heads are looked for
_BLANK = re.compile(r"\s+")
_WRONG_PASSWORD = 4  # PDFium's number


@dataclass(slots=True)
class _Line:
    left: float
    right: float
    top: float
    size: float  # of the type
    text: str
    is_mark: bool = False


def _lines_of(page: Any) -> list[_Line]:
    """The lines of a page, as PDFium breaks them: each with the places of its first and last character."""
    textpage = page.get_textpage()
    lines: list[_Line] = []
    at, count = 0, textpage.count_chars()
    text = textpage.get_text_range(0, count)
    is_one_for_one = len(text) == count  # not where a character has no code point
    for line in text.splitlines(keepends=True):
        words = line.rstrip()
        if words.strip() and is_one_for_one:
            first = at + len(line) - len(line.lstrip())
            # With the room around the strokes: （ begins in the middle of its place.
            left, bottom, _, top = textpage.get_charbox(first, loose=True)
            right = textpage.get_charbox(at + len(words) - 1, loose=True)[2]
            lines.append(_Line(left, right, top, max(top - bottom, 1.0), words.strip()))
        elif words.strip():
            lines.append(_Line(0.0, 0.0, -len(lines), 1.0, words.strip()))
        at += len(line)
    textpage.close()
    return lines


def _mark_edges(pages: list[list[_Line]]) -> None:
    """Mark what stands at the edge of many pages, and what is only a page number."""
    seen: Counter[str] = Counter()
    edges: list[list[_Line]] = []
    for lines in pages:
        by_height = sorted(lines, key=lambda line: -line.top)
        edges.append([*by_height[:_EDGE], *by_height[_EDGE:][-_EDGE:]])
        seen.update({_DIGITS.sub("#", line.text) for line in edges[-1]})
    often = max(2, len(pages) // 3)
    for lines in edges:
        for line in lines:
            is_running = seen[_DIGITS.sub("#", line.text)] >= often
            line.is_mark = is_running or bool(_PAGE_NUMBER.match(line.text))


def _tidy(text: str) -> str:
    return _BLANK.sub(lambda blank: "　" if "　" in blank[0] else " ", text.strip())


def _text_of(pages: list[list[_Line]]) -> Document:
    body = [line for lines in pages for line in lines if not line.is_mark]
    sizes = [line.size for line in body] or [1.0]
    size = statistics.median(sizes)
    # The margins: where most lines begin, and where the long ones end.
    lefts = Counter(round(line.left) for line in body)
    left = min((place for place, count in lefts.most_common(3) if count * 4 >= len(body)), default=0)
    ends = sorted(line.right for line in body)
    right = ends[len(ends) * 8 // 10] if ends else 0.0
    parts: list[str] = []
    marks: list[tuple[int, int]] = []
    length = 0
    last: _Line | None = None
    waiting: list[str] = []  # marks: they stand behind the paragraph that goes on across them

    def put(text: str) -> None:
        nonlocal length
        parts.append(text)
        length += len(text)

    def end_paragraph() -> None:
        if parts:
            put("\n\n")
        for mark in waiting:
            marks.append((length, length + len(mark)))
            put(mark + "\n\n")
        waiting.clear()

    for line in (line for lines in pages for line in lines):
        text = _tidy(line.text)
        if line.is_mark:
            waiting.append(text)
            continue
        indented = left + 0.8 * size < line.left < left + 4 * size
        is_full = last is not None and last.right > right - 1.6 * size
        centred = line.left >= left + 4 * size
        goes_on = (
            is_full
            and not indented
            and not centred
            and (last is None or abs(last.size - line.size) < 0.2 * size)
        )
        if not goes_on:
            end_paragraph()
        elif parts and parts[-1][-1:].isascii() and text[:1].isascii() and parts[-1][-1:].isalpha():
            put(" ")
        put(("　　" if indented and not goes_on else "") + text)
        last = line
    end_paragraph()
    return Document("".join(parts), 0, marks)


def read(data: bytes, name: str, limits: Limits) -> Document:
    """The text of a file, read in a process of its own."""
    need("pypdfium2", "formats", "reading PDF files")
    if b"%PDF-" not in data[:1024]:
        raise DamagedFile(f"{name}: it does not begin as a PDF file does")
    return process.read("pdf", data, name, limits)


def read_here(data: bytes, name: str, limits: Limits) -> Document:
    """The text of a file, read in this process, by one thread at a time."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _WRONG_PASSWORD or "assword" in str(error):
            raise PasswordNeeded(f"{name}: it needs a password") from None
        raise DamagedFile(f"{name}: {error}") from None
    pages: list[list[_Line]] = []
    characters = 0
    try:
        for number in range(len(document)):
            page = document[number]
            pages.append(_lines_of(page))
            page.close()
            characters += sum(len(line.text) for line in pages[-1])
            limits.check_length(characters, name)
    except pdfium.PdfiumError as error:
        raise DamagedFile(f"{name}: page {len(pages) + 1}: {error}") from None
    finally:
        document.close()
    if not characters:
        raise NoText(
            f"{name}: {len(pages)} pages without text, as a scan has: recognise its characters (OCR) first"
        )
    _mark_edges(pages)
    return _text_of(pages)
