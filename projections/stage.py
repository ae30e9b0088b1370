"""What happened on stage, as the facts of one run make it: the ceremony, or a rehearsal."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from immutables import Map


@dataclass(frozen=True)
class Place:
    """One place of a row as it was called. A `gap` keeps its position; nobody stands there."""

    line: UUID
    position: int
    name: str
    phonetic: str | None
    receiver: str | None
    relation: str | None
    presenter: str | None
    gap: bool


@dataclass(frozen=True)
class Taken:
    """A cue that was taken, with the position of the log that the MC saw then."""

    cue: str
    kind: str
    turn: UUID | None
    instrument: UUID | None
    seen: int
    at: datetime


@dataclass(frozen=True)
class Settled:
    """What becomes of a missing recipient's line: representative, end, later, not_presented."""

    outcome: str
    name: str | None
    relation: str | None
    at: datetime


@dataclass(frozen=True)
class Correction:
    line: UUID
    what: str
    was: str | None
    now: str
    at: datetime


@dataclass(frozen=True)
class StageRun:
    """One run. `run` 0 is the ceremony. It began at `opened_at` on the conference's clock; its own
    clock showed `shown_at` then, and goes `speed` times as fast."""

    run: int
    opened_at: datetime
    shown_at: datetime
    speed: int = 1
    taken: tuple[Taken, ...] = ()
    rows: Map[UUID, tuple[Place, ...]] = field(default_factory=Map)
    """The row of each turn that was called, frozen."""
    sides: Map[UUID, str] = field(default_factory=Map)
    """The side on which that row entered: what the plan says afterwards turns nobody round."""
    read: frozenset[UUID] = frozenset()
    """Instruments that were read here, also where that step was taken back since."""
    reached: Map[UUID, datetime] = field(default_factory=Map)
    settled: Map[UUID, Settled] = field(default_factory=Map)
    lifted: Map[UUID, datetime] = field(default_factory=Map)
    gold: tuple[UUID, ...] = ()
    closed_up: Map[UUID, int] = field(default_factory=Map)
    """The version of the run at which the row of a turn closed its gaps."""
    ticked: frozenset[UUID] = frozenset()
    confirmed: Map[UUID, tuple[tuple[str, int], ...]] = field(default_factory=Map)
    """Who compared the trays of a turn, each with the version of the run."""
    altered: Map[UUID, int] = field(default_factory=Map)
    """The version of the run at which the row of a turn, or who comes for a line, became another:
    what was closed up or compared before that is so no more."""
    covered: bool = False
    corrections: tuple[Correction, ...] = ()
    closed_at: datetime | None = None
    version: int = 1

    @property
    def last(self) -> Taken | None:
        """The cue that is on."""
        return self.taken[-1] if self.taken else None

    def clock(self, now: datetime) -> datetime:
        """What the run's clock shows at an instant of the conference's clock."""
        return self.shown_at + (now - self.opened_at) * self.speed


Runs = Map[int, StageRun]
"""The runs of a conference by number."""

NO_RUNS: Runs = Map()
