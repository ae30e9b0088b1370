"""The ceremony as a JSON document: the cue that is on, every turn with its row."""

from marshmallow import Schema, fields

from conference.api.door import Document, Local


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
