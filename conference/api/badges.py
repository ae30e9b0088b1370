"""Badges and name tents as JSON: whose is due, what was printed, and printing them."""

from typing import Any

from conference import gate
from conference.api.badges_documents import BadgesSchema
from conference.api.door import noun, read, write
from conference.badge_desk import listed_here, printings_here
from conference.commands.badges import PrintBadges, PrintTents, print_badges, print_tents
from projections.badges import presidium, printable
from projections.library import Shelf

pages = noun("badges", "Whose badge is due, and the printings there were")

BADGES = "/conferences/<uuid:conference_id>/badges"


def badges(shelf: Shelf) -> dict[str, Any]:
    listed = listed_here(shelf)
    due = [{"guest": one.id, "state": shelf.badges.state(one)} for one in shelf.badges.due(listed)]
    tents = [
        {"guest": one.id, "state": shelf.badges.tent_state(one)}
        for one in shelf.badges.tents_due(printable(listed))
    ]
    whole = gate.allowed("print_tents")
    said = {"tents_due": tents, "tent_printings": shelf.badges.tent_printings if whole else ()}
    return {"size": shelf.badges.size, "due": due, "printings": printings_here(shelf), **said}


def printed(store: Any, stamp: Any, **said: Any) -> Any:
    shelf = gate.shelf()
    known: dict[str, Any] = {"listed": listed_here(shelf), "position": shelf.position}
    return print_badges(store, stamp, **known, **said)


def printed_tents(store: Any, stamp: Any, **said: Any) -> Any:
    shelf = gate.shelf()
    known: dict[str, Any] = {"listed": shelf.guest_list, "position": shelf.position}
    known["presidium"] = presidium(shelf.seating_plan)
    return print_tents(store, stamp, **known, **said)


printed.__name__ = print_badges.__name__
printed_tents.__name__ = print_tents.__name__

read(pages, BADGES, BadgesSchema, badges, act="print_badges", name="read_badges")
write(pages, f"{BADGES}/printings", PrintBadges, printed, makes="printing")
write(pages, f"{BADGES}/tents", PrintTents, printed_tents, makes="printing")
