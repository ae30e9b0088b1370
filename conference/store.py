"""The store: loads and changes aggregates, and lets readers follow the log."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from copy import copy
from random import uniform
from threading import Lock
from time import monotonic, sleep
from typing import Any, TypeVar
from uuid import UUID

from eventsourcing.domain import BaseAggregate

from conference import store_postgres, store_schema, store_sqlite
from conference.config import Settings
from conference.errors import ConferenceError, NotFound, Refused, Stale
from conference.store_mapper import TypedMapper, fact_of
from conference.store_postgres import PostgreSQL
from conference.store_sqlite import SQLite
from conference.store_writer import Conflict, Writer
from conference.vault import Write
from events.base import Created, Fact

N = TypeVar("N", bound=BaseAggregate[UUID])
T = TypeVar("T")

TRIES = 10
"""How often a change meets a conflict before it gives up: four threads on one stream lost 105 of
200 commands with one try and none with ten (architecture.md section 6)."""


TURNS = 64
"""Locks by which the threads of one process take turns on one aggregate, so that they need not
lose to each other what they would only try again."""

CROWDED_S = 1.0
"""Seconds after a conflict in which processes take turns, too: three that added to one agenda
without a pause lost 115 of 180 commands by retries alone, none by turns."""


class Unit:
    """Aggregates that are changed together: what was loaded or added is saved as one."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self.nouns: dict[UUID, BaseAggregate[UUID]] = {}

    def load(self, kind: type[N], id: UUID) -> N:
        if id not in self.nouns:
            self.nouns[id] = self._store.load(kind, id)
        noun = self.nouns[id]
        assert isinstance(noun, kind)
        return noun

    def add(self, noun: BaseAggregate[UUID]) -> None:
        self.nouns[noun.id] = noun


class Store:
    """The log and the tables beside it, on SQLite or PostgreSQL. Make it after the worker forks.

    `Store.migrate(settings)` comes first, once, in a process of its own.
    """

    def __init__(self, settings: Settings) -> None:
        self._database: SQLite | PostgreSQL = (
            PostgreSQL(settings.database) if settings.database else SQLite(settings.sqlite_path)
        )
        try:
            store_schema.ready(self._database.schema_version())
        except ConferenceError:
            self._database.close_writer()
            self._database.close()
            raise
        self._writer = Writer(self._database)
        self._mapper = TypedMapper()
        self._along: tuple[Write, ...] = ()
        self._turns = [Lock() for _ in range(TURNS)]
        self._crowded_until = [0.0] * TURNS

    def along(self, *writes: Write) -> "Store":
        """The same store for one command: its first save writes these rows too, or nothing."""
        twin = copy(self)
        twin._along = writes  # noqa: SLF001 (a twin of its own class)
        return twin

    @staticmethod
    def migrate(settings: Settings) -> None:
        """Make the tables that are missing; harmless while others do the same."""
        if settings.database:
            store_postgres.migrate(settings.database)
        else:
            store_sqlite.migrate(settings.sqlite_path)

    def load(self, kind: type[N], id: UUID) -> N:
        """The aggregate as its facts make it. NotFound when it is none, or of another kind."""
        noun: N | None = None
        for position, row_id, version, topic, state in self._database.rows_of(id):
            fact = fact_of(row_id, version, topic, state, position)
            if noun is None and not (
                isinstance(fact, Created) and fact.originator_topic == topic_of(kind)
            ):
                break
            noun = fact.mutate(noun)
        if noun is None:
            raise NotFound(topic_of(kind), id)
        return noun

    def change(
        self,
        kind: type[N],
        id: UUID,
        act: Callable[[N], object],
        *,
        expecting: int | None = None,
        beside: Sequence[Write] = (),
    ) -> N:
        """Load, act, save. On a conflict again from the start, unless `expecting` a version:
        then Stale."""

        def once(unit: Unit) -> N:
            noun = unit.load(kind, id)
            if expecting is not None and noun.version != expecting:
                raise Stale(topic_of(kind), noun.version)
            act(noun)
            return noun

        with self._turns[id.int % TURNS]:
            return self._changed(once, beside, id.int % TURNS)

    def change_all(self, act: Callable[[Unit], T], *, beside: Sequence[Write] = ()) -> T:
        """Let `act` load and change several aggregates; all are saved or none, and the rows of
        `beside` with them (a list that `act` itself may fill)."""
        return self._changed(act, beside)

    def _changed(
        self, act: Callable[[Unit], T], beside: Sequence[Write], turn: int | None = None
    ) -> T:
        for tried in range(1, TRIES + 1):
            try:
                with self._turn(turn):
                    return self._changed_once(act, beside)
            except Conflict:
                if tried == TRIES:
                    raise
                if turn is not None:
                    self._crowded_until[turn] = monotonic() + CROWDED_S
                sleep(uniform(0, 0.002 * tried))  # noqa: S311 (only spreads the retries)
        raise AssertionError("unreachable")

    def _turn(self, turn: int | None) -> AbstractContextManager[None]:
        """This process's turn on an aggregate, while others have lately been met on it."""
        crowded = turn is not None and self._crowded_until[turn] > monotonic()
        return self._database.turn(turn) if turn is not None and crowded else nullcontext()

    def _changed_once(self, act: Callable[[Unit], T], beside: Sequence[Write]) -> T:
        unit = Unit(self)
        answer = act(unit)
        pending = [fact for noun in unit.nouns.values() for fact in noun.collect_events()]
        if pending or beside:
            self._save(pending, beside)
        return answer

    def create(self, *nouns: BaseAggregate[UUID], beside: Sequence[Write] = ()) -> None:
        """Save new aggregates as one. Refused when one of them exists."""
        pending = [fact for noun in nouns for fact in noun.collect_events()]
        self.append(pending, beside)

    def append(self, facts: Sequence[Any], beside: Sequence[Write] = ()) -> None:
        """Save facts as they are, all or none. Refused when one of them stands already."""
        try:
            self._save(facts, beside)
        except Conflict as conflict:
            raise Refused("store.exists") from conflict

    def _save(self, facts: Sequence[Any], beside: Sequence[Write]) -> None:
        events = [self._mapper.to_stored_event(fact) for fact in facts]
        self._writer.save(events, (*self._along, *beside))
        self._along = ()

    def facts(self, after: int, limit: int) -> list[tuple[int, Fact]]:
        """At most `limit` facts behind position `after`, in order, each with its position."""
        return [
            (position, fact_of(id, version, topic, state, position))
            for position, id, version, topic, state in self._database.rows_after(after, limit)
        ]

    def head(self) -> int:
        """The last position of the log; 0 while it is empty."""
        return self._database.head()

    def query(self, sql: str, params: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Rows of the vault's tables."""
        return self._database.query(sql, params)

    def write(self, writes: Sequence[Write]) -> None:
        """Write to the vault's tables alone. Refused when a unique key is taken."""
        self.append((), writes)

    def wait(self, timeout_s: float) -> bool:
        """Wait until the log may have grown, at most so long; for the one thread that follows."""
        return self._database.wait(timeout_s)

    def close(self) -> None:
        """Write what is queued and let go of the files."""
        self._writer.close()
        self._database.close()


def topic_of(kind: type[BaseAggregate[UUID]]) -> str:
    return str(getattr(kind, "TOPIC", kind.__name__))
