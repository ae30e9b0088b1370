"""Builders of workbooks: small files with chosen cells, and files that nobody should send."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from conference.errors import BadCell, BadSheet

FRAME: dict[str, list[list[Any]]] = {
    "Hội nghị": [
        ["Mã hội nghị", "tong-ket"],
        ["Tên hội nghị", "Hội nghị tổng kết"],
        ["Cơ quan tổ chức", "UBND tỉnh"],
        ["Ngày tổ chức", "25/03/2019"],
    ]
}
"""The least that a workbook must hold."""

GUEST_HEADINGS = [
    "Thành phần",
    "Khối",
    "Họ và tên",
    "Số lượng",
    "Điện thoại",
    "Ngày sinh",
    "Chủ nhà",
]


def book(fill: Callable[[Workbook], None]) -> bytes:
    """An .xlsx that `fill` has written into; text that begins with = stays text."""
    file = BytesIO()
    with Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as workbook:
        fill(workbook)
    return file.getvalue()


def a_workbook(**sheets: list[list[Any]]) -> bytes:
    """A workbook with these sheets (`Khách_mời=` is Khách mời), the frame added."""
    named = {name.replace("_", " "): rows for name, rows in sheets.items()}

    def fill(workbook: Workbook) -> None:
        for name, rows in (FRAME | named).items():
            page = workbook.add_worksheet(name)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)

    return book(fill)


def guests(*rows: list[Any]) -> bytes:
    """A workbook whose guests are these rows under GUEST_HEADINGS."""
    return a_workbook(Khách_mời=[GUEST_HEADINGS, *rows])


def repacked(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The archive with every part changed by `change(path, content)`."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            new.writestr(part.filename, change(part.filename, old.read(part)))
    return out.getvalue()


def bad_cells(read: Callable[[], object]) -> list[tuple[str, int, str, str]]:
    """What the file is refused with: (sheet, row, heading, code), in order."""
    try:
        read()
    except BadSheet as refusal:
        return [seen(cell) for cell in refusal.rows]
    return []


def seen(cell: BadCell) -> tuple[str, int, str, str]:
    return (cell.sheet, cell.row, cell.column, cell.code)
