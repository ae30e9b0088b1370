"""The seating as JSON: hall, seats with their reasons, a proposal, and the commands."""

from collections.abc import Mapping
from typing import Any

from flask import Response, jsonify

from conference import gate
from conference.api.door import At, noun, place, read, refusing, write
from conference.api.seating_documents import SeatingProposalSchema, SeatingSchema
from conference.commands.seating import (
    AcceptSeating,
    AdoptHall,
    ChooseReserve,
    PinSeat,
    ProposeSeating,
    SwapSeats,
    UnpinSeat,
    VacateSeat,
    accept_seating,
    adopt_hall,
    choose_reserve,
    pin_seat,
    swap_seats,
    unpin_seat,
    vacate_seat,
)
from conference.seating_proposal import coming, compared
from projections.library import Shelf

pages = noun("seating", "The hall, who sits where and why, and what the planner proposes")

SEATING = "/conferences/<uuid:conference_id>/seating"
SEAT = f"{SEATING}/seats/<seat>"


def version(shelf: Shelf, ids: Mapping[str, Any]) -> int:
    return shelf.seating_plan.version


def proposal(at: dict[str, Any], asked: dict[str, Any], **ids: Any) -> Response:
    """What the planner proposes, now or for a past position; nothing is recorded by asking."""
    shelf = gate.shelf()
    made = compared(shelf, asked["seed"]).proposal
    left = [{"guest": guest, "reason": reason} for guest, reason in made.unseated]
    newest = shelf.seating_plan.version
    said = {"version": newest, "seed": made.seed, "seats": made.placements, "unseated": left}
    answer = jsonify({"position": shelf.position, **SeatingProposalSchema().dump(said)})
    answer.set_etag(str(newest))
    return answer


def accept(store: Any, stamp: Any, **said: Any) -> None:
    accept_seating(store, stamp, coming=coming(gate.shelf()), **said)


def pin(store: Any, stamp: Any, **said: Any) -> None:
    pin_seat(store, stamp, coming=coming(gate.shelf()), **said)


accept.__name__ = accept_seating.__name__
pin.__name__ = pin_seat.__name__

read(
    pages,
    SEATING,
    SeatingSchema,
    lambda shelf: shelf.seating_plan,
    act="read_seating_plan",
    version=version,
)
described = pages.response(200, SeatingProposalSchema)(
    pages.arguments(At(), location="query")(
        pages.arguments(ProposeSeating(), location="query")(proposal)
    )
)
described = refusing(pages, 401, 403, 404, 409, 422)(described)
place(pages, f"{SEATING}/proposal", "GET", "propose_seating", "propose_seating", described)
write(pages, f"{SEATING}/hall", AdoptHall, adopt_hall, version=version)
write(pages, f"{SEATING}/reserve", ChooseReserve, choose_reserve, version=version)
write(pages, f"{SEATING}/acceptance", AcceptSeating, accept, version=version)
write(pages, f"{SEAT}/pin", PinSeat, pin, version=version)
write(pages, f"{SEAT}/release", UnpinSeat, unpin_seat, version=version)
write(pages, f"{SEAT}/exchange", SwapSeats, swap_seats, version=version)
write(pages, f"{SEAT}/vacancy", VacateSeat, vacate_seat, version=version)
