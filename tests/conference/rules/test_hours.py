"""Hours with and without a day, as people write them beside a programme."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conference.errors import Refused
from conference.rules.hours import DayHour, hour_of, on, written_hour

DAY = date(2019, 3, 25)
NEXT = datetime(2019, 3, 26, 7, 30)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("7:30", datetime(2019, 3, 25, 7, 30)),
        ("7:30 26/3", NEXT),
        ("7h30 26/3", NEXT),
        ("7h30 ngày 26/3/2019", NEXT),
        ("07:30, 26/03", NEXT),
        ("26/3 7:30", NEXT),
        ("ngày 26/3/2019 lúc 7 giờ 30", NEXT),
        ("7 giờ 30 phút ngày 26-3", NEXT),
        ("0:30 1/1", datetime(2019, 1, 1, 0, 30)),
        ("0:30 31/12", datetime(2018, 12, 31, 0, 30)),
    ],
)
def test_an_hour_with_its_day_is_understood(typed: str, meant: datetime) -> None:
    said = hour_of(typed)
    assert (said if isinstance(said, datetime) else on(said, DAY)) == meant


def test_a_day_without_a_year_is_the_nearest_even_over_new_year() -> None:
    assert on(DayHour(time(0, 30), 1, 1), date(2019, 12, 31)) == datetime(2020, 1, 1, 0, 30)
    with pytest.raises(ValueError, match="empty"):
        on(DayHour(time(8), 29, 2), date(2022, 3, 1))


@pytest.mark.parametrize("typed", ["7:30 31/2", "7:30 26/13", "26/3", "7:30 26/3/19", "7:30 /3"])
def test_what_is_no_hour_of_any_day_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match=r"field\.instant"):
        hour_of(typed)


@given(st.dates(date(2018, 1, 1), date(2021, 1, 1)), st.times(), st.sampled_from([DAY, None]))
def test_what_is_written_is_read_again(day: date, hour: time, assumed: date | None) -> None:
    at = datetime.combine(day, hour.replace(second=0, microsecond=0))
    said = hour_of(written_hour(at, assumed))
    assert at in (said, isinstance(said, (time, DayHour)) and on(said, DAY))


def test_the_day_is_written_where_it_is_not_the_one_assumed() -> None:
    assert written_hour(NEXT, NEXT.date()) == "07:30"
    assert written_hour(NEXT, DAY) == "07:30 26/3"
    assert written_hour(NEXT, date(2018, 12, 31)) == "07:30 26/3"
    assert written_hour(NEXT, date(2018, 3, 31)) == "07:30 26/3/2019"
    assert written_hour(NEXT, None) == "07:30 26/3/2019"
