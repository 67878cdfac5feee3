"""The rules a text is read with: TOML lexicons, compiled once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from os import PathLike
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from taiyuan_report import _core
from taiyuan_report.dictionary import Entry, Keeper, default_words, make_words, read_words
from taiyuan_report.errors import BadLexicon, BadPattern, ReportError

_CHANGES, _SHARES, _POINTS, _HEADLINE, _ANYWHERE = 1, 2, 4, 8, 16
# The tables of a dimension, in the order of ty_unit_use: a name stands once in each, but may be part of several units.
_UNIT_USES = ("units", "parts", "before")
_NUMERALS = "〇一二三四五六七八九十"


def _numeral(number: int) -> str:
    """Spell 1 to 99 in Chinese, as names of plans and sessions do."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _NUMERALS[tens] + "十"
    return head + (_NUMERALS[ones] if ones or not tens else "")


def short_name(name: str) -> str:
    """太原 for 太原市, 内蒙古 for 内蒙古自治区: how texts call a province or prefecture."""
    for ending in ("维吾尔自治区", "壮族自治区", "回族自治区", "特别行政区", "自治区", "省", "市", "地区"):
        if name.endswith(ending) and len(name) - len(ending) >= 2:
            return name.removesuffix(ending)
    return name


_LONGEST_WORD = 64
_LARGEST = 2**63 - 1
_LARGEST_NUMERAL = 99  # that _numeral spells
_LAST_EARLY_PLAN = 5
_UNIT_KEYS = ("base", "zh", "en", *_UNIT_USES)
_INDICATOR_KEYS = ("zh", "en", "names", "measure", "units", "headline", "aim", "anywhere", "parts")
_PLAN_KEYS = ("number", "first", "last", "names")


def _word(value: Any, what: str = "a word") -> str:
    """A word that the core takes; ValueError says why it is none."""
    if not isinstance(value, str):
        raise ValueError(f"{what} must be a str, not {type(value).__name__} ({value!r})")
    if not 0 < len(value) <= _LONGEST_WORD:
        raise ValueError(f"{what} has 1 to {_LONGEST_WORD} characters, not {len(value)} ({value[:20]!r})")
    if max(value) > "\uffff":
        raise ValueError(f"{value!r} has a character outside the basic plane of Unicode")
    return value


def _list(value: Any, what: str) -> list[Any]:
    if isinstance(value, str | bytes | Mapping) or not isinstance(value, Iterable):
        raise ValueError(f"{what} must be a list, not {type(value).__name__} ({value!r})")
    return list(value)


def _words(value: Any, what: str = "it") -> list[str]:
    return [_word(word) for word in _list(value, what)]


def _table(value: Any, what: str = "it", known: Iterable[str] | None = None) -> Mapping[str, Any]:
    """A table; where its keys are known, one that is mistyped is no key to pass over."""
    if not isinstance(value, Mapping):
        raise ValueError(f"{what} must be a table, not {type(value).__name__} ({value!r})")
    if known is not None and (unknown := [key for key in value if key not in known]):
        raise ValueError(f"unknown key {unknown[0]!r}; the known ones are {', '.join(known)}")
    return value


def _whole(value: Any, what: str, least: int, most: int) -> int:
    if type(value) is not int or not least <= value <= most:
        raise ValueError(f"{what} must be a whole number from {least} to {most}, not {value!r}")
    return value


def _year(value: Any, what: str) -> int:
    return _whole(value, what, 1901, 2999)


def _flag(table: Mapping[str, Any], key: str) -> bool:
    value = table.get(key, False)
    if not isinstance(value, bool):
        raise ValueError(f"{key} must be true or false, not {type(value).__name__} ({value!r})")
    return value


def _factor(value: Any, name: str) -> tuple[int, int]:
    from fractions import Fraction  # here, since few who import the package compile a lexicon

    try:
        factor = Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        raise ValueError(
            f"the factor of {name!r} is {value!r}: it must be a whole number, a decimal or a fraction"
        ) from None
    if not factor > 0 or max(factor.numerator, factor.denominator) > _LARGEST:
        raise ValueError(
            f"the factor of {name!r} is {value!r}: it must be above 0 and fit into 63 bits above and below"
        )
    return factor.numerator, factor.denominator


