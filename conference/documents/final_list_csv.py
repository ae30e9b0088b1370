"""The final list as CSV: UTF-8 with its mark, so that offices' programs read the diacritics."""

import csv
from datetime import datetime
from io import StringIO

from conference.documents.final_list import Cell, FinalList
from conference.rules.spreadsheet import harmless


def final_list_csv(listed: FinalList) -> bytes:
    """RFC 4180: commas, quotes where needed, CRLF; no cell is a formula."""
    file = StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(map(harmless, listed.heads))
    writer.writerows([written(cell) for cell in row] for row in listed.rows)
    return file.getvalue().encode("utf-8-sig")


def written(cell: Cell) -> str:
    """A cell as text: times as offices write them, to the minute."""
    if isinstance(cell, datetime):
        return f"{cell.day}/{cell.month}/{cell.year} {cell:%H:%M}"
    return harmless(str(cell)) if cell is not None else ""
