"""Processes that use one store at the same time: what each does, and what it came to.

Spawned, not forked: a server's workers and a command line share nothing but the store.
"""

from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from time import perf_counter
from typing import Any
from uuid import UUID

from builders import KIEN_GIANG, STAMP, id

from conference.config import Settings
from conference.domain.agenda import Agenda
from conference.domain.seating import Seating
from conference.errors import Refused
from conference.store import Store

AGENDA = Agenda.id_of(KIEN_GIANG)
SEATING = Seating.id_of(KIEN_GIANG)
SPAWN = get_context("spawn")
PATIENCE_S = 60


def together(work: Callable[..., Any], *given: Sequence[Any]) -> list[Any]:
    """Let each process do the work with its own arguments, all from one start; their answers."""
    answers, start = SPAWN.SimpleQueue(), SPAWN.Barrier(len(given))
    processes = [
        SPAWN.Process(target=answered, args=(answers, start, work, number, said))
        for number, said in enumerate(given)
    ]
    for process in processes:
        process.start()
    found = [answers.get() for _ in processes]
    assert not [answer for _, answer in found if isinstance(answer, Exception)]
    for process in processes:
        process.join(PATIENCE_S)
    assert [process.exitcode for process in processes] == [0] * len(processes)
    return [answer for _, answer in sorted(found, key=lambda one: one[0])]


def answered(
    answers: Any, start: Barrier, work: Callable[..., Any], number: int, said: Sequence[Any]
) -> None:
    start.wait(PATIENCE_S)
    try:
        answers.put((number, work(*said)))
    except Exception as error:
        answers.put((number, RuntimeError(repr(error))))


def draft(settings: Settings, name: str) -> UUID:
    """An agenda of a conference of that name."""
    store = Store(settings)
    agenda = Agenda.draft(STAMP, id(name))
    store.create(agenda)
    store.close()
    return agenda.id


def add_item(agenda: Agenda, name: str) -> None:
    agenda.add_item(STAMP, id(name), kind="report", title=name, minutes=5)


def write_many(settings: Settings, agenda: UUID, worker: str, count: int) -> list[float]:
    """Add so many items, each a commit of its own; how long each took (s)."""
    store, spent = Store(settings), []
    for number in range(count):
        begun = perf_counter()
        store.change(Agenda, agenda, lambda a, n=number: add_item(a, f"{worker} {n}"))  # type: ignore[misc]
        spent.append(perf_counter() - begun)
    store.close()
    return spent


def tail(settings: Settings, count: int) -> list[int]:
    """The positions of the next facts as a follower hears of them, until there are so many."""
    store, seen = Store(settings), []
    end = perf_counter() + PATIENCE_S
    while len(seen) < count and perf_counter() < end:
        seen += [position for position, _ in store.facts(seen[-1] if seen else 0, 50)]
        store.wait(0.02)
    store.close()
    return seen


def start_up(settings: Settings) -> int:
    """What a worker does at its start: make the tables, open the store, read."""
    Store.migrate(settings)
    store = Store(settings)
    head = store.head()
    store.close()
    return head


def take_a_seat(settings: Settings, worker: int, seats: int) -> list[str]:
    """Race for seats of one hall until none is left; those that were won."""
    store, won = Store(settings), []
    for number in range(1, seats + 1):
        seat = f"A-{number:02d}"
        try:
            store.change(
                Seating,
                SEATING,
                lambda s, seat=seat: sit(s, seat, id(f"{worker} {seat}")),  # type: ignore[misc]
            )
            won.append(seat)
        except Refused:
            continue
    store.close()
    return won


def sit(seating: Seating, seat: str, guest: UUID) -> None:
    if seat in seating.sitting:
        raise Refused("seating.taken")
    seating.pin_seat(STAMP, seat, guest, "place")
