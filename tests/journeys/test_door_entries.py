"""Walk-ins and reversals at the door, with and without a server, and what a supervisor settles."""

import re
from uuid import UUID

import pytest
from axe_playwright_python.sync_playwright import Axe
from builders import STAMP
from builders_door_app import DESKTOP, KEPT, PHONE, Hall, member, scan, told
from builders_seating import hall_said
from playwright.sync_api import Browser, Page, expect

from conference.commands.seating import adopt_hall, choose_reserve
from events.attendance import CheckInReversed, GuestCheckedIn
from events.base import Fact
from events.invitation import WalkInAdmitted

pytestmark = pytest.mark.browser

AXE = {"resultTypes": ["violations"], "preload": False}


def facts(hall: Hall, conference: UUID, *kinds: type[Fact]) -> list[Fact]:
    every = (fact for _, fact in hall.store.facts(0, 100_000))
    return [one for one in every if isinstance(one, kinds) and one.conference_id == conference]


def reserved(hall: Hall, conference: UUID) -> None:
    adopt_hall(hall.store, STAMP, conference_id=conference, **hall_said(10, 10))
    seats = ["B-10", "B-09"]
    choose_reserve(hall.store, STAMP, conference_id=conference, seats=seats)


def walk_in(page: Page, name: str) -> None:
    page.locator("#walk-in-open").click()
    page.keyboard.type(name)
    for field, text in (("body", "Báo Kiên Giang"), ("voucher", "Trần Thị Đào")):
        page.locator(f"#walk-in-{field}").fill(text)
    page.keyboard.press("Enter")


def test_a_walk_in_gets_a_reserve_seat_and_a_namesake_is_asked_about(
    hall: Hall, browser: Browser
) -> None:
    conference = hall.conference("Phát sinh", "Nguyễn Thị Hoa")
    reserved(hall, conference)
    with hall.phone(browser, conference) as page:
        walk_in(page, "Hồ Văn C")
        told(page, "admitted")
        expect(page.locator('[data-part="seat"]')).to_have_text("B-10")
        expect(page.locator('[data-part="about"]')).to_contain_text("Đại biểu phát sinh")
        expect(page.locator("#count-present")).to_have_text("1")
        walk_in(page, "nguyen thi hoa")
        expect(page.locator("#walk-in-question")).to_contain_text("nguyen thi hoa")
        assert len(facts(hall, conference, WalkInAdmitted)) == 1
        page.locator("#walk-in-sure").click()
        expect(page.locator('[data-part="seat"]')).to_have_text("B-09")
    assert len(facts(hall, conference, WalkInAdmitted)) == 2


def test_while_a_form_is_open_nothing_is_scanned(hall: Hall, browser: Browser) -> None:
    conference = hall.conference("Đang hỏi", "Lê Thị Lan")
    code = hall.codes(conference)["Lê Thị Lan"]
    with hall.phone(browser, conference) as page:
        page.locator("#walk-in-open").click()
        scan(page, code)
        expect(page.locator("#walk-in [data-scanned]")).to_contain_text("nên không quét")
        page.locator("#walk-in-close").click()
        assert facts(hall, conference, GuestCheckedIn) == []
        scan(page, code)
        told(page, "admitted")


@pytest.mark.parametrize("half", [False, True])
def test_a_session_that_was_lost_keeps_no_entry_back(
    hall: Hall, browser: Browser, half: bool
) -> None:
    """An answer that breaks off leaves half a cookie, under the path of its page."""
    conference = hall.conference("Mất phiên", "Lê Thị Lan")
    with hall.phone(browser, conference) as page:
        if half:
            where = {"domain": "127.0.0.1", "path": f"/conferences/{conference}/door"}
            page.context.add_cookies([{"name": "session", "value": "eyJjc3JmX3R", **where}])
        else:
            page.context.clear_cookies(name="session")
        scan(page, hall.codes(conference)["Lê Thị Lan"])
        told(page, "admitted")
        expect(page.locator("#pill")).to_have_text("Trực tuyến")
    assert len(facts(hall, conference, GuestCheckedIn)) == 1


