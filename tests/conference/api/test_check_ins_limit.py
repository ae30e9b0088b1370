"""Too many codes that are none of ours: they are not kept, and no honest scan waits for them."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from builders import KIEN_GIANG
from builders_door import code, hall
from builders_doors import bearer, serving, store_of
from builders_paired import phone
from flask import Flask
from werkzeug.test import TestResponse

from conference.config import Settings
from conference.gate_tries import UNKNOWN_CODES

PATH = f"/api/v1/conferences/{KIEN_GIANG}/check-ins"


class Clock:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.at = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(any_settings: Settings, clock: Clock) -> Iterator[Flask]:
    with serving(any_settings, clock) as made:
        made.extensions["codes"] = [
            code(store_of(made), guest) for guest in hall(store_of(made), "Lan", "Hoa")
        ]
        yield made


def post(app: Flask, body: Any, role: str = "reception") -> TestResponse:
    return app.test_client().post(PATH, json=body, headers=bearer(app, role))


def forged(name: str, count: int) -> list[dict[str, str]]:
    return [{"token": "A" * 56, "scan_id": f"{name} {n}"} for n in range(count)]


def rows(app: Flask) -> int:
    return int(store_of(app).query("SELECT COUNT(*) FROM scans")[0][0])


def test_after_too_many_a_single_one_is_told_to_wait_and_not_kept(app: Flask, clock: Clock) -> None:
    statuses = [post(app, one).status_code for one in forged("x", UNKNOWN_CODES)]
    assert (statuses, rows(app)) == ([200] * UNKNOWN_CODES, UNKNOWN_CODES)
    clock.at += timedelta(seconds=18)
    answer = post(app, forged("y", 1)[0])
    told = (answer.status_code, answer.json["code"], answer.headers["Retry-After"])
    assert told == (503, "scan.too-many-unknown", "42")
    assert rows(app) == UNKNOWN_CODES
    clock.at += timedelta(seconds=42)
    assert post(app, forged("y", 1)[0]).json["verdict"] == "unknown"


def test_no_honest_scan_waits_for_them(app: Flask) -> None:
    post(app, {"scans": forged("x", 2 * UNKNOWN_CODES)})
    one, two = app.extensions["codes"]
    admitted = post(app, {"token": one, "scan_id": "honest"})
    assert (admitted.status_code, admitted.json["verdict"]) == (200, "admitted")
    again = post(app, {"token": one, "scan_id": "honest again"})
    assert (again.status_code, again.json["verdict"]) == (200, "already")
    mixed = post(app, {"scans": [*forged("y", 1), {"token": two, "scan_id": "in a list"}]}).json
    assert [one["verdict"] for one in mixed["answers"]] == ["unknown", "admitted"]


def test_a_list_of_scans_is_answered_whole_and_says_which_were_not_kept(app: Flask) -> None:
    answer = post(app, {"scans": forged("x", 250)})
    told = [(one["verdict"], one["code"]) for one in answer.json["answers"]]
    kept = [("unknown", "")] * UNKNOWN_CODES
    assert (answer.status_code, rows(app)) == (200, UNKNOWN_CODES)
    assert told == kept + [("unknown", "scan.too-many-unknown")] * (250 - UNKNOWN_CODES)


def test_what_was_answered_once_is_answered_so_for_good(app: Flask) -> None:
    first = post(app, {"scans": forged("x", UNKNOWN_CODES)}).json["answers"]
    assert post(app, {"scans": forged("x", UNKNOWN_CODES)}).json["answers"] == first


def test_nobody_waits_for_another_device(app: Flask) -> None:
    post(app, {"scans": forged("x", 2 * UNKNOWN_CODES)})
    door = phone(app, KIEN_GIANG)
    app.config["WTF_CSRF_ENABLED"] = False
    said = {"scans": forged("z", 1)}
    answer = door.post(f"/conferences/{KIEN_GIANG}/door/check-ins", json=said).json
    assert [(one["verdict"], one["code"]) for one in answer["answers"]] == [("unknown", "")]
