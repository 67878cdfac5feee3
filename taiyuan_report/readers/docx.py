"""Word documents (docx): paragraphs with their headings, numbering and bold leads; tables as lines of cells.

The numbers of numbered paragraphs (一、 （一） 1.) are not in the text of such a file: they are counted here.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

from taiyuan_report.errors import DamagedFile, NoText, PasswordNeeded, TooLarge, UnsafeArchive
from taiyuan_report.readers.base import Document, Limits
from taiyuan_report.readers.markdown import Paragraph, join, table_row

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what doc, xls and encrypted files begin with
_HEADING = re.compile(r"(?:heading|标题) ?([1-9])$", re.IGNORECASE)
_DIGITS = "〇一二三四五六七八九"
_CHUNK = 1 << 16


class _Plain(ElementTree.TreeBuilder):
    """A tree of bounded size, without entities: declarations are how a small file becomes a huge one."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._left = most

    def start(self, tag: Any, attributes: Any, /) -> Any:
        self._left -= 1
        if self._left < 0:
            raise TooLarge("more elements than a text of text_characters can have")
        return super().start(tag, attributes)

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise UnsafeArchive("it declares a document type, which no Word file has and entities expand from")


def parse_xml(data: bytes, name: str, limits: Limits) -> ElementTree.Element:
    """The root of an XML part.

    Raises:
        UnsafeArchive: it declares a document type; TooLarge: it has too many elements; DamagedFile: it is no XML.
    """
    parser = ElementTree.XMLParser(target=_Plain(limits.text_characters // 2))
    try:
        # Piece by piece, so that nothing behind a declaration is looked at.
        for at in range(0, len(data), _CHUNK):
            parser.feed(data[at : at + _CHUNK])
        root: ElementTree.Element = parser.close()
    except (UnsafeArchive, TooLarge) as error:
        raise type(error)(f"{name}: {error}") from None
    except ElementTree.ParseError as error:
        raise DamagedFile(f"{name}: {error}") from None
    return root


class Package:
    """The parts of an Office file, each read only if it is not too large."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self.name, self.limits = name, limits
        if data.startswith(OLE):
            raise PasswordNeeded(f"{name}: encrypted, or an old format under a new name; save it as docx")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise DamagedFile(f"{name}: {error}") from None

    def part(self, path: str) -> ElementTree.Element | None:
        """The root of a part, or None if there is none of that name."""
        try:
            info = self._zip.getinfo(path)
        except KeyError:
            return None
        where = f"{self.name}: {path}"
        self.limits.check_ratio(info.file_size, info.compress_size, where)
        self.limits.check_file(info.file_size, where)
        try:
            return parse_xml(self._zip.read(info), where, self.limits)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise DamagedFile(f"{where}: {error}") from None
        except RuntimeError as error:  # what zipfile says of a password
            raise PasswordNeeded(f"{where}: {error}") from None


def _chinese(number: int) -> str:
    """1 to 99 as headings spell them: 十一."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones or not tens else "")


def _spelled(number: int, form: str) -> str:
    if "hinese" in form or form.startswith(("japaneseCounting", "ideograph", "taiwaneseCounting")):
        return _chinese(number)
    if form == "decimalEnclosedCircle" and 0 < number <= 20:
        return chr(0x2460 + number - 1)
    if form in ("lowerLetter", "upperLetter") and 0 < number <= 26:
        return chr((97 if form == "lowerLetter" else 65) + number - 1)
    return str(number)


@dataclass
class _Level:
    form: str
    pattern: str  # %1、
    start: int


class _Numbering:
    """The counters of numbered paragraphs."""

    def __init__(self, root: ElementTree.Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}  # what paragraphs name, and the levels behind it
        self._counts: dict[str, dict[int, int]] = {}
        for abstract in _all(root, "abstractNum"):
            self._levels[_value(abstract, "abstractNumId")] = {
                int(_value(level, "ilvl") or 0): _Level(
                    _child_value(level, "numFmt"),
                    _child_value(level, "lvlText"),
                    _whole(_child_value(level, "start"), 1),
                )
                for level in _all(abstract, "lvl")
            }
        for number in _all(root, "num"):
            self._lists[_value(number, "numId")] = _child_value(number, "abstractNumId")

    def next(self, number: str, level: int) -> str:
        """The number of the next paragraph of a list and level, as it is shown."""
        abstract = self._lists.get(number, "")
        levels = self._levels.get(abstract, {})
        if level not in levels or levels[level].form in ("bullet", "none", ""):
            return ""
        counts = self._counts.setdefault(abstract, {})
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]

        def spell(match: re.Match[str]) -> str:
            shown = int(match[1]) - 1
            if shown not in levels:
                return ""
            return _spelled(counts.get(shown, levels[shown].start), levels[shown].form)

        return re.sub(r"%([1-9])", spell, levels[level].pattern)


@dataclass
class _Style:
    heading: int = 0
    bold: bool = False
    indented: bool = False
    number: str = ""
    level: int = 0
    based_on: str = ""


def _all(root: ElementTree.Element | None, tag: str) -> list[ElementTree.Element]:
    return [] if root is None else root.findall(f"{_W}{tag}")


def _value(element: ElementTree.Element | None, attribute: str = "val") -> str:
    return "" if element is None else element.get(f"{_W}{attribute}", "")


def _child_value(element: ElementTree.Element | None, path: str) -> str:
    if element is None:
        return ""
    return _value(element.find("/".join(f"{_W}{tag}" for tag in path.split("/"))))


def _whole(text: str, otherwise: int = 0) -> int:
    return int(text) if text.lstrip("-").isdecimal() else otherwise


def _is_on(properties: ElementTree.Element | None, tag: str) -> bool | None:
    """Whether a switch such as bold is set; None if nothing is said."""
    found = None if properties is None else properties.find(f"{_W}{tag}")
    return None if found is None else _value(found) not in ("0", "false", "off")


def _is_indented(properties: ElementTree.Element | None) -> bool:
    found = None if properties is None else properties.find(f"{_W}ind")
    return _whole(_value(found, "firstLine")) > 0 or _whole(_value(found, "firstLineChars")) > 0


class _Styles:
    def __init__(self, root: ElementTree.Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        for style in _all(root, "style"):
            form = style.find(f"{_W}pPr")
            outline = _child_value(form, "outlineLvl")
            named = _HEADING.match(_child_value(style, "name"))
            self._styles[_value(style, "styleId")] = _Style(
                heading=int(named[1]) if named else _whole(outline, -1) + 1 if outline != "9" else 0,
                bold=bool(_is_on(style.find(f"{_W}rPr"), "b")),
                indented=_is_indented(form),
                number=_child_value(form, "numPr/numId"),
                level=_whole(_child_value(form, "numPr/ilvl")),
                based_on=_child_value(style, "basedOn"),
            )

    def find(self, name: str) -> _Style:
        """A style, with what it takes from those it is based on."""
        found, seen = _Style(), set()
        while name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            found.heading = found.heading or style.heading
            found.bold = found.bold or style.bold
            found.indented = found.indented or style.indented
            if not found.number:
                found.number, found.level = style.number, style.level
            name = style.based_on
        return found


class _Body:
    """Makes the lines of a document."""

    def __init__(self, styles: _Styles, numbering: _Numbering) -> None:
        self._styles, self._numbering = styles, numbering

    def lines(self, body: ElementTree.Element) -> Iterator[str]:
        """Each paragraph and each row of a table."""
        waiting = list(reversed(list(body)))
        while waiting:
            element = waiting.pop()
            if element.tag == f"{_W}p":
                yield from self.paragraph(element)
            elif element.tag == f"{_W}tbl":
                yield from self.rows(element)
            elif element.tag not in (f"{_W}sectPr", f"{_W}del"):  # content controls, insertions
                waiting.extend(reversed(list(element)))

    def rows(self, table: ElementTree.Element) -> Iterator[str]:
        """The rows of a table; one of a single cell is a frame around text."""
        for row in table.iter(f"{_W}tr"):
            cells = row.findall(f"{_W}tc")
            if len(cells) == 1:
                for paragraph in cells[0].findall(f"{_W}p"):
                    yield from self.paragraph(paragraph)
            else:
                texts = ["".join(text for text, _ in _runs(cell, False)) for cell in cells]
                yield table_row([text for text in texts if text.strip()])

    def paragraph(self, element: ElementTree.Element) -> Iterator[str]:
        """A paragraph: a line for each part between line breaks."""
        form = element.find(f"{_W}pPr")
        style = self._styles.find(_child_value(form, "pStyle"))
        outline = _child_value(form, "outlineLvl")
        heading = _whole(outline) + 1 if outline not in ("", "9") else style.heading
        number = _child_value(form, "numPr/numId") or style.number
        level = _whole(_child_value(form, "numPr/ilvl"), style.level)
        paragraph = Paragraph(heading, style.indented or _is_indented(form))
        mark = self._numbering.next(number, level) if number not in ("", "0") else ""
        paragraph.add(mark, style.bold)
        for text, bold in _runs(element, style.bold):
            before, *after = text.split("\n")
            paragraph.add(before, bold)
            for part in after:
                yield paragraph.markdown()
                paragraph = Paragraph(heading, paragraph.indented)
                paragraph.add(part, bold)
        yield paragraph.markdown()


_TEXT = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_LEFT_OUT = {
    f"{_W}{tag}" for tag in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "footnoteReference")
}


def _runs(element: ElementTree.Element, bold: bool) -> Iterator[tuple[str, bool]]:
    """The text inside a paragraph or cell, and whether it is bold; without what a reviewer has deleted."""
    waiting: list[tuple[ElementTree.Element, bool]] = [(element, bold)]
    while waiting:
        node, is_bold = waiting.pop()
        if node.tag == f"{_W}t":
            yield node.text or "", is_bold
        elif node.tag in _TEXT:
            if _value(node, "type") != "page":
                yield _TEXT[node.tag], is_bold
        elif node.tag not in _LEFT_OUT and not node.tag.endswith("}Fallback"):
            if node.tag == f"{_W}r":
                said = _is_on(node.find(f"{_W}rPr"), "b")
                is_bold = bold if said is None else said
            waiting.extend((child, is_bold) for child in reversed(node))


def _to_transitional(root: ElementTree.Element | None) -> ElementTree.Element | None:
    """The namespace of strict files, renamed to the usual one."""
    if root is not None and root.tag.startswith(_STRICT):
        for element in root.iter():
            element.tag = element.tag.replace(_STRICT, _W)
            renamed = {key.replace(_STRICT, _W): value for key, value in element.attrib.items()}
            element.attrib.clear()
            element.attrib.update(renamed)
    return root


def read(data: bytes, name: str, limits: Limits) -> Document:
    """The text of a Word document."""
    package = Package(data, name, limits)
    document: Any = _to_transitional(package.part("word/document.xml"))
    body = None if document is None else document.find(f"{_W}body")
    if body is None:
        raise DamagedFile(f"{name}: no Word document: it has no word/document.xml with a body")
    styles = _Styles(_to_transitional(package.part("word/styles.xml")))
    numbering = _Numbering(_to_transitional(package.part("word/numbering.xml")))
    text = join(list(_Body(styles, numbering).lines(body)))
    if not text:
        raise NoText(
            f"{name}: no text; if it shows some, that is in pictures: recognise its characters first"
        )
    return Document(text)
