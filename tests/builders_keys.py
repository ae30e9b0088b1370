"""Builders of visits without a mouse: where the focus is, and how one gets to a thing by Tab."""

from playwright.sync_api import Page

FOCUS = """() => {
  const it = document.activeElement, style = getComputedStyle(it), box = it.getBoundingClientRect();
  return {
    words: it === document.body ? ""
      : it.getAttribute("aria-label") ?? (it.id || it.innerText.trim().split("\\n")[0]),
    ring: style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2,
    here: document.hasFocus(),
    seen: box.bottom > 0 && box.top < innerHeight && box.width > 0,
  };
}"""

FARTHEST = 120
"""Presses of Tab after which a person gives up."""


def reach(page: Page, wanted: str) -> None:
    """Press Tab until the focus is on what is called so; wherever it goes it must be seen."""
    page.wait_for_load_state()
    passed = []
    for _ in range(FARTHEST):
        focus = page.evaluate(FOCUS)
        passed.append(focus["words"])
        if focus["words"] == wanted:
            return
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        # Behind the last stop the focus is in the browser's own bar.
        assert focus["ring"] or not focus["here"], f"no ring around {focus['words']}"
        assert focus["seen"], f"{focus['words']} is out of sight"
    raise AssertionError(f"{wanted} not among {passed}")


def fill(page: Page, **values: str) -> None:
    """Go from field to field of an open form and type."""
    for field, words in values.items():
        reach(page, field.replace("_", "-"))
        page.keyboard.press("Control+A")
        page.keyboard.type(words)


def press(page: Page, wanted: str, key: str = "Enter") -> None:
    reach(page, wanted)
    page.keyboard.press(key)
