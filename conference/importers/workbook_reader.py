"""Run as its own limited process: an .xlsx on stdin, its cells as JSON on stdout; nothing of ours.

A workbook can unpack to thousands of times its size, and the parser is native code: here it may
use only so much memory and time, and when it dies, nothing else does.
"""

import json
import resource
import sys
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from xml.parsers import expat

MEMORY_BYTES = 700 * 1024 * 1024
"""Address space of this process; 5,000 rows of 20 columns take some 180 MB of it."""

CPU_S = 10
"""Seconds of processor time; 5,000 rows take 0.2 s."""

UNPACKED_BYTES = 100 * 1024 * 1024
"""What the parts may say they unpack to; 5,000 rows of 20 columns say 9 MB."""

PARTS = 500
"""Parts of the archive; a workbook has about 15."""

CELLS = 600_000
"""Cells of one sheet, empty ones between others included: 20,000 rows of 30 columns."""

MERGED = 20_000
"""Merged ranges of one sheet that are told: as many as a list may have rows."""


Start = Callable[[str, dict[str, str]], None]
"""What is called at an element: its tag and its attributes."""


class Refusal(Exception):
    """The file is refused; the message is the code."""


def main() -> None:
    limit()
    try:
        answer: dict[str, object] = {"sheets": list(sheets(sys.stdin.buffer.read()))}
    except Refusal as refusal:
        answer = {"code": str(refusal)}
    except MemoryError:
        answer = {"code": "workbook.too-large"}
    json.dump(answer, sys.stdout)


def limit() -> None:
    """Take memory and processor time away from this process."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def sheets(data: bytes) -> Iterator[dict[str, object]]:
    """Name, rows, formula cells and merged ranges of every visible or hidden worksheet."""
    from python_calamine import CalamineError, load_workbook

    parts = inspected(data, "xl/workbook.xml", "workbook.not-xlsx")
    try:
        book = load_workbook(BytesIO(data))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            last_row, last_column = sheet.end or (0, 0)
            if (last_row + 1) * (last_column + 1) > CELLS:
                raise Refusal("workbook.too-large")
            rows = [[plain(v) for v in row] for row in sheet.to_python(skip_empty_area=False)]
            merged = (sheet.merged_cell_ranges or [])[:MERGED]
            found = {"formulas": list(formulas(parts, name)), "merged": merged}
            yield {"name": name, "rows": rows, **found}
    except (CalamineError, ValueError, KeyError, zipfile.BadZipFile, expat.ExpatError) as error:
        raise Refusal("workbook.unreadable") from error


def inspected(data: bytes, main_part: str, otherwise: str) -> zipfile.ZipFile:
    """The archive, once what it declares is small enough to be unpacked at all; refused with the
    code `otherwise` where it lacks the part that makes it what it should be."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
        raise Refusal("workbook.unreadable") from error
    parts = archive.infolist()
    if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED_BYTES:
        raise Refusal("workbook.too-large")
    if main_part not in archive.namelist():
        raise Refusal(otherwise)
    return archive


def plain(value: object) -> object:
    """A cell as JSON: text, number, yes or no, or what kind of time it is."""
    match value:
        case datetime():
            return {"datetime": value.isoformat()}
        case date():
            return {"date": value.isoformat()}
        case time():
            return {"time": value.isoformat()}
        case timedelta():
            return {"seconds": int(value.total_seconds())}
        case str():
            return unicodedata.normalize("NFC", value)  # quadratic for piled marks: within CPU_S
    return value


def formulas(archive: zipfile.ZipFile, sheet: str) -> Iterator[str]:
    """The addresses of the sheet's cells that hold a formula ("B5")."""
    path = part_of(archive, sheet)
    found: list[str] = []
    cell = [""]

    def start(tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "c":
            cell[0] = attributes.get("r", "")
        elif name == "f":
            found.append(cell[0])

    parsed(archive, path, start)
    return iter(found)


def part_of(archive: zipfile.ZipFile, sheet: str) -> str:
    """The path of a sheet's part inside the archive, by workbook.xml and its relations."""
    ids: dict[str, str] = {}
    targets: dict[str, str] = {}

    def of_workbook(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "sheet":
            id = next((v for k, v in attributes.items() if k.rpartition(":")[2] == "id"), "")
            ids[attributes.get("name", "")] = id

    def of_relations(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "Relationship":
            targets[attributes["Id"]] = attributes["Target"]

    parsed(archive, "xl/workbook.xml", of_workbook)
    parsed(archive, "xl/_rels/workbook.xml.rels", of_relations)
    target = targets[ids[sheet]]
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def parsed(archive: zipfile.ZipFile, path: str, start: Start) -> None:
    """Walk one part of the archive, calling `start(tag, attributes)` at every element."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    with archive.open(path) as part:
        parser.ParseFile(part)


if __name__ == "__main__":
    main()
