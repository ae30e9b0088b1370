"""How every command of the plan changes the awards: behind a lock only with a reason."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from conference.commands.fields import Asked, Text
from conference.domain.awards import Awards
from conference.store import Store
from events.base import Stamp


class Amending(Asked):
    """The parent of what may change a locked plan: `amends` says why."""

    amends = Text(load_default=None, allow_none=True, longest=300)


def change_awards(
    store: Store,
    stamp: Stamp,
    conference_id: UUID,
    act: Callable[[Awards], Any],
    amends: str | None,
    expecting: int | None,
) -> None:
    """Change the plan; where it is locked and something changes, `amends` is recorded with it.

    Raises Refused("awards.locked") where the plan is locked and no reason was given.
    """

    def once(awards: Awards) -> None:
        before = awards.version
        act(awards)
        if awards.version > before:
            awards.amend(stamp, amends)

    store.change(Awards, Awards.id_of(conference_id), once, expecting=expecting)


def change_awards_freely(
    store: Store, conference_id: UUID, act: Callable[[Awards], Any], expecting: int | None
) -> None:
    """Change what a lock does not hold: the lock itself, checks, what is known of objects."""
    store.change(Awards, Awards.id_of(conference_id), act, expecting=expecting)
