"""A camera that fails, or that the page may not use, and scanners of every make."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders_door_app import READY, Hall, film, picture, scan, seeing, told
from builders_journeys import CHROMIUM_FLAGS, chromium
from builders_paired import device_key
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

TRACK = "document.getElementById('camera').srcObject.getVideoTracks()[0]"

FAILURES = {
    "ends": f"{TRACK}.dispatchEvent(new Event('ended'))",
    "freezes": f"{TRACK}.stop()",
    "is taken": f"Object.defineProperty({TRACK}, 'muted', {{ get: () => true }})",
}
"""An unplugged camera ends; of one that the page stops itself no browser tells, it stands
still; one that another program takes is muted, while the picture goes on as it was."""

ASKED = """async () => {
  try {
    await navigator.mediaDevices.getUserMedia({ video: true });
    return "given";
  } catch (error) {
    return error.name;
  }
}"""


def shown(page: Page, name: str) -> None:
    expect(page.locator('[data-part="name"]')).to_have_text(name)


def photo(code: str) -> dict[str, object]:
    file = io.BytesIO()
    picture(code).save(file, "PNG")
    return {"name": "a.png", "mimeType": "image/png", "buffer": file.getvalue()}


@pytest.mark.parametrize("failure", FAILURES)
def test_a_camera_that_fails_says_so_and_is_turned_on_again(
    hall: Hall, browser: Browser, tmp_path: Path, failure: str
) -> None:
    conference = hall.conference(f"Máy ảnh {failure}", "Lê Thị Lan", "Trần Văn Hòa")
    codes = hall.codes(conference)
    seen = picture(f"HTTPS://LE-DAI.VN/D/{codes['Lê Thị Lan']}")
    camera = seeing(browser.browser_type, film(tmp_path / "still.y4m", *[seen] * 5))
    with camera as own, hall.phone(own, conference) as page:
        page.locator("#camera-on").click()
        shown(page, "Lê Thị Lan")
        expect(page.locator("#camera-on")).to_be_hidden()
        page.evaluate(FAILURES[failure])
        expect(page.locator("#camera-lost")).to_contain_text("không quét được: hãy bật lại")
        scan(page, codes["Trần Văn Hòa"])
        shown(page, "Trần Văn Hòa")
        page.locator("#camera-on").click()
        shown(page, "Lê Thị Lan")
        expect(page.locator("#camera-lost")).to_be_hidden()


@pytest.fixture
def asked(browser: Browser) -> Iterator[Browser]:
    """A browser with a camera, whose user never says yes."""
    flags = [*CHROMIUM_FLAGS, "--use-fake-device-for-media-stream"]
    own = browser.browser_type.launch(executable_path=chromium(), args=flags)
    yield own
    own.close()


def test_where_the_camera_is_denied_a_photo_is_read(hall: Hall, asked: Browser) -> None:
    conference = hall.conference("Không cho máy ảnh", "Lê Thị Lan")
    with hall.phone(asked, conference) as page:
        assert page.evaluate(ASKED) == "NotAllowedError"
        page.locator("#camera-on").click()
        expect(page.locator("#notes")).to_contain_text("dùng máy quét, hoặc chọn ảnh chụp")
        white = photo("không phải mã vào cửa")
        page.locator("#photo").set_input_files(white)  # type: ignore[arg-type]
        told(page, "unknown")
        file = photo(hall.codes(conference)["Lê Thị Lan"])
        page.locator("#photo").set_input_files(file)  # type: ignore[arg-type]
        told(page, "admitted")
        shown(page, "Lê Thị Lan")


@pytest.mark.parametrize("file", ["zxing-reader.js", "zxing-reader.wasm"])
def test_a_reader_that_was_not_fetched_is_fetched_with_the_next_try(
    hall: Hall, browser: Browser, file: str
) -> None:
    """Without a service worker, as on a device that does not trust."""
    conference = hall.conference(f"Không tải được {file}", "Lê Thị Lan")
    code = photo(hall.codes(conference)["Lê Thị Lan"])
    context = browser.new_context(locale="vi-VN", service_workers="block")
    key = device_key(hall.store, conference, "Bàn 1")
    context.add_cookies([{"name": "device", "value": key, "url": hall.address}])
    page = context.new_page()
    page.goto(f"{hall.address}/conferences/{conference}/door")
    page.wait_for_selector(READY)
    context.route(f"**/{file}*", lambda route: route.abort())
    page.locator("#camera-on").click()
    expect(page.locator("#notes li").first).to_contain_text("Chưa tải được bộ đọc mã")
    page.locator("#photo").set_input_files(code)  # type: ignore[arg-type]
    expect(page.locator("#notes li")).to_have_count(2)
    context.unroute_all()
    page.locator("#photo").set_input_files(code)  # type: ignore[arg-type]
    told(page, "admitted")
    context.close()


@pytest.mark.parametrize("end", ["Enter", "Tab", ""])
def test_a_scanner_ends_with_enter_with_tab_or_with_no_key_at_all(
    hall: Hall, browser: Browser, end: str
) -> None:
    conference = hall.conference(f"Máy quét {end}", "Lê Thị Lan", "Trần Văn Hòa")
    codes = hall.codes(conference)
    with hall.phone(browser, conference) as page:
        page.locator("#hand-text").focus()
        # Neither Enter sends a form nor Tab goes on to the next button.
        assert scan(page, codes["Lê Thị Lan"], end=end) == (end == "")
        shown(page, "Lê Thị Lan")
        page.locator("h1").click()
        scan(page, f"https://le-dai.vn/d/{codes['Trần Văn Hòa']}".upper(), end=end)
        shown(page, "Trần Văn Hòa")
        expect(page.locator("#count-present")).to_have_text("2")
