"""Names that read alike and are not the same: how they differ, so that somebody can see it."""

import unicodedata
from collections.abc import Callable

from conference.rules.names import fold

WAYS = ("composition", "spaces", "case", "d", "tone-place", "diacritics")
"""In which ways two names may differ that read alike: one letter made of other code points, white
space, capitals, d for đ, the tone on another letter of the same word (hòa, hoà), other marks."""


def unmarked(text: str) -> str:
    """Without diacritics; đ stays."""
    apart = unicodedata.normalize("NFD", text)
    return "".join(char for char in apart if not unicodedata.combining(char))


def undashed(text: str) -> str:
    return text.replace("đ", "d").replace("Đ", "D")


def single(text: str) -> str:
    return " ".join(text.split())


FOLDS: dict[str, Callable[[str], str]] = {
    "spaces": lambda text: undashed(unmarked(text)).lower(),
    "case": lambda text: single(undashed(unmarked(text))),
    "d": lambda text: single(unmarked(text)).lower(),
    "diacritics": lambda text: single(undashed(text)).lower(),
}
"""Everything folded but the one way: what then still differs, differs in it."""


def likeness(one: str, other: str) -> tuple[str, ...] | None:
    """The ways in which two names that read alike differ: none where every code point is the same;
    None where they are different names."""
    if one == other:
        return ()
    a, b = (unicodedata.normalize("NFC", text) for text in (one, other))
    if a == b:
        return ("composition",)
    if fold(a) != fold(b):
        return None
    ways = [way for way, folded in FOLDS.items() if folded(a) != folded(b)]
    if "diacritics" in ways and marks(a) == marks(b):
        ways[ways.index("diacritics")] = "tone-place"
    return tuple(ways)


def marks(text: str) -> list[list[str]]:
    """The marks of each word, wherever in it they stand."""
    words = single(undashed(text)).lower().split()
    return [
        sorted(c for c in unicodedata.normalize("NFD", w) if unicodedata.combining(c))
        for w in words
    ]
