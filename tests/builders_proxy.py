"""A bad network: what passes through is delayed, dropped, doubled, cut in the middle, overtaken."""

import random
import socket
from collections import Counter
from contextlib import suppress
from threading import Event, Lock, Thread
from time import sleep

FATES = ("whole", "late", "dropped", "doubled", "cut", "overtaken", "deaf")
"""What may become of a request and its answer: passed on, passed on late, closed before the server
hears of it, sent twice, answered in part, passed on after the next one, answered to nobody."""

WEIGHTS = (8, 3, 2, 2, 2, 2, 2)
HEAD = 65_536
WAIT_S = 30


SCANS = b"/check-ins "


class Proxy:
    """Carries one request a connection between doors and a server: each scan (or whatever holds
    what is `harmed` in its request line) to a fate of its own, a page, its files and its live
    stream whole."""

    def __init__(self, upstream: int, seed: int, late_s: float, harmed: bytes = SCANS) -> None:
        self.harmed = harmed
        self.upstream, self.late_s, self.met = upstream, late_s, Counter[str]()
        self._random, self._lock, self._passed = random.Random(seed), Lock(), Event()
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port: int = self._listening.getsockname()[1]
        Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        self._listening.close()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                door, _ = self._listening.accept()
                Thread(target=self._carry, args=(door,), daemon=True).start()

    def _carry(self, door: socket.socket) -> None:
        with door, suppress(OSError):
            asked = request(door)
            if self.harmed in asked.partition(b"\r\n")[0]:
                self._befall(door, asked)
            else:
                self._stream(door, asked)

    def _befall(self, door: socket.socket, asked: bytes) -> None:
        with self._lock:
            (fate,) = self._random.choices(FATES, WEIGHTS)
            late_s, share = self._random.uniform(0, self.late_s), self._random.random()
            self.met[fate] += 1
        if fate == "late":
            sleep(late_s)
        elif fate == "overtaken":
            self._passed.clear()
            self._passed.wait(self.late_s)
        if fate == "dropped":
            return
        answer = self._answer(asked)
        if fate == "doubled":
            answer = self._answer(asked)
        self._passed.set()
        if fate != "deaf":
            door.sendall(answer[: int(len(answer) * share)] if fate == "cut" else answer)

    def _stream(self, door: socket.socket, asked: bytes) -> None:
        with socket.create_connection(("127.0.0.1", self.upstream)) as server:
            server.sendall(asked)
            while part := server.recv(HEAD):
                door.sendall(part)

    def _answer(self, asked: bytes) -> bytes:
        """The whole answer of the server, which closes behind it."""
        with socket.create_connection(("127.0.0.1", self.upstream), timeout=WAIT_S) as server:
            server.sendall(asked)
            return b"".join(iter(lambda: server.recv(HEAD), b""))


def request(door: socket.socket) -> bytes:
    """One request, its head and as many bytes as that says, told to be the connection's last."""
    asked = b""
    while b"\r\n\r\n" not in asked:
        asked += received(door)
    head, _, body = asked.partition(b"\r\n\r\n")
    lines = [one for one in head.split(b"\r\n") if not one.lower().startswith(b"connection:")]
    sizes = [one for one in lines if one.lower().startswith(b"content-length:")]
    while len(body) < int(sizes[0].partition(b":")[2] if sizes else 0):
        body += received(door)
    return b"\r\n".join((*lines, b"Connection: close", b"", body))


def received(door: socket.socket) -> bytes:
    part = door.recv(HEAD)
    if not part:
        raise ConnectionError
    return part
