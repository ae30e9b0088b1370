"""One house with the demo, served by gunicorn, and one Chromium, for all journeys."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from builders_door_app import Hall
from builders_journeys import CHROMIUM_FLAGS, Served, chromium, complaints, serving
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from conference.config import Settings
from conference.store import Store

Visit = Callable[..., Page]

PATIENCE_MS = 10_000
expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A real gunicorn over a SQLite store with the demo."""
    folder: Path = tmp_path_factory.mktemp("journeys")
    settings = Settings(data_dir=folder, secret_key="a key for journeys only")
    with serving(settings) as served:
        yield served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
        yield found
        found.close()


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """A house of its own for the doors of one module: its server is stopped and started again."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("door"), secret_key="a key for doors")
    Store.migrate(settings)
    made = Hall(settings, Store(settings))
    made.start()
    yield made
    made.stop()
    made.store.close()


@pytest.fixture(scope="session")
def signed_in(house: Served, browser: Browser) -> Callable[[str], Any]:
    """The cookies of an organizer, an admin…; each of them signs in once in a run."""
    kept: dict[str, Any] = {"nobody": None}

    def cookies_of(who: str) -> Any:
        if who not in kept:
            context = browser.new_context()
            page = context.new_page()
            house.sign_in(page, who)
            kept[who] = context.storage_state()
            context.close()
        return kept[who]

    return cookies_of


@pytest.fixture
def visit(house: Served, browser: Browser, signed_in: Callable[[str], Any]) -> Iterator[Visit]:
    """A window of a browser of its own, signed in; at the end none may have complained."""
    opened: list[tuple[BrowserContext, list[str]]] = []

    def window(who: str = "organizer", language: str = "vi", **said: Any) -> Page:
        said.setdefault("viewport", {"width": 1366, "height": 768})
        context = browser.new_context(storage_state=signed_in(who), locale="vi-VN", **said)
        context.set_default_timeout(PATIENCE_MS)
        context.add_cookies([{"name": "language", "value": language, "url": house.address}])
        page = context.new_page()
        opened.append((context, complaints(page)))
        return page

    yield window
    for context, _ in opened:
        context.close()
    assert [said for _, found in opened for said in found] == []
