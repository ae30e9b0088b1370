"""Awards and the run-sheet as JSON, and their commands."""

from collections.abc import Mapping
from typing import Any

from conference.api.awards_documents import AwardsSchema, MissingSchema, RunSheetSchema
from conference.api.door import noun, read, write
from conference.commands.awards import (
    RegisterInstrument,
    ReviseInstrument,
    WithdrawInstrument,
    register_instrument,
    revise_instrument,
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
from conference.commands.awards_rules import (
    ChoosePrecedence,
    SetEntryRule,
    SetStageCapacity,
    choose_precedence,
    set_entry_rule,
    set_stage_capacity,
)
from conference.gate_edition import seen
from projections.library import Shelf
from projections.missing_recipients import missing

pages = noun("awards", "Decisions and proposals, and the run-sheet made of them")

CONFERENCE = "/conferences/<uuid:conference_id>"
AWARDS = f"{CONFERENCE}/awards"
INSTRUMENT = f"{AWARDS}/instruments/<uuid:instrument>"
LINE = f"{AWARDS}/lines/<uuid:line>"


def version(shelf: Shelf, ids: Mapping[str, Any]) -> int:
    return shelf.awards.version


def run_sheet(shelf: Shelf) -> dict[str, Any]:
    turns = shelf.run_sheet.timed(seen().agenda.awards_start_at)
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
read(
    pages,
    f"{CONFERENCE}/run-sheet/missing",
    MissingSchema,
    lambda shelf: {
        "recipients": [one for turn in missing(shelf.run_sheet) for one in turn.recipients]
    },
    act="read_run_sheet",
    name="read_missing_recipients",
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
