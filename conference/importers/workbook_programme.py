"""The sheets Chương trình and Tham luận become one order of agenda items."""

from collections.abc import Iterator
from uuid import UUID

from conference.commands.agenda import AddItem, ScheduleSpeech
from conference.commands.workbook_part import Part
from conference.importers.workbook_desk import Desk
from conference.importers.workbook_notes import note_marks
from conference.importers.workbook_rows import Row
from conference.rules.workbook_words import SPEECH_TITLE


def draft_programme(desk: Desk, items: tuple[Row, ...], speeches: tuple[Row, ...]) -> None:
    """Items in their order, speeches where their row Tham luận stands; then the order itself."""
    blocks = [row for row in items if row.values.get("kind") == "speech"]
    ids = {row.number: identify(desk, row) for row in items}
    for row in blocks:
        id = ids[row.number]
        desk.call("agenda", id, row.values.get("code"), row.values.get("title"))
    placed = list(speech_blocks(desk, speeches, [ids[row.number] for row in blocks], bool(items)))
    drafted: list[tuple[UUID, Row, str]] = []
    for row in items:
        if row.values.get("kind") == "speech":
            mine = [speech for block, speech in placed if block == ids[row.number]]
            drafted += [draft_speech(desk, speech) for speech in mine]
        else:
            drafted.append(draft_item(desk, row, ids[row.number]))
    drafted += [draft_speech(desk, speech) for block, speech in placed if block is None]
    keep_order(desk, drafted)


def identify(desk: Desk, row: Row) -> UUID:
    return desk.identify(row, row.values.get("title"), row.values.get("kind"), None, again=True)


def speech_blocks(
    desk: Desk, speeches: tuple[Row, ...], blocks: list[UUID], there_are_items: bool
) -> Iterator[tuple[UUID | None, Row]]:
    """Every speech with the row Tham luận that it belongs to; an agenda without one is refused."""
    for row in speeches:
        if there_are_items and not blocks:
            desk.bad.append(row.bad("", "workbook.no-speech-row"))
            return
        named = desk.referred(row, "block")
        yield named or (blocks[0] if blocks else None), row


def draft_item(desk: Desk, row: Row, id: UUID) -> tuple[UUID, Row, str]:
    values = {**row.values, "fixed_start": written(desk, row)}
    title = row.values.get("title") or ""
    desk.add("item", row, id, desk.load(row, AddItem, values), title)
    note_marks(desk, row, id, title)
    return id, row, title


def draft_speech(desk: Desk, row: Row) -> tuple[UUID, Row, str]:
    unit = row.values.get("unit") or ""
    title = row.values.get("title")
    id = desk.identify(row, row.values.get("speaker") or title, None, unit)
    guest = desk.referred(row, "guest")
    values = {
        **row.values,
        "title": title or SPEECH_TITLE.format(unit=unit),
        "guest": str(guest) if guest else None,
        "fixed_start": written(desk, row),
    }
    desk.add("speech", row, id, desk.load(row, ScheduleSpeech, values), unit)
    note_marks(desk, row, id, unit)
    return id, row, unit


def written(desk: Desk, row: Row) -> str | None:
    """The fixed start as the schema takes it."""
    start = desk.instant(row, "fixed_start")
    return start.isoformat() if start else None


def keep_order(desk: Desk, drafted: list[tuple[UUID, Row, str]]) -> None:
    """From the last to the first: every item stands before the one that follows it in the file."""
    ids = tuple(id for id, _, _ in drafted)
    for place, (id, row, label) in reversed(list(enumerate(drafted, start=1))):
        said = {"following": ids[place:], "among": frozenset(ids)}
        desk.parts.append(Part("position", id, said, row.sheet.title, row.number, label))
