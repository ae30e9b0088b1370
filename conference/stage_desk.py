"""What web and api share of the stage: a run as it stands, and a press made into a cue."""

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from conference import gate
from conference.commands import stage, stage_runs
from conference.commands.stage import Step
from conference.errors import NotFound, Refused
from conference.store import Store
from events.base import Stamp
from projections.ceremony import Ceremony, ceremony_of
from projections.ceremony_cues import Cue
from projections.ceremony_row import LiveTurn
from projections.edition import as_seen
from projections.library import Shelf

MISSED = {"in_order": "end"}
"""What becomes of who is not here when the own turn is called: who may come late at any time comes
at the end, else as the policy has it for whoever comes after the beginning."""


def ceremony(run: int, shelf: Shelf | None = None) -> Ceremony:
    """A run of the plan, of the programme that everybody sees. NotFound for a rehearsal that was
    never begun."""
    seen = as_seen(shelf or gate.shelf(), draft=False)
    found = ceremony_of(seen.run_sheet, seen.agenda.awards_start_at, run)
    if run and found.run is None:
        raise NotFound("rehearsal", gate.newest().conference.id)
    return found


def on_run(run: int, at: datetime) -> datetime:
    """An instant of the conference's clock, on the clock of the run."""
    now = ceremony(run).run
    return now.clock(at) if now else at


def take_cue(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    run: int,
    cue: str,
    after: str | None,
    seen: int,
    at: datetime,
    expecting: int | None = None,
) -> None:
    """Go on to a cue as the MC's screen had it: drawn from position `seen`, standing on `after`."""
    step = step_to(run, cue, seen)
    known = {"conference_id": conference_id, "run": run, "step": step, "after": after, "at": at}
    stage.take_cue(store, stamp, **known)  # type: ignore[arg-type]


def step_to(run: int, key: str, seen: int) -> Step:
    """The cue of this key with all that its fact says. What was read aloud is what the MC's screen
    showed, so a row is called as it stood at `seen`. Refused for a cue that is none."""
    now = ceremony(run)
    cue = found(now, key)
    live = now.by_id.get(cue.turn) if cue and cue.turn else None
    if cue is None or (cue.kind == "call" and seen != gate.newest().position):
        now = then(run, seen)
        cue = found(now, key)
        live = now.by_id.get(cue.turn) if cue and cue.turn else None
    if cue is None:
        raise Refused("stage.moved-on")
    instrument = now.instruments[cue.instrument]
    rows = now.sheet.rows
    return Step(
        key,
        cue.kind,
        cue.turn,
        cue.instrument,
        row(live) if cue.kind == "call" and live else None,
        seen,
        settling(now, live) if cue.kind == "call" and live else (),
        instrument.announcer,
        rows.book.settings.witness or gate.actor_name(),
    )


def found(now: Ceremony, key: str) -> Cue | None:
    return next((cue for cue in now.cues if cue.key == key), None)


def then(run: int, seen: int) -> Ceremony:
    """The run as it stood at a position; NotFound for one that never was."""
    return ceremony(run, gate.shelf_of(gate.newest().conference.id, seen))


def row(live: LiveTurn) -> list[dict[str, object]]:
    """The row as RowPlace has it, as it would be called."""
    return [asdict(place) for place in live.planned]


def settling(now: Ceremony, live: LiveTurn) -> tuple[tuple[UUID, str], ...]:
    """What becomes of those of whom nobody has said it when their turn is called: nobody is called
    by surprise."""
    outcome = now.rows.book.prepared.late.after_start
    return tuple((one.line, MISSED.get(outcome, outcome)) for one in live.undecided)


def accept_edits(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    run: int,
    turn: UUID,
    seen: int,
    at: datetime,
    expecting: int | None = None,
) -> None:
    """Let the row on stage be as the plan has it, as the MC's screen showed the difference."""
    now = ceremony(run) if seen == gate.newest().position else then(run, seen)
    live = now.by_id.get(turn)
    if live is None or live.stands != "on_stage":
        raise Refused("stage.turn-not-called")
    known = {"conference_id": conference_id, "run": run, "turn": turn, "seen": seen, "at": at}
    stage.accept_edits(store, stamp, row=row(live), **known)  # type: ignore[arg-type]


def begin_rehearsal(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    speed: str,
    at: datetime,
    expecting: int | None = None,
) -> None:
    """Begin the next rehearsal; its clock shows the planned start of the ceremony."""
    now = ceremony(0)
    run = max(now.sheet.runs, default=0) + 1
    shown_at = now.starts_at or at
    known = {"conference_id": conference_id, "run": run, "speed": speed, "at": at}
    stage_runs.begin_rehearsal(store, stamp, shown_at=shown_at, **known)  # type: ignore[arg-type]
