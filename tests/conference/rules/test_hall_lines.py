"""A hall's rows as lines of text."""

import pytest
from builders_seating import rows
from hypothesis import given
from hypothesis import strategies as st

from conference.errors import Refused
from conference.rules.hall_lines import lines_of, rows_of


def test_a_line_is_a_row_of_blocks_with_aisles_between() -> None:
    assert rows_of("A 6+8+6") == [{"label": "A", "seats": 20, "aisles": [6, 14]}]


@pytest.mark.parametrize("line", ["A-C 4", "A–C: 4", "A - C : 4", "\nA-B 4\n\nC 4\n"])
def test_rows_alike_share_a_line(line: str) -> None:
    assert rows_of(line) == rows(4, 4, 4)


def test_rows_may_be_numbered() -> None:
    assert [row["label"] for row in rows_of("9-11 5+5")] == ["9", "10", "11"]


@pytest.mark.parametrize(
    "line", ["A", "A x", "A 6++8", "A 6+8+", "C-A 4", "A-12 4", "9-3 4", "AA-AC 4"]
)
def test_a_line_that_is_not_understood_is_named(line: str) -> None:
    with pytest.raises(Refused) as refused:
        rows_of(f"Z 3\n{line}")
    assert (refused.value.code, refused.value.facts) == ("seating.line", {"line": 2})


def test_neighbours_alike_are_written_as_one_line() -> None:
    assert lines_of(rows_of("A-D 6+8\nE 6+8+2\nG 6+8+2\n1-2 4")) == (
        "A-D 6+8\nE 6+8+2\nG 6+8+2\n1 4\n2 4"
    )


@given(st.lists(st.tuples(st.integers(2, 200), st.sets(st.integers(1, 199))), max_size=26))
def test_what_is_written_is_read_again(halls: list[tuple[int, set[int]]]) -> None:
    labels = [chr(ord("A") + number) for number in range(len(halls))]
    written = [
        {"label": label, "seats": seats, "aisles": sorted(a for a in aisles if a < seats)}
        for label, (seats, aisles) in zip(labels, halls, strict=True)
    ]
    assert rows_of(lines_of(written)) == written
