"""What the door's screen is told: where the hall stands, and what each of its entries came to."""

from typing import Any
from uuid import UUID

from conference import gate
from conference.commands.check_in_scan import Outcome
from conference.documents.door_list import Known, card
from conference.language import sentence
from conference.rules.names import collation
from projections.library import Shelf


def doors_of(shelf: Shelf) -> list[str]:
    """The doors that are known by name, for who has to say at which he or she stands."""
    paired = {device.door for device in shelf.team.trusted if device.door}
    return sorted(paired, key=collation)


def standing(shelf: Shelf) -> dict[str, Any]:
    """Where the hall stands: position, time, the three figures, and the side of the stairs."""
    counted, rows = shelf.attendance, shelf.guest_list.by_id
    receiving = (rows.get(guest) for guest in shelf.awards.stage_places)
    missing = sum(1 for one in receiving if one and one.invited and not one.present)
    counters = {"present": counted.present, "expected": counted.absent, "missing": missing}
    if gate.allowed("settle_contest"):
        counters["contested"] = len(shelf.contests.open)
    hall = shelf.seating_plan.hall
    now = gate.conference_now().astimezone(shelf.conference.zone)
    told = {"position": shelf.position, "at": now.isoformat(timespec="seconds")}
    told["server_at"] = gate.now().isoformat()
    return {**told, "counters": counters, "stairs": hall.stairs if hall else None}


def answer(shelf: Shelf, whose: dict[UUID, Known], outcome: Outcome) -> dict[str, Any]:
    one = whose.get(outcome.guest) if outcome.guest else None
    return {
        "scan_id": outcome.scan_id,
        "verdict": outcome.verdict or None,
        "code": outcome.code,
        "message": sentence(outcome.code) if outcome.code else "",
        "guest": card(one, shelf.conference.zone) if one else None,
    }
