"""Cards, places to sign, and how texts look, in the Word files of the ceremony's papers."""

from typing import Any

from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from conference.documents.ceremony_paper import Card, Cards, Signatures, Text
from conference.documents.programme_docx import ruled, table, whole, written

RED, GREY = RGBColor(0x9F, 0x1D, 0x20), RGBColor(0x5F, 0x66, 0x76)

WIDE_MM = {False: 170, True: 265}
"""What the margins leave of A4, upright and lying."""

HIGH_MM = {4: 118, 2: 118, 1: 240}
"""How high a card is, by how many are cut out of a page."""

SIZES = {"read": 16, "announced": 16, "label": 12, "small": 9.5}
SIZES |= dict.fromkeys(("large", "place", "box", "ticked"), 13)
"""Points; everything else is 11."""


def text(paragraph: Paragraph, one: Text) -> None:
    run = paragraph.add_run(f"[ {one.text} ]" if one.look == "gap" else one.text)
    run.font.size = Pt(SIZES.get(one.look, 11))
    run.bold = one.look in ("strong", "large", "place", "number") or None
    run.italic = one.look in ("label", "gap") or None
    if one.look in ("number", "place", "label"):
        run.font.color.rgb = RED
    elif one.look in ("gap", "small"):
        run.font.color.rgb = GREY if one.look == "gap" else None


def cards(made: Any, one: Cards) -> None:
    """As many a page as are cut out of one."""
    wide = 2 if one.of_page == 4 else 1
    rows = table(made, (WIDE_MM[False] // wide,) * wide)
    high = Mm(HIGH_MM[one.of_page])
    for first in range(0, len(one.cards), wide):
        row = whole(rows)
        row.height = high
        for cell, card in zip(row.cells, one.cards[first : first + wide], strict=False):
            one_card(cell, card)


def one_card(cell: _Cell, one: Card) -> None:
    written(cell.paragraphs[0], one.title, bold=True, size=11)
    written(cell.add_paragraph(), one.who, bold=True, size=14)
    for words in filter(None, (one.post, *one.lines)):
        written(cell.add_paragraph(), words, size=10)
    ruled(cell.add_paragraph(), 0)
    for line in one.rows:
        paragraph = cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(1)
        for n, said in enumerate(sum(line.cells, ())):
            if n > 1:
                written(paragraph, " · ")
            text(paragraph, said)
            if n == 0:
                written(paragraph, "  ")
    written(cell.add_paragraph(), one.foot, size=8)


def signatures(made: Any, one: Signatures) -> None:
    if one.note:
        written(made.add_paragraph(), one.note, size=10)
    rows = table(made, (WIDE_MM[False] // len(one.places),) * len(one.places), grid=False)
    for cell, (who, name) in zip(whole(rows).cells, one.places, strict=True):
        written(cell.paragraphs[0], who, bold=True, centred=True)
        for _ in range(3):
            cell.add_paragraph()
        written(cell.add_paragraph(), name or "……………………", centred=True)
