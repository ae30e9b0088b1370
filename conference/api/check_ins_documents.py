"""What the door for scanners answers, field by field."""

from marshmallow import Schema, fields

from conference.api.door import Document
from conference.api.guests_documents import FirstSchema, GuestSchema
from conference.rules.verdict import WORDS

OF_VERDICTS = (
    "always with status 200; closed: after the closing, where one of before is decided as ever; "
    "contested: a supervisor decides on it"
)


class ScannedGuestSchema(GuestSchema):
    """The guest, and the place on stage of one who receives an award."""

    turn = fields.Integer(allow_none=True)
    position = fields.Integer(allow_none=True)


class AnswerSchema(Schema):
    """One verdict, of a scan, a walk-in or a reversal. `code` names the refusal of an entry of a
    backlog that could not be decided."""

    scan_id = fields.String()
    verdict = fields.String(
        allow_none=True, metadata={"enum": [*WORDS, None], "description": OF_VERDICTS}
    )
    code = fields.String()
    guest = fields.Nested(ScannedGuestSchema, allow_none=True)
    seat = fields.String(allow_none=True)
    first = fields.Nested(FirstSchema, allow_none=True)


class CheckedInSchema(AnswerSchema):
    """The answer to one scan, or `answers` in the order of the backlog."""

    position = fields.Integer(required=True)
    answers = fields.List(fields.Nested(AnswerSchema))


class InvitationSchema(GuestSchema):
    """A guest with the door code of the present revision."""

    revision = fields.Integer()
    token = fields.String()


class InvitationsSchema(Document):
    invitations = fields.List(fields.Nested(InvitationSchema))
