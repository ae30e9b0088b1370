"""The sheet of rows to look at: text as it was, no formula, the same bytes for the same rows."""

from io import BytesIO

from python_calamine import load_workbook

from conference.documents.guest_sheet_xlsx import noted_xlsx

ROWS = [("4", "Trùng\nvới dòng 3", "=HYPERLINK(1)", "0912345678"), ("5", "", "https://x.vn", "@x")]


def test_every_cell_is_text_as_it_was() -> None:
    data = noted_xlsx("Cần xem lại", ("Dòng", "Vì sao", "Họ tên", "SĐT"), ROWS)
    sheet = load_workbook(BytesIO(data)).get_sheet_by_index(0)
    assert sheet.name == "Cần xem lại"
    assert sheet.to_python() == [["Dòng", "Vì sao", "Họ tên", "SĐT"], *map(list, ROWS)]


def test_the_same_rows_are_the_same_bytes() -> None:
    assert noted_xlsx("x", ("Dòng",), ROWS) == noted_xlsx("x", ("Dòng",), ROWS)
