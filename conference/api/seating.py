"""The seating as JSON: hall, seats with their reasons, a proposal, and the commands."""

from collections.abc import Mapping
from typing import Any

from flask import Response, jsonify
from marshmallow import Schema, fields

from conference import gate
from conference.api.door import REFUSALS, Document, Problem, noun, place, read, write
from conference.commands.seating import (
    AcceptSeating,
    AdoptHall,
    PinSeat,
    ProposeSeating,
    SwapSeats,
    UnpinSeat,
    VacateSeat,
    accept_seating,
    adopt_hall,
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


class HallRowSchema(Schema):
    label = fields.String()
    seats = fields.Integer()
    aisles = fields.List(fields.Integer())


class HallSchema(Schema):
    name = fields.String()
    rows = fields.List(fields.Nested(HallRowSchema))
    presidium = fields.Integer()
    stairs = fields.String()
    lectern = fields.String()
    unusable = fields.Function(lambda hall: sorted(hall.unusable))


class SeatedGuestSchema(Schema):
    """Who sits there: the substitute where there is one."""

    id = fields.UUID()
    name = fields.String(attribute="coming", allow_none=True)
    post = fields.Function(lambda guest: (guest.substitute or guest).post)
    body = fields.String(allow_none=True)
    group = fields.String()
    answer = fields.String()


class SeatSchema(Schema):
    label = fields.String()
    row = fields.String()
    number = fields.Integer()
    usable = fields.Boolean()
    guest = fields.Nested(SeatedGuestSchema, allow_none=True)
    freed = fields.Nested(SeatedGuestSchema, allow_none=True)
    reason = fields.String(allow_none=True)
    pinned = fields.Boolean()
    note = fields.String()


class UnseatedSchema(Schema):
    guest = fields.Nested(SeatedGuestSchema)
    reason = fields.String()


class SeatAttentionSchema(Schema):
    code = fields.String()
    seat = fields.String()
    guest = fields.Nested(SeatedGuestSchema)


class SeatingSchema(Document):
    version = fields.Integer()
    hall = fields.Nested(HallSchema, allow_none=True)
    seats = fields.List(fields.Nested(SeatSchema))
    unseated = fields.List(fields.Nested(UnseatedSchema))
    warnings = fields.List(fields.Nested(SeatAttentionSchema))


class PlacementSchema(Schema):
    seat = fields.String()
    guest = fields.UUID()
    reason = fields.String()


class LeftOutSchema(Schema):
    guest = fields.UUID()
    reason = fields.String()


class SeatingProposalSchema(Document):
    """`seats` and `seed` are what the acceptance takes, with the `version` as If-Match."""

    version = fields.Integer()
    seed = fields.Integer()
    seats = fields.List(fields.Nested(PlacementSchema))
    unseated = fields.List(fields.Nested(LeftOutSchema))


def version(shelf: Shelf, ids: Mapping[str, Any]) -> int:
    return shelf.seating_plan.version


def proposal(asked: dict[str, Any], **ids: Any) -> Response:
    """What the planner proposes now; nothing is recorded by asking."""
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
    pages.arguments(ProposeSeating, location="query")(proposal)
)
for status in (401, 403, 404, 409, 422):
    described = pages.alt_response(status, schema=Problem, description=REFUSALS[status])(described)
place(pages, f"{SEATING}/proposal", "GET", "propose_seating", "propose_seating", described)
write(pages, f"{SEATING}/hall", AdoptHall, adopt_hall, version=version)
write(pages, f"{SEATING}/acceptance", AcceptSeating, accept, version=version)
write(pages, f"{SEAT}/pin", PinSeat, pin, version=version)
write(pages, f"{SEAT}/release", UnpinSeat, unpin_seat, version=version)
write(pages, f"{SEAT}/exchange", SwapSeats, swap_seats, version=version)
write(pages, f"{SEAT}/vacancy", VacateSeat, vacate_seat, version=version)
