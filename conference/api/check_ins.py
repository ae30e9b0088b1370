"""The door for any scanner: scans in, verdicts out; and the codes that the letters carry."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from flask import Response, jsonify

from conference import gate, vault_door
from conference.api.check_ins_documents import CheckedInSchema, InvitationsSchema
from conference.api.door import REFUSALS, noun, place, read, refusing
from conference.api.guests import told
from conference.commands.check_in import CheckIn, Outcome, Scan, check_in
from conference.errors import Refused
from conference.rules.door_code import door_code
from projections.library import Shelf

pages = noun("check_ins", "Scans at the doors, and the codes that they read")

CONFERENCE = "/conferences/<uuid:conference_id>"

LATEST = timedelta(hours=24)
"""How late a door may tell of a scan; an older one has a clock that nobody can put right."""

CHECKED_IN = CheckedInSchema()
"""Made once: a schema's fields are copied whenever it is made, a third of the work of a scan."""

MARGIN = timedelta(minutes=5)
"""How far ahead of the server a clock may be before its time counts as now (reliability.md 3)."""


def scanned(said: dict[str, Any], conference_id: UUID) -> Response:
    """Verdicts are 200, whatever they are; a store that is away is 503, and never a 500."""
    shelf, several = gate.shelf(), said["scans"] is not None
    if not several and not said["scan_id"]:
        raise Refused("scan.nothing-scanned")
    skew = gate.now() - said["sent_at"] if said["sent_at"] else timedelta()
    scans = [scan_of(one, skew) for one in (said["scans"] if several else [said])]
    ids, closed_at = {"conference_id": conference_id}, shelf.conference.closed_at
    outcomes = check_in(gate.house().store, gate.stamp(), **ids, scans=scans, closed_at=closed_at)
    if not several and outcomes[0].code:
        raise Refused(outcomes[0].code)
    shelf = gate.fresh()
    answers = [answer(shelf, outcome) for outcome in outcomes]
    body = {"answers": answers} if several else answers[0]
    return jsonify(CHECKED_IN.dump({**body, "position": shelf.position}))


def scan_of(said: Mapping[str, Any], skew: timedelta) -> Scan:
    """A scan on the conference's clock; a paired door is the door that it was paired as."""
    device = gate.device()
    door, name = (device.door, device.name) if device else (said["door"], said["device"])
    own = {key: said[key] for key in ("scan_id", "token", "guest", "scanned_at", "shown")}
    at = corrected(said["scanned_at"], skew) + timedelta(seconds=gate.shelf().conference.offset_s)
    return Scan(at=at, door=door or "", device=name or "", **own)


def corrected(scanned_at: datetime | None, skew: timedelta) -> datetime:
    """When a scan was made by the server's clock; now, where the device cannot be believed."""
    now = gate.now()
    if scanned_at is None:
        return now
    at = scanned_at + skew
    return min(at, now) if now - LATEST <= at <= now + MARGIN else now


def answer(shelf: Shelf, outcome: Outcome) -> dict[str, Any]:
    """A verdict with what a steward needs to say: who, where to sit, and what awaits the guest."""
    found = {"scan_id": outcome.scan_id, "verdict": outcome.verdict or None, "code": outcome.code}
    guest = shelf.guest_list.by_id.get(outcome.guest) if outcome.guest else None
    if guest is None:
        return found
    seat = shelf.seating_plan.seat_by_guest.get(guest.id)
    turn, position = shelf.awards.stage_places.get(guest.id, (None, None))
    shown = {"turn": turn, "position": position, "name": guest.coming}
    first = {"at": guest.entered_at, "door": guest.door, "device": guest.device}
    return {
        **found,
        "guest": {**told(guest, None, seat, personal=False), **shown},
        "seat": seat,
        "first": first if guest.present else None,
    }


def invitations(shelf: Shelf) -> dict[str, Any]:
    """Every guest's door code as it stands, for letters, badges and other scanners."""
    key = vault_door.door_key(gate.house().store, shelf.conference.id)
    rows = [
        {
            **told(guest, rank, None, personal=False),
            "revision": guest.revision,
            "token": door_code(key, guest.id, guest.revision),
        }
        for rank, guest in enumerate(shelf.guest_list.guests, 1)
    ]
    return {"invitations": rows}


read(pages, f"{CONFERENCE}/invitations", InvitationsSchema, invitations, act="read_door_codes")
described: Any = pages.response(200, CheckedInSchema)(pages.arguments(CheckIn)(scanned))
for status in sorted(set(REFUSALS) - {412, 428}):
    described = refusing(pages, status)(described)
place(pages, f"{CONFERENCE}/check-ins", "POST", "check_in", "check_in_guest", described)
