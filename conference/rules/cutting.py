"""What can be cut so that a day which runs late ends on time: which items, to how many minutes.

A cut that a gap or a kept fixed start swallows is no cut: only what moves the end is named.
"""

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import NamedTuple

LEAST = {"break": 5, "speech": 5, "report": 10, "remarks": 5, "launch": 5, "adoption": 3}
"""Minutes that an item of a kind needs at least; a kind that is not named is never cut: names on
stage, an opening and a closing take what they take. Practice, not rule (domain.md 7)."""

STEPS = (("break",), ("speech",), ("report", "remarks", "launch", "adoption"))
"""Kinds that are cut together, the first ones first: a break before a speech, a speech before what
the conference has met for."""

MINUTE = timedelta(minutes=1)


class Waiting(NamedTuple):
    """An item that waits. `until` is the planned end of a break that nobody has given minutes on
    the day: it gives what it has beyond its least by itself, so as to end then. `floor`
    is the fewest minutes to which it may be cut; None: by practice."""

    id: Hashable
    kind: str
    minutes: int
    fixed_start: datetime | None = None
    until: datetime | None = None
    floor: int | None = None

    @property
    def least(self) -> timedelta:
        floor = LEAST["break"] if self.floor is None else self.floor
        return MINUTE * min(floor, self.minutes)

    def begins(self, at: datetime) -> datetime:
        """When it begins where the item before it ends at this time."""
        return max(at, self.fixed_start or at)

    def ends(self, begins: datetime) -> datetime:
        ends = begins + MINUTE * self.minutes
        return ends if self.until is None else min(ends, max(self.until, begins + self.least))

    def shorter(self, lasting: timedelta) -> "Waiting | None":
        """The same with a whole minute less than it would last; None below its kind's least."""
        minutes = -(-lasting // MINUTE) - 1
        floor = LEAST.get(self.kind, minutes + 1) if self.floor is None else self.floor
        fits = minutes >= floor
        return self._replace(minutes=minutes, until=None) if fits else None


class Left(NamedTuple):
    """An item may keep `minutes`: without this cut, all others made, the day ends `gains_s` seconds
    later."""

    id: Hashable
    minutes: int
    gains_s: int


def advised(line: Sequence[Waiting], at: datetime, target: datetime) -> tuple[Left, ...]:
    """What to leave to whom so that the items, of which the first can begin `at`, are over at the
    target, or as soon as cuts can help. In the order of the items."""
    left = {o.id: o for o, was in zip(cut(line, at, target), line, strict=True) if o != was}
    gains = dict(gained(line, left, at))
    while idle := [id for id, gain in gains.items() if not gain]:
        without = {id: one for id, one in left.items() if id not in idle}
        same = span(made(line, without), at)[-1] == span(made(line, left), at)[-1]
        left = without if same else {id: one for id, one in left.items() if id != idle[0]}
        gains = dict(gained(line, left, at))
    return tuple(Left(id, one.minutes, gains[id]) for id, one in left.items())


def cut(line: Sequence[Waiting], at: datetime, target: datetime) -> list[Waiting]:
    """The items as they are after all cuts that are needed: step by step, of a step's items the
    longest first, minute by minute, so that equals stay equal."""
    short = held(line, at)
    times = span(short, at)
    for kinds in STEPS:
        queue: list[Candidate] = []
        while times[-1] > target and (queue or (queue := candidates(short, times, kinds))):
            _, place, less = heappop(queue)
            was, short[place] = short[place], less
            sooner = span(short[place:], times[place])
            if sooner[-1] == times[-1]:  # a fixed start is kept from now on
                short[place], queue = was, []
                continue
            times[place:] = sooner
            if was.until is not None:  # a break that gave takes nothing back any more
                queue = []
            elif shorter := less.shorter(MINUTE * less.minutes):
                heappush(queue, (-MINUTE * less.minutes, place, shorter))
    return short


Candidate = tuple[timedelta, int, Waiting]
"""How long an item lasts (negative: the longest first), its place, and itself a minute shorter."""


def candidates(
    line: Sequence[Waiting], times: Sequence[datetime], kinds: Collection[str]
) -> list[Candidate]:
    """The items of these kinds by which the end of all can be had earlier, as a heap."""
    found = [
        (begins - ends, place, less)
        for place, (begins, ends, moves) in enumerate(lasting(line, times))
        if moves and line[place].kind in kinds
        if (less := line[place].shorter(ends - begins))
    ]
    heapify(found)
    return found


def held(line: Sequence[Waiting], at: datetime) -> list[Waiting]:
    """With each break that begins so late that only its least is left of it held to that: else it
    would take back what is cut before it."""
    found = []
    for one in line:
        begins = one.begins(at)
        at = one.ends(begins)
        late = one.until is not None and at > one.until
        held = one._replace(minutes=one.least // MINUTE, until=None)
        found.append(held if late and held.minutes < one.minutes else one)
    return found


def span(line: Sequence[Waiting], at: datetime) -> list[datetime]:
    """`at`, then when each item ends."""
    found = [at]
    for one in line:
        found.append(one.ends(one.begins(found[-1])))
    return found


def lasting(
    line: Sequence[Waiting], times: Sequence[datetime]
) -> Iterator[tuple[datetime, datetime, bool]]:
    """When each item begins and ends, and whether the end of all moves with its end: not across a
    fixed start that is kept, nor across a break that ends as planned by giving minutes."""
    moves, found = True, []
    for one, (at, ends) in zip(reversed(line), reversed(list(pairwise(times))), strict=True):
        begins = one.begins(at)
        found.append((begins, ends, moves))
        kept = one.fixed_start is not None and at <= one.fixed_start
        giving = ends == one.until and ends < begins + MINUTE * one.minutes
        moves = moves and not kept and not giving
    return reversed(found)


def made(line: Sequence[Waiting], left: Mapping[Hashable, Waiting]) -> list[Waiting]:
    """The items with these cuts."""
    return [left.get(one.id, one) for one in line]


def gained(
    line: Sequence[Waiting], left: Mapping[Hashable, Waiting], at: datetime
) -> Iterator[tuple[Hashable, int]]:
    """For each cut the seconds by which the day ends later without it."""
    short = made(line, left)
    times = span(short, at)
    for place, one in enumerate(line):
        if one.id in left:
            without = span([one, *short[place + 1 :]], times[place])[-1]
            yield one.id, int((without - times[-1]).total_seconds())
