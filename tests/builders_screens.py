"""Builders of a ceremony in real browsers: its lines, its screens, all that they ever showed."""

import statistics
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from builders import STAMP
from builders_awards import CERTIFICATE, FLAG, INSTRUMENT
from builders_door_app import Hall
from builders_journeys import complaints
from playwright.sync_api import Browser, Page

from conference.commands.awards import register_instrument
from conference.store import Store
from projections.ceremony import Ceremony, ceremony_of

PATIENCE_S = 20

AWAY = ("htmx:sendError", "htmx:afterRequest")
"""What a page says of itself while its server is killed."""

ORDERED = {
    "mc": "#stage .stage-names strong",
    "announcer": "#stage .stage-names strong",
    "hall": "#stage .stage-shown li",
    "wall": "#day .stage-shown li",
    "run-sheet": ".turn .chip-name",
    "manager": ".crew-card:not(.is-gap) .crew-name",
    "tray": ".crew-laid:not(.is-gap) .crew-name",
    "photographer": ".crew-portrayed li",
}
"""Where a screen has its one list of names; a gap is none of them."""

CREWS = {name: f"/stage/0/{name}" for name in ("mc", "manager", "tray", "hall", "photographer")}

READERS = {
    "mc": "/stage/0/mc",
    "announcer": "/stage/0/announcer",
    "hall": "/stage/0/hall",
    "wall": "/day/hall",
    "run-sheet": "/run-sheet",
}
"""Five screens each: those of the crews, and of who reads; the wall is a paired device's."""

WALLS = ("hall", "wall")
"""Screens of which every list of names that they ever held is kept; to look through all of a page
at each tick of its clock would slow the others."""

WATCH = """([known, list, whole]) => {
  window.__shown = [];
  window.__listed = [];
  window.__drawn = [];
  let last = "";
  const note = () => {
    const html = document.documentElement.outerHTML;
    const found = known.filter((one) => html.includes(one));
    found.sort((a, b) => html.indexOf(a) - html.indexOf(b));
    const now = JSON.stringify(found);
    if (now === last) return;
    last = now;
    window.__shown.push(found);
  };
  const listed = () => {
    const found = [...document.querySelectorAll(list)].map((one) => one.textContent.trim());
    const names = found.map((one) => one.replace(/^\\d+\\s+/, ""));
    window.__listed.push(names.filter((one) => known.includes(one)));
  };
  const drawn = ({ detail }) => {
    if (!["stage", "day", "run-sheet"].includes(detail.target.id)) return;
    const said = [...detail.target.textContent.matchAll(/#(\\d+)/g)];
    listed();
    window.__drawn.push([Math.max(0, ...said.map((one) => Number(one[1]))), Date.now()]);
  };
  const begin = () => {
    document.addEventListener("htmx:afterSwap", drawn);
    const how = { subtree: true, childList: true, characterData: true, attributes: true };
    if (whole) new MutationObserver(note).observe(document, how);
    note();
    listed();
  };
  addEventListener("keydown", () => (window.__pressed = Date.now()), true);
  begin();
}"""
"""Keeps every list of names that a wall ever held, in its order there, hidden or not; of any page
the list that it has, drawing by drawing, which position that was of, and when."""


def case_01(store: Store, conference: UUID) -> None:
    """39 lines as case Kiên Giang 2019 has them, and its proposal; no name is part of another.

    Source: tests/demo/test_make.py: 10 proposed, then 16 + 16 + 7 decided.
    """
    proposed = [f"Đề nghị {n:02}" for n in range(1, 11)]
    lines(store, conference, "Tờ trình", "co_thi_dua_chinh_phu", proposed, kind="proposal")
    for placing, count in ((1, 16), (2, 16), (3, 7)):
        award = FLAG if placing == 1 else CERTIFICATE
        names = [f"Khối {n:02} hạng {placing}" for n in range(1, count + 1)]
        lines(store, conference, f"Quyết định {placing}", award, names, placing=placing)


