"""The doors, in a process of their own: scans over CLIENTS connections, each as soon as it can.

python benchmarks/_scanner.py PORT PATH CLIENTS FILE [HEADER: VALUE]… sends every line of FILE as
the body of one request and prints one JSON line.
"""

import json
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import quantiles
from time import perf_counter, process_time

from _client import ask


def scan(port: int, requests: list[bytes]) -> list[float]:
    """How long each took (s), over one connection that stays open."""
    spent = []
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        for request in requests:
            begun = perf_counter()
            ask(connection, request)
            spent.append(perf_counter() - begun)
    return spent


def main(port: str, path: str, clients: str, file: str, *headers: str) -> None:
    lines = [f"POST {path} HTTP/1.1", "Host: 127.0.0.1", "Content-Type: application/json", *headers]
    head, many = "\r\n".join(lines), int(clients)
    requests = [
        f"{head}\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()
        for body in Path(file).read_text("ascii").splitlines()
    ]
    begun, cpu = perf_counter(), process_time()
    with ThreadPoolExecutor(many) as pool:
        shares = [requests[number::many] for number in range(many)]
        spent = [one for share in pool.map(scan, [int(port)] * many, shares) for one in share]
    lasted = perf_counter() - begun
    cut = quantiles(spent, n=100, method="inclusive")
    told = {"rate": len(spent) / lasted, "p50": cut[49], "p95": cut[94], "p99": cut[98]}
    print(json.dumps({**told, "client_cpu": (process_time() - cpu) / lasted}))


if __name__ == "__main__":
    main(*sys.argv[1:])
