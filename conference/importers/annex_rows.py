"""The rows of an annex told apart: a recipient, a section, a total, what stands below the list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from conference.importers.annex_file import Merged
from conference.importers.guest_sheet_head import Head
from conference.importers.guest_sheet_kinds import NUMBERED, NUMERAL, SECTION
from conference.importers.guest_sheet_rows import blank
from conference.rules.annex_awards import only_says
from conference.rules.annex_text import signs
from conference.rules.list_columns import Mapping
from conference.rules.names_in_lists import signature, total


@dataclass(frozen=True)
class RowSeen:
    """A row behind the headings. `kind`: line, section, total, footer, headings, nothing."""

    row: int
    kind: str
    order: str
    cells: dict[int, Any]
    texts: tuple[str, ...]

    @property
    def text(self) -> str:
        """Its first text; what stands in the column of numbers where there is no other."""
        return (self.texts or (self.order,))[0]


def rows_seen(
    rows: Sequence[Sequence[Any]], head: Head, mapping: Mapping, merged: Merged
) -> Iterator[RowSeen]:
    """Every row behind the headings that is not blank."""
    across = {top for (top, left), (bottom, right) in merged if top == bottom and right > left}
    numbered = head.numbers is not None and any(
        number_of(str(row[head.numbers])) is not None
        for row in rows[head.first - 1 :]
        if len(row) > head.numbers and not blank(row[head.numbers])
    )
    ended = False
    for number, row in enumerate(rows[head.first - 1 :], start=head.first):
        cells = {i: cell for i, cell in enumerate(row) if not blank(cell)}
        if not cells:
            continue
        order = plain(cells.pop(head.numbers, "")) if head.numbers is not None else ""
        texts = tuple(str(cell).strip() for cell in cells.values() if isinstance(cell, str))
        seen = RowSeen(number, "", order, cells, texts)
        kind = kind_of(seen, head, mapping, number - 1 in across, numbered, ended)
        ended = kind in ("total", "footer") or (ended and kind not in ("section", "line"))
        yield RowSeen(number, kind, order, cells, texts)


def plain(cell: Any) -> str:
    return str(cell).strip().removesuffix(".0")


def number_of(order: str) -> int | None:
    """1, 01., 2) as a number; None for what is none."""
    found = re.fullmatch(r"0*(\d{1,6})\s*[.)/]?", order.removesuffix(".0").strip())
    return int(found[1]) if found else None


def kind_of(
    seen: RowSeen, head: Head, mapping: Mapping, across: bool, numbered: bool, ended: bool
) -> str:
    """`across`: its cells are merged; `numbered`: the list's lines have numbers; `ended`: a total
    or a signature stands above."""
    said = [i for i, cell in seen.cells.items() if i < len(head.words) and cell == head.words[i]]
    if len(said) > 1 and len(said) == len(seen.cells):
        return "headings"
    figure = NUMBERED.fullmatch(seen.order) is not None
    if figure and not (len(seen.texts) == len(seen.cells) == 1 and only_says(seen.text)):
        return "line"
    sums = total(seen.text, len(seen.texts) < 2) or SUM.match(seen.text)
    if len(seen.texts) <= 2 and sums:
        return "total"
    if signature(seen.text) or signs(seen.text):
        return "footer"
    if is_section(seen, across, numbered, ended):
        return "section"
    if ended:
        return "footer"
    named = any(i < len(mapping) and mapping[i] in NAMES for i in seen.cells)
    return "line" if named else "nothing"


SUM = re.compile(r"\(?(?:ấn định|(?:danh sách|phụ lục)(?: này)? (?:có|gồm)\b)", re.IGNORECASE)
"""How offices close a list: (Danh sách này có 16 tập thể)."""

NAMES = ("name", "family", "given")


def is_section(seen: RowSeen, across: bool, numbered: bool, ended: bool) -> bool:
    """Whether a row without a number of its own is the name of a section: by its numeral, because
    it says nothing but an award, a placing or a kind of recipient, or in the way it is set."""
    if seen.order and not seen.texts:  # merged across from the column of numbers
        return not ended or SECTION.match(seen.order) is not None or only_says(seen.order)
    if len(seen.texts) > (2 if seen.order else 1) or not seen.texts:
        return False
    numeral = NUMERAL.fullmatch(seen.order) or SECTION.match(seen.text)
    if seen.order and not numeral and NUMBERED.fullmatch(seen.order) is None:
        return False
    if numeral or only_says(seen.text):
        return True
    capitals = seen.text.isupper() and " " in seen.text
    return not ended and (across or (numbered and capitals))
