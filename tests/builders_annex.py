"""Builders of annexes as offices have them: workbooks and documents with text around the table."""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx import Document
from xlsxwriter import Workbook

HEADINGS = ("STT", "Tên tập thể", "Thành tích")
ABOVE = (
    "ỦY BAN NHÂN DÂN TỈNH",
    "Số: 501/QĐ-UBND",
    "Kiên Giang, ngày 12 tháng 3 năm 2019",
    "QUYẾT ĐỊNH",
    "Về việc tặng Cờ thi đua của Ủy ban nhân dân tỉnh cho 02 tập thể",
    "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ",
    "Điều 1. Tặng Cờ thi đua của Ủy ban nhân dân tỉnh cho 02 tập thể có tên sau:",
)
BELOW = ("CHỦ TỊCH", "Phạm Vũ Hồng")
TWO = ((1, "Sở Y tế", "Dẫn đầu khối"), (2, "Sở Tư pháp", "Dẫn đầu cụm"))

Rows = Sequence[Sequence[Any]]


def annex_xlsx(
    rows: Rows = TWO,
    headings: Sequence[str] = HEADINGS,
    above: Sequence[str] = ABOVE,
    below: Sequence[str] = BELOW,
    merged: Sequence[str] = (),
    more: Sequence[tuple[str, Rows]] = (),
) -> bytes:
    """A sheet: text, headings, rows, text. `merged` are ranges ("B9:B10") that keep their first
    cell; `more` are further sheets with the same headings."""
    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        for name, listed in (("Phụ lục", rows), *more):
            page = book.add_worksheet(name)
            whole = [
                *[[line] for line in above],
                list(headings),
                *listed,
                *[[one] for one in below],
            ]
            for number, row in enumerate(whole):
                page.write_row(number, 0, row)
            for place in merged:
                page.merge_range(place, "")
        book.get_worksheet_by_name("Phụ lục")
    return file.getvalue()


def annex_docx(
    *tables: Rows,
    headings: Sequence[str] = HEADINGS,
    above: Sequence[str] = ABOVE,
    below: Sequence[str] = BELOW,
    between: str = "II. CÁ NHÂN",
) -> bytes:
    """A document: the head of the paper in a table without lines, paragraphs, tables of the list,
    and who signs in a table beside Nơi nhận."""
    paper = Document()
    frame = paper.add_table(1, 2)
    frame.cell(0, 0).text = "\n".join(above[:2])
    frame.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    for line in above[2:]:
        paper.add_paragraph(line)
    for number, rows in enumerate(tables or (TWO,)):
        if number:
            paper.add_paragraph(between)
        filled(paper, headings, rows)
    signed = paper.add_table(1, 2)
    signed.cell(0, 0).text = "Nơi nhận:\n- Như Điều 3;"
    signed.cell(0, 1).text = "\n".join(below)
    file = BytesIO()
    paper.save(file)
    return file.getvalue()


def filled(paper: Any, headings: Sequence[str], rows: Rows) -> None:
    """A table with these rows; a row of one cell is merged across, as sections are."""
    table = paper.add_table(1 + len(rows), len(headings))
    for number, row in enumerate((headings, *rows)):
        cells = table.rows[number].cells
        if len(row) == 1:
            cells[0].merge(cells[-1]).text = str(row[0])
            continue
        for at, said in enumerate(row):
            cells[at].text = str(said)


def fields(page: str) -> dict[str, list[str]]:
    """The form as a browser would send it."""
    form = re.search(r'<form id="annex-form".*?</form>', page, re.DOTALL)
    assert form, page[:2000]
    found: dict[str, list[str]] = {}
    for tag in re.findall(r"<input [^>]*>", form[0]):
        said = dict(re.findall(r'(\w[\w-]*)="([^"]*)"', tag))
        if said.get("type") != "checkbox" or " checked" in tag:
            found.setdefault(said["name"], []).append(said.get("value", ""))
    for name, options in re.findall(
        r'<select[^>]*name="(\w+)".*?>(.*?)</select>', form[0], re.DOTALL
    ):
        chosen = re.search(r'<option value="([^"]*)" selected', options)
        first = re.search(r'<option value="([^"]*)"', options)
        found.setdefault(name, []).append((chosen or first or ("", ""))[1])
    return found
