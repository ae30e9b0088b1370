"""The programme as a calendar (RFC 5545): for everybody, the speeches, or one guest's own part."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from icalendar import Calendar, Event

from conference.documents.ics_parts import hours, organizer, place, plain, revision, zone_of
from conference.documents.paper_frame import Say
from conference.documents.programme_rows import content, who
from conference.documents.since import edition
from projections.agenda import Agenda
from projections.agenda_item import AgendaItem
from projections.edition import DRAFT, Edition
from projections.guest import Guest
from projections.library import Shelf
from projections.run_sheet_turn import Recipient, Turn

PRODUCT = "-//Le dai//Programme//VI"

SCOPES = ("conference", "speeches")

REFRESHED = "PT1H"
"""How often a subscribed calendar may look again: it costs 20 ms of a server."""


@dataclass(frozen=True)
class Wanted:
    """What is asked for. `guest`: only what concerns this one; `made_at` (UTC) is when it is made;
    `page` is where the programme can be read by whoever gets the calendar; `sender` is
    where mails of this house come from, empty where none are sent."""

    made_at: datetime
    scope: str = "conference"
    guest: Guest | None = None
    edition: Edition = DRAFT
    page: str | None = None
    sender: str = ""


def agenda_ics(shelf: Shelf, wanted: Wanted, say: Say) -> bytes:
    """The calendar as of the shelf's position. It may hold no event while no day is known: the
    zone alone keeps it valid for who has subscribed to it."""
    made = Calendar()
    for name, value in heads(shelf):
        made.add(name, value)
    day = hours(shelf)
    made.add_component(zone_of(shelf, day_of(day[0]) if day else wanted.made_at.date()))
    for event in events(shelf, wanted, say):
        made.add_component(event)
    return bytes(made.to_ical())


def heads(shelf: Shelf) -> Iterator[tuple[str, Any]]:
    """What the calendar says of itself."""
    yield "prodid", PRODUCT
    yield "version", "2.0"
    yield "method", "PUBLISH"
    yield "x-wr-calname", plain(shelf.conference.title)
    yield "x-wr-timezone", shelf.conference.time_zone
    yield "x-published-ttl", REFRESHED
    yield "x-le-dai-position", str(shelf.position)


def day_of(at: date) -> date:
    return at.date() if isinstance(at, datetime) else at


def events(shelf: Shelf, wanted: Wanted, say: Say) -> Iterator[Event]:
    """The conference, then the items in order, what was withdrawn, and a guest's turns."""
    if wanted.scope == "conference" and (when := hours(shelf)):
        yield whole(shelf, wanted, when, say)
    here = {item.id: item for item in shelf.agenda.items if concerns(wanted, item)}
    for item in (*here.values(), *gone(shelf.agenda, wanted, here)):
        if begins := starts(shelf, item):
            left_out = item.id not in here or item.left_out
            yield one(shelf, wanted, item, begins, say, left_out=left_out)
    if wanted.guest is not None and wanted.scope == "conference":
        yield from turns(shelf, wanted, wanted.guest, say)


def gone(agenda: Agenda, wanted: Wanted, here: Container[UUID]) -> Iterator[AgendaItem]:
    """What these calendars may still show and the programme has no longer: withdrawn in the draft,
    or since an earlier release left out or given to another guest."""
    earlier = [*(item for release in agenda.releases for item in release.items), *agenda.withdrawn]
    found = {item.id: item for item in earlier if concerns(wanted, item)}
    return (item for id, item in found.items() if id not in here)


def concerns(wanted: Wanted, item: AgendaItem) -> bool:
    if wanted.guest is not None and item.guest != wanted.guest.id:
        return False
    return wanted.scope == "conference" or item.kind == "speech"


def starts(shelf: Shelf, item: AgendaItem) -> datetime | None:
    """When the item starts. One that was withdrawn has lost its place: any hour of the day will
    do, since it only takes back what calendars show."""
    return (
        item.starts_at or item.fixed_start or (shelf.agenda.starts_at if item.withdrawn else None)
    )


