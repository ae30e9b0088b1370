"""How a paper is asked for and answered: for whom it is printed, and the file's name."""

from typing import Any

from flask import Response, url_for

from conference import gate
from conference.documents.ceremony_source import Source
from conference.documents.paper_frame import Reader
from conference.language import chosen_language, group_words, sentence
from conference.web.seating_map import called
from projections.edition import edition_of
from projections.library import Shelf


def reader(endpoint: str, shelf: Shelf, **ids: Any) -> Reader:
    """Who asks, and the page on which the same position is on the screen."""
    path = url_for(endpoint, conference_id=shelf.conference.id, at=shelf.position, **ids)
    address = gate.house().settings.address + path
    return Reader(chosen_language(), address, sentence, called, group_words)


def pdf(made: bytes, name: str, shelf: Shelf) -> Response:
    """The paper, to be looked at in the browser before it is printed."""
    file = f"{name}-{shelf.conference.code}-{shelf.position}.pdf"
    disposition = {"Content-Disposition": f'inline; filename="{file}"'}
    return Response(made, mimetype="application/pdf", headers=disposition)


def source_of(shelf: Shelf, paper: str) -> Source:
    """What a paper of the ceremony is made of; its code leads to the page that says whether this
    print still holds. A print of a draft of the programme says so there."""
    draft = 1 if shelf.agenda.draft and edition_of(shelf.agenda).release is None else None
    said: dict[str, Any] = {"paper": paper, "position": shelf.position, "draft": draft}
    path = url_for("prints.print_page", conference_id=shelf.conference.id, **said)
    address = gate.house().settings.address + path
    return Source(shelf, Reader(chosen_language(), address, sentence, called, group_words))


def file_of(made: bytes, name: str, kind: str) -> Response:
    """A file of this name: a PDF to be looked at, anything else to be kept."""
    way = "inline" if kind == "application/pdf" else "attachment"
    headers = {"Content-Disposition": f'{way}; filename="{name}"'}
    return Response(made, mimetype=kind, headers=headers)
