"""What should be looked at before the agenda goes out, as one would list it for a person."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any
from uuid import UUID

from immutables import Map

from conference.rules.honorifics import split_honorific
from conference.rules.names import fold
from projections.agenda import Agenda
from projections.agenda_budget import Budget, budget_of
from projections.agenda_item import AgendaItem
from projections.conference import ConferenceDocument
from projections.guest import Guest
from projections.run_sheet import RunSheet
from projections.run_sheet_turn import Turn

SINGLY = 3
"""Speeches without text that are pointed out one by one: before any text has come, all lack one,
and a list of them would hide what else is to be looked at."""


@dataclass(frozen=True)
class Warning:
    """One finding. `code` has a label and a sentence in both languages, `facts` fill it. It is
    mended at the `item`; where `guest` is given, there; with neither, in the settings, or
    with the texts on the speeches' page."""

    code: str
    item: UUID | None
    guest: UUID | None
    facts: Map[str, Any]


def warn(code: str, item: AgendaItem, guest: UUID | None = None, **facts: Any) -> Warning:
    return Warning(code, item.id, guest, Map({"title": item.title, **facts}))


def warnings_of(
    agenda: Agenda,
    conference: ConferenceDocument,
    sheet: RunSheet,
    texts: Collection[UUID],
) -> tuple[Warning, ...]:
    """All findings: of the hall's time, then by item. `texts`: the speeches whose text is here."""
    persons = Persons(sheet)
    found = [*times(agenda), *twice(agenda, persons), *speakers(agenda, persons, conference)]
    found += [*awarded(agenda, persons, sheet), *textless(agenda, texts)]
    place = {item.id: item.number for item in agenda.items}
    found.sort(key=lambda one: place[one.item] if one.item else 0)
    return (*hall(budget_of(agenda, conference)), *found)


class Persons:
    """Who is meant by an item: guests by id, and whole names, so that one person is recognised
    however an item names him or her."""

    def __init__(self, sheet: RunSheet) -> None:
        self.guests = sheet.guests
        self.by_name = {key(g.coming): g for g in sheet.guests.values() if g.coming}
        self.by_name |= {key(g.name): g for g in sheet.guests.values() if g.name}

    def speaker(self, item: AgendaItem) -> Guest | None:
        """The guest who speaks, as linked or by the name."""
        if item.guest:
            return self.guests.get(item.guest)
        return self.by_name.get(key(item.speaker)) if item.speaker else None

    def of(self, item: AgendaItem) -> set[str]:
        """Keys of all who are busy with an item."""
        guest = self.speaker(item)
        names = [item.speaker or (guest.coming if guest else None), item.owner]
        keys = {key(name) for name in names if name}
        return keys | {str(guest.id)} if guest else keys


def key(name: str) -> str:
    """A name without its honorific, folded."""
    return fold(split_honorific(name)[1])


def hall(budget: Budget) -> Iterator[Warning]:
    """The hall is there too late, or no longer."""
    missing = -budget.free if budget.booked else 0
    if (late := budget.late or missing) > 0:
        yield Warning("over-booked", None, None, Map({"minutes": late}))
    if budget.early:
        yield Warning("before-booked", None, None, Map({"minutes": budget.early}))


def times(agenda: Agenda) -> Iterator[Warning]:
    """Gaps, and starts that cannot be kept: what began at its fixed hour is not over, wherever it
    stands before, or what is linked before takes too long."""
    before: AgendaItem | None = None
    longest: AgendaItem | None = None
    for item in agenda.items:
        minutes = abs(item.gap_minutes)
        if item.gap_minutes > 0:
            yield warn("gap", item, minutes=minutes)
        elif item.gap_minutes < 0 and longest and (longest.fixed_start or longest is not before):
            yield warn("overlap", item, minutes=minutes, other=longest.title)
        elif item.gap_minutes < 0:
            yield warn("fixed-start", item, minutes=minutes)
        before = item
        longest = item if longest is None or outlasts(item, longest) else longest


