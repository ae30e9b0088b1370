"""Facts of one invitation: to a post in a body, a person, or a place of a group."""

from typing import ClassVar
from uuid import UUID

from events.base import Created, Fact

GUEST: dict[str, str] = {
    "name": "guest",
    "honorific": "guest",
    "post": "guest",
    "birth_date": "guest",
    "in_post_since": "guest",
    "phone": "guest",
    "email": "guest",
}


class InvitationIssued(Created):
    """A post or a person is invited. `kind` is `post` or `person`.

    `bloc` and `post_rank` (1 is highest), `tier` (`central`, `province`, `district`, `commune`),
    `in_post_since` and `birth_date` (ISO days or years) place the guest in the precedence.
    """

    TOPIC: ClassVar[str] = "invitation-issued"
    PERSONAL: ClassVar = GUEST
    kind: str
    name: str | None
    honorific: str | None
    post: str | None
    body: str | None
    group: str
    bloc: str
    order: int
    tier: str = "province"
    post_rank: int | None = None
    in_post_since: str | None = None
    birth_date: str | None = None
    superior: bool = False
    host: bool = False
    former: bool = False
    vip: bool = False
    phone: str | None = None
    email: str | None = None
    invited_by: str | None = None
    site: str = ""
    code: str | None = None
    note: str | None = None


class GroupInvited(Created):
    """A group with a count; every place of it is an invitation of its own (PlaceOpened).

    An unknown `count` (None) opens no place and counts 0. `invited_by` names a third party.
    """

    TOPIC: ClassVar[str] = "group-invited"
    group: str
    body: str | None
    bloc: str
    order: int
    count: int | None
    tier: str = "province"
    post_rank: int | None = None
    superior: bool = False
    host: bool = False
    invited_by: str | None = None
    site: str = ""
    code: str | None = None
    note: str | None = None


class GroupCounted(Fact):
    """The group's count became known or other; places are opened or withdrawn beside it."""

    TOPIC: ClassVar[str] = "group-counted"
    count: int | None


class PlaceOpened(Created):
    """Place `number` of `of` in a group, named later."""

    TOPIC: ClassVar[str] = "place-opened"
    group_invitation: UUID
    group: str
    body: str | None
    bloc: str
    order: int
    number: int
    of: int
    tier: str = "province"
    post_rank: int | None = None
    superior: bool = False
    host: bool = False
    invited_by: str | None = None
    site: str = ""


class WalkInAdmitted(Created):
    """Somebody without an invitation is let in because a named person vouches."""

    TOPIC: ClassVar[str] = "walk-in-admitted"
    PERSONAL: ClassVar = {
        "name": "guest",
        "honorific": "guest",
        "post": "guest",
        "voucher": "voucher",
    }
    name: str
    honorific: str | None
    post: str | None
    body: str
    voucher: str
    group: str
    bloc: str
    order: int
    site: str = ""


class GuestDescribed(Fact):
    """Who the guest is, as known from now on: a place is named or a detail put right."""

    TOPIC: ClassVar[str] = "guest-described"
    PERSONAL: ClassVar = GUEST
    name: str | None
    honorific: str | None
    post: str | None
    body: str | None
    tier: str
    bloc: str
    post_rank: int | None
    in_post_since: str | None
    birth_date: str | None
    superior: bool
    host: bool
    former: bool
    vip: bool
    phone: str | None
    email: str | None
    note: str | None = None


class PrecedenceOverridden(Fact):
    """The guest is placed directly before `before` (None: by rule again), for a stated reason."""

    TOPIC: ClassVar[str] = "precedence-overridden"
    before: UUID | None
    reason: str
