"""A file of guests becomes tables of plain cells: XLSX or text, in Unicode whatever it was."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from conference.errors import BadCell, BadSheet
from conference.importers.guest_sheet_text import refused, rows_of, text_of
from conference.importers.workbook_file import MOST_BYTES, RawSheet, raw_sheets, unread
from conference.rules.legacy_text import CONVERT, recognised
from conference.rules.names import PILED, piles

MOST_ROWS = 20_000
"""Rows of one list: ten times the largest congress found (2,025 delegates)."""

MOST_COLUMNS = 200
"""Columns of one list; those found have at most 15."""

LONGEST_CELL = 2_000
"""Characters of a cell that are read: twice the longest note."""

SAMPLED = 50_000
"""Characters of cells with letters beyond ASCII by which an old font is told: 1,000 guests."""

FILLED = 600_000
"""Cells that merged ranges may fill: as many as a sheet may have."""


@dataclass(frozen=True)
class Table:
    """One sheet. `converted`: the old encoding that its text was turned from, or ''."""

    name: str
    rows: tuple[tuple[Any, ...], ...]
    converted: str = ""


@dataclass(frozen=True)
class GuestFile:
    """The sheets of a file that hold anything; `encoding` of a text file, '' for a workbook."""

    tables: tuple[Table, ...]
    encoding: str = ""


def read_file(data: bytes) -> GuestFile:
    """The tables of a file. Raises BadSheet with one sentence when it cannot be read, is larger
    than it may be, or its letters cannot be told."""
    if len(data) > MOST_BYTES:
        raise unread("workbook.too-large")
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        tables = [filled(sheet) for sheet in raw_sheets(data)]
        found = GuestFile(tuple(Table(name, rows) for name, rows in tables if rows))
    else:
        text, encoding = text_of(data)
        found = GuestFile((Table("", tuple(map(tuple, rows_of(text)))),), encoding)
    whole = [table for table in map(checked, found.tables) if any(table.rows)]
    if not whole:
        raise refused("guest-sheet.empty")
    return GuestFile(tuple(map(in_unicode, whole)), found.encoding)


def filled(sheet: RawSheet) -> tuple[str, tuple[tuple[Any, ...], ...]]:
    """A sheet whose merged cells all say what the first of them says, downwards: a body that
    stands beside three of its guests. Sideways they stay blank, as titles and sections are."""
    rows = [list(row) for row in sheet.rows]
    for place in islice(merged_into(sheet, len(rows)), FILLED):
        number, left, top = place
        if left < len(rows[number]):
            rows[number][left] = rows[top][left]
    return sheet.name, tuple(map(tuple, rows))


def merged_into(sheet: RawSheet, count: int) -> Iterator[tuple[int, int, int]]:
    """Row and column of every cell that lies under another in a merged range, and that one's row;
    files with overlapping ranges exist."""
    for (top, left), (bottom, _) in sheet.merged:
        if top < count and left < len(sheet.rows[top]):
            for number in range(top + 1, min(bottom, count - 1) + 1):
                yield number, left, top


def checked(table: Table) -> Table:
    """The table, not larger than it may be; blank columns and rows at its ends count nothing."""
    rows = [trimmed(row) for row in table.rows]
    while rows and not rows[-1]:
        rows.pop()
    if len(rows) > MOST_ROWS:
        raise BadSheet([BadCell(table.name, 0, "", "workbook.too-many-rows", most=MOST_ROWS)])
    if max(map(len, rows), default=0) > MOST_COLUMNS:
        most = {"most": MOST_COLUMNS}
        raise BadSheet([BadCell(table.name, 0, "", "guest-sheet.too-many-columns", **most)])
    return Table(table.name, tuple(rows))


def trimmed(row: tuple[Any, ...]) -> tuple[Any, ...]:
    end = len(row)
    while end and (row[end - 1] is None or row[end - 1] == ""):
        end -= 1
    return row[:end]


def in_unicode(table: Table) -> Table:
    """The table composed (NFC); what an old font made Vietnamese is turned into Unicode."""
    name = recognised(tuple(marked(table)))
    if name == "unclear":
        raise refused("guest-sheet.mixed")
    convert = CONVERT.get(name, str)
    rows = tuple(
        tuple(composed(convert(cell)) if isinstance(cell, str) else cell for cell in row)
        for row in table.rows
    )
    return Table(table.name, rows, name if name in CONVERT else "")


def marked(table: Table) -> Iterator[str]:
    """The first cells with letters beyond ASCII."""
    left = SAMPLED
    for row in table.rows:
        for cell in row:
            if isinstance(cell, str) and not cell.isascii() and left > 0:
                left -= len(cell)
                yield cell[:LONGEST_CELL]


def composed(cell: str) -> str:
    """NFC, not longer than is read. A pile of marks, whose composing is quadratic work, becomes a
    control character, which no field takes."""
    text = cell[:LONGEST_CELL]
    if unicodedata.is_normalized("NFC", text[:PILED]) and len(text) <= PILED:
        return text
    return unicodedata.normalize("NFC", piles().sub("\x7f", text))
