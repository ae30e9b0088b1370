"""Where the headings of a list stand, and what each says: titles above, one row or two."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from conference.importers.guest_sheet_file import Table
from conference.rules.guest_columns import GUESTS
from conference.rules.list_columns import Mapping, Vocabulary
from conference.rules.workbook_words import folded

HEADING_WITHIN = 30
"""Rows in which headings are looked for: an office writes its titles above them."""

COLUMN_NUMBER = re.compile(r"\(?\s*(?:\d{1,2}|[A-Z])\s*\)?")
"""What stands in the row that numbers the columns: 1 or (1), or A."""

PARTED = ("nam", "nu", "male", "female", "dang", "chinh quyen", "doan the")
"""What parts one heading into columns: years of birth of men and women, posts in the party and in
the government."""

LOOKED_AT = 200
"""Rows by which a column without a heading is told."""


@dataclass(frozen=True)
class Head:
    """The headings: their first row (1-based, 0 where there are none), the first row of guests
    behind them, and the words over each column."""

    row: int
    first: int
    words: tuple[str, ...]
    numbers: int | None

    @property
    def shape(self) -> str:
        """The same for every file with the same headings in the same places."""
        said = "\n".join(map(folded, self.words))
        return sha256(said.encode()).hexdigest()


def head_of(table: Table, row: int | None = None, of: Vocabulary = GUESTS) -> Head:
    """The headings in this row (1-based; 0: there are none), else in the row that has the most, in
    the words of such lists."""
    rows = table.rows
    width = max(map(len, rows), default=0)
    at = best_row(rows, of) if row is None else min(row, len(rows))
    if not at:
        return Head(0, 1, ("",) * width, None)
    top, first = padded(rows[at - 1], width), at + 1
    over = padded(rows[at - 2], width) if at > 1 else ()
    if over and any(folded(words) in PARTED for words in top) and second(over, top, of):
        top = joined(over, top, of)
    under = padded(rows[at], width) if at < len(rows) else ()
    if under and second(top, under, of):
        top, first = joined(top, under, of), at + 2
    while first <= len(rows) and numbering(rows[first - 1]):
        first += 1
    numbers = next((i for i, words in enumerate(top) if of.meant(words) == "number"), None)
    return Head(at, first, top, numbers)


def best_row(rows: Sequence[tuple[Any, ...]], of: Vocabulary = GUESTS) -> int:
    """The row (1-based) whose cells mean the most columns; 0 when none means two. Two may be what
    a guest is (Đại biểu Quốc hội, Đoàn ĐBQH), unless one is the very words of a heading."""
    best, most = 0, 1
    for number, cells in enumerate(rows[:HEADING_WITHIN], start=1):
        texts = [cell for cell in cells if isinstance(cell, str)]
        known = set(map(of.meant, texts)) - {""}
        if len(known) > most and (len(known) > 2 or any(map(of.exact, texts))):
            best, most = number, len(known)
    return best


def padded(cells: Sequence[Any], width: int) -> tuple[str, ...]:
    """The cells as one line of words each, as wide as the table."""
    said = (" ".join(str(cell if cell is not None else "").split()) for cell in cells)
    return (*said, *[""] * (width - len(cells)))


def second(top: Sequence[str], under: Sequence[str], of: Vocabulary = GUESTS) -> bool:
    """Whether the row under the headings belongs to them: every cell in it is a heading, or says
    again what stands above (a cell merged downwards). A text alone is more likely a section."""
    filled = [i for i, words in enumerate(under) if words]
    other = [i for i in filled if under[i] != top[i]]
    merged = len(other) < len(filled)
    known = (heading_under(top, under[i], i, of) or (merged and spread(top, i)) for i in other)
    if not other or not all(known):
        return False
    alone = under[other[0]]
    return len(filled) > 1 or (
        not top[other[0]] and of.exact(alone) and of.meant(alone) not in of.called
    )


def heading_under(top: Sequence[str], words: str, at: int, of: Vocabulary) -> bool:
    """Whether these words are a heading: the very words of one; or words that begin like one, where
    the heading above is over several columns. A guest's post may begin so too."""
    return of.exact(words) or (
        spread(top, at) and (of.meant(words) or folded(words)) in (*of.known, *PARTED)
    )


def spread(top: Sequence[str], at: int) -> bool:
    """Whether the column has no heading of its own above it, or shares it with the next."""
    return not top[at] or (at + 1 < len(top) and not top[at + 1])


def joined(top: Sequence[str], under: Sequence[str], of: Vocabulary) -> tuple[str, ...]:
    """What stands lower counts, and with it what stands over several columns where it says nothing
    alone (Năm sinh: Nam, Nữ); a heading over several columns is not lost for the first."""
    found, over = [], ""
    for high, low in zip(top, under, strict=True):
        over = high or over
        part = low and low != high and not of.meant(low)
        found.append(f"{over} {low}".strip() if part else low or high)
    return tuple(found)


def numbering(cells: Sequence[Any]) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3)."""
    said = [one for one in padded(cells, len(cells)) if one]
    said = [one.removesuffix(".0") for one in said]
    return len(said) > 2 and all(COLUMN_NUMBER.fullmatch(one) for one in said)


def mapping_of(table: Table, head: Head, of: Vocabulary = GUESTS) -> Mapping:
    """What each column is most likely: by its heading; a column without one beside the name that
    holds single words is the given name of a name written in two."""
    found = list(of.guessed(head.words))
    for at, name in enumerate(found[:-1]):
        if name == "name" and not head.words[at + 1] and single_words(table, head, at + 1):
            found[at : at + 2] = ["family", "given"]
    return tuple(found)


def single_words(table: Table, head: Head, column: int) -> bool:
    rows = table.rows[head.first - 1 : head.first - 1 + LOOKED_AT]
    cells = [str(row[column]).strip() for row in rows if len(row) > column and row[column]]
    return len(cells) * 2 > len(rows) and all(len(cell.split()) == 1 for cell in cells)
