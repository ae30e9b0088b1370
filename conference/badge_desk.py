"""The desk at which badges are printed: whose, and which printings are shown, by who asks.

A badge carries its guest's code. Who may not find guests by name prints those of walk-ins alone,
who are in the hall already, and sees no paper with anybody else's on it.
"""

from conference import gate
from conference.errors import Forbidden
from projections.badges import Printing, of_walk_ins
from projections.guest_list import GuestList
from projections.library import Shelf


def listed_here(shelf: Shelf) -> GuestList:
    """Everybody, or the walk-ins alone."""
    listed = shelf.guest_list
    return listed if gate.allowed("print_any_badge") else of_walk_ins(listed)


def printings_here(shelf: Shelf) -> tuple[Printing, ...]:
    """The printings that are shown, the newest first."""
    return tuple(one for one in shelf.badges.printings if shown_here(shelf, one))


def shown_here(shelf: Shelf, printing: Printing) -> bool:
    """Whether all on it are whose badges who asks may print."""
    rows = shelf.guest_list.by_id
    walked = (rows[guest].kind == "walk_in" for guest in printing.guests)
    return gate.allowed("print_any_badge") or all(walked)


def show(shelf: Shelf, printing: Printing) -> None:
    """Refuse a paper with somebody's badge on it whom who asks may not print."""
    if not shown_here(shelf, printing):
        raise Forbidden(gate.roles_here(), "print_any_badge")
