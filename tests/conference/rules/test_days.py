"""Days as people write them."""

from datetime import date

import pytest

from conference.rules.days import written_day


@pytest.mark.parametrize(
    ("day", "words"), [(date(2019, 3, 25), "25/3/2019"), (date(2026, 11, 5), "5/11/2026")]
)
def test_a_day_is_written_without_leading_zeros(day: date, words: str) -> None:
    assert written_day(day) == words
