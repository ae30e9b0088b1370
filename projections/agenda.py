"""The agenda: items in order with the time at which each starts, and what does not fit."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, singledispatch
from uuid import UUID

from immutables import Map

from conference.rules.steps import Steps
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
from events.agenda_release import AgendaReleased
from events.base import Fact
from projections.agenda_day import PLAYED, PlayedFact, lived, planned, seen, standing
from projections.agenda_item import AgendaItem, added, described, last, minutes_between, scheduled
from projections.agenda_release import Change, Release, changes
from projections.agenda_rules import DayRules, Ruling
from projections.replaced import replaced


@dataclass(frozen=True)
class Agenda:
    """`played` is the version that the last fact of the day made; `draft` tells the organisers' own
    from what others go by (`public`)."""

    starts_at: datetime | None = None
    by_id: Map[UUID, AgendaItem] = field(default_factory=Map)
    order: tuple[UUID, ...] = ()
    releases: tuple[Release, ...] = ()
    steps: Steps = ()
    rules: DayRules = field(default_factory=DayRules)
    version: int = 0
    played: int = 0
    draft: bool = True

    @cached_property
    def items(self) -> tuple[AgendaItem, ...]:
        """The items in order with their starts: linked after the one before, or fixed."""
        timed: list[AgendaItem] = []
        ends_at = latest = self.starts_at
        for number, id in enumerate(self.order, 1):
            item = self.by_id[id]
            starts_at = item.fixed_start or ends_at
            gap = minutes_between(latest, starts_at)
            timed.append(replaced(item, starts_at=starts_at, gap_minutes=gap, number=number))
            ends_at = timed[-1].ends_at
            latest = last([ends_at, latest if len(timed) > 1 else None])
        return tuple(timed)

    @cached_property
    def timed(self) -> dict[UUID, AgendaItem]:
        """The same items by their id."""
        return {item.id: item for item in self.items}

    @property
    def released(self) -> Release | None:
        """The last release."""
        return self.releases[-1] if self.releases else None

    @cached_property
    def unreleased(self) -> tuple[Change, ...]:
        """What differs from the last release; of an agenda never released, nothing."""
        return changes(self.released.items, self.items) if self.released else ()

    @cached_property
    def public(self) -> "Agenda":
        """The agenda that others than its organisers go by: the last release, with what became of
        its items on the day and what was played beside it; before the first release that alone."""
        last = self.released
        by_id, order = seen(last.items if last else (), self.by_id, self.order)
        said = {"starts_at": last and last.starts_at, "by_id": by_id, "order": order}
        return replaced(self, **said, draft=False)

    @cached_property
    def withdrawn(self) -> tuple[AgendaItem, ...]:
        """Items that were withdrawn, with the reason."""
        gone = (item for item in self.by_id.values() if item.withdrawn is not None)
        return tuple(sorted(gone, key=lambda item: (item.title, item.id)))

    @property
    def speeches(self) -> tuple[AgendaItem, ...]:
        return tuple(item for item in self.items if item.kind == "speech")

    @property
    def minutes(self) -> int:
        """All planned minutes, gaps not counted."""
        return sum(item.minutes for item in self.items)

    @property
    def ends_at(self) -> datetime | None:
        """When all items are over, which need not be the last one's end."""
        return last(item.ends_at for item in self.items) if self.items else self.starts_at

    @property
    def overlaps(self) -> tuple[AgendaItem, ...]:
        """Items that start while one before them is not over."""
        return tuple(item for item in self.items if item.gap_minutes < 0)

    @property
    def awards_start_at(self) -> datetime | None:
        """When the first award item starts: the ceremony is timed from there."""
        return next((item.starts_at for item in self.items if item.kind == "award"), None)

    def after(self, item: UUID, steps: int) -> UUID | None:
        """The item to stand before, for a move of `item` by `steps` down (None: last)."""
        rest = [id for id in self.order if id != item]
        at = max(0, self.order.index(item) + steps)
        return rest[at] if at < len(rest) else None


def blank(conference_id: UUID) -> Agenda:
    return Agenda()


@singledispatch
def evolve(fact: Fact, agenda: Agenda) -> Agenda:
    return agenda


def placed(agenda: Agenda, item: AgendaItem, before: UUID | None, version: int) -> Agenda:
    """The agenda with this item standing before another, or last."""
    order = standing(agenda.order, item.id, before)
    return replaced(agenda, by_id=agenda.by_id.set(item.id, item), order=order, version=version)


def said(agenda: Agenda, fact: Fact, item: UUID, **changes: object) -> Agenda:
    """The agenda with one item as now described."""
    new = replaced(agenda.by_id[item], **changes)
    return replaced(agenda, by_id=agenda.by_id.set(item, new), version=fact.originator_version)


@evolve.register
def _(fact: AgendaDrafted, agenda: Agenda) -> Agenda:
    return replaced(agenda, version=fact.originator_version)


@evolve.register
def _(fact: AgendaStartSet, agenda: Agenda) -> Agenda:
    return replaced(agenda, starts_at=fact.starts_at, version=fact.originator_version)


@evolve.register
def _(fact: AgendaReleased, agenda: Agenda) -> Agenda:
    version = fact.originator_version
    agenda = replaced(agenda, by_id=planned(agenda.by_id, agenda.order, agenda.released))
    new = Release(fact.number, fact.at, fact.note, agenda.starts_at, agenda.items, version)
    return replaced(agenda, releases=(*agenda.releases, new), version=version)


@evolve.register
def _(fact: ItemAdded, agenda: Agenda) -> Agenda:
    return placed(agenda, added(fact), fact.before, fact.originator_version)


@evolve.register
def _(fact: SpeechScheduled, agenda: Agenda) -> Agenda:
    return placed(agenda, scheduled(fact), fact.before, fact.originator_version)


@evolve.register
def _(fact: ItemDescribed, agenda: Agenda) -> Agenda:
    return said(agenda, fact, fact.item, **described(fact))


@evolve.register
def _(fact: ItemMoved, agenda: Agenda) -> Agenda:
    return placed(agenda, agenda.by_id[fact.item], fact.before, fact.originator_version)


@evolve.register
def _(fact: ItemTimed, agenda: Agenda) -> Agenda:
    lasting = agenda.by_id[fact.item].lasts(fact.minutes)
    return said(agenda, fact, fact.item, **lasting, fixed_start=fact.fixed_start)


@evolve.register
def _(fact: ItemWithdrawn, agenda: Agenda) -> Agenda:
    order = tuple(id for id in agenda.order if id != fact.item)
    return replaced(said(agenda, fact, fact.item, withdrawn=fact.reason), order=order)


def on_the_day(fact: PlayedFact, agenda: Agenda) -> Agenda:
    said = lived(fact, agenda.by_id, agenda.order, agenda.steps, agenda.rules)
    said["played"] = agenda.played if isinstance(fact, Ruling) else fact.originator_version
    return replaced(agenda, **said, version=fact.originator_version)


for fact_class in PLAYED:
    evolve.register(fact_class, on_the_day)
