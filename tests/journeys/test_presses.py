"""Presses while the server is out of reach: kept on the device, sent in order, never twice."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

import pytest
from builders import STAMP
from builders_door_app import Hall
from playwright.sync_api import Browser, Page, Route, expect

from conference.commands.agenda_day import start_item
from projections.agenda_item import AgendaItem

pytestmark = pytest.mark.browser

NAMES = ("Chào cờ", "Báo cáo", "Bế mạc")


class Stage(NamedTuple):
    """A moderator's screen at the hall's own server."""

    hall: Hall
    conference: UUID
    page: Page

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        return self.hall.shelf(self.conference).agenda.items

    def takes(self) -> list[int]:
        return [len(item.takes) for item in self.items]

    def on_now(self, title: str) -> None:
        expect(self.page.locator(".day-now .day-item")).to_have_text(title)

    def waiting(self, *words: str) -> None:
        expect(self.page.locator("#presses [data-waiting] li")).to_contain_text(list(words))

    def on_screen_alone(self) -> None:
        """The page stands, and nothing of it waits to be sent."""
        expect(self.page.locator("body")).to_have_attribute("data-connection", "up")
        expect(self.page.locator("#now-head")).to_have_text("Chưa có mục nào đang diễn ra")
        expect(self.page.locator("#presses [data-waiting] li")).to_have_count(0)

    def press_and_leave(self) -> str:
        """A press that the server has not heard of when its page is gone: the page's address."""
        self.hall.kill()
        self.page.keyboard.press("PageDown")
        self.waiting("Bắt đầu: Chào cờ", "đang diễn ra: Chào cờ")
        address = self.page.url
        self.page.goto("about:blank")
        self.hall.start()
        return address

    def press_again(self, key: str) -> None:
        """Later than what would count as the same press made twice (DOUBLE_MS)."""
        self.page.wait_for_timeout(500)
        self.page.keyboard.press(key)


@pytest.fixture
def stage(hall: Hall, browser: Browser) -> Iterator[Stage]:
    if hall.server is None:
        hall.start()
    context = browser.new_context(locale="vi-VN")
    page = context.new_page()
    hall.served.sign_in(page)
    conference = hall.served.released("Ngày mất mạng", *NAMES)
    page.goto(hall.served.page("/day", conference))
    yield Stage(hall, conference, page)
    context.close()


def test_presses_without_a_server_wait_and_go_out_in_order_once(stage: Stage) -> None:
    stage.page.keyboard.press("PageDown")
    stage.on_now("Chào cờ")
    stage.hall.kill()
    stage.page.keyboard.press("PageDown")
    stage.waiting("chờ máy chủ: Sang mục tiếp theo: Báo cáo", "đang diễn ra: Báo cáo")
    stage.press_again("PageDown")
    stage.waiting("mục tiếp theo: Báo cáo", "mục tiếp theo: Bế mạc", "đang diễn ra: Bế mạc")
    stage.press_again("PageUp")
    stage.waiting(
        "mục tiếp theo: Báo cáo", "mục tiếp theo: Bế mạc", "Lùi một bước: Bế mạc", "ra: Báo cáo"
    )
    stage.press_again("PageDown")
    stage.waiting("Báo cáo", "Bế mạc", "Lùi một bước", "mục tiếp theo: Bế mạc", "ra: Bế mạc")
    assert stage.takes() == [1, 0, 0]
    stage.hall.start()
    expect(stage.page.locator(".day-now .day-item")).to_have_text("Bế mạc", timeout=60_000)
    expect(stage.page.locator("#presses [data-waiting] li")).to_have_count(0)
    assert stage.takes() == [1, 1, 1]
    second, third = stage.items[1:]
    assert second.started_at is not None
    assert third.started_at is not None
    assert second.started_at <= third.started_at


def lost_whole(route: Route) -> None:
    route.abort()


def lost_but_for_its_beginning(route: Route) -> None:
    """As a browser hears an answer over plain HTTP that broke off within its head."""
    route.fulfill(status=200, body="")


@pytest.mark.parametrize("broken", [lost_whole, lost_but_for_its_beginning])
def test_an_answer_that_was_lost_does_not_carry_a_press_out_again(
    stage: Stage, broken: Callable[[Route], None]
) -> None:
    lost: list[str] = []

    def lose(route: Route) -> None:
        """The server hears of it; its answer comes to nobody, the first time."""
        if not lost:
            lost.append(route.request.headers["idempotency-key"])
            route.fetch()
            return broken(route)
        lost.append(route.request.headers["idempotency-key"])
        return route.continue_()

    stage.page.keyboard.press("PageDown")
    stage.on_now("Chào cờ")
    stage.page.get_by_role("button", name="+5 phút: Chào cờ").wait_for()
    stage.page.route("**/day/insertions", lose)
    stage.page.get_by_text("Chèn mục ngay sau mục đang diễn ra").click()
    stage.page.get_by_label("Tên mục").fill("Văn nghệ")
    stage.page.get_by_label("Thời lượng").first.fill("5")
    stage.page.get_by_role("button", name="Chèn", exact=True).click()
    expect(stage.page.locator(".day-next .day-item")).to_have_text("Văn nghệ", timeout=30_000)
    expect(stage.page.locator("#presses [data-waiting] li")).to_have_count(0)
    assert len(lost) == 2
    assert lost[0] == lost[1]
    assert [item.title for item in stage.items] == ["Chào cờ", "Văn nghệ", "Báo cáo", "Bế mạc"]


