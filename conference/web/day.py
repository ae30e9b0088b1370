"""The day's screens over the same facts: for who runs the programme, who speaks, wings, hall."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Response, make_response, render_template, request
from flask.typing import ResponseReturnValue
from marshmallow import Schema

from conference import gate
from conference.commands.agenda import KINDS
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
from conference.commands.agenda_mended import (
    InsertItem,
    ReinstateItem,
    RevertStep,
    insert_item,
    reinstate_item,
    revert_step,
)
from conference.documents.edition import as_seen
from conference.gate import may
from conference.web.day_presses import keyed, pressed_at
from conference.web.door import act, noun, partial_asked
from projections.clock import Clock

pages = noun("day", "/day")

ITEM = "/items/<uuid:item>"


@pages.get("")
@may("read_agenda")
def day_page(conference_id: UUID) -> ResponseReturnValue:
    """For who runs the programme: now, next, how late, and one button that goes on."""
    return screen("moderator")


@pages.get("/speaker")
@may("read_agenda")
def speaker_page(conference_id: UUID) -> ResponseReturnValue:
    """For who stands at the lectern: the time that is left, and nothing else."""
    return screen("speaker")


@pages.get("/backstage")
@may("read_agenda")
def backstage_page(conference_id: UUID) -> ResponseReturnValue:
    """For the wings: what comes when, as far as is known now."""
    return screen("backstage")


@pages.get("/hall")
@may("read_agenda")
def hall_page(conference_id: UUID) -> ResponseReturnValue:
    """For the big screen: what is on, who speaks, what follows."""
    return screen("hall")


@pages.post(f"{ITEM}/take")
@may("start_item")
def take(conference_id: UUID, item: UUID) -> ResponseReturnValue:
    return pressed(StartItem, start_item, item)


@pages.post(f"{ITEM}/retake")
@may("retake_item")
def retake(conference_id: UUID, item: UUID) -> ResponseReturnValue:
    return pressed(RetakeItem, retake_item, item)


@pages.post(f"{ITEM}/finish")
@may("finish_item")
def finish(conference_id: UUID, item: UUID) -> ResponseReturnValue:
    return pressed(FinishItem, finish_item, item)


@pages.post(f"{ITEM}/passing")
@may("pass_on")
def passing(conference_id: UUID, item: UUID) -> ResponseReturnValue:
    return pressed(PassOn, pass_on, item)


@pages.post(f"{ITEM}/allotment")
@may("allot_item")
def allotment(conference_id: UUID, item: UUID) -> ResponseReturnValue:
    return pressed(AllotItem, allot_item, item)


@pages.post(f"{ITEM}/skipping")
@may("skip_item")
def skipping(conference_id: UUID, item: UUID) -> ResponseReturnValue:
    return pressed(SkipItem, skip_item, item)


@pages.post(f"{ITEM}/return")
@may("return_item")
def returning(conference_id: UUID, item: UUID) -> ResponseReturnValue:
    return pressed(ReturnItem, return_item, item)


@pages.post(f"{ITEM}/reinstatement")
@may("reinstate_item")
def reinstatement(conference_id: UUID, item: UUID) -> ResponseReturnValue:
    return pressed(ReinstateItem, reinstate_item, item)


@pages.post("/insertions")
@may("insert_item")
def insertions(conference_id: UUID) -> ResponseReturnValue:
    return act(InsertItem, keyed(insert_item, makes="item"), day_page, at=pressed_at())


@pages.post("/reversal")
@may("revert_step")
def reversal(conference_id: UUID) -> ResponseReturnValue:
    return act(RevertStep, keyed(revert_step), day_page, at=pressed_at())


def pressed(schema: type[Schema], command: Callable[..., Any], item: UUID) -> ResponseReturnValue:
    """A press at an item, once for its key."""
    return act(schema, keyed(command), day_page, key=item, item=item, at=pressed_at())


def screen(name: str) -> Response:
    """One of the screens, or its partial; drawn for this moment, so never from a copy."""
    agenda = as_seen(gate.shelf(), draft=gate.allowed("read_draft")).agenda
    clock = Clock(gate.conference_now(), agenda)
    template = f"day/_{name}.html" if partial_asked() else "day/page.html"
    pulse = request.args.get("pulse") == "1"
    said = {"clock": clock, "screen": name, "pulse": pulse, "kinds": KINDS}
    return make_response(render_template(template, **said))
