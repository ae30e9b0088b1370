"""Who holds the pen writes for all who wait, and nobody waits for who has gone."""

from collections.abc import Callable, Sequence
from functools import partial
from threading import Event, Thread
from time import sleep

import pytest
from builders import KIEN_GIANG, STAMP
from builders_agenda import add

from conference.config import Settings
from conference.domain.agenda import Agenda
from conference.errors import Unavailable
from conference.store import TRIES, Store
from conference.store_writer import MOST_SHARED, Conflict, Save, Writer
from conference.vault import Write

AGENDA = Agenda.id_of(KIEN_GIANG)
PATIENCE_S = 10


class Slow:
    """A database that commits when it is let, and tells how many saves each commit held."""

    def __init__(self) -> None:
        self.begun, self.let, self.closed = Event(), Event(), False
        self.commits: list[int] = []

    def commit_all(self, saves: Sequence[Save]) -> list[Exception | None]:
        self.begun.set()
        assert self.let.wait(PATIENCE_S)
        for save in saves:
            save.ready()
        self.commits.append(len(saves))
        return [Conflict("taken") if save.writes else None for save in saves]

    def close_writer(self) -> None:
        self.closed = True


def queued(writer: Writer, count: int, said: list[object]) -> list[Thread]:
    """Callers that wait behind a first one; one of three is refused."""

    def work(number: int) -> None:
        try:
            said.append(writer.save((), [Write("taken")] if number % 3 == 0 else ()))
        except Exception as error:
            said.append(type(error))

    threads = [Thread(target=work, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
        sleep(0.002)
    return threads


def test_what_queues_up_shares_a_commit_and_each_hears_his_own() -> None:
    database, said = Slow(), list[object]()
    writer = Writer(database)
    threads = queued(writer, 2 + MOST_SHARED, said)
    database.let.set()
    for thread in threads:
        thread.join(PATIENCE_S)
    assert database.commits == [1, MOST_SHARED, 1]
    assert said.count(Conflict) == (2 + MOST_SHARED) // 3
    assert said.count(None) == 2 + MOST_SHARED - said.count(Conflict)


def test_a_save_that_is_made_behind_the_lock_shares_no_commit() -> None:
    database, said = Slow(), list[object]()
    writer = Writer(database)
    threads = queued(writer, 3, said)
    apart = Thread(target=lambda: writer.save_apart(lambda: (said.append("made") or (), ())))
    apart.start()
    sleep(0.05)
    threads += [apart, *queued(writer, 2, said)]
    database.let.set()
    for thread in threads:
        thread.join(PATIENCE_S)
    assert database.commits == [1, 2, 1, 2]
    assert said.count("made") == 1


def test_closing_writes_what_is_queued_and_takes_no_more() -> None:
    database, said = Slow(), list[object]()
    writer = Writer(database)
    threads = queued(writer, 5, said)
    closing = Thread(target=writer.close)
    closing.start()
    sleep(0.05)
    assert not database.closed
    with pytest.raises(Unavailable):
        writer.save(())
    database.let.set()
    for thread in (*threads, closing):
        thread.join(PATIENCE_S)
    assert database.closed
    assert sum(database.commits) == len(said) == 5


def test_who_is_interrupted_while_he_writes_passes_the_pen_on() -> None:
    class Interrupted(Slow):
        def commit_all(self, saves: Sequence[Save]) -> list[Exception | None]:
            super().commit_all(saves)
            if len(self.commits) == 1:
                raise KeyboardInterrupt
            return [None for _ in saves]

    database, said = Interrupted(), list[object]()
    writer = Writer(database)

    def first() -> None:
        with pytest.raises(KeyboardInterrupt):
            writer.save(())

    interrupted = Thread(target=first)
    interrupted.start()
    assert database.begun.wait(PATIENCE_S)
    threads = queued(writer, 2, said)
    database.let.set()
    for thread in (interrupted, *threads):
        thread.join(PATIENCE_S)
    assert said == [None, None]


class Gone:
    """A turn on which Ctrl-C is pressed, once this has happened meanwhile."""

    def __init__(self, meanwhile: Callable[[], object]) -> None:
        self.meanwhile, self.release = meanwhile, lambda: None

    def acquire(self) -> None:
        self.meanwhile()
        raise KeyboardInterrupt


def test_who_goes_while_he_waits_leaves_neither_a_save_nor_the_pen() -> None:
    database, said = Slow(), list[object]()
    writer = Writer(database)
    threads = queued(writer, 1, said)

    def handed_the_pen() -> None:
        database.let.set()
        threads[0].join(PATIENCE_S)

    for meanwhile in (lambda: None, handed_the_pen):
        with pytest.raises(KeyboardInterrupt):
            writer._saved(Save(turn=Gone(meanwhile)))  # type: ignore[arg-type]
    writer.save(())
    writer.close()
    assert database.commits == [1, 1]


def test_a_change_that_others_always_overtake_is_made_while_they_wait(
    store: Store, any_settings: Settings
) -> None:
    store.create(Agenda.draft(STAMP, KIEN_GIANG))
    other = Store(any_settings)
    threads: list[Thread] = []

    def overtaken(agenda: Agenda) -> None:
        act = partial(add, name=f"other {len(threads)}")
        threads.append(Thread(target=other.change, args=(Agenda, AGENDA, act)))
        threads[-1].start()
        threads[-1].join(PATIENCE_S if len(threads) <= TRIES else 0.2)
        add(agenda, "mine")

    store.change(Agenda, AGENDA, overtaken)
    for thread in threads:
        thread.join(PATIENCE_S)
    assert len(threads) == TRIES + 1
    assert len(store.load(Agenda, AGENDA).order) == TRIES + 2
    other.close()
