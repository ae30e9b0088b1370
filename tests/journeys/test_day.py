"""The day in real browsers: a presenter's remote moves every screen, and nothing is taken twice."""

from collections.abc import Callable

import pytest
from builders_journeys import Served
from builders_looks import NOTHING, found_by_axe, runs_over
from playwright.sync_api import Page, Route, expect

from projections.library import Library

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]

NAMES = ("Chào cờ", "Báo cáo", "Bế mạc")


def test_a_remote_moves_every_screen(house: Served, visit: Visit) -> None:
    conference = house.released("Ngày hội nghị", *NAMES)
    moderator, screens = visit(), {name: visit() for name in ("speaker", "backstage", "hall")}
    moderator.goto(house.page("/day", conference))
    for name, page in screens.items():
        page.goto(house.page(f"/day/{name}", conference))
    moderator.keyboard.press("PageDown")
    on_now(moderator, "Chào cờ")
    for page in screens.values():
        expect(page.locator("#day")).to_contain_text("Chào cờ")
    moderator.keyboard.press("ArrowRight")
    on_now(moderator, "Báo cáo")
    expect(screens["hall"].get_by_role("heading", level=1)).to_have_text("Báo cáo")
    expect(screens["speaker"].get_by_role("heading", level=1)).to_have_text("Báo cáo")
    expect(screens["speaker"].get_by_role("timer")).to_be_visible()
    expect(screens["backstage"].locator(".day-list")).to_contain_text("Bế mạc")
    moderator.keyboard.press(" ")
    expect(screens["hall"].get_by_role("heading", level=1)).to_have_text("Bế mạc")


def on_now(page: Page, title: str) -> None:
    """The item runs and nothing is on its way: a press meanwhile would be a double one."""
    expect(page.locator(".day-now .day-item")).to_have_text(title)
    expect(page.locator("#day [aria-busy]")).to_have_count(0)


def test_two_moderators_at_once_take_one_step(house: Served, visit: Visit) -> None:
    conference = house.released("Hai người điều hành", *NAMES)
    one, other = visit(), visit("second organizer")
    for page in (one, other):
        page.goto(house.page("/day", conference))
    one.keyboard.press("PageDown")
    for page in (one, other):
        expect(page.locator(".day-now")).to_contain_text("Chào cờ")
    held: list[Route] = []
    for page in (one, other):
        page.route("**/passing", lambda route: held.append(route))
        page.evaluate("document.querySelector('[data-remote]').click()")
    while len(held) < 2:  # both have pressed before the server hears of either
        one.wait_for_timeout(20)
    for route in held:
        route.continue_()
    for page in (one, other):
        expect(page.locator(".day-now")).to_contain_text("Báo cáo")
    items = Library(house.store.facts).shelf(conference).agenda.items
    assert [len(item.takes) for item in items] == [1, 1, 0]


def test_the_day_is_run_without_scripts(house: Served, visit: Visit) -> None:
    conference = house.released("Không tập lệnh trong ngày", *NAMES)
    page = visit(java_script_enabled=False)
    page.goto(house.page("/day", conference))
    page.get_by_role("button", name="Bắt đầu: Chào cờ").first.click()
    expect(page.locator(".day-now")).to_contain_text("Chào cờ")
    page.get_by_role("button", name="Sang mục tiếp theo").click()
    expect(page.locator(".day-now")).to_contain_text("Báo cáo")


def test_the_open_forms_of_the_stage_can_be_read_by_all(house: Served, visit: Visit) -> None:
    conference = house.released("Biểu mẫu trên sân khấu", *NAMES)
    page = visit()
    page.goto(house.page("/day", conference))
    page.keyboard.press("PageDown")
    expect(page.locator(".day-now")).to_contain_text("Chào cờ")
    for form in page.locator("details > summary").all():
        form.click()
    assert page.locator("details[open]").count() == 4
    assert found_by_axe(page) == []
    assert runs_over(page) == NOTHING
