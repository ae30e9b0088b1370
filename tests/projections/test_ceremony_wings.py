"""Where somebody belongs who shows a code at the wings."""

from typing import Any

import pytest
from builders import STAMP, id
from builders_awards import CERTIFICATE, register
from builders_invitation import enter, facts_of, issued
from builders_stage import Played, linked, planned

from projections.ceremony_wings import Due, due, zones_of


def entered(name: str) -> Any:
    guest = issued(name)
    enter(guest, "07:30")
    return guest


def two_rows(*present: str) -> Played:
    """a, b, c receive flags, then d and e certificates; x and y receive nothing on stage."""
    papers = register("papers", "d", "e", "y", award=CERTIFICATE)
    off = lambda a: a.choose_stage_list(STAMP, [id("y")], False)  # noqa: E731
    facts = planned(register("flags", *"abc"), papers, *linked(*"abcdey"), off)
    guests = [entered(name) if name in present else issued(name) for name in "abcdexy"]
    return Played(*facts, *facts_of(*guests))


def at_wings(played: Played, name: str) -> Due:
    return due(played.now, id(name))


def test_the_row_in_the_wings_is_the_first_to_come() -> None:
    one = two_rows(*"abcde")
    found = at_wings(one, "b")
    assert (found.code, found.reaches) == ("right", id("b"))
    assert found.live is not None
    assert (found.live.turn.number, found.place and found.place.position) == (1, 2)
    assert found.before is not None
    assert found.behind is not None
    assert (found.before.name, found.behind.name, found.awaited) == ("a", "c", (1,))
    one.act(one.stage.reach, id("a"))
    assert at_wings(one, "b").awaited == ()


def test_neighbours_are_those_who_are_called() -> None:
    one = two_rows("a", "c", "d", "e")
    assert at_wings(one, "c").before == at_wings(one, "a").place
    missing = at_wings(one, "b")  # is here after all: between the other two
    assert (missing.code, missing.before and missing.before.name) == ("right", "a")
    assert at_wings(one, "a").before is None
    assert at_wings(one, "a").behind == at_wings(one, "c").place


@pytest.mark.parametrize(
    ("name", "code", "reaches"),
    [("d", "early", False), ("x", "nothing", False), ("y", "unplanned", False)],
)
def test_who_does_not_belong_into_this_row(name: str, code: str, reaches: bool) -> None:
    found = at_wings(two_rows(*"abcde"), name)
    assert (found.code, found.reaches is not None) == (code, reaches)


def test_while_a_row_is_on_stage_the_next_is_in_the_wings() -> None:
    one = two_rows("a", "c", "d", "e")
    one.until("call")
    codes = {name: at_wings(one, name).code for name in "abd"}
    assert codes == {"a": "called", "b": "late", "d": "right"}


def test_who_comes_when_the_own_turn_is_over_comes_to_the_end() -> None:
    one = two_rows("a", "c", "d", "e")
    one.until("clear")
    assert at_wings(one, "a").code == "presented"
    found = at_wings(one, "b")
    assert (found.code, found.reaches) == ("over", id("b"))
    one.act(one.stage.reach, id("b"))
    assert [live.turn.number for live in zones_of(one.now).ahead] == [2, 0]
    one.until("clear")
    assert at_wings(one, "b").code == "right"


@pytest.mark.parametrize("outcome", ["end", "later", "not_presented"])
def test_what_was_said_of_a_line_is_told_and_not_undone(outcome: str) -> None:
    one = two_rows(*"abcde")
    one.act(one.stage.settle_absence, id("b"), outcome)
    found = at_wings(one, "b")
    assert (found.code, found.reaches) == ("settled", None)
    assert found.live is not None
    assert found.live.turn.number == 1  # where the line was planned, with what was said of it
    assert found.live.states[id("b")] in {"held", "later", "dropped"}
    one.act(one.stage.lift_absence, id("b"))
    assert at_wings(one, "b").code == "right"


def test_a_row_that_nobody_is_left_of_is_passed_over() -> None:
    one = two_rows("d", "e")
    assert [live.turn.number for live in zones_of(one.now).ahead] == [1, 2]
    one.until("call")
    assert [live.turn.number for live in zones_of(one.now).ahead] == []
    assert zones_of(one.now).on_stage is not None
