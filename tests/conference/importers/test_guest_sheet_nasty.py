"""Whole lists of the kinds that offices send: every person in them is read once, by the exact name,
or noted."""

from typing import Any

import pytest
from builders_guest_sheet import csv, read, table, tcvn3, vni, windows

from conference.importers.guest_sheet import open_sheet
from projections.guest_list import GuestList

Rows = list[list[Any]]

NO_NUMBERS: Rows = [
    ["DANH SÁCH KHÁCH MỜI"],
    ["(Kèm theo Giấy mời số 45/GM-UBND)"],
    [],
    ["Họ và tên", "Chức vụ", "Cơ quan, đơn vị", "Ghi chú"],
    ["SỞ Y TẾ"],
    ["Ông Nguyễn Văn An", "Giám đốc", "Sở Y tế"],
    ["Bà Trần Thị Bình"],
    ["Cộng: 2"],
    ["ỦY BAN MTTQ TỈNH"],
    ["Đoàn Văn Cường", "Chủ tịch", "MTTQ"],
    ["PHAN THỊ DUNG"],
    ["Tổng cộng: 4 đại biểu"],
    ["", "", "Kiên Giang, ngày 3 tháng 2 năm 2019"],
    ["", "", "TM. BAN TỔ CHỨC"],
]
LEVELS: Rows = [
    ["TT", "Họ tên đại biểu", "Chức vụ, đơn vị công tác", "Số ĐT"],
    ["A. KHỐI ĐẢNG"],
    ["I", "Tỉnh ủy"],
    [1, "Đ/c TỐNG PHƯỚC TRƯỜNG", "UVBTV, Trưởng ban Tuyên giáo", 912345678],
    ["2.", "đ/c Công Thị Nghĩa"],
    ["II", "Huyện ủy Châu Thành", "", 1],
    [1, "Danh Ngọc Hùng", "Bí thư"],
    ["B", "KHỐI CHÍNH QUYỀN"],
    [1.0, "Y Vinh Ê Ban", "Phó Chủ tịch"],
    ["2a", "Thạch Thị Thu", "Chuyên viên"],
    ["TT", "Họ tên đại biểu", "Chức vụ, đơn vị công tác", "Số ĐT"],
    [3, "TỐNG CÔNG MINH"],
    ["", "Tổng cộng", "", 6],
    ["", "NGƯỜI LẬP", "THỦ TRƯỞNG ĐƠN VỊ"],
]
PEOPLES: Rows = [
    ["TT", "Họ và tên đại biểu", "Năm sinh", "", "Dân tộc", "Chức danh", "Đơn vị"],
    ["", "", "Nam", "Nữ"],
    [f"({n})" for n in range(1, 8)],
    [1, "LÒ THỊ MAI", "", 1970, "Thái", "Giáo viên", "THPT A"],
    [2, "BÀN VĂN SÁU", 1966, "", "Dao", "Giáo viên", "THPT B"],
    [3, "VÀNG A PÁO", 1966, "", "Mông", "Giáo viên", "THPT B"],
    [4, "H'HEN NIÊ", "", "1992", "Ê Đê", "", ""],
    ["", "Tổng", 2, 2],
]
TITLES: Rows = [
    ["STT", "Đơn vị", "Đại biểu", "Chức vụ"],
    ["CÁC TRƯỜNG ĐẠI HỌC"],
    [1, "Đại học Y", "PGS, TS Nguyễn An", "Hiệu trưởng"],
    ["", "", "BSCKII. Trần Thị Bình", "Phó Hiệu trưởng"],
    [2, "Sở Nội vụ", "Nguyễn Xuân Cảnh, Phó Giám đốc"],
    [3, "Bộ Y tế", "GS.TSKH Lê Văn Dũng", "Thứ trưởng"],
    [4, "Quân khu 9", "Thiếu tướng Đoàn Giang", "Phó Tư lệnh"],
]


def labels(rows: Rows) -> list[tuple[Any, ...]]:
    return [(one.values.get("name"), one.values.get("group")) for one in read(table(*rows)).entries]


