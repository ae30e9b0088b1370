"""Badges and name tents: which printings there were, and whose is due."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import singledispatch
from uuid import UUID

from immutables import Map

from conference.rules.seats import STAGE
from events.badges import BadgeMade, BadgesPrinted, TentsPrinted
from events.base import Fact
from projections.guest import Guest
from projections.guest_list import GuestList
from projections.replaced import replaced
from projections.seating_plan import SeatingPlan

Last = Map[UUID, tuple[int, "Printing"]]
"""By guest: the wording of what was printed last, and the printing that it came from."""


@dataclass(frozen=True)
class Printing:
    """Badges printed together at log `position`, in `size`, for `guests` in their order; or name
    tents, which have no size."""

    id: UUID
    at: datetime
    by: UUID
    position: int
    size: str
    guests: tuple[UUID, ...]


@dataclass(frozen=True)
class Badges:
    by_id: Map[UUID, Printing] = field(default_factory=Map)
    last: Last = field(default_factory=Map)
    size: str = "small"
    """What was chosen last."""
    tents_by_id: Map[UUID, Printing] = field(default_factory=Map)
    last_tent: Last = field(default_factory=Map)

    @property
    def printings(self) -> tuple[Printing, ...]:
        """The newest first."""
        return newest(self.by_id.values())

    @property
    def tent_printings(self) -> tuple[Printing, ...]:
        return newest(self.tents_by_id.values())

    def state(self, guest: Guest) -> str:
        """Of a guest's badge: due, printed, or changed since it was."""
        return state_of(self.last, guest.id, guest.wording)

    def tent_state(self, guest: Guest) -> str:
        return state_of(self.last_tent, guest.id, guest.naming)

    def due(self, listed: GuestList) -> tuple[Guest, ...]:
        """Whose badge is to be printed: never printed, or it says something else now."""
        return tuple(one for one in printable(listed) if self.state(one) != "printed")

    def tents_due(self, guests: Iterable[Guest]) -> tuple[Guest, ...]:
        """Whose name tent is to be printed, of these."""
        return tuple(one for one in guests if self.tent_state(one) != "printed")


def newest(printings: Iterable[Printing]) -> tuple[Printing, ...]:
    return tuple(sorted(printings, key=lambda one: (one.at, one.position))[::-1])


def state_of(last: Last, guest: UUID, wording: int) -> str:
    if guest not in last:
        return "due"
    return "printed" if last[guest][0] == wording else "changed"


def printable(listed: GuestList) -> tuple[Guest, ...]:
    """Who gets a badge: the invited by group, each group in precedence, as desks lay them out."""
    return tuple(one for _, guests in listed.grouped for one in guests if one.invited)


def of_walk_ins(listed: GuestList) -> GuestList:
    """The list of those alone who came without an invitation."""
    walked = {id: one for id, one in listed.by_id.items() if one.kind == "walk_in"}
    return replaced(listed, by_id=Map(walked))


def presidium(plan: SeatingPlan) -> tuple[Guest, ...]:
    """Who sits at the presidium's table, from the left."""
    return tuple(seat.guest for seat in plan.seats if seat.row == STAGE and seat.guest)


def blank(conference_id: UUID) -> Badges:
    return Badges()


@singledispatch
def evolve(fact: Fact, badges: Badges) -> Badges:
    return badges


@evolve.register
def _(fact: BadgesPrinted, badges: Badges) -> Badges:
    printing = printed(fact, fact.size, fact.badges)
    known, last = by_printing(badges.by_id, badges.last, printing, fact.badges)
    return replaced(badges, by_id=known, last=last, size=fact.size)


@evolve.register
def _(fact: TentsPrinted, badges: Badges) -> Badges:
    printing = printed(fact, "", fact.tents)
    known, last = by_printing(badges.tents_by_id, badges.last_tent, printing, fact.tents)
    return replaced(badges, tents_by_id=known, last_tent=last)


def printed(fact: BadgesPrinted | TentsPrinted, size: str, made: list[BadgeMade]) -> Printing:
    guests = tuple(one["guest"] for one in made)
    return Printing(fact.printing, fact.timestamp, fact.by, fact.position, size, guests)


def by_printing(
    known: Map[UUID, Printing], last: Last, printing: Printing, made: list[BadgeMade]
) -> tuple[Map[UUID, Printing], Last]:
    newer = {one["guest"]: (one["wording"], printing) for one in made}
    return known.set(printing.id, printing), last.update(newer)
