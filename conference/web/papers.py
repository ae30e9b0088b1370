"""The papers: what is printed for the day, all in one place."""

from uuid import UUID

from flask.typing import ResponseReturnValue

from conference import gate
from conference.documents.roll_call_pdf import roll_call_pdf
from conference.gate import may
from conference.web.door import noun
from conference.web.paper_answers import pdf, reader

pages = noun("papers", "/papers")


@pages.get("/roll-call.pdf")
@may("read_attendance")
def roll_call(conference_id: UUID) -> ResponseReturnValue:
    """The roll call as it stands at this position."""
    shelf = gate.shelf()
    made = roll_call_pdf(shelf, reader("attendance.attendance_page", shelf))
    return pdf(made, "diem-danh", shelf)
