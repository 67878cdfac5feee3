"""What a reader takes and gives."""

from __future__ import annotations

import importlib
import io
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from taiyuan_report.errors import MissingDependency, TooLarge, UnsafeArchive

MEBI = 1 << 20
# Below this much of unpacked bytes no ratio is suspicious: a page of blanks packs a hundredfold.
_SMALL = MEBI


class Limits(NamedTuple):
    """How much one file may ask for; what is beyond is an error, never a long wait or a full memory.

    Args:
        file_bytes: of one file, one member of an archive, one part of a document.
        text_characters: of one report; real ones have up to 100,000.
        members: files in an archive, and rows in a table.
        unpacked_bytes: of all members of an archive together, with the archives inside it.
        ratio: of unpacked to packed bytes.
        depth: archives inside archives.
        seconds: that another program, LibreOffice or the reader of PDF, may take for one file.
        memory_bytes: that the reader of PDF may take, in each of its processes.
    """

    file_bytes: int = 64 * MEBI
    text_characters: int = MEBI
    members: int = 100_000
    unpacked_bytes: int = 8192 * MEBI
    ratio: int = 200
    depth: int = 3
    seconds: int = 120
    memory_bytes: int = 1024 * MEBI

    def check_file(self, size: int, name: str) -> None:
        """TooLarge if a file or member has more bytes than one may have."""
        if size > self.file_bytes:
            raise TooLarge(f"{name}: {size} bytes; file_bytes allows {self.file_bytes}")

    def check_ratio(self, unpacked: int, packed: int, name: str) -> None:
        """UnsafeArchive if few bytes unpack into very many."""
        if unpacked > _SMALL and unpacked > self.ratio * max(packed, 1):
            raise UnsafeArchive(
                f"{name}: {packed} bytes unpack into {unpacked}; ratio allows {self.ratio} times"
            )

    def check_length(self, characters: int, name: str) -> None:
        """TooLarge if a text has more characters than a report may have."""
        if characters > self.text_characters:
            raise TooLarge(f"{name}: {characters} characters; text_characters allows {self.text_characters}")


class Budget:
    """What is left of the limits for one file and all that it contains."""

    def __init__(self, limits: Limits) -> None:
        for name, value in limits._asdict().items():
            if not isinstance(value, int) or value < 1:
                raise ValueError(f"{name}={value!r}: a limit is a whole number above 0")
        self.limits = limits
        self.members = self.unpacked = 0

    def take(self, unpacked: int, name: str) -> None:
        """Count one more member; TooLarge if it is one too many."""
        self.members += 1
        self.unpacked += unpacked
        if self.members > self.limits.members:
            raise TooLarge(f"{name}: more than the {self.limits.members} that members allows")
        if self.unpacked > self.limits.unpacked_bytes:
            raise TooLarge(
                f"{name}: more than the {self.limits.unpacked_bytes} bytes that unpacked_bytes allows"
            )


class Document(NamedTuple):
    """The text of one report, as a reader made it.

    ``origin`` is the encoding that it was found in: 0 for UTF-8 and for what needs none, 1 UTF-16, 2 GB18030,
    3 Big5. ``marks`` are the places of lines that are no part of the report: running heads, page numbers.
    """

    text: str
    origin: int = 0
    marks: list[tuple[int, int]] = []  # noqa: RUF012 - nobody appends to it


class File(NamedTuple):
    """A file on a disk, in memory, or in an archive that gives it when asked."""

    name: str  # as it is told to people
    content: Path | bytes | Callable[[], bytes]

    def open(self) -> BinaryIO:
        """The file, to read from its beginning."""
        if isinstance(self.content, Path):
            return self.content.open("rb")
        return io.BytesIO(self.content if isinstance(self.content, bytes) else self.content())

    @property
    def size(self) -> int:
        """Bytes; 0 if only the archive that it is in can tell."""
        if isinstance(self.content, Path):
            return self.content.stat().st_size
        return len(self.content) if isinstance(self.content, bytes) else 0

    def read(self, limits: Limits) -> bytes:
        """All of it, if that is not too much."""
        if isinstance(self.content, Path):
            return self._read_path(self.content, limits)
        data = self.content if isinstance(self.content, bytes) else self.content()
        limits.check_file(len(data), self.name)
        return data

    def _read_path(self, path: Path, limits: Limits) -> bytes:
        # Unbuffered and in one go: at each call of the system threads take turns.
        with path.open("rb", buffering=0) as file:
            size = os.fstat(file.fileno()).st_size
            limits.check_file(size, self.name)
            data = file.read(size + 1)
            if len(data) != size:  # it grows, comes in parts, or the system does not tell its size
                data += io.BufferedReader(file).read(limits.file_bytes + 1)
        limits.check_file(len(data), self.name)
        return data


class Member(NamedTuple):
    """A file inside an archive."""

    name: str
    size: int
    load: Callable[[], bytes]


class Row(NamedTuple):
    """A report that stands in a table: its cells, as they are there."""

    name: str  # row 12
    text: Any
    year: Any
    region: Any
    source: Any


class Columns(NamedTuple):
    """The columns that the caller named; None is for the usual names."""

    text: str | None = None
    year: str | None = None
    region: str | None = None
    source: str | None = None


# A reader of documents gives one report a file; one of containers gives what is in them, one after the other.
ReadDocument = Callable[[bytes, str, Limits], Document]
ReadMembers = Callable[[File, Budget], Iterator[Member]]
ReadRows = Callable[[File, Columns, Budget], Iterator[Row]]


class Reader(NamedTuple):
    """How files of some suffixes are read. ``kind``: as one ``document``, as ``rows``, or as ``members`` of an archive."""

    name: str
    suffixes: tuple[str, ...]
    kind: str
    needs: str = ""  # what must be installed for it
    own: ReadDocument | None = None  # a user's function

    @property
    def read(self) -> Any:
        """The function that reads: a ReadDocument, ReadRows or ReadMembers; its module is imported when first needed."""
        return self.own or importlib.import_module(f"taiyuan_report.readers.{self.name}").read


_OUTSIDE = re.compile(r"^(?:/|[A-Za-z]:)|(?:^|/)\.\.(?:/|$)")


def check_path(path: str, where: str) -> None:
    """UnsafeArchive if the path of a member leads out of its archive."""
    if _OUTSIDE.search(path.replace("\\", "/")):
        raise UnsafeArchive(f"{where}: its path leads out of the archive")


def refuse(member: str, error: Exception) -> Member:
    """A member that is not read: whoever asks for it gets the error."""

    def load() -> bytes:
        raise error

    return Member(member, 0, load)


def is_junk(name: str) -> bool:
    """Whether a file is one that systems and programs leave beside others: lock files, resource forks."""
    last = name.rpartition("/")[2]
    return last.startswith((".", "~$")) or "__MACOSX/" in name


def need(module: str, extra: str, purpose: str) -> Any:
    """Import a library of an extra.

    Raises:
        MissingDependency: it is not installed; the message has the command.
    """
    try:
        return importlib.import_module(module)
    except ImportError:
        package = module.partition(".")[0].replace("_", "-")
        raise MissingDependency(
            f"{purpose} needs {package}: pip install {package} (the extra {extra!r} of this package brings it)"
        ) from None
