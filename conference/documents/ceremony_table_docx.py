"""Tables of the ceremony's papers in Word: written as XML, since Word's object model takes seconds
for the thousand rows of a run-sheet."""

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from conference.documents.ceremony_cards_docx import GREY, RED, SIZES, WIDE_MM
from conference.documents.ceremony_paper import Cell, Row, Table, Text
from conference.documents.programme_docx import table

SHADE = "F3F0E9"
"""Behind what the announcer reads, as on the PDF."""

TWIPS = 56.7
"""Twentieths of a point to a millimetre."""

BOLD = frozenset({"strong", "large", "place", "number", "head"})
ITALIC = frozenset({"label", "gap"})
COLOURS = {**dict.fromkeys(("number", "place", "label"), str(RED)), "gap": str(GREY)}
SIZE_OF = SIZES | {"head": 9.5}


def listed(made: Any, one: Table, *, landscape: bool, whole: bool) -> None:
    """The table: its head on every page, no row torn in two, a `whole` one on one page."""
    free = WIDE_MM[landscape] - sum(column.width_mm for column in one.columns)
    shared = sum(not column.width_mm for column in one.columns) or 1
    widths = tuple(column.width_mm or free // shared for column in one.columns)
    aligns = tuple(column.align for column in one.columns)
    head = Row("head", tuple((Text(column.title, "head"),) for column in one.columns))
    rows = [row(head, widths, aligns, head=True, together=True)]
    last = len(one.rows) - 1
    for n, line in enumerate(one.rows):
        rows.append(row(line, widths, aligns, together=whole and n < last))
    whole_table = parse_xml(f"<w:tbl {nsdecls('w')}>{''.join(rows)}</w:tbl>")
    drawn = table(made, widths)._tbl  # noqa: SLF001 (its only way)
    for each in list(whole_table):
        drawn.append(each)


def row(
    one: Row,
    widths: tuple[int, ...],
    aligns: tuple[str, ...],
    *,
    head: bool = False,
    together: bool = False,
) -> str:
    cells, at = [], 0
    for n, said in enumerate(one.cells):
        taken = one.spans[n] if one.spans else 1
        wide = sum(widths[at : at + taken])
        align = aligns[at] if taken == 1 else "left"
        cells.append(cell(said, wide, taken, align, shaded=one.kind == "announced", next=together))
        at += taken
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def cell(said: Cell, wide: int, taken: int, align: str, *, shaded: bool, next: bool) -> str:
    span = f'<w:gridSpan w:val="{taken}"/>' if taken > 1 else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>' if shaded else ""
    width = f'<w:tcW w:w="{round(wide * TWIPS)}" w:type="dxa"/>'
    lines = "".join(paragraph(line, align, next) for line in said or (Text(""),))
    return f"<w:tc><w:tcPr>{width}{span}{shade}</w:tcPr>{lines}</w:tc>"


def paragraph(one: Text, align: str, next: bool) -> str:
    kept = "<w:keepNext/>" if next else ""
    where = "right" if one.look == "place" and align == "left" else align
    look = f'{kept}<w:spacing w:after="20"/><w:jc w:val={quoteattr(where)}/>'
    return f"<w:p><w:pPr>{look}</w:pPr>{run(one)}</w:p>"


def run(one: Text) -> str:
    """The properties in the order that the format asks for."""
    if not one.text:
        return ""
    bold = "<w:b/>" if one.look in BOLD else ""
    italic = "<w:i/>" if one.look in ITALIC else ""
    colour = f'<w:color w:val="{COLOURS[one.look]}"/>' if one.look in COLOURS else ""
    size = f'<w:sz w:val="{round(2 * SIZE_OF.get(one.look, 11))}"/>'
    text = escape(f"[ {one.text} ]" if one.look == "gap" else one.text)
    said = f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:r><w:rPr>{bold}{italic}{colour}{size}</w:rPr>{said}</w:r>"
