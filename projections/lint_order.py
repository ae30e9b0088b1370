"""The linter on the order of turns and of who stands in them, and on what the stage holds."""

from collections.abc import Iterator
from itertools import pairwise
from uuid import UUID

from conference.rules.award_catalogue import place_in
from conference.rules.award_plan import Entry, called_by
from projections.award_plan import Line, Settings, Turn
from projections.lint_finding import Finding
from projections.lint_look import Look

Group = tuple[UUID, str, int | None]


def found(look: Look) -> Iterator[Finding]:
    yield from precedence(look)
    yield from inside(look)
    yield from single_turns(look)


def precedence(look: Look) -> Iterator[Finding]:
    """A turn that comes behind one which is lower (going down) or higher (going up)."""
    settings = look.book.settings
    sign = -1 if settings.direction == "ascending" else 1
    shown = {turn.id: turn for turn in look.turns}
    for before, turn in pairwise(look.book.turns):
        if ranked(turn, settings, sign) < ranked(before, settings, sign):
            causes = look.causes(before.id, "turn-moved", "turns-arranged", "precedence-chosen")
            facts = {"before": before.group.award, "before_placing": before.group.placing}
            beside = {"other": before.number, "direction": settings.direction}
            yield look.of_turn("order-precedence", shown[turn.id], *causes, **facts, beside=beside)


def ranked(turn: Turn, settings: Settings, sign: int) -> tuple[int, int]:
    """Where a turn belongs: the smaller, the earlier."""
    award, placing = place_in(settings.precedence, turn.group.award, turn.group.placing)
    return (sign * award, sign * placing)


def inside(look: Look) -> Iterator[Finding]:
    """A line that is called behind one which the decision (or, where the plan goes by names, the
    name) puts after it."""
    by_name = look.book.settings.within == "name"
    last: dict[Group, Line] = {}
    for turn in look.book.turns:
        for line in turn.lines:
            instrument, _ = look.lines[line.id]
            group = (instrument.id, line.award, line.placing)
            before = last.get(group)
            if before is not None and placed(line, by_name) < placed(before, by_name):
                causes = look.causes(turn.id, before.id, "turns-arranged", "plan-rules-set")
                facts = {"other": before.name, "other_number": before.number}
                beside = {"turn": turn.number, "within": look.book.settings.within}
                yield look.of_line("order-decision", line.id, *causes, **facts, beside=beside)
            last[group] = line


def placed(line: Line, by_name: bool) -> tuple[object, ...]:
    if by_name:
        said = (line.number, line.name, line.award, line.placing)
        return called_by(Entry(line.id, line.id, 0, *said))
    return (line.number,)


def single_turns(look: Look) -> Iterator[Finding]:
    """What each turn shows by itself: too many, of different awards, placed by the rules."""
    capacity = look.book.settings.capacity
    for shown, turn in zip(look.turns, look.book.turns, strict=True):
        count = len(turn.lines)
        if count > capacity:
            causes = look.causes("stage-capacity-set", "turns-arranged")
            yield look.of_turn("stage-capacity", shown, *causes, count=count, capacity=capacity)
        head = (turn.group.instrument.id, turn.group.award, turn.group.placing)
        if others := [line for line in turn.lines if group_of(look, line) != head]:
            causes = look.causes(*(one.id for one in others))
            causes += look.causes(*{look.lines[one.id][0].id for one in others})
            first = {"name": others[0].name, "other_award": others[0].award}
            yield look.of_turn("turn-mixed", shown, *causes, count=len(others), **first)
        if turn.loose:
            causes, name = look.causes("turns-arranged"), turn.lines[0].name
            yield look.of_turn("turn-loose", shown, *causes, count=count, name=name)


def group_of(look: Look, line: Line) -> Group:
    return (look.lines[line.id][0].id, line.award, line.placing)
