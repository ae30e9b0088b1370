"""The ceremony's screens for who leads it: MC, announcer, the hall's screen, rehearsals."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Response, make_response, render_template
from flask.typing import ResponseReturnValue
from marshmallow import Schema

from conference import gate, stage_desk
from conference.commands.stage import (
    AcceptEdits,
    CoverScreen,
    RevertCue,
    TakeCue,
    cover_screen,
    revert_cue,
)
from conference.commands.stage_runs import BeginRehearsal, CloseStage, close_stage
from conference.gate import may
from conference.gate_edition import seen_by_all
from conference.web.day_presses import keyed, waited
from conference.web.door import act, noun, partial_asked

pages = noun("stage", "/stage")


@pages.get("")
@may("read_run_sheet")
def stage_page(conference_id: UUID) -> ResponseReturnValue:
    """Which screens there are, and the rehearsals."""
    return screen("choice", 0)


@pages.get("/<int:run>/mc")
@may("read_run_sheet")
def mc_page(conference_id: UUID, run: int) -> ResponseReturnValue:
    """For the MC: what to read now, who stands on stage, what comes, and one button."""
    return screen("mc", run)


@pages.get("/<int:run>/announcer")
@may("read_run_sheet")
def announcer_page(conference_id: UUID, run: int) -> ResponseReturnValue:
    """The MC's view with the lines of who reads the decisions."""
    return screen("announcer", run)


@pages.get("/<int:run>/hall")
@may("read_stage_screen")
def hall_page(conference_id: UUID, run: int) -> ResponseReturnValue:
    """For the big screen: nothing that was not announced."""
    return screen("hall", run)


@pages.post("/rehearsals")
@may("begin_rehearsal")
def rehearsals(conference_id: UUID) -> ResponseReturnValue:
    at = gate.conference_now()
    return act(BeginRehearsal, stage_desk.begin_rehearsal, stage_page, at=at)


def press(path: str, schema: type[Schema], command: Callable[..., Any]) -> None:
    """A press of the MC's screen, once for its key, at the moment at which it was made."""

    @may(command.__name__)
    def view(conference_id: UUID, run: int) -> ResponseReturnValue:
        return act(schema, keyed(command), mc_page, run=run, at=pressed_at(run))

    pages.add_url_rule(f"/<int:run>/{path}", path, view, methods=["POST"])


press("cues", TakeCue, stage_desk.take_cue)
press("reversals", RevertCue, revert_cue)
press("edits", AcceptEdits, stage_desk.accept_edits)
press("covering", CoverScreen, cover_screen)
press("closing", CloseStage, close_stage)


def pressed_at(run: int) -> Any:
    """When a press was made, on the clock of the run, less what it waited on its device."""
    return stage_desk.on_run(run, gate.conference_now() - waited())


def screen(name: str, run: int) -> Response:
    """One of the screens, or its partial; drawn for this moment, so never from a copy."""
    now = stage_desk.on_run(run, gate.conference_now())
    template = f"stage/_{name}.html" if partial_asked() else "stage/page.html"
    said = {"ceremony": stage_desk.ceremony(run), "screen": name, "now": now, "run": run}
    return make_response(render_template(template, **said, agenda=seen_by_all().agenda))
