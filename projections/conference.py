"""The conference as its pages name it: title, day, venue, chair, documents, status."""

from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time, timedelta
from functools import singledispatch
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from conference.rules.hours import DayHour, on
from events.attendance import RollCallWorded
from events.base import Fact
from events.conference import (
    ChairNamed,
    ConferenceClosed,
    ConferenceDated,
    ConferenceOpened,
    ConferencePlanned,
    ConferenceRetitled,
    DocumentAdopted,
    DocumentTabled,
    DocumentWithdrawn,
    HallBooked,
    IntroductionDepthChosen,
    MovementLaunched,
    PlayingClockSet,
    SiteAdded,
    SourceNoted,
    ThemeChosen,
    VenueChosen,
)
from events.invitation_letters import AnswerDeadlineSet, LetterWorded
from events.publication import ConferencePublished, ConferenceUnpublished
from events.speech import SpeechTermsSet
from projections.conference_frame import UNWORDED, Chair, Letter, Note, TabledDocument
from projections.replaced import replaced

INTRODUCTION_DEPTH = 10
"""Persons introduced by name before groups follow; a default, no rule gives a number."""


@dataclass(frozen=True)
class ConferenceDocument:
    id: UUID
    code: str = ""
    title: str = ""
    kind: str = ""
    host: str = ""
    held_on: str | None = None
    time_zone: str = "Asia/Ho_Chi_Minh"
    reporting_year: int | None = None
    plan_year: int | None = None
    venue: str | None = None
    address: str | None = None
    hall_from_at: datetime | None = None
    hall_until_at: datetime | None = None
    chair: Chair | None = None
    theme: str | None = None
    documents: tuple[TabledDocument, ...] = ()
    withdrawn: tuple[TabledDocument, ...] = ()
    movement: str | None = None
    launched_at: datetime | None = None
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    offset_s: int = 0
    introduction_depth: int = INTRODUCTION_DEPTH
    notes: tuple[Note, ...] = ()
    sites: tuple[tuple[str, str], ...] = ()
    letter: Letter = UNWORDED
    answer_by: datetime | None = None
    speech_minutes: int | None = None
    texts_by: datetime | None = None
    roll_call: str | None = None
    published_at: datetime | None = None
    version: int = 0

    @property
    def status(self) -> str:
        """planned, open or closed."""
        if self.closed_at:
            return "closed"
        return "open" if self.opened_at else "planned"

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    def clock(self, now: datetime) -> datetime:
        """The conference's own time: the real `now` and the recorded offset, in its zone."""
        return (now + timedelta(seconds=self.offset_s)).astimezone(self.zone)

    def meant(self, value: Any) -> Any:
        """What somebody typed: a local time is meant in the conference's zone, an hour on its
        day (ValueError while it has none); every other value stays as it is."""
        if isinstance(value, (time, DayHour)):
            value = on(value, date.fromisoformat(self.held_on or ""))
        if isinstance(value, datetime):
            return (value if value.tzinfo else value.replace(tzinfo=self.zone)).astimezone(UTC)
        return value


def blank(conference_id: UUID) -> ConferenceDocument:
    return ConferenceDocument(conference_id)


@singledispatch
def evolve(fact: Fact, conference: ConferenceDocument) -> ConferenceDocument:
    return conference


PLAN = ("code", "title", "kind", "host", "held_on", "time_zone", "reporting_year", "plan_year")

SAID: dict[type[Fact], dict[str, str]] = {
    ConferencePlanned: {name: name for name in PLAN},
    ConferenceRetitled: {"title": "title", "host": "host"},
    ConferenceDated: {"held_on": "held_on"},
    VenueChosen: {"venue": "name", "address": "address"},
    HallBooked: {"hall_from_at": "begins_at", "hall_until_at": "ends_at"},
    ThemeChosen: {"theme": "theme"},
    MovementLaunched: {"movement": "title", "launched_at": "at"},
    ConferenceOpened: {"opened_at": "at"},
    ConferenceClosed: {"closed_at": "at"},
    PlayingClockSet: {"offset_s": "offset_s"},
    IntroductionDepthChosen: {"introduction_depth": "depth"},
    AnswerDeadlineSet: {"answer_by": "answer_by"},
    SpeechTermsSet: {"speech_minutes": "minutes", "texts_by": "texts_by"},
    RollCallWorded: {"roll_call": "sentence"},
    ConferencePublished: {"published_at": "at"},
}
"""Facts that the document takes over as they are: its field, and the fact's."""


def taken_over(fact: Fact, conference: ConferenceDocument) -> ConferenceDocument:
    said = {own: getattr(fact, its) for own, its in SAID[type(fact)].items()}
    return replaced(conference, **said, version=fact.originator_version)


for fact_class in SAID:
    evolve.register(fact_class, taken_over)


@evolve.register
def _(fact: LetterWorded, conference: ConferenceDocument) -> ConferenceDocument:
    letter = Letter(**{one.name: getattr(fact, one.name) for one in fields(Letter)})
    return replaced(conference, letter=letter, version=fact.originator_version)


@evolve.register
def _(fact: ChairNamed, conference: ConferenceDocument) -> ConferenceDocument:
    chair = Chair(fact.name, fact.post, fact.honorific, fact.guest)
    return replaced(conference, chair=chair, version=fact.originator_version)


@evolve.register
def _(fact: DocumentTabled, conference: ConferenceDocument) -> ConferenceDocument:
    new = TabledDocument(fact.document, fact.title, fact.kind)
    kept = tuple(new if d.id == new.id else d for d in conference.documents)
    documents = kept if new in kept else (*kept, new)
    return replaced(conference, documents=documents, version=fact.originator_version)


@evolve.register
def _(fact: DocumentWithdrawn, conference: ConferenceDocument) -> ConferenceDocument:
    left = tuple(d for d in conference.documents if d.id != fact.document)
    gone = (d for d in conference.documents if d.id == fact.document)
    said = {"documents": left, "withdrawn": (*conference.withdrawn, *gone)}
    return replaced(conference, **said, version=fact.originator_version)


@evolve.register
def _(fact: DocumentAdopted, conference: ConferenceDocument) -> ConferenceDocument:
    documents = tuple(
        replaced(d, adopted_at=fact.at) if d.id == fact.document else d
        for d in conference.documents
    )
    return replaced(conference, documents=documents, version=fact.originator_version)


@evolve.register
def _(fact: SourceNoted, conference: ConferenceDocument) -> ConferenceDocument:
    others = tuple(n for n in conference.notes if n.id != fact.note)
    notes = (*others, Note(fact.note, fact.kind, fact.about, fact.text))
    return replaced(conference, notes=notes, version=fact.originator_version)


@evolve.register
def _(fact: SiteAdded, conference: ConferenceDocument) -> ConferenceDocument:
    sites = dict(conference.sites) | {fact.site: fact.name}
    return replaced(conference, sites=tuple(sites.items()), version=fact.originator_version)


@evolve.register
def _(fact: ConferenceUnpublished, conference: ConferenceDocument) -> ConferenceDocument:
    return replaced(conference, published_at=None, version=fact.originator_version)
