"""The plan of the awards: announcements and turns on stage, from instruments and settings."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from immutables import Map

from conference.rules.award_catalogue import BY_KEY, DEFAULT_PRESET, ENTRY, place_in

STAGE_CAPACITY = 10
"""Recipients of one turn until the organiser says otherwise; no rule gives a number, groups of
seven and ten were seen (domain knowledge 1.5)."""


@dataclass(frozen=True)
class Line:
    """One line of an instrument, in its own spelling. `guest` is the invitation that receives."""

    id: UUID
    number: int
    name: str
    kind: str
    award: str
    placing: int | None
    year: int | None
    reason: str | None
    guest: UUID | None
    representative: str | None = None
    relation: str | None = None
    presented_at: datetime | None = None
    presenter: str | None = None
    receiver: str | None = None


@dataclass(frozen=True)
class Instrument:
    """A decision or a proposal. `order` counts the registrations."""

    id: UUID
    kind: str
    title: str
    number: str | None
    dated_on: str | None
    level: str
    signatory: str | None
    announcer: str
    stated_count: int | None
    lines: tuple[Line, ...]
    note: str | None
    order: int
    announced_at: datetime | None = None

    @property
    def presentable(self) -> bool:
        """A proposal can be announced, never presented."""
        return self.kind == "decision"


@dataclass(frozen=True)
class Settings:
    """How the plan is made: precedence, its direction, the stage, who enters when."""

    preset: str = DEFAULT_PRESET
    direction: str = "descending"
    capacity: int = STAGE_CAPACITY
    entry: Map[str, str] = Map(ENTRY)  # noqa: RUF009 (immutable)


@dataclass(frozen=True)
class Group:
    """The lines of one instrument that have the same award and placing, in its own order."""

    instrument: Instrument
    award: str
    placing: int | None
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Turn:
    """One group on stage together: at most as many as the stage holds. `first` and `last` count
    within the group of `of` lines."""

    number: int
    group: Group
    lines: tuple[Line, ...]
    first: int
    recipients_enter: str

    @property
    def last(self) -> int:
        return self.first + len(self.lines) - 1

    @property
    def of(self) -> int:
        return len(self.group.lines)


def groups_of(instrument: Instrument) -> list[Group]:
    """An instrument's lines by award and placing, each group in the instrument's order."""
    groups: dict[tuple[str, int | None], list[Line]] = {}
    for line in sorted(instrument.lines, key=lambda line: line.number):
        groups.setdefault((line.award, line.placing), []).append(line)
    return [Group(instrument, *key, tuple(lines)) for key, lines in groups.items()]


def ordered(instruments: Iterable[Instrument], settings: Settings) -> tuple[Group, ...]:
    """All groups in the chosen precedence; equal ones as their instruments were registered."""
    groups = [group for instrument in instruments for group in groups_of(instrument)]
    groups.sort(key=lambda group: (group.instrument.order, group.lines[0].number))
    backwards = settings.direction == "ascending"
    groups.sort(
        key=lambda group: place_in(settings.preset, group.award, group.placing), reverse=backwards
    )
    return tuple(groups)


def announced_order(instruments: Iterable[Instrument], settings: Settings) -> tuple[Group, ...]:
    """What is announced, in the chosen precedence: decisions and proposals alike."""
    return ordered(instruments, settings)


def turns_of(instruments: Iterable[Instrument], settings: Settings) -> tuple[Turn, ...]:
    """The turns on stage: decisions only, each group split evenly into as few as fit."""
    turns: list[Turn] = []
    decided = (one for one in instruments if one.presentable)
    for group in ordered(decided, settings):
        enter = settings.entry.get(group.instrument.level, "after")
        first = 1
        for size in split_evenly(len(group.lines), settings.capacity):
            lines = group.lines[first - 1 : first - 1 + size]
            turns.append(Turn(len(turns) + 1, group, lines, first, enter))
            first += size
    return tuple(turns)


def split_evenly(count: int, capacity: int) -> list[int]:
    """Sizes of the fewest turns that hold `count`, equal but for one: 16 at 10 is 8, 8."""
    turns = -(-count // capacity)
    size, larger = divmod(count, turns) if turns else (0, 0)
    return [size + (n < larger) for n in range(turns)]


def objects_of(award: str) -> tuple[tuple[str, str], ...]:
    """What is handed over for one line of this award, in order."""
    return BY_KEY[award].objects if award in BY_KEY else ()
