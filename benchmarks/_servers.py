"""Servers to measure: the app and a bare Flask, both under gunicorn as ./run starts it."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path

import psutil

from conference import vault_roles
from conference.config import Settings
from conference.store import Store

ROOT = Path(__file__).parent.parent
FLAGS = [
    *("--worker-class", "gthread", "--threads", "400", "--no-control-socket"),
    *("--log-level", "warning", "--graceful-timeout", "2", "--timeout", "60", "--keep-alive", "5"),
]
"""What ./run serves with (its function `serve`)."""

PATIENCE_S = 30
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


@contextmanager
def served(app: str, env: Mapping[str, str], workers: int = 1) -> Iterator[int]:
    """Serve `module:app` on a loopback port, which is yielded once it answers."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(512)
        port = listening.getsockname()[1]
        bind = ["--bind", f"fd://{listening.fileno()}", "--workers", str(workers)]
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", app, *bind, *FLAGS],
            env={**env, "PYTHONPATH": f"{ROOT}:{Path(__file__).parent}"},
            cwd=ROOT,
            pass_fds=[listening.fileno()],
        )
        try:
            fetched(port, "/health")
            yield port
        finally:
            server.terminate()
            server.wait(PATIENCE_S)


def fetched(
    port: int,
    path: str,
    headers: Mapping[str, str] | None = None,
    method: str = "GET",
    body: str | None = None,
) -> tuple[int, bytes, str]:
    """Status, body and the cookie that was set."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
    connection.request(method, path, body, dict(headers or {}))
    answer = connection.getresponse()
    told = answer.status, answer.read(), (answer.headers["Set-Cookie"] or "").split(";")[0]
    connection.close()
    return told


def bearer(settings: Settings) -> dict[str, str]:
    """The headers of a program that holds the organizer's role."""
    store = Store(settings)
    token = vault_roles.token_of_role(store, "organizer", "organizer", datetime.now(UTC))
    store.close()
    return {"Authorization": f"Bearer {token}"}


def signed_in(settings: Settings, port: int) -> dict[str, str]:
    """The headers of a browser that has signed in by a link as the organizer."""
    store = Store(settings)
    secret = vault_roles.link_of_role(store, "organizer", "organizer", datetime.now(UTC))
    store.close()
    path = f"/sign-in/{secret}"
    _, page, cookie = fetched(port, path)
    token = TOKEN.search(page.decode())
    assert token, "the sign-in page has no token"
    form = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
    status, _, cookie = fetched(port, path, form, "POST", f"csrf_token={token[1]}")
    assert status == 303, status
    return {"Cookie": cookie}


def cpu_of_servers() -> float:
    """Processor seconds of gunicorn and its workers so far."""
    servers = (one for one in psutil.Process().children(recursive=True) if "gunicorn" in named(one))
    return sum(sum(one.cpu_times()[:2]) for one in servers)


def named(process: psutil.Process) -> str:
    return " ".join(process.cmdline())
