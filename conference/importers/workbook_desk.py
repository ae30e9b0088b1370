"""The desk at which rows become parts: ids, references between sheets, values checked by schema."""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from marshmallow import Schema, ValidationError

from conference.commands.fields_time import Instant
from conference.commands.workbook_part import Part
from conference.errors import BadCell
from conference.importers.workbook_rows import Row
from conference.rules.hours import on
from conference.rules.names import fold

SPACE = UUID("0b1f5a0e-7c3d-4b64-9a58-2f6d1c9e0a47")
"""The space of conference ids: uuid5 of the code. Fixed for ever, since ids follow from it."""


def conference_id_of(code: str) -> UUID:
    """The id of the conference that a workbook calls by this code."""
    return own_id(code) or uuid5(SPACE, code.strip())


def own_id(code: str | None) -> UUID | None:
    """A code that is an id itself, as an export writes it."""
    try:
        return UUID(code) if code and len(code) == 36 else None
    except ValueError:
        return None


class Desk:
    """What has been made of a file so far: parts, bad cells, and rows by what they are called."""

    def __init__(self, conference_id: UUID, zone: ZoneInfo, held_on: str | None) -> None:
        self.conference_id, self.zone, self.held_on = conference_id, zone, held_on
        self.parts: list[Part] = []
        self.bad: list[BadCell] = []
        self.names: dict[str, dict[str, set[UUID]]] = {}
        self.noted: set[UUID] = set()
        self.sites: set[str] = set()
        self.times: Counter[str] = Counter()
        self.first: dict[str, int] = {}

    def identify(self, row: Row, *names: str | None, again: bool = False) -> UUID:
        """The row's id: by its Mã, else by what names it. The same twice is refused, or with
        `again` told apart by counting."""
        code = row.values.get("code")
        key = (
            f"{row.sheet.name} #{code}" if code else " | ".join((row.sheet.name, *map(str, names)))
        )
        self.times[key] += 1
        times = self.times[key]
        if times > 1 and again and not code:
            key = f"{key} ({times})"
        elif times > 1:
            column, why = ("code", "code-twice") if code else ("", "row-twice")
            self.bad.append(row.bad(column, f"workbook.{why}", first=self.first[key]))
        self.first.setdefault(key, row.number)
        return own_id(code) or uuid5(self.conference_id, key)

    def call(self, sheet: str, id: UUID, *names: str | None) -> None:
        """Remember what a row can be referred to by."""
        for name in filter(None, names):
            self.names.setdefault(sheet, {}).setdefault(fold(name), set()).add(id)

    def called(self, sheet: str, name: str) -> set[UUID]:
        """The rows of a sheet that are called so."""
        return self.names.get(sheet, {}).get(fold(name), set())

    def referred(self, row: Row, column: str) -> UUID | None:
        """The id of the row that a reference names; unknown or ambiguous ones are refused."""
        said = row.values.get(column)
        if said is None:
            return None
        found = self.called(row.sheet.column(column).sheet, said)
        if len(found) != 1:
            code = "cell.reference-ambiguous" if found else "cell.reference"
            self.bad.append(row.bad(column, code, value=said))
            return None
        return next(iter(found))

    def load(
        self, row: Row, schema: type[Schema], values: Mapping[str, Any], **renamed: str
    ) -> dict[str, Any] | None:
        """The values as the command's schema takes them; what it refuses is a bad cell of the row.

        `renamed` says under which column a field of another name stands.
        """
        try:
            said: dict[str, Any] = schema().load({k: v for k, v in values.items() if v is not None})
        except ValidationError as error:
            messages = error.messages if isinstance(error.messages, dict) else {"": error.messages}
            for name, codes in messages.items():
                column = renamed.get(str(name), str(name))
                known = column if any(c.name == column for c in row.sheet.columns) else ""
                for code in codes if isinstance(codes, list) else ["field.text"]:
                    self.bad.append(row.bad(known, str(code)))
            return None
        return said

    def add(
        self, kind: str, row: Row, id: UUID, said: Mapping[str, Any] | None, label: str
    ) -> None:
        """One more part; a row that could not be loaded has been named as bad already."""
        if said is not None:
            given = frozenset(name for name, value in row.values.items() if value is not None)
            line = row.lines.get(kind, row.number)
            self.parts.append(Part(kind, id, said, row.sheet.title, line, label, given))

    def instant(self, row: Row, column: str) -> datetime | None:
        """The instant of an hour, on the conference's day unless the cell names another one."""
        if row.values.get(column) is None:
            return None
        try:
            said = Instant().deserialize(row.values[column])
            if not isinstance(said, datetime):
                if self.held_on is None:
                    self.bad.append(row.bad(column, "workbook.no-day"))
                    return None
                said = on(said, date.fromisoformat(self.held_on))
        except (ValueError, ValidationError):  # no such year, or one without that 29 February
            self.bad.append(row.bad(column, "cell.clock"))
            return None
        return (said if said.tzinfo else said.replace(tzinfo=self.zone)).astimezone(UTC)
