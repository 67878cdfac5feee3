"""The built-in lexicon: TOML files that an analyst can read."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def codes_by_name() -> dict[str, list[int]]:
    """The codes of GB/T 2260 for each name of a region."""
    import tomllib

    text = Path(__file__).with_name("regions.toml").read_text(encoding="utf-8")
    codes: dict[str, list[int]] = {}
    for code, name in tomllib.loads(text)["regions"].items():
        codes.setdefault(name, []).append(int(code))
    return codes


@cache
def known_codes() -> frozenset[int]:
    """All codes of GB/T 2260."""
    return frozenset(code for codes in codes_by_name().values() for code in codes)
