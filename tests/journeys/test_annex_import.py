"""A decision's document through the page: read, a fault mended, recorded, renewed, looked for."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from builders_annex import annex_docx
from builders_journeys import Served
from builders_looks import NOTHING, found_by_axe, runs_over, said_twice
from playwright.sync_api import Page, expect

from projections.award_plan import Instrument
from projections.library import Library

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
FIRST = [
    ["I. TẬP THỂ"],
    [1, "Văn phòng Tỉnh ủy", "Dẫn đầu khối"],
    [2, "Sở Y tế", "Dẫn đầu cụm"],
    ["II. CÁ NHÂN"],
    [1, "Ông Lê Văn Bình", "Có thành tích xuất sắc"],
]
ABOVE = (
    "ỦY BAN NHÂN DÂN TỈNH",
    "Số: 777/QĐ-UBND",
    "Kiên Giang, ngày 12 tháng 3 năm 2019",
    "Về việc khen thưởng 02 tập thể, 01 cá nhân",
)


@pytest.fixture
def conference(house: Served) -> UUID:
    """A conference of which no decision is known yet."""
    return house.planned("Hội nghị trao thưởng")


def the_one(house: Served, conference: UUID) -> Instrument:
    (found,) = Library(house.store.facts).shelf(conference).awards.instruments
    return found


def sound(page: Page) -> None:
    assert (found_by_axe(page), said_twice(page), runs_over(page)) == ([], [], NOTHING)


def choose(page: Page, file: Path, *tables: list[list[object]]) -> None:
    file.write_bytes(annex_docx(*tables, above=ABOVE))
    page.get_by_label("Tệp .docx").set_input_files(file)
    page.get_by_role("button", name="Xem trước", exact=True).click()


def test_a_decision_comes_in_is_mended_renewed_and_found(
    house: Served, visit: Visit, conference: UUID, tmp_path: Path
) -> None:
    page = visit()
    page.goto(f"{house.address}/conferences/{conference}/awards")
    page.get_by_role("link", name="Nạp phụ lục").click()
    choose(page, tmp_path / "qd-777.docx", FIRST)
    expect(page.locator("#faults")).to_contain_text("Không rõ hình thức khen của 3 dòng")
    sound(page)
    page.get_by_label("Hình thức khen", exact=True).select_option("bang_khen_chu_tich_ubnd_tinh")
    page.get_by_role("button", name="Xem lại").click()
    expect(page.locator("#counts tbody tr").first).to_contain_text("khớp")
    sound(page)
    page.get_by_role("button", name="Nạp", exact=True).click()
    expect(page.locator(".notice-green")).to_contain_text("3 dòng mới")
    sound(page)
    one = the_one(house, conference)
    assert [(line.number, line.kind) for line in one.lines] == [
        *((1, "collective"), (2, "collective"), (3, "individual"))
    ]
    renewed(page, house, conference, tmp_path)


def renewed(page: Page, house: Served, conference: UUID, folder: Path) -> None:
    """A second document of the same number puts a name right; its line stays the same line."""
    before = the_one(house, conference).lines[2]
    page.get_by_role("link", name="Nạp phụ lục").click()
    choose(page, folder / "qd-777-b.docx", [*FIRST[:4], [1, "Ông Lê Văn Bính", "Xuất sắc"]])
    page.get_by_label("Hình thức khen", exact=True).select_option("bang_khen_chu_tich_ubnd_tinh")
    page.get_by_role("button", name="Xem lại").click()
    expect(page.locator("#lines tbody")).to_contain_text("Ông Lê Văn Bình → Ông Lê Văn Bính")
    sound(page)
    page.get_by_role("button", name="Nạp", exact=True).click()
    expect(page.locator(".notice-green")).to_contain_text("1 dòng thay đổi")
    after = the_one(house, conference).lines[2]
    assert (after.id, after.name) == (before.id, "Ông Lê Văn Bính")
    page.get_by_role("link", name="Về khen thưởng").click()
    page.get_by_role("searchbox").fill("le van binh")
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator("#lines .row")).to_have_count(1)
    sound(page)
