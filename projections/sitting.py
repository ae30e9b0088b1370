"""Who sits on which seat, as the facts of the seating make it: shared by plan and run-sheet."""

from dataclasses import dataclass
from functools import singledispatch
from uuid import UUID

from immutables import Map

from conference.rules.seats import hall_labels
from events.base import Fact
from events.seating import (
    HallAdopted,
    ReserveSeatGiven,
    SeatingAccepted,
    SeatPinned,
    SeatsSwapped,
    SeatUnpinned,
    SeatVacated,
)


@dataclass(frozen=True)
class Sitting:
    """A guest on a seat. `reason` is a reason's code with its facts; `note` what was said when
    the seat was pinned."""

    guest: UUID
    reason: str
    pinned: bool = False
    note: str = ""


Sittings = Map[str, Sitting]
"""By the seat's label."""


def seat_of(sittings: Sittings, guest: UUID) -> str | None:
    return next((seat for seat, now in sittings.items() if now.guest == guest), None)


@singledispatch
def sat(fact: Fact, sittings: Sittings) -> Sittings:
    """The sittings after a fact; the same ones where it says nothing of them."""
    return sittings


@sat.register
def _(fact: HallAdopted, sittings: Sittings) -> Sittings:
    usable = set(hall_labels(fact.rows, fact.presidium)) - set(fact.unusable)
    return Map({seat: now for seat, now in sittings.items() if seat in usable})


@sat.register
def _(fact: SeatingAccepted, sittings: Sittings) -> Sittings:
    return Map(
        {taken["seat"]: accepted(sittings.get(taken["seat"]), **taken) for taken in fact.seats}
    )


def accepted(before: Sitting | None, seat: str, guest: UUID, reason: str) -> Sitting:
    """A pinned seat stays pinned: whoever accepts cannot give it to another."""
    if before and before.pinned:
        return Sitting(guest, reason, pinned=True, note=before.note)
    return Sitting(guest, reason)


@sat.register
def _(fact: SeatPinned, sittings: Sittings) -> Sittings:
    before = seat_of(sittings, fact.guest)
    rest = sittings.delete(before) if before else sittings
    return rest.set(fact.seat, Sitting(fact.guest, "pinned", pinned=True, note=fact.reason))


@sat.register
def _(fact: SeatUnpinned, sittings: Sittings) -> Sittings:
    now = sittings[fact.seat]
    return sittings.set(fact.seat, Sitting(now.guest, now.reason))


@sat.register
def _(fact: SeatsSwapped, sittings: Sittings) -> Sittings:
    one, two = sittings.get(fact.seat), sittings.get(fact.other)
    for seat, now in ((fact.seat, two), (fact.other, one)):
        if now is not None:
            sittings = sittings.set(seat, Sitting(now.guest, "swapped"))
        elif seat in sittings:
            sittings = sittings.delete(seat)
    return sittings


@sat.register
def _(fact: SeatVacated, sittings: Sittings) -> Sittings:
    return sittings.delete(fact.seat)


@sat.register
def _(fact: ReserveSeatGiven, sittings: Sittings) -> Sittings:
    return sittings.set(fact.seat, Sitting(fact.guest, "reserve", pinned=True))
