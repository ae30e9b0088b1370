"""The stage: what the MC called, cue by cue, of the ceremony or of one rehearsal."""

from datetime import datetime
from typing import Any, ClassVar, Self
from uuid import UUID, uuid5

from conference.domain.stage_row import Row
from conference.errors import Refused
from events.base import Fact, Stamp
from events.stage import (
    CueReverted,
    CueTaken,
    EditsAccepted,
    ScreenCovered,
    StageClosed,
    StageOpened,
)

CEREMONY = 0
"""The run that is no rehearsal."""

SPEEDS = (1, 10)
"""Times as fast as the clock, for who wants to see a whole rehearsal quickly."""


class Stage(Row):
    TOPIC: ClassVar[str] = "stage"

    def __init__(self, conference_id: UUID, run: int) -> None:
        super().__init__(conference_id, run)
        self.taken: list[str] = []
        self.reverted: str | None = None
        self.last_at: datetime | None = None
        self.covered = False

    @classmethod
    def id_in(cls, conference_id: UUID, run: int) -> UUID:
        """The id of one run's story: a rehearsal's lies apart from the ceremony's."""
        return uuid5(cls.id_of(conference_id), str(run)) if run else cls.id_of(conference_id)

    @classmethod
    def open_for(
        cls,
        stamp: Stamp,
        conference_id: UUID,
        run: int,
        at: datetime,
        shown_at: datetime,
        speed: int = 1,
    ) -> Self:
        if speed not in SPEEDS or (run == CEREMONY and (speed, shown_at) != (1, at)):
            raise Refused("stage.unknown-speed")
        id = cls.id_in(conference_id, run)
        said = {"run": run, "at": at, "shown_at": shown_at, "speed": speed}
        return cls.begin(StageOpened, stamp, id=id, conference_id=conference_id, **said)

    def take_cue(
        self, stamp: Stamp, cue: str, after: str | None, at: datetime, **said: Any
    ) -> None:
        """Go on to a cue, `after` the one on which the MC's screen stood: nothing is skipped, and
        of two who press at once one goes on. `said` are the other fields of CueTaken."""
        self._going()
        if cue == self.last:
            return
        if after != self.last or cue in self.taken:
            raise Refused("stage.moved-on")
        self.record(CueTaken, stamp, run=self.run, cue=cue, at=self._not_before(at), **said)

    def revert_cue(self, stamp: Stamp, cue: str, at: datetime) -> None:
        """Take the last cue back, by its name; nobody takes back what another has pressed since."""
        self._going()
        if cue == self.last:
            self.record(CueReverted, stamp, run=self.run, cue=cue, at=self._not_before(at))
        elif cue != self.reverted:
            raise Refused("stage.cue-not-last")

    def accept_edits(
        self, stamp: Stamp, turn: UUID, row: list[dict[str, Any]], seen: int, at: datetime
    ) -> None:
        """Let the turn on stage be as the plan has it now."""
        self._going()
        if turn not in self.rows:
            raise Refused("stage.turn-not-called")
        if self.rows[turn] != row:
            said = {"turn": turn, "row": row, "seen": seen, "at": at}
            self.record(EditsAccepted, stamp, run=self.run, **said)

    def cover_screen(self, stamp: Stamp, covered: bool, at: datetime) -> None:
        self._going()
        if covered != self.covered:
            self.record(ScreenCovered, stamp, run=self.run, covered=covered, at=at)

    def close_stage(self, stamp: Stamp, at: datetime) -> None:
        if not self.closed:
            self.record(StageClosed, stamp, run=self.run, at=self._not_before(at))

    @property
    def last(self) -> str | None:
        """The cue that is on."""
        return self.taken[-1] if self.taken else None

    def _not_before(self, at: datetime) -> datetime:
        """A cue does not come before the one before it, whatever a device's clock says."""
        return max(at, self.last_at or at)

    def assign(self, fact: Fact) -> None:
        match fact:
            case StageOpened():
                self.last_at = fact.shown_at
            case CueTaken():
                self.taken.append(fact.cue)
                self.last_at, self.reverted = fact.at, None
                if fact.turn is not None and fact.row is not None:
                    self.rows[fact.turn] = [dict(place) for place in fact.row]
            case CueReverted():
                self.taken.pop()
                self.last_at, self.reverted = fact.at, fact.cue
                self._forget_row(fact.cue)
            case EditsAccepted():
                self.rows[fact.turn] = [dict(place) for place in fact.row]
            case ScreenCovered():
                self.covered = fact.covered
            case StageClosed():
                self.closed = True
            case _:
                self.hold(fact)
