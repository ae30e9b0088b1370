"""A workbook's rows become the draft of a conference: parts in the order of taking over."""

from typing import Any
from uuid import uuid5
from zoneinfo import ZoneInfo

from conference.commands.awards_rules import ChoosePrecedence, SetStageCapacity
from conference.commands.conference import ChooseTheme, ChooseVenue, NameChair, PlanConference
from conference.commands.conference_day import ChooseIntroductionDepth, TableDocument
from conference.commands.seating import AdoptHall
from conference.commands.seating_fields import RowSaid
from conference.commands.workbook import Draft
from conference.errors import BadSheet
from conference.importers.workbook_awards import draft_awards
from conference.importers.workbook_desk import Desk, conference_id_of
from conference.importers.workbook_guests import draft_guests
from conference.importers.workbook_notes import note_marks, note_upright
from conference.importers.workbook_programme import draft_programme
from conference.importers.workbook_rows import Row, Workbook
from conference.rules.seats import seat_label

ZONE = "Asia/Ho_Chi_Minh"

SETTINGS: dict[str, tuple[type[Any], dict[str, str]]] = {
    "venue": (ChooseVenue, {"name": "venue", "address": "address"}),
    "theme": (ChooseTheme, {"theme": "theme"}),
    "introduction_depth": (ChooseIntroductionDepth, {"depth": "introduction_depth"}),
    "precedence": (ChoosePrecedence, {"preset": "precedence"}),
    "stage_capacity": (SetStageCapacity, {"capacity": "stage_capacity"}),
}
"""What is said of a conference beside its title: the schema, and the column of each field."""


def drafted(workbook: Workbook) -> Draft:
    """The draft of a conference. Raises BadSheet with every bad cell that its commands refuse."""
    rows = workbook.rows
    (frame,) = rows["conference"]
    desk = Desk(conference_id_of(frame.values["code"]), ZoneInfo(ZONE), frame.values.get("held_on"))
    draft_conference(desk, frame)
    draft_documents(desk, rows["documents"])
    draft_guests(desk, rows["guests"])
    draft_chair(desk, frame)
    draft_programme(desk, rows["agenda"], rows["speeches"])
    draft_awards(desk, rows["instruments"], rows["awards"])
    draft_hall(desk, frame, rows["hall"])
    note_upright(desk, frame)
    if desk.bad:
        raise BadSheet(sorted(desk.bad, key=lambda cell: (cell.sheet, cell.row)))
    return Draft(desk.conference_id, tuple(desk.parts))


def draft_conference(desk: Desk, row: Row) -> None:
    """The conference itself, then its settings, each booked to its own line of the sheet."""
    said = desk.load(row, PlanConference, row.values)
    if said is not None:
        desk.zone = ZoneInfo(said["time_zone"])
        at = Row(row.sheet, row.lines["title"], {})
        desk.add("conference", at, desk.conference_id, said, row.sheet.title)
    start = desk.instant(row, "starts_at")
    if start is not None:
        setting(desk, row, "starts_at", {"starts_at": start})
    for column, (schema, names) in SETTINGS.items():
        if row.values.get(column) is not None:
            values = {field: row.values.get(of) for field, of in names.items()}
            setting(desk, row, column, desk.load(row, schema, values, **names))


def setting(desk: Desk, row: Row, column: str, said: dict[str, Any] | None) -> None:
    """One line of the upright sheet."""
    at = Row(row.sheet, row.lines[column], {})
    desk.add(column, at, desk.conference_id, said, row.sheet.column(column).title)


def draft_chair(desk: Desk, row: Row) -> None:
    """The chair is linked to the guest of the same name, where there is one and only one."""
    name = row.values.get("chair")
    if name is None:
        return
    columns = {"name": "chair", "honorific": "chair_honorific", "post": "chair_post"}
    values = {field: row.values.get(of) for field, of in columns.items()}
    found = desk.called("guests", name)
    values["guest"] = str(next(iter(found))) if len(found) == 1 else None
    setting(desk, row, "chair", desk.load(row, NameChair, values, **columns))


def draft_documents(desk: Desk, rows: tuple[Row, ...]) -> None:
    for row in rows:
        title = row.values.get("title") or ""
        id = desk.identify(row, title, None, None)
        desk.add("document", row, id, desk.load(row, TableDocument, row.values), title)
        note_marks(desk, row, id, title)


def draft_hall(desk: Desk, frame: Row, rows: tuple[Row, ...]) -> None:
    """The rows of the hall; its name, presidium and sides stand in the sheet Hội nghị."""
    if not rows:
        return
    if frame.values.get("hall") is None:
        desk.bad.append(frame.bad("hall", "field.required"))
        return
    said = [desk.load(row, RowSaid, {"aisles": [], **row.values}) for row in rows]
    unusable = [
        seat_label(row.values.get("label", ""), number)
        for row in rows
        for number in row.values.get("unusable") or ()
    ]
    values = {n: frame.values.get(n) for n in ("presidium", "stairs", "lectern")}
    values |= {"name": frame.values["hall"], "unusable": unusable}
    if None not in said:
        values["rows"] = said
        hall = desk.load(frame, AdoptHall, values, name="hall")
        setting(desk, frame, "hall", hall)
    for row in rows:
        label = row.values.get("label") or ""
        note_marks(desk, row, uuid5(desk.conference_id, f"hall {label}"), label)
