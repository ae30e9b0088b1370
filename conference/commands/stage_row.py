"""What may be asked around the row: who is in the wings, who is missing."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from conference.commands.fields import Asked, Choice, Text
from conference.commands.stage import opened
from conference.domain.awards import Awards
from conference.domain.stage import Stage
from conference.domain.stage_row import CORRECTED, SETTLED
from conference.errors import NotFound
from conference.store import Store, Unit
from events.base import Stamp


def of_line(
    store: Store,
    stamp: Stamp,
    said: tuple[UUID, int, UUID],
    at: datetime,
    act: Callable[[Stage], Any],
) -> None:
    """Do something with a line of a decision, on the stage of a run. `said`: conference, run, line.

    Raises NotFound for a line that no decision has.
    """
    conference_id, run, line = said

    def once(unit: Unit) -> None:
        awards = unit.load(Awards, Awards.id_of(conference_id))
        known = awards.lines.get(line)
        if known is None or awards.instruments[known.instrument]["kind"] != "decision":
            raise NotFound("line", line)
        act(opened(unit, stamp, conference_id, run, at))

    store.change_all(once)


class ReachWings(Asked):
    pass


def reach_wings(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    run: int,
    line: UUID,
    at: datetime,
    expecting: int | None = None,
) -> None:
    """Who receives the line stands in the wings."""
    act = lambda s: s.reach(stamp, line, at)  # noqa: E731
    of_line(store, stamp, (conference_id, run, line), at, act)


class LeaveWings(Asked):
    pass


def leave_wings(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    run: int,
    line: UUID,
    at: datetime,
    expecting: int | None = None,
) -> None:
    act = lambda s: s.leave(stamp, line, at)  # noqa: E731
    of_line(store, stamp, (conference_id, run, line), at, act)


class SettleAbsence(Asked):
    """`name` and `relation` of who receives, for a representative."""

    outcome = Choice(SETTLED, required=True)
    name = Text(load_default=None, allow_none=True, longest=120)
    relation = Text(load_default=None, allow_none=True, longest=120)


def settle_absence(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    run: int,
    line: UUID,
    outcome: str,
    at: datetime,
    name: str | None = None,
    relation: str | None = None,
    expecting: int | None = None,
) -> None:
    """Say what becomes of the line of who is missing."""
    act = lambda s: s.settle_absence(stamp, line, outcome, at, name, relation)  # noqa: E731
    of_line(store, stamp, (conference_id, run, line), at, act)


class LiftAbsence(Asked):
    pass


def lift_absence(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    run: int,
    line: UUID,
    at: datetime,
    expecting: int | None = None,
) -> None:
    """Who was missing is here after all."""
    act = lambda s: s.lift_absence(stamp, line, at)  # noqa: E731
    of_line(store, stamp, (conference_id, run, line), at, act)


class GiveGoldCard(Asked):
    pass


def give_gold_card(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    run: int,
    line: UUID,
    at: datetime,
    expecting: int | None = None,
) -> None:
    """Let a recipient whom no turn has come on stage at the end."""
    act = lambda s: s.give_gold_card(stamp, line, at)  # noqa: E731
    of_line(store, stamp, (conference_id, run, line), at, act)


class CorrectPresentation(Asked):
    what = Choice(CORRECTED, required=True)
    was = Text(load_default=None, allow_none=True)
    now = Text(required=True)


def correct_presentation(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    run: int,
    line: UUID,
    what: str,
    now: str,
    at: datetime,
    was: str | None = None,
    expecting: int | None = None,
) -> None:
    """Put right what went wrong with a line on stage, as a further fact."""
    act = lambda s: s.correct(stamp, line, what, now, at, was)  # noqa: E731
    of_line(store, stamp, (conference_id, run, line), at, act)
