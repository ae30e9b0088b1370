"""The store: loads and changes aggregates, and lets readers follow the log."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from copy import copy
from random import uniform
from threading import Lock
from time import sleep
from typing import Any, TypeVar
from uuid import UUID

from eventsourcing.domain import BaseAggregate
from eventsourcing.persistence import StoredEvent

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

TRIES = 3
"""How often a change meets a conflict before it is made while every other process waits: ten tries
were not enough, since who writes without a pause overtakes each of them."""

TURNS = 64
"""Locks by which the threads of one process take turns on one aggregate, so that they need not
lose to each other what they would only try again."""


class Unit:
    """Aggregates that are changed together: what was loaded or added is saved as one."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self.nouns: dict[UUID, BaseAggregate[UUID]] = {}

    def load(self, kind: type[N], id: UUID, expecting: int | None = None) -> N:
        """The aggregate as this change has it; Stale where another version is expected."""
        if id not in self.nouns:
            self.nouns[id] = self._store.load(kind, id)
        noun = self.nouns[id]
        assert isinstance(noun, kind)
        if expecting is not None and noun.version != expecting:
            raise Stale(topic_of(kind), noun.version)
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
            noun = unit.load(kind, id, expecting)
            act(noun)
            return noun

        with self._turns[id.int % TURNS]:
            return self._changed(once, beside)

    def change_all(self, act: Callable[[Unit], T], *, beside: Sequence[Write] = ()) -> T:
        """Let `act` load and change several aggregates; all are saved or none, and the rows of
        `beside` with them (a list that `act` itself may fill)."""
        return self._changed(act, beside)

    def change_apart(
        self, kind: type[N], id: UUID, act: Callable[[N], object], *, beside: Sequence[Write] = ()
    ) -> N:
        """Load, act and save while nobody else commits: the vault's rows that `act` looks at are
        the same when it is saved."""

        def once(unit: Unit) -> N:
            noun = unit.load(kind, id)
            act(noun)
            return noun

        return self._changed_apart(once, beside)

    def _changed(self, act: Callable[[Unit], T], beside: Sequence[Write]) -> T:
        for tried in range(TRIES):
            try:
                answer, pending = self._acted(act)
                if pending or beside:
                    self._save(pending, beside)
                return answer
            except Conflict:
                sleep(uniform(0, 0.002 * (tried + 1)))  # noqa: S311 (only spreads the retries)
        return self._changed_apart(act, beside)

    def _changed_apart(self, act: Callable[[Unit], T], beside: Sequence[Write]) -> T:
        """Load, act and save while nobody else commits: only a row beside can meet a conflict."""
        outcome: Future[T] = Future()

        def make() -> tuple[Sequence[StoredEvent], Sequence[Write]]:
            nonlocal outcome
            outcome = Future()
            try:
                answer, pending = self._acted(act)
            except Exception as error:
                outcome.set_exception(error)
                return (), ()
            outcome.set_result(answer)
            return self._stored(pending), (*self._along, *beside) if pending or beside else ()

        self._writer.save_apart(make)
        self._along = ()
        return outcome.result()

    def _acted(self, act: Callable[[Unit], T]) -> tuple[T, list[Any]]:
        unit = Unit(self)
        answer = act(unit)
        return answer, [fact for noun in unit.nouns.values() for fact in noun.collect_events()]

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
        self._writer.save(self._stored(facts), (*self._along, *beside))
        self._along = ()

    def _stored(self, facts: Sequence[Any]) -> list[StoredEvent]:
        return [self._mapper.to_stored_event(fact) for fact in facts]

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
