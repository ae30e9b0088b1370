"""The clock of the day as JSON: what runs, what comes, and by how much the plan is missed."""

from typing import Any
from uuid import UUID

from flask import Response, jsonify
from marshmallow import Schema, fields, validate

from conference import gate
from conference.api.door import At, Document, Local, noun, refusing
from conference.gate import may
from conference.gate_edition import seen_by_all
from conference.past_minutes import past_minutes
from projections.clock import clock_of

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


class CutSchema(Schema):
    """Leave `left` minutes to a waiting item: without this cut the day ends `gains_s` later."""

    id = fields.UUID(attribute="item.id")
    title = fields.String(attribute="item.title")
    left = fields.Integer()
    gains_s = fields.Integer()


class LeastSchema(Schema):
    """The fewest minutes to which items of a kind are advised to be cut. `origin`: set by an
    organizer, of what past conferences of this host took, or practice."""

    kind = fields.String()
    minutes = fields.Integer()
    origin = fields.String(validate=validate.OneOf(("set", "past", "practice")))
    past_count = fields.Integer(attribute="past.count", allow_none=True)
    past_middle = fields.Integer(attribute="past.middle", allow_none=True)


class AdviceSchema(Schema):
    """How to end on time: minutes needed in all, and those that no cut can give."""

    needed = fields.Integer()
    missing = fields.Integer()
    cuts = fields.List(fields.Nested(CutSchema))


class ClockSchema(Document):
    now = Local()
    drift_s = fields.Integer(metadata={"description": "seconds behind the plan; negative: ahead"})
    end_drift_s = fields.Integer()
    ends_at = Local(allow_none=True)
    left_s = fields.Integer(allow_none=True)
    advice = fields.Nested(AdviceSchema)
    least = fields.List(fields.Nested(LeastSchema))
    closed_at = Local(
        allow_none=True, metadata={"description": "from then on the clock stands still"}
    )
    items = fields.List(fields.Nested(TimedSchema))


@pages.route("/conferences/<uuid:conference_id>/clock", methods=["GET"], endpoint="clock")
@may("read_agenda")
@pages.arguments(At(), location="query")
@pages.response(200, ClockSchema)
@refusing(pages, 401, 403, 404, 422)
def clock(asked: dict[str, Any], conference_id: UUID) -> Response:
    """As of now on the conference's clock, asked again it is another moment; with `at` by what was
    known at that position. To everybody the last release, with what the day brought."""
    shelf = seen_by_all()
    now: Any = clock_of(shelf, gate.conference_now(), past_minutes())
    return jsonify({**ClockSchema(exclude=("position",)).dump(now), "position": shelf.position})
