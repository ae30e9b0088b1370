"""What papers show of a guest: who comes, as what, from where."""

from typing import Any

from conference.documents.paper_frame import Reader
from projections.guest import Guest


def face(guest: Guest, reader: Reader) -> dict[str, Any]:
    """What stands on a badge or a name tent: who comes; a post whose holder is not known yet, or
    a place of a group, in the name's stead."""
    who = guest.substitute or guest
    name = guest.coming or who.post or reader.say("badge-paper.delegate")
    return {
        "honorific": capital(who.honorific) if guest.coming else "",
        "name": name,
        "post": (who.post or "") if guest.coming else "",
        "body": guest.body or "",
        "group": reader.group(guest.group),
    }


def capital(word: str | None) -> str:
    return word[:1].upper() + word[1:] if word else ""


def placed(guest: Guest, reader: Reader) -> str:
    """A place of a group by its number, until it has a name; '' for every other guest."""
    delegate = reader.say("badge-paper.delegate")
    return f"{delegate} {guest.number}/{guest.of}" if guest.of else ""
