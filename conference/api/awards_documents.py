"""Instruments, settings, and the run-sheet as JSON documents."""

from marshmallow import Schema, fields

from conference.api.door import Document, Local


class AwardLineSchema(Schema):
    id = fields.UUID()
    number = fields.Integer()
    name = fields.String()
    kind = fields.String()
    award = fields.String()
    placing = fields.Integer(allow_none=True)
    year = fields.Integer(allow_none=True)
    reason = fields.String(allow_none=True)
    guest = fields.UUID(allow_none=True)
    representative = fields.String(allow_none=True)
    presented_at = Local(allow_none=True)
    presenter = fields.String(allow_none=True)
    receiver = fields.String(allow_none=True)


class InstrumentSchema(Schema):
    id = fields.UUID()
    kind = fields.String(metadata={"enum": ["decision", "proposal"]})
    title = fields.String()
    number = fields.String(allow_none=True)
    dated_on = fields.String(allow_none=True)
    level = fields.String()
    signatory = fields.String(allow_none=True)
    announcer = fields.String()
    stated_count = fields.Integer(allow_none=True)
    presentable = fields.Boolean()
    announced_at = Local(allow_none=True)
    lines = fields.List(fields.Nested(AwardLineSchema))


class SettingsSchema(Schema):
    preset = fields.String()
    direction = fields.String()
    capacity = fields.Integer()
    entry = fields.Function(lambda settings: dict(settings.entry), metadata={"type": "object"})


class AwardsSchema(Document):
    instruments = fields.List(fields.Nested(InstrumentSchema))
    settings = fields.Nested(SettingsSchema)
    presentable = fields.Integer()


class RecipientSchema(Schema):
    line = fields.UUID()
    number = fields.Integer()
    name = fields.String()
    kind = fields.String()
    stage_position = fields.Integer()
    seat = fields.String(allow_none=True)
    state = fields.String()
    representative = fields.String(allow_none=True)


class TurnSchema(Schema):
    number = fields.Integer()
    instrument = fields.UUID()
    award = fields.String()
    placing = fields.Integer(allow_none=True)
    recipients_enter = fields.String(metadata={"enum": ["before", "after"]})
    starts_at = Local(allow_none=True)
    seconds = fields.Integer()
    recipients = fields.List(fields.Nested(RecipientSchema))


class AnnouncementSchema(Schema):
    instrument = fields.UUID()
    kind = fields.String()
    title = fields.String()
    number = fields.String(allow_none=True)
    award = fields.String()
    placing = fields.Integer(allow_none=True)
    count = fields.Integer()
    announcer = fields.String()
    presentable = fields.Boolean()
    announced_at = Local(allow_none=True)


class RunSheetSchema(Document):
    turns = fields.List(fields.Nested(TurnSchema))
    announcements = fields.List(fields.Nested(AnnouncementSchema))


class MissingRecipientSchema(Schema):
    turn = fields.Integer()
    position = fields.Integer()
    line = fields.UUID()
    recipient = fields.String(metadata={"description": "as the decision names it"})
    guest = fields.UUID(allow_none=True)
    honorific = fields.String(allow_none=True)
    name = fields.String(allow_none=True, metadata={"description": "of who comes for it"})
    post = fields.String(allow_none=True)
    body = fields.String(allow_none=True)
    answer = fields.String()
    state = fields.String()
    reason = fields.String(allow_none=True)
    seat = fields.String(allow_none=True)


class MissingSchema(Document):
    recipients = fields.List(fields.Nested(MissingRecipientSchema))
