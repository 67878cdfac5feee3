"""What can go wrong: one class, and subclasses that say what to do next."""

from __future__ import annotations


class ReportError(Exception):
    """A report, a lexicon or a container that cannot be used; the message says why and where."""


class NotText(ReportError):
    """The input holds bytes that are no text: give a text file, or the right encoding."""


class WrongEncoding(ReportError):
    """The text is in an encoding that is not the one tried: save it as UTF-8, or name its encoding."""


class UnknownFormat(ReportError):
    """No reader takes files of this kind: convert it to text or Markdown."""


class TooLarge(ReportError):
    """The input is larger than the limit that the message names."""


class BadLexicon(ReportError):
    """A lexicon with an entry that cannot be used: the message names file, key and reason."""


class BadPattern(BadLexicon):
    """A pattern that PCRE2 refuses: the message is PCRE2's own, with its offset."""


class MatchLimit(ReportError):
    """A pattern that takes too long on a text: simplify it."""
