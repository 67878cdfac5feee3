"""Every way in which a number is spelled here: by ICU, by cn2an, and in the mixed forms of reports.

Each function takes a number of at most four decimal places below 10^16 and gives its spelling, or None where this way of
writing has none for it. Tests and ``benchmarks/numerals.py`` ask that each parses back to exactly that number.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction
from importlib import import_module
from typing import Any

Spelling = Callable[[Fraction], str | None]

PLACES = 4
LONGEST = 10**16
CERTAIN = 10**15  # a double tells all numbers of fifteen digits apart
SENTENCES = ("产量{}吨。", "全市粮食产量达到{}吨，比上年增长5%。", "共有{}吨。")
FULL_WIDTH = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
ICU_RULES = {
    "cardinal": ("zh", "%spellout-cardinal"),
    "liang": ("zh", "%spellout-cardinal-alternate2"),
    "numbering": ("zh", "%spellout-numbering"),
    "financial": ("zh", "%spellout-cardinal-financial"),
    "traditional": ("zh_Hant", "%spellout-cardinal"),
    "traditional_liang": ("zh_Hant", "%spellout-cardinal-alternate2"),
    "traditional_financial": ("zh_Hant", "%spellout-cardinal-financial"),
}


def exact(value: Fraction) -> int | float:
    """A value as the package gives it: whole ones are int."""
    return value.numerator if value.denominator == 1 else float(value)


def plain(value: Fraction) -> str:
    """Digits and point of a number of at most four places."""
    whole, part = divmod(int(value * 10**PLACES), 10**PLACES)
    return f"{whole}.{part:0{PLACES}}".rstrip("0").rstrip(".")


def is_certain(value: Fraction) -> bool:
    """Whether ICU, which takes a double, sees every digit of it: not of odd numbers above 2^53."""
    return int(float(value)) == value if value.denominator == 1 else value * 10**PLACES < CERTAIN


def grouped(value: Fraction) -> str:
    """1,234,567.89: commas between thousands."""
    whole, point, part = plain(value).partition(".")
    return f"{int(whole):,}{point}{part}"


def in_wan(value: Fraction) -> str | None:
    """12.3456万 of 123,456: as many places as it takes."""
    return f"{plain(value)}万" if value < 10**12 else None


def in_yi(value: Fraction) -> str | None:
    """1.2亿 of 120,000,000."""
    return f"{plain(value)}亿" if value < 10**8 else None


def in_parts(value: Fraction) -> str | None:
    """3亿2000万, 1亿零500万, 3万5000, 3万零50: whole numbers of two parts or more."""
    yi, rest = divmod(value.numerator, 10**8)
    wan, ones = divmod(rest, 10**4)
    if value.denominator != 1 or sum(map(bool, (yi, wan, ones))) < 2:
        return None
    text = f"{yi}亿" if yi else ""
    for part, scale in ((wan, "万"), (ones, "")):
        if part:
            text += (
                "零" if text and (part < 1000 or (text[-1] == "亿" and not scale)) else ""
            ) + f"{part}{scale}"
    return text


def of_icu() -> dict[str, Spelling]:
    """ICU's rule-based number format; ImportError without PyICU."""
    icu: Any = import_module("icu")
    formats = {
        locale: icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(locale))
        for locale in ("zh", "zh_Hant")
    }

    def spelled(locale: str, rules: str) -> Spelling:
        return lambda value: formats[locale].format(exact(value), rules) if is_certain(value) else None

    return {f"icu_{name}": spelled(*rule) for name, rule in ICU_RULES.items()}


def of_cn2an() -> dict[str, Spelling]:
    """cn2an's modes; ImportError without it. 三五 and 一二 of its direct mode are ranges in any text."""
    cn2an: Any = import_module("cn2an")

    def direct(value: Fraction) -> str | None:
        text = plain(value)
        is_pair = len(text) == 2 and (int(text[1]) - int(text[0]) == 1 or text == "35")
        return None if is_pair else str(cn2an.an2cn(text, "direct"))

    def rmb(value: Fraction) -> str | None:
        if (value * 100).denominator != 1:
            return None
        text = str(cn2an.an2cn(plain(value), "rmb")).removesuffix("整")
        return text if "元" in text else None

    return {
        "cn2an_low": lambda value: str(cn2an.an2cn(plain(value), "low")),
        "cn2an_up": lambda value: str(cn2an.an2cn(plain(value), "up")),
        "cn2an_rmb": rmb,
        "cn2an_direct": direct,
    }


OWN: dict[str, Spelling] = {
    "plain": plain,
    "grouped": grouped,
    "full_width": lambda value: grouped(value).translate(FULL_WIDTH),
    "in_wan": in_wan,
    "in_yi": in_yi,
    "in_parts": in_parts,
}
SCALED = {"in_wan": 10**4, "in_yi": 10**8}


def meant(name: str, value: Fraction) -> Fraction:
    """The number that a spelling of ``value`` stands for."""
    return value * SCALED.get(name, 1)


def random_value(source: random.Random) -> Fraction:
    """Whole or with up to four places, of any length, often with zeros inside."""
    kind = source.randrange(4)
    if kind == 0:
        return Fraction(source.randrange(10 ** source.randint(1, 16)))
    if kind == 1:
        digits = "".join(source.choice("00000123456789") for _ in range(source.randint(1, 16)))
        return Fraction(int(digits))
    if kind == 2:
        return Fraction(source.randint(1, 99) * 10 ** source.randint(0, 14))
    places = source.randint(1, PLACES)
    return Fraction(source.randrange(10 ** source.randint(places, 15 - PLACES + places)), 10**places)
