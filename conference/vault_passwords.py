"""Passwords: argon2, with a bound on how many are hashed at once."""

from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

HASHER = PasswordHasher()
"""The library's defaults (RFC 9106, low memory): 64 MB and some 130 ms a hash."""

AT_ONCE = BoundedSemaphore(2)
"""Hashes at once: two cores, and 128 MB at most for whoever guesses."""

NOBODY = HASHER.hash("a password that nobody has")
"""Checked when a login is unknown, so that the answer takes as long as for a known one."""


def hashed(password: str) -> str:
    with AT_ONCE:
        return HASHER.hash(password)


def fits(password: str, stored: str) -> bool:
    """Whether the password is the stored one; an account without one costs as much and is no."""
    try:
        with AT_ONCE:
            HASHER.verify(stored or NOBODY, password)
    except (VerificationError, InvalidHashError):
        return False
    return bool(stored)
