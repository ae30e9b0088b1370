"""A paper of the ceremony as PDF."""

from typing import Any

from conference.documents.ceremony_paper import (
    Block,
    Card,
    Cards,
    Facts,
    Paper,
    Row,
    Section,
    Signatures,
    Strip,
    Table,
)
from conference.documents.typst_pdf import typeset


def ceremony_paper_pdf(paper: Paper, frame: dict[str, Any]) -> bytes:
    """The paper within a frame (ceremony_source.frame_of)."""
    sections = [section(one) for one in paper.sections]
    form = {"lead": paper.lead, "landscape": paper.landscape, "official": paper.official}
    return typeset("ceremony.typ", {**frame, **form, "sections": sections})


def section(one: Section) -> dict[str, Any]:
    head = {"number": one.number, "title": one.title, "note": one.note, "new-page": one.new_page}
    head["whole"] = one.whole
    return {**head, "blocks": [block(part) for part in one.blocks]}


def block(one: Block) -> dict[str, Any]:
    """What templates/print/ceremony.typ draws by its `kind`."""
    if isinstance(one, Table):
        return table(one)
    if isinstance(one, Facts):
        return {"kind": "facts", "lines": one.lines}
    if isinstance(one, Strip):
        return {"kind": "strip", "places": one.places, "to": one.to, "words": one.words}
    if isinstance(one, Cards):
        return {"kind": "cards", "of-page": one.of_page, "cards": [card(c) for c in one.cards]}
    assert isinstance(one, Signatures)
    return {"kind": "signatures", "places": one.places, "note": one.note}


def table(one: Table) -> dict[str, Any]:
    return {
        "kind": "table",
        "heads": [column.title for column in one.columns],
        "widths": [column.width_mm for column in one.columns],
        "aligns": [column.align for column in one.columns],
        "rows": [row(line) for line in one.rows],
    }


def row(one: Row) -> list[Any]:
    """Short lists, since a paper has thousands of cells: kind, spans, cells."""
    return [one.kind, one.spans, one.cells]


def card(one: Card) -> dict[str, Any]:
    said = {"who": one.who, "post": one.post, "title": one.title, "lines": one.lines}
    return {**said, "foot": one.foot, "rows": [row(line) for line in one.rows]}
