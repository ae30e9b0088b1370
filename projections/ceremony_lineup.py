"""The turns of a ceremony in order: as called, then as planned, then who is held to the end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID, uuid5

from projections.ceremony_row import CALLED, Attending, LiveTurn
from projections.replaced import replaced
from projections.run_sheet import RunSheet
from projections.run_sheet_rows import Rows
from projections.run_sheet_turn import Turn
from projections.stage import StageRun, Taken


@dataclass(frozen=True)
class Lineup:
    """One run of the plan. `run` is None before its first cue; `starts_at` the planned start."""

    sheet: RunSheet
    run: StageRun | None
    starts_at: datetime | None
    number: int = 0

    @property
    def rows(self) -> Rows:
        return self.sheet.rows

    @cached_property
    def attending(self) -> Attending:
        rows = self.sheet.rows
        return Attending(self.run, rows.attended, rows.book.prepared.late, self.starts_at)

    @cached_property
    def turns(self) -> tuple[LiveTurn, ...]:
        """The turns in the order in which they come: as they were called, then as planned, then
        who is held over to the end."""
        ahead = [*self._waiting(), *self._held()]
        return (*self._called(), *(self._live(turn, "waiting") for turn in ahead))

    @property
    def taken(self) -> tuple[Taken, ...]:
        return self.run.taken if self.run else ()

    def _called(self) -> Iterator[LiveTurn]:
        """The turns that were called, in that order, their rows as they were frozen. What a
        rehearsal called of an instrument that was withdrawn since is nobody's turn any more."""
        for one in self.taken:
            if one.kind == "call" and one.turn is not None:
                turn = self.by_plan.get(one.turn) or self._of_row(one.turn)
                if turn is not None:
                    yield self._live(turn, "done" if one.turn in self.over else "on_stage")

    def _live(self, turn: Turn, stands: str) -> LiveTurn:
        at_end = not turn.number
        recipients = tuple(self.attending.called(one, at_end) for one in turn.recipients)
        side = self.run.sides.get(turn.id, turn.side) if self.run else turn.side
        turn = replaced(turn, recipients=recipients, side=side)
        if self.run is None:
            return LiveTurn(turn, stands, None)
        since, closed = self.since(turn)
        done = self.run.confirmed.get(turn.id, ())
        names = tuple(name for name, version in done if version > max(since, closed))
        row = self.run.rows.get(turn.id)
        return LiveTurn(
            turn, stands, row, closed > since, self.run.ticked, names, since, max(since, closed)
        )

    def since(self, turn: Turn) -> tuple[int, int]:
        """The versions of the run at which the row was last another one, and at which it closed
        up."""
        run = self.run
        if run is None:
            return 0, 0
        known = (turn.id, *(one.line for one in turn.recipients))
        since = max((run.altered.get(one, 0) for one in known), default=0)
        return since, run.closed_up.get(turn.id, 0)

    @cached_property
    def by_plan(self) -> dict[UUID, Turn]:
        return {turn.id: turn for turn in self.sheet.turns}

    @property
    def over(self) -> frozenset[UUID | None]:
        """Turns that have cleared the stage."""
        return frozenset(one.turn for one in self.taken if one.kind == "clear")

    def _of_row(self, id: UUID) -> Turn | None:
        """A turn that the plan does not have (any more), as it was called."""
        places = self.run.rows[id] if self.run else ()
        lines = [place.line for place in places if place.line in self.rows.everybody]
        return self._like(id, lines) if lines else None

    def _like(self, id: UUID, lines: list[UUID]) -> Turn:
        """A turn of these lines, in all else like the one that the first of them belongs to."""
        people = [self.rows.everybody[line] for line in lines]
        row = tuple(replaced(one, stage_position=n) for n, one in enumerate(people, 1))
        home = self.rows.homes.get(lines[0]) or self.rows.alone(lines[0])
        return replaced(home, id=id, recipients=row, number=0, first=1, of=len(row))

    @cached_property
    def gone(self) -> frozenset[UUID]:
        """Lines whose recipients stood on stage, or stand there."""
        rows = self.run.rows.values() if self.run else ()
        return frozenset(place.line for row in rows for place in row if not place.gap)

    def _waiting(self) -> Iterator[Turn]:
        """The turns of the plan that were not called, without who was called elsewhere."""
        called = self.run.rows if self.run else {}
        for turn in self.sheet.turns:
            left = tuple(one for one in turn.recipients if one.line not in self.gone)
            if turn.id not in called and left:
                yield turn if len(left) == len(turn.recipients) else replaced(turn, recipients=left)

    def _held(self) -> Iterator[Turn]:
        """The turns at the end, by award: of who was held over, got a gold card, or came when the
        own turn was over."""
        groups: dict[UUID, list[UUID]] = {}
        for line in self.rows.everybody if self.run else ():
            if self._at_end(line):
                like = self.rows.homes.get(line) or self.rows.alone(line)
                group = uuid5(like.instrument, f"end/{like.award}/{like.placing}")
                groups.setdefault(group, []).append(line)
        for group, lines in groups.items():
            taken = sum(one.cue.startswith("call:") for one in self.taken)
            free = (uuid5(group, str(n)) for n in range(taken + 1))
            called = self.run.rows if self.run else {}
            yield self._like(next(id for id in free if id not in called), lines)

    def _at_end(self, line: UUID) -> bool:
        one = self.rows.everybody[line]
        state = self.attending.state(one)
        if line in self.gone or state == "presented" or self.run is None:
            return False
        home = self.rows.homes.get(line)
        over = home is not None and home.id in self.over and state in CALLED
        return over or state == "held" or line in self.run.gold
