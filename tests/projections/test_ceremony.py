"""The ceremony as its screens show it: cues in order, rows that freeze, who is missing."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

import pytest
from builders import STAMP, at, id
from builders_awards import CERTIFICATE, an_instrument, announce, register
from builders_invitation import enter, facts_of, issued
from builders_stage import START, Played, linked, planned, rows

from conference.domain.awards_rules import PLAN_RULES
from events.base import Fact
from projections.ceremony import ceremony_of
from projections.run_sheet import RunSheet

TURN = ["call", "handover", "photo", "clear"]


def flags(*names: str, **said: Any) -> Played:
    return Played(*planned(register("flags", *names, **said)))


def guests(**clocks: str | None) -> list[Fact]:
    """Guests by name, those with a clock entered then."""
    found = [issued(name) for name in clocks]
    for guest, clock in zip(found, clocks.values(), strict=True):
        if clock:
            enter(guest, clock)
    return facts_of(*found)


def test_before_the_first_cue_the_screen_is_masked() -> None:
    now = ceremony_of(RunSheet(), None)
    assert (now.hall, now.cue, now.next_cue, now.turns, now.shown) == ("masked", None, None, (), ())


def test_a_decision_is_read_before_its_turns_and_once() -> None:
    one = Played(*planned(register("flags", *"abc"), lambda a: a.set_stage_capacity(STAMP, 2)))
    assert one.play() == ["reading", *TURN, *TURN]
    assert one.called() == [["a", "b"], ["c"]]


def test_the_presidents_recipients_stand_on_stage_before_the_reading() -> None:
    one = flags("a", award="huan_chuong_lao_dong", level="president")
    assert one.play() == ["call", "reading", "handover", "photo", "clear"]


def test_what_has_no_turn_is_read_where_the_precedence_has_it() -> None:
    asked = register("asked", "x", kind="proposal", award="co_thi_dua_chinh_phu")
    letters = register("letters", "y", award="giay_khen")
    off = lambda a: a.choose_stage_list(STAMP, [id("y")], False)  # noqa: E731
    one = Played(*planned(register("flags", "a"), letters, asked, off))
    assert [cue.instrument for cue in one.now.cues if cue.kind == "reading"] == [
        id("asked"),
        id("flags"),
        id("letters"),
    ]


def test_what_was_read_before_the_ceremony_is_not_read_again_but_in_a_rehearsal() -> None:
    read = planned(register("flags", "a"), announce("flags"))
    assert Played(*read).play() == TURN
    assert Played(*read, run=1).play() == ["reading", *TURN]


def test_a_name_is_on_the_screen_once_it_was_read_out_and_until_the_stage_is_clear() -> None:
    one = flags("a", "b")
    seen = [(one.now.hall, [place.name for place in one.now.shown])]
    while one.press():
        seen.append((one.now.hall, [place.name for place in one.now.shown]))
    assert seen == [
        ("masked", []),
        ("announced", []),
        ("announced", []),
        ("recipients", ["a", "b"]),
        ("photo", ["a", "b"]),
        ("clear", []),
    ]


def test_a_covered_screen_shows_nothing_whatever_is_on() -> None:
    one = flags("a")
    one.until("handover")
    one.act(one.stage.cover_screen, True)
    assert (one.now.hall, one.now.shown) == ("covered", ())


def test_who_is_missing_leaves_a_gap_and_is_never_called() -> None:
    facts = planned(register("flags", *"abc"), *linked(*"abc"))
    one = Played(*facts, *guests(a="07:30", b=None, c="07:40"))
    assert rows(one.now) == [["a", "(b)", "c"]]
    assert [live.turn.recipients[1].state for live in one.now.turns] == ["missing"]
    assert [who.name for _, who in one.now.undecided] == ["b"]
    one.until("handover")
    assert [place.name for place in one.now.shown] == ["a", "c"]
    assert [place.position for place in one.now.shown] == [1, 3]


def test_nobody_is_missing_where_attendance_is_not_taken() -> None:
    one = Played(*planned(register("flags", *"ab"), *linked(*"ab")), *guests(a=None, b=None))
    assert rows(one.now) == [["a", "b"]]


@pytest.mark.parametrize(
    ("outcome", "after"),
    [("end", [["a"], ["b"]]), ("later", [["a"]]), ("not_presented", [["a"]])],
)
def test_what_becomes_of_who_is_missing(outcome: str, after: list[list[str]]) -> None:
    facts = planned(register("flags", *"ab"), *linked(*"ab"))
    one = Played(*facts, *guests(a="07:30", b=None))
    one.act(one.stage.settle_absence, id("b"), outcome)
    if outcome == "end":
        assert rows(one.now) == [["a", "(b)"], ["(b)"]]
        one.act(one.stage.reach, id("b"))
        one.until("clear")
        one.act(one.stage.lift_absence, id("b"))
    one.play()
    assert one.called() == after


def test_somebody_receives_instead() -> None:
    facts = planned(register("flags", *"ab"), *linked(*"ab"))
    one = Played(*facts, *guests(a="07:30", b=None))
    one.act(one.stage.settle_absence, id("b"), "representative", name="Lê Hoa", relation="phó")
    one.until("call")
    (live,) = one.now.turns
    assert [(place.name, place.receiver) for place in live.called] == [("a", None), ("b", "Lê Hoa")]
    assert live.states[id("b")] == "proxy"


def test_who_comes_when_the_own_turn_is_over_comes_at_the_end_in_the_plans_order() -> None:
    certificates = register("papers", "c", award=CERTIFICATE)
    facts = planned(register("flags", *"ab"), certificates, *linked(*"abc"))
    one = Played(*facts, *guests(a="07:30", b=None, c="07:31"))
    one.until("clear")
    assert rows(one.now) == [["a", "(b)"], ["c"]]
    one.act(one.stage.settle_absence, id("b"), "end")
    one.act(one.stage.lift_absence, id("b"))
    assert rows(one.now) == [["a", "(b)"], ["c"], ["b"]]
    one.play()
    assert one.called() == [["a"], ["c"], ["b"]]


def test_the_row_on_stage_is_frozen_and_edits_wait() -> None:
    one = flags("a", "b")
    one.until("call")
    one.take(*revised("a", "B", "c"))
    live = one.now.on_stage
    assert live is not None
    assert [place.name for place in live.called] == ["a", "b"]
    told = [(was and was.name, now and now.name) for was, now in live.edits]
    assert told == [("b", None), (None, "B"), (None, "c")]


def revised(*names: str) -> list[Fact]:
    """The decision with other lines."""
    facts = planned(
        register("flags", "a", "b"),
        lambda a: a.revise_instrument(STAMP, id("flags"), **an_instrument(*names)),
    )
    return facts[-1:]


def test_accepted_edits_are_the_row_from_then_on() -> None:
    one = flags("a", "b")
    one.until("call")
    one.take(*revised("a", "b", "c"))
    live = one.now.on_stage
    assert live is not None
    row = [asdict(place) for place in live.planned]
    one.act(one.stage.accept_edits, live.id, row, 99)
    now = one.now.on_stage
    assert now is not None
    assert ([place.name for place in now.called], now.edits) == (["a", "b", "c"], ())


def test_a_step_back_calls_the_row_anew() -> None:
    one = flags("a")
    one.until("call")
    assert one.now.cue is not None
    one.act(one.stage.revert_cue, one.now.cue.key)
    assert (one.now.cue.kind, one.now.on_stage, one.now.hall) == ("reading", None, "announced")
    assert one.play() == TURN


def test_a_reading_that_was_taken_back_is_read_again_though_it_is_recorded() -> None:
    one = flags("a")
    one.until("reading")
    one.take(*planned(register("flags", "a"), announce("flags"))[-1:])
    one.act(one.stage.revert_cue, f"reading:{id('flags')}")
    assert one.play() == ["reading", *TURN]


def test_a_gold_card_comes_at_the_end_of_all() -> None:
    off = lambda a: a.choose_stage_list(STAMP, [id("b")], False)  # noqa: E731
    one = Played(*planned(register("flags", *"abc"), off))
    one.act(one.stage.give_gold_card, id("b"))
    one.play()
    assert one.called() == [["a", "c"], ["b"]]


def test_a_row_that_enters_by_the_left_stands_against_the_calling_and_closes_up() -> None:
    facts = planned(register("flags", *"abc"), *linked(*"abc"), entering("left"))
    one = Played(*facts, *guests(a="07:30", b=None, c="07:31"))
    one.until("call")
    live = one.now.on_stage
    assert live is not None
    assert [(place.name, place.gap) for place in live.standing] == [
        ("c", False),
        ("b", True),
        ("a", False),
    ]
    one.act(one.stage.close_up, live.id)
    now = one.now.on_stage
    assert now is not None
    assert [place.name for place in now.standing] == ["c", "a"]
    assert [place.name for place in now.places] == ["a", "b", "c"]  # papers keep the gap


def entering(side: str) -> Any:
    return lambda a: a.set_plan_rules(STAMP, **{**PLAN_RULES, "side": side})


def test_a_family_receives_for_the_dead_and_without_one_nobody_is_called() -> None:
    one = flags("a", recipients="posthumous", award="huan_chuong_dung_cam", level="president")
    assert rows(one.now) == [["(a)"]]
    named = lambda a: a.name_representative(STAMP, id("a"), "Chị B", "vợ")  # noqa: E731
    dead = register(
        "flags", "a", recipients="posthumous", award="huan_chuong_dung_cam", level="president"
    )
    (live,) = Played(*planned(dead, named)).now.turns
    assert [(place.name, place.receiver) for place in live.called] == [("a", "Chị B")]


def test_a_turn_in_which_nobody_is_called_has_no_cues() -> None:
    facts = planned(register("flags", "a"), *linked("a"))
    one = Played(*facts, *guests(a=None, z="07:30"))
    assert one.play() == ["reading"]


def test_the_drift_is_the_call_of_the_turn_against_its_planned_start() -> None:
    one = flags("a", "b")
    one.clock = at("10:07")
    one.until("call")
    assert one.now.drift_s(at("10:30")) == 422
    one.until("clear")
    assert one.now.drift_s(at("10:30")) == 0  # nothing is to come


def test_a_rehearsals_clock_goes_faster() -> None:
    one = Played(*planned(register("flags", "a")), run=1, speed=10)
    run = one.now.run
    assert run is not None
    assert run.clock(at("10:03")) == at("10:30")
    assert at("10:00") == START


def test_a_line_moved_out_of_the_row_on_stage_is_not_called_twice() -> None:
    one = Played(*planned(register("flags", *"ab"), lambda a: a.set_stage_capacity(STAMP, 1)))
    one.until("call")
    first, second = (live.id for live in one.now.turns)
    one.take(*moved(second, first))
    one.play()
    assert one.called() == [["a"], ["b"]]


def moved(to: UUID, before: UUID) -> list[Fact]:
    """Both turns exchanged, and a called in the second one as well."""
    facts = planned(
        register("flags", *"ab"),
        lambda a: a.set_stage_capacity(STAMP, 1),
        lambda a: a.move_recipient(STAMP, id("a"), to, None, "đổi chỗ"),
    )
    return facts[-2:]
