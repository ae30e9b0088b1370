"""One speech's page: its texts and what became of each, its place, its speaker, its unit's link."""

from uuid import UUID

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from conference import gate, vault_speeches
from conference.commands.speech import (
    DescribeSpeech,
    LinkSpeaker,
    WithdrawSpeech,
    describe_speech,
    link_speaker,
    withdraw_speech,
)
from conference.commands.speech_order import PlaceSpeech, place_speech
from conference.commands.speech_texts import (
    ApproveSpeech,
    ReceiveText,
    SendBackSpeech,
    approve_speech,
    send_back_speech,
)
from conference.errors import NotFound
from conference.gate import may
from conference.gate_edition import seen
from conference.language import sentence
from conference.vault_speeches import SpeechLink
from conference.web.door import act, noun, page
from conference.web.speech_files import received, text_file
from projections.guest import Guest
from projections.speech_list import Row, row_of

pages = noun("one_speech", "/speeches/<uuid:speech>")

GUESTS = 8
"""Guests offered as the speaker at once; whoever is not among them is searched for."""


@pages.get("")
@may("read_speeches")
def speech_page(conference_id: UUID, speech: UUID) -> ResponseReturnValue:
    return shown(own_row(speech))


def shown(row: Row, made: str | None = None) -> str:
    """The page, with the address of a link that has just been made."""
    links = vault_speeches.links_made(gate.house().store, link_of(row))
    wanted = request.args.get("q", "")[:200].strip()
    said = {"row": row, "made": made, "links": links, "wanted": wanted}
    return page("one_speech", guests=guests(row, wanted), agenda=seen().agenda, **said)


def own_row(speech: UUID) -> Row:
    shelf = seen()
    found = row_of(shelf, shelf.agenda, speech)
    if found is None:
        raise NotFound("speech", speech)
    return found


def guests(row: Row, wanted: str) -> tuple[Guest, ...]:
    """Who may be the speaker: those searched for, else by the speaker's name, else by the unit."""
    listed = gate.shelf().guest_list
    for words in [wanted] if wanted else [row.speaker[0] or "", row.unit]:
        if found := listed.search(words) if words else ():
            return found[:GUESTS]
    return ()


@pages.post("/description")
@may("describe_speech")
def description(conference_id: UUID, speech: UUID) -> ResponseReturnValue:
    return act(DescribeSpeech, describe_speech, speech_page, speech=speech)


@pages.post("/speaker")
@may("link_speaker")
def speaker(conference_id: UUID, speech: UUID) -> ResponseReturnValue:
    return act(LinkSpeaker, link_speaker, speech_page, speech=speech)


@pages.post("/texts")
@may("receive_text")
def texts(conference_id: UUID, speech: UUID) -> ResponseReturnValue:
    return act(ReceiveText, received, speech_page, speech=speech)


@pages.get("/texts/<int:number>")
@may("read_speeches")
def text(conference_id: UUID, speech: UUID, number: int) -> ResponseReturnValue:
    return text_file(own_row(speech), number)


@pages.post("/return")
@may("send_back_speech")
def back(conference_id: UUID, speech: UUID) -> ResponseReturnValue:
    return act(SendBackSpeech, send_back_speech, speech_page, speech=speech)


@pages.post("/approval")
@may("approve_speech")
def approval(conference_id: UUID, speech: UUID) -> ResponseReturnValue:
    return act(ApproveSpeech, approve_speech, speech_page, speech=speech)


@pages.post("/place")
@may("place_speech")
def place(conference_id: UUID, speech: UUID) -> ResponseReturnValue:
    return act(PlaceSpeech, place_speech, speech_page, speech=speech)


@pages.post("/withdrawal")
@may("withdraw_speech")
def withdrawal(conference_id: UUID, speech: UUID) -> ResponseReturnValue:
    return act(WithdrawSpeech, withdraw_speech, speech_page, speech=speech)


@pages.post("/links")
@may("make_speech_links")
def links(conference_id: UUID, speech: UUID) -> ResponseReturnValue:
    """A fresh link for the unit; it is shown this once. A speech that only the agenda knew of
    begins its own story with it."""
    row, house = own_row(speech), gate.house()
    if row.speech is None:
        describe_speech(house.store, gate.stamp(), conference_id=conference_id, speech=speech)
        gate.fresh()
    secret = vault_speeches.make_link(house.store, link_of(row), gate.now())
    return shown(row, f"{house.settings.address}/u/{secret}")


@pages.post("/links/revocation")
@may("make_speech_links")
def revocation(conference_id: UUID, speech: UUID) -> ResponseReturnValue:
    vault_speeches.revoke_links(gate.house().store, link_of(own_row(speech)), gate.now())
    flash(sentence("done.revoke_speech_links"))
    return redirect(url_for(".speech_page", conference_id=conference_id, speech=speech), 303)


def link_of(row: Row) -> SpeechLink:
    return SpeechLink(gate.shelf().conference.id, row.id)
