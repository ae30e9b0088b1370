"""A hall's own network in a real Chromium: the door on a device that trusts, and on one that does
not; the way to trust as a phone shows it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from builders_door_app import READY
from builders_journeys import CHROMIUM_FLAGS, chromium
from builders_lan import Served, lan, trusting_home
from playwright.sync_api import Browser, BrowserContext, Page, expect

from conference.lan import Trust, der

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DEMO = "2c77f7d3-fa6b-552c-bf52-f92003ee3461"
AXE = {"resultTypes": ["violations"], "preload": False}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with lan(tmp_path_factory.mktemp("lan") / "data", "--demo") as found:
        yield found


def door(served: Served, context: BrowserContext, role: str) -> Page:
    """The door, opened by the printed link as a clerk does."""
    page = context.new_page()
    page.goto(served.links[role])
    page.locator("main form button").click()
    page.wait_for_url(f"https://127.0.0.1:{served.port}/")
    page.goto(f"https://127.0.0.1:{served.port}/conferences/{DEMO}/door")
    page.wait_for_selector(READY)
    page.locator("#place-field").fill("Cửa chính")
    page.keyboard.press("Enter")
    return page


def test_a_device_that_trusts_keeps_the_door(
    served: Served, browser: Browser, tmp_path: Path
) -> None:
    certificate = Trust(served.data).certificate
    assert certificate is not None
    home = trusting_home(tmp_path, der(certificate))
    own = browser.browser_type.launch(
        executable_path=chromium(), args=CHROMIUM_FLAGS, env=dict(home)
    )
    context = own.new_context(locale="vi-VN")
    page = door(served, context, "reception")
    page.wait_for_selector('body[data-kept="yes"]')
    expect(page.locator("#notes-box")).to_be_hidden()
    context.set_offline(True)
    page.reload()
    page.wait_for_selector(READY)
    own.close()


def test_a_device_that_does_not_trust_says_what_it_cannot(served: Served, browser: Browser) -> None:
    context = browser.new_context(locale="vi-VN", ignore_https_errors=True)
    page = door(served, context, "supervisor")
    expect(page.locator("#notes")).to_contain_text("Máy này chưa tin Lễ đài")
    assert page.evaluate("document.body.dataset.kept") is None
    assert page.evaluate("isSecureContext && 'mediaDevices' in navigator")
    context.set_offline(True)
    page.locator("#hand-text").fill("A" * 56)
    page.keyboard.press("Enter")
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "unlisted")
    expect(page.locator("#pill")).to_have_attribute("data-state", "offline")
    context.close()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_everybody_can_read_the_way_to_trust(
    served: Served, browser: Browser, language: str
) -> None:
    for size in ({"width": 390, "height": 844}, {"width": 1366, "height": 768}):
        page = browser.new_page(viewport=size)  # type: ignore[arg-type]
        page.goto(f"http://127.0.0.1:{served.port + 1}/lan/trust?language={language}")
        found = Axe().run(page, options=AXE).response["violations"]
        assert [(one["id"], one["nodes"][0]["target"]) for one in found] == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0
        page.close()


def test_everybody_can_read_the_organisers_screen(served: Served, browser: Browser) -> None:
    context = browser.new_context(locale="vi-VN", ignore_https_errors=True)
    page = door(served, context, "organizer")
    page.goto(f"https://127.0.0.1:{served.port}/lan")
    for size in ({"width": 390, "height": 844}, {"width": 1366, "height": 768}):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        found = Axe().run(page, options=AXE).response["violations"]
        assert [(one["id"], one["nodes"][0]["target"]) for one in found] == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0
    context.close()
