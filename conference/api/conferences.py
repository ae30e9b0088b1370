"""Conferences as JSON: the list, one of them, its commands."""

from collections.abc import Mapping
from typing import Any

from flask import Response, jsonify

from conference import gate
from conference.api.conferences_documents import ConferenceListSchema, ConferenceSchema
from conference.api.door import REFUSALS, Problem, noun, read, write
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
    NoteSource,
    OpenConference,
    SetPlayingClock,
    TableDocument,
    WithdrawDocument,
    add_site,
    adopt_document,
    choose_introduction_depth,
    close_conference,
    launch_movement,
    note_source,
    open_conference,
    set_playing_clock,
    table_document,
    withdraw_document,
)
from conference.gate import MEMBER, may
from projections.library import Shelf

pages = noun("conferences", "The conferences and what is said of each")

ONE = "/conferences/<uuid:conference_id>"
DOCUMENT = f"{ONE}/documents/<uuid:document>"


def version(shelf: Shelf, ids: Mapping[str, Any]) -> int:
    return shelf.conference.version


@pages.route("/conferences", methods=["GET"], endpoint="conference_list")
@may(MEMBER)
@pages.response(200, ConferenceListSchema)
@pages.alt_response(401, schema=Problem, description=REFUSALS[401])
def conference_list() -> Response:
    """Every conference in which the token's holder has a role."""
    listed = gate.own_conferences()
    body = {"position": gate.house().library.position, "conferences": listed}
    return jsonify(ConferenceListSchema().dump(body))


def plan(store: Any, stamp: Any, **said: Any) -> Any:
    who = gate.actor()
    return plan_conference(store, stamp, planner=who.name if who else "", **said)


plan.__name__ = plan_conference.__name__

write(pages, "/conferences", PlanConference, plan, makes="conference_id")
read(pages, ONE, ConferenceSchema, lambda s: s.conference, act="read_conference", version=version)
write(pages, f"{ONE}/title", RetitleConference, retitle_conference, version=version)
write(pages, f"{ONE}/day", DateConference, date_conference, version=version)
write(pages, f"{ONE}/venue", ChooseVenue, choose_venue, version=version)
write(pages, f"{ONE}/chair", NameChair, name_chair, version=version)
write(pages, f"{ONE}/theme", ChooseTheme, choose_theme, version=version)
write(pages, f"{ONE}/clock", SetPlayingClock, set_playing_clock, version=version)
write(
    pages,
    f"{ONE}/introduction-depth",
    ChooseIntroductionDepth,
    choose_introduction_depth,
    version=version,
)
write(pages, f"{ONE}/notes", NoteSource, note_source, version=version, makes="note")
write(pages, f"{ONE}/sites", AddSite, add_site, version=version)
write(pages, f"{ONE}/documents", TableDocument, table_document, version=version, makes="document")
write(pages, f"{DOCUMENT}/withdrawal", WithdrawDocument, withdraw_document, version=version)
write(pages, f"{DOCUMENT}/adoption", AdoptDocument, adopt_document, version=version, moment=True)
write(pages, f"{ONE}/movement", LaunchMovement, launch_movement, version=version, moment=True)
write(pages, f"{ONE}/opening", OpenConference, open_conference, version=version, moment=True)
write(pages, f"{ONE}/closing", CloseConference, close_conference, version=version, moment=True)
