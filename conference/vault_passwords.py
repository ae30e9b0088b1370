"""Passwords: argon2, with a bound on how many are hashed at once."""

from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

HASHER = PasswordHasher()
"""The library's defaults (RFC 9106, low memory): 64 MB and some 130 ms a hash."""

AT_ONCE = BoundedSemaphore(2)
"""Hashes at once: two cores, and 128 MB at most for whoever guesses."""

NOBODY = (
    "$argon2id$v=19$m=65536,t=3,p=4$sadRV4kwBY5JJ7U94Cm6uw"
    "$kXGoiyhqUqHf6zmGBJiPtTiVRFLL2mBQ6wz8i0hYaxw"
)
"""Of "a password that nobody has": checked when a login is unknown, so that the answer takes as
long as for a known one. Written down, since to make it anew cost every start 130 ms."""


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
