"""An organiser without a mouse signs in, plans a conference and orders its agenda by keys alone."""

from collections.abc import Callable

import pytest
from builders_journeys import Served
from builders_keys import fill, press, reach
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


def test_the_agenda_of_a_new_conference_is_made_by_keys_alone(house: Served, visit: Visit) -> None:
    page = visit("nobody")
    page.goto(house.link("organizer"))
    press(page, "Vào làm việc")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tất cả hội nghị")
    press(page, "Lập hội nghị mới")
    fill(page, title_plan="Hội nghị bằng phím", host_plan="UBND huyện An Biên")
    press(page, "Lập hội nghị")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hội nghị bằng phím")
    press(page, "Chương trình")
    expect(page.get_by_role("heading", level=1)).to_have_text("Chương trình")
    for title in ("Chào cờ", "Báo cáo tổng kết"):
        press(page, "Thêm mục")
        fill(page, title_add=title)
        page.keyboard.press("Enter")
        expect(page.locator("#agenda-items")).to_contain_text(title)
    press(page, "Thêm tham luận")
    fill(page, unit_speech="Xã Đông Yên", title_speech="Xây dựng nông thôn mới")
    page.keyboard.press("Enter")
    press(page, "Lên: Xây dựng nông thôn mới")
    rows = page.locator("#agenda-items .row-title")
    expect(rows).to_have_text(["Chào cờ", "Xây dựng nông thôn mới", "Báo cáo tổng kết"])


def test_the_focus_stays_with_the_item_that_moves(house: Served, visit: Visit) -> None:
    page = visit()
    path = house.page("/agenda", house.planned("Phím ở lại", "Một", "Hai", "Ba"))
    page.goto(path)
    press(page, "Lên: Ba")
    rows = page.locator("#agenda-items .row-title")
    expect(rows).to_have_text(["Một", "Ba", "Hai"])
    expect(page.get_by_role("button", name="Lên: Ba")).to_be_focused()
    page.keyboard.press("Enter")
    expect(rows).to_have_text(["Ba", "Một", "Hai"])


def test_the_first_stop_of_the_tab_key_leads_past_the_menu(house: Served, visit: Visit) -> None:
    page = visit()
    page.goto(house.page("/guests"))
    press(page, "Đến nội dung")
    expect(page.locator("#content")).to_be_focused()


def test_escape_closes_what_was_opened_and_gives_the_focus_back(
    house: Served, visit: Visit
) -> None:
    page = visit()
    page.goto(house.page("/agenda"))
    press(page, "Thêm mục")
    reach(page, "title-add")
    page.keyboard.press("Escape")
    expect(page.locator("#title-add")).to_be_hidden()
    expect(page.locator("#add-item > summary")).to_be_focused()


def test_the_seats_are_one_stop_and_the_arrows_walk_among_them(house: Served, visit: Visit) -> None:
    page = visit()
    page.goto(house.page("/seating"))
    stops = page.locator('#hall a.seat[tabindex="0"]')
    expect(stops).to_have_count(1)
    stops.focus()
    first = stops.get_attribute("href")
    page.keyboard.press("ArrowRight")
    expect(stops).to_be_focused()
    assert stops.get_attribute("href") != first


def test_an_item_withdrawn_by_mistake_is_brought_back_by_keys_alone(
    house: Served, visit: Visit
) -> None:
    page = visit()
    page.goto(house.page("/agenda", house.planned("Phím khôi phục", "Một", "Hai", "Ba")))
    rows = page.locator("#agenda-items .row-title")
    page.locator("summary", has_text="Sửa: Hai").focus()
    page.keyboard.press("Enter")
    reason = page.get_by_label("Lý do rút")
    expect(reason).to_be_visible()
    reach(page, reason.get_attribute("id") or "")
    page.keyboard.type("bấm nhầm")
    page.keyboard.press("Enter")
    expect(rows).to_have_text(["Một", "Ba"])
    press(page, "Đã rút khỏi chương trình: 1 mục")
    press(page, "Khôi phục: Hai")
    expect(rows).to_have_text(["Một", "Hai", "Ba"])
    expect(page.locator("#withdrawn")).to_have_count(0)
