"""The programme as schedule.xml (frab, c3voc), strictly by the published schema."""

import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from conference.documents.schedule_days import SLOT, Day, Event, schedule
from conference.rules.schedule_words import slug
from projections.library import Shelf

UNLAWFUL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold, not even escaped (XML 1.0, 2.2)."""


def schedule_xml(shelf: Shelf, *, page: str, release: int | None) -> bytes:
    """The file as of the shelf's position; `page` is the address of the public page."""
    said = schedule(shelf, page=page, release=release)
    top = Element("schedule")
    SubElement(top, "generator", name="Lễ đài", version="1")
    put(top, "version", said.version)
    about = SubElement(top, "conference")
    put(about, "title", said.title)
    put(about, "acronym", said.acronym)
    put(about, "start", said.days[0].date.isoformat())
    put(about, "end", said.days[-1].ends_at.date().isoformat())
    put(about, "days", str(len(said.days)))
    put(about, "timeslot_duration", SLOT)
    put(about, "url", said.url)
    put(about, "time_zone_name", said.zone)
    for track in said.tracks:
        SubElement(about, "track", name=track, slug=slug(track)).text = track
    for day in said.days:
        room = room_of(SubElement(top, "day", frame(day)), said.room, str(said.room_guid))
        for event in day.events:
            write(room, event, said.room)
    indent(top)
    made: bytes = tostring(top, encoding="utf-8", xml_declaration=True)
    return made


def frame(day: Day) -> dict[str, str]:
    starts, ends = day.starts_at.isoformat(), day.ends_at.isoformat()
    return {"index": str(day.index), "date": day.date.isoformat(), "start": starts, "end": ends}


def room_of(day: Element, name: str, guid: str) -> Element:
    return SubElement(day, "room", name=lawful(name), guid=guid)


def write(room: Element, event: Event, name: str) -> None:
    made = SubElement(room, "event", guid=str(event.guid), id=str(event.number))
    said: dict[str, Any] = {
        "date": event.starts_at.isoformat(),
        "start": f"{event.starts_at:%H:%M}",
        "duration": event.duration,
        "room": name,
        "slug": event.slug,
        "url": event.url,
        "title": event.title,
        "subtitle": event.subtitle,
        "track": event.track,
        "type": event.type,
        "language": "vi",
        "abstract": "",
    }
    for tag, text in said.items():
        put(made, tag, text)
    persons = SubElement(made, "persons")
    for person in event.persons:
        put(persons, "person", person)


def put(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = lawful(text)


def lawful(text: str) -> str:
    return UNLAWFUL.sub("", text)
