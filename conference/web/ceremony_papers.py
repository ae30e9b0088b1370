"""The papers of the ceremony: for MC, crews, bearers, presenters, recipients, and for signature."""

from uuid import UUID

from flask import Response
from flask.typing import ResponseReturnValue

from conference.documents.ceremony_papers import FILES, FORMATS, PAPERS, drawn
from conference.documents.since import since
from conference.errors import NotFound
from conference.gate import may
from conference.gate_edition import seen
from conference.language import sentence
from conference.web.door import noun, page
from conference.web.editions import asked_since
from conference.web.paper_answers import file_of, source_of

pages = noun("ceremony_papers", "/run-sheet/papers")


@pages.get("")
@may("read_run_sheet")
def ceremony_papers_page(conference_id: UUID) -> ResponseReturnValue:
    return page("ceremony_papers", names=tuple(PAPERS), sheet=seen().run_sheet)


@pages.get("/<paper>.<form>")
@may("read_run_sheet")
def ceremony_paper(conference_id: UUID, paper: str, form: str) -> ResponseReturnValue:
    """A paper as it stands at this position."""
    if paper not in PAPERS or form not in FORMATS:
        raise NotFound("paper", f"{paper}.{form}")
    return answered(paper, form)


def answered(paper: str, form: str) -> Response:
    shelf = seen()
    compared = since(shelf, asked_since(), sentence)
    made = drawn(source_of(shelf, paper), paper, form, compared)
    return file_of(
        made, f"{FILES[paper]}-{shelf.conference.code}-{shelf.position}.{form}", FORMATS[form][1]
    )