def whole(shelf: Shelf, wanted: Wanted, when: tuple[date, date | None], say: Say) -> Event:
    """The conference itself; a guest's has the name that the invitation's mail gave it."""
    conference, guest = shelf.conference, wanted.guest
    id = str(guest.id if guest else conference.id)
    made = begun(shelf, wanted, id, conference.title, revision(shelf))
    made.add("dtstart", when[0])
    if when[1] is not None:
        made.add("dtend", when[1])
    made.add("status", "CONFIRMED" if settled(shelf, wanted) else "TENTATIVE")
    described(made, (conference.host, told(shelf, wanted, say)))
    return made


def one(
    shelf: Shelf, wanted: Wanted, item: AgendaItem, begins: datetime, say: Say, *, left_out: bool
) -> Event:
    revised = shelf.conference.version + wanted.edition.sequence  # it says where the hall is, too
    made = begun(shelf, wanted, str(item.id), content(item, say), revised)
    timed(made, shelf, begins, timedelta(minutes=item.lasting))
    made.add("categories", [say(f"kind.{item.kind}")])
    sure = "CONFIRMED" if settled(shelf, wanted) else "TENTATIVE"
    made.add("status", "CANCELLED" if left_out else sure)
    described(made, (who(item, say), told(shelf, wanted, say)))
    return made


def turns(shelf: Shelf, wanted: Wanted, guest: Guest, say: Say) -> Iterator[Event]:
    """Where the guest goes on stage to receive."""
    for turn in shelf.run_sheet.timed(shelf.agenda.awards_start_at):
        for recipient in turn.recipients:
            if recipient.guest == guest.id and turn.starts_at is not None:
                yield on_stage(shelf, wanted, turn, recipient, say)


def on_stage(shelf: Shelf, wanted: Wanted, turn: Turn, recipient: Recipient, say: Say) -> Event:
    assert turn.starts_at is not None
    said = {"turn": turn.number, "place": recipient.stage_position}
    revised = revision(shelf) + shelf.awards.version
    made = begun(shelf, wanted, str(recipient.line), say("calendar.turn", **said), revised)
    timed(made, shelf, turn.starts_at, timedelta(seconds=turn.seconds))
    made.add("status", "CONFIRMED" if settled(shelf, wanted) else "TENTATIVE")
    described(made, (say(f"award.{turn.award}"), told(shelf, wanted, say)))
    return made


def begun(shelf: Shelf, wanted: Wanted, id: str, summary: str, revised: int) -> Event:
    """What every event says: its name stays its own however often it moves or is revised."""
    made = Event()
    made.add("uid", f"{id}@le-dai")
    made.add("sequence", revised)
    made.add("dtstamp", wanted.made_at)
    made.add("summary", plain(summary))
    made.add("organizer", organizer(shelf, wanted.sender), encode=False)
    if where := place(shelf):
        made.add("location", where)
    if wanted.page:
        made.add("url", wanted.page)
    return made


def timed(made: Event, shelf: Shelf, begins: datetime, lasting: timedelta) -> None:
    zone = shelf.conference.zone
    made.add("dtstart", begins.astimezone(zone))
    made.add("dtend", (begins + lasting).astimezone(zone))


def described(made: Event, lines: tuple[str, ...]) -> None:
    made.add("description", plain("\n".join(filter(None, lines))))


def told(shelf: Shelf, wanted: Wanted, say: Say) -> str:
    """Which edition this is, as on paper."""
    return f"{edition(shelf, shelf.agenda, say)} · {say('paper.position')} #{shelf.position}"


def settled(shelf: Shelf, wanted: Wanted) -> bool:
    """Whether the programme holds: once it was released, or the conference has begun."""
    return wanted.edition.release is not None or shelf.conference.status != "planned"
