"""What a release's notice says, and the mail that it becomes: the words that were shown."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from uuid import UUID

from conference.documents.invitation_mail import in_html, mailbox, one_line
from conference.documents.paper_frame import Say
from conference.rules.days import written_day
from projections.agenda_item import AgendaItem
from projections.library import Shelf
from projections.release_notices import Line


@dataclass(frozen=True)
class Issue:
    """Of which release a notice tells: its number, and when it was made."""

    number: int
    at: datetime


def worded(
    shelf: Shelf, issue: Issue, who: str, lines: Collection[Line], say: Say
) -> tuple[str, str]:
    """Subject and words for somebody whom these changes concern."""
    title = shelf.conference.title
    subject = say("notice.subject", title=title, number=issue.number)
    when = moment(shelf, issue.at, say)
    tells = say(
        "notice.tells", host=shelf.conference.host, title=title, number=issue.number, when=when
    )
    contact = shelf.conference.letter.contact
    paragraphs = [
        say("notice.dear", who=who),
        tells,
        "\n".join(f"– {told(shelf, one, say)}" for one in lines),
        *([say("notice.contact", contact=contact)] if contact else []),
    ]
    return one_line(subject), "\n\n".join(paragraphs) + "\n"


def told(shelf: Shelf, line: Line, say: Say) -> str:
    """One change, with what was before so that nobody has to look it up."""
    change, title = line.change, line.change.item.title
    if line.kind in ("withdrawn", "taken"):
        return say(f"notice.{line.kind}", title=title)
    place = ", ".join(placed(shelf, change.item, say))
    if line.kind == "added" or change.was is None:
        return say("notice.given" if change.was else "notice.added", title=title, place=place)
    before = ", ".join(placed(shelf, change.was, say))
    return say("notice.changed", title=title, place=place, before=before)


def placed(shelf: Shelf, item: AgendaItem, say: Say) -> Iterator[str]:
    """Where an item stands, when it starts, how long it takes."""
    yield say("notice.number", number=item.number)
    if item.starts_at:
        yield say("notice.starts", when=moment(shelf, item.starts_at, say))
    yield say("notice.minutes", minutes=item.minutes)


def moment(shelf: Shelf, at: datetime, say: Say) -> str:
    """A time with its day, on the conference's clock: a notice may be read a week before."""
    local = at.astimezone(shelf.conference.zone)
    return say("notice.when", time=f"{local:%H:%M}", day=written_day(local))


@dataclass(frozen=True)
class Envelope:
    """What goes round a notice: its id, the same at each try; from and to whom; when it is made."""

    id: UUID
    sender: str
    address: str
    who: str
    made_at: datetime
    language: str


def notice_mail(envelope: Envelope, host: str, subject: str, body: str) -> EmailMessage:
    """The mail, in plain text and in simple HTML; no value can end a header."""
    name, address = parseaddr(envelope.sender)
    mail = EmailMessage(policy=SMTP)
    mail["From"] = mailbox(name or host, address)
    mail["To"] = mailbox(envelope.who, envelope.address)
    mail["Subject"] = one_line(subject)
    mail["Date"] = format_datetime(envelope.made_at)
    mail["Message-ID"] = f"<{envelope.id}@{address.rpartition('@')[2]}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["Content-Language"] = envelope.language
    mail.set_content(body, cte="base64")
    mail.add_alternative(in_html(body, envelope.language), subtype="html", cte="base64")
    return mail
