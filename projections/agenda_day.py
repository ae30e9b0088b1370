"""What the facts of the day make of one item: its takes, its minutes, whether it is left out."""

from functools import singledispatch

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


def as_played(item: AgendaItem, now: AgendaItem) -> AgendaItem:
    """An item of a release with what became of it on the day."""
    said = {"takes": now.takes, "allotted": now.allotted, "skipped": now.skipped}
    return replaced(item, **said, withdrawn=now.withdrawn)
