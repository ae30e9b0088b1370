"""Instants as pages, papers and forms of a conference write them, and as what is typed is meant."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from conference.rules.hours import hour_of, written_hour
from projections.agenda import Agenda
from projections.conference import ConferenceDocument

HALF_A_DAY = timedelta(hours=12)
"""An hour that comes within it after the start belongs to the night that the start begins."""


def hour(conference: ConferenceDocument, at: datetime | None, beside: date | None = None) -> str:
    """The hour; with the day where it is another than the one `beside` which it is read, or than
    the conference's own. A dash while it is unknown."""
    if at is None:
        return "–"
    return written_hour(at.astimezone(conference.zone), beside or day_of(conference))


def lived_on(
    conference: ConferenceDocument, now: datetime, instants: Iterable[datetime | None]
) -> date | None:
    """The day that somebody has in mind who looks at these instants now: today, if any of them is
    today; else the conference's own."""
    today = now.astimezone(conference.zone).date()
    days = {at.astimezone(conference.zone).date() for at in instants if at}
    return today if today in days else day_of(conference)


def day_of(conference: ConferenceDocument) -> date | None:
    return date.fromisoformat(conference.held_on) if conference.held_on else None


def typed(conference: ConferenceDocument, at: datetime | None, agenda: Agenda | None = None) -> str:
    """An instant in the field of a form: as people would type it where that means this very
    instant again, else in full. A form saved as it was drawn changes nothing."""
    if at is None:
        return ""
    local = at.astimezone(conference.zone)
    for written in (hour(conference, at), written_hour(local, None)):
        if read(conference, written, agenda) == at:
            return written
    return local.isoformat()


def read(conference: ConferenceDocument, written: str, agenda: Agenda | None) -> datetime | None:
    """What a written hour would be taken for; None while the conference has no day."""
    said = hour_of(written)
    if conference.held_on is None and not isinstance(said, datetime):
        return None
    placed: datetime = meant(conference, said, agenda)
    return placed


def meant(conference: ConferenceDocument, value: Any, agenda: Agenda | None = None) -> Any:
    """What somebody typed (ConferenceDocument.meant), an hour of this programme where there is one:
    before its start it is the next day's, if the programme runs over midnight."""
    at = conference.meant(value)
    if not isinstance(value, time) or agenda is None or agenda.starts_at is None:
        return at
    local = at.astimezone(conference.zone)
    tomorrow: datetime = conference.meant(local.replace(tzinfo=None) + timedelta(days=1))
    starts_at = agenda.starts_at
    if at < starts_at <= tomorrow and (
        tomorrow - starts_at < HALF_A_DAY or over_midnight(conference, agenda)
    ):
        return tomorrow
    return at


def over_midnight(conference: ConferenceDocument, agenda: Agenda) -> bool:
    """Whether the programme ends on a later day than it starts."""
    days = [
        at.astimezone(conference.zone).date() for at in (agenda.starts_at, agenda.ends_at) if at
    ]
    return len(set(days)) > 1
