"""Texts to cut, made at random from what reports hold and what they do not."""

from __future__ import annotations

import random
from collections.abc import Iterator

OTHER = "abcXYZ0123456789 ._+-#&%，。！？、：；“”（）《》\t\n\r\u3000𠮷𪚥😀é½Ⅳα·…—"


def random_texts(characters: str, count: int, seed: int) -> Iterator[str]:
    """Strings over the characters, mixed with Latin, digits, punctuation, emoji, rare planes and blanks."""
    chance = random.Random(seed)
    for _ in range(count):
        length = chance.choice((1, 2, 3, 5, 8, 20, 60))
        share = chance.choice((0.0, 0.1, 0.5, 1.0))
        yield "".join(
            chance.choice(OTHER) if chance.random() < share else chance.choice(characters)
            for _ in range(length)
        )


def pieces_of(text: str, count: int, seed: int) -> Iterator[str]:
    """Passages of a text, cut out anywhere."""
    chance = random.Random(seed)
    for _ in range(count):
        start = chance.randrange(len(text))
        yield text[start : start + chance.choice((3, 10, 40, 200))]
