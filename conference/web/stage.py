"""The ceremony's screens for who leads it: MC, announcer, the hall's screen, rehearsals."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Response, current_app, make_response, render_template
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
from conference.commands.stage_row import (
    CorrectPresentation,
    GiveGoldCard,
    LiftAbsence,
    SettleAbsence,
    correct_presentation,
    give_gold_card,
    lift_absence,
    settle_absence,
)
from conference.commands.stage_runs import BeginRehearsal, CloseStage, close_stage
from conference.gate import may
from conference.gate_edition import seen_by_all
from conference.web import stage_view
from conference.web.day_presses import keyed, waited
from conference.web.door import Page, act, noun, page, partial_asked
from projections.ceremony_unplanned import unplanned

pages = noun("stage", "/stage")


@pages.get("")
@may("read_run_sheet")
def stage_page(conference_id: UUID) -> ResponseReturnValue:
    """Which screens there are, and the rehearsals."""
    return page("stage/index", ceremony=stage_desk.ceremony(0), screens=screens())


@pages.get("/<int:run>/mc")
@may("read_run_sheet")
def mc_page(conference_id: UUID, run: int) -> ResponseReturnValue:
    """For the MC: what to read now, who stands on stage, what comes, and one button."""
    return screen("mc", run)


@pages.get("/<int:run>/mc/script")
@may("read_run_sheet")
def script_part(conference_id: UUID, run: int) -> ResponseReturnValue:
    """The MC's screens of the cues to come, which the device keeps for when the server is away."""
    return drawn("stage/_script.html", "mc", run)


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


def press(path: str, schema: type[Schema], command: Callable[..., Any], after: Page) -> None:
    """A press of a run, once for its key, at the moment at which it was made."""

    @may(command.__name__)
    def view(conference_id: UUID, run: int) -> ResponseReturnValue:
        return act(schema, keyed(command), after, run=run, at=pressed_at(run))

    pages.add_url_rule(f"/<int:run>/{path}", path, view, methods=["POST"])


press("cues", TakeCue, stage_desk.take_cue, mc_page)
press("reversals", RevertCue, revert_cue, mc_page)
press("edits", AcceptEdits, stage_desk.accept_edits, mc_page)
press("covering", CoverScreen, cover_screen, mc_page)
press("closing", CloseStage, close_stage, stage_page)


def at_line(path: str, schema: type[Schema], command: Callable[..., Any]) -> None:
    """A press about a line of the row."""

    @may(command.__name__)
    def view(conference_id: UUID, run: int, line: UUID) -> ResponseReturnValue:
        known = {"run": run, "line": line, "at": pressed_at(run)}
        return act(schema, keyed(command), mc_page, key=line, **known)

    pages.add_url_rule(f"/<int:run>/lines/<uuid:line>/{path}", path, view, methods=["POST"])


at_line("absence", SettleAbsence, settle_absence)
at_line("arrival", LiftAbsence, lift_absence)
at_line("gold-card", GiveGoldCard, give_gold_card)
at_line("correction", CorrectPresentation, correct_presentation)


def pressed_at(run: int) -> Any:
    """When a press was made, on the clock of the run, less what it waited on its device."""
    return stage_desk.on_run(run, gate.conference_now() - waited())


def screen(name: str, run: int) -> Response:
    """One of the screens, or its partial."""
    return drawn(f"stage/_{name}.html" if partial_asked() else "stage/page.html", name, run)


def drawn(template: str, name: str, run: int) -> Response:
    """Drawn for this moment, so never from a copy."""
    now = stage_desk.on_run(run, gate.conference_now())
    said = {"ceremony": stage_desk.ceremony(run), "screen": name, "now": now, "run": run}
    said |= {"view": stage_view, "unplanned": unplanned, "agenda": seen_by_all().agenda}
    return make_response(render_template(template, **said))


SCREENS = ("mc", "announcer", "manager", "tray", "usher", "hall", "photographer")


def screens() -> list[str]:
    """Those of the ceremony's screens that there are, in this order."""
    root = "/conferences/<uuid:conference_id>/stage/<int:run>/"
    known = {rule.rule.removeprefix(root) for rule in current_app.url_map.iter_rules()}
    return [name for name in SCREENS if name in known]
