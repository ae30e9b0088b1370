"""Cells as offices type them, and what they mean."""

import unicodedata
from typing import Any

import pytest

from conference.importers.workbook_cells import BadValue, value_of
from conference.rules.workbook_sheets import KINDS, Column
from conference.rules.workbook_words import BLOCS

TIME_AS_DATE = {"datetime": "1899-12-30T07:30:00"}


def read(kind: str, cell: Any) -> Any:
    column = Column("x", "X", kind, "", choices=BLOCS if kind == "choice" else {})
    try:
        return value_of(column, cell)
    except BadValue as refused:
        return str(refused)


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        ("text", "  Sở\u00a0Nội  vụ ", "Sở Nội vụ"),
        ("text", unicodedata.normalize("NFD", "Đặng Tuyết Em"), "Đặng Tuyết Em"),
        ("text", "Huyện\nAn Biên", "Huyện An Biên"),
        ("text", "Ng\u200bọc", "Ngọc"),
        ("text", 612.0, "612"),
        ("text", "=1+1", "=1+1"),
        ("text", " \u200b ", None),
        ("text", "Bình\u202eEm", "field.characters"),
        ("text", "Bình\x07", "field.characters"),
        ("text", {"date": "2019-03-12"}, "cell.text-is-date"),
        ("text", True, "field.text"),
        ("number", 16.0, 16),
        ("number", " 16 ", 16),
        ("number", 16.5, "field.number"),
        ("number", "mười sáu", "field.number"),
        ("number", True, "field.number"),
        ("number", 1e300, "field.number"),
        ("numbers", "6, 12", [6, 12]),
        ("numbers", 8.0, [8]),
        ("numbers", 6.12, "field.number"),
        ("day", {"date": "2019-03-25"}, "2019-03-25"),
        ("day", {"datetime": "2019-03-25T07:30:00"}, "2019-03-25"),
        ("day", 43549.0, "2019-03-25"),
        ("day", "25/3/2019", "2019-03-25"),
        ("day", "2019-03-25", "2019-03-25"),
        ("day", "31/02/2019", "field.day"),
        ("day", "25/03/19", "field.day"),
        ("day", {"time": "07:30:00"}, "field.day"),
        ("day", TIME_AS_DATE, "field.day"),
        ("day", 7.5, "field.day"),
        ("life_date", 1968.0, "1968"),
        ("life_date", "1968", "1968"),
        ("life_date", "02/09/1968", "1968-09-02"),
        ("clock", {"time": "07:30:00"}, "07:30"),
        ("clock", TIME_AS_DATE, "07:30"),
        ("clock", {"seconds": 27_000}, "07:30"),
        ("clock", 0.3125, "07:30"),
        ("clock", "7h30", "07:30"),
        ("clock", "7 giờ 30 phút", "07:30"),
        ("clock", "07:30:00", "07:30"),
        ("clock", "7h30 26/3", "7h30 26/3"),
        ("clock", "7h30 31/2", "cell.clock"),
        ("clock", "2019-03-26T07:30:05+07:00", "2019-03-26T07:30:05+07:00"),
        ("clock", "2019-03-26T07:30", "cell.clock"),
        ("clock", "24:00", "cell.clock"),
        ("clock", 7.0, "cell.clock"),
        ("clock", {"date": "2019-03-25"}, "cell.clock"),
        ("minutes", 15.0, 15),
        ("minutes", "1h30", "1h30"),
        ("minutes", {"time": "01:30:00"}, 90),
        ("minutes", 0.0625, 90),
        ("flag", True, True),
        ("flag", "x", True),
        ("flag", "CÓ", True),
        ("flag", "khong", False),
        ("flag", "có lẽ", "cell.flag"),
        ("phone", 912345678.0, "0912345678"),
        ("phone", 84912345678.0, "+84912345678"),
        ("phone", "0912 345 678", "0912 345 678"),
        ("phone", "gọi sau", "cell.phone"),
        ("choice", "mat tran", "front"),
        ("choice", "SỞ, BAN, NGÀNH", "agency"),
        ("choice", "agency", "agency"),
        ("choice", "—", "field.choice"),
    ],
)
def test_a_cell_means(kind: str, cell: Any, value: Any) -> None:
    assert read(kind, cell) == value


@pytest.mark.parametrize("kind", KINDS)
def test_a_blank_cell_of_any_kind_is_nothing(kind: str) -> None:
    assert [read(kind, cell) for cell in ("", "  ", None)] == [None, None, None]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "cell",
    [
        *({"seconds": -5}, {"datetime": "1900-01-01T00:00:00"}, 1e12, -1, "'", "0", False),
        *(float("inf"), float("-inf"), float("nan"), 1e308, "9" * 5_000),
    ],
)
def test_a_strange_cell_is_read_or_refused_but_never_a_defect(kind: str, cell: Any) -> None:
    read(kind, cell)
