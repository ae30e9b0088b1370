"""A guest with an old phone: no scripts, one link, an answer that the organiser's screen shows."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

import pytest
import zxingcpp
from builders import STAMP
from builders_journeys import Served, complaints
from builders_looks import DESKTOP, NOTHING, PHONE, found_by_axe, runs_over
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from conference import vault_links
from conference.commands.letters import set_answer_deadline
from conference.vault_links import Link
from projections.guest import Guest
from projections.library import Library

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


def invited(house: Served, kind: str) -> Guest:
    """The first guest of this kind who has not answered; each journey takes another kind. The demo
    plays its own day, so that answers need a deadline to be open."""
    until = datetime(2099, 1, 1, tzinfo=UTC)
    set_answer_deadline(house.store, STAMP, conference_id=house.demo, answer_by=until)
    waiting = Library(house.store.facts).shelf(house.demo).guest_list.waiting()
    return next(one for one in waiting if one.kind == kind and one.answer == "invited")


def link(house: Served, guest: Guest) -> str:
    made = Link(house.demo, guest.id, guest.revision)
    return f"{house.address}/m/{vault_links.make_link(house.store, made, datetime.now(UTC))}"


def test_a_guest_answers_without_scripts_and_the_organiser_sees_it(
    house: Served, visit: Visit
) -> None:
    guest = invited(house, "person")
    organiser = visit()
    organiser.goto(house.page(f"/guests/{guest.id}"))
    phone = visit("nobody", java_script_enabled=False, viewport=PHONE)
    phone.goto(link(house, guest))
    phone.get_by_role("button", name="Mở giấy mời").click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text(guest.name or "")
    phone.get_by_text("Cử người dự thay").click()
    phone.get_by_label("Họ và tên").fill("Nguyễn Thị Ỷ Ên")
    phone.get_by_label("Chức vụ").fill("Phó Giám đốc")
    phone.get_by_role("button", name="Gửi trả lời: Cử người dự thay").click()
    expect(phone.locator(".notice-green")).to_contain_text("người dự thay")
    expect(organiser.get_by_role("heading", level=1)).to_contain_text("Nguyễn Thị Ỷ Ên")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_cover_page_and_void_link_can_be_read_on_every_screen(
    house: Served, browser: Browser, language: str
) -> None:
    context = browser.new_context(viewport=DESKTOP)
    context.add_cookies([{"name": "language", "value": language, "url": house.address}])
    page = context.new_page()
    complained = complaints(page)
    address = link(house, invited(house, "place"))
    page.goto(address)
    shown = {"cover": looked_at(page)}
    page.locator("main button").click()
    assert "/D/" in read_off(page.locator(".door-code-image").screenshot())
    shown["page"] = looked_at(page)
    shown["void"] = looked_at(page, f"{address}x")
    context.close()
    assert shown == dict.fromkeys(shown, ([], NOTHING))
    assert [one for one in complained if "404" not in one] == []


def looked_at(page: Page, address: str | None = None) -> tuple[list[str], dict[int, int]]:
    """What axe finds, and by how much the page runs over at each size."""
    if address:
        page.goto(address)
    return found_by_axe(page), runs_over(page)


def read_off(picture: bytes) -> str:
    """What a scanner reads off a screen."""
    with Image.open(BytesIO(picture)) as shown:
        found = zxingcpp.read_barcode(shown)
    assert found
    return found.text
