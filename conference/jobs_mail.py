"""What a mail of the outbox becomes when its time has come: a message, or nothing any more."""

import hmac
from base64 import urlsafe_b64encode
from datetime import datetime
from email.message import EmailMessage
from hashlib import sha256
from uuid import uuid4

from conference import jobs_notice, vault_door
from conference.config import Settings
from conference.documents.invitation_mail import Cover, invitation_mail
from conference.rules.door_code import door_code
from conference.rules.mail_address import deliverable
from conference.rules.precedence import Standing
from conference.vault import Tables
from conference.vault_links import Link, keep_link
from conference.vault_outbox import Mail
from projections.guest import Guest
from projections.letters import answers_close_at
from projections.library import Shelf


def idle(mail: Mail, shelf: Shelf, tables: Tables, now: datetime) -> str | None:
    """Why the mail is no longer due, as a code; None where it is. `now` on the real clock."""
    if mail.kind == "notice":
        return jobs_notice.idle(mail, shelf, tables)
    if mail.invitation is None:
        return None
    guest = shelf.guest_list.by_id.get(mail.invitation)
    if guest is None or not guest.invited:
        return "mail.no-longer-invited"
    if guest.revision != mail.revision:
        return "mail.code-replaced"
    if shelf.conference.closed_at is not None:
        return "mail.conference-over"
    answered = guest.answer != "invited" or guest.state != "expected"  # come, or excused
    if mail.kind == "reminder" and answered:
        return "mail.answered"
    if mail.kind == "reminder" and too_late(shelf, now):
        return "mail.too-late"
    return None if deliverable(guest.email) else "mail.no-address"


def too_late(shelf: Shelf, now: datetime) -> bool:
    """Whether guests can no longer answer by themselves."""
    ends = answers_close_at(shelf)
    return ends is not None and shelf.conference.clock(now) > ends


def addressed(mail: Mail, shelf: Shelf, tables: Tables) -> Mail:
    """The mail to the guest's address of now: it may have been put right since."""
    if mail.kind == "notice":
        return jobs_notice.addressed(mail, shelf, tables)
    guest = shelf.guest_list.by_id.get(mail.invitation) if mail.invitation else None
    return mail._replace(address=guest.email) if guest and guest.email else mail


def message(
    mail: Mail, shelf: Shelf, settings: Settings, tables: Tables, now: datetime
) -> EmailMessage:
    """The message of a mail that is due; a test shows a letter to nobody."""
    if mail.kind == "notice":
        return jobs_notice.message(mail, shelf, settings, tables, now)
    guest = shelf.guest_list.by_id[mail.invitation] if mail.invitation else nobody()
    key = vault_door.door_key(tables, shelf.conference.id)
    cover = Cover(
        mail.id,
        mail.kind,
        settings.mail_from,
        deliverable(mail.address) or mail.address,
        f"{settings.address}/D/{door_code(key, guest.id, guest.revision)}",
        now,
        link=own_page(mail, guest, settings, tables, now),
        number=mail.number,
        dated_on=mail.dated_on,
    )
    return invitation_mail(shelf, guest, cover)


def own_page(
    mail: Mail, guest: Guest, settings: Settings, tables: Tables, now: datetime
) -> str | None:
    """Where the guest answers: the same link at every try of a mail, lest a guest who gets it twice
    be asked for digits by the second. Another address gets another link: who had the first mail may
    have been somebody else."""
    if mail.invitation is None:
        return None
    link = Link(mail.conference, guest.id, guest.revision)
    secret = own_secret(settings.secret_key, mail, link)
    keep_link(tables, secret, link, now)
    return f"{settings.address}/m/{secret}"


def own_secret(key: str, mail: Mail, link: Link) -> str:
    """The secret of a mail's link: 256 bits that follow from our own key, so that none is kept."""
    said = f"link of mail {mail.id} to {mail.address} at revision {link.revision}"
    return urlsafe_b64encode(hmac.digest(key.encode(), said.encode(), sha256)).decode().rstrip("=")


def nobody() -> Guest:
    """The guest of a sample letter; the code of an id that nobody has opens no door."""
    return Guest(uuid4(), "person", "Khách mẫu", Standing("other", 0), name="Nguyễn Văn A")
