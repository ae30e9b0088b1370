"""The sheets Văn bản khen and Danh sách khen become instruments, each with all its lines."""

from collections import Counter
from typing import Any
from uuid import UUID, uuid5

from conference.commands.awards import AwardLineAsked, RegisterInstrument
from conference.importers.workbook_desk import Desk, own_id
from conference.importers.workbook_notes import note_marks
from conference.importers.workbook_rows import Row

Lines = dict[UUID, list[dict[str, Any]]]
"""The lines of each instrument as its schema takes them."""


def draft_awards(desk: Desk, instruments: tuple[Row, ...], lines: tuple[Row, ...]) -> None:
    """Instruments in the order of their sheet, lines in the order of theirs."""
    ids = {row.number: identify(desk, row) for row in instruments}
    listed = draft_lines(desk, lines)
    for row in instruments:
        id = ids[row.number]
        values = {**row.values, "lines": listed.get(id, [])}
        title = row.values.get("title") or ""
        desk.add("instrument", row, id, desk.load(row, RegisterInstrument, values), title)
        note_marks(desk, row, id, title)


def identify(desk: Desk, row: Row) -> UUID:
    values = row.values
    id = desk.identify(row, values.get("title"), values.get("number"), values.get("kind"))
    desk.call("instruments", id, values.get("code"), values.get("number"), values.get("title"))
    return id


def draft_lines(desk: Desk, rows: tuple[Row, ...]) -> Lines:
    """Every line under its instrument, with its own id; each is checked where it stands."""
    listed: Lines = {}
    times: Counter[str] = Counter()
    for row in rows:
        instrument = desk.referred(row, "instrument")
        guest = desk.referred(row, "guest")
        if instrument is None:
            continue
        before = listed.setdefault(instrument, [])
        values = line_of(row, instrument, times, before)
        values["guest"] = str(guest) if guest else None
        if desk.load(row, AwardLineAsked, values) is not None:
            before.append(values)
        note_marks(desk, row, UUID(values["line"]), str(values.get("name") or ""))
    return listed


def line_of(
    row: Row, instrument: UUID, times: Counter[str], before: list[dict[str, Any]]
) -> dict[str, Any]:
    """The line as its schema takes it; without a number of its own it follows the one before."""
    said = row.values
    code = said.get("code")
    key = code or " | ".join(str(said.get(n)) for n in ("name", "award", "placing"))
    times[f"{instrument} {key}"] += 1
    again = times[f"{instrument} {key}"]
    last = before[-1]["number"] if before else 0
    placing = said.get("placing")
    return {
        **said,
        "line": str(own_id(code) or uuid5(instrument, key if again == 1 else f"{key} ({again})")),
        "number": said.get("number") or last + 1,
        "placing": int(placing) if placing else None,
    }
