"""The outbox: which mail is where, what the server said, and what to do about those that failed."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from flask import request
from flask.typing import ResponseReturnValue

from conference import gate, vault_notices, vault_outbox
from conference.commands.mails import (
    DropMails,
    ReportBounce,
    RetryMail,
    SendTestMail,
    drop_mails,
    report_bounce,
    retry_mail,
    send_test_mail,
)
from conference.gate import may
from conference.rules.names import found
from conference.vault_outbox import OPEN, STATES, Mail
from conference.web.door import act, noun, page, shown_page
from projections.guest_list import GuestList

pages = noun("mails", "/letters/mails")

MAILS = 50
"""Mails of one page: two screens of a laptop."""

ALIVE = timedelta(minutes=10)
"""How long a word of the server that it is away is shown as news."""


@pages.get("")
@may("read_mails")
def mails_page(conference_id: UUID) -> ResponseReturnValue:
    store, listed = gate.house().store, gate.shelf().guest_list
    state, wanted = request.args.get("state"), request.args.get("q", "")
    kept = vault_outbox.mails(store, conference_id, [state] if state in STATES else STATES)
    told = {mail.id: one.who for mail, one in vault_notices.notices_of(store, conference_id)}
    mails = [one for one in kept if about(one, listed, told, wanted)]
    number = shown_page(len(mails), MAILS)
    return page(
        "mails",
        counts=vault_outbox.counts(store, conference_id),
        settings=gate.house().settings,
        state=state if state in STATES else None,
        states=STATES,
        waits=OPEN,
        wanted=wanted,
        guests=listed.by_id,
        told=told,
        found=len(mails),
        shown=mails[(number - 1) * MAILS : number * MAILS],
        number=number,
    )


def about(mail: Mail, listed: GuestList, told: Mapping[UUID, str], wanted: str) -> bool:
    """Whether a mail is looked for: by address, number, or who gets it; without diacritics."""
    guest = listed.by_id.get(mail.invitation) if mail.invitation else None
    names = (guest.coming, guest.name, guest.post, guest.body, guest.group) if guest else ()
    said = (mail.address, mail.number, mail.answer, told.get(mail.id))
    return not wanted or found(wanted, *said, *names)


@pages.post("/tests")
@may("send_test_mail")
def tests(conference_id: UUID) -> ResponseReturnValue:
    able = gate.house().settings.mails
    return act(SendTestMail, send_test_mail, mails_page, able=able)


@pages.post("/withdrawal")
@may("drop_mails")
def withdrawal(conference_id: UUID) -> ResponseReturnValue:
    return act(DropMails, drop_mails, mails_page)


@pages.post("/<uuid:mail>/try")
@may("retry_mail")
def again(conference_id: UUID, mail: UUID) -> ResponseReturnValue:
    listed = gate.shelf().guest_list
    return act(RetryMail, retry_mail, mails_page, key=mail, mail=mail, listed=listed)


@pages.post("/<uuid:mail>/bounce")
@may("report_bounce")
def bounce(conference_id: UUID, mail: UUID) -> ResponseReturnValue:
    at = gate.conference_now()
    return act(ReportBounce, report_bounce, mails_page, key=mail, mail=mail, at=at)
