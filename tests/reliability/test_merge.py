"""T9: doors that were cut off bring scans, walk-ins and reversals in any order, in parts, some of
them twice; who is in the hall and what is contested come out the same, as a few lines count."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal
from uuid import uuid4

import psycopg
import pytest
from builders import STAMP, id
from builders_commands import HERE, shelf_of
from builders_door import code, hall, reversal, scan, walk_in
from builders_load import rounds
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conference.commands import check_in_reversal
from conference.commands.check_in import check_in
from conference.commands.check_in_scan import Scan
from conference.commands.invitation_answers import reissue_invitation, withdraw_invitation
from conference.config import Settings
from conference.store import Store
from events.attendance import ContestSettled, EntryContested
from events.base import Stamp

NAMES = ("Lan", "Hoa", "Mai", "Cúc", "Rút", "Đổi")
WITHDRAWN, REISSUED = 4, 5
"""The guests whose invitation was withdrawn, and whose code replaced, while doors were away."""

Seen = tuple[Literal["scan"], int, int, int]
"""Device, number of the guest, revision of the code that was shown."""

Walked = tuple[Literal["walk_in"], int]
"""Device."""

Undone = tuple[Literal["undo"], int, int]
"""Device, and which of the entries it takes back: another door's is none of its business."""

Entry = Seen | Walked | Undone
Merge = tuple[list[Entry], list[int], int]
"""Entries as they were made, the order in which they arrive, how many at a time."""

devices = st.integers(0, 4)
entry: st.SearchStrategy[Entry] = st.one_of(
    st.tuples(st.just("scan"), devices, st.integers(0, 5), st.integers(0, 1)),
    st.tuples(st.just("walk_in"), devices),
    st.tuples(st.just("undo"), devices, st.integers(0, 24)),
)
merges = st.lists(entry, min_size=1, max_size=25).flatmap(
    lambda made: st.tuples(st.just(made), st.permutations(range(len(made))), st.integers(1, 7))
)

Came = tuple[Counter[str], Counter[tuple[str, str]]]
"""How many are in the hall by name, and how often each guest's entry is contested and why."""


def oracle(entries: list[Entry]) -> Came:
    """What it comes to, in whatever order it arrives."""
    undone = {n % len(entries) for n in undoings(entries)}
    left = [one for n, one in enumerate(entries) if n not in undone]
    scans = [(g, r) for kind, _, *rest in left if kind == "scan" for g, r in [rest]]
    good = Counter(NAMES[g] for g, r in scans if g != WITHDRAWN and r == int(g == REISSUED))
    wrong = Counter(
        (NAMES[g], "withdrawn" if g == WITHDRAWN else "replaced")
        for g, r in scans
        if g == WITHDRAWN or r != int(g == REISSUED)
    )
    again = Counter({(name, "already"): n - 1 for name, n in good.items() if n > 1})
    walked = Counter({"Khách": sum(one[0] == "walk_in" for one in left)})
    return +(Counter(dict.fromkeys(good, 1)) + walked), wrong + again


def undoings(entries: list[Entry]) -> Iterator[int]:
    """The entries that were taken back by the door which made them."""
    for one in entries:
        if one[0] == "undo":
            of = entries[one[2] % len(entries)]
            if of[0] != "undo" and of[1] == one[1]:
                yield one[2]


@settings(max_examples=rounds(25, each=1_000))
@given(merges)
@example(([("walk_in", 0), ("undo", 0, 0)], [1, 0], 1))
@example(([("scan", 0, 0, 0), ("scan", 1, 0, 0), ("undo", 0, 0)], [0, 1, 2], 3))
@example(([("scan", 0, 0, 0), ("scan", 1, 0, 0), ("undo", 0, 0)], [2, 1, 0], 1))
def test_any_order_of_upload_comes_to_the_same(merge: Merge) -> None:
    with a_file() as where:
        assert merged(merge, where) == oracle(merge[0])


