"""Keys of paired devices: a pairing code works once and gives the device a key of its own."""

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from conference.vault import Tables, Write, hidden, new_secret

PAIRING = timedelta(hours=12)
"""How long a pairing code works: it is made in the morning and used until the doors open."""


class Key(NamedTuple):
    """Which device of which conference a code or a key stands for."""

    conference: UUID
    device: UUID


def make_pairing(tables: Tables, key: Key, now: datetime) -> str:
    """A code that pairs one device once; an earlier one of the same device is void."""
    secret = new_secret()
    row = (hidden(secret), str(key.conference), str(key.device), (now + PAIRING).isoformat())
    tables.write(
        [
            Write("DELETE FROM pairings WHERE device = ?", (str(key.device),)),
            Write("INSERT INTO pairings VALUES (?, ?, ?, ?, NULL)", row),
        ]
    )
    return secret


def pairing(tables: Tables, secret: str, now: datetime) -> Key | None:
    """What a code would pair; None when it is unknown, used or expired."""
    sql = (
        "SELECT conference, device FROM pairings "
        "WHERE secret = ? AND used_at IS NULL AND expires_at > ?"
    )
    return first(tables.query(sql, (hidden(secret), now.isoformat())))


def pair(tables: Tables, secret: str, now: datetime) -> tuple[Key, str] | None:
    """Use a code: the device's key, which voids an earlier one. Of two at once one gets it."""
    found, mark = pairing(tables, secret, now), new_secret()
    if found is None:
        return None
    sql = "UPDATE pairings SET used_at = ? WHERE secret = ? AND used_at IS NULL"
    tables.write([Write(sql, (mark, hidden(secret)))])
    if not tables.query("SELECT 1 FROM pairings WHERE used_at = ?", (mark,)):
        return None
    key = new_secret()
    row = (hidden(key), str(found.conference), str(found.device), now.isoformat())
    tables.write(
        [
            Write("DELETE FROM device_keys WHERE device = ?", (str(found.device),)),
            Write("INSERT INTO device_keys VALUES (?, ?, ?, ?)", row),
        ]
    )
    return found, key


def device_of(tables: Tables, key: str) -> Key | None:
    """Whose key this is; whether the device is still trusted is the team's to say."""
    sql = "SELECT conference, device FROM device_keys WHERE secret = ?"
    return first(tables.query(sql, (hidden(key),)))


def first(rows: list[tuple[str, str]]) -> Key | None:
    return Key(UUID(rows[0][0]), UUID(rows[0][1])) if rows else None
