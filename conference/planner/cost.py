"""What a seating costs: bodies parted, and rank pushed back. Counted in guests times rows."""

from collections.abc import Sequence

from conference.planner.floor import Floor, Pieces
from conference.planner.hall import PITCH

PARTED = 8
"""One more part of a body costs as much as eight guests one row farther back (own choice: a body of
eight is worth one row)."""

APART = 2
"""Each row's length between two parts of a body costs this much (own choice, guests times rows)."""


def cost(
    placed: Sequence[Pieces], order: Sequence[int], by_rank: Sequence[int], floor: Floor
) -> int:
    """The cost of units placed in this order; `by_rank` says how far back each belongs."""
    total = 0
    depths = floor.depths
    for pieces, unit in zip(placed, order, strict=True):
        belongs = by_rank[unit]
        for run, _, count in pieces:
            if depths[run] > belongs:
                total += count * (depths[run] - belongs)
        if len(pieces) > 1:
            total += parting_cost([run for run, _, _ in pieces], floor)
    return total


def parting_cost(runs: Sequence[int], floor: Floor) -> int:
    """What it costs that a body sits in several runs; the first is its main part."""
    apart = floor.apart[runs[0]]
    far = sum([apart[run] for run in runs])
    return PARTED * (len(runs) - 1) + APART * far // PITCH
