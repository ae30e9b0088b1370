"""What a door without network brings after the closing: nothing is lost, and said as it is."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from builders import STAMP
from builders_door_app import Hall, scan, told
from playwright.sync_api import Browser, expect

from conference.commands.conference_day import close_conference, open_conference
from conference.store import Store

pytestmark = pytest.mark.browser


def close(store: Store, conference: UUID, at: datetime) -> None:
    said = {"conference_id": conference, "at": at}
    open_conference(store, STAMP, **said)  # type: ignore[arg-type]
    close_conference(store, STAMP, **said)  # type: ignore[arg-type]


def test_entries_of_before_and_after_the_closing_are_kept(hall: Hall, browser: Browser) -> None:
    conference = hall.conference("Qua giờ bế mạc", "Lê Thị Sớm", "Trần Văn Muộn")
    codes = hall.codes(conference)
    with hall.phone(browser, conference) as page:
        page.context.set_offline(True)
        scan(page, codes["Lê Thị Sớm"])
        told(page, "admitted")
        close(hall.store, conference, datetime.now(UTC))
        scan(page, codes["Trần Văn Muộn"])
        expect(page.locator('[data-part="name"]')).to_have_text("Trần Văn Muộn")
        told(page, "admitted")
        page.context.set_offline(False)
        expect(page.locator("#pill")).to_have_text("Trực tuyến")
        expect(page.locator("#notes li")).to_have_text(
            "Trần Văn Muộn: máy này báo “Mời vào”, máy chủ ghi “Vào sau giờ bế mạc”"
        )
        expect(page.locator("#count-present")).to_have_text("1")
    shelf = hall.shelf(conference)
    assert {one.name for one in shelf.guest_list.guests if one.present} == {"Lê Thị Sớm"}
    assert [one.verdict for one in shelf.contests.open] == ["closed"]