class Indicator(NamedTuple):
    """What reports set targets for and report on."""

    label: str
    english: str
    measure: str
    units: list[str]
    names: list[str]
    headline: bool
    aim: str
    anywhere: bool
    parts: list[str]

    @property
    def flags(self) -> int:
        """As the core takes them."""
        return (
            _CHANGES * (self.measure == "growth")
            | _SHARES * any(unit in ("%", "‰") for unit in self.units)
            | _POINTS * ("百分点" in self.units)
            | _HEADLINE * self.headline
            | _ANYWHERE * self.anywhere
        )


class _Builder:
    """Collects what the core takes from tables of the lexicon; says which file and key is at fault."""

    def __init__(self) -> None:
        self._bases: dict[str, str] = {}
        self.units: dict[tuple[int, str, str], tuple[int, str, str, str, int, int]] = {}
        self.cues: dict[tuple[str, str], int] = {}
        self.indicators: dict[str, Indicator] = {}
        self.regions: list[tuple[int, str]] = []
        self.rules: list[tuple[str, str]] = []
        self.patterns: list[tuple[str, str]] = []
        self.constraints: list[tuple[str, bool]] = []
        self._cue_names, self._rule_names, self._marks = map(set, _core.lists())

    def add(self, tables: Mapping[str, Any], where: str) -> None:
        for key, value in tables.items():
            try:
                self._take(key, value)
            except (ValueError, KeyError) as error:
                told = f"the key {error} is missing" if isinstance(error, KeyError) else str(error)
                raise BadLexicon(f"{where}: [{key}]: {told}") from error

    def _take(self, key: str, value: Any) -> None:
        takers: dict[str, Callable[[Any], None]] = {
            "plan": self._plans,
            "congress": self._congresses,
            "regions": self._regions,
            "rules": self._rules,
            "constraint": self._constraint,
            "numeral_words": self._numeral_words,
        }
        if key in takers:
            takers[key](value)
        elif key in self._cue_names:
            self._cue_list(key, value)
        elif not isinstance(value, Mapping):
            raise ValueError("no list of this name; see docs/lexicon.md for those there are")
        elif "base" in value:
            self._units(key, value)
        elif "names" in value:
            self._indicator(key, value)
        else:
            raise ValueError("neither a unit table (base, units) nor an indicator (names)")

    def _units(self, dimension: str, table: Mapping[str, Any]) -> None:
        _table(table, known=_UNIT_KEYS)
        base = _word(table["base"], "base")
        known = self._bases.setdefault(_word(dimension), base)
        if base != known:
            raise ValueError(
                f"the base is {known!r} already, not {base!r}: give factors to {known!r}, or use another name"
            )
        if "units" not in table:
            raise KeyError("units")
        for use, key in enumerate(_UNIT_USES):
            for name, written in _table(table.get(key, {}), key).items():
                factor = _factor(written, _word(name))
                if name == base and factor != (1, 1):
                    raise ValueError(f"the factor of the base {base!r} must be 1, not {written!r}")
                self.units[use, name, dimension if key == "parts" else ""] = (
                    use,
                    name,
                    dimension,
                    base,
                    *factor,
                )

    def _indicator(self, key: str, table: Mapping[str, Any]) -> None:
        _table(table, known=_INDICATOR_KEYS)
        measure = table.get("measure", "level")
        if measure not in ("growth", "level"):
            raise ValueError(f"measure is 'growth' or 'level', not {measure!r}")
        aim = table.get("aim", "higher")
        if aim not in ("higher", "lower"):
            raise ValueError(f"aim is 'higher' or 'lower', not {aim!r}")
        label = _word(table.get("zh", key), "zh")
        names = _words(table["names"], "names")
        if not names:
            raise ValueError("names must have a name at least")
        self.indicators[_word(key)] = Indicator(
            label=label,
            english=_word(table.get("en", label), "en"),
            measure=measure,
            units=_words(table.get("units", []), "units"),
            names=names,
            headline=_flag(table, "headline"),
            aim=aim,
            anywhere=_flag(table, "anywhere"),
            parts=_words(table.get("parts", []), "parts"),
        )

    def _parts(self, key: str, indicator: Indicator, places: Mapping[str, int]) -> list[int]:
        """The places of the indicators that a name stands for together."""
        if unknown := [part for part in indicator.parts if part not in places]:
            raise BadLexicon(f"[{key}]: no indicator is called {unknown[0]!r}")
        return [places[part] for part in indicator.parts]

    def _dimensions(self, key: str, indicator: Indicator, dimensions: Mapping[str, str]) -> list[str]:
        """What the amounts of an indicator are measured in: the dimensions of its units, shares apart."""
        found: dict[str, None] = {}
        for unit in indicator.units:
            parts = [unit] if unit in dimensions else unit.split("/")
            if unknown := [part for part in parts if part not in dimensions]:
                raise BadLexicon(f"[{key}]: no unit is called {unknown[0]!r}; add it to a table of units")
            if unit not in ("%", "‰", "百分点"):
                found["/".join(dimensions[part] for part in parts)] = None
        return list(found)

    def plain_units(self) -> dict[str, tuple[str, int, int]]:
        """Dimension and factor of each unit by its name."""
        return {name: (unit[2], *unit[-2:]) for (use, name, _), unit in self.units.items() if use == 0}

    def _cue_list(self, cue: str, words: Any, what: str = "it") -> None:
        for word in _words(words, what):
            self.cues[cue, word] = 0

    def _numeral_words(self, groups: Any) -> None:
        for group, words in _table(groups).items():
            self._cue_list("numeral_word", words, repr(group))

    def _plans(self, plans: Any) -> None:
        for plan in _list(plans, "it ([[plan]] in TOML)"):
            _table(plan, "a plan", _PLAN_KEYS)
            number = _whole(plan["number"], "number", 1, _LARGEST_NUMERAL)
            first = _year(plan["first"], "first")
            last = _year(plan["last"], "last")
            if first > last:
                raise ValueError(f"the first year of a plan must not be behind its last, {first} > {last}")
            long_names = [
                f"第{spelled}个五年{kind}"
                for spelled in (_numeral(number), str(number))
                # 第七个五年 alone is a plan; 第一个五年 may be any five years.
                for kind in (("计划", "规划", "") if number > _LAST_EARLY_PLAN else ("计划", "规划"))
            ]
            for name in [*_words(plan["names"], "names"), *long_names]:
                self.cues["plan", name] = first * 10000 + last

    def _congresses(self, congresses: Any) -> None:
        for congress, years in _table(congresses).items():
            number = int(congress) if str(congress).isdecimal() else congress
            nth = _numeral(_whole(number, "the number of a congress", 1, _LARGEST_NUMERAL))
            for session, year in enumerate(_list(years, f"the years of {congress}"), 1):
                _year(year, f"a year of {congress}")
                kth = _numeral(_whole(session, f"the sessions of {congress}", 1, _LARGEST_NUMERAL))
                for name in (
                    f"第{nth}届全国人民代表大会第{kth}次会议",
                    f"{nth}届全国人大{kth}次会议",
                    f"{nth}届人大{kth}次会议",
                ):
                    self.cues["session_year", name] = year

    def _regions(self, regions: Any) -> None:
        for code, name in _table(regions).items():
            if not (isinstance(code, str) and code.isdecimal() and len(code) == 6):
                raise ValueError(f"{code!r} is no code of GB/T 2260: it must be a str of six digits")
            self.regions.append((int(code), _word(name, f"the name of {code}")))
            short = short_name(name) if code.endswith("00") else name
            if short != name:
                self.regions.append((int(code), short))

    def _rules(self, rules: Any) -> None:
        for rule, patterns in _table(rules).items():
            if rule not in self._rule_names:
                raise ValueError(
                    f"no rule is called {rule!r}; there are {', '.join(sorted(self._rule_names))}"
                )
            for pattern in _list(patterns, f"the rule {rule!r}"):
                if not isinstance(pattern, str):
                    raise ValueError(
                        f"the rule {rule!r} must be a list of patterns, each a str, not {pattern!r}"
                    )
                self.rules.append((rule, pattern))

    def _constraint(self, lists: Any) -> None:
        """The whole rule at once: half of one and half of another would be neither."""
        constraints: dict[str, bool] = {}
        for firmness, marks in _table(lists).items():
            if firmness not in ("hard", "soft"):
                raise ValueError(f"a target is hard or soft, not {firmness!r}")
            for mark in _words(marks, firmness):
                if mark not in self._marks:
                    raise ValueError(f"no target is {mark!r}; there are {', '.join(sorted(self._marks))}")
                if constraints.setdefault(mark, firmness == "hard") != (firmness == "hard"):
                    raise ValueError(f"{mark!r} must be hard or soft, not both")
        self.constraints = list(constraints.items())

    def build(self, words: _core.Words) -> _core.Lexicon:
        dimensions = {name: unit[0] for name, unit in self.plain_units().items()}
        places = {name: place for place, name in enumerate(self.indicators)}
        return _core.Lexicon(
            units=list(self.units.values()),
            cues=[(cue, word, value) for (cue, word), value in self.cues.items()],
            indicators=[
                (
                    key,
                    indicator.label,
                    indicator.flags,
                    indicator.names,
                    self._dimensions(key, indicator, dimensions),
                    self._parts(key, indicator, places),
                )
                for key, indicator in self.indicators.items()
            ],
            regions=self.regions,
            rules=self.rules,
            patterns=self.patterns,
            constraints=self.constraints,
            words=words,
        )


