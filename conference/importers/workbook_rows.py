"""Sheets of plain cells become rows by column, as the table of sheets says; bad cells collected."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from conference.errors import BadCell, BadSheet
from conference.importers.workbook_cells import BadValue, value_of
from conference.importers.workbook_file import RawSheet, raw_sheets
from conference.rules.workbook_sheets import MARKS, Column, Sheet
from conference.rules.workbook_table import SHEETS
from conference.rules.workbook_words import HELP_SHEET, LISTS_SHEET, folded

HEADING_WITHIN = 20
"""Rows in which the headings are looked for: an office writes its titles above them."""

MOST_ROWS = 20_000
"""Rows of one sheet: three times the largest list found (6,164 recipients, case 01)."""

BETWEEN = re.compile(r"(?:[IVXLC]+|[A-ZĐ])\s*[.)/-]\s*\S|(?:Tổng|TỔNG|Cộng|CỘNG)\b")
"""What a row with a single cell begins with when it is a section's name or a total."""


@dataclass(frozen=True)
class Row:
    """One row: its values by field, and where the office sees each (sheet, row)."""

    sheet: Sheet
    number: int
    values: dict[str, Any]
    lines: dict[str, int] = field(default_factory=dict)

    def bad(self, column: str, code: str, **facts: Any) -> BadCell:
        """A bad cell of this row; `column` is a field, or '' for the row as a whole."""
        heading = self.sheet.column(column).title if column else ""
        return BadCell(
            self.sheet.title, self.lines.get(column, self.number), heading, code, **facts
        )


@dataclass(frozen=True)
class Workbook:
    """All rows by sheet; `passed_over` names what was not read: sheets, and headings in them."""

    rows: dict[str, tuple[Row, ...]]
    passed_over: tuple[str, ...]


def read_workbook(data: bytes) -> Workbook:
    """The rows of an .xlsx. Raises BadSheet with every bad cell of the file."""
    raw = raw_sheets(data)
    bad: list[BadCell] = []
    passed_over: list[str] = []
    rows = {
        sheet.name: tuple(read_sheet(sheet, only(sheet, raw, bad), bad, passed_over))
        for sheet in SHEETS
    }
    passed_over += [r.name for r in raw if not known(r.name)]
    if bad:
        raise BadSheet(bad)
    return Workbook(rows, tuple(passed_over))


def known(name: str) -> bool:
    """Whether a sheet is one of ours, or one that the template adds for reading only."""
    return name in (HELP_SHEET, LISTS_SHEET) or any(sheet.called(name) for sheet in SHEETS)


def only(sheet: Sheet, raw: Sequence[RawSheet], bad: list[BadCell]) -> RawSheet | None:
    """The one sheet of the file that is meant; missing where it is needed, or two of them: bad."""
    found = [r for r in raw if sheet.called(r.name)]
    if not found and sheet.required:
        bad.append(BadCell(sheet.title, 0, "", "workbook.sheet-missing"))
    if len(found) > 1:
        names = ", ".join(r.name for r in found)
        bad.append(BadCell(sheet.title, 0, "", "workbook.sheet-twice", names=names))
    return found[0] if len(found) == 1 else None


def read_sheet(
    sheet: Sheet, raw: RawSheet | None, bad: list[BadCell], passed_over: list[str]
) -> Iterator[Row]:
    """The rows of one sheet."""
    if raw is None:
        return
    if len(raw.rows) > MOST_ROWS:
        bad.append(
            BadCell(sheet.title, MOST_ROWS + 1, "", "workbook.too-many-rows", most=MOST_ROWS)
        )
        return
    if sheet.upright:
        yield from upright(sheet, raw, bad, passed_over)
        return
    at, columns = headings(sheet, raw, bad, passed_over)
    for number, cells in enumerate(raw.rows[at:], start=at + 1):
        taken = {i: cells[i] for i in columns if i < len(cells) and not blank(cells[i])}
        if taken and between(sheet, cells):
            passed_over.append(f"{raw.name} {number}: {next(iter(taken.values()))}")
        elif taken:
            values = {
                columns[i].name: read_cell(sheet, columns[i], raw, (number, i), cell, bad)
                for i, cell in taken.items()
            }
            row = Row(sheet, number, values)
            bad.extend(missing(row))
            yield row


