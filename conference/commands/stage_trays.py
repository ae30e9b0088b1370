"""What may be asked of the trays: the gaps of a row closed, an object ticked, two who compare."""

from datetime import datetime
from uuid import UUID

from conference.commands.fields import Asked, Id, Text, Yes
from conference.commands.stage import opened
from conference.commands.stage_row import of_line
from conference.store import Store, Unit
from events.base import Stamp


class CloseUpRow(Asked):
    turn = Id(required=True)


def close_up_row(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    run: int,
    turn: UUID,
    at: datetime,
    since: int = 0,
    expecting: int | None = None,
) -> None:
    """On the stage, and on the trays, the gaps are closed. `since`: the run's version at which the
    row was last another one."""

    def act(unit: Unit) -> None:
        opened(unit, stamp, conference_id, run, at).close_up(stamp, turn, at, since)

    store.change_all(act)


class TickObject(Asked):
    turn = Id(required=True)
    on_tray = Yes(required=True)


def tick_object(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    run: int,
    turn: UUID,
    line: UUID,
    on_tray: bool,
    at: datetime,
    expecting: int | None = None,
) -> None:
    """What the line gets lies on its place of the tray, or not any more."""
    act = lambda s: s.tick_object(stamp, turn, line, on_tray, at)  # noqa: E731
    of_line(store, stamp, (conference_id, run, line), at, act)


class ConfirmTray(Asked):
    turn = Id(required=True)
    name = Text(required=True, longest=120)


def confirm_tray(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    run: int,
    turn: UUID,
    name: str,
    at: datetime,
    since: int = 0,
    expecting: int | None = None,
) -> None:
    """Somebody has compared the turn's trays with its row; two people do. `since`: the run's
    version at which row or trays were last others."""

    def act(unit: Unit) -> None:
        stage = opened(unit, stamp, conference_id, run, at)
        stage.confirm_tray(stamp, turn, name, at, since)

    store.change_all(act)
