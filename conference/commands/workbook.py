"""A whole conference at once: what a file says becomes the commands of every noun, in one save."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast
from uuid import UUID

from conference.commands.workbook_part import Part
from conference.commands.workbook_parts import TAKE
from conference.domain.base import Noun
from conference.errors import BadCell, BadSheet, NotFound, Refused
from conference.store import Store, Unit
from conference.vault import Write
from events.base import Fact, Stamp

N = TypeVar("N", bound=Noun)


@dataclass(frozen=True)
class Draft:
    """What a file says of a conference, part by part in the order in which it is taken over."""

    conference_id: UUID
    parts: tuple[Part, ...]


@dataclass
class Taken:
    """What became of one row: `added`, `changed` or `unchanged`, and the facts that say so."""

    sheet: str
    row: int
    label: str
    added: bool = False
    facts: list[Fact] = field(default_factory=list)

    @property
    def state(self) -> str:
        if self.added:
            return "added"
        return "changed" if self.facts else "unchanged"


@dataclass(frozen=True)
class Outcome:
    """What a file changed, or would change, row by row."""

    conference_id: UUID
    new: bool
    rows: tuple[Taken, ...]

    def count(self, state: str) -> int:
        return sum(row.state == state for row in self.rows)

    @property
    def different(self) -> tuple[Taken, ...]:
        return tuple(row for row in self.rows if row.state != "unchanged")


class Looked(Exception):
    """Ends a look at what a file would change before anything is saved."""

    def __init__(self, outcome: Any) -> None:
        self.outcome = outcome


class Together(Store):
    """A store for commands that are saved together: it changes the aggregates of one unit and
    keeps what was recorded; saving is left to the unit."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.recorded: list[Fact] = []

    def load(self, kind: type[Any], id: UUID) -> Any:
        return self.unit.load(kind, id)

    def change(
        self,
        kind: type[Any],
        id: UUID,
        act: Callable[[Any], object],
        *,
        expecting: int | None = None,
        beside: Sequence[Write] = (),
    ) -> Any:
        assert expecting is None
        assert not beside
        noun = self.unit.load(kind, id)
        before = len(noun.pending_events)
        act(noun)
        self.recorded += noun.pending_events[before:]
        return noun

    def change_all(self, act: Callable[[Unit], Any], *, beside: Sequence[Write] = ()) -> Any:
        assert not beside
        before = {id: len(noun.pending_events) for id, noun in self.unit.nouns.items()}
        answer = act(self.unit)
        for id, noun in self.unit.nouns.items():
            self.recorded += noun.pending_events[before.get(id, 0) :]  # type: ignore[arg-type]
        return answer

    def create(self, *nouns: Any, beside: Sequence[Write] = ()) -> None:
        assert not beside
        for noun in nouns:
            self.unit.add(noun)
            self.recorded += noun.pending_events


def import_workbook(
    store: Store, stamp: Stamp, *, draft: Draft, planner: str, looking: bool = False
) -> Outcome:
    """Take a file over: new rows are added, others changed where they differ; all or nothing.

    `looking` answers what would change and records nothing. Raises BadSheet with every row that
    is against a rule.
    """

    def act(unit: Unit) -> Outcome:
        outcome = carried_out(Together(unit), stamp, draft, planner)
        if looking:
            raise Looked(outcome)
        return outcome

    try:
        return store.change_all(act)
    except Looked as looked:
        return cast("Outcome", looked.outcome)


def carried_out(together: Together, stamp: Stamp, draft: Draft, planner: str) -> Outcome:
    """Every part in its order, what it recorded booked to its row."""
    rows: dict[tuple[str, int], Taken] = {}
    bad: list[BadCell] = []
    new = False
    for part in draft.parts:
        place = (part.sheet, part.row)
        row = rows.setdefault(place, Taken(part.sheet, part.row, part.label))
        before = len(together.recorded)
        try:
            added = TAKE[part.kind](together, stamp, draft.conference_id, planner, part)
        except Refused as refused:
            bad.append(BadCell(*place, "", refused.code, **refused.facts))
        except NotFound as missing:
            bad.append(BadCell(*place, "", "workbook.not-found", kind=missing.kind))
        else:
            new = new or (added and part.kind == "conference")
            row.added = row.added or (added and part.kind != "note")
            row.facts += together.recorded[before:]
    if bad:
        raise BadSheet(bad)
    for row in rows.values():
        row.added = row.added or new
    return Outcome(draft.conference_id, new, tuple(rows.values()))
