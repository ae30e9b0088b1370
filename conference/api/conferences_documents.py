"""The list of conferences and one conference as JSON documents."""

from marshmallow import Schema, fields

from conference.api.door import Document, Local


class ListedSchema(Schema):
    id = fields.UUID()
    code = fields.String()
    title = fields.String()
    host = fields.String()
    held_on = fields.String(allow_none=True)
    venue = fields.String(allow_none=True)
    status = fields.String()


class ConferenceListSchema(Document):
    conferences = fields.List(fields.Nested(ListedSchema))


class ChairSchema(Schema):
    name = fields.String()
    post = fields.String()
    honorific = fields.String(allow_none=True)
    guest = fields.UUID(allow_none=True)


class TabledDocumentSchema(Schema):
    id = fields.UUID()
    title = fields.String()
    kind = fields.String()
    adopted_at = Local(allow_none=True)


class NoteSchema(Schema):
    id = fields.UUID()
    kind = fields.String()
    about = fields.String()
    text = fields.String()


class ConferenceSchema(Document):
    id = fields.UUID()
    code = fields.String()
    title = fields.String()
    kind = fields.String()
    host = fields.String()
    held_on = fields.String(allow_none=True)
    time_zone = fields.String()
    reporting_year = fields.Integer(allow_none=True)
    plan_year = fields.Integer(allow_none=True)
    venue = fields.String(allow_none=True)
    address = fields.String(allow_none=True)
    hall_from_at = Local(allow_none=True)
    hall_until_at = Local(allow_none=True)
    chair = fields.Nested(ChairSchema, allow_none=True)
    theme = fields.String(allow_none=True)
    status = fields.String()
    documents = fields.List(fields.Nested(TabledDocumentSchema))
    movement = fields.String(allow_none=True)
    launched_at = Local(allow_none=True)
    published_at = Local(allow_none=True)
    opened_at = Local(allow_none=True)
    closed_at = Local(allow_none=True)
    offset_s = fields.Integer(metadata={"description": "playing clock; 0 is the real one"})
    introduction_depth = fields.Integer()
    roll_call = fields.String(
        allow_none=True, metadata={"description": "{summoned}, {present}, {absent}: the figures"}
    )
    notes = fields.List(fields.Nested(NoteSchema))
