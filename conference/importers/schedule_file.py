"""A programme that others have written (schedule.xml, schedule.json), read leniently.

What real feeds get wrong is passed over: 31C3's has 224 errors by its own schema (formats.md 3.3).
"""

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from conference.errors import BadCell, BadSheet
from conference.importers.schedule_xml import Node, Unread, read_xml

MOST_BYTES = 5 * 1024 * 1024
"""The largest file that is read; 38C3's programme of 1,007 events takes 3 MB."""


MOST = 5_000
"""Events of a file in all its rooms; one room's may be 500."""


@dataclass(frozen=True)
class Entry:
    """One event as the file has it, at `row` of all; `starts_at` as it is written, and `opens`,
    when its day begins."""

    row: int
    room: str
    guid: str
    title: str
    subtitle: str
    type: str
    track: str
    day: str
    opens: str
    starts_at: str
    start: str
    duration: str
    persons: tuple[str, ...]


def entries_of(data: bytes) -> tuple[Entry, ...]:
    """All events of a file in its own order. BadSheet with one sentence for what is none."""
    if len(data) > MOST_BYTES:
        raise unread("schedule.too-large")
    begins = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    try:
        events = of_json(data) if begins in (b"{", b"[") else of_xml(read_xml(data))
        found = tuple(islice(events, MOST + 1))
    except Unread as why:
        raise unread(str(why)) from why
    if not 0 < len(found) <= MOST:
        raise unread("schedule.too-many" if found else "schedule.no-events")
    return found


def unread(code: str) -> BadSheet:
    """The refusal of a whole file."""
    return BadSheet([BadCell("", 0, "", code, most_mb=MOST_BYTES // 1024**2)])


def of_xml(top: Node) -> Iterator[Entry]:
    if top.tag != "schedule":
        raise Unread("schedule.unreadable")
    row = 0
    for day in top.all("day"):
        for room in day.all("room"):
            for event in room.all("event"):
                row += 1
                persons = (one for part in event.all("persons") for one in part.all("person"))
                said = {part.tag: part.text for part in event.parts}
                said |= {"room": event.child("room") or room.said.get("name", "")}
                said |= {"guid": event.said.get("guid", ""), "day": day.said.get("date", "")}
                said |= {"opens": day.said.get("start", "")}
                yield entry(row, said, [person.text for person in persons])


def of_json(data: bytes) -> Iterator[Entry]:
    try:
        whole = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Unread("schedule.unreadable") from error
    inner = of(whole, "schedule") or whole
    row = 0
    for day in listed(of(of(inner, "conference"), "days")):
        rooms = of(day, "rooms")
        for room, events in rooms.items() if isinstance(rooms, dict) else ():
            for event in listed(events):
                row += 1
                said = event if isinstance(event, dict) else {}
                persons = [
                    of(one, "name") or of(one, "public_name") for one in listed(of(said, "persons"))
                ]
                when = {"day": of(day, "date"), "opens": of(day, "day_start")}
                yield entry(row, {"room": room, **said, **when}, persons)


def of(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, dict) else None


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def entry(row: int, said: dict[str, Any], persons: list[Any]) -> Entry:
    return Entry(
        row=row,
        day=words(said.get("day")),
        opens=words(said.get("opens")),
        starts_at=words(said.get("date")),
        persons=tuple(filter(None, map(words, persons))),
        **{name: words(said.get(name)) for name in OF_AN_EVENT},
    )


OF_AN_EVENT = ("room", "guid", "title", "subtitle", "type", "track", "start", "duration")


def words(value: Any) -> str:
    """One line of text, composed; empty for whatever is none."""
    text = str(value) if isinstance(value, str | int | float) else ""
    return unicodedata.normalize("NFC", " ".join(text.split()[:200]))
