"""How soon a guest who was let in is seen: from the moment at which a scanner asks until the screen
that shows arrivals has painted it, in Chromium, screen by screen; beside the scanner's own answer,
before which nobody may see it."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from http.client import HTTPConnection
from time import monotonic, time
from uuid import UUID

from _figures import half_and_most, rounded, sized, tell
from _stores import KINDS, emptied
from builders_journeys import CHROMIUM_FLAGS, Served, chromium, filled, free_port, started
from playwright.sync_api import Browser, Page, sync_playwright

from conference import vault_roles
from projections.library import Library

GUESTS = sized(20, 2)
"""Who come while one screen is open."""

SCREENS = {
    "overview": ("", "#overview"),
    "roll call": ("/attendance", "#attendance"),
    "introductions": ("/introductions", "#introductions"),
    "guest list": ("/guests", "#guests"),
    "run-sheet": ("/run-sheet", "#run-sheet"),
    "door": ("/door", "#count-present"),
}
"""By its name: the path of a screen, and what in it changes with every guest."""

PATIENCE_S = 10

WATCH = """(selector) => {
  const shown = () => document.querySelector(selector)?.textContent;
  let last = shown();
  window.seen = [];
  const painted = (done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  });
  new MutationObserver(() => {
    if (shown() === undefined || shown() === last) return;
    last = shown();
    painted(() => seen.push(Date.now()));
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""
"""When what is shown there was other than before and painted, by this machine's clock."""

Waits = list[tuple[float, float]]
"""Milliseconds until it was painted, and until the scanner was answered."""


def main() -> None:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
        for kind in KINDS[: sized(2, 1)]:
            with emptied(kind) as settings:
                store, demo = filled(settings)
                port = free_port()
                server = started(settings, port)
                try:
                    measured(browser, Served(f"http://127.0.0.1:{port}", store, demo), kind)
                finally:
                    server.terminate()
                    server.wait()
                    store.close()
        browser.close()


def measured(browser: Browser, house: Served, kind: str) -> None:
    """Every screen on its own, with guests of its own."""
    page, coming = browser.new_page(), expected(house)
    page.goto(house.link("organizer"))
    page.locator("main form button").click()
    for name, (path, selector) in SCREENS.items():
        guests = coming["run-sheet" if name == "run-sheet" else "others"]
        some = [guests.pop() for _ in range(GUESTS)]
        page.goto(house.page(path))
        page.wait_for_selector('body[data-connection="up"], #pill[data-state="online"]')
        page.evaluate(WATCH, selector)
        told(f"let in until painted, {name}, {kind}", watched(house, page, some))


def told(figure: str, waits: Waits) -> None:
    painted, answered = ([one[n] for one in waits] for n in (0, 1))
    slowest = rounded(max(painted))
    for name, ours, floor in zip(
        ("p50", "p95"), half_and_most(painted), half_and_most(answered), strict=True
    ):
        tell(f"{figure}, {name}", "ms", ours, floor, "< 1,000 ms", slowest=slowest)


def expected(house: Served) -> dict[str, list[UUID]]:
    """The demo's guests: those who stand on its run-sheet, and the others."""
    shelf = Library(house.store.facts).shelf(house.demo)
    run_sheet = {one.guest for one in shelf.run_sheet.recipients if one.guest}
    others = [one.id for one in shelf.guest_list.guests if one.id not in run_sheet]
    return {"run-sheet": list(run_sheet), "others": others}


def watched(house: Served, page: Page, guests: Sequence[UUID]) -> Waits:
    token = vault_roles.token_of_role(house.store, "organizer", "organizer", datetime.now(UTC))
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    url = f"/api/v1/conferences/{house.demo}/check-ins"
    scanner = HTTPConnection(house.address.removeprefix("http://"), timeout=PATIENCE_S)
    waits: Waits = []
    for guest in guests:
        before = page.evaluate("seen.length")
        body = {"guest": str(guest), "scan_id": f"scan {guest}", "door": "Cửa 1"}
        asked = time() * 1e3
        scanner.request("POST", url, json.dumps(body), headers)
        answer = json.load(scanner.getresponse())
        answered = time() * 1e3
        assert answer["verdict"] == "admitted", answer
        waits.append((seen(page, before) - asked, answered - asked))
        page.wait_for_timeout(300)
    scanner.close()
    return waits


def seen(page: Page, number: int) -> float:
    """When the change of this number was painted; the page's policy lets nobody wait in it."""
    end = monotonic() + PATIENCE_S
    while page.evaluate("seen.length") <= number:
        assert monotonic() < end, "the screen does not show it"
        page.wait_for_timeout(20)
    return float(page.evaluate("seen")[number])


if __name__ == "__main__":
    main()
