"""A workbook through the page: looked at, taken over, and the second time nothing new."""

from collections.abc import Callable
from pathlib import Path

import pytest
from builders_journeys import Served
from playwright.sync_api import Page, expect

from conference.documents.workbook_xlsx import workbook_xlsx
from conference.importers.demo import FILE
from demo import make
from demo.kien_giang import CONFERENCE, DOCUMENTS

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


@pytest.fixture
def next_year(tmp_path: Path) -> Path:
    """The demo's workbook as another conference, which the house does not know yet."""
    conference = {**CONFERENCE, "code": "kien-giang-2020", "title": "Hội nghị năm sau"}
    file = tmp_path / "kien-giang-2020.xlsx"
    sheets = {"guests": list(make.guests()), "agenda": list(make.agenda())}
    file.write_bytes(workbook_xlsx({"conference": [conference], "documents": DOCUMENTS, **sheets}))
    return file


def look_at(page: Page, address: str, file: Path) -> None:
    page.goto(f"{address}/workbook")
    page.get_by_label("Tệp .xlsx").set_input_files(file)
    page.get_by_role("button", name="Xem trước").click()


def test_a_file_is_shown_taken_over_and_then_says_nothing_new(
    house: Served, visit: Visit, next_year: Path
) -> None:
    page, before = visit(), house.store.head()
    look_at(page, house.address, next_year)
    expect(page.locator("#difference-head")).to_have_text("Một hội nghị mới")
    assert int(page.locator("#difference .figures dd").first.inner_text()) > 50
    assert house.store.head() == before
    page.get_by_role("button", name="Nạp", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hội nghị năm sau")
    expect(page.locator(".notice-green")).to_be_visible()
    look_at(page, house.address, next_year)
    expect(page.locator("#difference")).to_contain_text("Tệp không nói gì mới")
    expect(page.get_by_role("button", name="Nạp", exact=True)).to_have_count(0)


def test_the_demo_that_the_house_was_filled_with_says_nothing_new(
    house: Served, visit: Visit
) -> None:
    page = visit()
    look_at(page, house.address, FILE)
    expect(page.locator("#difference")).to_contain_text("Tệp không nói gì mới")


def test_a_file_that_is_no_workbook_is_refused_with_where_and_why(
    house: Served, visit: Visit, tmp_path: Path
) -> None:
    file = tmp_path / "ghi-chu.xlsx"
    file.write_text("chỉ là chữ")
    page = visit()
    look_at(page, house.address, file)
    expect(page.locator("#bad-cells")).to_contain_text("Chưa nạp được")
    expect(page.locator("#bad-cells tbody tr")).to_have_count(1)
