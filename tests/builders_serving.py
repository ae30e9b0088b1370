"""A server of a test's own, safe or broken on purpose, over a hall of guests."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from builders import STAMP
from builders_door import code, hall
from builders_journeys import free_port, started

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
