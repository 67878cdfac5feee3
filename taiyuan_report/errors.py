"""What can go wrong: one class, and subclasses that say what to do next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_TOLD = 3  # of the reports that could not be read, in a message


class ReportError(Exception):
    """A report, a lexicon or a container that cannot be used; the message says why and where."""


class NotText(ReportError):
    """The input holds bytes that are no text: give a text file, or the right encoding."""


class WrongEncoding(ReportError):
    """The text is in none of the encodings tried: save it as UTF-8."""


class NoText(ReportError):
    """The file is in order and holds no text, as a scan does: recognise its characters first."""


class UnknownFormat(ReportError):
    """No reader takes files of this kind: convert it to text or Markdown, or register a reader."""


class DamagedFile(ReportError):
    """The file breaks off, or is not what its name says: fetch it again."""


class PasswordNeeded(ReportError):
    """The file is encrypted: save it without a password."""


class UnsafeArchive(ReportError):
    """A container that would leave its place, follow links, or unpack into far more than it is: do not trust it."""


class TooLarge(ReportError):
    """The input is larger than the limit that the message names: raise that limit if it is in order."""


class MissingDependency(ReportError):
    """A library or program that this format needs is not installed: the message says how to install it."""


def _told(errors: Sequence[Mapping[str, Any]]) -> str:
    """The first of the rows of ``errors``."""
    told = [f"{row['error']}: {row['message']}" for row in errors[:_TOLD]]
    more = [f"and {len(errors) - _TOLD} more"] if len(errors) > _TOLD else []
    return "; ".join([*told, *more])


class NothingRead(ReportError):
    """Not one report could be read, so that nothing is written; ``errors`` are their rows, as ``tables`` gives them."""

    def __init__(self, errors: Sequence[Mapping[str, Any]]) -> None:
        self.errors = errors
        super().__init__(f"no report could be read, so nothing is written: {_told(errors)}")

    def __reduce__(self) -> tuple[type[NothingRead], tuple[Sequence[Mapping[str, Any]]]]:
        return type(self), (self.errors,)


class UnreadReports(UserWarning):
    """Reports that could not be read are left out of a result; ``errors`` are their rows, as ``tables`` gives them."""

    def __init__(self, errors: Sequence[Mapping[str, Any]]) -> None:
        self.errors = errors
        super().__init__(
            f"{len(errors)} of the reports could not be read and are left out: {_told(errors)} "
            f"(the warning's .errors, or tables(...)['errors'], holds all)"
        )

    def __reduce__(self) -> tuple[type[UnreadReports], tuple[Sequence[Mapping[str, Any]]]]:
        return type(self), (self.errors,)


class BadLexicon(ReportError):
    """A lexicon with an entry that cannot be used: the message names file, key and reason."""


class BadPattern(BadLexicon):
    """A pattern that PCRE2 refuses: the message is PCRE2's own, with its offset."""


class MatchLimit(ReportError):
    """A pattern that takes too long on a text: simplify it."""
