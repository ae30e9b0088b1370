"""Files of annexes: sheets, texts and documents are read alike; what is none is one sentence."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from builders_annex import ABOVE, BELOW, HEADINGS, TWO, annex_docx, annex_xlsx, filled
from builders_guest_sheet import tcvn3
from builders_workbook import bad_cells
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from conference.importers.annex_file import read_annex
from conference.importers.annex_sheet import ALL, Asked, open_annex
from conference.importers.workbook_file import MOST_BYTES
from conference.importers.workbook_reader import UNPACKED_BYTES

TEXT = "\n".join([*ABOVE, ";".join(HEADINGS), *(";".join(map(str, row)) for row in TWO), *BELOW])


@pytest.mark.parametrize("data", [annex_xlsx(), annex_docx(), TEXT.encode(), TEXT.encode("utf-16")])
def test_every_kind_of_file_says_the_same(data: bytes) -> None:
    annex = open_annex(data, Asked())
    assert [(line.number, line.name, line.reason) for line in annex.lines] == list(TWO)
    told = annex.told
    assert (told.number, told.dated_on, told.signatory, told.collectives) == (
        *("501/QĐ-UBND", "2019-03-12", "Phạm Vũ Hồng", 2),
    )
    assert annex.findings == ()


def packed(**parts: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name.replace("_", "/", 1).replace("_", "."), body)
    return file.getvalue()


def of_paragraphs() -> bytes:
    file = BytesIO()
    paper = Document()
    paper.add_paragraph("Quyết định")
    paper.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "guest-sheet.empty"),
        (b"a" * (MOST_BYTES + 1), "workbook.too-large"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 90, "annex.old-format"),
        (
            b"\xd0\xcf\x11\xe0" + b"\0" * 90 + "EncryptedPackage".encode("utf-16-le"),
            "annex.protected",
        ),
        (packed(word_document_xml=b"<not/>"), "workbook.unreadable"),
        (annex_docx()[:3000], "workbook.unreadable"),
        (b"PK\x03\x04" + b"\0" * 90, "workbook.unreadable"),
        (of_paragraphs(), "annex.no-table"),
        (
            packed(word_document_xml=b"x", word_media_png=b"\0" * (UNPACKED_BYTES + 1)),
            "workbook.too-large",
        ),
    ],
)
def test_what_is_no_annex_is_refused_with_one_code(data: bytes, code: str) -> None:
    ((_, _, _, said),) = bad_cells(lambda: read_annex(data))
    assert said == code


def test_rows_in_an_old_font_are_listed() -> None:
    rows = [(n, tcvn3(f"Nguyễn Văn Hường số {n}"), tcvn3("Dẫn đầu phong trào")) for n in (1, 2)]
    bad = bad_cells(lambda: read_annex(annex_xlsx(rows, above=(), below=())))
    assert [(row, code) for _, row, _, code in bad] == [
        (2, "annex.old-font"),
        (3, "annex.old-font"),
    ]


def test_two_lists_in_one_file_wait_for_a_choice() -> None:
    paper = annex_docx(((1, "Sở Y tế", ""),), ((1, "Ông Lê Văn B", ""),))
    (finding,) = open_annex(paper, Asked()).bad
    assert (finding.code, finding.facts) == ("annex.several-tables", {"count": 2, "names": "1, 2"})
    one = open_annex(paper, Asked(table=1))
    assert [line.name for line in one.lines] == ["Ông Lê Văn B"]
    sheets = annex_xlsx(TWO, more=[("Cá nhân", [(1, "Bà Trần Thị C", "")])])
    both = open_annex(sheets, Asked(table=ALL))
    assert [line.name for line in both.lines] == ["Sở Y tế", "Sở Tư pháp", "Bà Trần Thị C"]
    assert [line.number for line in both.lines] == [1, 2, 3]


def test_a_text_between_two_tables_names_the_section_of_the_second() -> None:
    certificate = ("Về việc tặng Bằng khen của Chủ tịch UBND tỉnh",)
    paper = annex_docx(((1, "Sở Y tế", ""),), ((1, "Lê Văn B", ""),), above=("", "", *certificate))
    lines = open_annex(paper, Asked(table=ALL)).lines
    assert [line.kind for line in lines] == ["collective", "individual"]


def test_what_a_word_table_numbers_by_itself_is_numbered() -> None:
    """Columns of numbers are lists in Word: their cells hold no text."""
    paper = Document()
    filled(paper, HEADINGS, [("", "Sở Y tế", ""), ("", "Sở Tư pháp", "")])
    for row in paper.tables[0].rows[1:]:
        properties = row.cells[0].paragraphs[0]._p.get_or_add_pPr()
        number = OxmlElement("w:numPr")
        id = OxmlElement("w:numId")
        id.set(qn("w:val"), "7")
        number.append(id)
        properties.append(number)
    file = BytesIO()
    paper.save(file)
    assert [line.own for line in open_annex(file.getvalue(), Asked()).lines] == [1, 2]


def test_deleted_and_hidden_text_is_not_read() -> None:
    paper = Document()
    filled(paper, HEADINGS, TWO)
    run = paper.tables[0].rows[1].cells[1].paragraphs[0].add_run(" (nháp)")
    run.font.hidden = True
    file = BytesIO()
    paper.save(file)
    assert open_annex(file.getvalue(), Asked()).lines[0].name == "Sở Y tế"
