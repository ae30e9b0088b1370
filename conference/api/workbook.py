"""Workbooks through the API: a file that holds a conference, taken over or only looked at."""

from typing import Any
from uuid import UUID

from flask import Response, jsonify
from marshmallow import Schema, fields

from conference import gate
from conference.api.door import KEY, Problem, noun, refusing
from conference.commands.workbook import Outcome
from conference.gate import may
from conference.importers.workbook import read_book
from conference.once import once

pages = noun("workbook", "One .xlsx that holds a whole conference")


class WorkbookFile(Schema):
    file = fields.Raw(required=True, metadata={"type": "string", "format": "binary"})


class Looking(Schema):
    preview = fields.Boolean(
        load_default=False, metadata={"description": "only say what would change"}
    )


class RowTaken(Schema):
    sheet = fields.String()
    row = fields.Integer()
    label = fields.String()
    state = fields.String(metadata={"enum": ["added", "changed"]})
    facts = fields.Function(
        lambda row: [fact.TOPIC for fact in row.facts],
        metadata={"type": "array", "items": {"type": "string"}},
    )


class WorkbookTaken(Schema):
    id = fields.UUID()
    new = fields.Boolean()
    added = fields.Integer()
    changed = fields.Integer()
    unchanged = fields.Integer()
    rows = fields.List(fields.Nested(RowTaken))
    passed_over = fields.List(fields.String())
    position = fields.Integer()


class BadCellSchema(Schema):
    sheet = fields.String()
    row = fields.Integer()
    column = fields.String()
    code = fields.String()
    message = fields.String()


class BadCells(Problem):
    cells = fields.List(fields.Nested(BadCellSchema))


@pages.route("/conferences/workbook", methods=["POST"], endpoint="import_workbook")
@may("import_workbook")
@pages.arguments(Looking(), location="query")
@pages.arguments(WorkbookFile(), location="files")
@pages.doc(parameters=[KEY])
@pages.response(200, WorkbookTaken)
@refusing(pages, 401, 403, 409)
@pages.alt_response(413, schema=Problem, description="The file is too large")
@pages.alt_response(422, schema=BadCells, description="Every bad cell of the file")
def post_workbook(asked: dict[str, Any], said: dict[str, Any]) -> Response:
    """Take a workbook over, all or nothing; the same file twice records nothing new."""
    book = read_book(said["file"].read())
    gate.enforce_in(book.conference_id, "import_workbook")
    taken: list[Outcome] = []

    def carry_out(store: Any) -> None:
        act = book.look if asked["preview"] else book.take_over
        taken.append(act(store, gate.stamp(), gate.actor_name()))

    if asked["preview"]:
        carry_out(gate.house().store)
    else:
        once(carry_out, book.conference_id)
    passed_over = list(book.passed_over)
    return jsonify(told(book.conference_id, taken, passed_over))


def told(id: UUID, taken: list[Outcome], passed_over: list[str]) -> dict[str, Any]:
    """What was changed, row by row; nothing where the same request had been answered before."""
    rows = [row for outcome in taken for row in outcome.rows]
    different = [row for row in rows if row.state != "unchanged"]
    return {
        "id": id,
        "new": any(outcome.new for outcome in taken),
        **{s: sum(r.state == s for r in rows) for s in ("added", "changed", "unchanged")},
        "rows": RowTaken(many=True).dump(different),
        "passed_over": passed_over,
        "position": gate.house().library.catch_up(),
    }
