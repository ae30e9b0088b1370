"""Headings of real lists: what stands under them is headings too, a section, or already a guest."""

from typing import Any

import pytest
from builders_guest_sheet import read, sheet, table
from xlsxwriter.worksheet import Worksheet

from conference.importers.guest_sheet import open_sheet

HEAD = ["STT", "Họ và tên", "Chức vụ", "Đơn vị"]
GUESTS = [1, "Lê A", "x", "y"], [2, "Lê B", "x", "y"]


@pytest.mark.parametrize(
    ("section", "group"),
    [
        ("I. KHỐI ĐẢNG", "KHỐI ĐẢNG"),
        ("I. ĐẠI BIỂU TRUNG ƯƠNG", "ĐẠI BIỂU TRUNG ƯƠNG"),
        ("I. CÁC CƠ QUAN ĐẢNG", "CÁC CƠ QUAN ĐẢNG"),
        ("A. Các đơn vị", "Các đơn vị"),
        ("ĐẠI BIỂU KHÁCH MỜI", "ĐẠI BIỂU KHÁCH MỜI"),
        ("KHÁCH MỜI", "KHÁCH MỜI"),
    ],
)
@pytest.mark.parametrize("column", [0, 1])
def test_a_section_right_under_the_headings_is_one(section: str, group: str, column: int) -> None:
    row = [*[""] * column, section]
    found = read(table(HEAD, row, *GUESTS)).entries
    assert [(one.values["name"], one.values["group"]) for one in found] == [
        ("Lê A", group),
        ("Lê B", group),
    ]


def test_a_section_merged_across_right_under_the_headings_is_one() -> None:
    def fill(page: Worksheet) -> None:
        page.write_row(0, 0, HEAD)
        page.merge_range("A2:D2", "I. KHỐI ĐẢNG")
        page.write_row(2, 0, GUESTS[0])

    found = open_sheet(sheet(fill))
    assert (found.head.first, found.mapping) == (2, ("", "name", "post", "body"))
    assert [one.values["group"] for one in read(sheet(fill)).entries] == ["KHỐI ĐẢNG"]


@pytest.mark.parametrize(
    "row",
    [
        ["", "", "Đại biểu Quốc hội", "Đoàn ĐBQH tỉnh"],
        ["", "", "Lãnh đạo đơn vị", "Cơ quan Đảng ủy"],
    ],
)
def test_posts_without_names_right_under_the_headings_are_guests(row: list[Any]) -> None:
    found = read(table(HEAD, row, *GUESTS)).entries
    assert [one.values["post"] for one in found] == [row[2], "x", "x"]


def test_a_guest_who_sounds_like_headings_is_a_guest_where_there_are_none() -> None:
    rows = ["Nguyễn Văn A", "Đại biểu Quốc hội", "Đoàn ĐBQH tỉnh"], ["Lê B", "x", "y"]
    assert open_sheet(table(*rows)).head.row == 0


def test_headings_said_in_english_below_are_headings() -> None:
    found = open_sheet(table(HEAD, ["No", "Full name", "Position", "Organisation"], *GUESTS))
    assert (found.head.first, found.mapping) == (3, ("", "name", "post", "body"))


def test_one_heading_below_a_group_of_columns_is_a_heading() -> None:
    top = ["STT", "Họ và tên", "Chức vụ", "Liên hệ", ""]
    found = open_sheet(
        table(top, ["", "", "", "", "Email"], [1, "Lê A", "x", "0912345678", "a@b.vn"])
    )
    assert (found.head.first, found.mapping[3:]) == (3, ("phone", "email"))


BORN = ["STT", "Họ và tên", "Năm sinh", "", "Đơn vị"]
PEOPLE = [1, "Lê Văn A", 1965, "", "Sở Y tế"], [2, "Trần Thị B", "", "1970", "Sở Tư pháp"]


def years(data: bytes) -> list[tuple[Any, ...]]:
    named = ("name", "birth_date", "body")
    return [tuple(map(one.values.get, named)) for one in read(data).entries]


@pytest.mark.parametrize("parts", [("Nam", "Nữ"), ("NAM", "NỮ"), ("Nữ", "Nam")])
def test_years_of_birth_of_men_and_women_are_one(parts: tuple[str, str]) -> None:
    said = [("Lê Văn A", "1965", "Sở Y tế"), ("Trần Thị B", "1970", "Sở Tư pháp")]
    assert years(table(BORN, ["", "", *parts, ""], *PEOPLE)) == said

    def fill(page: Worksheet) -> None:
        for place, words in (("A1:A2", "STT"), ("B1:B2", "Họ và tên"), ("E1:E2", "Đơn vị")):
            page.merge_range(place, words)
        page.merge_range("C1:D1", "Năm sinh")
        page.write_row("C2", parts)
        for number, row in enumerate(PEOPLE, start=2):
            page.write_row(number, 0, row)

    assert years(sheet(fill)) == said


def test_they_are_one_below_headings_in_two_rows_too() -> None:
    top = ["STT", "Họ và tên", "", "Năm sinh", "", "Liên hệ", ""]
    under = ["STT", "Họ đệm", "Tên", "Nam", "Nữ", "SĐT", "Email"]
    data = table(top, under, [1, "Trần Thị", "Bê", "", 1970, 912345678, "b@tinh.vn"])
    assert years(data) == [("Trần Thị Bê", "1970", None)]


def test_columns_chosen_before_keep_both_years() -> None:
    found = open_sheet(table(BORN, ["", "", "Nam", "Nữ", ""], *PEOPLE))
    assert found.mapping == ("", "name", "birth_date", "birth_date", "body")
    assert found.chosen(found.mapping).mapping == found.mapping


def test_two_years_that_contradict_each_other_are_noted() -> None:
    rows = [1, "Lê A", 1965, 1970, "x"], [2, "Lê B", 1965, 1965, "x"]
    first, second = read(table(BORN, ["", "", "Nam", "Nữ", ""], *rows)).entries
    assert (first.values["birth_date"], second.values["birth_date"]) == ("1965", "1965")
    assert [note.code for note in first.notes] == ["guest-sheet.two-births"]
    assert second.notes == ()


def test_marks_under_two_columns_are_headings_and_no_guest() -> None:
    top = ["STT", "Họ và tên", "Giới tính", "", "Chức vụ"]
    found = read(table(top, ["", "", "Nam", "Nữ", ""], [1, "Lê A", "x", "", "Giám đốc"]))
    assert [(one.values["name"], one.values["post"]) for one in found.entries] == [
        ("Lê A", "Giám đốc")
    ]


def test_posts_in_several_columns_are_put_together() -> None:
    top, under = ["STT", "Họ và tên", "Chức vụ", ""], ["", "", "Đảng", "Chính quyền"]
    for rows in (([*top[:2], "Chức vụ Đảng", "Chức vụ chính quyền"],), (top, under)):
        found = read(table(*rows, [1, "Lê A", "Bí thư", "Chủ tịch"], [2, "Lê B", "", "Giám đốc"]))
        said = [one.values.get("post") for one in found.entries]
        assert said == ["Bí thư, Chủ tịch", "Giám đốc"]
