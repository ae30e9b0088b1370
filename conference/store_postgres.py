"""PostgreSQL: the server store. The recorder's table lock is kept: ids appear in commit order."""

from collections.abc import Iterator, Mapping, Sequence
from time import monotonic, sleep
from typing import Any
from uuid import UUID

import psycopg
from eventsourcing.postgres import PostgresApplicationRecorder, PostgresDatastore
from psycopg.conninfo import conninfo_to_dict

from conference import store_schema
from conference.errors import Unavailable
from conference.store_postgres_pool import AWAY, PATIENCE_S, Pool, connected
from conference.store_postgres_writer import PostgreSQLWriter
from conference.store_sqlite import ROW
from conference.store_writer import Save
from conference.vault import TABLES


class PostgreSQL:
    """The log on a server. The writer has a connection of its own, readers a pool."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._writer = PostgreSQLWriter(url)
        self._listener: psycopg.Connection | None = None
        self._readers = Pool(url, 8)

    def commit_all(self, saves: Sequence[Save]) -> list[Exception | None]:
        return self._writer.commit_all(saves)

    def _fetched(self, sql: Any, params: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        """Rows of a query. A server that is away is asked again for a while, then Unavailable."""
        end = monotonic() + PATIENCE_S
        while True:
            try:
                with self._readers.lent() as connection:
                    return connection.execute(sql, params, prepare=True).fetchall()
            except AWAY as error:
                if monotonic() > end:
                    raise Unavailable(str(error)) from error
                sleep(0.05)

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
            if self._listener is None:
                self._listener = connected(self.url)
                self._listener.execute("LISTEN stored_events")
                return True
            return any(True for _ in self._listener.notifies(timeout=timeout_s, stop_after=1))
        except AWAY as error:
            self._forget_listener()
            raise Unavailable(str(error)) from error

    def _forget_listener(self) -> None:
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    def close_writer(self) -> None:
        self._writer.close()

    def close(self) -> None:
        self._readers.close()
        self._forget_listener()


def migrate(url: str) -> None:
    """Make the tables under an advisory lock, so that any number of processes may start at once.
    Unavailable when the server is away."""
    try:
        with psycopg.connect(url, autocommit=True, connect_timeout=2) as connection:
            connection.execute("SELECT pg_advisory_lock(20190325)")
            try:
                make_tables(connection, conninfo_to_dict(url))
            finally:
                connection.execute("SELECT pg_advisory_unlock(20190325)")
    except AWAY as error:
        raise Unavailable(str(error)) from error


def make_tables(connection: psycopg.Connection, given: Mapping[str, Any]) -> None:
    """The tables that are missing. Refused("store.newer") before anything is touched."""
    connection.execute(store_schema.TABLE)
    newest = connection.execute(store_schema.NEWEST).fetchone()
    if newest is not None and store_schema.to_be_made(newest[0]):
        connection.execute(store_schema.KEEP)
    datastore = PostgresDatastore(
        dbname=str(given.get("dbname", "postgres")),
        host=str(given.get("host", "")),
        port=str(given.get("port", "5432")),
        user=str(given.get("user", "")),
        password=str(given.get("password", "")),
    )
    try:
        PostgresApplicationRecorder(datastore).create_table()
    finally:
        datastore.close()
    for statement in TABLES:
        connection.execute(statement)
