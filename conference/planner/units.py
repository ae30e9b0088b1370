"""Bodies as units that sit together, and how an order of units becomes seats."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import accumulate

from conference.planner.cost import parting_cost
from conference.planner.floor import Floor, Pieces
from conference.planner.guest import Guest, by_precedence

ANCHORS = 4
"""Runs that a body too large for one tries to begin with (more gave no better seatings)."""

Taken = tuple[int, int]
"""A run, and how many of its seats."""

AHEAD = 3
"""Rows behind the first free seat in which a body still looks for room for all: farther back its
rank would be lost for company (rows)."""


@dataclass(frozen=True)
class Unit:
    """Guests of one body in order of precedence."""

    guests: tuple[Guest, ...]


def units_of(guests: Iterable[Guest]) -> list[Unit]:
    """The guests by body, in the order of each body's first in precedence."""
    bodies: dict[object, list[Guest]] = {}
    for guest in sorted(guests, key=by_precedence):
        bodies.setdefault(guest.body or guest.id, []).append(guest)
    return [Unit(tuple(body)) for body in bodies.values()]


def placed(sizes: Sequence[int], floor: Floor) -> list[Pieces]:
    """Seats for units of these sizes, one after another: in the first run that holds all of a
    unit, not too far back; else in as few runs, as near each other, as there are."""
    left = list(floor.sizes)
    first, found = 0, []
    for size in sizes:
        while first < len(left) and not left[first]:
            first += 1
        run = whole(size, left, floor, first)
        taken = [(run, size)] if run >= 0 else parted(size, left, floor, first)
        found.append([(at, floor.sizes[at] - left[at], count) for at, count in taken])
        for at, count in taken:
            left[at] -= count
    return found


def whole(size: int, left: Sequence[int], floor: Floor, first: int) -> int:
    """The first run that holds the unit within the rows it looks through; -1 for none."""
    if first == len(left):
        return -1
    deepest = floor.depths[first] + AHEAD
    for run in range(first, len(left)):
        if floor.depths[run] > deepest:
            return -1
        if left[run] >= size:
            return run
    return -1


def parted(size: int, left: Sequence[int], floor: Floor, first: int) -> list[Taken]:
    """The unit in several runs near each other: the cheapest of those that begin with one of the
    larger runs within reach, taking whatever is near, or only runs that hold a good part."""
    if first == len(left):
        return []
    reach = floor.depths[first] + AHEAD
    near = (n for n in range(first, len(left)) if left[n] and floor.depths[n] <= reach)
    anchors = nlargest(ANCHORS, near, key=lambda run: (left[run], -run))
    tried = [
        gathered(size, floor.near[anchor], left, least)
        for anchor in anchors
        for least in (1, max(1, min(size, left[anchor]) // 2))
    ]
    return min(tried, key=lambda taken: gathering_cost(taken, floor))


def gathered(size: int, runs: Iterable[int], left: Sequence[int], least: int) -> list[Taken]:
    """Seats of the runs in this order, passing over those of fewer than `least` until no other
    is left, or until they hold all of the rest."""
    found: list[Taken] = []
    small: list[int] = []
    for run in runs:
        if left[run] < least and left[run] < size:
            small.append(run)
            continue
        found.append((run, min(size, left[run])))
        size -= found[-1][1]
        if not size:
            return found
    for run in small:
        if left[run] and size:
            found.append((run, min(size, left[run])))
            size -= found[-1][1]
    return found


def gathering_cost(taken: Sequence[Taken], floor: Floor) -> int:
    """What parting costs, and how far back the parts are."""
    back = sum([count * floor.depths[run] for run, count in taken])
    return back + parting_cost([run for run, _ in taken], floor)


def depths_by_rank(sizes: Sequence[int], floor: Floor) -> list[int]:
    """How far back the last of each unit would sit if rank alone decided and nobody minded being
    parted: a body that would begin in one row and end in the next belongs to the next."""
    ends = list(accumulate(floor.sizes))
    depths, run = [], 0
    for seated in accumulate(sizes):
        while run < len(ends) - 1 and ends[run] < seated:
            run += 1
        depths.append(floor.depths[run] if floor.depths else 0)
    return depths
