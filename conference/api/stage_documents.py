"""The ceremony as a JSON document: the cue that is on, every turn with its row."""

from collections.abc import Callable
from typing import Any

from marshmallow import Schema, fields

from conference.api.door import Document, Local
from conference.stage_desk_crew import CODES, Verdict
from projections.ceremony_wings import Due


class PlaceSchema(Schema):
    line = fields.UUID()
    position = fields.Integer()
    name = fields.String()
    phonetic = fields.String(allow_none=True)
    receiver = fields.String(allow_none=True)
    relation = fields.String(allow_none=True)
    presenter = fields.String(allow_none=True)
    gap = fields.Boolean(metadata={"description": "the place is kept, nobody is called for it"})


class LiveTurnSchema(Schema):
    id = fields.UUID()
    number = fields.Function(
        lambda live: live.turn.number,
        metadata={"type": "integer", "description": "0 for a turn at the end"},
    )
    instrument = fields.Function(
        lambda live: str(live.turn.instrument), metadata={"type": "string", "format": "uuid"}
    )
    award = fields.Function(lambda live: live.turn.award, metadata={"type": "string"})
    stands = fields.String(metadata={"enum": ["waiting", "on_stage", "done"]})
    closed_up = fields.Boolean()
    places = fields.List(
        fields.Nested(PlaceSchema), metadata={"description": "in the order of calling"}
    )
    standing = fields.List(
        fields.Nested(PlaceSchema),
        metadata={"description": "from left to right, seen from the hall; the trays lie the same"},
    )
    states = fields.Function(
        lambda live: {str(line): state for line, state in live.states.items()},
        metadata={"type": "object", "additionalProperties": {"type": "string"}},
    )


def of_due(read: Callable[[Due], Any]) -> Callable[[Verdict], Any]:
    """What a verdict says of where the recipient belongs; null where nobody does."""
    return lambda verdict: read(verdict.due) if verdict.due and verdict.due.live else None


class AtWingsSchema(Schema):
    """A door code that was shown at the wings: always with status 200, whatever it comes to."""

    code = fields.String(metadata={"enum": list(CODES)})
    tone = fields.String(metadata={"enum": ["good", "wait", "stop"]})
    name = fields.String(allow_none=True)
    line = fields.Function(
        of_due(lambda due: str(due.line)), metadata={"type": "string", "format": "uuid"}
    )
    turn = fields.Function(
        of_due(lambda due: due.live and due.live.turn.number),
        metadata={"type": "integer", "description": "0 for a turn at the end"},
    )
    place = fields.Function(
        of_due(lambda due: due.place and due.place.position),
        metadata={"type": "integer", "description": "in the row, as planned"},
    )
    awaited = fields.Function(
        of_due(lambda due: list(due.awaited)),
        metadata={
            "type": "array",
            "items": {"type": "integer"},
            "description": "places in front whose recipients are not in the wings yet",
        },
    )
    position = fields.Integer(metadata={"description": "position of the log"})


class CueSchema(Schema):
    key = fields.String()
    kind = fields.String(metadata={"enum": ["reading", "call", "handover", "photo", "clear"]})
    turn = fields.UUID(allow_none=True)
    instrument = fields.UUID()


class CeremonySchema(Document):
    run = fields.Function(
        lambda ceremony: ceremony.number,
        metadata={"type": "integer", "description": "0 is the ceremony, others are rehearsals"},
    )
    hall = fields.String(
        metadata={"enum": ["covered", "masked", "announced", "recipients", "photo", "clear"]}
    )
    cue = fields.Nested(CueSchema, allow_none=True)
    next_cue = fields.Nested(CueSchema, allow_none=True)
    cues = fields.List(fields.Nested(CueSchema))
    turns = fields.List(fields.Nested(LiveTurnSchema))
    shown = fields.List(
        fields.Nested(PlaceSchema), metadata={"description": "on the hall's screen"}
    )
    starts_at = Local(allow_none=True)
    ends_at = Local(allow_none=True)
