"""The writer's side of PostgreSQL: one question and one answer for a commit that meets nobody."""

from collections.abc import Sequence
from time import monotonic, sleep

import psycopg

from conference.errors import Unavailable
from conference.store_postgres_pool import AWAY, PATIENCE_S, connected
from conference.store_writer import Conflict, Save

CONFLICTS = (psycopg.errors.UniqueViolation, psycopg.errors.SerializationFailure)

LOCK = "LOCK TABLE stored_events IN EXCLUSIVE MODE"
"""The recorder's own lock: without it a reader tailing the log passes over late commits."""

INSERT = "INSERT INTO stored_events (originator_id, originator_version, topic, state) VALUES "
ROW = "(%s, %s, %s, %s)"
NOTIFY = "NOTIFY stored_events"

Statement = tuple[str, Sequence[object]]


class PostgreSQLWriter:
    """The one connection that writes. Used by one thread at a time."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._connection: psycopg.Connection | None = None

    def commit_all(self, saves: Sequence[Save]) -> list[Exception | None]:
        """All at once where nothing collides, else one by one in savepoints, under one lock.

        A lost reply can hide a commit: after a break each save is looked up before it is tried
        again.
        """
        end, again = monotonic() + PATIENCE_S, False
        while True:
            try:
                return self._commit(saves, again)
            except AWAY as error:
                self.close()
                if monotonic() > end:
                    raise Unavailable(str(error)) from error
                again = True
                sleep(0.05)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _commit(self, saves: Sequence[Save], again: bool) -> list[Exception | None]:
        if self._connection is None:
            self._connection = connected(self._url)
        if not again and saves[0].make is None:
            try:
                write_together(self._connection, saves)
                return [None] * len(saves)
            except CONFLICTS as error:
                if len(saves) == 1:
                    return [Conflict(str(error))]
            except AWAY:
                raise
            except psycopg.Error:
                pass  # one save is none that the server takes: found out one by one
        return write_one_by_one(self._connection, saves, again)


def write_together(connection: psycopg.Connection, saves: Sequence[Save]) -> None:
    """One message with all statements, which the server takes for one transaction: it rolls back
    by itself. Seven messages took 770 µs where fsync is free, a pipeline of five 520, this 275
    (and a bare INSERT 150). The lock comes before the ids are drawn."""
    cursor = psycopg.ClientCursor(connection)
    said = [cursor.mogrify(sql, params) for sql, params in statements(saves)]
    cursor.execute("; ".join([LOCK, *said, NOTIFY]))


def write_one_by_one(
    connection: psycopg.Connection, saves: Sequence[Save], again: bool
) -> list[Exception | None]:
    """A transaction in which a save that fails leaves the others whole."""
    with connection.transaction():
        connection.execute(LOCK)
        outcomes = [
            None if again and stands(connection, save) else write_alone(connection, save)
            for save in saves
        ]
        connection.execute(NOTIFY)
    return outcomes


def write_alone(connection: psycopg.Connection, save: Save) -> Exception | None:
    save.ready()
    try:
        with connection.transaction():
            for sql, params in statements([save]):
                psycopg.ClientCursor(connection).execute(sql, params)
    except CONFLICTS as error:
        return Conflict(str(error))
    except AWAY:
        raise
    except psycopg.Error as error:
        return Unavailable(str(error))
    return None


def statements(saves: Sequence[Save]) -> list[Statement]:
    """The facts of all saves as one statement, in order, then the rows beside them."""
    events = [event for save in saves for event in save.events]
    facts = [v for e in events for v in (e.originator_id, e.originator_version, e.topic, e.state)]
    insert: Statement = (INSERT + ", ".join([ROW] * len(events)), facts)
    beside = [(w.sql.replace("?", "%s"), w.params) for save in saves for w in save.writes]
    return [insert, *beside] if events else [*beside]


def stands(connection: psycopg.Connection, save: Save) -> bool:
    """Whether this very save is in the log already: its commit's reply was lost."""
    if not save.events:
        return False
    first = save.events[0]
    sql = "SELECT state FROM stored_events WHERE originator_id=%s AND originator_version=%s"
    row = connection.execute(sql, (first.originator_id, first.originator_version)).fetchone()
    return row is not None and bytes(row[0]) == first.state
