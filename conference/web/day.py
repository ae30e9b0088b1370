"""The day's screens over the same facts: for who runs the programme, who speaks, wings, hall."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Response, make_response, render_template
from flask.typing import ResponseReturnValue
from marshmallow import Schema

from conference import gate, stage_desk
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
from conference.gate import may
from conference.gate_edition import seen_by_all
from conference.past_minutes import past_minutes
from conference.rules.days import far
from conference.web.day_presses import keyed, pressed_at
from conference.web.door import act, noun, partial_asked
from projections.clock import clock_of
from projections.hours import lived_on

pages = noun("day", "/day")


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


def at_item(path: str, schema: type[Schema], command: Callable[..., Any]) -> None:
    """A press at an item, once for its key."""

    @may(command.__name__)
    def view(conference_id: UUID, item: UUID) -> ResponseReturnValue:
        return act(schema, keyed(command), day_page, key=item, item=item, at=pressed_at())

    pages.add_url_rule(f"/items/<uuid:item>/{path}", path, view, methods=["POST"])


at_item("take", StartItem, start_item)
at_item("retake", RetakeItem, retake_item)
at_item("finish", FinishItem, finish_item)
at_item("passing", PassOn, pass_on)
at_item("allotment", AllotItem, allot_item)
at_item("skipping", SkipItem, skip_item)
at_item("return", ReturnItem, return_item)
at_item("reinstatement", ReinstateItem, reinstate_item)


@pages.post("/insertions")
@may("insert_item")
def insertions(conference_id: UUID) -> ResponseReturnValue:
    return act(InsertItem, keyed(insert_item, makes="item"), day_page, at=pressed_at())


@pages.post("/reversal")
@may("revert_step")
def reversal(conference_id: UUID) -> ResponseReturnValue:
    return act(RevertStep, keyed(revert_step), day_page, at=pressed_at())


@pages.post("/pulse")
@may("choose_pulse")
def pulse(conference_id: UUID) -> ResponseReturnValue:
    return act(ChoosePulse, keyed(choose_pulse), day_page)


@pages.post("/least-minutes")
@may("set_least_minutes")
def least_minutes(conference_id: UUID) -> ResponseReturnValue:
    return act(SetLeastMinutes, keyed(set_least_minutes), day_page)


def screen(name: str) -> Response:
    """One of the screens, or its partial; drawn for this moment, so never from a copy."""
    shelf = seen_by_all()
    past = past_minutes() if name == "moderator" else {}
    clock = clock_of(shelf, gate.conference_now(), past)
    template = f"day/_{name}.html" if partial_asked() else "day/page.html"
    said: dict[str, Any] = {"clock": clock, "screen": name, "kinds": KINDS}
    draft = gate.shelf().agenda
    starts_at = (draft.released or draft).starts_at
    said["asking"] = not draft.steps and far(starts_at, clock.now)
    instants = [at for one in clock.items for at in (one.projected_at, one.projected_end)]
    said["beside"] = lived_on(shelf.conference, clock.now, instants)
    said["ceremony"] = stage_desk.ceremony(0)
    if clock.closed_at is not None:
        said["may"] = lambda act: False  # nothing is left to be done
    return make_response(render_template(template, **said))
