"""The rules of schedule.xml and schedule.json (formats.md 3.3, frab / c3voc), restated as code."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from xml.etree import ElementTree

UUID_FORM = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
ZONED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
LENGTH = re.compile(r"\d{1,2}:\d{2}")
SLUG = re.compile(r"[a-z0-9_]{4,}-[a-z0-9_-]{3,}[a-z0-9]")
ACRONYM = re.compile(r"[a-z0-9_]{4,}")
WEB = re.compile(r"https?://\S+")

NEEDED_XML = ["room", "title", "type", "date", "start", "duration", "abstract", "track"]
NEEDED_JSON = {
    *("abstract", "date", "duration", "guid", "id", "language", "links", "persons", "room"),
    *("slug", "start", "subtitle", "title", "track", "type", "url"),
}
OF_A_CONFERENCE = {
    *("title", "acronym", "days", "daysCount", "start", "end", "timeslot_duration"),
    *("time_zone_name", "url", "tracks", "rooms"),
}


def checked_xml(data: bytes) -> list[dict[str, str]]:
    """The events of a file that keeps every rule; AssertionError for one that does not."""
    top = ElementTree.fromstring(data)
    tags = [child.tag for child in top]
    assert tags == ["generator", "version", "conference", *["day"] * (len(tags) - 3)], tags
    assert len(tags) > 3
    about = {child.tag: child.text or "" for child in top.findall("conference/*")}
    assert ACRONYM.fullmatch(about["acronym"])
    assert all(
        re.fullmatch(r"[a-z][a-z0-9-]+", t.get("slug", ""))
        for t in top.iter("track")
        if t.get("name")
    )
    days = top.findall("day")
    assert [day.get("index") for day in days] == [str(n + 1) for n in range(len(days))]
    assert all(ZONED.fullmatch(day.get(name, "")) for day in days for name in ("start", "end"))
    assert all(room.get("name") for room in top.findall("day/room"))
    found = [
        {**{child.tag: child.text or "" for child in event}, **event.attrib}
        for event in top.findall("day/room/event")
    ]
    for event in found:
        assert set(NEEDED_XML) <= set(event)
        assert int(event["id"]) > 0
        one_event(event)
    unique(found)
    return found


def checked_json(data: bytes) -> list[dict[str, Any]]:
    """The same of the JSON form, which asks for more."""
    whole = json.loads(data)
    assert set(whole) <= {"schedule", "generator", "$schema"}
    about = whole["schedule"]["conference"]
    assert isinstance(whole["schedule"]["version"], str)
    assert set(about) <= OF_A_CONFERENCE
    assert ACRONYM.fullmatch(about["acronym"])
    assert about["daysCount"] == len(about["days"])
    assert all(UUID_FORM.fullmatch(room["guid"]) for room in about["rooms"])
    found = list(events_of(about))
    for event in found:
        assert NEEDED_JSON <= set(event) <= NEEDED_JSON | {"end"}
        assert isinstance(event["id"], int)
        assert all(set(person) == {"name"} for person in event["persons"])
        one_event(event)
    unique(found)
    return found


def events_of(about: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for index, day in enumerate(about["days"], 1):
        assert set(day) == {"index", "date", "day_start", "day_end", "rooms"}
        assert day["index"] == index
        assert datetime.fromisoformat(day["day_start"]) < datetime.fromisoformat(day["day_end"])
        for room, events in day["rooms"].items():
            assert all(event["room"] == room for event in events)
            yield from events


def one_event(event: dict[str, Any]) -> None:
    """What both forms ask of an event."""
    for name, form in (
        *(("guid", UUID_FORM), ("date", ZONED), ("start", HOUR)),
        *(("duration", LENGTH), ("slug", SLUG), ("url", WEB)),
    ):
        assert form.fullmatch(event[name]), (name, event[name])
    assert event["date"][11:16] == event["start"]


def unique(events: list[dict[str, Any]]) -> None:
    for name in ("guid", "id", "slug"):
        assert len({event[name] for event in events}) == len(events), name
