"""Files to text: one module a format, each with SUFFIXES and read_text(data, name)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from taiyuan_report.errors import UnknownFormat
from taiyuan_report.readers import plain

_READERS: dict[str, Callable[[bytes, str], str | bytes]] = {
    suffix: module.read_text for module in (plain,) for suffix in module.SUFFIXES
}


def is_supported(name: str) -> bool:
    """Whether a reader takes files of this name."""
    return PurePath(name).suffix.lower() in _READERS


def read_text(data: bytes, name: str) -> str | bytes:
    """The text of a file's bytes, by the suffix of its name; UTF-8 stays bytes.

    Raises:
        UnknownFormat: no reader takes this suffix.
        ReportError: what the reader says of the bytes.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in _READERS:
        known = ", ".join(sorted(_READERS))
        raise UnknownFormat(
            f"{name}: no reader takes {suffix or 'a file without a suffix'}; known are {known}"
        )
    return _READERS[suffix](data, name)
