"""SQLite: the embedded store. One writer connection under a file lock, readers of their own."""

import fcntl
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from queue import Empty, LifoQueue
from threading import Condition
from time import monotonic
from typing import Any, ClassVar
from uuid import UUID

from eventsourcing.sqlite import SQLiteApplicationRecorder, SQLiteDatastore

from conference import store_schema
from conference.errors import Unavailable
from conference.store_writer import Conflict, Save
from conference.vault import TABLES

LARGEST_WAL = 4 * 1024 * 1024
"""Bytes of the write-ahead log before it is checkpointed: SQLite's own default, 1,000 pages."""

POLL_S = 0.005
"""Seconds between two looks at PRAGMA data_version: 0.8 % CPU (architecture.md section 6)."""

ROW = tuple[int, UUID, int, str, bytes]


id_of = lru_cache(100_000)(UUID)
"""An aggregate's id, one object for all its facts: most facts are of an aggregate met before."""


class FileLock:
    """An exclusive lock between processes, fair for two: who has just had it queues at the door."""

    def __init__(self, path: Path) -> None:
        self._door = os.open(f"{path}.door", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._room = os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def __enter__(self) -> None:
        fcntl.flock(self._door, fcntl.LOCK_EX)
        try:
            fcntl.flock(self._room, fcntl.LOCK_EX)
        finally:
            fcntl.flock(self._door, fcntl.LOCK_UN)

    def __exit__(self, *_: object) -> None:
        fcntl.flock(self._room, fcntl.LOCK_UN)

    def close(self) -> None:
        os.close(self._door)
        os.close(self._room)


class SQLite:
    """The log in one file. `synchronous=FULL` is set and read back; nobody checkpoints but us."""

    SYNCHRONOUS: ClassVar[str] = "FULL"

    def __init__(self, path: Path) -> None:
        self.path = path
        self._wal = f"{path}-wal"
        self._lock = FileLock(path)
        self._readers: LifoQueue[sqlite3.Connection] = LifoQueue()
        self._moved = Condition()
        self._commits = 0
        self._writer = self._connect()
        self._writer.execute(f"PRAGMA synchronous={self.SYNCHRONOUS}")
        self._writer.execute("PRAGMA wal_autocheckpoint=0")
        if self._writer.execute("PRAGMA synchronous").fetchone()[0] != 2:
            raise Unavailable("SQLite does not keep synchronous=FULL; a commit may be lost")
        self._watcher = self._connect()
        self._seen = (self._data_version(), 0)

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.path, timeout=5, isolation_level=None, check_same_thread=False
        )
        if connection.execute("PRAGMA journal_mode=WAL").fetchone()[0] != "wal":
            raise Unavailable("SQLite does not keep a write-ahead log here")
        return connection

    def commit_all(self, saves: Sequence[Save]) -> list[Exception | None]:
        try:
            with self._lock:
                outcomes = self._transacted(saves)
                self._checkpoint_when_large()
        except sqlite3.Error as error:
            raise Unavailable(str(error)) from error
        self._tell()
        return outcomes

    def _transacted(self, saves: Sequence[Save]) -> list[Exception | None]:
        """A save that is alone needs no savepoint: the transaction falls with it."""
        execute = self._writer.execute
        execute("BEGIN IMMEDIATE")
        try:
            if len(saves) > 1:
                outcomes = [self._beside_others(save) for save in saves]
            else:
                outcomes = [self._insert(save) for save in saves]
            execute("ROLLBACK" if len(saves) == 1 and outcomes[0] else "COMMIT")
        except BaseException:
            if self._writer.in_transaction:
                execute("ROLLBACK")
            raise
        return outcomes

    def _beside_others(self, save: Save) -> Exception | None:
        self._writer.execute("SAVEPOINT one")
        outcome = self._insert(save)
        if outcome is not None:
            self._writer.execute("ROLLBACK TO one")
        self._writer.execute("RELEASE one")
        return outcome

    def _insert(self, save: Save) -> Exception | None:
        execute = self._writer.execute
        save.ready()
        try:
            for e in save.events:
                row = (e.originator_id.hex, e.originator_version, e.topic, e.state)  # type: ignore[union-attr]
                execute("INSERT INTO stored_events VALUES (?,?,?,?)", row)
            for write in save.writes:
                execute(write.sql, write.params)
        except sqlite3.IntegrityError as error:
            return Conflict(str(error))
        return None

    def _checkpoint_when_large(self) -> None:
        """Only here and at closing, always under the lock: SQLite 3.7.0 to 3.51.2 can corrupt a
        log whose checkpoint overlaps another connection's commit. (By pathlib the look at the size
        took a third of a commit's 100 µs.)"""
        with suppress(FileNotFoundError):
            if os.stat(self._wal).st_size > LARGEST_WAL:  # noqa: PTH116
                self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @contextmanager
    def _reader(self) -> Iterator[sqlite3.Connection]:
        try:
            connection = self._readers.get_nowait()
        except Empty:
            connection = self._connect()
            connection.execute("PRAGMA query_only=1")
            connection.execute("PRAGMA wal_autocheckpoint=0")
        try:
            yield connection
        except sqlite3.Error as error:
            raise Unavailable(str(error)) from error
        finally:
            self._readers.put(connection)

    def query(self, sql: str, params: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        with self._reader() as connection:
            return connection.execute(sql, params).fetchall()

    def rows_after(self, position: int, limit: int) -> Iterator[ROW]:
        sql = (
            "SELECT rowid, originator_id, originator_version, topic, state FROM stored_events "
            "WHERE rowid > ? ORDER BY rowid LIMIT ?"
        )
        for row, id, version, topic, state in self.query(sql, (position, limit)):
            yield row, id_of(id), version, topic, state

    def rows_of(self, id: UUID) -> Iterator[ROW]:
        sql = (
            "SELECT rowid, originator_version, topic, state FROM stored_events "
            "WHERE originator_id = ? ORDER BY originator_version"
        )
        for row, version, topic, state in self.query(sql, (id.hex,)):
            yield row, id, version, topic, state

    def schema_version(self) -> int | None:
        """The version of the tables; None where they have not been made."""
        made = "SELECT 1 FROM sqlite_master WHERE name = 'schema_versions'"
        return self.query(store_schema.NEWEST)[0][0] if self.query(made) else None

    def head(self) -> int:
        return int(self.query("SELECT COALESCE(MAX(rowid), 0) FROM stored_events")[0][0])

    def _data_version(self) -> int:
        return int(self._watcher.execute("PRAGMA data_version").fetchone()[0])

    def _tell(self) -> None:
        with self._moved:
            self._commits += 1
            self._moved.notify_all()

    def wait(self, timeout_s: float) -> bool:
        """Wait until a commit of any process, at most so long; one thread at a time."""
        end = monotonic() + timeout_s
        while True:
            now = (self._data_version(), self._commits)
            if now != self._seen:
                self._seen = now
                return True
            if (left := end - monotonic()) <= 0:
                return False
            with self._moved:
                if self._commits == now[1]:
                    self._moved.wait(min(POLL_S, left))

    def close_writer(self) -> None:
        with self._lock:
            self._writer.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            self._writer.close()

    def close(self) -> None:
        self._watcher.close()
        while not self._readers.empty():
            self._readers.get_nowait().close()
        self._lock.close()


def migrate(path: Path) -> None:
    """Make the tables under the lock, so that any number of processes may start at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path)
    try:
        with lock:
            make_tables(path)
    finally:
        lock.close()


def make_tables(path: Path) -> None:
    """The tables that are missing. Refused("store.newer") before anything is touched."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(store_schema.TABLE)
        if store_schema.to_be_made(connection.execute(store_schema.NEWEST).fetchone()[0]):
            connection.execute(store_schema.KEEP)
        for statement in TABLES:
            connection.execute(statement)
    datastore = SQLiteDatastore(str(path))
    SQLiteApplicationRecorder(datastore).create_table()
    datastore.close()
