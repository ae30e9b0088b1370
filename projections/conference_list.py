"""Every conference of this installation, newest day first."""

from dataclasses import dataclass, field
from functools import cached_property, singledispatch
from uuid import UUID

from immutables import Map

from conference.rules.names import collation
from events.base import Fact
from events.conference import (
    ConferenceClosed,
    ConferenceDated,
    ConferenceOpened,
    ConferencePlanned,
    ConferenceRetitled,
    VenueChosen,
)
from projections.replaced import replaced


@dataclass(frozen=True)
class Listed:
    """One line of the list. `status`: planned, open, closed."""

    id: UUID
    code: str
    title: str
    host: str
    held_on: str | None
    venue: str | None = None
    status: str = "planned"


@dataclass(frozen=True)
class ConferenceList:
    by_id: Map[UUID, Listed] = field(default_factory=Map)

    @cached_property
    def conferences(self) -> tuple[Listed, ...]:
        """Newest day first; those without a day on top, then by title."""
        by_title = sorted(self.by_id.values(), key=lambda c: (collation(c.title), c.id))
        return tuple(sorted(by_title, key=lambda c: c.held_on or "9999", reverse=True))

    def with_code(self, code: str) -> Listed | None:
        """The conference of this code, or None."""
        return next((c for c in self.by_id.values() if c.code == code), None)


def blank() -> ConferenceList:
    return ConferenceList()


@singledispatch
def evolve(fact: Fact, listed: ConferenceList) -> ConferenceList:
    return listed


def changed(listed: ConferenceList, id: UUID, **said: str) -> ConferenceList:
    return ConferenceList(listed.by_id.set(id, replaced(listed.by_id[id], **said)))


@evolve.register
def _(fact: ConferencePlanned, listed: ConferenceList) -> ConferenceList:
    line = Listed(fact.conference_id, fact.code, fact.title, fact.host, fact.held_on)
    return ConferenceList(listed.by_id.set(fact.conference_id, line))


@evolve.register
def _(fact: ConferenceRetitled, listed: ConferenceList) -> ConferenceList:
    return changed(listed, fact.conference_id, title=fact.title, host=fact.host)


@evolve.register
def _(fact: ConferenceDated, listed: ConferenceList) -> ConferenceList:
    return changed(listed, fact.conference_id, held_on=fact.held_on)


@evolve.register
def _(fact: VenueChosen, listed: ConferenceList) -> ConferenceList:
    return changed(listed, fact.conference_id, venue=fact.name)


@evolve.register
def _(fact: ConferenceOpened, listed: ConferenceList) -> ConferenceList:
    return changed(listed, fact.conference_id, status="open")


@evolve.register
def _(fact: ConferenceClosed, listed: ConferenceList) -> ConferenceList:
    return changed(listed, fact.conference_id, status="closed")
