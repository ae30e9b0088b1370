"""Entries that the server does not take stay on the device until somebody has dealt with them."""

import pytest
from builders_door_app import DESKTOP, KEPT, PHONE, READY, Hall, scan, told
from builders_looks import found_by_axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

UNREADABLE = "Hồ\u202e Văn C"
"""A name that would turn the line around: the server takes it from nobody."""

AGES = """() => new Promise((resolve) => {
  indexedDB.databases().then(([{ name }]) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => {
      const table = request.result.transaction("unsettled", "readwrite").objectStore("unsettled");
      table.getAll().onsuccess = ({ target }) => {
        for (const one of target.result) table.put({ ...one, dealt: one.dealt - 25 * 3600 * 1000 });
      };
      table.transaction.oncomplete = () => (request.result.close(), resolve());
    };
  });
})"""
"""What was dealt with was so a day earlier."""


def walk_in_offline(page: Page, name: str) -> None:
    """While the network is away; the door lets the person in by itself."""
    page.context.set_offline(True)
    page.locator("#walk-in-open").click()
    said = {"name": name, "body": "Báo Kiên Giang", "voucher": "Trần Thị Đào"}
    for field, text in said.items():
        page.locator(f"#walk-in-{field}").fill(text)
    page.keyboard.press("Enter")
    told(page, "admitted")


def test_a_refused_walk_in_is_shown_until_it_is_dealt_with(hall: Hall, browser: Browser) -> None:
    conference = hall.conference("Không nhận", "Lê Thị Lan")
    with hall.phone(browser, conference) as page:
        page.wait_for_selector(KEPT)
        walk_in_offline(page, UNREADABLE)
        scan(page, hall.codes(conference)["Lê Thị Lan"])
        expect(page.locator('[data-part="name"]')).to_have_text("Lê Thị Lan")
        page.context.set_offline(False)
        row = page.locator("#unsettled li")
        expect(row).to_contain_text("Hồ Văn C, Báo Kiên Giang, bảo lãnh: Trần Thị Đào")
        expect(row).to_contain_text("“Mời vào”; máy chủ: Máy chủ không đọc được lượt này")
        expect(page.locator("#pill")).to_have_text("Trực tuyến")
        expect(page.locator("#notes-box")).to_be_hidden()
        page.reload()
        page.wait_for_selector(READY)
        row.get_by_role("button", name="Đã xử lý").click()
        expect(page.locator("#unsettled-none")).to_be_visible()
        page.reload()
        page.wait_for_selector(READY)
        expect(row).to_have_count(0)
        page.locator("#dealt-box summary").click()
        page.locator("#dealt").get_by_role("button", name="Chưa xong").click()
        expect(row).to_have_count(1)
        expect(page.locator("#dealt-box")).to_be_hidden()
    assert hall.shelf(conference).attendance.present == 1


def test_what_was_dealt_with_a_day_ago_is_forgotten(hall: Hall, browser: Browser) -> None:
    conference = hall.conference("Đã xong từ hôm qua")
    with hall.phone(browser, conference) as page:
        walk_in_offline(page, UNREADABLE)
        page.context.set_offline(False)
        page.locator("#unsettled button").click()
        expect(page.locator("#unsettled-none")).to_be_visible()
        page.evaluate(AGES)
        page.reload()
        page.wait_for_selector(READY)
        expect(page.locator("#unsettled-box")).to_be_hidden()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_everybody_can_read_what_is_left(hall: Hall, browser: Browser, language: str) -> None:
    conference = hall.conference(f"Còn lại {language}")
    with hall.phone(browser, conference, language=language) as page:
        walk_in_offline(page, UNREADABLE)
        page.context.set_offline(False)
        expect(page.locator("#unsettled li")).to_be_visible()
        for size in (PHONE, DESKTOP):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            assert found_by_axe(page) == []
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0
