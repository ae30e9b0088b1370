"""Several processes on one store: nobody waits long, nobody misses a fact, nobody sits double."""

import sqlite3
from threading import Thread

import pytest
from builders import KIEN_GIANG, STAMP
from builders_processes import (
    AGENDA,
    SEATING,
    draft,
    start_up,
    tail,
    take_a_seat,
    together,
    write_many,
)
from builders_seating import hall_said

from conference.config import Settings
from conference.domain.agenda import Agenda
from conference.domain.seating import Seating
from conference.store import Store

LONGEST_WAIT_S = 0.5
"""No waiter above half a second (the order of the house): with only SQLite's busy timeout one
of eight connections waited 6 s, in each of three runs."""

ROUNDS = 3
"""A machine that others use may stop for a while; a lock that starves does so in every round."""


def test_two_writing_processes_wait_less_than_half_a_second(settings: Settings) -> None:
    for number in range(ROUNDS):
        names = (f"here {number}", f"there {number}")
        given = [(settings, draft(settings, name), name, 300) for name in names]
        longest = max(max(one) for one in together(write_many, *given))
        store = Store(settings)
        assert [len(store.load(Agenda, one).order) for _, one, _, _ in given] == [300, 300]
        store.close()
        if longest < LONGEST_WAIT_S:
            return
    assert longest < LONGEST_WAIT_S


def test_four_processes_on_one_agenda_lose_nothing(any_settings: Settings) -> None:
    agenda = draft(any_settings, "one")
    together(write_many, *((any_settings, agenda, f"clerk {n}", 25) for n in range(4)))
    store = Store(any_settings)
    assert len(store.load(Agenda, agenda).order) == 100
    store.close()


def test_a_follower_under_load_misses_nothing_and_sees_it_in_order(any_settings: Settings) -> None:
    """Conflicts leave gaps in PostgreSQL's ids; a gap is final, since commits are in order."""
    agenda, drafts = draft(any_settings, "shared"), 1
    heard: list[int] = []
    follower = Thread(target=lambda: heard.extend(tail(any_settings, drafts + 3 * 60)))
    follower.start()
    together(write_many, *((any_settings, agenda, f"clerk {n}", 60) for n in range(3)))
    follower.join()
    store = Store(any_settings)
    assert heard == [position for position, _ in store.facts(0, 1_000)]
    assert len(heard) == drafts + 180
    store.close()


def test_eight_workers_start_at_once_on_an_empty_store(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    fresh = Settings(data_dir=tmp_path_factory.mktemp("empty"), secret_key="a key for tests only")
    assert together(start_up, *[(fresh,)] * 8) == [0] * 8


def test_eight_workers_start_at_once_on_an_existing_store(any_settings: Settings) -> None:
    draft(any_settings, "there already")
    assert together(start_up, *[(any_settings,)] * 8) == [1] * 8


def test_eight_workers_start_at_once_on_an_empty_postgres(postgres_empty: Settings) -> None:
    assert together(start_up, *[(postgres_empty,)] * 8) == [0] * 8


def test_a_seat_is_won_by_one_of_four_processes(any_settings: Settings) -> None:
    store = Store(any_settings)
    seating = Seating.begin_for(STAMP, KIEN_GIANG)
    seating.adopt_hall(STAMP, **hall_said(20))
    store.create(seating)
    won = together(take_a_seat, *((any_settings, worker, 20) for worker in range(4)))
    taken = [seat for seats in won for seat in seats]
    assert sorted(taken) == sorted(store.load(Seating, SEATING).sitting)
    assert len(taken) == len(set(taken)) == 20
    store.close()


def test_the_file_stays_whole_under_two_writers(settings: Settings) -> None:
    draft(settings, "x")
    Store(settings).close()
    together(write_many, *((settings, draft(settings, f"c{n}"), f"c{n}", 80) for n in range(2)))
    with sqlite3.connect(settings.sqlite_path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_the_agendas_id_is_the_conferences_own() -> None:
    assert Agenda.draft(STAMP, KIEN_GIANG).id == AGENDA
