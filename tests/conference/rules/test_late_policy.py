"""What becomes of who is late: the published tables come out of settings."""

from datetime import datetime, timedelta

import pytest
from builders import at
from cases.case_late_graduands import ARRIVALS, EXPECTED, POLICIES

from conference.rules.late_policy import PRACTICE, PUBLISHED, LatePolicy

START = at("10:00")


@pytest.mark.parametrize("university", sorted(EXPECTED))
def test_a_published_policy_comes_out_of_its_settings(university: str) -> None:
    policy = LatePolicy(**POLICIES[university])
    found = {who: policy.outcome(START, at(clock)) for who, clock in ARRIVALS}
    assert found == EXPECTED[university]


def test_the_published_policies_can_be_picked_as_they_are() -> None:
    assert {name: vars(policy) for name, policy in PUBLISHED.items()} == POLICIES


@pytest.mark.parametrize(
    ("arrived", "outcome"),
    [
        (START - timedelta(minutes=45), "in_order"),
        (START - timedelta(minutes=44, seconds=59), "end"),
        (START - timedelta(seconds=1), "end"),
        (START, "not_presented"),
    ],
)
def test_the_minute_of_the_closing_is_in_time_and_that_of_the_start_is_not(
    arrived: datetime, outcome: str
) -> None:
    assert LatePolicy(45, "end", "not_presented").outcome(START, arrived) == outcome


def test_nobody_is_late_while_nobody_knows_when_it_starts_nor_by_the_usual_practice() -> None:
    assert LatePolicy(45, "end", "not_presented").outcome(None, START) == "in_order"
    assert PRACTICE.outcome(START, START + timedelta(hours=1)) == "in_order"
