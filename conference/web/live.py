"""Live: a stream of small pings; a page fetches its partial again when its document changed."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from uuid import UUID

from flask import Flask, Response, current_app
from flask.typing import ResponseReturnValue

from conference import gate
from conference.errors import ConferenceError
from conference.gate import may
from conference.web.door import noun
from projections.library import Library, Ping

pages = noun("live", "/live")

HEARTBEAT_S = 2
"""Seconds between two signs of life. A page that has heard none for five says so: a screen that is
older than that must be seen to be (T15). Proxies keep a silent stream for 30 s.
300 open streams, the most, cost 1 % of a processor so."""

PATIENCE_S = 0.25
"""The longest that a fact of another process waits to be seen when no signal came."""

REST_S = 0.02
"""Seconds between two looks at a log that moves: in a rush of scans the follower woke for each."""


class Streams:
    """The open streams of this process, at most `most`."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._open: set[SimpleQueue[list[Ping]]] = set()
        self._lock = Lock()

    def join(self) -> SimpleQueue[list[Ping]] | None:
        """A queue of pings, or None when there are as many streams as threads can carry."""
        with self._lock:
            if len(self._open) >= self.most:
                return None
            queue: SimpleQueue[list[Ping]] = SimpleQueue()
            self._open.add(queue)
            return queue

    def leave(self, queue: SimpleQueue[list[Ping]]) -> None:
        with self._lock:
            self._open.discard(queue)

    def tell(self, pings: list[Ping]) -> None:
        with self._lock:
            for queue in self._open:
                queue.put(pings)


def follow(app: Flask) -> None:
    """Follow the log for as long as the process lives, so that every stream hears of every fact."""
    house: gate.House = app.extensions["house"]
    streams = Streams(house.settings.streams)
    app.extensions["streams"] = streams
    house.library.listeners.append(streams.tell)
    stop = Event()
    app.extensions["stop"] = stop
    follower = Thread(target=watch, args=(house, stop), name="library", daemon=True)
    app.extensions["follower"] = follower
    follower.start()


def watch(house: gate.House, stop: Event) -> None:
    """Fold whenever the log may have moved; a store that is away is asked again."""
    library: Library = house.library
    while not stop.is_set():
        try:
            house.store.wait(PATIENCE_S)
            library.catch_up()
            stop.wait(REST_S)
        except ConferenceError:
            stop.wait(PATIENCE_S)


@pages.get("")
@may("follow_conference")
def stream(conference_id: UUID) -> ResponseReturnValue:
    streams: Streams = current_app.extensions["streams"]
    queue = streams.join()
    if queue is None:
        return Response(status=503, headers={"Retry-After": "5"})
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    shelf, clock = gate.shelf(), gate.house().clock
    ahead = timedelta(seconds=shelf.conference.offset_s)

    def beat() -> str:
        """A sign of life: the time on the conference's clock."""
        now = (clock() + ahead).astimezone(shelf.conference.zone)
        return f"event: heartbeat\ndata: {now:%H:%M:%S}\n\n"

    told = pings(streams, queue, conference_id, shelf.position, beat)
    return Response(told, mimetype="text/event-stream", headers=headers)


def pings(
    streams: Streams,
    queue: SimpleQueue[list[Ping]],
    conference_id: UUID,
    position: int,
    beat: Callable[[], str],
) -> Iterator[str]:
    """What the browser hears: the position at first, then each changed document's name, and signs
    of life in between."""
    try:
        yield f"retry: 2000\nid: {position}\nevent: position\ndata: {position}\n\n"
        yield beat()
        while True:
            try:
                heard = queue.get(timeout=HEARTBEAT_S)
            except Empty:
                yield beat()
                continue
            for ping in heard:
                if ping.conference_id == conference_id:
                    yield f"id: {ping.position}\nevent: {ping.document}\ndata: {ping.position}\n\n"
    finally:
        streams.leave(queue)
