"""Planned against actual as JSON: what the programme said, and what became of it on the day."""

from marshmallow import Schema, fields

from conference.api.door import Document, Local, noun, read
from conference.gate_edition import seen
from projections.library import Shelf
from projections.played import Played, played

pages = noun("agenda_played", "Planned against actual, item by item")


class PlayedLineSchema(Schema):
    id = fields.UUID(attribute="item.id")
    title = fields.String(attribute="item.title")
    outcome = fields.String(metadata={"description": "state; added: was not in the release"})
    planned_at = Local(allow_none=True)
    planned_minutes = fields.Integer(allow_none=True)
    started_at = Local(allow_none=True)
    played_s = fields.Integer(allow_none=True)
    late_s = fields.Integer(allow_none=True)
    over_s = fields.Integer(allow_none=True)


class PlayedSchema(Document):
    """By the last release, where there is one. Seconds; negative: earlier, or fewer."""

    planned_start = Local(allow_none=True)
    planned_end = Local(allow_none=True)
    started_at = Local(allow_none=True)
    ended_at = Local(allow_none=True)
    planned_minutes = fields.Integer()
    played_s = fields.Integer()
    start_late_s = fields.Integer(allow_none=True)
    end_late_s = fields.Integer(allow_none=True)
    lines = fields.List(fields.Nested(PlayedLineSchema))


def day_here(shelf: Shelf) -> Played:
    return played(seen().agenda, shelf.conference.closed_at)


PLAYED = "/conferences/<uuid:conference_id>/agenda/played"

read(pages, PLAYED, PlayedSchema, day_here, act="read_agenda")
