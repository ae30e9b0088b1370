"""A scan: the code that was read, or the guest whom a supervisor found by name."""

from uuid import UUID

from conference import vault_door
from conference.commands.check_in_reversal import taken_back_before
from conference.commands.check_in_scan import Desk, Save, Scan, standing
from conference.domain.invitation import Invitation
from conference.rules.door_code import DoorCode, ours, read_code
from conference.rules.verdict import verdict
from conference.store import Unit


def scanned(desk: Desk, save: Save, scan: Scan) -> tuple[str, UUID | None]:
    """A code that was read, or a guest found by name: the verdict, and whose it is."""
    invitation, revision = shown(desk, save.unit, scan)
    said = verdict_on(desk, invitation, revision)
    if invitation is None or said in ("unknown", "other_conference"):
        return said, None
    where = (scan.door, scan.device, scan.at, scan.scan_id, scan.scanned_at)
    if said == "admitted":
        invitation.check_in(desk.stamp, *where)
    elif scan.shown == "admitted":
        invitation.contest_entry(desk.stamp, said, *where)
    taken_back_before(desk, save, scan, invitation)
    return said, invitation.id


def shown(desk: Desk, unit: Unit, scan: Scan) -> tuple[Invitation | None, int | None]:
    """The invitation that was shown or found by name, and the revision of its code."""
    code = read_code(scan.token) if scan.token else None
    wanted = code.invitation if code else None if scan.token else scan.guest
    invitation = standing(unit, wanted) if wanted else None
    if invitation is None or (code and not genuine(desk, invitation, code)):
        return None, None
    return invitation, code.revision if code else None


def genuine(desk: Desk, invitation: Invitation, code: DoorCode) -> bool:
    return ours(vault_door.door_key(desk.store, invitation.conference_id), code)


def verdict_on(desk: Desk, invitation: Invitation | None, revision: int | None) -> str:
    if invitation is None:
        return verdict(genuine=False)
    return verdict(
        genuine=True,
        here=invitation.conference_id == desk.conference_id,
        revision=revision,
        newest=invitation.revision,
        withdrawn=invitation.answer == "withdrawn",
        entered=invitation.present,
    )
