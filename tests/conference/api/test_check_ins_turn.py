"""Long lists of entries take turns; a scan at a door, or a few, wait for none of them."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from builders import KIEN_GIANG
from builders_door import code, hall
from builders_doors import bearer, serving, store_of
from flask import Flask

from conference.commands.check_in_turn import FEW, TURN
from conference.config import Settings
from events.attendance import GuestCheckedIn

PATH = f"/api/v1/conferences/{KIEN_GIANG}/check-ins"
LIVE, LONG = 5, FEW + 1


@pytest.fixture
def app(any_settings: Settings) -> Iterator[Flask]:
    with serving(any_settings) as made:
        yield made


def scans_of(app: Flask) -> list[dict[str, str]]:
    store = store_of(app)
    guests = hall(store, *(f"Khách {n}" for n in range(LIVE + FEW + LONG)))
    return [{"token": code(store, guest), "scan_id": f"{n}"} for n, guest in enumerate(guests)]


def entered(app: Flask) -> list[int]:
    """The numbers of the scans by which guests are in, in the order of the log."""
    facts = [fact for _, fact in store_of(app).facts(0, 10_000)]
    return [int(str(fact.scan_id)) for fact in facts if isinstance(fact, GuestCheckedIn)]


def test_scans_and_short_lists_pass_a_long_list_that_waits_for_its_turn(app: Flask) -> None:
    scans, headers = scans_of(app), bearer(app, "reception")
    live, few, long = scans[:LIVE], scans[LIVE : LIVE + FEW], scans[LIVE + FEW :]

    def post(body: Any) -> int:
        return app.test_client().post(PATH, json=body, headers=headers).status_code

    with ThreadPoolExecutor(1) as pool:
        with TURN:  # another long list has it
            waiting = pool.submit(post, {"scans": long})
            assert [post(one) for one in live] == [200] * LIVE
            assert post({"scans": few}) == 200
        assert waiting.result(30) == 200
    assert entered(app) == list(range(len(scans)))


def test_a_list_that_is_refused_gives_its_turn_back(app: Flask) -> None:
    scans, headers = scans_of(app), bearer(app, "reception")
    unnamed: list[Any] = [*scans[:FEW], {"token": "x"}]
    refused = app.test_client().post(PATH, json={"scans": unnamed}, headers=headers)
    assert (refused.status_code, TURN.locked(), entered(app)) == (422, False, [])
