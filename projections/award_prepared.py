"""What is said of the plan beside its lines: presenters, what turns need, the lock, waivers."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from immutables import Map

from conference.rules.award_plan import Arrangement
from conference.rules.late_policy import PRACTICE, LatePolicy


@dataclass(frozen=True)
class Presenter:
    """Who hands over; `guest` where an invited guest does."""

    guest: UUID | None
    name: str
    post: str | None


@dataclass(frozen=True)
class Preparation:
    """What a turn needs, where it is not as the rules have it."""

    side: str | None = None
    servers: int | None = None
    bouquets: int | None = None
    music: str | None = None
    photo_s: int | None = None
    seconds: int | None = None
    note: str | None = None


NOTHING = Preparation()


@dataclass(frozen=True)
class Waiver:
    """Somebody answers for a finding as it was `said`."""

    said: str
    name: str
    reason: str


@dataclass(frozen=True)
class Artefact:
    """A paper or screen made elsewhere, by what it shows. `turn` None: the whole ceremony."""

    id: UUID
    kind: str
    title: str
    turn: UUID | None
    shows: tuple[str, ...]
    shown_at: int | None


@dataclass(frozen=True)
class Prepared:
    """The plan beside its lines. `amended`: the reasons since the last lock, in order."""

    arranged: Arrangement | None = None
    presenters: Map[UUID, tuple[Presenter, ...]] = field(default_factory=Map)
    turns: Map[UUID, Preparation] = field(default_factory=Map)
    off_stage: frozenset[UUID] = frozenset()
    late: LatePolicy = PRACTICE
    locks: int = 0
    locked: bool = False
    locked_at: datetime | None = None
    amended: tuple[str, ...] = ()
    waivers: Map[tuple[str, str], Waiver] = field(default_factory=Map)
    artefacts: Map[UUID, Artefact] = field(default_factory=Map)


KEYS = ("instrument", "turn", "line", "artefact")


def causes(fact: Any) -> Iterator[object]:
    """What a fact of the awards is about, by which a finding names the facts that cause it: an
    instrument, a turn, a line, an artefact, else its topic."""
    found = [getattr(fact, key) for key in KEYS if getattr(fact, key, None) is not None]
    yield from found or [fact.TOPIC]
