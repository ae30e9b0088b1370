"""Seats and their labels: the one way in which a hall's rows become labels such as "B-07"."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

STAGE = "CT"
"""Row label of the seats on the stage (Chủ tịch đoàn): no row of the hall may be called so."""

SIDES = ("left", "right")
"""Sides of the stage as seen from the hall."""


def seat_label(row: str, number: int) -> str:
    """Row and number; two digits, so that labels of a usual row sort as they stand."""
    return f"{row}-{number:02d}"


def stage_labels(presidium: int) -> list[str]:
    """The labels of the presidium's seats, from left to right as seen from the hall."""
    return [seat_label(STAGE, number) for number in range(1, presidium + 1)]


def row_labels(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The labels of all seats of the rows, front to back and left to right."""
    for row in rows:
        for number in range(1, row["seats"] + 1):
            yield seat_label(row["label"], number)


def hall_labels(rows: Iterable[Mapping[str, Any]], presidium: int) -> list[str]:
    """All labels of a hall: the stage first, then its rows from front to back."""
    return [*stage_labels(presidium), *row_labels(rows)]
