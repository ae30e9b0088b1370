"""The hall, its seats, and a proposal as JSON documents."""

from marshmallow import Schema, fields

from conference.api.door import Document


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
    reserve = fields.List(fields.String())


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
