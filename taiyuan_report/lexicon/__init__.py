"""The built-in lexicon: TOML files that an analyst can read."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any


@cache
def names_by_code() -> dict[int, str]:
    """The full name of the region of each code of GB/T 2260."""
    import tomllib

    text = Path(__file__).with_name("regions.toml").read_text(encoding="utf-8")
    return {int(code): name for code, name in tomllib.loads(text)["regions"].items()}


@cache
def codes_by_name() -> dict[str, list[int]]:
    """The codes for each name: counties of several prefectures share one."""
    codes: dict[str, list[int]] = {}
    for code, name in names_by_code().items():
        codes.setdefault(name, []).append(code)
    return codes


@cache
def file_words() -> dict[str, dict[str, Any]]:
    """What ``files.toml`` knows of the names of columns and files."""
    import tomllib

    return tomllib.loads(Path(__file__).with_name("files.toml").read_text(encoding="utf-8"))
