"""What the doors need and is no fact: a conference's signing key, and the answer to each scan."""

from contextlib import suppress
from hashlib import sha256
from secrets import token_bytes
from typing import NamedTuple
from uuid import UUID

from conference.errors import Refused
from conference.vault import Tables, Write


class Answered(NamedTuple):
    """What a scan was answered, for good: its content's hash, the verdict, whose code it was."""

    content: str
    verdict: str
    guest: UUID | None


def door_key(tables: Tables, conference: UUID) -> bytes:
    """The key that signs the conference's codes: 256 random bits, made once, never sent out."""
    sql = "SELECT secret FROM door_keys WHERE conference = ?"
    rows = tables.query(sql, (str(conference),))
    if not rows:
        insert = "INSERT INTO door_keys VALUES (?, ?)"
        with suppress(Refused):  # another worker made it at the same moment
            tables.write([Write(insert, (str(conference), token_bytes(32).hex()))])
        rows = tables.query(sql, (str(conference),))
    return bytes.fromhex(rows[0][0])


def answered(tables: Tables, conference: UUID, scan_id: str) -> Answered | None:
    """What the scan of this id was answered; None when it is new."""
    sql = "SELECT content, verdict, guest FROM scans WHERE conference = ? AND scan = ?"
    rows = tables.query(sql, (str(conference), scan_id))
    if not rows:
        return None
    content, verdict, guest = rows[0]
    return Answered(content, verdict, UUID(guest) if guest else None)


def answering(conference: UUID, scan_id: str, answer: Answered) -> Write:
    """The row that keeps an answer, written with the facts it belongs to."""
    guest = str(answer.guest) if answer.guest else None
    row = (str(conference), scan_id, answer.content, answer.verdict, guest)
    return Write("INSERT INTO scans VALUES (?, ?, ?, ?, ?)", row)


def content_of(*said: object) -> str:
    """The hash by which a scan id used for something else is noticed."""
    return sha256("\n".join(map(str, said)).encode()).hexdigest()
