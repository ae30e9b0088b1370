"""A browser that runs no scripts: every act is an ordinary form, and nobody is turned away."""

from collections.abc import Callable

import pytest
from builders_journeys import Served
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


@pytest.fixture
def plain(visit: Visit) -> Visit:
    """A window in which no script runs."""
    return lambda who="organizer", **said: visit(who, java_script_enabled=False, **said)


def test_an_item_is_added_and_moved_by_forms_alone(house: Served, plain: Visit) -> None:
    page = plain()
    page.goto(house.page("/agenda", house.planned("Không tập lệnh", "Báo cáo")))
    page.locator("#add-item > summary").click()
    page.locator("#title-add").fill("Chào cờ")
    page.locator("#add-item button").click()
    rows = page.locator("#agenda-items .row-title")
    expect(rows).to_have_text(["Báo cáo", "Chào cờ"])
    expect(page.locator(".notice-green")).to_be_visible()
    page.get_by_role("button", name="Lên: Chào cờ").click()
    expect(rows).to_have_text(["Chào cờ", "Báo cáo"])


def test_a_form_with_a_fault_comes_back_with_what_was_typed(house: Served, plain: Visit) -> None:
    page = plain()
    page.goto(house.page("/agenda", house.planned("Gõ sai")))
    page.locator("#add-item > summary").click()
    page.locator("#title-add").fill("Chào cờ")
    page.locator("#minutes-add").fill("mười")
    page.locator("#add-item button").click()
    expect(page.locator("#minutes-add-error")).to_be_visible()
    expect(page.locator("#title-add")).to_have_value("Chào cờ")


def test_a_guest_is_let_in_by_forms_alone(house: Served, plain: Visit) -> None:
    page = plain("supervisor")
    page.goto(house.page("/attendance"))
    page.get_by_role("searchbox").fill("khoi thi dua 7")
    page.get_by_role("button", name="Tìm").click()
    page.locator("#found").get_by_role("button", name="Mời vào").first.click()
    expect(page.locator(".notice-green")).to_be_visible()


def test_the_menu_of_a_phone_opens_without_scripts(house: Served, plain: Visit) -> None:
    page = plain(viewport={"width": 390, "height": 844})
    page.goto(house.page())
    entry = page.get_by_role("navigation", name="Mục lục").get_by_role("link", name="Chương trình")
    expect(entry).to_be_hidden()
    page.locator("#menu > summary").click()
    entry.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Chương trình")