def test_without_a_server_walk_ins_and_reversals_wait_and_count_once(
    hall: Hall, browser: Browser
) -> None:
    conference = hall.conference("Mất mạng, phát sinh", "Lê Thị Lan", "Võ Minh")
    reserved(hall, conference)
    codes = hall.codes(conference)
    with hall.phone(browser, conference) as page:
        page.wait_for_selector(KEPT)
        page.context.set_offline(True)
        walk_in(page, "Hồ Văn C")
        told(page, "admitted")
        expect(page.locator('[data-part="why"]')).to_contain_text("khi có mạng")
        expect(page.locator('[data-part="foot"]')).to_contain_text("ghi tại máy này")
        for kind in ("admitted", "reversed", "admitted"):
            if kind == "admitted":
                scan(page, codes["Lê Thị Lan"])
            else:
                undo(page)
            told(page, kind)
        scan(page, codes["Võ Minh"])
        expect(page.locator('[data-part="name"]')).to_have_text("Võ Minh")
        undo(page)
        told(page, "reversed")
        expect(page.locator("#pill")).to_have_text("Ngoại tuyến · 6 chờ gửi")
        page.context.set_offline(False)
        expect(page.locator("#pill")).to_have_text("Trực tuyến")
        expect(page.locator("#notes li")).to_have_text("Hồ Văn C: ghế dự phòng B-10")
        expect(page.locator("#count-present")).to_have_text("2")
    assert len(facts(hall, conference, GuestCheckedIn)) == 4
    assert len(facts(hall, conference, CheckInReversed)) == 2
    shelf = hall.shelf(conference)
    here = {guest.name for guest in shelf.guest_list.guests if guest.present}
    assert (here, dict(shelf.contests.all)) == ({"Hồ Văn C", "Lê Thị Lan"}, {})


def undo(page: Page) -> None:
    page.locator("#undo summary").click()
    page.locator("#undo-reason").fill("nhầm người")
    page.locator("#undo button").click()


def test_a_supervisor_settles_what_two_doors_did_without_network(
    hall: Hall, browser: Browser
) -> None:
    conference = hall.conference("Hai cửa mất mạng", "Lê Thị Lan")
    code = hall.codes(conference)["Lê Thị Lan"]
    page = member(hall, browser, "supervisor", conference)
    with hall.phone(browser, conference) as one, hall.phone(browser, conference, "Bàn 2") as two:
        for phone in (one, two):
            phone.context.set_offline(True)
            scan(phone, code)
            told(phone, "admitted")
        for phone in (one, two):
            phone.context.set_offline(False)
            expect(phone.locator("#pill")).to_have_text("Trực tuyến")
    expect(page.locator("#count-contested")).to_have_text("1")
    page.locator(".door-contested").click()
    row = page.locator("#contests-open li")
    expect(row).to_contain_text(re.compile("Bàn [12]"))
    assert [one["id"] for one in Axe().run(page, options=AXE).response["violations"]] == []
    row.get_by_role("button", name="Cùng một người").click()
    expect(page.locator("#contests-settled")).to_contain_text("Cùng một người")
    page.goto(f"{hall.address}/conferences/{conference}/attendance")
    expect(page.locator("#contested")).to_have_count(0)
    page.context.close()


def test_who_signed_in_says_at_which_door_and_the_device_keeps_it(
    hall: Hall, browser: Browser
) -> None:
    conference = hall.conference("Chọn cửa", "Lê Thị Lan")
    page = member(hall, browser, "reception", conference, door="Cửa Tây")
    page.reload()
    expect(page.locator("#place-name")).to_have_text("Cửa Tây")
    expect(page.locator("#place")).to_be_hidden()
    scan(page, hall.codes(conference)["Lê Thị Lan"])
    told(page, "admitted")
    expect(page.locator('[data-part="foot"]')).to_contain_text("Cửa Tây")
    (fact,) = facts(hall, conference, GuestCheckedIn)
    assert isinstance(fact, GuestCheckedIn)
    assert fact.door == "Cửa Tây"
    page.context.close()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_everybody_can_fill_in_the_forms(hall: Hall, browser: Browser, language: str) -> None:
    conference = hall.conference(f"Ô nhập {language}", "Nguyễn Thị Hoa")
    with hall.phone(browser, conference, language=language) as page:
        walk_in(page, "Nguyen Thi Hoa")
        expect(page.locator("#walk-in-namesake")).to_be_visible()
        for size in (PHONE, DESKTOP):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            found = Axe().run(page, options=AXE).response["violations"]
            assert [(one["id"], one["nodes"][0]["target"]) for one in found] == []
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0
