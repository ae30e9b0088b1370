"""Days as people here write them: 25/3/2019, on pages, papers and in the history alike."""

from datetime import date


def written_day(day: date) -> str:
    """Day, month, year, without leading zeros."""
    return f"{day.day}/{day.month}/{day.year}"
