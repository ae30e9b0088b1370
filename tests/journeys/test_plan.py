"""The plan's editor in a real browser: keys, drag, buttons, the lock, sixty turns."""

from collections.abc import Callable
from uuid import UUID

import pytest
from builders_journeys import Served
from builders_looks import found_by_axe
from builders_plan_journeys import called, decided
from playwright.sync_api import Page, expect

from conference.commands.awards_plan import lock_plan
from conference.domain.awards import Awards

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


def opened(house: Served, page: Page, conference: UUID, path: str = "/plan") -> Page:
    page.goto(house.page(path, conference))
    page.wait_for_load_state()
    return page


def settled(page: Page) -> None:
    expect(page.locator("#plan-turns")).not_to_have_attribute("aria-busy", "true")


def test_alt_and_an_arrow_move_the_turn_in_hand_and_it_is_announced(
    house: Served, visit: Visit
) -> None:
    conference = decided(house, "Lượt bằng phím", 2, 2, 2)
    page = opened(house, visit(), conference)
    page.get_by_role("button", name="Lên: lượt 3").focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("#plan-said")).to_contain_text("lượt thứ 2 trong 3")
    settled(page)
    assert called(house, conference) == [["1.1", "1.2"], ["2.1", "2.2"], ["3.1", "3.2"]]
    page.keyboard.press("Alt+ArrowUp")
    settled(page)
    expect(page.locator(".flashes")).to_have_text("Đã đổi chỗ lượt.")
    assert called(house, conference) == [["2.1", "2.2"], ["1.1", "1.2"], ["3.1", "3.2"]]
    expect(page.locator(".turn-number .row-number")).to_have_text(["1", "2", "3"])


def test_a_recipient_moves_by_keys_within_a_turn_for_a_reason_and_over_its_edge_without(
    house: Served, visit: Visit
) -> None:
    conference = decided(house, "Người bằng phím", 5)
    page = opened(house, visit(), conference)
    page.get_by_role("link", name="1.3").focus()
    page.keyboard.press("Alt+Shift+ArrowDown")
    expect(page.locator(".flashes")).to_have_text("Đã đổi chỗ người nhận.")
    settled(page)
    assert called(house, conference) == [["1.1", "1.2"], ["1.3", "1.4", "1.5"]]
    page.get_by_role("link", name="1.5").focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator(".flashes")).to_contain_text("sẽ không còn theo thứ tự")
    expect(page.locator(".chip-name")).to_have_text(["1.1", "1.2", "1.3", "1.4", "1.5"])
    page.get_by_label("Lý do không theo thứ tự của quyết định").fill("đi lại khó")
    page.get_by_role("button", name="Đổi chỗ với lý do này").click()
    expect(page.locator(".chip-name")).to_have_text(["1.1", "1.2", "1.3", "1.5", "1.4"])
    assert called(house, conference) == [["1.1", "1.2"], ["1.3", "1.5", "1.4"]]


def test_turns_and_recipients_are_dragged(house: Served, visit: Visit) -> None:
    conference = decided(house, "Kéo thả", 4, 1)
    page = opened(house, visit(viewport={"width": 1366, "height": 1700}), conference)
    page.drag_and_drop("#plan-turns > li:nth-child(3) .grip", "#plan-turns > li:nth-child(1) h2")
    expect(page.locator(".chip-name")).to_have_text(["2.1", "1.1", "1.2", "1.3", "1.4"])
    settled(page)
    chips = page.locator(".chip")
    chips.nth(2).drag_to(chips.nth(3))
    settled(page)
    expect(page.locator(".flashes")).to_have_text("Đã đổi chỗ người nhận.")
    assert called(house, conference) == [["2.1"], ["1.1"], ["1.2", "1.3", "1.4"]]


