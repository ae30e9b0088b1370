"""What a list of guests would change: new, changed field by field, unchanged, no longer in it."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from typing import Any

from conference.importers.guest_sheet_cells import Entry, Note, command_values
from conference.importers.guest_sheet_doubles import doubles
from conference.importers.guest_sheet_match import UNDONE, comparable, digits, matched
from conference.rules.names import fold
from projections.guest import Guest
from projections.guest_list import GuestList

COMPARED = ("honorific", "name", "post", "body", "phone", "email", "birth_date", "vip", "note")
"""What a list can change of a guest who is invited already; the group stays as invited."""

LAST_ORDER = 100_000
"""The last place in the organiser's own order that a command takes."""

TAKEN = ("added", "again", "changed")
"""States of rows that record something: a new guest, one whom an undone import had invited, one
who is described anew."""

GRAVE = tuple(
    f"guest-sheet.{code}"
    for code in ("duplicate", "near", "name-or", "section-or", "behind", "unsure", "several")
)
"""How the codes of notes begin that say that somebody may be counted wrongly or called wrongly."""


@dataclass(frozen=True)
class Row:
    """One row of the list. `state`: added, again, changed, unchanged, or one that is not taken:
    twice, withdrawn, nobody, or a section that may be somebody's name. `changes` are the old and
    the new value by field; `said` what the command is told, `stood` how the guest was described
    when this was looked at."""

    entry: Entry
    state: str
    group: str
    guest: Guest | None = None
    changes: Mapping[str, tuple[Any, Any]] | None = None
    notes: tuple[Note, ...] = ()
    order: int = 0

    @property
    def label(self) -> str:
        values = self.entry.values
        named = [values.get(one) for one in ("name", "post", "body")]
        if self.state == "section":
            return self.group
        return ", ".join(filter(None, named)) or "–"

    @property
    def said(self) -> dict[str, Any]:
        """What the command is told of a new guest, or the new values of one described anew."""
        if self.state == "added":
            return command_values(self.entry.values, self.group, self.order)
        return {name: new for name, (_, new) in (self.changes or {}).items()}


@dataclass(frozen=True)
class Preview:
    """All rows, the guests who are no longer in the list, what was passed over, and what was read
    as the name of a section."""

    rows: tuple[Row, ...]
    missing: tuple[Guest, ...]
    passed_over: tuple[tuple[int, str], ...]
    sections: tuple[tuple[int, str], ...] = ()

    def count(self, *states: str) -> int:
        return sum(row.state in states for row in self.rows)

    @property
    def taken(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.state in TAKEN)

    @property
    def noted(self) -> tuple[Row, ...]:
        """The rows with anything odd, the gravest first: what is not taken, then who may be one
        person twice."""
        found = [row for row in self.rows if row.notes]
        return tuple(sorted(found, key=lambda row: min(map(gravity, row.notes))))

    @property
    def digest(self) -> str:
        """The same while a list means the same: accepted is only what was looked at."""
        said = [
            (
                row.entry.row,
                row.state,
                row.group,
                row.order,
                row.guest and row.guest.id,
                row.changes,
            )
            for row in self.taken
        ]
        values = [sorted(row.entry.values.items()) for row in self.taken]
        return sha256(repr((said, values)).encode()).hexdigest()


def gravity(note: Note) -> int:
    if note.level == "bad":
        return 0
    return 1 if note.code.startswith(GRAVE) else 2


def previewed(
    entries: Sequence[Entry],
    passed_over: tuple[tuple[int, str], ...],
    known: GuestList,
    group: str,
    columns: frozenset[str],
) -> Preview:
    """What the entries mean beside the guests that are invited. `group` is where guests without a
    section or a column of groups belong; `columns` are those that the list has. New guests stand
    in the order of the list, behind those invited before, and in groups as they are written."""
    refused = {**nobodies(entries), **repeated(entries)}
    usable = [entry for entry in entries if entry.row not in refused]
    meant = meanings(usable, comparable(known.by_id.values()))
    met = {guest.id for guest in meant.values()}
    missing = tuple(one for one in comparable(known.guests) if one.invited and one.id not in met)
    notes = doubles(usable, missing)
    last = max((one.standing.order for one in known.by_id.values()), default=0)
    orders = count(last + 1)
    groups = {fold(name): name for name in known.group_names}
    rows = tuple(
        row_of(
            entry,
            meant.get(entry.row),
            as_written(entry.values.get("group") or group, groups),
            [*entry.notes, *notes.get(entry.row, ()), *gaps(entry, columns)],
            refused.get(entry.row),
            orders,
        )
        for entry in entries
    )
    return Preview(rows, missing, passed_over)


