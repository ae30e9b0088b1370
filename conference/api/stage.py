"""The ceremony and its rehearsals as JSON, and their commands."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from flask import Response
from marshmallow import Schema
from msgspec import json

from conference import gate, stage_desk, stage_desk_crew
from conference.api.door import OF_VERSIONS, REFUSALS, noun, place, read, refusing, write
from conference.api.stage_documents import AtWingsSchema, CeremonySchema
from conference.commands.stage import (
    AcceptEdits,
    CoverScreen,
    RevertCue,
    TakeCue,
    cover_screen,
    revert_cue,
)
from conference.commands.stage_row import (
    CorrectPresentation,
    GiveGoldCard,
    LeaveWings,
    LiftAbsence,
    ReachWings,
    SettleAbsence,
    correct_presentation,
    give_gold_card,
    leave_wings,
    lift_absence,
    reach_wings,
    settle_absence,
)
from conference.commands.stage_runs import BeginRehearsal, CloseStage, close_stage
from conference.commands.stage_trays import CloseUpRow, ConfirmTray, TickObject, tick_object
from conference.commands.stage_wings import ScanAtWings
from conference.store import Store
from events.base import Stamp

pages = noun("stage", "The ceremony as it is lived: cues, rows, trays; rehearsals of it")

STAGE = "/conferences/<uuid:conference_id>/stage"
RUN = f"{STAGE}/<int:run>"
LINE = f"{RUN}/lines/<uuid:line>"


read(
    pages,
    RUN,
    CeremonySchema,
    lambda shelf, run: stage_desk.ceremony(run, shelf),
    act="read_run_sheet",
    name="read_ceremony",
)


def press(rule: str, schema: type[Schema], command: Callable[..., Any]) -> None:
    """A command of a run, at this moment on the clock of the run."""

    @wraps(command)
    def carried(store: Store, stamp: Stamp, *, run: int, at: datetime, **said: Any) -> None:
        command(store, stamp, run=run, at=stage_desk.on_run(run, at), **said)

    write(pages, rule, schema, carried, moment=True)


write(pages, f"{STAGE}/rehearsals", BeginRehearsal, stage_desk.begin_rehearsal, moment=True)
press(f"{RUN}/cues", TakeCue, stage_desk.take_cue)
press(f"{RUN}/reversals", RevertCue, revert_cue)
press(f"{RUN}/edits", AcceptEdits, stage_desk.accept_edits)
press(f"{RUN}/covering", CoverScreen, cover_screen)
press(f"{RUN}/closing", CloseStage, close_stage)


def scanned(said: dict[str, Any], conference_id: UUID, run: int) -> Response:
    """A code shown at the wings; the second scan says that its recipient is here already."""
    at = stage_desk.on_run(run, gate.conference_now())
    known = {"conference_id": conference_id, "run": run, "token": said["token"], "at": at}
    verdict = stage_desk_crew.scan_at_wings(gate.house().store, gate.stamp(), **known)
    told = AtWingsSchema().dump(verdict) | {"position": gate.fresh().position}
    return Response(json.encode(told), mimetype="application/json")


described: Any = pages.response(200, AtWingsSchema)(pages.arguments(ScanAtWings())(scanned))
described = refusing(pages, *(set(REFUSALS) - OF_VERSIONS))(described)
place(pages, f"{RUN}/wings", "POST", "scan_at_wings", "scan_at_wings", described)
press(f"{RUN}/closed-up", CloseUpRow, stage_desk_crew.close_up_row)
press(f"{RUN}/trays", ConfirmTray, stage_desk_crew.confirm_tray)
press(f"{LINE}/wings", ReachWings, reach_wings)
press(f"{LINE}/leaving", LeaveWings, leave_wings)
press(f"{LINE}/absence", SettleAbsence, settle_absence)
press(f"{LINE}/arrival", LiftAbsence, lift_absence)
press(f"{LINE}/gold-card", GiveGoldCard, give_gold_card)
press(f"{LINE}/correction", CorrectPresentation, correct_presentation)
press(f"{LINE}/object", TickObject, tick_object)
