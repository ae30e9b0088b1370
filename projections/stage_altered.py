"""Which rows became others after they closed up or their trays were compared: asked anew."""

from collections.abc import Iterable
from uuid import UUID

from events.awards import AwardPresented, InstrumentAnnounced
from events.base import Fact
from events.stage import CueTaken, EditsAccepted
from events.stage_row import AbsenceLifted, AbsenceSettled, RecipientLeft, RecipientReached
from projections.ceremony_row import CALLED, Attending
from projections.guest import Guests
from projections.replaced import replaced
from projections.run_sheet_rows import Rows
from projections.stage import Runs, StageRun

COMING = (AbsenceLifted, AbsenceSettled, RecipientLeft, RecipientReached)
HANDED = (AwardPresented, InstrumentAnnounced)
"""Facts of the awards that leave every row as it is."""


def by_stage(fact: Fact, rows: Rows, before: Runs, after: Runs) -> Runs:
    """Somebody came for a line whom nobody awaited, or stays away who was."""
    if not isinstance(fact, COMING) or not looked_at(after[fact.run]):
        return after
    one = rows.everybody.get(fact.line)
    told = (
        Attending(run[fact.run], rows.attended, rows.book.prepared.late, None)
        for run in (before, after)
    )
    if one is None or len({each.state(one) in CALLED for each in told}) == 1:
        return after
    return after.set(fact.run, marked(after[fact.run], [fact.line]))


def entered(fact: Fact, rows: Rows, runs: Runs) -> Runs:
    """A row froze as the plan has it: with the side on which it enters."""
    if not isinstance(fact, CueTaken | EditsAccepted) or fact.row is None or fact.turn is None:
        return runs
    side = next((turn.side for turn in rows.turns if turn.id == fact.turn), None)
    run = runs[fact.run]
    return runs.set(fact.run, replaced(run, sides=run.sides.set(fact.turn, side))) if side else runs


def by_guest(guest: UUID, rows: Rows, guests: Guests, runs: Runs) -> Runs:
    """A guest who receives came into the hall, or never was there."""
    was, now = rows.guests.get(guest), guests.get(guest)
    if was is None or now is None or was.present == now.present:
        return runs
    for number, run in runs.items():
        if looked_at(run):
            every = (line for one in rows.book.instruments for line in one.lines)
            mine = [line.id for line in every if line.guest == guest]
            runs = runs.set(number, marked(run, mine))
    return runs


def by_plan(fact: Fact, before: Rows, after: Rows, runs: Runs) -> Runs:
    """The plan puts others into a row that has not been called, or in another order."""
    for number, run in runs.items():
        turns = {*run.closed_up, *run.confirmed} - set(run.rows)
        if turns and not isinstance(fact, HANDED):
            was, now = planned(before), planned(after)
            other = [turn for turn in turns if was.get(turn) != now.get(turn)]
            runs = runs.set(number, marked(run, other))
    return runs


def looked_at(run: StageRun) -> bool:
    return bool(run.closed_up or run.confirmed)


def planned(rows: Rows) -> dict[UUID, tuple[object, ...]]:
    """The lines of each turn, and whether they stand the other way round."""
    return {turn.id: (turn.mirrored, *(one.line for one in turn.recipients)) for turn in rows.turns}


def marked(run: StageRun, others: Iterable[UUID]) -> StageRun:
    altered = run.altered
    for one in others:
        altered = altered.set(one, run.version)
    return run if altered is run.altered else replaced(run, altered=altered)
