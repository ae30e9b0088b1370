"""Appends a second through the store, each durable when its caller goes on, beside the raw driver.

One thread against one commit a fact with the same bytes; sixteen threads against one of ours. A
disk's fsync changes threefold within a second on a shared machine: so the bursts are short and in
turn, and the ratio is the median of the rounds' own ratios, not the ratio of two medians.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from statistics import median
from time import perf_counter

import psycopg
from _figures import rounded, seconds, sized, tell
from _log import rows, scans
from _stores import KINDS, emptied

from conference.config import Settings
from conference.store import Store
from events.base import Fact

BURST = 40
"""Facts of one thread's burst: a tenth of a second on a slow disk."""

THREADS = 16

LONG_S = sized(14, 0)
"""Seconds of rounds for each store; one round at least."""

Raw = Callable[[Sequence[Fact]], float]


def main() -> None:
    for kind in KINDS:
        with emptied(kind) as settings, RAW[kind](settings) as raw, opened(settings) as store:
            told(kind, rounds(store, raw))


def told(kind: str, taken: list[list[float]]) -> None:
    one, floor, many = (median(rates) for rates in zip(*taken, strict=True))
    of_floor = rounded(median(ours / raw for ours, raw, _ in taken))
    of_one = rounded(median(many / ours for ours, _, many in taken))
    count = len(taken)
    name = f"appends, 1 thread, {kind}"
    tell(name, "facts/s", one, floor, ">= 0.5", ratio=of_floor, rounds=count)
    name = f"appends, {THREADS} threads beside 1, {kind}"
    tell(name, "facts/s", many, one, ">= 2", ratio=of_one, rounds=count)


def rounds(store: Store, raw: Raw) -> list[list[float]]:
    """One thread, the floor and many threads in turn, again and again: their rates by round."""
    end, taken = perf_counter() + LONG_S, []
    while not taken or perf_counter() < end:
        rates = rate(store, 1, BURST), raw(scans(BURST)), rate(store, THREADS, 4 * BURST)
        taken.append([*rates])
    return taken


@contextmanager
def opened(settings: Settings) -> Iterator[Store]:
    store = Store(settings)
    yield store
    store.close()


def rate(store: Store, threads: int, count: int) -> float:
    """Facts a second: each is a commit of its own to who waits for it."""
    facts = scans(count)

    def append(own: Sequence[Fact]) -> None:
        for fact in own:
            store.append([fact])

    shares = [facts[number::threads] for number in range(threads)]
    if threads == 1:
        return count / seconds(lambda: append(facts))
    with ThreadPoolExecutor(threads) as pool:
        return count / seconds(lambda: list(pool.map(append, shares)))


@contextmanager
def raw_sqlite(settings: Settings) -> Iterator[Raw]:
    """One row a transaction, in the same file, as durable: WAL and synchronous=FULL."""
    insert = "INSERT INTO stored_events VALUES (?, ?, ?, ?)"
    with closing(sqlite3.connect(settings.sqlite_path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")

        def append(facts: Sequence[Fact]) -> float:
            stored = [(id.hex, *rest) for id, *rest in rows(facts)]
            return len(facts) / seconds(lambda: [connection.execute(insert, row) for row in stored])

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
            return len(facts) / seconds(lambda: [connection.execute(insert, row) for row in stored])

        yield append


RAW = {"SQLite": raw_sqlite, "PostgreSQL": raw_postgresql}

if __name__ == "__main__":
    main()
