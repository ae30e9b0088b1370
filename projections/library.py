"""The library: follows the log and keeps every document, all at one position."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any, NamedTuple
from uuid import UUID

from events.base import Fact
from projections import (
    agenda,
    attendance,
    awards,
    badges,
    conference,
    conference_list,
    contests,
    guest_list,
    introductions,
    run_sheet,
    seating_plan,
    speeches,
    team,
)
from projections.clauses import CLAUSES
from projections.kept import Kept, undisturbed
from projections.shared import Shared

Read = Callable[[int, int], Sequence[tuple[int, Fact]]]
"""The store's reader: facts after a position, at most so many, as (position, fact)."""

BLOCK = 2_000
"""Facts read at once: some 2 MB, and a page that waits for a catch-up waits 40 ms at most."""

CHECKPOINT = 1_000
"""Facts of one conference between two kept shelves: a past position is folded from the last one
before it, so it costs at most these many evolves (about 20 ms); documents share their parts."""


@dataclass(frozen=True)
class Shelf:
    """The documents of one conference, all folded from the log up to `position`."""

    position: int
    conference: conference.ConferenceDocument
    guest_list: guest_list.GuestList
    attendance: attendance.Attendance
    contests: contests.Contests
    introductions: introductions.Introductions
    agenda: agenda.Agenda
    speeches: speeches.Speeches
    awards: awards.Awards
    seating_plan: seating_plan.SeatingPlan
    run_sheet: run_sheet.RunSheet
    badges: badges.Badges
    team: team.Team


LISTED = frozenset(conference_list.evolve.registry) - {object}
"""The facts that the list of all conferences says anything about."""

PAGE = 200
"""Facts of one conference read together for its history."""


class Missing(LookupError):
    """The library has no such conference, or no such position."""

    def __init__(self, kind: str, id: UUID | int) -> None:
        super().__init__(f"{kind} {id}")
        self.kind, self.id = kind, id


class Ping(NamedTuple):
    """A document of a conference has changed."""

    conference_id: UUID
    document: str
    position: int


class Library:
    """Threads share it: documents are immutable, the fold happens under one lock."""

    def __init__(self, read: Read) -> None:
        self.position = 0
        self.lists = [(0, conference_list.blank())]  # each with the position it begins at
        self.listeners: list[Callable[[list[Ping]], None]] = []
        self._read = read
        self._kept: dict[UUID, Kept] = {}
        self._lock = Lock()
        self._shared = Shared(self._read_on)

    def catch_up(self) -> int:
        """Fold what the log holds beyond our position; answers the position then."""
        self._shared()
        return self.position

    def _read_on(self) -> None:
        block = self._read(self.position, BLOCK)
        with undisturbed(len(block) == BLOCK):
            while block:
                self._fold(block)
                block = self._read(self.position, BLOCK) if len(block) == BLOCK else ()

    def _fold(self, block: Sequence[tuple[int, Fact]]) -> None:
        with self._lock:
            for position, fact in block:
                self._take(position, fact)
            self.position = block[-1][0]
            self._tell()

    def _tell(self) -> None:
        """Tell the listeners which documents have changed."""
        pings = []
        for id, kept in self._kept.items():
            pings += [Ping(id, name, position) for name, position in kept.moved.items()]
            kept.moved.clear()
        if pings:
            for listener in self.listeners:
                listener(pings)

    def shelf(self, conference_id: UUID, at: int | None = None) -> Shelf:
        """The documents of a conference as of now, or as of log position `at`."""
        self.catch_up()
        with self._lock:
            position = self.position
            kept = self._kept.get(conference_id)
            if kept is None or (at is not None and at < kept.positions[0]):
                raise Missing("conference", conference_id)
            if at is None:
                return Shelf(position=position, **kept.documents)
            if at > position:
                raise Missing("position", at)
            return Shelf(position=at, **self._folded(conference_id, kept, at))

    def conferences(self, at: int | None = None) -> conference_list.ConferenceList:
        """The list of all conferences as of now, or as of log position `at`."""
        newest = self.catch_up()
        if at is not None and at > newest:
            raise Missing("position", at)
        wanted = newest if at is None else at
        return next(listed for start, listed in reversed(self.lists) if start <= wanted)

    def positions(self, conference_id: UUID) -> Sequence[int]:
        """The positions of all facts of a conference, ascending."""
        self.catch_up()
        return self._kept[conference_id].positions if conference_id in self._kept else ()

    def facts_of(self, conference_id: UUID, at: int) -> Iterator[tuple[int, Fact]]:
        """The facts of a conference up to position `at`, newest first, read from the log."""
        own = self.positions(conference_id)
        last = bisect_right(own, at)
        for start in range((last - 1) // PAGE * PAGE, -1, -PAGE):
            wanted = own[start : min(start + PAGE, last)]
            yield from reversed(list(self._between(conference_id, wanted[0], wanted[-1])))

    def _between(self, id: UUID, first: int, last: int) -> Iterator[tuple[int, Fact]]:
        position = first - 1
        while position < last:
            block = self._read(position, BLOCK)
            yield from ((p, fact) for p, fact in block if p <= last and fact.conference_id == id)
            position = block[-1][0] if block else last

    def _take(self, position: int, fact: Fact) -> None:
        id = fact.conference_id
        kept = self._kept.get(id)
        if kept is None:
            kept = self._kept[id] = Kept(id)
        kept.positions.append(position)
        documents = kept.documents
        for name, evolve in CLAUSES[type(fact)]:
            new = evolve(fact, documents[name])
            if new is not documents[name]:
                documents[name] = new
                kept.moved[name] = position
        if type(fact) in LISTED:
            self.lists.append((position, conference_list.evolve(fact, self.lists[-1][1])))
        if len(kept.positions) % CHECKPOINT == 0:
            kept.checkpoints.append((position, dict(documents)))

    def _folded(self, id: UUID, kept: Kept, at: int) -> dict[str, Any]:
        start, documents = next(c for c in reversed(kept.checkpoints) if c[0] <= at)
        documents = dict(documents)
        while start < at:
            block = self._read(start, BLOCK)
            for position, fact in block:
                if position <= at and fact.conference_id == id:
                    for name, evolve in CLAUSES[type(fact)]:
                        documents[name] = evolve(fact, documents[name])
            if not block:
                break
            start = block[-1][0]
        return documents
