"""Rows of real lists: headings, sections, totals, names, phones and days as offices type them."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from builders_guest_sheet import csv, messy, read, rows_of, sheet, table, tcvn3, values
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from conference.importers.guest_sheet import GuestSheet, open_sheet
from conference.importers.guest_sheet_cells import Note
from conference.importers.guest_sheet_file import GuestFile, Table
from conference.importers.guest_sheet_head import head_of, mapping_of
from conference.rules.guest_columns import BY_NAME
from projections.guest_list import GuestList

PARTY, AGENCIES = "KHỐI ĐẢNG", "KHỐI CÁC SỞ, BAN, NGÀNH"


def test_a_list_as_an_office_types_it_is_read_whole() -> None:
    said = [
        (e.row, e.values.get("name"), e.values["post"], e.values["group"])
        for e in read(messy()).entries
    ]
    assert said == [
        (9, "Nguyễn Văn Hưng", "Bí thư", PARTY),
        (10, "Trần Thị Bình", "Phó Bí thư", PARTY),
        (13, "Lê Thị Thu Hà", "Giám đốc", AGENCIES),
        (14, "Phạm Văn Đức", "Phó Giám đốc", AGENCIES),
        (15, None, "Giám đốc", AGENCIES),
    ]


def test_cells_of_that_list_become_plain_values() -> None:
    hung, binh, ha, duc, _ = values(messy())
    assert hung == {
        "honorific": "Ông",
        "name": "Nguyễn Văn Hưng",
        "post": "Bí thư",
        "body": "Tỉnh ủy",
        "phone": "0912345678",
        "email": "hung@tinh.vn",
        "birth_date": "1964-03-20",
        "group": PARTY,
    }
    assert (binh["honorific"], binh["birth_date"]) == ("Đồng chí", "1970-03-05")
    assert (ha["honorific"], ha["body"], duc["body"]) == ("TS.", "Sở Y tế", "Sở Y tế")


def test_a_bad_cell_is_noted_and_the_row_is_read_all_the_same() -> None:
    binh = read(messy()).entries[1]
    assert binh.notes == (Note("bad", "guest-sheet.email", "email", {"value": "không có"}),)
    assert "email" not in binh.values


def test_totals_and_signatures_are_passed_over_and_told() -> None:
    assert [words for _, words in read(messy()).passed_over] == [
        "Tổng cộng: 5 đại biểu",
        "Kiên Giang, ngày 19 tháng 3 năm 2019",
        "NGƯỜI LẬP BIỂU",
        "Nguyễn Văn A",
    ]


def test_headings_in_two_rows_count_by_the_lower_one() -> None:
    found = open_sheet(messy())
    assert (found.head.row, found.head.first) == (6, 8)
    assert found.mapping == (
        "", "family", "given", "post", "body", "phone", "email", "birth_date",
    )  # fmt: skip


def test_a_second_row_of_headings_is_joined_where_nothing_is_merged() -> None:
    top = ["STT", "Họ và tên", "Chức vụ", "Liên hệ", "", "Đơn vị"]
    found = open_sheet(table(top, ["", "", "", "SĐT", "Email", ""], [1, "Lê A", "x", "0", "", "y"]))
    assert (found.head.row, found.head.first) == (1, 3)
    assert found.mapping == ("", "name", "post", "phone", "email", "body")


def test_the_headings_may_be_chosen_and_may_be_missing() -> None:
    bare = table(["Nguyễn Văn A", "Giám đốc"], ["Trần B", "Phó Giám đốc"])
    found = open_sheet(bare)
    assert (found.head.row, found.mapping) == (0, ("", ""))
    chosen = found.chosen(("name", "post", "email"))
    assert [e.values["name"] for e in rows_of(chosen).entries] == ["Nguyễn Văn A", "Trần B"]
    assert open_sheet(messy(), row=6).head.words[1] == "Họ đệm"


def test_a_name_in_two_columns_under_one_heading_is_put_together() -> None:
    rows = ["STT", "Họ và tên", "", "Chức vụ"], [1, "Nguyễn Văn", "An", "A"], [2, "Lê", "Bê", "B"]
    assert [one["name"] for one in values(table(*rows))] == ["Nguyễn Văn An", "Lê Bê"]


@pytest.mark.parametrize(
    ("name", "honorific", "rest"),
    [
        ("Ông Nguyễn Văn A", "Ông", "Nguyễn Văn A"),
        ("ông: Nguyễn Văn A", "Ông", "Nguyễn Văn A"),
        ("Đ/c TS. Trần Thị B", "Đồng chí TS.", "Trần Thị B"),
        ("PGS.TS.Lê C", "PGS.TS.", "Lê C"),
        ("NGUYỄN VĂN HƯNG", None, "Nguyễn Văn Hưng"),
        ("Bà", None, "Bà"),
        ("H'Hen Niê", None, "H'Hen Niê"),
    ],
)
def test_what_is_glued_to_a_name_is_taken_off(name: str, honorific: str | None, rest: str) -> None:
    (said,) = values(csv([("1", name, "Giám đốc", "Sở", "", "")]))
    assert (said.get("honorific"), said["name"]) == (honorific, rest)


@pytest.mark.parametrize(
    ("written", "name", "post"),
    [
        (
            "Đ/c Lê Văn A, Bí thư Tỉnh ủy, Chủ tịch HĐND",
            "Lê Văn A",
            "Bí thư Tỉnh ủy, Chủ tịch HĐND",
        ),
        ("Lê Văn A – Giám đốc Sở Y tế", "Lê Văn A", "Giám đốc Sở Y tế"),
        ("Lê Văn A,", "Lê Văn A", None),
        ("Ngô-Đình A", "Ngô-Đình A", None),
    ],
)
def test_a_post_behind_a_name_is_parted_from_it(written: str, name: str, post: str | None) -> None:
    (said,) = values(table(["STT", "Đại biểu", "Ghi chú"], [1, written, "x"]))
    assert (said["name"], said.get("post")) == (name, post)


def test_headings_in_english_are_understood() -> None:
    head = ["No", "Last name", "First name", "Job title", "Organisation", "Mobile", "Notes"]
    (said,) = values(table(head, [1, "Nguyễn Văn", "An", "Director", "Health", "0912345678", "x"]))
    assert (said["name"], said["post"], said["body"]) == ("Nguyễn Văn An", "Director", "Health")


@pytest.mark.parametrize(
    ("written", "phone"),
    [
        (912345678, "0912345678"),
        ("912345678", "0912345678"),
        ("'0912345678", "0912345678"),
        ("0912.345.678", "0912.345.678"),
        ("+84 912 345 678", "+84 912 345 678"),
        (84912345678, "+84912345678"),
        ("0912345678 / 0987654321", "0912345678"),
        ("gọi thư ký", None),
        (9.1234e20, None),
    ],
)
def test_a_phone_gets_its_zero_back(written: Any, phone: str | None) -> None:
    (entry,) = read(table(["STT", "Họ và tên", "SĐT"], [1, "Nguyễn A", written])).entries
    assert entry.values.get("phone") == phone
    told = [note.code for note in entry.notes if note.level == "bad"]
    assert told == ([] if phone else ["cell.phone"])


@pytest.mark.parametrize(
    ("written", "day"),
    [
        (25569, "1970-01-01"),
        ("25569", "1970-01-01"),
        ("5/3/1970", "1970-03-05"),
        ("05-03-1970", "1970-03-05"),
        (1968, "1968"),
        ("1968", "1968"),
        (date(1970, 3, 5), "1970-03-05"),
        ("31/02/1970", None),
        ("tháng 3", None),
    ],
)
def test_a_day_is_read_as_it_is_typed(written: Any, day: str | None) -> None:
    def fill(page: Worksheet) -> None:
        page.write_row(0, 0, ["STT", "Họ và tên", "Ngày sinh"])
        page.write_row(1, 0, [1, "Nguyễn A"])
        if isinstance(written, date):
            page.write_datetime(1, 2, written, page.default_date_format)
        else:
            page.write(1, 2, written)

    (entry,) = read(sheet(fill)).entries
    assert entry.values.get("birth_date") == day
    assert [note.code for note in entry.notes] == ([] if day else ["field.day"])


HEAD = ["STT", "Họ và tên", "Chức vụ"]


@pytest.mark.parametrize(
    "row",
    [
        ["I", "Khối Đảng"],
        ["A.", "KHỐI ĐẢNG"],
        ["", "II. Khối Đảng: 12 đại biểu"],
        ["", "Đại biểu các sở"],
        ["B/ Các huyện"],
    ],
)
def test_a_section_is_no_guest(row: list[str]) -> None:
    found = read(table(HEAD, [1, "Lê A", "x"], row, [2, "Lê B", "x"])).entries
    assert [one.values["name"] for one in found] == ["Lê A", "Lê B"]
    assert "group" not in found[0].values
    assert found[1].values["group"][-1] not in "0123456789"


@pytest.mark.parametrize(
    "row",
    [
        [3, "Tống Văn Cộng"],
        ["", "Công Thị Nghĩa", "Giám đốc"],
        [4, "LÊ VĂN NAM"],
        ["V", "Vũ Văn Năm", "Giám đốc"],
        ["", "Nguyễn Thị Ngày", "Giám đốc"],
    ],
)
def test_a_guest_is_no_section_and_no_total(row: list[Any]) -> None:
    found = read(table(HEAD, [1, "Lê A", "x"], row, [9, "Lê Z", "x"])).entries
    assert len(found) == 3


def test_the_posts_of_one_guest_in_several_rows_are_put_together() -> None:
    def fill(page: Worksheet) -> None:
        page.write_row(0, 0, [*HEAD, "Đơn vị"])
        page.merge_range("A2:A3", 1)
        page.merge_range("B2:B3", "Lê A")
        page.merge_range("D2:D3", "UBND tỉnh")
        page.write("C2", "Ủy viên Ban Thường vụ Tỉnh ủy")
        page.write("C3", "Phó Chủ tịch UBND tỉnh")
        page.write_row(3, 0, [2, "Lê B", "Đại biểu Quốc hội", "Đoàn ĐBQH"])
        page.write_row(4, 0, ["", "", "Trưởng Đoàn"])
        page.write_row(5, 0, [3, "Lê C", "Giám đốc", "Sở"])

    first, second, third = read(sheet(fill)).entries
    assert first.values["post"] == "Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch UBND tỉnh"
    assert (first.row, first.values["body"]) == (2, "UBND tỉnh")
    assert second.values["post"] == "Đại biểu Quốc hội, Trưởng Đoàn"
    assert third.values["name"] == "Lê C"


def test_posts_without_names_are_guests_of_their_own() -> None:
    rows = [1, "", "Giám đốc"], ["", "", "Phó Giám đốc"], [1, "", "Chánh Văn phòng"]
    assert len(read(table(HEAD, *rows)).entries) == 3


def test_headings_said_again_on_the_next_page_are_no_guest() -> None:
    found = read(table(HEAD, [1, "Lê A", "x"], HEAD, [2, "Lê B", "x"]))
    assert [one.values["name"] for one in found.entries] == ["Lê A", "Lê B"]


def test_numbered_rows_after_a_total_are_guests_still() -> None:
    rows = [1, "Lê A", "x"], ["", "Cộng: 1"], ["II", "Khối B"], [1, "Lê B", "x"]
    assert len(read(table(HEAD, *rows)).entries) == 2


def test_the_fullest_sheet_is_read_and_another_can_be_chosen() -> None:
    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        book.add_worksheet("Ghi chú").write_row(0, 0, ["Việc cần làm"])
        page = book.add_worksheet("Khách")
        page.write_row(0, 0, HEAD)
        page.write_row(1, 0, [1, "Lê A", "x"])
    assert open_sheet(file.getvalue()).table.name == "Khách"
    assert open_sheet(file.getvalue(), place=0).table.name == "Ghi chú"


def test_the_shape_is_of_the_headings_alone() -> None:
    one = open_sheet(table(HEAD, [1, "Lê A", "x"])).head.shape
    assert one == open_sheet(table(["Kèm theo"], HEAD, [1, "Lê B", "y"])).head.shape
    assert one != open_sheet(table([*HEAD, "Email"], [1, "Lê A", "x", "y"])).head.shape


def test_a_name_in_an_old_font_among_unicode_is_pointed_out() -> None:
    rows = [(str(n), "Nguyễn Thị Phượng", f"Phó {n}", "Sở Y tế", "", "") for n in range(30)]
    found = read(csv([*rows, ("31", tcvn3("Nguyễn Văn Hưng"), "Phó", "", "", "")])).entries
    assert [note.code for note in found[-1].notes] == ["guest-sheet.old-font"]
    assert [entry for entry in found[:-1] if entry.notes] == []


WORDS = st.sampled_from(
    [
        *("STT", "Họ và tên", "Họ đệm", "Tên", "Chức vụ", "Đơn vị", "SĐT", "Ngày sinh", "Mã", "I"),
        *("II.", "Tổng cộng", "KHỐI ĐẢNG", "Ông Nguyễn Văn A", "Đ/c", "(1)", "1", "912345678", "x"),
        *("25569", "31/12/1970", "", "-", "Cộng: 3", "ngày 1 tháng 2 năm 2019", "a, b", "=1+1"),
    ]
)
CELLS = st.one_of(WORDS, WORDS, st.text(max_size=8), st.integers(), st.floats(), st.booleans())
FIELDS = st.sampled_from(["", *BY_NAME])


@given(
    st.lists(st.lists(CELLS, min_size=1, max_size=8), min_size=1, max_size=12),
    st.one_of(st.none(), st.integers(0, 15)),
    st.lists(FIELDS, max_size=9).map(tuple),
)
def test_any_cells_under_any_columns_are_a_preview(
    rows: list[list[Any]], row: int | None, columns: tuple[str, ...]
) -> None:
    found = Table("x", tuple(map(tuple, rows)))
    head = head_of(found, row)
    guessed = GuestSheet(GuestFile((found,)), 0, head, mapping_of(found, head))
    for one in (guessed, guessed.chosen(columns)):
        preview = one.beside(GuestList(), "Đại biểu")
        assert len(preview.rows) <= len(rows)
        assert all(said["name"] or said["post"] for said in (row.said for row in preview.taken))