def outlasts(item: AgendaItem, other: AgendaItem) -> bool:
    ends = (item.ends_at, other.ends_at)
    return ends[1] is None or (ends[0] is not None and ends[0] >= ends[1])


def twice(agenda: Agenda, persons: Persons) -> Iterator[Warning]:
    """Two items at the same time that need one person."""
    for one, other in combinations(agenda.items if agenda.overlaps else (), 2):
        if not at_once(one, other):
            continue
        both = persons.of(one) & persons.of(other)
        if both:
            yield warn("two-at-once", other, other=one.title, who=called(other, persons))


def at_once(one: AgendaItem, other: AgendaItem) -> bool:
    if not (one.starts_at and one.ends_at and other.starts_at and other.ends_at):
        return False
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at


def called(item: AgendaItem, persons: Persons) -> str:
    """Who carries an item out, in words."""
    guest = persons.speaker(item)
    return item.speaker or (guest.called if guest else None) or item.owner or item.unit or ""


def speakers(agenda: Agenda, persons: Persons, conference: ConferenceDocument) -> Iterator[Warning]:
    """Speakers who will not be there, whom nobody has invited, or who preside meanwhile."""
    chair = conference.chair
    presiding = {key(chair.name), str(chair.guest)} if chair else set()
    for item in to_come(agenda):
        guest, who = persons.speaker(item), called(item, persons)
        if presiding & persons.of(item):
            yield warn("chair-speaks", item, who=who)
        if guest is None and (item.speaker or item.guest):
            yield warn("not-invited", item, who=who)
        elif guest and guest.state in ("declined", "withdrawn", "excused"):
            yield warn(f"speaker-{guest.state}", item, guest.id, who=who)
        elif guest and guest.substitute and key(who) != key(guest.substitute.name):
            yield warn("speaker-replaced", item, guest.id, who=who, by=guest.substitute.name)


def awarded(agenda: Agenda, persons: Persons, sheet: RunSheet) -> Iterator[Warning]:
    """Speakers who come from the stage, or have to go there, with no item between."""
    ceremonies = [item for item in agenda.items if item.kind == "award"]
    if not (ceremonies and sheet.turns):
        return
    # Several award items share the turns, and nobody has said which has which.
    one = len(ceremonies) == 1
    first, last = (sheet.turns[:1], sheet.turns[-1:]) if one else (sheet.turns, sheet.turns)
    items = agenda.items
    for before, item in pairwise(items):
        if before.kind == "award" and item.kind == "speech":
            yield from on_stage("award-before", item, persons, last)
        if before.kind == "speech" and item.kind == "award":
            yield from on_stage("award-after", before, persons, first)


def on_stage(
    code: str, speech: AgendaItem, persons: Persons, turns: tuple[Turn, ...]
) -> Iterator[Warning]:
    """The turns in which who speaks receives an award."""
    keys = persons.of(speech)
    for turn in turns:
        receiving = {str(one.guest) for one in turn.recipients if one.guest}
        receiving |= {key(one.representative) for one in turn.recipients if one.representative}
        receiving |= {key(one.name) for one in turn.recipients if one.kind == "individual"}
        if keys & receiving:
            yield warn(code, speech, who=called(speech, persons), turn=turn.number)


def to_come(agenda: Agenda) -> list[AgendaItem]:
    """Speeches of which something can still be put right."""
    return [item for item in agenda.speeches if item.state == "waiting"]


def textless(agenda: Agenda, texts: Collection[UUID]) -> Iterator[Warning]:
    """Speeches whose text is not here; many are one finding that names them."""
    missed = {one: one.unit or one.title for one in to_come(agenda) if one.id not in texts}
    if len(missed) > SINGLY:
        names = ", ".join(missed.values())
        yield Warning("no-texts", None, None, Map({"count": len(missed), "who": names}))
        return
    for item, who in missed.items():
        yield warn("no-text", item, who=who)
