"""Files to reports: one module a format. A user's own reader is added with ``register_reader``."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from taiyuan_report.errors import ReportError, UnknownFormat
from taiyuan_report.readers.base import Document, Limits, Reader, is_junk

# Each is a module of its name here, imported when a file asks for it.
_BUILT_IN = (
    Reader("plain", (".txt", ".md", ".markdown", ".text"), "document"),
    Reader("html", (".html", ".htm", ".shtml", ".xhtml"), "document", "selectolax"),
    Reader("docx", (".docx", ".docm"), "document"),
    Reader("office", (".doc", ".wps", ".rtf", ".odt"), "document", "LibreOffice"),
    Reader("pdf", (".pdf",), "document", "pypdfium2"),
    Reader("delimited", (".csv", ".tsv", ".tab"), "rows"),
    Reader("sheet", (".xlsx", ".xlsm", ".xls", ".et", ".ods"), "rows", "python-calamine"),
    Reader("jsonl", (".jsonl", ".ndjson"), "rows"),
    Reader("parquet", (".parquet",), "rows", "pyarrow"),
    Reader("zip", (".zip",), "members"),
    Reader("tar", (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tbz", ".tar.xz", ".txz"), "members"),
)
# Formats that reports come in and that nothing here reads: told, rather than passed over in a folder.
_UNREADABLE = {
    ".rar": "unpack it, or pack it as zip",
    ".7z": "unpack it, or pack it as zip",
    ".ofd": "convert it to PDF",
    ".caj": "convert it to PDF",
    ".ceb": "convert it to PDF",
    ".ppt": "save its text",
    ".pptx": "save its text",
}

# As with codecs: what is registered holds for the process.
_READERS: dict[str, Reader] = {reader.name: reader for reader in _BUILT_IN}
_BY_SUFFIX: dict[str, Reader] = {suffix: reader for reader in _BUILT_IN for suffix in reader.suffixes}


def formats() -> dict[str, Reader]:
    """The readers by name, each with its suffixes and what it needs.

    Returns:
        A new dict; ``register_reader`` adds to what the next call gives.

    >>> import taiyuan_report as tr
    >>> tr.formats()["pdf"].suffixes
    ('.pdf',)
    """
    return dict(_READERS)


def register_reader(
    name: str, suffixes: Iterable[str], read: Callable[[bytes, str], str | bytes | Document]
) -> None:
    """Read files of some suffixes with a function of your own, from now on in this process.

    Args:
        name: what the format is called; a reader of that name is replaced.
        suffixes: with their dot, such as ``[".rst"]``; they go before those of other readers.
        read: takes the bytes and the name of a file, and gives its text as ``str`` or UTF-8 ``bytes``. It may be
            called by several threads at once. What it raises is a row of ``errors``.

    >>> import taiyuan_report as tr
    >>> tr.register_reader("rst", [".rst"], lambda data, name: data.replace(b"**", b""))
    >>> tr.formats()["rst"].suffixes
    ('.rst',)
    """
    wanted = tuple(suffix.lower() for suffix in suffixes)
    if not wanted or not all(suffix.startswith(".") and len(suffix) > 1 for suffix in wanted):
        raise ReportError(f"suffixes={list(wanted)!r}: each begins with a dot, as in ['.rst']")

    def document(data: bytes, file: str, limits: Limits) -> Document:
        try:
            made = read(data, file)
        except ReportError:
            raise
        except Exception as error:
            raise ReportError(
                f"{file}: the reader {name!r} raised {type(error).__name__}: {error}"
            ) from error
        if isinstance(made, bytes):
            from taiyuan_report.readers.plain import decode

            made = Document(*decode(made, file))
        if not isinstance(made, str | Document):
            raise ReportError(f"{file}: the reader {name!r} gave {type(made).__name__}, not text")
        return made if isinstance(made, Document) else Document(made)

    reader = Reader(name, wanted, "document", own=document)
    for suffix in _READERS[name].suffixes if name in _READERS else ():
        _BY_SUFFIX.pop(suffix, None)
    _READERS[name] = reader
    _BY_SUFFIX.update(dict.fromkeys(wanted, reader))


def suffix_of(name: str) -> str:
    """The suffix that a reader goes by: .tar.gz rather than .gz; empty if there is none.

    >>> suffix_of("2023.政府工作报告.TAR.GZ"), suffix_of("山西省/2026.txt"), suffix_of("README")
    ('.tar.gz', '.txt', '')
    """
    last = name.lower().replace("\\", "/").rpartition("/")[2]
    parts = last.split(".")
    double = "." + ".".join(parts[-2:])
    return double if len(parts) > 2 and double in _BY_SUFFIX else f".{parts[-1]}" if len(parts) > 1 else ""


def is_supported(name: str) -> bool:
    """Whether a file of this name is looked at in a folder or archive: a reader takes it, or it is told that none does."""
    suffix = suffix_of(name)
    return (suffix in _BY_SUFFIX or suffix in _UNREADABLE) and not is_junk(name)


def reader_of(name: str) -> Reader:
    """The reader of files of this name.

    Raises:
        UnknownFormat: there is none; the message says what to do.
    """
    suffix = suffix_of(name)
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    if suffix in _UNREADABLE:
        raise UnknownFormat(f"{name}: no reader takes {suffix}; {_UNREADABLE[suffix]}")
    known = ", ".join(sorted(_BY_SUFFIX))
    raise UnknownFormat(f"{name}: no reader takes {suffix or 'a file without a suffix'}; known are {known}")


__all__ = [
    "Document",
    "Limits",
    "Reader",
    "formats",
    "is_supported",
    "reader_of",
    "register_reader",
    "suffix_of",
]
