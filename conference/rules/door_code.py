"""The door code of an invitation: what its QR code says, and how a forged one is told.

19 bytes (version, the invitation's UUID, revision) and an HMAC-SHA256 cut to 128 bits, as 56
characters of base32: QR version 4 at level M in alphanumeric mode (formats.md 3.8). It only
admits: who holds it learns nobody's data from it.
"""

import hmac
import re
from base64 import b32decode, b32encode
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

VERSION = 1
SIGNED = 19
"""Bytes before the signature: one of version, sixteen of the UUID, two of the revision."""
SIGNATURE = 16
"""Bytes of the signature: 2^128 guesses; the collision bound does not matter here."""
LATEST = 2**16 - 1
"""The highest revision that fits."""

WRITTEN = re.compile(r"(?:.*/)?([A-Z2-7]{56})/?", re.DOTALL)
"""A code alone or at the end of its address, as a scanner types it."""


@dataclass(frozen=True)
class DoorCode:
    """What a code says of itself; whether it is ours only its signature tells."""

    invitation: UUID
    revision: int
    signed: bytes
    signature: bytes


def door_code(key: bytes, invitation: UUID, revision: int) -> str:
    """The code of an invitation's present revision, under its conference's key."""
    said = bytes([VERSION]) + invitation.bytes + min(revision, LATEST).to_bytes(2)
    return b32encode(said + signature(key, said)).decode()


def read_code(text: str) -> DoorCode | None:
    """What was scanned as a code, in either case; None when it cannot be one."""
    found = WRITTEN.fullmatch(text.strip().upper()) if text.isascii() else None
    if found is None:
        return None
    raw = b32decode(found[1])
    if raw[0] != VERSION:
        return None
    revision = int.from_bytes(raw[17:SIGNED])
    return DoorCode(UUID(bytes=raw[1:17]), revision, raw[:SIGNED], raw[SIGNED:])


def ours(key: bytes, code: DoorCode) -> bool:
    """Whether the code was signed with this key; takes the same time for any wrong signature."""
    return hmac.compare_digest(signature(key, code.signed), code.signature)


def signature(key: bytes, said: bytes) -> bytes:
    return hmac.digest(key, said, sha256)[:SIGNATURE]
