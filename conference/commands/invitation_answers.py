"""What may be asked of an invitation once it is out: answers, substitutes, a new code, counts."""

from uuid import UUID

from conference.commands.fields import Asked, Number, Text
from conference.commands.invitation import change_own, of_conference, places
from conference.domain.invitation import Invitation, place_id
from conference.errors import NotFound, Stale
from conference.store import Store, Unit
from events.base import Stamp


class AcceptInvitation(Asked):
    pass


def accept_invitation(
    store: Store, stamp: Stamp, *, conference_id: UUID, guest: UUID, expecting: int | None = None
) -> None:
    change_own(store, conference_id, guest, lambda i: i.accept(stamp), expecting)


class DeclineInvitation(Asked):
    reason = Text(required=True)


def decline_invitation(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    guest: UUID,
    reason: str,
    expecting: int | None = None,
) -> None:
    change_own(store, conference_id, guest, lambda i: i.decline(stamp, reason), expecting)


class NameSubstitute(Asked):
    name = Text(required=True, longest=120)
    honorific = Text(load_default=None, allow_none=True, longest=40)
    post = Text(required=True)
    post_rank = Number(least=1, most=98, load_default=None, allow_none=True)
    phone = Text(load_default=None, allow_none=True, longest=40)


def name_substitute(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    guest: UUID,
    name: str,
    post: str,
    honorific: str | None = None,
    post_rank: int | None = None,
    phone: str | None = None,
    expecting: int | None = None,
) -> None:
    def act(invitation: Invitation) -> None:
        who = {"name": name, "honorific": honorific, "post": post, "phone": phone}
        invitation.name_substitute(stamp, post_rank=post_rank, **who)  # type: ignore[arg-type]

    change_own(store, conference_id, guest, act, expecting)


class WithdrawInvitation(Asked):
    reason = Text(required=True)


def withdraw_invitation(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    guest: UUID,
    reason: str,
    expecting: int | None = None,
) -> None:
    """Take an invitation back; a group's together with its places, as one save."""

    def act(unit: Unit) -> Invitation:
        invitation = own(unit, conference_id, guest, expecting)
        invitation.withdraw(stamp, reason)
        for number in range(1, (invitation.count or 0) + 1):
            unit.load(Invitation, place_id(guest, number)).withdraw(stamp, reason)
        return invitation

    store.change_all(act)


class ReissueInvitation(Asked):
    reason = Text(required=True)


def reissue_invitation(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    guest: UUID,
    reason: str,
    expecting: int | None = None,
) -> None:
    change_own(store, conference_id, guest, lambda i: i.reissue(stamp, reason), expecting)


class CountGroup(Asked):
    count = Number(least=0, most=2_000, load_default=None, allow_none=True)


def count_group(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    guest: UUID,
    count: int | None,
    expecting: int | None = None,
) -> None:
    """Open more places, or withdraw those behind the new count, as one save."""

    def act(unit: Unit) -> Invitation:
        group = own(unit, conference_id, guest, expecting)
        before = group.count or 0
        group.count_group(stamp, count)
        after = count or 0
        for number in range(after + 1, before + 1):
            unit.load(Invitation, place_id(guest, number)).withdraw(stamp, "count")
        for place in places(stamp, guest, conference_id, group.said, before, after):
            reopen(unit, stamp, place)
        return group

    store.change_all(act)


def own(unit: Unit, conference_id: UUID, guest: UUID, expecting: int | None) -> Invitation:
    """An invitation of this conference, at the version that was seen."""
    invitation = of_conference(unit.load(Invitation, guest), conference_id)
    if expecting is not None and invitation.version != expecting:
        raise Stale(Invitation.TOPIC, invitation.version)
    return invitation


def reopen(unit: Unit, stamp: Stamp, place: Invitation) -> None:
    """A new place, or the one of this number that an earlier count had withdrawn."""
    try:
        unit.load(Invitation, place.id).reissue(stamp, "count")
    except NotFound:
        unit.add(place)
