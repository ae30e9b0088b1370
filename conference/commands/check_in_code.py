"""A scan: the code that was read, or the guest whom a supervisor found by name."""

from uuid import UUID

from conference import vault_door
from conference.commands.check_in_reversal import taken_back_before
from conference.commands.check_in_scan import Desk, Save, Scan, standing
from conference.domain.invitation import Invitation
from conference.rules.door_code import DoorCode, ours, read_code
from conference.rules.verdict import verdict
from conference.store import Unit
from conference.vault_door import Answered

CONTESTED = ("already", "withdrawn", "replaced", "closed")
"""What the log says of a guest whom a door without network let in all the same."""


def scanned(desk: Desk, save: Save, scan: Scan) -> tuple[str, UUID | None]:
    """A code that was read, or a guest found by name: the verdict, and whose it is."""
    invitation, revision = shown(desk, save.unit, scan)
    said = verdict_on(desk, invitation, revision)
    if invitation is None or said in ("unknown", "other_conference"):
        return said, None
    if said == "admitted" and desk.late(scan):
        said = "closed"
    if scan.shown == "unlisted" and said in ("admitted", "already"):
        contest(desk, save, scan, "unlisted", invitation)
        said = "contested"  # whoever was sent to the supervisor, the supervisor decides on
    elif said == "admitted":
        invitation.check_in(desk.stamp, *scan.where, **scan.evidence)
    elif scan.shown:
        contest(desk, save, scan, said, invitation)
    taken_back_before(desk, save, scan, invitation)
    return said, invitation.id


def shown_since(desk: Desk, save: Save, scan: Scan, found: Answered) -> None:
    """A scan that is told again: its answer came late or not at all, and the door has let the guest
    in by its own list since."""
    if scan.shown != "admitted" or found.verdict not in CONTESTED or found.guest is None:
        return
    invitation = standing(save.unit, found.guest)
    known = vault_door.was_contested(desk.store, desk.conference_id, scan.scan_id)
    if invitation is None or known or invitation.entry_of(scan.scan_id) is not None:
        return
    contest(desk, save, scan, found.verdict, invitation)
    taken_back_before(desk, save, scan, invitation)


def contest(desk: Desk, save: Save, scan: Scan, said: str, invitation: Invitation) -> None:
    invitation.contest_entry(desk.stamp, said, *scan.where, **scan.evidence)
    row = vault_door.contesting(desk.conference_id, scan.scan_id, invitation.id)
    save.answers.append(row)


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
