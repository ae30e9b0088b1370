"""What the import's pages are asked: which waiting file, which sheet and columns, seen as what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from flask import request

from conference import gate, vault_shapes, vault_uploads
from conference.commands.fields import file_name
from conference.commands.guest_import import Asked, ListFile
from conference.errors import BadCell, BadSheet, Refused
from conference.importers.guest_sheet import GuestSheet, open_sheet, written
from conference.importers.guest_sheet_cells import Note
from conference.importers.guest_sheet_preview import Preview, Row
from conference.language import label, sentence

SHOWN = 200
"""Rows of one kind that a page lists; the sheet to download has all that need a look."""


@dataclass(frozen=True)
class Seen:
    """A waiting file as it was asked for. `known`: its shape had been taken over before."""

    waiting: str
    name: str
    group: str
    data: bytes
    sheet: GuestSheet
    known: bool
    preview: Preview

    @property
    def list_file(self) -> ListFile:
        """What an import records of the file."""
        counts = (self.preview.count("unchanged"), len(self.preview.missing))
        digest = sha256(self.data).hexdigest()
        return ListFile(self.name, digest, self.sheet.table.name, *counts)

    @property
    def asked(self) -> list[Asked]:
        """What the rows that record something ask of the command."""
        return [asked(row) for row in self.preview.taken]


def asked(row: Row) -> Asked:
    guest = row.guest.id if row.guest else None
    stood = {name: old for name, (old, _) in (row.changes or {}).items()}
    return Asked(row.state, guest, row.said, stood)


def uploaded() -> tuple[bytes, str]:
    """The file that was sent, and its name. Raises BadSheet when there is none."""
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        raise BadSheet([BadCell("", 0, "", "guest-sheet.no-file")])
    return sent.read(), file_name(sent.filename)


def seen(waiting: str) -> Seen:
    """The waiting file, read as the form says, or as its shape was read last, or as its headings
    say. Refused when it is gone; BadSheet when it cannot be read."""
    store, stamp, said = gate.house().store, gate.stamp(), request.values
    data = vault_uploads.kept(store, stamp.by, waiting, stamp.at)
    if data is None:
        raise Refused("workbook.gone")
    sheet = open_sheet(data, number(said.get("sheet")), number(said.get("row")))
    kept = vault_shapes.kept(store, sheet.head.shape)
    chosen = tuple(request.form.getlist("column")) if "again" not in request.form else ()
    if columns := chosen or kept:
        sheet = sheet.chosen(columns)
    group = " ".join(said.get("group", "").split())[:300] or label("guest-sheet", "group")
    preview = sheet.beside(gate.newest().guest_list, group)
    name = file_name(said.get("file", ""))
    return Seen(waiting, name, group, data, sheet, kept is not None, preview)


def number(said: str | None) -> int | None:
    known = said is not None and said.isascii() and said.isdigit() and len(said) < 6
    return int(said) if known and said is not None else None


def words_of(note: Note) -> str:
    """A note as a sentence, with what stands in the cell."""
    column = (
        f"{label('guest-column', note.column)}: " if note.level == "bad" and note.column else ""
    )
    value = f" “{note.facts['value']}”" if note.facts.get("value") else ""
    return f"{column}{sentence(note.code, **note.facts)}{value}"


def written_day(day: str | None) -> str:
    """A day of somebody's life as people write it; a year stays a year."""
    return "/".join(str(int(part)) for part in reversed((day or "").split("-"))) if day else ""


def shown_value(name: str, value: Any) -> str:
    """A field's value in the list of what changes."""
    if isinstance(value, bool):
        return label("yes", value)
    return written_day(value) if name == "birth_date" else str(value)


def noted_rows(found: Seen) -> Iterator[Sequence[str]]:
    """The rows that need a look: number, why, and the cells as the file has them."""
    for row in found.preview.noted:
        cells = found.sheet.table.rows[row.entry.row - 1]
        why = "\n".join(map(words_of, row.notes))
        yield (str(row.entry.row), why, *("" if c is None else written(c) for c in cells))
