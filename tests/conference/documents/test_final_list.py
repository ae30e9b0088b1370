"""The final list as CSV and as .xlsx, read back: everybody, as text, and no formula."""

import csv
import io
import re
import zipfile
from datetime import datetime
from typing import Any

import pytest
from builders import STAMP, at, id
from builders_awards import an_instrument
from builders_commands import HERE, plan, shelf_of
from builders_invitation import a_place, a_walk_in, enter, issued, replace_by
from builders_seating import hall_said
from cases.case_formulas import CORPUS
from python_calamine import CalamineWorkbook

from conference.commands.awards import register_instrument
from conference.commands.awards_ceremony import link_recipient
from conference.commands.seating import adopt_hall, pin_seat
from conference.config import Settings
from conference.documents.final_list import final_list
from conference.documents.final_list_csv import final_list_csv
from conference.documents.final_list_xlsx import final_list_xlsx
from conference.language import group_words, sentence
from conference.store import Store
from projections.library import Shelf

PHONE = {"phone": "0912345678"}


@pytest.fixture
def store(settings: Settings) -> Any:
    made = Store(settings)
    plan(made)
    yield made
    made.close()


def a_day(store: Store) -> Shelf:
    """Lan came and has a seat and an award, Hòa sent somebody, Út declined, a place, a walk-in."""
    lan, hoa, ut, walk_in = issued("Lan", **PHONE), issued("Hòa"), issued("Út"), a_walk_in("Minh")
    enter(lan, "07:16", "Cửa 2")
    replace_by(hoa, "Phó", honorific="Bà", phone="0297 381 2345")
    hoa.check_in(STAMP, "Cửa 1", "", at("07:31"))
    ut.decline(STAMP, "bận")
    enter(walk_in, "07:40", "Cửa 1")
    store.create(lan, hoa, ut, walk_in, a_place(3, of=8))
    adopt_hall(store, STAMP, **HERE, **hall_said())
    pin_seat(
        store, STAMP, **HERE, seat="A-01", guest=id("Lan"), coming={id("Lan"): True}, reason=None
    )
    register_instrument(store, STAMP, **HERE, **an_instrument("Lan"))
    link_recipient(store, STAMP, **HERE, line=id("Lan"), guest=id("Lan"))
    return shelf_of(store)


def listed(shelf: Shelf, personal: bool = True) -> Any:
    return final_list(shelf, sentence, group_words, personal=personal)


def from_csv(made: bytes) -> list[list[str]]:
    assert made.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")))


def from_xlsx(made: bytes) -> list[list[Any]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(made))
    return book.get_sheet_by_index(0).to_python()


def test_everybody_is_in_the_csv_with_all_that_became_of_the_invitation(store: Store) -> None:
    head, *rows = from_csv(final_list_csv(listed(a_day(store))))
    assert head[:4] + head[-1:] == ["STT", "Đại biểu", "Chức vụ", "Đơn vị", "Điện thoại"]
    told = {row[1]: dict(zip(head, row, strict=True)) for row in rows}
    assert list(told) == ["Hòa", "Lan", "Út", "Đại biểu 3/8", "Minh"]
    lan, hoa = told["Lan"], told["Hòa"]
    assert (lan["Ghế"], lan["Giờ vào"], lan["Cửa"]) == ("A-01", "25/3/2019 07:16", "Cửa 2")
    assert (lan["Cách vào"], lan["Lượt trao thưởng"]) == ("thiết bị quầy 1", "Lượt 1, vị trí 1")
    assert (lan["Điện thoại"], hoa["Điện thoại"]) == ("0912 345 678", "0297 381 2345")
    assert (hoa["Người dự thay"], hoa["Trả lời"]) == ("Bà Phó, Phó Giám đốc", "cử người thay")
    assert hoa["Cách vào"] == "không qua thiết bị cửa"
    assert (told["Út"]["Trả lời"], told["Út"]["Giờ vào"]) == ("từ chối", "")
    assert told["Minh"]["Cách vào"] == "không có giấy mời, Trần Thị Đào bảo lãnh"


def test_the_sheet_holds_the_same_with_numbers_and_times(store: Store) -> None:
    shelf = a_day(store)
    made = final_list_xlsx(listed(shelf))
    assert made == final_list_xlsx(listed(shelf))
    head, *rows = from_xlsx(made)
    told = {row[1]: dict(zip(head, row, strict=True)) for row in rows}
    assert (rows[0][0], told["Lan"]["Giờ vào"]) == (1, datetime(2019, 3, 25, 7, 16))
    assert told["Lan"]["Điện thoại"] == "0912 345 678"
    plain = [[str(cell) for cell in row] for row in from_csv(final_list_csv(listed(shelf)))]
    named = [row[1:8] for row in from_xlsx(made)]
    assert named == [row[1:8] for row in plain]


def test_phones_are_left_out_for_who_may_not_read_them(store: Store) -> None:
    shelf = a_day(store)
    for made in (
        from_csv(final_list_csv(listed(shelf, False))),
        from_xlsx(final_list_xlsx(listed(shelf, False))),
    ):
        assert "Điện thoại" not in made[0]
        assert "0912" not in str(made)


def test_no_cell_is_a_formula_whatever_names_are_typed(store: Store) -> None:
    clean = [text.strip() for text in CORPUS]
    store.create(*(issued(f"{n}", name=text, body=text, post=text) for n, text in enumerate(clean)))
    page = listed(shelf_of(store))
    cells = [cell for row in from_csv(final_list_csv(page)) for cell in row]
    assert [cell for cell in cells if re.match(r"[=+\-@\t\r\n\uff1d]", cell)] == []
    assert {f"'{text}" for text in clean} <= set(cells)
    made = final_list_xlsx(page)
    assert set(clean) <= {row[1] for row in from_xlsx(made)}
    sheet = zipfile.ZipFile(io.BytesIO(made)).read("xl/worksheets/sheet1.xml")
    assert (b"<f>" in sheet, b"<hyperlink" in sheet) == (False, False)


def test_an_empty_conference_has_a_list_with_heads_alone(store: Store) -> None:
    page = listed(shelf_of(store))
    assert len(from_csv(final_list_csv(page))) == len(from_xlsx(final_list_xlsx(page))) == 1
