"""The ceremony as it stands: the cue that is on, the rows on stage and in the wings, what comes.

One object for MC, stage manager, tray table, usher, photographer and the hall's screen: each shows
its own columns of it, and so they cannot disagree.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from uuid import UUID

from projections.award_plan import Instrument
from projections.ceremony_cues import Cue, cues_of
from projections.ceremony_lineup import Lineup
from projections.ceremony_row import LiveTurn
from projections.run_sheet import RunSheet
from projections.run_sheet_turn import Recipient
from projections.stage import Place, Taken

HALL = {
    "reading": "announced",
    "call": "announced",
    "handover": "recipients",
    "photo": "photo",
    "clear": "clear",
}
"""What the hall's screen shows while a cue is on: a name only once it was read out."""


@dataclass(frozen=True)
class Ceremony(Lineup):
    """What every screen of a run shows."""

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """All cues: those taken first, as they were taken."""
        read = self.run.read if self.run else frozenset()
        elsewhere = (one.id for one in self.sheet.book.instruments if one.announced_at)
        announced = frozenset(elsewhere) - read if self.number == 0 else frozenset()
        known = cues_of(self.turns, self.sheet.book.announcements, announced)
        done = {live.id for live in self.turns if live.stands == "done"}
        keys = {taken.cue for taken in self.taken}
        coming = [cue for cue in known if cue.key not in keys and cue.turn not in done]
        return (*map(as_cue, self.taken), *coming)

    @property
    def cue(self) -> Cue | None:
        """The cue that is on; None before the first."""
        return self.cues[len(self.taken) - 1] if self.taken else None

    @property
    def next_cue(self) -> Cue | None:
        """What the main button does; None at the end, and once the run is closed."""
        ahead = self.cues[len(self.taken) :]
        return ahead[0] if ahead and not (self.run and self.run.closed_at) else None

    @cached_property
    def by_id(self) -> dict[UUID, LiveTurn]:
        return {live.id: live for live in self.turns}

    @property
    def on_stage(self) -> LiveTurn | None:
        """The turn that was called and has not cleared the stage."""
        return next((live for live in self.turns if live.stands == "on_stage"), None)

    @property
    def waiting(self) -> tuple[LiveTurn, ...]:
        """The turns to come: the first of them belongs into the wings."""
        return tuple(live for live in self.turns if live.stands == "waiting")

    @cached_property
    def instruments(self) -> dict[UUID, Instrument]:
        return {one.id: one for one in self.sheet.book.instruments}

    @property
    def undecided(self) -> tuple[tuple[LiveTurn, Recipient], ...]:
        """Who is missing in turns to come while nobody has said what becomes of the line."""
        return tuple((live, one) for live in self.waiting for one in live.undecided)

    @property
    def hall(self) -> str:
        """What the hall's screen shows: covered, masked, announced, recipients, photo, clear."""
        if self.run and self.run.covered:
            return "covered"
        cue = self.cue
        return HALL[cue.kind] if cue else "masked"

    @property
    def under_way(self) -> bool:
        """Whether the hall looks at the ceremony: from the first cue, or a covered screen, until
        the last turn has cleared the stage, or somebody ends it."""
        if self.run is None or self.run.closed_at is not None:
            return False
        over = self.next_cue is None and self.hall == "clear"
        return bool(self.taken or self.run.covered) and not over

    @property
    def shown(self) -> tuple[Place, ...]:
        """The names on the hall's screen: of the row on stage, once they were read out."""
        live = self.on_stage
        return live.called if live and self.hall in ("recipients", "photo") else ()

    @property
    def ends_at(self) -> datetime | None:
        """The planned end."""
        return self.starts_at and self.starts_at + timedelta(seconds=self.sheet.seconds)

    def drift_s(self, now: datetime) -> int:
        """Seconds behind the plan: of the turn on stage its call against its planned start, of
        none the next turn's planned start against now, once that has passed."""
        planned = {turn.id: turn.starts_at for turn in self.sheet.timed(self.starts_at)}
        live = self.on_stage
        if live is not None and (start := planned.get(live.id)):
            at = next(one.at for one in self.taken if one.cue == f"call:{live.id}")
            return round((at - start).total_seconds())
        ahead = next((planned[live.id] for live in self.waiting if planned.get(live.id)), None)
        if self.run is None or ahead is None:
            return 0
        return max(0, round((now - ahead).total_seconds()))


def as_cue(taken: Taken) -> Cue:
    assert taken.instrument is not None
    return Cue(taken.kind, taken.turn, taken.instrument)


def ceremony_of(sheet: RunSheet, starts_at: datetime | None, run: int = 0) -> Ceremony:
    """A run of the plan: 0 is the ceremony, which may not have begun. Made once: all screens ask
    for the same after each press."""
    found = sheet.kept.get((starts_at, run))
    if not isinstance(found, Ceremony):
        found = Ceremony(sheet, sheet.runs.get(run), starts_at, run)
        sheet.kept[starts_at, run] = found
    return found
