"""Working days: weekends, holidays by both calendars, and the lead time of an invitation."""

from datetime import date

import pytest

from conference.rules.working_days import LEAD, holidays, is_working, latest, lead


@pytest.mark.parametrize(
    ("sent", "held", "days"),
    [
        ((2019, 3, 19), (2019, 3, 25), 3),  # Tuesday to Monday: Wednesday, Thursday, Friday
        ((2019, 3, 20), (2019, 3, 25), 2),
        ((2018, 1, 31), (2018, 2, 6), 3),  # the tree planting of Hải Dương (case 09)
        ((2019, 1, 30), (2019, 2, 12), 3),  # over the lunar New Year
        ((2019, 3, 25), (2019, 3, 25), 0),
        ((2019, 3, 26), (2019, 3, 25), 0),
    ],
)
def test_neither_the_day_of_sending_nor_that_of_the_meeting_counts(
    sent: tuple[int, int, int], held: tuple[int, int, int], days: int
) -> None:
    assert lead(date(*sent), date(*held)) == days


@pytest.mark.parametrize("held", [date(2019, 3, 25), date(2019, 2, 12), date(2026, 5, 5)])
def test_the_latest_day_leaves_just_enough(held: date) -> None:
    day = latest(held)
    assert lead(day, held) == LEAD
    assert lead(date.fromordinal(day.toordinal() + 1), held) < LEAD


def test_a_holiday_on_a_weekend_is_made_up_for() -> None:
    assert date(2019, 4, 14).weekday() == 6  # the Hùng Kings' day of 2019
    assert not is_working(date(2019, 4, 15))
    assert is_working(date(2019, 4, 16))


def test_a_year_that_no_table_knows_has_the_solar_holidays() -> None:
    assert len(holidays(2036)) == 4
