"""The clock of the day: when each item really starts and ends, as far as is known at a moment.

What has been played stands as it was. Linked items move with the delay; breaks and the gaps before
fixed starts absorb it; a fixed start holds as long as it can and else is late (product.md 1c).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from projections.agenda import Agenda
from projections.agenda_item import AgendaItem
from projections.clock_advice import Advice, Least, advice, leasts, waiting
from projections.library import Shelf
from projections.past_durations import Durations
from projections.replaced import replaced


@dataclass(frozen=True)
class Timed:
    """An item with its plan (the last release's, where it is in one) and its projection.
    `projected_at` and `projected_end` are None while
    nobody knows when the conference starts; for what was played they are what happened."""

    item: AgendaItem
    plan: AgendaItem
    projected_at: datetime | None
    projected_end: datetime | None

    @property
    def planned_at(self) -> datetime | None:
        return self.plan.starts_at

    @property
    def late_s(self) -> int:
        """Seconds by which a fixed start cannot be kept; 0 for a linked item, and for one that is
        left out."""
        if self.item.fixed_start is None or self.projected_at is None or self.item.left_out:
            return 0
        return max(0, behind(self.item.fixed_start, self.projected_at))

    @property
    def drift_s(self) -> int:
        """Seconds by which the item starts later than planned; negative: earlier."""
        return behind(self.planned_at, self.projected_at)


@dataclass(frozen=True)
class Clock:
    """The day as of `now`, an instant on the conference's clock, which stands still once the
    conference is closed; `past`: how long items of a kind took in closed conferences, which the
    advice goes by where nobody has set anything."""

    now: datetime
    agenda: Agenda
    past: Mapping[str, Durations] = field(default_factory=dict)
    closed_at: datetime | None = None

    @cached_property
    def items(self) -> tuple[Timed, ...]:
        """All items in the programme's order; what waits comes after all that was played."""
        return tuple(self._timed())

    @cached_property
    def running(self) -> Timed | None:
        """The item that is on; none once the conference is closed, whatever ran until then."""
        if self.closed_at is not None:
            return None
        return next((one for one in self.items if one.item.state == "started"), None)

    @cached_property
    def next(self) -> Timed | None:
        """The first item that waits."""
        return self.coming[0] if self.coming else None

    @cached_property
    def coming(self) -> tuple[Timed, ...]:
        """The items that wait."""
        return tuple(one for one in self.items if one.item.state == "waiting")

    @cached_property
    def advice(self) -> Advice:
        """Which of the waiting items to cut, so that the conference ends as planned. What a break
        gives by itself is in the projection already. Where none waits, whatever is late is
        missing."""
        at = self._cursor() if self.coming else self.ends_at
        planned = (self.agenda.released or self.agenda).ends_at
        if at is None or planned is None:
            return Advice(0, (), 0)
        least = {one.kind: one.minutes for one in self.least if one.origin != "practice"}
        return advice([(one.item, one.plan) for one in self.coming], at, planned, least)

    @cached_property
    def least(self) -> tuple[Least, ...]:
        """The fewest minutes to which items of each kind are advised to be cut, and who says so."""
        return leasts(self.agenda.rules.least, self.past)

    @cached_property
    def ends_at(self) -> datetime | None:
        """When the last item ends that takes place: what is left out has no end that moves on."""
        held = (one.projected_end for one in self.items if not one.item.left_out)
        ends = [end for end in held if end]
        return max(ends) if ends else self.agenda.starts_at

    @property
    def drift_s(self) -> int:
        """Seconds by which the rest of the day is behind its plan now; negative: ahead. Of the next
        planned item's start, else of the end of all. It stands behind all that was played: what is
        played again or taken up late brings the delay that it makes, not that of its own hour."""
        played = [at for at, one in enumerate(self.items, 1) if one.item.takes]
        rest = self.items[max(played, default=0) :]
        planned = (one for one in rest if one.item.state == "waiting" and one.planned_at)
        next_ = next(planned, None)
        return next_.drift_s if next_ else self.end_drift_s

    @property
    def end_drift_s(self) -> int:
        """Seconds by which the conference will end later than planned."""
        planned = self.agenda.released or self.agenda
        return behind(planned.ends_at, self.ends_at)

    @property
    def left_s(self) -> int | None:
        """Seconds that the running item still has; negative: over. None when nothing runs."""
        now = self.running
        if now is None or now.item.started_at is None:
            return None
        return seconds(self.now, self._ending(now.item, now.item.started_at, now.plan))

    def _timed(self) -> Iterator[Timed]:
        cursor = self._cursor()
        for item in self.agenda.items:
            plan = self._plan(item)
            if item.takes:
                yield Timed(item, plan, item.takes[0].started_at, self._ended(item))
            elif item.state in ("skipped", "withdrawn") or cursor is None:
                yield Timed(item, plan, cursor, cursor)
            else:
                begins = max(cursor, item.fixed_start or cursor)
                cursor = self._ending(item, begins, plan)
                yield Timed(item, plan, begins, cursor)

    def _cursor(self) -> datetime | None:
        """When the first of the waiting items can start."""
        played = [self._ended(item) for item in self.agenda.items if item.takes]
        if played:
            return max(self.now, *played)
        starts_at = self.agenda.items[0].starts_at if self.agenda.items else None
        return starts_at and max(starts_at, self.now)

    def _plan(self, item: AgendaItem) -> AgendaItem:
        """The item as planned; what the day put in has no time in the plan."""
        if item.inserted:
            return replaced(item, starts_at=None)
        last = self.agenda.released
        return last.by_id.get(item.id, item) if last else item

    def _ending(self, item: AgendaItem, begins: datetime, plan: AgendaItem) -> datetime:
        """When an item that begins then ends."""
        return waiting(item, plan, self.agenda.rules.least).ends(begins)

    def _ended(self, item: AgendaItem) -> datetime:
        """When the last take ended, or will: not before its minutes are over, nor before now."""
        take = item.takes[-1]
        return take.finished_at or max(
            self.now, self._ending(item, take.started_at, self._plan(item))
        )


def clock_of(shelf: Shelf, now: datetime, past: Mapping[str, Durations]) -> Clock:
    """The clock as these documents have it, at this time on the conference's."""
    closed_at = shelf.conference.closed_at
    return Clock(min(now, closed_at or now), shelf.agenda, past, closed_at)


def behind(planned: datetime | None, projected: datetime | None) -> int:
    """Seconds from the plan to what is known now; 0 while either is unknown."""
    return 0 if planned is None or projected is None else seconds(planned, projected)


def seconds(start: datetime, end: datetime) -> int:
    return int((end - start).total_seconds())
