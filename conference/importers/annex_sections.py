"""The sections of an annex as they go by: what "II. CÁ NHÂN" or "Hạng Nhất" says of the lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from conference.importers.guest_sheet_kinds import NUMBERED, NUMERAL, SECTION
from conference.importers.guest_sheet_rows import section_name
from conference.rules.annex_awards import Meant, meant_by, only_says, year_in

MOST_ABOVE = 3
"""Lines right above a table that may name its section."""


@dataclass(frozen=True)
class Section:
    """One section: its row, its name, how it is numbered (roman, letter, figure, '' not at all),
    and what its words mean."""

    row: int
    name: str
    style: str
    meant: Meant
    year: int | None = None


@dataclass
class Sections:
    """Those that are open. A section ends the one that is numbered alike; one without a numeral
    ends what says something of the same: Hạng Nhì ends Hạng Nhất, and not TẬP THỂ above it."""

    open: list[Section] = field(default_factory=list)
    seen: list[Section] = field(default_factory=list)

    def begin(self, row: int, order: str, text: str) -> Section:
        name = section_name(text)
        new = Section(row, name, style_of(order, text), meant_by(name), year_in(name))
        ends = next((n for n, one in enumerate(self.open) if ended_by(one, new)), len(self.open))
        self.open[ends:] = [new]
        self.seen.append(new)
        return new

    def begin_above(self, lines: Sequence[str]) -> None:
        """What stands right above a table and names a section: II. CÁ NHÂN, Hạng Nhất."""
        for line in lines[-MOST_ABOVE:]:
            said = SECTION.match(line) is not None and meant_by(line).said
            if said or only_says(line):
                self.begin(0, "", line)

    @property
    def award(self) -> str:
        return next((one.meant.award for one in reversed(self.open) if one.meant.award), "")

    @property
    def placing(self) -> int | None:
        """The innermost; an award that names none of its own has not that of another award."""
        for one in reversed(self.open):
            if one.meant.placing is not None:
                return one.meant.placing
            if one.meant.award:
                return None
        return None

    @property
    def kind(self) -> str:
        return next((one.meant.kind for one in reversed(self.open) if one.meant.kind), "")

    @property
    def year(self) -> int | None:
        return next((one.year for one in reversed(self.open) if one.year is not None), None)

    @property
    def unknown(self) -> bool:
        """Whether the innermost section that names an award names none of the catalogue."""
        named = (one.meant for one in reversed(self.open) if one.meant.award or one.meant.unknown)
        return next((not meant.award for meant in named), False)

    @property
    def unit(self) -> str:
        """Whose recipients follow: a section that says nothing of awards (3. Sở Y tế)."""
        last = self.open[-1] if self.open else None
        plain = last is not None and not last.meant.said and not last.meant.unknown
        return last.name if last is not None and plain else ""


def style_of(order: str, text: str) -> str:
    """roman, letter or figure as the numeral is, '' where there is none."""
    found = NUMERAL.fullmatch(order) or NUMBERED.fullmatch(order) or SECTION.match(text)
    numeral = re.sub(r"[\s.)/:-]", "", found[0] if found else "")
    if not numeral:
        return ""
    if numeral[0].isdigit():
        return "figure"
    return "roman" if re.match(r"[IVXLC]+", numeral) and numeral not in ("C", "L") else "letter"


def ended_by(one: Section, new: Section) -> bool:
    if new.style:
        return one.style == new.style
    return one.style == "" and bool(one.meant.said & new.meant.said)