def lines(
    store: Store, conference: UUID, title: str, award: str, names: Iterable[str], **other: Any
) -> UUID:
    """An instrument with a line for each name."""
    placing = other.pop("placing", None)
    of_line = {"kind": "collective", "award": award, "placing": placing, "year": 2018}
    bare = {"reason": None, "guest": None, "representative": None}
    listed = [
        {"line": uuid4(), "number": n, "name": name, **of_line, **bare}
        for n, name in enumerate(names, 1)
    ]
    said = {**INSTRUMENT, "title": title, "lines": listed, **other}
    return register_instrument(store, STAMP, conference_id=conference, **said)


@dataclass
class Screens:
    """A ceremony on several screens at once; the first is the MC's, who presses."""

    hall: Hall
    conference: UUID
    pages: dict[str, Page]
    known: list[str]
    took_ms: list[int] = field(default_factory=list)
    expected: list[list[str]] = field(default_factory=lambda: [[]])
    """What the wall may show, in this order: after each cue the names that were read by then."""

    @property
    def mc(self) -> Page:
        return self.pages["mc"]

    @property
    def now(self) -> Ceremony:
        shelf = self.hall.shelf(self.conference)
        return ceremony_of(shelf.run_sheet, shelf.agenda.public.awards_start_at)

    def position(self) -> int:
        return int(self.mc.locator("#stage").get_attribute("data-position") or 0)

    def press(self) -> None:
        """The remote, once; all screens have drawn it when this returns."""
        before = self.position()
        drawn = f"window.__drawn.find(([position]) => position > {before})?.[1] ?? 0"
        self.mc.keyboard.press("PageDown")
        for page in self.pages.values():
            at = answered(page, drawn)
            self.took_ms.append(at - int(self.mc.evaluate("window.__pressed")))
            page.evaluate("window.__drawn = []")
        self.expected.append([place.name for place in self.now.shown])

    def play(self) -> Iterator[Ceremony]:
        """Press to the end; the ceremony after each press."""
        while self.mc.locator("[data-remote]").count() and self.now.next_cue:
            self.press()
            yield self.now

    def shown(self, name: str) -> list[list[str]]:
        """Every list of names that a screen ever held."""
        found: list[list[str]] = self.pages[name].evaluate("window.__shown")
        return found

    def listed(self, name: str) -> list[list[str]]:
        """The list of names as a screen had it, each until it became another."""
        found: list[list[str]] = self.pages[name].evaluate("window.__listed")
        return [names for n, names in enumerate(found) if n == 0 or names != found[n - 1]]

    def wall(self) -> list[list[str]]:
        """What the wall has to have shown, without repetition."""
        found: list[list[str]] = []
        for names in self.expected:
            if not found or found[-1] != names:
                found.append(names)
        return found

    def figures(self) -> dict[str, float]:
        """Tap to a screen that shows it, over all screens and presses, in milliseconds."""
        cuts = statistics.quantiles(self.took_ms, n=20)
        return {
            "drawings": len(self.took_ms),
            "median_ms": statistics.median(self.took_ms),
            "p95_ms": round(cuts[18]),
            "max_ms": max(self.took_ms),
        }


def answered(page: Page, asked: str) -> int:
    """What the page answers as soon as that is not 0; the content policy forbids to wait there."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if found := int(page.evaluate(asked)):
            return found
        page.wait_for_timeout(5)
    raise AssertionError(f"{page.url} never drew it")


@contextmanager
def screens(
    hall: Hall, browser: Browser, conference: UUID, paths: dict[str, str], known: Sequence[str]
) -> Iterator[Screens]:
    """The screens of a conference, each a window of one browser, watched from the first moment."""
    context = browser.new_context(locale="vi-VN", viewport={"width": 1180, "height": 820})
    first = context.new_page()
    hall.served.sign_in(first, "stage")
    opened = {}
    complained: list[list[str]] = []
    for name, path in paths.items():
        page = opened[name] = context.new_page()
        complained.append(complaints(page))
        page.goto(hall.served.page(path, conference))
        page.locator('body[data-connection="up"]').wait_for()
        page.evaluate(WATCH, [list(known), ORDERED[name], name in WALLS])
    opened["mc"].bring_to_front()
    yield Screens(hall, conference, opened, list(known))
    context.close()
    left = [one for found in complained for one in found if not one.startswith(AWAY)]
    assert left == [], left
