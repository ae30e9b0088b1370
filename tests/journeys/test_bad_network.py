"""The door's own app on a bad network: what it showed is what the server decided, once a guest."""

import random
from collections.abc import Iterator

import pytest
from builders_door_app import Hall, scan
from builders_proxy import Proxy
from playwright.sync_api import Browser, expect

from conference.config import Settings
from conference.store import Store
from events.attendance import EntryContested, GuestCheckedIn

pytestmark = [pytest.mark.browser, pytest.mark.slow]

GUESTS, LATE_S, SETTLED_MS = 16, 0.3, 40_000


@pytest.fixture
def hall(settings: Settings) -> Iterator[Hall]:
    made = Hall(settings, Store(settings))
    made.start()
    yield made
    made.stop()
    made.store.close()


def test_the_app_lets_each_guest_in_once_and_shows_what_is_so(hall: Hall, browser: Browser) -> None:
    names = [f"Khách {n:02d}" for n in range(GUESTS)]
    conference, seed = hall.conference("Mạng xấu", *names), random.randrange(10**6)
    codes, network = hall.codes(conference), Proxy(hall.port, seed, LATE_S)
    through = Hall(hall.settings, hall.store, port=network.port)
    shown: set[tuple[str, str]] = set()
    with through.phone(browser, conference) as page:
        pill = page.locator("#pill")
        for number, name in enumerate(names):
            if number % 2:  # every other guest comes while the app has found no network
                expect(pill).to_have_attribute("data-state", "online", timeout=SETTLED_MS)
            scan(page, codes[name])
            expect(page.locator('[data-part="name"]')).to_have_text(name)
            shown.add((name, page.locator("#verdict").get_attribute("data-verdict") or ""))
        expect(pill).to_have_text("Trực tuyến", timeout=SETTLED_MS)
        expect(page.locator("#count-present")).to_have_text(str(GUESTS))
    network.close()
    facts = [fact for _, fact in hall.store.facts(0, 100_000)]
    entered = [fact.originator_id for fact in facts if isinstance(fact, GuestCheckedIn)]
    assert network.met.total() >= GUESTS // 2, seed
    assert shown == {(name, "admitted") for name in names}
    assert len(entered) == len(set(entered)) == GUESTS
    assert not [fact for fact in facts if isinstance(fact, EntryContested)]
