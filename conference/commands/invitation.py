"""What may be asked of invitations: issue them, describe guests, take answers."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from conference.commands.fields import Asked, Choice, Id, Number, Text, Yes
from conference.domain.invitation import Invitation
from conference.errors import NotFound
from conference.rules.precedence import BLOCS, TIERS
from conference.store import Store, Unit
from events.base import Stamp


class Ranked(Asked):
    """What places a guest in the precedence."""

    bloc = Choice(BLOCS, load_default="other")
    tier = Choice(TIERS, load_default="province")
    post_rank = Number(least=1, most=98, load_default=None, allow_none=True)
    superior = Yes(load_default=False)
    host = Yes(load_default=False)


class Described(Ranked):
    """Who a guest is."""

    name = Text(load_default=None, allow_none=True, longest=120)
    honorific = Text(load_default=None, allow_none=True, longest=40)
    post = Text(load_default=None, allow_none=True)
    body = Text(load_default=None, allow_none=True)
    in_post_since = Text(load_default=None, allow_none=True, longest=10)
    birth_date = Text(load_default=None, allow_none=True, longest=10)
    former = Yes(load_default=False)
    vip = Yes(load_default=False)
    phone = Text(load_default=None, allow_none=True, longest=40)
    email = Text(load_default=None, allow_none=True, longest=120)
    note = Text(load_default=None, allow_none=True, longest=1000)


class IssueInvitation(Described):
    kind = Choice(("post", "person"), load_default="post")
    group = Text(required=True)
    order = Number(least=0, most=100_000, load_default=0)
    invited_by = Text(load_default=None, allow_none=True)
    site = Text(load_default="", longest=40)


def issue_invitation(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    guest: UUID | None = None,
    expecting: int | None = None,
    **said: Any,
) -> UUID:
    """Invite a post or a person; `said` holds the fields of IssueInvitation."""
    id = guest or uuid4()
    said["site"] = said.get("site") or ""
    store.create(Invitation.issue(stamp, id, conference_id, **said))
    return id


class InviteGroup(Ranked):
    group = Text(required=True)
    body = Text(load_default=None, allow_none=True)
    count = Number(least=0, most=2_000, load_default=None, allow_none=True)
    order = Number(least=0, most=100_000, load_default=0)
    invited_by = Text(load_default=None, allow_none=True)
    site = Text(load_default="", longest=40)
    note = Text(load_default=None, allow_none=True, longest=1000)


PLACE = ("group", "body", "bloc", "order", "tier", "post_rank", "superior", "host", "invited_by")
"""What a place takes over from its group."""


def invite_group(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    guest: UUID | None = None,
    expecting: int | None = None,
    **said: Any,
) -> UUID:
    """Invite a group and open its places, all or none; an unknown count opens none."""
    id = guest or uuid4()
    said["site"] = said.get("site") or ""
    group = Invitation.invite_group(stamp, id, conference_id, **said)
    store.create(group, *places(stamp, id, conference_id, said, 0, said["count"] or 0))
    return id


def places(
    stamp: Stamp, group: UUID, conference_id: UUID, said: dict[str, Any], opened: int, of: int
) -> list[Invitation]:
    """The places behind the first `opened` ones, up to `of`."""
    like = {name: said[name] for name in PLACE if name in said}
    like["site"] = said.get("site") or ""
    numbers = range(opened + 1, of + 1)
    return [
        Invitation.open_place(stamp, group, conference_id, number=number, of=of, **like)
        for number in numbers
    ]


class DescribeGuest(Described):
    pass


def describe_guest(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    guest: UUID,
    expecting: int | None = None,
    **said: Any,
) -> None:
    """Name a place or put a guest's details right; `said`: the fields of DescribeGuest."""
    change_own(store, conference_id, guest, lambda i: i.describe(stamp, **said), expecting)


class OverridePrecedence(Asked):
    before = Id(load_default=None, allow_none=True)
    reason = Text(required=True)


def override_precedence(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    guest: UUID,
    before: UUID | None,
    reason: str,
    expecting: int | None = None,
) -> None:
    """Place a guest directly before another for a stated reason; None: by the rule again."""
    if before is not None:
        of_conference(store.load(Invitation, before), conference_id)
    act = lambda i: i.override_precedence(stamp, before, reason)  # noqa: E731
    change_own(store, conference_id, guest, act, expecting)


def of_conference(invitation: Invitation, conference_id: UUID) -> Invitation:
    """The invitation, if it is this conference's; another's does not exist here."""
    if invitation.conference_id != conference_id:
        raise NotFound("invitation", invitation.id)
    return invitation


def own(unit: Unit, conference_id: UUID, guest: UUID, expecting: int | None) -> Invitation:
    """An invitation of this conference that is changed together with others."""
    return of_conference(unit.load(Invitation, guest, expecting), conference_id)


def change_own(
    store: Store,
    conference_id: UUID,
    guest: UUID,
    act: Callable[[Invitation], object],
    expecting: int | None,
) -> None:
    """Change an invitation of this conference."""
    store.change(
        Invitation, guest, lambda i: act(of_conference(i, conference_id)), expecting=expecting
    )
