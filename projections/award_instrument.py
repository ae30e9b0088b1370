"""An instrument with its lines, as the fact that registers or revises it says."""

from events.awards import AwardLine, InstrumentRegistered, InstrumentRevised
from projections.award_plan import Instrument, Line


def line_of(said: AwardLine) -> Line:
    """A line of an instrument, from the payload of its fact."""
    return Line(
        said["line"],
        said["number"],
        said["name"],
        said["kind"],
        said["award"],
        said["placing"],
        said["year"],
        said["reason"],
        said["guest"],
        said["representative"],
    )


def instrument_of(fact: InstrumentRegistered | InstrumentRevised, order: int) -> Instrument:
    """An instrument with its lines, from its fact; `order` counts registrations from 1."""
    return Instrument(
        fact.instrument,
        fact.kind,
        fact.title,
        fact.number,
        fact.dated_on,
        fact.level,
        fact.signatory,
        fact.announcer,
        fact.stated_count,
        tuple(line_of(line) for line in fact.lines),
        fact.note,
        order,
    )
