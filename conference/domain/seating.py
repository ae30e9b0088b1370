"""The seating: the hall and who sits where; one aggregate, since a seat never has two guests."""

from collections.abc import Sequence
from typing import ClassVar, Self
from uuid import UUID

from conference.domain.seating_reserve import Reserving, Sitting
from conference.errors import Refused
from conference.rules.seats import SIDES, STAGE, hall_labels
from events.base import Fact, Stamp
from events.seating import (
    HallAdopted,
    HallRow,
    SeatingAccepted,
    SeatingBegun,
    SeatPinned,
    SeatsSwapped,
    SeatTaken,
    SeatUnpinned,
    SeatVacated,
)

MOST_ROWS = 200
"""Rows of a hall: four times the largest provincial hall's (issue of the seating)."""

MOST_SEATS = 200
"""Seats of one row (issue of the seating)."""

MOST_PRESIDIUM = 60
"""Seats on the stage: three full rows of the widest presidium seen (own choice)."""


class Seating(Reserving):
    TOPIC: ClassVar[str] = "seating"

    def __init__(self, conference_id: UUID) -> None:
        super().__init__(conference_id)

    @classmethod
    def begin_for(cls, stamp: Stamp, conference_id: UUID) -> Self:
        id = cls.id_of(conference_id)
        return cls.begin(SeatingBegun, stamp, id=id, conference_id=conference_id)

    def adopt_hall(
        self,
        stamp: Stamp,
        *,
        name: str,
        rows: Sequence[HallRow],
        presidium: int,
        stairs: str,
        lectern: str,
        unusable: Sequence[str],
    ) -> None:
        """The hall from now on; whoever sits where there is no usable seat any more loses it."""
        check_hall(rows, presidium, stairs, lectern, unusable)
        hall = {"name": name, "rows": [HallRow(**row) for row in rows], "presidium": presidium}
        hall |= {"stairs": stairs, "lectern": lectern, "unusable": sorted(set(unusable))}
        if hall != self.hall:
            self.record(HallAdopted, stamp, **hall)

    def accept_seating(self, stamp: Stamp, *, seats: Sequence[SeatTaken], seed: int) -> None:
        """Everybody sits as proposed. Pinned seats that the proposal does not name stay as they
        are, so the fact holds the whole seating."""
        self._check_proposal(seats)
        named = {taken["seat"] for taken in seats}
        kept = [
            SeatTaken(seat=seat, guest=now.guest, reason=now.reason)
            for seat, now in self.sitting.items()
            if now.pinned and seat not in named
        ]
        whole = [*seats, *kept]
        now = {seat: (one.guest, one.reason) for seat, one in self.sitting.items()}
        if now != {taken["seat"]: (taken["guest"], taken["reason"]) for taken in whole}:
            self.record(SeatingAccepted, stamp, seats=whole, seed=seed)

    def pin_seat(self, stamp: Stamp, seat: str, guest: UUID, reason: str) -> None:
        """The guest gets this seat, moving from another if need be, and keeps it."""
        self._usable(seat)
        now = self.sitting.get(seat)
        if now and now.guest != guest:
            raise Refused("seating.seat-taken", seat=seat)
        if now and now.pinned:
            return
        elsewhere = self.seat_of(guest)
        if elsewhere and self.sitting[elsewhere].pinned:
            raise Refused("seating.guest-pinned", seat=elsewhere)
        self.record(SeatPinned, stamp, seat=seat, guest=guest, reason=reason)

    def unpin_seat(self, stamp: Stamp, seat: str) -> None:
        self._usable(seat)
        if seat in self.sitting and self.sitting[seat].pinned:
            self.record(SeatUnpinned, stamp, seat=seat)

    def swap_seats(self, stamp: Stamp, seat: str, other: str) -> None:
        """The guests of two seats change places; with an empty seat, one moves there."""
        for label in (seat, other):
            self._usable(label)
            if label in self.sitting and self.sitting[label].pinned:
                raise Refused("seating.seat-pinned", seat=label)
        if seat != other and (seat in self.sitting or other in self.sitting):
            self.record(SeatsSwapped, stamp, seat=seat, other=other)

    def vacate_seat(self, stamp: Stamp, seat: str, reason: str) -> None:
        """Nobody sits there any more, pinned or not."""
        self._usable(seat)
        if seat in self.sitting:
            self.record(SeatVacated, stamp, seat=seat, reason=reason)

    def _check_proposal(self, seats: Sequence[SeatTaken]) -> None:
        labels: set[str] = set()
        guests: set[UUID] = set()
        pins = {now.guest: seat for seat, now in self.sitting.items() if now.pinned}
        for taken in seats:
            seat, guest = taken["seat"], taken["guest"]
            self._usable(seat)
            if seat in labels:
                raise Refused("seating.seat-twice", seat=seat)
            if guest in guests:
                raise Refused("seating.guest-twice", seat=seat)
            held = self.sitting.get(seat)
            if pins.get(guest, seat) != seat or (held and held.pinned and held.guest != guest):
                raise Refused("seating.pin-lost", seat=pins.get(guest, seat))
            labels.add(seat)
            guests.add(guest)

    def assign(self, fact: Fact) -> None:
        match fact:
            case HallAdopted():
                names = ("name", "rows", "presidium", "stairs", "lectern", "unusable")
                self.hall = {name: getattr(fact, name) for name in names}
                self.usable = usable_seats(fact.rows, fact.presidium, fact.unusable)
                self.sitting = {s: now for s, now in self.sitting.items() if s in self.usable}
                self.reserve = tuple(seat for seat in self.reserve if seat in self.usable)
            case SeatingAccepted():
                pins = {seat for seat, now in self.sitting.items() if now.pinned}
                self.sitting = {
                    taken["seat"]: Sitting(taken["guest"], taken["reason"], taken["seat"] in pins)
                    for taken in fact.seats
                }
            case SeatPinned():
                self.sitting.pop(self.seat_of(fact.guest) or fact.seat, None)
                self.sitting[fact.seat] = Sitting(fact.guest, "pinned", pinned=True)
            case SeatUnpinned():
                now = self.sitting[fact.seat]
                self.sitting[fact.seat] = Sitting(now.guest, now.reason)
            case SeatsSwapped():
                self._swap(fact.seat, fact.other)
            case SeatVacated():
                del self.sitting[fact.seat]
            case _:
                self.keep(fact)

    def _swap(self, seat: str, other: str) -> None:
        pair = {other: self.sitting.pop(seat, None), seat: self.sitting.pop(other, None)}
        for label, now in pair.items():
            if now:
                self.sitting[label] = Sitting(now.guest, "swapped")


