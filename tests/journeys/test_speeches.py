"""A unit with an old browser and one link: from the first word to the time of its speech."""

import re
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from builders_journeys import Served
from builders_looks import DESKTOP, NOTHING, PHONE, found_by_axe, runs_over
from builders_speech import PDF, docx
from playwright.sync_api import Browser, Page, expect

from conference.commands.speech import request_speech

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


def linked(house: Served, organiser: Page, conference: UUID, unit: str) -> str:
    """The address of a link that the organiser makes for a unit, which was asked for a speech."""
    organiser.goto(house.page("/speeches", conference))
    organiser.locator("#request-speech > summary").click()
    organiser.locator("#unit-request").fill(unit)
    organiser.locator("#minutes-request").fill("8")
    organiser.locator("#request-speech button").click()
    organiser.get_by_role("link", name=unit).first.click()
    organiser.get_by_role("button", name="Tạo liên kết").click()
    found = re.search(r"/u/[\w-]+", organiser.locator("#message").input_value())
    assert found
    return f"{house.address}{found[0]}"


def test_a_unit_without_scripts_and_its_organiser_bring_a_speech_into_the_programme(
    house: Served, visit: Visit, tmp_path: Path
) -> None:
    conference = house.planned("Hội nghị có tham luận", "Khai mạc")
    organiser = visit()
    address = linked(house, organiser, conference, "Hội Phụ nữ tỉnh")
    unit = visit("nobody", java_script_enabled=False, viewport=PHONE)
    unit.goto(address)
    registered(unit)
    sent(unit, tmp_path / "anh.png", b"\x89PNG\r\n\x1a\n" + bytes(range(200)))
    expect(unit.locator(".notice-red")).to_contain_text("không phải PDF")
    sent(unit, tmp_path / "bai.docx", docx())
    expect(unit.locator("#texts")).to_contain_text("chờ duyệt")
    page = re.sub(r"/links$", "", organiser.url)
    organiser.goto(page)
    organiser.get_by_text("Gửi lại kèm ý kiến").click()
    organiser.get_by_label("Ý kiến cho đơn vị").fill("Bớt số liệu")
    organiser.get_by_role("button", name="Gửi lại bản 1").click()
    expect(organiser.locator(".notice-green")).to_be_visible()
    unit.reload()
    expect(unit.locator("#state")).to_contain_text("Bớt số liệu")
    sent(unit, tmp_path / "bai.pdf", PDF)
    expect(organiser.locator("#texts")).to_contain_text("Bản 2")
    organiser.get_by_label("Số phút duyệt").fill("7")
    organiser.get_by_role("button", name="Duyệt bản 2").click()
    organiser.get_by_role("button", name="Xếp vào chương trình").click()
    expect(organiser.locator("h1 + .page-sub")).to_contain_text("đã xếp")
    organiser.goto(house.page("/agenda", conference))
    organiser.get_by_role("button", name="Ban hành bản số 1").click()
    expect(organiser.locator(".notice-green")).to_be_visible()
    unit.reload()
    expect(unit.locator("#state")).to_contain_text("Đã có trong chương trình")


def registered(unit: Page) -> None:
    unit.get_by_label("Tên tham luận").fill("Gia đình văn hóa")
    unit.get_by_label("Người trình bày", exact=True).fill("Lê Thị Ỷ Én")
    unit.get_by_role("button", name="Đăng ký").click()


def sent(unit: Page, path: Path, data: bytes) -> None:
    path.write_bytes(data)
    unit.locator("#text-file").set_input_files(path)
    unit.locator("#texts form button").click()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_units_page_and_a_void_link_can_be_read_on_every_screen(
    house: Served, browser: Browser, visit: Visit, language: str
) -> None:
    conference = house.planned(f"Hội nghị {language}")
    request_speech(house.store, house.clerk(), conference_id=conference, unit="Sở Y tế")
    organiser = visit()
    address = linked(house, organiser, conference, "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh")
    assert (found_by_axe(organiser), runs_over(organiser)) == ([], NOTHING)
    unit = visit("nobody", language, viewport=DESKTOP)
    shown = {}
    for name, where in {"page": address, "void": f"{address}x"}.items():
        unit.goto(where)
        shown[name] = (found_by_axe(unit), runs_over(unit))
        assert unit.locator("html").get_attribute("lang") == language
    assert shown == dict.fromkeys(shown, ([], NOTHING))
