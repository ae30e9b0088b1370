"""What may be asked of the checks: findings somebody answers for, papers made elsewhere."""

from typing import Any
from uuid import UUID, uuid4

from marshmallow import fields, post_load

from conference.commands.awards_change import change_awards_freely
from conference.commands.fields import Asked, Choice, Id, Number, Text
from conference.domain.awards_checks import ARTEFACTS
from conference.store import Store
from events.base import Stamp

PAPERS = ARTEFACTS
"""Kinds of papers and screens made elsewhere, for forms to offer."""

LONGEST_WHERE = 80
"""Characters of what a finding is about: a kind and an id."""


class WaiveFinding(Asked):
    """`said` is the finding as it was shown, so that another one at the same place counts again."""

    code = Text(required=True, longest=60)
    where = Text(required=True, longest=LONGEST_WHERE)
    said = Text(required=True, longest=1000)
    name = Text(required=True, longest=120)
    reason = Text(required=True)


def waive_finding(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    code: str,
    where: str,
    expecting: int | None = None,
    **said: str,
) -> None:
    """Somebody answers by name for a finding; `said` holds the other fields of WaiveFinding."""
    act = lambda a: a.waive_finding(stamp, code, where, **said)  # noqa: E731
    change_awards_freely(store, conference_id, act, expecting)


class RevokeWaiver(Asked):
    code = Text(required=True, longest=60)
    where = Text(required=True, longest=LONGEST_WHERE)


def revoke_waiver(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    code: str,
    where: str,
    expecting: int | None = None,
) -> None:
    act = lambda a: a.revoke_waiver(stamp, code, where)  # noqa: E731
    change_awards_freely(store, conference_id, act, expecting)


class EnterArtefact(Asked):
    """A paper made elsewhere, by what it shows, line by line in its own order."""

    kind = Choice(ARTEFACTS, required=True)
    title = Text(required=True)
    turn = Id(load_default=None, allow_none=True)
    shows = fields.List(Text(), required=True)
    shown_at = Number(most=10**9, load_default=None, allow_none=True)


class TypedArtefact(Asked):
    """The same as somebody types it into a form: `names`, one a line."""

    kind = Choice(ARTEFACTS, required=True)
    title = Text(required=True)
    turn = Id(load_default=None, allow_none=True)
    names = Text(required=True, lines=True, longest=300_000)
    shown_at = Number(most=10**9, load_default=None, allow_none=True)

    @post_load
    def to_shows(self, said: dict[str, Any], **_: Any) -> dict[str, Any]:
        names = (name.strip() for name in said.pop("names").splitlines())
        return {**said, "shows": [name for name in names if name]}


def enter_artefact(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    artefact: UUID | None = None,
    expecting: int | None = None,
    **said: Any,
) -> UUID:
    """Enter a paper, or what one that is known shows now; answers its id."""
    id = artefact or uuid4()
    said["shows"] = [name for name in said["shows"] if name]
    act = lambda a: a.enter_artefact(stamp, id, **said)  # noqa: E731
    change_awards_freely(store, conference_id, act, expecting)
    return id


class WithdrawArtefact(Asked):
    reason = Text(required=True)


def withdraw_artefact(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    artefact: UUID,
    reason: str,
    expecting: int | None = None,
) -> None:
    act = lambda a: a.withdraw_artefact(stamp, artefact, reason)  # noqa: E731
    change_awards_freely(store, conference_id, act, expecting)
