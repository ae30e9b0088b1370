"""Several screens on one conference: what one does the others show, and of two acts one wins."""

import re
from collections.abc import Callable

import pytest
from builders_journeys import Served
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


def titles(page: Page) -> list[str]:
    """The agenda as this screen shows it."""
    return page.locator("#agenda-items .row-title").all_inner_texts()


def shows(page: Page, *wanted: str) -> None:
    """Wait until this screen shows the agenda so."""
    expect(page.locator("#agenda-items .row-title")).to_have_text(list(wanted))


def test_a_move_on_one_screen_appears_on_another_that_nobody_touches(
    house: Served, visit: Visit
) -> None:
    path = house.page("/agenda", house.planned("Cùng xem", "Rạch Giá", "An Biên", "Hà Tiên"))
    clerk, other = visit(), visit("second organizer")
    for screen in (clerk, other):
        screen.goto(path)
    other.evaluate("window.untouched = true")
    clerk.get_by_role("button", name="Lên: An Biên").click()
    shows(clerk, "An Biên", "Rạch Giá", "Hà Tiên")
    shows(other, "An Biên", "Rạch Giá", "Hà Tiên")
    assert other.evaluate("window.untouched") is True


def test_what_somebody_is_typing_outlives_the_change_of_another(
    house: Served, visit: Visit
) -> None:
    path = house.page("/agenda", house.planned("Đang gõ dở", "Rạch Giá", "An Biên"))
    clerk, other = visit(), visit("second organizer")
    for screen in (clerk, other):
        screen.goto(path)
    other.get_by_text("Thêm mục").first.click()
    other.locator("#title-add").press_sequentially("Giải lao giữa")
    clerk.get_by_role("button", name="Lên: An Biên").click()
    shows(other, "An Biên", "Rạch Giá")
    expect(other.locator("#title-add")).to_be_visible()
    expect(other.locator("#title-add")).to_have_value("Giải lao giữa")


def test_a_form_half_filled_in_outlives_the_change_of_another(house: Served, visit: Visit) -> None:
    conference = house.planned("Điền dở", "Rạch Giá", "An Biên")
    clerk, other = visit(), visit("second organizer")
    clerk.goto(house.page("/agenda", conference))
    other.goto(house.page("/agenda", conference))
    other.get_by_text("Thêm mục").first.click()
    other.locator("#title-add").fill("Giải lao giữa")
    other.locator("#kind-add").select_option("break")
    other.locator("#minutes-add").focus()
    clerk.get_by_role("button", name="Lên: An Biên").click()
    shows(other, "An Biên", "Rạch Giá")
    expect(other.locator("#title-add")).to_have_value("Giải lao giữa")
    expect(other.locator("#kind-add")).to_have_value("break")
    other.locator("#minutes-add").fill("10")
    other.get_by_role("button", name="Thêm mục").click()
    shows(other, "An Biên", "Rạch Giá", "Giải lao giữa")
    other.get_by_text("Thêm mục").first.click()
    expect(other.locator("#title-add")).to_have_value("")


def test_a_guest_let_in_at_the_door_is_counted_on_the_overview(house: Served, visit: Visit) -> None:
    door, office = visit("supervisor"), visit()
    office.goto(house.page())
    before = office.locator(".figures dd").first.inner_text()
    door.goto(house.page("/attendance"))
    door.get_by_role("searchbox").fill("huyen")
    door.get_by_role("button", name="Tìm").click()
    door.locator("#found").get_by_role("button", name="Mời vào").first.click()
    expect(door.locator(".notice-green")).to_be_visible()
    came, invited = map(int, re.findall(r"\d+", before))
    expect(office.locator(".figures dd").first).to_have_text(f"{came + 1} / {invited}")


def test_of_two_who_move_one_item_at_once_one_wins_and_the_other_is_told(
    house: Served, visit: Visit
) -> None:
    conference = house.planned("Cùng dời", "Rạch Giá", "An Biên", "Hà Tiên")
    first, second = visit(), visit("second organizer")
    # At once: the second has not yet heard of what the first did.
    second.route("**/live", lambda route: route.abort())
    for screen in (first, second):
        screen.goto(house.page("/agenda", conference))
    first.get_by_role("button", name="Lên: Hà Tiên").click()
    shows(first, "Rạch Giá", "Hà Tiên", "An Biên")
    second.get_by_role("button", name="Lên: Hà Tiên").click()
    expect(second.locator(".notice-red")).to_contain_text("Người khác vừa sửa")
    shows(second, "Rạch Giá", "Hà Tiên", "An Biên")
    second.get_by_role("button", name="Lên: Hà Tiên").click()
    shows(second, "Hà Tiên", "Rạch Giá", "An Biên")
    shows(first, "Hà Tiên", "Rạch Giá", "An Biên")


def test_a_screen_without_the_server_says_as_of_when_it_is(house: Served, visit: Visit) -> None:
    page = visit()
    page.goto(house.page("/agenda"))
    expect(page.locator("body")).to_have_attribute("data-connection", "up")
    path = "**/live"
    page.route(path, lambda route: route.abort())
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-connection", "lost")
    expect(page.locator("#connection")).to_have_text(re.compile(r"\d\d:\d\d:\d\d · #\d+$"))
    assert titles(page)
    page.unroute(path)
    expect(page.locator("body")).to_have_attribute("data-connection", "up")
