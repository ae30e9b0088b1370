"""PostgreSQL: the server store. The recorder's table lock is kept: ids appear in commit order."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import monotonic, sleep
from typing import Any
from uuid import UUID

import psycopg
from eventsourcing.postgres import PostgresApplicationRecorder, PostgresDatastore
from psycopg.conninfo import conninfo_to_dict
from psycopg_pool import ConnectionPool, PoolTimeout

from conference import store_schema
from conference.errors import Unavailable
from conference.store_sqlite import ROW
from conference.store_writer import Conflict, Save
from conference.vault import TABLES, Write

PATIENCE_S = 2.0
"""Seconds in which a dropped connection is made anew before a caller hears of it."""

CONFLICTS = (psycopg.errors.UniqueViolation, psycopg.errors.SerializationFailure)

TURN_SPACE = 20190325
"""The first key of the advisory locks by which processes take turns."""

LOCK = "LOCK TABLE stored_events IN EXCLUSIVE MODE"
"""The recorder's own lock: without it a reader tailing the log passes over late commits."""

INSERT = (
    "INSERT INTO stored_events (originator_id, originator_version, topic, state) "
    "VALUES (%s, %s, %s, %s)"
)


class PostgreSQL:
    """The log on a server. The writer has a connection of its own, readers a pool."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._writer: psycopg.Connection | None = None
        self._listener: psycopg.Connection | None = None
        self._readers = ConnectionPool(
            url,
            min_size=1,
            max_size=8,
            timeout=PATIENCE_S,
            kwargs={"autocommit": True},
            open=True,
        )

        self._turns = ConnectionPool(
            url, min_size=0, max_size=4, timeout=PATIENCE_S, kwargs={"autocommit": True}, open=True
        )

    @contextmanager
    def turn(self, number: int) -> Iterator[None]:
        """This process's turn: an advisory lock, which the server gives back if we die. Where no
        connection is to be had for it, the retries have to do."""
        try:
            connection = self._turns.getconn()
        except PoolTimeout:
            yield
            return
        try:
            connection.execute("SELECT pg_advisory_lock(%s, %s)", (TURN_SPACE, number))
            try:
                yield
            finally:
                connection.execute("SELECT pg_advisory_unlock(%s, %s)", (TURN_SPACE, number))
        finally:
            self._turns.putconn(connection)

    def commit_all(self, saves: Sequence[Save]) -> list[Exception | None]:
        """All at once where nothing collides, else one by one in savepoints, under one lock.

        A lost reply can hide a commit: after a break each save is looked up before it is tried
        again.
        """
        end = monotonic() + PATIENCE_S
        again = False
        while True:
            try:
                return self._commit(saves, again)
            except (psycopg.OperationalError, psycopg.InterfaceError) as error:
                self._forget_writer()
                if monotonic() > end:
                    raise Unavailable(str(error)) from error
                again = True
                sleep(0.05)

    def _commit(self, saves: Sequence[Save], again: bool) -> list[Exception | None]:
        connection = self._connected()
        with connection.transaction():
            connection.execute("SET LOCAL lock_timeout = '5s'")
            connection.execute(LOCK)
            done = [again and self._stands(connection, save) for save in saves]
            outcomes = self._together(connection, saves, done)
            connection.execute("NOTIFY stored_events")
        return outcomes

    def _together(
        self, connection: psycopg.Connection, saves: Sequence[Save], done: Sequence[bool]
    ) -> list[Exception | None]:
        left = [save for save, stands in zip(saves, done, strict=True) if not stands]
        try:
            with connection.transaction(), connection.pipeline():
                for save in left:
                    write_all(connection, save)
            return [None] * len(saves)
        except (*CONFLICTS, psycopg.errors.PipelineAborted):
            return [
                None if stands else self._alone(connection, save)
                for save, stands in zip(saves, done, strict=True)
            ]

    def _alone(self, connection: psycopg.Connection, save: Save) -> Exception | None:
        try:
            with connection.transaction():
                write_all(connection, save)
        except CONFLICTS as error:
            return Conflict(str(error))
        return None

    def _stands(self, connection: psycopg.Connection, save: Save) -> bool:
        """Whether this very save is in the log already: its commit's reply was lost."""
        if not save.events:
            return False
        first = save.events[0]
        sql = "SELECT state FROM stored_events WHERE originator_id=%s AND originator_version=%s"
        row = connection.execute(sql, (first.originator_id, first.originator_version)).fetchone()
        return row is not None and bytes(row[0]) == first.state

    def _connected(self) -> psycopg.Connection:
        if self._writer is None or self._writer.closed:
            self._writer = psycopg.connect(self.url, autocommit=True, connect_timeout=2)
        return self._writer

    def _forget_writer(self) -> None:
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    @contextmanager
    def _reader(self) -> Iterator[psycopg.Connection]:
        try:
            with self._readers.connection() as connection:
                yield connection
        except (psycopg.OperationalError, psycopg.InterfaceError, PoolTimeout) as error:
            raise Unavailable(str(error)) from error

    def _fetched(self, sql: Any, params: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        """Rows of a query; a connection that was dropped meanwhile is tried once more."""
        for _ in range(3):
            try:
                with self._reader() as connection:
                    return connection.execute(sql, params, prepare=True).fetchall()
            except Unavailable as error:
                self._readers.check()
                missed = error
        raise missed

    def query(self, sql: str, params: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        return self._fetched(sql.replace("?", "%s"), params)

    def rows_after(self, position: int, limit: int) -> Iterator[ROW]:
        sql = (
            "SELECT notification_id, originator_id, originator_version, topic, state "
            "FROM stored_events WHERE notification_id > %s ORDER BY notification_id LIMIT %s"
        )
        for row, id, version, topic, state in self._fetched(sql, (position, limit)):
            yield row, id, version, topic, bytes(state)

    def rows_of(self, id: UUID) -> Iterator[ROW]:
        sql = (
            "SELECT notification_id, originator_version, topic, state FROM stored_events "
            "WHERE originator_id = %s ORDER BY originator_version"
        )
        for row, version, topic, state in self._fetched(sql, (id,)):
            yield row, id, version, topic, bytes(state)

    def schema_version(self) -> int | None:
        """The version of the tables; None where they have not been made."""
        made = "SELECT to_regclass('schema_versions') IS NOT NULL"
        return self.query(store_schema.NEWEST)[0][0] if self.query(made)[0][0] else None

    def head(self) -> int:
        sql = "SELECT COALESCE(MAX(notification_id), 0) FROM stored_events"
        return int(self._fetched(sql, ())[0][0])

    def wait(self, timeout_s: float) -> bool:
        """Wait for a NOTIFY of any process, at most so long (one can be lost: callers poll too)."""
        try:
            if self._listener is None or self._listener.closed:
                self._listener = psycopg.connect(self.url, autocommit=True, connect_timeout=2)
                self._listener.execute("LISTEN stored_events")
                return True
            return any(True for _ in self._listener.notifies(timeout=timeout_s, stop_after=1))
        except (psycopg.OperationalError, psycopg.InterfaceError) as error:
            self._listener = None
            raise Unavailable(str(error)) from error

    def close_writer(self) -> None:
        self._forget_writer()

    def close(self) -> None:
        self._readers.close()
        self._turns.close()
        if self._listener is not None:
            self._listener.close()


def write_all(connection: psycopg.Connection, save: Save) -> None:
    """The rows of one save, in order."""
    rows = [(e.originator_id, e.originator_version, e.topic, e.state) for e in save.events]
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(INSERT, rows)
    for sql, params in map(Write._make, save.writes):
        connection.execute(sql.replace("?", "%s"), params)


def migrate(url: str) -> None:
    """Make the tables under an advisory lock, so that any number of processes may start at once."""
    given = conninfo_to_dict(url)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(20190325)")
        datastore = PostgresDatastore(
            dbname=str(given.get("dbname", "postgres")),
            host=str(given.get("host", "")),
            port=str(given.get("port", "5432")),
            user=str(given.get("user", "")),
            password=str(given.get("password", "")),
        )
        try:
            connection.execute(store_schema.TABLE)
            newest = connection.execute(store_schema.NEWEST).fetchone()
            if newest is not None and store_schema.to_be_made(newest[0]):
                connection.execute(store_schema.KEEP)
            PostgresApplicationRecorder(datastore).create_table()
            for statement in TABLES:
                connection.execute(statement)
        finally:
            datastore.close()
            connection.execute("SELECT pg_advisory_unlock(20190325)")
