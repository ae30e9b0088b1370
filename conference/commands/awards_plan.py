"""What may be asked of the turns: which lines come on stage, in which turn, in which order."""

from uuid import UUID, uuid4

from marshmallow import fields

from conference.commands.awards_change import Amending, change_awards, change_awards_freely
from conference.commands.fields import Asked, Id, Text, Yes
from conference.store import Store
from events.base import Stamp


class ChooseStageList(Amending):
    lines = fields.List(Id(), required=True)
    on_stage = Yes(required=True)


def choose_stage_list(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    lines: list[UUID],
    on_stage: bool,
    amends: str | None = None,
    expecting: int | None = None,
) -> None:
    """Whether these lines of decisions are presented on the stage, or elsewhere."""
    act = lambda a: a.choose_stage_list(stamp, lines, on_stage)  # noqa: E731
    change_awards(store, stamp, conference_id, act, amends, expecting)


def choose_stage_lines(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    on: list[UUID],
    off: list[UUID],
    amends: str | None = None,
    expecting: int | None = None,
) -> None:
    """A list with some lines ticked: these are presented on the stage, the others are not."""
    act = lambda a: a.choose_stage_lines(stamp, on, off)  # noqa: E731
    change_awards(store, stamp, conference_id, act, amends, expecting)


class MoveTurn(Amending):
    before = Id(load_default=None, allow_none=True)


def move_turn(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    turn: UUID,
    before: UUID | None,
    amends: str | None = None,
    expecting: int | None = None,
) -> None:
    """Let a turn come before another one; None: last."""
    act = lambda a: a.move_turn(stamp, turn, before)  # noqa: E731
    change_awards(store, stamp, conference_id, act, amends, expecting)


class MoveRecipient(Amending):
    """`why` says why the row is not in the decision's order; needed where it is not."""

    turn = Id(required=True)
    before = Id(load_default=None, allow_none=True)
    why = Text(load_default=None, allow_none=True, longest=300)


def move_recipient(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    line: UUID,
    turn: UUID,
    before: UUID | None,
    why: str | None = None,
    amends: str | None = None,
    expecting: int | None = None,
) -> None:
    """Let a line be called in this turn, before another one; None: last."""
    act = lambda a: a.move_recipient(stamp, line, turn, before, why)  # noqa: E731
    change_awards(store, stamp, conference_id, act, amends, expecting)


class SplitTurn(Amending):
    line = Id(required=True)


def split_turn(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    turn: UUID,
    line: UUID,
    into: UUID | None = None,
    amends: str | None = None,
    expecting: int | None = None,
) -> UUID:
    """End the turn before a line, which begins a turn of its own; answers that one's id."""
    id = into or uuid4()
    act = lambda a: a.split_turn(stamp, turn, line, id)  # noqa: E731
    change_awards(store, stamp, conference_id, act, amends, expecting)
    return id


class JoinTurns(Amending):
    other = Id(required=True)


def join_turns(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    turn: UUID,
    other: UUID,
    amends: str | None = None,
    expecting: int | None = None,
) -> None:
    """Let two turns of one instrument, award and placing be one."""
    act = lambda a: a.join_turns(stamp, turn, other)  # noqa: E731
    change_awards(store, stamp, conference_id, act, amends, expecting)


class ResetTurns(Amending):
    pass


def reset_turns(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    amends: str | None = None,
    expecting: int | None = None,
) -> None:
    """Let the rules make the turns again."""
    change_awards(store, stamp, conference_id, lambda a: a.reset_turns(stamp), amends, expecting)


class LockPlan(Asked):
    pass


def lock_plan(
    store: Store, stamp: Stamp, *, conference_id: UUID, expecting: int | None = None
) -> None:
    """From now on a change of the plan needs a reason."""
    change_awards_freely(store, conference_id, lambda a: a.lock_plan(stamp), expecting)


class UnlockPlan(Asked):
    reason = Text(required=True)


def unlock_plan(
    store: Store, stamp: Stamp, *, conference_id: UUID, reason: str, expecting: int | None = None
) -> None:
    change_awards_freely(store, conference_id, lambda a: a.unlock_plan(stamp, reason), expecting)
