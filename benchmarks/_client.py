"""The load, in a process of its own: requests over CONNECTIONS that stay open, for so long.

python benchmarks/_client.py PORT PATH SECONDS CONNECTIONS [HEADER: VALUE]… prints one JSON line.
"""

import json
import re
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter, process_time

MOST = 100_000
"""Requests of one connection, whatever the time."""

LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


def ask(connection: socket.socket, request: bytes) -> None:
    """One request and its whole answer, on bare sockets: the client's CPU is not the figure."""
    connection.sendall(request)
    got = b""
    while (end := got.find(b"\r\n\r\n")) < 0:
        got += heard(connection)
    if not got.startswith(b"HTTP/1.1 200"):
        raise SystemExit(got[:200].decode())
    found = LENGTH.search(got, 0, end)
    assert found, "an answer without a length"
    left = int(found[1]) - (len(got) - end - 4)
    while left > 0:
        left -= len(heard(connection))


def heard(connection: socket.socket) -> bytes:
    """What comes next; a server that hung up would else be asked for ever."""
    part = connection.recv(65_536)
    if not part:
        raise SystemExit("the server hung up")
    return part


def ask_many(port: int, request: bytes, end: float) -> int:
    """Ask until the end, at most MOST times; how often."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        for number in range(MOST):
            if perf_counter() > end:
                return number
            ask(connection, request)
    return MOST


def main(port: str, path: str, seconds: str, connections: str, *headers: str) -> None:
    lines = [f"GET {path} HTTP/1.1", "Host: 127.0.0.1", *headers, "", ""]
    request, many = "\r\n".join(lines).encode(), int(connections)
    begun = perf_counter()
    with ThreadPoolExecutor(many) as pool:
        end = begun + float(seconds)
        counts = pool.map(ask_many, [int(port)] * many, [request] * many, [end] * many)
        asked = sum(counts)
    spent = perf_counter() - begun
    print(json.dumps({"rate": asked / spent, "client_cpu": process_time() / spent}))


if __name__ == "__main__":
    main(*sys.argv[1:])
