"""Contested entries as JSON, and settling them: what a supervisor does, for programs."""

from marshmallow import Schema, fields

from conference.api.door import Document, Local, noun, read, write
from conference.commands.contests import SettleContest, settle_contest

pages = noun("contests", "Entries that doors without network made against the log")

CONTESTS = "/conferences/<uuid:conference_id>/contests"


class ContestSchema(Schema):
    """An entry against the log; `outcome` is null while nobody has settled it."""

    guest = fields.UUID()
    entry = fields.Integer()
    verdict = fields.String()
    door = fields.String()
    device = fields.String()
    at = Local()
    time_doubted = fields.Boolean()
    outcome = fields.String(allow_none=True)
    note = fields.String()
    settled_at = Local(allow_none=True)


class ContestsSchema(Document):
    open = fields.List(fields.Nested(ContestSchema))
    settled = fields.List(fields.Nested(ContestSchema))


read(pages, CONTESTS, ContestsSchema, lambda shelf: shelf.contests, act="settle_contest")
write(
    pages,
    f"{CONTESTS}/<uuid:guest>/<int:entry>/settlement",
    SettleContest,
    settle_contest,
    moment=True,
)
