"""Which edition of the programme a file shows: its release, and the number that calendars count."""

from typing import NamedTuple

from projections.agenda import Agenda
from projections.library import Shelf
from projections.replaced import replaced


class Edition(NamedTuple):
    """`release` is None for a draft; `sequence` grows with each release (RFC 5545, 3.8.7.4)."""

    release: int | None = None
    sequence: int = 0


DRAFT = Edition()
"""A programme that was never released."""


def edition_of(agenda: Agenda) -> Edition:
    """A programme that differs from its last release is a draft again."""
    last = agenda.released
    if last is None:
        return DRAFT
    return Edition(None if agenda.unreleased else last.number, last.number)


def as_seen(shelf: Shelf, *, draft: bool) -> Shelf:
    """The documents with the agenda that is shown: a draft is its organisers' only."""
    return shelf if draft else replaced(shelf, agenda=shelf.agenda.public)
