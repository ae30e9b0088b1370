"""Reminders: who has not answered yet, looked at first, then asked by mail or by telephone."""

from uuid import UUID

from flask import request
from flask.typing import ResponseReturnValue

from conference import gate
from conference.commands.mails import Queued
from conference.commands.reminders import (
    CHANNELS,
    RemindGuests,
    lately,
    on_way,
    remind_guests,
)
from conference.gate import may
from conference.language import sentence
from conference.rules.mail_address import deliverable
from conference.web.door import act, noun, page, shown_page
from projections.guest import Guest
from projections.guest_list import GuestList
from projections.letters import answers_close_at

pages = noun("reminders", "/letters/reminders")

GUESTS = 50
"""Guests of one page: two screens of a laptop."""


@pages.get("")
@may("remind_guests")
def reminders_page(conference_id: UUID) -> ResponseReturnValue:
    """Everybody who would be reminded: of all groups, or of the one asked for."""
    shelf, now, settings = gate.shelf(), gate.conference_now(), gate.house().settings
    everybody, closes_at = shelf.guest_list.unanswered(), answers_close_at(shelf)
    group = request.args.get("group") or None
    wanted = request.args.get("q", "")
    here = [one for one in everybody if group in (None, one.group)]
    asked = named(here, shelf.guest_list, wanted)
    number = shown_page(len(asked), GUESTS)
    return page(
        "reminders",
        total=len(everybody),
        group=group,
        wanted=wanted,
        groups=[(one, one) for one in dict.fromkeys(one.group for one in everybody)],
        found=len(asked),
        lately={one.id for one in here if lately(one, now)},
        queued=on_way(gate.house().store, conference_id),
        mailable=sum(deliverable(one.email) is not None for one in here),
        unanswered=len(here),
        closes_at=closes_at,
        closed=closes_at is not None and now > closes_at,
        channels=CHANNELS if settings.mails else CHANNELS[1:],
        shown=asked[(number - 1) * GUESTS : number * GUESTS],
        number=number,
    )


def named(guests: list[Guest], listed: GuestList, wanted: str) -> list[Guest]:
    """Those who are found by what is looked for; all, for nothing."""
    found = {one.id for one in listed.search(wanted)} if wanted else set()
    return [one for one in guests if not wanted or one.id in found]


@pages.post("")
@may("remind_guests")
def remind(conference_id: UUID) -> ResponseReturnValue:
    shelf, at = gate.shelf(), gate.conference_now()
    known = {"listed": shelf.guest_list, "closes_at": answers_close_at(shelf)}
    able = gate.house().settings.mails
    return act(RemindGuests, remind_guests, reminders_page, done=told, at=at, able=able, **known)


def told(queued: Queued | None) -> str:
    """What a reminder came to: recorded, or so many mails on their way."""
    if queued is None:
        return sentence("done.remind_guests")
    return sentence("done.queue_reminders", count=queued.count, without=queued.without)
