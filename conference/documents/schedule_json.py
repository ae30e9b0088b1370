"""The programme as schedule.json (frab, c3voc), strictly by the published schema."""

import json
import re
from typing import Any

from conference.documents.schedule_days import SLOT, Day, Event, Schedule, schedule
from conference.rules.schedule_words import slug
from projections.library import Shelf

ZONE = re.compile(r"[A-Z][a-z]+/[A-Z][a-z]+")
"""How the schema thinks that every zone begins; others are left out, since they are optional."""


def schedule_json(shelf: Shelf, *, page: str, release: int | None) -> bytes:
    """The file as of the shelf's position; `page` is the address of the public page."""
    said = schedule(shelf, page=page, release=release)
    whole = {
        "generator": {"name": "Lễ đài", "version": "1"},
        "schedule": {"version": said.version, "conference": conference(said)},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def conference(said: Schedule) -> dict[str, Any]:
    """The conference with its days; its own page is the only address in it."""
    zone = {"time_zone_name": said.zone} if ZONE.match(said.zone) or said.zone == "UTC" else {}
    return {
        "acronym": said.acronym,
        "title": said.title,
        "start": said.days[0].date.isoformat(),
        "end": said.days[-1].ends_at.date().isoformat(),
        "daysCount": len(said.days),
        "timeslot_duration": SLOT,
        **zone,
        "url": said.url,
        "tracks": [{"name": track, "slug": slug(track)} for track in said.tracks],
        "rooms": [{"name": said.room, "guid": str(said.room_guid)}],
        "days": [day(one, said.room) for one in said.days],
    }


def day(one: Day, room: str) -> dict[str, Any]:
    return {
        "index": one.index,
        "date": one.date.isoformat(),
        "day_start": one.starts_at.isoformat(),
        "day_end": one.ends_at.isoformat(),
        "rooms": {room: [event(each, room) for each in one.events]},
    }


def event(one: Event, room: str) -> dict[str, Any]:
    return {
        "guid": str(one.guid),
        "id": one.number,
        "date": one.starts_at.isoformat(),
        "start": f"{one.starts_at:%H:%M}",
        "end": one.ends_at.isoformat(),
        "duration": one.duration,
        "room": room,
        "slug": one.slug,
        "url": one.url,
        "title": one.title,
        "subtitle": one.subtitle,
        "track": one.track,
        "type": one.type,
        "language": "vi",
        "abstract": "",
        "persons": [{"name": person} for person in one.persons],
        "links": [],
    }
