"""What the facts of the day make of one item: its takes, its minutes, whether it is left out."""

from collections.abc import Set
from functools import singledispatch
from uuid import UUID

from events.agenda import ItemFinished, ItemStarted
from events.agenda_day import ItemAllotted, ItemReturned, ItemSkipped
from events.base import Fact
from projections.agenda_item import AgendaItem, Take
from projections.replaced import replaced

PlayedFact = ItemStarted | ItemFinished | ItemAllotted | ItemSkipped | ItemReturned

PLAYED = (ItemStarted, ItemFinished, ItemAllotted, ItemSkipped, ItemReturned)
"""The facts that say what was played."""


@singledispatch
def played(fact: Fact, item: AgendaItem) -> AgendaItem:
    """The item after a fact of the day."""
    raise NotImplementedError(type(fact).__name__)


@played.register
def _(fact: ItemStarted, item: AgendaItem) -> AgendaItem:
    return replaced(item, takes=(*item.takes, Take(fact.at)))


@played.register
def _(fact: ItemFinished, item: AgendaItem) -> AgendaItem:
    *earlier, last = item.takes
    return replaced(item, takes=(*earlier, Take(last.started_at, fact.at)))


@played.register
def _(fact: ItemAllotted, item: AgendaItem) -> AgendaItem:
    return replaced(item, allotted=fact.minutes)


@played.register
def _(fact: ItemSkipped, item: AgendaItem) -> AgendaItem:
    return replaced(item, skipped=fact.reason)


@played.register
def _(fact: ItemReturned, item: AgendaItem) -> AgendaItem:
    return replaced(item, skipped=None)


def as_played(item: AgendaItem, now: AgendaItem, day: bool) -> AgendaItem:
    """An item of a release with what became of it on the day. Before the `day` has begun a
    withdrawal is a draft's; from then on it is seen at once."""
    said = {"takes": now.takes, "allotted": now.allotted, "skipped": now.skipped}
    return replaced(item, **said, withdrawn=now.withdrawn if day else None)


def with_extra(
    order: tuple[UUID, ...], draft: tuple[UUID, ...], extra: Set[UUID]
) -> tuple[UUID, ...]:
    """The order of a release with items that only the draft has, each before the one that follows
    it there."""
    found = list(order)
    for id in reversed([one for one in draft if one in extra]):
        behind = (one for one in draft[draft.index(id) + 1 :] if one in found)
        after = next(behind, None)
        found.insert(len(found) if after is None else found.index(after), id)
    return tuple(found)