def _read_toml(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        # Editors on Windows put a mark before UTF-8.
        tables: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadLexicon(f"{path}: byte {error.start} is no UTF-8: save it as UTF-8") from None
    except (tomllib.TOMLDecodeError, OSError) as error:
        raise BadLexicon(f"{path}: {error}") from error
    return tables


def _paths(value: Any, what: str) -> list[str | PathLike[str]]:
    paths = [value] if isinstance(value, str | PathLike) else _list(value, f"{what}, unless it is one file,")
    for path in paths:
        if not isinstance(path, str | PathLike):
            raise ValueError(f"{what}: a str or a path is expected, not {type(path).__name__} ({path!r})")
    return paths


def _terms(keep: Any) -> list[str]:
    terms = _list(keep, "keep")
    for term in terms:
        if not isinstance(term, str):
            raise ValueError(f"keep: a term must be a str, not {type(term).__name__} ({term!r})")
    return terms


def _pattern_items(patterns: Any) -> list[tuple[str, str]]:
    if not isinstance(patterns, Mapping):
        raise BadPattern(
            f"patterns must be a mapping of names to patterns, not {type(patterns).__name__} ({patterns!r})"
        )
    for name, pattern in patterns.items():
        if not (isinstance(name, str) and isinstance(pattern, str)):
            raise BadPattern(
                f"patterns: a name and a PCRE2 pattern must each be a str, not {name!r}: {pattern!r}"
            )
    return list(patterns.items())


def _own(value: Any) -> Any:
    """Tables and lists copied: a caller may change his later, or have made them of what is used up."""
    if isinstance(value, Mapping):
        return {key: _own(item) for key, item in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        return [_own(item) for item in value]
    return value


def _built_in() -> _Builder:
    builder = _Builder()
    for path in sorted((Path(__file__).parent / "lexicon").glob("*.toml")):
        if path.name != "files.toml":  # it is about files, not texts
            builder.add(_read_toml(path), path.name)
    return builder


class Sources(NamedTuple):
    """What an analyzer is made from, files as they were read."""

    lexicon: list[tuple[str, dict[str, Any]]]  # where it stands, and its tables
    patterns: list[tuple[str, str]]
    words: list[Entry]
    keep: list[str]


class Analyzer:
    """An immutable set of rules; any number of threads may share one.

    Pickled, it is what it was made from: a file that it read need not be where it is unpickled, and is compiled anew.

    Args:
        lexicon: what to add to the built-in lexicon, or to override in it: a TOML file, several, or a mapping of
            the same shape (see ``docs/lexicon.md``).
        patterns: PCRE2 patterns by name; each match in a sentence is a row of ``report["matches"]``.
        words: jieba user dictionaries, as files, or words to add as ``jieba.add_word`` does; for ``words``.
        keep: terms that ``words`` keeps whole whatever the dictionary says.

    Raises:
        BadLexicon: an entry that cannot be used; the message names file, key and reason.
        BadPattern: a pattern that PCRE2 refuses; the message is PCRE2's own, with its offset.

    >>> import taiyuan_report as tr
    >>> analyzer = tr.Analyzer(lexicon={"yarn": {"base": "锭", "units": {"锭": 1}}}, patterns={"first": "首[个次]"})
    >>> report = tr.parse("建成首个纱厂，形成10万锭。", analyzer=analyzer)
    >>> [(q["low"], q["unit"], q["dimension"]) for q in report["quantities"]]
    [(100000, '锭', 'yarn')]
    >>> [match["text"] for match in report["matches"]]
    ['首个']
    """

    __slots__ = ("_lexicon", "indicators", "keeper", "regions", "sources", "units", "words")
    _lexicon: _core.Lexicon
    indicators: Mapping[str, Indicator]
    regions: Mapping[str, int]  # the codes of those that the lexicon added
    units: Mapping[str, tuple[str, int, int]]  # dimension, and the factor above and below
    keeper: Keeper | None
    sources: Sources
    words: _core.Words | None

    def __init__(
        self,
        lexicon: str | PathLike[str] | Iterable[str | PathLike[str]] | Mapping[str, Any] | None = None,
        patterns: Mapping[str, str] | None = None,
        words: str | PathLike[str] | Iterable[str | PathLike[str]] | None = None,
        keep: Iterable[str] = (),
    ) -> None:
        try:
            files = [] if lexicon is None or isinstance(lexicon, Mapping) else _paths(lexicon, "lexicon")
            user_words = None if words is None else _paths(words, "words")
            terms = _terms(keep)
        except ValueError as error:
            raise BadLexicon(str(error)) from None
        if isinstance(words, str):  # alone it is a file; in a list a word
            user_words = [Path(words)]
        tables = [(str(path), _read_toml(Path(path))) for path in files]
        if isinstance(lexicon, Mapping):
            tables = [("lexicon", _own(lexicon))]
        self.__setstate__(
            Sources(
                tables,
                _pattern_items({} if patterns is None else patterns),
                [] if user_words is None else read_words(user_words),
                terms,
            )
        )

    def __getstate__(self) -> Sources:
        return self.sources

    def __setstate__(self, sources: Sources) -> None:
        builder = _built_in()
        known = len(builder.regions)
        for where, tables in sources.lexicon:
            builder.add(tables, where)
        builder.patterns.extend(sources.patterns)
        own = make_words(sources.words) if sources.words else None
        object.__setattr__(self, "sources", sources)
        object.__setattr__(self, "_lexicon", builder.build(own or default_words()))
        object.__setattr__(self, "indicators", MappingProxyType(builder.indicators))
        added = {name: code for code, name in builder.regions[known:]}
        object.__setattr__(self, "regions", MappingProxyType(added))
        object.__setattr__(self, "units", MappingProxyType(builder.plain_units()))
        object.__setattr__(self, "words", own)
        object.__setattr__(self, "keeper", Keeper(sources.keep) if sources.keep else None)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("an Analyzer cannot be changed; make another one")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("an Analyzer cannot be changed; make another one")


@cache
def default_analyzer() -> Analyzer:
    """The built-in rules, compiled when first needed."""
    return Analyzer()


def analyzer_of(analyzer: Analyzer | None) -> Analyzer:
    """The rules that a caller gave, or the built-in ones.

    Raises:
        ReportError: something else was given.
    """
    if isinstance(analyzer, Analyzer):
        return analyzer
    if analyzer is not None:
        raise ReportError(
            f"analyzer={analyzer!r}: an Analyzer is expected, as in analyzer=Analyzer('my.toml')"
        )
    return default_analyzer()
