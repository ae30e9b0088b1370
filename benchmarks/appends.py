"""Appends a second through the store, each durable when its caller goes on, beside the raw driver.

One thread against one commit a fact with the same bytes; sixteen threads against one of ours.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager

import psycopg
from _figures import in_turn, seconds, sized, tell
from _log import rows, scans
from _stores import KINDS, emptied

from conference.config import Settings
from conference.store import Store
from events.base import Fact

FACTS = sized(1_000, 50)
"""Facts of one round and thread count: a second or two on a slow disk."""

THREADS = 16

Raw = Callable[[Sequence[Fact]], float]


def main() -> None:
    for kind in KINDS:
        with emptied(kind) as settings, RAW[kind](settings) as raw, opened(settings) as store:
            one, floor, many = in_turn(
                lambda: rate(store, 1),
                lambda: raw(scans(FACTS)),
                lambda: rate(store, THREADS),
            )
        tell(f"appends, 1 thread, {kind}", "facts/s", one, floor, ">= 0.5")
        tell(f"appends, {THREADS} threads beside 1, {kind}", "facts/s", many, one, ">= 2")


@contextmanager
def opened(settings: Settings) -> Iterator[Store]:
    store = Store(settings)
    yield store
    store.close()


def rate(store: Store, threads: int) -> float:
    """Facts a second: each is a commit of its own to who waits for it."""
    facts = scans(FACTS)

    def append(own: Sequence[Fact]) -> None:
        for fact in own:
            store.append([fact])

    shares = [facts[number::threads] for number in range(threads)]
    with ThreadPoolExecutor(threads) as pool:
        return FACTS / seconds(lambda: list(pool.map(append, shares)))


@contextmanager
def raw_sqlite(settings: Settings) -> Iterator[Raw]:
    """One row a transaction, in the same file, as durable: WAL and synchronous=FULL."""
    insert = "INSERT INTO stored_events VALUES (?, ?, ?, ?)"
    with closing(sqlite3.connect(settings.sqlite_path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")

        def append(facts: Sequence[Fact]) -> float:
            stored = [(id.hex, *rest) for id, *rest in rows(facts)]
            return FACTS / seconds(lambda: [connection.execute(insert, row) for row in stored])

        yield append


@contextmanager
def raw_postgresql(settings: Settings) -> Iterator[Raw]:
    """One row a transaction, into the same table, with the server's own durability."""
    insert = (
        "INSERT INTO stored_events (originator_id, originator_version, topic, state) "
        "VALUES (%s, %s, %s, %s)"
    )
    with psycopg.connect(settings.database, autocommit=True) as connection:

        def append(facts: Sequence[Fact]) -> float:
            stored = rows(facts)
            return FACTS / seconds(lambda: [connection.execute(insert, row) for row in stored])

        yield append


RAW = {"SQLite": raw_sqlite, "PostgreSQL": raw_postgresql}

if __name__ == "__main__":
    main()
