"""The programme as a Word file, opened again: the same words as on paper, in a table that holds."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from builders_programme import a_day, a_reader
from docx import Document
from docx.oxml.ns import qn

from conference.config import Settings
from conference.documents.programme_docx import programme_docx
from conference.documents.programme_rows import programme
from conference.store import Store
from projections.library import Shelf


@pytest.fixture
def shelf(settings: Settings) -> Iterator[Shelf]:
    store = Store(settings)
    yield a_day(store)
    store.close()


def opened(shelf: Shelf, language: str = "vi", since: int | None = None) -> Any:
    return Document(BytesIO(programme_docx(shelf, a_reader(language), since=since)))


def cells(row: Any) -> list[str]:
    return [cell.text for cell in row.cells]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_table_says_what_the_paper_says(shelf: Shelf, language: str) -> None:
    said = programme(shelf, a_reader(language), None)
    wanted = [said["heads"]]
    for part in said["sections"]:
        wanted.append([part["title"]] * 5)
        names = ("time", "content", "who", "note")
        wanted += [[str(one["number"]), *(one[n] for n in names)] for one in part["lines"]]
    assert [cells(row) for row in opened(shelf, language).tables[1].rows] == wanted


def test_head_and_facts_stand_above_it(shelf: Shelf) -> None:
    paper = opened(shelf)
    left, right = cells(paper.tables[0].rows[0])
    assert left.split("\n")[:2] == ["ỦY BAN NHÂN DÂN", "TỈNH KIÊN GIANG"]
    assert right.split("\n")[1] == "Độc lập - Tự do - Hạnh phúc"
    told = [one.text for one in paper.paragraphs if one.text]
    assert told == [
        "CHƯƠNG TRÌNH",
        "Hội nghị tổng kết",
        "Thời gian: 07h30 – 14h05, thứ Hai, ngày 25 tháng 3 năm 2019",
        "Địa điểm: Hội trường UBND tỉnh, Rạch Giá",
        "Chủ trì: Ông Đỗ Thanh Bình, Phó Chủ tịch",
    ]


def test_its_head_is_repeated_and_no_row_is_torn(shelf: Shelf) -> None:
    rows = [row._tr.trPr for row in opened(shelf).tables[1].rows]
    assert [row.find(qn("w:tblHeader")) is not None for row in rows] == [True] + [False] * 7
    assert all(row.find(qn("w:cantSplit")) is not None for row in rows)


def test_the_foot_names_release_and_position_and_counts_pages(shelf: Shelf) -> None:
    foot = opened(shelf).sections[0].footer.paragraphs[0]
    assert foot.text.startswith(f"Bản dự thảo, chưa ban hành · Nhật ký #{shelf.position} · Trang")
    fields = [one.get(qn("w:instr")) for one in foot._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_the_file_says_its_title_and_language(shelf: Shelf) -> None:
    paper = opened(shelf)
    assert paper.core_properties.title == "Chương trình – Hội nghị tổng kết"
    language = paper.styles["Normal"].element.rPr.find(qn("w:lang"))
    assert language.get(qn("w:val")) == "vi-VN"


def test_the_same_programme_is_the_same_bytes(shelf: Shelf) -> None:
    made = programme_docx(shelf, a_reader())
    assert made == programme_docx(shelf, a_reader())
    with ZipFile(BytesIO(made)) as file:
        assert file.testzip() is None
        assert {part.date_time for part in file.infolist()} == {(2019, 3, 25, 0, 0, 0)}
