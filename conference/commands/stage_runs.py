"""What may be asked of a run of the stage as a whole: a rehearsal begins, a run ends."""

from datetime import datetime
from uuid import UUID

from conference.commands.fields import Asked, Choice
from conference.domain.stage import SPEEDS, Stage
from conference.store import Store
from events.base import Stamp


class BeginRehearsal(Asked):
    speed = Choice(tuple(str(speed) for speed in SPEEDS), load_default="1")


def begin_rehearsal(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    run: int,
    speed: str,
    at: datetime,
    shown_at: datetime,
    expecting: int | None = None,
) -> None:
    """Begin rehearsal number `run`, whose own clock shows `shown_at` now."""
    stage = Stage.open_for(stamp, conference_id, run, at, shown_at, int(speed))
    store.create(stage)


class CloseStage(Asked):
    pass


def close_stage(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    run: int,
    at: datetime,
    expecting: int | None = None,
) -> None:
    """End a ceremony or a rehearsal."""
    id = Stage.id_in(conference_id, run)
    store.change(Stage, id, lambda s: s.close_stage(stamp, at), expecting=expecting)
