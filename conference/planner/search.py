"""The planner: rules first, then hill climbing over the order of the units, seeded and bounded."""

from collections.abc import Callable, Sequence
from random import Random

from conference.planner import explain, zones
from conference.planner.cost import cost
from conference.planner.floor import Floor, floor_of
from conference.planner.guest import Guest, Pins, Placement, Proposal, by_precedence
from conference.planner.hall import Hall
from conference.planner.units import (
    Unit,
    depths_by_rank,
    placed,
    units_of,
)

STEPS = 800
"""Tries of the search unless asked otherwise: 1,500 guests take 0.6 s (measured)."""

NEAR = 12
"""How far in the order a unit moves in one try, so that rank stays about what it was (units)."""


def never() -> bool:
    return False


def propose(
    guests: Sequence[Guest],
    pins: Pins,
    hall: Hall,
    *,
    seed: int,
    steps: int = STEPS,
    enough: Callable[[], bool] = never,
) -> Proposal:
    """Who should sit where. The same input, seed and steps give the same proposal.

    `enough` is asked before every step, so that a caller with a clock may stop the search early.
    """
    plan = zones.Plan(hall)
    coming = [guest for guest in guests if not guest.absent]
    rest = zones.fill_stage(plan, zones.keep_pins(plan, pins, coming))
    seated, without = zones.fitting(rest, len(plan.free_seats()))
    units = units_of(fill_zones(plan, seated))
    floor = floor_of(plan.free_runs())
    random = Random(seed)  # noqa: S311 (tries of a search, no secret)
    order, first_cost, last_cost = climbed(units, floor, random, steps, enough)
    give_seats(plan, [units[n] for n in order], floor)
    unseated = [(guest.id, "no-seat") for guest in without]
    away = sorted((guest for guest in guests if guest.absent), key=by_precedence)
    unseated += [(guest.id, "absent") for guest in away]
    return Proposal(placements_of(plan), tuple(unseated), seed, first_cost, last_cost)


def fill_zones(plan: zones.Plan, guests: Sequence[Guest]) -> list[Guest]:
    """Leaders in front, recipients by the stairs, speakers by the lectern; answers the others."""
    leaders = [guest for guest in guests if zones.by_rank(guest)]
    others = [guest for guest in guests if not zones.by_rank(guest)]
    zones.fill_front(plan, leaders)
    zones.fill_stairs(plan, [guest for guest in others if guest.turn is not None])
    others = [guest for guest in others if guest.turn is None]
    zones.fill_lectern(plan, [guest for guest in others if guest.speaker is not None])
    return [guest for guest in others if guest.speaker is None]


def climbed(
    units: Sequence[Unit], floor: Floor, random: Random, steps: int, enough: Callable[[], bool]
) -> tuple[list[int], int, int]:
    """The best order of units found, what the order by rank costs, and what this one costs."""
    sizes = [len(unit.guests) for unit in units]
    by_rank = depths_by_rank(sizes, floor)

    def tried(order: Sequence[int]) -> int:
        return cost(placed([sizes[n] for n in order], floor), order, by_rank, floor)

    best = list(range(len(units)))
    first = lowest = tried(best)
    for _ in range(steps if len(units) > 1 else 0):
        if not lowest or enough():
            break
        order = neighbour(best, random)
        if (found := tried(order)) <= lowest:
            best, lowest = order, found
    return best, first, lowest


def neighbour(order: Sequence[int], random: Random) -> list[int]:
    """The order with two near units exchanged, or one moved a little."""
    new = list(order)
    at = random.randrange(len(new))
    to = min(max(at + random.randrange(-NEAR, NEAR + 1), 0), len(new) - 1)
    if random.random() < 0.5:
        new[at], new[to] = new[to], new[at]
    else:
        new.insert(to, new.pop(at))
    return new


def give_seats(plan: zones.Plan, units: Sequence[Unit], floor: Floor) -> None:
    """Seat the units in this order, the first in precedence nearest to the middle."""
    for unit, pieces in zip(units, placed([len(u.guests) for u in units], floor), strict=True):
        seats = [seat for piece in pieces for seat in seats_of(piece, floor)]
        for seat, guest in zip(seats, unit.guests, strict=True):
            reason = explain.in_body(guest, len(unit.guests), len(pieces))
            plan.seat(seat, guest.id, reason)


def seats_of(piece: tuple[int, int, int], floor: Floor) -> list[str]:
    run, before, count = piece
    return [seat.label for seat in floor.runs[run].from_centre[before : before + count]]


def placements_of(plan: zones.Plan) -> tuple[Placement, ...]:
    """Who sits where, in the hall's order."""
    return tuple(
        Placement(seat, plan.by_seat[seat], plan.reasons[seat])
        for seat in plan.hall.by_label
        if seat in plan.by_seat
    )
