"""The door as an app in a real Chromium: any scanner, no network, one verdict table, a camera."""

import io
import json
import re
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from axe_playwright_python.sync_playwright import Axe
from builders import STAMP
from builders_door_app import (
    DESKTOP,
    KEPT,
    PHONE,
    READY,
    Hall,
    film,
    member,
    picture,
    scan,
    seeing,
    told,
)
from playwright.sync_api import Browser, expect

from conference.commands.conference_day import close_conference, open_conference
from conference.commands.invitation_answers import withdraw_invitation
from conference.commands.team import revoke_device
from events.attendance import EntryContested, GuestCheckedIn

pytestmark = pytest.mark.browser

AXE = {"resultTypes": ["violations"], "preload": False}
CASES = json.loads((Path(__file__).parents[1] / "vectors" / "verdicts.json").read_text("utf-8"))
MANY = 50
"""Scans without a server: a door's busiest minutes."""


def entries(hall: Hall, conference: UUID) -> list[GuestCheckedIn]:
    facts = (fact for _, fact in hall.store.facts(0, 100_000))
    return [f for f in facts if isinstance(f, GuestCheckedIn) and f.conference_id == conference]


def test_a_scanner_admits_and_the_next_door_says_who_where_and_when(
    hall: Hall, browser: Browser
) -> None:
    conference = hall.conference("Hai cửa", "Lê Thị Lan", vip=True)
    code = hall.codes(conference)["Lê Thị Lan"]
    with hall.phone(browser, conference) as one, hall.phone(browser, conference, "Bàn 2") as two:
        one.keyboard.type(f"HTTPS://LE-DAI.VN/D/{code}")
        one.keyboard.press("Enter")
        told(one, "admitted")
        expect(one.locator('[data-part="name"]')).to_have_text("Lê Thị Lan")
        expect(one.locator('[data-part="vip"]')).to_be_visible()
        expect(one.locator("#count-present")).to_have_text("1")
        sizes = one.eval_on_selector_all(
            '[data-part="name"], [data-part="seat"]',
            "all => all.map((one) => parseFloat(getComputedStyle(one).fontSize))",
        )
        assert [size >= least for size, least in zip(sizes, (32, 48), strict=True)] == [True, True]
        expect(two.locator("#count-present")).to_have_text("1")
        scan(one, code)
        told(one, "own")
        two.locator("#hand-text").focus()
        scan(two, code, hidden=True)
        told(two, "already")
        expect(two.locator('[data-part="why"]')).to_contain_text(
            re.compile(r"\d\d:\d\d · Cửa 2 · Bàn 1")
        )
        expect(two.locator("#hand-text")).to_have_value("")


def test_a_scanner_whose_keys_are_held_back_is_read_to_its_end(
    hall: Hall, browser: Browser
) -> None:
    conference = hall.conference("Máy quét chậm", "Lê Thị Lan")
    text = f"HTTPS://LE-DAI.VN/D/{hall.codes(conference)['Lê Thị Lan']}"
    with hall.phone(browser, conference) as page:
        for part in (text[:40], text[40:60], text[60:]):
            scan(page, part, end="")
            page.wait_for_timeout(200)  # longer than between the keys of any hand's word
        told(page, "admitted")


def test_a_code_is_typed_and_what_is_no_code_admits_nobody(hall: Hall, browser: Browser) -> None:
    conference = hall.conference("Gõ tay", "Trần Văn Hòa")
    code = hall.codes(conference)["Trần Văn Hòa"]
    with hall.phone(browser, conference) as page:
        expect(page.locator("#undo")).to_be_hidden()
        forged = code[:30] + ("A" if code[30] != "A" else "B") + code[31:]
        for text, kind in (
            (forged, "unknown"),
            ("xin chào", "unknown"),
            (code.lower(), "admitted"),
        ):
            page.locator("#hand-text").fill(text)
            page.locator("#hand button").click()
            told(page, kind)
    assert len(entries(hall, conference)) == 1


def test_namesakes_are_asked_about_twice_and_an_overseer_undoes(
    hall: Hall, browser: Browser
) -> None:
    conference = hall.conference("Trùng tên", "Nguyễn Thị Hoa", "Nguyễn Thị Hoá", "Võ Minh")
    page = member(hall, browser, "supervisor", conference)
    page.locator("#hand-text").fill("nguyen thi hoa")
    rows = page.locator("#found button")
    expect(rows).to_have_count(2)
    rows.first.click()
    expect(rows.first).to_contain_text("Đúng người này?")
    assert entries(hall, conference) == []
    rows.first.click()
    told(page, "admitted")
    page.locator("#undo summary").click()
    page.locator("#undo-reason").fill("nhầm người")
    page.locator("#undo button").click()
    told(page, "reversed")
    page.locator("#hand-text").fill("vo minh")
    page.locator("#found button").click()
    told(page, "admitted")
    expect(page.locator("#count-present")).to_have_text("1")
    page.context.close()


