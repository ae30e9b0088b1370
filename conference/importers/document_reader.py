"""Run as its own limited process: a .docx on stdin, its paragraphs and tables as JSON on stdout.

The limits are those of the reader of workbooks: what the parts declare, memory, processor time.
"""

import json
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from conference.importers.workbook_reader import CELLS, Refusal, inspected, limit

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of WordprocessingML (ECMA-376 part 1, 17)."""

BLOCKS = 20_000
"""Paragraphs and tables of a document that are read; a decision of many pages has some hundreds."""


def main() -> None:
    limit()
    try:
        answer: dict[str, object] = {"blocks": blocks(sys.stdin.buffer.read())}
    except Refusal as refusal:
        answer = {"code": str(refusal)}
    except MemoryError:
        answer = {"code": "workbook.too-large"}
    json.dump(answer, sys.stdout)


def blocks(data: bytes) -> list[dict[str, object]]:
    """The body from top to bottom: a paragraph as its text, a table as its rows and what is merged
    in it (first and last row and column, 0-based)."""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    inspected(data, "word/document.xml", "annex.not-docx")
    try:
        body = Document(BytesIO(data)).element.body
    except (PackageNotFoundError, BadZipFile, SyntaxError, KeyError, ValueError) as error:
        raise Refusal("workbook.unreadable") from error
    found: list[dict[str, object]] = []
    for element in body.iter(f"{W}p", f"{W}tbl"):
        if within_table(element):
            continue
        found.append(table(element) if element.tag == f"{W}tbl" else {"text": text(element)})
        if len(found) > BLOCKS:
            raise Refusal("workbook.too-large")
    return found


def within_table(element: Any) -> bool:
    """Whether a paragraph or a table stands in a cell, or in a text box: the cell has its text."""
    return next(element.iterancestors(f"{W}tc", f"{W}txbxContent"), None) is not None


def table(element: Any) -> dict[str, object]:
    """The rows of a table, each as wide as its cells span; a merged cell says its text once."""
    rows: list[list[str]] = []
    merged: list[list[list[int]]] = []
    open_at: dict[int, list[list[int]]] = {}
    counts: Counter[str] = Counter()
    for number, row in enumerate(element.iterchildren(f"{W}tr")):
        cells: list[str] = []
        for cell, width, goes_on in cells_of(row):
            at = len(cells)
            if goes_on and at in open_at:
                open_at[at][1][0] = number
            elif width > 1 or goes_on is not None:
                open_at[at] = [[number, at], [number, at + width - 1]]
                merged.append(open_at[at])
            said = "" if goes_on else text(cell) or counted(cell, counts)
            cells += [said, *[""] * (width - 1)]
        rows.append(cells)
        if sum(map(len, rows[-1:])) * len(rows) > CELLS:
            raise Refusal("workbook.too-large")
    return {"rows": rows, "merged": [one for one in merged if one[0] != one[1]]}


def cells_of(row: Any) -> Iterator[tuple[Any, int, bool | None]]:
    """Each cell of a row, how many columns it spans, and whether it goes on from the row above
    (None: it is not merged downwards)."""
    for cell in row.iter(f"{W}tc"):
        if next(cell.iterancestors(f"{W}tr"), None) is not row:
            continue  # a table within a cell: its text is the cell's
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        down = cell.find(f"{W}tcPr/{W}vMerge")
        width = int(span.get(f"{W}val", "1")) if span is not None else 1
        goes_on = None if down is None else down.get(f"{W}val") != "restart"
        yield cell, min(max(width, 1), 200), goes_on


def counted(cell: Any, counts: Counter[str]) -> str:
    """What the editor prints in a cell without text whose paragraph is a list's: the list's next
    number. Columns of numbers are mostly made so."""
    number = cell.find(f"{W}p/{W}pPr/{W}numPr/{W}numId")
    if number is None:
        return ""
    id = number.get(f"{W}val", "")
    counts[id] += 1
    return str(counts[id])


def text(element: Any) -> str:
    """Its text as it is printed: deleted and hidden text left out, breaks as line breaks."""
    parts: list[str] = []
    for one in element.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}cr", f"{W}p", f"{W}noBreakHyphen"):
        if one.tag == f"{W}t":
            parts.append("" if hidden(one) else one.text or "")
        elif one.tag == f"{W}p":
            parts.append("\n" if parts else "")
        elif one.tag == f"{W}noBreakHyphen":
            parts.append("-")
        elif one.getparent().tag == f"{W}r":
            parts.append("\t" if one.tag == f"{W}tab" else "\n")
    return unicodedata.normalize("NFC", "".join(parts)).strip("\n")


def hidden(run_text: Any) -> bool:
    """Whether a run is not printed: deleted or moved away in tracked changes, or hidden."""
    if next(run_text.iterancestors(f"{W}del", f"{W}moveFrom"), None) is not None:
        return True
    mark = run_text.getparent().find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(f"{W}val", "1") not in ("0", "false", "off")


if __name__ == "__main__":
    main()
