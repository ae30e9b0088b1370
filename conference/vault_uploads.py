"""Uploaded files that wait for a second word: looked at, not yet taken over."""

from base64 import b64decode, b64encode
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from conference.vault import Tables, Write

KEPT = timedelta(hours=1)
"""How long a file waits: it holds personal data, and nobody looks at a preview for longer."""


def keep(tables: Tables, account: UUID, data: bytes, now: datetime) -> str:
    """Keep a file of this account; older ones of everybody go. Answers what it is called."""
    id = sha256(account.bytes + data).hexdigest()
    tables.write(
        [
            Write("DELETE FROM uploads WHERE kept_at < ?", ((now - KEPT).isoformat(),)),
            Write("DELETE FROM uploads WHERE id = ?", (id,)),
            Write(
                "INSERT INTO uploads VALUES (?, ?, ?, ?)",
                (id, str(account), now.isoformat(), b64encode(data).decode()),
            ),
        ]
    )
    return id


def kept(tables: Tables, account: UUID, id: str, now: datetime) -> bytes | None:
    """The file of this account that is called so; None when it is gone or another's."""
    sql = "SELECT body FROM uploads WHERE id = ? AND account = ? AND kept_at >= ?"
    rows = tables.query(sql, (id, str(account), (now - KEPT).isoformat()))
    return b64decode(rows[0][0]) if rows else None


def drop(tables: Tables, id: str) -> None:
    tables.write([Write("DELETE FROM uploads WHERE id = ?", (id,))])
