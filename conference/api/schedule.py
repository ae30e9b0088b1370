"""A programme of others through the API: schedule.xml or schedule.json, taken over or looked at."""

from typing import Any
from uuid import UUID

from flask import Response, jsonify
from marshmallow import Schema, fields

from conference import gate
from conference.api.door import KEY, Problem, noun, refusing
from conference.api.workbook import BadCells, Looking, RowTaken
from conference.commands.workbook import Outcome
from conference.gate import may
from conference.importers.schedule_draft import read_programme
from conference.language import sentence
from conference.once import once

pages = noun("schedule", "A programme that others have written, taken over")


class ScheduleFile(Schema):
    file = fields.Raw(required=True, metadata={"type": "string", "format": "binary"})


class PassedOver(Schema):
    row = fields.Integer(metadata={"description": "which of the file's events; 0: a whole room"})
    name = fields.String(attribute="column")
    code = fields.String()
    message = fields.Function(
        lambda cell: sentence(cell.code, **cell.facts), metadata={"type": "string"}
    )


class ScheduleTaken(Schema):
    added = fields.Integer()
    changed = fields.Integer()
    unchanged = fields.Integer()
    rows = fields.List(fields.Nested(RowTaken))
    passed_over = fields.List(fields.Nested(PassedOver))
    position = fields.Integer()


@pages.route(
    "/conferences/<uuid:conference_id>/schedule", methods=["POST"], endpoint="import_schedule"
)
@may("import_schedule")
@pages.arguments(Looking(), location="query")
@pages.arguments(ScheduleFile(), location="files")
@pages.doc(parameters=[KEY])
@pages.response(200, ScheduleTaken)
@refusing(pages, 401, 403, 404, 409)
@pages.alt_response(413, schema=Problem, description="The file is too large")
@pages.alt_response(422, schema=BadCells, description="No programme, or against a rule")
def post_schedule(asked: dict[str, Any], said: dict[str, Any], conference_id: UUID) -> Response:
    """Take a programme over, all or nothing; the same file twice records nothing new."""
    read = read_programme(said["file"].read(), gate.shelf())
    taken: list[Outcome] = []

    def carry_out(store: Any) -> None:
        act = read.look if asked["preview"] else read.take_over
        taken.append(act(store, gate.stamp()))

    if asked["preview"]:
        carry_out(gate.house().store)
    else:
        once(carry_out, None)
    rows = [row for outcome in taken for row in outcome.rows]
    different = [row for row in rows if row.state != "unchanged"]
    return jsonify(
        {
            **{s: sum(r.state == s for r in rows) for s in ("added", "changed", "unchanged")},
            "rows": RowTaken(many=True).dump(different),
            "passed_over": PassedOver(many=True).dump(read.passed_over),
            "position": gate.house().library.catch_up(),
        }
    )
