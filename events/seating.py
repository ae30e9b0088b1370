"""Facts of the seating: the hall as adopted, and who sits where and why."""

from typing import ClassVar, TypedDict
from uuid import UUID

from events.base import Created, Fact


class HallRow(TypedDict):
    """A row, from the stage outward: its label, its seats, and after which seats an aisle is."""

    label: str
    seats: int
    aisles: list[int]


class SeatTaken(TypedDict):
    """`seat` is a label such as "B-07"; `reason` a code of the planner with its facts."""

    seat: str
    guest: UUID
    reason: str


class SeatingBegun(Created):
    """The story of a conference's seating begins, without a hall."""

    TOPIC: ClassVar[str] = "seating-begun"


class HallAdopted(Fact):
    """The hall from now on; seats that no longer exist are vacated.

    `presidium` seats stand on the stage. `stairs` and `lectern`: left or right, seen from the hall.
    `unusable` are seat labels that nobody gets.
    """

    TOPIC: ClassVar[str] = "hall-adopted"
    name: str
    rows: list[HallRow]
    presidium: int
    stairs: str
    lectern: str
    unusable: list[str]


class SeatingAccepted(Fact):
    """A whole proposed seating, accepted as one fact. `seed` lets the planner be asked again."""

    TOPIC: ClassVar[str] = "seating-accepted"
    seats: list[SeatTaken]
    seed: int


class SeatPinned(Fact):
    """The guest keeps this seat whatever the planner proposes."""

    TOPIC: ClassVar[str] = "seat-pinned"
    seat: str
    guest: UUID
    reason: str


class SeatUnpinned(Fact):
    """The next proposal may move whoever sits here."""

    TOPIC: ClassVar[str] = "seat-unpinned"
    seat: str


class SeatsSwapped(Fact):
    """The guests of two seats changed places; one of the seats may be empty."""

    TOPIC: ClassVar[str] = "seats-swapped"
    seat: str
    other: str


class SeatVacated(Fact):
    """Nobody sits here any longer."""

    TOPIC: ClassVar[str] = "seat-vacated"
    seat: str
    reason: str


class ReserveChosen(Fact):
    """Seats kept for walk-ins, in the order in which they are given away; nobody else is proposed
    for them."""

    TOPIC: ClassVar[str] = "reserve-chosen"
    seats: list[str]


class ReserveSeatGiven(Fact):
    """A walk-in got the next free seat of the reserve, and keeps it."""

    TOPIC: ClassVar[str] = "reserve-seat-given"
    seat: str
    guest: UUID
