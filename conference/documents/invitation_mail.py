"""A mail to a guest: the words, the letter as PDF, the appointment; also in simple HTML."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from html import escape
from pathlib import Path
from string import Template
from uuid import UUID

from conference.documents.invitation_ics import Asked, invitation_ics
from conference.documents.letters_pdf import chair, last_of, letters_pdf, with_capital
from conference.rules.days import weekday, written_day
from projections.edition import as_invited
from projections.guest import Guest
from projections.letters import answers_close_at
from projections.library import Shelf

TEMPLATES = Path(__file__).parent.parent.parent / "templates" / "mail"
"""One text for each kind of mail; its first paragraph is the subject."""

LINK = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,]")


@dataclass(frozen=True)
class Cover:
    """What goes round a mail: its id, the same at each try; kind (letter, reminder, test); from
    and to whom; where the door code leads; the guest's own page, if there is one; the registry's
    number and day; when it is made (UTC)."""

    id: UUID
    kind: str
    sender: str
    address: str
    door: str
    made_at: datetime
    link: str | None = None
    number: str | None = None
    dated_on: str | None = None


def invitation_mail(shelf: Shelf, guest: Guest, cover: Cover) -> EmailMessage:
    """The mail as of the shelf's position. No value can end a header: the addresses are checked,
    and the subject is one line."""
    subject, text = worded(shelf, guest, cover)
    name, address = parseaddr(cover.sender)
    mail = EmailMessage(policy=SMTP)
    mail["From"] = mailbox(name or shelf.conference.host, address)
    mail["To"] = mailbox(called(guest), cover.address)
    mail["Subject"] = one_line(subject)
    mail["Date"] = format_datetime(cover.made_at)
    mail["Message-ID"] = f"<{cover.id}@{address.rpartition('@')[2]}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["Content-Language"] = "vi"
    mail.set_content(text, cte="base64")
    mail.add_alternative(in_html(text), subtype="html", cte="base64")
    attach(mail, shelf, guest, cover, text)
    return mail


def attach(mail: EmailMessage, shelf: Shelf, guest: Guest, cover: Cover, text: str) -> None:
    """The appointment twice, as others do: some programs offer to accept the alternative, others
    only open a file."""
    asked = Asked(
        guest.id,
        called(guest),
        cover.address,
        parseaddr(cover.sender)[1],
        cover.made_at,
        accepted=guest.answer in ("accepted", "substituted"),
        link=cover.link,
        description=text,
    )
    appointment = invitation_ics(shelf, asked)
    if appointment:
        said = {"method": "REQUEST"}
        mail.add_alternative(appointment.decode(), subtype="calendar", params=said, cte="base64")
    registered = (cover.number, cover.dated_on) if cover.number else last_of(guest)
    letter = letters_pdf(shelf, (guest,), lambda _: cover.door, registered)
    mail.add_attachment(letter, maintype="application", subtype="pdf", filename="giay-moi.pdf")
    if appointment:
        mail.add_attachment(
            appointment, maintype="application", subtype="ics", filename="hoi-nghi.ics"
        )


def worded(shelf: Shelf, guest: Guest, cover: Cover) -> tuple[str, str]:
    """Subject and words of this kind of mail."""
    conference, registered = shelf.conference, last_of(guest)
    number, dated_on = cover.number or registered[0], cover.dated_on or registered[1]
    said = {
        "who": called(guest),
        "host": conference.host,
        "title": conference.title,
        "when": when(shelf),
        "where": ", ".join(filter(None, (conference.venue, conference.address))),
        "chair": chair(shelf),
        "number": number,
        "dated": written_day(date.fromisoformat(dated_on)) if dated_on else None,
        "deadline": deadline(shelf),
        "link": cover.link,
        "contact": conference.letter.contact,
    }
    subject, *words = filled((TEMPLATES / f"{cover.kind}.txt").read_text("utf-8"), said)
    return subject, "\n\n".join(words) + "\n"


def filled(template: str, said: Mapping[str, str | None]) -> list[str]:
    """The paragraphs. A line of which something is not known is left out; a paragraph that asks
    for a link and has none goes as a whole."""
    paragraphs = []
    for paragraph in template.strip().split("\n\n"):
        known = [line for line in paragraph.splitlines() if all(map(said.get, names_in(line)))]
        if known and not ("$link" in paragraph and not said["link"]):
            paragraphs.append("\n".join(Template(line).substitute(said) for line in known))
    return paragraphs


def names_in(line: str) -> list[str]:
    return re.findall(r"\$(\w+)", line)


def in_html(text: str, language: str = "vi") -> str:
    """The same words for programs that show HTML: paragraphs, and links that can be pressed."""
    body = "".join(
        f"<p>{'<br>'.join(linked(line) for line in paragraph.splitlines())}</p>"
        for paragraph in text.strip().split("\n\n")
    )
    look = "font: 16px/1.5 sans-serif; color: #1d1d1f; max-width: 40em; overflow-wrap: anywhere"
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"></head>'
        f'<body style="{look}">{body}</body></html>'
    )


def linked(line: str) -> str:
    found = LINK.fullmatch(line)
    return f'<a href="{escape(line)}">{escape(line)}</a>' if found else escape(line)


def mailbox(name: str, address: str) -> Address:
    local, _, domain = address.rpartition("@")
    return Address(one_line(name), local, domain)


def one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def called(guest: Guest) -> str:
    """How the guest is addressed: by name, else by what he or she is invited as."""
    who = guest.substitute or guest
    named = " ".join(filter(None, (with_capital(who.honorific), who.name)))
    post = ", ".join(filter(None, (guest.post, guest.body)))
    place = f"Đại biểu {guest.number}/{guest.of}, {guest.group}" if guest.of else guest.group
    return named or post or place


def when(shelf: Shelf) -> str | None:
    """Begin and end on the conference's own clock, as offices write them."""
    conference, agenda = shelf.conference, as_invited(shelf).agenda
    if conference.held_on is None:
        return None
    held = date.fromisoformat(conference.held_on)
    day = f"{weekday(held)} ngày {written_day(held)}"
    if agenda.starts_at is None:
        return day
    begins = hour(agenda.starts_at, conference.zone)
    if agenda.ends_at is None or not agenda.items:
        return f"{begins}, {day}"
    ends = agenda.ends_at.astimezone(conference.zone)
    until = f"{hour(ends, conference.zone)}{last(ends, held)}"
    return f"{begins}, {day} (dự kiến đến {until})"


def last(ends: datetime, held: date) -> str:
    """The day that a conference ends on, where that is another one."""
    return "" if ends.date() == held else f" ngày {written_day(ends)}"


def hour(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):%H giờ %M}"


def deadline(shelf: Shelf) -> str | None:
    """Until when the guest's answer counts: as said, else until the conference opens."""
    conference = shelf.conference
    ends = answers_close_at(shelf)
    if ends is None:
        return written_day(date.fromisoformat(conference.held_on)) if conference.held_on else None
    local = ends.astimezone(conference.zone)
    return f"{local:%H giờ %M} ngày {written_day(local)}"