def test_a_press_that_became_impossible_meanwhile_says_so_in_one_sentence(stage: Stage) -> None:
    stage.hall.stop()
    stage.page.keyboard.press("PageDown")
    stage.waiting("Bắt đầu: Chào cờ", "đang diễn ra: Chào cờ")
    third = stage.items[2]
    where = {"conference_id": stage.conference, "item": third.id}
    start_item(stage.hall.store, STAMP, **where, at=STAMP.at)
    stage.hall.start()
    told = stage.page.locator("#presses [data-refused] li")
    expect(told).to_contain_text("Bắt đầu: Chào cờ:", timeout=60_000)
    expect(told).to_contain_text("“Bế mạc” đang diễn ra")
    stage.on_now("Bế mạc")
    assert stage.takes() == [0, 0, 1]
    told.get_by_role("button").click()
    expect(told).to_have_count(0)


def test_a_press_that_is_answered_with_another_page_says_why_too(stage: Stage) -> None:
    """An item that is not there, a role that was taken away: the page is not drawn for it."""
    stage.page.keyboard.press("PageDown")
    stage.on_now("Chào cờ")
    button = stage.page.get_by_role("button", name="+5 phút: Chào cờ")
    button.evaluate(
        "(one, id) => one.form.setAttribute('action', one.form.action.replace(/items.[^/]*/, id))",
        f"items/{stage.conference}",
    )
    button.click()
    told = stage.page.locator("#presses [data-refused] li")
    expect(told).to_contain_text("+5 phút: Chào cờ: Không có trang này")
    expect(stage.page.locator("#presses [data-waiting] li")).to_have_count(0)
    assert [item.allotted for item in stage.items] == [None] * 3


def test_what_is_told_never_lies_over_the_main_button(stage: Stage) -> None:
    stage.page.keyboard.press("PageDown")
    stage.on_now("Chào cờ")
    stage.hall.kill()
    stage.page.keyboard.press("PageDown")
    stage.waiting("Sang mục tiếp theo: Báo cáo", "đang diễn ra: Báo cáo")
    expect(stage.page.locator("#connection")).not_to_be_empty()
    for size in ((1366, 768), (820, 1180), (390, 844)):
        stage.page.set_viewport_size({"width": size[0], "height": size[1]})
        stage.page.locator("[data-remote]").click(trial=True)


def test_who_presses_twice_means_once(stage: Stage) -> None:
    stage.page.evaluate(
        """() => {
          const press = () => document.querySelector("[data-remote]").click();
          press();
          press();
        }"""
    )
    stage.on_now("Chào cờ")
    expect(stage.page.locator("#presses [data-waiting] li")).to_have_count(0)
    assert stage.takes() == [1, 0, 0]


def test_who_presses_twice_without_a_server_means_once(stage: Stage) -> None:
    now = datetime.now(UTC)
    stage.page.clock.set_fixed_time(now)
    stage.hall.kill()
    stage.page.keyboard.press("PageDown")
    stage.waiting("Bắt đầu: Chào cờ", "đang diễn ra: Chào cờ")
    expect(stage.page.locator("#day [aria-busy]")).to_have_count(0)
    for later_ms, on_now in ((399, "Chào cờ"), (400, "Báo cáo")):
        stage.page.clock.set_fixed_time(now + timedelta(milliseconds=later_ms))
        stage.page.keyboard.press("PageDown")
        shown = stage.page.locator("#presses [data-waiting] li").last
        expect(shown).to_contain_text(f"đang diễn ra: {on_now}")


def test_a_press_outlives_the_page(stage: Stage) -> None:
    stage.page.goto(stage.press_and_leave())
    stage.on_now("Chào cờ")
    assert stage.takes() == [1, 0, 0]


def test_a_press_of_another_day_is_told_and_not_sent(stage: Stage) -> None:
    stage.hall.kill()
    stage.page.keyboard.press("PageDown")
    stage.waiting("Bắt đầu: Chào cờ", "đang diễn ra: Chào cờ")
    stage.page.clock.install()
    stage.page.clock.fast_forward("13:00:00")
    stage.hall.start()
    stage.page.evaluate("dispatchEvent(new Event('online'))")
    told = stage.page.locator("#presses [data-refused] li")
    expect(told).to_contain_text("đã quá nửa ngày", timeout=60_000)
    assert stage.takes() == [0, 0, 0]


def test_a_press_without_a_session_waits_until_its_maker_has_signed_in_again(stage: Stage) -> None:
    address = stage.page.url
    stage.page.context.clear_cookies()
    stage.page.keyboard.press("PageDown")
    expect(stage.page.locator("#presses [data-waiting] li").first).to_contain_text(
        "Phải đăng nhập lại"
    )
    assert stage.takes() == [0, 0, 0]
    stage.hall.served.sign_in(stage.page)
    stage.page.goto(address)
    stage.on_now("Chào cờ")
    assert stage.takes() == [1, 0, 0]


def test_nobody_sends_what_another_has_pressed(stage: Stage) -> None:
    address = stage.press_and_leave()
    stage.hall.served.sign_in(stage.page, "second organizer")
    stage.page.goto(address)
    stage.on_screen_alone()
    assert stage.takes() == [0, 0, 0]
