"""Times and days as templates write them."""

from collections.abc import Callable
from datetime import date, datetime

from conference import gate
from projections import hours
from projections.agenda import Agenda
from projections.conference import ConferenceDocument


def clock_time(at: datetime | None, with_seconds: bool = False) -> str:
    """A time of day in the conference's zone, tabular; a dash while it is unknown."""
    if at is None:
        return "–"
    return at.astimezone(gate.shelf().conference.zone).strftime(
        "%H:%M:%S" if with_seconds else "%H:%M"
    )


def day_of(day: str | None) -> str:
    """An ISO day as people write it: 25/3/2019; a dash while it is unknown."""
    if day is None:
        return "–"
    year, month, date = day.split("-")
    return f"{int(date)}/{int(month)}/{year}"


def local_day(at: datetime) -> str:
    """The day of an instant in the conference's zone."""
    return day_of(at.astimezone(gate.shelf().conference.zone).date().isoformat())


def hour_beside(
    at: datetime | None,
    beside: date | None = None,
    conference: ConferenceDocument | None = None,
) -> str:
    """An hour in the conference's zone, with its day where a reader would take it for another."""
    return hours.hour(conference or gate.shelf().conference, at, beside)


def typed_hour(at: datetime | None, agenda: Agenda | None = None) -> str:
    """What stands in the field of a form that asks for this instant."""
    return hours.typed(gate.shelf().conference, at, agenda)


FILTERS: dict[str, Callable[..., str]] = {
    "clock": clock_time,
    "day": day_of,
    "local_day": local_day,
    "hour": hour_beside,
    "typed": typed_hour,
}
