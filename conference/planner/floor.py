"""The free floor as numbers, for the search: runs of seats with their sizes, depths, middles."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from conference.planner.hall import PITCH, Run

Piece = tuple[int, int, int]
"""Seats of a run: its index, how many are taken before, how many."""

Pieces = list[Piece]


@dataclass(frozen=True)
class Floor:
    """The free runs from front to back, as tuples by their index."""

    runs: tuple[Run, ...]
    sizes: tuple[int, ...]
    depths: tuple[int, ...]

    @cached_property
    def apart(self) -> tuple[tuple[int, ...], ...]:
        """From each run to each other, middle to middle, in half seats."""
        return tuple(tuple(between(run, other) for other in self.runs) for run in self.runs)

    @cached_property
    def near(self) -> tuple[tuple[int, ...], ...]:
        """For each run all runs, the nearest first, itself included."""
        every = range(len(self.runs))
        return tuple(tuple(sorted(every, key=lambda n: (row[n], n))) for row in self.apart)


def floor_of(runs: Iterable[Run]) -> Floor:
    found = tuple(runs)
    sizes = tuple(len(run.seats) for run in found)
    return Floor(found, sizes, tuple(run.depth for run in found))


def between(run: Run, other: Run) -> int:
    return abs(run.depth - other.depth) * PITCH + abs(run.x - other.x)
