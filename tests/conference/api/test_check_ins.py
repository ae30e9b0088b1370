"""The API for any scanner: verdicts with status 200, one answer a scan, codes for the organizer."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from builders import KIEN_GIANG, STAMP
from builders_commands import HERE
from builders_door import code, hall
from builders_doors import bearer, serving, store_of
from flask import Flask
from structlog.testing import capture_logs
from werkzeug.test import TestResponse

from conference import vault_devices
from conference.commands.conference_day import close_conference, open_conference
from conference.commands.team import pair_device
from conference.config import Settings
from conference.vault_devices import Key

BASE = f"/api/v1/conferences/{KIEN_GIANG}"


@pytest.fixture
def app(any_settings: Settings) -> Iterator[Flask]:
    with serving(any_settings) as made:
        made.extensions["guests"] = hall(store_of(made), "Lê Thị Lan", "Trần Văn Hòa")
        yield made


def post(app: Flask, body: Any, headers: dict[str, str] | None = None) -> TestResponse:
    known = headers or bearer(app, "reception")
    return app.test_client().post(f"{BASE}/check-ins", json=body, headers=known)


def token(app: Flask, number: int = 0) -> str:
    return code(store_of(app), app.extensions["guests"][number])


def test_a_scan_is_answered_with_who_it_is_and_when_first(app: Flask) -> None:
    said = {"token": token(app), "scan_id": "d1-1", "door": "Cửa 2", "device": "máy 1"}
    answer = post(app, said)
    first = answer.json
    assert (answer.status_code, first["verdict"]) == (200, "admitted")
    assert (first["guest"]["name"], first["seat"], first["guest"]["turn"]) == (
        "Lê Thị Lan",
        None,
        None,
    )
    again = post(app, said | {"scan_id": "d2-1", "door": "Cửa 1"}).json
    assert (again["verdict"], again["first"]) == ("already", first["first"])
    assert (first["first"]["door"], first["first"]["device"]) == ("Cửa 2", "máy 1")


def test_a_check_in_by_the_guests_own_address_says_who_was_first(app: Flask) -> None:
    url = f"{BASE}/guests/{app.extensions['guests'][0]}/check-in"
    told = [
        app.test_client().post(url, json={"door": door}, headers=bearer(app, "supervisor")).json
        for door in ("Cửa 2", "Cửa 1")
    ]
    assert (told[0]["first"]["door"], told[0]["first"]["device"]) == ("Cửa 2", "")
    assert told[1]["first"] == told[0]["first"]
    assert told[1]["position"] == told[0]["position"]


def test_every_verdict_has_status_200_and_nobody_is_named_by_a_forged_code(app: Flask) -> None:
    known = token(app)
    changed = known[:-1] + ("B" if known[-1] == "A" else "A")
    for number, forged in enumerate(["A" * 56, changed, "", "<script>"]):
        answer = post(app, {"token": forged or "?", "scan_id": f"x{number}"})
        shown = (answer.status_code, answer.json["verdict"], answer.json.get("guest"))
        assert shown == (200, "unknown", None)


def test_a_scan_id_used_for_something_else_is_refused_and_logged(app: Flask) -> None:
    assert post(app, {"token": token(app), "scan_id": "1"}).json["verdict"] == "admitted"
    with capture_logs() as logged:
        other = post(app, {"token": token(app, 1), "scan_id": "1"})
    assert (other.status_code, other.json["code"]) == (422, "scan.other-content")
    assert [(one["event"], one["scan_id"]) for one in logged] == [("scan.other-content", "1")]
    assert token(app, 1) not in str(logged)


def test_a_backlog_is_answered_scan_by_scan(app: Flask) -> None:
    scans = [{"token": token(app, n), "scan_id": f"s{n}", "shown": "admitted"} for n in (0, 1, 0)]
    answer = post(app, {"scans": scans, "sent_at": datetime.now(UTC).isoformat()}).json
    found = [(one["scan_id"], one["verdict"]) for one in answer["answers"]]
    assert found == [("s0", "admitted"), ("s1", "admitted"), ("s0", "admitted")]


def test_a_devices_clock_is_put_right_and_its_own_time_kept(app: Flask) -> None:
    wrong = datetime.now(UTC) - timedelta(days=400)
    said = {"token": token(app), "scan_id": "1", "sent_at": wrong.isoformat()}
    said["scanned_at"] = (wrong - timedelta(minutes=10)).isoformat()
    at = datetime.fromisoformat(post(app, said).json["first"]["at"])
    assert abs(datetime.now(UTC) - timedelta(minutes=10) - at) < timedelta(minutes=1)
    fact = store_of(app).facts(store_of(app).head() - 1, 1)[0][1]
    assert fact.scanned_at.isoformat() == said["scanned_at"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 422),
        ({"scan_id": "1", "scanned_at": "07:30"}, 422),
        ({"scans": []}, 422),
        ({"scans": [{"token": "x"}]}, 422),
        ({"scan_id": "1" * 81, "token": "x"}, 422),
    ],
)
def test_what_is_no_scan_is_refused_and_records_nothing(
    app: Flask, body: dict[str, Any], status: int
) -> None:
    head = store_of(app).head()
    assert post(app, body).status_code == status
    assert store_of(app).head() == head


def test_a_paired_device_is_the_door_it_was_paired_as(app: Flask) -> None:
    store = store_of(app)
    device = pair_device(store, STAMP, **HERE, name="Điện thoại 7", screen="door", door="Cửa 7")
    now = datetime.now(UTC)
    pairing = vault_devices.make_pairing(store, Key(KIEN_GIANG, device), now)
    found = vault_devices.pair(store, pairing, now)
    assert found is not None
    said = {"token": token(app), "scan_id": "1", "door": "Cửa 1", "device": "máy khác"}
    answer = post(app, said, {"Authorization": f"Bearer {found[1]}"}).json
    assert (answer["first"]["door"], answer["first"]["device"]) == ("Cửa 7", "Điện thoại 7")


def test_the_codes_are_the_organizers_only_and_admit(app: Flask) -> None:
    statuses = {
        role: app.test_client().get(f"{BASE}/invitations", headers=bearer(app, role)).status_code
        for role in ("organizer", "reception", "supervisor", "stage", "auditor", "admin")
    }
    assert statuses == {role: 200 if role == "organizer" else 403 for role in statuses}
    listed = app.test_client().get(f"{BASE}/invitations", headers=bearer(app)).json
    assert {one["name"]: one["token"] for one in listed["invitations"]} == {
        "Lê Thị Lan": token(app),
        "Trần Văn Hòa": token(app, 1),
    }


def test_a_late_scan_is_counted_in_the_minute_in_which_it_was_made(app: Flask) -> None:
    """The device's clock is twenty minutes slow, and it tells of its scans ten minutes later."""
    now, slow = datetime.now(UTC), timedelta(minutes=20)
    scanned_at = now - timedelta(minutes=10)
    scans = [
        {"token": token(app, n), "scan_id": f"late-{n}", "door": "Cửa 3"}
        | {"scanned_at": (scanned_at - slow).isoformat()}
        for n in range(2)
    ]
    post(app, {"scans": scans, "sent_at": (now - slow).isoformat()})
    url, headers = f"{BASE}/attendance", bearer(app, "reception")
    counted = app.test_client().get(url, headers=headers).get_json()
    assert counted["doors"] == [{"door": "Cửa 3", "count": 2}]
    (minute,) = counted["minutes"]
    assert (minute["count"], minute["present"]) == (2, 2)
    told = datetime.fromisoformat(minute["at"])
    assert timedelta() <= scanned_at - told < timedelta(minutes=1, seconds=5)


def test_after_the_closing_a_scan_is_a_verdict_with_status_200(app: Flask) -> None:
    store, at = store_of(app), STAMP.at
    open_conference(store, STAMP, **HERE, at=at)
    close_conference(store, STAMP, **HERE, at=at)
    answer = post(app, {"token": token(app), "scan_id": "1"})
    told = answer.json
    assert (answer.status_code, told["verdict"], told["code"]) == (200, "closed", "")
    assert told["guest"]["name"] == "Lê Thị Lan"
    spec = app.test_client().get("/api/v1/openapi.json").json
    told = spec["components"]["schemas"]["CheckedIn"]["properties"]["verdict"]
    assert "closed" in told["enum"]
    assert "always with status 200; closed" in told["description"]
