"""Builders of guest lists as offices send them: messy sheets, and texts in every old encoding."""

import unicodedata
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from conference.importers.guest_sheet import GuestSheet, open_sheet
from conference.importers.guest_sheet_cells import Entry
from conference.importers.guest_sheet_rows import Listed, listed
from conference.rules.legacy_text import ALONE, PAIRS, TCVN3

HEADINGS = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Điện thoại", "Năm sinh")
HUNG = ("1", "Ông Nguyễn Văn Hưng", "Giám đốc", "Sở Y tế", "0912345678", "1965")
PHUONG = ("2", "Bà Đào Thị Phượng", "Phó Chủ tịch", "Ủy ban nhân dân huyện", "0912345679", "1970")
ROWS = (HUNG, PHUONG)


def text(rows: Sequence[Sequence[str]] = ROWS, delimiter: str = ";") -> str:
    """A text file with headings and these rows."""
    lines = (delimiter.join(row) for row in (HEADINGS, *rows))
    return "Danh sách đại biểu, khách mời\n\n" + "\n".join(lines) + "\n"


def csv(rows: Sequence[Sequence[str]] = ROWS) -> bytes:
    return text(rows).encode()


def tcvn3(said: str) -> str:
    """What a TCVN3 font shows as this, in the letters that the file really holds."""
    codes = {letter: chr(code) for code, letter in TCVN3.items()}
    return "".join(codes.get(c, codes.get(c.lower(), c)) for c in said)


def vni(said: str) -> str:
    """What a VNI font shows as this."""
    parts = {letter: part for part, letter in (PAIRS | ALONE).items()}
    return "".join(
        (parts[c.lower()].upper() if c.isupper() else parts[c.lower()]) if c.lower() in parts else c
        for c in said
    )


def windows(said: str) -> bytes:
    """As Windows for Việt Nam keeps it (cp1258): the tone behind its letter."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    kept = ""
    for c in unicodedata.normalize("NFC", said):
        apart = unicodedata.normalize("NFD", c)
        letter = unicodedata.normalize("NFC", "".join(p for p in apart if p not in tones))
        kept += letter + "".join(p for p in apart if p in tones)
    return kept.encode("cp1258")


def sheet(fill: Callable[[Worksheet], None], name: str = "Danh sách") -> bytes:
    """An .xlsx with one sheet that `fill` has written into."""
    file = BytesIO()
    with Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        fill(book.add_worksheet(name))
    return file.getvalue()


def table(*rows: Sequence[Any]) -> bytes:
    """An .xlsx with these rows and nothing else."""

    def fill(page: Worksheet) -> None:
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)

    return sheet(fill)


def messy(*more: Sequence[Any], post: str = "Bí thư") -> bytes:
    """A list as an office types it: titles, headings in two rows, sections, totals, a signature;
    `more` rows stand in the second section, `post` is Nguyễn Văn Hưng's."""

    def fill(page: Worksheet) -> None:
        page.merge_range("A1:H1", "ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG")
        page.merge_range("A3:H3", "DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ TỔNG KẾT")
        for place, words in (("A5:A6", "STT"), ("D5:D6", "Chức vụ"), ("E5:E6", "Đơn vị công tác")):
            page.merge_range(place, words)
        page.merge_range("B5:C5", "Họ và tên")
        page.merge_range("F5:G5", "Liên hệ")
        page.write_row("B6", ["Họ đệm", "Tên"])
        page.write_row("F6", ["SĐT", "Email", "Ngày sinh"])
        page.write_row("A7", [f"({n})" for n in range(1, 9)])
        page.merge_range("A8:H8", "I. KHỐI ĐẢNG (2 đ/c)")
        page.write_row("A9", [1, "Ông Nguyễn Văn", "Hưng", post, "Tỉnh ủy", 912345678])
        page.write_row("G9", ["hung@tinh.vn", 23456])
        page.write_row("A10", [2, "Đ/c TRẦN THỊ", "BÌNH", "Phó Bí thư", "Tỉnh ủy", "0988 111 222"])
        page.write_row("G10", ["không có", "05/03/1970"])
        page.write_row("A12", ["II", "KHỐI CÁC SỞ, BAN, NGÀNH"])
        page.write_row("A13", [1, "TS. Lê Thị Thu", "Hà", "Giám đốc"])
        page.merge_range("E13:E14", "Sở Y tế")
        page.write_row("A14", [2, "Phạm Văn", "Đức", "Phó Giám đốc"])
        page.write_row("A15", [3, "", "", "Giám đốc", "Sở Nội vụ"])
        for number, row in enumerate(more):
            page.write_row(15 + number, 0, row)
        page.write_row(16 + len(more), 0, ["", "Tổng cộng: 5 đại biểu"])
        page.write_row(18 + len(more), 4, ["Kiên Giang, ngày 19 tháng 3 năm 2019"])
        page.write_row(19 + len(more), 4, ["NGƯỜI LẬP BIỂU"])
        page.write_row(22 + len(more), 4, ["Nguyễn Văn A"])

    return sheet(fill)


def read(data: bytes) -> Listed:
    """The rows of a file, its columns as guessed."""
    return rows_of(open_sheet(data))


def rows_of(found: GuestSheet) -> Listed:
    return listed(found.table, found.head, found.mapping)


def values(data: bytes) -> list[dict[str, Any]]:
    return [entry.values for entry in read(data).entries]


def entries(*said: dict[str, Any]) -> tuple[Entry, ...]:
    """Rows that say this, from row 2 on."""
    return tuple(Entry(number, one) for number, one in enumerate(said, start=2))
