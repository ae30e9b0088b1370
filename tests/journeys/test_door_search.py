"""Guests by name at the door, where the network goes away."""

import pytest
from builders_door_app import Hall, member, scan, told
from builders_looks import found_by_axe
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser


def test_without_a_network_a_search_says_that_it_needs_one(hall: Hall, browser: Browser) -> None:
    conference = hall.conference("Tìm khi mất mạng", "Lê Thị Lan")
    page = member(hall, browser, "supervisor", conference)
    page.locator("#hand-text").fill("le thi lan")
    expect(page.locator("#found button")).to_have_count(1)
    page.context.set_offline(True)
    page.locator("#hand-text").fill("thi lan")
    expect(page.locator("#found")).to_contain_text("Tìm theo tên cần có mạng")
    expect(page.locator("#found button")).to_have_count(0)
    assert found_by_axe(page) == []
    page.locator("#hand-text").fill("")
    expect(page.locator("#found li")).to_have_count(0)
    scan(page, hall.codes(conference)["Lê Thị Lan"])
    told(page, "admitted")
    page.context.set_offline(False)
    expect(page.locator("#pill")).to_have_text("Trực tuyến")
    page.locator("#hand-text").fill("thi lan")
    expect(page.locator("#found button")).to_contain_text("Lê Thị Lan")
    page.context.close()
    assert hall.shelf(conference).attendance.present == 1
