"""The letters: what they say, what went out to whom, their paper, and until when answers count."""

from datetime import date
from uuid import UUID

from flask import request
from flask.typing import ResponseReturnValue

from conference import gate, vault_outbox
from conference.commands.letters import (
    Registered,
    SendLetters,
    SetAnswerDeadline,
    WordLetter,
    send_letters,
    set_answer_deadline,
    word_letter,
)
from conference.commands.mails import Queued
from conference.documents.letters_pdf import groups_letter_pdf
from conference.errors import Refused
from conference.gate import may
from conference.language import sentence
from conference.rules.mail_address import deliverable
from conference.rules.working_days import latest
from conference.web.door import act, noun, page, shown_page
from conference.web.letters_papers import as_pdf, papers
from projections.guest import Guest
from projections.guest_list import GuestList
from projections.letters import (
    STAGES,
    addressees,
    all_ways,
    batches,
    by_group,
    letters,
    totals,
    under,
    unreached,
)

pages = noun("letters", "/letters")

SENDING = ("number", "dated_on", "channel")
"""What tells one sending from another in an address."""

GUESTS = 50
"""Guests of one page: two screens of a laptop."""


@pages.get("")
@may("read_guest_list")
def letters_page(conference_id: UUID) -> ResponseReturnValue:
    shelf = gate.shelf()
    groups, held = by_group(shelf.guest_list), shelf.conference.held_on
    waiting, stage = shelf.guest_list.waiting(), request.args.get("stage")
    found = at_stage(shelf.guest_list, stage)
    number = shown_page(len(found), GUESTS)
    return page(
        "letters",
        groups=groups,
        stages=STAGES,
        all_ways=all_ways(groups),
        stage=stage,
        counts=totals(groups),
        batches=batches(shelf.guest_list, shelf.conference.zone),
        waiting=waiting,
        letter_groups=[(one.group, one.group) for one in groups],
        latest=latest(date.fromisoformat(held)) if held else None,
        today=shelf.conference.clock(gate.now()).date(),
        able=gate.house().settings.mails,
        mailable=sum(deliverable(one.email) is not None for one in waiting),
        mails=vault_outbox.counts(gate.house().store, conference_id),
        unreached=len(unreached(shelf.guest_list)),
        found=found,
        shown=found[(number - 1) * GUESTS : number * GUESTS],
        number=number,
    )


def at_stage(listed: GuestList, stage: str | None) -> tuple[Guest, ...]:
    """The guests whose invitation has come so far; `unreached` are those whose address failed."""
    if stage == "unreached":
        return unreached(listed)
    return letters(listed, stage if stage in STAGES else None)


@pages.post("/words")
@may("word_letter")
def words(conference_id: UUID) -> ResponseReturnValue:
    return act(WordLetter, word_letter, letters_page)


@pages.post("/deadline")
@may("set_answer_deadline")
def deadline(conference_id: UUID) -> ResponseReturnValue:
    return act(SetAnswerDeadline, set_answer_deadline, letters_page)


@pages.post("/sendings")
@may("send_letters")
def sendings(conference_id: UUID) -> ResponseReturnValue:
    known = {"listed": gate.shelf().guest_list, "able": gate.house().settings.mails}
    at = gate.conference_now()
    return act(SendLetters, send_letters, letters_page, done=sent_or_queued, at=at, **known)


def sent_or_queued(queued: Queued | None) -> str:
    """What a sending came to: recorded as sent, or so many mails on their way."""
    if queued is None:
        return sentence("done.send_letters")
    return sentence("done.queue_letters", count=queued.count, without=queued.without)


@pages.get("/paper.pdf")
@may("read_door_codes")
def paper(conference_id: UUID) -> ResponseReturnValue:
    """The letters of a sending (`number`, and `dated_on` and `channel` where several have it), else
    of all who wait for one."""
    asked = {name: request.args[name] for name in SENDING if request.args.get(name)}
    shelf = gate.shelf()
    listed, sent = shelf.guest_list, batches(shelf.guest_list, shelf.conference.zone)
    if "number" not in asked:
        return papers(listed.waiting())
    found = [one for one in sent if all(getattr(one, name) == asked[name] for name in asked)]
    if not found:
        raise Refused("letter.nobody-waits")
    return papers(under(listed, found[0]), (found[0].number, found[0].dated_on))


@pages.get("/groups.pdf")
@may("send_letters")
def groups_paper(conference_id: UUID) -> ResponseReturnValue:
    """One letter to all groups together, under the number and day asked for."""
    asked, shelf = Registered().load(request.args), gate.shelf()
    if not addressees(shelf.guest_list):
        raise Refused("letter.nobody-waits")
    made = groups_letter_pdf(shelf, (asked["number"], asked["dated_on"]))
    return as_pdf(made, f"giay-moi-chung-{shelf.conference.code}-{shelf.position}.pdf")


@pages.get("/<uuid:guest>/paper.pdf")
@may("read_door_codes")
def one_paper(conference_id: UUID, guest: UUID) -> ResponseReturnValue:
    return papers((gate.one_guest(guest),))
