"""The plan of the awards as a JSON document: turns, who hands over, what they need, the lock."""

from marshmallow import Schema, fields

from conference.api.awards_documents import SettingsSchema
from conference.api.door import Document, Local


class PlacedSchema(Schema):
    line = fields.UUID()
    number = fields.Integer(metadata={"description": "in the instrument"})
    name = fields.String()
    kind = fields.String()
    stage_position = fields.Integer(metadata={"description": "in the order of calling, from 1"})
    seat = fields.String(allow_none=True)
    state = fields.String()
    guest = fields.UUID(allow_none=True)
    representative = fields.String(allow_none=True)
    relation = fields.String(allow_none=True)
    phonetic = fields.String(allow_none=True)
    readiness = fields.String(allow_none=True)
    presenter = fields.String(allow_none=True)


class HandingSchema(Schema):
    guest = fields.UUID(allow_none=True, attribute="presenter.guest")
    name = fields.String(attribute="presenter.name")
    post = fields.String(allow_none=True, attribute="presenter.post")
    first = fields.Integer()
    last = fields.Integer()


class PresenterSchema(Schema):
    guest = fields.UUID(allow_none=True)
    name = fields.String()
    post = fields.String(allow_none=True)


class NeedsSchema(Schema):
    """What was said of a turn; null where it is as the rules have it."""

    side = fields.String(allow_none=True)
    servers = fields.Integer(allow_none=True)
    bouquets = fields.Integer(allow_none=True)
    music = fields.String(allow_none=True)
    photo_s = fields.Integer(allow_none=True)
    seconds = fields.Integer(allow_none=True)
    note = fields.String(allow_none=True)


class PlannedTurnSchema(Schema):
    id = fields.UUID()
    number = fields.Integer()
    instrument = fields.UUID()
    award = fields.String()
    placing = fields.Integer(allow_none=True)
    first = fields.Integer()
    last = fields.Integer()
    of = fields.Integer()
    recipients_enter = fields.String(metadata={"enum": ["before", "after"]})
    side = fields.String(metadata={"enum": ["left", "right"], "description": "from the hall"})
    mirrored = fields.Boolean()
    loose = fields.Boolean()
    recipients = fields.List(fields.Nested(PlacedSchema))
    standing = fields.Pluck(PlacedSchema, "line", many=True)
    tray = fields.Function(
        lambda turn: [str(one.line) for one in turn.standing],
        metadata={"type": "array", "items": {"type": "string", "format": "uuid"}},
    )
    objects = fields.Function(
        lambda turn: [
            {"kind": kind, "count": count, "carried": how} for kind, count, how in turn.objects
        ],
        metadata={"type": "array", "items": {"type": "object"}},
    )
    presenters = fields.List(fields.Nested(PresenterSchema), attribute="assigned")
    handings = fields.List(fields.Nested(HandingSchema))
    servers = fields.Integer()
    photo_s = fields.Integer()
    needs = fields.Nested(NeedsSchema)
    seconds = fields.Integer()
    starts_at = Local(allow_none=True)


class LockSchema(Schema):
    locked = fields.Boolean()
    number = fields.Integer(attribute="locks", metadata={"description": "0: never locked"})
    locked_at = Local(allow_none=True)
    amended = fields.List(fields.String(), metadata={"description": "reasons since the lock"})


class LateSchema(Schema):
    closes_minutes = fields.Integer()
    before_start = fields.String()
    after_start = fields.String()


class PlanRulesSchema(SettingsSchema):
    own = fields.List(fields.String(), metadata={"description": "awards, the highest first"})
    split = fields.String()
    within = fields.String()
    side = fields.String()
    proxies = fields.Boolean()
    turn_s = fields.Integer()
    recipient_s = fields.Integer()
    witness = fields.String(allow_none=True)


class PlanSchema(Document):
    settings = fields.Nested(PlanRulesSchema)
    late = fields.Nested(LateSchema)
    lock = fields.Nested(LockSchema)
    off_stage = fields.List(fields.UUID(), metadata={"description": "lines announced alone"})
    turns = fields.List(fields.Nested(PlannedTurnSchema))
