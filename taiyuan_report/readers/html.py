"""Saved web pages: the part that holds the sentences, its tables as lines of cells."""

from __future__ import annotations

import re
from typing import Any

from taiyuan_report.errors import DamagedFile, NoText, TooLarge
from taiyuan_report.readers.base import Document, Limits, need
from taiyuan_report.readers.markdown import Paragraph, join, table_row
from taiyuan_report.readers.plain import decode

# Of the pages that this package writes, which are no reports.
OWN_PAGE = '<meta name="generator" content="taiyuan_report">'
PAGE_HEAD = 400  # bytes of a page in which it says who has written it

_NEVER = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "svg",
        "select",
        "button",
        "textarea",
        "object",
        "head",
        "link",
        "meta",
    ]
)
_FURNITURE = frozenset(["nav", "header", "footer", "aside"])  # unless the report is inside
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
_CLOSED_BY_NEXT = frozenset(
    ["p", "li", "td", "th", "tr", "dd", "dt", "option", "thead", "tbody", "tfoot", "body", "html", "head"]
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_DEEPEST = 512  # as browsers have it: below, the time to parse grows with the square of the depth
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_SENTENCE = re.compile(r"[。；！？，]")
_MARKUP = 8  # characters of a page for each of its text: it may hold scripts and pictures
_MOST = 0.95  # of the sentences: an element with so many holds the report
_CELL = 300  # characters: a longer cell is layout, not data
_TITLE = re.compile(r"工作报告")


def _check_tags(page: str, name: str, limits: Limits) -> None:
    """Refuse a page whose tree would take all memory or time."""
    depth = 0
    most = limits.text_characters // 4
    for count, tag in enumerate(_TAG.finditer(page)):
        if count > most:
            raise TooLarge(f"{name}: more than {most} tags, a quarter of what text_characters allows")
        element = tag[2].lower()
        if element in _VOID or element in _CLOSED_BY_NEXT:
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > _DEEPEST:
            raise DamagedFile(
                f"{name}: more than {_DEEPEST} elements are open inside each other at character {tag.start()}"
            )


class _Page:
    """The elements and texts of a page in their order, each with its parent."""

    def __init__(self, body: Any) -> None:
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.parents: list[int] = []
        self.ends: list[int] = []  # behind the last descendant
        self.weights: list[int] = []  # characters of sentences in it
        self._walk(body)
        for i in range(len(self.tags) - 1, 0, -1):
            self.weights[self.parents[i]] += self.weights[i]

    def _walk(self, body: Any) -> None:
        node, parent = body, -1
        while True:
            i = len(self.tags)
            self.tags.append(node.tag)
            self.parents.append(parent)
            self.ends.append(i + 1)
            text = (node.text_content or "") if node.tag == "-text" else ""
            self.texts.append(text)
            self.weights.append(len(text) if _SENTENCE.search(text) else 0)
            child = None if node.tag in _NEVER else node.first_child
            if child is not None:
                node, parent = child, i
                continue
            while parent >= 0 and node.next is None:
                self.ends[parent] = len(self.tags)
                node, parent = node.parent, self.parents[parent]
            if parent < 0:
                return
            node = node.next

    def children(self, i: int) -> list[int]:
        """The elements and texts right inside one."""
        found, at = [], i + 1
        while at < self.ends[i]:
            found.append(at)
            at = self.ends[at]
        return found

    def main(self) -> int:
        """The innermost element that holds nearly all sentences."""
        at = 0
        while self.weights[at]:
            inner = max(self.children(at), key=lambda i: self.weights[i], default=at)
            tag = self.tags[inner]
            is_wrapper = tag in _BLOCKS and tag != "p" and not (tag == "table" and self.is_data(inner))
            if inner == at or not is_wrapper or self.weights[inner] < _MOST * self.weights[at]:
                break
            at = inner
        return at

    def text(self, i: int) -> str:
        """All the text in an element."""
        return _BLANKS.sub(" ", "".join(self.texts[i : self.ends[i]])).strip()

    def is_data(self, table: int) -> bool:
        """Whether a table holds data, rather than the layout of the page."""
        inside = range(table + 1, self.ends[table])
        if any(self.tags[i] == "table" for i in inside):
            return False
        return not any(self.tags[i] in ("td", "th") and len(self.text(i)) > _CELL for i in inside)

    def lines(self, root: int) -> list[str]:
        """The paragraphs of an element, as Markdown."""
        lines: list[str] = []
        current = Paragraph()
        bold_until = skip_until = 0
        closing: list[int] = []  # ends of the blocks that are open

        def close() -> None:
            nonlocal current
            lines.append(current.markdown())
            current = Paragraph()

        for i in range(root, self.ends[root]):
            while closing and i >= closing[-1]:
                closing.pop()
                close()
            tag = self.tags[i]
            if i < skip_until:
                continue
            if tag in _NEVER or (tag in _FURNITURE and i != root and self.weights[i] == 0):
                skip_until = self.ends[i]
            elif tag == "-text":
                text = _BLANKS.sub(" ", self.texts[i])
                current.add(text if current.runs else text.lstrip(" "), i < bold_until)
            elif tag == "br":
                heading = current.heading
                close()
                current.heading = heading
            elif tag in ("b", "strong"):
                bold_until = max(bold_until, self.ends[i])
            elif tag == "table" and self.is_data(i):
                close()
                lines.extend(self.rows(i))
                skip_until = self.ends[i]
            elif tag in _BLOCKS:
                close()
                closing.append(self.ends[i])
                if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
                    current.heading = int(tag[1])
        close()
        return lines

    def rows(self, table: int) -> list[str]:
        """A table of data, a line for each row."""
        rows = (i for i in range(table, self.ends[table]) if self.tags[i] == "tr")
        cells = ([self.text(cell) for cell in self.children(row)] for row in rows)
        return [table_row([cell for cell in row if cell]) for row in cells if any(row)]


def is_own(head: bytes) -> bool:
    """Whether a page that begins so is one that this package has written."""
    return OWN_PAGE.encode() in head


def read(data: bytes, name: str, limits: Limits) -> Document:
    """The text of a web page."""
    lexbor = need("selectolax.lexbor", "formats", "reading web pages")
    page, origin = decode(data, name)
    if is_own(data[:PAGE_HEAD]):  # a member of an archive; files of folders are passed over
        raise NoText(f"{name}: a page that this package has written, no report")
    limits.check_length(len(page) // _MARKUP, name)
    _check_tags(page, name, limits)
    tree = lexbor.LexborHTMLParser(page)
    if tree.body is None:
        raise NoText(f"{name}: a web page without a body")
    parts = _Page(tree.body)
    main = parts.main()
    lines = [line for line in parts.lines(main) if line]
    if not lines:
        raise NoText(f"{name}: a web page without text; it may fetch its text by a script")
    if not any(_TITLE.search(line) for line in lines[:10]):
        headings = [parts.text(i) for i, tag in enumerate(parts.tags) if tag in ("h1", "h2")]
        title = tree.css_first("title")
        headings.append(re.split(r"[-_|—]", title.text())[0].strip() if title is not None else "")
        lines[:0] = [f"# {heading}" for heading in headings if _TITLE.search(heading)][:1]
    return Document(join(lines), origin)
