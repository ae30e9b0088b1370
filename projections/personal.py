"""What one guest sees by the personal link: own answer, programme, seat, turns on stage."""

import re
from dataclasses import dataclass

from projections.agenda_item import AgendaItem
from projections.guest import Guest
from projections.library import Shelf
from projections.run_sheet_turn import Recipient, Turn


@dataclass(frozen=True)
class Personal:
    """One guest's part of the conference. `turns`: where the guest receives on stage; `speeches`:
    the items at which the guest speaks."""

    guest: Guest
    seat: str | None
    items: tuple[AgendaItem, ...]
    turns: tuple[tuple[Turn, Recipient], ...]
    speeches: tuple[AgendaItem, ...]


def personal(shelf: Shelf, guest: Guest) -> Personal:
    """The documents' part that concerns this guest, and the programme that everybody gets."""
    items = shelf.agenda.public.items
    turns = (
        (turn, recipient)
        for turn in shelf.run_sheet.turns
        for recipient in turn.recipients
        if recipient.guest == guest.id
    )
    return Personal(
        guest=guest,
        seat=shelf.seating_plan.seat_by_guest.get(guest.id),
        items=items,
        turns=tuple(turns),
        speeches=tuple(item for item in items if item.guest == guest.id),
    )


DIGITS = 4
"""Digits at a telephone number's end by which a guest is known again."""


def phone_ends(guest: Guest) -> tuple[str, ...]:
    """The last digits of the numbers known of the guest and of who comes instead."""
    numbers = (guest.phone, guest.substitute.phone if guest.substitute else None)
    ends = (re.sub(r"\D", "", number or "")[-DIGITS:] for number in numbers)
    return tuple(end for end in ends if len(end) == DIGITS)
