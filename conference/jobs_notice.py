"""A release's notice when its time has come: the words as shown, to the address of now."""

from datetime import datetime
from email.message import EmailMessage

from conference.config import Settings
from conference.documents.release_notice import Envelope, notice_mail
from conference.rules.mail_address import deliverable
from conference.vault import Tables
from conference.vault_notices import notice_of, notices_of
from conference.vault_outbox import Mail
from projections.library import Shelf
from projections.release_notices import address_now, items_known


def idle(mail: Mail, shelf: Shelf, tables: Tables) -> str | None:
    """Why the notice is no longer due: over, or a later release tells the same parties anew."""
    if shelf.conference.closed_at is not None:
        return "mail.conference-over"
    about = set(notice_of(tables, mail).about)
    later = (
        about & set(one.about)
        for other, one in notices_of(tables, mail.conference)
        if other.revision > mail.revision
    )
    if any(later):
        return "mail.newer-release"
    return None if deliverable(mail.address) else "mail.no-address"


def addressed(mail: Mail, shelf: Shelf, tables: Tables) -> Mail:
    """The notice to where its parties are reached now; where they were, if nobody says more."""
    about = notice_of(tables, mail).about
    found = address_now(shelf, about, items_known(shelf.agenda.releases, mail.revision))
    return mail._replace(address=found) if found else mail


def message(
    mail: Mail, shelf: Shelf, settings: Settings, tables: Tables, now: datetime
) -> EmailMessage:
    """The words that were shown when somebody said that they may go."""
    said = notice_of(tables, mail)
    to = deliverable(mail.address) or mail.address
    envelope = Envelope(mail.id, settings.mail_from, to, said.who, now, said.language)
    return notice_mail(envelope, shelf.conference.host, said.subject, said.body)
