"""The turns on stage: made by rules from the lines of decisions, then put in order by hand.

A turn made by rule has an id of its instrument, award, placing and number, so that what is said of
it (presenters, cues) stays with it. Once somebody puts turns in order by hand they are kept as they
stand; lines that came later are placed by the rules beside them, and so nobody is ever left out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from conference.rules.award_catalogue import DEFAULT_PRESET, PRESETS, place_in
from conference.rules.names import by_given_name

SPLITS = ("even", "full")
WITHIN = ("decision", "name")
SIDES = ("left", "right")

STAGE_CAPACITY = 10
"""Recipients of one turn until the organiser says otherwise; no rule gives a number, groups of
seven and ten were seen (domain knowledge 1.5)."""

TURN_S = 90
"""Seconds of a turn besides the handing over: reading, walking on and off, the photograph."""

RECIPIENT_S = 20
"""Seconds for each recipient; both are plain estimates until a hall has measured its own."""

PHOTO_S = 30
"""Seconds of standing still for the photograph (domain knowledge 3.3)."""


@dataclass(frozen=True)
class Entry:
    """One line of a decision, as far as the plan goes by it; `order` counts the instruments."""

    line: UUID
    instrument: UUID
    order: int
    number: int
    name: str
    award: str
    placing: int | None

    @property
    def group(self) -> tuple[UUID, str, int | None]:
        """Lines that may stand on stage together: of one instrument, award and placing."""
        return (self.instrument, self.award, self.placing)


@dataclass(frozen=True)
class Rules:
    """How turns are made. `precedence`: keys of awards, the highest first."""

    precedence: tuple[str, ...] = PRESETS[DEFAULT_PRESET]
    direction: str = "descending"
    capacity: int = STAGE_CAPACITY
    split: str = "even"
    within: str = "decision"


@dataclass(frozen=True)
class PlannedTurn:
    """The lines of a turn in the order in which they are called; `loose`: placed by the rules
    beside turns that somebody put in order."""

    id: UUID
    lines: tuple[UUID, ...]
    loose: bool = False


Arrangement = tuple[PlannedTurn, ...]


def turns_of(
    entries: Iterable[Entry], rules: Rules, arranged: Arrangement | None = None
) -> Arrangement:
    """All turns. Of an arrangement stays what still exists; other lines come behind the last turn
    that goes before them by precedence."""
    known = {entry.line: entry for entry in entries}
    if arranged is None:
        return by_rule(known.values(), rules)
    placed = {line for turn in arranged for line in turn.lines}
    kept = [
        PlannedTurn(turn.id, lines)
        for turn in arranged
        if (lines := tuple(line for line in turn.lines if line in known))
    ]
    loose = by_rule((one for line, one in known.items() if line not in placed), rules)
    taken = {turn.id for turn in kept}
    for turn in loose:
        id = turn.id if turn.id not in taken else uuid5(turn.id, "loose")
        kept.insert(behind(kept, turn, known, rules), PlannedTurn(id, turn.lines, loose=True))
    return tuple(kept)


def by_rule(entries: Iterable[Entry], rules: Rules) -> Arrangement:
    """The groups in the chosen precedence, each split into turns that the stage holds."""
    turns: list[PlannedTurn] = []
    for group in groups_of(entries, rules):
        first = 0
        head = group[0]
        for n, size in enumerate(sizes(len(group), rules), 1):
            lines = tuple(entry.line for entry in group[first : first + size])
            id = uuid5(head.instrument, f"turn/{head.award}/{head.placing or 0}/{n}")
            turns.append(PlannedTurn(id, lines))
            first += size
    return tuple(turns)


def groups_of(entries: Iterable[Entry], rules: Rules) -> list[list[Entry]]:
    """Lines by instrument, award and placing, each group in the decision's order (or by name);
    equal awards as their instruments were registered."""
    groups: dict[tuple[UUID, str, int | None], list[Entry]] = {}
    for entry in sorted(entries, key=lambda one: (one.order, one.number)):
        groups.setdefault(entry.group, []).append(entry)
    if rules.within == "name":
        groups = {key: sorted(group, key=called_by) for key, group in groups.items()}
    backwards = rules.direction == "ascending"
    found = list(groups.values())
    found.sort(key=lambda group: rank(group[0], rules), reverse=backwards)
    return found


def called_by(entry: Entry) -> tuple[tuple[object, ...], int]:
    """By name, as a list of people has it: the last word of the name first."""
    return (by_given_name(entry.name), entry.number)


def rank(entry: Entry, rules: Rules) -> tuple[int, int]:
    return place_in(rules.precedence, entry.award, entry.placing)


def sizes(count: int, rules: Rules) -> list[int]:
    """Sizes of the fewest turns that hold `count`: equal but for one, or full ones first."""
    if rules.split == "full":
        whole, rest = divmod(count, rules.capacity)
        return [rules.capacity] * whole + ([rest] if rest else [])
    return split_evenly(count, rules.capacity)


def split_evenly(count: int, capacity: int) -> list[int]:
    """16 at 10 is 8, 8."""
    turns = -(-count // capacity)
    size, larger = divmod(count, turns) if turns else (0, 0)
    return [size + (n < larger) for n in range(turns)]


def behind(
    kept: Sequence[PlannedTurn], turn: PlannedTurn, known: dict[UUID, Entry], rules: Rules
) -> int:
    """Where a loose turn goes: behind the last one of its group, else behind the last that is not
    lower than it by precedence."""
    own = known[turn.lines[0]]
    heads = [known[one.lines[0]] for one in kept]
    same = [n for n, head in enumerate(heads) if head.group == own.group]
    if same:
        return same[-1] + 1
    sign = -1 if rules.direction == "ascending" else 1
    place = tuple(sign * step for step in rank(own, rules))
    higher = [
        n for n, head in enumerate(heads) if tuple(sign * s for s in rank(head, rules)) <= place
    ]
    return higher[-1] + 1 if higher else 0


# What somebody does to turns that stand: each answers the new arrangement.


def turn_moved(turns: Arrangement, turn: UUID, before: UUID | None) -> Arrangement:
    """The turn before another one, or last."""
    moving = [one for one in turns if one.id == turn]
    rest = [one for one in turns if one.id != turn]
    at = next((n for n, one in enumerate(rest) if one.id == before), len(rest))
    return (*rest[:at], *moving, *rest[at:])


def recipient_moved(turns: Arrangement, line: UUID, turn: UUID, before: UUID | None) -> Arrangement:
    """The line in this turn, before another one, or last; a turn that is empty then goes."""

    def with_line(one: PlannedTurn) -> PlannedTurn:
        rest = [other for other in one.lines if other != line]
        if one.id == turn:
            at = rest.index(before) if before in rest else len(rest)
            rest.insert(at, line)
        return PlannedTurn(one.id, tuple(rest))

    return tuple(one for one in map(with_line, turns) if one.lines)


def turn_split(turns: Arrangement, turn: UUID, line: UUID, into: UUID) -> Arrangement:
    """The turn ends before the line, which begins a turn of its own right behind."""

    def parts(one: PlannedTurn) -> Arrangement:
        if one.id != turn or line not in one.lines[1:]:
            return (one,)
        at = one.lines.index(line)
        return PlannedTurn(one.id, one.lines[:at]), PlannedTurn(into, one.lines[at:])

    return tuple(part for one in turns for part in parts(one))


def turns_joined(turns: Arrangement, turn: UUID, other: UUID) -> Arrangement:
    """The other turn's lines follow the turn's own."""
    more = lines_of(turns, other)
    joined = (
        PlannedTurn(one.id, one.lines + more) if one.id == turn else one
        for one in turns
        if one.id != other
    )
    return tuple(joined)


def lines_of(turns: Arrangement, turn: UUID) -> tuple[UUID, ...]:
    return next((one.lines for one in turns if one.id == turn), ())
