"""The attendance's pages: the roll-call table, letting people in, taking it back."""

from typing import Any
from uuid import UUID

from flask import request
from flask.typing import ResponseReturnValue

from conference import gate
from conference.commands.attendance import (
    AdmitWalkIn,
    CheckInGuest,
    ExcuseAbsence,
    ReverseCheckIn,
    RevokeExcuse,
    admit_walk_in,
    check_in_guest,
    excuse_absence,
    reverse_check_in,
    revoke_excuse,
)
from conference.commands.fields import Yes
from conference.copies import copied
from conference.documents.roll_call_pdf import sentence_of
from conference.errors import Refused
from conference.gate import may
from conference.language import sentence
from conference.web.door import act, noun, page
from projections.missing_recipients import missing

pages = noun("attendance", "/attendance")

LONGEST = 80
"""Characters of what is looked for: twice the longest name."""

FOUND = 12
"""Guests that a search shows: more is a reason to type on, not to scroll at a door."""


@pages.get("")
@may("read_attendance")
@copied
def attendance_page(conference_id: UUID) -> ResponseReturnValue:
    shelf = gate.shelf()
    wanted = request.values.get("q", "")[:LONGEST].strip()
    may_search = gate.allowed("find_guest")
    found = shelf.guest_list.likely(wanted)[:FOUND] if wanted and may_search else ()
    spoken = sentence_of(shelf, sentence)
    said = {"spoken": spoken, "found": found, "wanted": wanted, "missing": missing(shelf.run_sheet)}
    return page("attendance", attendance=shelf.attendance, **said)


@pages.post("/<uuid:guest>/check-in")
@may("find_guest")
def check_in(conference_id: UUID, guest: UUID) -> ResponseReturnValue:
    known = {"key": guest, "guest": guest, "at": gate.conference_now()}
    return act(CheckInGuest, check_in_guest, attendance_page, done=entered, **known)


def entered(entry: Any) -> str:
    """Let in; or who asked later is told when and where the guest came in first."""
    if entry.first:
        return sentence("done.check_in_guest")
    at = entry.at.astimezone(gate.shelf().conference.zone)
    return sentence("attendance.already-in", at=f"{at:%H:%M}", door=entry.door or "–")


@pages.post("/<uuid:guest>/reversal")
@may("reverse_check_in")
def reversal(conference_id: UUID, guest: UUID) -> ResponseReturnValue:
    at = gate.conference_now()
    return act(ReverseCheckIn, reverse_check_in, attendance_page, key=guest, guest=guest, at=at)


@pages.post("/<uuid:guest>/excuse")
@may("excuse_absence")
def excuse(conference_id: UUID, guest: UUID) -> ResponseReturnValue:
    return act(ExcuseAbsence, excuse_absence, attendance_page, key=guest, guest=guest)


@pages.post("/<uuid:guest>/excuse/revocation")
@may("revoke_excuse")
def excuse_revocation(conference_id: UUID, guest: UUID) -> ResponseReturnValue:
    return act(RevokeExcuse, revoke_excuse, attendance_page, key=guest, guest=guest)


class Admitting(AdmitWalkIn):
    """A walk-in; `sure` where somebody of that name is invited and has been asked for."""

    sure = Yes(load_default=False)


@pages.post("/walk-ins")
@may("admit_walk_in")
def walk_ins(conference_id: UUID) -> ResponseReturnValue:
    return act(Admitting, admitted, attendance_page, at=gate.conference_now())


def admitted(store: Any, stamp: Any, *, sure: bool, name: str, **said: Any) -> None:
    if not sure and gate.shelf().guest_list.namesakes(name):
        raise Refused("attendance.namesake", name=name)
    admit_walk_in(store, stamp, name=name, **said)


admitted.__name__ = admit_walk_in.__name__
