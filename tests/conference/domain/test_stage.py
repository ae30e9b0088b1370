"""The stage: cue by cue, nothing skipped, nothing twice, one back, and a rehearsal apart."""

from typing import Any
from uuid import UUID

import pytest
from builders import KIEN_GIANG, STAMP, at, given, id, then, told

from conference.domain.stage import Stage
from conference.errors import Refused
from events.stage import (
    CueReverted,
    CueTaken,
    EditsAccepted,
    ScreenCovered,
    StageClosed,
    StageOpened,
)

TURN = id("turn")
ROW: list[dict[str, Any]] = [
    {
        "line": id("a"),
        "position": 1,
        "name": "a",
        "phonetic": None,
        "receiver": None,
        "relation": None,
        "presenter": "Chủ tịch",
        "gap": False,
    }
]
READING: dict[str, Any] = {
    "kind": "reading",
    "turn": None,
    "instrument": id("flags"),
    "row": None,
    "seen": 9,
}
CALL: dict[str, Any] = {**READING, "kind": "call", "turn": TURN, "row": ROW}


def key(kind: str, of: UUID = TURN) -> str:
    return f"{kind}:{of}"


def opened(*cues: str) -> Stage:
    """A stage after these cues, nothing pending."""

    def act(cue: str, after: str | None) -> Any:
        said = CALL if cue.startswith("call") else READING
        return lambda s: s.take_cue(STAMP, cue, after, at("10:01"), **said)

    acts = [act(cue, cues[n - 1] if n else None) for n, cue in enumerate(cues)]
    return given(lambda: Stage.open_for(STAMP, KIEN_GIANG, 0, at("10:00"), at("10:00")), *acts)


def test_the_ceremonys_stage_is_its_own_and_a_rehearsals_another() -> None:
    stage = Stage.open_for(STAMP, KIEN_GIANG, 0, at("10:00"), at("10:00"))
    other = Stage.open_for(STAMP, KIEN_GIANG, 2, at("10:00"), at("09:30"), 10)
    assert (stage.id, other.id) == (Stage.id_of(KIEN_GIANG), Stage.id_in(KIEN_GIANG, 2))
    assert stage.id != other.id
    said = {"run": 2, "speed": 10, "at": at("10:00"), "shown_at": at("09:30")}
    assert told(then(other)) == [(StageOpened, said)]


@pytest.mark.parametrize(("run", "speed", "shown"), [(0, 10, "10:00"), (1, 3, "10:00")])
def test_the_ceremony_goes_by_the_clock_and_a_rehearsal_at_a_known_speed(
    run: int, speed: int, shown: str
) -> None:
    with pytest.raises(Refused, match=r"stage\.unknown-speed"):
        Stage.open_for(STAMP, KIEN_GIANG, run, at("10:00"), at(shown), speed)
    with pytest.raises(Refused, match=r"stage\.unknown-speed"):
        Stage.open_for(STAMP, KIEN_GIANG, 0, at("10:00"), at("09:00"))


def test_a_cue_is_taken_once_behind_the_one_that_was_on() -> None:
    stage = opened("reading:x")
    for _ in range(2):
        stage.take_cue(STAMP, key("call"), "reading:x", at("10:02"), **CALL)
    assert told(then(stage)) == [
        (CueTaken, {"run": 0, "cue": key("call"), "at": at("10:02"), **CALL})
    ]
    assert stage.rows == {TURN: ROW}


@pytest.mark.parametrize("after", [None, "reading:x", "call:elsewhere"])
def test_who_stood_elsewhere_skips_nothing(after: str | None) -> None:
    stage = opened("reading:x", key("call"))
    with pytest.raises(Refused, match=r"stage\.moved-on"):
        stage.take_cue(STAMP, "photo:y", after, at("10:02"), **READING)
    assert then(stage) == []


def test_a_cue_that_was_on_is_not_taken_again() -> None:
    stage = opened("reading:x", key("call"))
    with pytest.raises(Refused, match=r"stage\.moved-on"):
        stage.take_cue(STAMP, "reading:x", key("call"), at("10:02"), **READING)


def test_a_cue_does_not_come_before_the_one_before_it() -> None:
    stage = opened("reading:x")
    stage.take_cue(STAMP, key("call"), "reading:x", at("09:00"), **CALL)
    ((_, said),) = told(then(stage))
    assert said["at"] == at("10:01")


def test_the_last_cue_is_taken_back_once_and_its_row_with_it() -> None:
    stage = opened("reading:x", key("call"))
    for _ in range(2):
        stage.revert_cue(STAMP, key("call"), at("10:03"))
    assert told(then(stage)) == [
        (CueReverted, {"run": 0, "cue": key("call"), "at": at("10:03")}),
    ]
    assert (stage.last, stage.rows) == ("reading:x", {})
    with pytest.raises(Refused, match=r"stage\.cue-not-last"):
        stage.revert_cue(STAMP, key("photo"), at("10:03"))


def test_edits_are_accepted_of_a_turn_that_was_called() -> None:
    stage = opened("reading:x", key("call"))
    other = [{**ROW[0], "name": "A"}]
    for row in (ROW, other, other):
        stage.accept_edits(STAMP, TURN, row, 12, at("10:03"))
    said = {"run": 0, "turn": TURN, "row": other, "seen": 12, "at": at("10:03")}
    assert told(then(stage)) == [(EditsAccepted, said)]
    with pytest.raises(Refused, match=r"stage\.turn-not-called"):
        stage.accept_edits(STAMP, id("another"), ROW, 12, at("10:03"))


def test_the_screen_is_covered_and_uncovered() -> None:
    stage = opened()
    for covered in (False, True, True, False):
        stage.cover_screen(STAMP, covered, at("10:03"))
    assert [said["covered"] for _, said in told(then(stage))] == [True, False]
    assert ScreenCovered.TOPIC == "screen-covered"


def test_what_is_closed_goes_on_no_more() -> None:
    stage = opened("reading:x")
    for _ in range(2):
        stage.close_stage(STAMP, at("11:00"))
    assert told(then(stage)) == [(StageClosed, {"run": 0, "at": at("11:00")})]
    with pytest.raises(Refused, match=r"stage\.closed"):
        stage.take_cue(STAMP, key("call"), "reading:x", at("11:01"), **CALL)
    with pytest.raises(Refused, match=r"stage\.closed"):
        stage.revert_cue(STAMP, "reading:x", at("11:01"))