def usable_seats(
    rows: Sequence[HallRow], presidium: int, unusable: Sequence[str]
) -> frozenset[str]:
    return frozenset(hall_labels(rows, presidium)) - set(unusable)


def check_hall(
    rows: Sequence[HallRow], presidium: int, stairs: str, lectern: str, unusable: Sequence[str]
) -> None:
    """Refuse a hall that nobody could build or whose labels do not tell its seats apart."""
    if not 1 <= len(rows) <= MOST_ROWS:
        raise Refused("seating.rows", most=MOST_ROWS)
    if not 0 <= presidium <= MOST_PRESIDIUM:
        raise Refused("seating.presidium", most=MOST_PRESIDIUM)
    if stairs not in SIDES or lectern not in SIDES:
        raise Refused("seating.side")
    for row in rows:
        check_row(row)
    labels = hall_labels(rows, presidium)
    if len({row["label"] for row in rows}) < len(rows) or len(set(labels)) < len(labels):
        raise Refused("seating.row-twice")
    if unknown := sorted(set(unusable) - set(labels)):
        raise Refused("seating.unusable-unknown", seat=unknown[0])


def check_row(row: HallRow) -> None:
    if row["label"] == STAGE or not row["label"].isalnum():
        raise Refused("seating.row-label", row=row["label"])
    if not 1 <= row["seats"] <= MOST_SEATS:
        raise Refused("seating.row-seats", row=row["label"], most=MOST_SEATS)
    aisles = row["aisles"]
    if aisles != sorted(set(aisles)) or any(not 1 <= a < row["seats"] for a in aisles):
        raise Refused("seating.aisle", row=row["label"])
