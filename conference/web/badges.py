"""The badges' page: whose badge is due, printing them once, and again when asked."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from flask import make_response, request, url_for
from flask.typing import ResponseReturnValue

from conference import gate, vault_door
from conference.badge_desk import listed_here, printings_here, show
from conference.commands.badges import PrintBadges, print_badges
from conference.documents.badges_pdf import badges_pdf
from conference.errors import NotFound
from conference.gate import may
from conference.rules.badge_sizes import MOST, SIZES
from conference.rules.door_code import door_code
from conference.web.door import act, noun, page, shown_page
from conference.web.paper_answers import pdf, reader
from projections.badges import Printing, printable
from projections.guest import Guest

pages = noun("badges", "/badges")

GUESTS = 50
"""Guests of one page: two screens of a laptop."""


@pages.get("")
@may("print_badges")
def badges_page(conference_id: UUID) -> ResponseReturnValue:
    shelf, wanted = gate.shelf(), request.args.get("q", "")[:80].strip()
    listed = listed_here(shelf)
    everybody = printable(listed)
    matching = {one.id for one in listed.search(wanted)} if wanted else None
    found = [one for one in everybody if matching is None or one.id in matching]
    number = shown_page(len(found), GUESTS)
    shown = found[(number - 1) * GUESTS : number * GUESTS]
    said = {"wanted": wanted, "found": found, "number": number, "shown": shown, "most": MOST}
    said |= {"due": shelf.badges.due(listed), "printings": printings_here(shelf)}
    return page("badges", badges=shelf.badges, total=len(everybody), sizes=SIZES, **said)


@pages.post("/printings")
@may("print_badges")
def printings(conference_id: UUID) -> ResponseReturnValue:
    """Print, and answer with the way to the paper; refused, with the page."""
    shelf, id = gate.shelf(), uuid4()
    known: dict[str, Any] = {"listed": listed_here(shelf), "position": shelf.position}
    response = make_response(act(PrintBadges, print_badges, badges_page, printing=id, **known))
    if response.status_code == 303:
        response.location = url_for(".printing_paper", conference_id=conference_id, printing=id)
    return response


@pages.get("/printings/<uuid:printing>/paper.pdf")
@may("print_badges")
def printing_paper(conference_id: UUID, printing: UUID) -> ResponseReturnValue:
    """The badges of a printing as they were printed: drawn from its own position of the log."""
    found = gate.newest().badges.by_id.get(printing)
    if found is None:
        raise NotFound("printing", printing)
    show(gate.newest(), found)
    return paper_of(found)


def paper_of(printing: Printing) -> ResponseReturnValue:
    shelf, house = gate.shelf_of(gate.newest().conference.id, printing.position), gate.house()
    key = vault_door.door_key(house.store, shelf.conference.id)

    def address_of(guest: Guest) -> str:
        return f"{house.settings.address}/D/{door_code(key, guest.id, guest.revision)}"

    rows = shelf.guest_list.by_id
    guests: Sequence[Guest] = [rows[id] for id in printing.guests]
    who = reader(".badges_page", shelf)
    return pdf(badges_pdf(shelf, guests, printing.size, address_of, who), "the-dai-bieu", shelf)
