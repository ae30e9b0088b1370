"""What a verdict looks, sounds and feels like at the door, and what is scanned twice or at once."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from builders import STAMP
from builders_door_app import Hall, film, picture, scan, seeing, told
from builders_seating import DECISION, award_line, hall_said
from playwright.sync_api import Browser, Page, expect

from conference.commands.awards import register_instrument
from conference.commands.invitation_answers import reissue_invitation
from conference.commands.seating import adopt_hall, pin_seat

pytestmark = pytest.mark.browser

LISTEN = """() => {
  window.felt = [];
  window.heard = [];
  const shake = navigator.vibrate?.bind(navigator);
  navigator.vibrate = (pattern) => (felt.push(pattern), shake?.(pattern));
  const make = AudioContext.prototype.createOscillator;
  AudioContext.prototype.createOscillator = function () {
    const voice = make.call(this);
    const start = voice.start.bind(voice);
    voice.start = (at) => (heard.push(voice.frequency.value), start(at));
    return voice;
  };
}"""
"""What the page asks the device to sound and shake is written down on its way there."""

TONES = {"rgb(31, 122, 77)": "good", "rgb(147, 90, 6)": "wait", "rgb(159, 29, 32)": "stop"}


def look(page: Page) -> tuple[str, str]:
    """The panel's colour and the icon beside the word."""
    color = page.locator("#verdict").evaluate("one => getComputedStyle(one).backgroundColor")
    icon = page.locator('[data-part="icon"]').get_attribute("href")
    return TONES[color], icon or ""


def two_guests(hall: Hall, title: str) -> tuple[UUID, str, str]:
    """A conference with one good code, and one that a new one has replaced."""
    conference = hall.conference(title, "Lê Thị Lan", "Trần Đổi")
    codes = hall.codes(conference)
    (old,) = (g for g in hall.shelf(conference).guest_list.guests if g.name == "Trần Đổi")
    said = {"conference_id": conference, "guest": old.id, "reason": "mất giấy"}
    reissue_invitation(hall.store, STAMP, **said)
    return conference, codes["Lê Thị Lan"], codes["Trần Đổi"]


LOOKS = {
    "admitted": ("good", "#icon-admitted"),
    "own": ("good", "#icon-own"),
    "replaced": ("wait", "#icon-replaced"),
    "unknown": ("stop", "#icon-unknown"),
}


def test_every_verdict_has_a_word_a_colour_an_icon_a_sound_and_a_shake(
    hall: Hall, browser: Browser
) -> None:
    conference, good, old = two_guests(hall, "Nghe và thấy")
    with hall.phone(browser, conference) as page:
        page.locator("h1").click()  # browsers sound and shake only after a touch
        page.evaluate(LISTEN)
        looks = {}
        for code, kind in zip((good, good, old, "A" * 56), LOOKS, strict=True):
            scan(page, code)
            told(page, kind)
            looks[kind] = look(page)
        assert looks == LOOKS
        assert page.evaluate("heard") == [880, 880, 520, 520, 230, 230, 230]
        assert page.evaluate("felt.map((one) => one.length)") == [1, 1, 3, 5]
        page.locator("#sound").click()
        scan(page, old)
        told(page, "replaced")
        assert page.evaluate("[heard.length, felt.length]") == [7, 5]


def test_who_receives_an_award_is_told_turn_place_seat_and_stairs(
    hall: Hall, browser: Browser
) -> None:
    conference = hall.conference("Nhận thưởng", "Khách Một", "Khách Hai", vip=True)
    (two,) = (g for g in hall.shelf(conference).guest_list.guests if g.name == "Khách Hai")
    here: dict[str, Any] = {"conference_id": conference}
    adopt_hall(hall.store, STAMP, **here, **hall_said(10, 10))
    pin_seat(hall.store, STAMP, **here, coming={two.id: True}, seat="A-02", guest=two.id)
    line = {**award_line(1, "Khách Hai"), "guest": two.id}
    register_instrument(
        hall.store, STAMP, **here, **{**DECISION, "stated_count": 1, "lines": [line]}
    )
    with hall.phone(browser, conference) as page:
        scan(page, hall.codes(conference)["Khách Hai"])
        told(page, "admitted")
        expect(page.locator('[data-part="seat"]')).to_have_text("A-02")
        expect(page.locator('[data-part="stage"]')).to_have_text("Nhận thưởng: lượt 1, vị trí 1")
        expect(page.locator('[data-part="where"]')).to_contain_text("cầu thang sân khấu bên trái")
        expect(page.locator('[data-part="vip"]')).to_have_text("Khách VIP")


def test_a_code_that_stays_in_the_frame_is_one_scan(
    hall: Hall, browser: Browser, tmp_path: Path
) -> None:
    conference = hall.conference("Giữ yên", "Lê Thị Lan")
    seen = picture(f"HTTPS://LE-DAI.VN/D/{hall.codes(conference)['Lê Thị Lan']}")
    camera = seeing(browser.browser_type, film(tmp_path / "still.y4m", *[seen] * 5))
    with camera as own, hall.phone(own, conference) as page:
        page.locator("#camera-on").click()
        told(page, "admitted")
        page.wait_for_timeout(1_500)
        told(page, "admitted")


def above_the_figures(page: Page, part: str) -> bool:
    """Whether a part of the page ends above the figures, which stick to the bottom."""
    shown, foot = (page.locator(one).bounding_box() for one in (part, ".door-foot"))
    assert shown is not None
    assert foot is not None
    return shown["y"] + shown["height"] <= foot["y"] + 1


def test_nothing_that_matters_stays_beneath_the_figures(hall: Hall, browser: Browser) -> None:
    name = "Công Tằng Tôn Nữ Hoàng Diệu Huyền Trân Nguyễn Phúc Kim Ngân"
    post = "Phó Chánh Văn phòng Đoàn Đại biểu Quốc hội và Hội đồng nhân dân tỉnh"
    conference = hall.conference("Máy nhỏ", name, post=post)
    with hall.phone(browser, conference) as page:
        page.set_viewport_size({"width": 360, "height": 600})
        scan(page, hall.codes(conference)[name])
        told(page, "admitted")
        expect(page.locator('[data-part="where"]')).to_have_text("Chưa xếp chỗ")
        expect(page.locator('[data-part="seat"]')).to_be_hidden()
        assert above_the_figures(page, '[data-part="seated"]')
        page.locator("#undo summary").click()
        expect(page.locator("#undo-reason")).to_be_focused()
        assert above_the_figures(page, "#undo form")
        page.keyboard.type("nhầm người")
        page.keyboard.press("Enter")
        told(page, "reversed")
