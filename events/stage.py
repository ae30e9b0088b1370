"""Facts of the stage: what the MC called, cue by cue.

`run` 0 is the ceremony itself; each rehearsal has a number, and a log of its own.
"""

from datetime import datetime
from typing import ClassVar, TypedDict
from uuid import UUID

from events.base import Created, Fact


class RowPlace(TypedDict):
    """One place of the row on stage, as it was called: `position` as planned, from 1; a `gap` is
    a place whose recipient was not called."""

    line: UUID
    position: int
    name: str
    phonetic: str | None
    receiver: str | None
    relation: str | None
    presenter: str | None
    gap: bool


class StageOpened(Created):
    """A ceremony, or a rehearsal of it, begins, `at` on the conference's clock. The run's own clock
    then shows `shown_at` and goes `speed` times as fast; all later facts of the run are on it."""

    TOPIC: ClassVar[str] = "stage-opened"
    run: int
    speed: int
    at: datetime
    shown_at: datetime


class CueTaken(Fact):
    """The MC went on to a cue. `kind`: reading, call, handover, photo, clear. With the call of a
    turn its row freezes as the MC saw it, at log position `seen`."""

    TOPIC: ClassVar[str] = "cue-taken"
    PERSONAL: ClassVar = {"row": "recipients"}
    run: int
    cue: str
    kind: str
    turn: UUID | None
    instrument: UUID | None
    row: list[RowPlace] | None
    seen: int
    at: datetime


class CueReverted(Fact):
    """The last cue was pressed by mistake: the stage stands where it stood before it."""

    TOPIC: ClassVar[str] = "cue-reverted"
    run: int
    cue: str
    at: datetime


class EditsAccepted(Fact):
    """The row on stage is from now on as the plan has it; edits had waited."""

    TOPIC: ClassVar[str] = "edits-accepted"
    PERSONAL: ClassVar = {"row": "recipients"}
    run: int
    turn: UUID
    row: list[RowPlace]
    seen: int
    at: datetime


class ScreenCovered(Fact):
    """The hall's screen shows nothing, whatever is called, until it is uncovered."""

    TOPIC: ClassVar[str] = "screen-covered"
    run: int
    covered: bool
    at: datetime


class StageClosed(Fact):
    """The ceremony or the rehearsal is over."""

    TOPIC: ClassVar[str] = "stage-closed"
    run: int
    at: datetime
