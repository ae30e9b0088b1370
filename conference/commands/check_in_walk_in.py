"""A walk-in at a door: somebody without an invitation, on a named person's word."""

from uuid import UUID, uuid5

from conference.commands.attendance import seat_walk_in, walk_in_of
from conference.commands.check_in_reversal import taken_back_before
from conference.commands.check_in_scan import Desk, Save, Scan


def walked_in(desk: Desk, save: Save, scan: Scan) -> tuple[str, UUID | None]:
    """Invited and let in as one, with the next free seat of the reserve. The guest's id follows
    from the entry's, so that an entry sent twice is nobody else. Whom a door let in by itself after
    the closing, or under the name of somebody invited, has no seat, and counts once a supervisor
    says so."""
    id = uuid5(desk.conference_id, f"walk-in {scan.scan_id}")
    walk_in = walk_in_of(desk.stamp, id, desk.conference_id, scan.who)
    why = "closed" if desk.late(scan) else "namesake" if scan.namesake else ""
    if why:
        walk_in.contest_entry(desk.stamp, why, *scan.where, **scan.evidence)
    else:
        walk_in.check_in(desk.stamp, *scan.where, **scan.evidence)
    save.unit.add(walk_in)
    if not (taken_back_before(desk, save, scan, walk_in) or why):
        seat_walk_in(save.unit, desk.stamp, walk_in)
    return {"": "admitted", "namesake": "contested"}.get(why, why), id
