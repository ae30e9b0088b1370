"""Too many codes that are none of ours: they are not kept, and no honest scan waits for them."""

import hmac
from base64 import b32decode, b32encode
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from builders import KIEN_GIANG
from builders_door import code, hall
from builders_doors import bearer, serving, store_of
from builders_paired import phone
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from conference.config import Settings
from conference.gate_tries import UNKNOWN_CODES
from conference.rules import door_code as rules_door_code
from conference.rules.door_code import SIGNATURE, SIGNED

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


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("vi", "Quá nhiều mã lạ từ máy này"), ("en", "Too many unknown codes from this device")],
)
def test_a_device_that_scans_nothing_but_forged_codes_is_told_so_and_its_guests_still_come_in(
    app: Flask, language: str, sentence: str
) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    forger, honest = phone(app, KIEN_GIANG), phone(app, KIEN_GIANG, "Điện thoại 2")
    forger.set_cookie("language", language)

    def answered(door: FlaskClient, *scans: dict[str, str]) -> list[dict[str, Any]]:
        answer = door.post(f"/conferences/{KIEN_GIANG}/door/check-ins", json={"scans": scans})
        assert answer.status_code == 200
        answers: list[dict[str, Any]] = answer.json["answers"]
        return answers

    answered(forger, *forged("x", UNKNOWN_CODES))
    (over,) = answered(forger, *forged("y", 1))
    assert (over["verdict"], over["code"]) == ("unknown", "scan.too-many-unknown")
    assert sentence in over["message"]
    one, two = app.extensions["codes"]
    for door, genuine in ((forger, one), (honest, two)):
        (come,) = answered(door, {"token": genuine, "scan_id": genuine[:20]})
        assert (come["verdict"], come["code"]) == ("admitted", "")
    assert rows(app) == UNKNOWN_CODES + 2


def test_every_signature_that_comes_in_is_compared_in_constant_time(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A code of a guest of ours by its bytes up to the signature: what is wrong is that alone."""
    raw, compared = b32decode(app.extensions["codes"][0]), list[tuple[int, int, bool]]()

    def compare(ours: bytes, shown: bytes) -> bool:
        same = hmac.compare_digest(ours, shown)
        compared.append((len(ours), len(shown), same))
        return same

    seen = SimpleNamespace(compare_digest=compare, digest=hmac.digest)
    monkeypatch.setattr(rules_door_code, "hmac", seen)
    tried = [raw[:SIGNED] + bytes([raw[SIGNED] ^ 1]) + raw[SIGNED + 1 :]]
    tried += [raw[:-1] + bytes([raw[-1] ^ 128]), raw[:SIGNED] + bytes(SIGNATURE), raw]
    said = [
        post(app, {"token": b32encode(one).decode(), "scan_id": f"{n}"}).json["verdict"]
        for n, one in enumerate(tried)
    ]
    assert said == ["unknown", "unknown", "unknown", "admitted"]
    assert compared == [(SIGNATURE, SIGNATURE, same) for same in (False, False, False, True)]
