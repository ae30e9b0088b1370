"""Facts of the agenda: items in order, their minutes and starts, and what was run."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from events.base import Created, Fact


class AgendaDrafted(Created):
    """The story of a conference's agenda begins, empty."""

    TOPIC: ClassVar[str] = "agenda-drafted"


class AgendaStartSet(Fact):
    """When the first item starts; None while nobody knows."""

    TOPIC: ClassVar[str] = "agenda-start-set"
    starts_at: datetime | None


class ItemAdded(Fact):
    """`kind`: opening, report, adoption, award, remarks, launch, break, closing.

    `before` is the item it stands in front of (None: last). `fixed_start` None means linked:
    it starts when the item before it ends. `owner` is who carries it out.
    """

    TOPIC: ClassVar[str] = "item-added"
    PERSONAL: ClassVar = {"owner": "owner"}
    item: UUID
    kind: str
    title: str
    minutes: int
    before: UUID | None = None
    fixed_start: datetime | None = None
    owner: str | None = None
    note: str | None = None


class SpeechScheduled(Fact):
    """A prepared speech (tham luận) of a unit becomes an item of kind speech."""

    TOPIC: ClassVar[str] = "speech-scheduled"
    PERSONAL: ClassVar = {"speaker": "speaker", "speaker_post": "speaker"}
    item: UUID
    unit: str
    title: str
    minutes: int
    speaker: str | None = None
    speaker_post: str | None = None
    guest: UUID | None = None
    before: UUID | None = None
    fixed_start: datetime | None = None
    note: str | None = None


class ItemDescribed(Fact):
    """What the item is called and who carries it out, as known from now on."""

    TOPIC: ClassVar[str] = "item-described"
    PERSONAL: ClassVar = {"owner": "owner", "speaker": "speaker", "speaker_post": "speaker"}
    item: UUID
    title: str
    owner: str | None = None
    unit: str | None = None
    speaker: str | None = None
    speaker_post: str | None = None
    guest: UUID | None = None
    note: str | None = None


class ItemMoved(Fact):
    """The item now stands before `before` (None: last)."""

    TOPIC: ClassVar[str] = "item-moved"
    item: UUID
    before: UUID | None


class ItemTimed(Fact):
    """The item takes `minutes` and starts at `fixed_start`, or linked where None."""

    TOPIC: ClassVar[str] = "item-timed"
    item: UUID
    minutes: int
    fixed_start: datetime | None


class ItemWithdrawn(Fact):
    """The item leaves the programme; its past stays."""

    TOPIC: ClassVar[str] = "item-withdrawn"
    item: UUID
    reason: str


class ItemStarted(Fact):
    """The item began, on the conference's clock."""

    TOPIC: ClassVar[str] = "item-started"
    item: UUID
    at: datetime


class ItemFinished(Fact):
    """The item ended, on the conference's clock."""

    TOPIC: ClassVar[str] = "item-finished"
    item: UUID
    at: datetime
