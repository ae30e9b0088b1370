"""The one writer of a process: commits what has queued up meanwhile as one transaction."""

import os
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import Thread
from typing import Protocol

from eventsourcing.persistence import StoredEvent

from conference.errors import Unavailable
from conference.vault import Write

MOST_SHARED = 64
"""Saves of one transaction: at 20 µs each a batch holds the lock for about a millisecond."""


class Conflict(Exception):
    """Another save was first: a version or a unique key is taken already."""


@dataclass
class Save:
    """Facts and rows that are written together or not at all."""

    events: Sequence[StoredEvent]
    writes: Sequence[Write] = ()
    outcome: Future[None] = field(default_factory=Future)


class Database(Protocol):
    """What a store's database does for the writer."""

    def commit_all(self, saves: Sequence[Save]) -> list[Exception | None]:
        """Write the saves in one durable transaction, each in a savepoint of its own; answers
        what each came to: None, or its Conflict. Unavailable when the database is away."""

    def close_writer(self) -> None: ...


class Writer:
    """A thread with a queue. Callers wait for their own outcome; a conflict fails nobody else.

    Made after the fork: a queue in a child of the process that made it would wait for ever.
    """

    def __init__(self, database: Database) -> None:
        self.pid = os.getpid()
        self._database = database
        self._queue: SimpleQueue[Save | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def save(self, events: Sequence[StoredEvent], writes: Sequence[Write] = ()) -> None:
        """Write and wait until it is durable. Conflict or Unavailable when it was not."""
        if os.getpid() != self.pid:
            raise RuntimeError("the store was made before the fork; make one in each worker")
        save = Save(events, writes)
        self._queue.put(save)
        save.outcome.result()

    def close(self) -> None:
        """Write what is queued, then stop."""
        self._queue.put(None)
        self._thread.join()
        self._database.close_writer()

    def _run(self) -> None:
        while (first := self._queue.get()) is not None:
            saves, last = self._gathered(first)
            self._settle(saves)
            if last:
                return

    def _gathered(self, first: Save) -> tuple[list[Save], bool]:
        saves = [first]
        while len(saves) < MOST_SHARED and not self._queue.empty():
            save = self._queue.get()
            if save is None:
                return saves, True
            saves.append(save)
        return saves, False

    def _settle(self, saves: list[Save]) -> None:
        try:
            outcomes = self._database.commit_all(saves)
        except Exception as error:
            outcomes = [error if isinstance(error, Unavailable) else Unavailable(str(error))] * len(
                saves
            )
        for save, outcome in zip(saves, outcomes, strict=True):
            if outcome is None:
                save.outcome.set_result(None)
            else:
                save.outcome.set_exception(outcome)
