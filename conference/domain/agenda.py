"""The agenda: items in order with their minutes; one aggregate, since order needs them all."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any, ClassVar, Self
from uuid import UUID

from conference.domain.agenda_day import Played
from conference.domain.agenda_item import Item, reordered
from conference.errors import Refused
from events.agenda import (
    AgendaDrafted,
    AgendaStartSet,
    ItemAdded,
    ItemDescribed,
    ItemMoved,
    ItemTimed,
    ItemWithdrawn,
    SpeechScheduled,
)
from events.agenda_day import ItemInserted, ItemReinstated
from events.agenda_release import AgendaReleased
from events.base import Fact, Stamp

WORDS = ("title", "owner", "unit", "speaker", "speaker_post", "guest", "note")
"""What ItemDescribed says of an item, as `Item.words` has it."""

Ids = tuple[UUID, UUID]

PLANNING = (
    AgendaStartSet,
    ItemAdded,
    SpeechScheduled,
    ItemDescribed,
    ItemMoved,
    ItemTimed,
    ItemWithdrawn,
    ItemInserted,
    ItemReinstated,
)
"""The facts by which the plan differs from its last release; what is played on the day is none."""


class Agenda(Played):
    TOPIC: ClassVar[str] = "agenda"

    def __init__(self, conference_id: UUID) -> None:
        super().__init__(conference_id)
        self.starts_at: datetime | None = None
        self.released_start: datetime | None = None
        self.releases = 0
        self.unreleased = False

    @classmethod
    def draft(cls, stamp: Stamp, conference_id: UUID) -> Self:
        id = cls.id_of(conference_id)
        return cls.begin(AgendaDrafted, stamp, id=id, conference_id=conference_id)

    @property
    def begins_at(self) -> datetime | None:
        """When the day begins by what everybody goes by: the last release, else the draft."""
        return self.released_start if self.releases else self.starts_at

    @property
    def begun(self) -> bool:
        """Whether anything has been played."""
        return bool(self.steps)

    def set_start(self, stamp: Stamp, starts_at: datetime | None) -> None:
        if starts_at != self.starts_at:
            self.record(AgendaStartSet, stamp, starts_at=starts_at)

    def add_item(
        self,
        stamp: Stamp,
        item: UUID,
        *,
        kind: str,
        title: str,
        minutes: int,
        before: UUID | None = None,
        fixed_start: datetime | None = None,
        owner: str | None = None,
        note: str | None = None,
    ) -> None:
        self._room_for(item, before)
        payload = {"before": before, "fixed_start": fixed_start, "owner": owner, "note": note}
        self.record(ItemAdded, stamp, item=item, kind=kind, title=title, minutes=minutes, **payload)

    def schedule_speech(
        self,
        stamp: Stamp,
        item: UUID,
        *,
        unit: str,
        title: str,
        minutes: int,
        before: UUID | None = None,
        fixed_start: datetime | None = None,
        speaker: str | None = None,
        speaker_post: str | None = None,
        guest: UUID | None = None,
        note: str | None = None,
    ) -> None:
        self._room_for(item, before)
        who = {"speaker": speaker, "speaker_post": speaker_post, "guest": guest, "note": note}
        when = {"before": before, "fixed_start": fixed_start, "minutes": minutes}
        self.record(SpeechScheduled, stamp, item=item, unit=unit, title=title, **when, **who)

    def describe_item(
        self,
        stamp: Stamp,
        item: UUID,
        *,
        title: str,
        owner: str | None = None,
        unit: str | None = None,
        speaker: str | None = None,
        speaker_post: str | None = None,
        guest: UUID | None = None,
        note: str | None = None,
    ) -> None:
        words = (title, owner, unit, speaker, speaker_post, guest, note)
        if self._standing(item).words == words:
            return
        if self.items[item].kind == "speech" and unit is None:
            raise Refused("agenda.speech-without-unit")
        self.record(ItemDescribed, stamp, item=item, **dict(zip(WORDS, words, strict=True)))

    def move_item(self, stamp: Stamp, item: UUID, before: UUID | None) -> None:
        """Place the item before another, or last; where it stands already nothing is recorded."""
        self._untouched(item)
        if before is not None:
            self._untouched(before)
        if before == item or reordered(self.order, item, before) == self.order:
            return
        self.record(ItemMoved, stamp, item=item, before=before)

    def arrange_speeches(self, stamp: Stamp, order: Sequence[UUID]) -> None:
        """Let the speeches that can move follow each other so, in the places that they have among
        the other items. `order` names all of them."""
        free = {id for id in self.order if self.items[id].movable_speech}
        if len(order) != len(free) or set(order) != free:
            raise Refused("agenda.other-speeches")
        wanted = iter(order)
        target = [next(wanted) if id in free else id for id in self.order]
        for item, before in reversed([*pairwise([*target, None])]):
            if item in free and reordered(self.order, item, before) != self.order:
                self.record(ItemMoved, stamp, item=item, before=before)

    def time_item(
        self, stamp: Stamp, item: UUID, minutes: int, fixed_start: datetime | None
    ) -> None:
        now = self._untouched(item)
        if (now.minutes, now.fixed_start) != (minutes, fixed_start):
            self.record(ItemTimed, stamp, item=item, minutes=minutes, fixed_start=fixed_start)

    def withdraw_item(self, stamp: Stamp, item: UUID, reason: str) -> None:
        if self._known(item).state != "withdrawn":
            self._untouched(item)
            self.record(ItemWithdrawn, stamp, item=item, reason=reason)

    def duplicate_item(self, stamp: Stamp, item: UUID, copy: UUID) -> None:
        """The same once more, right behind it; linked, since two cannot start at one time."""
        now = self._untouched(item)
        self._again(stamp, copy, now, now.minutes, now.title, self._behind(item))

    def split_item(
        self, stamp: Stamp, item: UUID, *, first: int, pause: int, words: tuple[str, str], ids: Ids
    ) -> None:
        """Stop the item after `first` minutes, pause, and go on with what is left of it; `words`
        and `ids` are those of the pause and of the rest."""
        now, behind = self._untouched(item), self._behind(item)
        if first >= now.minutes:
            raise Refused("agenda.split-too-late", minutes=now.minutes)
        self.record(ItemTimed, stamp, item=item, minutes=first, fixed_start=now.fixed_start)
        said = {"kind": "break", "title": words[0], "minutes": pause, "before": behind}
        self.add_item(stamp, ids[0], **said)  # type: ignore[arg-type]
        self._again(stamp, ids[1], now, now.minutes - first, words[1], behind)

    def insert_items(self, stamp: Stamp, items: Iterable[tuple[UUID, dict[str, Any]]]) -> None:
        """Several items as one act, in their order; those with a unit are speeches."""
        for id, said in items:
            (self.schedule_speech if "unit" in said else self.add_item)(stamp, id, **said)

    def release(self, stamp: Stamp, note: str | None, at: datetime) -> None:
        """Make the plan as it stands what everybody goes by."""
        if not self.order:
            raise Refused("agenda.empty-release")
        if not self.unreleased:
            raise Refused("agenda.released-already", number=self.releases)
        self.record(AgendaReleased, stamp, number=self.releases + 1, note=note, at=at)

    def _again(
        self, stamp: Stamp, id: UUID, like: Item, minutes: int, title: str, before: UUID | None
    ) -> None:
        """One more item like this one, linked."""
        self._room_for(id, before)
        said = dict(zip(WORDS, like.words, strict=True)) | {"title": title, "fixed_start": None}
        said |= {"item": id, "minutes": minutes, "before": before, "kind": like.kind}
        fact = SpeechScheduled if like.kind == "speech" else ItemAdded
        own = fact.__annotations__.keys() & said.keys()
        self.record(fact, stamp, **{name: said[name] for name in own})

    def _behind(self, item: UUID) -> UUID | None:
        """The item that follows."""
        return next(iter(self.order[self.order.index(item) + 1 :]), None)

    def assign(self, fact: Fact) -> None:
        self.unreleased = isinstance(fact, PLANNING) or self.unreleased
        match fact:
            case AgendaReleased():
                self.releases, self.unreleased = fact.number, False
                self.released_start = self.starts_at
                self.items.update({id: self.items[id].released for id in self.order})
            case AgendaStartSet():
                self.starts_at = fact.starts_at
            case ItemAdded():
                said = (fact.title, fact.owner, None, None, None, None, fact.note)
                self._place(fact, Item(fact.kind, said, fact.minutes, fact.fixed_start))
            case SpeechScheduled():
                who = (fact.unit, fact.speaker, fact.speaker_post, fact.guest, fact.note)
                item = Item("speech", (fact.title, None, *who), fact.minutes, fact.fixed_start)
                self._place(fact, item)
            case ItemMoved():
                self.order = reordered(self.order, fact.item, fact.before)
            case ItemDescribed():
                words = tuple(getattr(fact, name) for name in WORDS)
                self._set(fact.item, words=words, changed=fact.originator_version)
            case ItemTimed():
                self.items[fact.item] = self.items[fact.item].timed(fact)
            case _:
                self.play(fact)
