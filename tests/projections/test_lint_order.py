"""The order of turns and of their rows under the linter, and what a stage holds."""

from typing import Any

import pytest
from builders import STAMP, id
from builders_awards import CERTIFICATE, FLAG, register
from builders_lint import House

from events.awards_plan import TurnsArranged

FOUR = ("Khối 01", "Khối 03", "Khối 04", "Khối 02")
"""Case 04: the decision's order is not that of the blocks' numbers."""


def two_awards(direction: str) -> House:
    """Flags and certificates, in the order of the precedence."""
    house = House()
    house.plan(register("certificates", "c", award=CERTIFICATE, number="2"))
    house.awards.choose_precedence(STAMP, "flags_first", direction)
    return house


@pytest.mark.parametrize("direction", ["descending", "ascending"])
def test_a_turn_moved_against_the_precedence_is_an_error(direction: str) -> None:
    house = two_awards(direction)
    assert "order-precedence" not in house.codes()
    first, second = house.awards.turns
    house.awards.move_turn(STAMP, second.id, first.id)
    finding = house.one("order-precedence")
    wrong, right = (CERTIFICATE, FLAG) if direction == "descending" else (FLAG, CERTIFICATE)
    said: dict[str, Any] = {"award": right, "placing": None, "before": wrong}
    assert dict(finding.facts) == {**said, "before_placing": None}
    assert finding.where == f"turn:{first.id}"
    assert finding.told["direction"] == direction


def test_classes_of_one_award_are_in_order_as_well() -> None:
    house = House(placing=1)
    house.plan(register("second", "c", placing=2, number="2"))
    first, second = house.awards.turns
    house.awards.move_turn(STAMP, second.id, first.id)
    facts = house.one("order-precedence").facts
    assert (facts["placing"], facts["before_placing"]) == (1, 2)


def test_turns_moved_among_their_equals_are_in_order() -> None:
    house = House()
    house.plan(register("more", "c", number="2"))
    first, second = house.awards.turns
    house.awards.move_turn(STAMP, second.id, first.id)
    assert "order-precedence" not in house.codes()


def test_sorting_by_block_numbers_is_against_the_decision() -> None:
    house = House(*FOUR)
    assert "order-decision" not in house.codes()
    (turn,) = house.awards.turns
    house.awards.move_recipient(STAMP, id("Khối 02"), turn.id, id("Khối 03"), "theo số khối")
    finding = house.one("order-decision")
    said = {"name": "Khối 03", "number": 2, "other": "Khối 02", "other_number": 4}
    assert dict(finding.facts) == said
    assert finding.severity == "warning"


def test_a_plan_that_goes_by_names_is_held_to_the_names() -> None:
    house = House("Trần Bình", "Lê An")
    rules: dict[str, Any] = dict(house.awards.rules)
    house.awards.set_plan_rules(STAMP, **{**rules, "within": "name"})
    assert "order-decision" not in house.codes()
    (turn,) = house.awards.turns
    house.awards.move_recipient(STAMP, id("Trần Bình"), turn.id, id("Lê An"), "theo số")
    assert house.one("order-decision").facts["name"] == "Lê An"


def test_more_than_the_stage_holds_is_an_error() -> None:
    house = House("a", "b", "c")
    house.awards.set_stage_capacity(STAMP, 2)
    first, second = house.awards.turns
    assert "stage-capacity" not in house.codes()
    house.awards.join_turns(STAMP, first.id, second.id)
    said = {"award": FLAG, "placing": None, "count": 3, "capacity": 2}
    assert house.facts_of("stage-capacity") == [said]


def test_a_line_that_became_another_award_does_not_fit_its_turn() -> None:
    house = House("a", "b")
    (turn,) = house.awards.turns
    said: Any = [{"turn": turn.id, "lines": list(turn.lines)}]
    house.awards.record(TurnsArranged, STAMP, turns=said)
    assert "turn-mixed" not in house.codes()
    known = house.awards.instruments[id("flags")]
    lines = [{**known["lines"][0]}, {**known["lines"][1], "award": CERTIFICATE}]
    house.awards.revise_instrument(STAMP, id("flags"), **{**known, "lines": lines})
    finding = house.one("turn-mixed")
    other = {"count": 1, "name": "b", "other_award": CERTIFICATE}
    assert dict(finding.facts) == {"award": FLAG, "placing": None, **other}


def test_lines_added_after_somebody_put_turns_in_order_are_told() -> None:
    house = two_awards("descending")
    first, second = house.awards.turns
    house.awards.move_turn(STAMP, second.id, first.id)
    house.awards.move_turn(STAMP, first.id, second.id)
    assert "turn-loose" not in house.codes()
    house.plan(register("late", "d", award=CERTIFICATE, number="3"))
    said = {"award": CERTIFICATE, "placing": None, "count": 1, "name": "d"}
    assert house.facts_of("turn-loose") == [said]
