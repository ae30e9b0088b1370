"""Rows as the crews see them: who comes late or not, the end of all, gaps that close, trays."""

from typing import Any
from uuid import UUID

import pytest
from builders import STAMP, id
from builders_awards import register, turn_id
from builders_invitation import enter, facts_of, issued
from builders_stage import Played, linked, planned, rows
from cases.case_late_graduands import ARRIVALS, EXPECTED, POLICIES

from conference.domain.awards import Awards
from conference.domain.awards_rules import PLAN_RULES
from events.base import Fact
from projections.ceremony_row import LiveTurn

STATES = {"in_order": "present", "end": "held", "not_presented": "dropped"}


def guests(**clocks: str | None) -> list[Fact]:
    """Guests by name, those with a clock entered then."""
    found = [issued(name) for name in clocks]
    for guest, clock in zip(found, clocks.values(), strict=True):
        if clock:
            enter(guest, clock)
    return facts_of(*found)


def states(played: Played) -> dict[str, str]:
    """The state of each recipient in the turn that it is planned for."""
    return {one.name: one.state for live in played.now.turns[:1] for one in live.turn.recipients}


def three(*acts: Any) -> Played:
    """A row of three of whom the second is missing."""
    facts = planned(register("flags", *"abc"), *linked(*"abc"), *acts)
    return Played(*facts, *guests(a="07:30", b=None, c="07:31"))


def first(played: Played) -> LiveTurn:
    return played.now.turns[0]


def late(university: str) -> Played:
    """R1 in time and three who come late, under a university's rules."""
    names = ("R1", "R3", "R7", "R9")
    policy = lambda a: a.choose_late_policy(STAMP, **POLICIES[university])  # noqa: E731
    facts = planned(register("flags", *names), *linked(*names), policy)
    return Played(*facts, *guests(R1="09:00", **dict(ARRIVALS)))


@pytest.mark.parametrize("university", sorted(EXPECTED))
def test_a_published_policy_makes_the_states_of_who_is_late(university: str) -> None:
    found = states(late(university))
    assert found.pop("R1") == "present"
    assert found == {who: STATES[outcome] for who, outcome in EXPECTED[university].items()}


@pytest.mark.parametrize(
    ("university", "called"),
    [("nottingham", [["R1"], ["R3", "R7"]]), ("chester", [["R1", "R7"]])],
)
def test_a_published_policy_makes_the_turns(university: str, called: list[list[str]]) -> None:
    one = late(university)
    one.play()
    assert one.called() == called


def test_who_is_held_over_comes_at_the_end_as_soon_as_present_and_else_leaves_a_gap_there() -> None:
    one = three()
    one.act(one.stage.settle_absence, id("b"), "end")
    assert rows(one.now) == [["a", "(b)", "c"], ["(b)"]]
    (came,) = facts_of(entered("b"))[1:]
    one.take(came)
    assert rows(one.now) == [["a", "(b)", "c"], ["b"]]
    one.play()
    assert one.called() == [["a", "c"], ["b"]]


def entered(name: str) -> Any:
    guest = issued(name)
    enter(guest, "10:04")
    return guest


def test_who_is_late_by_the_policy_is_let_in_by_the_stage_manager_all_the_same() -> None:
    one = late("chester")
    one.act(one.stage.lift_absence, id("R9"))
    assert rows(one.now) == [["R1", "(R3)", "R7", "R9"]]
    one.act(one.stage.leave, id("R9"))
    assert rows(one.now) == [["R1", "(R3)", "R7", "(R9)"]]


def test_the_order_of_the_others_is_kept_whatever_becomes_of_one() -> None:
    for outcome in ("end", "later", "not_presented"):
        one = three()
        one.act(one.stage.settle_absence, id("b"), outcome)
        assert [(p.name, p.position) for p in first(one).called] == [("a", 1), ("c", 3)]


def positions(live: LiveTurn) -> list[tuple[str, int]]:
    return [(place.name, place.position) for place in live.standing]


def test_a_gap_stays_until_the_row_closed_up_and_positions_stay_as_planned() -> None:
    one = three()
    assert positions(first(one)) == [("a", 1), ("b", 2), ("c", 3)]
    one.act(one.stage.close_up, first(one).id)
    assert positions(first(one)) == [("a", 1), ("c", 3)]


