"""Files that nobody should send: each is refused in one line, quickly, and nothing else suffers."""

import zipfile
from io import BytesIO

import pytest
from builders_workbook import a_workbook, bad_cells, repacked

from conference.importers.workbook_file import MOST_BYTES, raw_sheets

SHEET = "xl/worksheets/sheet1.xml"
FEW = b"<sheetData>"
ROW = b"<row><c><v>1</v></c></row>"


def code_of(data: bytes) -> str:
    """The one code that the whole file is refused with."""
    ((sheet, row, column, code),) = bad_cells(lambda: raw_sheets(data))
    assert (sheet, row, column) == ("", 0, "")
    return code


def swollen(times: int, part: bytes) -> bytes:
    """A workbook whose first sheet holds `part` very often: small packed, large unpacked."""

    def change(path: str, content: bytes) -> bytes:
        return content.replace(FEW, FEW + part * times) if path == SHEET else content

    return repacked(a_workbook(), change)


def with_false_size(data: bytes, path: bytes, size: int) -> bytes:
    """The archive lying about how large a part is, in its directory and before the part."""
    changed = bytearray(data)
    for mark, name_at, size_at in ((b"PK\x01\x02", 46, 24), (b"PK\x03\x04", 30, 22)):
        start = data.find(mark)
        while start >= 0:
            if data[start + name_at :].startswith(path):
                changed[start + size_at : start + size_at + 4] = size.to_bytes(4, "little")
            start = data.find(mark, start + 4)
    return bytes(changed)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "workbook.not-xlsx"),
        (b"Ho va ten;Chuc vu\n", "workbook.not-xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "workbook.old-format"),
        (b"PK\x03\x04" + b"\0" * 100, "workbook.unreadable"),
        (b"PK\x03\x04" + b"\0" * MOST_BYTES, "workbook.too-large"),
    ],
)
def test_what_is_no_workbook_is_refused(data: bytes, code: str) -> None:
    assert code_of(data) == code


def test_fifty_megabytes_are_refused_unread() -> None:
    assert code_of(b"PK\x03\x04" * (50 * 1024 * 1024 // 4)) == "workbook.too-large"


def test_another_archive_is_no_workbook() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert code_of(file.getvalue()) == "workbook.not-xlsx"


def test_an_archive_that_says_it_unpacks_to_much_is_not_unpacked() -> None:
    bomb = swollen(150_000_000, b" ")
    assert len(bomb) < 200_000
    assert code_of(bomb) == "workbook.too-large"


def test_an_archive_that_lies_about_its_size_is_stopped() -> None:
    bomb = with_false_size(swollen(150_000_000, b" "), SHEET.encode(), 1_000)
    assert code_of(bomb) in {"workbook.too-large", "workbook.unreadable"}


def test_a_million_cells_in_a_small_file_are_too_many() -> None:
    assert code_of(swollen(1_000_000, ROW)) == "workbook.too-large"


def test_two_cells_at_the_far_ends_of_a_sheet_are_too_much() -> None:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert code_of(swollen(1, far)) == "workbook.too-large"


def test_an_archive_of_a_thousand_parts_is_too_much() -> None:
    file = BytesIO(a_workbook())
    with zipfile.ZipFile(file, "a") as archive:
        for number in range(1_000):
            archive.writestr(f"xl/media/{number}", "")
    assert code_of(file.getvalue()) == "workbook.too-large"


def test_a_broken_part_makes_the_file_unreadable() -> None:
    broken = repacked(a_workbook(), lambda path, content: content[: len(content) // 2])
    assert code_of(broken) == "workbook.unreadable"


def test_entities_are_not_expanded() -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'

    def change(path: str, content: bytes) -> bytes:
        return content.replace(b"?>", b"?>" + laughs, 1) if path == SHEET else content

    read = raw_sheets(repacked(a_workbook(), change))
    assert [sheet.name for sheet in read] == ["Hội nghị"]
