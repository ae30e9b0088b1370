"""What hours that somebody typed are taken for, and how that is said where it may surprise."""

from datetime import datetime, time
from typing import Any

from flask import g

from conference.errors import Refused
from conference.gate import shelf
from conference.rules.days import written_day
from conference.rules.hours import DayHour
from projections import hours

OF_THE_PROGRAMME = "fixed_start"
"""The field whose hour stands in a programme, which may run over midnight."""


def meant(said: dict[str, Any]) -> dict[str, Any]:
    """Instants in UTC; a local time is meant in the conference's zone, an hour on its own day."""
    if not any(isinstance(value, (datetime, time, DayHour)) for value in said.values()):
        return said
    return {name: placed(name, value) for name, value in said.items()}


def placed(name: str, value: Any) -> Any:
    conference = shelf().conference
    if isinstance(value, (time, DayHour)) and conference.held_on is None:
        raise Refused("conference.no-day")
    agenda = shelf().agenda if name == OF_THE_PROGRAMME else None
    try:
        at = hours.meant(conference, value, agenda)
    except ValueError as error:  # 29 February of a year without one
        raise Refused("field.instant") from error
    if isinstance(value, time) and at != conference.meant(value):
        g.understood = at
    return at


def understood() -> dict[str, str] | None:
    """Time and day for which an hour of this request was taken, where that is another than the
    conference's own day."""
    found: datetime | None = g.get("understood")
    if found is None:
        return None
    local = found.astimezone(shelf().conference.zone)
    return {"time": f"{local:%H:%M}", "day": written_day(local)}
