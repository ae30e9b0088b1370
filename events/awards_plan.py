"""Facts of the awards' plan: its rules, turns in order, presenters, objects, the lock."""

from typing import ClassVar, TypedDict
from uuid import UUID

from events.base import Fact


class ArrangedTurn(TypedDict):
    """A turn with its lines in the order in which they are called."""

    turn: UUID
    lines: list[UUID]


class PlanRulesSet(Fact):
    """How turns are made. `split`: even or full; `within`: decision or name; `side` on which rows
    enter, seen from the hall: left or right; `proxies`: whether a living person may send somebody;
    `turn_s` and `recipient_s`: seconds of a turn, and more for each recipient; `witness` signs."""

    TOPIC: ClassVar[str] = "plan-rules-set"
    PERSONAL: ClassVar = {"witness": "witness"}
    split: str
    within: str
    side: str
    proxies: bool
    turn_s: int
    recipient_s: int
    witness: str | None


class LatePolicyChosen(Fact):
    """What becomes of a recipient who is late. Check-in closes `closes_minutes` before the
    ceremony. `before_start`, `after_start`: in_order, end, later, not_presented."""

    TOPIC: ClassVar[str] = "late-policy-chosen"
    closes_minutes: int
    before_start: str
    after_start: str


class PrecedenceArranged(Fact):
    """A precedence of the conference's own: keys of awards, the highest first."""

    TOPIC: ClassVar[str] = "precedence-arranged"
    order: list[str]


class StageListChosen(Fact):
    """Which lines of decisions come on the stage; the others are announced and get theirs later."""

    TOPIC: ClassVar[str] = "stage-list-chosen"
    lines: list[UUID]
    on_stage: bool


class TurnsArranged(Fact):
    """From here on the turns are these, in this order, whatever the rules would make of them."""

    TOPIC: ClassVar[str] = "turns-arranged"
    turns: list[ArrangedTurn]


class TurnsReset(Fact):
    """The rules make the turns again."""

    TOPIC: ClassVar[str] = "turns-reset"


class TurnMoved(Fact):
    """The turn comes before another one (None: last)."""

    TOPIC: ClassVar[str] = "turn-moved"
    turn: UUID
    before: UUID | None


class RecipientMoved(Fact):
    """The line is called in this turn, before another line (None: last). `reason` says why that is
    not the decision's order."""

    TOPIC: ClassVar[str] = "recipient-moved"
    line: UUID
    turn: UUID
    before: UUID | None
    reason: str | None


class TurnSplit(Fact):
    """The turn ends before this line, which begins a turn of its own right behind."""

    TOPIC: ClassVar[str] = "turn-split"
    turn: UUID
    line: UUID
    into: UUID


class TurnsJoined(Fact):
    """The other turn's lines follow the turn's own, as one turn."""

    TOPIC: ClassVar[str] = "turns-joined"
    turn: UUID
    other: UUID
