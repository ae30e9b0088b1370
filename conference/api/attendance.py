"""Attendance as JSON, and what is done at a door for a guest found by name."""

from collections.abc import Mapping
from typing import Any

from conference import gate
from conference.api.door import noun, read, write
from conference.api.guests import CONFERENCE, GUEST
from conference.api.guests_documents import AttendanceSchema, EnteredSchema, FirstSchema
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
from conference.documents.roll_call_pdf import sentence_of
from conference.language import sentence
from projections.guest import Guest
from projections.library import Shelf

pages = noun("attendance", "Who is in the hall, who came with an excuse or without an invitation")

COUNTED = (
    *("invited", "present", "excused", "absent", "summoned", "came", "walked_in"),
    *("groups", "sites"),
)


def roll_call(shelf: Shelf) -> dict[str, Any]:
    counted = shelf.attendance
    doors = [{"door": door, "count": count} for door, count in counted.arrivals.doors]
    said = {"sentence": sentence_of(shelf, sentence), "minutes": counted.arrivals.minutes}
    return {name: getattr(counted, name) for name in COUNTED} | {"doors": doors, **said}


def first(guest: Guest) -> dict[str, Any] | None:
    """When and where the guest came in; None while absent."""
    if not guest.present:
        return None
    doubted = {"time_doubted": guest.time_doubted}
    return {"at": guest.entered_at, "door": guest.door, "device": guest.device, **doubted}


def entered(ids: Mapping[str, Any]) -> dict[str, Any]:
    """Who was first: a second check-in records nothing, and its door must say so."""
    gate.fresh()
    return {"first": FirstSchema().dump(first(gate.one_guest(ids["guest"])))}


read(
    pages,
    f"{CONFERENCE}/attendance",
    AttendanceSchema,
    roll_call,
    act="read_attendance",
)
write(
    pages,
    f"{GUEST}/check-in",
    CheckInGuest,
    check_in_guest,
    moment=True,
    answer=EnteredSchema,
    tells=entered,
    act="find_guest",
)
write(pages, f"{GUEST}/check-in/reversal", ReverseCheckIn, reverse_check_in, moment=True)
write(pages, f"{GUEST}/excuse", ExcuseAbsence, excuse_absence)
write(pages, f"{GUEST}/excuse/revocation", RevokeExcuse, revoke_excuse)
write(pages, f"{CONFERENCE}/walk-ins", AdmitWalkIn, admit_walk_in, moment=True, makes="guest")
