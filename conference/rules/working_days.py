"""Working days in Việt Nam, and how long before a meeting its invitation has to go out."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

LEAD = 3
"""Working days that an invitation goes out before the meeting (Decision 45/2018/QĐ-TTg)."""

FIXED = ((1, 1), (4, 30), (5, 1), (9, 2))
"""Month and day of the holidays by the solar calendar (Labour Code 45/2019/QH14, article 112). The
second day of 2 September is chosen each year and therefore not counted here."""

TET = {
    2018: (2, 16),
    2019: (2, 5),
    2020: (1, 25),
    2021: (2, 12),
    2022: (2, 1),
    2023: (1, 22),
    2024: (2, 10),
    2025: (1, 29),
    2026: (2, 17),
    2027: (2, 6),
    2028: (1, 26),
    2029: (2, 13),
    2030: (2, 3),
    2031: (1, 23),
    2032: (2, 11),
    2033: (1, 31),
    2034: (2, 19),
    2035: (2, 8),
}
"""The first day of the lunar year (as in the library holidays 0.109, Vietnamese calendar)."""

HUNG_KINGS = {
    2018: (4, 25),
    2019: (4, 14),
    2020: (4, 2),
    2021: (4, 21),
    2022: (4, 10),
    2023: (4, 29),
    2024: (4, 18),
    2025: (4, 7),
    2026: (4, 26),
    2027: (4, 16),
    2028: (4, 4),
    2029: (4, 23),
    2030: (4, 12),
    2031: (4, 1),
    2032: (4, 19),
    2033: (4, 9),
    2034: (4, 28),
    2035: (4, 17),
}
"""The tenth of the third lunar month (as in the library holidays 0.109)."""

TET_DAYS = range(-1, 4)
"""Five days from New Year's Eve; which five is decided each year, mostly these (article 112)."""


def named_days(year: int) -> Iterator[date]:
    """The holidays of a year by their own dates; without the lunar ones where no table knows."""
    yield from (date(year, month, day) for month, day in FIXED)
    if year in TET:
        yield from (date(year, *TET[year]) + timedelta(days=n) for n in TET_DAYS)
        yield date(year, *HUNG_KINGS[year])


@cache
def holidays(year: int) -> frozenset[date]:
    """The days off beside weekends: one that falls on a weekend is made up for on the next
    working day (Labour Code 2019, article 111)."""
    free: set[date] = set()
    for day in sorted(named_days(year)):
        while day.weekday() >= 5 or day in free:
            day += timedelta(days=1)
        free.add(day)
    return frozenset(free)


def is_working(day: date) -> bool:
    return day.weekday() < 5 and day not in holidays(day.year)


def lead(sent: date, held: date) -> int:
    """Working days between, neither the day of sending nor that of the meeting counted (Civil
    Code 2015, article 147: a term begins on the next day)."""
    between = (sent + timedelta(days=n) for n in range(1, (held - sent).days))
    return sum(map(is_working, between))


def latest(held: date) -> date:
    """The last day on which an invitation goes out in time."""
    day, left = held, LEAD
    while left:
        day -= timedelta(days=1)
        left -= is_working(day)
    return day - timedelta(days=1)
