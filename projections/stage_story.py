"""The runs of the stage after each of their facts."""

from functools import singledispatch
from typing import TypeVar
from uuid import UUID

from immutables import Map

from events.base import Fact
from events.stage import (
    CueReverted,
    CueTaken,
    EditsAccepted,
    ScreenCovered,
    StageClosed,
    StageOpened,
)
from events.stage_row import (
    AbsenceLifted,
    AbsenceSettled,
    GoldCardGiven,
    ObjectTicked,
    PresentationCorrected,
    RecipientLeft,
    RecipientReached,
    RowClosedUp,
    TrayConfirmed,
)
from projections.replaced import replaced
from projections.stage import Correction, Place, Runs, Settled, StageRun, Taken

V = TypeVar("V")


@singledispatch
def staged(fact: Fact, runs: Runs) -> Runs:
    """The runs after a fact."""
    return runs


@staged.register
def _(fact: StageOpened, runs: Runs) -> Runs:
    return runs.set(fact.run, StageRun(fact.run, fact.at, fact.shown_at, fact.speed))


@staged.register
def _(fact: CueTaken, runs: Runs) -> Runs:
    run = runs[fact.run]
    said = (fact.cue, fact.kind, fact.turn, fact.instrument, fact.seen, fact.at)
    taken = (*run.taken, Taken(*said))
    rows = run.rows
    if fact.turn is not None and fact.row is not None:
        rows = rows.set(fact.turn, tuple(Place(**place) for place in fact.row))
    read = run.read | {fact.instrument} if fact.kind == "reading" and fact.instrument else run.read
    return moved(runs, fact, fact.run, taken=taken, rows=rows, read=read)


@staged.register
def _(fact: CueReverted, runs: Runs) -> Runs:
    """The stage stands where it stood before; what was called by mistake is not called."""
    run = runs[fact.run]
    gone, rows = run.taken[-1], run.rows
    if gone.kind == "call" and gone.turn is not None:
        rows = without(rows, gone.turn)
    return moved(runs, fact, fact.run, taken=run.taken[:-1], rows=rows)


@staged.register
def _(fact: EditsAccepted, runs: Runs) -> Runs:
    run = runs[fact.run]
    rows = run.rows.set(fact.turn, tuple(Place(**place) for place in fact.row))
    altered = run.altered.set(fact.turn, fact.originator_version)
    return moved(runs, fact, fact.run, rows=rows, altered=altered)


@staged.register
def _(fact: RecipientReached, runs: Runs) -> Runs:
    return moved(runs, fact, fact.run, reached=runs[fact.run].reached.set(fact.line, fact.at))


@staged.register
def _(fact: RecipientLeft, runs: Runs) -> Runs:
    run = runs[fact.run]
    here = {"reached": without(run.reached, fact.line), "lifted": without(run.lifted, fact.line)}
    return moved(runs, fact, fact.run, **here)


@staged.register
def _(fact: AbsenceSettled, runs: Runs) -> Runs:
    settled = Settled(fact.outcome, fact.name, fact.relation, fact.at)
    run = runs[fact.run]
    known = {"settled": run.settled.set(fact.line, settled)}
    return moved(runs, fact, fact.run, **known, lifted=without(run.lifted, fact.line))


@staged.register
def _(fact: AbsenceLifted, runs: Runs) -> Runs:
    run = runs[fact.run]
    settled = without(run.settled, fact.line)
    return moved(runs, fact, fact.run, settled=settled, lifted=run.lifted.set(fact.line, fact.at))


@staged.register
def _(fact: GoldCardGiven, runs: Runs) -> Runs:
    return moved(runs, fact, fact.run, gold=(*runs[fact.run].gold, fact.line))


@staged.register
def _(fact: RowClosedUp, runs: Runs) -> Runs:
    closed_up = runs[fact.run].closed_up.set(fact.turn, fact.originator_version)
    return moved(runs, fact, fact.run, closed_up=closed_up)


@staged.register
def _(fact: ObjectTicked, runs: Runs) -> Runs:
    """Whoever moves an object on the tray makes it one that nobody has compared."""
    run, line = runs[fact.run], {fact.line}
    ticked = run.ticked | line if fact.on_tray else run.ticked - line
    return moved(runs, fact, fact.run, ticked=ticked, confirmed=without(run.confirmed, fact.turn))


@staged.register
def _(fact: TrayConfirmed, runs: Runs) -> Runs:
    known = runs[fact.run].confirmed
    names = (*known.get(fact.turn, ()), (fact.name, fact.originator_version))
    return moved(runs, fact, fact.run, confirmed=known.set(fact.turn, names))


@staged.register
def _(fact: ScreenCovered, runs: Runs) -> Runs:
    return moved(runs, fact, fact.run, covered=fact.covered)


@staged.register
def _(fact: PresentationCorrected, runs: Runs) -> Runs:
    one = Correction(fact.line, fact.what, fact.was, fact.now, fact.at)
    return moved(runs, fact, fact.run, corrections=(*runs[fact.run].corrections, one))


@staged.register
def _(fact: StageClosed, runs: Runs) -> Runs:
    return moved(runs, fact, fact.run, closed_at=fact.at)


def moved(runs: Runs, fact: Fact, run: int, **changes: object) -> Runs:
    now = replaced(runs[run], version=fact.originator_version, **changes)
    return runs.set(run, now)


def without(known: Map[UUID, V], key: UUID) -> Map[UUID, V]:
    return known.delete(key) if key in known else known
