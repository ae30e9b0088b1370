"""The day's screens over the same facts: for who runs the programme, who speaks, wings, hall."""

from uuid import UUID

from flask import Response, make_response, render_template, request
from flask.typing import ResponseReturnValue

from conference import gate
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
from conference.documents.edition import as_seen
from conference.gate import may
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
    return act(StartItem, start_item, day_page, key=item, item=item, at=gate.conference_now())


@pages.post(f"{ITEM}/retake")
@may("retake_item")
def retake(conference_id: UUID, item: UUID) -> ResponseReturnValue:
    return act(RetakeItem, retake_item, day_page, key=item, item=item, at=gate.conference_now())


@pages.post(f"{ITEM}/finish")
@may("finish_item")
def finish(conference_id: UUID, item: UUID) -> ResponseReturnValue:
    return act(FinishItem, finish_item, day_page, key=item, item=item, at=gate.conference_now())


@pages.post(f"{ITEM}/passing")
@may("pass_on")
def passing(conference_id: UUID, item: UUID) -> ResponseReturnValue:
    return act(PassOn, pass_on, day_page, key=item, item=item, at=gate.conference_now())


@pages.post(f"{ITEM}/allotment")
@may("allot_item")
def allotment(conference_id: UUID, item: UUID) -> ResponseReturnValue:
    return act(AllotItem, allot_item, day_page, key=item, item=item, at=gate.conference_now())


@pages.post(f"{ITEM}/skipping")
@may("skip_item")
def skipping(conference_id: UUID, item: UUID) -> ResponseReturnValue:
    return act(SkipItem, skip_item, day_page, key=item, item=item, at=gate.conference_now())


@pages.post(f"{ITEM}/return")
@may("return_item")
def returning(conference_id: UUID, item: UUID) -> ResponseReturnValue:
    return act(ReturnItem, return_item, day_page, key=item, item=item, at=gate.conference_now())


def screen(name: str) -> Response:
    """One of the screens, or its partial; drawn for this moment, so never from a copy."""
    agenda = as_seen(gate.shelf(), draft=gate.allowed("read_draft")).agenda
    clock = Clock(gate.conference_now(), agenda)
    template = f"day/_{name}.html" if partial_asked() else "day/page.html"
    pulse = request.args.get("pulse") == "1"
    return make_response(render_template(template, clock=clock, screen=name, pulse=pulse))