def test_a_door_without_a_server_goes_on_and_tells_everything_once(
    hall: Hall, browser: Browser
) -> None:
    names = [f"Đại biểu số {number}" for number in range(MANY)]
    conference = hall.conference("Mất mạng", *names)
    codes = hall.codes(conference)
    with hall.phone(browser, conference) as page:
        page.wait_for_selector(KEPT)
        hall.stop()
        for number, name in enumerate(names):
            scan(page, codes[name])
            expect(page.locator('[data-part="name"]')).to_have_text(name)
            if number == MANY // 2:
                page.reload()
                page.wait_for_selector(READY)
        told(page, "admitted")
        expect(page.locator('[data-part="foot"]')).to_contain_text("ghi tại máy này")
        expect(page.locator("#pill")).to_have_text(f"Ngoại tuyến · {MANY} chờ gửi")
        scan(page, codes[names[0]])
        told(page, "already")
        hall.start()
        expect(page.locator("#pill")).to_have_text("Trực tuyến", timeout=15_000)
        expect(page.locator("#count-present")).to_have_text(str(MANY))
        expect(page.locator("#notes-box")).to_be_hidden()
    found = entries(hall, conference)
    assert len({fact.scan_id for fact in found}) == len(found) == MANY
    assert {(fact.door, fact.device) for fact in found} == {("Cửa 2", "Bàn 1")}


def test_what_a_door_could_not_know_is_told_when_it_is_back(hall: Hall, browser: Browser) -> None:
    conference = hall.conference("Sau danh sách", "Lê Văn Rút")
    code = hall.codes(conference)["Lê Văn Rút"]
    (guest,) = hall.shelf(conference).guest_list.guests
    with hall.phone(browser, conference) as page:
        page.context.set_offline(True)
        scan(page, "A" * 56)
        told(page, "unlisted")
        expect(page.locator('[data-part="word"]')).to_contain_text("Không có trong danh sách lúc")
        scan(page, code)
        told(page, "admitted")
        said = {"conference_id": conference, "guest": guest.id, "reason": "trùng"}
        withdraw_invitation(hall.store, STAMP, **said)
        page.context.set_offline(False)
        expect(page.locator("#notes li")).to_have_count(2)
        expect(page.locator("#notes")).to_contain_text("Giấy mời đã rút")
    facts = [fact for _, fact in hall.store.facts(0, 100_000)]
    assert [f.verdict for f in facts if isinstance(f, EntryContested)] == ["withdrawn"]
    assert entries(hall, conference) == []


def test_a_revoked_device_keeps_nobodys_card(hall: Hall, browser: Browser) -> None:
    conference = hall.conference("Thu hồi", "Lê Thị Lan")
    code = hall.codes(conference)["Lê Thị Lan"]
    with hall.phone(browser, conference) as page:
        (device,) = hall.shelf(conference).team.devices
        said = {"conference_id": conference, "device": device, "reason": "mất máy"}
        revoke_device(hall.store, STAMP, **said)
        scan(page, code)
        told(page, "unlisted")
        expect(page.locator("#pill")).to_contain_text("Máy này không còn được dùng")
    assert entries(hall, conference) == []


def test_the_browser_gives_the_same_verdicts_as_the_server(hall: Hall, browser: Browser) -> None:
    conference = hall.conference("Bảng kết quả")
    with hall.phone(browser, conference) as page:
        found = page.evaluate(
            """async (cases) => {
              const { verdict } = await import("/static/js/door/verdict.js");
              return cases.map(({ said }) => verdict(said));
            }""",
            CASES,
        )
    assert found == [one["verdict"] for one in CASES]
    assert len(found) >= 15


def test_a_camera_and_a_photo_read_the_code_of_a_letter(
    hall: Hall, browser: Browser, tmp_path: Path
) -> None:
    conference = hall.conference("Máy ảnh", "Khách Một", "Khách Hai")
    codes = hall.codes(conference)
    seen = picture(f"HTTPS://LE-DAI.VN/D/{codes['Khách Một']}")
    photo = io.BytesIO()
    picture(codes["Khách Hai"]).save(photo, "PNG")
    camera = seeing(browser.browser_type, film(tmp_path / "letter.y4m", *[seen] * 5))
    with camera as own, hall.phone(own, conference) as page:
        page.locator("#camera-on").click()
        told(page, "admitted")
        expect(page.locator('[data-part="name"]')).to_have_text("Khách Một")
        file = {"name": "a.png", "mimeType": "image/png", "buffer": photo.getvalue()}
        page.locator("#photo").set_input_files(file)  # type: ignore[arg-type]
        expect(page.locator('[data-part="name"]')).to_have_text("Khách Hai")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_everybody_can_read_the_door_on_a_phone_and_on_a_laptop(
    hall: Hall, browser: Browser, language: str
) -> None:
    conference = hall.conference(f"Đọc được {language}", "Nguyễn Thị Hoa", "Võ Minh", vip=True)
    code = hall.codes(conference)["Võ Minh"]
    with hall.phone(browser, conference, language=language) as page:
        for text, kind in ((None, ""), (code, "admitted"), (code, "own"), ("A" * 56, "unknown")):
            if text:
                scan(page, text)
            told(page, kind)
            for size in (PHONE, DESKTOP):
                page.set_viewport_size(size)  # type: ignore[arg-type]
                found = Axe().run(page, options=AXE).response["violations"]
                assert [(one["id"], one["nodes"][0]["target"]) for one in found] == []
                assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0


def test_after_the_closing_a_door_says_so_and_reads_on(hall: Hall, browser: Browser) -> None:
    conference = hall.conference("Đã bế mạc", "Trần Muộn")
    code = hall.codes(conference)["Trần Muộn"]
    with hall.phone(browser, conference) as page:
        now = datetime.now(UTC)
        open_conference(hall.store, STAMP, conference_id=conference, at=now)
        close_conference(hall.store, STAMP, conference_id=conference, at=now)
        scan(page, code)
        told(page, "closed")
        expect(page.locator('[data-part="name"]')).to_have_text("Trần Muộn")
        expect(page.locator('[data-part="why"]')).to_contain_text("Hội nghị đã bế mạc")
        scan(page, "A" * 56)
        told(page, "unknown")
