"""What a row of a list is: a guest, a section, a total or the signature; what is not sure is told.

A name must never be lost in silence: a row that may be somebody's name or a section's is read as
what it is more likely, with the code of a note that says so.
"""

import re
from dataclasses import dataclass
from typing import Any

from conference.importers.guest_sheet_head import Head
from conference.rules.guest_columns import meant
from conference.rules.list_columns import Mapping
from conference.rules.names_in_lists import begins_section, reads_as, signature, total

NUMERAL = re.compile(r"(?:[IVXLC]+(?:\.\d+)*|[A-ZĐ])\s*[.)/:-]?")
"""What numbers a section: I, II., II.1 or A)."""

SECTION = re.compile(r"(?!\w/\w\b)(?:[IVXLC]+(?:\.\d+)*|[A-ZĐ])\s*[.)/:-]\s*(?=\S)")
"""The same in front of its name; Đ/c and A/C are no numerals."""

NUMBERED = re.compile(r"\d+(?:\.\d+)*\s*[.)/]?")
"""What numbers a guest: 1, 01., 2)."""

MOST_GUESTS = 1_000
"""A number in a section's row that is smaller counts its guests; phones and years are none."""

LOOKED_AT = 120
"""Characters of a row's first text by which it is told what the row is."""

AS_GUEST, AS_SECTION, BEHIND = (
    f"guest-sheet.{code}" for code in ("name-or-section", "section-or-name", "behind-end")
)
"""Notes: read as a guest, or as a section, and may be the other; a guest behind the list's end."""

Kind = tuple[str, str]
"""What a row is (guest, section, total, footer, headings, nothing), and the code of a doubt."""


@dataclass(frozen=True)
class RowSeen:
    """A row: what numbers it, its other filled cells, and those of them that are text."""

    order: str
    cells: dict[int, Any]
    texts: list[str]
    head: Head
    mapping: Mapping

    @property
    def numbered(self) -> bool:
        return NUMBERED.fullmatch(self.order) is not None

    @property
    def first(self) -> str:
        """Its first text; what stands in the column of numbers where there is no other."""
        return " ".join((self.texts or [self.order])[0][:LOOKED_AT].split())

    @property
    def columns(self) -> set[str]:
        """What its filled cells are taken for."""
        return {self.mapping[i] for i in self.cells if i < len(self.mapping)} - {""}


def kind_of(row: RowSeen, ended: bool) -> Kind:
    """What the row is. `ended`: a total or a signature stands above it."""
    if not row.numbered and len(row.texts) <= 2 and total(row.first, len(row.texts) < 2):
        return "total", ""
    if heading_again(row.cells, row.head):
        return "headings", ""
    if not row.numbered and below(row):
        return "footer", ""
    known = section_or_name(row, ended)
    if known and known[0] == "section":
        return known
    if ended and not row.numbered and row.head.numbers is not None and len(row.columns) < 3:
        return "footer", ""
    if not row.columns:
        return "nothing", ""
    behind = BEHIND if ended and not row.numbered else ""
    return "guest", known[1] if known else behind


def below(row: RowSeen) -> bool:
    """Whether the row signs the list. A chief (Thủ trưởng) beside a body is a guest."""
    if len(row.texts) > 2 or not signature(row.first):
        return False
    chief = row.first.lower().startswith(("thủ trưởng", "kế toán"))
    return not chief or all(text.isupper() or signature(text) for text in row.texts[1:])


def section_or_name(row: RowSeen, ended: bool) -> Kind | None:
    """What a text alone in its row is; None where the row is nothing of the kind."""
    if row.numbered or len(row.texts) > 1 or (row.columns == {"post"} and not row.order):
        return None
    if not row.texts:
        return only_order(row, ended)
    numeral = NUMERAL.fullmatch(row.order) or SECTION.match(row.first)
    counts = [cell for cell in row.cells.values() if not isinstance(cell, str)]
    if counts and not (numeral and all(is_count(cell) for cell in counts)):
        return None
    if numeral:
        return under_numeral(row.first)
    return None if row.order else without_numeral(row.first, row.head.numbers is not None)


def only_order(row: RowSeen, ended: bool) -> Kind | None:
    """A text in the column of numbers, as a row merged across has it: a section, unless the list is
    at its end or the text is a remark."""
    text, read = row.first, reads_as(row.first)
    if row.cells or not re.search(r"[^\W\d_]{2}", text) or len(text) >= LOOKED_AT:
        return None
    if SECTION.match(text):
        return under_numeral(text, known="section")
    if read == "section" or begins_section(text):
        return "section", ""
    remark = ended or text[0] in "(*-–+" or meant(text) == "note"
    return None if remark else ("section", AS_SECTION)


def under_numeral(text: str, known: str = "") -> Kind:
    """What stands behind I. or A: a section, unless its words are somebody's name. `known` where
    the row has no cell that could be a name."""
    name = SECTION.sub("", text, count=1)
    read = reads_as(text) if reads_as(text) == "person" else reads_as(name)
    if read == "section":
        return "section", ""
    letter = SECTION.match(text) is not None and text[0] not in "IVX" and " " not in name
    if not known and (read in ("person", "name") or letter):
        return "guest", AS_GUEST
    return "section", AS_SECTION


def without_numeral(text: str, numbers: bool) -> Kind | None:
    """A text alone where no numeral says that it is a section. `numbers`: the guests have them."""
    read, begins = reads_as(text), begins_section(text)
    capitals = text.isupper() and " " in text
    if read == "person":
        return None
    if not (capitals or begins):
        return ("guest", AS_GUEST) if read == "section" else None
    if read == "section":
        return "section", "" if numbers or capitals else AS_SECTION
    if read == "name" or not (numbers or (begins and capitals)):
        return ("guest", AS_GUEST) if numbers or begins else None
    return "section", AS_SECTION


def is_count(cell: Any) -> bool:
    """Whether a cell may say how many guests a section has."""
    return isinstance(cell, int | float) and 0 <= cell < MOST_GUESTS


def heading_again(cells: dict[int, Any], head: Head) -> bool:
    """Whether a row says the headings anew, as on the next printed page."""
    words = head.words
    same = [i for i, cell in cells.items() if i < len(words) and cell == words[i]]
    return len(same) >= 2 and all(meant(str(cell)) for cell in cells.values())
