"""Lines of decisions that no turn has: who comes without having been planned gets a gold card."""

from collections.abc import Iterator

from conference.rules.names import found
from projections.award_plan import Instrument, Line
from projections.ceremony import Ceremony

MOST = 12
"""Lines that a search lists; who finds more types more."""


def unplanned(ceremony: Ceremony, wanted: str) -> tuple[tuple[Instrument, Line], ...]:
    """Those whose name or other name is like what was typed, at most so many."""
    listed = ((one, line) for one, line in without_turn(ceremony) if like(line, wanted))
    return tuple(pair for pair, _ in zip(listed, range(MOST), strict=False))


def like(line: Line, wanted: str) -> bool:
    return bool(wanted.strip()) and found(wanted, line.name, *line.aliases)


def without_turn(ceremony: Ceremony) -> Iterator[tuple[Instrument, Line]]:
    """Lines that no turn to come or on stage has, and that were not handed over."""
    coming = {one.line for live in ceremony.turns for one in live.turn.recipients}
    for one in ceremony.sheet.book.instruments:
        for line in one.lines if one.presentable else ():
            handed = line.presented_at is not None and not ceremony.number
            if line.id not in coming | ceremony.gone and not handed:
                yield one, line
