"""The attendance sheet on paper: everybody who comes, numbered through, heads on every page."""

from typing import Any

import pytest
from builders import STAMP
from builders_commands import plan, shelf_of
from builders_invitation import a_place, issued, replace_by
from builders_pdf import pages_of

from conference.config import Settings
from conference.documents.paper_frame import Reader
from conference.documents.signatures_pdf import signatures_pdf
from conference.language import group_words, sentence
from conference.store import Store
from conference.web.seating_map import called
from projections.library import Shelf

READER = Reader("vi", "http://127.0.0.1:8000", sentence, called, group_words)
HEADS = "STT Họ và tên Chức vụ – đơn vị Ký tên"


@pytest.fixture
def shelf(settings: Settings) -> Any:
    """Sixty of one group, a substitute, somebody who declined, and an unnamed place."""
    store = Store(settings)
    plan(store)
    many = [issued(f"Nguyễn Văn {n}", honorific="ông", order=n) for n in range(1, 61)]
    other, declined = issued("Lê Thị Đào", group="Tỉnh ủy", order=0), issued("Út")
    replace_by(other, "Đặng Thị Ỷ", honorific="bà")
    declined.decline(STAMP, "bận")
    store.create(*many, other, declined, a_place(3, of=8, order=99))
    yield shelf_of(store)
    store.close()


def texts(made: bytes) -> list[str]:
    return [" ".join(" ".join(page).split()) for page in pages_of(made)]


def test_every_page_has_the_heads_and_the_name_of_its_group(shelf: Shelf) -> None:
    made = signatures_pdf(shelf, READER)
    pages = texts(made)
    assert len(pages) > 3
    assert (b"pdfuaid" in made, made == signatures_pdf(shelf, READER)) == (True, True)
    for number, page in enumerate(pages, 1):
        assert HEADS in page
        assert f"#{shelf.position}" in page
        assert f"Trang {number} / {len(pages)}" in page
    middle = pages[1]
    assert middle.index(HEADS) < middle.index("Sở, ban, ngành") < middle.index("Nguyễn Văn")


def test_who_comes_is_numbered_through_and_who_declined_is_left_out(shelf: Shelf) -> None:
    whole = " ".join(texts(signatures_pdf(shelf, READER)))
    assert "1 Bà Đặng Thị Ỷ dự thay Lê Thị Đào Phó Giám đốc – Sở" in whole
    assert "2 Ông Nguyễn Văn 1 Giám đốc – Sở" in whole
    assert "61 Ông Nguyễn Văn 60" in whole
    assert "62 Đại biểu 3/8 Xã Vân Hòa" in whole
    assert "Út" not in whole
    assert "Tổng số đại biểu: 62" in whole


def test_one_group_has_a_sheet_of_its_own(shelf: Shelf) -> None:
    (page,) = texts(signatures_pdf(shelf, READER, "Vân Hòa"))
    assert "1 Đại biểu 3/8" in page
    assert "Nguyễn Văn" not in page
