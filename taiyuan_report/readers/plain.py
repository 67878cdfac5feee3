"""Text and Markdown, in UTF-8 or GB18030."""

from __future__ import annotations

from taiyuan_report.errors import NotText, WrongEncoding

SUFFIXES = (".txt", ".md", ".markdown", ".text")

_UTF8_MARK = b"\xef\xbb\xbf"


def read_text(data: bytes, name: str) -> str | bytes:
    """UTF-8 bytes as they are, GB18030 decoded.

    Raises:
        NotText: a NUL byte: the file is binary or UTF-16.
        WrongEncoding: neither UTF-8 nor GB18030.
    """
    if b"\0" in data:
        raise NotText(f"{name}: byte {data.index(0)} is NUL: a binary file, or UTF-16; save it as UTF-8")
    data = data.removeprefix(_UTF8_MARK)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as utf8:
        try:
            return data.decode("gb18030")
        except UnicodeDecodeError as gb18030:
            raise WrongEncoding(
                f"{name}: neither UTF-8 (byte {utf8.start}) nor GB18030 (byte {gb18030.start}); save it as UTF-8"
            ) from None
    return data
