"""The rows of a guest list that need a look, as a sheet to correct: why, and the row as it was."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

MADE = datetime(2019, 3, 25)  # noqa: DTZ001 (a sheet knows no zone)
"""The day that every file says it was made on, so that the same rows give the same bytes."""

WIDTHS = (8, 60)
"""Characters of the columns Dòng and Vì sao; the file's own take 24."""


def noted_xlsx(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A sheet with these headings and rows; every cell is text, none becomes a formula."""
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(file, options) as book:
        book.set_properties({"title": title, "created": MADE})
        text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        bold = book.add_format(
            {"bold": True, "bg_color": "#fbf3e0", "bottom": 1, "text_wrap": True}
        )
        page = book.add_worksheet(title[:31])
        page.freeze_panes(1, 0)
        for index, heading in enumerate(headings):
            page.set_column(index, index, WIDTHS[index] if index < len(WIDTHS) else 24)
            page.write_string(0, index, heading, bold)
        for number, row in enumerate(rows, start=1):
            for index, cell in enumerate(row):
                page.write_string(number, index, cell, text)
    return file.getvalue()
