"""What all calendars share (RFC 5545): the conference's hours, its zone, and text as it may be."""

from datetime import date, timedelta
from email.utils import parseaddr
from unicodedata import category
from urllib.parse import quote

from icalendar import Timezone, vCalAddress, vText

from projections.library import Shelf


def hours(shelf: Shelf) -> tuple[date, date | None] | None:
    """Begin and end on the conference's own clock; the whole day while no hour is known."""
    conference, agenda = shelf.conference, shelf.agenda
    if agenda.starts_at is None:
        held = date.fromisoformat(conference.held_on) if conference.held_on else None
        return (held, held + timedelta(days=1)) if held else None
    ends = agenda.ends_at if agenda.ends_at != agenda.starts_at else None
    zone = conference.zone
    return agenda.starts_at.astimezone(zone), ends.astimezone(zone) if ends else None


def zone_of(shelf: Shelf, day: date) -> Timezone:
    """The zone under its full name: a short one made mail programs shift by an hour."""
    year = timedelta(days=366)
    name = shelf.conference.time_zone
    found = Timezone.from_tzid(name, first_date=day - year, last_date=day + year)
    found.pop("COMMENT", None)  # says which years it was made for, on the guest's calendar
    return found


def plain(text: str) -> str:
    """Without control characters but the line's end (RFC 5545, 3.3.11)."""
    return "".join(c for c in text.replace("\r\n", "\n") if c == "\n" or category(c) != "Cc")


def place(shelf: Shelf) -> str | None:
    """The hall with its address; None while neither is known."""
    words = ", ".join(filter(None, (shelf.conference.venue, shelf.conference.address)))
    return plain(words) or None


def person(address: str, name: str) -> vCalAddress:
    return named(f"mailto:{quote(address, safe='@')}", name)


def named(uri: str, name: str) -> vCalAddress:
    """A name in a parameter can hold no quotation mark (RFC 5545, 3.2); a backslash escapes nothing
    there, and programs that think so read on into the next parameter."""
    found = vCalAddress(uri)
    found.params["CN"] = vText(plain(name).replace("\n", " ").replace('"', "'").replace("\\", "/"))
    return found


def organizer(shelf: Shelf, sender: str) -> vCalAddress:
    """Who holds the conference, which every published event has to say (RFC 5546, 3.2.1), under the
    address that its mails come from; a house that sends none is named by the conference's id."""
    conference = shelf.conference
    if address := parseaddr(sender)[1]:
        return person(address, conference.host)
    return named(conference.id.urn, conference.host)


def revision(shelf: Shelf) -> int:
    """The SEQUENCE of the conference's own event (RFC 5545, 3.8.7.4): it grows with each change of
    the conference or of its programme, and is the same in a mail and in a calendar, where the
    event has the same name."""
    return shelf.conference.version + shelf.agenda.version
