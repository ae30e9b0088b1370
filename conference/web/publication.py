"""The public page of a conference, put up and taken down by its organisers: no account needed."""

from collections.abc import Callable
from uuid import UUID

from flask import Blueprint, Response, render_template
from flask.typing import ResponseReturnValue

from conference import gate
from conference.calendar_desk import wanted
from conference.commands.publication import (
    PublishConference,
    UnpublishConference,
    publish_conference,
    unpublish_conference,
)
from conference.documents.agenda_ics import agenda_ics
from conference.documents.event_jsonld import event_jsonld
from conference.documents.schedule_json import schedule_json
from conference.documents.schedule_xml import schedule_xml
from conference.errors import NotFound
from conference.gate import PUBLIC, may
from conference.language import chosen_language, sentence
from conference.web.door import act, noun, page
from projections.edition import as_seen, edition_of
from projections.library import Shelf

pages = noun("publication", "/publication")

public = Blueprint("public", __name__, url_prefix="/c/<key>")


@pages.get("")
@may("publish_conference")
def publication_page(conference_id: UUID) -> ResponseReturnValue:
    return page("publication", address=address_of(gate.shelf()))


@pages.post("")
@may("publish_conference")
def publication(conference_id: UUID) -> ResponseReturnValue:
    at = gate.conference_now()
    return act(PublishConference, publish_conference, publication_page, at=at)


@pages.post("/withdrawal")
@may("unpublish_conference")
def withdrawal(conference_id: UUID) -> ResponseReturnValue:
    at = gate.conference_now()
    return act(UnpublishConference, unpublish_conference, publication_page, at=at)


@public.url_value_preprocessor
def whose(endpoint: str | None, values: dict[str, object] | None) -> None:
    """The conference that the address means; one that is not published is not there."""
    assert values is not None
    values["conference_id"] = published(str(values.pop("key"))).conference.id


@public.get("")
@may(PUBLIC)
def public_page(conference_id: UUID) -> ResponseReturnValue:
    """What it is, when and where, and the programme as it was released."""
    shelf = seen()
    address = address_of(shelf)
    jsonld = event_jsonld(shelf, page=address)
    return render_template("public/page.html", shelf=shelf, address=address, jsonld=jsonld)


@public.get("/agenda.ics")
@may(PUBLIC)
def calendar(conference_id: UUID) -> ResponseReturnValue:
    def make(shelf: Shelf, *, page: str, release: int | None) -> bytes:
        return agenda_ics(shelf, wanted(shelf, page=page), sentence)

    return feed(make, "text/calendar")


@public.get("/schedule.xml")
@may(PUBLIC)
def as_xml(conference_id: UUID) -> ResponseReturnValue:
    return feed(schedule_xml, "application/xml")


@public.get("/schedule.json")
@may(PUBLIC)
def as_json(conference_id: UUID) -> ResponseReturnValue:
    return feed(schedule_json, "application/json")


def feed(make: Callable[..., bytes], kind: str) -> Response:
    """A file for everybody, made once for as long as what it is made of stays as it is: a crowd
    that takes the programme into its calendars costs one making (0.3 s of 320 items)."""
    now = gate.newest()
    made_of = (now.conference, now.agenda, now.awards)
    key = (now.conference.id, kind, chosen_language())
    kept = MADE.get(key)
    if kept is None or any(new is not old for new, old in zip(made_of, kept[0], strict=True)):
        shelf = seen()
        release = edition_of(shelf.agenda).release
        kept = MADE[key] = made_of, make(shelf, page=address_of(shelf), release=release)
    return Response(kept[1], content_type=f"{kind}; charset=utf-8")


MADE: dict[tuple[UUID, str, str], tuple[tuple[object, ...], bytes]] = {}
"""The newest file of each published conference, kind and language, and what it was made of."""


def published(key: str) -> Shelf:
    """The conference of this id or code, if everybody may read of it. NotFound otherwise."""
    library = gate.house().library
    for listed in library.conferences().conferences:
        if key in (str(listed.id), listed.code):
            shelf = library.shelf(listed.id)
            if shelf.conference.published_at is not None:
                return shelf
    raise NotFound("conference", key)


def seen() -> Shelf:
    """The documents as of now with the released programme: a past position is not the public's."""
    return as_seen(gate.newest(), draft=False)


def address_of(shelf: Shelf) -> str:
    return f"{gate.house().settings.address}/c/{shelf.conference.id}"
