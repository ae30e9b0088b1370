"""Clocks of devices: what they say is evidence, held to what can have been (reliability.md 3.4)."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from builders import KIEN_GIANG
from builders_door import code, hall
from builders_doors import bearer, browser, serving, store_of
from builders_pages import element
from builders_paired import phone
from flask import Flask

from conference.config import Settings
from events.attendance import GuestCheckedIn

BASE = f"/api/v1/conferences/{KIEN_GIANG}"
NOW = datetime(2019, 3, 25, 1, 0, tzinfo=UTC)


def ago(minutes: float) -> datetime:
    return NOW - timedelta(minutes=minutes)


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """A house whose clock stands still."""
    with serving(settings, lambda: NOW) as made:
        hall(store_of(made), "Lan")
        yield made


def told(app: Flask, **said: Any) -> GuestCheckedIn:
    """What is recorded of a scan that says this of clocks."""
    store = store_of(app)
    (guest,) = [*app.extensions["house"].library.shelf(KIEN_GIANG).guest_list.by_id]
    clocks = {name: at.isoformat() for name, at in said.items()}
    scan = {"token": code(store, guest), "scan_id": "1", "scanned_at": clocks.pop("scanned_at")}
    scan |= {"synced_at": clocks.pop("synced_at")} if "synced_at" in clocks else {}
    body = {"scans": [scan], **clocks}
    answer = app.test_client().post(
        f"{BASE}/check-ins", json=body, headers=bearer(app, "reception")
    )
    assert answer.json["answers"][0]["verdict"] == "admitted", answer.text
    fact = store.facts(store.head() - 1, 1)[0][1]
    assert isinstance(fact, GuestCheckedIn)
    return fact


@pytest.fixture(autouse=True)
def known(app: Flask) -> None:
    app.extensions["house"].library.catch_up()


@pytest.mark.parametrize(
    ("scanned_at", "synced_at", "at", "doubted"),
    [
        (ago(30), ago(40), ago(30), False),
        (ago(3 * 24 * 60), ago(3 * 24 * 60 + 9), ago(3 * 24 * 60), False),
        (ago(44), ago(40), ago(44), False),
        (ago(50), ago(40), ago(45), True),
        (datetime(1970, 1, 1, tzinfo=UTC), ago(40), ago(45), True),
        (ago(-4), ago(40), NOW, False),
        (ago(-6), ago(40), NOW, True),
        (ago(30), ago(-90), ago(5), True),
        (ago(23 * 60), None, ago(23 * 60), False),
        (ago(25 * 60), None, NOW, True),
    ],
    ids=[
        *("inside", "three days offline", "within the margin", "before the last sync"),
        *("a clock that began anew", "a little ahead", "far ahead", "a sync that was not yet"),
        *("a day, never synced", "longer, never synced"),
    ],
)
def test_a_time_is_clamped_to_what_can_have_been(
    app: Flask, scanned_at: datetime, synced_at: datetime | None, at: datetime, doubted: bool
) -> None:
    said = {"synced_at": synced_at} if synced_at else {}
    fact = told(app, scanned_at=scanned_at, sent_at=NOW, **said)
    assert (fact.at, fact.time_doubted) == (at, doubted)
    assert (fact.scanned_at, fact.skew_ms) == (scanned_at, 0)


def test_the_measured_offset_is_kept_beside_both_times(app: Flask) -> None:
    slow = timedelta(days=400, milliseconds=7)
    said = {"scanned_at": ago(30) - slow, "synced_at": ago(31), "sent_at": NOW - slow}
    fact = told(app, **said)
    assert (fact.at, fact.time_doubted) == (ago(30), False)
    assert fact.skew_ms == slow // timedelta(milliseconds=1)
    assert fact.timestamp == NOW


def test_a_scanner_that_never_measured_says_so(app: Flask) -> None:
    assert told(app, scanned_at=ago(1)).skew_ms is None


def test_the_doors_list_tells_the_servers_own_time(app: Flask) -> None:
    standing = phone(app, KIEN_GIANG).get(f"/conferences/{KIEN_GIANG}/door/snapshot").json
    assert datetime.fromisoformat(standing["server_at"]) == NOW


def test_a_doubted_time_is_told_on_the_guests_page_and_to_programs(app: Flask) -> None:
    fact = told(app, scanned_at=ago(50), synced_at=ago(40), sent_at=NOW)
    client, known = app.test_client(), bearer(app, "reception")
    url = f"{BASE}/check-ins"
    again = {"scan_id": "2", "guest": None, "token": code(store_of(app), fact.originator_id)}
    assert client.post(url, json=again, headers=known).json["first"]["time_doubted"] is True

    page = browser(app).get(f"/conferences/{KIEN_GIANG}/guests/{fact.originator_id}").text
    assert "giờ đáng ngờ" in element(page, "time-doubted")
