"""Conferences as JSON: the list, one of them, its commands."""

from collections.abc import Mapping
from typing import Any

from flask import Response, jsonify

from conference import gate
from conference.api.conferences_documents import ConferenceListSchema, ConferenceSchema
from conference.api.door import At, noun, read, refusing, write
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
    TableDocument,
    WithdrawDocument,
    add_site,
    adopt_document,
    choose_introduction_depth,
    close_conference,
    launch_movement,
    note_source,
    open_conference,
    table_document,
    withdraw_document,
)
from conference.commands.hall_booking import BookHall, book_hall
from conference.commands.playing_clock import SetPlayingClock, set_playing_clock
from conference.commands.publication import (
    PublishConference,
    UnpublishConference,
    publish_conference,
    unpublish_conference,
)
from conference.commands.roll_call import WordRollCall, word_roll_call
from conference.errors import NotFound
from conference.gate import MEMBER, may
from projections.conference_list import ConferenceList
from projections.library import Missing, Shelf

pages = noun("conferences", "The conferences and what is said of each")

ONE = "/conferences/<uuid:conference_id>"
DOCUMENT = f"{ONE}/documents/<uuid:document>"


def version(shelf: Shelf, ids: Mapping[str, Any]) -> int:
    return shelf.conference.version


@pages.route("/conferences", methods=["GET"], endpoint="conference_list")
@may(MEMBER)
@pages.arguments(At(), location="query")
@pages.response(200, ConferenceListSchema)
@refusing(pages, 401, 404)
def conference_list(asked: dict[str, Any]) -> Response:
    """Every conference in which the token's holder has a role."""
    mine = {one.id for one in gate.own_conferences()}
    position, listed = list_at(gate.asked_position())
    own = [one for one in listed.conferences if one.id in mine]
    return jsonify(ConferenceListSchema().dump({"position": position, "conferences": own}))


def list_at(at: int | None) -> tuple[int, ConferenceList]:
    """The list of all conferences as of now or as of a position, and that position."""
    library = gate.house().library
    try:
        listed = library.conferences(at)
    except Missing as missing:
        raise NotFound(missing.kind, missing.id) from missing
    return library.position if at is None else at, listed


def plan(store: Any, stamp: Any, **said: Any) -> Any:
    who = gate.actor()
    return plan_conference(store, stamp, planner=who.name if who else "", **said)


plan.__name__ = plan_conference.__name__

write(pages, "/conferences", PlanConference, plan, makes="conference_id")
read(pages, ONE, ConferenceSchema, lambda s: s.conference, act="read_conference", version=version)
write(pages, f"{ONE}/title", RetitleConference, retitle_conference, version=version)
write(pages, f"{ONE}/day", DateConference, date_conference, version=version)
write(pages, f"{ONE}/venue", ChooseVenue, choose_venue, version=version)
write(pages, f"{ONE}/hall-booking", BookHall, book_hall, version=version)
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
write(pages, f"{ONE}/roll-call", WordRollCall, word_roll_call, version=version)
write(pages, f"{ONE}/notes", NoteSource, note_source, version=version, makes="note")
write(pages, f"{ONE}/sites", AddSite, add_site, version=version)
write(pages, f"{ONE}/documents", TableDocument, table_document, version=version, makes="document")
write(pages, f"{DOCUMENT}/withdrawal", WithdrawDocument, withdraw_document, version=version)
write(pages, f"{DOCUMENT}/adoption", AdoptDocument, adopt_document, version=version, moment=True)
write(pages, f"{ONE}/movement", LaunchMovement, launch_movement, version=version, moment=True)
write(pages, f"{ONE}/opening", OpenConference, open_conference, version=version, moment=True)
write(pages, f"{ONE}/closing", CloseConference, close_conference, version=version, moment=True)
write(
    pages, f"{ONE}/publication", PublishConference, publish_conference, version=version, moment=True
)
write(
    pages,
    f"{ONE}/publication/withdrawal",
    UnpublishConference,
    unpublish_conference,
    version=version,
    moment=True,
)