def test_the_open_turn_stays_open_while_its_rows_are_moved_split_and_joined(
    house: Served, visit: Visit
) -> None:
    conference = decided(house, "Sửa lượt", 4, capacity=4)
    page = opened(house, visit(), conference)
    page.get_by_role("link", name="Sửa: lượt 1").click()
    page.get_by_role("button", name="Tách lượt từ đây: 1.4").click()
    expect(page.locator("#plan-turns > li")).to_have_count(2)
    settled(page)
    page.get_by_role("button", name="Sang lượt sau: 1.3").click()
    settled(page)
    assert called(house, conference) == [["1.1", "1.2"], ["1.3", "1.4"]]
    page.get_by_label("Nhạc", exact=True).fill("Nhạc mừng")
    page.get_by_role("button", name="Ghép với lượt sau: lượt 1").click()
    expect(page.locator("#plan-turns > li")).to_have_count(1)
    settled(page)
    expect(page.get_by_label("Nhạc", exact=True)).to_have_value("Nhạc mừng")
    assert found_by_axe(page) == []
    page.get_by_role("button", name="Lập lại theo quy tắc").click()
    expect(page.get_by_role("button", name="Lập lại theo quy tắc")).to_have_count(0)
    assert called(house, conference) == [["1.1", "1.2", "1.3", "1.4"]]


def test_behind_a_lock_the_reason_is_written_once_and_goes_along_with_each_drag(
    house: Served, visit: Visit
) -> None:
    conference = decided(house, "Đã chốt", 2, 2)
    lock_plan(house.store, house.clerk(), conference_id=conference)
    page = opened(house, visit(), conference)
    page.get_by_role("button", name="Xuống: lượt 1").click()
    reason = page.locator("#amends-bar")
    expect(reason).to_be_focused()
    expect(page.locator("#plan-said")).to_contain_text("ghi lý do sửa trước khi đổi")
    assert called(house, conference) == [["1.1", "1.2"], ["2.1", "2.2"]]
    reason.fill("lãnh đạo đến muộn")
    page.get_by_role("button", name="Xuống: lượt 1").click()
    expect(page.locator("#lock")).to_contain_text("1 sửa đổi: lãnh đạo đến muộn")
    settled(page)
    page.get_by_role("button", name="Xuống: lượt 1").click()
    expect(page.locator("#lock")).to_contain_text("2 sửa đổi")
    assert called(house, conference) == [["1.1", "1.2"], ["2.1", "2.2"]]


def test_where_no_answer_comes_the_rows_are_put_back(house: Served, visit: Visit) -> None:
    conference = decided(house, "Mất mạng giữa chừng", 2, 2)
    page = opened(house, visit(), conference)
    page.evaluate("() => { window.htmx.ajax = () => Promise.reject(); }")
    page.get_by_role("button", name="Xuống: lượt 1").click()
    expect(page.locator("#plan-said")).to_contain_text("Chưa ghi được, thứ tự để như cũ")
    expect(page.locator(".chip-name")).to_have_text(["1.1", "1.2", "2.1", "2.2"])


def test_sixty_turns_of_six_hundred_are_folded_found_and_moved(house: Served, visit: Visit) -> None:
    conference = decided(house, "Sáu mươi lượt", *[10] * 60, capacity=10)
    page = opened(house, visit(), conference)
    expect(page.locator("#plan-turns > li")).to_have_count(60)
    expect(page.locator(".chip:visible")).to_have_count(0)
    page.get_by_label("Tìm người nhận").fill("7.4")
    page.get_by_label("Tìm người nhận").press("Enter")
    page.locator("#found").get_by_role("link", name="7.4", exact=True).click()
    expect(page.locator(".plan-lines")).to_contain_text("7.4")
    before = called(house, conference)
    page.get_by_role("button", name="Lên: lượt 30", exact=True).focus()
    page.keyboard.press("Alt+ArrowUp")
    settled(page)
    after = called(house, conference)
    assert after == [*before[:28], before[29], before[28], *before[30:]]


def test_the_own_precedence_is_moved_by_keys(house: Served, visit: Visit) -> None:
    conference = decided(house, "Thứ tự riêng", 1, 1)
    page = opened(house, visit(), conference, "/plan/own-precedence")
    name = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"
    page.get_by_role("button", name=f"Lên: {name}", exact=True).focus()
    for _ in range(6):
        page.keyboard.press("Alt+ArrowUp")
    expect(page.locator(".flashes")).to_have_text("Đã ghi thứ tự trao riêng.")
    expect(page.locator("#precedence")).not_to_have_attribute("aria-busy", "true")
    awards = house.store.load(Awards, Awards.id_of(conference))
    assert awards.preset[0] == "own"
    assert called(house, conference) == [["2.1"], ["1.1"]]
