"""The list of conferences, planning one, its overview, and the acts of the day."""

from typing import Any
from uuid import UUID

from flask import Blueprint, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from marshmallow import ValidationError

from conference import gate
from conference.agenda_warnings import agenda_warnings
from conference.commands.conference import (
    ChooseTheme,
    ChooseVenue,
    DateConference,
    NameChair,
    PlanConference,
    RetitleConference,
    choose_theme,
    choose_venue,
    date_conference,
    name_chair,
    plan_conference,
    retitle_conference,
)
from conference.commands.conference_day import (
    AddSite,
    AdoptDocument,
    ChooseIntroductionDepth,
    CloseConference,
    LaunchMovement,
    OpenConference,
    TableDocument,
    WithdrawDocument,
    add_site,
    adopt_document,
    choose_introduction_depth,
    close_conference,
    launch_movement,
    open_conference,
    table_document,
    withdraw_document,
)
from conference.commands.hall_booking import BookHall, book_hall
from conference.commands.playing_clock import SetPlayingClock, set_playing_clock
from conference.commands.roll_call import WordRollCall, word_roll_call
from conference.gate import KNOWN, PUBLIC, may
from conference.language import LANGUAGES
from conference.web import devices
from conference.web.conference_answers import dated
from conference.web.door import Bound, act, fields_of, flat_form, page

pages = Blueprint("conferences", __name__)


@pages.get("/")
@may(KNOWN)
def conference_list() -> ResponseReturnValue:
    who = gate.actor()
    if who is not None and who.device_at is not None:
        return redirect(devices.screen_path(who.device_at, who.id), 303)
    wanted = request.args.get("q", "").strip()
    return page(
        "conferences", conferences=gate.own_conferences(wanted), wanted=wanted, form=Bound()
    )


@pages.post("/conferences")
@may("plan_conference")
def conferences() -> ResponseReturnValue:
    who = gate.actor()
    try:
        said = PlanConference().load(dict(flat_form()))
    except ValidationError as error:
        form = Bound(dict(flat_form()), dict(fields_of(error)), open=True)
        shown = page("conferences", conferences=gate.own_conferences(""), wanted="", form=form)
        return make_response(shown, 422)
    id = plan_conference(gate.house().store, gate.stamp(), planner=who.name if who else "", **said)
    return redirect(url_for("conferences.overview", conference_id=id), 303)


@pages.get("/conferences/<uuid:conference_id>")
@may("read_conference")
def overview(conference_id: UUID) -> ResponseReturnValue:
    return page("overview", warnings=agenda_warnings(gate.shelf()))


@pages.get("/conferences/<uuid:conference_id>/settings")
@may("retitle_conference")
def settings(conference_id: UUID) -> ResponseReturnValue:
    return page("settings")


def doing(
    rule: str, schema: type, command: object, page: object, *, moment: bool = False, **more: Any
) -> None:
    """One more act of the conference: its URL below the conference, its form, its command."""
    name = command.__name__  # type: ignore[attr-defined]

    @may(name)
    def view(conference_id: UUID, **ids: UUID) -> ResponseReturnValue:
        now = {"at": gate.conference_now()} if moment else {}
        key = next(iter(ids.values()), "")
        return act(schema, command, page, key=key, **more, **ids, **now)  # type: ignore[arg-type]

    url = f"/conferences/<uuid:conference_id>/{rule}"
    pages.add_url_rule(url, name, view, methods=["POST"])


doing("title", RetitleConference, retitle_conference, settings)
doing("day", DateConference, date_conference, settings, done=dated)
doing("venue", ChooseVenue, choose_venue, settings)
doing("hall-booking", BookHall, book_hall, settings)
doing("chair", NameChair, name_chair, settings)
doing("theme", ChooseTheme, choose_theme, settings)
doing("clock", SetPlayingClock, set_playing_clock, settings)
doing("introduction-depth", ChooseIntroductionDepth, choose_introduction_depth, settings)
doing("roll-call", WordRollCall, word_roll_call, settings)
doing("sites", AddSite, add_site, settings)
doing("documents", TableDocument, table_document, settings)
doing("documents/<uuid:document>/withdrawal", WithdrawDocument, withdraw_document, settings)
doing("documents/<uuid:document>/adoption", AdoptDocument, adopt_document, overview, moment=True)
doing("movement", LaunchMovement, launch_movement, overview, moment=True)
doing("opening", OpenConference, open_conference, overview, moment=True)
doing("closing", CloseConference, close_conference, overview, moment=True)


@pages.post("/language/<language>")
@may(PUBLIC)
def switch(language: str) -> ResponseReturnValue:
    """The language switch: a cookie for a year, and back to the page it was pressed on."""
    back = request.form.get("next", "/")
    safe = back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/"
    response = redirect(safe, 303)
    if language in LANGUAGES:
        response.set_cookie("language", language, max_age=365 * 86_400, samesite="Lax")
    return response


@pages.get("/health")
@may(PUBLIC)
def health() -> ResponseReturnValue:
    """Whether this process serves, and up to which position of the log."""
    return {"status": "ok", "position": gate.house().library.catch_up()}
