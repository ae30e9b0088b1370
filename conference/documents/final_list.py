"""The final list: one row a guest, with what was answered, who came, when, and by which door."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from conference.documents.paper_frame import Say
from conference.rules.spreadsheet import phone
from projections.guest import Guest
from projections.library import Shelf

COLUMNS = (
    *("number", "name", "post", "body", "group", "answer", "substitute", "seat", "entered"),
    *("door", "means", "turn", "state"),
)
"""The columns' codes, in their order; `phone` comes behind them for who may read it."""

Cell = int | str | datetime | None


@dataclass(frozen=True)
class FinalList:
    """What is written: the heads in the reader's language, and the rows below. Times are local,
    without a zone, which sheets do not know."""

    title: str
    position: int
    columns: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def final_list(
    shelf: Shelf, say: Say, group: Callable[[str], str], *, personal: bool = False
) -> FinalList:
    """Everybody as of the shelf's position, by group in order of precedence; who declined or was
    withdrawn as well. With `personal` the telephone numbers, the organizer's only."""
    columns = (*COLUMNS, *(("phone",) if personal else ()))
    heads = tuple(say(f"final-list.{column}") for column in columns)
    rows = tuple(tuple(row[column] for column in columns) for row in told(shelf, say, group))
    return FinalList(shelf.conference.title, shelf.position, columns, heads, rows)


def told(shelf: Shelf, say: Say, group: Callable[[str], str]) -> Iterator[dict[str, Cell]]:
    seats, places = shelf.seating_plan.seat_by_guest, shelf.awards.stage_places
    guests = (guest for _, listed in shelf.guest_list.grouped for guest in listed)
    for number, guest in enumerate(guests, 1):
        turn = places.get(guest.id)
        yield {
            "number": number,
            **who(guest, say),
            "group": group(guest.group),
            "answer": say(f"missing.{guest.answer}"),
            "seat": seats.get(guest.id, ""),
            "entered": local(guest.entered_at, shelf),
            "door": guest.door,
            "means": means(guest, say),
            "turn": say("final-list.place", turn=turn[0], position=turn[1]) if turn else "",
            "state": say(f"state.{guest.state}"),
        }


def who(guest: Guest, say: Say) -> dict[str, Cell]:
    """The invited guest, and who came instead with the own post."""
    other = guest.substitute
    instead = " ".join(filter(None, (other.honorific, other.name))) if other else ""
    # Never the bare "3/8", which a spreadsheet takes for a day in August.
    place = f"{say('badge-paper.delegate')} {guest.number}/{guest.of}" if guest.of else ""
    return {
        "name": " ".join(filter(None, (guest.honorific, guest.name))) or place,
        "post": guest.post or "",
        "body": guest.body or "",
        "substitute": f"{instead}, {other.post}" if other else "",
        "phone": phone(other.phone if other else guest.phone),
    }


def local(at: datetime | None, shelf: Shelf) -> datetime | None:
    return at.astimezone(shelf.conference.zone).replace(tzinfo=None) if at else None


def means(guest: Guest, say: Say) -> str:
    """By which means somebody who is here was let in."""
    if not guest.present:
        return ""
    if guest.kind == "walk_in":
        return say("means.walk-in", voucher=guest.note or "")
    return say("means.device", device=guest.device) if guest.device else say("means.page")
