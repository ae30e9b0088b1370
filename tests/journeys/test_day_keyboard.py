"""A moderator without a mouse runs a day: every act of the screen is reached by keys alone."""

from collections.abc import Callable

import pytest
from builders_journeys import Served
from builders_keys import press, reach
from playwright.sync_api import Page, expect

from projections.agenda_item import AgendaItem
from projections.library import Library

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


def test_a_day_is_run_by_keys_alone(house: Served, visit: Visit) -> None:
    conference = house.released("Không chuột", "Chào cờ", "Báo cáo", "Bế mạc")
    page = visit()
    page.goto(house.page("/day", conference))
    on_now = page.locator(".day-now .day-item")
    page.keyboard.press("PageDown")
    expect(on_now).to_have_text("Chào cờ")
    press(page, "+5 phút: Chào cờ")
    expect(page.locator(".day-time")).to_contain_text("15 phút")
    press(page, "Chèn mục ngay sau mục đang diễn ra")
    for field, words in {"inserted-title": "Văn nghệ", "inserted-minutes": "5"}.items():
        reach(page, field)
        page.keyboard.type(words)
    page.keyboard.press("Enter")
    expect(page.locator(".day-next .day-item")).to_have_text("Văn nghệ")
    page.reload()
    page.keyboard.press("ArrowRight")
    expect(on_now).to_have_text("Văn nghệ")
    page.keyboard.press("ArrowLeft")
    expect(on_now).to_have_text("Chào cờ")
    press(page, "Lùi một bước: chưa bắt đầu “Chào cờ”")
    expect(page.locator("#now-head")).to_have_text("Chưa có mục nào đang diễn ra")
    skip_and_return(page)
    finish_all(page, "Chào cờ", "Văn nghệ", "Báo cáo", "Bế mạc")
    items: tuple[AgendaItem, ...] = Library(house.store.facts).shelf(conference).agenda.items
    assert [(item.title, len(item.takes), item.state) for item in items] == [
        (title, 1, "finished") for title in ("Chào cờ", "Văn nghệ", "Báo cáo", "Bế mạc")
    ]


def skip_and_return(page: Page) -> None:
    """Leave an item out with a reason, and take it up again."""
    line = page.locator(".day-line", has_text="Báo cáo")
    page.reload()
    press(page, "Đổi: Báo cáo")
    reach(page, reason_of(page))
    page.keyboard.type("đến muộn")
    page.keyboard.press("Enter")
    expect(line).to_contain_text("bỏ qua")
    page.reload()
    press(page, "Đưa lại: Báo cáo")
    expect(line).to_contain_text("chưa đến")


def reason_of(page: Page) -> str:
    """The name of the field for the reason in the open form."""
    found = page.locator("details[open] input[name=reason]").get_attribute("id")
    assert found
    return found


def finish_all(page: Page, *titles: str) -> None:
    """By the remote's one key until nothing is left."""
    for title in titles:
        page.keyboard.press("PageDown")
        expect(page.locator(".day-now .day-item")).to_have_text(title)
    page.keyboard.press("PageDown")
    expect(page.locator("#now-head")).to_have_text("Chưa có mục nào đang diễn ra")
    expect(page.locator(".day-next")).to_contain_text("Không còn mục nào chờ.")
