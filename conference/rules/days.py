"""Days as people here write them: 25/3/2019, on pages, papers and in the history alike."""

from datetime import date

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def written_day(day: date) -> str:
    """Day, month, year, without leading zeros."""
    return f"{day.day}/{day.month}/{day.year}"


def weekday(day: date) -> str:
    """The day's name in the week, which papers put before its date."""
    return WEEKDAYS[day.weekday()]
