"""One line of an instrument: who receives it, who stands in, how the name is said, its object."""

from uuid import UUID

from flask import request
from flask.typing import ResponseReturnValue

from conference import gate
from conference.commands.awards_ceremony import (
    LinkRecipient,
    NameRepresentative,
    link_recipient,
    name_representative,
)
from conference.commands.awards_prepared import (
    NotePhonetic,
    note_aliases,
    note_phonetic,
    ready_objects,
)
from conference.commands.plan_typed import TypedAliases, WholeReadiness
from conference.copies import copied
from conference.errors import NotFound
from conference.gate import may
from conference.web.door import act, noun, page
from projections.award_plan import Line
from projections.guest import Guest
from projections.plan_shown import STEPS, place_of, sole_line

pages = noun("award_line", "/awards/lines/<uuid:line>")

GUESTS = 10
"""Guests offered as the recipient at once; whoever is not among them is searched for."""


@pages.get("")
@may("read_awards")
@copied
def line_page(conference_id: UUID, line: UUID) -> ResponseReturnValue:
    shelf = gate.shelf()
    found = sole_line(shelf.awards, line)
    if found is None:
        raise NotFound("line", line)
    wanted = request.args.get("q", "")[:200].strip()
    documents = {"one": found[0], "line": found[1], "awards": shelf.awards, "steps": STEPS}
    documents |= {"place": place_of(shelf.run_sheet, line), "wanted": wanted}
    return page("award_line", **documents, guests=offered(found[1], wanted))


def offered(line: Line, wanted: str) -> tuple[Guest, ...]:
    """Who may receive the line: those searched for, else guests of that name or body. Guests are
    the organisers' to see."""
    if not gate.allowed("link_recipient"):
        return ()
    found = gate.shelf().guest_list.search(wanted or line.name)
    return tuple(guest for guest in found if guest.invited)[:GUESTS]


@pages.post("/recipient")
@may("link_recipient")
def recipient(conference_id: UUID, line: UUID) -> ResponseReturnValue:
    return act(LinkRecipient, link_recipient, line_page, line=line)


@pages.post("/representative")
@may("name_representative")
def representative(conference_id: UUID, line: UUID) -> ResponseReturnValue:
    return act(NameRepresentative, name_representative, line_page, line=line)


@pages.post("/phonetic")
@may("note_phonetic")
def phonetic(conference_id: UUID, line: UUID) -> ResponseReturnValue:
    return act(NotePhonetic, note_phonetic, line_page, line=line)


@pages.post("/aliases")
@may("note_aliases")
def aliases(conference_id: UUID, line: UUID) -> ResponseReturnValue:
    return act(TypedAliases, note_aliases, line_page, line=line)


@pages.post("/readiness")
@may("ready_objects")
def readiness(conference_id: UUID, line: UUID) -> ResponseReturnValue:
    return act(WholeReadiness, ready_objects, line_page, lines=[line])
