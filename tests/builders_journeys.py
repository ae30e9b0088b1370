"""Builders of a visit: a house served by a real gunicorn, and what a browser complains of."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from playwright.sync_api import ConsoleMessage, Page, Response

from conference import vault, vault_roles
from conference.commands.agenda import add_item
from conference.commands.agenda_release import release_agenda
from conference.commands.conference import plan_conference
from conference.config import Settings
from conference.importers.demo import load_demo
from conference.store import Store
from events.base import Stamp

ROOT = Path(__file__).parents[1]

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""A browser of a test says nothing to its maker, and runs as root where a container does."""

GUNICORN = "--worker-class gthread --workers 1 --threads 400 --no-control-socket"
GUNICORN += " --log-level warning --graceful-timeout 1 --timeout 60 --keep-alive 5"
"""What `./run serve` tells gunicorn."""

START_S = 30


@dataclass(frozen=True)
class Served:
    """A house that answers at `address`, its store, and the demo conference in it."""

    address: str
    store: Store
    demo: UUID

    def page(self, path: str = "", conference: UUID | None = None) -> str:
        """The address of a page of a conference; the demo's if none is named."""
        return f"{self.address}/conferences/{conference or self.demo}{path}"

    def link(self, who: str) -> str:
        """A sign-in link of an "organizer", or of a "second organizer": the role everywhere."""
        if vault.account_by_login(self.store, who) is None:
            vault.open_account(self.store, login=who, name=who, everywhere=(who.split()[-1],))
        found = vault.account_by_login(self.store, who)
        assert found is not None
        secret = vault.make_link(self.store, found.id, datetime.now(UTC) + timedelta(hours=1))
        return f"{self.address}/sign-in/{secret}"

    def sign_in(self, page: Page, who: str = "organizer") -> None:
        """By a link, as everybody does; the page is the first one then."""
        page.goto(self.link(who))
        page.locator("main form button").click()
        page.wait_for_url(f"{self.address}/")

    def clerk(self) -> Stamp:
        return Stamp(
            vault_roles.id_of_role(self.store, "organizer", "organizer"), datetime.now(UTC)
        )

    def planned(self, title: str, *items: str) -> UUID:
        """A conference of its own for one journey, with these items on its agenda."""
        by = self.clerk()
        said = {"title": title, "host": "UBND tỉnh", "planner": "organizer"}
        conference = plan_conference(self.store, by, **said)
        for item in items:
            said = {"kind": "report", "title": item, "minutes": 10}
            add_item(self.store, by, conference_id=conference, **said)
        return conference

    def released(self, title: str, *items: str) -> UUID:
        """The same with its programme released: the day's screens show nothing else."""
        conference, by = self.planned(title, *items), self.clerk()
        release_agenda(self.store, by, conference_id=conference, at=by.at)
        return conference


def filled(settings: Settings) -> tuple[Store, UUID]:
    """A store with the demo in it."""
    Store.migrate(settings)
    store = Store(settings)
    by = Stamp(vault_roles.id_of_role(store, "organizer", "organizer"), datetime.now(UTC))
    return store, load_demo(store, by, "organizer")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def started(settings: Settings, port: int, app: str = "wsgi:app") -> subprocess.Popen[bytes]:
    """gunicorn over the store, once it answers; with its workers a process group of its own."""
    told = {f"CONFERENCE_{name.upper()}": str(said) for name, said in vars(settings).items()}
    told["PYTHONPATH"] = f"{ROOT}:{ROOT / 'tests'}"
    bind = f"{app} --bind 127.0.0.1:{port}"
    command = [sys.executable, "-m", "gunicorn", *bind.split(), *GUNICORN.split()]
    server = subprocess.Popen(command, env=os.environ | told, cwd=ROOT, start_new_session=True)
    end = time.monotonic() + START_S
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5).close()
        except OSError:
            time.sleep(0.05)
        else:
            return server
    server.terminate()
    server.wait()
    raise RuntimeError("gunicorn did not start")


@contextmanager
def serving(settings: Settings) -> Iterator[Served]:
    """A house with the demo behind a gunicorn of its own, which is stopped by its id."""
    store, demo = filled(settings)
    port = free_port()
    server = started(settings, port)
    try:
        yield Served(f"http://127.0.0.1:{port}", store, demo)
    finally:
        server.terminate()
        server.wait()
        store.close()


def chromium() -> str | None:
    """The browser that `./run test` found, else the system's, else None for Playwright's own."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium")


def complaints(page: Page) -> list[str]:
    """What goes wrong from now on: errors in the console, among them breaches of the content
    policy, scripts that fail, files that are missing, defects of the server."""
    found: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        # A refused request is told by its response, and a refusal is no defect.
        if message.type == "error" and "Failed to load resource" not in message.text:
            found.append(message.text)

    def answered(response: Response) -> None:
        ours = response.status >= 500 or "/static/" in response.url
        if ours and response.status >= 400:
            found.append(f"{response.status} {response.url}")

    page.on("console", heard)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("response", answered)
    return found
