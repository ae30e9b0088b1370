"""Which edition of the programme a file shows: its release, and the number that calendars count."""

from typing import NamedTuple

from projections.agenda import Agenda
from projections.library import Shelf
from projections.replaced import replaced


class Edition(NamedTuple):
    """`release` is None for a draft; `sequence` grows with each edition that tells its readers
    something else (RFC 5545, 3.8.7.4)."""

    release: int | None = None
    sequence: int = 0


DRAFT = Edition()
"""A programme that was never released."""


def edition_of(agenda: Agenda) -> Edition:
    """A programme that differs from its last release is a draft again, to who sees the draft."""
    last = agenda.released
    if last is None:
        return Edition(None, sequence_of(agenda))
    draft = agenda.draft and agenda.unreleased
    return Edition(None if draft else last.number, sequence_of(agenda))


def sequence_of(agenda: Agenda) -> int:
    """What has grown whenever these readers see something else than before: with every fact where
    the draft is seen, or what the day itself brings; else with releases and what is played. An item
    that is skipped and taken up again between two releases is cancelled and confirmed anew."""
    if agenda.draft or any(item.at_once for item in agenda.by_id.values()):
        return agenda.version
    return max(agenda.played, agenda.released.version) if agenda.released else 0


def as_seen(shelf: Shelf, *, draft: bool) -> Shelf:
    """The documents with the agenda that is shown: a draft is its organisers' only."""
    return shelf if draft else replaced(shelf, agenda=shelf.agenda.public)


def as_invited(shelf: Shelf) -> Shelf:
    """The documents as letters, appointments and doors have them: guests go by the last release,
    and while there is none by the hour alone at which the conference begins."""
    agenda = shelf.agenda
    if agenda.released is None:
        begins = Agenda(starts_at=agenda.starts_at, version=agenda.version, draft=False)
        return replaced(shelf, agenda=begins)
    return as_seen(shelf, draft=False)