def test_a_row_that_closed_up_stands_open_where_somebody_is_missing_since() -> None:
    one = three()
    one.act(one.stage.close_up, first(one).id)
    one.act(one.stage.settle_absence, id("b"), "later")
    assert first(one).closed_up  # nobody more is missing than before
    one.act(one.stage.settle_absence, id("c"), "later")
    assert positions(first(one)) == [("a", 1), ("b", 2), ("c", 3)]
    one.act(one.stage.close_up, first(one).id, since=first(one).since)
    assert positions(first(one)) == [("a", 1)]


def test_edits_that_are_accepted_open_a_row_that_closed_up() -> None:
    one = three()
    one.until("call")
    one.act(one.stage.close_up, first(one).id)
    gone = [{**vars(place), "gap": place.name != "a"} for place in first(one).places]
    one.act(one.stage.accept_edits, first(one).id, gone, 99)
    assert positions(first(one)) == [("a", 1), ("b", 2), ("c", 3)]


def compared(played: Played, *names: str) -> UUID:
    live = first(played)
    for name in names:
        played.act(played.stage.confirm_tray, live.id, name, since=live.compared_since)
    return live.id


def left(awards: Awards) -> None:
    awards.set_plan_rules(STAMP, **{**PLAN_RULES, "side": "left"})


def moved(awards: Awards) -> None:
    awards.move_recipient(STAMP, id("c"), turn_id("flags"), id("a"), "theo tuổi")


def plan_of(*acts: Any) -> list[Fact]:
    """What these acts on the plan record."""
    before = (register("flags", *"abc"), *linked(*"abc"))
    return planned(*before, *acts)[len(planned(*before)) :]


def test_a_mirrored_row_has_its_trays_mirrored() -> None:
    one = three(left)
    assert positions(first(one)) == [("c", 3), ("b", 2), ("a", 1)]


def test_a_row_on_stage_is_not_turned_round_by_the_plan_until_the_mc_takes_its_edits() -> None:
    one = three()
    one.until("call")
    one.take(*plan_of(left))
    assert positions(first(one)) == [("a", 1), ("b", 2), ("c", 3)]
    row = [vars(place) for place in first(one).places]
    one.act(one.stage.accept_edits, first(one).id, [*row[:1], {**row[1], "gap": False}, row[2]], 9)
    assert positions(first(one)) == [("c", 3), ("b", 2), ("a", 1)]


CHANGES: dict[str, Any] = {
    "an object is moved": lambda one: one.act(one.stage.tick_object, first(one).id, id("a"), True),
    "the row closed up": lambda one: one.act(one.stage.close_up, first(one).id),
    "somebody is missing": lambda one: one.act(one.stage.settle_absence, id("c"), "later"),
    "somebody came": lambda one: one.act(one.stage.reach, id("b")),
    "somebody came by the door": lambda one: one.take(facts_of(entered("b"))[1]),
    "the plan has another order": lambda one: one.take(*plan_of(moved)),
    "the row enters by the other side": lambda one: one.take(*plan_of(left)),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_tray_that_was_compared_is_compared_anew_when(change: str) -> None:
    one = three()
    turn = compared(one, "Hoa", "Ba")
    assert first(one).confirmed == ("Hoa", "Ba")
    CHANGES[change](one)
    assert first(one).confirmed == ()
    assert compared(one, "Hoa") == turn
    assert first(one).confirmed == ("Hoa",)


UNCHANGED: dict[str, Any] = {
    "who was there is scanned": lambda one: one.act(one.stage.reach, id("a")),
    "a gap is settled": lambda one: one.act(one.stage.settle_absence, id("b"), "end"),
    "the turn is called": lambda one: one.until("call"),
    "a name has its sound": lambda one: one.take(
        *plan_of(lambda a: a.note_phonetic(STAMP, id("a"), "á"))
    ),
}


@pytest.mark.parametrize("change", UNCHANGED)
def test_a_tray_stays_compared_when(change: str) -> None:
    one = three()
    compared(one, "Hoa", "Ba")
    UNCHANGED[change](one)
    assert first(one).confirmed == ("Hoa", "Ba")
