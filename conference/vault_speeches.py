"""What a speech has that is no fact: the files of its texts, and the links of its unit."""

from base64 import b64decode, b64encode
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from conference.vault import Tables, Write, hidden, new_secret


def keeping(conference: UUID, sha256: str, data: bytes) -> Write:
    """The row that keeps a file, to be written with the fact that names it; kept once, however
    often it comes."""
    sql = "INSERT INTO speech_texts VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
    return Write(sql, (str(conference), sha256, b64encode(data).decode()))


def kept(tables: Tables, conference: UUID, sha256: str) -> bytes | None:
    """A file of this conference; None where the log came without its files."""
    sql = "SELECT body FROM speech_texts WHERE conference = ? AND sha256 = ?"
    rows = tables.query(sql, (str(conference), sha256))
    return b64decode(rows[0][0]) if rows else None


class SpeechLink(NamedTuple):
    """Whose link a secret is."""

    conference: UUID
    speech: UUID


def make_link(tables: Tables, link: SpeechLink, now: datetime) -> str:
    """A fresh secret; those made before stay good until they are revoked."""
    secret = new_secret()
    sql = "INSERT INTO speech_links VALUES (?, ?, ?, ?, NULL)"
    row = (hidden(secret), str(link.conference), str(link.speech), now.isoformat())
    tables.write([Write(sql, row)])
    return secret


def link_of(tables: Tables, secret: str) -> SpeechLink | None:
    """Whose link a secret is; None for one that was never made or is revoked."""
    sql = "SELECT conference, speech FROM speech_links WHERE secret = ? AND revoked_at IS NULL"
    rows = tables.query(sql, (hidden(secret),))
    return SpeechLink(UUID(rows[0][0]), UUID(rows[0][1])) if rows else None


def links_made(tables: Tables, link: SpeechLink) -> tuple[datetime, ...]:
    """When the links that work were made, the newest first."""
    sql = (
        "SELECT made_at FROM speech_links WHERE conference = ? AND speech = ? "
        "AND revoked_at IS NULL ORDER BY made_at DESC"
    )
    rows = tables.query(sql, (str(link.conference), str(link.speech)))
    return tuple(datetime.fromisoformat(row[0]) for row in rows)


def revoke_links(tables: Tables, link: SpeechLink, now: datetime) -> None:
    """Void every link of a speech."""
    sql = (
        "UPDATE speech_links SET revoked_at = ? "
        "WHERE conference = ? AND speech = ? AND revoked_at IS NULL"
    )
    tables.write([Write(sql, (now.isoformat(), str(link.conference), str(link.speech)))])
