"""Facts a second into documents, from memory and from a store; start and memory of a full library.

One conference of 2,000 guests with 100,000 facts: the documents are as big as they get.
"""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from _figures import cpu_seconds, in_turn, sized, tell
from _log import fill, grown, reader
from _stores import emptied, environment

from conference.config import Settings
from conference.store import Store
from events.base import Fact
from projections.library import BLOCK, Library, Read

FACTS = sized(100_000, 3_000)
ROUNDS = sized(3, 1)
"""Rounds of each: one takes ten seconds."""

PROBE = Path(__file__).with_name("_start.py")


def main() -> None:
    facts = grown(FACTS)
    with emptied("SQLite") as settings, emptied("SQLite") as empty:
        fill(settings, facts)
        from_memory(facts)
        from_store(settings)
        started(settings, empty)


def from_memory(facts: list[Fact]) -> None:
    """The floor takes the same blocks and only counts the facts of each kind."""
    read = reader(facts)
    ours, floor = in_turn(
        rate(lambda: Library(read).catch_up()), rate(lambda: counted(blocks(read))), rounds=ROUNDS
    )
    tell(f"fold of {FACTS:,} facts in memory", "facts/CPU-s", ours, floor, ">= 50,000 facts/s")


def from_store(settings: Settings) -> None:
    """The floor reads the same rows with the raw driver, and parses their JSON."""
    store = Store(settings)
    ours, floor = in_turn(
        rate(lambda: Library(store.facts).catch_up()),
        rate(lambda: parsed(settings.sqlite_path)),
        rounds=ROUNDS,
    )
    store.close()
    tell(f"fold of {FACTS:,} facts from SQLite", "facts/CPU-s", ours, floor, ">= 50,000 facts/s")


def started(settings: Settings, empty: Settings) -> None:
    """Each start is a process of its own; the floors are an empty store, and the log's size."""
    grown_mb: list[float] = []

    def start(of: Settings) -> float:
        command = [sys.executable, str(PROBE)]
        told = subprocess.run(
            command, env=environment(of), check=True, timeout=120, capture_output=True
        )
        probe = json.loads(told.stdout)
        grown_mb.extend([probe["grown_mb"]] if of is settings else [])
        return probe["start_s"]

    ours, floor = in_turn(lambda: start(settings), lambda: start(empty), rounds=ROUNDS)
    tell(f"start with {FACTS:,} facts beside an empty store", "s", ours, floor, "< 3 s")
    size = settings.sqlite_path.stat().st_size / 1e6
    memory = sorted(grown_mb)[len(grown_mb) // 2]
    tell(f"library of {FACTS:,} facts beside the log's file", "MB", memory, size)


def rate(act: Callable[[], object]) -> Callable[[], float]:
    return lambda: FACTS / cpu_seconds(act)


def blocks(read: Read) -> Iterator[Fact]:
    position = 0
    while block := read(position, BLOCK):
        yield from (fact for _, fact in block)
        position = block[-1][0]


def counted(facts: Iterator[Fact]) -> dict[Any, int]:
    counts: dict[Any, int] = {}
    for fact in facts:
        key = (fact.conference_id, type(fact))
        counts[key] = counts.get(key, 0) + 1
    return counts


def parsed(path: Path) -> dict[str, int]:
    counts: dict[str, int] = {}
    with closing(sqlite3.connect(path)) as connection:
        for topic, state in connection.execute("SELECT topic, state FROM stored_events"):
            json.loads(state)
            counts[topic] = counts.get(topic, 0) + 1
    return counts


if __name__ == "__main__":
    main()
