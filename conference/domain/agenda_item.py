"""An item as the agenda's rules see it, and the order that it stands in."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from events.agenda import ItemAdded, ItemTimed, SpeechScheduled
from events.agenda_day import ItemInserted

MOST_ITEMS = 500
"""Items of one agenda: half as many again as the longest day asked for (320)."""

Placing = ItemAdded | SpeechScheduled | ItemInserted
"""The facts that bring an item into the order."""


@dataclass(frozen=True)
class Item:
    """What the rules need to know of one item. `words` is all that ItemDescribed says; `allotted`
    the minutes that it was given on the day, `promised` those of the last release; `followers`
    what stood behind it as it was withdrawn, and `reason` why it was; `changed` the agenda's
    version that last said its words or its time anew; `inserted` on the day, and in no release."""

    kind: str
    words: tuple[object, ...]
    minutes: int
    fixed_start: datetime | None
    state: str = "waiting"
    allotted: int | None = None
    takes: int = 0
    followers: tuple[UUID, ...] = ()
    reason: str | None = None
    promised: int | None = None
    changed: int = 0
    inserted: bool = False

    @property
    def given(self) -> int:
        """Minutes that it has: those of the day, else the planned ones."""
        return self.minutes if self.allotted is None else self.allotted

    @property
    def title(self) -> str:
        return str(self.words[0])

    @property
    def released(self) -> "Item":
        """The item once a release has told its minutes: other ones than before take the place of
        those that it was given on the day."""
        if self.inserted:
            return replace(self, minutes=self.given, promised=self.given, inserted=False)
        told = self.promised not in (None, self.minutes)
        return replace(self, promised=self.minutes, allotted=None if told else self.allotted)

    def timed(self, fact: ItemTimed) -> "Item":
        """The item with what the organisers plan; of what the day put in they give it anew."""
        return replace(
            self,
            minutes=fact.minutes,
            fixed_start=fact.fixed_start,
            allotted=None if self.inserted else self.allotted,
            changed=fact.originator_version,
        )

    @property
    def movable_speech(self) -> bool:
        """Whether it is a speech whose place among the others is still open."""
        return self.kind == "speech" and self.state == "waiting" and self.fixed_start is None


def reordered(order: Iterable[UUID], item: UUID, before: UUID | None) -> list[UUID]:
    """The order with `item` standing directly before `before`, or last where that is None."""
    rest = [id for id in order if id != item]
    at = rest.index(before) if before in rest else len(rest)
    return [*rest[:at], item, *rest[at:]]
