"""Contested entries: what doors without network did against the log, and what became of it."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, singledispatch
from uuid import UUID

from immutables import Map

from events.attendance import ContestSettled, EntryContested
from events.base import Fact
from projections.replaced import replaced


@dataclass(frozen=True)
class Contest:
    """An entry that the log would not have had. `verdict`: as EntryContested has it; `entry`
    its number in the guest's story; `by` the device or account of the door; `time_doubted`:
    the door's clock cannot have been right. `outcome` is None while nobody has settled it."""

    guest: UUID
    entry: int
    verdict: str
    door: str
    device: str
    at: datetime
    by: UUID
    time_doubted: bool = False
    outcome: str | None = None
    note: str = ""
    settled_at: datetime | None = None
    settled_by: UUID | None = None


@dataclass(frozen=True)
class Contests:
    all: Map[tuple[UUID, int], Contest] = field(default_factory=Map)
    """By guest and number."""

    @cached_property
    def open(self) -> tuple[Contest, ...]:
        """What waits for a supervisor, the earliest first."""
        left = (one for one in self.all.values() if one.outcome is None)
        return tuple(sorted(left, key=lambda one: (one.at, one.guest, one.entry)))

    @cached_property
    def settled(self) -> tuple[Contest, ...]:
        """What is settled, the latest first."""
        done = [one for one in self.all.values() if one.settled_at is not None]
        return tuple(sorted(done, key=lambda one: (one.settled_at, one.guest), reverse=True))


def blank(conference_id: UUID) -> Contests:
    return Contests()


@singledispatch
def evolve(fact: Fact, contests: Contests) -> Contests:
    return contests


@evolve.register
def _(fact: EntryContested, contests: Contests) -> Contests:
    key = (fact.originator_id, fact.originator_version)
    made = Contest(*key, fact.verdict, fact.door, fact.device, fact.at, fact.by)
    made = replaced(made, time_doubted=fact.time_doubted)
    return Contests(contests.all.set(key, made))


@evolve.register
def _(fact: ContestSettled, contests: Contests) -> Contests:
    key = (fact.originator_id, fact.entry)
    said = {"outcome": fact.outcome, "note": fact.note}
    settled = replaced(contests.all[key], **said, settled_at=fact.at, settled_by=fact.by)
    return Contests(contests.all.set(key, settled))
