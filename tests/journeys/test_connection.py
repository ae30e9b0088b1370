"""A screen that hears nothing says as of when it shows what it shows, and finds back by itself."""

import os
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from builders import STAMP
from builders_door_app import Hall
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from conference.commands.agenda_day import start_item

pytestmark = pytest.mark.browser

OLD = re.compile(r"^Mất kết nối, dữ liệu lúc \d\d:\d\d:\d\d · #\d+$")
"""As of when, and at which position."""


@pytest.fixture
def moderator(hall: Hall, browser: Browser) -> Iterator[BrowserContext]:
    """An organizer's browser at the hall's own server."""
    context = browser.new_context(locale="vi-VN")
    page = context.new_page()
    hall.served.sign_in(page)
    page.close()
    yield context
    context.close()


def screens(hall: Hall, window: BrowserContext, *names: str) -> list[Page]:
    """The day's screens, each a tab of this browser."""
    conference = hall.served.released("Mất mạng", "A", "B")
    opened = [window.new_page() for _ in names]
    for page, name in zip(opened, names, strict=True):
        page.goto(f"{hall.address}/conferences/{conference}/day{name}")
        expect(page.locator("body")).to_have_attribute("data-connection", "up")
        expect(page.locator("[data-as-of]")).to_be_visible()
    return opened


@contextmanager
def frozen(hall: Hall) -> Iterator[None]:
    """The server holds its connections and says nothing, as a network without a way does."""
    assert hall.server is not None
    os.killpg(hall.server.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.killpg(hall.server.pid, signal.SIGCONT)


def test_a_silent_server_is_noticed_and_every_screen_says_as_of_when(
    hall: Hall, moderator: BrowserContext
) -> None:
    shown = screens(hall, moderator, "", "/speaker", "/backstage", "/hall")
    with frozen(hall):
        for page in shown:
            expect(page.locator("#connection")).to_have_text(OLD)
            expect(page.locator("main")).to_have_css("opacity", "0.62")
    for page in shown:
        expect(page.locator("body")).to_have_attribute("data-connection", "up", timeout=60_000)
        expect(page.locator("#connection")).to_be_empty()


def test_a_drawing_that_broke_off_empties_no_screen_and_is_asked_for_again(
    hall: Hall, moderator: BrowserContext
) -> None:
    (wall,) = screens(hall, moderator, "/hall")
    broken: list[str] = []

    def break_off(route: Route) -> None:
        """The first drawing comes as a browser hears one that ends within its head."""
        if broken:
            return route.continue_()
        broken.append(route.request.url)
        return route.fulfill(status=200, body="")

    wall.route("**/day/hall*", break_off)
    conference = UUID(wall.url.split("/")[-3])
    first = hall.shelf(conference).agenda.items[0]
    said = {"conference_id": conference, "item": first.id, "at": STAMP.at, "sure": True}
    start_item(hall.store, STAMP, **said)
    expect(wall.locator("main h1")).to_have_text("A", timeout=20_000)
    assert broken


def test_a_server_that_is_gone_is_told_to_every_tab_and_found_again(
    hall: Hall, moderator: BrowserContext
) -> None:
    shown = screens(hall, moderator, "", "/hall")
    hall.stop()
    for page in shown:
        expect(page.locator("#connection")).to_have_text(OLD)
    hall.start()
    for page in shown:
        expect(page.locator("body")).to_have_attribute("data-connection", "up", timeout=60_000)
    shown[0].bring_to_front()
    shown[0].keyboard.press("PageDown")
    expect(shown[1].get_by_role("heading", level=1)).to_have_text("A")


def test_a_page_that_cannot_be_fetched_again_is_not_as_of_now(
    hall: Hall, moderator: BrowserContext
) -> None:
    stage, screen = screens(hall, moderator, "", "/hall")
    path = "**/day/hall?*"
    screen.route(path, lambda route: route.abort())
    stage.bring_to_front()
    stage.keyboard.press("PageDown")
    expect(screen.locator("#connection")).to_have_text(OLD)
    screen.unroute(path)
    expect(screen.get_by_role("heading", level=1)).to_have_text("A")
    expect(screen.locator("#connection")).to_be_empty()


def test_the_lecterns_clock_goes_on_through_a_kill_in_the_middle_of_an_item(
    hall: Hall, moderator: BrowserContext
) -> None:
    stage, lectern = screens(hall, moderator, "", "/speaker")
    stage.bring_to_front()
    stage.keyboard.press("PageDown")
    timer = lectern.get_by_role("timer")
    expect(timer).to_be_visible()
    hall.kill()
    expect(lectern.locator("#connection")).to_have_text(OLD)
    expect(timer).not_to_have_text(timer.inner_text())
    hall.start()
    expect(lectern.locator("body")).to_have_attribute("data-connection", "up", timeout=60_000)
    before = datetime.now(UTC)
    lectern.reload()
    left = int(timer.get_attribute("data-left") or "")
    after = datetime.now(UTC)
    conference = UUID(lectern.url.split("/")[4])
    began = hall.shelf(conference).agenda.items[0].started_at
    assert began is not None
    ends = began + timedelta(minutes=10)
    assert (ends - after).total_seconds() - 1 <= left <= (ends - before).total_seconds()
