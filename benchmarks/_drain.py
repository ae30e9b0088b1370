"""Doors that come back together, in a process of their own: each sends its whole queue as one
request while other doors scan on.

python benchmarks/_drain.py PORT LIST_PATH SCAN_PATH FILE [HEADER: VALUE]… reads {"queues": [body…],
"live": [[body…]…]} from FILE and prints one JSON line; waits in seconds.
"""

import json
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from time import perf_counter, process_time

from _client import ask

PAUSE_S = 0.1
"""Between two scans of one live door: guests come faster than they do at any real one."""

WARM_S = 0.5
"""In which the live doors scan alone; not counted."""

Wait = tuple[float, float]
"""When a live scan left, and how long its door waited."""


def requests(path: str, bodies: list[str], headers: tuple[str, ...]) -> list[bytes]:
    lines = [f"POST {path} HTTP/1.1", "Host: 127.0.0.1", "Content-Type: application/json", *headers]
    head = "\r\n".join(lines)
    return [f"{head}\r\nContent-Length: {len(b)}\r\n\r\n{b}".encode("ascii") for b in bodies]


def drain(port: int, request: bytes) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        ask(connection, request)


def live(port: int, scans: list[bytes], over: Event) -> list[Wait]:
    """Scan after scan over one open connection until the queues are drained."""
    waits: list[Wait] = []
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        for scan in scans:
            if over.is_set():
                break
            begun = perf_counter()
            ask(connection, scan)
            waits.append((begun, perf_counter() - begun))
            over.wait(PAUSE_S)
    return waits


def main(port: str, list_path: str, scan_path: str, file: str, *headers: str) -> None:
    said = json.loads(Path(file).read_text("ascii"))
    queues = requests(list_path, said["queues"], headers)
    doors = [requests(scan_path, one, headers) for one in said["live"]]
    over = Event()
    with ThreadPoolExecutor(len(queues) + len(doors)) as pool:
        scanning = [pool.submit(live, int(port), scans, over) for scans in doors]
        over.wait(WARM_S)
        begun, cpu = perf_counter(), process_time()
        list(pool.map(drain, [int(port)] * len(queues), queues))
        drained = perf_counter() - begun
        over.set()
        waits = [wait for one in scanning for wait in one.result()]
    during = [lasted for at, lasted in waits if at + lasted > begun]
    spent = (process_time() - cpu) / drained
    if len(during) < len(doors):  # a queue of a few scans is drained between two of theirs
        during = [lasted for _, lasted in waits]
    told = {"drained": drained, "waits": during, "scanned": len(waits), "client_cpu": spent}
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