def as_written(group: str, groups: Mapping[str, str]) -> str:
    """A group as the list of guests writes it already, whatever its capitals and diacritics."""
    return groups.get(fold(group), group)


def meanings(entries: Sequence[Entry], guests: Sequence[Guest]) -> dict[int, Guest]:
    """The guest that each row means; one whose invitation was withdrawn only where none else is
    meant."""
    found = by_row(entries, [one for one in guests if one.answer != "withdrawn"])
    rest = [entry for entry in entries if entry.row not in found]
    return found | by_row(rest, [one for one in guests if one.answer == "withdrawn"])


def by_row(entries: Sequence[Entry], guests: Sequence[Guest]) -> dict[int, Guest]:
    return {entries[at].row: guest for at, guest in matched(entries, guests).items()}


def nobodies(entries: Sequence[Entry]) -> dict[int, tuple[str, Note]]:
    """Rows that name neither a person nor a post."""
    note = Note("bad", "guest-sheet.nobody")
    named = ("name", "post")
    return {
        entry.row: ("nobody", note)
        for entry in entries
        if not any(entry.values.get(one) for one in named)
    }


def repeated(entries: Sequence[Entry]) -> dict[int, tuple[str, Note]]:
    """Rows that say again, to the letter, what an earlier one says of the same person."""
    found: dict[int, tuple[str, Note]] = {}
    first: dict[Hashable, int] = {}
    for entry in entries:
        said = entry.values
        if said.get("name"):
            parts = (said.get(one) or "" for one in ("code", "body", "post", "birth_date", "email"))
            key = (said["name"].casefold(), digits(said.get("phone")), *map(fold, parts))
            row = first.setdefault(key, entry.row)
            if row != entry.row:
                note = Note("bad", "guest-sheet.twice", "name", {"row": row})
                found[entry.row] = ("twice", note)
    return found


def gaps(entry: Entry, columns: frozenset[str]) -> Iterator[Note]:
    """What the row leaves blank though the list has a column for it."""
    said = entry.values
    if said.get("post") and not said.get("name") and columns & {"name", "given"}:
        yield Note("odd", "guest-sheet.no-name", "name")
    if said.get("name") and not said.get("post") and "post" in columns:
        yield Note("odd", "guest-sheet.no-post", "post")


def row_of(
    entry: Entry,
    guest: Guest | None,
    group: str,
    notes: list[Note],
    refusal: tuple[str, Note] | None,
    orders: Iterator[int],
) -> Row:
    """What becomes of one row."""
    if refusal is not None:
        return Row(entry, refusal[0], group, notes=(*entry.notes, refusal[1]))
    if guest is None:
        order = min(next(orders), LAST_ORDER)
        return Row(entry, "added", group, notes=tuple(notes), order=order)
    changes = differences(entry, guest)
    if guest.answer == "withdrawn":
        state = "again" if guest.reason == UNDONE else "withdrawn"
        if state == "withdrawn":
            notes.append(Note("bad", "guest-sheet.withdrawn", "name"))
    else:
        state = "changed" if changes else "unchanged"
    if entry.values.get("group") and fold(group) != fold(guest.group):
        facts = {"group": guest.group}
        notes.append(Note("odd", "guest-sheet.other-group", "group", facts))
    return Row(entry, state, guest.group, guest, changes, tuple(notes))


def differences(entry: Entry, guest: Guest) -> dict[str, tuple[Any, Any]]:
    """Old and new value of every field that the row fills in otherwise; blank says nothing."""
    stands = {name: stood(guest, name) for name in COMPARED}
    said = {name: entry.values[name] for name in COMPARED if entry.values.get(name) is not None}
    return {name: (stands[name], new) for name, new in said.items() if new != stands[name]}


def stood(guest: Guest, name: str) -> Any:
    return guest.standing.birth_date if name == "birth_date" else getattr(guest, name)
