"""The rows of a list become entries: sections, totals and footers told apart, each cell read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from conference.importers.guest_sheet_cells import Entry, read_entry
from conference.importers.guest_sheet_file import Table
from conference.importers.guest_sheet_head import Head
from conference.rules.guest_columns import Mapping, meant
from conference.rules.workbook_words import folded

NUMERAL = re.compile(r"(?:[IVXLC]+|[A-ZĐ])\s*[.)/:-]?")
"""What numbers a section: I, II. or A)."""

SECTION = re.compile(r"(?:[IVXLC]+|[A-ZĐ])\s*[.)/:-]\s*(?=\S)")
BEGINS = ("khoi", "cum", "dai bieu", "lanh dao", "thanh phan", "nhom", "cac", "doan", "phan")
"""What a section without a numeral begins with, where no number stands before it."""

COUNTED = re.compile(
    r"\s*[(:–-]\s*\d+\s*(?:đại biểu|đ/c|đồng chí|người|khách|đb)?\s*\)?\s*$", re.IGNORECASE
)
"""How many a section has: it changes with every version, and the section stays the same."""

TOTAL = ("tong cong", "tong so", "cong", "tong")
FOOTER = re.compile(
    r"ngay .*thang .*nam|nguoi lap|noi nhan|thu truong|ky ten|xac nhan|tm |kt |tl |lap bang"
)

LOOKED_AT = 120
"""Characters of a row's first text by which it is told what the row is."""

Cells = dict[int, Any]


@dataclass(frozen=True)
class Guest:
    """A row that is a guest: its number as the office sees it, what numbers it, its filled cells by
    column, and the section that it stands under."""

    row: int
    order: str
    cells: Cells
    section: str


@dataclass
class Reading:
    """What is known while the rows go by."""

    section: str = ""
    ended: bool = False
    passed_over: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Listed:
    """The guests of a list, and the rows that are none (number, what they say)."""

    entries: tuple[Entry, ...]
    passed_over: tuple[tuple[int, str], ...]


def listed(table: Table, head: Head, mapping: Mapping) -> Listed:
    """Every row behind the headings: a guest, a section, a total, or passed over."""
    reading = Reading()
    fonts = table.converted == "tcvn3"
    rows = enumerate(table.rows[head.first - 1 :], start=head.first)
    entries = tuple(
        read_entry(one.row, one.cells, mapping, one.section, fonts)
        for one in whole(guests(rows, head, mapping, reading), mapping)
    )
    return Listed(entries, tuple(reading.passed_over))


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
        kind = kind_of(order, cells, texts, head, mapping, reading)
        if kind == "guest":
            yield Guest(number, order, cells, reading.section)
        elif kind == "section":
            reading.section, reading.ended = section_name((texts or [order])[0]), False
        else:
            reading.ended = reading.ended or kind in ("total", "footer")
            if kind != "headings":
                reading.passed_over.append((number, " ".join([order, *texts])[:120].strip()))


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


def kind_of(
    order: str, cells: Cells, texts: list[str], head: Head, mapping: Mapping, reading: Reading
) -> str:
    """guest, section, total, footer, headings (said again), or nothing."""
    said = folded((texts or [order])[0][:LOOKED_AT])
    if said.startswith(TOTAL) and total(said, texts):
        return "total"
    if heading_again(cells, head):
        return "headings"
    if len(texts) <= 2 and not order.isdigit() and FOOTER.search(f"{said} "):
        return "footer"
    if section(order, texts, said, head) and not only_post(cells, order, mapping):
        return "section"
    if reading.ended and not order.isdigit() and head.numbers is not None:
        return "footer"
    return "guest" if any(i < len(mapping) and mapping[i] for i in cells) else "nothing"


def total(said: str, texts: Sequence[str]) -> bool:
    """A sum; a guest may well be called Tống or Công, and has more cells."""
    exact = any(said == word or said.startswith(f"{word} ") for word in TOTAL[:2])
    return len(texts) <= 2 and (
        exact or said in TOTAL or re.match(r"(tong|cong) .*\d", said) is not None
    )


def section(order: str, texts: list[str], said: str, head: Head) -> bool:
    """One text alone that a numeral or capitals, or its first word, make the name of a group."""
    if len(texts) > 1 or order.isdigit() or (not texts and not SECTION.match(order)):
        return False
    if not texts:
        return True
    text = texts[0]
    if NUMERAL.fullmatch(order) or SECTION.match(text):
        return True
    if text.isupper() and " " in text:
        return head.numbers is not None or said.startswith(BEGINS)
    return not order and head.numbers is not None and said.startswith(BEGINS)


def only_post(cells: Cells, order: str, mapping: Mapping) -> bool:
    """Whether a row without a numeral holds a post and nothing else: no section stands there."""
    columns = {mapping[i] for i in cells if i < len(mapping)}
    return not order and columns == {"post"}


def heading_again(cells: Cells, head: Head) -> bool:
    """Whether a row says the headings anew, as on the next printed page."""
    words = head.words
    same = [i for i, cell in cells.items() if i < len(words) and cell == words[i]]
    return len(same) >= 2 and all(meant(str(cell)) for cell in cells.values())


def section_name(text: str) -> str:
    """Its name without numeral and count: "II. KHỐI ĐẢNG (12 đ/c)" is KHỐI ĐẢNG."""
    name = COUNTED.sub("", SECTION.sub("", " ".join(text.split()), count=1)).strip(" :.-–")
    return (name or text.strip())[:300]


def blank(cell: Any) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())
