"""Bodies as units that sit together, and how an order of units becomes seats."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from conference.planner.guest import Guest, by_precedence
from conference.planner.hall import PITCH, Run

AHEAD = 3
"""Rows behind the first free seat in which a body still looks for room for all: farther back its
rank would be lost for company (rows)."""

Piece = tuple[int, int, int]
"""Seats of a run: its index, how many are taken before, how many."""

Pieces = list[Piece]


@dataclass(frozen=True)
class Unit:
    """Guests of one body in order of precedence."""

    guests: tuple[Guest, ...]


@dataclass(frozen=True)
class Floor:
    """The free runs as numbers, for the search: sizes, depths, middles."""

    runs: tuple[Run, ...]
    sizes: tuple[int, ...]
    depths: tuple[int, ...]
    middles: tuple[int, ...]

    def between(self, run: int, other: int) -> int:
        """From one run to another, in half seats."""
        rows = abs(self.depths[run] - self.depths[other])
        return rows * PITCH + abs(self.middles[run] - self.middles[other])


def floor_of(runs: Iterable[Run]) -> Floor:
    found = tuple(runs)
    return Floor(
        found,
        tuple(len(run.seats) for run in found),
        tuple(run.depth for run in found),
        tuple(run.x for run in found),
    )


def units_of(guests: Iterable[Guest]) -> list[Unit]:
    """The guests by body, in the order of each body's first in precedence."""
    bodies: dict[object, list[Guest]] = {}
    for guest in sorted(guests, key=by_precedence):
        bodies.setdefault(guest.body or guest.id, []).append(guest)
    return [Unit(tuple(body)) for body in bodies.values()]


def placed(sizes: Sequence[int], floor: Floor) -> list[Pieces]:
    """Seats for units of these sizes, one after another: in the first run that holds all of a
    unit, not too far back; else in as few runs, as near each other, as there are."""
    used = [0] * len(floor.sizes)
    first, found = 0, []
    for size in sizes:
        while first < len(used) and used[first] == floor.sizes[first]:
            first += 1
        run = whole(size, used, floor, first)
        pieces = [(run, used[run], size)] if run >= 0 else parted(size, used, floor, first)
        for at, before, count in pieces:
            used[at] = before + count
        found.append(pieces)
    return found


def whole(size: int, used: Sequence[int], floor: Floor, first: int) -> int:
    """The first run that holds the unit within the rows it looks through; -1 for none."""
    if first == len(used):
        return -1
    deepest = floor.depths[first] + AHEAD
    for run in range(first, len(used)):
        if floor.depths[run] > deepest:
            return -1
        if floor.sizes[run] - used[run] >= size:
            return run
    return -1


def parted(size: int, used: Sequence[int], floor: Floor, first: int) -> Pieces:
    """The unit in several runs: the largest within reach, and those nearest to it."""
    open_runs = [run for run in range(first, len(used)) if used[run] < floor.sizes[run]]
    if not open_runs:
        return []
    deepest = floor.depths[open_runs[0]] + AHEAD
    near = [run for run in open_runs if floor.depths[run] <= deepest]
    largest = max(near, key=lambda run: (floor.sizes[run] - used[run], -run))
    pieces: Pieces = []
    for run in sorted(open_runs, key=lambda run: (floor.between(largest, run), run)):
        taken = min(size, floor.sizes[run] - used[run])
        pieces.append((run, used[run], taken))
        size -= taken
        if not size:
            break
    return pieces


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
