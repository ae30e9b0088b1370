"""A walk-in at a door: somebody without an invitation, on a named person's word."""

from uuid import UUID, uuid5

from conference.commands.attendance import seat_walk_in, walk_in_of
from conference.commands.check_in_reversal import taken_back_before
from conference.commands.check_in_scan import Desk, Save, Scan


def walked_in(desk: Desk, save: Save, scan: Scan) -> tuple[str, UUID | None]:
    """Invited and let in as one, with the next free seat of the reserve. The guest's id follows
    from the entry's, so that an entry sent twice is nobody else."""
    id = uuid5(desk.conference_id, f"walk-in {scan.scan_id}")
    walk_in = walk_in_of(desk.stamp, id, desk.conference_id, scan.who)
    where = (scan.door, scan.device, scan.at, scan.scan_id, scan.scanned_at)
    walk_in.check_in(desk.stamp, *where)
    save.unit.add(walk_in)
    if not taken_back_before(desk, save, scan, walk_in):
        seat_walk_in(save.unit, desk.stamp, walk_in)
    return "admitted", id
