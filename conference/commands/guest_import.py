"""What may be asked of a whole list of guests: accept it as one act, and take that back as one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID, uuid5

from conference.commands.invitation import describe_guest, issue_invitation, of_conference
from conference.commands.invitation_answers import reissue_invitation
from conference.commands.workbook import Looked, Together
from conference.domain.guest_import import GuestImport, import_id
from conference.domain.invitation import DESCRIPTION, IMPORT, Invitation
from conference.errors import NotFound, Refused
from conference.store import Store, Unit
from events.base import Stamp


@dataclass(frozen=True)
class Asked:
    """One row of a list. `act`: added, again (a guest whose import was taken back) or changed.

    `guest` is whom it is about, None for a new one; `said` what is said of the guest, and `stood`
    what those fields were when the list was looked at.
    """

    act: str
    guest: UUID | None
    said: Mapping[str, Any]
    stood: Mapping[str, Any]


@dataclass(frozen=True)
class ListFile:
    """The file that a list came in, and how many of its guests need nothing."""

    name: str
    sha256: str
    sheet: str
    unchanged: int
    missing: int


def import_guests(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    number: int,
    file: ListFile,
    asked: Sequence[Asked],
) -> UUID:
    """Invite the new guests and describe the changed ones, all or none, under import `number`.

    Refused("guest-import.moved") when somebody else's import has that number by now, or a guest is
    not described any more as the list was looked at.
    """
    id = import_id(conference_id, number)

    def act(unit: Unit) -> UUID:
        if exists(unit, id):
            raise Refused("guest-import.moved")
        guests = carried_out(Together(unit), stamp, conference_id, id, asked)
        said = {"file": file.name, "sha256": file.sha256, "sheet": file.sheet, "number": number}
        new = sum(one.act != "changed" for one in asked)
        said |= {"added": new, "changed": len(asked) - new}
        said |= {"unchanged": file.unchanged, "missing": file.missing}
        ids = {"guests": [one.id for one in guests], "versions": [one.version for one in guests]}
        unit.add(GuestImport.accept(stamp, conference_id, **said, **ids))
        return id

    return store.change_all(act)


def exists(unit: Unit, id: UUID) -> bool:
    try:
        unit.load(GuestImport, id)
    except NotFound:
        return False
    return True


def carried_out(
    together: Together, stamp: Stamp, conference_id: UUID, id: UUID, asked: Sequence[Asked]
) -> list[Invitation]:
    """The invitations that the list touches: those of new guests, then those described anew."""
    new = [one for one in asked if one.act != "changed"]
    guests = [
        added(together, stamp, conference_id, uuid5(id, f"guest {place}"), one)
        for place, one in enumerate(new)
    ]
    changed = (one for one in asked if one.act == "changed")
    return [*guests, *(described(together, stamp, conference_id, one) for one in changed)]


def added(
    together: Together, stamp: Stamp, conference_id: UUID, guest: UUID, one: Asked
) -> Invitation:
    """A new guest, or one who is invited again under the invitation of an import taken back."""
    ids: dict[str, Any] = {"conference_id": conference_id, "guest": one.guest or guest}
    if one.guest is None:
        issue_invitation(together, stamp, **ids, **one.said)
        return together.unit.load(Invitation, guest)
    invitation = as_looked_at(together.unit, conference_id, one)
    if invitation.answer != "withdrawn":
        raise Refused("guest-import.moved")
    reissue_invitation(together, stamp, **ids, reason=IMPORT)
    describe_guest(together, stamp, **ids, **one.said)
    return invitation


def described(together: Together, stamp: Stamp, conference_id: UUID, one: Asked) -> Invitation:
    invitation = as_looked_at(together.unit, conference_id, one)
    ids: dict[str, Any] = {"conference_id": conference_id, "guest": invitation.id}
    describe_guest(together, stamp, **ids, **one.said)
    return invitation


def as_looked_at(unit: Unit, conference_id: UUID, one: Asked) -> Invitation:
    """The invitation, still described as the list was looked at beside it."""
    assert one.guest is not None
    invitation = of_conference(unit.load(Invitation, one.guest), conference_id)
    now = dict(zip(DESCRIPTION, invitation.description, strict=True))
    if any(now[name] != value for name, value in one.stood.items()):
        raise Refused("guest-import.moved")
    return invitation


Fates = tuple[tuple[UUID, str], ...]
"""What becomes of each guest of an import that is taken back: withdrawn, restored, or why the
guest stays as is (described, present, answered, sent, gone)."""


def undo_guest_import(
    store: Store, stamp: Stamp, *, conference_id: UUID, imported: UUID, looking: bool = False
) -> Fates:
    """Take an import back as one act: new guests are withdrawn, changed ones described as before.

    Who has moved on since stays as is. `looking` answers what would become of each and records
    nothing. Refused when it was taken back already, or nothing of it is left to take back.
    """

    def act(unit: Unit) -> Fates:
        listed = unit.load(GuestImport, imported)
        if listed.conference_id != conference_id:
            raise NotFound(GuestImport.TOPIC, imported)
        fates = tuple(
            (guest, unit.load(Invitation, guest).take_back(stamp, version, new))
            for guest, version, new in listed.touched
        )
        said = [fate for _, fate in fates]
        counts = {name: said.count(name) for name in ("withdrawn", "restored")}
        if looking:
            raise Looked(fates)
        listed.undo(stamp, **counts, kept=len(said) - sum(counts.values()))
        return fates

    try:
        return store.change_all(act)
    except Looked as looked:
        return cast("Fates", looked.outcome)
