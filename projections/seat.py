"""A seat of the plan as it is read, and what there is to look at in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from projections.guest import Guest


@dataclass(frozen=True)
class Seat:
    """A seat. `freed` is who still holds it and will not come: nobody sits there. `reason` is a
    code with its facts, `note` what was said when it was pinned; `reserve`: kept for walk-ins."""

    label: str
    row: str
    number: int
    usable: bool = True
    guest: Guest | None = None
    freed: Guest | None = None
    reason: str | None = None
    pinned: bool = False
    note: str = ""
    reserve: bool = False


@dataclass(frozen=True)
class Attention:
    """A seat to look at. `code`: declined, withdrawn, excused, or substituted: who comes now was
    not meant when the seat was given."""

    code: str
    seat: str
    guest: Guest


def warnings_of(seat: Seat) -> Iterator[Attention]:
    if seat.freed:
        yield Attention(seat.freed.answer, seat.label, seat.freed)
    elif seat.guest and seat.guest.excuse is not None:
        yield Attention("excused", seat.label, seat.guest)
    elif seat.guest and seat.guest.substitute and by_rank(seat.reason or ""):
        yield Attention("substituted", seat.label, seat.guest)


def by_rank(reason: str) -> bool:
    """Whether a seat was given for a rank, which a substitute does not inherit."""
    return reason.split(" ")[0] in ("precedence", "presidium")
