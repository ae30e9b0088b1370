"""Builders of halls, of the planner's guests, and of a seating."""

from typing import Any

from builders import KIEN_GIANG, STAMP, given, id

from conference.domain.seating import Seating
from conference.planner.guest import Guest
from conference.planner.hall import Hall


def rows(*seats: int, aisles: tuple[int, ...] = ()) -> list[dict[str, Any]]:
    """Rows A, B, C … with so many seats."""
    labels = (chr(ord("A") + number) for number in range(len(seats)))
    return [
        {"label": label, "seats": count, "aisles": [a for a in aisles if a < count]}
        for label, count in zip(labels, seats, strict=True)
    ]


def a_hall(*seats: int, aisles: tuple[int, ...] = (), **said: Any) -> Hall:
    """A hall for the planner: stairs on the left, lectern on the right."""
    return Hall(rows(*seats, aisles=aisles), **said)


def guests(*names: str, **said: Any) -> list[Guest]:
    """Guests in this order of precedence, alike in everything else."""
    return [Guest(id(name), number, **said) for number, name in enumerate(names, 1)]


def hall_said(*seats: int, **said: Any) -> dict[str, Any]:
    """What AdoptHall says of a hall of these rows."""
    usual = {"name": "Hội trường", "presidium": 3, "stairs": "left", "lectern": "right"}
    return {**usual, "rows": rows(*seats or (4, 4)), "unusable": [], **said}


def a_seating(*taken: tuple[str, str], **hall: Any) -> Seating:
    """A seating in a hall of two rows of four, with guests by name on seats, nothing pending."""
    seats = [{"seat": seat, "guest": id(name), "reason": "place n=1"} for seat, name in taken]
    acts = [lambda s: s.adopt_hall(STAMP, **hall_said(**hall))]
    if seats:
        acts.append(lambda s: s.accept_seating(STAMP, seats=seats, seed=1))
    return given(lambda: Seating.begin_for(STAMP, KIEN_GIANG), *acts)
