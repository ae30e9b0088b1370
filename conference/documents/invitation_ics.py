"""The appointment that comes with an invitation, as iCalendar (RFC 5545, 5546)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from icalendar import Calendar, Event, vCalAddress, vText

from conference.documents.ics_parts import hours, organizer, person, place, plain, revision, zone_of
from projections.edition import as_invited
from projections.library import Shelf

PRODUCT = "-//Le dai//Invitations//VI"


@dataclass(frozen=True)
class Asked:
    """Whom an appointment is for: `name` and `address` of the guest; `sender` is where it comes
    from; `link` leads to the guest's own page; `made_at` (UTC) is when it is made."""

    guest: UUID
    name: str
    address: str
    sender: str
    made_at: datetime
    accepted: bool = False
    link: str | None = None
    description: str = ""


def invitation_ics(shelf: Shelf, asked: Asked) -> bytes | None:
    """The appointment as of the shelf's position; None while nobody knows the day.

    A request to nobody's calendar server: answers are given on the guest's page, so none is asked
    for by mail (RSVP=FALSE).
    """
    shelf = as_invited(shelf)
    when = hours(shelf)
    if when is None:
        return None
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "REQUEST")
    if isinstance(when[0], datetime):
        calendar.add_component(zone_of(shelf, when[0].date()))
    calendar.add_component(event(shelf, asked, when))
    return bytes(calendar.to_ical())


def event(shelf: Shelf, asked: Asked, when: tuple[date, date | None]) -> Event:
    conference, made = shelf.conference, Event()
    made.add("uid", f"{asked.guest}@le-dai")
    made.add("sequence", revision(shelf))
    made.add("dtstamp", asked.made_at)
    made.add("dtstart", when[0])
    if when[1] is not None:
        made.add("dtend", when[1])
    made.add("summary", plain(conference.title))
    if where := place(shelf):
        made.add("location", where)
    if asked.description:
        made.add("description", plain(asked.description))
    if asked.link:
        made.add("url", asked.link)
    made.add("status", "CONFIRMED")
    made.add("organizer", organizer(shelf, asked.sender), encode=False)
    made.add("attendee", attendee(asked), encode=False)
    return made


def attendee(asked: Asked) -> vCalAddress:
    found = person(asked.address, asked.name)
    found.params["CUTYPE"] = vText("INDIVIDUAL")
    found.params["ROLE"] = vText("REQ-PARTICIPANT")
    found.params["PARTSTAT"] = vText("ACCEPTED" if asked.accepted else "NEEDS-ACTION")
    found.params["RSVP"] = vText("FALSE")
    return found
