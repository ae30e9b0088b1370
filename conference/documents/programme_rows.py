"""The programme as offices print it (domain.md 2): head, parts of the day, five columns.

One set of words feeds the PDF and the Word file, so that they cannot disagree.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import groupby
from typing import Any

from conference.documents.paper_frame import Reader, Say
from conference.documents.since import edition, since
from conference.rules.hours import other_day
from conference.rules.names import fold
from projections import hours
from projections.agenda_item import AgendaItem
from projections.library import Shelf

COLUMNS = ("number", "time", "content", "who", "note")
"""STT, Thời gian, Nội dung, Người thực hiện, Ghi chú: the ministries' own columns (S34)."""

COMMITTEE = "Ủy ban nhân dân "
"""Behind which an office's name is broken into two lines."""

NOON, EVENING = 12, 18
"""Hours at which another half of the day begins."""


def programme(shelf: Shelf, reader: Reader, compared_with: int | None = None) -> dict[str, Any]:
    """All that a paper of the programme says, with its changes since a release where one asks."""
    conference, say = shelf.conference, reader.say
    return {
        "language": reader.language,
        "parent": (conference.letter.parent or "").upper() or None,
        "host": office(conference.host),
        "motto": [say("programme-paper.country"), say("programme-paper.motto")],
        "title": say("programme-paper.title"),
        "conference": conference.title,
        "facts": list(facts(shelf, say)),
        "heads": [say(f"programme-paper.{column}") for column in COLUMNS],
        "sections": list(sections(shelf, say)),
        "foot": f"{edition(shelf, shelf.agenda, say)} · {say('paper.position')} #{shelf.position}",
        "page": say("paper.page"),
        "since": since(shelf, compared_with, say),
    }


def office(name: str) -> list[str]:
    """An office's name as a paper's head has it: in capitals, a People's Committee in two lines."""
    if name.startswith(COMMITTEE):
        return [COMMITTEE.strip().upper(), name[len(COMMITTEE) :].upper()]
    return [name.upper()]


def facts(shelf: Shelf, say: Say) -> Iterator[tuple[str, str]]:
    """Time, place, chair: what is known of them, with its name."""
    conference = shelf.conference
    starts, ends = shelf.agenda.starts_at, shelf.agenda.ends_at if shelf.agenda.items else None
    place = ", ".join(filter(None, (conference.venue, conference.address)))
    lasting = span(shelf, starts, ends, say, hour_and_day)
    if when := ", ".join(filter(None, (lasting, day(shelf, say)))):
        yield say("programme-paper.when"), when
    if place:
        yield say("programme-paper.place"), place
    if chair := conference.chair:
        name = " ".join(filter(None, (chair.honorific, chair.name)))
        yield say("programme-paper.chair"), ", ".join(filter(None, (name, chair.post)))


def day(shelf: Shelf, say: Say) -> str | None:
    """The day of the conference in words; None while nobody knows it."""
    held = shelf.conference.held_on
    return dated(datetime.fromisoformat(held), say) if held else None


def dated(at: datetime, say: Say) -> str:
    """A day as it is written out, with its weekday."""
    weekday, month = say(f"weekday.{at.isoweekday()}"), say(f"month.{at.month}")
    said = {"weekday": weekday, "day": f"{at.day:02}", "month": month, "year": at.year}
    return say("programme-paper.day", **said)


def span(
    shelf: Shelf,
    starts: datetime | None,
    ends: datetime | None,
    say: Say,
    written: Callable[[Shelf, datetime, Say], str] | None = None,
) -> str:
    """From when to when, on the conference's clock; empty while the start is unknown."""
    return " – ".join((written or hour)(shelf, at, say) for at in (starts, ends) if at and starts)


def hour_and_day(shelf: Shelf, at: datetime, say: Say) -> str:
    """An hour, with its day where that is not the conference's own."""
    conference = shelf.conference
    day = other_day(at.astimezone(conference.zone), hours.day_of(conference))
    return f"{hour(shelf, at, say)} {day}".rstrip()


def hour(shelf: Shelf, at: datetime, say: Say) -> str:
    local = at.astimezone(shelf.conference.zone)
    return say("programme-paper.clock", hour=f"{local.hour:02}", minute=f"{local.minute:02}")


def sections(shelf: Shelf, say: Say) -> Iterator[dict[str, Any]]:
    """The items by day and half of the day, under a heading where there are several of them."""
    zone, items = shelf.conference.zone, shelf.agenda.items

    def part(item: AgendaItem) -> tuple[Any, str] | None:
        at = item.starts_at.astimezone(zone) if item.starts_at else None
        return (at.date(), half(at)) if at else None

    parted = [(place, list(those)) for place, those in groupby(items, part)]
    several = len({place[0] for place, _ in parted if place}) > 1
    for place, those in parted:
        words = None
        if place and len(parted) > 1:
            said = (say(f"half-day.{place[1]}"), dated(place[0], say) if several else None)
            words = ", ".join(filter(None, said))
        yield {"title": words, "lines": [line(shelf, item, say) for item in those]}


def half(at: datetime) -> str:
    """morning, afternoon or evening."""
    return "morning" if at.hour < NOON else "afternoon" if at.hour < EVENING else "evening"


def line(shelf: Shelf, item: AgendaItem, say: Say) -> dict[str, Any]:
    """One row; while no hour is known it says how long the item takes."""
    lasting = say("programme-paper.minutes", minutes=item.lasting)
    return {
        "number": item.number,
        "kind": item.kind,
        "time": span(shelf, item.starts_at, item.until, say) or lasting,
        "start": hour(shelf, item.starts_at, say) if item.starts_at else lasting,
        "minutes": lasting,
        "content": content(item, say),
        "who": who(item, say),
        "note": note(item, say),
    }


def content(item: AgendaItem, say: Say) -> str:
    """What takes place; a speech is called one where its title does not say so already."""
    kind = say(f"kind.{item.kind}")
    plain = item.kind != "speech" or fold(item.title).startswith(fold(kind))
    return item.title if plain else f"{kind}: {item.title}"


def note(item: AgendaItem, say: Say) -> str:
    """What is to be noted: first of all whether it is left out."""
    state = say(f"item-state.{item.state}") if item.left_out else None
    return ", ".join(filter(None, (state, item.note)))


def who(item: AgendaItem, say: Say) -> str:
    """Who carries it out: the speaker with post and unit, the unit's representative, the owner."""
    if item.speaker or item.speaker_post:
        return ", ".join(filter(None, (item.speaker, item.speaker_post, item.unit)))
    return say("programme-paper.of-unit", unit=item.unit) if item.unit else item.owner or ""
