"""T10: two thousand queued scans of eight devices arrive beside live scans; each counts once.

How long it takes and how long live scans wait meanwhile is measured by benchmarks/backlog.py.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import perf_counter

import pytest
from builders import STAMP
from builders_commands import HERE, shelf_of
from builders_door import code, hall
from builders_load import Doors, figure, kind_of, rounds
from builders_seating import hall_said
from builders_serving import SAFE, backlog, server

from conference import vault_roles
from conference.commands.seating import adopt_hall, choose_reserve
from conference.config import Settings
from conference.store import Store

DEVICES, EACH, LIVE = 8, 250, 40
WALKED = 25
"""Of so many entries one is a walk-in, all of whom are given the hall's few reserve seats."""

HASTY = "reliability.unsafe_hasty:app"


@dataclass(frozen=True)
class Drained:
    """What doors and log say behind a backlog; how long it took and the longest live wait (s)."""

    answers: list[list[str]]
    live: list[int]
    present: int
    seated: int
    free: int
    took_s: float
    waited_s: float


def reserve_of(each: int) -> int:
    """Fewer seats than there are walk-ins."""
    return DEVICES * each // WALKED // 2


def prepared(settings: Settings, each: int) -> tuple[str, list[str]]:
    """A hall with reserve seats: a token for its doors, a code for every entry and live scan."""
    store, seats = Store(settings), reserve_of(each)
    guests = hall(store, *(f"Khách {n}" for n in range(DEVICES * each + LIVE)))
    codes = [code(store, guest) for guest in guests]
    adopt_hall(store, STAMP, **HERE, **hall_said(seats))
    choose_reserve(store, STAMP, **HERE, seats=[f"A-{n:02d}" for n in range(1, seats + 1)])
    token = vault_roles.token_of_role(store, "reception", "Lễ tân", STAMP.at)
    store.close()
    return token, codes


def drained(settings: Settings, each: int, app: str = SAFE) -> Drained:
    token, codes = prepared(settings, each)
    with server(settings, app) as port, ThreadPoolExecutor(DEVICES + 1) as pool:
        live = Doors(port, token)
        scanning = pool.submit(live.scan, codes[DEVICES * each :], 2)
        queues = (codes[n * each : (n + 1) * each] for n in range(DEVICES))
        begun = perf_counter()
        sent = [
            pool.submit(backlog, port, token, f"device {n}", queue, WALKED)
            for n, queue in enumerate(queues)
        ]
        answers = [one.result() for one in sent]
        took_s = perf_counter() - begun
        scanning.result()
    store = Store(settings)
    shelf = shelf_of(store)
    store.close()
    plan, present = shelf.seating_plan, shelf.attendance.present
    came = (present, len(plan.seat_by_guest), len(plan.free_reserve))
    return Drained(answers, live.statuses, *came, took_s, max(live.took_s))


@pytest.mark.slow
@pytest.mark.parametrize("number", range(rounds(1)))
def test_a_backlog_of_eight_devices_is_taken_beside_live_scans(
    any_settings: Settings, number: int
) -> None:
    came = drained(any_settings, EACH)
    told = {"drained_s": round(came.took_s, 2), "live_max_ms": round(1_000 * came.waited_s)}
    figure("T10", store=kind_of(any_settings), round=number, scans=DEVICES * EACH, **told)
    assert came.answers == [["admitted"] * EACH] * DEVICES
    assert came.live == [200] * LIVE
    assert came.present == DEVICES * EACH + LIVE
    assert (came.seated, came.free) == (reserve_of(EACH), 0)


@pytest.mark.slow
def test_the_broken_twin_is_seen_to_lose_what_it_acknowledged(any_settings: Settings) -> None:
    """One that answers every fourth save before it is written, and never writes it."""
    came = drained(any_settings, 100, HASTY)
    assert came.answers == [["admitted"] * 100] * DEVICES
    assert came.present < DEVICES * 100 + LIVE
