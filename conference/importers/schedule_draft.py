"""A programme of others becomes the draft of an agenda: items in order, linked or fixed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from marshmallow import ValidationError

from conference.commands.agenda import AddItem, ScheduleSpeech
from conference.commands.workbook import Draft, Outcome, import_workbook
from conference.commands.workbook_part import Part
from conference.errors import BadCell
from conference.importers.schedule_file import Entry, entries_of, unread
from conference.importers.schedule_times import begins, minutes
from conference.rules.schedule_words import kind_of
from conference.store import Store
from events.base import Stamp
from projections.agenda import Agenda
from projections.library import Shelf

WHOLE = UUID(int=0)
"""The start of all is no item's."""

MOST = 500
"""Items that an agenda may have (conference.domain.agenda)."""


@dataclass(frozen=True)
class Timed:
    """An event that can be an item: when it starts (UTC) and how many minutes it takes."""

    id: UUID
    entry: Entry
    starts_at: datetime
    minutes: int

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)


@dataclass(frozen=True)
class Programme:
    """What a file says of an agenda, and what of it was passed over, each with why."""

    draft: Draft
    passed_over: tuple[BadCell, ...]

    def look(self, store: Store, stamp: Stamp) -> Outcome:
        """What the file would change; nothing is recorded. Raises BadSheet."""
        return import_workbook(store, stamp, draft=self.draft, planner="", looking=True)

    def take_over(self, store: Store, stamp: Stamp) -> Outcome:
        """Record what the file says, all or nothing. Raises BadSheet with every row against a
        rule."""
        return import_workbook(store, stamp, draft=self.draft, planner="")


def read_programme(data: bytes, shelf: Shelf) -> Programme:
    """What a file says of this conference's agenda. Raises BadSheet where it says nothing."""
    entries = entries_of(data)
    bad: list[BadCell] = []
    timed = sorted(usable(shelf, in_one_room(entries, bad), bad), key=lambda one: one.starts_at)
    if not timed:
        raise unread("schedule.no-events")
    if len(timed) > MOST:
        raise unread("schedule.too-many")
    parts = list(parts_of(shelf.agenda, timed, bad))
    return Programme(Draft(shelf.conference.id, tuple(parts)), tuple(bad))


def in_one_room(entries: tuple[Entry, ...], bad: list[BadCell]) -> Iterator[Entry]:
    """The events of the room that has most: an agenda is one hall's."""
    counted = Counter(entry.room for entry in entries)
    (chosen, _), *others = counted.most_common()
    bad += [passed(0, room, "schedule.other-room", count=count) for room, count in others]
    return (entry for entry in entries if entry.room == chosen)


def passed(row: int, name: str, code: str, **facts: Any) -> BadCell:
    return BadCell("", row, name[:120], code, **facts)


def usable(shelf: Shelf, entries: Iterable[Entry], bad: list[BadCell]) -> Iterator[Timed]:
    """Events with an hour and a length, each once."""
    known: set[UUID] = set()
    for entry in entries:
        at, lasting = begins(entry), minutes(entry)
        if at is None:
            bad.append(passed(entry.row, entry.title, "schedule.no-start"))
        elif not 0 < lasting <= 24 * 60:
            bad.append(passed(entry.row, entry.title, "schedule.no-duration"))
        elif (id := id_of(shelf, entry)) in known:
            bad.append(passed(entry.row, entry.title, "schedule.twice"))
        else:
            known.add(id)
            local = at if at.tzinfo else at.replace(tzinfo=shelf.conference.zone)
            yield Timed(id, entry, local.astimezone(UTC), lasting)


def id_of(shelf: Shelf, entry: Entry) -> UUID:
    """The event's own name where it is an item of this agenda. The name of another conference's
    belongs to the item there, a speech with its texts perhaps: here it makes a name of our own, the
    same each time. One without gets its name from what it says."""
    try:
        own = UUID(entry.guid)
    except ValueError:
        said = (entry.title, entry.type, *entry.persons, entry.starts_at or entry.start)
        return uuid5(shelf.conference.id, " | ".join(said))
    return own if own in shelf.agenda.by_id else uuid5(shelf.conference.id, str(own))


def parts_of(agenda: Agenda, timed: list[Timed], bad: list[BadCell]) -> Iterator[Part]:
    """First when it all starts, then each item, then the order."""
    whole = set(agenda.order) <= {one.id for one in timed}
    ends_at = agenda.ends_at if not whole else None
    if whole:
        ends_at = timed[0].starts_at
        said = {"starts_at": ends_at}
        yield Part("starts_at", WHOLE, said, "", timed[0].entry.row, timed[0].entry.title)
    kept: list[Timed] = []
    for one in timed:
        part = part_of(agenda, one, linked=one.starts_at == ends_at)
        if isinstance(part, BadCell):
            bad.append(part)
            continue
        yield part
        kept.append(one)
        ends_at = one.ends_at
    yield from order(kept)


def part_of(agenda: Agenda, one: Timed, *, linked: bool) -> Part | BadCell:
    """The item that an event becomes, or why it cannot be one."""
    speech, said = meant(agenda, one)
    schema = ScheduleSpeech if speech else AddItem
    fixed = None if linked else one.starts_at
    now = agenda.by_id.get(one.id)
    given = frozenset(said) - {"kind"}
    if not linked or (now and now.fixed_start not in (None, one.starts_at)):
        given |= {"fixed_start"}
    try:
        loaded = schema().load({**said, "fixed_start": fixed.isoformat() if fixed else ""})
    except ValidationError as error:
        (code, *_), *_ = error.normalized_messages().values()  # type: ignore[no-untyped-call]
        return passed(one.entry.row, one.entry.title, str(code))
    kind = "speech" if speech else "item"
    return Part(kind, one.id, loaded, "", one.entry.row, one.entry.title, given)


def meant(agenda: Agenda, one: Timed) -> tuple[bool, dict[str, Any]]:
    """Whether the event is a speech, and the fields of its command. Where it is an item of ours
    already, it stays of its kind."""
    entry = one.entry
    known = agenda.by_id.get(one.id)
    kind = known.kind if known else kind_of(entry.type, entry.title)
    spoken = ", ".join(entry.persons)
    said: dict[str, Any] = {"title": entry.title, "minutes": str(one.minutes)}
    if kind == "speech" or (kind is None and spoken):
        unit = entry.subtitle or spoken or entry.track or entry.title
        return True, {**said, "unit": unit, **({"speaker": spoken} if spoken else {})}
    owner = entry.subtitle or spoken
    return False, {**said, "kind": kind or "report", **({"owner": owner} if owner else {})}


def order(kept: list[Timed]) -> Iterator[Part]:
    """From the last to the first: every item stands before the one that follows it in the file."""
    ids = tuple(one.id for one in kept)
    for place, one in reversed(list(enumerate(kept, start=1))):
        said = {"following": ids[place:], "among": frozenset(ids)}
        yield Part("position", one.id, said, "", one.entry.row, one.entry.title)
