"""Builders of a look at a page: the sizes of screens, what axe finds, what runs over."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

DESKTOP = {"width": 1366, "height": 768}
TABLET = {"width": 820, "height": 1180}
PHONE = {"width": 390, "height": 844}

AXE = {"resultTypes": ["violations"], "preload": False}
"""axe copies style sheets beforehand for one experimental rule; the content policy forbids that."""


def found_by_axe(page: Page) -> list[str]:
    """What axe finds on the page as it is drawn now: the rule, and where."""
    violations = Axe().run(page, options=AXE).response["violations"]
    return [f"{one['id']}: {node['target']}" for one in violations for node in one["nodes"]]


def said_twice(page: Page) -> list[str]:
    """Ids that more than one element has: a label, a link or a redraw finds the wrong one."""
    found: list[str] = page.evaluate(
        """() => {
          const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
          return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
        }"""
    )
    return found


def runs_over(page: Page) -> dict[int, int]:
    """By how many pixels the document is wider than a window of each width."""
    found = {}
    for size in (DESKTOP, TABLET, PHONE):
        page.set_viewport_size(size)
        over: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found[size["width"]] = over
    return found


NOTHING = {1366: 0, 820: 0, 390: 0}
"""What a page that fits every screen runs over by."""
