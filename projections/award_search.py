"""Lines of instruments looked for by what somebody types: a name, an alias, a unit, a number."""

from collections.abc import Iterable
from dataclasses import dataclass

from conference.rules.names import found
from projections.award_plan import Instrument, Line


@dataclass(frozen=True)
class Hit:
    """A line and the instrument that has it."""

    instrument: Instrument
    line: Line


def searched(instruments: Iterable[Instrument], wanted: str) -> tuple[Hit, ...]:
    """The lines that a search finds, in their instruments' order; all of them for ''."""
    said = " ".join(wanted.split())
    return tuple(
        Hit(one, line) for one in instruments for line in one.lines if not said or hit(line, said)
    )


def hit(line: Line, wanted: str) -> bool:
    """By name or alias with or without diacritics, by unit or representative; a number
    alone is the line's own."""
    if wanted.isdigit() and len(wanted) < 6:
        return int(wanted) == line.number
    return found(wanted, line.name, *line.aliases, line.unit, line.representative)


def alike(instrument: Instrument) -> bool:
    """Whether one award, placing, year and kind is said of all its lines: what can be typed into a
    form that asks for each of them once."""
    said = {(one.award, one.placing, one.year, one.kind) for one in instrument.lines}
    return len(said) < 2
