"""Which edition of the programme a file shows: its release, and the number that calendars count."""

from typing import NamedTuple


class Edition(NamedTuple):
    """`release` is None for a draft; `sequence` grows with each release (RFC 5545, 3.8.7.4)."""

    release: int | None = None
    sequence: int = 0


DRAFT = Edition()
"""A programme that was never released."""
