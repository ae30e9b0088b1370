"""What may be asked of reminders: to whoever has a letter and has not answered it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from conference.commands.fields import Asked, Choice, Text, Yes
from conference.commands.invitation import of_conference
from conference.commands.mails import Queued, queue
from conference.domain.invitation import Invitation
from conference.errors import Refused
from conference.store import Store, Unit
from conference.vault_outbox import OPEN, written_to
from events.base import Stamp
from projections.guest import Guest
from projections.guest_list import GuestList

CHANNELS = ("email", "messenger")

AGAIN = timedelta(hours=24)
"""How long after a reminder another one needs an express word: nobody is pressed twice a day."""


class RemindGuests(Asked):
    channel = Choice(CHANNELS, required=True)
    group = Text(load_default=None, allow_none=True)
    again = Yes(load_default=False)


def remind_guests(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    listed: GuestList,
    channel: str,
    at: datetime,
    closes_at: datetime | None,
    able: bool = False,
    group: str | None = None,
    again: bool = False,
    expecting: int | None = None,
) -> Queued | None:
    """Remind who has not answered: by e-mail queued, told by phone or messenger recorded at once.

    `again` reminds those, too, who were reminded within a day. `closes_at` is when answers close.
    """
    if channel == "email" and not able:
        raise Refused("mail.not-set-up")
    if closes_at is not None and at > closes_at:
        raise Refused("reminder.too-late")
    queued = on_way(store, conference_id) if channel == "email" else frozenset()
    waiting = (one for one in listed.unanswered(group) if one.id not in queued)
    to = [one for one in waiting if again or not lately(one, at)]
    if not to:
        raise Refused("reminder.nobody-to-remind")
    if channel == "email":
        return queue(store, stamp, conference_id, "reminder", to)
    remind_all(store, stamp, conference_id, to, channel, at)
    return None


def remind_all(
    store: Store,
    stamp: Stamp,
    conference_id: UUID,
    guests: Sequence[Guest],
    channel: str,
    at: datetime,
) -> None:
    def act(unit: Unit) -> None:
        for guest in guests:
            invitation = of_conference(unit.load(Invitation, guest.id), conference_id)
            invitation.remind(stamp, channel, at)

    store.change_all(act)


def lately(guest: Guest, at: datetime) -> bool:
    """Whether a reminder is less than a day old."""
    return guest.reminded_at is not None and at - guest.reminded_at < AGAIN


def on_way(store: Store, conference_id: UUID) -> frozenset[UUID]:
    """Who is about to be reminded by mail."""
    found = written_to(store, conference_id, "reminder")
    return frozenset(id for id, mails in found.items() if any(m.state in OPEN for m in mails))
