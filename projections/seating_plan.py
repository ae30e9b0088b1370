"""The seating: every seat of the hall with its guest and why, who has none, and what to look at."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, singledispatch
from itertools import chain
from uuid import UUID

from immutables import Map

from conference.rules.seats import STAGE, hall_labels, seat_label
from events.attendance import CheckInReversed, GuestCheckedIn
from events.base import Fact
from events.invitation import GroupCounted
from events.seating import (
    HallAdopted,
    HallRow,
    ReserveChosen,
    ReserveSeatGiven,
    SeatingAccepted,
    SeatingBegun,
    SeatPinned,
    SeatsSwapped,
    SeatUnpinned,
    SeatVacated,
)
from projections.guest import NOBODY, Guest, Guests
from projections.guest_story import ROW_FACTS, recounted, rows
from projections.precedence import by_precedence
from projections.replaced import replaced
from projections.seat import Attention, Seat, warnings_of
from projections.sitting import Sitting, Sittings, sat


@dataclass(frozen=True)
class Hall:
    """Rows from the front to the back; `stairs` and `lectern`: left or right, from the hall."""

    name: str
    rows: tuple[HallRow, ...]
    presidium: int
    stairs: str
    lectern: str
    unusable: frozenset[str]

    @property
    def stage(self) -> HallRow:
        """The presidium's seats as a row."""
        return HallRow(label=STAGE, seats=self.presidium, aisles=[])


@dataclass(frozen=True)
class Unseated:
    """A guest without a seat: `not-yet`, or `absent` when the absence is excused."""

    guest: Guest
    reason: str


@dataclass(frozen=True)
class SeatingPlan:
    hall: Hall | None = None
    sittings: Sittings = field(default_factory=Map)
    guests: Guests = NOBODY
    reserve: tuple[str, ...] = ()
    """Seats for walk-ins, in the order in which they are given away."""
    version: int = 0

    @cached_property
    def seats(self) -> tuple[Seat, ...]:
        """Every seat, the stage first, then front to back and left to right."""
        if self.hall is None:
            return ()
        rows = chain([self.hall.stage], self.hall.rows)
        return tuple(chain.from_iterable(self._row(self.hall, row) for row in rows))

    def _row(self, hall: Hall, row: HallRow) -> Iterator[Seat]:
        for number in range(1, row["seats"] + 1):
            label = seat_label(row["label"], number)
            usable, reserve = label not in hall.unusable, label in self.reserve
            seat = Seat(label, row["label"], number, usable, reserve=reserve)
            yield self._taken(seat, self.sittings.get(label))

    def _taken(self, seat: Seat, sitting: Sitting | None) -> Seat:
        guest = self.guests.get(sitting.guest) if sitting else None
        if sitting is None or guest is None:
            return seat
        if not guest.invited:
            return replaced(seat, freed=guest, pinned=sitting.pinned, note=sitting.note)
        why = {"reason": sitting.reason, "pinned": sitting.pinned, "note": sitting.note}
        return replaced(seat, guest=guest, **why)

    @cached_property
    def by_label(self) -> dict[str, Seat]:
        return {seat.label: seat for seat in self.seats}

    @cached_property
    def seat_by_guest(self) -> dict[UUID, str]:
        return {sitting.guest: seat for seat, sitting in self.sittings.items()}

    @cached_property
    def expected(self) -> tuple[Guest, ...]:
        """Who is invited to the hall itself, in order of precedence."""
        here = (guest for guest in self.guests.values() if guest.invited and not guest.site)
        return by_precedence(here)

    @cached_property
    def unseated(self) -> tuple[Unseated, ...]:
        """Who is invited to the hall and has no seat, in order of precedence."""
        return tuple(
            Unseated(guest, "not-yet" if guest.excuse is None else "absent")
            for guest in self.expected
            if guest.id not in self.seat_by_guest
        )

    @cached_property
    def seated(self) -> int:
        return sum(seat.guest is not None for seat in self.seats)

    @cached_property
    def usable(self) -> int:
        return sum(seat.usable for seat in self.seats)

    @cached_property
    def free_reserve(self) -> tuple[str, ...]:
        """The reserve's seats on which nobody sits."""
        return tuple(seat for seat in self.reserve if seat not in self.sittings)

    @cached_property
    def warnings(self) -> tuple[Attention, ...]:
        """Seats whose guest will not come, or is represented, in the hall's order."""
        return tuple(chain.from_iterable(map(warnings_of, self.seats)))


def blank(conference_id: UUID) -> SeatingPlan:
    return SeatingPlan()


@singledispatch
def evolve(fact: Fact, plan: SeatingPlan) -> SeatingPlan:
    return plan


def known(fact: Fact, plan: SeatingPlan) -> SeatingPlan:
    guests = rows(fact, plan.guests)
    return plan if guests is plan.guests else replaced(plan, guests=guests)


def seated(fact: Fact, plan: SeatingPlan) -> SeatingPlan:
    return replaced(plan, sittings=sat(fact, plan.sittings), version=fact.originator_version)


AT_THE_DOOR = {GuestCheckedIn, CheckInReversed}
"""Facts that change no seat: the plan is not drawn anew for each of a thousand arrivals."""

for guest_fact in ROW_FACTS:
    if guest_fact not in AT_THE_DOOR:
        evolve.register(guest_fact, known)
for seat_fact in (
    *(SeatingAccepted, SeatPinned, SeatUnpinned, SeatsSwapped, SeatVacated),
    ReserveSeatGiven,
):
    evolve.register(seat_fact, seated)


@evolve.register
def _(fact: GuestCheckedIn, plan: SeatingPlan) -> SeatingPlan:
    """Somebody who was excused and came after all."""
    guest = plan.guests.get(fact.originator_id)
    if guest is None or guest.excuse is None:
        return plan
    return replaced(plan, guests=plan.guests.set(guest.id, replaced(guest, excuse=None)))


@evolve.register
def _(fact: GroupCounted, plan: SeatingPlan) -> SeatingPlan:
    return replaced(plan, guests=recounted(fact, plan.guests))


@evolve.register
def _(fact: SeatingBegun, plan: SeatingPlan) -> SeatingPlan:
    return replaced(plan, version=fact.originator_version)


@evolve.register
def _(fact: HallAdopted, plan: SeatingPlan) -> SeatingPlan:
    unusable = frozenset(fact.unusable)
    sides = (fact.stairs, fact.lectern)
    hall = Hall(fact.name, tuple(fact.rows), fact.presidium, *sides, unusable)
    usable = set(hall_labels(fact.rows, fact.presidium)) - unusable
    reserve = tuple(seat for seat in plan.reserve if seat in usable)
    return replaced(seated(fact, plan), hall=hall, reserve=reserve)


@evolve.register
def _(fact: ReserveChosen, plan: SeatingPlan) -> SeatingPlan:
    return replaced(plan, reserve=tuple(fact.seats), version=fact.originator_version)
