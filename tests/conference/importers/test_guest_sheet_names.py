"""Names glued to titles, posts and each other: read exactly, or noted for the clerk."""

import pytest
from builders_guest_sheet import read, table

HEAD = ["STT", "Họ và tên", "Đơn vị"]


@pytest.mark.parametrize(
    ("cell", "honorific", "name"),
    [
        ("PGS, TS Nguyễn An", "PGS, TS", "Nguyễn An"),
        ("PGS.TS Nguyễn Văn A", "PGS.TS", "Nguyễn Văn A"),
        ("GS.TSKH Nguyễn Văn A", "GS.TSKH", "Nguyễn Văn A"),
        ("PGS. TS. BS. Nguyễn Văn A", "PGS. TS. BS.", "Nguyễn Văn A"),
        ("TS Nguyễn Văn A", "TS", "Nguyễn Văn A"),
        ("TS NGUYỄN VĂN A", "TS", "Nguyễn Văn A"),
        ("ThS Nguyễn Văn A", "ThS", "Nguyễn Văn A"),
        ("Th.S Nguyễn Văn A", "Th.S", "Nguyễn Văn A"),
        ("ĐC Nguyễn Văn A", "Đồng chí", "Nguyễn Văn A"),
        ("Đ/c: Nguyễn Văn A", "Đồng chí", "Nguyễn Văn A"),
        ("Đ/c. Nguyễn Văn A", "Đồng chí", "Nguyễn Văn A"),
        ("Đồng chí: Nguyễn Văn A", "Đồng chí", "Nguyễn Văn A"),
        ("Đ/c TS. Trần Thị B", "Đồng chí TS.", "Trần Thị B"),
        ("BSCKII. Trần Thị B", "BSCKII.", "Trần Thị B"),
        ("BS.CKI Trần Thị B", "BS.CKI", "Trần Thị B"),
        ("NGƯT Trần Thị B", "NGƯT", "Trần Thị B"),
        ("NSƯT, TS Trần Thị B", "NSƯT, TS", "Trần Thị B"),
        ("Đại tá Trần Văn B", "Đại tá", "Trần Văn B"),
        ("Hòa thượng Thích Minh A", "Hòa thượng", "Thích Minh A"),
        ("Tiến sĩ Trần Thị B", "Tiến sĩ", "Trần Thị B"),
        ("Nguyễn An, PGS.TS", "PGS.TS", "Nguyễn An"),
        ("Ông Hưng", "Ông", "Hưng"),
        ("Anh Nguyễn Văn A", "Anh", "Nguyễn Văn A"),
        ("A/C Nguyễn Văn A", "A/C", "Nguyễn Văn A"),
        ("1. Nguyễn Văn A", None, "Nguyễn Văn A"),
        ("Tsan Văn A", None, "Tsan Văn A"),
        ("Bàng Thị C", None, "Bàng Thị C"),
        ("Cồ Như B", None, "Cồ Như B"),
        ("Tô Thị Anh", None, "Tô Thị Anh"),
        ("H'Hen Niê", None, "H'Hen Niê"),
        ("Y Thông", None, "Y Thông"),
    ],
)
def test_titles_are_taken_off_a_name_and_the_name_is_whole(
    cell: str, honorific: str | None, name: str
) -> None:
    (entry,) = read(table(HEAD, [1, cell, "Sở Y tế"])).entries
    assert (entry.values.get("honorific"), entry.values["name"]) == (honorific, name)
    assert ("post" in entry.values, entry.notes) == (False, ())


@pytest.mark.parametrize(
    ("cell", "name", "code"),
    [
        ("Anh Đức", "Anh Đức", "unsure-name"),
        ("Cô Tấm", "Cô Tấm", "unsure-name"),
        ("Anh Thơ Mây", "Thơ Mây", "unsure-name"),
        ("Ông Thị Bình", "Thị Bình", "unsure-name"),
        ("Ong Nguyen Van A", "Ong Nguyen Van A", "unsure-name"),
        ("CVCC Lê Văn A", "CVCC Lê Văn A", "odd-name"),
        ("NguyễnVăn A", "NguyễnVăn A", "odd-name"),
        ("Lê Văn A (Trưởng đoàn)", "Lê Văn A (Trưởng đoàn)", "odd-name"),
        ("Lê Văn A 0912345678", "Lê Văn A 0912345678", "odd-name"),
        ("Lê Văn A và Trần Thị B", "Lê Văn A và Trần Thị B", "several-people"),
        ("Lê Văn A; Trần Thị B", "Lê Văn A; Trần Thị B", "several-people"),
        ("Lê Văn A, Trần Thị B", "Lê Văn A", "several-people"),
        ("Lê Văn A\nTrần Thị B", "Lê Văn A Trần Thị B", "several-people"),
    ],
)
def test_what_is_not_sure_about_a_name_is_noted(cell: str, name: str, code: str) -> None:
    (entry,) = read(table(HEAD, [1, cell, "Sở Y tế"])).entries
    assert entry.values["name"] == name
    assert [note.code for note in entry.notes] == [f"guest-sheet.{code}"]
    assert entry.notes[0].facts["value"] == cell.replace("\n", "")


def test_a_title_beside_a_column_of_titles_is_kept() -> None:
    head = ["STT", "Danh xưng", "Họ và tên"]
    found = read(table(head, [1, "Ông", "TS. Lê A"], [2, "TS", "TS Lê B"])).entries
    assert [one.values["honorific"] for one in found] == ["Ông TS.", "TS"]


def test_a_post_behind_a_name_that_has_another_stays_and_is_noted() -> None:
    head = ["STT", "Họ và tên", "Chức vụ"]
    rows = [1, "Lê Văn A, Bí thư", "Đại biểu"], [2, "Lê Văn B, Bí thư", "Bí thư"]
    first, second = read(table(head, *rows)).entries
    assert (first.values["name"], first.values["post"]) == ("Lê Văn A, Bí thư", "Đại biểu")
    assert [note.code for note in first.notes] == ["guest-sheet.odd-name"]
    assert (second.values["name"], second.values["post"]) == ("Lê Văn B", "Bí thư")


@pytest.mark.parametrize(
    ("cell", "name", "noted"),
    [
        ("NGUYỄN VĂN HƯNG", "Nguyễn Văn Hưng", False),
        ("H'HEN NIÊ", "H'Hen Niê", True),
        ("H’HEN NIÊ", "H’Hen Niê", True),
        ("K'SOR PHƯỚC", "K'Sor Phước", True),
        ("KSOR PHƯỚC", "Ksor Phước", True),
        ("NGUYỄN THỊ KIM-NGÂN", "Nguyễn Thị Kim-Ngân", True),
        ("ROBERT MCDONALD", "Robert Mcdonald", True),
        ("Y THANH HÀ", "Y Thanh Hà", False),
    ],
)
def test_capitals_are_written_small_and_noted_where_that_is_not_sure(
    cell: str, name: str, noted: bool
) -> None:
    (entry,) = read(table(HEAD, [1, cell, "Sở Y tế"])).entries
    assert entry.values["name"] == name
    assert [note.code for note in entry.notes] == (["guest-sheet.capitals"] if noted else [])