@settings(max_examples=rounds(4, each=200))
@given(merge=merges)
@example(merge=([("scan", 0, 0, 0), ("scan", 1, 0, 0), ("undo", 0, 0)], [2, 1, 0], 1))
def test_any_order_of_upload_comes_to_the_same_on_postgresql(postgres: str, merge: Merge) -> None:
    with a_database(postgres) as where:
        assert merged(merge, where) == oracle(merge[0])


def test_a_server_that_forgets_early_reversals_is_found_out(
    any_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The broken twin: what it comes to depends on the order."""
    early: Merge = ([("scan", 0, 0, 0), ("undo", 0, 0)], [1, 0], 1)
    monkeypatch.setattr(check_in_reversal, "keep", lambda *_: None)
    assert merged(early, any_settings) != oracle(early[0])


@contextmanager
def a_file() -> Iterator[Settings]:
    """Settings of a SQLite store for one merge."""
    with TemporaryDirectory() as folder:
        where = Settings(data_dir=Path(folder), secret_key="a key for tests only")
        Store.migrate(where)
        yield where


@contextmanager
def a_database(server: str) -> Iterator[Settings]:
    """Settings of a PostgreSQL database for one merge."""
    name = f"merge_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection, TemporaryDirectory() as folder:
        connection.execute(f"CREATE DATABASE {name}")
        url = server.replace("/postgres?", f"/{name}?")
        where = Settings(data_dir=Path(folder), secret_key="a key for tests only", database=url)
        Store.migrate(where)
        yield where
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def merged(merge: Merge, where: Settings) -> Came:
    """The doors' entries arrive, in parts, the first of each part twice."""
    entries, order, part = merge
    store = Store(where)
    codes, head = made(store), store.head()
    queued = offline(entries, codes)
    for start in range(0, len(order), part):
        upload(store, entries, queued, [*order[start : start + part], order[start]])
    came = told(store, head)
    store.close()
    return came


def made(store: Store) -> list[str]:
    """The conference as it stands when the doors come back; codes by guest and revision."""
    guests = hall(store, *NAMES)
    withdraw_invitation(store, STAMP, **HERE, guest=guests[WITHDRAWN], reason="không mời nữa")
    reissue_invitation(store, STAMP, **HERE, guest=guests[REISSUED], reason="mất giấy")
    return [code(store, guest, revision) for guest in guests for revision in (0, 1)]


def offline(entries: list[Entry], codes: list[str]) -> list[Scan]:
    """The entries as the doors queued them; a reversal names its entry by id."""
    queued: list[Scan] = []
    for n, one in enumerate(entries):
        where = {"door": f"Cửa {one[1]}", "shown": "admitted"}
        if one[0] == "scan":
            queued.append(scan(f"{n}", codes[one[2] * 2 + one[3]], **where))
        elif one[0] == "walk_in":
            queued.append(walk_in(f"{n}", **where))
        else:
            queued.append(reversal(f"{n}", scan(f"{one[2] % len(entries)}")))
    return queued


def upload(store: Store, entries: list[Entry], queued: list[Scan], order: list[int]) -> None:
    """What follows each other of one device is one request."""
    for device, numbers in groupby(order, lambda n: entries[n][1]):
        scans = [queued[n] for n in numbers]
        check_in(
            store, Stamp(id(f"device {device}"), STAMP.at), **HERE, scans=scans, closed_at=None
        )


def told(store: Store, head: int) -> Came:
    rows = shelf_of(store).guest_list.by_id
    known = {guest: row.name if row.name in NAMES else "Khách" for guest, row in rows.items()}
    here = Counter(str(known[guest]) for guest, row in rows.items() if row.present)
    open_: dict[tuple[object, int], tuple[str, str]] = {}
    for _, fact in store.facts(head, 10_000):
        if isinstance(fact, EntryContested):
            who = str(known[fact.originator_id])
            open_[fact.originator_id, fact.originator_version] = (who, fact.verdict)
        elif isinstance(fact, ContestSettled):
            del open_[fact.originator_id, fact.entry]
    return here, Counter(open_.values())
