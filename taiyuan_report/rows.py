"""The rows of a report, as typed dicts; made by tools/declare.py from csrc/rows.h."""

from typing import Literal, TypedDict


class Section(TypedDict):
    """A row of ``report["sections"]``."""

    start: int
    """Where the heading begins."""
    end: int
    """Where the next section of the same or a higher level begins."""
    level: int | None
    """1 for chapters, 2 and 3 below."""
    marker: str | None
    """The number or mark before the title, such as （一）."""
    title: str | None
    """The title without marker, emphasis and end punctuation."""
    parent: int | None
    """The section that holds this one."""
    role: Literal["review", "plan", "self", "other"] | None
    """The part that the section plays."""


class Paragraph(TypedDict):
    """A row of ``report["paragraphs"]``."""

    start: int
    """First character."""
    end: int
    """After the last character."""
    text: str | None
    """The characters from start to end."""
    role: Literal["body", "heading", "mark", "chrome", "glossary"] | None
    """What the paragraph is in the document."""
    section: int | None
    """The section that holds it."""
    pieces: list[list[int]]
    """Start and end of each piece of a broken paragraph."""


class Sentence(TypedDict):
    """A row of ``report["sentences"]``."""

    start: int
    """First character."""
    end: int
    """After the last character."""
    text: str | None
    """The characters from start to end."""
    paragraph: int | None
    """The paragraph that holds it."""
    section: int | None
    """The section that holds it."""


class Quantity(TypedDict):
    """A row of ``report["quantities"]``."""

    start: int
    """First character of the numeral."""
    end: int
    """After the last character of the unit."""
    text: str | None
    """The characters from start to end."""
    kind: Literal["amount", "percent", "duration", "date", "ordinal"] | None
    """What the number is."""
    low: int | float | None
    """The value, or the lower end of a range."""
    high: int | float | None
    """The value, or the upper end of a range."""
    unit: str | None
    """Unit or classifier as written, without scale words."""
    dimension: str | None
    """What the unit measures."""
    base_low: int | float | None
    """Low in the base unit."""
    base_high: int | float | None
    """High in the base unit."""
    base_unit: str | None
    """The one unit of the dimension."""
    bound: Literal["exact", "approx", "at_least", "at_most", "order", "qualitative"] | None
    """How the words around it limit the value."""
    change: Literal["level", "increase", "decrease"] | None
    """Whether the number is the size of a change."""
    status: Literal["achieved", "target", "other"] | None
    """Result, promise or neither."""
    subject: str | None
    """The words that name what is measured."""
    indicator: str | None
    """The indicator of the lexicon that it belongs to."""
    from_year: int | None
    """First year that the number is about."""
    to_year: int | None
    """Last year that the number is about."""
    sentence: int | None
    """The sentence that holds it."""
    section: int | None
    """The section that holds it."""


class Target(TypedDict):
    """A row of ``report["targets"]``."""

    start: int
    """First character of the words that set it."""
    end: int
    """After the last character of the words that set it."""
    text: str | None
    """The characters from start to end."""
    indicator: str | None
    """The indicator of the lexicon."""
    label: str | None
    """Its name in Chinese."""
    year: int | None
    """The year it is for."""
    status: Literal["achieved", "target", "other"] | None
    """Promised (target) or achieved."""
    low: int | float | None
    """The value, or the lower end of a range."""
    high: int | float | None
    """The value, or the upper end of a range."""
    unit: str | None
    """Unit as written."""
    bound: Literal["exact", "approx", "at_least", "at_most", "order", "qualitative"] | None
    """How the words limit the value; qualitative: words instead of a number; missing: it could not be read."""
    change: Literal["level", "increase", "decrease"] | None
    """Whether the number is the size of a change."""
    commitment: Literal["plain", "strive", "ensure"] | None
    """How firmly it is promised."""
    constraint: Literal["hard", "soft"] | None
    """Hard or soft, as the literature on growth targets codes it."""
    quantity: int | None
    """The row of quantities behind it."""
    sentence: int | None
    """The sentence that holds it."""


class Match(TypedDict):
    """A row of ``report["matches"]``."""

    start: int
    """First character."""
    end: int
    """After the last character."""
    text: str | None
    """The characters from start to end."""
    pattern: str | None
    """The name of the user's pattern."""
    sentence: int | None
    """The sentence that holds it."""


class Note(TypedDict):
    """A row of ``report["notes"]``."""

    start: int
    """First character."""
    end: int
    """After the last character."""
    text: str | None
    """The characters from start to end."""
    kind: Literal["rejoined", "foreign", "repeated", "unplaced", "gave_up", "year", "region", "utf16", "gb18030", "big5"] | None  # fmt: skip
    """What was mended or doubted; or the encoding that the file was found to be in."""
