"""The API for any door: walk-ins and reversals beside scans, each answered with its own word."""

from collections.abc import Iterator
from typing import Any

import pytest
from builders import KIEN_GIANG
from builders_door import code, hall
from builders_doors import bearer, serving, store_of
from flask import Flask

from conference.config import Settings

BASE = f"/api/v1/conferences/{KIEN_GIANG}"
WALK_IN = {"kind": "walk_in", "name": "Hồ Văn C", "body": "Báo Kiên Giang", "voucher": "Thư ký"}


@pytest.fixture
def app(any_settings: Settings) -> Iterator[Flask]:
    with serving(any_settings) as made:
        made.extensions["guests"] = hall(store_of(made), "Lê Thị Lan", "Trần Văn Hòa")
        yield made


def said(app: Flask, role: str, *entries: dict[str, Any]) -> list[str]:
    """The words that a backlog of entries came to, or the codes of refusals."""
    answer = app.test_client().post(
        f"{BASE}/check-ins", json={"scans": list(entries)}, headers=bearer(app, role)
    )
    assert answer.status_code == 200, answer.text
    return [one["verdict"] or one["code"] for one in answer.json["answers"]]


def token(app: Flask, number: int = 0) -> str:
    return code(store_of(app), app.extensions["guests"][number])


def present(app: Flask) -> int:
    app.extensions["house"].library.catch_up()
    shelf = app.extensions["house"].library.shelf(KIEN_GIANG)
    return int(shelf.attendance.present)


def test_a_backlog_holds_scans_walk_ins_and_reversals(app: Flask) -> None:
    entries = [
        {"scan_id": "1", "token": token(app)},
        WALK_IN | {"scan_id": "2"},
        {"scan_id": "3", "kind": "reversal", "of": "1", "reason": "nhầm người"},
        {"scan_id": "4", "kind": "reversal", "of": "9", "reason": "nhầm người"},
    ]
    words = ["admitted", "admitted", "reversed", "kept"]
    assert said(app, "reception", *entries) == words
    assert said(app, "reception", *reversed(entries)) == words[::-1]
    assert present(app) == 1


def test_a_namesake_is_asked_about_and_let_in_when_sure(app: Flask) -> None:
    one = WALK_IN | {"scan_id": "1", "name": "LE THI LAN"}
    assert said(app, "reception", one) == ["namesake"]
    assert present(app) == 0
    assert said(app, "reception", one | {"sure": True}) == ["admitted"]
    offline = WALK_IN | {"scan_id": "2", "name": "Trần Văn Hòa", "shown": "admitted"}
    twice = WALK_IN | {"name": "Người Lạ", "shown": "admitted"}
    entries = [offline, twice | {"scan_id": "3"}, twice | {"scan_id": "4"}]
    assert said(app, "reception", *entries) == ["contested", "admitted", "admitted"]
    assert said(app, "reception", twice | {"scan_id": "5"}) == ["admitted"]
    assert present(app) == 4


def test_one_entry_that_cannot_be_read_holds_up_nobody(app: Flask) -> None:
    entries = [
        WALK_IN | {"scan_id": "1", "name": "Hồ\u202eVăn"},
        WALK_IN | {"scan_id": "2", "voucher": None},
        {"scan_id": "3", "kind": "reversal", "of": "1"},
        {"scan_id": "4", "token": token(app)},
    ]
    refused = ["scan.unread", "scan.incomplete", "scan.incomplete"]
    assert said(app, "reception", *entries) == [*refused, "admitted"]


def test_a_steward_lets_nobody_in_by_name_and_takes_back_nobody_elses_entry(app: Flask) -> None:
    guest = str(app.extensions["guests"][0])
    by_name = {"scan_id": "1", "guest": guest}
    assert said(app, "reception", by_name) == ["scan.by-name"]
    assert said(app, "supervisor", by_name | {"scan_id": "2"}) == ["admitted"]
    back = {"kind": "reversal", "reason": "nhầm"}
    others = [back | {"scan_id": "3", "of": "2"}, back | {"scan_id": "4", "guest": guest}]
    assert said(app, "reception", *others) == ["not_yours", "not_yours"]
    assert present(app) == 1
    assert said(app, "supervisor", back | {"scan_id": "5", "guest": guest}) == ["reversed"]
    assert present(app) == 0


def test_a_single_walk_in_or_reversal_is_answered_like_a_single_scan(app: Flask) -> None:
    client, known = app.test_client(), bearer(app, "reception")
    answers = [
        client.post(f"{BASE}/check-ins", json=one, headers=known)
        for one in (
            WALK_IN | {"scan_id": "1"},
            {"scan_id": "2", "kind": "reversal", "of": "1", "reason": "nhầm"},
            {"scan_id": "3", "guest": str(app.extensions["guests"][0])},
        )
    ]
    assert [one.status_code for one in answers] == [200, 200, 409]
    assert [one.json.get("verdict") for one in answers[:2]] == ["admitted", "reversed"]
    assert answers[0].json["guest"]["name"] == "Hồ Văn C"
    assert answers[2].json["code"] == "scan.by-name"
