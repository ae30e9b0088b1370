"""How a paper is asked for and answered: for whom it is printed, and the file's name."""

from typing import Any

from flask import Response, url_for

from conference import gate
from conference.documents.paper_frame import Reader
from conference.language import chosen_language, group_words, sentence
from conference.web.seating_map import called
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
