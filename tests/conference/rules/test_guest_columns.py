"""Headings of guest lists: what each means, and which bloc a section's name says."""

import pytest

from conference.rules.guest_columns import bloc_of, guessed, meant


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Họ và tên", "name"),
        ("HỌ TÊN", "name"),
        ("Đại biểu", "name"),
        ("Họ và tên đại biểu", "name"),
        ("Chức danh", "post"),
        ("Chức vụ, đơn vị công tác", "post"),
        ("Cơ quan/ đơn vị", "body"),
        ("Địa chỉ", "body"),
        ("SĐT", "phone"),
        ("Số điện thoại liên hệ", "phone"),
        ("Thư điện tử", "email"),
        ("Khối", "group"),
        ("Ngày, tháng, năm sinh", "birth_date"),
        ("TT", "number"),
        ("Số giấy mời", ""),
        ("Ký tên", ""),
        ("Size áo", ""),
        ("DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ TỔNG KẾT CÔNG TÁC THI ĐUA, KHEN THƯỞNG NĂM 2018", ""),
    ],
)
def test_a_heading_means_a_column(heading: str, name: str) -> None:
    assert meant(heading) == name


def test_of_two_columns_that_mean_the_same_the_first_is_taken() -> None:
    assert guessed(("STT", "Họ và tên", "Tên", "Chức vụ")) == ("", "name", "", "post")


def test_ten_beside_ho_dem_is_the_given_name() -> None:
    assert guessed(("Họ đệm", "Tên")) == ("family", "given")


@pytest.mark.parametrize(
    ("group", "body", "bloc"),
    [
        ("KHỐI CÁC SỞ, BAN, NGÀNH", None, "agency"),
        ("Khối Đảng", "Tỉnh ủy", "party"),
        ("Các huyện, thành phố", "UBND huyện Hòn Đất", "district"),
        ("Đại biểu Trung ương", None, "superior"),
        ("Báo chí", None, "press"),
        ("Đại biểu", "Sở Y tế", "agency"),
        ("Đại biểu", "Báo Kiên Giang", "press"),
        ("Đại biểu", "Công an tỉnh", "armed_forces"),
        ("Đại biểu", "UBND tỉnh", "government"),
        ("Đại biểu", None, "other"),
    ],
)
def test_a_section_says_the_bloc_else_the_body_does(
    group: str, body: str | None, bloc: str
) -> None:
    assert bloc_of(group, body) == bloc
