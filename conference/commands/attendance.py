"""What may be asked at the door: let in, reverse, excuse, admit somebody without an invitation."""

from datetime import datetime
from uuid import UUID, uuid4

from conference.commands.fields import Asked, Text
from conference.commands.invitation import change_own
from conference.domain.conference import Conference
from conference.domain.invitation import Invitation
from conference.domain.invitation_attendance import Entry
from conference.errors import Refused
from conference.store import Store
from events.base import Stamp


class CheckInGuest(Asked):
    door = Text(load_default="", longest=40)
    device = Text(load_default="", longest=80)
    scan_id = Text(load_default=None, allow_none=True, longest=80)


def check_in_guest(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    guest: UUID,
    at: datetime,
    door: str | None = "",
    device: str | None = "",
    scan_id: str | None = None,
    expecting: int | None = None,
) -> Entry:
    """Let a guest in, from planned until closed. The second time answers who was first."""
    not_closed(store, conference_id)
    entries: list[Entry] = []

    def act(invitation: Invitation) -> None:
        entries.append(invitation.check_in(stamp, door or "", device or "", at, scan_id))

    change_own(store, conference_id, guest, act, expecting)
    return entries[-1]


class ReverseCheckIn(Asked):
    reason = Text(required=True)


def reverse_check_in(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    guest: UUID,
    reason: str,
    at: datetime,
    expecting: int | None = None,
) -> None:
    not_closed(store, conference_id)
    act = lambda i: i.reverse_check_in(stamp, reason, at)  # noqa: E731
    change_own(store, conference_id, guest, act, expecting)


class ExcuseAbsence(Asked):
    reason = Text(required=True)


def excuse_absence(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    guest: UUID,
    reason: str,
    expecting: int | None = None,
) -> None:
    change_own(store, conference_id, guest, lambda i: i.excuse_absence(stamp, reason), expecting)


class RevokeExcuse(Asked):
    reason = Text(required=True)


def revoke_excuse(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    guest: UUID,
    reason: str,
    expecting: int | None = None,
) -> None:
    change_own(store, conference_id, guest, lambda i: i.revoke_excuse(stamp, reason), expecting)


class AdmitWalkIn(Asked):
    name = Text(required=True, longest=120)
    honorific = Text(load_default=None, allow_none=True, longest=40)
    post = Text(load_default=None, allow_none=True)
    body = Text(required=True)
    voucher = Text(required=True, longest=120)
    door = Text(load_default="", longest=40)
    device = Text(load_default="", longest=80)


def admit_walk_in(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    name: str,
    body: str,
    voucher: str,
    at: datetime,
    honorific: str | None = None,
    post: str | None = None,
    door: str | None = "",
    device: str | None = "",
    guest: UUID | None = None,
    expecting: int | None = None,
) -> UUID:
    """Invite and let in, as one save, somebody for whom a named person vouches."""
    not_closed(store, conference_id)
    id = guest or uuid4()
    who = {"name": name, "honorific": honorific, "post": post, "body": body, "voucher": voucher}
    where = {"group": "walk_in", "bloc": "other", "order": 100_000}
    walk_in = Invitation.walk_in(stamp, id, conference_id, **who, **where)
    walk_in.check_in(stamp, door or "", device or "", at)
    store.create(walk_in)
    return id


def not_closed(store: Store, conference_id: UUID) -> None:
    """People come from the planning on until the closing: `opened` is the ceremonial act."""
    if store.load(Conference, conference_id).status == "closed":
        raise Refused("conference.closed")
