"""What holds for every proposal, whatever hall, guests, pins and seed."""

from random import Random
from typing import Any
from uuid import UUID

from builders import id
from builders_seating import a_hall
from hypothesis import given, settings
from hypothesis import strategies as st

from conference.planner.guest import Guest, Proposal
from conference.planner.hall import Hall
from conference.planner.search import propose

GUESTS = [id(f"guest {number}") for number in range(60)]


@st.composite
def halls(draw: st.DrawFn) -> Hall:
    sizes = draw(st.lists(st.integers(1, 12), min_size=1, max_size=7))
    aisles = draw(st.sets(st.integers(1, 11), max_size=2))
    hall = a_hall(*sizes, aisles=tuple(sorted(aisles)), presidium=draw(st.integers(0, 4)))
    unusable = draw(st.sets(st.sampled_from(sorted(hall.by_label)), max_size=4))
    sides: Any = st.sampled_from(["left", "right"])
    return Hall(hall.rows, hall.presidium, draw(sides), draw(sides), frozenset(unusable))


@st.composite
def parties(draw: st.DrawFn) -> list[Guest]:
    names = draw(st.lists(st.sampled_from(GUESTS), unique=True, max_size=60))
    may_be = st.none() | st.integers(1, 4)
    return [
        Guest(
            name,
            draw(st.integers(1, 60)),
            body=draw(st.sampled_from(["", "a", "b", "c", "d"])),
            leader=draw(st.booleans()),
            presidium=draw(st.none() | st.integers(0, 3)),
            turn=draw(may_be),
            position=number,
            speaker=draw(may_be),
            substitute=draw(st.booleans()),
            absent=draw(st.sampled_from([False, False, False, True])),
        )
        for number, name in enumerate(names)
    ]


@st.composite
def pinned(draw: st.DrawFn, hall: Hall) -> dict[str, UUID]:
    labels = sorted(hall.by_label)
    seats = draw(st.lists(st.sampled_from(labels), unique=True, max_size=4)) if labels else []
    who = draw(st.permutations(GUESTS))
    return dict(zip(seats, who, strict=False))


@given(st.data(), halls(), parties(), st.integers(0, 9))
@settings(max_examples=150, deadline=None)
def test_every_proposal_keeps_the_rules(
    data: st.DataObject, hall: Hall, guests: list[Guest], seed: int
) -> None:
    pins = data.draw(pinned(hall))
    found = propose(guests, pins, hall, seed=seed, steps=20)
    assert found == propose(guests[::-1], pins, hall, seed=seed, steps=20)
    nobody_twice(found, guests)
    pins_are_kept(found, pins, guests)
    assert all(placement.seat in hall.by_label for placement in found.placements)
    assert found.cost <= found.first_cost
    free = len(hall.seats) - sum(seat in {s.label for s in hall.seats} for seat in pins)
    waiting = sum(not g.absent and g.id not in pins.values() for g in guests)
    if waiting <= free:
        assert all(reason == "absent" for _, reason in found.unseated)


def nobody_twice(found: Proposal, guests: list[Guest]) -> None:
    seats = [placement.seat for placement in found.placements]
    seated = [placement.guest for placement in found.placements]
    assert len(set(seats)) == len(seats)
    assert sorted([*seated, *(guest for guest, _ in found.unseated)]) == sorted(
        g.id for g in guests
    )


def pins_are_kept(found: Proposal, pins: dict[str, UUID], guests: list[Guest]) -> None:
    coming = {guest.id for guest in guests if not guest.absent}
    by_seat = {placement.seat: placement.guest for placement in found.placements}
    for seat, guest in pins.items():
        assert by_seat.get(seat) == (guest if guest in coming else None)


@given(st.integers(0, 50))
@settings(max_examples=10, deadline=None)
def test_more_steps_never_cost_more(seed: int) -> None:
    hall, guests = a_hall(*[10] * 9, aisles=(5,)), a_crowd(80, Random(seed))
    costs = [propose(guests, {}, hall, seed=seed, steps=n).cost for n in (0, 20, 200)]
    assert costs == sorted(costs, reverse=True)


def test_the_caller_may_stop_the_search() -> None:
    asked = iter([False, False, True])
    hall, guests = a_hall(*[10] * 9, aisles=(5,)), a_crowd(80, Random(4))
    early = propose(guests, {}, hall, seed=1, enough=lambda: next(asked))
    assert early == propose(guests, {}, hall, seed=1, steps=2)
    assert next(asked, None) is None


def a_crowd(number: int, random: Random) -> list[Guest]:
    """Bodies of one to nine guests, as precedence mixes them."""
    bodies = [f"body {random.randrange(number // 4)}" for _ in range(number)]
    return [Guest(id(f"{n}"), n, body=body) for n, body in enumerate(bodies, 1)]
