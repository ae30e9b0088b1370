"""The papers: what is printed for the day, all in one place."""

from collections import Counter
from typing import Any
from uuid import UUID, uuid4

from flask import make_response, request, url_for
from flask.typing import ResponseReturnValue

from conference import gate
from conference.commands.badges import PrintTents, print_tents
from conference.documents.name_tents_pdf import name_tents_pdf
from conference.documents.roll_call_pdf import roll_call_pdf
from conference.documents.signatures_pdf import signatures_pdf
from conference.errors import NotFound
from conference.gate import may
from conference.rules.badge_sizes import MOST
from conference.web.door import act, noun, page
from conference.web.paper_answers import pdf, reader
from projections.badges import presidium, printable

pages = noun("papers", "/papers")


@pages.get("")
@may("read_guest_list")
def papers_page(conference_id: UUID) -> ResponseReturnValue:
    shelf = gate.shelf()
    badges, listed = shelf.badges, shelf.guest_list
    waiting = Counter(one.group for one in badges.tents_due(printable(listed)))
    on_stage = presidium(shelf.seating_plan)
    said = {"on_stage": on_stage, "stage_due": badges.tents_due(on_stage), "most": MOST}
    return page("papers", badges=badges, due=badges.due(listed), waiting=waiting, **said)


@pages.get("/roll-call.pdf")
@may("read_attendance")
def roll_call(conference_id: UUID) -> ResponseReturnValue:
    """The roll call as it stands at this position."""
    shelf = gate.shelf()
    made = roll_call_pdf(shelf, reader("attendance.attendance_page", shelf))
    return pdf(made, "diem-danh", shelf)


@pages.get("/signatures.pdf")
@may("read_guest_list")
def signatures(conference_id: UUID) -> ResponseReturnValue:
    """The sheet on which who comes signs, of one `group` or of all."""
    shelf = gate.shelf()
    made = signatures_pdf(shelf, reader(".papers_page", shelf), request.args.get("group"))
    return pdf(made, "ky-ten", shelf)


@pages.post("/tents")
@may("print_tents")
def tents(conference_id: UUID) -> ResponseReturnValue:
    """Print name tents, and answer with the way to the paper; refused, with the page."""
    shelf, id = gate.shelf(), uuid4()
    known: dict[str, Any] = {"listed": shelf.guest_list, "position": shelf.position}
    known["presidium"] = presidium(shelf.seating_plan)
    response = make_response(act(PrintTents, print_tents, papers_page, printing=id, **known))
    if response.status_code == 303:
        response.location = url_for(".tents_paper", conference_id=conference_id, printing=id)
    return response


@pages.get("/tents/<uuid:printing>/paper.pdf")
@may("print_tents")
def tents_paper(conference_id: UUID, printing: UUID) -> ResponseReturnValue:
    """The name tents of a printing as they were printed: drawn from its own position of the log."""
    found = gate.newest().badges.tents_by_id.get(printing)
    if found is None:
        raise NotFound("printing", printing)
    shelf = gate.shelf_of(conference_id, found.position)
    guests = [shelf.guest_list.by_id[id] for id in found.guests]
    return pdf(name_tents_pdf(shelf, guests, reader(".papers_page", shelf)), "bien-ten", shelf)
