"""Text and Markdown, in UTF-8, UTF-16, GB18030 (with GBK and GB2312) or Big5: which one, the bytes tell."""

from __future__ import annotations

import codecs
import contextlib
import unicodedata
from functools import cache

from taiyuan_report.errors import NotText, WrongEncoding
from taiyuan_report.readers.base import Document, Limits

UNICODE, UTF16, GB18030, BIG5 = range(4)

# Encodings by the marks that files may begin with.
_MARKS = [
    (b"\xef\xbb\xbf", "utf-8", UNICODE),
    (b"\xff\xfe", "utf-16-le", UTF16),
    (b"\xfe\xff", "utf-16-be", UTF16),
    (b"\x84\x31\x95\x33", "gb18030", GB18030),
]
_UTF32_MARKS = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")  # the first begins with that of UTF-16
# The others have no marks; what they decode to is compared. cp950 is Big5 as it is used.
_UNMARKED = [("gb18030", GB18030), ("cp950", BIG5), ("utf-16-le", UTF16), ("utf-16-be", UTF16)]
_SAMPLE = 1 << 16  # bytes looked at: more tell no more
_LEAST_COMMON = 0.15  # of all Han characters; right guesses have 0.35 and more, wrong ones below 0.05


@cache
def _common() -> frozenset[str]:
    from taiyuan_report.lexicon import file_words

    return frozenset("".join(file_words()["encodings"]["common"].split()))


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def _is_strange(char: str) -> bool:
    """Whether it is no character of any text: unassigned, private, half a pair or a control; not a joiner or a mark."""
    return unicodedata.category(char) in ("Cn", "Co", "Cs", "Cc") and not char.isspace()


def _share_of_common(text: str) -> float:
    """How much of the Han characters is such as all Chinese text is full of."""
    han = [char for char in text if _is_han(char)]
    strange = sum(map(_is_strange, text))
    return sum(char in _common() for char in han) / (len(han) + 10 * strange) if han else 0.0


def _is_garbage(text: str) -> bool:
    """Whether text is none that anybody wrote: Han characters that are all rare, or, without any, strange ones."""
    is_chinese = any(map(_is_han, text))
    return _share_of_common(text) <= _LEAST_COMMON if is_chinese else any(map(_is_strange, text))


def _decoded(data: bytes, encoding: str) -> str | None:
    """What bytes are in an encoding, but for a character that they break off in; None if they are none of it."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(data)
    except UnicodeDecodeError:
        return None


def _likeliest(data: bytes, candidates: list[tuple[str, int]]) -> tuple[str, int, int] | None:
    """The encoding that gives the most common characters, if they are as many as in any Chinese text."""
    best, best_share = None, _LEAST_COMMON
    for encoding, origin in candidates:
        text = _decoded(data, encoding)
        share = 0.0 if text is None or "\0" in text else _share_of_common(text[:_SAMPLE])
        if share > best_share:
            best, best_share = (encoding, 0, origin), share
    return best


def encoding_of(data: bytes, name: str) -> tuple[str, int, int]:
    """The encoding of some bytes, the length of its mark, and its number as an origin.

    Raises:
        NotText: a NUL byte, and no UTF-16.
        WrongEncoding: none of the encodings gives Chinese text, or not the one of its mark.
    """
    if data.startswith(_UTF32_MARKS):
        raise WrongEncoding(f"{name}: it is UTF-32, which is not read; save it as UTF-8")
    for mark, encoding, origin in _MARKS:
        if data.startswith(mark):
            text = _decoded(data[len(mark) :], encoding) if origin == UTF16 else None
            if text is not None and _is_garbage(text[:_SAMPLE]):
                raise WrongEncoding(
                    f"{name}: it begins like {encoding} and goes on as no text does; save it as UTF-8"
                )
            return encoding, len(mark), origin
    if b"\0" in data:
        wide = _likeliest(data, _UNMARKED[-2:])
        if wide is None:
            raise NotText(f"{name}: byte {data.index(0)} is NUL, and it is no UTF-16: a binary file")
        return wide
    if _decoded(data, "utf-8") is not None:
        return "utf-8", 0, UNICODE
    found = _likeliest(data, _UNMARKED)
    if found is None:
        raise WrongEncoding(
            f"{name}: no Chinese text in UTF-8, UTF-16, GB18030 or Big5 (byte {_first_fault(data)} is no UTF-8); "
            f"save it as UTF-8"
        )
    return found


def _first_fault(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return len(data)


def decode(data: bytes, name: str) -> tuple[str, int]:
    """The text of some bytes, and its origin.

    Raises:
        NotText, WrongEncoding: as ``encoding_of``.
    """
    if not any(data.startswith(mark) for mark, _, _ in _MARKS) and b"\0" not in data:
        with contextlib.suppress(UnicodeDecodeError):  # most files; encoding_of would only decode them twice
            return data.decode("utf-8"), UNICODE
    encoding, mark, origin = encoding_of(data, name)
    try:
        return data[mark:].decode(encoding), origin
    except UnicodeDecodeError as error:
        if "unexpected end" in error.reason:
            raise WrongEncoding(
                f"{name}: it is cut off within its last character (byte {mark + error.start}): fetch it again"
            ) from None
        raise WrongEncoding(
            f"{name}: it begins like {encoding}, and byte {mark + error.start} is none; save it as UTF-8"
        ) from None


def read(data: bytes, name: str, limits: Limits) -> Document:
    """The text of a file."""
    return Document(*decode(data, name))
