"""What may be asked of the stage by the MC: cue by cue, back by one, the edits that waited."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from conference.commands.fields import Asked, Id, Number, Text, Yes
from conference.domain.awards import Awards
from conference.domain.stage import CEREMONY, Stage
from conference.errors import NotFound
from conference.store import Store, Unit
from events.base import Stamp


@dataclass(frozen=True)
class Step:
    """A cue with all that its fact says. `settles`: what becomes of who is missing in the row that
    is called; `announcer` reads the decision, `witness` signs for what is handed over."""

    cue: str
    kind: str
    turn: UUID | None
    instrument: UUID
    row: list[dict[str, Any]] | None
    seen: int
    settles: tuple[tuple[UUID, str], ...] = ()
    announcer: str = ""
    witness: str | None = None

    @property
    def said(self) -> dict[str, Any]:
        names = ("kind", "turn", "instrument", "row", "seen")
        return {name: getattr(self, name) for name in names}


class TakeCue(Asked):
    """`after` is the cue on which the MC's screen stood, `seen` the position it was drawn from."""

    cue = Text(required=True, longest=80)
    after = Text(load_default=None, allow_none=True, longest=80)
    seen = Number(most=10**12, required=True)


def take_cue(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    run: int,
    step: Step,
    after: str | None,
    at: datetime,
    expecting: int | None = None,
) -> None:
    """Go on to a cue. A reading announces its instrument; when the stage stands for the photograph,
    or clears, each line of the row is recorded as presented. Of a rehearsal nothing is."""

    def act(unit: Unit) -> None:
        stage = opened(unit, stamp, conference_id, run, at)
        before = stage.version
        stage.take_cue(stamp, step.cue, after, at, **step.said)
        if stage.version == before:
            return
        for line, outcome in step.settles:
            if not stage.spoken_for(line):  # else somebody said more than the MC's screen knew
                stage.settle_absence(stamp, line, outcome, at)
        if run == CEREMONY and step.kind in ("reading", "photo", "clear"):
            awarded(unit, stamp, stage, step, at)

    store.change_all(act)


def awarded(unit: Unit, stamp: Stamp, stage: Stage, step: Step, at: datetime) -> None:
    """What a cue of the ceremony makes of its awards; what stands already stays."""
    awards = unit.load(Awards, Awards.id_of(stage.conference_id))
    if step.kind == "reading" and step.instrument not in awards.announced:
        awards.announce_instrument(stamp, step.instrument, step.announcer, at)
    for place in stage.rows.get(step.turn, ()) if step.turn else ():
        if place["gap"] or place["line"] in awards.presented or place["line"] not in awards.lines:
            continue
        who = (place["presenter"] or "", place["receiver"] or place["name"])
        awards.present_award(stamp, place["line"], *who, at, step.witness)


def opened(unit: Unit, stamp: Stamp, conference_id: UUID, run: int, at: datetime) -> Stage:
    """The stage of a run; the ceremony's opens with the first that happens on it."""
    id = Stage.id_in(conference_id, run)
    try:
        return unit.load(Stage, id)
    except NotFound:
        if run != CEREMONY:
            raise
    stage = Stage.open_for(stamp, conference_id, run, at, at)
    unit.add(stage)
    return stage


class RevertCue(Asked):
    cue = Text(required=True, longest=80)


def revert_cue(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    run: int,
    cue: str,
    at: datetime,
    expecting: int | None = None,
) -> None:
    """Take the last cue back; what was recorded stays recorded."""
    id = Stage.id_in(conference_id, run)
    store.change(Stage, id, lambda s: s.revert_cue(stamp, cue, at), expecting=expecting)


class AcceptEdits(Asked):
    turn = Id(required=True)
    seen = Number(most=10**12, required=True)


def accept_edits(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    run: int,
    turn: UUID,
    row: list[dict[str, Any]],
    seen: int,
    at: datetime,
    expecting: int | None = None,
) -> None:
    """Let the row on stage be as the plan has it now; `row` as RowPlace has it."""
    id = Stage.id_in(conference_id, run)
    act = lambda s: s.accept_edits(stamp, turn, row, seen, at)  # noqa: E731
    store.change(Stage, id, act, expecting=expecting)


class CoverScreen(Asked):
    covered = Yes(required=True)


def cover_screen(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    run: int,
    covered: bool,
    at: datetime,
    expecting: int | None = None,
) -> None:
    """Let the hall's screen show nothing, or again what is called."""

    def act(unit: Unit) -> None:
        opened(unit, stamp, conference_id, run, at).cover_screen(stamp, covered, at)

    store.change_all(act)
