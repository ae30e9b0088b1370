"""Facts of the rows on stage: who reached the wings, what became of who is missing, the trays."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from events.base import Fact


class RecipientReached(Fact):
    """Who receives the line stands in the wings."""

    TOPIC: ClassVar[str] = "recipient-reached"
    run: int
    line: UUID
    at: datetime


class RecipientLeft(Fact):
    """Who was in the wings is not there any more, or never was."""

    TOPIC: ClassVar[str] = "recipient-left"
    run: int
    line: UUID
    at: datetime


class AbsenceSettled(Fact):
    """What becomes of a line whose recipient is missing. `outcome`: representative (who is named),
    end (of the ceremony), later, not_presented."""

    TOPIC: ClassVar[str] = "absence-settled"
    PERSONAL: ClassVar = {"name": "representative", "relation": "representative"}
    run: int
    line: UUID
    outcome: str
    name: str | None
    relation: str | None
    at: datetime


class AbsenceLifted(Fact):
    """The recipient is here after all: in the own turn, or at the end where that is over."""

    TOPIC: ClassVar[str] = "absence-lifted"
    run: int
    line: UUID
    at: datetime


class GoldCardGiven(Fact):
    """A recipient whom no turn has comes on stage all the same, at the end of all; a decision has
    the line."""

    TOPIC: ClassVar[str] = "gold-card-given"
    run: int
    line: UUID
    at: datetime


class RowClosedUp(Fact):
    """On the stage the gaps of the row are closed, and those on its trays with them."""

    TOPIC: ClassVar[str] = "row-closed-up"
    run: int
    turn: UUID
    at: datetime


class ObjectTicked(Fact):
    """What the line gets lies on its place of the tray, or does not any more."""

    TOPIC: ClassVar[str] = "object-ticked"
    run: int
    turn: UUID
    line: UUID
    on_tray: bool
    at: datetime


class TrayConfirmed(Fact):
    """Somebody has compared a turn's trays with its row; two different people do."""

    TOPIC: ClassVar[str] = "tray-confirmed"
    PERSONAL: ClassVar = {"name": "who compared"}
    run: int
    turn: UUID
    name: str
    at: datetime


class PresentationCorrected(Fact):
    """Something about a line on stage was not as it should be. `what`: name (read wrong), object,
    receiver, presenter, returned (not handed over after all). `was` happened, `now` is right."""

    TOPIC: ClassVar[str] = "presentation-corrected"
    PERSONAL: ClassVar = {"was": "recipient", "now": "recipient"}
    run: int
    line: UUID
    what: str
    was: str | None
    now: str
    at: datetime
