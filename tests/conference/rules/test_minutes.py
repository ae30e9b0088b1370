"""Minutes as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conference.errors import Refused
from conference.rules.minutes import LONGEST, minutes_of


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
