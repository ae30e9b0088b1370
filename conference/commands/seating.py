"""What may be asked of the seating: schema and function, pair by pair."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from conference.commands.fields import Asked, Choice, Id, Number, Text
from conference.commands.seating_fields import HallRows, SeatLabels, SeatsTaken
from conference.domain.seating import MOST_PRESIDIUM, Seating
from conference.errors import NotFound, Refused
from conference.rules.seats import SIDES
from conference.store import Store
from events.base import Stamp

Coming = Mapping[UUID, bool]
"""Every guest of the conference, and whether he or she is to be expected: the door reads it off
its shelf, since a seating of a thousand guests must not load a thousand aggregates."""


class AdoptHall(Asked):
    name = Text(required=True)
    rows = HallRows(required=True)
    presidium = Number(most=MOST_PRESIDIUM, load_default=0)
    stairs = Choice(SIDES, load_default="left")
    lectern = Choice(SIDES, load_default="right")
    unusable = SeatLabels(load_default=list)


def adopt_hall(
    store: Store, stamp: Stamp, *, conference_id: UUID, expecting: int | None = None, **said: Any
) -> None:
    """Adopt a hall; `said` holds the fields of AdoptHall."""
    id = Seating.id_of(conference_id)
    store.change(Seating, id, lambda s: s.adopt_hall(stamp, **said), expecting=expecting)


class ChooseReserve(Asked):
    seats = SeatLabels(load_default=list)


def choose_reserve(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    seats: list[str],
    expecting: int | None = None,
) -> None:
    """Keep these seats for walk-ins, in this order; without any, walk-ins get no seat."""
    id = Seating.id_of(conference_id)
    store.change(Seating, id, lambda s: s.choose_reserve(stamp, seats), expecting=expecting)


class ProposeSeating(Asked):
    seed = Number(load_default=1)


class AcceptSeating(Asked):
    seats = SeatsTaken(required=True)
    seed = Number(load_default=0)


def accept_seating(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    coming: Coming,
    seats: list[Any],
    seed: int,
    expecting: int | None = None,
) -> None:
    """Everybody sits as proposed; `seats` are SeatTaken."""
    for taken in seats:
        expect(coming, taken["guest"], taken["seat"])
    id = Seating.id_of(conference_id)
    store.change(
        Seating, id, lambda s: s.accept_seating(stamp, seats=seats, seed=seed), expecting=expecting
    )


class PinSeat(Asked):
    guest = Id(required=True)
    reason = Text(load_default=None, allow_none=True)


def pin_seat(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    coming: Coming,
    seat: str,
    guest: UUID,
    reason: str | None = None,
    expecting: int | None = None,
) -> None:
    expect(coming, guest, seat)
    id = Seating.id_of(conference_id)
    store.change(
        Seating, id, lambda s: s.pin_seat(stamp, seat, guest, reason or ""), expecting=expecting
    )


class UnpinSeat(Asked):
    pass


def unpin_seat(
    store: Store, stamp: Stamp, *, conference_id: UUID, seat: str, expecting: int | None = None
) -> None:
    id = Seating.id_of(conference_id)
    store.change(Seating, id, lambda s: s.unpin_seat(stamp, seat), expecting=expecting)


class SwapSeats(Asked):
    other = Text(required=True, longest=20)


def swap_seats(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    seat: str,
    other: str,
    expecting: int | None = None,
) -> None:
    id = Seating.id_of(conference_id)
    store.change(Seating, id, lambda s: s.swap_seats(stamp, seat, other), expecting=expecting)


class VacateSeat(Asked):
    reason = Text(load_default=None, allow_none=True)


def vacate_seat(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    seat: str,
    reason: str | None = None,
    expecting: int | None = None,
) -> None:
    id = Seating.id_of(conference_id)
    store.change(
        Seating, id, lambda s: s.vacate_seat(stamp, seat, reason or ""), expecting=expecting
    )


def expect(coming: Coming, guest: UUID, seat: str) -> None:
    """Refuse a guest of another conference, and one who declined or was withdrawn."""
    if guest not in coming:
        raise NotFound("guest", guest)
    if not coming[guest]:
        raise Refused("seating.guest-not-coming", seat=seat)
