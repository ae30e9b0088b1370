"""Doors whose guests come by the clock, in a process of their own: a scan that has to wait for the
one before it has waited since its own moment, so that a slow answer hides nobody.

python benchmarks/_on_time.py PORT PATH RATE FILE [HEADER: VALUE]… sends every line of FILE as the
body of one request, RATE of them a second, and prints one JSON line; waits in seconds.
"""

import json
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import LifoQueue
from statistics import quantiles
from time import perf_counter, process_time, sleep

from _client import ask
from _drain import requests

DOORS = 64
"""Connections that stay open: at most so many scans are under way."""

IDLE_S = 4
"""The server closes a connection of which it hears nothing for five seconds."""

LEAD_S = 0.2
"""Until the first guest comes."""


class Door:
    """A connection that stays open, made anew where the server will have closed it meanwhile."""

    def __init__(self, port: int) -> None:
        self.port, self.used_at, self.connection = port, -IDLE_S, socket.socket()

    def ask(self, request: bytes) -> None:
        if perf_counter() - self.used_at >= IDLE_S:
            self.connection.close()
            self.connection = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        ask(self.connection, request)
        self.used_at = perf_counter()


def main(port: str, path: str, rate: str, file: str, *headers: str) -> None:
    scans = requests(path, Path(file).read_text("ascii").splitlines(), headers)
    doors: LifoQueue[Door] = LifoQueue()
    for _ in range(min(DOORS, len(scans))):
        doors.put(Door(int(port)))
    begun, cpu = perf_counter() + LEAD_S, process_time()

    def scan(number: int) -> float:
        due = begun + number / float(rate)
        sleep(max(0.0, due - perf_counter()))
        door = doors.get()
        door.ask(scans[number])
        doors.put(door)
        return perf_counter() - due

    with ThreadPoolExecutor(DOORS) as pool:
        waits = list(pool.map(scan, range(len(scans))))
    lasted = perf_counter() - begun
    cut = quantiles(waits, n=1000, method="inclusive")
    told = {"rate": len(waits) / lasted, "client_cpu": (process_time() - cpu) / lasted}
    named = {"p50": cut[499], "p95": cut[949], "p99": cut[989], "p99.9": cut[998]}
    print(json.dumps({**told, **named}))


if __name__ == "__main__":
    main(*sys.argv[1:])
