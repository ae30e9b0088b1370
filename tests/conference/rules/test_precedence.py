"""The order of precedence: each step of the rule, and which step decides (domain.md 1.7)."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conference.rules.precedence import BLOCS, STEPS, TIERS, Standing, reason

EQUAL = Standing(bloc="government", order=5)

STEPWISE: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("superior", {"superior": True}, {}),
    ("tier", {"tier": "central"}, {"tier": "province"}),
    ("bloc", {"bloc": "party"}, {"bloc": "assembly"}),
    ("host", {}, {"host": True}),
    ("post_rank", {"post_rank": 1}, {"post_rank": 2}),
    ("post_rank", {"post_rank": 98}, {}),
    ("former", {}, {"former": True}),
    ("in_post_since", {"in_post_since": "2010-05-01"}, {"in_post_since": "2015"}),
    ("in_post_since", {"in_post_since": "2015"}, {}),
    ("birth", {"birth_date": "1958-02-03"}, {"birth_date": "1960"}),
    ("order", {"order": 4}, {"order": 5}),
    ("order", {"number": 1}, {"number": 2}),
]


@pytest.mark.parametrize(("step", "first", "second"), STEPWISE)
def test_a_step_decides_between_equals_and_is_the_reason(
    step: str, first: dict[str, Any], second: dict[str, Any]
) -> None:
    before, after = replace(EQUAL, **first), replace(EQUAL, **second)
    assert before.key < after.key
    assert reason(before, after) == step


NEIGHBOURS = [(one, two) for one, two in pairwise(STEPWISE) if one[0] != two[0]]


@pytest.mark.parametrize(("earlier", "later"), NEIGHBOURS)
def test_an_earlier_step_weighs_more_than_a_later_one(earlier: Any, later: Any) -> None:
    before = replace(EQUAL, **{**later[2], **earlier[1]})
    after = replace(EQUAL, **{**later[1], **earlier[2]})
    assert before.key < after.key
    assert reason(before, after) == earlier[0]


def test_the_blocs_follow_the_guideline() -> None:
    assert BLOCS[:5] == ("superior", "party", "assembly", "government", "front")


def test_a_provincial_chairman_precedes_a_deputy_of_a_district_party_office() -> None:
    chairman = Standing(bloc="government", order=1, tier="province", post_rank=1)
    deputy = Standing(bloc="party", order=1, tier="district", post_rank=2)
    assert sorted([deputy, chairman], key=lambda one: one.key) == [chairman, deputy]


def test_what_nobody_knows_stands_behind() -> None:
    known = Standing(bloc=BLOCS[-1], order=9, tier=TIERS[-1])
    for unknown in (replace(known, tier="moon"), replace(known, bloc="unheard")):
        assert known.key < unknown.key


def test_equals_are_equal() -> None:
    assert reason(EQUAL, EQUAL) == "order"


standings = st.builds(
    Standing,
    bloc=st.sampled_from(BLOCS),
    order=st.integers(0, 3),
    tier=st.sampled_from(TIERS),
    superior=st.booleans(),
    host=st.booleans(),
    post_rank=st.none() | st.integers(1, 3),
    former=st.booleans(),
    in_post_since=st.none() | st.sampled_from(["2010", "2015"]),
)


@given(standings, standings)
def test_the_reason_is_a_step_whichever_comes_first(one: Standing, other: Standing) -> None:
    assert reason(one, other) in STEPS
    assert reason(one, other) == reason(other, one)
