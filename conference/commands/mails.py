"""What becomes of mails: what may be asked of the outbox, and what its postman tells."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from conference.commands.fields import Asked, Text
from conference.commands.notices import tell_notice
from conference.domain.invitation import Invitation
from conference.errors import NotFound, Refused
from conference.rules.mail_address import deliverable
from conference.store import Store
from conference.vault import Write
from conference.vault_outbox import (
    FAILED,
    OPEN,
    Mail,
    dropping,
    is_as_it_was,
    mail_id,
    mail_of,
    queueing,
    requeueing,
    settling,
    written_to,
)
from events.base import Stamp
from projections.guest import Guest
from projections.guest_list import GuestList


@dataclass(frozen=True)
class Queued:
    """How many mails were queued, and how many guests have no address that a mail can go to."""

    count: int
    without: int


def queue(
    store: Store,
    stamp: Stamp,
    conference_id: UUID,
    kind: str,
    guests: Sequence[Guest],
    number: str | None = None,
    dated_on: str | None = None,
) -> Queued:
    """Put a mail to each guest that has an address into the outbox, all or none. No fact yet: a
    mail that waits was not sent. Refused when two clerks queue the same at the same moment."""
    to = [guest for guest in guests if deliverable(guest.email)]
    if not to:
        raise Refused("mail.nobody-has-an-address")
    earlier = written_to(store, conference_id, kind)
    if any(one.state in OPEN for guest in to for one in earlier.get(guest.id, ())):
        raise Refused("store.exists")  # another clerk was first since it was seen who waits
    said = (number, dated_on, stamp.by, stamp.at)
    rows = []
    for guest in to:
        id = mail_id(guest.id, kind, len(earlier.get(guest.id, ())))
        who = (id, conference_id, guest.id, guest.revision)
        rows.append(queueing(Mail(*who, kind, guest.email or "", *said)))
    store.write(rows)
    return Queued(len(to), len(guests) - len(to))


class SendTestMail(Asked):
    address = Text(required=True, longest=120)


def send_test_mail(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    address: str,
    able: bool,
    expecting: int | None = None,
) -> None:
    """Queue a sample to somebody of ours. Refused where no mail server is set."""
    if not able:
        raise Refused("mail.not-set-up")
    if deliverable(address) is None:
        raise Refused("mail.no-such-address", address=address)
    earlier = written_to(store, conference_id, "test").get(conference_id, [])
    id = mail_id(conference_id, "test", len(earlier))
    mail = Mail(id, conference_id, None, 0, "test", address, None, None, stamp.by, stamp.at)
    store.write([queueing(mail)])


class RetryMail(Asked):
    pass


def retry_mail(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    mail: UUID,
    listed: GuestList,
    expecting: int | None = None,
) -> None:
    """Try a mail that failed again, at the address that its guest has now."""
    found = own_mail(store, conference_id, mail)
    guest = listed.by_id.get(found.invitation) if found.invitation else None
    address = guest.email if guest else found.address
    if found.state not in FAILED:
        raise Refused("mail.not-failed")
    if address is None or deliverable(address) is None:
        raise Refused("mail.no-such-address", address=address or "")
    store.write([requeueing(found, address, stamp.at)])


class ReportBounce(Asked):
    pass


def report_bounce(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    mail: UUID,
    at: datetime,
    expecting: int | None = None,
) -> None:
    """A mail that the server had taken came back: the guest has not got it."""
    found = own_mail(store, conference_id, mail)
    if found.state != "sent" or (found.invitation is None and found.kind != "notice"):
        raise Refused("mail.not-sent")
    tell(store, stamp, found, "bounced", "", at)


class DropMails(Asked):
    pass


def drop_mails(
    store: Store, stamp: Stamp, *, conference_id: UUID, expecting: int | None = None
) -> None:
    """Take back whatever still waits; what the server has taken cannot be called back."""
    store.write(dropping(conference_id, "mail.taken-back", stamp.at))


def own_mail(store: Store, conference_id: UUID, mail: UUID) -> Mail:
    found = mail_of(store, conference_id, mail)
    if found is None:
        raise NotFound("mail", mail)
    return found


def tell(store: Store, stamp: Stamp, mail: Mail, state: str, answer: str, at: datetime) -> None:
    """Keep what became of a mail, and the fact of it in the same save. `at` on the conference's
    clock. What was withdrawn or answered meanwhile records nothing; the mail is settled. A mail
    that somebody else has in hand by now, or has settled, is theirs to tell of."""
    row = settling(mail, state, answer, stamp.at)
    if state == "dropped":
        store.write([row])
    elif mail.kind == "notice":
        tell_notice(store, stamp, mail, state, row, at)
    elif mail.invitation is None:
        store.write([row])
    else:
        tell_guest(store, stamp, mail, mail.invitation, state, row, at)


def tell_guest(
    store: Store, stamp: Stamp, mail: Mail, guest: UUID, state: str, row: Write, at: datetime
) -> None:
    def act(invitation: Invitation) -> None:
        if not is_as_it_was(store, mail):
            return
        if state in FAILED:
            invitation.come_back(
                stamp, mail.kind, mail.address, state, mail.number, mail.dated_on, at
            )
        elif mail.kind == "reminder":
            invitation.remind(stamp, "email", at)
        else:
            invitation.send(stamp, "email", mail.number or "", mail.dated_on or "", at)

    try:
        store.change_apart(Invitation, guest, act, beside=[row])
    except Refused:
        store.write([row])
