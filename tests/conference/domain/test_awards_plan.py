"""The rules of the turns: what is moved, and what needs a reason."""

from collections.abc import Callable
from typing import Any

import pytest
from builders import STAMP, id, then, told
from builders_awards import FLAGS, PAPERS, announce, register, some_awards, turn_id, two_turns

from conference.domain.awards import Awards
from conference.errors import NotFound, Refused
from events.awards_plan import (
    RecipientMoved,
    StageListChosen,
    TurnMoved,
    TurnsArranged,
    TurnsJoined,
    TurnSplit,
    TurnsReset,
)

STANDING = [
    {"turn": FLAGS, "lines": [id("a"), id("b"), id("c")]},
    {"turn": PAPERS, "lines": [id("d"), id("e")]},
]


def test_the_first_move_keeps_the_turns_as_they_stand_and_then_moves() -> None:
    awards = two_turns()
    awards.move_turn(STAMP, PAPERS, FLAGS)
    assert told(then(awards)) == [
        (TurnsArranged, {"turns": STANDING}),
        (TurnMoved, {"turn": PAPERS, "before": FLAGS}),
    ]
    awards.move_turn(STAMP, FLAGS, PAPERS)
    assert told(then(awards)) == [(TurnMoved, {"turn": FLAGS, "before": PAPERS})]


def test_a_move_that_changes_nothing_records_nothing() -> None:
    awards = two_turns()
    awards.move_turn(STAMP, FLAGS, PAPERS)
    awards.move_turn(STAMP, PAPERS, None)
    awards.move_turn(STAMP, PAPERS, PAPERS)
    awards.move_recipient(STAMP, id("c"), FLAGS, None, None)
    awards.move_recipient(STAMP, id("c"), FLAGS, id("c"), None)
    awards.reset_turns(STAMP)
    assert then(awards) == []


def test_leaving_the_decisions_order_needs_a_reason_and_going_back_none() -> None:
    awards = two_turns()
    with pytest.raises(Refused, match=r"awards\.order-reason"):
        awards.move_recipient(STAMP, id("c"), FLAGS, id("a"), None)
    awards.move_recipient(STAMP, id("c"), FLAGS, id("a"), "đại biểu cao tuổi")
    awards.move_recipient(STAMP, id("c"), FLAGS, None, None)
    moved = {"line": id("c"), "turn": FLAGS}
    assert told(then(awards))[1:] == [
        (RecipientMoved, {**moved, "before": id("a"), "reason": "đại biểu cao tuổi"}),
        (RecipientMoved, {**moved, "before": None, "reason": None}),
    ]


def test_a_recipient_moves_over_the_edge_of_a_turn_without_a_reason() -> None:
    awards = two_turns()
    awards.split_turn(STAMP, FLAGS, id("c"), id("new"))
    awards.move_recipient(STAMP, id("b"), id("new"), id("c"), None)
    assert [one.lines for one in awards.turns][:2] == [(id("a"),), (id("b"), id("c"))]
    split, moved = told(then(awards))[1:]
    assert split == (TurnSplit, {"turn": FLAGS, "line": id("c"), "into": id("new")})
    assert moved[0] is RecipientMoved


@pytest.mark.parametrize(
    ("act", "refusal"),
    [
        (lambda a: a.move_recipient(STAMP, id("d"), FLAGS, None, "vì"), "awards.other-award"),
        (lambda a: a.join_turns(STAMP, FLAGS, PAPERS), "awards.other-award"),
        (lambda a: a.join_turns(STAMP, FLAGS, FLAGS), "awards.other-award"),
        (lambda a: a.split_turn(STAMP, FLAGS, id("a"), id("new")), "awards.split-place"),
        (lambda a: a.split_turn(STAMP, FLAGS, id("d"), id("new")), "awards.split-place"),
        (lambda a: a.split_turn(STAMP, FLAGS, id("b"), FLAGS), "awards.turn-exists"),
        (lambda a: a.split_turn(STAMP, FLAGS, id("b"), PAPERS), "awards.turn-exists"),
    ],
)
def test_what_cannot_stand_together_is_refused(
    act: Callable[[Awards], object], refusal: str
) -> None:
    awards = two_turns()
    with pytest.raises(Refused) as refused:
        act(awards)
    assert (refused.value.code, then(awards)) == (refusal, [])


@pytest.mark.parametrize(
    "act",
    [
        lambda a: a.move_turn(STAMP, id("nobody"), None),
        lambda a: a.move_turn(STAMP, FLAGS, id("nobody")),
        lambda a: a.move_recipient(STAMP, id("nobody"), FLAGS, None, None),
        lambda a: a.choose_stage_list(STAMP, [id("nobody")], False),
    ],
)
def test_what_is_not_there_is_not_found(act: Callable[[Awards], object]) -> None:
    awards = two_turns()
    with pytest.raises(NotFound):
        act(awards)
    assert then(awards) == []


def test_turns_of_one_award_are_joined_and_made_by_the_rules_again() -> None:
    awards = two_turns(lambda a: a.split_turn(STAMP, FLAGS, id("b"), id("new")))
    awards.join_turns(STAMP, FLAGS, id("new"))
    awards.reset_turns(STAMP)
    joined = {"turn": FLAGS, "other": id("new")}
    assert told(then(awards)) == [(TurnsJoined, joined), (TurnsReset, {})]
    assert awards.arranged is None


def test_a_line_that_is_presented_elsewhere_leaves_the_turns_and_comes_back() -> None:
    awards = two_turns()
    for on_stage in (False, False, True):
        awards.choose_stage_list(STAMP, [id("a"), id("b")], on_stage)
    both: dict[str, Any] = {"lines": [id("a"), id("b")]}
    assert told(then(awards)) == [
        (StageListChosen, {**both, "on_stage": False}),
        (StageListChosen, {**both, "on_stage": True}),
    ]


def test_of_one_list_the_ticked_lines_come_on_the_stage_and_the_others_do_not() -> None:
    awards = two_turns()
    for _ in range(2):
        awards.choose_stage_lines(STAMP, [id("a"), id("d")], [id("b"), id("c")])
    said = {"lines": [id("b"), id("c")], "on_stage": False}
    assert told(then(awards)) == [(StageListChosen, said)]
    awards.choose_stage_lines(STAMP, [id("b")], [id("a"), id("c")])
    assert told(then(awards)) == [
        (StageListChosen, {"lines": [id("b")], "on_stage": True}),
        (StageListChosen, {"lines": [id("a")], "on_stage": False}),
    ]


def test_a_proposal_never_comes_on_the_stage() -> None:
    awards = some_awards(register("asked", "x", kind="proposal"), announce("asked"))
    assert awards.turns == ()
    with pytest.raises(Refused, match=r"awards\.proposal-never-presented"):
        awards.choose_stage_list(STAMP, [id("x")], True)


def test_a_line_that_comes_after_the_turns_were_arranged_is_kept_with_the_next_move() -> None:
    awards = two_turns(lambda a: a.move_turn(STAMP, PAPERS, FLAGS))
    register("late", "f", award="huan_chuong_lao_dong")(awards)
    late = turn_id("late", award="huan_chuong_lao_dong")
    assert [one.id for one in awards.turns] == [late, PAPERS, FLAGS]
    then(awards)
    awards.move_turn(STAMP, late, None)
    arranged, moved = told(then(awards))
    assert [one["turn"] for one in arranged[1]["turns"]] == [late, PAPERS, FLAGS]
    assert moved == (TurnMoved, {"turn": late, "before": None})
