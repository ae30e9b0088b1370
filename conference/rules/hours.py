"""Hours beside a programme as people write and read them: with the day where it is another one.

"07:30" is the day that everybody there has in mind, "07:30 26/3" is not.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from conference.errors import Refused
from conference.rules.minutes import clock_of, plain

DAY = r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})(?:[/.-](?P<year>\d{4}))?"

FORMS = (
    re.compile(rf"(?P<hour>[^/]{{1,20}}?)[\s,]+(?:(?:ngày|ngay|on)\s+)?{DAY}"),
    re.compile(rf"(?:(?:ngày|ngay|on)\s+)?{DAY}[\s,]+(?:(?:lúc|luc|at)\s+)?(?P<hour>[^/]{{1,20}})"),
)


NEAR = timedelta(days=180)
"""Less than half a year: of the days with this name, none is nearer."""


@dataclass(frozen=True)
class DayHour:
    """An hour with day and month, whose year is the one nearest to the conference."""

    hour: time
    day: int
    month: int

    def near(self, day: date) -> datetime:
        """On the day of this name that is nearest; ValueError where no year around has it."""
        known = [self.day_in(year) for year in (day.year - 1, day.year, day.year + 1)]
        nearest = min(filter(None, known), key=lambda one: abs(one - day))
        return datetime.combine(nearest, self.hour)

    def day_in(self, year: int) -> date | None:
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def written_hour(at: datetime, assumed: date | None) -> str:
    """The hour of a local time; with its day where that is not the assumed one, and with the year
    where the day is not near."""
    return f"{at:%H:%M} {other_day(at, assumed)}".rstrip()


def other_day(at: datetime, assumed: date | None) -> str:
    """The day as it stands behind the hour; nothing where it is the assumed one."""
    if at.date() == assumed:
        return ""
    year = "" if assumed and abs(at.date() - assumed) < NEAR else f"/{at.year}"
    return f"{at.day}/{at.month}{year}"


def hour_of(text: str) -> time | DayHour | datetime:
    """ "7:30", "7h30 26/3", "26/3/2019 7:30", "7h30 ngày 26/3" as far as it says.

    Refused("field.instant") for anything else.
    """
    written = plain(text)
    found = next(filter(None, (form.fullmatch(written) for form in FORMS)), None)
    if found is None:
        return clock_of(text)
    hour, day, month = clock_of(found["hour"]), int(found["day"]), int(found["month"])
    try:
        # A leap year: whether there is a 29 February is known once the year is.
        date(int(found["year"] or 2000), month, day)
    except ValueError as error:
        raise Refused("field.instant") from error
    if found["year"]:
        return datetime.combine(date(int(found["year"]), month, day), hour)
    return DayHour(hour, day, month)


def on(hour: time | DayHour, day: date) -> datetime:
    """The local time that is meant by one whose conference is held on this day."""
    return hour.near(day) if isinstance(hour, DayHour) else datetime.combine(day, hour)
