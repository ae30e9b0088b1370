"""The speeches as a JSON document: states, texts, minutes against the budget, what to look at."""

from marshmallow import Schema, fields

from conference import gate
from conference.api.door import Document, Local
from conference.rules.speech_files import KINDS
from projections.speech_list import STATES, WARNINGS, Row

MAYBE = {"type": ["string", "null"], "description": "the organizer's only"}


class TextSchema(Schema):
    """One version of a text. `state` is that of its last verdict."""

    version = fields.Integer(attribute="number")
    kind = fields.String(metadata={"enum": list(KINDS)})
    file = fields.String()
    size = fields.Integer(metadata={"description": "bytes"})
    sha256 = fields.String()
    at = Local()
    state = fields.String(metadata={"enum": ["received", "approved", "sent-back"]})
    remark = fields.Function(
        lambda text: text.verdict.remark if text.verdict else None,
        metadata={"type": ["string", "null"]},
    )


class SpeechSchema(Schema):
    """A speech as who asks may see it: the draft is its organisers' only.
    `version` is what its writes expect."""

    id = fields.UUID()
    version = fields.Integer()
    unit = fields.String()
    title = fields.String(allow_none=True)
    speaker = fields.String(attribute="speaker.0", allow_none=True)
    speaker_post = fields.String(attribute="speaker.1", allow_none=True)
    theme = fields.String(allow_none=True)
    contact = fields.Function(lambda row: own(row, "contact"), metadata=MAYBE)
    email = fields.Function(lambda row: own(row, "email"), metadata=MAYBE)
    speaker_email = fields.Function(lambda row: own(row, "speaker_email"), metadata=MAYBE)
    guest = fields.UUID(attribute="guest.id", allow_none=True, dump_default=None)
    state = fields.String(metadata={"enum": list(STATES)})
    minutes = fields.Integer()
    starts_at = Local(attribute="item.starts_at", allow_none=True, dump_default=None)
    texts = fields.Function(
        lambda row: TextSchema(many=True).dump(row.speech.texts if row.speech else ()),
        metadata={"type": "array", "items": {"type": "object"}},
    )
    warnings = fields.List(fields.String(metadata={"enum": list(WARNINGS)}))


class SpeechesSchema(Document):
    """`budget` is null while nobody has said how many minutes the speeches may take together."""

    minutes = fields.Integer()
    budget = fields.Integer(allow_none=True)
    speeches = fields.List(fields.Nested(SpeechSchema), attribute="rows")


def own(row: Row, name: str) -> str | None:
    """Whom one reaches, and where, is for who may read what is personal."""
    return getattr(row.speech, name) if row.speech and gate.allowed("read_personal") else None
