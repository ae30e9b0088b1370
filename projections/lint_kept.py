"""Findings as long as they hold: kept by the documents that they are made of, and the day."""

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from datetime import date
from threading import Lock
from uuid import UUID

from projections.library import Library, Missing, Shelf
from projections.lint import lint, printed, read
from projections.lint_finding import Lint
from projections.run_sheet import RunSheet

MOST = 16
"""Conferences, roles and days of which findings are kept: more are looked at one after another."""

MOST_PAST = 64
"""Run-sheets of past positions that are kept: as many papers made elsewhere."""


class Kept:
    """The findings of this process. Documents are told apart by identity, which holds while they
    are kept beside what was found in them; those of a past position never become others."""

    def __init__(self) -> None:
        self._found: OrderedDict[Hashable, tuple[tuple[object, ...], Lint]] = OrderedDict()
        self._past: OrderedDict[tuple[UUID, int], RunSheet] = OrderedDict()
        self._lock = Lock()

    def of(self, shelf: Shelf, today: date, library: Library) -> Lint:
        """The findings of a shelf, found where none of these documents was looked at before."""
        documents = read(shelf)
        positions = frozenset(one for one in printed(shelf) if one <= shelf.position)
        key = (today, positions, *map(id, documents))
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
                return self._found[key][1]
        found = lint(shelf, today, self._sheets(shelf, positions, library))
        with self._lock:
            self._found[key] = (documents, found)
            while len(self._found) > MOST:
                self._found.popitem(last=False)
        return found

    def _sheets(
        self, shelf: Shelf, positions: frozenset[int], library: Library
    ) -> Mapping[int, RunSheet]:
        """The run-sheet at each of these positions; none before the conference was planned."""
        found = {}
        for at in positions:
            try:
                found[at] = self._sheet(shelf.conference.id, at, library)
            except Missing:
                continue
        return found

    def _sheet(self, conference_id: UUID, at: int, library: Library) -> RunSheet:
        key = (conference_id, at)
        with self._lock:
            if key in self._past:
                self._past.move_to_end(key)
                return self._past[key]
        sheet = library.shelf(conference_id, at).run_sheet
        with self._lock:
            self._past[key] = sheet
            while len(self._past) > MOST_PAST:
                self._past.popitem(last=False)
        return sheet
