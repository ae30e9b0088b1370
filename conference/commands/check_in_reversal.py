"""A reversal: one entry of a door does not count after all, by whom and within which time."""

from datetime import timedelta
from uuid import UUID

from conference import vault_door
from conference.commands.attendance import reverse_entry
from conference.commands.check_in_scan import Desk, Save, Scan, standing
from conference.domain.invitation import Invitation
from conference.domain.invitation_attendance import Made
from conference.vault_door import MOST_EARLY, Early

UNDO = timedelta(seconds=120)
"""How long a door may take back its own entry (product.md 1b; screens.md 2.1)."""

GRACE = timedelta(seconds=5)
"""For the way to the server, and for a clock that was corrected between the two."""


def taken_back(desk: Desk, save: Save, scan: Scan) -> tuple[str, UUID | None]:
    """reversed; not_in: no such entry stands, or too many reversals wait for it; not_yours,
    too_late: a supervisor may; kept: the entry itself has not arrived, and is taken back when it
    does."""
    if scan.of is None:
        return by_guest(desk, save, scan)
    known = save.new.get(scan.of, ("", None))[1]
    entry = known or vault_door.answered(desk.store, desk.conference_id, scan.of)[0]
    if entry is None:
        return keep(desk, save, scan, scan.of), None
    invitation = standing(save.unit, entry.guest) if entry.guest else None
    made = invitation.entry_of(scan.of) if invitation else None
    if invitation is None or made is None:
        return "not_in", entry.guest
    early = Early(desk.stamp.by, desk.overseer, scan.at, scan.reason)
    said = allowed(early, made)
    if said == "reversed":
        undo(desk, save, invitation, scan.of, early)
    return said, invitation.id


def by_guest(desk: Desk, save: Save, scan: Scan) -> tuple[str, UUID | None]:
    """A supervisor's reversal of whatever entry a guest is in by."""
    invitation = standing(save.unit, scan.guest) if scan.guest else None
    if invitation is None or invitation.conference_id != desk.conference_id:
        return "not_in", None
    if not desk.overseer:
        return "not_yours", None
    if invitation.entered is None:
        return "not_in", invitation.id
    reverse_entry(save.unit, desk.stamp, invitation, None, scan.reason, scan.at)
    return "reversed", invitation.id


def keep(desk: Desk, save: Save, scan: Scan, of: str) -> str:
    """The reversal came before its entry: it waits for it. Another that waits already may be
    nobody's who may take the entry back, which only the entry can tell."""
    early = Early(desk.stamp.by, desk.overseer, scan.at, scan.reason)
    waiting = save.early.get(of) or vault_door.answered(desk.store, desk.conference_id, of)[1]
    if len(waiting) == MOST_EARLY:
        return "not_in"
    save.early[of] = (*waiting, early)
    row = vault_door.awaiting(desk.conference_id, of, early, len(waiting))
    save.answers.append(row)
    return "kept"


def taken_back_before(desk: Desk, save: Save, scan: Scan, invitation: Invitation) -> bool:
    """An entry that arrives behind its own reversal is recorded, and taken back at once."""
    waiting = save.early.get(scan.scan_id, ())
    made = invitation.entry_of(scan.scan_id) if waiting else None
    good = (one for one in waiting if made and allowed(one, made) == "reversed")
    early = next(good, None)
    if early is None:
        return False
    undo(desk, save, invitation, scan.scan_id, early)
    return True


def allowed(early: Early, made: Made) -> str:
    """Whether who takes back may: a supervisor any entry, a door its own within its time."""
    if early.overseer:
        return "reversed"
    if made.by != early.by:
        return "not_yours"
    return "reversed" if abs(early.at - made.at) <= UNDO + GRACE else "too_late"


def undo(desk: Desk, save: Save, invitation: Invitation, of: str, early: Early) -> None:
    reverse_entry(save.unit, desk.stamp, invitation, of, early.reason, early.at)
