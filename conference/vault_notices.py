"""The words of the notices in the outbox, as they were shown: one row each, beside its mail."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from conference.vault import Tables, Write
from conference.vault_outbox import ROWS, Mail, mail_from, queueing, written


@dataclass(frozen=True)
class Notice:
    """A notice of a release to one address. `about` tells which parties of which items it is for,
    `role:item` each; `language` is that of its words."""

    address: str
    who: str
    about: tuple[str, ...]
    language: str
    subject: str
    body: str


COLUMNS = "who, about, language, subject, body"


def notice_id(conference: UUID, release: int, address: str) -> UUID:
    """Nobody is told twice of one release: of two that lay the same at once one is refused."""
    return uuid5(conference, f"notice {release} {address.casefold()}")


def laying(
    conference: UUID, release: int, notices: Iterable[Notice], account: UUID, now: datetime
) -> list[Write]:
    """The rows of notices that lie ready and are not sent before somebody says so."""
    rows = []
    for one in notices:
        id = notice_id(conference, release, one.address)
        mail = Mail(id, conference, None, release, "notice", one.address, None, None, account, now)
        sql = "INSERT INTO notices VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        words = (one.who, " ".join(one.about), one.language, one.subject, one.body)
        row = (str(id), str(conference), release, *words)
        rows += [queueing(mail, "drafted"), Write(sql, row)]
    return rows


def notice_from(address: str, row: tuple[Any, ...]) -> Notice:
    who, about, language, subject, body = row
    return Notice(address, who, tuple(str(about).split()), language, subject, body)


def notice_of(tables: Tables, mail: Mail) -> Notice:
    """The words of a mail that is a notice."""
    sql = f"SELECT {COLUMNS} FROM notices WHERE mail = ?"  # noqa: S608 (no value is put in)
    return notice_from(mail.address, tables.query(sql, (str(mail.id),))[0])


def notices_of(tables: Tables, conference: UUID) -> list[tuple[Mail, Notice]]:
    """All notices of a conference with where they are, those of the last release first. The mails
    are read first: what is laid meanwhile has no mail yet here, and no mail is without words."""
    sql = f"{ROWS} WHERE conference = ? AND kind = 'notice' ORDER BY revision DESC, id"
    mails = [mail_from(row) for row in tables.query(sql, (str(conference),))]
    sql = f"SELECT mail, {COLUMNS} FROM notices WHERE conference = ?"  # noqa: S608 (the same)
    words = {UUID(row[0]): row[1:] for row in tables.query(sql, (str(conference),))}
    return [(mail, notice_from(mail.address, words[mail.id])) for mail in mails]


def sending(conference: UUID, release: int, account: UUID, now: datetime) -> Write:
    """Let the notices of a release that lie ready go out, in the name of who says so; their two
    days begin now."""
    sql = (
        "UPDATE outbox SET state = 'queued', account = ?, answer = '', claim = '', tries = 0, "
        "queued_at = ?, due_at = ?, moved_at = ? "
        "WHERE conference = ? AND revision = ? AND kind = 'notice' AND state = 'drafted'"
    )
    return Write(sql, (str(account), *[written(now)] * 3, str(conference), release))


def replacing(mail: Mail, now: datetime) -> Write:
    """A later release tells the same parties anew: what has not gone out yet never does."""
    sql = (
        "UPDATE outbox SET state = 'dropped', answer = 'mail.newer-release', moved_at = ? "
        "WHERE id = ? AND state IN ('drafted', 'queued')"
    )
    return Write(sql, (written(now), str(mail.id)))
