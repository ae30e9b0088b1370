"""T1: kill -9 the whole server while eight doors scan; nothing that was acknowledged is lost."""

import os
import random
import signal
import time
from dataclasses import dataclass, field
from threading import Thread
from time import perf_counter

import pytest
from builders import KIEN_GIANG, STAMP
from builders_door import code, hall
from builders_journeys import free_port, started
from builders_load import Doors, again, figure, kind_of, rounds

from conference import vault_roles
from conference.config import Settings
from conference.store import Store
from projections.library import Library

GUESTS = 800
"""Of one round: more than eight doors scan in the second that they have."""

UNSAFE = "reliability.unsafe:app"


@dataclass
class Play:
    """A conference that is played round after round, and who must be in the hall by now."""

    settings: Settings
    codes: list[str]
    token: str
    in_hall: set[str] = field(default_factory=set)
    acknowledged: int = 0
    restart_s: float = 0.0

    def round(self, codes: list[str], app: str = "wsgi:app") -> int:
        """Serve, scan, kill, serve again; how many acknowledged admissions are not known."""
        port = free_port()
        doors = Doors(port, self.token)
        self._killed(port, doors, codes, app)
        assert doors.admitted, "the doors had not begun"
        begun = perf_counter()
        server = started(self.settings, port)
        self.restart_s = max(self.restart_s, perf_counter() - begun)
        self.acknowledged += len(doors.admitted)
        try:
            told = list(again(port, self.token, doors.admitted, f"again {codes[0]}"))
            for name in ("first", "second"):
                more = again(port, self.token, doors.unanswered, f"{name} {codes[0]}")
                last = set(more)
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait()
        assert set(told) | last <= {"already", "admitted"}
        assert "admitted" not in last
        self.in_hall |= {*doors.admitted, *doors.unanswered}
        return told.count("admitted")

    def _killed(self, port: int, doors: Doors, codes: list[str], app: str) -> None:
        """Kill the whole group at a moment that nobody chose."""
        server = started(self.settings, port, app)
        scanning = Thread(target=doors.scan, args=(codes,))
        scanning.start()
        time.sleep(random.uniform(0.3, 1.2))
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
        doors.stop.set()
        scanning.join()

    def present(self) -> int:
        store = Store(self.settings)
        found = Library(store.facts).shelf(KIEN_GIANG).attendance.present
        store.close()
        return found


def play(settings: Settings, rounds: int) -> Play:
    """A conference with enough guests for so many rounds, and a token for its doors."""
    store = Store(settings)
    names = [f"Khách {n}" for n in range(GUESTS * rounds)]
    codes = [code(store, guest) for guest in hall(store, *names)]
    token = vault_roles.token_of_role(store, "reception", "Lễ tân", STAMP.at)
    store.close()
    return Play(settings, codes, token)


@pytest.mark.slow
def test_nothing_acknowledged_is_lost(any_settings: Settings) -> None:
    count = rounds(2)
    played = play(any_settings, count)
    for number in range(count):
        assert played.round(played.codes[number * GUESTS : (number + 1) * GUESTS]) == 0
        assert played.present() == len(played.in_hall)
    kept = {"acknowledged": played.acknowledged, "lost": 0}
    restart_s = round(played.restart_s, 2)
    figure("T1", store=kind_of(any_settings), rounds=count, **kept, restart_s=restart_s)


@pytest.mark.slow
def test_the_broken_twin_is_seen_to_lose(any_settings: Settings) -> None:
    played = play(any_settings, 1)
    assert played.round(played.codes, UNSAFE) > 0
