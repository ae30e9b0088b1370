"""From the printed letter to the hall, and an evening at a door whose server was killed."""

from pathlib import Path
from uuid import UUID

import pytest
import zxingcpp
from builders_door_app import DESKTOP, KEPT, READY, Hall, film, photographed, scan, seeing, told
from builders_journeys import Served
from playwright.sync_api import Browser, Page, expect

from events.attendance import CheckInReversed, GuestCheckedIn
from events.base import Fact
from events.invitation import WalkInAdmitted

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCANS, WALK_INS, REVERSALS = 485, 10, 5
"""What a door does while its server is away: five hundred in all."""


def letter(hall: Hall, browser: Browser, conference: UUID, to: Path) -> Path:
    """The letters as the organiser's browser gets them from the page."""
    page = browser.new_context(viewport=DESKTOP).new_page()  # type: ignore[arg-type]
    page.goto(Served(hall.address, hall.store, conference).link("organizer"))
    page.locator("main form button").click()
    answer = page.request.get(f"{hall.address}/conferences/{conference}/letters/paper.pdf")
    assert answer.headers["content-type"] == "application/pdf"
    to.write_bytes(answer.body())
    page.context.close()
    return to


def test_a_printed_letter_before_the_camera_opens_the_door(
    hall: Hall, browser: Browser, tmp_path: Path
) -> None:
    conference = hall.conference("Từ giấy mời vào hội trường", "Lê Thị Lan")
    paper = letter(hall, browser, conference, tmp_path / "letter.pdf")
    seen = photographed(browser, paper)
    (code,) = zxingcpp.read_barcodes(seen)
    assert code.text.endswith(hall.codes(conference)["Lê Thị Lan"])
    camera = seeing(browser.browser_type, film(tmp_path / "letter.y4m", *[seen] * 2))
    with camera as own, hall.phone(own, conference) as page:
        page.locator("#camera-on").click()
        told(page, "admitted")
        expect(page.locator('[data-part="name"]')).to_have_text("Lê Thị Lan")
    assert hall.shelf(conference).attendance.present == 1


def walk_in(page: Page, number: int) -> None:
    page.locator("#walk-in-open").click()
    said = {"name": f"Phát sinh {number}", "body": "Báo Kiên Giang", "voucher": "Trần Thị Đào"}
    for field, text in said.items():
        page.locator(f"#walk-in-{field}").fill(text)
    page.locator("#walk-in-enter").click()
    expect(page.locator('[data-part="name"]')).to_have_text(said["name"])


def undo(page: Page) -> None:
    page.locator("#undo summary").click()
    page.locator("#undo-reason").fill("nhầm người")
    page.locator("#undo button").click()
    told(page, "reversed")


def counted(hall: Hall, conference: UUID, kind: type[Fact]) -> int:
    facts = (fact for _, fact in hall.store.facts(0, 100_000))
    return sum(isinstance(one, kind) and one.conference_id == conference for one in facts)


@pytest.mark.timeout(600)
def test_five_hundred_entries_without_a_server_are_all_there_once(
    hall: Hall, browser: Browser
) -> None:
    names = [f"Đại biểu số {number}" for number in range(SCANS)]
    conference = hall.conference("Năm trăm lượt", *names)
    codes = hall.codes(conference)
    with hall.phone(browser, conference) as page:
        page.wait_for_selector(KEPT)
        hall.kill()
        for number, name in enumerate(names):
            scan(page, codes[name])
            expect(page.locator('[data-part="name"]')).to_have_text(name)
            if number % (SCANS // REVERSALS) == 50:
                undo(page)
            if number % (SCANS // WALK_INS) == 20:
                walk_in(page, number)
            if number == SCANS // 2:
                page.reload()
                page.wait_for_selector(READY)
        waiting = page.locator("#pill").inner_text()
        hall.start()
        expect(page.locator("#pill")).to_have_text("Trực tuyến", timeout=30_000)
        expect(page.locator("#count-present")).to_have_text(str(SCANS + WALK_INS - REVERSALS))
        expect(page.locator("#notes-box")).to_be_hidden()
    assert waiting == f"Ngoại tuyến · {SCANS + WALK_INS + REVERSALS} chờ gửi"
    found = [counted(hall, conference, one) for one in (GuestCheckedIn, WalkInAdmitted)]
    assert found == [SCANS + WALK_INS, WALK_INS]
    assert counted(hall, conference, CheckInReversed) == REVERSALS
    assert hall.shelf(conference).contests.open == ()
