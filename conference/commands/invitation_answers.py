"""What may be asked of an invitation once it is out: answers, substitutes, a new code."""

from uuid import UUID

from conference.commands.fields import Asked, Number, Text
from conference.commands.invitation import change_own, own
from conference.domain.invitation import Invitation, place_id
from conference.errors import NotFound
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


class NominateAttendee(Asked):
    """Who comes for a post or a place; what is not said stays as it is."""

    name = Text(required=True, longest=120)
    honorific = Text(load_default=None, allow_none=True, longest=40)
    post = Text(load_default=None, allow_none=True)
    phone = Text(load_default=None, allow_none=True, longest=40)


def nominate_attendee(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    guest: UUID,
    name: str,
    expecting: int | None = None,
    **said: str | None,
) -> None:
    change_own(store, conference_id, guest, lambda i: i.nominate(stamp, name, **said), expecting)


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
        for place in places_of(unit, guest):
            place.withdraw(stamp, reason)
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


def places_of(unit: Unit, group: UUID) -> list[Invitation]:
    """Every place that a group ever had, by number; withdrawn ones too."""
    opened: list[Invitation] = []
    while True:
        try:
            opened.append(unit.load(Invitation, place_id(group, len(opened) + 1)))
        except NotFound:
            return opened
