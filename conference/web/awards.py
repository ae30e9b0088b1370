"""The awards' pages: instruments with their lines, order and stage, announcing and presenting."""

from typing import Any
from uuid import UUID

from flask.typing import ResponseReturnValue

from conference import gate
from conference.commands.awards import (
    WithdrawInstrument,
    register_instrument,
    revise_instrument,
    withdraw_instrument,
)
from conference.commands.awards_ceremony import (
    AnnounceInstrument,
    LinkRecipient,
    NameRepresentative,
    PresentAward,
    announce_instrument,
    link_recipient,
    name_representative,
    present_award,
)
from conference.commands.awards_typed import TypedInstrument
from conference.copies import copied
from conference.errors import NotFound
from conference.gate import may
from conference.web.award_lines import beside, found_in
from conference.web.door import act, noun, page
from projections.award_plan import Instrument

pages = noun("awards", "/awards")


@pages.get("")
@may("read_awards")
@copied
def awards_page(conference_id: UUID) -> ResponseReturnValue:
    return page("awards", awards=gate.shelf().awards)


@pages.get("/instruments/<uuid:instrument>")
@may("read_awards")
@copied
def instrument_page(conference_id: UUID, instrument: UUID) -> ResponseReturnValue:
    one, awards = one_instrument(instrument), gate.shelf().awards
    return page("instrument", one=one, awards=awards, **beside(one), **found_in([one]))


@pages.get("/lines")
@may("read_awards")
@copied
def lines_page(conference_id: UUID) -> ResponseReturnValue:
    """Lines of all instruments, as a search finds them."""
    awards = gate.shelf().awards
    return page("award_lines", awards=awards, **found_in(awards.instruments))


def one_instrument(instrument: UUID) -> Instrument:
    known = (one for one in gate.shelf().awards.instruments if one.id == instrument)
    found = next(known, None)
    if found is None:
        raise NotFound("instrument", instrument)
    return found


@pages.post("/instruments")
@may("register_instrument")
def instruments(conference_id: UUID) -> ResponseReturnValue:
    return act(TypedInstrument, register_instrument, awards_page)


@pages.post("/instruments/<uuid:instrument>/revision")
@may("revise_instrument")
def revision(conference_id: UUID, instrument: UUID) -> ResponseReturnValue:
    schema = TypedInstrument.knowing(one_instrument(instrument))
    return act(schema, revise_instrument, instrument_page, instrument=instrument)


@pages.post("/instruments/<uuid:instrument>/withdrawal")
@may("withdraw_instrument")
def withdrawal(conference_id: UUID, instrument: UUID) -> ResponseReturnValue:
    return act(WithdrawInstrument, withdraw_instrument, awards_page, instrument=instrument)


@pages.post("/instruments/<uuid:instrument>/announcement")
@may("announce_instrument")
def announcement(conference_id: UUID, instrument: UUID) -> ResponseReturnValue:
    known: dict[str, Any] = {"instrument": instrument, "at": gate.conference_now()}
    return act(AnnounceInstrument, announce_instrument, awards_page, key=instrument, **known)


@pages.post("/instruments/<uuid:instrument>/lines/<uuid:line>/recipient")
@may("link_recipient")
def recipient(conference_id: UUID, instrument: UUID, line: UUID) -> ResponseReturnValue:
    return act(LinkRecipient, link_recipient, instrument_page, key=line, line=line)


@pages.post("/instruments/<uuid:instrument>/lines/<uuid:line>/representative")
@may("name_representative")
def representative(conference_id: UUID, instrument: UUID, line: UUID) -> ResponseReturnValue:
    return act(NameRepresentative, name_representative, instrument_page, key=line, line=line)


@pages.post("/instruments/<uuid:instrument>/lines/<uuid:line>/presentation")
@may("present_award")
def presentation(conference_id: UUID, instrument: UUID, line: UUID) -> ResponseReturnValue:
    at = gate.conference_now()
    return act(PresentAward, present_award, instrument_page, key=line, line=line, at=at)
