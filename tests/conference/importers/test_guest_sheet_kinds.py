"""Nobody is lost for a section, a total or a signature: what is not sure is noted."""

from typing import Any

import pytest
from builders_guest_sheet import read, table

from conference.importers.guest_sheet import open_sheet
from projections.guest_list import GuestList

HEAD = ["STT", "Họ và tên", "Chức vụ", "Đơn vị"]
FIRST = [1, "Lê A", "x", "y"]


def told(*rows: list[Any]) -> list[str]:
    """The codes of all notes about these rows that say that a reading is not sure."""
    preview = open_sheet(table(*rows)).beside(GuestList(), "Đại biểu")
    codes = [note.code.removeprefix("guest-sheet.") for row in preview.rows for note in row.notes]
    return [code for code in codes if code not in ("no-post", "no-name")]


@pytest.mark.parametrize(
    "names",
    [
        ["Đ/c Nguyễn Văn An", "Đ/c Trần Thị Bình", "Đ/c Lê Cường"],
        ["PHAN VĂN AN", "ĐOÀN THỊ BÌNH", "PHAN THỊ CÚC"],
        ["PHAN VAN AN", "DOAN THI BINH", "LE VAN C"],
        ["Phan Văn An", "Đoàn Thị Bình", "C. Mác"],
        ["H'HEN NIÊ", "Y THANH NIÊ", "K'SOR PHƯỚC"],
    ],
)
@pytest.mark.parametrize("rest", [["Điện thoại", 912345678], ["Năm sinh", 1965], ["Ghi chú", None]])
def test_a_name_alone_in_its_row_is_a_guest(names: list[str], rest: list[Any]) -> None:
    rows = [[name, rest[1]] for name in names]
    found = read(table(["Họ và tên", rest[0]], *rows))
    assert [one.row for one in found.entries] == [2, 3, 4]
    assert (found.sections, found.passed_over) == ((), ())
    assert all("group" not in one.values for one in found.entries)


@pytest.mark.parametrize(
    ("name", "doubted"),
    [
        ("Đ/c Nguyễn Văn B", False),
        ("A/C Nguyễn Văn B", False),
        ("PHAN VĂN BÌNH", False),
        ("ĐOÀN THỊ BÌNH", False),
        ("Phan Quốc Bình", False),
        ("ĐOÀN MINH TRƯỜNG", True),
        ("ĐOÀN HÀ NỘI", True),
        ("TRẦN AN", True),
        ("LÊ QUỐC TỈNH", True),
        ("C. Mác", True),
        ("Nguyễn Văn B", False),
        ("Sở Y tế", True),
    ],
)
def test_a_row_without_number_post_and_body_is_a_guest_still(name: str, doubted: bool) -> None:
    rows = [HEAD, FIRST, ["", name], [2, "Lê C", "x", "y"]]
    found = read(table(*rows))
    assert [one.row for one in found.entries] == [2, 3, 4]
    assert found.sections == ()
    assert told(*rows) == (["name-or-section"] if doubted else [])


@pytest.mark.parametrize(
    ("row", "group", "doubted"),
    [
        (["I", "KHỐI ĐẢNG"], "KHỐI ĐẢNG", False),
        (["I", "KHỐI ĐẢNG", "", 12], "KHỐI ĐẢNG", False),
        (["KHỐI ĐẢNG"], "KHỐI ĐẢNG", False),
        (["Các huyện, thành phố"], "Các huyện, thành phố", False),
        (["II.1", "Sở Y tế"], "Sở Y tế", False),
        (["II. CHÂU THÀNH"], "CHÂU THÀNH", True),
        (["", "TỈNH ỦY KIÊN GIANG"], "TỈNH ỦY KIÊN GIANG", False),
        (["", "ĐOÀN ĐẠI BIỂU QUỐC HỘI"], "ĐOÀN ĐẠI BIỂU QUỐC HỘI", False),
        (["", "VĂN PHÒNG UBND TỈNH"], "VĂN PHÒNG UBND TỈNH", False),
        (["", "HÀ TIÊN"], "HÀ TIÊN", True),
        (["", "ROBERT SMITH"], "ROBERT SMITH", True),
    ],
)
def test_a_section_is_told_and_noted_where_it_may_be_a_name(
    row: list[Any], group: str, doubted: bool
) -> None:
    rows = [HEAD, FIRST, row, [2, "Lê C", "x", "y"]]
    found = read(table(*rows))
    assert found.sections == ((3, group),)
    assert [one.values.get("group") for one in found.entries] == [None, group]
    assert told(*rows) == (["section-or-name"] if doubted else [])


