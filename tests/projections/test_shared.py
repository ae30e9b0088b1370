"""Who asks at the same moment shares one run, and never one that began before."""

from threading import Event, Lock, Semaphore, Thread

import pytest

from projections.shared import Shared

PATIENCE_S = 10


class Act:
    """Counts its runs; the first waits until it is let go."""

    def __init__(self) -> None:
        self.runs, self.running, self.go = 0, Event(), Event()
        self.fails: list[Exception] = []

    def __call__(self) -> None:
        self.runs += 1
        if self.runs == 1:
            self.running.set()
            assert self.go.wait(PATIENCE_S)
        if self.fails:
            raise self.fails.pop()


class Counted:
    """A lock that tells how many have come to it."""

    def __init__(self) -> None:
        self.lock, self.came = Lock(), Semaphore(0)

    def __enter__(self) -> None:
        self.came.release()
        self.lock.acquire()

    def __exit__(self, *_: object) -> None:
        self.lock.release()


def test_one_after_another_each_has_a_run() -> None:
    act = Act()
    act.go.set()
    shared = Shared(act)
    for number in range(1, 4):
        shared()
        assert act.runs == number


def test_who_asks_during_a_run_gets_one_that_began_later_and_all_the_same_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    act, counted = Act(), Counted()
    shared = Shared(act)
    monkeypatch.setattr(shared, "_turn", counted)
    threads = [Thread(target=shared) for _ in range(9)]
    threads[0].start()
    assert act.running.wait(PATIENCE_S)
    for thread in threads[1:]:
        thread.start()
    for _ in threads:
        assert counted.came.acquire(timeout=PATIENCE_S)
    act.go.set()
    for thread in threads:
        thread.join(PATIENCE_S)
    assert act.runs == 2


def test_all_who_shared_a_failed_run_hear_of_it_and_the_next_begins_anew() -> None:
    act = Act()
    act.go.set()
    act.fails = [OSError("away")]
    shared = Shared(act)
    with pytest.raises(OSError, match="away"):
        shared()
    shared()
    assert act.runs == 2
