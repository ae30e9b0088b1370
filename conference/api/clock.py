"""The clock of the day as JSON: what runs, what comes, and by how much the plan is missed."""

from typing import Any
from uuid import UUID

from flask import Response, jsonify
from marshmallow import Schema, fields

from conference import gate
from conference.api.door import At, Document, Local, noun, refusing
from conference.documents.edition import as_seen
from conference.gate import may
from projections.clock import Clock

pages = noun("clock", "The day as it goes: planned, projected and real times")


class TimedSchema(Schema):
    id = fields.UUID(attribute="item.id")
    title = fields.String(attribute="item.title")
    kind = fields.String(attribute="item.kind")
    state = fields.String(attribute="item.state")
    planned_at = Local(allow_none=True)
    projected_at = Local(allow_none=True)
    projected_end = Local(allow_none=True)
    started_at = Local(attribute="item.started_at", allow_none=True)
    finished_at = Local(attribute="item.finished_at", allow_none=True)
    late_s = fields.Integer()


class ClockSchema(Document):
    now = Local()
    drift_s = fields.Integer(metadata={"description": "seconds behind the plan; negative: ahead"})
    end_drift_s = fields.Integer()
    ends_at = Local(allow_none=True)
    left_s = fields.Integer(allow_none=True)
    items = fields.List(fields.Nested(TimedSchema))


@pages.route("/conferences/<uuid:conference_id>/clock", methods=["GET"], endpoint="clock")
@may("read_agenda")
@pages.arguments(At(), location="query")
@pages.response(200, ClockSchema)
@refusing(pages, 401, 403, 404, 422)
def clock(asked: dict[str, Any], conference_id: UUID) -> Response:
    """As of now on the conference's clock, asked again it is another moment; with `at` by what was
    known at that position."""
    shelf = as_seen(gate.shelf(), draft=gate.allowed("read_draft"))
    seen: Any = Clock(gate.conference_now(), shelf.agenda)
    return jsonify({**ClockSchema(exclude=("position",)).dump(seen), "position": shelf.position})
