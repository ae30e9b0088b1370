"""A decision's annex as a file: its tables, and the text that stands above and below each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from conference.errors import BadCell, BadSheet
from conference.importers.guest_sheet_file import (
    LONGEST_CELL,
    Table,
    checked,
    composed,
    marked,
)
from conference.importers.guest_sheet_head import best_row
from conference.importers.guest_sheet_text import refused, rows_of, text_of
from conference.importers.workbook_file import MOST_BYTES, asked, raw_sheets, unread
from conference.rules.annex_columns import ANNEX
from conference.rules.legacy_text import CONVERT, recognised

OLE = b"\xd0\xcf\x11\xe0"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream of an OLE file in which a password keeps the document ([MS-OFFCRYPTO] 2.3.4.4)."""

ROOT = Path(__file__).parents[2]
READER = (
    "-c",
    "import sys; sys.path.append(sys.argv[1]); "
    "from conference.importers.document_reader import main; main()",
    str(ROOT),
)

Merged = tuple[tuple[tuple[int, int], tuple[int, int]], ...]


@dataclass(frozen=True)
class AnnexTable:
    """One table: its rows, what is merged in it (first and last row and column, 0-based), and the
    lines of text around it. `promising`: its headings say that it lists recipients."""

    name: str
    rows: tuple[tuple[Any, ...], ...]
    merged: Merged = ()
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    promising: bool = False


@dataclass(frozen=True)
class AnnexFile:
    """The tables of a file; `kind`: sheet, text or document."""

    kind: str
    tables: tuple[AnnexTable, ...]

    @property
    def promising(self) -> tuple[int, ...]:
        """The places of the tables that seem to list recipients."""
        return tuple(at for at, table in enumerate(self.tables) if table.promising)


def read_annex(data: bytes) -> AnnexFile:
    """The tables of a file. Raises BadSheet with one sentence, or one a row, when it cannot be
    read, is larger than it may be, or is written in an old font."""
    if len(data) > MOST_BYTES:
        raise unread("workbook.too-large")
    if data.startswith(OLE):
        raise refused("annex.protected" if ENCRYPTED in data else "annex.old-format")
    if b"word/document.xml" in data and data.startswith(b"PK\x03\x04"):
        found = AnnexFile("document", tuple(of_document(asked(data, READER))))
    elif data.startswith(b"PK\x03\x04"):
        sheets = ((one.name, one.rows, one.merged) for one in raw_sheets(data))
        found = AnnexFile("sheet", tuple(of_sheets(sheets)))
    else:
        rows = tuple(map(tuple, rows_of(text_of(data)[0])))
        found = AnnexFile("text", tuple(of_sheets([("", rows, ())])))
    if not any(table.rows for table in found.tables):
        raise refused("annex.no-table" if found.kind == "document" else "guest-sheet.empty")
    return found


def of_sheets(
    sheets: Iterable[tuple[str, tuple[tuple[Any, ...], ...], Merged]],
) -> Iterator[AnnexTable]:
    """Sheets that hold anything; their text is in their own rows."""
    for name, rows, merged in sheets:
        whole = readable(name, rows)
        if whole:
            yield AnnexTable(name, whole, merged, promising=lists_recipients(whole))


def of_document(answer: dict[str, Any]) -> Iterator[AnnexTable]:
    """The tables of a document. A table without headings of a list is layout: it is text."""
    if "code" in answer:
        raise unread(answer["code"])
    lines: list[str] = []
    found: list[tuple[int, dict[str, Any]]] = []
    meant = list_tables([one for one in answer["blocks"] if "rows" in one])
    for block in answer["blocks"]:
        if "text" in block:
            lines += said(block["text"])
        elif any(block is one for one in meant):
            found.append((len(lines), block))
        else:
            lines += [line for row in block["rows"] for cell in row for line in said(cell)]
    in_one_font(lines)
    for number, (at, block) in enumerate(found, start=1):
        rows = readable(str(number), block["rows"])
        merged = tuple((tuple(first), tuple(last)) for first, last in block["merged"])
        text = tuple(lines[:at]), tuple(lines[at:])
        yield AnnexTable(str(number), rows, merged, *text, promising=lists_recipients(rows))


def list_tables(tables: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those whose headings say that they list recipients; where none does, the longest of at least
    three rows, whose columns somebody can choose."""
    meant = [one for one in tables if lists_recipients(tuple(map(tuple, one["rows"])))]
    long = [one for one in tables if len(one["rows"]) > 2 and max(map(len, one["rows"])) > 1]
    return meant or sorted(long, key=lambda one: -len(one["rows"]))[:1]


def said(text: str) -> list[str]:
    """The lines of a text that say anything, blanks single."""
    return [line for part in text.split("\n") if (line := " ".join(part.split()))]


def readable(name: str, rows: Iterable[Iterable[Any]]) -> tuple[tuple[Any, ...], ...]:
    """The rows composed (NFC), within the limits. Raises BadSheet where they are too many, or with
    each row that is written in an old font: turned into Unicode it might not be the decision's own
    spelling any more (capitals with a tone are lost in TCVN3)."""
    table = checked(Table(name, tuple(map(tuple, rows))))
    if recognised(tuple(marked(table))) != "unicode":
        old = [at for at, row in enumerate(table.rows, 1) if in_old_font(row)] or [0]
        raise BadSheet([BadCell(name, at, "", "annex.old-font") for at in old[:MOST_TOLD]])
    return tuple(
        tuple(composed(cell) if isinstance(cell, str) else cell for cell in row)
        for row in table.rows
    )


MOST_TOLD = 200
"""Rows in an old font that are told one by one."""


def in_old_font(row: tuple[Any, ...]) -> bool:
    texts = [cell[:LONGEST_CELL] for cell in row if isinstance(cell, str)]
    return recognised(texts) in (*CONVERT, "unclear")


def in_one_font(lines: list[str]) -> None:
    if recognised([line for line in lines if not line.isascii()]) != "unicode":
        raise BadSheet([BadCell("", 0, "", "annex.old-font")])


def lists_recipients(rows: tuple[tuple[Any, ...], ...]) -> bool:
    """Whether a row of headings names recipients and one thing more."""
    at = best_row(rows, ANNEX)
    if not at:
        return False
    meant = {ANNEX.meant(cell) for cell in rows[at - 1] if isinstance(cell, str)}
    return bool(meant & {"name", "family", "unit"}) and len(meant - {""}) > 1
