"""The speeches' pages: all of them with their states and minutes, and orders that are proposed."""

from uuid import UUID

from flask import request
from flask.typing import ResponseReturnValue

from conference.commands.speech import (
    RequestSpeech,
    SetSpeechTerms,
    request_speech,
    set_speech_terms,
)
from conference.commands.speech_order import ArrangeSpeeches, arrange_speeches
from conference.copies import copied
from conference.gate import may
from conference.gate_edition import seen
from conference.web.door import act, noun, page, shown_page
from projections.speech_list import STATES, speech_list
from projections.speech_order import RULES, proposed

pages = noun("speeches", "/speeches")

SPEECHES = 50
"""Speeches of one page: two screens of a laptop."""


@pages.get("")
@may("read_speeches")
@copied
def speeches_page(conference_id: UUID) -> ResponseReturnValue:
    listed = speech_list(seen())
    wanted, state = request.args.get("q", "")[:200].strip(), request.args.get("state")
    state = state if state in STATES else None
    found = listed.search(wanted, state)
    number = shown_page(len(found), SPEECHES)
    shown = found[(number - 1) * SPEECHES : number * SPEECHES]
    said = {"wanted": wanted, "state": state, "number": number, "size": SPEECHES}
    return page("speeches", listed=listed, found=found, shown=shown, rules=RULES, **said)


@pages.post("")
@may("request_speech")
def speeches(conference_id: UUID) -> ResponseReturnValue:
    return act(RequestSpeech, request_speech, speeches_page)


@pages.post("/terms")
@may("set_speech_terms")
def terms(conference_id: UUID) -> ResponseReturnValue:
    return act(SetSpeechTerms, set_speech_terms, speeches_page)


@pages.get("/order")
@may("read_speeches")
def order_page(conference_id: UUID) -> ResponseReturnValue:
    """The order that a rule proposes; nothing is moved yet."""
    shelf, asked = seen(), request.args.get("rule", "")
    proposal = proposed(shelf, asked if asked in RULES else RULES[0])
    return page("speech_order", proposal=proposal, rules=RULES, version=shelf.agenda.version)


@pages.post("/order")
@may("arrange_speeches")
def order(conference_id: UUID) -> ResponseReturnValue:
    return act(ArrangeSpeeches, arrange_speeches, order_page)
