"""Awards and the run-sheet as JSON, and their commands."""

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, fields

from conference.api.door import Document, Local, noun, read, write
from conference.commands.awards import (
    ChoosePrecedence,
    RegisterInstrument,
    ReviseInstrument,
    SetEntryRule,
    SetStageCapacity,
    WithdrawInstrument,
    choose_precedence,
    register_instrument,
    revise_instrument,
    set_entry_rule,
    set_stage_capacity,
    withdraw_instrument,
)
from conference.commands.awards_ceremony import (
    AnnounceInstrument,
    LinkRecipient,
    NameRepresentative,
    PresentAward,
    announce_instrument,
    link_recipient,
    name_representative,
    present_award,
)
from projections.library import Shelf

pages = noun("awards", "Decisions and proposals, and the run-sheet made of them")

CONFERENCE = "/conferences/<uuid:conference_id>"
AWARDS = f"{CONFERENCE}/awards"
INSTRUMENT = f"{AWARDS}/instruments/<uuid:instrument>"
LINE = f"{AWARDS}/lines/<uuid:line>"


class AwardLineSchema(Schema):
    id = fields.UUID()
    number = fields.Integer()
    name = fields.String()
    kind = fields.String()
    award = fields.String()
    placing = fields.Integer(allow_none=True)
    year = fields.Integer(allow_none=True)
    reason = fields.String(allow_none=True)
    guest = fields.UUID(allow_none=True)
    representative = fields.String(allow_none=True)
    presented_at = Local(allow_none=True)
    presenter = fields.String(allow_none=True)
    receiver = fields.String(allow_none=True)


class InstrumentSchema(Schema):
    id = fields.UUID()
    kind = fields.String(metadata={"enum": ["decision", "proposal"]})
    title = fields.String()
    number = fields.String(allow_none=True)
    dated_on = fields.String(allow_none=True)
    level = fields.String()
    signatory = fields.String(allow_none=True)
    announcer = fields.String()
    stated_count = fields.Integer(allow_none=True)
    presentable = fields.Boolean()
    announced_at = Local(allow_none=True)
    lines = fields.List(fields.Nested(AwardLineSchema))


class WarningSchema(Schema):
    code = fields.String()
    instrument = fields.UUID()
    facts = fields.Function(lambda warning: dict(warning.facts), metadata={"type": "object"})


class SettingsSchema(Schema):
    preset = fields.String()
    direction = fields.String()
    capacity = fields.Integer()
    entry = fields.Function(lambda settings: dict(settings.entry), metadata={"type": "object"})


class AwardsSchema(Document):
    instruments = fields.List(fields.Nested(InstrumentSchema))
    settings = fields.Nested(SettingsSchema)
    warnings = fields.List(fields.Nested(WarningSchema))
    presentable = fields.Integer()


class RecipientSchema(Schema):
    line = fields.UUID()
    number = fields.Integer()
    name = fields.String()
    kind = fields.String()
    stage_position = fields.Integer()
    seat = fields.String(allow_none=True)
    state = fields.String()
    representative = fields.String(allow_none=True)


class TurnSchema(Schema):
    number = fields.Integer()
    instrument = fields.UUID()
    award = fields.String()
    placing = fields.Integer(allow_none=True)
    recipients_enter = fields.String(metadata={"enum": ["before", "after"]})
    starts_at = Local(allow_none=True)
    seconds = fields.Integer()
    recipients = fields.List(fields.Nested(RecipientSchema))


class AnnouncementSchema(Schema):
    instrument = fields.UUID()
    kind = fields.String()
    title = fields.String()
    number = fields.String(allow_none=True)
    award = fields.String()
    placing = fields.Integer(allow_none=True)
    count = fields.Integer()
    announcer = fields.String()
    presentable = fields.Boolean()
    announced_at = Local(allow_none=True)


class RunSheetSchema(Document):
    turns = fields.List(fields.Nested(TurnSchema))
    announcements = fields.List(fields.Nested(AnnouncementSchema))


def version(shelf: Shelf, ids: Mapping[str, Any]) -> int:
    return shelf.awards.version


def run_sheet(shelf: Shelf) -> dict[str, Any]:
    turns = shelf.run_sheet.timed(shelf.agenda.awards_start_at)
    return {"turns": turns, "announcements": shelf.run_sheet.announcements}


read(pages, AWARDS, AwardsSchema, lambda shelf: shelf.awards, act="read_awards", version=version)
read(
    pages,
    f"{CONFERENCE}/run-sheet",
    RunSheetSchema,
    run_sheet,
    act="read_run_sheet",
    version=version,
)
write(
    pages,
    f"{AWARDS}/instruments",
    RegisterInstrument,
    register_instrument,
    version=version,
    makes="instrument",
)
write(pages, f"{INSTRUMENT}/revision", ReviseInstrument, revise_instrument, version=version)
write(pages, f"{INSTRUMENT}/withdrawal", WithdrawInstrument, withdraw_instrument, version=version)
write(
    pages,
    f"{INSTRUMENT}/announcement",
    AnnounceInstrument,
    announce_instrument,
    version=version,
    moment=True,
)
write(pages, f"{AWARDS}/precedence", ChoosePrecedence, choose_precedence, version=version)
write(pages, f"{AWARDS}/stage-capacity", SetStageCapacity, set_stage_capacity, version=version)
write(pages, f"{AWARDS}/entry-rules", SetEntryRule, set_entry_rule, version=version)
write(pages, f"{LINE}/recipient", LinkRecipient, link_recipient, version=version)
write(pages, f"{LINE}/representative", NameRepresentative, name_representative, version=version)
write(pages, f"{LINE}/presentation", PresentAward, present_award, version=version, moment=True)
