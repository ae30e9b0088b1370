"""The agenda's list editor in a real browser: keys, drag, 320 items, conflicts, no network."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid5

import pytest
from builders_journeys import Served
from builders_looks import found_by_axe
from playwright.sync_api import Browser, Locator, Page, expect

from conference.commands.agenda import move_item
from conference.domain.agenda import Agenda

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


def opened(house: Served, page: Page, conference: UUID) -> Locator:
    """The titles of the agenda's rows."""
    page.goto(house.page("/agenda", conference))
    page.wait_for_load_state()
    return page.locator("#agenda-items .row-title")


def order(house: Served, conference: UUID) -> list[str]:
    agenda = house.store.load(Agenda, Agenda.id_of(conference))
    return [agenda.items[item].title for item in agenda.order]


def test_alt_and_an_arrow_move_the_item_in_hand_and_it_is_announced(
    house: Served, visit: Visit
) -> None:
    page, conference = visit(), house.planned("Phím Alt", "Một", "Hai", "Ba", "Bốn")
    rows = opened(house, page, conference)
    page.get_by_role("button", name="Lên: Bốn").focus()
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Alt+ArrowUp")
    expect(rows).to_have_text(["Một", "Bốn", "Hai", "Ba"])
    expect(page.locator("#agenda-said")).to_have_text("“Bốn”: thứ 2 trong 4 mục")
    expect(page.get_by_role("button", name="Lên: Bốn")).to_be_focused()
    expect(page.locator("#agenda-items")).not_to_have_attribute("aria-busy", "true")
    expect(page.locator(".row-number")).to_have_text(["1", "2", "3", "4"])
    assert order(house, conference) == ["Một", "Bốn", "Hai", "Ba"]
    page.keyboard.press("Alt+ArrowDown")
    expect(rows).to_have_text(["Một", "Hai", "Bốn", "Ba"])


def test_the_arrows_of_a_field_are_its_own(house: Served, visit: Visit) -> None:
    page, conference = visit(), house.planned("Trong ô", "Một", "Hai")
    rows = opened(house, page, conference)
    page.locator("#agenda-items summary").nth(1).click()
    page.locator("#agenda-items").get_by_label("Nội dung").press("Alt+ArrowUp")
    expect(rows).to_have_text(["Một", "Hai"])
    assert order(house, conference) == ["Một", "Hai"]


def test_an_item_is_dragged_by_its_handle(house: Served, visit: Visit) -> None:
    page, conference = visit(), house.planned("Kéo", "Một", "Hai", "Ba")
    rows = opened(house, page, conference)
    page.drag_and_drop("#agenda-items > li:nth-child(3) .grip", "#agenda-items > li:nth-child(1)")
    expect(rows).to_have_text(["Ba", "Một", "Hai"])
    expect(page.locator(".flashes")).to_have_text("Đã đổi thứ tự.")
    assert order(house, conference) == ["Ba", "Một", "Hai"]


def test_of_two_who_move_at_once_the_later_sees_the_list_as_it_is_and_why(
    house: Served, visit: Visit
) -> None:
    page, conference = visit(), house.planned("Cùng lúc", "Một", "Hai", "Ba")
    rows = opened(house, page, conference)
    agenda = house.store.load(Agenda, Agenda.id_of(conference))
    by, first, last = house.clerk(), agenda.order[0], agenda.order[-1]
    move_item(house.store, by, conference_id=conference, item=last, before=first)
    expect(rows).to_have_text(["Ba", "Một", "Hai"])
    page.locator("#agenda-move [name=version]").evaluate("field => (field.value = 1)")
    page.get_by_role("button", name="Lên: Hai").focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator(".flashes")).to_contain_text("Chưa ghi Người khác vừa sửa chỗ này")
    expect(rows).to_have_text(["Ba", "Một", "Hai"])


