"""What the doors need and is no fact: a conference's signing key, and the answer to each scan."""

import json
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from secrets import token_bytes
from typing import NamedTuple
from uuid import UUID
from weakref import WeakKeyDictionary

from conference.errors import Refused
from conference.vault import Tables, Write

MOST_EARLY = 32
"""Reversals of one entry that are kept until it arrives."""


class Answered(NamedTuple):
    """What a scan was answered, for good: its content's hash, the verdict, whose code it was."""

    content: str
    verdict: str
    guest: UUID | None


class Early(NamedTuple):
    """A reversal that came before its entry: by whom, whether any entry may be taken back by them,
    when (the conference's clock), and why."""

    by: UUID
    overseer: bool
    at: datetime
    reason: str


KEYS: WeakKeyDictionary[Tables, dict[UUID, bytes]] = WeakKeyDictionary()
"""The keys that each store was asked for: a key is made once and stays, a scan need not ask."""


def door_key(tables: Tables, conference: UUID) -> bytes:
    """The key that signs the conference's codes: 256 random bits, made once, never sent out."""
    known = KEYS.setdefault(tables, {})
    if conference not in known:
        known[conference] = kept_key(tables, conference)
    return known[conference]


def kept_key(tables: Tables, conference: UUID) -> bytes:
    """The key as the vault holds it, made where there is none yet."""
    sql = "SELECT secret FROM door_keys WHERE conference = ?"
    rows = tables.query(sql, (str(conference),))
    if not rows:
        insert = "INSERT INTO door_keys VALUES (?, ?)"
        with suppress(Refused):  # another worker made it at the same moment
            tables.write([Write(insert, (str(conference), token_bytes(32).hex()))])
        rows = tables.query(sql, (str(conference),))
    return bytes.fromhex(rows[0][0])


def answered(
    tables: Tables, conference: UUID, scan_id: str
) -> tuple[Answered | None, tuple[Early, ...]]:
    """What the entry of this id was answered, None when it is new; and the reversals that came
    before it."""
    sql = "SELECT scan, content, verdict, guest FROM scans WHERE conference = ? AND scan IN (?, ?)"
    rows = tables.query(sql, (str(conference), scan_id, awaited(scan_id)))
    found: Answered | None = None
    early: tuple[Early, ...] = ()
    for scan, content, verdict, guest in rows:
        if scan == scan_id:
            found = Answered(content, verdict, UUID(guest) if guest else None)
        else:
            early = (early_from(content), *further(tables, conference, scan_id))
    return found, early


def further(tables: Tables, conference: UUID, scan_id: str) -> list[Early]:
    """The reversals that came behind the first one: none but a broken door sends many."""
    names = [awaited(scan_id, number) for number in range(1, MOST_EARLY)]
    marks = ", ".join("?" * len(names))
    sql = f"SELECT content FROM scans WHERE conference = ? AND scan IN ({marks}) ORDER BY scan"  # noqa: S608
    return [early_from(said) for (said,) in tables.query(sql, (str(conference), *names))]


def early_from(content: str) -> Early:
    by, overseer, at, reason = json.loads(content)
    return Early(UUID(by), overseer, datetime.fromisoformat(at), reason)


def awaited(scan_id: str, number: int = 0) -> str:
    """The name under which the reversal of an entry waits for it, and those that come behind that
    one: no entry's id begins so."""
    return f" undo#{number} {scan_id}" if number else f" undo {scan_id}"


def awaiting(conference: UUID, of: str, early: Early, number: int) -> Write:
    """The row that keeps a reversal, the how-manieth of its entry, until that arrives."""
    said = [str(early.by), early.overseer, early.at.isoformat(), early.reason]
    row = (str(conference), awaited(of, number), json.dumps(said), "kept", None)
    return Write("INSERT INTO scans VALUES (?, ?, ?, ?, ?)", row)


def contested_as(scan_id: str) -> str:
    """The name under which it is kept that an entry was contested: no entry's id begins so."""
    return f" shown {scan_id}"


def was_contested(tables: Tables, conference: UUID, scan_id: str) -> bool:
    sql = "SELECT 1 FROM scans WHERE conference = ? AND scan = ?"
    return bool(tables.query(sql, (str(conference), contested_as(scan_id))))


def contesting(conference: UUID, scan_id: str, guest: UUID) -> Write:
    """The row by which an entry that is told again and again is contested once."""
    row = (str(conference), contested_as(scan_id), "", "contested", str(guest))
    return Write("INSERT INTO scans VALUES (?, ?, ?, ?, ?)", row)


def answering(conference: UUID, scan_id: str, answer: Answered) -> Write:
    """The row that keeps an answer, written with the facts it belongs to."""
    guest = str(answer.guest) if answer.guest else None
    row = (str(conference), scan_id, answer.content, answer.verdict, guest)
    return Write("INSERT INTO scans VALUES (?, ?, ?, ?, ?)", row)


def content_of(*said: object) -> str:
    """The hash by which a scan id used for something else is noticed."""
    return sha256("\n".join(map(str, said)).encode()).hexdigest()
