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
