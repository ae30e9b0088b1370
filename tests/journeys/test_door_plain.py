"""The door without HTTPS, as a laptop in a hall's own network opens it: a browser gives such a page
no locks, no worker and no sealed cards; what is scanned is recorded all the same, and a fault of
one entry stops nobody behind it."""

import io
from collections.abc import Iterator

import pytest
from builders_door_app import Hall, picture, scan, told
from builders_journeys import CHROMIUM_FLAGS, chromium
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser

NAME = "hall.test"
"""Only 127.0.0.1 and localhost count as safe without HTTPS; a name of the network does not."""

FULL = """() => {
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...said) {
    if (this.name !== "queue") return put.apply(this, said);
    IDBObjectStore.prototype.put = put;
    throw new DOMException("the disk is full", "QuotaExceededError");
  };
}"""
"""The next entry that the browser is to keep fails, and only that."""


class ByName(Hall):
    """The same house under a name of the network."""

    @property
    def address(self) -> str:
        return f"http://{NAME}:{self.port}"

    def excused(self, complaint: str) -> bool:
        """The header by which a page stands apart from who opened it counts with HTTPS alone."""
        return "Cross-Origin-Opener-Policy" in complaint


@pytest.fixture
def outside(browser: Browser) -> Iterator[Browser]:
    """A browser that finds the house by its name."""
    flags = [*CHROMIUM_FLAGS, f"--host-resolver-rules=MAP {NAME} 127.0.0.1"]
    own = browser.browser_type.launch(executable_path=chromium(), args=flags)
    yield own
    own.close()


def test_a_page_without_https_admits_and_takes_back(hall: Hall, outside: Browser) -> None:
    conference = hall.conference("Không HTTPS", "Lê Thị Lan")
    code = hall.codes(conference)["Lê Thị Lan"]
    plain = ByName(hall.settings, hall.store, hall.port, hall.server)
    with plain.phone(outside, conference) as page:
        assert page.evaluate("[isSecureContext, Boolean(navigator.locks)]") == [False, False]
        scan(page, code)
        told(page, "admitted")
        expect(page.locator("#count-present")).to_have_text("1")
        scan(page, code)
        told(page, "own")
    assert hall.shelf(conference).attendance.present == 1


def test_a_page_without_a_camera_reads_a_photo(hall: Hall, outside: Browser) -> None:
    conference = hall.conference("Không máy ảnh", "Lê Thị Lan")
    plain = ByName(hall.settings, hall.store, hall.port, hall.server)
    taken = io.BytesIO()
    picture(hall.codes(conference)["Lê Thị Lan"]).save(taken, "PNG")
    with plain.phone(outside, conference) as page:
        expect(page.locator("#camera-on")).to_be_hidden()
        file = {"name": "a.png", "mimeType": "image/png", "buffer": taken.getvalue()}
        page.locator("#photo").set_input_files(file)  # type: ignore[arg-type]
        told(page, "admitted")


def test_an_entry_that_cannot_be_kept_stops_nobody_behind_it(hall: Hall, browser: Browser) -> None:
    conference = hall.conference("Đĩa đầy", "Lê Thị Lan", "Trần Văn Hòa")
    codes = hall.codes(conference)
    with hall.phone(browser, conference) as page:
        page.evaluate(FULL)
        scan(page, codes["Lê Thị Lan"])
        expect(page.get_by_text("chưa được ghi: hãy quét lại")).to_be_visible()
        scan(page, codes["Trần Văn Hòa"])
        told(page, "admitted")
        scan(page, codes["Lê Thị Lan"])
        expect(page.locator('[data-part="name"]')).to_have_text("Lê Thị Lan")
        told(page, "admitted")
        expect(page.locator("#count-present")).to_have_text("2")
    assert hall.shelf(conference).attendance.present == 2


def test_a_scanner_that_reads_something_else_is_told_so(hall: Hall, browser: Browser) -> None:
    conference = hall.conference("Mã lạ", "Lê Thị Lan")
    with hall.phone(browser, conference) as page:
        scan(page, hall.codes(conference)["Lê Thị Lan"])
        told(page, "admitted")
        scan(page, "8935001234567")
        told(page, "unknown")
