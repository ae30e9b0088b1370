"""The badges: which printings there were, and whose badge is due."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import singledispatch
from uuid import UUID

from immutables import Map

from events.badges import BadgesPrinted
from events.base import Fact
from projections.guest import Guest
from projections.guest_list import GuestList


@dataclass(frozen=True)
class Printing:
    """Badges printed together at log `position`, in `size`, for `guests` in their order."""

    id: UUID
    at: datetime
    by: UUID
    position: int
    size: str
    guests: tuple[UUID, ...]


@dataclass(frozen=True)
class Badges:
    by_id: Map[UUID, Printing] = field(default_factory=Map)
    last: Map[UUID, tuple[int, Printing]] = field(default_factory=Map)
    """By guest: the wording of the last badge, and the printing that it came from."""
    size: str = "small"
    """What was chosen last."""

    @property
    def printings(self) -> tuple[Printing, ...]:
        """The newest first."""
        return tuple(sorted(self.by_id.values(), key=lambda one: (one.at, one.position))[::-1])

    def state(self, guest: Guest) -> str:
        """Of a guest's badge: due, printed, or changed since it was."""
        if guest.id not in self.last:
            return "due"
        return "printed" if self.last[guest.id][0] == guest.wording else "changed"

    def due(self, listed: GuestList) -> tuple[Guest, ...]:
        """Whose badge is to be printed: never printed, or it says something else now."""
        return tuple(one for one in printable(listed) if self.state(one) != "printed")


def printable(listed: GuestList) -> tuple[Guest, ...]:
    """Who gets a badge: the invited by group, each group in precedence, as desks lay them out."""
    return tuple(one for _, guests in listed.grouped for one in guests if one.invited)


def blank(conference_id: UUID) -> Badges:
    return Badges()


@singledispatch
def evolve(fact: Fact, badges: Badges) -> Badges:
    return badges


@evolve.register
def _(fact: BadgesPrinted, badges: Badges) -> Badges:
    guests = tuple(one["guest"] for one in fact.badges)
    made = (fact.printing, fact.timestamp, fact.by, fact.position, fact.size, guests)
    printing = Printing(*made)
    last = badges.last.update({one["guest"]: (one["wording"], printing) for one in fact.badges})
    return Badges(badges.by_id.set(printing.id, printing), last, fact.size)
