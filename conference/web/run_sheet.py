"""The run-sheet's page and paper: announcements and turns in the order of the presentation."""

from uuid import UUID

from flask import Response, url_for
from flask.typing import ResponseReturnValue

from conference import gate
from conference.copies import copied
from conference.documents.run_sheet_pdf import run_sheet_pdf
from conference.gate import may
from conference.gate_edition import seen
from conference.language import chosen_language, sentence
from conference.web.door import noun, page
from conference.web.editions import asked_since
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
    """The run-sheet as it stands at this position, for printing."""
    shelf = seen()
    path = url_for(".run_sheet_page", conference_id=conference_id, at=shelf.position)
    address = gate.house().settings.address + path
    said = {"language": chosen_language(), "say": sentence, "since": asked_since()}
    paper = run_sheet_pdf(shelf, address=address, **said)  # type: ignore[arg-type]
    name = f"trinh-tu-trao-{shelf.conference.code}-{shelf.position}.pdf"
    disposition = {"Content-Disposition": f'inline; filename="{name}"'}
    return Response(paper, mimetype="application/pdf", headers=disposition)
