"""The agenda as a JSON document: items, what they take of the hall's time, what to look at."""

from marshmallow import Schema, fields

from conference.api.door import Document, Local
from conference.language import sentence


class TakeSchema(Schema):
    started_at = Local()
    finished_at = Local(allow_none=True)


class AgendaItemSchema(Schema):
    id = fields.UUID()
    number = fields.Integer()
    kind = fields.String()
    title = fields.String()
    unit = fields.String(allow_none=True)
    speaker = fields.String(allow_none=True)
    speaker_post = fields.String(allow_none=True)
    owner = fields.String(allow_none=True)
    guest = fields.UUID(allow_none=True)
    note = fields.String(allow_none=True)
    starts_at = Local(allow_none=True)
    minutes = fields.Integer()
    allotted = fields.Integer(allow_none=True)
    skipped = fields.String(allow_none=True)
    fixed_start = Local(allow_none=True)
    gap_minutes = fields.Integer()
    state = fields.String()
    started_at = Local(allow_none=True)
    finished_at = Local(allow_none=True)
    takes = fields.List(fields.Nested(TakeSchema))


class ReleaseSchema(Schema):
    number = fields.Integer()
    at = Local()
    note = fields.String(allow_none=True)


class BudgetSchema(Schema):
    """Whole minutes; `booked` null while nobody knows from when to when the hall is there."""

    planned = fields.Integer()
    gaps = fields.Integer()
    booked = fields.Integer(allow_none=True)
    late = fields.Integer()
    early = fields.Integer()
    state = fields.String(metadata={"enum": ["unbooked", "fits", "tight", "over"]})


class AgendaWarningSchema(Schema):
    """One finding: where it is mended, and a sentence in the language of Accept-Language."""

    code = fields.String()
    item = fields.UUID(allow_none=True)
    guest = fields.UUID(allow_none=True)
    message = fields.Function(lambda one: sentence(f"agenda-warning-text.{one.code}", **one.facts))


class AgendaSchema(Document):
    """A draft, its warnings too, is its organisers' only: others read the last release."""

    released = fields.Nested(ReleaseSchema, allow_none=True)
    starts_at = Local(allow_none=True)
    ends_at = Local(allow_none=True)
    minutes = fields.Integer()
    items = fields.List(fields.Nested(AgendaItemSchema))
    budget = fields.Nested(BudgetSchema)
    warnings = fields.List(fields.Nested(AgendaWarningSchema))
