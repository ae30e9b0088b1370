"""A server of a test's own, safe or broken on purpose, over a hall of guests."""

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection

from builders import STAMP
from builders_door import code, hall
from builders_journeys import free_port, started
from builders_load import posted

from conference import vault_roles
from conference.config import Settings
from conference.store import Store

SAFE = "wsgi:app"


@contextmanager
def server(settings: Settings, app: str = SAFE) -> Iterator[int]:
    """The port of a gunicorn over this store, ended with its workers."""
    port = free_port()
    running = started(settings, port, app)
    try:
        yield port
    finally:
        os.killpg(running.pid, signal.SIGTERM)
        running.wait()


def doors_of(settings: Settings, guests: int) -> tuple[str, list[str]]:
    """A conference with so many guests: a token for its doors, and the guests' codes."""
    store = Store(settings)
    names = [f"Khách {n}" for n in range(guests)]
    codes = [code(store, guest) for guest in hall(store, *names)]
    token = vault_roles.token_of_role(store, "reception", "Lễ tân", STAMP.at)
    store.close()
    return token, codes


def backlog(port: int, token: str, device: str, codes: Sequence[str], walked: int = 0) -> list[str]:
    """A device's whole queue as one request; its verdicts. Every one of `walked` is a walk-in."""
    who = {"kind": "walk_in", "name": "Hồ Văn C", "body": "Báo", "voucher": "Thư ký"}
    scans = [
        {"scan_id": f"{device} scan {n}", "shown": "admitted"}
        | (who if walked and n % walked == 0 else {"token": one})
        for n, one in enumerate(codes)
    ]
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    status, answer = posted(connection, token, {"scans": scans})
    connection.close()
    assert status == 200, answer
    return [one["verdict"] for one in answer["answers"]]
