"""The crews' screens of a run: stage manager, tray table, presenters' usher, photographer."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from flask import Response, g, make_response, render_template
from flask.typing import ResponseReturnValue
from marshmallow import Schema

from conference import gate, stage_desk
from conference.commands.stage_row import (
    GiveGoldCard,
    LeaveWings,
    LiftAbsence,
    ReachWings,
    SettleAbsence,
    give_gold_card,
    leave_wings,
    lift_absence,
    reach_wings,
    settle_absence,
)
from conference.commands.stage_trays import CloseUpRow, ConfirmTray, TickObject, tick_object
from conference.commands.stage_wings import ScanAtWings
from conference.gate import may
from conference.stage_desk_crew import Verdict, close_up_row, confirm_tray, scan_at_wings
from conference.store import Store
from conference.web import crew_view
from conference.web.day_presses import keyed, waited
from conference.web.door import Page, act, noun, partial_asked
from conference.web.door_screen import POLICY
from events.base import Stamp

pages = noun("stage_crew", "/stage")


@pages.get("/<int:run>/manager")
@may("read_run_sheet")
def manager_page(conference_id: UUID, run: int) -> ResponseReturnValue:
    """For the stage manager: who stands on stage, in the wings, and who comes next. Codes are read
    there, as at a door."""
    response = screen("manager", run)
    response.headers["Content-Security-Policy"] = POLICY
    return response


@pages.get("/<int:run>/tray")
@may("read_run_sheet")
def tray_page(conference_id: UUID, run: int) -> ResponseReturnValue:
    """For the tray table: what lies where, ticked one by one, compared by two people."""
    return screen("tray", run)


@pages.get("/<int:run>/usher")
@may("read_run_sheet")
def usher_page(conference_id: UUID, run: int) -> ResponseReturnValue:
    """For who fetches the presenters: who, from which seat, when."""
    return screen("usher", run)


@pages.get("/<int:run>/photographer")
@may("read_run_sheet")
def photographer_page(conference_id: UUID, run: int) -> ResponseReturnValue:
    """For the photographer: who stands in each picture, from left to right."""
    return screen("photographer", run)


@pages.post("/<int:run>/wings/scan")
@may("scan_at_wings")
def scan(conference_id: UUID, run: int) -> ResponseReturnValue:
    """A code shown at the wings. It needs no key: the second scan is told from the first."""
    at, words = pressed_at(run), crew_view.verdict_words
    return act(ScanAtWings, scanned, manager_page, done=words, run=run, at=at)


def scanned(store: Store, stamp: Stamp, **said: Any) -> Verdict:
    """The scan, its verdict kept for the page that answers it."""
    g.at_wings = scan_at_wings(store, stamp, **said)
    verdict: Verdict = g.at_wings
    return verdict


def at_line(path: str, schema: type[Schema], command: Callable[..., Any], page: Page) -> None:
    """A press about a line, once for its key, at the moment at which it was made."""

    @may(command.__name__)
    def view(conference_id: UUID, run: int, line: UUID) -> ResponseReturnValue:
        at = pressed_at(run)
        return act(schema, keyed(command), page, key=line, run=run, line=line, at=at)

    rule = f"/<int:run>/{page.__name__.removesuffix('_page')}/lines/<uuid:line>/{path}"
    pages.add_url_rule(rule, path, view, methods=["POST"])


def of_turn(rule: str, schema: type[Schema], command: Callable[..., Any], page: Page) -> None:
    """A press about a turn, which the form names."""

    @may(command.__name__)
    def view(conference_id: UUID, run: int) -> ResponseReturnValue:
        return act(schema, keyed(command), page, run=run, at=pressed_at(run))

    pages.add_url_rule(f"/<int:run>/{rule}", command.__name__, view, methods=["POST"])


at_line("reached", ReachWings, reach_wings, manager_page)
at_line("left", LeaveWings, leave_wings, manager_page)
at_line("absence", SettleAbsence, settle_absence, manager_page)
at_line("arrival", LiftAbsence, lift_absence, manager_page)
at_line("gold-card", GiveGoldCard, give_gold_card, manager_page)
at_line("object", TickObject, tick_object, tray_page)
of_turn("manager/closed-up", CloseUpRow, close_up_row, manager_page)
of_turn("tray/confirmation", ConfirmTray, confirm_tray, tray_page)


def pressed_at(run: int) -> datetime:
    """When a press was made, on the clock of the run, less what it waited on its device."""
    return stage_desk.on_run(run, gate.conference_now() - waited())


def screen(name: str, run: int) -> Response:
    """One of the screens, or its partial; drawn for this moment, so never from a copy."""
    now = stage_desk.on_run(run, gate.conference_now())
    template = f"stage_crew/_{name}.html" if partial_asked() else "stage_crew/page.html"
    said = {"ceremony": stage_desk.ceremony(run), "screen": name, "now": now, "run": run}
    said |= {"view": crew_view, "verdict": g.get("at_wings")}
    return make_response(render_template(template, **said))
