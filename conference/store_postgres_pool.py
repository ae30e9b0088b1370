"""Connections to PostgreSQL that are lent to one caller at a time, made anew after an outage."""

from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, LifoQueue
from threading import BoundedSemaphore
from typing import Any

import psycopg

from conference.errors import Unavailable

PATIENCE_S = 2.0
"""Seconds in which a dropped connection is made anew before a caller hears of it."""

AWAY = (psycopg.OperationalError, psycopg.InterfaceError)
"""What the driver raises when the server is stopped, starting, or has dropped us."""


ALIVE: dict[str, Any] = {
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}
"""A server behind a pulled cable is given up after some ten seconds (s, and ms for the last). The
system's own two hours would keep a thread for each request until then."""


def connected(url: str) -> psycopg.Connection:
    """A connection on which nothing waits for a lock longer than five seconds."""
    connection = psycopg.connect(url, autocommit=True, connect_timeout=2, **ALIVE)
    connection.execute("SET lock_timeout = '5s'")
    return connection


class Pool:
    """At most `size` connections. Not the driver's pool: after an outage that waits before each
    try to connect, twice as long every time, while the server is back already."""

    def __init__(self, url: str, size: int) -> None:
        self._url = url
        self._idle: LifoQueue[psycopg.Connection] = LifoQueue()
        self._free = BoundedSemaphore(size)

    @contextmanager
    def lent(self) -> Iterator[psycopg.Connection]:
        """A connection for one caller; the driver's own errors go through."""
        connection = self.take()
        try:
            yield connection
        except AWAY:
            connection.close()
            self.close()  # the others were dropped as well
            raise
        finally:
            self.give(connection)

    def take(self) -> psycopg.Connection:
        """Unavailable when the others keep theirs; the driver's error when the server is away."""
        if not self._free.acquire(timeout=PATIENCE_S):
            raise Unavailable("every connection to the database is in use")
        try:
            return self._idle.get_nowait()
        except Empty:
            pass
        try:
            return connected(self._url)
        except BaseException:
            self._free.release()
            raise

    def give(self, connection: psycopg.Connection) -> None:
        if not connection.closed:
            self._idle.put(connection)
        self._free.release()

    def close(self) -> None:
        """Close what nobody uses."""
        while True:
            try:
                self._idle.get_nowait().close()
            except Empty:
                return
