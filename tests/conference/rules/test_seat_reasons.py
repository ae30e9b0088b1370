"""Reasons of seats are recorded as short text and read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conference.rules.seat_reasons import REASONS, SeatReason, read_reason


@given(st.sampled_from(sorted(REASONS)), st.lists(st.integers(0, 999_999), min_size=4, max_size=4))
def test_a_recorded_reason_is_read_again(code: str, numbers: list[int]) -> None:
    reason = SeatReason(code, dict(zip(REASONS[code], numbers, strict=False)))
    assert read_reason(str(reason)) == reason


@pytest.mark.parametrize(
    "written",
    ["", "recipient", "recipient turn=2", "pinned n=1", "whim", "precedence n=x", "place n=١"],
)
def test_anything_else_is_no_reason(written: str) -> None:
    with pytest.raises(ValueError):
        read_reason(written)
