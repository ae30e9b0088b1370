"""What may be asked of a contested entry: what became of it."""

from datetime import datetime
from uuid import UUID

from conference.commands.fields import Asked, Choice, Text
from conference.commands.invitation import change_own
from conference.rules.contests import OUTCOMES
from conference.store import Store
from events.base import Stamp


class SettleContest(Asked):
    outcome = Choice(OUTCOMES, required=True)
    note = Text(load_default="")


def settle_contest(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    guest: UUID,
    entry: int,
    outcome: str,
    at: datetime,
    note: str | None = "",
    expecting: int | None = None,
) -> None:
    """Decide what became of a contested entry, from planned until closed and after."""
    act = lambda i: i.settle_contest(stamp, entry, outcome, note or "", at)  # noqa: E731
    change_own(store, conference_id, guest, act, expecting)
