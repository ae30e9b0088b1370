"""The agenda as files that other programs read: calendars, schedules."""

from typing import Any
from uuid import UUID

from flask import Response
from marshmallow import Schema

from conference import gate
from conference.api.door import At, noun, refusing
from conference.calendar_desk import wanted
from conference.commands.fields import Choice, Id
from conference.documents.agenda_ics import SCOPES, agenda_ics
from conference.documents.schedule_json import schedule_json
from conference.documents.schedule_xml import schedule_xml
from conference.errors import Forbidden
from conference.gate import may
from conference.gate_edition import seen
from conference.language import sentence
from projections.edition import as_invited, edition_of

pages = noun("agenda_files", "The agenda as files in formats that others have set")

CONFERENCE = "/conferences/<uuid:conference_id>"

POSITION = "Log-Position"
"""The header that says from which position of the log a file was made."""


class CalendarAsked(At):
    scope = Choice(SCOPES, load_default=SCOPES[0])
    guest = Id(
        load_default=None,
        metadata={"description": "only what concerns this guest; for who may read the guests"},
    )


def file(rule: str, kind: str, asked: type[Schema] = At) -> Any:
    """Serve what the view makes (bytes) as a file of this kind, with the position in a header."""

    def place(make: Any) -> Any:
        def view(said: dict[str, Any], conference_id: UUID) -> Response:
            position = {POSITION: str(gate.shelf().position)}
            return Response(make(said), content_type=f"{kind}; charset=utf-8", headers=position)

        view.__name__, view.__doc__ = make.__name__, make.__doc__
        header = {POSITION: {"schema": {"type": "integer"}, "description": "position of the log"}}
        shape = {"type": "object" if kind == "application/json" else "string"}
        described = pages.response(200, shape, content_type=kind, headers=header)(
            pages.arguments(asked(), location="query")(view)
        )
        described = refusing(pages, 401, 403, 404, 409, 422)(described)
        route = pages.route(f"{CONFERENCE}{rule}", methods=["GET"], endpoint=make.__name__)
        return route(may("read_agenda")(described))

    return place


@file("/agenda.ics", "text/calendar", CalendarAsked)
def calendar(said: dict[str, Any]) -> bytes:
    """iCalendar (RFC 5545) of the conference, of the speeches, or of what concerns one guest."""
    guest = None
    if said["guest"] is not None:
        if not gate.allowed("read_guest_list"):
            raise Forbidden(gate.roles_here(), "read_guest_list")
        guest = gate.one_guest(said["guest"])
    shelf = seen() if guest is None else as_invited(gate.shelf())
    page = public_page() if shelf.conference.published_at else None
    return agenda_ics(shelf, wanted(shelf, scope=said["scope"], guest=guest, page=page), sentence)


@file("/schedule.xml", "application/xml")
def schedule_as_xml(said: dict[str, Any]) -> bytes:
    """schedule.xml (frab, c3voc): the programme without recipients and guests."""
    shelf = seen()
    return schedule_xml(shelf, page=public_page(), release=edition_of(shelf.agenda).release)


@file("/schedule.json", "application/json")
def schedule_as_json(said: dict[str, Any]) -> bytes:
    """schedule.json (frab, c3voc): the programme without recipients and guests."""
    shelf = seen()
    return schedule_json(shelf, page=public_page(), release=edition_of(shelf.agenda).release)


def public_page() -> str:
    """The address at which the programme is read by everybody, once it is published."""
    return f"{gate.house().settings.address}/c/{gate.shelf().conference.id}"
