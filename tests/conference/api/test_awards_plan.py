"""The plan by JSON: read as its page shows it, written by its commands behind the same lock."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import bearer
from flask import Flask
from werkzeug.test import TestResponse

HERE = f"/api/v1/conferences/{DEMO}"
ANY = {"If-Match": "*"}
TURN = {
    *("id", "number", "instrument", "award", "placing", "first", "last", "of"),
    *("recipients_enter", "side", "mirrored", "loose", "recipients", "standing", "tray"),
    *("objects", "presenters", "handings", "servers", "photo_s", "needs", "seconds", "starts_at"),
}


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving_demo(tmp_path) as made:
        yield made


def read(app: Flask) -> Any:
    answer = app.test_client().get(f"{HERE}/plan", headers=bearer(app))
    assert answer.status_code == 200
    return answer.get_json()


def send(app: Flask, path: str, role: str = "organizer", **said: Any) -> TestResponse:
    headers = bearer(app, role) | ANY
    return app.test_client().post(f"{HERE}/awards/plan/{path}", json=said, headers=headers)


def names(app: Flask) -> list[list[str]]:
    return [[one["name"] for one in turn["recipients"]] for turn in read(app)["turns"]]


def test_the_plan_has_stable_names_and_is_what_the_page_shows(app: Flask) -> None:
    plan = read(app)
    assert set(plan) == {"position", "settings", "late", "lock", "off_stage", "turns"}
    assert {frozenset(turn) for turn in plan["turns"]} == {frozenset(TURN)}
    shown = shelf_of(app).run_sheet.turns
    assert [turn["id"] for turn in plan["turns"]] == [str(turn.id) for turn in shown]
    for turn, known in zip(plan["turns"], shown, strict=True):
        assert turn["standing"] == turn["tray"] == [str(one.line) for one in known.standing]
        assert [one["name"] for one in turn["presenters"]] == [one.name for one in known.assigned]
    assert plan["turns"][0]["objects"] == [{"kind": "flag", "count": 8, "carried": "hands"}]


def test_turns_and_recipients_are_moved_split_joined_and_reset(app: Flask) -> None:
    before, plan = names(app), read(app)
    ids = [turn["id"] for turn in plan["turns"]]
    lines = [one["line"] for one in plan["turns"][0]["recipients"]]
    made = send(app, f"turns/{ids[0]}/parts", line=lines[6]).get_json()["id"]
    assert [turn["id"] for turn in read(app)["turns"]][:2] == [ids[0], made]
    place = {"turn": made, "before": lines[6]}
    assert send(app, f"lines/{lines[5]}/position", **place).status_code == 200
    assert [len(row) for row in names(app)[:2]] == [5, 3]
    refused = send(app, f"lines/{lines[0]}/position", **place)
    assert (refused.status_code, refused.get_json()["code"]) == (409, "awards.order-reason")
    assert send(app, f"lines/{lines[0]}/position", **place, why="đi lại khó").status_code == 200
    assert send(app, f"turns/{ids[0]}/union", other=made).status_code == 200
    assert send(app, f"turns/{ids[1]}/position", before=ids[0]).status_code == 200
    assert send(app, "turns/reset").status_code == 200
    assert names(app) == before


def test_a_locked_plan_is_changed_with_amends_alone(app: Flask) -> None:
    turn = read(app)["turns"][4]["id"]
    assert send(app, "lock").status_code == 200
    said: dict[str, Any] = {"side": "left", "servers": 3}
    refused = send(app, f"turns/{turn}/preparation", **said)
    assert (refused.status_code, refused.get_json()["code"]) == (409, "awards.locked")
    assert send(app, f"turns/{turn}/preparation", **said, amends="lối hẹp").status_code == 200
    plan = read(app)
    assert (plan["turns"][4]["side"], plan["turns"][4]["mirrored"]) == ("left", True)
    assert (plan["lock"]["number"], plan["lock"]["amended"]) == (1, ["lối hẹp"])
    assert send(app, "unlocking", reason="xếp lại").status_code == 200
    assert read(app)["lock"]["locked"] is False


def test_who_hands_over_and_what_is_known_of_lines_is_written(app: Flask) -> None:
    turn = read(app)["turns"][4]
    who = [
        {"guest": None, "name": "An", "post": None},
        {"guest": None, "name": "Bình", "post": "B"},
    ]
    assert send(app, f"turns/{turn['id']}/presenters", presenters=who).status_code == 200
    assert send(app, f"turns/{turn['id']}/presenters/everywhere").status_code == 200
    line = turn["recipients"][0]["line"]
    assert send(app, f"lines/{line}/phonetic", phonetic="đọc thế này").status_code == 200
    assert send(app, f"lines/{line}/aliases", aliases=["Khối 1"]).status_code == 200
    ready = {"lines": [line], "readiness": "framed"}
    assert send(app, "objects", "stage", **ready).status_code == 200
    now = read(app)["turns"][4]
    assert [(one["name"], one["first"], one["last"]) for one in now["handings"]] == [
        ("An", 1, 4),
        ("Bình", 5, 7),
    ]
    assert read(app)["turns"][2]["presenters"] == who
    assert (now["recipients"][0]["phonetic"], now["recipients"][0]["readiness"]) == (
        "đọc thế này",
        "framed",
    )


def test_the_rules_of_the_plan_are_written(app: Flask) -> None:
    line = read(app)["turns"][0]["recipients"][0]["line"]
    assert send(app, "stage-list", lines=[line], on_stage=False).status_code == 200
    rules = {"split": "full", "turn_s": 60, "recipient_s": 10, "proxies": True}
    assert send(app, "rules", **rules).status_code == 200
    late = {"closes_minutes": 45, "before_start": "end", "after_start": "not_presented"}
    assert send(app, "late-policy", **late).status_code == 200
    order = list(reversed(shelf_of(app).awards.settings.precedence))
    assert send(app, "own-precedence", order=order).status_code == 200
    plan = read(app)
    assert (plan["off_stage"], plan["late"]) == ([line], late)
    assert (plan["settings"]["preset"], plan["settings"]["own"]) == ("own", order)
    assert plan["settings"]["split"] == "full"
    assert send(app, "lock", "stage").status_code == 403
