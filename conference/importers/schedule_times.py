"""When an event of a programme that others have written starts, and how long it takes."""

import re
from datetime import date, datetime, timedelta

from conference.errors import Refused
from conference.importers.schedule_file import Entry
from conference.rules.minutes import clock_of


def begins(entry: Entry) -> datetime | None:
    """When the event starts, in whichever way the file says it; it may lack a zone."""
    at = instant(entry.starts_at) or by_its_day(entry)
    return at if at and 1900 < at.year < 3000 else None


def instant(written: str) -> datetime | None:
    """A day with an hour."""
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        return None
    return at if len(written) > len("2019-03-25") else None


def by_its_day(entry: Entry) -> datetime | None:
    """An hour of the day that it stands under, in the zone of the hour at which that day opens. An
    hour before that is past midnight: such a day goes on until its last event is over."""
    try:
        hour, day = clock_of(entry.start), date.fromisoformat(entry.day)
    except (Refused, ValueError):
        return None
    opens = instant(entry.opens)
    at = datetime.combine(day, hour, opens.tzinfo if opens else None)
    if opens and opens.date() == day and at < opens:
        at += timedelta(days=1)
    return at


def minutes(entry: Entry) -> int:
    """How long the event takes; 0 where the file does not say it in a way that is known."""
    found = re.fullmatch(r"(\d{1,3}):(\d{2})(:\d{2})?", entry.duration)
    if found:
        return int(found[1]) * 60 + int(found[2])
    return int(entry.duration) if re.fullmatch(r"\d{1,4}", entry.duration) else 0
