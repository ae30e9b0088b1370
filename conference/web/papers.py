"""The papers: what is printed for the day, all in one place."""

from collections.abc import Sequence
from uuid import UUID

from flask import request
from flask.typing import ResponseReturnValue

from conference import gate
from conference.documents.name_tents_pdf import name_tents_pdf
from conference.documents.roll_call_pdf import roll_call_pdf
from conference.documents.signatures_pdf import signatures_pdf
from conference.errors import Refused
from conference.gate import may
from conference.rules.seats import STAGE
from conference.web.door import noun, page
from conference.web.paper_answers import pdf, reader
from projections.badges import printable
from projections.guest import Guest
from projections.library import Shelf

pages = noun("papers", "/papers")

MOST_TENTS = 300
"""Sheets of one file, drawn in about a second."""


@pages.get("")
@may("read_guest_list")
def papers_page(conference_id: UUID) -> ResponseReturnValue:
    shelf = gate.shelf()
    return page("papers", due=shelf.badges.due(shelf.guest_list), on_stage=on_stage(shelf))


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


@pages.get("/name-tents.pdf")
@may("read_guest_list")
def name_tents(conference_id: UUID) -> ResponseReturnValue:
    """Of a `group`, of one `guest`, else of the presidium."""
    shelf = gate.shelf()
    made = name_tents_pdf(shelf, tent_guests(shelf), reader(".papers_page", shelf))
    return pdf(made, "bien-ten", shelf)


def tent_guests(shelf: Shelf) -> Sequence[Guest]:
    group, guest = request.args.get("group"), request.args.get("guest")
    everybody = printable(shelf.guest_list)
    if guest:
        found: Sequence[Guest] = [one for one in everybody if str(one.id) == guest]
    elif group:
        found = [one for one in everybody if one.group == group]
    else:
        found = on_stage(shelf)
    if not found:
        raise Refused("papers.nobody")
    return found[:MOST_TENTS]


def on_stage(shelf: Shelf) -> list[Guest]:
    """Who sits at the presidium's table, from the left."""
    return [seat.guest for seat in shelf.seating_plan.seats if seat.row == STAGE and seat.guest]