def test_where_no_answer_comes_the_list_is_put_back(
    house: Served, browser: Browser, signed_in: Callable[[str], Any]
) -> None:
    """In a window of its own: what htmx says of a lost request in the console is no defect."""
    context = browser.new_context(storage_state=signed_in("organizer"), locale="vi-VN")
    page, conference = context.new_page(), house.planned("Mất mạng", "Một", "Hai", "Ba")
    rows = opened(house, page, conference)
    page.route("**/position", lambda route: route.abort())
    page.get_by_role("button", name="Lên: Ba").click()
    expect(page.locator("#agenda-said")).to_contain_text("Chưa ghi được, thứ tự để như cũ")
    expect(rows).to_have_text(["Một", "Hai", "Ba"])
    assert order(house, conference) == ["Một", "Hai", "Ba"]
    context.close()


def test_what_is_typed_into_an_open_row_outlives_another_rows_move(
    house: Served, visit: Visit
) -> None:
    page, conference = visit(), house.planned("Đang gõ", "Một", "Hai", "Ba")
    rows = opened(house, page, conference)
    page.locator("#agenda-items summary").first.click()
    title = page.locator("#agenda-items").get_by_label("Nội dung")
    title.fill("Một rưỡi")
    page.get_by_role("button", name="Lên: Ba").click()
    expect(rows).to_have_text(["Một", "Ba", "Hai"])
    expect(page.locator("#agenda-items")).not_to_have_attribute("aria-busy", "true")
    expect(title).to_have_value("Một rưỡi")
    assert found_by_axe(page) == []
    title.press("Enter")
    expect(rows).to_have_text(["Một rưỡi", "Ba", "Hai"])


def test_a_programme_of_320_items_is_edited(house: Served, visit: Visit) -> None:
    conference, by = house.planned("Chương trình dài"), house.clerk()

    def add_all(agenda: Agenda) -> None:
        for number in range(320):
            said = {"kind": "report", "title": f"Báo cáo {number + 1}", "minutes": 5}
            agenda.add_item(by, uuid5(conference, f"item {number}"), **said)

    house.store.change(Agenda, Agenda.id_of(conference), add_all)
    page = visit()
    rows = opened(house, page, conference)
    expect(rows).to_have_count(320)
    page.get_by_role("button", name="Lên: Báo cáo 200", exact=True).focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(rows.nth(198)).to_have_text("Báo cáo 200")
    expect(page.locator("#agenda-items")).not_to_have_attribute("aria-busy", "true")
    row = page.locator("#agenda-items > li").nth(198)
    row.locator("summary").press("Enter")
    row.get_by_label("Thời lượng").fill("1h30")
    row.get_by_label("Thời lượng").press("Enter")
    expect(row.locator(".row-side")).to_contain_text("90 phút")
    assert order(house, conference)[198:200] == ["Báo cáo 200", "Báo cáo 199"]


def test_a_template_a_break_and_a_copy_are_made_by_keys_alone(house: Served, visit: Visit) -> None:
    page, conference = visit(), house.planned("Soạn bằng phím")
    rows = opened(house, page, conference)
    page.locator("#add-template > summary").press("Enter")
    page.get_by_role("button", name="Thêm các mục của mẫu").press("Enter")
    expect(rows).to_have_count(11)
    row = page.locator("#agenda-items > li").nth(2)
    row.locator("summary").press("Enter")
    row.get_by_role("button", name="Tách bằng giờ nghỉ").press("Enter")
    expect(rows.nth(3)).to_have_text("Giải lao")
    expect(rows.nth(4)).to_contain_text("(tiếp theo)")
    assert found_by_axe(page) == []
    other = house.planned("Chép bằng phím")
    page.goto(house.page("/agenda/copy?q=soan bang phim", other))
    page.get_by_role("link", name="Soạn bằng phím").press("Enter")
    assert found_by_axe(page) == []
    page.get_by_role("button", name="Chép 13 mục").press("Enter")
    expect(page.locator("#agenda-items .row-title")).to_have_count(13)
    assert order(house, other) == order(house, conference)
