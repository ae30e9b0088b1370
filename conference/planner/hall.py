"""The hall: seats with their places, and how far each is from stairs, lectern, centre and front."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from conference.rules.seats import STAGE, seat_label

Side = Literal["left", "right"]
"""A side of the stage, as seen from the hall."""

SEAT = 2
"""Width of a seat in half seats: distances stay whole numbers when a row has an even count."""

AISLE = 3
"""Width of an aisle in half seats: 0.8 m beside a seat of 0.55 m, as halls have it."""

PITCH = 4
"""From row to row in half seats: 1 m, as halls have it."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat. `depth` 0 is on the stage, 1 the front row; `block` counts aisles to its left.

    `x` is its place beside the middle line in half seats (left is negative); distances are
    walked, sideways plus along the aisle, in half seats.
    """

    label: str
    row: str
    number: int
    depth: int
    block: int
    x: int
    to_stairs: int
    to_lectern: int

    @property
    def to_centre(self) -> int:
        return abs(self.x)

    @property
    def to_front(self) -> int:
        return self.depth * PITCH


@dataclass(frozen=True)
class Run:
    """Free seats side by side in one row, without an aisle between them, from left to right."""

    depth: int
    block: int
    seats: tuple[Seat, ...]

    @cached_property
    def from_centre(self) -> tuple[Seat, ...]:
        """The seats from that end which is nearer to the middle line."""
        outward = self.seats[0].to_centre <= self.seats[-1].to_centre
        return self.seats if outward else self.seats[::-1]

    def from_side(self, side: Side) -> tuple[Seat, ...]:
        """The seats from that end which is nearer to a side."""
        return self.seats if side == "left" else self.seats[::-1]

    @cached_property
    def x(self) -> int:
        """Its middle, in half seats."""
        return (self.seats[0].x + self.seats[-1].x) // 2


@dataclass(frozen=True)
class Hall:
    """Rows from the front to the back, as `{"label", "seats", "aisles": [after which seat]}`.

    `honour` is the side of honour of somebody who sits: the right one unless chosen otherwise.
    """

    rows: Sequence[Mapping[str, Any]]
    presidium: int = 0
    stairs: Side = "left"
    lectern: Side = "right"
    unusable: Collection[str] = ()
    honour: Side = "right"

    @cached_property
    def stage(self) -> tuple[Seat, ...]:
        """The usable seats on the stage, those of honour first: they look into the hall."""
        row = {"label": STAGE, "seats": self.presidium, "aisles": []}
        usable = (s for s in self._row(0, row) if s.label not in self.unusable)
        facing: Side = "left" if self.honour == "right" else "right"
        return tuple(sorted(usable, key=lambda seat: honour_key(seat, facing)))

    @cached_property
    def seats(self) -> tuple[Seat, ...]:
        """The usable seats of the rows, front to back and left to right."""
        numbered = enumerate(self.rows, 1)
        every = (seat for depth, row in numbered for seat in self._row(depth, row))
        return tuple(seat for seat in every if seat.label not in self.unusable)

    @cached_property
    def by_label(self) -> dict[str, Seat]:
        """Every usable seat, the stage first."""
        return {seat.label: seat for seat in (*self.stage, *self.seats)}

    def honoured(self, seats: Collection[Seat]) -> list[Seat]:
        """The seats as they are given by rank: front row first, from its middle outward."""
        return sorted(seats, key=lambda seat: (seat.depth, *honour_key(seat, self.honour)))

    @cached_property
    def half_width(self) -> int:
        """From the middle line to the side walls, in half seats."""
        return max((width_of(row) for row in self.rows), default=0) // 2 + AISLE

    def _row(self, depth: int, row: Mapping[str, Any]) -> Iterator[Seat]:
        left = -(width_of(row) // 2) + SEAT // 2
        block = 0
        for number in range(1, row["seats"] + 1):
            yield self._seat(row["label"], number, depth, block, left)
            block += number in row["aisles"]
            left += SEAT + (AISLE if number in row["aisles"] else 0)

    def _seat(self, row: str, number: int, depth: int, block: int, x: int) -> Seat:
        stairs = self._place(self.stairs, self.half_width)
        lectern = self._place(self.lectern, self.half_width // 2)
        away = depth * PITCH
        label = seat_label(row, number)
        return Seat(
            label, row, number, depth, block, x, abs(x - stairs) + away, abs(x - lectern) + away
        )

    def _place(self, side: Side, half_seats: int) -> int:
        return -half_seats if side == "left" else half_seats


def width_of(row: Mapping[str, Any]) -> int:
    """The width of a row in half seats."""
    return int(row["seats"]) * SEAT + len(row["aisles"]) * AISLE


def honour_key(seat: Seat, honour: Side) -> tuple[int, int]:
    """From the middle outward; of two seats equally far, that on the side of honour first."""
    return seat.to_centre, 0 if (seat.x > 0) == (honour == "right") else 1


def free_runs(hall: Hall, taken: Collection[str]) -> list[Run]:
    """What is still free in the rows, as runs: front to back, in a row from the middle outward."""
    runs: list[list[Seat]] = []
    last: Seat | None = None
    for seat in hall.seats:
        if seat.label in taken:
            continue
        beside = last and (last.depth, last.block, last.number + 1) == (
            seat.depth,
            seat.block,
            seat.number,
        )
        if beside:
            runs[-1].append(seat)
        else:
            runs.append([seat])
        last = seat
    found = [Run(seats[0].depth, seats[0].block, tuple(seats)) for seats in runs]
    return sorted(found, key=lambda run: (run.depth, run.from_centre[0].to_centre, run.x))
