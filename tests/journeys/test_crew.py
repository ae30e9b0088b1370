"""The crews at work in real Chromium: codes at the wings, trays that two compare, one order."""

import io
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from builders_demo import DEMO
from builders_door import code
from builders_door_app import Hall, film, picture, seeing
from builders_journeys import Served, complaints, filled
from builders_looks import DESKTOP, PHONE, found_by_axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from conference.commands.stage_row import lift_absence, settle_absence
from conference.config import Settings
from projections.library import Library
from projections.run_sheet_turn import Turn

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """A house of its own with the demo: its server is killed, and other journeys put other people
    into the turns."""
    folder = tmp_path_factory.mktemp("crew")
    settings = Settings(data_dir=folder, secret_key="a key for crews only")
    made = Hall(settings, filled(settings)[0])
    made.start()
    yield made
    made.stop()
    made.store.close()


@pytest.fixture(scope="module")
def house(hall: Hall) -> Served:
    return Served(hall.address, hall.store, DEMO)


@pytest.fixture(scope="module")
def cookies(house: Served, browser: Browser) -> Any:
    """What a browser keeps of a sign-in."""
    context = browser.new_context()
    house.sign_in(context.new_page())
    kept = context.storage_state()
    context.close()
    return kept


@pytest.fixture
def visit(house: Served, browser: Browser, cookies: Any) -> Iterator[Visit]:
    """A window of a browser of its own, signed in; at the end none may have complained."""
    found: list[str] = []
    contexts: list[BrowserContext] = []

    def window(**said: Any) -> Page:
        said.setdefault("viewport", DESKTOP)
        contexts.append(browser.new_context(storage_state=cookies, locale="vi-VN", **said))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: found.append(str(error)))
        return page

    yield window
    for context in contexts:
        context.close()
    assert found == []


def turns(house: Served) -> tuple[Turn, ...]:
    library = Library(house.store.facts)
    library.catch_up()
    return library.shelf(house.demo).run_sheet.turns


def token(house: Served, turn: int, place: int) -> str:
    guest = turns(house)[turn - 1].recipients[place - 1].guest
    assert guest is not None
    return code(house.store, guest, 0, house.demo)


def opened(visit: Visit, house: Served, screen: str, **said: Any) -> Page:
    page = visit(**said)
    page.goto(house.page(f"/stage/0/{screen}"))
    expect(page.locator("body")).to_have_attribute("data-connection", "up")
    return page


def burst(page: Page, said: str) -> None:
    """What a scanner types, wherever the focus is: the address that the letter carries."""
    page.keyboard.type(f"HTTPS://LE-DAI.VN/D/{said}")
    page.keyboard.press("Enter")


def verdict(page: Page, words: str, tone: str) -> None:
    expect(page.locator("#at-wings .crew-word")).to_contain_text(words)
    expect(page.locator("#at-wings")).to_have_attribute("data-tone", tone)


def test_a_scanner_is_read_with_the_focus_anywhere(house: Served, visit: Visit) -> None:
    page = opened(visit, house, "manager")
    expect(page.locator("body")).to_have_attribute("data-ready", "yes")
    burst(page, token(house, 1, 1))
    verdict(page, "Đúng lượt 1, vị trí 1", "good")
    page.locator(".crew-settle summary").first.focus()
    burst(page, token(house, 1, 1))
    verdict(page, "Đã có mặt: lượt 1, vị trí 1", "good")
    page.locator("#wings-token").focus()
    burst(page, token(house, 2, 5))
    verdict(page, "Lượt 2, vị trí 5: còn chờ", "wait")
    burst(page, "NOBODY")
    verdict(page, "Không phải mã của hội nghị", "stop")
    line = turns(house)[0].recipients[0].line
    expect(page.locator(f"#card-wings-{line}")).to_contain_text("ở cánh gà")
    assert found_by_axe(page) == []


def test_a_camera_and_a_photo_read_codes_at_the_wings(
    house: Served, browser: Browser, cookies: Any, tmp_path: Path
) -> None:
    seen = picture(f"HTTPS://LE-DAI.VN/D/{token(house, 2, 1)}")
    file = io.BytesIO()
    picture(token(house, 2, 2)).save(file, "PNG")
    with seeing(browser.browser_type, film(tmp_path / "letter.y4m", *[seen] * 5)) as own:
        page = own.new_context(storage_state=cookies, locale="vi-VN").new_page()
        found = complaints(page)
        page.goto(house.page("/stage/0/manager"))
        page.locator("#wings-camera").click()
        verdict(page, "Lượt 2, vị trí 1: còn chờ", "wait")
        expect(page.locator("#wings-camera")).to_be_hidden()
        said: Any = {"name": "a.png", "mimeType": "image/png", "buffer": file.getvalue()}
        page.locator("#wings-photo").set_input_files(said)
        verdict(page, "Lượt 2, vị trí 2: còn chờ", "wait")
        assert found == []


def test_a_code_is_typed_and_the_verdict_outlives_the_next_change(
    house: Served, visit: Visit
) -> None:
    page = opened(visit, house, "manager", viewport=PHONE)
    page.locator("#wings-token").fill(token(house, 1, 4).lower())
    page.locator("#wings-scan button").click()
    verdict(page, "Đúng lượt 1, vị trí 4", "good")
    expect(page.locator("#wings-token")).to_have_value("")
    other = turns(house)[1].recipients[0].line
    said = {"conference_id": house.demo, "run": 0, "line": other, "at": datetime.now(UTC)}
    settle_absence(house.store, house.clerk(), outcome="later", **said)
    expect(page.locator(f"#card-next-{other}")).to_contain_text("trao sau")
    verdict(page, "Đúng lượt 1, vị trí 4", "good")
    lift_absence(house.store, house.clerk(), **said)


