"""Planned against actual: what the programme said, and what became of it on the day.

The plan is the last release's, where there is one: what everybody went by.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from projections.agenda import Agenda
from projections.agenda_item import AgendaItem, Take
from projections.replaced import replaced


@dataclass(frozen=True)
class Line:
    """One item with its plan and what was played. `planned_at` and `planned_minutes` are None for
    an item that was put in after the release."""

    item: AgendaItem
    planned_at: datetime | None
    planned_minutes: int | None

    @property
    def started_at(self) -> datetime | None:
        """When the first take began."""
        return self.item.takes[0].started_at if self.item.takes else None

    @property
    def played_s(self) -> int | None:
        """Seconds of all its takes; None while one runs, and where there is none."""
        takes = self.item.takes
        if not takes or takes[-1].finished_at is None:
            return None
        spans = (take.finished_at - take.started_at for take in takes if take.finished_at)
        return int(sum(span.total_seconds() for span in spans))

    @property
    def late_s(self) -> int | None:
        """Seconds by which it began later than planned; negative: earlier."""
        return between(self.planned_at, self.started_at)

    @property
    def over_s(self) -> int | None:
        """Seconds that it took beyond its plan; negative: fewer."""
        if self.played_s is None or self.planned_minutes is None:
            return None
        return self.played_s - 60 * self.planned_minutes

    @property
    def outcome(self) -> str:
        """The item's state; added, where it was played without having been in the release."""
        unplanned = self.planned_minutes is None and self.item.state in ("started", "finished")
        return "added" if unplanned else self.item.state


@dataclass(frozen=True)
class Played:
    """The day in lines, in the programme's order; what was withdrawn since comes last."""

    lines: tuple[Line, ...]
    planned_start: datetime | None
    planned_end: datetime | None
    closed: bool = False

    @property
    def over(self) -> bool:
        """Whether nothing more is to come: the conference is closed, or no item waits or runs."""
        coming = any(line.item.state in ("waiting", "started") for line in self.lines)
        return self.closed or not coming

    @cached_property
    def begun(self) -> bool:
        """Whether anything was played at all."""
        return any(line.item.takes for line in self.lines)

    @property
    def started_at(self) -> datetime | None:
        return min((line.started_at for line in self.lines if line.started_at), default=None)

    @property
    def ended_at(self) -> datetime | None:
        """When the last item ended; None while more is to come."""
        takes = [line.item.takes[-1] for line in self.lines if line.item.takes]
        ends = [take.finished_at for take in takes if take.finished_at]
        return max(ends, default=None) if self.over else None

    @property
    def planned_minutes(self) -> int:
        """The plan's minutes, those of items that were left out included."""
        return sum(line.planned_minutes or 0 for line in self.lines)

    @property
    def played_s(self) -> int:
        """Seconds of all takes that are over."""
        return sum(line.played_s or 0 for line in self.lines)

    @property
    def over_s(self) -> int | None:
        """Seconds by which all takes together missed the plan; None while more is to come, of
        which the plan counts the minutes already."""
        return self.played_s - 60 * self.planned_minutes if self.over else None

    @property
    def start_late_s(self) -> int | None:
        return between(self.planned_start, self.started_at)

    @property
    def end_late_s(self) -> int | None:
        return between(self.planned_end, self.ended_at)


def played(agenda: Agenda, closed_at: datetime | None = None) -> Played:
    """The lines of an agenda, by its last release where there is one; `closed_at`: when the
    conference was closed, which ended what ran and whatever was not played."""
    plan, known = agenda.released, list(agenda.items)
    if plan is None:
        by_id = {item.id: item for item in known if not item.inserted}
        span = (agenda.starts_at, agenda.ends_at)
    else:
        by_id, span = dict(plan.by_id), (plan.starts_at, plan.ends_at)
        here = set(agenda.order)
        known += [agenda.by_id[one.id] for one in plan.items if one.id not in here]
    lines = (line_of(until(closed_at, item), by_id.get(item.id)) for item in known)
    return Played(tuple(lines), *span, closed_at is not None)


def until(closed_at: datetime | None, item: AgendaItem) -> AgendaItem:
    """What ran when the conference was closed ended with it."""
    if closed_at is None or item.state != "started":
        return item
    *earlier, last = item.takes
    return replaced(item, takes=(*earlier, Take(last.started_at, closed_at)))


def line_of(item: AgendaItem, planned: AgendaItem | None) -> Line:
    if planned is None:
        return Line(item, None, None)
    return Line(item, planned.starts_at, planned.minutes)


def between(planned: datetime | None, real: datetime | None) -> int | None:
    """Seconds from the plan to what happened; None while either is unknown."""
    return None if planned is None or real is None else int((real - planned).total_seconds())


def in_minutes(seconds: int) -> int:
    """Whole minutes as people say them: half a minute counts as one."""
    return (abs(seconds) + 30) // 60 * (-1 if seconds < 0 else 1)
