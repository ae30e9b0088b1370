"""A messy list through the page: columns, accepted, a newer one, its difference, and all undone."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from axe_playwright_python.sync_playwright import Axe
from builders_guest_sheet import messy
from builders_journeys import Served
from playwright.sync_api import Page, expect

from projections.guest import Guest
from projections.library import Library

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
AXE: dict[str, Any] = {"resultTypes": ["violations"], "preload": False}
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def conference(house: Served) -> UUID:
    """A conference to which nobody is invited yet."""
    return house.planned("Hội nghị sơ kết")


def guests(house: Served, conference: UUID) -> dict[str, Guest]:
    """Everybody on the list by name, else by body."""
    listed = Library(house.store.facts).shelf(conference).guest_list.guests
    return {str(one.name or one.body): one for one in listed}


def choose(page: Page, file: Path, data: bytes) -> None:
    file.write_bytes(data)
    page.get_by_label("Tệp .xlsx").set_input_files(file)
    page.get_by_role("button", name="Xem trước", exact=True).click()


def figures(page: Page) -> list[str]:
    return page.locator("#difference .figures dd").all_inner_texts()


def sound(page: Page) -> None:
    """Nothing that axe finds, on a desk and on a phone, and nothing that runs over."""
    wide = page.viewport_size
    for size in (wide, PHONE):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        found = Axe().run(page, options=AXE).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.set_viewport_size(wide)  # type: ignore[arg-type]


def test_a_messy_list_comes_in_is_renewed_and_taken_back(
    house: Served, visit: Visit, conference: UUID, tmp_path: Path
) -> None:
    page = visit()
    page.goto(f"{house.address}/conferences/{conference}/guests")
    page.get_by_role("link", name="Nạp danh sách").click()
    choose(page, tmp_path / "lan-1.xlsx", messy())
    assert figures(page) == ["5", "0", "0", "0", "2"]
    page.locator("tr", has_text="SĐT").get_by_role("combobox").select_option("")
    page.get_by_role("button", name="Xem trước với các cột này").click()
    expect(page.locator("#difference")).not_to_contain_text("0912345678")
    sound(page)
    page.get_by_role("button", name="Nạp", exact=True).click()
    expect(page.locator(".notice-green")).to_contain_text("5 khách mới")
    assert guests(house, conference)["Nguyễn Văn Hưng"].phone is None

    page.get_by_role("link", name="Nạp danh sách").click()
    more = [4, "Võ Thị", "Sáu", "Giám đốc", "Sở Tư pháp"]
    choose(page, tmp_path / "lan-2.xlsx", messy(more, post="Phó Bí thư Thường trực"))
    expect(page.locator("#guest-import")).to_contain_text("như lần nạp trước của mẫu này")
    assert figures(page)[:4] == ["1", "1", "4", "0"]
    sound(page)
    expect(page.locator("#changes tbody")).to_contain_text("Bí thư → Phó Bí thư Thường trực")
    page.get_by_role("button", name="Nạp", exact=True).click()
    expect(page.locator(".notice-green")).to_contain_text("1 khách mới, 1 khách đổi thông tin")
    undone(page, house, conference)


def undone(page: Page, house: Served, conference: UUID) -> None:
    """The newer of two imports is taken back, after a look."""
    before = guests(house, conference)
    page.get_by_role("link", name="Nạp danh sách").click()
    sound(page)
    page.get_by_role("link", name=re.compile(r"Hoàn tác.*lan-2\.xlsx")).click()
    assert page.locator(".figures dd").all_inner_texts() == ["1", "1", "0"]
    sound(page)
    page.get_by_role("button", name="Hoàn tác lần nạp này").click()
    expect(page.locator(".notice-green")).to_contain_text("1 khách rút")
    after = guests(house, conference)
    assert before["Võ Thị Sáu"].invited
    assert not after["Võ Thị Sáu"].invited
    posts = [said["Nguyễn Văn Hưng"].post for said in (before, after)]
    assert posts == ["Phó Bí thư Thường trực", "Bí thư"]
