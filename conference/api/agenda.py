"""The agenda as JSON, and its commands."""

from collections.abc import Mapping
from typing import Any

from conference.agenda_warnings import agenda_warnings
from conference.api.agenda_documents import AgendaSchema
from conference.api.door import noun, read, write
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
from conference.commands.agenda_drafting import (
    DuplicateItem,
    InsertTemplate,
    SplitItem,
    duplicate_item,
    insert_template,
    split_item,
)
from conference.commands.agenda_mended import (
    ChoosePulse,
    InsertItem,
    ReinstateItem,
    RevertStep,
    SetLeastMinutes,
    choose_pulse,
    insert_item,
    reinstate_item,
    revert_step,
    set_least_minutes,
)
from conference.gate_edition import seen
from projections.agenda_budget import budget_of
from projections.library import Shelf

pages = noun("agenda", "Items in order with the time at which each starts")

AGENDA = "/conferences/<uuid:conference_id>/agenda"
ITEM = f"{AGENDA}/items/<uuid:item>"


def version(shelf: Shelf, ids: Mapping[str, Any]) -> int:
    return shelf.agenda.version


def agenda_here(shelf: Shelf) -> dict[str, Any]:
    agenda = seen().agenda
    told = {name: getattr(agenda, name) for name in OF_THE_AGENDA}
    found = agenda_warnings(shelf)
    return {**told, "budget": budget_of(agenda, shelf.conference), "warnings": found}


OF_THE_AGENDA = ("released", "starts_at", "ends_at", "minutes", "items")

read(pages, AGENDA, AgendaSchema, agenda_here, act="read_agenda", version=version)
write(pages, f"{AGENDA}/start", SetAgendaStart, set_agenda_start, version=version)
write(pages, f"{AGENDA}/items", AddItem, add_item, version=version, makes="item")
write(pages, f"{AGENDA}/speeches", ScheduleSpeech, schedule_speech, version=version, makes="item")
write(pages, f"{ITEM}/description", DescribeItem, describe_item, version=version)
write(pages, f"{ITEM}/position", MoveItem, move_item, version=version)
write(pages, f"{ITEM}/time", TimeItem, time_item, version=version)
write(pages, f"{ITEM}/withdrawal", WithdrawItem, withdraw_item, version=version)
write(pages, f"{ITEM}/duplicate", DuplicateItem, duplicate_item, version=version)
write(pages, f"{ITEM}/parts", SplitItem, split_item, version=version)
write(pages, f"{AGENDA}/templates", InsertTemplate, insert_template, version=version)
write(pages, f"{ITEM}/take", StartItem, start_item, version=version, moment=True)
write(pages, f"{ITEM}/retake", RetakeItem, retake_item, version=version, moment=True)
write(pages, f"{ITEM}/finish", FinishItem, finish_item, version=version, moment=True)
write(pages, f"{ITEM}/passing", PassOn, pass_on, version=version, moment=True)
write(pages, f"{ITEM}/allotment", AllotItem, allot_item, version=version, moment=True)
write(pages, f"{ITEM}/skipping", SkipItem, skip_item, version=version, moment=True)
write(pages, f"{ITEM}/return", ReturnItem, return_item, version=version, moment=True)
write(pages, f"{ITEM}/reinstatement", ReinstateItem, reinstate_item, version=version, moment=True)
write(
    pages,
    f"{AGENDA}/insertions",
    InsertItem,
    insert_item,
    version=version,
    moment=True,
    makes="item",
)
write(pages, f"{AGENDA}/reversal", RevertStep, revert_step, version=version, moment=True)
write(pages, f"{AGENDA}/pulse", ChoosePulse, choose_pulse, version=version)
write(pages, f"{AGENDA}/least-minutes", SetLeastMinutes, set_least_minutes, version=version)
