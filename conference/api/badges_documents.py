"""Badges and name tents as a JSON document."""

from marshmallow import Schema, fields

from conference.api.door import Document, Local
from conference.rules.badge_sizes import SIZES


class DueSchema(Schema):
    guest = fields.UUID()
    state = fields.String(metadata={"enum": ["due", "changed"]})


class TentPrintingSchema(Schema):
    id = fields.UUID()
    at = Local()
    by = fields.UUID()
    position = fields.Integer(metadata={"description": "of the log, from which it was drawn"})
    guests = fields.List(fields.UUID())


class PrintingSchema(TentPrintingSchema):
    size = fields.String(metadata={"enum": list(SIZES)})


class BadgesSchema(Document):
    size = fields.String(metadata={"description": "what was chosen last"})
    due = fields.List(fields.Nested(DueSchema))
    printings = fields.List(fields.Nested(PrintingSchema))
    tents_due = fields.List(fields.Nested(DueSchema))
    tent_printings = fields.List(fields.Nested(TentPrintingSchema))
