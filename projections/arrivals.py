"""Arrivals: how many came in by which door and in which minute, carried along guest by guest."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TypeVar

from immutables import Map

from conference.rules.names import collation
from projections.guest import Guest

K = TypeVar("K")

MOST_BARS = 60
"""Bars of the picture: more are too thin to be told apart on a phone."""

STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 360, 720, 1440)
"""Minutes that one bar may stand for."""

MINUTE_S = 60


@dataclass(frozen=True)
class Span:
    """`count` came in from `at` on, within some minutes; after it `present` are in the hall."""

    at: datetime
    count: int
    present: int


@dataclass(frozen=True)
class Arrivals:
    """Of those who are in the hall now: an entry that was taken back is not counted."""

    by_door: Map[str, int] = field(default_factory=Map)
    """Counts by the door's name; '' where the page let somebody in and named no door."""
    by_minute: Map[datetime, int] = field(default_factory=Map)
    """Counts by the minute (UTC) on the conference's clock in which somebody came in."""

    @cached_property
    def doors(self) -> tuple[tuple[str, int], ...]:
        """Doors in the order of their names, no door last."""
        named = sorted(self.by_door, key=lambda door: (not door, collation(door)))
        return tuple((door, self.by_door[door]) for door in named)

    @cached_property
    def minutes(self) -> tuple[Span, ...]:
        """Every minute in which somebody came in, the earliest first."""
        return running(dict(sorted(self.by_minute.items())))

    @property
    def last(self) -> datetime | None:
        """The minute of the latest entry."""
        return self.minutes[-1].at if self.minutes else None

    @property
    def step(self) -> int:
        """Minutes that a bar of the picture stands for."""
        if not self.minutes:
            return STEPS[0]
        minutes = (self.minutes[-1].at - self.minutes[0].at) // timedelta(minutes=1) + 1
        fitting = (step for step in STEPS if minutes <= step * (MOST_BARS - 1))
        return next(fitting, -(-minutes // MOST_BARS))

    @cached_property
    def bars(self) -> tuple[Span, ...]:
        """Arrivals in spans of `step` minutes without a gap, from the first to the last."""
        if not self.minutes:
            return ()
        step_s = self.step * MINUTE_S
        starts = {minute.at: whole(minute.at, step_s) for minute in self.minutes}
        first, last = min(starts.values()), max(starts.values())
        counts = dict.fromkeys(range(first, last + 1, step_s), 0)
        for minute in self.minutes:
            counts[starts[minute.at]] += minute.count
        return running({datetime.fromtimestamp(at, UTC): n for at, n in counts.items()})

    @cached_property
    def busiest(self) -> Span | None:
        """The span in which most came in, the earliest of several."""
        return max(self.bars, key=lambda span: span.count, default=None)


def whole(at: datetime, step_s: int) -> int:
    """The beginning of the span that an instant lies in, in seconds since 1970."""
    return int(at.timestamp()) // step_s * step_s


def running(counts: dict[datetime, int]) -> tuple[Span, ...]:
    """Counts in the order of time, each with how many are in the hall after it."""
    present, spans = 0, []
    for at, count in counts.items():
        present += count
        spans.append(Span(at, count, present))
    return tuple(spans)


NOBODY_CAME = Arrivals()


def moved(arrivals: Arrivals, before: Guest | None, after: Guest) -> Arrivals:
    """The arrivals with one guest's row exchanged."""
    was, now = entry(before), entry(after)
    if was == now:
        return arrivals
    doors, minutes = arrivals.by_door, arrivals.by_minute
    if was:
        doors, minutes = added(doors, was[0], -1), added(minutes, was[1], -1)
    if now:
        doors, minutes = added(doors, now[0], 1), added(minutes, now[1], 1)
    return Arrivals(doors, minutes)


def entry(guest: Guest | None) -> tuple[str, datetime] | None:
    """Door and minute of a guest who is in the hall and counts as invited."""
    if guest is None or guest.entered_at is None or not guest.invited:
        return None
    return guest.door, guest.entered_at.replace(second=0, microsecond=0)


def added(counts: Map[K, int], key: K, by: int) -> Map[K, int]:
    """The counts with one more or less; what is 0 is left out."""
    count = counts.get(key, 0) + by
    return counts.set(key, count) if count else counts.delete(key)
