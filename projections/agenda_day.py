"""What the facts of the day make of one item: its takes, its minutes, whether it is left out."""

from collections.abc import Sequence, Set
from functools import singledispatch
from typing import Any
from uuid import UUID

from immutables import Map

from conference.rules.steps import Steps, began, ended
from events.agenda import ItemFinished, ItemStarted
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
from events.base import Fact
from projections.agenda_item import AgendaItem, Take
from projections.agenda_release import Release
from projections.agenda_rules import DayRules, Ruling, ruled
from projections.replaced import replaced

Touching = ItemStarted | ItemFinished | ItemAllotted | ItemSkipped | ItemReturned
Placing = ItemInserted | ItemReinstated
PlayedFact = Touching | Placing | Ruling | StepReverted

PLAYED = (
    ItemStarted,
    ItemFinished,
    ItemAllotted,
    ItemSkipped,
    ItemReturned,
    ItemInserted,
    ItemReinstated,
    SpeakerPulseChosen,
    LeastMinutesSet,
    StepReverted,
)
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


def lived(
    fact: PlayedFact,
    by_id: Map[UUID, AgendaItem],
    order: tuple[UUID, ...],
    steps: Steps,
    rules: DayRules,
) -> dict[str, Any]:
    """What a fact of the day makes of an agenda's parts, by their names."""
    return {
        "by_id": after(fact, by_id),
        "order": ordered(fact, order),
        "steps": stepped(fact, steps),
        "rules": ruled(fact, rules),
    }


def begun(by_id: Map[UUID, AgendaItem]) -> bool:
    """Whether anything has been played."""
    return any(item.takes for item in by_id.values())


def after(fact: PlayedFact, by_id: Map[UUID, AgendaItem]) -> Map[UUID, AgendaItem]:
    """The items after a fact of the day."""
    if isinstance(fact, ItemInserted):
        return by_id.set(fact.item, inserted(fact))
    if isinstance(fact, ItemReinstated):
        said = {"withdrawn": None, "skipped": None, "reinstated": begun(by_id)}
        return by_id.set(fact.item, replaced(by_id[fact.item], **said))
    if isinstance(fact, StepReverted):
        return reverted(fact, by_id)
    if isinstance(fact, Touching):
        return by_id.set(fact.item, played(fact, by_id[fact.item]))
    return by_id


def reverted(fact: StepReverted, by_id: Map[UUID, AgendaItem]) -> Map[UUID, AgendaItem]:
    """The items before the step that was a mistake."""
    if (begun := fact.started) is not None:
        by_id = by_id.set(begun, replaced(by_id[begun], takes=by_id[begun].takes[:-1]))
    if (over := fact.finished) is not None:
        *earlier, last = by_id[over].takes
        takes = (*earlier, Take(last.started_at))
        by_id = by_id.set(over, replaced(by_id[over], takes=takes))
    return by_id


def stepped(fact: PlayedFact, steps: Steps) -> Steps:
    """The steps that can be taken back after a fact of the day."""
    match fact:
        case ItemStarted():
            return began(steps, fact.item, fact.at, fact.originator_version)
        case ItemFinished():
            return ended(steps, fact.item, fact.at, fact.originator_version)
        case StepReverted():
            return steps[:-1]
    return steps


def planned(
    by_id: Map[UUID, AgendaItem], order: Sequence[UUID], before: Release | None
) -> Map[UUID, AgendaItem]:
    """The items once they are released: what the day put in is planned from then on, and other
    minutes than `before` take the place of those that the day gave."""
    now = {}
    for item in (by_id[id] for id in order):
        was = before.by_id.get(item.id) if before else None
        if item.inserted:
            now[item.id] = replaced(item, minutes=item.given, inserted=False)
        elif was is not None and was.minutes != item.minutes:
            now[item.id] = replaced(item, allotted=None)
    return by_id.update(now)


def ordered(fact: PlayedFact, order: tuple[UUID, ...]) -> tuple[UUID, ...]:
    """The order after a fact of the day."""
    return standing(order, fact.item, fact.before) if isinstance(fact, Placing) else order


def standing(order: tuple[UUID, ...], item: UUID, before: UUID | None) -> tuple[UUID, ...]:
    """The order with this item standing before another, or last."""
    rest = [id for id in order if id != item]
    at = rest.index(before) if before in rest else len(rest)
    return (*rest[:at], item, *rest[at:])


def inserted(fact: ItemInserted) -> AgendaItem:
    """An item of the day: it has minutes now, and none in the plan."""
    return AgendaItem(fact.item, fact.kind, fact.title, 0, allotted=fact.minutes, inserted=True)


def seen(
    released: Sequence[AgendaItem], by_id: Map[UUID, AgendaItem], order: tuple[UUID, ...]
) -> tuple[Map[UUID, AgendaItem], tuple[UUID, ...]]:
    """Items and order that others than the organisers go by: those of the release, with what became
    of them on the day, and what came about on the day beside them (all there is, unreleased)."""
    day = begun(by_id)
    items = {one.id: as_played(one, by_id[one.id], day) for one in released}
    extra = {id: by_id[id] for id in order if by_id[id].at_once}
    found = with_extra(tuple(items), order, extra.keys() - items.keys())
    return Map(extra | items), found


def as_played(item: AgendaItem, now: AgendaItem, day: bool) -> AgendaItem:
    """An item of a release with what became of it on the day. Before the `day` has begun a
    withdrawal is a draft's; from then on it is seen at once."""
    said: dict[str, Any] = {"takes": now.takes, "allotted": now.allotted, "skipped": now.skipped}
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
