"""Sheets become rows; every bad cell is named, and nothing is lost silently."""

import unicodedata

from builders_workbook import FRAME, GUEST_HEADINGS, a_workbook, bad_cells, book, guests
from xlsxwriter import Workbook

from conference.documents.workbook_xlsx import workbook_xlsx
from conference.importers.workbook_rows import read_workbook

SHEET = "Khách mời"


def test_rows_are_read_by_their_headings() -> None:
    (row,) = read_workbook(guests(["Mặt trận", "Mặt trận", "", 3, "", "", "x"])).rows["guests"]
    said = {"group": "Mặt trận", "bloc": "front", "count": 3, "host": True}
    assert (row.number, row.values) == (2, said)


def test_titles_above_and_sections_between_are_passed_over_and_named() -> None:
    rows = [
        ["DANH SÁCH ĐẠI BIỂU"],
        [],
        ["STT", "Thanh phan *", "KHỐI", "Tặng phẩm"],
        ["", "I. KHỐI CÁC SỞ, BAN, NGÀNH"],
        [1, "Các sở", "Sở, ban, ngành", "hoa"],
        [2, "", ""],
        ["", "Tổng cộng", "", 1],
    ]
    read = read_workbook(a_workbook(Khách_mời=rows, Nháp=[["x"]]))
    assert [(row.number, row.values["group"]) for row in read.rows["guests"]] == [(5, "Các sở")]
    section, total = f"{SHEET} 4: I. KHỐI CÁC SỞ, BAN, NGÀNH", f"{SHEET} 7: Tổng cộng"
    assert read.passed_over == (f"{SHEET}: Tặng phẩm", section, total, "Nháp")


def test_every_bad_cell_is_named_at_once() -> None:
    data = guests(
        ["", "Mặt trận", "", "ba"],
        ["Báo chí", "Nhà báo", "Bình\u202e", 3, "x", "31/02/1960", "có lẽ"],
    )
    assert bad_cells(lambda: read_workbook(data)) == [
        (SHEET, 2, "Số lượng", "field.number"),
        (SHEET, 2, "Thành phần", "field.required"),
        (SHEET, 3, "Khối", "field.choice"),
        (SHEET, 3, "Họ và tên", "field.characters"),
        (SHEET, 3, "Điện thoại", "cell.phone"),
        (SHEET, 3, "Ngày sinh", "field.day"),
        (SHEET, 3, "Chủ nhà", "cell.flag"),
    ]


def test_a_formula_is_refused_by_its_address_whatever_it_computes() -> None:
    def fill(workbook: Workbook) -> None:
        for name, rows in FRAME.items():
            page = workbook.add_worksheet(name)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
        page = workbook.add_worksheet(SHEET)
        page.write_row(0, 0, GUEST_HEADINGS)
        page.write_row(1, 0, ["Báo chí", "Báo chí"])
        page.write_formula(1, 2, '=HYPERLINK("http://x","Bình")', None, "Bình")
        page.write_formula(1, 3, "=1+2", None, 3)

    assert bad_cells(lambda: read_workbook(book(fill))) == [
        (SHEET, 2, "Họ và tên", "cell.formula"),
        (SHEET, 2, "Số lượng", "cell.formula"),
    ]


def test_text_that_looks_like_a_formula_is_text_in_and_out() -> None:
    said = {"group": '=HYPERLINK("http://x")', "bloc": "press", "kind": "group"}
    frame = {"code": "x", "title": "@SUM(A1)", "host": "+1"}
    again = read_workbook(workbook_xlsx({"conference": [frame], "guests": [said]}))
    assert [row.values for row in again.rows["guests"]] == [said]
    assert [row.values for row in again.rows["conference"]] == [frame]


def test_decomposed_names_and_headings_are_composed() -> None:
    decomposed = [unicodedata.normalize("NFD", text) for text in ("Đặng Tuyết Em", "Báo chí")]
    headings = [unicodedata.normalize("NFD", text) for text in GUEST_HEADINGS]
    rows = [headings, ["Báo chí", decomposed[1], decomposed[0]]]
    (row,) = read_workbook(a_workbook(Khách_mời=rows)).rows["guests"]
    assert (row.values["name"], row.values["bloc"]) == ("Đặng Tuyết Em", "press")


def test_a_missing_sheet_and_missing_headings_are_named() -> None:
    def fill(workbook: Workbook) -> None:
        workbook.add_worksheet("Khách mời").write_row(0, 0, ["Họ và tên", "Họ tên"])
        workbook.add_worksheet("Văn kiện").write_row(0, 0, ["chẳng là gì"])

    assert bad_cells(lambda: read_workbook(book(fill))) == [
        ("Hội nghị", 0, "", "workbook.sheet-missing"),
        ("Văn kiện", 1, "", "workbook.headings-missing"),
        (SHEET, 1, "Thành phần", "workbook.column-missing"),
        (SHEET, 1, "Khối", "workbook.column-missing"),
        (SHEET, 1, "Họ và tên", "workbook.column-twice"),
    ]


def test_two_sheets_of_one_meaning_are_refused() -> None:
    data = a_workbook(Khách_mời=[GUEST_HEADINGS], Đại_biểu=[GUEST_HEADINGS])
    assert bad_cells(lambda: read_workbook(data)) == [(SHEET, 0, "", "workbook.sheet-twice")]


def test_marks_stand_beside_the_values_of_the_upright_sheet() -> None:
    rows = [*FRAME["Hội nghị"], ["Địa điểm", "Hội trường", "", "x"]]
    (row,) = read_workbook(a_workbook(Hội_nghị=rows)).rows["conference"]
    assert row.values["venue"] == "Hội trường"
    assert row.values["venue.illustrative"] == "x"
    assert row.lines["venue"] == 5


def test_the_empty_template_asks_only_for_what_every_conference_has() -> None:
    assert bad_cells(lambda: read_workbook(workbook_xlsx())) == [
        ("Hội nghị", 2, "Mã hội nghị", "field.required"),
        ("Hội nghị", 3, "Tên hội nghị", "field.required"),
        ("Hội nghị", 5, "Cơ quan tổ chức", "field.required"),
    ]
