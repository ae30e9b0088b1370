"""Minutes and times of day as people type them."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conference.errors import Refused
from conference.rules.minutes import LONGEST, clock_of, minutes_of


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("1", 1),
        ("90", 90),
        (" 90 phút ", 90),
        ("90p", 90),
        ("90'", 90),
        ("5 min", 5),
        ("1h30", 90),
        ("1H30", 90),
        ("1:30", 90),
        ("1 giờ 30", 90),
        ("1 giờ 30 phút", 90),
        ("8:15", 495),
        ("8h15", 495),
        ("8g15", 495),
        ("8 giờ 15 phu\u0301t", 495),
        ("1h", 60),
        ("0h05", 5),
        ("1h59", 119),
        ("1440", LONGEST),
        ("24h", LONGEST),
    ],
)
def test_what_people_write_is_understood(typed: str, minutes: int) -> None:
    assert minutes_of(typed) == minutes


@pytest.mark.parametrize(
    "typed",
    ["", " ", "0", "0h", "0h00", "1h60", "1441", "24h01", "-5", "1.5", "1h30m20", "ten", "h30"],
)
def test_what_is_no_length_of_time_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match=r"field\.minutes"):
        minutes_of(typed)


@given(st.integers(1, LONGEST))
def test_minutes_and_hours_say_the_same(minutes: int) -> None:
    hours, rest = divmod(minutes, 60)
    assert minutes_of(str(minutes)) == minutes_of(f"{hours}h{rest:02}") == minutes


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_length_of_time_or_refused(typed: str) -> None:
    try:
        minutes: int | str = minutes_of(typed)
    except Refused as refused:
        minutes = refused.code
    assert minutes == "field.minutes" or minutes in range(1, LONGEST + 1)


@pytest.mark.parametrize(
    "typed", ["8:15", "08:15", "8h15", "8H15", " 8 giờ 15 ", "8g15", "08:15:00", "8 giờ 15 phút"]
)
def test_what_is_eight_hours_and_a_quarter_as_a_length_is_a_quarter_past_eight_as_a_start(
    typed: str,
) -> None:
    assert clock_of(typed) == time(8, 15)


@pytest.mark.parametrize(
    ("typed", "clock"), [("8h", time(8)), ("0:00", time()), ("23h59", time(23, 59))]
)
def test_the_first_and_the_last_minute_of_a_day_are_times_of_day(typed: str, clock: time) -> None:
    assert clock_of(typed) == clock


@pytest.mark.parametrize(
    "typed", ["", "8", "815", "90", "24:00", "8:60", "8:1", "8:", "-8:15", "8.15", "abc", "8h15m20"]
)
def test_what_is_no_time_of_day_or_could_be_a_length_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match=r"field\.instant"):
        clock_of(typed)


@given(st.times())
def test_every_minute_of_the_day_is_understood_in_both_spellings(moment: time) -> None:
    minute = moment.replace(second=0, microsecond=0)
    assert clock_of(f"{minute:%H:%M}") == clock_of(f"{minute.hour}h{minute:%M}") == minute
