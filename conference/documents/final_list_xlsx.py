"""The final list as .xlsx: filtered by its heads, printed across with heads and position."""

from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from conference.documents.final_list import Cell, FinalList
from conference.documents.workbook_xlsx import FORMATS, MADE

WIDTHS = {"number": 6, "seat": 9, "entered": 17, "door": 12, "turn": 19, "phone": 16, "state": 14}
"""Characters; every other column holds words."""

WORDS_WIDE = 28


def final_list_xlsx(listed: FinalList) -> bytes:
    """One sheet. Text is written as text and marked so, whatever it begins with."""
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(file, options) as book:
        said = {"title": listed.title, "comments": f"#{listed.position}", "created": MADE}
        book.set_properties(said)
        formats = {
            "head": book.add_format(FORMATS["heading"]),
            "text": book.add_format({**FORMATS["text"], "quote_prefix": True}),
            "time": book.add_format({"num_format": "dd/mm/yyyy hh:mm", "valign": "top"}),
            "number": book.add_format(FORMATS["number"]),
        }
        page = book.add_worksheet(f"#{listed.position}")
        fill(page, listed, formats)
    return file.getvalue()


def fill(page: Worksheet, listed: FinalList, formats: dict[str, Format]) -> None:
    for index, (column, head) in enumerate(zip(listed.columns, listed.heads, strict=True)):
        page.set_column(index, index, WIDTHS.get(column, WORDS_WIDE))
        page.write_string(0, index, head, formats["head"])
    for number, row in enumerate(listed.rows, 1):
        for index, cell in enumerate(row):
            write(page, number, index, cell, formats)
    page.freeze_panes(1, 2)
    page.autofilter(0, 0, max(1, len(listed.rows)), len(listed.columns) - 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_footer(f"&L&8{listed.title.replace('&', '&&')[:180]}&R&8#{listed.position} · &P/&N")


def write(page: Worksheet, row: int, index: int, cell: Cell, formats: dict[str, Format]) -> None:
    if isinstance(cell, int):
        page.write_number(row, index, cell, formats["number"])
    elif isinstance(cell, str):
        if cell:
            page.write_string(row, index, cell, formats["text"])
    elif cell is not None:
        page.write_datetime(row, index, cell, formats["time"])
