"""The programme as frab's schedule has it: days, one room, events. XML and JSON are written of it.

No recipient and no guest is in it: it is for the public (formats.md 3.3).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from uuid import UUID, uuid5

from conference.errors import Refused
from conference.rules.schedule_words import LEVELS, PLENARY, TRACKS, TYPES, acronym, slug
from projections.agenda_item import AgendaItem
from projections.library import Shelf

LARGEST = 2**31 - 2
"""The largest number that old readers of the format keep for an event."""

SLOT = "00:05"
"""The grid that readers draw: a speech may take eight minutes, a break five."""


@dataclass(frozen=True)
class Event:
    """One item; `starts_at` on the conference's clock. `subtitle` is the unit or who carries it
    out, `persons` the speaker."""

    guid: UUID
    number: int
    title: str
    subtitle: str
    type: str
    track: str
    starts_at: datetime
    minutes: int
    persons: tuple[str, ...]
    slug: str
    url: str

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def duration(self) -> str:
        return f"{self.minutes // 60:02}:{self.minutes % 60:02}"


@dataclass(frozen=True)
class Day:
    index: int
    date: date
    events: tuple[Event, ...]

    @property
    def starts_at(self) -> datetime:
        return min(event.starts_at for event in self.events)

    @property
    def ends_at(self) -> datetime:
        return max(event.ends_at for event in self.events)


@dataclass(frozen=True)
class Schedule:
    version: str
    title: str
    acronym: str
    zone: str
    room: str
    room_guid: UUID
    url: str
    days: tuple[Day, ...]

    @property
    def tracks(self) -> tuple[str, ...]:
        found = (event.track for day in self.days for event in day.events)
        return tuple(dict.fromkeys(found))


def schedule(shelf: Shelf, *, page: str, release: int | None) -> Schedule:
    """The programme as of the shelf's position; `page` is the address of its public page.

    Refused while no item has an hour: the schema knows no programme without a day.
    """
    conference = shelf.conference
    days = tuple(days_of(shelf, page))
    if not days:
        raise Refused("programme.no-hours")
    return Schedule(
        version=f"{release or 0}.{shelf.position}",
        title=conference.title,
        acronym=acronym(conference.code),
        zone=conference.time_zone,
        room=conference.venue or conference.title,
        room_guid=uuid5(conference.id, "room"),
        url=page,
        days=days,
    )


def days_of(shelf: Shelf, page: str) -> Iterator[Day]:
    zone = shelf.conference.zone
    here = (item for item in shelf.agenda.items if not item.left_out)
    timed = [(i.starts_at.astimezone(zone), i) for i in here if i.starts_at]
    timed.sort(key=lambda pair: pair[0])
    numbers = numbered(item.id for _, item in timed)
    by_day = groupby(timed, key=lambda pair: pair[0].date())
    for index, (day, those) in enumerate(by_day, 1):
        events = (event(shelf, i, at, numbers[i.id], page) for at, i in those)
        yield Day(index, day, tuple(events))


def numbered(ids: Iterator[UUID]) -> dict[UUID, int]:
    """A number for each item that stays its own, made of its id; the rare twin takes the next."""
    numbers: dict[UUID, int] = {}
    for id in ids:
        number = 1 + id.int % LARGEST
        while number in numbers.values():
            number += 1
        numbers[id] = number
    return numbers


def event(shelf: Shelf, item: AgendaItem, at: datetime, number: int, page: str) -> Event:
    short = acronym(shelf.conference.code)
    named = slug(item.title) or slug(TYPES[item.kind])
    return Event(
        guid=item.id,
        number=number,
        title=item.title,
        subtitle=item.unit or item.owner or "",
        type=TYPES[item.kind],
        track=track(shelf, item),
        starts_at=at,
        minutes=item.lasting,
        persons=(item.speaker,) if item.speaker else (),
        slug=f"{short}-{number:04}-{named}",
        url=f"{page}#item-{item.id}",
    )


def track(shelf: Shelf, item: AgendaItem) -> str:
    """By the kind of the item; of the awards by the highest level that is presented here."""
    if item.kind == "award":
        here = {one.level for one in shelf.awards.instruments if one.kind == "decision"}
        return next((LEVELS[one] for one in LEVELS if one in here), TRACKS["award"])
    return TRACKS.get(item.kind, PLENARY)
