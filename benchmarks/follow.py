"""How soon a fact that one process writes is served by another: by its library, and over HTTP.

From the moment in which the writer hands the fact to its store. The floor is the append alone:
the time until the fact is durable, before which nobody may see it.
"""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from multiprocessing.queues import SimpleQueue
from random import Random
from threading import Thread
from time import monotonic, sleep

from _figures import half_and_most, sized, tell
from _log import fill, grown
from _servers import served, signed_in
from _stores import KINDS, emptied, environment

from conference.config import Settings
from conference.domain.agenda import Agenda
from conference.store import Store
from events.base import Stamp
from projections.library import Library

FACTS = sized(2_000, 300)
"""Facts of the log that is followed."""

WRITES = sized(200, 8)
PAUSES_S = (0.01, 0.05)
"""Between two writes: no rhythm that could fall in with a poll."""

PATIENCE_S = 30
SPAWN = get_context("spawn")
Seen = dict[int, float]
"""When each position was served (monotonic seconds, one clock for all processes)."""


def main() -> None:
    facts = grown(FACTS)
    for kind in KINDS:
        with emptied(kind) as settings:
            fill(settings, facts)
            ids = facts[0].conference_id, facts[0].by
            written, seen = followed(settings, ids, partial(library, settings))
            told(f"followed by a library, {kind}", written, seen)
            with served("wsgi:app", environment(settings)) as port:
                cookie = signed_in(settings, port)["Cookie"]
                path = f"/conferences/{ids[0]}/live"
                written, seen = followed(settings, ids, partial(streamed, port, path, cookie))
            told(f"followed over HTTP by an open screen, {kind}", written, seen)


def told(figure: str, written: dict[int, tuple[float, float]], seen: Seen) -> None:
    """Milliseconds: p50 beside the append's own, p95 beside it."""
    ms = [(served_at(seen, p) - begun) * 1e3 for p, (begun, _) in written.items()]
    appends = [(durable - begun) * 1e3 for begun, durable in written.values()]
    for name, ours, floor in zip(
        ("p50", "p95"), half_and_most(ms), half_and_most(appends), strict=True
    ):
        tell(f"{figure}, {name}", "ms", ours, floor)


def served_at(seen: Seen, position: int) -> float:
    """When this position was served: with it, or with a later one in the same catch-up."""
    return min(at for reached, at in seen.items() if reached >= position)


def followed(
    settings: Settings, ids: tuple, follower: Callable
) -> tuple[dict[int, tuple[float, float]], Seen]:
    """Let a process write while a follower of this process notes when it is served."""
    queue: SimpleQueue = SPAWN.SimpleQueue()
    with follower() as seen:
        writer = SPAWN.Process(target=write, args=(settings, ids, queue))
        writer.start()
        written = queue.get()
        writer.join(PATIENCE_S)
        end = monotonic() + PATIENCE_S
        while max(seen, default=0) < max(written) and monotonic() < end:
            sleep(0.01)
    return written, seen


def write(settings: Settings, ids: tuple, queue: SimpleQueue) -> None:
    """Move the first item of the agenda to its end, again and again; when each was durable."""
    store, pause, written = Store(settings), Random(2019), {}
    conference_id, by = ids
    noun = store.load(Agenda, Agenda.id_of(conference_id))
    for _ in range(WRITES):
        sleep(pause.uniform(*PAUSES_S))
        noun.move_item(Stamp(by=by, at=noun.modified_on), noun.order[0], None)
        moved = noun.collect_events()
        begun = monotonic()
        store.append(moved)
        durable = monotonic()
        written[store.head()] = (begun, durable)
    store.close()
    queue.put(written)


@contextmanager
def library(settings: Settings) -> Iterator[Seen]:
    """A library that follows as the app's does (conference.web.live)."""
    store, seen, going = Store(settings), {}, [True]
    kept = Library(store.facts)
    kept.catch_up()

    def watch() -> None:
        while going:
            store.wait(0.25)
            seen.setdefault(kept.catch_up(), monotonic())

    thread = Thread(target=watch)
    thread.start()
    yield seen
    going.clear()
    thread.join(PATIENCE_S)
    store.close()


@contextmanager
def streamed(port: int, path: str, cookie: str) -> Iterator[Seen]:
    """A browser's open stream: when it hears of each position."""
    connection = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S)
    connection.sendall(f"GET {path} HTTP/1.1\r\nHost: h\r\nCookie: {cookie}\r\n\r\n".encode())
    lines, seen = connection.makefile("rb"), {}
    assert b" 200 " in lines.readline()
    while not lines.readline().startswith(b"event: position"):
        pass

    def listen() -> None:
        for line in lines:
            if line.startswith(b"id: "):
                seen.setdefault(int(line[4:]), monotonic())

    thread = Thread(target=listen)
    thread.start()
    yield seen
    connection.shutdown(socket.SHUT_RDWR)
    thread.join(PATIENCE_S)
    lines.close()
    connection.close()


if __name__ == "__main__":
    main()
