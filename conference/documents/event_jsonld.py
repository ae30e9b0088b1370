"""The conference as search engines read it: a schema.org Event with its programme (JSON-LD).

No guest and no recipient is in it; who speaks is, as on the programme that is given out.
"""

import json
from datetime import date, timedelta
from typing import Any

from projections.agenda_item import AgendaItem
from projections.library import Shelf

HERE, BOTH = "OfflineEventAttendanceMode", "MixedEventAttendanceMode"
"""In the hall alone, or at remote sites (điểm cầu) as well."""


def event_jsonld(shelf: Shelf, *, page: str) -> str | None:
    """The Event, to stand inside a script element; None while nobody knows the day.

    `page` is the address of the public page.
    """
    conference, agenda = shelf.conference, shelf.agenda
    if agenda.starts_at is None and conference.held_on is None:
        return None
    whole = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": conference.title,
        **when(shelf),
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": f"https://schema.org/{BOTH if conference.sites else HERE}",
        "location": place(shelf),
        "organizer": {"@type": "Organization", "name": conference.host},
        "description": conference.theme,
        "inLanguage": "vi",
        "url": page,
        "subEvent": [part(shelf, item) for item in agenda.items if item.starts_at],
    }
    return escaped({name: value for name, value in whole.items() if value})


def when(shelf: Shelf) -> dict[str, Any]:
    """Begin and end with their offset; the days alone while no hour is known."""
    agenda, zone = shelf.agenda, shelf.conference.zone
    if agenda.starts_at is None:
        held = date.fromisoformat(shelf.conference.held_on or "")
        return {"startDate": held.isoformat(), "endDate": held.isoformat()}
    ends = agenda.ends_at or agenda.starts_at
    starts = agenda.starts_at.astimezone(zone)
    return {"startDate": starts.isoformat(), "endDate": ends.astimezone(zone).isoformat()}


def place(shelf: Shelf) -> dict[str, Any] | None:
    conference = shelf.conference
    if not conference.venue:
        return None
    return {
        "@type": "Place",
        "name": conference.venue,
        "address": conference.address or conference.venue,
    }


def part(shelf: Shelf, item: AgendaItem) -> dict[str, Any]:
    """One item; what is left out since the release is cancelled, not silently gone."""
    assert item.starts_at is not None
    starts = item.starts_at.astimezone(shelf.conference.zone)
    status = "EventCancelled" if item.left_out else "EventScheduled"
    said = {
        "@type": "Event",
        "name": item.title,
        "startDate": starts.isoformat(),
        "endDate": (starts + timedelta(minutes=item.lasting)).isoformat(),
        "eventStatus": f"https://schema.org/{status}",
        "location": place(shelf),
        "performer": list(performers(item)),
    }
    return {name: value for name, value in said.items() if value}


def performers(item: AgendaItem) -> list[dict[str, str]]:
    """The speaker and the unit; else who carries it out, as the programme names them."""
    found = [("Person", item.speaker), ("Organization", item.unit or item.owner)]
    return [{"@type": kind, "name": name} for kind, name in found if name]


def escaped(said: dict[str, Any]) -> str:
    """JSON that cannot end the script element it stands in, whatever a title holds."""
    text = json.dumps(said, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
