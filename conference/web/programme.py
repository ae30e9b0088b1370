"""The programme's papers: what offices give out, what the chair reads."""

from uuid import UUID

from flask import Response
from flask.typing import ResponseReturnValue

from conference import gate
from conference.documents.chair_pdf import chair_pdf
from conference.documents.edition import DRAFT
from conference.documents.programme_docx import programme_docx
from conference.documents.programme_pdf import programme_pdf
from conference.errors import Refused
from conference.gate import may
from conference.web.door import noun
from conference.web.paper_answers import pdf, reader
from projections.library import Shelf

pages = noun("programme", "/agenda")

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pages.get("/programme.pdf")
@may("read_agenda")
def paper(conference_id: UUID) -> ResponseReturnValue:
    shelf = filled()
    made = programme_pdf(shelf, reader("agenda.agenda_page", shelf), release=DRAFT.release)
    return pdf(made, "chuong-trinh", shelf)


@pages.get("/programme.docx")
@may("read_agenda")
def word(conference_id: UUID) -> ResponseReturnValue:
    shelf = filled()
    made = programme_docx(shelf, reader("agenda.agenda_page", shelf), release=DRAFT.release)
    return to_keep(made, "chuong-trinh", "docx", DOCX)


@pages.get("/chair.pdf")
@may("read_agenda")
def chair(conference_id: UUID) -> ResponseReturnValue:
    shelf = filled()
    made = chair_pdf(shelf, reader("agenda.agenda_page", shelf), release=DRAFT.release)
    return pdf(made, "chuong-trinh-chu-tri", shelf)


def filled() -> Shelf:
    """The documents, once there is anything to print. Refused while the agenda is empty."""
    shelf = gate.shelf()
    if not shelf.agenda.items:
        raise Refused("programme.empty")
    return shelf


def to_keep(made: bytes, name: str, ending: str, kind: str) -> Response:
    """A file that the browser keeps instead of showing it."""
    shelf = gate.shelf()
    file = f"{name}-{shelf.conference.code}-{shelf.position}.{ending}"
    disposition = {"Content-Disposition": f'attachment; filename="{file}"'}
    return Response(made, content_type=kind, headers=disposition)
