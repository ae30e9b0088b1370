"""A list of guests as organisers have it: opened, its columns chosen, looked at beside the list."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from conference.importers.guest_sheet_file import GuestFile, Table, read_file
from conference.importers.guest_sheet_head import Head, head_of, mapping_of
from conference.importers.guest_sheet_preview import Preview, Row, previewed
from conference.importers.guest_sheet_rows import listed
from conference.rules.guest_columns import GUESTS
from conference.rules.list_columns import Mapping
from projections.guest_list import GuestList


@dataclass(frozen=True)
class GuestSheet:
    """One sheet of a file with its headings and what its columns are taken for."""

    file: GuestFile
    place: int
    head: Head
    mapping: Mapping

    @property
    def table(self) -> Table:
        return self.file.tables[self.place]

    @cached_property
    def samples(self) -> tuple[tuple[str, ...], ...]:
        return samples_of(self.table.rows, self.head)

    def chosen(self, mapping: Mapping) -> "GuestSheet":
        """The same with other columns; what is no column, or chosen twice, is left out."""
        filled = GUESTS.chosen(mapping, len(self.head.words))
        return GuestSheet(self.file, self.place, self.head, filled)

    def beside(self, known: GuestList, group: str) -> Preview:
        """What the sheet would change; nothing is recorded."""
        rows = listed(self.table, self.head, self.mapping)
        columns = frozenset(self.mapping)
        found = previewed(rows.entries, rows.passed_over, known, group, columns)
        doubted = (
            Row(one, "section", one.values["group"], notes=one.notes) for one in rows.doubted
        )
        return replace(found, rows=(*found.rows, *doubted), sections=rows.sections)


def open_sheet(data: bytes, place: int | None = None, row: int | None = None) -> GuestSheet:
    """A sheet of a file, the fullest where none is named, its columns guessed. Raises BadSheet.

    `row` (1-based) is where the headings stand, 0 when there are none; else they are looked for.
    """
    file = read_file(data)
    if place is None or not 0 <= place < len(file.tables):
        place = max(range(len(file.tables)), key=lambda at: promise(file.tables[at]))
    head = head_of(file.tables[place], row)
    return GuestSheet(file, place, head, mapping_of(file.tables[place], head))


def promise(table: Table) -> tuple[int, int]:
    """How likely a sheet is the list: by the columns that its headings mean, then by its rows."""
    head = head_of(table)
    return sum(map(bool, mapping_of(table, head))), len(table.rows)


def samples_of(table: Sequence[Sequence[object]], head: Head) -> tuple[tuple[str, ...], ...]:
    """The first three values of each column, as the file has them; sections pass by."""
    rows = table[head.first - 1 :]
    found: list[list[str]] = [[] for _ in head.words]
    whole = [row for row in rows[:200] if sum(cell not in (None, "") for cell in row) > 2]
    for row in whole or rows[:200]:
        for at, cell in enumerate(row):
            if cell not in (None, "") and len(found[at]) < 3:
                found[at].append(written(cell))
    return tuple(map(tuple, found))


def written(cell: object) -> str:
    """A cell as the mapping shows it: a date as it is typed, a whole number without its zero."""
    if isinstance(cell, dict):
        value = str(next(iter(cell.values()), ""))
        day = value[:10].split("-")
        return "/".join(reversed(day)) if len(day) == 3 else value
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())[:60]
