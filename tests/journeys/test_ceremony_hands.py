"""The MC's hands: keys alone reach every act, two devices press once, a tablet is paired."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from builders_awards import FLAG
from builders_journeys import Served
from builders_keys import press, reach
from builders_looks import NOTHING, found_by_axe, runs_over
from builders_paired import device_key
from builders_screens import lines
from playwright.sync_api import Browser, Page, Route, expect

from conference.commands.agenda import add_item, set_agenda_start
from conference.commands.agenda_release import release_agenda
from conference.commands.attendance import check_in_guest
from conference.commands.awards_ceremony import link_recipient
from conference.commands.invitation import issue_invitation
from projections.ceremony import Ceremony, ceremony_of
from projections.library import Library

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


def planned(house: Served, title: str) -> UUID:
    """A ceremony of one row of three."""
    conference = house.released(title, "Trao thưởng")
    lines(house.store, conference, "Tặng Cờ", FLAG, ["Xã An Bình", "Xã Bình Trị", "Xã Dương Hòa"])
    return conference


def now(house: Served, conference: UUID) -> Ceremony:
    return ceremony_of(Library(house.store.facts).shelf(conference).run_sheet, None)


def until(page: Page, *said: str) -> None:
    """One press each; the page has drawn it when this returns."""
    for words in said:
        page.keyboard.press("PageDown")
        expect(page.locator("#stage .stage-now")).to_contain_text(words)
        expect(page.locator("#stage [aria-busy]")).to_have_count(0)


def test_a_ceremony_is_led_by_keys_alone(house: Served, visit: Visit) -> None:
    conference = planned(house, "Không chuột trên sân khấu")
    page = visit("stage")
    page.goto(house.page("/stage/0/mc", conference))
    until(page, "công bố", "kính mời đại diện 03 tập thể")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#stage .stage-now")).to_contain_text("công bố")
    page.keyboard.press(" ")
    expect(page.locator("#stage .stage-now")).to_contain_text("kính mời đại diện 03 tập thể")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#stage .stage-now")).to_contain_text("lên trao tặng")
    press(page, "Đính chính: Xã Bình Trị")
    line = now(house, conference).turns[0].places[1].line
    reach(page, f"right-{line}")
    page.keyboard.press("Control+a")
    page.keyboard.type("Xã Bình Trị A")
    page.keyboard.press("Enter")
    expect(page.locator("#put-right")).to_contain_text("tên đúng là Xã Bình Trị A")
    press(page, "Đã đọc xong")
    expect(page.locator("#put-right")).to_be_hidden()
    press(page, "Che màn hình hội trường")
    expect(page.locator(".stage-tools")).to_contain_text("đang che")
    assert now(house, conference).hall == "covered"


def test_what_is_open_on_the_mcs_screen_can_be_read_by_all(house: Served, visit: Visit) -> None:
    conference = planned(house, "Biểu mẫu của MC")
    page = visit("stage")
    page.goto(house.page("/stage/0/mc", conference))
    until(page, "công bố", "kính mời đại diện", "lên trao tặng")
    for form in page.locator("#stage details > summary").all():
        form.click()
    assert page.locator("#stage details[open]").count() == 5
    assert found_by_axe(page) == []
    assert runs_over(page) == NOTHING


def test_two_devices_at_once_take_one_step(house: Served, visit: Visit) -> None:
    conference = planned(house, "Hai máy của MC")
    pages = [visit("stage"), visit("stage")]
    held: list[Route] = []
    for page in pages:
        page.goto(house.page("/stage/0/mc", conference))
        page.route("**/cues", lambda route: held.append(route))
    for page in pages:
        page.keyboard.press("PageDown")
    while len(held) < 2:  # both have pressed before the server hears of either
        pages[0].wait_for_timeout(20)
    for route in held:
        route.continue_()
    for page in pages:
        expect(page.locator("#stage .stage-now")).to_contain_text("công bố")
        expect(page.locator("#presses [data-waiting] li")).to_have_count(0)
    assert [one.kind for one in now(house, conference).taken] == ["reading"]


def test_a_press_that_came_too_late_is_told_in_one_sentence(house: Served, visit: Visit) -> None:
    conference = planned(house, "Máy thứ hai bấm trước")
    late, first = visit("stage"), visit("stage")
    for page in (late, first):
        page.goto(house.page("/stage/0/mc", conference))
    held: list[Route] = []
    late.route("**/cues", lambda route: held.append(route))
    late.keyboard.press("PageDown")
    until(first, "công bố", "kính mời đại diện")
    while not held:
        late.wait_for_timeout(20)
    held[0].continue_()
    expect(late.locator(".flashes .notice-red")).to_contain_text("Sân khấu đã sang bước khác")
    expect(late.locator("#stage .stage-now")).to_contain_text("kính mời đại diện")


def test_a_paired_tablet_leads_the_ceremony(house: Served, browser: Browser) -> None:
    conference = planned(house, "Máy tính bảng của MC")
    context = browser.new_context(locale="vi-VN", viewport={"width": 1180, "height": 820})
    key = device_key(house.store, conference, "Máy MC", None, "mc")
    context.add_cookies([{"name": "device", "value": key, "url": house.address}])
    page = context.new_page()
    page.goto(house.page("/stage/0/mc", conference))
    until(page, "công bố", "kính mời đại diện", "lên trao tặng", "chụp ảnh", "trở về chỗ ngồi")
    assert [live.stands for live in now(house, conference).turns] == ["done"]
    context.close()


def test_a_page_that_stands_open_tells_who_is_missing_in_time(house: Served, visit: Visit) -> None:
    conference = house.planned("Mười lăm phút trước")
    here = {"conference_id": conference}
    by = house.clerk()
    who = {"kind": "person", "honorific": None, "post": None, "body": None, "group": "Đại biểu"}
    who |= {"bloc": "agency", "order": 1}
    guests = [issue_invitation(house.store, by, **here, name=one, **who) for one in ("An", "Bình")]
    lines(house.store, conference, "Tặng Cờ", FLAG, ["Xã An", "Xã Bình"])
    for line, guest in zip(now(house, conference).turns[0].places, guests, strict=True):
        link_recipient(house.store, by, **here, line=line.line, guest=guest)
    check_in_guest(house.store, by, **here, guest=guests[0], at=by.at)
    add_item(house.store, by, **here, kind="award", title="Trao", minutes=30)
    starts_at = datetime.now(UTC) + timedelta(minutes=15, seconds=8)
    set_agenda_start(house.store, by, **here, starts_at=starts_at)
    release_agenda(house.store, by, **here, at=by.at)
    page = visit("stage")
    page.goto(house.page("/stage/0/mc", conference))
    listed = page.get_by_text("Xã Bình chưa có mặt")
    expect(listed).to_be_hidden()
    expect(listed).to_be_visible(timeout=40_000)
