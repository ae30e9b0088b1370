"""Facts of the agenda on the day: what an item is given more or less, left out, and taken up again.

ItemStarted and ItemFinished (events.agenda) are the takes: a second take of an item is two more of
them, and the first stays as it was.
"""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from events.base import Fact


class ItemAllotted(Fact):
    """On the day the item is given `minutes` in all, more or fewer than planned; the plan stays."""

    TOPIC: ClassVar[str] = "item-allotted"
    item: UUID
    minutes: int
    at: datetime


class ItemSkipped(Fact):
    """The item is left out for now and takes no time; it keeps its place in the programme."""

    TOPIC: ClassVar[str] = "item-skipped"
    item: UUID
    reason: str
    at: datetime


class ItemReturned(Fact):
    """A skipped item is taken up again: from now on it waits at its place."""

    TOPIC: ClassVar[str] = "item-returned"
    item: UUID
    at: datetime


class ItemInserted(Fact):
    """On the day an item nobody had planned is put in before `before` (None: last). It has its
    `minutes` on the day, none in the plan, and everybody sees it at once, without a release."""

    TOPIC: ClassVar[str] = "item-inserted"
    item: UUID
    kind: str
    title: str
    minutes: int
    before: UUID | None
    at: datetime


class ItemReinstated(Fact):
    """A withdrawn item is back in the programme, before `before` (None: last), and waits."""

    TOPIC: ClassVar[str] = "item-reinstated"
    item: UUID
    before: UUID | None
    at: datetime


class StepReverted(Fact):
    """The last step was a mistake: the last take of `started` was none, that of `finished` goes on.
    Either is None where the step did not have it. What was recorded before stays recorded."""

    TOPIC: ClassVar[str] = "step-reverted"
    started: UUID | None
    finished: UUID | None
    at: datetime


class SpeakerPulseChosen(Fact):
    """Whether the speaker's clock pulses, once, when the minutes are over."""

    TOPIC: ClassVar[str] = "speaker-pulse-chosen"
    pulse: bool


class LeastMinutesSet(Fact):
    """The fewest minutes to which an item of this `kind` may be cut on a late day; None: as in past
    conferences, or by practice."""

    TOPIC: ClassVar[str] = "least-minutes-set"
    kind: str
    minutes: int | None
