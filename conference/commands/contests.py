"""What may be asked of a contested entry: what became of it."""

from datetime import datetime
from uuid import UUID

from conference.commands.attendance import seat_walk_in
from conference.commands.fields import Asked, Choice, Text
from conference.commands.invitation import own
from conference.rules.contests import OUTCOMES
from conference.store import Store, Unit
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
    """Decide what became of a contested entry, from planned until closed and after. A walk-in who
    may stay gets the next free seat of the reserve."""

    def act(unit: Unit) -> None:
        invitation = own(unit, conference_id, guest, expecting)
        invitation.settle_contest(stamp, entry, outcome, note or "", at)
        if invitation.kind == "walk_in" and outcome == "stands":
            seat_walk_in(unit, stamp, invitation)

    store.change_all(act)
