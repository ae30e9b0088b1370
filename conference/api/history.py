"""The history as JSON: the facts of a conference as sentences, newest first, in pages."""

from typing import Any
from uuid import UUID

from flask import Response, jsonify
from marshmallow import Schema, fields
from marshmallow.validate import Range

from conference import gate
from conference.api.door import Document, noun, refusing
from conference.gate import may
from conference.language import fact_sentence
from projections.history import lines

pages = noun("history", "Every fact as a sentence")


class HistoryAsked(Schema):
    at = fields.Integer(load_default=None, metadata={"minimum": 0})
    before = fields.Integer(load_default=None, metadata={"minimum": 1})
    limit = fields.Integer(load_default=100, validate=Range(1, 500, error="field.range"))


class HistoryHistoryLineSchema(Schema):
    position = fields.Integer()
    at = fields.AwareDateTime(format="iso")
    by = fields.UUID()
    topic = fields.String()
    subject = fields.String()
    sentence = fields.String()


class HistorySchema(Document):
    facts = fields.List(fields.Nested(HistoryHistoryLineSchema))


@pages.route("/conferences/<uuid:conference_id>/history", methods=["GET"], endpoint="history")
@may("read_history")
@pages.arguments(HistoryAsked(), location="query")
@pages.response(200, HistorySchema)
@refusing(pages, 403, 404)
def history(asked: dict[str, Any], conference_id: UUID) -> Response:
    """Facts newest first; `before` a position leads to the next page."""
    shelf = gate.shelf()
    last = shelf.position if asked["before"] is None else min(shelf.position, asked["before"] - 1)
    facts = gate.house().library.facts_of(conference_id, last)
    wanted = (fact for fact, _ in zip(facts, range(asked["limit"]), strict=False))
    told = [
        {
            **vars(line),
            "sentence": fact_sentence(line.topic, line.subject, line.words),
        }
        for line in lines(shelf, wanted)
    ]
    return jsonify(HistorySchema().dump({"position": shelf.position, "facts": told}))
