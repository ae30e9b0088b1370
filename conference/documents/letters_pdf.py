"""The invitation letters on paper, in the form of Decree 30/2020, one page a guest."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from conference.documents.qr_svg import qr_svg
from conference.documents.typst_pdf import typeset
from projections.edition import as_invited
from projections.guest import Guest
from projections.letters import Addressee, addressees
from projections.library import Shelf

MASK = 2
"""One mask for all codes: what they say looks random anyway, so none makes large plain areas."""


Registered = tuple[str | None, str | None]
"""Number and ISO day under which the registry knows a sending."""


def letters_pdf(
    shelf: Shelf,
    guests: Sequence[Guest],
    address_of: Callable[[Guest], str],
    registered: Registered | None = None,
) -> bytes:
    """The letters as of the shelf's position. `address_of` is where a guest's door code leads; in
    capitals, so that its QR code stays small. `registered` is of a sending that is on its way,
    else it is each guest's last one. The form is the decree's: Vietnamese."""
    made = [one(guest, address_of(guest), registered) for guest in guests]
    return typeset("letters.typ", framed(shelf) | {"letters": made})


def groups_letter_pdf(shelf: Shelf, registered: Registered) -> bytes:
    """One letter to all groups together, in the organiser's order; it opens no door."""
    number, dated_on = registered
    to = [addressed(found) for found in addressees(shelf.guest_list)]
    letter = {"to": to, "number": number, "dated": day(dated_on), "qr": None}
    return typeset("letters.typ", framed(shelf) | {"letters": [letter]})


def addressed(found: Addressee) -> dict[str, Any]:
    """A person with the post, or a group; and who else is to invite them."""
    guest = found.guest
    who = {} if guest is None else named(guest)
    return {"group": found.group, "by": found.invited_by, "name": None, **who}


def framed(shelf: Shelf) -> dict[str, Any]:
    """What all letters of a conference have in common."""
    conference, letter = shelf.conference, shelf.conference.letter
    return {
        "host": conference.host,
        "title": conference.title,
        "chair": chair(shelf),
        "hall": conference.venue,
        "address": conference.address,
        "held": day(conference.held_on),
        **hours(shelf),
        **vars(letter),
        "copies": lines(letter.copies),
        "asked": lines(letter.asked),
        "position": shelf.position,
    }


def chair(shelf: Shelf) -> str | None:
    """Who presides, with the post."""
    found = shelf.conference.chair
    if found is None:
        return None
    name = " ".join(filter(None, (with_capital(found.honorific), found.name)))
    return ", ".join(filter(None, (name, found.post)))


def hours(shelf: Shelf) -> dict[str, Any]:
    """The conference's own hours: of its first item and of the end of its last, with the last day
    where that is another than the conference's."""
    agenda, zone = as_invited(shelf).agenda, shelf.conference.zone
    starts, ends = agenda.starts_at, agenda.ends_at if agenda.items else None
    local: Callable[[datetime | None], list[int] | None] = lambda at: (  # noqa: E731
        [at.astimezone(zone).hour, at.astimezone(zone).minute] if at else None
    )
    held = shelf.conference.held_on
    last = ends.astimezone(zone).date().isoformat() if ends else None
    another = last if held and last != held else None
    return {"starts": local(starts), "ends": local(ends), "last": day(another)}


def day(written: str | None) -> list[int] | None:
    """Day, month, year, and the weekday (1 is Monday)."""
    found = date.fromisoformat(written) if written else None
    return [found.day, found.month, found.year, found.isoweekday()] if found else None


def lines(text: str | None) -> list[str]:
    return [line.strip(" -;.") for line in (text or "").splitlines() if line.strip(" -;.")]


def with_capital(word: str | None) -> str | None:
    return word[:1].upper() + word[1:] if word else None


def named(guest: Guest) -> dict[str, Any]:
    """Who comes: the guest, or the substitute."""
    who = guest.substitute or guest
    name = {"honorific": with_capital(who.honorific), "name": who.name}
    return {**name, "post": who.post, "body": guest.body}


def last_of(guest: Guest) -> Registered:
    return (guest.sent[-1].number, guest.sent[-1].dated_on) if guest.sent else (None, None)


def one(guest: Guest, address: str, registered: Registered | None) -> dict[str, Any]:
    """One letter: whom it asks to come, under which number and day, and the code for the door."""
    number, dated_on = registered or last_of(guest)
    other = guest.substitute
    return {
        "to": None,
        **named(guest),
        "group": guest.group,
        "place": [guest.number, guest.of] if guest.of else None,
        "instead": (guest.name or guest.post or guest.group) if other else None,
        "number": number,
        "dated": day(dated_on),
        "qr": qr_svg(address.upper(), MASK),
    }
