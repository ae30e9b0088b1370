"""How long the hall waits for the moderator: from the key that goes on until every screen of the
day has painted the next item, in Chromium, each screen a browser of its own; beside one screen that
fetches and paints the same page alone."""

import tempfile
from pathlib import Path
from statistics import median
from time import monotonic
from typing import Any
from uuid import UUID

from _figures import half_and_most, sized, tell
from builders_door_app import Hall
from builders_journeys import CHROMIUM_FLAGS, Served, chromium
from playwright.sync_api import Page, sync_playwright

from conference.config import Settings
from conference.store import Store

TAPS = sized(60, 3)
"""Keys pressed, each for the next item."""

SCREENS = ("", "/speaker", "/backstage", "/hall", "", "/hall")
"""The first is the moderator's; another moderator's and a second hall screen look on."""

PATIENCE_S = 30

LISTEN = """() => {
  const heading = () => document.querySelector(".day-now .day-item, #lectern-head, #hall-head");
  window.painted = {};
  window.tapped = [];
  const now = () => performance.timeOrigin + performance.now();
  let last = heading()?.textContent;
  new MutationObserver(() => {
    const words = heading()?.textContent;
    if (!words || words === last) return;
    last = words;
    requestAnimationFrame(() => requestAnimationFrame(() => (painted[words] = now())));
  }).observe(document.querySelector("main"), {
    subtree: true, childList: true, characterData: true,
  });
  const pressed = (event) => tapped.push(performance.timeOrigin + event.timeStamp);
  addEventListener("keydown", pressed, true);
}"""

ALONE = """async (times) => {
  const taken = [];
  for (let n = 0; n < times; n += 1) {
    const begun = performance.now();
    await new Promise((done) => {
      document.body.addEventListener("htmx:afterSettle", done, { once: true });
      htmx.trigger("#day", "live");
    });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    taken.push(performance.now() - begun);
  }
  return taken;
}"""
"""The floor: the page fetched, put in place and painted, with no fact and no other screen."""


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="le-dai-bench-") as folder, sync_playwright() as play:
        settings = Settings(data_dir=Path(folder), secret_key="a key for a benchmark")
        Store.migrate(settings)
        hall = Hall(settings, Store(settings))
        hall.start()
        browser = play.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
        try:
            pages = screens(hall, browser)
            waited = [tap(pages, number) for number in range(TAPS)]
            alone = pages[1].evaluate(ALONE, TAPS)
        finally:
            browser.close()
            hall.stop()
            hall.store.close()
    half, most = half_and_most(waited)
    told = f"tap to all {len(SCREENS)} screens painted"
    tell(told, "ms", half, median(alone), "< 300 ms")
    tell(f"{told}, p95", "ms", most, median(alone), "< 300 ms")


def screens(hall: Hall, browser: Any) -> list[Page]:
    """The screens of one day with an item for each key, each in a browser of its own."""
    served = Served(hall.address, hall.store, UUID(int=0))
    conference = served.released("Ngày đo", *(name(number) for number in range(TAPS)))
    pages = []
    for path in SCREENS:
        page: Page = browser.new_context(locale="vi-VN").new_page()
        page.goto(served.link("organizer"))
        page.locator("main form button").click()
        page.wait_for_url(f"{hall.address}/")
        page.goto(served.page(f"/day{path}", conference))
        page.wait_for_selector('body[data-connection="up"]')
        page.evaluate(LISTEN)
        pages.append(page)
    return pages


def name(number: int) -> str:
    return f"Mục thứ {number + 1}"


def tap(pages: list[Page], number: int) -> float:
    """Milliseconds from the key until the last screen has painted this item."""
    pages[0].keyboard.press("PageDown")
    end = monotonic() + PATIENCE_S
    found: list[float | None] = [None]
    while None in found and monotonic() < end:
        found = [page.evaluate("(words) => painted[words] ?? null", name(number)) for page in pages]
    tapped: float = pages[0].evaluate("tapped.at(-1)")
    return max(at for at in found if at is not None) - tapped


if __name__ == "__main__":
    main()
