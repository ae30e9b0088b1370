"""Marks become notes of the conference: what the source contradicts, what is illustrative."""

from uuid import UUID, uuid5

from conference.commands.conference_day import NoteSource
from conference.commands.workbook_part import Part
from conference.importers.workbook_desk import Desk
from conference.importers.workbook_rows import Row
from conference.rules.workbook_sheets import Column
from conference.rules.workbook_words import TICKS, WHOLE_ROW, label_of

LONGEST_ABOUT = 300
"""Characters of what a note is about; a longer label is cut, the note is about the row anyway."""


def note_marks(desk: Desk, row: Row, id: UUID, label: str) -> None:
    """The notes of a row. Rows of a sheet that mark the same values share one note."""
    note, mark = row.values.get("source_note"), row.values.get("illustrative")
    about = f"{row.sheet.title}: {label}"
    if note is not None:
        add_note(desk, row, f"anomaly {id}", "anomaly", about, note)
    if mark is None:
        return
    if mark.casefold() in TICKS:
        add_note(desk, row, f"illustrative {id}", "illustrative", about, WHOLE_ROW)
    else:
        key = f"illustrative {row.sheet.name} {mark}"
        add_note(desk, row, key, "illustrative", row.sheet.title, mark)


def note_upright(desk: Desk, row: Row) -> None:
    """The notes beside the values of an upright sheet."""
    for column in row.sheet.columns:
        about = f"{row.sheet.title}: {column.title}"
        note = row.values.get(f"{column.name}.source_note")
        mark = row.values.get(f"{column.name}.illustrative")
        at = Row(row.sheet, row.lines.get(column.name, row.number), {})
        if note is not None:
            add_note(desk, at, f"anomaly {column.name}", "anomaly", about, note)
        if mark is not None:
            said = shown(column, row) if mark.casefold() in TICKS else mark
            add_note(desk, at, f"illustrative {column.name}", "illustrative", about, said)


def shown(column: Column, row: Row) -> str:
    """The value that is illustrative, as the office writes it."""
    value = row.values.get(column.name)
    known = isinstance(value, str) and value in column.choices
    return label_of(column.choices, str(value)) if known else str(value)


def add_note(desk: Desk, row: Row, key: str, kind: str, about: str, text: str) -> None:
    id = uuid5(desk.conference_id, f"note {key}")
    if id in desk.noted:
        return
    desk.noted.add(id)
    values = {"kind": kind, "about": about[:LONGEST_ABOUT].strip(), "text": text}
    said = desk.load(row, NoteSource, values, text="source_note")
    if said is not None:
        label = about.partition(": ")[2] or about
        desk.parts.append(
            Part("note", id, {**said, "note": id}, row.sheet.title, row.number, label)
        )
