"""Reading a damaged log: what cannot be read is named by its position, the rest is read."""

import sqlite3

from builders import STAMP

from conference.config import Settings
from conference.importers.check import read_again
from conference.importers.demo import load_demo
from conference.store import Store


def test_unreadable_rows_are_named_and_the_others_are_read_across_a_gap(settings: Settings) -> None:
    store = Store(settings)
    load_demo(store, STAMP, "Ban tổ chức")
    head = store.head()
    damage = (
        "UPDATE stored_events SET topic = 'os:system' WHERE rowid = 3",
        "UPDATE stored_events SET state = '{}' WHERE rowid = 5",
        "DELETE FROM stored_events WHERE rowid IN (7, 8)",
        "UPDATE stored_events SET state = '{}' WHERE rowid = 9",
    )
    with sqlite3.connect(settings.sqlite_path) as raw:
        for statement in damage:
            assert raw.execute(statement).rowcount > 0
    raw.close()
    read = list(read_again(store))
    store.close()
    assert [(position, code) for position, _, code in read if code] == [
        (3, "log.unknown-topic"),
        (5, "log.bad-payload"),
        (9, "log.bad-payload"),
    ]
    there = [position for position in range(1, head + 1) if position not in (7, 8)]
    assert [position for position, _, _ in read] == there
    assert [position for position, fact, _ in read if fact is None] == [3, 5, 9]


def test_a_sound_log_is_read_block_by_block_to_its_end(settings: Settings) -> None:
    store = Store(settings)
    load_demo(store, STAMP, "Ban tổ chức")
    read = list(read_again(store))
    wanted = [(position, fact, "") for position, fact in store.facts(0, 10_000)]
    store.close()
    assert [(p, type(fact), code) for p, fact, code in read] == [
        (p, type(fact), code) for p, fact, code in wanted
    ]


def test_an_empty_log_has_nothing_to_read(settings: Settings) -> None:
    store = Store(settings)
    assert list(read_again(store)) == []
    store.close()
