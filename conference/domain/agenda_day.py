"""The day, a trait of the agenda: items begin and end, get more or less time, are left out."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from conference.domain.base import Noun
from conference.errors import NotFound, Refused
from events.agenda import ItemFinished, ItemStarted, ItemWithdrawn
from events.agenda_day import ItemAllotted, ItemReturned, ItemSkipped
from events.base import Fact, Stamp

STATES: dict[type[Fact], str] = {
    ItemWithdrawn: "withdrawn",
    ItemStarted: "started",
    ItemFinished: "finished",
    ItemSkipped: "skipped",
    ItemReturned: "waiting",
}
"""What an item is after a fact; `waiting` before all."""


@dataclass(frozen=True)
class Item:
    """What the rules need to know of one item. `words` is all that ItemDescribed says; `allotted`
    the minutes that it was given on the day."""

    kind: str
    words: tuple[object, ...]
    minutes: int
    fixed_start: datetime | None
    state: str = "waiting"
    allotted: int | None = None

    @property
    def title(self) -> str:
        return str(self.words[0])

    @property
    def movable_speech(self) -> bool:
        """Whether it is a speech whose place among the others is still open."""
        return self.kind == "speech" and self.state == "waiting" and self.fixed_start is None


class Played(Noun):
    """What an agenda needs to know to be lived through."""

    def __init__(self, conference_id: UUID) -> None:
        self.conference_id = conference_id
        self.items: dict[UUID, Item] = {}
        self.order: list[UUID] = []

    def start_item(self, stamp: Stamp, item: UUID, at: datetime) -> None:
        """Begin an item. Pressed twice at once it begins once."""
        now = self._to_begin(item)
        if now.state == "finished":
            raise Refused("agenda.item-finished", title=now.title)
        if now.state != "started":
            self.record(ItemStarted, stamp, item=item, at=at)

    def retake_item(self, stamp: Stamp, item: UUID, at: datetime) -> None:
        """Begin a finished item once more: a second take beside the first."""
        now = self._to_begin(item)
        if now.state == "waiting":
            raise Refused("agenda.item-not-finished", title=now.title)
        if now.state != "started":
            self.record(ItemStarted, stamp, item=item, at=at)

    def finish_item(self, stamp: Stamp, item: UUID, at: datetime) -> None:
        now = self._standing(item)
        if now.state == "finished":
            return
        if now.state != "started":
            raise Refused("agenda.item-not-started", title=now.title)
        self.record(ItemFinished, stamp, item=item, at=at)

    def pass_on(self, stamp: Stamp, item: UUID, to: UUID, at: datetime) -> None:
        """End one item and begin another as one act; of two who press at once one does it."""
        if (self._standing(item).state, self._standing(to).state) == ("finished", "started"):
            return
        if self.items[item].state != "started":
            raise Refused("agenda.item-not-started", title=self.items[item].title)
        if self.items[to].state != "waiting":
            raise Refused("agenda.item-not-waiting", title=self.items[to].title)
        self.record(ItemFinished, stamp, item=item, at=at)
        self.record(ItemStarted, stamp, item=to, at=at)

    def allot_item(self, stamp: Stamp, item: UUID, minutes: int, at: datetime) -> None:
        """Give an item that runs or waits so many minutes in all."""
        now = self._standing(item)
        if now.state not in ("waiting", "started"):
            raise Refused(f"agenda.item-{now.state}", title=now.title)
        if minutes != (now.allotted if now.allotted is not None else now.minutes):
            self.record(ItemAllotted, stamp, item=item, minutes=minutes, at=at)

    def skip_item(self, stamp: Stamp, item: UUID, reason: str, at: datetime) -> None:
        now = self._standing(item)
        if now.state == "skipped":
            return
        if now.state != "waiting":
            raise Refused("agenda.item-started", title=now.title)
        self.record(ItemSkipped, stamp, item=item, reason=reason, at=at)

    def return_item(self, stamp: Stamp, item: UUID, at: datetime) -> None:
        now = self._standing(item)
        if now.state == "skipped":
            self.record(ItemReturned, stamp, item=item, at=at)
        elif now.state != "waiting":
            raise Refused("agenda.item-started", title=now.title)

    def _to_begin(self, item: UUID) -> Item:
        """An item that may begin: it is there, and no other runs."""
        now = self._standing(item)
        if now.state == "skipped":
            raise Refused("agenda.item-skipped", title=now.title)
        others = (one for id, one in self.items.items() if id != item and one.state == "started")
        for running in others if now.state != "started" else ():
            raise Refused("agenda.another-item-runs", title=running.title)
        return now

    def _known(self, item: UUID) -> Item:
        if item not in self.items:
            raise NotFound("item", item)
        return self.items[item]

    def _standing(self, item: UUID) -> Item:
        if self._known(item).state == "withdrawn":
            raise Refused("agenda.item-withdrawn", title=self.items[item].title)
        return self.items[item]

    def _untouched(self, item: UUID) -> Item:
        """An item of which nothing has been played yet; a skipped one can still be moved."""
        if self._standing(item).state not in ("waiting", "skipped"):
            raise Refused("agenda.item-started", title=self.items[item].title)
        return self.items[item]

    def play(self, fact: Fact) -> None:
        match fact:
            case ItemStarted() | ItemFinished() | ItemSkipped() | ItemReturned():
                self._set(fact.item, state=STATES[type(fact)])
            case ItemAllotted():
                self._set(fact.item, allotted=fact.minutes)

    def _set(self, item: UUID, **changes: object) -> None:
        self.items[item] = replace(self.items[item], **changes)  # type: ignore[arg-type]