def headings(
    sheet: Sheet, raw: RawSheet, bad: list[BadCell], passed_over: list[str]
) -> tuple[int, dict[int, Column]]:
    """The row after the headings (0-based), and the column at each index; titles stand above."""
    best: tuple[int, dict[int, Column]] = (0, {})
    for at, cells in enumerate(raw.rows[:HEADING_WITHIN]):
        read = {i: c for i, cell in enumerate(cells) if (c := heading(sheet, cell)) is not None}
        if len(read) > len(best[1]):
            best = (at + 1, read)
    at, columns = best
    if not columns and any(not blank(cell) for row in raw.rows for cell in row):
        bad.append(BadCell(sheet.title, 1, "", "workbook.headings-missing"))
        return len(raw.rows), {}
    found = list(columns.values())
    for column in sheet.columns:
        if column.required and column not in found and columns:
            bad.append(BadCell(sheet.title, at, column.title, "workbook.column-missing"))
        if found.count(column) > 1:
            bad.append(BadCell(sheet.title, at, column.title, "workbook.column-twice"))
    named = raw.rows[at - 1] if columns else ()
    unknown = [str(c).strip() for i, c in enumerate(named) if i not in columns and not blank(c)]
    passed_over += [f"{raw.name}: {name}" for name in unknown if folded(name) not in {"stt", "tt"}]
    return at, columns


def heading(sheet: Sheet, cell: Any) -> Column | None:
    """The column that a heading means."""
    if not isinstance(cell, str) or not folded(cell):
        return None
    return next((c for c in sheet.columns if c.called(cell)), None)


def upright(
    sheet: Sheet, raw: RawSheet, bad: list[BadCell], passed_over: list[str]
) -> Iterator[Row]:
    """The one record of a sheet whose first filled cell of a row is the heading, the next the
    value; then come its source note and its illustrative mark."""
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for number, cells in enumerate(raw.rows, start=1):
        column = heading(sheet, cells[0]) if cells else None
        if column is None:
            unknown = [str(c) for c in cells[:1] if not blank(c) and folded(str(c)) != "muc"]
            passed_over += [f"{raw.name}: {name}" for name in unknown]
            continue
        if column.name in lines:
            bad.append(BadCell(sheet.title, number, column.title, "workbook.column-twice"))
        lines[column.name] = number
        padded = (*cells, None, None, None, None)
        for index, (name, of) in enumerate(beside(column), start=1):
            if not blank(padded[index]):
                values[name] = read_cell(sheet, of, raw, (number, index), padded[index], bad)
    row = Row(sheet, 1, values, lines)
    bad.extend(missing(row))
    yield row


def beside(column: Column) -> tuple[tuple[str, Column], ...]:
    """What stands beside a heading of an upright sheet: its value and its marks, by name."""
    return ((column.name, column), *((f"{column.name}.{m.name}", m) for m in MARKS))


def read_cell(
    sheet: Sheet, column: Column, raw: RawSheet, at: tuple[int, int], cell: Any, bad: list[BadCell]
) -> Any:
    """The value at row (1-based) and column (0-based), None when it is blank or bad."""
    number, index = at
    try:
        if f"{letters(index)}{number}" in raw.formulas:
            raise BadValue("cell.formula")
        return value_of(column, cell)
    except BadValue as error:
        written = cell if isinstance(cell, str | int | float) else next(iter(cell.values()), "")
        shown = "".join(c for c in str(written)[:60] if unicodedata.category(c)[0] != "C")
        address = f"{letters(index)}{number}"
        bad.append(
            BadCell(sheet.title, number, column.title, str(error), value=shown, address=address)
        )
        return None


def missing(row: Row) -> Iterator[BadCell]:
    """The required cells that are blank. A cell that is bad is in `values` already."""
    for column in row.sheet.columns:
        if column.required and column.name not in row.values:
            yield row.bad(column.name, "field.required")


def blank(cell: Any) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def between(sheet: Sheet, cells: Sequence[Any]) -> bool:
    """Whether a row is a section's name ("I. KHỐI CÁC SỞ") or a total, and no record."""
    if sum(column.required for column in sheet.columns) < 2:
        return False
    filled = [cell for cell in cells if not blank(cell)]
    texts = [cell.strip() for cell in filled if isinstance(cell, str)]
    if len(filled) == 1 and texts:
        return bool(BETWEEN.match(texts[0])) or (texts[0].isupper() and " " in texts[0])
    return (
        bool(texts) and folded(texts[0]).startswith(("tong cong", "tong so")) and len(filled) <= 3
    )


def letters(index: int) -> str:
    """The column's letters: 0 is A, 26 is AA."""
    return ("" if index < 26 else letters(index // 26 - 1)) + chr(65 + index % 26)
