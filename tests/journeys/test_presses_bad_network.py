"""The moderator's screen on a bad network: every press is one step, in the order of the presses."""

import random

import pytest
from builders_door_app import Hall
from builders_proxy import Proxy
from playwright.sync_api import Browser, Page, expect

from events.agenda import ItemFinished, ItemStarted

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ITEMS, LATE_S, SETTLED_MS = 14, 2.0, 60_000


def go_on(page: Page, title: str) -> None:
    """Press the remote as soon as the last press is no longer on its way; the screen says what is
    on now, by the server or by this device."""
    expect(page.locator("[data-remote][aria-busy]")).to_have_count(0, timeout=SETTLED_MS)
    page.wait_for_timeout(500)  # later than what counts as the same press made twice (DOUBLE_MS)
    page.keyboard.press("PageDown")
    shown = page.locator(".day-now .day-item, #presses [data-waiting] li:last-child")
    expect(shown.filter(has_text=title).first).to_be_visible(timeout=SETTLED_MS)


def test_no_press_is_lost_repeated_or_overtaken(hall: Hall, browser: Browser) -> None:
    seed = random.randrange(10**6)
    names = [f"Mục {number:02d}" for number in range(ITEMS)]
    conference = hall.served.released("Sân khấu mạng xấu", *names)
    network = Proxy(hall.port, seed, LATE_S, harmed=b"/day/items/")
    through = Hall(hall.settings, hall.store, port=network.port).served
    page = browser.new_context(locale="vi-VN").new_page()
    through.sign_in(page)
    page.goto(through.page("/day", conference))
    before = hall.store.head()
    for title in names:
        go_on(page, title)
    expect(page.locator("#presses [data-waiting] li")).to_have_count(0, timeout=SETTLED_MS)
    expect(page.locator("#presses [data-refused] li")).to_have_count(0)
    page.context.close()
    network.close()
    steps = [fact for _, fact in hall.store.facts(before, 1000)]
    titles = {one.id: one.title for one in hall.shelf(conference).agenda.items}
    begun = [titles[fact.item] for fact in steps if isinstance(fact, ItemStarted)]
    ended = [titles[fact.item] for fact in steps if isinstance(fact, ItemFinished)]
    assert network.met.total() >= ITEMS, seed
    assert (begun, ended) == (names, names[:-1]), (seed, network.met)
    at = [fact.at for fact in steps if isinstance(fact, (ItemStarted, ItemFinished))]
    assert at == sorted(at), seed
