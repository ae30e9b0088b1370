"""Releases of the agenda: what was released, and what is different since."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from projections.agenda_item import AgendaItem, last


@dataclass(frozen=True)
class Release:
    """The agenda as it was released, at this version of it: items with their numbers and starts."""

    number: int
    at: datetime
    note: str | None
    starts_at: datetime | None
    items: tuple[AgendaItem, ...]
    version: int = 0

    @cached_property
    def by_id(self) -> dict[UUID, AgendaItem]:
        return {item.id: item for item in self.items}

    @property
    def ends_at(self) -> datetime | None:
        return last(item.ends_at for item in self.items) if self.items else self.starts_at


class Notice(NamedTuple):
    """What `who` is told: that the item is added (as theirs), taken from them, withdrawn, or has
    another time or place."""

    who: str | None
    kind: str


@dataclass(frozen=True)
class Change:
    """What is different about an item. `aspects`: added, withdrawn, moved, start, minutes, words;
    `item` as it is now (as it was, where it is withdrawn), `was` before (None: added)."""

    item: AgendaItem
    was: AgendaItem | None
    aspects: tuple[str, ...]

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Who has to be told: whose time or order changed, and where an item has gone from one to
        another, both."""
        who, before = party(self.item), party(self.was) if self.was else None
        if self.was is None or self.aspects == ("withdrawn",):
            told = [Notice(who, self.aspects[0])]
        elif who != before:
            told = [Notice(before, "taken"), Notice(who, "added")]
        else:
            told = [Notice(who, "changed")] if self.aspects != ("words",) else []
        return tuple(one for one in told if one.who)

    @property
    def concerns(self) -> bool:
        """Whether somebody has to be told."""
        return bool(self.notices)


def party(item: AgendaItem) -> str | None:
    """Whose an item is, as one addresses them; an item that only a guest is linked to by its own
    title."""
    return item.unit or item.speaker or item.owner or (item.title if item.guest else None)


def changes(before: Sequence[AgendaItem], after: Sequence[AgendaItem]) -> tuple[Change, ...]:
    """What became different between two agendas, in the order of the later; then what is gone."""
    old, new = {item.id: item for item in before}, {item.id for item in after}
    moved = out_of_order(before, after)
    found = [changed(item, old.get(item.id), item.id in moved) for item in after]
    gone = [Change(item, item, ("withdrawn",)) for item in before if item.id not in new]
    return (*(one for one in found if one.aspects), *gone)


def changed(item: AgendaItem, was: AgendaItem | None, moved: bool) -> Change:
    if was is None:
        return Change(item, None, ("added",))
    found = {
        "moved": moved,
        "start": item.starts_at != was.starts_at,
        "minutes": item.minutes != was.minutes,
        "words": words(item) != words(was),
    }
    return Change(item, was, tuple(aspect for aspect, yes in found.items() if yes))


def words(item: AgendaItem) -> tuple[object, ...]:
    """What is printed of an item beside its time."""
    who = (item.unit, item.speaker, item.speaker_post, item.owner, item.guest)
    return item.title, item.note, *who


def out_of_order(before: Sequence[AgendaItem], after: Sequence[AgendaItem]) -> set[UUID]:
    """The fewest items by whose move the one order becomes the other: all but a longest run of
    those that stand in both as they stood."""
    place = {item.id: number for number, item in enumerate(before)}
    both = [item.id for item in after if item.id in place]
    ends: list[int] = []
    lengths = []
    for id in both:
        at = bisect_left(ends, place[id])
        ends[at : at + 1] = [place[id]]
        lengths.append(at)
    kept, length = set(), len(ends) - 1
    for id, at in zip(reversed(both), reversed(lengths), strict=True):
        if at == length:
            kept.add(id)
            length -= 1
    return set(both) - kept