@pytest.mark.parametrize(
    ("rows", "people"),
    [
        (
            NO_NUMBERS,
            [
                ("Nguyễn Văn An", "SỞ Y TẾ"),
                ("Trần Thị Bình", "SỞ Y TẾ"),
                ("Đoàn Văn Cường", "ỦY BAN MTTQ TỈNH"),
                ("Phan Thị Dung", "ỦY BAN MTTQ TỈNH"),
            ],
        ),
        (
            LEVELS,
            [
                ("Tống Phước Trường", "Tỉnh ủy"),
                ("Công Thị Nghĩa", "Tỉnh ủy"),
                ("Danh Ngọc Hùng", "Huyện ủy Châu Thành"),
                ("Y Vinh Ê Ban", "KHỐI CHÍNH QUYỀN"),
                ("Thạch Thị Thu", "KHỐI CHÍNH QUYỀN"),
                ("Tống Công Minh", "KHỐI CHÍNH QUYỀN"),
            ],
        ),
        (
            PEOPLES,
            [(one, None) for one in ("Lò Thị Mai", "Bàn Văn Sáu", "Vàng A Páo", "H'Hen Niê")],
        ),
        (
            TITLES,
            [
                (one, "CÁC TRƯỜNG ĐẠI HỌC")
                for one in (
                    *("Nguyễn An", "Trần Thị Bình", "Nguyễn Xuân Cảnh", "Lê Văn Dũng"),
                    "Đoàn Giang",
                )
            ],
        ),
    ],
)
def test_every_person_is_read_once_and_called_rightly(
    rows: Rows, people: list[tuple[Any, ...]]
) -> None:
    assert labels(rows) == people


@pytest.mark.parametrize("rows", [NO_NUMBERS, LEVELS, PEOPLES, TITLES])
def test_every_row_is_a_guest_a_section_or_told(rows: Rows) -> None:
    """Nothing between the headings and the end is left unsaid."""
    data = table(*rows)
    found, head = read(data), open_sheet(data).head
    told = {one.row for one in found.entries} | dict([*found.passed_over, *found.sections]).keys()
    filled = {n for n, row in enumerate(rows, 1) if n >= head.first and row and any(row)}
    assert filled - told == {n for n in filled if rows[n - 1][:2] == rows[head.row - 1][:2]}


def test_sure_readings_are_not_noted() -> None:
    """Notes that say nothing hide those that say something."""
    for rows, most in ((NO_NUMBERS, 0), (LEVELS, 0), (TITLES, 0), (PEOPLES, 1)):
        seen = open_sheet(table(*rows)).beside(GuestList(), "Đại biểu")
        codes = [n.code for row in seen.rows for n in row.notes]
        assert len([code for code in codes if not code.endswith("no-post")]) == most, codes


def test_who_stands_in_a_second_list_beside_the_first_is_noted_and_can_be_taken() -> None:
    data = table(
        ["STT", "Họ tên", "Đơn vị", "STT", "Họ tên", "Đơn vị"],
        [1, "Lê An", "Sở Y tế", 3, "Lê Cam", "Sở Nội vụ"],
        [2, "Lê Bình", "Sở Y tế"],
    )
    sheet = open_sheet(data)
    first, second = sheet.beside(GuestList(), "Đại biểu").rows
    told = [(one.level, one.code, one.facts) for one in first.notes]
    assert told == [("bad", "guest-sheet.beside", {"value": "Lê Cam"})]
    assert second.notes == ()
    others = sheet.chosen(("", "", "", "", "name", "body")).beside(GuestList(), "Đại biểu").rows
    assert [one.label for one in others if one.state == "added"] == ["Lê Cam, Sở Nội vụ"]


NAMES = ("Ông Nguyễn Văn Hưng", "Đ/c Trần Thị Phượng", "PGS, TS Lê Đức Thiện", "Phan Văn Đạt")
LISTED = tuple((str(n), name, "Ủy viên", "Ủy ban", "", "1970") for n, name in enumerate(NAMES, 1))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1258", "tcvn3", "vni"])
def test_the_same_people_are_read_from_every_encoding(encoding: str) -> None:
    text = csv([(*row[:1], f'"{row[1]}"', *row[2:]) for row in LISTED]).decode()
    old = {"tcvn3": tcvn3, "vni": vni}
    if encoding in old:
        data = old[encoding](text).encode("latin-1", "surrogateescape")
    else:
        data = windows(text) if encoding == "cp1258" else text.encode(encoding)
    assert [one.values["name"] for one in read(data).entries] == [
        *("Nguyễn Văn Hưng", "Trần Thị Phượng", "Lê Đức Thiện", "Phan Văn Đạt"),
    ]
