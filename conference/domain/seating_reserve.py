"""The reserve, a trait of the seating: seats that wait for who comes without an invitation."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from conference.domain.base import Noun
from conference.errors import NotFound, Refused
from events.base import Fact, Stamp
from events.seating import ReserveChosen, ReserveSeatGiven


@dataclass(frozen=True)
class Sitting:
    """A guest on a seat: why, and whether the planner has to leave it so."""

    guest: UUID
    reason: str
    pinned: bool = False


class Reserving(Noun):
    """What a seating needs to know of its seats to give one away."""

    def __init__(self, conference_id: UUID) -> None:
        self.conference_id = conference_id
        self.hall: dict[str, Any] | None = None
        self.usable: frozenset[str] = frozenset()
        self.sitting: dict[str, Sitting] = {}
        self.reserve: tuple[str, ...] = ()
        """Seats for walk-ins, in the order in which they are given away."""

    def seat_of(self, guest: UUID) -> str | None:
        return next((seat for seat, now in self.sitting.items() if now.guest == guest), None)

    def choose_reserve(self, stamp: Stamp, seats: Sequence[str]) -> None:
        """The seats for walk-ins from now on; who sits on one of them keeps it."""
        for seat in seats:
            self._usable(seat)
        chosen = tuple(dict.fromkeys(seats))
        if chosen != self.reserve:
            self.record(ReserveChosen, stamp, seats=list(chosen))

    def give_reserve_seat(self, stamp: Stamp, guest: UUID) -> str | None:
        """The next free seat of the reserve for who has none; None where all are taken."""
        free = (seat for seat in self.reserve if seat not in self.sitting)
        seat = self.seat_of(guest) or next(free, None)
        if seat and seat not in self.sitting:
            self.record(ReserveSeatGiven, stamp, seat=seat, guest=guest)
        return seat

    def _usable(self, seat: str) -> None:
        if self.hall is None:
            raise Refused("seating.no-hall")
        if seat in self.hall["unusable"]:
            raise Refused("seating.seat-unusable", seat=seat)
        if seat not in self.usable:
            raise NotFound("seat", seat)

    def keep(self, fact: Fact) -> None:
        match fact:
            case ReserveChosen():
                self.reserve = tuple(fact.seats)
            case ReserveSeatGiven():
                self.sitting[fact.seat] = Sitting(fact.guest, "reserve", pinned=True)