def test_cards_are_tapped_by_hand_and_by_keyboard(house: Served, visit: Visit) -> None:
    page = opened(visit, house, "manager")
    line = turns(house)[0].recipients[6].line
    card = page.locator(f"#card-wings-{line}")
    card.locator("button.crew-tap").click()
    expect(card).to_contain_text("ở cánh gà")
    card.locator("button.crew-tap").focus()
    page.wait_for_timeout(500)  # later than what would be one press made twice
    page.keyboard.press("Enter")
    expect(card).not_to_contain_text("ở cánh gà")
    expect(card.locator("button.crew-tap")).to_be_focused()


def test_objects_are_ticked_quickly_and_two_people_compare(house: Served, visit: Visit) -> None:
    page, other = opened(visit, house, "tray"), opened(visit, house, "tray")
    tray = page.locator("#tray-wings")
    for n in range(8):
        tray.locator("button.crew-tap").nth(n).click()
    expect(page.locator("#count-wings")).to_contain_text("8 / 8")
    expect(other.locator("#count-wings")).to_contain_text("8 / 8")
    for who, at in (("Lê Thị Hoa", page), ("Lê Thị Hoa", other)):
        at.locator("#tray-wings input[name=name]").fill(who)
        at.locator("#tray-wings form:has(input[name=name]) button").click()
        expect(at.locator("#tray-wings")).to_contain_text("✓ Lê Thị Hoa")
    expect(other.locator(".flashes")).to_contain_text("Lê Thị Hoa đã đối chiếu rồi")
    other.locator("#tray-wings input[name=name]").fill("Trần Văn Ba")
    other.locator("#tray-wings form:has(input[name=name]) button").click()
    expect(page.locator("#tray-wings")).to_contain_text("Hai người đã đối chiếu")
    assert found_by_axe(page) == []
    page.wait_for_timeout(500)
    page.locator("#tray-wings button.crew-tap").first.click()
    expect(other.locator("#tray-wings")).not_to_contain_text("Hai người đã đối chiếu")


SHOWN = {
    "manager": "#zone-wings .crew-name",
    "tray": "#tray-wings .crew-laid:not(.is-gap) .crew-name",
    "photographer": ".crew-photo.is-wings .crew-portrayed li",
    "mc": "#stage .stage-row .stage-name",
    "announcer": "#stage .stage-row .stage-name",
}


def test_five_screens_show_one_order(house: Served, visit: Visit) -> None:
    pages = {name: opened(visit, house, name) for name in SHOWN}
    names = [one.name for one in turns(house)[0].standing]
    for name, page in pages.items():
        shown = page.locator(SHOWN[name])
        expect(shown).to_have_count(len(names))
        for n, expected in enumerate(names):
            expect(shown.nth(n)).to_contain_text(expected)


def test_without_the_server_rows_stay_and_what_is_done_waits(
    hall: Hall, house: Served, visit: Visit
) -> None:
    page = opened(visit, house, "manager")
    second = turns(house)[1].recipients
    hall.kill()
    expect(page.locator("body")).to_have_attribute("data-connection", "lost")
    page.locator(f"#card-next-{second[7].line} button.crew-tap").click()
    page.wait_for_timeout(500)  # later than what would be one press made twice
    page.locator(f"#card-next-{second[6].line} button.crew-tap").click()
    burst(page, token(house, 1, 8))
    waiting = page.locator("#presses [data-waiting] li")
    expect(waiting).to_have_count(3)
    expect(waiting.first).to_contain_text("Chưa gửi được")
    expect(page.locator("#connection")).to_contain_text("Mất kết nối")
    expect(page.locator("#zone-wings .crew-card")).to_have_count(8)
    hall.start()
    expect(waiting).to_have_count(0)
    verdict(page, "Đúng lượt 1, vị trí 8", "good")
    for one in second[6:]:
        expect(page.locator(f"#card-next-{one.line}")).to_contain_text("ở cánh gà")


def test_a_gap_closes_on_every_screen_once_the_stage_manager_says_so(
    house: Served, visit: Visit
) -> None:
    names = ("manager", "tray", "photographer")
    manager, tray, camera = (opened(visit, house, name) for name in names)
    gone = turns(house)[0].recipients[4]
    card = manager.locator(f"#card-wings-{gone.line}")
    card.locator("summary").click()
    card.get_by_role("button", name="Trao sau hội nghị").click()
    expect(card).to_have_class(re.compile("is-gap"))
    laid = tray.locator(f"#laid-{gone.line}")
    expect(laid).to_contain_text("vắng: để trống chỗ này")
    expect(camera.locator(".crew-photo.is-wings .crew-portrayed li")).to_have_count(7)
    manager.locator("#zone-wings").get_by_role("button", name="Đã dồn hàng").click()
    expect(laid).to_have_count(0)
    expect(manager.locator("#zone-wings > .crew-row .crew-card")).to_have_count(7)
    expect(manager.locator("#zone-wings")).to_contain_text("Đã dồn hàng: 1 chỗ trống")
    assert found_by_axe(manager) == []
    said = {"conference_id": house.demo, "run": 0, "line": gone.line, "at": datetime.now(UTC)}
    lift_absence(house.store, house.clerk(), **said)
    expect(manager.locator("#zone-wings > .crew-row .crew-card")).to_have_count(8)
    expect(laid).to_be_visible()
