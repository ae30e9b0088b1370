"""Builders of a door in a real browser: a house that can be stopped, phones, scanners, pictures."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import qrcode
from builders import STAMP
from builders_journeys import (
    CHROMIUM_FLAGS,
    Served,
    chromium,
    complaints,
    free_port,
    started,
)
from builders_paired import device_key
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, expect

from conference import vault_door
from conference.commands.invitation import issue_invitation
from conference.config import Settings
from conference.rules.door_code import door_code
from conference.store import Store
from projections.library import Library, Shelf

PATIENCE_MS = 10_000
DRAWN_MS = 2_500
"""How long the viewer of papers takes to draw a page: it tells nobody when it has."""

PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1366, "height": 768}
READY = 'body[data-ready="yes"]'
KEPT = 'body[data-kept="yes"]'

SCANNER = """([text, hidden, end]) => {
  for (const char of text) {
    const key = /[0-9]/.test(char) ? `Digit${char}` : `Key${char.toUpperCase()}`;
    const code = char === "/" ? "Slash" : key;
    const said = { key: hidden ? "Process" : char, code, bubbles: true, cancelable: true };
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", said));
  }
  const last = { key: end, code: end, bubbles: true, cancelable: true };
  return !end || document.activeElement.dispatchEvent(new KeyboardEvent("keydown", last));
}"""
"""A scanner types into whatever has the focus; `hidden`: an input method swallows the letters. It
ends with a key, or with none; answered is whether the page lets that key do what it does."""


@dataclass
class Hall:
    """A house whose server can be stopped and started again at the same address."""

    settings: Settings
    store: Store
    port: int = field(default_factory=free_port)
    server: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def served(self) -> Served:
        """The same house, for conferences and people; there is no demo in it."""
        return Served(self.address, self.store, UUID(int=0))

    def start(self) -> None:
        self.server = started(self.settings, self.port)

    def stop(self) -> None:
        if self.server is not None:
            self.server.terminate()
            self.server.wait()
            self.server = None

    def kill(self) -> None:
        """Without a word, as a pulled plug does it: the whole process group."""
        assert self.server is not None
        os.killpg(self.server.pid, signal.SIGKILL)
        self.server.wait()
        self.server = None

    def conference(self, title: str, *names: str, **said: Any) -> UUID:
        """A conference of its own with these guests."""
        planned = self.served.planned(title)
        for name in names:
            who = {"kind": "person", "name": name, "honorific": None, "post": None, "body": None}
            where = {"group": "Đại biểu", "bloc": "agency", "order": 1}
            issue_invitation(self.store, STAMP, conference_id=planned, **who | where | said)
        return planned

    def shelf(self, conference: UUID) -> Shelf:
        library = Library(self.store.facts)
        library.catch_up()
        return library.shelf(conference)

    def codes(self, conference: UUID) -> dict[str, str]:
        """The door codes by the guests' names."""
        key = vault_door.door_key(self.store, conference)
        listed = self.shelf(conference).guest_list.guests
        return {str(one.name): door_code(key, one.id, one.revision) for one in listed}

    @contextmanager
    def phone(
        self, browser: Browser, conference: UUID, name: str = "Bàn 1", language: str = "vi"
    ) -> Iterator[Page]:
        """A paired phone with the door open; it may have nothing to complain of."""
        context = browser.new_context(viewport=PHONE, locale="vi-VN")  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE_MS)
        cookies = {"device": device_key(self.store, conference, name), "language": language}
        for key, value in cookies.items():
            context.add_cookies([{"name": key, "value": value, "url": self.address}])
        self.prepared(context)
        page = context.new_page()
        found = complaints(page)
        page.goto(f"{self.address}/conferences/{conference}/door")
        page.wait_for_selector(READY)
        yield page
        context.close()
        assert (left := [one for one in found if not self.excused(one)]) == [], left

    def prepared(self, context: BrowserContext) -> None:
        """What is done to a phone before it opens the door."""

    def excused(self, complaint: str) -> bool:
        """Whether a browser has to complain so of this house."""
        return False


def told(page: Page, kind: str) -> None:
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", kind)


def member(hall: Hall, browser: Browser, role: str, conference: UUID, door: str = "Cửa 7") -> Page:
    """The door as somebody who signed in, not as a paired device, and who says where."""
    page = browser.new_context(viewport=DESKTOP, locale="vi-VN").new_page()  # type: ignore[arg-type]
    hall.served.sign_in(page, role)
    page.goto(f"{hall.address}/conferences/{conference}/door")
    page.wait_for_selector(READY)
    page.locator("#place-field").fill(door)
    page.keyboard.press("Enter")
    return page


def scan(page: Page, text: str, hidden: bool = False, end: str = "Enter") -> bool:
    let_through: bool = page.evaluate(SCANNER, [text, hidden, end])
    return let_through


def picture(text: str, size: tuple[int, int] = (640, 480)) -> Image.Image:
    """The code of a text on a white ground, as a camera sees a letter."""
    code = qrcode.make(text, box_size=8, border=4).get_image().convert("L")
    ground = Image.new("L", size, 255)
    ground.paste(code, ((size[0] - code.width) // 2, (size[1] - code.height) // 2))
    return ground


def film(path: Path, *frames: Image.Image, rate: int = 10) -> Path:
    """Grey frames as a YUV4MPEG2 file, which Chromium takes for a camera: so many a second, over
    and over."""
    width, height = frames[0].size
    plain = bytes([128]) * (width * height // 2)
    head = f"YUV4MPEG2 W{width} H{height} F{rate}:1 Ip A1:1 C420jpeg\n".encode()
    path.write_bytes(head + b"".join(b"FRAME\n" + one.tobytes() + plain for one in frames))
    return path


@contextmanager
def seeing(kind: BrowserType, shown: Path) -> Iterator[Browser]:
    """A browser whose camera sees this film."""
    flags = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
    flags += [*CHROMIUM_FLAGS, f"--use-file-for-fake-video-capture={shown}"]
    own = kind.launch(executable_path=chromium(), args=flags)
    yield own
    own.close()


def photographed(browser: Browser, pdf: Path, size: tuple[int, int] = (1920, 1080)) -> Image.Image:
    """The first page of a paper as a camera at arm's length sees it: drawn by Chromium's own
    viewer, then small and grey on a table."""
    flags = ["--headless=new", *CHROMIUM_FLAGS]
    viewer = browser.browser_type.launch(executable_path=chromium(), headless=False, args=flags)
    page = viewer.new_page(viewport={"width": 1000, "height": 1414}, device_scale_factor=2)
    page.goto(f"{pdf.as_uri()}#toolbar=0&navpanes=0&view=Fit")
    page.wait_for_timeout(DRAWN_MS)
    sheet = Image.open(BytesIO(page.screenshot())).convert("L")
    viewer.close()
    height = int(size[1] * 0.96)
    small = sheet.resize((sheet.width * height // sheet.height, height))
    table = Image.new("L", size, 90)
    table.paste(small, ((size[0] - small.width) // 2, (size[1] - height) // 2))
    return table
