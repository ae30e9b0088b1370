"""The plan of the awards: announcements and turns on stage, from instruments and settings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from immutables import Map

from conference.rules.award_catalogue import (
    BY_KEY,
    DEFAULT_PRESET,
    ENTRY,
    OWN,
    PRESETS,
)
from conference.rules.award_plan import (
    RECIPIENT_S,
    STAGE_CAPACITY,
    TURN_S,
    Arrangement,
    Entry,
    Rules,
    groups_of,
    turns_of,
)


@dataclass(frozen=True)
class Line:
    """One line of an instrument, in its own spelling. `guest` is the invitation that receives;
    `readiness`: drafted, signed, sealed, framed, on_tray, or None while nobody has said."""

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
    objects: tuple[str, ...] = ()
    witness: str | None = None
    phonetic: str | None = None
    aliases: tuple[str, ...] = ()
    readiness: str | None = None
    unit: str | None = None
    note: str | None = None


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
    """How the plan is made: precedence, its direction, the stage, who enters when and where."""

    preset: str = DEFAULT_PRESET
    direction: str = "descending"
    capacity: int = STAGE_CAPACITY
    entry: Map[str, str] = Map(ENTRY)  # noqa: RUF009 (immutable)
    own: tuple[str, ...] = ()
    split: str = "even"
    within: str = "decision"
    side: str = "right"
    proxies: bool = False
    turn_s: int = TURN_S
    recipient_s: int = RECIPIENT_S
    witness: str | None = None

    @property
    def precedence(self) -> tuple[str, ...]:
        """Keys of awards, the highest first."""
        return self.own if self.preset == OWN else PRESETS[self.preset]

    @property
    def rules(self) -> Rules:
        return Rules(self.precedence, self.direction, self.capacity, self.split, self.within)


@dataclass(frozen=True)
class Group:
    """The lines of one instrument that have the same award and placing, in its own order."""

    instrument: Instrument
    award: str
    placing: int | None
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Turn:
    """One group on stage together, in the order in which it is called. `first` and `last` count
    within the group of `of` lines; `loose`: the rules placed it beside turns put in order by hand.
    """

    number: int
    id: UUID
    group: Group
    lines: tuple[Line, ...]
    first: int
    of: int
    recipients_enter: str
    loose: bool = False

    @property
    def last(self) -> int:
        return self.first + len(self.lines) - 1


def entries_of(
    instruments: Iterable[Instrument], off_stage: frozenset[UUID] = frozenset()
) -> Iterator[Entry]:
    """The lines as the plan goes by them, of decisions and proposals alike."""
    for one in instruments:
        for line in one.lines:
            if line.id not in off_stage:
                said = (line.number, line.name, line.award, line.placing)
                yield Entry(line.id, one.id, one.order, *said)


def announced_order(instruments: Iterable[Instrument], settings: Settings) -> tuple[Group, ...]:
    """What is announced, in the chosen precedence: decisions and proposals alike; equal awards as
    their instruments were registered."""
    known = {one.id: one for one in instruments}
    lines = {line.id: line for one in known.values() for line in one.lines}
    found = groups_of(entries_of(known.values()), settings.rules)
    return tuple(
        Group(
            known[group[0].instrument],
            group[0].award,
            group[0].placing,
            tuple(lines[entry.line] for entry in group),
        )
        for group in found
    )


def planned(
    instruments: Iterable[Instrument],
    settings: Settings,
    off_stage: frozenset[UUID] = frozenset(),
    arranged: Arrangement | None = None,
) -> tuple[Turn, ...]:
    """The turns on stage: of decisions only."""
    decided = [one for one in instruments if one.presentable]
    known = {one.id: one for one in decided}
    entries = {entry.line: entry for entry in entries_of(decided, off_stage)}
    turns = turns_of(entries.values(), settings.rules, arranged)
    lines = {line.id: line for one in decided for line in one.lines}
    whole: dict[tuple[UUID, str, int | None], list[Line]] = {}
    for turn in turns:
        for line in turn.lines:
            whole.setdefault(entries[line].group, []).append(lines[line])
    seen: dict[tuple[UUID, str, int | None], int] = {}
    found: list[Turn] = []
    for number, turn in enumerate(turns, 1):
        key = entries[turn.lines[0]].group
        group = Group(known[key[0]], key[1], key[2], tuple(whole[key]))
        first = seen.get(key, 0) + 1
        seen[key] = first + len(turn.lines) - 1
        enter = settings.entry.get(group.instrument.level, "after")
        row = tuple(lines[line] for line in turn.lines)
        of = len(group.lines)
        found.append(Turn(number, turn.id, group, row, first, of, enter, turn.loose))
    return tuple(found)


def objects_of(award: str) -> tuple[tuple[str, str], ...]:
    """What is handed over for one line of this award, in order."""
    return BY_KEY[award].objects if award in BY_KEY else ()
