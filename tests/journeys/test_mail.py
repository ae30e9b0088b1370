"""Letters by e-mail in a real browser: queued, seen to go out, put right, reminded."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from builders import STAMP
from builders_demo import settings_in
from builders_journeys import Served, complaints, serving
from builders_looks import NOTHING, found_by_axe, runs_over
from builders_mail import Taker, mail_server, mailing
from playwright.sync_api import Browser, Page, expect

from conference.commands.playing_clock import set_playing_clock
from conference.domain.invitation import Invitation
from conference.store import Store, Unit
from projections.library import Library

pytestmark = pytest.mark.browser


@pytest.fixture
def taker() -> Taker:
    return Taker(answers={"khach1@example.vn": ["550 5.1.1 no such user"]}, holds=3, held="after")


@pytest.fixture
def office(tmp_path: Path, taker: Taker) -> Iterator[Served]:
    """A house with a mail server: the demo five days before, eight of its guests with addresses."""
    with mail_server(taker) as to, serving(mailing(settings_in(tmp_path), to)) as served:
        addressed(served.store, served.demo)
        before = datetime(2019, 3, 20, 2, tzinfo=UTC)
        now = replace(STAMP, at=datetime.now(UTC))
        set_playing_clock(served.store, now, conference_id=served.demo, shows_at=before)
        yield served


def addressed(store: Store, demo: UUID) -> None:
    guests = Library(store.facts).shelf(demo).guest_list.guests[:8]

    def act(unit: Unit) -> None:
        for number, guest in enumerate(guests):
            unit.load(Invitation, guest.id).describe(STAMP, email=f"khach{number}@example.vn")

    store.change_all(act)


@pytest.fixture
def page(office: Served, browser: Browser) -> Iterator[Page]:
    """The organiser's window; nothing may have complained at its end."""
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN")
    context.set_default_timeout(20_000)
    context.add_cookies([{"name": "language", "value": "vi", "url": office.address}])
    opened = context.new_page()
    complained = complaints(opened)
    office.sign_in(opened)
    yield opened
    context.close()
    assert complained == []


def fine(page: Page) -> None:
    """Accessible, and on no screen wider than it."""
    assert found_by_axe(page) == []
    assert runs_over(page) == NOTHING


def queue_all(page: Page, office: Served) -> None:
    page.goto(office.page("/letters"))
    page.locator("#number-send").fill("45/GM-UBND")
    page.get_by_label("Cách gửi").select_option("email")
    page.get_by_role("button", name="Gửi", exact=True).click()
    expect(page.get_by_text("8 thư đã xếp hàng chờ gửi")).to_be_visible()


def test_letters_are_seen_to_go_out_and_a_refused_one_is_put_right(
    page: Page, office: Served, taker: Taker
) -> None:
    queue_all(page, office)
    expect(page.locator("#mail-progress")).to_contain_text("thư chờ gửi, ")
    fine(page)
    page.get_by_role("link", name="Xem thư đi").click()
    expect(page.locator("#mail-list")).to_contain_text("chờ gửi")
    fine(page)
    taker.go.set()
    expect(page.locator(".figures")).to_contain_text("7máy chủ đã nhận", timeout=30_000)
    page.get_by_role("link", name="bị từ chối").click()
    expect(page.locator("#mail-list")).to_contain_text("550 5.1.1 no such user")
    fine(page)
    page.get_by_role("button", name="Gửi lại").click()
    expect(page.locator(".figures")).to_contain_text("8máy chủ đã nhận", timeout=30_000)
    page.goto(office.page("/letters/reminders"))
    page.get_by_role("button", name="Nhắc", exact=True).click()
    expect(page.get_by_text("8 thư nhắc đã xếp hàng chờ gửi")).to_be_visible()
    fine(page)
    page.goto(office.page("/letters/mails?q=nhắc"))
    fine(page)


def test_a_test_mail_is_asked_for_by_keyboard(page: Page, office: Served, taker: Taker) -> None:
    taker.go.set()
    page.goto(office.page("/letters/mails"))
    page.get_by_label("Địa chỉ của tôi").fill("toi@example.vn")
    page.keyboard.press("Enter")
    expect(page.locator("#mail-list")).to_contain_text("toi@example.vn")
    expect(page.locator("#mail-list .badge")).to_have_text("máy chủ đã nhận", timeout=20_000)
