"""Which edition of the programme is shown, and what it changed since an earlier release."""

from dataclasses import dataclass

from projections.agenda import Agenda
from projections.agenda_item import AgendaItem
from projections.agenda_release import Change, Release, changes


@dataclass(frozen=True)
class Compared:
    """`last` is the last release; `ahead` by how many changes what is shown differs from it, for
    who sees the draft. `earlier` are the releases that it can be compared with, `since` the one
    that it is compared with (None: there is none), `changes` what came of that."""

    last: Release | None
    ahead: int
    earlier: tuple[int, ...]
    since: Release | None
    changes: tuple[Change, ...]


def compared(agenda: Agenda, asked: int | None = None) -> Compared:
    """The agenda as who asks may see it, against the release asked for, else the one before."""
    last = agenda.released
    ahead = len(agenda.unreleased) if agenda.draft else 0
    newest = len(agenda.releases) - (0 if ahead else 1)
    earlier = tuple(range(1, newest + 1))
    number = asked if asked in earlier else max(0, newest)
    since = agenda.releases[number - 1] if number else None
    found = changes(since.items, planned(agenda, ahead)) if since else ()
    return Compared(last, ahead, earlier, since, found)


def planned(agenda: Agenda, ahead: int) -> tuple[AgendaItem, ...]:
    """The plan that is shown: what the day made of it is no change of a release."""
    return agenda.items if ahead or agenda.released is None else agenda.released.items
