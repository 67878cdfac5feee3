"""Write what follows from the declaration of rows in csrc/rows.h: taiyuan_report/rows.py and docs/fields.md.

Run it after a change to csrc/rows.h, with the extension built: python tools/declare.py
With --check it writes nothing and fails if a file is out of date.
"""

from __future__ import annotations

import sys
from pathlib import Path

from taiyuan_report import _core

ROOT = Path(__file__).parents[1]

SINGULAR = {
    "sections": "Section",
    "paragraphs": "Paragraph",
    "sentences": "Sentence",
    "quantities": "Quantity",
    "targets": "Target",
    "matches": "Match",
    "notes": "Note",
}
PYTHON = {
    "offset": "int",
    "index": "int | None",
    "year": "int | None",
    "slice": "str | None",
    "number": "int | float | None",
    "string": "str | None",
    "pieces": "list[list[int]]",
}
ARROW = {
    "offset": "uint32",
    "index": "uint32",
    "year": "int32",
    "enum": "dictionary<int8, string>",
    "slice": "large_string",
    "number": "float64",
    "string": "large_string",
    "pieces": "large_list<struct<start: uint32, end: uint32>>",
}


def python_type(kind: str, values: list[str]) -> str:
    """The annotation of a field."""
    if kind != "enum":
        return PYTHON[kind]
    return f"Literal[{', '.join(repr(value).replace(chr(39), chr(34)) for value in values)}] | None"


def stub() -> str:
    """The source of taiyuan_report/rows.py."""
    lines = [
        '"""The rows of a report, as typed dicts; made by tools/declare.py from csrc/rows.h."""',
        "",
        "from typing import Literal, TypedDict",
    ]
    for table, fields in _core.declaration():
        lines += [
            "",
            "",
            f"class {SINGULAR[table]}(TypedDict):",
            f'    """A row of ``report["{table}"]``."""',
            "",
        ]
        for name, kind, doc, values in fields:
            line = f"    {name}: {python_type(kind, values)}"
            lines.append(line if len(line) <= 110 else f"{line}  # fmt: skip")
            lines.append(f'    """{doc[0].upper()}{doc[1:]}."""')
    return "\n".join(lines) + "\n"


def table_of_fields() -> str:
    """The source of docs/fields.md."""
    lines = [
        "# Fields",
        "",
        "Made by `tools/declare.py` from the declaration in `csrc/rows.h`. Offsets count code points of the text as",
        "given; a missing value is `None` in a dict and null in Arrow. Every Arrow table but `reports` and `errors`",
        "begins with a column `report`, the row of `reports` that it belongs to. What the fields of a quantity are where it could",
        "be argued: [border_cases.md](border_cases.md).",
    ]
    for table, fields in _core.declaration():
        lines += ["", f"## {table}", "", "| field | in a dict | in Arrow | meaning |", "|---|---|---|---|"]
        for name, kind, doc, values in fields:
            meaning = doc + (": " + ", ".join(f"`{value}`" for value in values) if values else "")
            shown = "str or None" if kind == "enum" else PYTHON[kind].replace(" | ", " or ")
            lines.append(f"| `{name}` | {shown} | {ARROW[kind]} | {meaning} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the files, or check them."""
    stale = []
    for path, text in (
        (ROOT / "taiyuan_report" / "rows.py", stub()),
        (ROOT / "docs" / "fields.md", table_of_fields()),
    ):
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(str(path.relative_to(ROOT)))
    if stale:
        print(f"out of date: {', '.join(stale)}; run python tools/declare.py")
    return bool(stale)


if __name__ == "__main__":
    sys.exit(main())
