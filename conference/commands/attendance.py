"""What may be asked at the door: let in, reverse, excuse, admit somebody without an invitation."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid4

from conference.commands.fields import Asked, Text
from conference.commands.invitation import change_own, own
from conference.domain.conference import Conference
from conference.domain.invitation import Invitation
from conference.domain.invitation_attendance import Entry
from conference.domain.seating import Seating
from conference.errors import Refused
from conference.rules.honorifics import split_honorific
from conference.store import Store, Unit
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
        entries.append(invitation.check_in(stamp, door or "", device or "", at, scan_id=scan_id))

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
    """A guest is out again, whoever let him or her in; a walk-in's reserve seat is free again."""
    not_closed(store, conference_id)

    def act(unit: Unit) -> None:
        invitation = own(unit, conference_id, guest, expecting)
        reverse_entry(unit, stamp, invitation, None, reason, at)

    store.change_all(act)


def reverse_entry(
    unit: Unit, stamp: Stamp, invitation: Invitation, of: str | None, reason: str, at: datetime
) -> None:
    """Take back the entry of this id, or whichever the guest is in by."""
    if of is None:
        invitation.reverse_check_in(stamp, reason, at)
    else:
        invitation.take_back_entry(stamp, of, reason, at)
    if invitation.kind == "walk_in" and not invitation.present:
        seating = unit.load(Seating, Seating.id_of(invitation.conference_id))
        if seat := seating.seat_of(invitation.id):
            seating.vacate_seat(stamp, seat, reason)


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
    """Invite and let in, as one save, somebody for whom a named person vouches, with the next
    free seat of the reserve."""
    not_closed(store, conference_id)
    id = guest or uuid4()
    who = {"name": name, "honorific": honorific, "post": post, "body": body, "voucher": voucher}

    def act(unit: Unit) -> None:
        walk_in = walk_in_of(stamp, id, conference_id, who)
        walk_in.check_in(stamp, door or "", device or "", at)
        unit.add(walk_in)
        seat_walk_in(unit, stamp, walk_in)

    store.change_all(act)
    return id


def walk_in_of(
    stamp: Stamp, id: UUID, conference_id: UUID, who: Mapping[str, str | None]
) -> Invitation:
    """The invitation of somebody who had none; behind everybody else in precedence. A title in
    front of the name is parted from it, as in a list: names are sorted and compared without."""
    where = {"group": "walk_in", "bloc": "other", "order": 100_000}
    title, name = split_honorific(who["name"] or "")
    said = {**who, "name": name, "honorific": who["honorific"] or title}
    return Invitation.walk_in(stamp, id, conference_id, **said, **where)


def seat_walk_in(unit: Unit, stamp: Stamp, walk_in: Invitation) -> None:
    """The next free seat of the reserve, in the same save: two doors never give the same one."""
    seating = unit.load(Seating, Seating.id_of(walk_in.conference_id))
    seating.give_reserve_seat(stamp, walk_in.id)


def not_closed(store: Store, conference_id: UUID) -> None:
    """People come from the planning on until the closing: `opened` is the ceremonial act."""
    if store.load(Conference, conference_id).status == "closed":
        raise Refused("conference.closed")
