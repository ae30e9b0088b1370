"""An item of the agenda, with the time it starts at once the agenda has computed it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from events.agenda import ItemAdded, ItemDescribed, SpeechScheduled


@dataclass(frozen=True)
class Take:
    """One time that an item was played; `finished_at` None while it runs."""

    started_at: datetime
    finished_at: datetime | None = None


@dataclass(frozen=True)
class AgendaItem:
    """One item. `minutes` planned, `allotted` on the day; `starts_at` None while unknown; `state`:
    waiting, started, finished, skipped, withdrawn. `inserted` on the day, or `reinstated` then.
    `gap_minutes` lie between it and the end of all before it; negative: overlap."""

    id: UUID
    kind: str
    title: str
    minutes: int
    fixed_start: datetime | None = None
    owner: str | None = None
    unit: str | None = None
    speaker: str | None = None
    speaker_post: str | None = None
    guest: UUID | None = None
    note: str | None = None
    takes: tuple[Take, ...] = ()
    allotted: int | None = None
    skipped: str | None = None
    withdrawn: str | None = None
    inserted: bool = False
    reinstated: bool = False
    starts_at: datetime | None = None
    gap_minutes: int = 0
    number: int = 0

    @property
    def state(self) -> str:
        if self.withdrawn is not None:
            return "withdrawn"
        if self.skipped is not None:
            return "skipped"
        if not self.takes:
            return "waiting"
        return "finished" if self.finished_at else "started"

    @property
    def left_out(self) -> bool:
        """Whether it does not take place, which every paper, page and file has to say."""
        return self.state in ("withdrawn", "skipped")

    @property
    def at_once(self) -> bool:
        """Whether everybody sees it without a release: what came about on the day itself."""
        return bool(self.takes) or self.inserted or self.reinstated

    @property
    def started_at(self) -> datetime | None:
        """When the last take began."""
        return self.takes[-1].started_at if self.takes else None

    @property
    def finished_at(self) -> datetime | None:
        """When the last take ended; None while it runs."""
        return self.takes[-1].finished_at if self.takes else None

    @property
    def given(self) -> int:
        """Minutes that the item has: those of the day, else the planned ones."""
        return self.minutes if self.allotted is None else self.allotted

    @property
    def lasting(self) -> int:
        """Minutes that papers and files tell: the planned ones. What the day put in has none in the
        plan, which it does not move, and so those that it was given."""
        return self.given if self.inserted else self.minutes

    def lasts(self, minutes: int) -> dict[str, int]:
        """What changes where the organisers give it other minutes: what the day put in has them
        there alone until it is released."""
        return {"allotted": minutes} if self.inserted else {"minutes": minutes}

    @property
    def until(self) -> datetime | None:
        """The end that papers and files tell."""
        return self.starts_at and self.starts_at + timedelta(minutes=self.lasting)

    @property
    def ends_at(self) -> datetime | None:
        return self.starts_at and self.starts_at + timedelta(minutes=self.minutes)


def added(fact: ItemAdded) -> AgendaItem:
    what = (fact.item, fact.kind, fact.title, fact.minutes, fact.fixed_start)
    return AgendaItem(*what, owner=fact.owner, note=fact.note)


def scheduled(fact: SpeechScheduled) -> AgendaItem:
    return AgendaItem(
        fact.item,
        "speech",
        fact.title,
        fact.minutes,
        fact.fixed_start,
        unit=fact.unit,
        speaker=fact.speaker,
        speaker_post=fact.speaker_post,
        guest=fact.guest,
        note=fact.note,
    )


WORDS = ("title", "owner", "unit", "speaker", "speaker_post", "guest", "note")
"""What ItemDescribed says of an item."""


def described(fact: ItemDescribed) -> dict[str, Any]:
    return {name: getattr(fact, name) for name in WORDS}


def last(instants: Iterable[datetime | None]) -> datetime | None:
    """The latest of those that are known."""
    return max(filter(None, instants), default=None)


def minutes_between(ends_at: datetime | None, starts_at: datetime | None) -> int:
    if ends_at is None or starts_at is None:
        return 0
    return int((starts_at - ends_at).total_seconds() // 60)
