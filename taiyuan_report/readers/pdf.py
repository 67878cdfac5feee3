"""PDF: lines rejoined to paragraphs by where they stand; running heads and page numbers are told as marks."""

from __future__ import annotations

import re
import statistics
import threading
from collections import Counter
from dataclasses import dataclass
from typing import Any, cast

from taiyuan_report.errors import DamagedFile, NoText, PasswordNeeded
from taiyuan_report.readers.base import Document, Limits, need

# PDFium is not made for threads.
_ONE = threading.Lock()
_PAGE_NUMBER = re.compile(r"[\W_]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:[\s/,，共]*\d{1,4}\s*页?)?[\W_]*$")
_DIGITS = re.compile(r"\d+")
_EDGE = 2  # lines at the top and at the foot of a page among which running heads are looked for
_BLANK = re.compile(r"\s+")
_WRONG_PASSWORD = 4  # PDFium's number


@dataclass(slots=True)
class _Line:
    left: float
    right: float
    bottom: float
    top: float
    size: float  # of the type
    text: str
    is_mark: bool = False


def _first_box(textpage: Any, rect: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """The place of the first character with the room around its strokes: （ begins in the middle of it."""
    left, bottom, _, top = rect
    index = textpage.get_index(left + 0.1, (bottom + top) / 2, 1, 1)
    return (
        rect
        if index is None
        else cast("tuple[float, float, float, float]", textpage.get_charbox(index, loose=True))
    )


def _lines_of(page: Any) -> list[_Line]:
    """The lines of a page: what stands at one height, in the order of the file."""
    textpage = page.get_textpage()
    lines: list[_Line] = []
    for i in range(textpage.count_rects()):
        left, bottom, right, top = textpage.get_rect(i)
        text = textpage.get_text_bounded(left, bottom, right, top).replace("\0", "").strip("\r\n")
        if not text.strip():
            continue
        last = lines[-1] if lines else None
        left, low, _, high = _first_box(textpage, (left, bottom, right, top))
        middle = (bottom + top) / 2
        if last and last.bottom <= middle <= last.top and left >= last.left:
            last.text += ("　" if left - last.right > 0.8 * last.size else "") + text
            last.right = max(last.right, right)
        else:
            lines.append(_Line(left, right, low, high, max(high - low, 1.0), text))
    textpage.close()
    return lines


def _mark_edges(pages: list[list[_Line]]) -> None:
    """Mark what stands at the edge of many pages, and what is only a page number."""
    seen: Counter[str] = Counter()
    edges: list[list[_Line]] = []
    for lines in pages:
        by_height = sorted(lines, key=lambda line: -line.top)
        edges.append([*by_height[:_EDGE], *by_height[_EDGE:][-_EDGE:]])
        seen.update({_DIGITS.sub("#", line.text.strip()) for line in edges[-1]})
    often = max(3, len(pages) // 3)
    for lines in edges:
        for line in lines:
            is_running = len(pages) > 2 and seen[_DIGITS.sub("#", line.text.strip())] >= often
            line.is_mark = is_running or bool(_PAGE_NUMBER.match(line.text.strip()))


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
    """The text of a file."""
    pdfium = need("pypdfium2", "formats", "reading PDF files")
    if b"%PDF-" not in data[:1024]:
        raise DamagedFile(f"{name}: it does not begin as a PDF file does")
    with _ONE:
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            if getattr(error, "err_code", None) == _WRONG_PASSWORD or "assword" in str(error):
                raise PasswordNeeded(f"{name}: it needs a password") from None
            raise DamagedFile(f"{name}: {error}") from None
        try:
            pages, characters = [], 0
            for number in range(len(document)):
                page = document[number]
                lines = _lines_of(page)
                page.close()
                characters += sum(len(line.text) for line in lines)
                limits.check_length(characters, name)
                pages.append(lines)
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
