"""Signing in and out, links that no longer work, and the two languages."""

from collections.abc import Callable

import pytest
from builders_journeys import Served
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


def test_a_link_lets_in_once_and_then_says_so_in_one_sentence(house: Served, visit: Visit) -> None:
    link, first, second = house.link("auditor"), visit("nobody"), visit("nobody")
    first.goto(link)
    first.get_by_role("button", name="Vào làm việc").click()
    expect(first.get_by_role("heading", level=1)).to_have_text("Tất cả hội nghị")
    second.goto(link)
    expect(second.get_by_role("heading", level=1)).to_have_text(
        "Đường dẫn đã hết hạn hoặc đã được dùng"
    )
    expect(second.get_by_role("button", name="Vào làm việc")).to_have_count(0)


def test_a_link_that_nobody_made_says_the_same(house: Served, visit: Visit) -> None:
    page = visit("nobody", "en")
    answer = page.goto(f"{house.address}/sign-in/made-up")
    assert answer is not None
    assert answer.status == 410
    expect(page.get_by_role("heading", level=1)).to_contain_text("expired")


def test_who_is_not_signed_in_is_led_to_the_page_asked_for(house: Served, visit: Visit) -> None:
    page = visit("nobody")
    page.goto(house.page("/agenda"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng nhập")
    page.get_by_label("Tên đăng nhập").fill("ai đó")
    page.get_by_label("Mật khẩu").fill("không phải mật khẩu")
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("alert")).to_have_count(1)
    expect(page.get_by_label("Tên đăng nhập")).to_have_value("ai đó")


def test_a_password_is_chosen_and_signs_in_after_signing_out(house: Served, visit: Visit) -> None:
    page = visit("nobody")
    page.goto(house.link("supervisor"))
    page.get_by_role("button", name="Vào làm việc").click()
    page.get_by_role("link", name="Mật khẩu").click()
    page.get_by_label("Mật khẩu mới").fill("một câu dài để nhớ")
    page.get_by_role("button", name="Đổi mật khẩu").click()
    page.get_by_role("button", name="Đăng xuất").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng nhập")
    page.goto(f"{house.address}/")
    page.get_by_label("Tên đăng nhập").fill("supervisor")
    page.get_by_label("Mật khẩu").fill("một câu dài để nhớ")
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tất cả hội nghị")


def test_the_switch_changes_the_language_and_stays_on_the_page(house: Served, visit: Visit) -> None:
    page = visit()
    page.goto(house.page("/guests"))
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Guests")
    assert page.url.startswith(house.page("/guests"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="Agenda").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Agenda")
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Chương trình")


def test_reception_is_told_what_is_not_theirs(house: Served, visit: Visit) -> None:
    page = visit("reception")
    page.goto(house.page("/attendance"))
    expect(page.get_by_role("link", name="Khen thưởng")).to_have_count(0)
    page.goto(house.page("/awards"))
    expect(page.locator(".refused-status")).to_have_text("403")
    page.get_by_role("link", name="Về danh sách hội nghị").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tất cả hội nghị")
