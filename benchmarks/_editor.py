"""Moves in a list's editor, in Chromium: from a key until what it did is painted, and the floor."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from _figures import half_and_most, tell
from builders_journeys import CHROMIUM_FLAGS, Served, chromium, filled, free_port, started
from playwright.sync_api import Page, sync_playwright

from conference.config import Settings

WATCH = """(id) => {
  window.taken = [];
  const painted = (done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    const one = {};
    painted(() => (one.moved = performance.now() - event.timeStamp));
    const before = document.getElementById(id).dataset.version;
    const watching = new MutationObserver(() => {
      if (document.getElementById(id).dataset.version === before) return;
      watching.disconnect();
      painted(() => { one.timed = performance.now() - event.timeStamp; taken.push(one); });
    });
    watching.observe(document.getElementById(id), { attributes: true });
  }, true);
}"""

ALONE = """async ([times, selector]) => {
  const list = document.querySelector(selector);
  const row = list.children[Math.floor(list.children.length / 2)];
  const taken = [];
  for (let n = 0; n < times; n += 1) {
    const begun = performance.now();
    list.insertBefore(row, row.nextElementSibling.nextElementSibling);
    await new Promise((done) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(0);
    }));
    taken.push(performance.now() - begun);
  }
  return taken;
}"""
"""The floor: a row put elsewhere by the browser and one paint awaited, with no editor behind it."""


def with_page(measured: Callable[[Page, Served], None]) -> None:
    """A page of Chromium and a house with the demo behind a gunicorn of its own."""
    with tempfile.TemporaryDirectory(prefix="le-dai-bench-") as folder, sync_playwright() as play:
        settings = Settings(data_dir=Path(folder), secret_key="a key for a benchmark")
        store, demo = filled(settings)
        port = free_port()
        server = started(settings, port)
        browser = play.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
        try:
            page = browser.new_page()
            house = Served(f"http://127.0.0.1:{port}", store, demo)
            page.goto(house.link("organizer"))
            page.locator("main form button").click()
            measured(page, house)
        finally:
            browser.close()
            server.terminate()
            server.wait()
            store.close()


def told_of(page: Page, root: str, rows: str, moves: int, figure: str, answer: str) -> None:
    """Press Alt with ↓ so often on what has the focus, and tell both times beside the floor; `root`
    is the partial's id, `rows` the list whose middle row the floor moves."""
    page.evaluate(WATCH, root)
    for number in range(moves):
        page.keyboard.press("Alt+ArrowDown")
        while page.evaluate("taken.length") <= number:  # the policy lets nobody wait in the page
            page.wait_for_timeout(30)
        page.wait_for_timeout(150)
    taken = page.evaluate("taken")
    alone = median(page.evaluate(ALONE, [moves, rows]))
    for name, part, aim in (("painted", "moved", "< 100 ms"), (answer, "timed", "")):
        half, most = half_and_most([one[part] for one in taken])
        tell(f"{figure} until {name}, p50", "ms", half, alone, aim)
        tell(f"{figure} until {name}, p95", "ms", most, alone, aim)