@pytest.mark.parametrize(
    "row",
    [
        ["I", "Nguyễn Văn B"],
        ["V", "VŨ MINH NĂM"],
        ["", "A. Nguyễn Văn B"],
        ["", "B. Lê Quốc Bảo"],
    ],
)
def test_a_name_behind_a_numeral_is_a_guest_and_noted(row: list[str]) -> None:
    rows = [HEAD, FIRST, row]
    assert [one.row for one in read(table(*rows)).entries] == [2, 3]
    assert told(*rows) == ["name-or-section"]


@pytest.mark.parametrize("order", ["2.", "02", "2)", "1.2"])
def test_a_number_with_its_dot_is_a_number(order: str) -> None:
    rows = [HEAD, FIRST, ["", "Tổng cộng: 1"], [order, "TRẦN B"]]
    assert len(read(table(*rows)).entries) == 2


@pytest.mark.parametrize(
    "post",
    [
        *("Thứ trưởng Bộ Y tế", "Thứ trưởng", "Chủ tịch Hội KT và KH", "Giám đốc Công ty TM An"),
        *("Tổng Biên tập", "Thủ trưởng Công an tỉnh", "Thu truong", "Đ/c Ký Tên", "TM và DV"),
    ],
)
@pytest.mark.parametrize("numbers", [True, False])
def test_a_post_alone_is_no_signature(post: str, numbers: bool) -> None:
    rows = [HEAD, FIRST, ["", "", post, ""], [2, "Lê C", "x", "y"]]
    cut = rows if numbers else [row[1:] for row in rows]
    found = read(table(*cut))
    said = [one.values["post"] for one in found.entries]
    assert found.passed_over == ()
    assert said == (["x, " + post, "x"] if numbers else ["x", post, "x"])


@pytest.mark.parametrize(
    "text",
    [
        *("NGƯỜI LẬP BIỂU", "Người lập", "THỦ TRƯỞNG ĐƠN VỊ", "Thủ trưởng", "TM. ỦY BAN NHÂN DÂN"),
        *("KT. CHỦ TỊCH", "TM ỦY BAN NHÂN DÂN", "T/M UBND xã", "(Ký, ghi rõ họ tên)", "Nơi nhận:"),
        *("Xác nhận của đơn vị", "Kiên Giang, ngày   tháng   năm 2019", "Nguoi lap bieu"),
    ],
)
def test_a_signature_is_passed_over_and_told(text: str) -> None:
    found = read(table(HEAD[1:], FIRST[1:], ["", text]))
    assert (len(found.entries), found.passed_over) == (1, ((3, text),))


def test_a_guest_behind_the_end_of_the_list_is_read_and_noted() -> None:
    rows = [HEAD, FIRST, ["", "Cộng: 1"], ["", "Lê Văn B", "Giám đốc", "Sở Y tế"]]
    assert len(read(table(*rows)).entries) == 2
    assert told(*rows) == ["behind-end"]
    assert told(*(row[1:] for row in rows)) == ["behind-end"]


@pytest.mark.parametrize("name", ["TỐNG CÔNG MINH", "Tống Sơ", "Tổng Thị Cộng", "Cộng Thị Ba"])
def test_a_guest_whose_name_sounds_like_a_sum_is_a_guest(name: str) -> None:
    for rows in ([HEAD, [1, name]], [HEAD[1:], [name, "Giám đốc"]]):
        assert len(read(table(*rows)).entries) == 1


def test_a_section_with_letters_that_nobody_can_read_is_passed_over() -> None:
    found = read(table(HEAD, FIRST, ["", "KHỐI\x82 ĐẢNG"], [2, "Lê C", "x", "y"]))
    assert found.sections == ()
    assert [row for row, _ in found.passed_over] == [3]
    assert len(found.entries) == 2
