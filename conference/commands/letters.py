"""What may be asked of the letters: how they are worded, that they go out, when answers close."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from marshmallow import fields

from conference.commands.fields import Asked, Choice, Id, Text, Yes
from conference.commands.fields_time import Day, Instant
from conference.commands.invitation import change_own, of_conference
from conference.commands.mails import Queued, queue
from conference.domain.conference import Conference
from conference.domain.invitation import Invitation
from conference.errors import NotFound, Refused
from conference.store import Store, Unit
from conference.vault_outbox import OPEN, written_to
from events.base import Stamp
from projections.guest import Guest
from projections.guest_list import GuestList

CHANNELS = ("paper", "email", "messenger")


class WordLetter(Asked):
    parent = Text(load_default=None, allow_none=True)
    place = Text(load_default=None, allow_none=True, longest=80)
    subject = Text(load_default=None, allow_none=True)
    asked = Text(load_default=None, allow_none=True, lines=True, longest=1000)
    contact = Text(load_default=None, allow_none=True)
    copies = Text(load_default=None, allow_none=True, lines=True, longest=600)
    authority = Text(load_default=None, allow_none=True, longest=120)
    signer_post = Text(load_default=None, allow_none=True, longest=120)
    signer = Text(load_default=None, allow_none=True, longest=120)


def word_letter(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    expecting: int | None = None,
    **said: str | None,
) -> None:
    """Say what every letter says; `said`: the fields of WordLetter."""
    act = lambda c: c.word_letter(stamp, **said)  # noqa: E731
    store.change(Conference, conference_id, act, expecting=expecting)


class SetAnswerDeadline(Asked):
    answer_by = Instant(load_default=None, allow_none=True)


def set_answer_deadline(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    answer_by: datetime | None,
    expecting: int | None = None,
) -> None:
    act = lambda c: c.set_answer_deadline(stamp, answer_by)  # noqa: E731
    store.change(Conference, conference_id, act, expecting=expecting)


class SendLetters(Asked):
    """A sending to `guests`, else to everybody of `group` or of all who waits for a letter; with
    `again` also to whoever has one that went another way, or under another number or day."""

    channel = Choice(CHANNELS, required=True)
    number = Text(required=True, longest=60)
    dated_on = Day(required=True)
    group = Text(load_default=None, allow_none=True)
    guests = fields.List(Id(), load_default=None, allow_none=True)
    again = Yes(load_default=False)


def send_letters(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    listed: GuestList,
    channel: str,
    number: str,
    dated_on: str,
    at: datetime,
    able: bool = False,
    group: str | None = None,
    guests: Sequence[UUID] | None = None,
    again: bool = False,
    expecting: int | None = None,
) -> Queued | None:
    """Record one sending under the registry's number and day, for all its guests or for none.

    By e-mail it is queued: that a letter was sent is recorded when the mail server has taken it,
    since until then nothing has gone out. `able`: whether there is a mail server.
    """
    if channel == "email" and not able:
        raise Refused("mail.not-set-up")
    others = without(listed, (channel, number, dated_on), group) if again else listed.waiting(group)
    to = invited(listed, guests) if guests else unqueued(store, conference_id, others)
    if not to:
        raise Refused("letter.nobody-waits")
    if channel == "email":
        return queue(store, stamp, conference_id, "letter", to, number, dated_on)

    def act(unit: Unit) -> None:
        for guest in to:
            invitation = of_conference(unit.load(Invitation, guest.id), conference_id)
            invitation.send(stamp, channel, number, dated_on, at)

    store.change_all(act)
    return None


def open_invitation(
    store: Store, stamp: Stamp, *, conference_id: UUID, guest: UUID, at: datetime
) -> None:
    """The guest reads the invitation by the personal link; recorded once for each code."""
    change_own(store, conference_id, guest, lambda i: i.open(stamp, at), None)


class Registered(Asked):
    """What a letter that is only printed stands under; gaps where it is not said."""

    number = Text(load_default=None, allow_none=True, longest=60)
    dated_on = Day(load_default=None, allow_none=True)


def invited(listed: GuestList, guests: Sequence[UUID]) -> list[Guest]:
    """These guests. NotFound when one is not this conference's."""
    for guest in guests:
        if guest not in listed.by_id:
            raise NotFound("invitation", guest)
    return [listed.by_id[guest] for guest in guests]


def without(listed: GuestList, which: tuple[str, str, str], group: str | None) -> tuple[Guest, ...]:
    """Guests, of one group or of all, to whom no letter went by this channel, number and day."""
    due = (one for one in listed.guests if one.lettered and one.invited)
    return tuple(
        one
        for one in due
        if group in (None, one.group)
        if all((of.channel, of.number, of.dated_on) != which for of in one.sent)
    )


def unqueued(store: Store, conference_id: UUID, guests: Sequence[Guest]) -> list[Guest]:
    """Those of the guests to whom no letter is on its way by mail already."""
    on_way = {
        (guest, mail.revision)
        for guest, mails in written_to(store, conference_id, "letter").items()
        for mail in mails
        if mail.state in OPEN
    }
    return [one for one in guests if (one.id, one.revision) not in on_way]
