"""The library: every past position reads as it was served, however the history went."""

import threading
from collections.abc import Sequence
from uuid import uuid4

import pytest
from builders import DAY, STAMP
from builders_history import Act, History, acts
from hypothesis import given, settings
from hypothesis import strategies as st

from projections import library as module
from projections.library import Library, Missing, Ping, Shelf

days = st.lists(acts, min_size=1, max_size=30)


def served(history: History, library: Library, day: Sequence[Act]) -> list[Shelf]:
    """The shelf that was served after each act of the day, as head."""
    shelves = [library.shelf(history.conference_id)]
    for act in day:
        act(history)
        shelves.append(library.shelf(history.conference_id))
    return shelves


@settings(max_examples=25)
@given(days)
def test_a_past_position_reads_as_it_was_served_when_it_was_head(day: list[Act]) -> None:
    history = History()
    library = Library(history.read)
    for shelf in served(history, library, day):
        assert library.shelf(history.conference_id, shelf.position) == shelf


@settings(max_examples=10)
@given(days)
def test_a_restart_reads_every_position_alike(day: list[Act]) -> None:
    history = History()
    shelves = served(history, Library(history.read), day)
    again = Library(history.read)
    assert again.shelf(history.conference_id) == shelves[-1]
    for shelf in shelves:
        assert again.shelf(history.conference_id, shelf.position) == shelf


@settings(max_examples=5)
@given(days, days)
def test_two_conferences_in_one_log_do_not_touch_each_other(
    day: list[Act], more: list[Act]
) -> None:
    """The same history under another id, fact by fact in between, leaves every document alike."""
    history, other = History(), uuid4()
    for act in (*day, *more):
        act(history)
    mixed = [fact for fact in history.log for _ in range(2)]
    for index in range(1, len(mixed), 2):
        twin = object.__new__(type(mixed[index]))
        twin.__dict__.update(vars(mixed[index]), conference_id=other)
        mixed[index] = twin
    both = Library(lambda after, limit: list(enumerate(mixed[after : after + limit], after + 1)))
    alone = Library(history.read)
    for position in (len(history.log) // 2, len(history.log)):
        wanted = alone.shelf(history.conference_id, position)
        found = both.shelf(history.conference_id, 2 * position)
        assert {**vars(found), "position": 0} == {**vars(wanted), "position": 0}


def test_checkpoints_lead_to_the_same_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a kept shelf every 50 facts each position is folded from another one."""
    history = History()
    plain = Library(history.read)
    wanted = {at: plain.shelf(history.conference_id, at) for at in range(1, len(history.log), 7)}
    monkeypatch.setattr(module, "CHECKPOINT", 50)
    monkeypatch.setattr(module, "BLOCK", 33)
    library = Library(history.read)
    assert {at: library.shelf(history.conference_id, at) for at in wanted} == wanted


def test_an_unknown_conference_or_position_is_missing() -> None:
    history = History()
    library = Library(history.read)
    for id, at in ((uuid4(), None), (history.conference_id, len(history.log) + 1)):
        with pytest.raises(Missing):
            library.shelf(id, at)
    with pytest.raises(Missing):
        library.shelf(history.conference_id, 0)


def test_what_changed_is_pinged_and_nothing_else() -> None:
    history = History()
    library, heard = Library(history.read), []
    library.catch_up()
    library.listeners.append(heard.extend)
    guest = history.guests()[0]
    history.act(guest, "check_in", door="A", device="quầy 1", at=DAY)
    position = library.catch_up()
    changed = {ping.document for ping in heard}
    assert all(ping == Ping(history.conference_id, ping.document, position) for ping in heard)
    assert {"guest_list", "attendance"} <= changed
    assert changed.isdisjoint({"agenda", "awards", "conference", "team"})


def test_threads_that_read_and_write_see_each_position_whole() -> None:
    history = History()
    library, wrong = Library(history.read), []
    guests = history.guests()

    def read() -> None:
        for _ in range(200):
            shelf = library.shelf(history.conference_id)
            if shelf.attendance.present != len(
                [g for g in shelf.guest_list.by_id.values() if g.present]
            ):
                wrong.append(shelf.position)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for guest in guests:
        history.act(guest, "check_in", door="A", device="quầy 1", at=STAMP.at)
    for reader in readers:
        reader.join()
    assert wrong == []
    assert library.shelf(history.conference_id).position == len(history.log)
