"""What the planner is told of a guest, and what it answers: a proposal."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from conference.rules.seat_reasons import SeatReason


@dataclass(frozen=True, slots=True)
class Guest:
    """A guest to be seated. `precedence`: 1 is highest, ties are broken by id.

    `body` is who he or she belongs with ('' sits alone); `leader` sits by rank in front;
    `presidium` is the order on the stage (0: the chair) or None; `turn` and `position` are the
    first time on stage for an award; `speaker` is the number of the speech; `substitute` stands
    in for somebody whose rank is not inherited; `absent` will not come.
    """

    id: UUID
    precedence: int
    body: str = ""
    leader: bool = False
    presidium: int | None = None
    turn: int | None = None
    position: int = 0
    speaker: int | None = None
    substitute: bool = False
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Placement:
    """A guest on a seat, and why."""

    seat: str
    guest: UUID
    reason: SeatReason


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who sits where, by seat in the hall's order, and who does not, with the reason's code.

    `first_cost` is what the rules alone gave, `cost` what the search found (rows, see cost.py).
    """

    placements: tuple[Placement, ...]
    unseated: tuple[tuple[UUID, str], ...]
    seed: int
    first_cost: int
    cost: int


Pins = Mapping[str, UUID]
"""Guests by the seat they keep."""


def by_precedence(guest: Guest) -> tuple[int, UUID]:
    return guest.precedence, guest.id
