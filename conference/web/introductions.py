"""The introductions' page: whom the MC greets, in which order, and why."""

from uuid import UUID

from flask.typing import ResponseReturnValue

from conference import gate
from conference.copies import copied
from conference.gate import may
from conference.web.door import noun, page

pages = noun("introductions", "/introductions")


@pages.get("")
@may("read_introductions")
@copied
def introductions_page(conference_id: UUID) -> ResponseReturnValue:
    return page("introductions", introductions=gate.shelf().introductions)
