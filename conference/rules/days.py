"""Days as people here write them: 25/3/2019, on pages, papers and in the history alike."""

from datetime import date, datetime, timedelta

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def written_day(day: date) -> str:
    """Day, month, year, without leading zeros."""
    return f"{day.day}/{day.month}/{day.year}"


def written_iso(day: str) -> str:
    """The same of an ISO day: 2019-03-25 is 25/3/2019."""
    return written_day(date.fromisoformat(day))


def weekday(day: date) -> str:
    """The day's name in the week, which papers put before its date."""
    return WEEKDAYS[day.weekday()]


NEAR = timedelta(hours=12)
"""Within so much of its start a conference may begin early or late without being asked about."""


def far(starts_at: datetime | None, at: datetime) -> bool:
    """Whether this moment is another day than that of the start, as far as one is known."""
    return starts_at is not None and abs(at - starts_at) > NEAR
