"""A paper of the ceremony as a Word file: the same blocks as on the PDF."""

from io import BytesIO
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from conference.documents.ceremony_cards_docx import RED, cards, signatures
from conference.documents.ceremony_paper import (
    Block,
    Cards,
    Facts,
    Paper,
    Section,
    Signatures,
    Strip,
    Table,
)
from conference.documents.ceremony_table_docx import listed
from conference.documents.programme_docx import (
    CENTRE,
    FONT,
    blank,
    child,
    head,
    kept,
    written,
)
from conference.documents.qr_png import qr_png

MARGIN_MM = 16


def ceremony_paper_docx(paper: Paper, frame: dict[str, Any]) -> bytes:
    """The paper within a frame (ceremony_source.frame_of)."""
    made = sheet(paper, frame)
    if paper.official:
        head(made, {"parent": None, "host": office_lines(frame), "motto": frame["head"]["motto"]})
    else:
        for words, size in ((frame["host"], 10), (frame["conference"], 11)):
            written(made.add_paragraph(), words, size=size)
    named = heading(made, paper.title.upper() if paper.official else paper.title, 1)
    written(made.add_paragraph(), paper.lead if paper.official else frame["where"], size=10)
    if paper.official:
        named.alignment = made.paragraphs[-1].alignment = CENTRE
    elif paper.lead:
        written(made.add_paragraph(), paper.lead, size=10)
    for one in paper.sections:
        section(made, one, paper.landscape)
    foot(made, frame)
    return kept(made)


def office_lines(frame: dict[str, Any]) -> list[str]:
    return [line for line in (frame["head"]["parent"], *frame["head"]["office"]) if line]


def sheet(paper: Paper, frame: dict[str, Any]) -> Any:
    """An empty sheet of A4 with the house's margins."""
    said = {"language": frame["language"], "title": paper.title, "conference": frame["conference"]}
    made = blank({**said, "host": [frame["host"]], "foot": frame["position"]})
    page = made.sections[0]
    page.left_margin = page.right_margin = Mm(20 if not paper.landscape else MARGIN_MM)
    page.top_margin = page.bottom_margin = Mm(MARGIN_MM)
    if paper.landscape:
        page.orientation = WD_ORIENT.LANDSCAPE
        page.page_width, page.page_height = Mm(297), Mm(210)
    made.styles["Normal"].font.size = Pt(11)
    return made


def heading(made: Any, words: str, level: int) -> Paragraph:
    """A heading that Word lists as one, in our own colours."""
    paragraph: Paragraph = made.add_heading(level=level)
    run = paragraph.add_run(words)
    run.font.name, run.font.size = FONT, Pt({1: 18, 2: 14}[level])
    run.font.color.rgb = RED if level == 1 else RGBColor(0, 0, 0)
    return paragraph


def section(made: Any, one: Section, landscape: bool) -> None:
    title = " · ".join(filter(None, (one.number, one.title)))
    begun = None
    if title:
        begun = heading(made, title, 2)
    if one.note:
        note = written(made.add_paragraph(), one.note, size=10)
        note.paragraph_format.keep_with_next = True
        begun = begun or note
    if one.new_page and begun is not None:
        begun.paragraph_format.page_break_before = True
    for part in one.blocks:
        block(made, part, landscape=landscape, whole=one.whole)


def block(made: Any, one: Block, *, landscape: bool, whole: bool) -> None:
    if isinstance(one, Table):
        listed(made, one, landscape=landscape, whole=whole)
    elif isinstance(one, Facts):
        for name, value in one.lines:
            fact = written(made.add_paragraph(), f"{name}: " if name else "– ")
            written(fact, value, bold=bool(name))
    elif isinstance(one, Strip):
        strip(made, one)
    elif isinstance(one, Cards):
        cards(made, one)
    elif isinstance(one, Signatures):
        signatures(made, one)


def strip(made: Any, one: Strip) -> None:
    """The row seen from the hall in one line, a gap in brackets, the arrow where it enters."""
    row = "  ".join(f"[–{number}–]" if gap else f"[ {number} ]" for number, gap in one.places)
    words = f"{row}   ←  {one.words}" if one.to == "left" else f"{one.words}  →   {row}"
    written(made.add_paragraph(), words, bold=True, centred=True)


def foot(made: Any, frame: dict[str, Any]) -> None:
    """What the PDF's foot says, its code, and the page's number, which Word counts itself."""
    below = made.sections[0].footer.paragraphs[0]
    title = f"{frame['words']['title']} · {frame['position']} · {frame['words']['page']} "
    for words, name in ((title, "PAGE"), (" / ", "NUMPAGES")):
        written(below, words, size=8.5)
        field = child(below._p, "w:fldSimple")  # noqa: SLF001 (its only way)
        field.set(qn("w:instr"), name)
        child(child(field, "w:r"), "w:t").text = "1"
    written(below, "   ")
    code, wide = BytesIO(qr_png(frame["address"])), Mm(frame["qr-mm"])
    picture = below.add_run().add_picture(code, width=wide)
    picture._inline.docPr.set("descr", frame["address"])  # noqa: SLF001 (its only way)
