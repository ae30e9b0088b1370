"""The door for any scanner: scans in, verdicts out; and the codes that the letters carry."""

from typing import Any
from uuid import UUID

from flask import Response
from msgspec import json

from conference import gate, vault_door
from conference.api.attendance import first
from conference.api.check_ins_documents import CheckedInSchema, InvitationsSchema
from conference.api.door import OF_VERSIONS, REFUSALS, noun, place, read, refusing
from conference.api.guests import told
from conference.check_in_desk import decided
from conference.commands.check_in_said import CheckIn
from conference.commands.check_in_scan import Outcome
from conference.commands.check_in_turn import in_turn
from conference.errors import Refused
from conference.rules.door_code import door_code
from projections.library import Shelf

pages = noun("check_ins", "Scans at the doors, and the codes that they read")

CONFERENCE = "/conferences/<uuid:conference_id>"

CHECKED_IN = CheckedInSchema()
"""Made once: a schema's fields are copied whenever it is made, a third of the work of a scan."""


def scanned(said: dict[str, Any], conference_id: UUID) -> Response:
    """Verdicts are 200, whatever they are; a store that is away is 503, and never a 500."""
    outcomes, several = decided(said, conference_id), said["scans"] is not None
    if not several and outcomes[0].code:
        raise Refused(outcomes[0].code)
    with in_turn(len(outcomes)):
        shelf = gate.fresh()
        answers = [answer(shelf, outcome) for outcome in outcomes]
        body = {"answers": answers} if several else answers[0]
        shown = json.encode(CHECKED_IN.dump({**body, "position": shelf.position}))
        return Response(shown, mimetype="application/json")


def answer(shelf: Shelf, outcome: Outcome) -> dict[str, Any]:
    """A verdict with what a steward needs to say: who, where to sit, and what awaits the guest."""
    found = {"scan_id": outcome.scan_id, "verdict": outcome.verdict or None, "code": outcome.code}
    guest = shelf.guest_list.by_id.get(outcome.guest) if outcome.guest else None
    if guest is None:
        return found
    seat = shelf.seating_plan.seat_by_guest.get(guest.id)
    turn, position = shelf.awards.stage_places.get(guest.id, (None, None))
    shown = {"turn": turn, "position": position, "name": guest.coming}
    return {
        **found,
        "guest": {**told(guest, None, seat, personal=False), **shown},
        "seat": seat,
        "first": first(guest),
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
described: Any = pages.response(200, CheckedInSchema)(pages.arguments(CheckIn())(scanned))
described = refusing(pages, *(set(REFUSALS) - OF_VERSIONS))(described)
place(pages, f"{CONFERENCE}/check-ins", "POST", "check_in", "check_in_guest", described)
