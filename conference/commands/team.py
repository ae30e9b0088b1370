"""What may be asked of the team: members with their roles, devices."""

from uuid import UUID, uuid4

from marshmallow import fields

from conference.commands.fields import Asked, Choice, Text
from conference.domain.team import Team
from conference.rules.roles import ROLES, SCREENS
from conference.store import Store
from events.base import Stamp


class AppointMember(Asked):
    name = Text(required=True, longest=120)
    roles = fields.List(
        Choice(ROLES),
        required=True,
        error_messages={"invalid": "field.choice", "required": "field.required"},
    )


def appoint_member(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    member: UUID,
    name: str,
    roles: list[str],
    expecting: int | None = None,
) -> None:
    id = Team.id_of(conference_id)
    store.change(
        Team, id, lambda t: t.appoint_member(stamp, member, name, roles), expecting=expecting
    )


class DismissMember(Asked):
    pass


def dismiss_member(
    store: Store, stamp: Stamp, *, conference_id: UUID, member: UUID, expecting: int | None = None
) -> None:
    id = Team.id_of(conference_id)
    store.change(Team, id, lambda t: t.dismiss_member(stamp, member), expecting=expecting)


class PairDevice(Asked):
    name = Text(required=True, longest=80)
    screen = Choice(SCREENS, required=True)
    door = Text(longest=40, load_default=None, allow_none=True)


def pair_device(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    name: str,
    screen: str,
    door: str | None,
    device: UUID | None = None,
    expecting: int | None = None,
) -> UUID:
    id = device or uuid4()
    store.change(
        Team,
        Team.id_of(conference_id),
        lambda t: t.pair_device(stamp, id, name, screen, door),
        expecting=expecting,
    )
    return id


class RevokeDevice(Asked):
    reason = Text(required=True)


def revoke_device(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    device: UUID,
    reason: str,
    expecting: int | None = None,
) -> None:
    id = Team.id_of(conference_id)
    store.change(Team, id, lambda t: t.revoke_device(stamp, device, reason), expecting=expecting)
