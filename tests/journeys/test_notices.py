"""A release in a real browser: a unit says where its mails go, its speech is moved, the notices are
read, sent and followed until each has gone or was refused, and one is put right."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from builders_demo import settings_in
from builders_journeys import Served, complaints, serving
from builders_looks import NOTHING, found_by_axe, runs_over
from builders_mail import Taker, mail_server, mailing
from builders_notices import body
from playwright.sync_api import Browser, Page, expect

from conference import vault_speeches
from conference.commands.agenda import move_item
from conference.commands.speech import describe_speech
from conference.vault_speeches import SpeechLink
from projections.agenda_item import AgendaItem
from projections.library import Library

pytestmark = pytest.mark.browser

WRONG, RIGHT = "vp.sai@example.vn", "vp.dung@example.vn"


@pytest.fixture
def taker() -> Taker:
    return Taker(answers={WRONG: ["550 5.1.1 no such user"]})


@pytest.fixture
def office(tmp_path: Path, taker: Taker) -> Iterator[Served]:
    """A house with a mail server and the demo, whose programme is released once."""
    with mail_server(taker) as to, serving(mailing(settings_in(tmp_path), to)) as served:
        yield served


def window(office: Served, browser: Browser, width: int = 1366) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="vi-VN")
    context.set_default_timeout(20_000)
    context.add_cookies([{"name": "language", "value": "vi", "url": office.address}])
    return context.new_page()


@pytest.fixture
def page(office: Served, browser: Browser) -> Iterator[Page]:
    """The organiser's window; nothing may have complained at its end."""
    opened = window(office, browser)
    complained = complaints(opened)
    office.sign_in(opened)
    yield opened
    opened.context.close()
    assert complained == []


@pytest.fixture
def phone(office: Served, browser: Browser) -> Iterator[Page]:
    """The unit's telephone."""
    opened = window(office, browser, 390)
    complained = complaints(opened)
    yield opened
    opened.context.close()
    assert complained == []


def speeches(office: Served) -> tuple[AgendaItem, ...]:
    return Library(office.store.facts).shelf(office.demo).agenda.speeches


def fine(page: Page) -> None:
    """Accessible, and on no screen wider than it."""
    assert found_by_axe(page) == []
    assert runs_over(page) == NOTHING


def says_its_address(phone: Page, office: Served, item: AgendaItem) -> str:
    """The unit opens its link and types where its mails go; the path of its page."""
    here = {"conference_id": office.demo, "speech": item.id}
    describe_speech(office.store, office.clerk(), **here)
    link = SpeechLink(office.demo, item.id)
    secret = vault_speeches.make_link(office.store, link, datetime.now(UTC))
    phone.goto(f"{office.address}/u/{secret}")
    phone.get_by_label("Thư điện tử của đơn vị").fill(RIGHT)
    phone.get_by_role("button", name="Lưu thay đổi").click()
    expect(phone.locator(".flashes .notice-green")).to_be_visible()
    fine(phone)
    return phone.url


def test_a_release_is_told_to_who_is_concerned(
    page: Page, phone: Page, office: Served, taker: Taker
) -> None:
    first, *_, last = speeches(office)
    own = says_its_address(phone, office, last)
    here = {"conference_id": office.demo}
    describe_speech(office.store, office.clerk(), **here, speech=first.id, email=WRONG)
    move_item(office.store, office.clerk(), **here, item=last.id, before=first.id)
    page.goto(office.page("/agenda"))
    page.get_by_role("button", name="Ban hành bản số 2").press("Enter")
    expect(page.locator(".flashes")).to_contain_text("Đã soạn 2 thông báo, chưa gửi")
    page.get_by_role("link", name="Xem bản 2").press("Enter")
    shown = page.locator("#notices .told", has_text=RIGHT).locator("textarea").input_value()
    assert f"“{last.title}”: nay là mục số {first.number}" in shown
    fine(page)
    assert taker.taken == []
    page.get_by_role("button", name="Gửi 2 thông báo").press("Enter")
    sent = page.locator("#notices .told", has_text=RIGHT)
    expect(sent).to_contain_text("máy chủ đã nhận", timeout=30_000)
    refused = page.locator("#notices .told", has_text=WRONG)
    expect(refused).to_contain_text("550 5.1.1 no such user", timeout=30_000)
    assert [(to, body(mail)) for to, mail in taker.taken] == [(RIGHT, shown)]
    fine(page)
    refused.get_by_role("link", name="Gửi lại ở trang Thư đi").press("Enter")
    page.get_by_role("button", name="Gửi lại").press("Enter")
    expect(page.locator(".figures")).to_contain_text("2máy chủ đã nhận", timeout=30_000)
    fine(page)
    phone.goto(f"{own}?since=1")
    expect(phone.locator("#edition summary")).to_contain_text("Bản ban hành số 2")
    expect(phone.locator("#edition")).to_contain_text("Thay đổi so với bản ban hành số 1")
    expect(phone.locator("#edition li")).to_have_count(1)
    fine(phone)
