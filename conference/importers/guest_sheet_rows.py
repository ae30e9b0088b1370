"""The rows of a list become entries: sections, totals and footers told apart, each cell read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from conference.importers.guest_sheet_cells import Entry, Note, read_entry, shown
from conference.importers.guest_sheet_file import Table
from conference.importers.guest_sheet_head import Head
from conference.importers.guest_sheet_kinds import SECTION, RowSeen, kind_of
from conference.rules.list_columns import Mapping
from conference.rules.names import unreadable
from conference.rules.workbook_words import folded

COUNTED = re.compile(
    r"\s*[(:–-]\s*\d+\s*(?:đại biểu|đ/c|đồng chí|người|khách|đb)?\s*\)?\s*$", re.IGNORECASE
)
"""How many a section has: it changes with every version, and the section stays the same."""

Cells = dict[int, Any]


@dataclass(frozen=True)
class Guest:
    """A row that is a guest: its number as the office sees it, what numbers it, its filled cells by
    column, the section that it stands under, and the code of what is not sure about it."""

    row: int
    order: str
    cells: Cells
    section: str
    doubt: str = ""


@dataclass
class Reading:
    """What is known while the rows go by."""

    section: str = ""
    ended: bool = False
    passed_over: list[tuple[int, str]] = field(default_factory=list)
    sections: list[tuple[int, str]] = field(default_factory=list)
    doubted: list[Entry] = field(default_factory=list)


@dataclass(frozen=True)
class Listed:
    """The guests of a list, and the rows that are none (number, what they say): passed over, or
    the names of sections; `doubted` are sections that may be somebody's name."""

    entries: tuple[Entry, ...]
    passed_over: tuple[tuple[int, str], ...]
    sections: tuple[tuple[int, str], ...] = ()
    doubted: tuple[Entry, ...] = ()


def listed(table: Table, head: Head, mapping: Mapping) -> Listed:
    """Every row behind the headings: a guest, a section, a total, or passed over."""
    reading = Reading()
    fonts = table.converted == "tcvn3"
    rows = enumerate(table.rows[head.first - 1 :], start=head.first)
    others = beside(head, mapping)
    entries = tuple(
        entry_of(one, mapping, fonts, others)
        for one in whole(guests(rows, head, mapping, reading), mapping)
    )
    passed_over, sections = tuple(reading.passed_over), tuple(reading.sections)
    return Listed(entries, passed_over, sections, tuple(reading.doubted))


def beside(head: Head, mapping: Mapping) -> list[int]:
    """The columns of names in a second list that stands beside the first, under its very words."""
    name = next((i for i, column in enumerate(mapping) if column in ("name", "given")), None)
    said = "" if name is None else folded(head.words[name])
    words = enumerate(head.words)
    return [i for i, one in words if said and not mapping[i] and folded(one) == said]


def entry_of(one: Guest, mapping: Mapping, fonts: bool, others: Sequence[int] = ()) -> Entry:
    """`others` are columns in which somebody else is named, whom nobody may lose in silence."""
    entry = read_entry(one.row, one.cells, mapping, one.section, fonts)
    left = [shown(one.cells[i]) for i in others if i in one.cells]
    doubt = [Note("odd", one.doubt)] if one.doubt else []
    lost = [Note("bad", "guest-sheet.beside", "name", {"value": name}) for name in left]
    return replace(entry, notes=(*doubt, *lost, *entry.notes))


def guests(
    rows: Iterator[tuple[int, tuple[Any, ...]]], head: Head, mapping: Mapping, reading: Reading
) -> Iterator[Guest]:
    """The rows that are guests, each with its filled cells."""
    numbers = -1 if head.numbers is None else head.numbers
    for number, row in rows:
        cells = {i: cell for i, cell in enumerate(row) if not blank(cell)}
        if not cells:
            continue
        order = str(cells.pop(numbers, "")).strip().removesuffix(".0")
        texts = [str(cell).strip() for cell in cells.values() if isinstance(cell, str)]
        one = RowSeen(order, cells, texts, head, mapping)
        kind, doubt = kind_of(one, reading.ended)
        if kind == "guest":
            yield Guest(number, order, cells, reading.section, doubt)
        elif kind == "section":
            begin_section(reading, number, (texts or [order])[0], doubt)
        else:
            reading.ended = reading.ended or kind in ("total", "footer")
            if kind != "headings":
                reading.passed_over.append((number, " ".join([order, *texts])[:120].strip()))


def begin_section(reading: Reading, number: int, text: str, doubt: str) -> None:
    """The rows below belong to it; what may be somebody's name is told."""
    if unreadable(section_name(text)):  # no group can be called so
        reading.passed_over.append((number, text[:120]))
        return
    reading.section, reading.ended = section_name(text), False
    reading.sections.append((number, reading.section))
    if doubt:
        note = Note("odd", doubt, "group", {"value": text[:60]})
        reading.doubted.append(Entry(number, {"group": reading.section}, (note,)))


def whole(rows: Iterator[Guest], mapping: Mapping) -> Iterator[Guest]:
    """The guests, each once: the posts of one who stands in several rows under one number are put
    together, as they are printed."""
    post = mapping.index("post") if "post" in mapping else -1
    names = [i for i, name in enumerate(mapping) if name in ("name", "family", "given")]
    before: Guest | None = None
    for one in rows:
        if before is not None and goes_on(before, one, names, post):
            posts = dict.fromkeys(
                str(row.cells[post]) for row in (before, one) if post in row.cells
            )
            before.cells[post] = ", ".join(posts)
            continue
        if before is not None:
            yield before
        before = one
    if before is not None:
        yield before


def goes_on(before: Guest, one: Guest, names: list[int], post: int) -> bool:
    """Whether a row only says another post of the guest before it: under the same number all that
    it says but the post is the same (cells merged downwards), or it is a post and nothing else."""
    if one.section != before.section or post not in one.cells or not before.order:
        return False
    named = [one.cells.get(i) for i in names]
    if any(named):
        told = {i: before.cells[i] for i in one.cells if i in before.cells}
        other = [i for i, cell in told.items() if cell != one.cells[i]]
        return one.order == before.order and all(map(told.__contains__, names)) and other == [post]
    return not one.order and set(one.cells) == {post} and any(i in before.cells for i in names)


def section_name(text: str) -> str:
    """Its name without numeral and count: "II. KHỐI ĐẢNG (12 đ/c)" is KHỐI ĐẢNG."""
    name = COUNTED.sub("", SECTION.sub("", " ".join(text.split()), count=1)).strip(" :.-–")
    return (name or text.strip())[:300]


def blank(cell: Any) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())
