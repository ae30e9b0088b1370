"""The programme's papers and files: what offices give out, what the chair reads, a calendar."""

from collections.abc import Callable
from uuid import UUID

from flask import Response, request
from flask.typing import ResponseReturnValue

from conference import gate
from conference.calendar_desk import wanted
from conference.copies import copied
from conference.documents.agenda_ics import SCOPES, agenda_ics
from conference.documents.chair_pdf import chair_pdf
from conference.documents.played_pdf import played_pdf, signed
from conference.documents.programme_docx import programme_docx
from conference.documents.programme_pdf import programme_pdf
from conference.documents.schedule_json import schedule_json
from conference.documents.schedule_xml import schedule_xml
from conference.errors import Refused
from conference.gate import may
from conference.gate_edition import seen
from conference.language import sentence
from conference.web.door import noun, page
from conference.web.editions import asked_since
from conference.web.paper_answers import pdf, reader
from projections.edition import as_invited, as_seen, edition_of
from projections.guest import Guest
from projections.library import Shelf
from projections.played import in_minutes, played

pages = noun("programme", "/agenda")

ICS = "text/calendar; charset=utf-8"

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pages.get("/programme.pdf")
@may("read_agenda")
def paper(conference_id: UUID) -> ResponseReturnValue:
    shelf = filled()
    made = programme_pdf(shelf, reader("agenda.agenda_page", shelf), since=asked_since())
    return pdf(made, "chuong-trinh", shelf)


@pages.get("/programme.docx")
@may("read_agenda")
def word(conference_id: UUID) -> ResponseReturnValue:
    shelf = filled()
    made = programme_docx(shelf, reader("agenda.agenda_page", shelf), since=asked_since())
    return to_keep(made, "chuong-trinh", "docx", DOCX)


@pages.get("/chair.pdf")
@may("read_agenda")
def chair(conference_id: UUID) -> ResponseReturnValue:
    shelf = filled()
    made = chair_pdf(shelf, reader("agenda.agenda_page", shelf), since=asked_since())
    return pdf(made, "chuong-trinh-chu-tri", shelf)


@pages.get("/played")
@may("read_agenda")
@copied
def played_page(conference_id: UUID) -> ResponseReturnValue:
    """Planned against actual, item by item."""
    shelf = seen()
    day = played(shelf.agenda, shelf.conference.closed_at)
    return page("played", day=day, signed=signed, in_minutes=in_minutes)


@pages.get("/played.pdf")
@may("read_agenda")
def played_paper(conference_id: UUID) -> ResponseReturnValue:
    shelf = filled()
    return pdf(played_pdf(shelf, reader(".played_page", shelf)), "ke-hoach-thuc-te", shelf)


@pages.get("/agenda.ics")
@may("read_agenda")
def calendar(conference_id: UUID) -> ResponseReturnValue:
    """The whole programme, or with `?scope=speeches` only these."""
    scope = request.args.get("scope", "")
    shelf = filled()
    asked = scope if scope in SCOPES else SCOPES[0]
    made = agenda_ics(shelf, wanted(shelf, scope=asked), sentence)
    return to_keep(made, "chuong-trinh", "ics", ICS)


@pages.get("/schedule.xml")
@may("read_agenda")
def as_xml(conference_id: UUID) -> ResponseReturnValue:
    return feed(schedule_xml, "xml")


@pages.get("/schedule.json")
@may("read_agenda")
def as_json(conference_id: UUID) -> ResponseReturnValue:
    return feed(schedule_json, "json")


def feed(make: Callable[..., bytes], ending: str) -> Response:
    shelf = filled()
    address = f"{gate.house().settings.address}/c/{shelf.conference.id}"
    made = make(shelf, page=address, release=edition_of(shelf.agenda).release)
    return to_keep(made, "chuong-trinh", ending, f"application/{ending}")


def calendar_of(guest: Guest) -> Response:
    """What concerns one guest: the conference, own speeches, own turns on stage."""
    shelf = as_invited(gate.shelf())
    made = agenda_ics(shelf, wanted(shelf, guest=guest), sentence)
    return to_keep(made, "lich", "ics", ICS)


def filled() -> Shelf:
    """The documents as who asks may see them, or with `?edition=released` the last release alone.
    Refused while there is nothing to print."""
    released = request.args.get("edition") == "released"
    shelf = as_seen(gate.shelf(), draft=False) if released else seen()
    if not shelf.agenda.items:
        raise Refused("programme.empty")
    return shelf


def to_keep(made: bytes, name: str, ending: str, kind: str) -> Response:
    """A file that the browser keeps instead of showing it."""
    shelf = gate.shelf()
    file = f"{name}-{shelf.conference.code}-{shelf.position}.{ending}"
    disposition = {"Content-Disposition": f'attachment; filename="{file}"'}
    return Response(made, content_type=kind, headers=disposition)
