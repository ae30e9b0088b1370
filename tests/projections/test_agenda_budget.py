"""The programme's time against the hall's: planned minutes and gaps, tight and over."""

import pytest
from builders import STAMP, at, folded, id
from builders_agenda import add, an_agenda
from builders_conference import a_conference
from builders_invitation import facts_of
from hypothesis import given
from hypothesis import strategies as st

from projections import agenda, conference
from projections.agenda_budget import Budget, budget_of


def budget(*minutes: int, starts: str = "07:30", booked: tuple[str, str] | None = None) -> Budget:
    drafted = an_agenda()
    drafted.set_start(STAMP, at(starts))
    for number, length in enumerate(minutes):
        add(drafted, f"item {number}", minutes=length)
    acts = [lambda c: c.book_hall(STAMP, *map(at, booked))] if booked else []
    hall = folded(conference, facts_of(a_conference(*acts)))
    return budget_of(folded(agenda, facts_of(drafted)), hall)


def test_without_a_booking_there_is_nothing_to_be_over() -> None:
    found = budget(30, 60)
    assert (found.used, found.booked, found.share, found.state) == (90, None, 0, "unbooked")


@pytest.mark.parametrize(
    ("minutes", "state", "share"),
    [(89, "fits", 89), (90, "tight", 90), (100, "tight", 100), (101, "over", 101)],
)
def test_it_is_tight_from_nine_tenths_and_over_behind_the_last_minute(
    minutes: int, state: str, share: int
) -> None:
    found = budget(minutes, booked=("07:30", "09:10"))
    assert (found.state, found.share, found.free) == (state, share, 100 - minutes)


def test_the_gap_before_a_fixed_start_counts() -> None:
    drafted = an_agenda()
    drafted.set_start(STAMP, at("08:00"))
    for name in "ab":
        add(drafted, name)
    drafted.time_item(STAMP, id("b"), 10, at("08:30"))
    hall = folded(conference, facts_of(a_conference()))
    found = budget_of(folded(agenda, facts_of(drafted)), hall)
    assert (found.planned, found.gaps, found.used) == (20, 20, 40)


DAY = ("08:00", "11:00")


def test_items_at_the_same_time_take_it_once() -> None:
    drafted = an_agenda()
    drafted.set_start(STAMP, at("08:00"))
    for name, fixed in (("hall", None), ("yard", "08:30"), ("end", "09:00")):
        add(drafted, name, minutes=60, fixed_start=at(fixed) if fixed else None)
    hall = folded(conference, facts_of(a_conference(lambda c: c.book_hall(STAMP, *map(at, DAY)))))
    found = budget_of(folded(agenda, facts_of(drafted)), hall)
    assert (found.planned, found.gaps, found.used, found.parallel) == (180, 0, 120, 60)
    assert (found.state, found.free, found.late) == ("fits", 60, 0)


def test_what_begins_before_the_hall_is_there_or_ends_behind_it_is_over() -> None:
    early = budget(60, starts="07:00", booked=("07:30", "11:30"))
    late = budget(60, starts="11:00", booked=("07:30", "11:30"))
    assert (early.state, early.early, early.late) == ("over", 30, 0)
    assert (late.state, late.early, late.late) == ("over", 0, 30)


@given(st.lists(st.integers(1, 200), min_size=1, max_size=8))
def test_what_is_planned_and_what_is_left_make_up_the_booking(minutes: list[int]) -> None:
    found = budget(*minutes, booked=("07:30", "11:30"))
    assert found.used + found.free == found.booked == 240
    assert (found.state == "over") == (sum(minutes) > 240)
