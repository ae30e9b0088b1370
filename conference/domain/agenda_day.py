"""The day, a trait of the agenda: items begin and end, get more or less time, are left out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from conference.domain.agenda_item import MOST_ITEMS, Item, Placing, reordered
from conference.domain.base import Noun
from conference.errors import NotFound, Refused
from conference.rules.steps import Steps, began, ended
from events.agenda import ItemFinished, ItemStarted, ItemWithdrawn
from events.agenda_day import (
    ItemAllotted,
    ItemInserted,
    ItemReinstated,
    ItemReturned,
    ItemSkipped,
    LeastMinutesSet,
    SpeakerPulseChosen,
    StepReverted,
)
from events.base import Fact, Stamp

STATES: dict[type[Fact], str] = {
    ItemWithdrawn: "withdrawn",
    ItemStarted: "started",
    ItemFinished: "finished",
    ItemSkipped: "skipped",
    ItemReturned: "waiting",
    ItemReinstated: "waiting",
}
"""What an item is after a fact; `waiting` before all."""


class Played(Noun):
    """What an agenda needs to know to be lived through."""

    def __init__(self, conference_id: UUID) -> None:
        self.conference_id = conference_id
        self.items: dict[UUID, Item] = {}
        self.order: list[UUID] = []
        self.steps: Steps = ()
        self.pulse = False
        self.least: dict[str, int] = {}
        self.reverted: tuple[UUID | None, UUID | None] | None = None

    def start_item(self, stamp: Stamp, item: UUID, at: datetime) -> None:
        """Begin an item. Pressed twice at once it begins once."""
        now = self._to_begin(item)
        if now.state == "finished":
            raise Refused("agenda.item-finished", title=now.title)
        if now.state != "started":
            self.record(ItemStarted, stamp, item=item, at=self._not_before(at))

    def retake_item(self, stamp: Stamp, item: UUID, at: datetime) -> None:
        """Begin a finished item once more: a second take beside the first."""
        now = self._to_begin(item)
        if now.state == "waiting":
            raise Refused("agenda.item-not-finished", title=now.title)
        if now.state != "started":
            self.record(ItemStarted, stamp, item=item, at=self._not_before(at))

    def finish_item(self, stamp: Stamp, item: UUID, at: datetime) -> None:
        now = self._standing(item)
        if now.state == "finished":
            return
        if now.state != "started":
            raise Refused("agenda.item-not-started", title=now.title)
        self.record(ItemFinished, stamp, item=item, at=self._not_before(at))

    def pass_on(self, stamp: Stamp, item: UUID, to: UUID, at: datetime) -> None:
        """End one item and begin another as one act; of two who press at once one does it."""
        if (self._standing(item).state, self._standing(to).state) == ("finished", "started"):
            return
        if self.items[item].state != "started":
            raise Refused("agenda.item-not-started", title=self.items[item].title)
        if self.items[to].state != "waiting":
            raise Refused("agenda.item-not-waiting", title=self.items[to].title)
        at = self._not_before(at)
        self.record(ItemFinished, stamp, item=item, at=at)
        self.record(ItemStarted, stamp, item=to, at=at)

    def allot_item(self, stamp: Stamp, item: UUID, minutes: int, at: datetime) -> None:
        """Give an item that runs or waits so many minutes in all."""
        now = self._standing(item)
        if now.state not in ("waiting", "started"):
            raise Refused(f"agenda.item-{now.state}", title=now.title)
        if minutes != now.given:
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

    def insert_item(
        self, stamp: Stamp, item: UUID, *, kind: str, title: str, minutes: int, at: datetime
    ) -> None:
        """Put an item in that nobody had planned, right behind the one that runs or ran last."""
        before = self._first_open(self.order[self._place_now() :])
        self._room_for(item, before)
        said = {"kind": kind, "title": title, "minutes": minutes, "before": before}
        self.record(ItemInserted, stamp, item=item, at=at, **said)

    def reinstate_item(self, stamp: Stamp, item: UUID, at: datetime) -> None:
        """Take a withdrawal back: the item waits again, where it stood as far as that is open."""
        gone = self._known(item)
        if gone.state == "withdrawn":
            standing = [one for one in gone.followers if one in self.order]
            before = self._first_open(standing)
            self.record(ItemReinstated, stamp, item=item, before=before, at=at)
        elif gone.state != "waiting":
            raise Refused("agenda.item-not-withdrawn", title=gone.title)

    def revert_step(
        self, stamp: Stamp, *, started: UUID | None, finished: UUID | None, at: datetime
    ) -> None:
        """Take back the last press, named by what it began and ended: of two who do it at once one
        does it, and nobody takes back a step that another has made since."""
        asked = (started, finished)
        if self.steps and self.steps[-1].items == asked:
            self.record(StepReverted, stamp, started=started, finished=finished, at=at)
        elif self.reverted != asked:
            raise Refused("agenda.step-not-last")

    def choose_pulse(self, stamp: Stamp, pulse: bool) -> None:
        if pulse != self.pulse:
            self.record(SpeakerPulseChosen, stamp, pulse=pulse)

    def set_least_minutes(self, stamp: Stamp, kind: str, minutes: int | None) -> None:
        """To how many minutes an item of this kind may be cut; None: by what is known of others."""
        if minutes != self.least.get(kind):
            self.record(LeastMinutesSet, stamp, kind=kind, minutes=minutes)

    def _not_before(self, at: datetime) -> datetime:
        """Not before the last step: a clock that was put right between two presses turns no order
        round."""
        return max(at, self.steps[-1].at) if self.steps else at

    def _place_now(self) -> int:
        """How many items stand up to the one that runs, or that ran last."""
        running = (id for id, one in self.items.items() if one.state == "started")
        last = self.steps[-1].finished if self.steps else None
        here = next(running, last)
        return self.order.index(here) + 1 if here in self.order else 0

    def _first_open(self, order: Sequence[UUID]) -> UUID | None:
        """The first of these of which nothing has been played."""
        open_ = (id for id in order if self.items[id].state in ("waiting", "skipped"))
        return next(open_, None)

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

    def _room_for(self, item: UUID, before: UUID | None) -> None:
        if item in self.items:
            raise Refused("agenda.item-exists")
        if len(self.order) >= MOST_ITEMS:
            raise Refused("agenda.too-long", most=MOST_ITEMS)
        if before is not None:
            self._untouched(before)

    def play(self, fact: Fact) -> None:
        match fact:
            case ItemStarted():
                takes = self.items[fact.item].takes + 1
                self._set(fact.item, state=STATES[type(fact)], takes=takes)
                self.steps = began(self.steps, fact.item, fact.at, fact.originator_version)
            case ItemFinished():
                self._set(fact.item, state=STATES[type(fact)])
                self.steps = ended(self.steps, fact.item, fact.at, fact.originator_version)
            case ItemSkipped() | ItemReturned():
                self._set(fact.item, state=STATES[type(fact)])
            case ItemAllotted():
                self._set(fact.item, allotted=fact.minutes)
            case ItemInserted():
                words = (fact.title, *[None] * 6)
                self._place(fact, Item(fact.kind, words, fact.minutes, None, inserted=True))
            case ItemReinstated():
                self._set(fact.item, state=STATES[type(fact)])
                self.order = reordered([*self.order, fact.item], fact.item, fact.before)
            case ItemWithdrawn():
                behind = self.order[self.order.index(fact.item) + 1 :]
                self.order.remove(fact.item)
                said = {"followers": tuple(behind), "reason": fact.reason}
                self._set(fact.item, state=STATES[type(fact)], **said)
            case _:
                self._mend(fact)

    def _mend(self, fact: Fact) -> None:
        match fact:
            case StepReverted():
                self._revert(fact)
            case SpeakerPulseChosen():
                self.pulse = fact.pulse
            case LeastMinutesSet():
                rest = {kind: least for kind, least in self.least.items() if kind != fact.kind}
                self.least = rest if fact.minutes is None else {**rest, fact.kind: fact.minutes}

    def _revert(self, fact: StepReverted) -> None:
        if fact.started is not None:
            takes = self.items[fact.started].takes - 1
            self._set(fact.started, state="finished" if takes else "waiting", takes=takes)
        if fact.finished is not None:
            self._set(fact.finished, state="started")
        self.steps, self.reverted = self.steps[:-1], (fact.started, fact.finished)

    def _place(self, fact: Placing, item: Item) -> None:
        self.items[fact.item] = item
        self.order = reordered([*self.order, fact.item], fact.item, fact.before)

    def _set(self, item: UUID, **changes: object) -> None:
        self.items[item] = replace(self.items[item], **changes)  # type: ignore[arg-type]
