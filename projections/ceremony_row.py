"""A turn as the stage lives it: who is here, who is missing, what becomes of who is."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from conference.rules.late_policy import LatePolicy
from projections.replaced import replaced
from projections.run_sheet_turn import Recipient, Turn
from projections.stage import Place, StageRun

CALLED = frozenset({"proxy", "wings", "present", "expected", "unlinked"})
"""States in which a recipient is called; everybody else leaves a gap."""

HANDED = "presented"

OPEN = frozenset({"missing", "absent"})
"""States of which somebody has to say what becomes of the line."""

SETTLED = {
    "representative": "proxy",
    "end": "held",
    "later": "later",
    "not_presented": "dropped",
}


@dataclass(frozen=True)
class Attending:
    """What a recipient's state is told from: the run, whether attendance is taken at all, and the
    policy with the planned start of the ceremony."""

    run: StageRun | None
    taken: bool
    policy: LatePolicy
    starts_at: datetime | None

    def state(self, one: Recipient, at_end: bool = False) -> str:
        """`at_end`: as one of a turn at the end, which who was held over for it comes to.

        presented; proxy (somebody else receives); wings; present; expected (attendance is not
        taken); unlinked; missing and absent (nobody has said yet what becomes of it); held (for the
        end), later, dropped."""
        if one.state == "presented" and (self.run is None or self.run.run == 0):
            return "presented"
        if self.run and one.line in self.run.lifted:
            return "wings"
        said = self.said(one)
        if said and not (at_end and said == "held"):
            return said
        if self.run and one.line in self.run.reached:
            return "wings"
        return self._by_guest(one)

    def said(self, one: Recipient) -> str | None:
        """What somebody has said becomes of the line, else the late policy."""
        settled = self.run.settled.get(one.line) if self.run else None
        return SETTLED[settled.outcome] if settled else self.late(one)

    def late(self, one: Recipient) -> str | None:
        """What the policy makes of who came too late."""
        if one.arrived_at is None or one.state != "present":
            return None
        outcome = self.policy.outcome(self.starts_at, one.arrived_at)
        return None if outcome == "in_order" else SETTLED[outcome]

    def _by_guest(self, one: Recipient) -> str:
        if one.kind == "posthumous" and not one.representative:
            return "absent"
        if one.state in ("present", "presented"):
            return "present"
        if one.representative and one.state in ("declined", "excused", "unlinked"):
            return "proxy"
        if one.state == "expected":
            return "missing" if self.taken else "expected"
        return "unlinked" if one.state == "unlinked" else "absent"

    def called(self, one: Recipient, at_end: bool = False) -> Recipient:
        """The recipient with what the day says of who receives."""
        settled = self.run.settled.get(one.line) if self.run else None
        state = self.state(one, at_end)
        if settled and settled.outcome == "representative":
            return replaced(
                one, state=state, representative=settled.name, relation=settled.relation
            )
        return replaced(one, state=state)


@dataclass(frozen=True)
class LiveTurn:
    """A turn with its recipients' states of now. `stands`: waiting, on_stage, done. `row` is as it
    was called, None before. `since` and `compared_since`: the versions of the run after which
    closing up the row and comparing its trays count."""

    turn: Turn
    stands: str
    row: tuple[Place, ...] | None
    closed_up: bool = False
    ticked: frozenset[UUID] = frozenset()
    confirmed: tuple[str, ...] = ()
    since: int = 0
    compared_since: int = 0

    @property
    def id(self) -> UUID:
        return self.turn.id

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The row as it was called, else as it would be called now."""
        return self.row if self.row is not None else row_of(self.turn)

    @property
    def called(self) -> tuple[Place, ...]:
        """Who is called, in order: the names that are read."""
        return tuple(place for place in self.places if not place.gap)

    @property
    def standing(self) -> tuple[Place, ...]:
        """The row from left to right, seen from the hall; without its gaps once it closed up."""
        row = self.called if self.closed_up else self.places
        return row[::-1] if self.turn.mirrored else row

    @property
    def states(self) -> dict[UUID, str]:
        return {one.line: one.state for one in self.turn.recipients}

    @property
    def undecided(self) -> tuple[Recipient, ...]:
        """Who is missing while nobody has said what becomes of the line."""
        return tuple(one for one in self.turn.recipients if one.state in OPEN)

    @property
    def planned(self) -> tuple[Place, ...]:
        """The row as it would be called now; who stands on stage is no gap in it."""
        on = {place.line for place in self.row or () if not place.gap}
        states = self.states
        return tuple(
            replaced(place, gap=False)
            if place.line in on and states[place.line] == HANDED
            else place
            for place in row_of(self.turn)
        )

    @property
    def edits(self) -> tuple[tuple[Place | None, Place | None], ...]:
        """What waits while the turn is on stage: places as called and as planned now."""
        if self.stands != "on_stage" or self.row is None:
            return ()
        was = {place.line: place for place in self.row}
        now = {place.line: place for place in self.planned}
        lines = [*was, *(line for line in now if line not in was)]
        both = ((was.get(line), now.get(line)) for line in lines)
        return tuple((one, other) for one, other in both if one != other)


def row_of(turn: Turn) -> tuple[Place, ...]:
    """The row of a turn as it is called; the recipients' states are of now."""
    return tuple(
        Place(
            one.line,
            one.stage_position,
            one.name,
            one.phonetic,
            one.representative,
            one.relation,
            one.presenter,
            one.state not in CALLED,
        )
        for one in turn.recipients
    )
