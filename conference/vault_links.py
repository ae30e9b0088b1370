"""Guests' personal links: random secrets, kept hashed, each opened by one browser."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from conference.vault import Tables, Write, hidden, new_secret

MOST_TRIES = 5
"""Wrong digits with which another browser asks; after them a link stays with the first."""


class Link(NamedTuple):
    """Whose link it is: an invitation at the revision of its code; a later one voids the link."""

    conference: UUID
    invitation: UUID
    revision: int


def make_links(tables: Tables, links: Sequence[Link], now: datetime) -> list[str]:
    """A fresh secret for each; those made before stay good, so that no message sent is void."""
    secrets = [new_secret() for _ in links]
    sql = "INSERT INTO personal_links VALUES (?, ?, ?, ?, ?, NULL, 0)"
    rows = [
        (hidden(secret), str(one.conference), str(one.invitation), one.revision, now.isoformat())
        for secret, one in zip(secrets, links, strict=True)
    ]
    tables.write([Write(sql, row) for row in rows])
    return secrets


def make_link(tables: Tables, link: Link, now: datetime) -> str:
    return make_links(tables, [link], now)[0]


def keep_link(tables: Tables, secret: str, link: Link, now: datetime) -> None:
    """A link whose secret its maker can make again; kept already, it stays as it is."""
    sql = "INSERT INTO personal_links VALUES (?, ?, ?, ?, ?, NULL, 0) ON CONFLICT DO NOTHING"
    whose = (str(link.conference), str(link.invitation), link.revision)
    tables.write([Write(sql, (hidden(secret), *whose, now.isoformat()))])


def link_of(tables: Tables, secret: str) -> Link | None:
    """Whose link a secret is; whether its revision still counts is the invitation's to say."""
    sql = "SELECT conference, invitation, revision FROM personal_links WHERE secret = ?"
    rows = tables.query(sql, (hidden(secret),))
    return Link(UUID(rows[0][0]), UUID(rows[0][1]), int(rows[0][2])) if rows else None


def opened_in(tables: Tables, secret: str, browser: str) -> bool:
    """Whether this browser may see what the link shows."""
    sql = (
        "SELECT 1 FROM personal_links WHERE secret = ? AND opened_by = ? "
        "UNION SELECT 1 FROM link_browsers WHERE link = ? AND browser = ?"
    )
    return bool(tables.query(sql, (hidden(secret), hidden(browser)) * 2))


def open_first(tables: Tables, secret: str, browser: str) -> bool:
    """Open a link that nobody has opened; of two browsers at the same moment one is first."""
    sql = "UPDATE personal_links SET opened_by = ? WHERE secret = ? AND opened_by IS NULL"
    tables.write([Write(sql, (hidden(browser), hidden(secret)))])
    return opened_in(tables, secret, browser)


def state_of(tables: Tables, secret: str) -> str:
    """`new` while no browser has opened the link, `again` while another may ask to, else `shut`."""
    sql = "SELECT opened_by, tries FROM personal_links WHERE secret = ?"
    opened_by, tries = tables.query(sql, (hidden(secret),))[0]
    if opened_by is None:
        return "new"
    return "again" if int(tries) < MOST_TRIES else "shut"


def count_try(tables: Tables, secret: str) -> bool:
    """Count a guess before it is looked at, so that those sent at once are all counted; whether it
    may be looked at."""
    sql = "UPDATE personal_links SET tries = tries + 1 WHERE secret = ?"
    tables.write([Write(sql, (hidden(secret),))])
    rows = tables.query("SELECT tries FROM personal_links WHERE secret = ?", (hidden(secret),))
    return bool(rows) and int(rows[0][0]) <= MOST_TRIES


def let_in(tables: Tables, secret: str, browser: str) -> None:
    """Open the link in one more browser, which has shown whose it is; the tries begin anew."""
    tables.write(
        [
            Write("INSERT INTO link_browsers VALUES (?, ?)", (hidden(secret), hidden(browser))),
            Write("UPDATE personal_links SET tries = 0 WHERE secret = ?", (hidden(secret),)),
        ]
    )
