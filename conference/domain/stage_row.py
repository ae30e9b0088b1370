"""The row and its trays, a trait of the stage: who is here, who is missing, what lies ready."""

from datetime import datetime
from typing import Any
from uuid import UUID

from conference.domain.base import Noun
from conference.errors import Refused
from conference.rules.names import called
from events.base import Fact, Stamp
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

SETTLED = ("representative", "end", "later", "not_presented")
CORRECTED = ("name", "object", "receiver", "presenter", "returned")


class Row(Noun):
    """What is known of the recipients of one run."""

    def __init__(self, conference_id: UUID, run: int) -> None:
        self.conference_id = conference_id
        self.run = run
        self.rows: dict[UUID, list[dict[str, Any]]] = {}
        self.reached: set[UUID] = set()
        self.settled: dict[UUID, tuple[str, str | None, str | None]] = {}
        self.lifted: set[UUID] = set()
        self.gold: set[UUID] = set()
        self.closed_up: dict[UUID, int] = {}
        self.ticked: set[UUID] = set()
        self.confirmed: dict[UUID, list[tuple[str, int]]] = {}
        self.corrected: dict[tuple[UUID, str], str] = {}
        self.closed = False

    def reach(self, stamp: Stamp, line: UUID, at: datetime) -> None:
        """Who receives the line is in the wings; the second scan says nothing new."""
        self._going()
        if line not in self.reached:
            self.record(RecipientReached, stamp, run=self.run, line=line, at=at)

    def leave(self, stamp: Stamp, line: UUID, at: datetime) -> None:
        self._going()
        if line in self.reached or line in self.lifted:
            self.record(RecipientLeft, stamp, run=self.run, line=line, at=at)

    def settle_absence(
        self,
        stamp: Stamp,
        line: UUID,
        outcome: str,
        at: datetime,
        name: str | None = None,
        relation: str | None = None,
    ) -> None:
        """Say what becomes of a missing recipient's line; `name` of who receives instead."""
        self._going()
        if outcome not in SETTLED:
            raise Refused("stage.unknown-outcome")
        if outcome == "representative" and not name:
            raise Refused("stage.representative-needed")
        if self.settled.get(line) != (outcome, name, relation):
            said = {"outcome": outcome, "name": name, "relation": relation}
            self.record(AbsenceSettled, stamp, run=self.run, line=line, at=at, **said)

    def lift_absence(self, stamp: Stamp, line: UUID, at: datetime) -> None:
        """The recipient is here after all, whatever was said of it, or whatever the late policy
        makes of the hour."""
        self._going()
        if line not in self.lifted:
            self.record(AbsenceLifted, stamp, run=self.run, line=line, at=at)

    def give_gold_card(self, stamp: Stamp, line: UUID, at: datetime) -> None:
        """A recipient whom no turn has comes on stage at the end of all."""
        self._going()
        if line not in self.gold:
            self.record(GoldCardGiven, stamp, run=self.run, line=line, at=at)

    def close_up(self, stamp: Stamp, turn: UUID, at: datetime, since: int = 0) -> None:
        """The row on the stage, and its trays, close their gaps. `since`: the version at which the
        row was last another one; what was closed up before that stands open again."""
        self._going()
        if self.closed_up.get(turn, 0) <= since:
            self.record(RowClosedUp, stamp, run=self.run, turn=turn, at=at)

    def tick_object(
        self, stamp: Stamp, turn: UUID, line: UUID, on_tray: bool, at: datetime
    ) -> None:
        self._going()
        if (line in self.ticked) != on_tray:
            said = {"turn": turn, "line": line, "on_tray": on_tray}
            self.record(ObjectTicked, stamp, run=self.run, at=at, **said)

    def confirm_tray(
        self, stamp: Stamp, turn: UUID, name: str, at: datetime, since: int = 0
    ) -> None:
        """Somebody has compared the turn's trays with its row; a second person has to as well.
        `since`: the version at which row or trays were last others; who compared before that
        compared something else."""
        self._going()
        done = [who for who, version in self.confirmed.get(turn, ()) if version > since]
        if called(name) in map(called, done):
            raise Refused("stage.same-checker", name=name)
        if len(done) < 2:
            self.record(TrayConfirmed, stamp, run=self.run, turn=turn, name=name, at=at)

    def correct(
        self, stamp: Stamp, line: UUID, what: str, now: str, at: datetime, was: str | None = None
    ) -> None:
        """Say what went wrong with a line on stage, and what is right."""
        if what not in CORRECTED:
            raise Refused("stage.unknown-correction")
        if not any(place["line"] == line for row in self.rows.values() for place in row):
            raise Refused("stage.not-on-stage")
        if self.corrected.get((line, what)) != now:
            said = {"line": line, "what": what, "was": was, "now": now}
            self.record(PresentationCorrected, stamp, run=self.run, at=at, **said)

    def spoken_for(self, line: UUID) -> bool:
        """Whether somebody has said what becomes of a line, or seen who receives it."""
        return line in self.settled or line in self.lifted or line in self.reached

    def _going(self) -> None:
        if self.closed:
            raise Refused("stage.closed")

    def _forget_row(self, cue: str) -> None:
        """A call that was none froze nothing."""
        kind, _, turn = cue.partition(":")
        if kind == "call":
            self.rows.pop(UUID(turn), None)

    def hold(self, fact: Fact) -> None:
        match fact:
            case RecipientReached():
                self.reached.add(fact.line)
            case RecipientLeft():
                self.reached.discard(fact.line)
                self.lifted.discard(fact.line)
            case AbsenceSettled():
                self.settled[fact.line] = (fact.outcome, fact.name, fact.relation)
                self.lifted.discard(fact.line)
            case AbsenceLifted():
                self.settled.pop(fact.line, None)
                self.lifted.add(fact.line)
            case GoldCardGiven():
                self.gold.add(fact.line)
            case RowClosedUp():
                self.closed_up[fact.turn] = fact.originator_version
            case TrayConfirmed():
                said = (fact.name, fact.originator_version)
                self.confirmed.setdefault(fact.turn, []).append(said)
            case PresentationCorrected():
                self.corrected[fact.line, fact.what] = fact.now
            case ObjectTicked():
                self._tick(fact)

    def _tick(self, fact: ObjectTicked) -> None:
        """Whoever moves an object on the tray makes it one that nobody has compared."""
        (self.ticked.add if fact.on_tray else self.ticked.discard)(fact.line)
        self.confirmed.pop(fact.turn, None)
