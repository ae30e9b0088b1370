"""Guests, attendance and introductions as JSON documents."""

from marshmallow import Schema, fields

from conference.api.door import Document, Local, Written


class GuestSchema(Schema):
    id = fields.UUID()
    rank = fields.Integer(metadata={"description": "place in the order of precedence"})
    kind = fields.String()
    name = fields.String(allow_none=True)
    honorific = fields.String(allow_none=True)
    post = fields.String(allow_none=True)
    body = fields.String(allow_none=True)
    group = fields.String()
    number = fields.Integer()
    of = fields.Integer()
    bloc = fields.String()
    answer = fields.String()
    state = fields.String()
    substitute = fields.String(allow_none=True)
    entered_at = Local(allow_none=True)
    door = fields.String()
    seat = fields.String(allow_none=True)
    site = fields.String()
    vip = fields.Boolean()
    version = fields.Integer()
    phone = fields.String(metadata={"description": "the organizer's only"})
    email = fields.String(metadata={"description": "the organizer's only"})
    birth_date = fields.String(metadata={"description": "the organizer's only"})


class GuestListSchema(Document):
    guests = fields.List(fields.Nested(GuestSchema))


class FiguresSchema(Schema):
    invited = fields.Integer(metadata={"description": "expected, and who walked in"})
    present = fields.Integer(metadata={"description": "in the hall, and who walked in"})
    excused = fields.Integer(metadata={"description": "absent with a reason, decliners too"})
    absent = fields.Integer(metadata={"description": "summoned who have not come"})
    summoned = fields.Integer(metadata={"description": "as invited, decliners too"})
    came = fields.Integer(metadata={"description": "in the hall of those summoned"})
    walked_in = fields.Integer(metadata={"description": "in the hall without an invitation"})


class CountSchema(FiguresSchema):
    group = fields.String()


class DoorSchema(Schema):
    door = fields.String(metadata={"description": "empty where no door was named"})
    count = fields.Integer()


class MinuteSchema(Schema):
    at = Local()
    count = fields.Integer()
    present = fields.Integer(metadata={"description": "in the hall after this minute"})


class AttendanceSchema(Document, FiguresSchema):
    groups = fields.List(fields.Nested(CountSchema))
    sites = fields.List(fields.Nested(CountSchema))
    doors = fields.List(fields.Nested(DoorSchema))
    minutes = fields.List(fields.Nested(MinuteSchema))
    sentence = fields.String(metadata={"description": "the roll call as the MC reads it"})


class IntroductionSchema(Schema):
    rank = fields.Integer()
    by = fields.String(metadata={"enum": ["person", "group"]})
    name = fields.String(allow_none=True)
    honorific = fields.String(allow_none=True)
    post = fields.String(allow_none=True)
    body = fields.String(allow_none=True)
    group = fields.String()
    count = fields.Integer()
    present = fields.Integer()
    reason = fields.String()
    guest = fields.UUID(allow_none=True)
    state = fields.String()


class ReadNowSchema(IntroductionSchema):
    number = fields.Integer(
        allow_none=True, metadata={"description": "null where nobody of the line is here"}
    )


class IntroductionsSchema(Document):
    depth = fields.Integer()
    introductions = fields.List(fields.Nested(IntroductionSchema))
    now = fields.List(fields.Nested(ReadNowSchema))


class FirstSchema(Schema):
    """When and where the guest came in first. `time_doubted`: the door's clock was wrong."""

    at = Local()
    door = fields.String()
    device = fields.String()
    time_doubted = fields.Boolean()


class EnteredSchema(Written):
    """The answer to a check-in: of a guest who was in already, the same as the first time."""

    first = fields.Nested(FirstSchema, allow_none=True)
