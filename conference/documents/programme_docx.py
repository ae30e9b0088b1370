"""The programme as a Word file: the same words as on paper, for offices that write on in it."""

from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from conference.documents.paper_frame import Reader
from conference.documents.programme_rows import programme
from projections.library import Shelf

WIDTHS_MM = (11, 31, 66, 42, 20)
"""The five columns, together what the decree's margins leave of A4 (30 and 10 mm at the sides)."""

HEAD_MM = (70, 100)
"""The two halves of the head: 7 to 10, as in the decree's drawing (appendix I, IV)."""

FONT = "Times New Roman"
"""The font that Decree 30/2020 asks for (appendix I, II.1)."""

MADE = datetime(2019, 3, 25)  # noqa: DTZ001 (Word's own times know no zone)
"""The day that every file says it was made on, so that the same programme gives the same bytes."""

CENTRE = WD_ALIGN_PARAGRAPH.CENTER


def programme_docx(shelf: Shelf, reader: Reader, *, since: int | None = None) -> bytes:
    """The programme as of the shelf's position."""
    said = programme(shelf, reader, since)
    paper = blank(said)
    head(paper, said)
    for words, size in ((said["title"].upper(), 14), (said["conference"], 14)):
        written(paper.add_paragraph(), words, bold=True, size=size, centred=True)
    paper.add_paragraph()
    for name, value in said["facts"]:
        fact = written(paper.add_paragraph(), f"{name}: ", bold=True)
        written(fact, value)
    lines(paper, said)
    changed(paper, said["since"])
    foot(paper, said)
    return kept(paper)


def blank(said: dict[str, Any]) -> Any:
    """An empty A4 sheet with the decree's margins and font, in the programme's language."""
    paper = Document()
    sheet = paper.sections[0]
    sheet.page_width, sheet.page_height = Mm(210), Mm(297)
    sheet.top_margin = sheet.bottom_margin = Mm(20)
    sheet.left_margin, sheet.right_margin = Mm(30), Mm(10)
    usual = paper.styles["Normal"]
    usual.font.name, usual.font.size = FONT, Pt(13)
    usual.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    language = child(usual.element.rPr, "w:lang")
    language.set(qn("w:val"), {"vi": "vi-VN", "en": "en-GB"}[said["language"]])
    usual.paragraph_format.space_after = Pt(3)
    paper.styles["Footer"].font.size = Pt(9)
    about = paper.core_properties
    about.title, about.author = f"{said['title']} – {said['conference']}", " ".join(said["host"])
    about.created = about.modified = MADE
    about.comments, about.language = said["foot"], said["language"]
    return paper


def head(paper: Any, said: dict[str, Any]) -> None:
    """Who invites on the left, the country and its motto on the right, a short line below each."""
    cells = added(table(paper, HEAD_MM, grid=False)).cells
    above = [said["parent"]] if said["parent"] else []
    for cell, light, strong, margin in (
        (cells[0], above, said["host"], 22),
        (cells[1], [], said["motto"], 24),
    ):
        cell._element.remove(cell.paragraphs[0]._p)  # noqa: SLF001 (a new cell has an empty one)
        for words in light:
            written(cell.add_paragraph(), words, size=12.5, centred=True)
        for words in strong:
            written(cell.add_paragraph(), words, bold=True, size=12.5, centred=True)
        ruled(cell.add_paragraph(), margin)


def lines(paper: Any, said: dict[str, Any]) -> None:
    """The table: its head on every page, no row torn in two."""
    rows = table(paper, WIDTHS_MM)
    row = whole(rows)
    child(row._tr.get_or_add_trPr(), "w:tblHeader")  # noqa: SLF001 (its only way)
    for cell, word in zip(row.cells, said["heads"], strict=True):
        written(cell.paragraphs[0], word, bold=True, size=12, centred=True)
    for section in said["sections"]:
        if section["title"]:
            cells = whole(rows).cells
            named = cells[0].merge(cells[-1]).paragraphs[0]
            written(named, section["title"], bold=True, size=12)
            named.paragraph_format.keep_with_next = True
        for one in section["lines"]:
            line(whole(rows), one)


def line(row: _Row, one: dict[str, Any]) -> None:
    texts = (str(one["number"]), one["time"], one["content"], one["who"], one["note"])
    for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        italic = place == 2 and one["kind"] == "break"
        written(cell.paragraphs[0], text, size=12, centred=place < 2, italic=italic)


def changed(paper: Any, since: dict[str, Any] | None) -> None:
    """What is different since a release, where that was asked for."""
    if since is None:
        return
    written(paper.add_paragraph(), since["title"], bold=True).paragraph_format.keep_with_next = True
    for one in since["lines"]:
        written(paper.add_paragraph(), f"– {one}")


def foot(paper: Any, said: dict[str, Any]) -> None:
    """Release and position, and the page's number, which Word counts itself."""
    below = paper.sections[0].footer.paragraphs[0]
    for words, name in ((f"{said['foot']} · {said['page']} ", "PAGE"), (" / ", "NUMPAGES")):
        written(below, words)
        field = child(below._p, "w:fldSimple")  # noqa: SLF001 (its only way)
        field.set(qn("w:instr"), name)
        child(child(field, "w:r"), "w:t").text = "1"


def table(paper: Any, widths_mm: tuple[int, ...], *, grid: bool = True) -> Table:
    """An empty table with columns as wide as said, whatever is written in them."""
    made: Table = paper.add_table(rows=0, cols=len(widths_mm))
    made.style = paper.styles["Table Grid" if grid else "Normal Table"]
    made.autofit = False
    for column, width in zip(made.columns, widths_mm, strict=True):
        column.width = Mm(width)
    return made


def added(rows: Table) -> _Row:
    """One more row."""
    row: _Row = rows.add_row()  # type: ignore[no-untyped-call]
    return row


def whole(rows: Table) -> _Row:
    """One more row, which stays on one page."""
    row = added(rows)
    child(row._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001 (its only way)
    return row


def written(
    paragraph: Paragraph,
    words: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: float | None = None,
    centred: bool = False,
) -> Paragraph:
    """The paragraph with these words behind what it says."""
    run = paragraph.add_run(words)
    run.bold, run.italic = bold or None, italic or None
    if size:
        run.font.size = Pt(size)
    if centred:
        paragraph.alignment = CENTRE
    return paragraph


def ruled(paragraph: Paragraph, margin_mm: int) -> None:
    """A short thin line. First the border: the order of a paragraph's properties is fixed."""
    border = child(child(paragraph._p.get_or_add_pPr(), "w:pBdr"), "w:top")  # noqa: SLF001
    for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "auto")):
        border.set(qn(f"w:{name}"), value)
    place = paragraph.paragraph_format
    place.left_indent = place.right_indent = Mm(margin_mm)


def child(parent: Any, tag: str) -> Any:
    made = OxmlElement(tag)
    parent.append(made)
    return made


def kept(paper: Any) -> bytes:
    """The file, its parts dated alike: the archive would else hold the time of writing."""
    first, last = BytesIO(), BytesIO()
    paper.save(first)
    with ZipFile(first) as made, ZipFile(last, "w", ZIP_DEFLATED) as file:
        for part in made.infolist():
            named = ZipInfo(part.filename, MADE.timetuple()[:6])
            file.writestr(named, made.read(part), ZIP_DEFLATED)
    return last.getvalue()
