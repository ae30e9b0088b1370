"""A programme of 320 items in its editor, in Chromium: from the key that moves an item until it is
painted in its new place, and until the server's times are; beside moving the same row alone."""

import tempfile
from pathlib import Path
from statistics import median
from uuid import UUID, uuid5

from _figures import half_and_most, sized, tell
from builders_journeys import CHROMIUM_FLAGS, Served, chromium, filled, free_port, started
from playwright.sync_api import Page, sync_playwright

from conference.config import Settings
from conference.domain.agenda import Agenda

ITEMS = sized(320, 20)
"""The longest programme asked for."""

MOVES = sized(30, 3)

WATCH = """() => {
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
    const before = document.getElementById("agenda").dataset.version;
    const watching = new MutationObserver(() => {
      if (document.getElementById("agenda").dataset.version === before) return;
      watching.disconnect();
      painted(() => { one.timed = performance.now() - event.timeStamp; taken.push(one); });
    });
    watching.observe(document.getElementById("agenda"), { attributes: true });
  }, true);
}"""

ALONE = """async (times) => {
  const list = document.getElementById("agenda-items");
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


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="le-dai-bench-") as folder, sync_playwright() as play:
        settings = Settings(data_dir=Path(folder), secret_key="a key for a benchmark")
        store, demo = filled(settings)
        port = free_port()
        server = started(settings, port)
        browser = play.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
        try:
            measured(browser.new_page(), Served(f"http://127.0.0.1:{port}", store, demo))
        finally:
            browser.close()
            server.terminate()
            server.wait()
            store.close()


def measured(page: Page, house: Served) -> None:
    page.goto(house.link("organizer"))
    page.locator("main form button").click()
    page.goto(house.page("/agenda", long_programme(house)))
    page.locator(".agenda-item button[data-step='1']").nth(ITEMS // 3).focus()
    page.evaluate(WATCH)
    for number in range(MOVES):
        page.keyboard.press("Alt+ArrowDown")
        while page.evaluate("taken.length") <= number:  # the policy lets nobody wait in the page
            page.wait_for_timeout(30)
        page.wait_for_timeout(150)
    told = page.evaluate("taken")
    alone = median(page.evaluate(ALONE, MOVES))
    for name, part, aim in (("painted", "moved", "< 100 ms"), ("its times painted", "timed", "")):
        half, most = half_and_most([one[part] for one in told])
        tell(f"move among {ITEMS} items until {name}, p50", "ms", half, alone, aim)
        tell(f"move among {ITEMS} items until {name}, p95", "ms", most, alone, aim)


def long_programme(house: Served) -> UUID:
    conference, by = house.planned("Chương trình dài"), house.clerk()

    def add_all(agenda: Agenda) -> None:
        for number in range(ITEMS):
            said = {"kind": "report", "title": f"Báo cáo {number + 1}", "minutes": 5}
            agenda.add_item(by, uuid5(conference, f"item {number}"), **said)

    house.store.change(Agenda, Agenda.id_of(conference), add_all)
    return conference


if __name__ == "__main__":
    main()
