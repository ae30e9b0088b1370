"""The ceremony by JSON: a whole demo played cue by cue, what was seen is what was called."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builders import STAMP
from builders_day import Hand, living
from builders_demo import DEMO, shelf_of
from builders_doors import bearer, store_of
from flask import Flask
from werkzeug.test import TestResponse

from conference.commands.awards_prepared import note_phonetic
from events.awards import AwardPresented, InstrumentAnnounced

STAGE = f"/api/v1/conferences/{DEMO}/stage"


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def app(tmp_path: Path, hand: Hand) -> Iterator[Flask]:
    hand.to("09:40")
    with living(tmp_path, hand) as made:
        yield made


def send(app: Flask, path: str, **said: Any) -> TestResponse:
    return app.test_client().post(f"{STAGE}/{path}", json=said, headers=bearer(app, "stage"))


def read(app: Flask, run: int = 0) -> Any:
    answer = app.test_client().get(f"{STAGE}/{run}", headers=bearer(app, "stage"))
    return answer.get_json() if answer.status_code == 200 else answer.status_code


def press(app: Flask, run: int = 0, **other: Any) -> TestResponse:
    """The next cue, as a screen that is up to date sends it."""
    now = read(app, run)
    after = now["cue"] and now["cue"]["key"]
    said = {"cue": now["next_cue"]["key"], "after": after, "seen": now["position"]}
    return send(app, f"{run}/cues", **{**said, **other})


def facts(app: Flask, *kinds: type) -> list[Any]:
    return [fact for _, fact in store_of(app).facts(0, 100_000) if isinstance(fact, kinds)]


def test_the_whole_ceremony_is_played_each_line_once_in_the_plans_order(app: Flask) -> None:
    planned = [one.name for turn in shelf_of(app).run_sheet.turns for one in turn.recipients]
    assert len(planned) == 39
    called = []
    while read(app)["next_cue"]:
        assert press(app).status_code == 200
        now = read(app)
        if now["cue"]["kind"] == "handover":
            called += [place["name"] for place in now["shown"]]
    assert called == planned
    handed = facts(app, AwardPresented)
    lines = {line.id: line.name for one in shelf_of(app).awards.instruments for line in one.lines}
    assert [lines[fact.line] for fact in handed] == planned
    assert {fact.presenter for fact in handed} == {"Bà Đặng Tuyết Em", "Ông Đỗ Thanh Bình"}
    assert len(facts(app, InstrumentAnnounced)) == 4  # the proposal among them
    assert {turn["stands"] for turn in read(app)["turns"]} == {"done"}


def test_a_row_is_called_as_the_screen_showed_it_whatever_was_changed_since(app: Flask) -> None:
    for _ in range(2):
        press(app)
    seen = read(app)
    assert seen["next_cue"]["kind"] == "call"
    line = shelf_of(app).run_sheet.turns[0].recipients[0].line
    said = {"line": line, "phonetic": "đọc chậm"}
    note_phonetic(store_of(app), STAMP, conference_id=DEMO, **said)
    assert press(app, seen=seen["position"]).status_code == 200
    (on_stage,) = [turn for turn in read(app)["turns"] if turn["stands"] == "on_stage"]
    assert on_stage["places"][0]["phonetic"] is None
    send(app, "0/edits", turn=on_stage["id"], seen=read(app)["position"])
    (on_stage,) = [turn for turn in read(app)["turns"] if turn["stands"] == "on_stage"]
    assert on_stage["places"][0]["phonetic"] == "đọc chậm"


@pytest.mark.parametrize("cue", ["call:0", "clear:x", "reading:0", "nonsense", "call:"])
def test_a_cue_that_is_none_is_refused(app: Flask, cue: str) -> None:
    answer = press(app, cue=cue)
    assert (answer.status_code, answer.get_json()["code"]) == (409, "stage.moved-on")


def test_who_stood_elsewhere_is_told_and_goes_nowhere(app: Flask) -> None:
    press(app)
    answer = press(app, after=None)
    assert (answer.status_code, answer.get_json()["code"]) == (409, "stage.moved-on")
    assert len(read(app)["cues"]) > 10
    assert read(app)["cue"]["kind"] == "reading"


def test_one_press_under_one_key_is_one_cue(app: Flask) -> None:
    now = read(app)
    said = {"cue": now["next_cue"]["key"], "after": None, "seen": now["position"]}
    headers = bearer(app, "stage") | {"Idempotency-Key": "one-press-of-the-mc"}
    for _ in range(2):
        answer = app.test_client().post(f"{STAGE}/0/cues", json=said, headers=headers)
        assert answer.status_code == 200
    assert shelf_of(app).run_sheet.runs[0].version == 2


def test_a_rehearsal_runs_beside_the_ceremony_on_its_own_clock(app: Flask, hand: Hand) -> None:
    assert read(app, 1) == 404
    assert send(app, "rehearsals", speed="10").status_code == 200
    hand.later(1)
    press(app, 1)
    run = shelf_of(app).run_sheet.runs[1]
    assert (run.taken[0].at - run.shown_at).total_seconds() == 600
    assert (read(app)["cue"], list(shelf_of(app).run_sheet.runs)) == (None, [1])
    assert facts(app, InstrumentAnnounced) == []


def test_a_step_back_is_a_further_fact(app: Flask) -> None:
    press(app)
    key = read(app)["cue"]["key"]
    assert send(app, "0/reversals", cue=key).status_code == 200
    assert read(app)["cue"] is None
    refused = send(app, "0/reversals", cue="call:x")
    assert (refused.status_code, refused.get_json()["code"]) == (409, "stage.cue-not-last")


def test_the_screen_is_covered_and_what_is_missing_is_settled(app: Flask) -> None:
    line = shelf_of(app).run_sheet.turns[0].recipients[1].line
    assert send(app, "0/covering", covered=True).status_code == 200
    assert read(app)["hall"] == "covered"
    assert send(app, f"0/lines/{line}/absence", outcome="end").status_code == 200
    assert read(app)["turns"][0]["states"][str(line)] == "held"
    assert send(app, f"0/lines/{line}/arrival").status_code == 200
    assert read(app)["turns"][0]["states"][str(line)] == "wings"
    assert send(app, f"0/lines/{line}/absence", outcome="sometimes").status_code == 422


def test_nobody_is_called_by_surprise_and_who_is_missing_goes_by_the_policy(app: Flask) -> None:
    first, *others = shelf_of(app).run_sheet.turns[0].recipients
    guests = f"/api/v1/conferences/{DEMO}/guests"
    entered = app.test_client().post(
        f"{guests}/{first.guest}/check-in", json={"door": "A"}, headers=bearer(app)
    )
    assert entered.status_code == 200
    while read(app)["cue"] is None or read(app)["cue"]["kind"] != "handover":
        press(app)
    assert [place["name"] for place in read(app)["shown"]] == [first.name]
    settled = shelf_of(app).run_sheet.runs[0].settled
    assert {line: one.outcome for line, one in settled.items()} == {
        one.line: "end" for one in others
    }
    assert [turn["stands"] for turn in read(app)["turns"]][:2] == ["on_stage", "waiting"]
