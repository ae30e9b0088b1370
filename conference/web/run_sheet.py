"""The run-sheet's page and paper: announcements and turns in the order of the presentation."""

from uuid import UUID

from flask.typing import ResponseReturnValue

from conference.copies import copied
from conference.gate import may
from conference.gate_edition import seen
from conference.web.ceremony_papers import answered
from conference.web.door import noun, page
from projections.missing_recipients import missing

pages = noun("run_sheet", "/run-sheet")


@pages.get("")
@may("read_run_sheet")
@copied
def run_sheet_page(conference_id: UUID) -> ResponseReturnValue:
    shelf = seen()
    turns = shelf.run_sheet.timed(shelf.agenda.awards_start_at)
    documents = {"sheet": shelf.run_sheet, "agenda": shelf.agenda, "turns": turns}
    return page("run_sheet", **documents, missing=missing(shelf.run_sheet))


@pages.get("/paper.pdf")
@may("read_run_sheet")
def run_sheet_paper(conference_id: UUID) -> ResponseReturnValue:
    """The run-sheet of all crews under the address that it always had."""
    return answered("run-sheet", "pdf")
