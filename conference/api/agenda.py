"""The agenda as JSON, and its commands."""

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, fields

from conference import gate
from conference.api.door import Document, Local, noun, read, write
from conference.commands.agenda import (
    AddItem,
    DescribeItem,
    MoveItem,
    ScheduleSpeech,
    SetAgendaStart,
    TimeItem,
    WithdrawItem,
    add_item,
    describe_item,
    move_item,
    schedule_speech,
    set_agenda_start,
    time_item,
    withdraw_item,
)
from conference.commands.agenda_day import (
    AllotItem,
    FinishItem,
    PassOn,
    RetakeItem,
    ReturnItem,
    SkipItem,
    StartItem,
    allot_item,
    finish_item,
    pass_on,
    retake_item,
    return_item,
    skip_item,
    start_item,
)
from conference.commands.agenda_release import ReleaseAgenda, release_agenda
from projections.agenda import Agenda
from projections.library import Shelf

pages = noun("agenda", "Items in order with the time at which each starts")

AGENDA = "/conferences/<uuid:conference_id>/agenda"
ITEM = f"{AGENDA}/items/<uuid:item>"


class TakeSchema(Schema):
    started_at = Local()
    finished_at = Local(allow_none=True)


class AgendaItemSchema(Schema):
    id = fields.UUID()
    number = fields.Integer()
    kind = fields.String()
    title = fields.String()
    unit = fields.String(allow_none=True)
    speaker = fields.String(allow_none=True)
    speaker_post = fields.String(allow_none=True)
    owner = fields.String(allow_none=True)
    guest = fields.UUID(allow_none=True)
    note = fields.String(allow_none=True)
    starts_at = Local(allow_none=True)
    minutes = fields.Integer()
    allotted = fields.Integer(allow_none=True)
    skipped = fields.String(allow_none=True)
    fixed_start = Local(allow_none=True)
    gap_minutes = fields.Integer()
    state = fields.String()
    started_at = Local(allow_none=True)
    finished_at = Local(allow_none=True)
    takes = fields.List(fields.Nested(TakeSchema))


class ReleaseSchema(Schema):
    number = fields.Integer()
    at = Local()
    note = fields.String(allow_none=True)


class AgendaSchema(Document):
    """A draft is its organisers' only: others read the last release."""

    released = fields.Nested(ReleaseSchema, allow_none=True)
    starts_at = Local(allow_none=True)
    ends_at = Local(allow_none=True)
    minutes = fields.Integer()
    items = fields.List(fields.Nested(AgendaItemSchema))


def version(shelf: Shelf, ids: Mapping[str, Any]) -> int:
    return shelf.agenda.version


def agenda_here(shelf: Shelf) -> Agenda:
    return shelf.agenda if gate.allowed("read_draft") else shelf.agenda.public


read(pages, AGENDA, AgendaSchema, agenda_here, act="read_agenda", version=version)
write(pages, f"{AGENDA}/start", SetAgendaStart, set_agenda_start, version=version)
write(pages, f"{AGENDA}/items", AddItem, add_item, version=version, makes="item")
write(pages, f"{AGENDA}/speeches", ScheduleSpeech, schedule_speech, version=version, makes="item")
write(pages, f"{AGENDA}/releases", ReleaseAgenda, release_agenda, version=version, moment=True)
write(pages, f"{ITEM}/description", DescribeItem, describe_item, version=version)
write(pages, f"{ITEM}/position", MoveItem, move_item, version=version)
write(pages, f"{ITEM}/time", TimeItem, time_item, version=version)
write(pages, f"{ITEM}/withdrawal", WithdrawItem, withdraw_item, version=version)
write(pages, f"{ITEM}/take", StartItem, start_item, version=version, moment=True)
write(pages, f"{ITEM}/retake", RetakeItem, retake_item, version=version, moment=True)
write(pages, f"{ITEM}/finish", FinishItem, finish_item, version=version, moment=True)
write(pages, f"{ITEM}/passing", PassOn, pass_on, version=version, moment=True)
write(pages, f"{ITEM}/allotment", AllotItem, allot_item, version=version, moment=True)
write(pages, f"{ITEM}/skipping", SkipItem, skip_item, version=version, moment=True)
write(pages, f"{ITEM}/return", ReturnItem, return_item, version=version, moment=True)
