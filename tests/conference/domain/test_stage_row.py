"""The rows on stage: who is here, what becomes of who is missing, trays that two people compare."""

from typing import Any

import pytest
from builders import KIEN_GIANG, STAMP, at, given, id, then, told

from conference.domain.stage import Stage
from conference.errors import Refused
from events.stage_row import (
    AbsenceLifted,
    AbsenceSettled,
    GoldCardGiven,
    ObjectTicked,
    PresentationCorrected,
    RecipientLeft,
    RecipientReached,
    RowClosedUp,
    TrayConfirmed,
)

LINE, TURN, AT = id("a"), id("turn"), at("10:05")
ROW: list[dict[str, Any]] = [
    {
        "line": LINE,
        "position": 1,
        "name": "a",
        "phonetic": None,
        "receiver": None,
        "relation": None,
        "presenter": None,
        "gap": False,
    }
]


def stage(*acts: Any) -> Stage:
    return given(lambda: Stage.open_for(STAMP, KIEN_GIANG, 0, at("10:00"), at("10:00")), *acts)


def test_a_recipient_reaches_the_wings_once_and_leaves_them() -> None:
    one = stage()
    one.leave(STAMP, LINE, AT)
    for act in (one.reach, one.reach, one.leave, one.leave):
        act(STAMP, LINE, AT)
    said = {"run": 0, "line": LINE, "at": AT}
    assert told(then(one)) == [(RecipientReached, said), (RecipientLeft, said)]


def test_an_absence_is_settled_settled_otherwise_and_lifted() -> None:
    one = stage()
    for outcome in ("end", "end", "not_presented"):
        one.settle_absence(STAMP, LINE, outcome, AT)
    for _ in range(2):
        one.lift_absence(STAMP, LINE, AT)
    said: dict[str, Any] = {"run": 0, "line": LINE, "at": AT}
    nobody = {"name": None, "relation": None}
    assert told(then(one)) == [
        (AbsenceSettled, {**said, "outcome": "end", **nobody}),
        (AbsenceSettled, {**said, "outcome": "not_presented", **nobody}),
        (AbsenceLifted, said),
    ]


def test_who_came_after_all_is_lifted_over_the_late_policy_too_and_may_leave_again() -> None:
    one = stage()
    for _ in range(2):
        one.lift_absence(STAMP, LINE, AT)
    for _ in range(2):
        one.leave(STAMP, LINE, AT)
    one.lift_absence(STAMP, LINE, AT)
    kinds = [kind for kind, _ in told(then(one))]
    assert kinds == [AbsenceLifted, RecipientLeft, AbsenceLifted]


def test_a_row_that_became_another_closes_up_anew() -> None:
    one = stage(lambda s: s.close_up(STAMP, TURN, AT))
    one.close_up(STAMP, TURN, AT, since=1)
    assert then(one) == []
    one.settle_absence(STAMP, LINE, "later", AT)
    one.close_up(STAMP, TURN, AT, since=one.version)
    one.close_up(STAMP, TURN, AT, since=one.version - 1)
    assert [kind for kind, _ in told(then(one))] == [AbsenceSettled, RowClosedUp]


def test_who_compared_another_row_may_compare_this_one() -> None:
    one = stage()
    for name in ("Lê Thị Hoa", "Trần Văn Ba"):
        one.confirm_tray(STAMP, TURN, name, AT)
    one.settle_absence(STAMP, LINE, "later", AT)
    since = one.version
    one.confirm_tray(STAMP, TURN, "Lê Thị Hoa", AT, since)
    with pytest.raises(Refused, match=r"stage\.same-checker"):
        one.confirm_tray(STAMP, TURN, "Lê Thị Hoa", AT, since)
    assert sum(kind is TrayConfirmed for kind, _ in told(then(one))) == 3


def test_a_representative_has_a_name_and_an_outcome_is_a_known_one() -> None:
    one = stage()
    with pytest.raises(Refused, match=r"stage\.representative-needed"):
        one.settle_absence(STAMP, LINE, "representative", AT)
    with pytest.raises(Refused, match=r"stage\.unknown-outcome"):
        one.settle_absence(STAMP, LINE, "sometimes", AT)
    one.settle_absence(STAMP, LINE, "representative", AT, "Lê Thị Hoa", "Phó Giám đốc")
    ((_, said),) = told(then(one))
    assert (said["name"], said["relation"]) == ("Lê Thị Hoa", "Phó Giám đốc")


def test_a_gold_card_and_a_row_that_closes_up_are_said_once() -> None:
    one = stage()
    for _ in range(2):
        one.give_gold_card(STAMP, LINE, AT)
        one.close_up(STAMP, TURN, AT)
    assert told(then(one)) == [
        (GoldCardGiven, {"run": 0, "line": LINE, "at": AT}),
        (RowClosedUp, {"run": 0, "turn": TURN, "at": AT}),
    ]


def test_two_different_people_compare_a_tray() -> None:
    one = stage()
    one.confirm_tray(STAMP, TURN, "Lê Thị Hoa", AT)
    with pytest.raises(Refused, match=r"stage\.same-checker"):
        one.confirm_tray(STAMP, TURN, "Bà  Lê Thị Hoa", AT)
    for name in ("Trần Văn Ba", "Người thứ ba"):
        one.confirm_tray(STAMP, TURN, name, AT)
    names = [said["name"] for kind, said in told(then(one)) if kind is TrayConfirmed]
    assert names == ["Lê Thị Hoa", "Trần Văn Ba"]


def test_who_moves_an_object_makes_the_tray_one_that_nobody_has_compared() -> None:
    one = stage(lambda s: s.confirm_tray(STAMP, TURN, "Lê Thị Hoa", AT))
    one.tick_object(STAMP, TURN, LINE, False, AT)
    for on_tray in (True, True, False):
        one.tick_object(STAMP, TURN, LINE, on_tray, AT)
    one.confirm_tray(STAMP, TURN, "Lê Thị Hoa", AT)
    said = {"run": 0, "turn": TURN, "line": LINE, "at": AT}
    assert told(then(one)) == [
        (ObjectTicked, {**said, "on_tray": True}),
        (ObjectTicked, {**said, "on_tray": False}),
        (TrayConfirmed, {"run": 0, "turn": TURN, "name": "Lê Thị Hoa", "at": AT}),
    ]


def test_what_went_wrong_is_put_right_as_a_further_fact() -> None:
    call: dict[str, Any] = {"kind": "call", "turn": TURN, "instrument": id("d"), "row": ROW}
    one = stage(lambda s: s.take_cue(STAMP, f"call:{TURN}", None, AT, **call, seen=3))
    for _ in range(2):
        one.correct(STAMP, LINE, "name", "Thành Lộc", AT, "Thành Long")
    said = {"what": "name", "was": "Thành Long", "now": "Thành Lộc", "at": AT}
    assert told(then(one)) == [(PresentationCorrected, {"run": 0, "line": LINE, **said})]
    with pytest.raises(Refused, match=r"stage\.unknown-correction"):
        one.correct(STAMP, LINE, "weather", "sun", AT)
    with pytest.raises(Refused, match=r"stage\.not-on-stage"):
        one.correct(STAMP, id("b"), "name", "B", AT)
